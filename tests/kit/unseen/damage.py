"""What a scanner, a copier and a telephone do to a page. Pictures are arrays of height, width and RGB."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]


def _light(h: int, w: int, rng: np.random.Generator, depth: float) -> NDArray[np.float32]:
    coarse = rng.uniform(1 - depth, 1.0, (4, 3)).astype(np.float32)
    return cv2.resize(coarse, (w, h), interpolation=cv2.INTER_CUBIC)[..., None]


def turned(picture: Picture, degrees: float, fill: tuple[int, int, int] = (252, 252, 250)) -> Picture:
    h, w = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((w / 2, h / 2), degrees, 1.0)
    return cv2.warpAffine(picture, matrix, (w, h), flags=cv2.INTER_LINEAR, borderValue=fill)


def office(picture: Picture, rng: np.random.Generator) -> Picture:
    """A flat-bed or feeder scan: a little turned, unevenly lit, grainy, with specks and an edge shadow."""
    out = turned(picture, float(rng.normal(0, 0.45)))
    h, w = out.shape[:2]
    if rng.random() < 0.5:
        out = cv2.GaussianBlur(out, (3, 3), float(rng.uniform(0.4, 0.75)))
    value = out.astype(np.float32) * _light(h, w, rng, 0.07) * rng.uniform(0.95, 1.0)
    value += rng.normal(0, rng.uniform(2, 5), (h, w, 1)).astype(np.float32)
    if rng.random() < 0.4:
        edge = int(rng.integers(8, 26))
        value[:, :edge] *= np.linspace(0.45, 1, edge, dtype=np.float32)[None, :, None]
    out = np.clip(value, 0, 255).astype(np.uint8)
    for _ in range(int(rng.integers(4, 30))):
        at = (int(rng.integers(0, w)), int(rng.integers(0, h)))
        cv2.circle(out, at, int(rng.integers(1, 3)), (int(rng.integers(60, 150)),) * 3, -1)
    return out


def copied(picture: Picture, rng: np.random.Generator) -> Picture:
    """A black copy: grey, harder in contrast."""
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float32)
    grey = np.clip((grey - 40) * rng.uniform(1.12, 1.25), 0, 255)
    return cv2.cvtColor(grey.astype(np.uint8), cv2.COLOR_GRAY2RGB)


def mono(picture: Picture, rng: np.random.Generator) -> Picture:
    """A black-and-white copy of a worn machine: near two tones, a dark band at an edge, streaks down the page."""
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float32)
    grey = cv2.GaussianBlur(grey, (3, 3), 0.6)
    grey = 255 / (1 + np.exp(-(grey - rng.uniform(148, 160)) / 15))
    w = grey.shape[1]
    for _ in range(int(rng.integers(1, 4))):
        x = int(rng.integers(0, w - 2))
        grey[:, x : x + 2] = np.minimum(grey[:, x : x + 2], rng.uniform(120, 190))
    edge = int(rng.integers(6, 18))
    grey[:, w - edge :] *= np.linspace(1, 0.2, edge, dtype=np.float32)[None, :]
    return cv2.cvtColor(np.clip(grey, 0, 255).astype(np.uint8), cv2.COLOR_GRAY2RGB)


def photo(picture: Picture, rng: np.random.Generator, light: str = "") -> Picture:
    """A page on a desk taken by telephone: perspective, a shadow, a cast of colour, some blur; and a light of lit()."""
    if light == "fold":
        picture = folded(picture, rng)
    h, w = picture.shape[:2]
    big_w, big_h = int(w * 1.1), int(h * 1.08)
    top, left = (big_h - h) / 2, (big_w - w) / 2
    corners = np.array([[left, top], [left + w, top], [left + w, top + h], [left, top + h]], np.float32)
    goal = corners + rng.uniform(-0.022 * w, 0.022 * w, (4, 2)).astype(np.float32)
    source = np.array([[0, 0], [w, 0], [w, h], [0, h]], np.float32)
    matrix = cv2.getPerspectiveTransform(source, goal)
    wood = np.array([rng.integers(90, 160), rng.integers(80, 130), rng.integers(60, 110)], np.float32)
    grain = cv2.resize(rng.normal(0, 9, (big_h // 40, 12)).astype(np.float32), (big_w, big_h))[..., None]
    desk = np.clip(wood + grain, 0, 255).astype(np.uint8)
    laid = cv2.warpPerspective(picture, matrix, (big_w, big_h), flags=cv2.INTER_LINEAR)
    mask = cv2.warpPerspective(np.full((h, w), 255, np.uint8), matrix, (big_w, big_h))
    out = np.where(mask[..., None] > 127, laid, desk).astype(np.float32)
    out *= _light(big_h, big_w, rng, 0.26)
    out *= np.array([rng.uniform(0.97, 1), rng.uniform(0.95, 1), rng.uniform(0.88, 0.99)], np.float32)
    out += rng.normal(0, 4, (big_h, big_w, 1)).astype(np.float32)
    taken = cv2.GaussianBlur(np.clip(out, 0, 255).astype(np.uint8), (3, 3), float(rng.uniform(0.4, 0.9)))
    return lit(taken, light, rng) if light else taken


def folded(picture: Picture, rng: np.random.Generator) -> Picture:
    """A sheet that was folded in four: each quarter a little lighter or darker, a bright crease between them."""
    h, w = picture.shape[:2]
    out = picture.astype(np.float32)
    x, y = int(w * rng.uniform(0.47, 0.53)), int(h * rng.uniform(0.47, 0.53))
    for part in (out[:y, :x], out[:y, x:], out[y:, :x], out[y:, x:]):
        part *= rng.uniform(0.84, 1.0)
    for strip in (out[:, x - 2 : x + 2], out[y - 2 : y + 2]):
        strip += 26
    return np.clip(out, 0, 255).astype(np.uint8)


def lit(picture: Picture, light: str, rng: np.random.Generator) -> Picture:
    """A photograph under a yellow lamp, in the taker's shadow, with a window's glare, or sent through a chat."""
    h, w = picture.shape[:2]
    out = picture.astype(np.float32)
    y, x = np.mgrid[0 : 1 : h * 1j, 0 : 1 : w * 1j].astype(np.float32)
    away = np.hypot(x - rng.uniform(0.3, 0.7), y - rng.uniform(0.25, 0.6))[..., None]
    if light == "lamp":
        out *= np.clip(1.04 - 0.6 * away, 0.4, 1) * np.array([1, 0.93, 0.76], np.float32)
    elif light == "shadow":
        edge = (x + y * rng.uniform(0.2, 0.7) - rng.uniform(0.6, 0.9))[..., None]
        out *= 1 - 0.42 / (1 + np.exp(-40 * edge))
    elif light == "glare":
        out += (255 - out) * 0.55 * np.exp(-((away / 0.16) ** 2))
    elif light == "chat":
        small = cv2.resize(picture, (w * 3 // 4, h * 3 // 4), interpolation=cv2.INTER_AREA)
        data = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, 48])[1]
        return np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), np.uint8)
    return np.clip(out, 0, 255).astype(np.uint8)


def jpeg(picture: Picture, quality: int, dpi: int = 150) -> bytes:
    """The picture as JPEG, with its resolution in the header."""
    data = bytearray(cv2.imencode(".jpg", picture[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])[1].tobytes())
    data[13:18] = bytes([1]) + dpi.to_bytes(2, "big") * 2
    return bytes(data)


def board(page: Picture, rng: np.random.Generator, kind: str, caption: str = "") -> Picture:
    """A notice on a board, a glass door or a wall, photographed at an angle; a date may be burnt into the picture."""
    h, w = 1800, 1400
    ground = {"cork": (176, 132, 88), "glass": (150, 172, 180), "wall": (214, 210, 200), "felt": (40, 92, 70)}
    ground |= {"marble": (190, 186, 192), "steel": (118, 124, 132), "brick": (150, 84, 66)}
    base = np.full((h, w, 3), ground[kind], np.float32) + rng.normal(0, 8, (h, w, 1)).astype(np.float32)
    scene = np.clip(base, 0, 255).astype(np.uint8)
    cv2.rectangle(scene, (0, 0), (w - 1, h - 1), (120, 124, 130), 36)
    for x, y in ((-120, 260), (w - 150, 420)):
        cv2.rectangle(scene, (x, y), (x + 270, y + 380), (238, 236, 228), -1)
        for k in range(9):
            cv2.line(scene, (x + 24, y + 60 + 32 * k), (x + 246, y + 60 + 32 * k), (150, 150, 150), 3)
    ph, pw = page.shape[:2]
    scale = min(0.74 * w / pw, 0.82 * h / ph)
    x0, y0 = (w - pw * scale) / 2, (h - ph * scale) / 2
    goal = np.array([[x0, y0], [x0 + pw * scale, y0], [x0 + pw * scale, y0 + ph * scale], [x0, y0 + ph * scale]])
    goal = (goal + rng.uniform(-18, 18, (4, 2))).astype(np.float32)
    matrix = cv2.getPerspectiveTransform(np.array([[0, 0], [pw, 0], [pw, ph], [0, ph]], np.float32), goal)
    laid = cv2.warpPerspective(page, matrix, (w, h), flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.full((ph, pw), 255, np.uint8), matrix, (w, h))
    out = np.where(mask[..., None] > 127, laid, scene).astype(np.float32) * _light(h, w, rng, 0.2)
    out = np.clip(out, 0, 255).astype(np.uint8)
    for corner, inward in ((goal[0], 14), (goal[1], -14)):
        cv2.circle(out, (int(corner[0]) + inward, int(corner[1]) + 14), 9, (200, 40, 40), -1)
    if caption:
        cv2.putText(out, caption, (w - 470, h - 60), cv2.FONT_HERSHEY_SIMPLEX, 1.25, (255, 150, 30), 3, cv2.LINE_AA)
    return out

"""Proof that a notice hung somewhere: the sheet on a board, in a case, on a wall, photographed with the camera's date.

The picture is about 2400 pixels on its long side; the sheet fills 55 to 80 % of its height.
"""

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw

from tests.kit import marks
from tests.kit.damage import Damaged, corner_matrix, laid
from tests.kit.faces import choose
from tests.kit.surfaces import surface

Picture = np.ndarray  # height x width x 3, RGB
Box = tuple[int, int, int, int]  # left, top, right, bottom in pixels


@dataclass(frozen=True)
class Scene(Damaged):
    """A photographed sheet, with the place of the camera's stamp in pixels of `image`."""

    stamp_box: Box | None


@dataclass(frozen=True)
class Style:
    """A place where notices hang. `slant` is how far corners stray, as a share of the sheet's height."""

    ground: str
    slant: float
    neighbours: tuple[int, int]  # fewest and most sheets beside it
    held_by: str  # pins, tape, magnets or nothing
    frame: tuple[int, int, int] | None


STYLES = {
    "cork": Style("cork", 0.02, (2, 5), "pins", (140, 100, 62)),
    "glass": Style("felt", 0.025, (1, 4), "pins", (176, 178, 182)),
    "wall": Style("plaster", 0.06, (0, 1), "tape", None),
    "stand": Style("tiles", 0.035, (0, 0), "", None),
    "column": Style("brick", 0.03, (1, 3), "tape", (44, 92, 150)),
    "blackboard": Style("slate", 0.03, (0, 2), "magnets", (170, 130, 88)),
}


def board(
    sheet_image: Picture,
    chance: np.random.Generator,
    style: str,
    stamp: str | None = None,
    fonts: Path | None = None,
) -> Scene:
    """The sheet hung up and photographed. `style` is a key of STYLES. A `stamp` of one line is the camera's date in
    orange or white in a lower corner; one of two or three lines (with line breaks) a telephone's time and place."""
    look = STYLES[style]
    shape = (2400, 1800, 3) if chance.random() < 0.5 else (1800, 2400, 3)
    corners = _hung(sheet_image.shape, shape, look.slant, chance)
    scene = surface(look.ground, shape, chance)
    if style == "stand":
        _stood(scene, corners)
    elif look.frame:
        scene = _framed(scene, corners, look.frame, chance)
    for place in _beside(corners, shape, int(chance.integers(look.neighbours[0], look.neighbours[1] + 1)), chance):
        other = _other_sheet(chance)
        scene = laid(other, corner_matrix(other.shape, place), scene)
        _fastened(scene, place, look.held_by, chance)
    matrix = corner_matrix(sheet_image.shape, corners)
    near = cv2.resize(sheet_image, None, fx=0.8, fy=0.8, interpolation=cv2.INTER_AREA)
    scene = laid(near, matrix @ np.diag([1.25, 1.25, 1.0]), scene)
    _fastened(scene, corners, look.held_by, chance)
    shot = _photographed(scene, style, chance)
    box = None
    if stamp:
        shot, box = _stamped(shot, stamp, chance, fonts)
    return Scene(shot, matrix, box)


def _hung(sheet: tuple[int, ...], shape: tuple[int, ...], slant: float, chance: np.random.Generator) -> np.ndarray:
    """The sheet's corners in the picture, clockwise from the upper left."""
    high, wide = shape[:2]
    tall = (chance.uniform(0.58, 0.74) if high > wide else chance.uniform(0.7, 0.78)) * high
    tall = min(tall, 0.82 * wide * sheet[0] / sheet[1])
    across = tall * sheet[1] / sheet[0]
    corners = np.array([[0, 0], [across, 0], [across, tall], [0, tall]])
    if chance.random() < 0.5 and slant > 0.03:  # seen from one side: the far edge is shorter
        left, squeeze = chance.random() < 0.5, slant * chance.uniform(0.4, 1.0) * tall
        far = [0, 3] if left else [1, 2]
        corners[far, 1] += np.array([squeeze, -squeeze])
        corners[far, 0] += (1 if left else -1) * squeeze
    corners += chance.uniform(-0.4, 0.4, (4, 2)) * slant * tall
    room = np.array([wide, high]) - np.ptp(corners, axis=0)
    # High up and off the left edge, so that a stamp in a lower corner covers no more than its margin.
    return corners - corners.min(axis=0) + room * chance.uniform([0.42, 0.15], [0.7, 0.5])


def _framed(scene: Picture, corners: np.ndarray, tone: tuple[int, ...], chance: np.random.Generator) -> Picture:
    """The board within its frame, and the wall about it."""
    away = int(chance.integers(110, 240))
    top, low = max(round(corners[:, 1].min()) - away, 30), min(round(corners[:, 1].max()) + away, scene.shape[0] - 30)
    left, right = int(chance.integers(20, 60)), scene.shape[1] - int(chance.integers(20, 60))
    outside = surface("plaster", scene.shape, chance)
    outside[top:low, left:right] = scene[top:low, left:right]
    _rim(outside, (left, top, right, low), tone)
    return outside


def _stood(scene: Picture, corners: np.ndarray) -> None:
    """A steel stand with a white panel behind the sheet."""
    tone, away = (196, 198, 200), 46
    left, top = np.round(corners.min(axis=0)).astype(int).tolist()
    right, low = np.round(corners.max(axis=0)).astype(int).tolist()
    foot = (left + right) // 2
    cv2.rectangle(scene, (foot - 26, low + away), (foot + 26, scene.shape[0]), (158.0, 160.0, 162.0), -1)
    cv2.rectangle(scene, (left - away, top - away), (right + away, low + away), (236.0,) * 3, -1)
    _rim(scene, (left - away, top - away, right + away, low + away), tone)


def _rim(scene: Picture, box: Box, tone: tuple[int, ...]) -> None:
    cv2.rectangle(scene, box[:2], box[2:], tuple(map(float, tone)), 30)
    cv2.rectangle(scene, (box[0] + 15, box[1] + 15), (box[2] - 15, box[3] - 15), tuple(c * 0.6 for c in tone), 3)


def _beside(corners: np.ndarray, shape: tuple[int, ...], count: int, chance: np.random.Generator) -> list[np.ndarray]:
    """Places for other sheets, left and right of ours, never over it; some run out of the picture."""
    (left, top), (right, low) = corners.min(axis=0), corners.max(axis=0)
    tall = (low - top) * chance.uniform(0.42, 0.62)
    places = []
    for number in range(count):
        wide = tall * 0.707
        gap = chance.uniform(18, 60)
        x = right + gap if number % 2 == 0 else left - gap - wide
        y = top + (number // 2) * tall * 1.12 + chance.uniform(-30, 30)
        lean = chance.normal(0, 6, (4, 2)).clip(-12, 12)
        places.append(np.array([[x, y], [x + wide, y], [x + wide, y + tall], [x, y + tall]]) + lean)
    return [place for place in places if place[:, 0].max() > 40 and place[:, 0].min() < shape[1] - 40]


def _other_sheet(chance: np.random.Generator) -> Picture:
    """Some other notice, too far off to be read: a heading, lines, perhaps a picture or a red head."""
    tones = ((252, 252, 250), (250, 246, 226), (240, 214, 214), (222, 236, 246))
    page = np.full((560, 396, 3), tones[int(chance.integers(len(tones)))], np.uint8)
    heading = (190, 30, 34) if chance.random() < 0.4 else (30, 30, 34)
    cv2.rectangle(page, (90, 48), (306, 72), heading, -1)
    picture = chance.random() < 0.3
    if picture:
        cv2.rectangle(page, (60, 110), (336, 270), tuple(chance.integers(60, 200, 3).tolist()), -1)
    for y in range(300 if picture else 110, int(chance.integers(380, 520)), 22):
        x = 44 if chance.random() < 0.7 else 66
        while x < chance.uniform(250, 352):
            run = int(chance.integers(14, 80))
            cv2.rectangle(page, (x, y), (min(x + run, 354), y + 8), (96, 96, 100), -1)
            x += run + 6
    return cv2.GaussianBlur(page, (0, 0), 1.6)


def _fastened(scene: Picture, corners: np.ndarray, by: str, chance: np.random.Generator) -> None:
    """Pins, tape or magnets at the upper corners, and often at the lower."""
    middle = corners.mean(axis=0)
    tone = tuple(
        float(c) for c in ((206, 40, 44), (38, 92, 190), (230, 190, 40), (50, 140, 70))[int(chance.integers(4))]
    )
    for corner in corners if chance.random() < 0.7 else corners[:2]:
        x, y = np.round(corner + (middle - corner) * 0.035).astype(int).tolist()
        if by == "tape":
            turn = 45 if (corner[0] < middle[0]) == (corner[1] < middle[1]) else -45
            strip = cv2.boxPoints(
                ((float(corner[0]), float(corner[1])), (110.0, 38.0), -turn + chance.uniform(-12, 12))
            )
            cover = np.zeros(scene.shape[:2], np.uint8)
            cv2.fillConvexPoly(cover, np.round(strip).astype(np.int32), 255)
            scene[cover > 0] = scene[cover > 0] * 0.72 + np.array([226, 220, 196]) * 0.26
        elif by:
            radius = 20 if by == "magnets" else 12
            cv2.circle(scene, (x + 5, y + 7), radius, (70.0, 62.0, 56.0), -1, cv2.LINE_AA)
            cv2.circle(scene, (x, y), radius, tone, -1, cv2.LINE_AA)
            cv2.circle(scene, (x - radius // 3, y - radius // 3), radius // 4, (250.0,) * 3, -1, cv2.LINE_AA)


def _photographed(scene: Picture, style: str, chance: np.random.Generator) -> Picture:
    shape = scene.shape
    light = marks.light(shape, chance, chance.uniform(0.66, 0.88))
    if style in ("column", "wall") and chance.random() < 0.5:
        light = light * (1 - 0.7 * marks.hand_shadow(shape, chance))
    shot = marks.shaded(scene, light) * marks.white_balance(chance)
    if style == "glass":
        shot += _reflection(shape, chance)[..., None]
    return marks.noisy(cv2.GaussianBlur(shot, (0, 0), chance.uniform(0.5, 0.9)), chance.uniform(2, 5), chance)


def _reflection(shape: tuple[int, ...], chance: np.random.Generator) -> np.ndarray:
    """Windows and a lamp mirrored in the pane: grey levels to add."""
    high, wide = shape[0] // 8, shape[1] // 8
    pane = np.zeros((high, wide), np.float32)
    lean, x = chance.uniform(-0.3, 0.3) * high, chance.uniform(0, 0.6) * wide
    for part in range(int(chance.integers(1, 4))):
        left = x + part * wide * 0.17
        band = [[left, 0], [left + wide * 0.13, 0], [left + wide * 0.13 + lean, high], [left + lean, high]]
        cv2.fillConvexPoly(pane, np.round(band).astype(np.int32), chance.uniform(14, 34))
    spot = (int(chance.integers(0, wide)), int(chance.integers(0, high // 3)))
    cv2.circle(pane, spot, int(chance.integers(8, 22)), 110.0, -1)
    return cv2.resize(cv2.GaussianBlur(pane, (0, 0), chance.uniform(2, 6)), (shape[1], shape[0]))


def _stamped(shot: Picture, stamp: str, chance: np.random.Generator, fonts: Path | None) -> tuple[Picture, Box]:
    picture = Image.fromarray(shot)
    lines = stamp.split("\n")
    size = int(chance.integers(54, 78)) if len(lines) == 1 else int(chance.integers(44, 60))
    font = choose("camera", "".join(lines), size, chance, fonts)
    orange = len(lines) == 1 and chance.random() < 0.6
    colour = (255, 150, 36) if orange else (250, 250, 250)
    probe = ImageDraw.Draw(picture).multiline_textbbox((0, 0), stamp, font, spacing=size // 3)
    wide, high = round(probe[2]), round(probe[3])
    edge = int(chance.integers(40, 90))
    right = len(lines) == 1 and chance.random() < 0.7
    x = picture.width - edge - wide if right else edge
    y = picture.height - edge - high
    pen = ImageDraw.Draw(picture)
    if len(lines) > 1:
        veil = Image.new("RGB", (wide + 48, high + 40), (20, 30, 44))
        picture.paste(veil, (x - 24, y - 14), Image.new("L", veil.size, int(chance.choice([0, 70, 120]))))
        pen.rectangle((x - 24, y - 8, x - 16, y + high + 12), fill=(250, 196, 40))
    pen.multiline_text((x, y), stamp, colour, font, spacing=size // 3, stroke_width=2, stroke_fill=(60, 40, 20))
    box = pen.multiline_textbbox((x, y), stamp, font, spacing=size // 3, stroke_width=2)
    return np.asarray(picture), (round(box[0]), round(box[1]), round(box[2]), round(box[3]))

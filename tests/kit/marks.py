"""Marks that machines, hands and light leave on the picture of a page; each draws into float32 RGB pixels 0..255."""

import cv2
import numpy as np

from tests.kit.pigment import Mask, clouds

Picture = np.ndarray  # height x width x 3, float32, RGB


def paper_tone(chance: np.random.Generator) -> np.ndarray:
    """White to yellowish or bluish grey, as factors of red, green and blue."""
    return (chance.uniform(0.93, 1.0) - np.array([0, 0.01, 0.05]) * chance.uniform(-0.5, 1)).astype(np.float32)


def light(shape: tuple[int, ...], chance: np.random.Generator, low: float) -> np.ndarray:
    """Uneven light over the whole picture: factors from `low` to 1, height x width."""
    small = chance.uniform(low, 1.0, (3, 3)).astype(np.float32)
    smooth = cv2.resize(small, (shape[1] // 8, shape[0] // 8), interpolation=cv2.INTER_CUBIC).clip(low * 0.97, 1.02)
    return cv2.resize(smooth, (shape[1], shape[0]))


def shaded(page: Picture, factor: Mask) -> Picture:
    """The picture with each pixel as bright as `factor` (height x width) says."""
    return cv2.multiply(page, cv2.merge([factor] * 3))


def lid_shadow(page: Picture, chance: np.random.Generator) -> None:
    """The dark band along one edge where a copier's lid stood open."""
    side = int(chance.integers(4))
    length = page.shape[1] if side % 2 else page.shape[0]
    away = np.arange(length, dtype=np.float32)
    fade = np.minimum(1, chance.uniform(0.1, 0.6) + away / chance.uniform(14, 48))
    fade = fade if side < 2 else fade[::-1]
    page *= fade[None, :, None] if side % 2 else fade[:, None, None]


def bleed_through(page: Picture, chance: np.random.Generator) -> Picture:
    """The print of the back, seen faintly and mirrored; here the page's own, moved."""
    back = cv2.GaussianBlur(page[:, ::-1], (0, 0), 2.2)
    back = np.roll(back, int(chance.integers(40, 160)), axis=0)
    return np.minimum(page, 255 - (255 - back) * chance.uniform(0.05, 0.13))


def copied_again(page: Picture, chance: np.random.Generator) -> Picture:
    """The hard contrast of a copy of a copy: paper burnt out, strokes swollen; what was faint stays faint."""
    ink = 255 - cv2.GaussianBlur(page, (0, 0), chance.uniform(0.6, 0.9))
    return 252 - np.clip((ink - chance.uniform(6, 18)) * chance.uniform(1.2, 1.6), 0, 240)


def holes(page: Picture, chance: np.random.Generator) -> None:
    """Two punched holes at the left edge, 80 mm apart, in front of the scanner's lid."""
    x, radius = round(chance.uniform(0.035, 0.05) * page.shape[1]), round(page.shape[1] * 0.0135)
    shade = float(chance.choice([30.0, 90.0, 228.0]))
    for side in (-1, 1):
        y = round(page.shape[0] / 2 + side * page.shape[0] * 0.135)
        cv2.circle(page, (x, y), radius, (shade,) * 3, -1, cv2.LINE_AA)
        cv2.circle(page, (x, y), radius, (130.0,) * 3, 2, cv2.LINE_AA)


def staple(page: Picture, chance: np.random.Generator) -> None:
    """A staple or its two pricks with a fold, in the upper left corner."""
    x, y = chance.uniform(0.025, 0.06) * page.shape[1], chance.uniform(0.018, 0.04) * page.shape[0]
    angle = chance.uniform(-0.2, 1.0)
    end = (round(x + 62 * np.cos(angle)), round(y - 62 * np.sin(angle)))
    start = (round(x), round(y))
    if chance.random() < 0.5:
        cv2.line(page, (start[0] + 3, start[1] + 4), (end[0] + 3, end[1] + 4), (170.0,) * 3, 5, cv2.LINE_AA)
        cv2.line(page, start, end, (88.0, 88.0, 92.0), 4, cv2.LINE_AA)
    else:
        cv2.circle(page, start, 3, (60.0,) * 3, -1, cv2.LINE_AA)
        cv2.circle(page, end, 3, (60.0,) * 3, -1, cv2.LINE_AA)
        cv2.line(page, (0, round(y * 2.6)), (round(x * 2.6), 0), (205.0,) * 3, 2, cv2.LINE_AA)


def specks(page: Picture, count: int, chance: np.random.Generator) -> None:
    """Dust and toner: dots, a few hairs."""
    high, wide = page.shape[:2]
    for x, y, dark in chance.random((count, 3)) * [wide, high, 1]:
        shade = (float(40 + 140 * dark),) * 3
        if dark > 0.95:
            reach = chance.integers(-14, 15, 2)
            cv2.line(page, (int(x), int(y)), (int(x + reach[0]), int(y + reach[1])), shade, 1, cv2.LINE_AA)
        else:
            cv2.circle(page, (int(x), int(y)), 1 + int(dark * 10) % 2, shade, -1)


def noisy(page: Picture, strength: float, chance: np.random.Generator) -> np.ndarray:
    """Sensor noise, brightness more than colour; as uint8."""
    grain = chance.standard_normal(page.shape[:2], np.float32) * strength
    coarse = chance.standard_normal((page.shape[0] // 2, page.shape[1] // 2, 3), np.float32) * (0.5 * strength)
    noise = cv2.add(cv2.merge([grain] * 3), cv2.resize(coarse, page.shape[1::-1]))
    return cv2.add(page, noise, dtype=cv2.CV_8U)


def white_balance(chance: np.random.Generator) -> np.ndarray:
    """The camera's wrong white, from lamp light to a blue sky: factors of red, green and blue."""
    warm, green = chance.normal(0, 0.6), chance.normal(0, 0.012)
    return (1 + np.array([0.05, 0.0, -0.11]) * np.clip(warm, -1, 1.3) + [0, green, 0]).astype(np.float32)


def hand_shadow(shape: tuple[int, ...], chance: np.random.Generator) -> Mask:
    """The soft shadow of an arm and a phone, or of a window bar: share of the light taken."""
    small = np.zeros((shape[0] // 8, shape[1] // 8), np.float32)
    high, wide = small.shape
    for _ in range(int(chance.integers(1, 3))):
        x, y = chance.uniform(0, wide), chance.uniform(0.3, 1.1) * high
        axes = (round(chance.uniform(0.12, 0.35) * wide), round(chance.uniform(0.3, 0.6) * high))
        cv2.ellipse(small, (round(x), round(y)), axes, chance.uniform(-40, 40), 0, 360, chance.uniform(0.15, 0.42), -1)
    soft = cv2.GaussianBlur(small, (0, 0), chance.uniform(6, 22))
    return cv2.resize(soft, (shape[1], shape[0]))


def glare(shape: tuple[int, ...], chance: np.random.Generator) -> np.ndarray:
    """The spot of a lamp on smooth paper: grey levels to add, height x width."""
    y, x = np.mgrid[0 : shape[0] // 8, 0 : shape[1] // 8].astype(np.float32) * 8
    cx, cy = chance.uniform(0.1, 0.9) * shape[1], chance.uniform(0.1, 0.9) * shape[0]
    away = ((x - cx) / chance.uniform(140, 320)) ** 2 + ((y - cy) / chance.uniform(140, 320)) ** 2
    return cv2.resize(chance.uniform(40, 80) * np.exp(-away), (shape[1], shape[0]))


def moire(shape: tuple[int, ...], chance: np.random.Generator) -> np.ndarray:
    """Slow coloured bands where two fine grids beat: factors, height x width x 3."""
    angle, period = chance.uniform(0, np.pi), chance.uniform(9, 26)
    y, x = np.arange(0, shape[0], 2, dtype=np.float32)[:, None], np.arange(0, shape[1], 2, dtype=np.float32)[None, :]
    phase = (x * np.cos(angle) + y * np.sin(angle)) * (2 * np.pi / period)
    wave = np.sin(phase + 9 * clouds(phase.shape, 350, chance)).astype(np.float32) * chance.uniform(0.015, 0.04)
    return cv2.merge([cv2.resize(1 + share * wave, (shape[1], shape[0])) for share in (1.0, 0.6, -0.8)])


def shaken(page: Picture, chance: np.random.Generator) -> Picture:
    """Out of focus, or moved while the shutter was open."""
    soft = cv2.GaussianBlur(page, (0, 0), chance.uniform(0.6, 1.15))
    if chance.random() < 0.5:
        return soft
    reach, angle = chance.uniform(1.0, 3.2), chance.uniform(0, np.pi)
    kernel = np.zeros((7, 7), np.float32)
    half = reach / 2 * np.array([np.cos(angle), np.sin(angle)])
    ends = [np.round((3 + side * half) * 16).astype(int).tolist() for side in (-1, 1)]
    cv2.line(kernel, ends[0], ends[1], 1.0, 1, cv2.LINE_AA, 4)
    return cv2.filter2D(soft, -1, kernel / kernel.sum())

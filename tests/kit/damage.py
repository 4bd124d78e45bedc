"""What happens to a page between the printer and us: copier, phone camera, fax line.

Each damage takes the page as typeset (RGB, uint8, meant at 200 dots to the inch) and returns the picture with the
homography that carries a page pixel to a result pixel. All is drawn from the generator; callers save the JPEG.
"""

from dataclasses import dataclass

import cv2
import numpy as np

from tests.kit import marks
from tests.kit.pigment import clouds
from tests.kit.surfaces import surface

Picture = np.ndarray  # height x width x 3, RGB
Matrix = np.ndarray  # 3 x 3, float64, from pixels (x, y, 1) of the page


@dataclass(frozen=True)
class Damaged:
    """A damaged page, uint8, and the matrix from pixels of the undamaged page to pixels of `image`."""

    image: Picture
    matrix: Matrix


def clean(image: Picture, chance: np.random.Generator) -> Damaged:
    """The page as it is."""
    return Damaged(image.copy(), np.eye(3))


def quarter(image: Picture, turns: int) -> Picture:
    """The picture turned clockwise by `turns` right angles, as a sheet fed the wrong way round."""
    return np.ascontiguousarray(np.rot90(image, -turns))


def office(image: Picture, chance: np.random.Generator) -> Damaged:
    """A flat-bed scan: a little askew, dusty, unevenly lit; some with holes, staples, a dark edge, the back's print."""
    matrix = _askew(image.shape, chance.uniform(-1, 1), chance.normal(0, 5, 2))
    page = image.astype(np.float32)
    if chance.random() < 0.3:
        page = marks.bleed_through(page, chance)
    page = _moved(page, matrix, 246.0)
    if chance.random() < 0.25:
        page = marks.copied_again(page, chance)
    if chance.random() < 0.35:
        marks.holes(page, chance)
    if chance.random() < 0.35:
        marks.staple(page, chance)
    page = marks.shaded(page, marks.light(page.shape, chance, 0.9)) * marks.paper_tone(chance)
    if chance.random() < 0.5:
        marks.lid_shadow(page, chance)
    marks.specks(page, int(chance.integers(10, 70)), chance)
    page = cv2.GaussianBlur(page, (0, 0), chance.uniform(0.35, 0.75))
    return Damaged(marks.noisy(page, chance.uniform(2, 5), chance), matrix)


def grey_copy(image: Picture, chance: np.random.Generator) -> Damaged:
    """A black-and-white photocopy: no colour, contrast raised, toner where none should be."""
    matrix = _askew(image.shape, chance.uniform(-0.8, 0.8), chance.normal(0, 5, 2))
    page = _moved(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY).astype(np.float32), matrix, 250.0)
    page *= marks.light(page.shape, chance, 0.94)
    page = marks.copied_again(page, chance)
    page += 16 * (clouds(page.shape, 3, chance) - 0.5)
    page += chance.standard_normal(page.shape, np.float32) * 2.5
    page = np.repeat(np.clip(page, 24, 252)[..., None], 3, 2)
    marks.specks(page, int(chance.integers(60, 240)), chance)
    if chance.random() < 0.4:
        x = int(chance.integers(20, page.shape[1] - 20))
        page[:, x : x + 2] *= chance.uniform(0.75, 0.92)
    if chance.random() < 0.4:
        marks.lid_shadow(page, chance)
    return Damaged(page.astype(np.uint8), matrix)


def fax(image: Picture, chance: np.random.Generator) -> Damaged:
    """A page from a fax machine: two values only, strokes frayed and lost, stray dots, streaks along the feed."""
    matrix = _askew(image.shape, chance.uniform(-0.8, 0.8), chance.normal(0, 6, 2))
    page = _moved(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY).astype(np.float32), matrix, 255.0)
    page = cv2.GaussianBlur(page, (0, 0), chance.uniform(0.6, 0.9))
    fray = cv2.GaussianBlur(chance.standard_normal(page.shape, np.float32), (0, 0), 0.7)
    page += fray * chance.uniform(25, 45) - 24 * (clouds(page.shape, 260, chance) - 0.5)
    bits = np.where(page > chance.uniform(158, 184), 255, 0).astype(np.uint8)
    dice = chance.random(page.shape, np.float32)
    bits[dice < chance.uniform(0.0002, 0.0009)] = 0
    bits[(dice > 0.98) & (bits == 0)] = 255
    for _ in range(int(chance.integers(0, 4))):
        x = int(chance.integers(10, page.shape[1] - 10))
        touched = chance.random(page.shape[0]) < chance.uniform(0.3, 0.95)
        bits[touched, x] = 0 if chance.random() < 0.75 else 255
    bits[chance.integers(0, page.shape[0], int(chance.integers(0, 3)))] = 255  # scan lines lost
    return Damaged(np.repeat(bits[..., None], 3, 2), matrix)


def photo(image: Picture, chance: np.random.Generator) -> Damaged:
    """A phone held over the sheet: seen aslant on some surface, curled, shaded, blurred, of a wrong white. A third of
    them lose up to 2.5 % of the page on one side."""
    matrix, shape = _held(image.shape, chance)
    kind = str(chance.choice(["wood", "wood", "desk", "desk", "cloth", "tiles"]))
    shot = laid(_curled(image, chance), matrix, surface(kind, shape, chance))
    light = marks.light(shape, chance, chance.uniform(0.62, 0.85)) * (1 - marks.hand_shadow(shape, chance))
    shot = marks.shaded(shot, light) * marks.white_balance(chance)
    if chance.random() < 0.3:
        shot += marks.glare(shape, chance)[..., None]
    if chance.random() < 0.25:
        shot = cv2.multiply(shot, marks.moire(shape, chance))
    shot = marks.shaken(shot, chance)
    return Damaged(marks.noisy(shot, chance.uniform(3, 7), chance), matrix)


def laid(page: Picture, matrix: Matrix, ground: Picture) -> Picture:
    """`ground` (float32) with `page` put on it where `matrix` carries it, and the shadow of its edge; in place."""
    corners = cv2.perspectiveTransform(_corners(page.shape)[None], matrix)[0]
    left, top = np.maximum(corners.min(axis=0).astype(int) - 48, 0).tolist()
    right, low = (corners.max(axis=0).astype(int) + 64).tolist()
    under = ground[top:low, left:right]
    size = (under.shape[1], under.shape[0])
    shadow = np.zeros((size[1] // 4, size[0] // 4), np.float32)
    cv2.fillConvexPoly(shadow, np.round((corners - [left, top]) / 4 + 2).astype(np.int32), 0.45)
    shadow = cv2.resize(cv2.GaussianBlur(shadow, (0, 0), 3), size)
    whole = cv2.convertScaleAbs(marks.shaded(under, 1 - shadow))
    nearer = np.array([[1, 0, -left], [0, 1, -top], [0, 0, 1]]) @ matrix
    cv2.warpPerspective(page, nearer, size, whole, cv2.INTER_LINEAR, cv2.BORDER_TRANSPARENT)
    under[:] = whole
    return ground


def _corners(shape: tuple[int, ...]) -> np.ndarray:
    high, wide = shape[:2]
    return np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)


def corner_matrix(shape: tuple[int, ...], corners: np.ndarray) -> Matrix:
    """The homography that carries the corners of a page (clockwise from the upper left) to `corners`, pixels."""
    return cv2.getPerspectiveTransform(_corners(shape), corners.astype(np.float32))


def _askew(shape: tuple[int, ...], degrees: float, shift: np.ndarray) -> Matrix:
    matrix = cv2.getRotationMatrix2D((shape[1] / 2, shape[0] / 2), degrees, 1.0)
    matrix[:, 2] += shift
    return np.vstack([matrix, [0.0, 0.0, 1.0]])


def _moved(page: Picture, matrix: Matrix, ground: float) -> Picture:
    high, wide = page.shape[:2]
    return cv2.warpAffine(page, matrix[:2], (wide, high), flags=cv2.INTER_CUBIC, borderValue=(ground,) * 3)


def _held(shape: tuple[int, ...], chance: np.random.Generator) -> tuple[Matrix, tuple[int, int, int]]:
    """Where the page's corners come in a photograph, and its shape: the page fills most of it, or runs over a side."""
    high, wide = shape[:2]
    corners = _corners(shape) + chance.uniform(-0.035, 0.035, (4, 2)) * [wide, high]
    turn = np.radians(chance.uniform(-3, 3))
    spin = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    corners = (corners - [wide / 2, high / 2]) @ spin.T
    margins = chance.uniform(0.015, 0.06, 4) * [wide, high, wide, high]
    low, top = corners.min(axis=0) - margins[:2], corners.max(axis=0) + margins[2:]
    if chance.random() < 0.33:  # one side of the sheet runs out of the picture
        side, lost = int(chance.integers(4)), chance.uniform(0.004, 0.02)
        if side < 2:
            low[side] = corners[:, side].min() + lost * (wide, high)[side]
        else:
            top[side - 2] = corners[:, side - 2].max() - lost * (wide, high)[side - 2]
    size = np.round(top - low).astype(int)
    return corner_matrix(shape, corners - low), (int(size[1]), int(size[0]), 3)


def _curled(image: Picture, chance: np.random.Generator) -> Picture:
    """The sheet not quite flat: points stray up to about 3 pixels from where the homography has them, folds shade."""
    high, wide = image.shape[:2]
    y, x = np.arange(high, dtype=np.float32)[:, None], np.arange(wide, dtype=np.float32)[None, :]
    rise = np.sin(y / high * np.pi * chance.uniform(0.8, 2) + chance.uniform(0, 6))
    roll = np.sin(x / wide * np.pi * chance.uniform(0.8, 2) + chance.uniform(0, 6))
    wave = (rise * roll).astype(np.float32)
    across, down = chance.uniform(0.5, 2.2, 2).astype(np.float32)
    bent = cv2.remap(image, x + across * wave, y + down * wave, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return cv2.multiply(bent, cv2.merge([1 - 0.06 * wave.clip(0)] * 3), dtype=cv2.CV_8U)

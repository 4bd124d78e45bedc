"""A notice photographed where it hangs: on a cork board among other sheets, or in a glass case."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from dossier.sample import fonts

WIDTH, HEIGHT = 1500, 1900
_FOOT = "样例，人物与单位均为虚构"


def photograph(notice: Image.Image, stamp: str, behind_glass: bool, chance: np.random.Generator) -> Image.Image:
    """The notice on its board, taken by hand from a little aside; the camera burns in `stamp` (date and time)."""
    scene = _glass_case(chance) if behind_glass else _cork_board(chance)
    scene = _hung(scene, np.asarray(notice), chance)
    if behind_glass:
        scene = _reflection(scene, chance)
    vignette = _vignette()
    photo = np.clip(scene * vignette[..., None] + chance.normal(0, 3, scene.shape), 0, 255)
    picture = Image.fromarray(photo.astype(np.uint8))
    pen = ImageDraw.Draw(picture)
    pen.text(
        (WIDTH - 60, HEIGHT - 90),
        stamp,
        (255, 168, 32),
        fonts.thin(46, 600),
        anchor="rs",
        stroke_width=2,
        stroke_fill=(70, 40, 0),
    )
    pen.text(
        (WIDTH / 2, HEIGHT - 22),
        _FOOT,
        (240, 240, 240),
        fonts.thin(24, 500),
        anchor="ms",
        stroke_width=2,
        stroke_fill=(40, 40, 40),
    )
    return picture


def _cork_board(chance: np.random.Generator) -> NDArray[np.float32]:
    grain = cv2.GaussianBlur(chance.normal(0, 30, (HEIGHT, WIDTH)).astype(np.float32), (0, 0), 2.0)
    board = np.array([188, 146, 96], np.float32) + grain[..., None] * np.array([1.0, 0.9, 0.7], np.float32)
    cv2.rectangle(board, (0, 0), (WIDTH, 84), (120, 78, 42), -1)
    cv2.rectangle(board, (0, 0), (54, HEIGHT), (112, 72, 40), -1)
    for x, y, tint in ((80, 1500, (236, 232, 214)), (1290, 180, (222, 234, 240))):
        _blind_sheet(board, x, y, tint)
    return np.asarray(board, dtype=np.float32)


def _glass_case(chance: np.random.Generator) -> NDArray[np.float32]:
    cloth = chance.normal(0, 5, (HEIGHT, WIDTH)).astype(np.float32)
    case = np.array([52, 84, 112], np.float32) + cloth[..., None]
    cv2.rectangle(case, (0, 0), (WIDTH, HEIGHT), (176, 180, 184), 120)
    cv2.rectangle(case, (60, 60), (WIDTH - 60, HEIGHT - 60), (90, 94, 98), 6)
    return case


def _blind_sheet(board: NDArray[np.float32], x: int, y: int, tint: tuple[int, int, int]) -> None:
    """Part of another sheet, its lines too blurred to read."""
    cv2.rectangle(board, (x, y), (x + 420, y + 560), tint, -1)
    for row in range(40, 520, 34):
        cv2.line(board, (x + 30, y + row), (x + 380, y + row), tuple(0.78 * v for v in tint), 9)


def _hung(scene: NDArray[np.float32], notice: NDArray[np.uint8], chance: np.random.Generator) -> NDArray[np.float32]:
    """The sheet warped into the scene, with a soft shadow below it and pins in its upper corners."""
    height, width = notice.shape[:2]
    left, top, right, bottom = 215, 175, 1285, 1690
    corners = np.array([[left, top], [right, top], [right, bottom], [left, bottom]], np.float32)
    corners += chance.uniform(-38, 38, (4, 2)).astype(np.float32)
    matrix = cv2.getPerspectiveTransform(
        np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32), corners
    )
    sheet = cv2.warpPerspective(notice, matrix, (WIDTH, HEIGHT), flags=cv2.INTER_AREA).astype(np.float32)
    mask = cv2.warpPerspective(np.ones((height, width), np.float32), matrix, (WIDTH, HEIGHT))
    shadow = cv2.GaussianBlur(np.roll(mask, (14, 10), (0, 1)), (0, 0), 9)
    scene = scene * (1 - 0.45 * shadow[..., None])
    scene = scene * (1 - mask[..., None]) + sheet * np.array([0.95, 0.94, 0.9], np.float32) * mask[..., None]
    for corner in corners[:2]:
        x, y = int(corner[0]), int(corner[1]) + 26
        cv2.circle(scene, (x + (24 if x < WIDTH / 2 else -24), y), 13, (196, 40, 40), -1, cv2.LINE_AA)
    return np.asarray(scene, dtype=np.float32)


def _reflection(scene: NDArray[np.float32], chance: np.random.Generator) -> NDArray[np.float32]:
    """A pale slanting band of light over the glass: it takes contrast, not words."""
    band = np.zeros((HEIGHT, WIDTH), np.float32)
    x = int(chance.integers(260, 700))
    cv2.fillPoly(band, [np.array([[x, 0], [x + 240, 0], [x - 120, HEIGHT], [x - 360, HEIGHT]], np.int32)], 1.0)
    band = cv2.GaussianBlur(band, (0, 0), 40)[..., None] * 0.22
    return np.asarray(scene * (1 - band) + 255 * band, dtype=np.float32)


def _vignette() -> NDArray[np.float32]:
    ys, xs = np.mgrid[-1 : 1 : HEIGHT * 1j, -1 : 1 : WIDTH * 1j]
    return np.asarray(1.0 - 0.16 * (xs**2 + ys**2), dtype=np.float32)

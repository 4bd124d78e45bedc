"""What lies behind a sheet of paper: table tops, cloth, walls, cork."""

import cv2
import numpy as np

from tests.kit.pigment import Mask, clouds

Shape = tuple[int, ...]
TONES = {  # RGB of a kind of surface; one is picked and shifted a little
    "wood": ((168, 124, 80), (120, 82, 52), (196, 160, 118), (92, 62, 44)),
    "desk": ((206, 206, 200), (88, 92, 98), (150, 158, 164), (54, 56, 60)),
    "cloth": ((52, 74, 112), (120, 44, 48), (70, 98, 78), (148, 140, 128)),
    "tiles": ((190, 184, 170), (146, 150, 150)),
    "cork": ((186, 142, 94), (170, 124, 80)),
    "plaster": ((222, 220, 212), (206, 204, 190), (214, 222, 222)),
    "brick": ((150, 92, 74), (168, 160, 150)),
    "felt": ((36, 92, 66), (128, 30, 36), (34, 56, 104)),
    "slate": ((38, 62, 52), (44, 48, 50)),
}


def surface(kind: str, shape: Shape, chance: np.random.Generator) -> np.ndarray:
    """A picture, float32 RGB 0..255 of `shape` (height, width, 3), of a surface seen from near."""
    tones = TONES[kind]
    tone = np.array(tones[int(chance.integers(len(tones)))]) + chance.uniform(-10, 10, 3)
    relief = RELIEF.get(kind, _plain)(shape[:2], chance)
    fine = cv2.resize(chance.normal(0, 0.025, (shape[0] // 2, shape[1] // 2)).astype(np.float32), shape[1::-1])
    shade = (1 + relief + fine).astype(np.float32)
    return cv2.merge([shade * channel for channel in tone.astype(np.float32)])


def _plain(shape: Shape, chance: np.random.Generator) -> Mask:
    return 0.1 * (clouds(shape, 200, chance) - 0.5) + 0.05 * (clouds(shape, 8, chance) - 0.5)


def _wood(shape: Shape, chance: np.random.Generator) -> Mask:
    if chance.random() < 0.5:
        return _wood_across(shape[::-1], chance).T
    return _wood_across(shape, chance)


def _wood_across(shape: Shape, chance: np.random.Generator) -> Mask:
    rings = np.arange(shape[0], dtype=np.float32)[:, None] / chance.uniform(14, 30) + 6 * clouds(shape, 420, chance)
    fibre = cv2.resize(chance.random((shape[0] // 2, shape[1] // 60), np.float32), shape[::-1])
    return 0.09 * np.sin(rings) + 0.16 * (fibre - 0.5)


def _weave(shape: Shape, chance: np.random.Generator) -> Mask:
    pitch = chance.uniform(5, 9)
    y, x = (np.sin(np.arange(n, dtype=np.float32) * 2 * np.pi / pitch) for n in shape)
    return 0.06 * y[:, None] * x[None, :] + 0.12 * (clouds(shape, 300, chance) - 0.5)


def _joints(shape: Shape, chance: np.random.Generator) -> Mask:
    tall, wide = int(chance.integers(130, 240)), int(chance.integers(260, 420))
    relief = _plain(shape, chance)
    for row, top in enumerate(range(0, shape[0], tall)):
        relief[top : top + 6] -= 0.22
        for left in range(wide // 2 * (row % 2), shape[1], wide):
            relief[top : top + tall, left : left + 6] -= 0.22
    return relief


def _crumbs(shape: Shape, chance: np.random.Generator) -> Mask:
    return 0.5 * (clouds(shape, 7, chance) - 0.5) + 0.25 * (clouds(shape, 16, chance) - 0.5)


RELIEF = {"wood": _wood, "cloth": _weave, "felt": _weave, "tiles": _joints, "brick": _joints, "cork": _crumbs}

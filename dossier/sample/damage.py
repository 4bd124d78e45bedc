"""What an office scanner and a careless hand do to a page: skew, uneven light, noise, specks, a dark edge, a turn."""

from __future__ import annotations

from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image


def scan(page: Image.Image, chance: np.random.Generator) -> Image.Image:
    """The page as it comes from an office scanner."""
    image = _skewed(np.asarray(page), float(chance.uniform(-0.9, 0.9)), chance)
    image = cv2.GaussianBlur(image, (0, 0), float(chance.uniform(0.45, 0.75)))
    lit = image.astype(np.float32) * _light(image.shape[:2], chance)[..., None]
    lit += _noise(image.shape[:2], chance)[..., None]
    scanned = np.clip(lit, 0, 255).astype(np.uint8)
    _specks(scanned, chance)
    return Image.fromarray(scanned)


def turned(page: Image.Image, degrees: Literal[0, 90, 180, 270]) -> Image.Image:
    """The page as it lies when someone put it in `degrees` clockwise from upright."""
    return page.rotate(-degrees, expand=True)


def _skewed(image: NDArray[np.uint8], degrees: float, chance: np.random.Generator) -> NDArray[np.uint8]:
    height, width = image.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    matrix[:, 2] += chance.uniform(-8, 8, 2)
    paper = (250, 250, 248)
    return np.asarray(
        cv2.warpAffine(image, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=paper), dtype=np.uint8
    )


def _light(shape: tuple[int, int], chance: np.random.Generator) -> NDArray[np.float32]:
    """Brightness by place: a lamp that is weaker on one side, and the shadow of the lid along one edge."""
    height, width = shape
    coarse = chance.uniform(0.93, 0.99, (3, 3)).astype(np.float32)
    light = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    depth = int(chance.integers(14, 34))
    shadow = np.linspace(float(chance.uniform(0.6, 0.8)), 1, depth, dtype=np.float32)
    if chance.random() < 0.5:
        light[:, :depth] *= shadow
    else:
        light[:, width - depth :] *= shadow[::-1]
    return np.asarray(light, dtype=np.float32)


def _noise(shape: tuple[int, int], chance: np.random.Generator) -> NDArray[np.float32]:
    """Grey sensor noise. A tile of it is laid over the page, which nobody sees and saves most of the time."""
    height, width = shape
    tile = chance.normal(0, 4.0, (512, 512)).astype(np.float32)
    return np.tile(tile, (height // 512 + 1, width // 512 + 1))[:height, :width]


def _specks(image: NDArray[np.uint8], chance: np.random.Generator) -> None:
    height, width = image.shape[:2]
    for _ in range(int(chance.integers(15, 40))):
        x, y = int(chance.integers(width)), int(chance.integers(height))
        grey = int(chance.integers(60, 150))
        cv2.circle(image, (x, y), int(chance.integers(1, 3)), (grey, grey, grey), -1)

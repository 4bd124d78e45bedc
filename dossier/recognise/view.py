"""The picture a page is read from, and the way back from its pixels to points of the upright page."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.typing import NDArray

from dossier.model.geometry import Box
from dossier.recognise.engine import Image

POINTS_PER_INCH = 72


@dataclass(frozen=True)
class View:
    """A page turned upright and straightened for reading."""

    image: Image
    """Height × width × 3, blue-green-red."""
    dpi: float
    """Pixels per 72 points."""
    back: NDArray[np.float64] = field(default_factory=lambda: np.eye(3))
    """3 × 3: pixels of `image` to pixels of the upright page before it was straightened."""

    @property
    def scale(self) -> float:
        """Pixels per point."""
        return self.dpi / POINTS_PER_INCH

    @property
    def skew(self) -> float:
        """Degrees by which the upright page leans clockwise against this view."""
        return round(math.degrees(math.atan2(float(self.back[1, 0]), float(self.back[0, 0]))), 2)

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """Pixels of the view → points of the upright page. The middle is carried over, width and height are kept."""
        x, y, w = self.back @ np.array([(x0 + x1) / 2, (y0 + y1) / 2, 1.0])
        x, y, half_width, half_height = x / w, y / w, (x1 - x0) / 2, (y1 - y0) / 2
        edges = (x - half_width, y - half_height, x + half_width, y + half_height)
        return Box(*(float(edge) / self.scale for edge in edges))

    def pixels(self, box: Box) -> tuple[int, int, int, int]:
        """Points of the upright page → whole pixels of the view (x0, y0, x1, y1), cut at its edges."""
        pixels = box.scaled(self.scale)
        x, y, w = np.linalg.inv(self.back) @ np.array([pixels.cx, pixels.cy, 1.0])
        x, y, half_width, half_height = x / w, y / w, pixels.width / 2, pixels.height / 2
        height, width = self.image.shape[:2]
        x0, y0 = max(0, int(x - half_width)), max(0, int(y - half_height))
        return x0, y0, min(width, int(np.ceil(x + half_width))), min(height, int(np.ceil(y + half_height)))


def turned(image: Image, degrees: int) -> Image:
    """The picture turned clockwise by 0, 90, 180 or 270 degrees."""
    codes = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}
    return image if degrees == 0 else np.asarray(cv2.rotate(image, codes[degrees]), dtype=np.uint8)


def turned_box(box: Box, degrees: int, width: float, height: float) -> Box:
    """A box of a page of the given size (before turning) after the page is turned clockwise."""
    if degrees == 90:
        return Box(height - box.y1, box.x0, height - box.y0, box.x1)
    if degrees == 180:
        return Box(width - box.x1, height - box.y1, width - box.x0, height - box.y0)
    if degrees == 270:
        return Box(box.y0, width - box.x1, box.y1, width - box.x0)
    return box

"""Small skew: how far a page lies askew, and the page made straight so that rulings and baselines run level."""

from __future__ import annotations

import math

import cv2
import numpy as np

from dossier.recognise.engine import Image
from dossier.recognise.view import View

LARGEST = 5.0
SMALLEST = 0.3
"""Degrees. Below this nothing is gained by turning the page, and turning blurs."""
CLEARER = 1.08
"""By how much rows must stand out better than on the page as it lies, or the page is left alone."""
WORKING_DPI = 100
MOST_POINTS = 60_000
"""Pixels of ink that are looked at; more say nothing new."""


def skew(image: Image, dpi: float) -> float:
    """Degrees clockwise by which rows run downhill, between -5 and 5; 0 when there is no telling."""
    ink = _ink(image, dpi)
    ys, xs = np.nonzero(ink)
    if len(xs) < 200:
        return 0.0
    step = len(xs) // MOST_POINTS + 1
    across, down = xs[::step].astype(np.float32), ys[::step].astype(np.float32)

    def clearness(angle: float) -> float:
        """How sharply rows of ink and rows of paper alternate when the page is turned back by `angle`."""
        rows = down - np.float32(math.tan(math.radians(angle))) * across + np.float32(ink.shape[1])
        return float(np.square(np.diff(np.bincount(rows.astype(np.int32)).astype(np.float64))).sum())

    coarse = max((step / 2 for step in range(-10, 11)), key=clearness)
    best = max((coarse + step / 10 for step in range(-4, 5)), key=clearness)
    if abs(best) > LARGEST or clearness(best) < clearness(0.0) * CLEARER:
        return 0.0
    return round(float(best), 2)


def straightened(image: Image, dpi: float) -> View:
    """The page with a skew between 0.3 and 5 degrees taken out; otherwise the page as it is."""
    angle = skew(image, dpi)
    if abs(angle) < SMALLEST:
        return View(image, dpi)
    height, width = image.shape[:2]
    there = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    paper = tuple(float(v) for v in np.median(image[:: height // 50 or 1, :: width // 50 or 1], axis=(0, 1)))
    level = cv2.warpAffine(image, there, (width, height), flags=cv2.INTER_CUBIC, borderValue=paper)
    return View(np.asarray(level, dtype=np.uint8), dpi, np.linalg.inv(np.vstack([there, [0.0, 0.0, 1.0]])))


def _ink(image: Image, dpi: float) -> Image:
    """Dark strokes as 255 on 0 at 100 dpi, whatever the light."""
    factor = min(1.0, WORKING_DPI / dpi)
    grey = cv2.resize(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    ink = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 15)
    margin = min(ink.shape) // 25
    return np.asarray(ink[margin:-margin, margin:-margin], dtype=np.uint8)

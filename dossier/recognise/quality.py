"""What the picture of a page is worth: blank or not, resolution, sharpness and contrast."""

from __future__ import annotations

import cv2
import numpy as np

from dossier.model.pages import Quality
from dossier.model.picture import Picture
from dossier.recognise.ink import Grey

MEASURED_HEIGHT = 1600
LEAST_DPI = 100.0
LEAST_SHARPNESS = 25.0
LEAST_CONTRAST = 25.0
"""Below these, characters of ordinary print no longer read. Clean scans at 150 dpi lie far above."""
BLANK_INK = 0.0002
"""A page with a smaller share of ink bears at most a page number or dust."""


def measure(picture: Picture) -> Quality:
    """Figures of the picture, and in `problem` why it reads badly, if it does."""
    grey = np.asarray(cv2.cvtColor(picture.image, cv2.COLOR_BGR2GRAY), dtype=np.uint8)
    dpi = min(picture.dpi, picture.embedded_dpi) if picture.embedded_dpi else picture.dpi
    if is_blank(grey):
        return Quality(round(dpi), blank=True)
    sharpness, contrast = _sharpness(grey), _contrast(grey)
    problem = "" if picture.lines is not None else _problem(dpi, sharpness, contrast)
    return Quality(round(dpi), round(sharpness, 1), round(contrast, 1), problem=problem)


def is_blank(grey: Grey) -> bool:
    """Nothing is printed or written on the page; specks of dust and shadows at its edges do not count."""
    height, width = grey.shape
    small = cv2.resize(grey, (max(1, width * 1000 // height), 1000), interpolation=cv2.INTER_AREA)
    ink = cv2.adaptiveThreshold(
        cv2.medianBlur(small, 3), 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 41, 18
    )
    inner = ink[30:-30, 30:-30]
    return bool(inner.size == 0 or np.count_nonzero(inner) < BLANK_INK * inner.size)


def _sharpness(grey: Grey) -> float:
    """Variance of the Laplacian at a height of 1,600 pixels."""
    height, width = grey.shape
    scaled = cv2.resize(grey, (width * MEASURED_HEIGHT // height, MEASURED_HEIGHT), interpolation=cv2.INTER_AREA)
    return float(cv2.Laplacian(scaled, cv2.CV_64F).var())


def _contrast(grey: Grey) -> float:
    """Grey levels between ink and paper: the darkest hundredth against the middle of the lightest half."""
    dark, light = np.percentile(grey[::4, ::4], [1, 75])
    return float(light - dark)


def _problem(dpi: float, sharpness: float, contrast: float) -> str:
    if dpi < LEAST_DPI:
        return f"图像分辨率过低（约{dpi:.0f} dpi），请重新扫描（建议300 dpi）"
    if contrast < LEAST_CONTRAST:
        return "图像对比度过低，文字难以辨认，请重新扫描（建议300 dpi）"
    if sharpness < LEAST_SHARPNESS:
        return "图像模糊，请重新扫描（建议300 dpi）"
    return ""

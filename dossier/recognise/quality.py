"""What the picture of a page is worth: blank or not, resolution, sharpness and contrast."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from dossier.model.pages import Quality
from dossier.model.picture import Picture
from dossier.recognise.engine import Image
from dossier.recognise.ink import Grey
from dossier.recognise.paper import scene

MEASURED_HEIGHT = 1600
LEAST_DPI = 100.0
LEAST_STEEPNESS = 0.25
LEAST_CONTRAST = 25.0
"""Below these, characters of ordinary print no longer read. Clean scans at 150 dpi lie far above; photographs of
hand-held sheets have a steepness of 0.33 and more, and print of 12 points is misread below 0.3."""
BARELY = 0.8
"""From this share of them down, no reading is reliable."""
POOR, UNRELIABLE = 0.95, 0.8
"""What readings of such pages are worth; with the second no value is sure enough to carry a defect."""
STEEPEST = 600
"""So many of the steepest pixels are looked at, a few characters' worth."""
BLANK_INK = 0.0002
"""A page with a smaller share of ink bears at most a page number or dust."""
DUST = 8
"""Specks of fewer pixels, at a height of 1,400 pixels, are no ink."""
COLOURLESS = 14
"""Grey and black copies have no pixel (but one in a thousand) whose colours differ by more levels than this."""


def measure(picture: Picture) -> Quality:
    """Figures of the picture, and in `problem` why it reads badly, if it does."""
    grey = np.asarray(cv2.cvtColor(picture.image, cv2.COLOR_BGR2GRAY), dtype=np.uint8)
    dpi = round(min(picture.dpi, picture.embedded_dpi) if picture.embedded_dpi else picture.dpi)
    drawn = picture.lines is not None
    colour = drawn or _has_colour(picture.image)
    if is_blank(grey):
        return Quality(dpi, colour=colour, blank=True)
    height, width = grey.shape
    size = (width * MEASURED_HEIGHT // height, MEASURED_HEIGHT)
    scaled = np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    sharpness, contrast = _sharpness(scaled), _contrast(scaled)
    problem, worth = ("", 1.0) if drawn else _problem(dpi, contrast, _steepness(scaled, contrast))
    surroundings = 0.0 if drawn else scene(picture.image)
    return Quality(dpi, round(sharpness, 1), round(contrast, 1), colour, surroundings, problem=problem, worth=worth)


def with_losses(quality: Quality, lost: str) -> Quality:
    """The quality of a page on which print was lost as `lost` says; what was poor before comes first."""
    if not lost:
        return quality
    problem = f"{quality.problem}；{lost}" if quality.problem else lost
    return replace(quality, problem=problem, worth=min(quality.worth, UNRELIABLE))


def is_blank(grey: Grey) -> bool:
    """Nothing is printed or written on the page; specks of dust and shadows at its edges do not count."""
    height, width = grey.shape
    small = cv2.resize(grey, (max(1, width * 1400 // height), 1400), interpolation=cv2.INTER_AREA)
    ink = cv2.adaptiveThreshold(small, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 57, 10)
    inner = ink[42:-42, 42:-42]
    if inner.size == 0:
        return True
    _, _, stats, _ = cv2.connectedComponentsWithStats(inner, connectivity=8)
    areas = stats[1:, cv2.CC_STAT_AREA]
    return bool(areas[areas >= DUST].sum() < BLANK_INK * inner.size)


def _has_colour(image: Image) -> bool:
    sample = image[::4, ::4].astype(np.int16)
    return bool(np.percentile(sample.max(axis=2) - sample.min(axis=2), 99.9) > COLOURLESS)


def _sharpness(scaled: Grey) -> float:
    """Variance of the Laplacian. This and the figures below are taken at a height of 1,600 pixels."""
    return float(cv2.Laplacian(scaled, cv2.CV_64F).var())


def _contrast(scaled: Grey) -> float:
    """Grey levels between the ground and the middle of the print, dark on light or light on dark."""
    ground = float(np.median(scaled[::4, ::4]))
    levels = [0.0]
    for picture, level in ((scaled, ground), (255 - scaled, 255 - ground)):
        print_ = cv2.adaptiveThreshold(picture, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 57, 12) > 0
        if np.count_nonzero(print_) > BLANK_INK * print_.size:
            levels.append(level - float(np.median(picture[print_])))
    return max(levels)


def _steepness(scaled: Grey, contrast: float) -> float:
    """The share of the step from paper to ink that falls within one pixel, at the steepest edges of the page.

    Unlike the variance of the Laplacian it does not depend on how much is printed: 0.3 and more for clean scans.
    """
    smooth = cv2.blur(scaled, (2, 2)).astype(np.float32)
    slope = cv2.magnitude(cv2.Sobel(smooth, cv2.CV_32F, 1, 0) / 8, cv2.Sobel(smooth, cv2.CV_32F, 0, 1) / 8)
    inner = slope[40:-40, 40:-40].ravel()
    steepest = np.partition(inner, len(inner) - STEEPEST)[-STEEPEST:]
    return float(np.median(steepest)) / max(contrast, 1.0)


def _problem(dpi: float, contrast: float, steepness: float) -> tuple[str, float]:
    """What is poor about the picture, in Chinese with what to do about it, and what its readings are worth."""
    if dpi < LEAST_DPI:
        return f"图像分辨率过低（约{dpi:.0f} dpi），请重新扫描（建议300 dpi）", _worth(dpi / LEAST_DPI)
    if contrast < LEAST_CONTRAST:
        return "图像对比度过低，文字难以辨认，请重新扫描（建议300 dpi）", _worth(contrast / LEAST_CONTRAST)
    if steepness < LEAST_STEEPNESS:
        return "图像模糊，请重新扫描（建议300 dpi）", UNRELIABLE
    return "", 1.0


def _worth(share: float) -> float:
    """By the share of the least acceptable figure that the picture reaches."""
    return POOR if share > BARELY else UNRELIABLE

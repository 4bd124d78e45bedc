"""Colours of ink: red seal ink apart from black print."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from dossier.recognise.engine import Image

Grey = NDArray[np.uint8]
"""Height × width, 0 black to 255 white."""


_STRETCHED = np.clip((np.arange(256) - 90) * (255 / 110), 0, 255).astype(np.uint8)
"""Levels of the red channel, 90 to 200 spread over black to white."""


def without_red(image: Image) -> Grey:
    """Grey picture in which red ink has vanished: the red channel, stretched so that traces of red turn white."""
    return np.asarray(cv2.LUT(np.ascontiguousarray(image[:, :, 2]), _STRETCHED), dtype=np.uint8)


def redness(image: Image) -> Grey:
    """By how much red exceeds the stronger of green and blue, 0 to 255: red ink, be black print under it or not."""
    blue, green, red = cv2.split(image)
    return np.asarray(cv2.subtract(red, cv2.max(blue, green)), dtype=np.uint8)


def without_stamps(image: Image) -> Grey:
    """The red channel with red ink painted over as paper. Unlike `without_red` it keeps pale rulings of any colour."""
    red = image[:, :, 2]
    stamped = (redness(image) > 40) & (red > 120)
    return np.where(stamped, np.uint8(np.percentile(red[::8, ::8], 60)), red).astype(np.uint8)


def strokes(grey: Grey, dpi: float) -> Grey:
    """Dark strokes as 255 on 0, whatever the light falls like; the surroundings of 25 points are the measure."""
    block = int(dpi * 25 / 72) | 1
    return np.asarray(
        cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, block, 20), dtype=np.uint8
    )


def seal_ink(crop: Image) -> tuple[Grey, Grey, Grey]:
    """Red ink dark on white in a crop around a seal, in three ways whose faults differ.

    JPEG keeps colour at half the resolution of light. Redness alone is blurred; the green channel is sharp but shows
    black print as well. The first picture is the green channel where it is red too, the second the green channel with
    black print blotted, the third takes redness alone.
    """
    red = redness(crop).astype(np.float32)
    paper = float(np.percentile(red, 30))
    green, full = crop[:, :, 1].astype(np.float32), crop[:, :, 2].astype(np.float32)
    light = float(np.percentile(green, 85))
    inked = red > paper + max(15.0, 0.4 * (float(np.percentile(red, 97)) - paper))
    strong = float(np.percentile(red[inked], 60)) - paper if inked.sum() > 50 else 80.0
    coloured = 255 - np.clip(255 * (red - paper) / max(strong, 20.0), 0, 255)
    dark = float(np.percentile(green[inked], 20)) if inked.sum() > 50 else light - 120
    sharp = np.clip((green - dark) / max(light - 10 - dark, 20) * 255, 0, 255)
    black = cv2.dilate((full < 0.62 * np.percentile(full, 85)).astype(np.uint8), np.ones((3, 3), np.uint8))
    both = np.maximum(sharp, np.clip(1.5 * coloured - 127, 0, 255))
    return both.astype(np.uint8), np.where(black > 0, 255, sharp).astype(np.uint8), coloured.astype(np.uint8)

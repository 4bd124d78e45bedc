"""Where the paper ends and the desk begins on a page that was photographed."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from dossier.recognise.engine import Image
from dossier.recognise.ink import Grey

WORKING_HEIGHT = 200
LEAST_AREA = 0.02
"""Bright and colourless areas smaller than this share of the picture do not count as paper."""
WHOLE = 0.95
"""A paper that fills more of the picture than this fills it all."""


PRINT = np.ones((7, 7), np.uint8)
"""At the working height, print and seals on paper are narrower than this."""
LEAST_BOARD = 0.2
"""More of a picture than this is neither bright nor colourless only where the paper does not fill it."""


def scene(image: Image) -> float:
    """The share of the picture that is surroundings rather than paper, 0 to 1; 0 for scans.

    A wall around a board is as bright as paper: there the board between the sheets counts.
    """
    bright = _bright(image)
    paper = np.count_nonzero(cv2.morphologyEx(bright, cv2.MORPH_CLOSE, PRINT))
    between = 1 - float(paper) / (WORKING_HEIGHT * _working_width(image))
    return max(_around(image, _outline(bright)), round(between, 2) if between > LEAST_BOARD else 0.0)


def paper_mask(image: Image) -> Grey:
    """255 where the paper lies, 0 around it; all 255 for scans."""
    height, width = image.shape[:2]
    mask = np.zeros((height, width), np.uint8)
    outline = _outline(_bright(image))
    if outline is None or _around(image, outline) == 0.0:
        mask[:] = 255
        return mask
    corners = (outline.astype(np.float64) * [width / _working_width(image), height / WORKING_HEIGHT]).astype(np.int32)
    return np.asarray(cv2.fillPoly(mask, [corners], (255,)), dtype=np.uint8)


def _around(image: Image, outline: NDArray[np.int32] | None) -> float:
    """The share of the picture that lies outside the outline, 0 to 1."""
    if outline is None:
        return 1.0
    share = float(cv2.contourArea(outline)) / (WORKING_HEIGHT * _working_width(image))
    return 0.0 if share > WHOLE else round(1 - share, 2)


def _outline(paper: NDArray[np.uint8]) -> NDArray[np.int32] | None:
    """Hull of the large areas of what `_bright` found, in pixels of the picture at 200 pixels' height."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(paper, connectivity=4)
    large = [label for label in range(1, count) if stats[label, cv2.CC_STAT_AREA] > LEAST_AREA * paper.size]
    if not large:
        return None
    return np.asarray(cv2.convexHull(np.argwhere(np.isin(labels, large))[:, ::-1].astype(np.int32)), dtype=np.int32)


def _working_width(image: Image) -> int:
    return max(8, int(image.shape[1]) * WORKING_HEIGHT // int(image.shape[0]))


def _bright(image: Image) -> NDArray[np.uint8]:
    """1 where the picture, at the working height, is bright and colourless as paper is, 0 elsewhere."""
    small = cv2.resize(image, (_working_width(image), WORKING_HEIGHT), interpolation=cv2.INTER_AREA).astype(np.int16)
    light, spread = small.min(axis=2), np.ptp(small, axis=2)
    return np.asarray((light >= 0.6 * np.percentile(light, 90)) & (spread < 60), dtype=np.uint8)

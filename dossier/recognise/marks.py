"""Handwriting that is no line of text: signatures and the like."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np

from dossier.model.geometry import Box
from dossier.recognise.ink import Grey
from dossier.recognise.paper import paper_mask
from dossier.recognise.view import View

SMALLEST_WIDTH, SMALLEST_HEIGHT = 14.0, 8.0
LARGEST_WIDTH, LARGEST_HEIGHT = 260.0, 110.0
"""Points. Smaller is dust and punctuation, larger is a drawing or a photograph."""
LEAST_INK, MOST_INK = 0.02, 0.45
"""Share of its box that the strokes of a mark cover; pictures and blots cover more."""
TRACE, TRACE_INK = 3.0, 5.0
"""Points and square points: smaller is dust."""
PEN_GAP = 6.0
EDGE = 12.0
"""Points along the edges of the paper where scanners and desks leave shadows."""


class Found(NamedTuple):
    """Boxes in points, each from the top of the page."""

    marks: tuple[Box, ...]
    """Handwriting."""
    traces: tuple[Box, ...]
    """Ink too small, faint or large to be called that."""


def find_marks(view: View, ink: Grey, lines: Sequence[Box], others: Sequence[Box]) -> Found:
    """What is left of a page's `ink` outside `lines` (text that was read) and `others` (seals, pictures), in points."""
    ink = ink.copy()
    reach = int(EDGE * view.scale)
    paper = cv2.copyMakeBorder(paper_mask(view.image), 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=(0,))
    ink[cv2.distanceTransform(paper, cv2.DIST_C, 3)[1:-1, 1:-1] < reach] = 0
    for box in [line.grown(2.0) for line in lines] + [other.grown(3.0) for other in others]:
        x0, y0, x1, y1 = view.pixels(box)
        ink[y0:y1, x0:x1] = 0
    factor = 2 / view.scale
    small = cv2.resize(ink, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    pen = cv2.morphologyEx(np.where(small > 60, 255, 0).astype(np.uint8), cv2.MORPH_OPEN, np.ones((1, 2), np.uint8))
    reach = int(PEN_GAP * 2)
    joined = cv2.morphologyEx(pen, cv2.MORPH_CLOSE, np.ones((reach, reach), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    found: list[Box] = []
    traces: list[Box] = []
    for x, y, w, h, _area in stats[1:count]:
        share = float(np.count_nonzero(pen[y : y + h, x : x + w])) / (w * h)
        box = view.box(x / factor, y / factor, (x + w) / factor, (y + h) / factor).rounded()
        if _like_handwriting(w / 2, h / 2, share):
            found.append(box)
        elif min(w, h) / 2 >= TRACE and share * w * h / 4 >= TRACE_INK:
            traces.append(box)
    return Found(*(tuple(sorted(boxes, key=lambda box: (box.y0, box.x0))) for boxes in (found, traces)))


def _like_handwriting(width: float, height: float, share: float) -> bool:
    """By size in points and share of ink."""
    fits = SMALLEST_WIDTH <= width <= LARGEST_WIDTH and SMALLEST_HEIGHT <= height <= LARGEST_HEIGHT
    return fits and LEAST_INK <= share <= MOST_INK

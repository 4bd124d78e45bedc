"""Whether a line of text was written with a pen: by the strokes in the picture, compared with the page's print."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from dossier.model.geometry import Box
from dossier.recognise.engine import Image
from dossier.recognise.ink import Grey, strokes, without_red
from dossier.recognise.view import View

BLUE_PEN, BY_COLOUR = 18.0, 0.9
"""Levels by which ink is bluer than the page's print from which its colour alone tells a pen, and what that counts."""
RED_OVER = -25
"""Blue less red of ink below which a seal lies over it; its colour says nothing of the pen."""
LEAST_PIXELS, LEAST_LINES = 20, 3
LEAST_BLUE = 10
"""Per cent of a page's lines that are print at least, by which the ink of print is told from a blue pen's."""
WEIGHTS, BIAS = (4.3, 1.4, -2.9, 1.2, 2.4, 3.4, -1.2, 0.7, -3.0, -1.0, 1.7), -2.5
"""Of height, width, the shares of SECTORS in their order, and pieces: rounded from a logistic regression over drawn
lines, print in eight typefaces and names in six hands, black ink alone. Names in a hand left out of it were told at
0.6 in 78 of 100, names in a typeface left out of it mistaken in 2 of 100."""
PER_BLUE = 1.0
"""What ten levels of blue over the print's count beside the WEIGHTS."""
SECTORS = (-7.5, 7.5, 22.5, 67.5, 82.5, 97.5, 112.5, 157.5, 172.5)
"""Degrees across an edge between which its directions are counted together: upright edges of print lie within the
first, level ones within the fifth, a pen's lean."""
WINDOW = 40.0
"""Points at the end of a line that are looked at by themselves: a printed label may share the line with a pen."""


class Strokes(NamedTuple):
    """What the strokes in a box look like; all but `blue` are compared with the page's print as a ratio."""

    height: float
    """Points; of pieces of joined ink, weighed by their ink."""
    blue: float
    """Levels by which the ink is bluer than the paper around it."""
    width: float
    """Points."""
    edges: NDArray[np.float64]
    """Share of the edges whose direction lies in each of the SECTORS; their sum is 1."""
    pieces: float
    """Pieces of joined ink in a point of the line."""


def page_ink(view: View, rulings: Grey) -> Grey:
    """Dark strokes as 255 on 0, without rulings and red ink."""
    ink = strokes(without_red(view.image), view.dpi)
    ink[cv2.dilate(rulings, np.ones((5, 5), np.uint8)) > 0] = 0
    return ink


def handwritten(view: View, ink: Grey, lines: Sequence[Box]) -> list[float | None]:
    """For each line on the page's `ink` 0 (print) to 1 (a pen).

    None where there is too little ink or no print to compare it with.
    """
    whole = [_strokes(view, ink, box) for box in lines]
    known = [one for one in whole if one is not None]
    if len(known) < LEAST_LINES:
        return [None] * len(lines)
    usual = Strokes(*(np.median(np.array(values), axis=0) for values in zip(*_print(known), strict=True)))
    return [
        None if one is None else round(max(_score(one, usual), _score_of_parts(view, ink, box, usual)), 3)
        for one, box in zip(whole, lines, strict=True)
    ]


def _print(lines: Sequence[Strokes]) -> Sequence[Strokes]:
    """The lines of the ink that is least blue: print, where most of a form is filled in with a blue pen."""
    plain = [one.blue for one in lines if one.blue > RED_OVER]
    least = float(np.percentile(plain, LEAST_BLUE)) if plain else 0.0
    printed = [one for one in lines if RED_OVER < one.blue < least + BLUE_PEN / 2]
    return printed if len(printed) >= LEAST_LINES else lines


def _score_of_parts(view: View, ink: Grey, box: Box, usual: Strokes) -> float:
    """Of the end of a line, and of any part of it whose ink is blue: a day may be printed behind a signature."""
    if box.width < 2 * WINDOW or box.width < 3 * box.height:
        return 0.0
    end = _strokes(view, ink, Box(box.x1 - WINDOW, box.y0, box.x1, box.y1))
    starts = np.arange(box.x0 + WINDOW, box.x1 - WINDOW, WINDOW / 2)
    parts = (_blue_at(view, ink, Box(float(x), box.y0, float(x) + WINDOW, box.y1)) for x in starts)
    if any(blue is not None and blue - usual.blue >= BLUE_PEN for blue in parts):
        return BY_COLOUR
    return 0.0 if end is None else _score(end, usual)


def _score(one: Strokes, usual: Strokes) -> float:
    if one.blue - usual.blue >= BLUE_PEN:
        return BY_COLOUR
    blue = float(np.clip((one.blue - usual.blue) / 10, -1, 2.5))
    return float(1 / (1 + np.exp(-(float(np.dot(WEIGHTS, features(one, usual))) + PER_BLUE * blue + BIAS))))


def features(one: Strokes, usual: Strokes) -> NDArray[np.float64]:
    """Logarithms of ratios to the page's print, in the order of WEIGHTS; beyond a factor of three they count alike."""
    ours, theirs = (np.array([each.height, each.width, *each.edges, each.pieces]) + 0.02 for each in (one, usual))
    return np.asarray(np.clip(np.log(ours / theirs), -1.2, 1.2), dtype=np.float64)


def _strokes(view: View, ink: Grey, box: Box) -> Strokes | None:
    x0, y0, x1, y1 = view.pixels(box)
    part = ink[y0:y1, x0:x1]
    area = int(np.count_nonzero(part))
    if area < LEAST_PIXELS:
        return None
    _, _, stats, _ = cv2.connectedComponentsWithStats(part, connectivity=8)
    heights, areas = stats[1:, cv2.CC_STAT_HEIGHT], stats[1:, cv2.CC_STAT_AREA]
    edge = area - int(np.count_nonzero(cv2.erode(part, np.ones((3, 3), np.uint8))))
    return Strokes(
        float((heights * areas).sum() / areas.sum()) / view.scale,
        _blue(view.image[y0:y1, x0:x1], part > 0),
        2 * area / max(edge, 1) / view.scale,
        _edges(view.image[y0:y1, x0:x1, 2], part, view.scale),
        float(np.count_nonzero(areas > 3)) * view.scale / part.shape[1],
    )


def _edges(grey: Grey, ink: Grey, scale: float) -> NDArray[np.float64]:
    """`Strokes.edges`, weighed by how steep they are; the faintest are left out."""
    smooth = cv2.GaussianBlur(grey.astype(np.float32), (0, 0), max(0.3 * scale, 0.5))
    across, down = cv2.Sobel(smooth, cv2.CV_32F, 1, 0, ksize=3), cv2.Sobel(smooth, cv2.CV_32F, 0, 1, ksize=3)
    steep = np.hypot(across, down) * (cv2.dilate(ink, np.ones((3, 3), np.uint8)) > 0)
    if not steep.any():
        return np.full(len(SECTORS) - 1, 1 / (len(SECTORS) - 1))
    plain = steep > np.percentile(steep[steep > 0], 40)
    directions = (np.degrees(np.arctan2(down[plain], across[plain])) - SECTORS[0]) % 180 + SECTORS[0]
    shares, _ = np.histogram(directions, bins=SECTORS, weights=steep[plain])
    return np.asarray(shares / shares.sum(), dtype=np.float64)


def _blue_at(view: View, ink: Grey, box: Box) -> float | None:
    """`Strokes.blue` alone; None where there is too little ink."""
    x0, y0, x1, y1 = view.pixels(box)
    inked = ink[y0:y1, x0:x1] > 0
    return _blue(view.image[y0:y1, x0:x1], inked) if np.count_nonzero(inked) >= LEAST_PIXELS else None


def _blue(image: Image, inked: NDArray[np.bool_]) -> float:
    surplus = image[:, :, 0].astype(np.int16) - image[:, :, 2]
    paper = surplus[~inked]
    clear = inked & (surplus > RED_OVER)
    ink = surplus[clear if np.count_nonzero(clear) >= LEAST_PIXELS else inked]
    return float(ink.mean()) - (float(np.median(paper)) if paper.size else 0.0)

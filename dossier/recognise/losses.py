"""Print that a picture has lost: cut off at the edge of the picture, or drowned in the glare of a lamp."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from dossier.model.geometry import Box
from dossier.model.pages import Line, Page
from dossier.recognise.engine import Image
from dossier.recognise.ink import Grey
from dossier.recognise.view import View

AT_THE_EDGE = 2.0
"""Points. On 1,971 drawn pages that are whole one line came as close to an edge of the picture."""
CUT_ROWS = 2
"""So many rows end at the left or right edge when print is cut there: one may be a mark of the scanner."""
LEAST_TEXT, LEAST_ROW = 2, 4
"""Characters of a line that counts as cut off at the side, and of one cut along its length."""
LEGIBLE = 0.6
WORKING_HEIGHT = 600
BURNT = 250
"""No colour is darker: the sensor was full."""
WHITE_PAPER = 240
"""Scans whose paper is this white all over do not tell glare from paper."""
SMALLEST_SPOT, LARGEST_SPOT = 0.002, 0.25
"""Shares of the picture."""
BROKEN_ROWS = 2
REACH = 3.0
"""How far from the glare, in heights of the row, print may still be too pale to be read."""


def lost_print(view: View, page: Page) -> str:
    """In Chinese, what print the page has lost and what to do; empty when none was. `view`: what it was read from."""
    if is_cut(page.lines, page.width, page.height):
        return "页边文字被裁掉，请重新扫描或拍摄，把四角拍全"
    if has_glare(view, page.lines, page.cells):
        return "反光盖住了文字，请重新扫描，或避开灯光重拍"
    return ""


def is_cut(lines: Sequence[Line], width: float, height: float) -> bool:
    """Whether print runs off the page: rows end at its left or right edge, or one lies on its upper or lower edge."""
    rows = [line for line in lines if line.confidence >= LEGIBLE and len(line.text) >= LEAST_TEXT]
    left = sum(row.box.x0 <= AT_THE_EDGE for row in rows)
    right = sum(row.box.x1 >= width - AT_THE_EDGE for row in rows)
    level = [row.box for row in rows if len(row.text) >= LEAST_ROW]
    along = any(box.y0 <= AT_THE_EDGE or box.y1 >= height - AT_THE_EDGE for box in level)
    return max(left, right) >= CUT_ROWS or along


def has_glare(view: View, lines: Sequence[Line], cells: Sequence[Box] = ()) -> bool:
    """Whether rows of print, in one cell if in any, break off at a burnt-out spot in which nothing can be read."""
    factor = WORKING_HEIGHT / view.image.shape[0]
    rows = [
        (Box(*map(float, view.pixels(line.box))).scaled(factor), _home(line.box, cells))
        for line in lines
        if len(line.text) >= LEAST_TEXT
    ]
    return any(_swallows(spot, rows) for spot in _burnt_spots(view.image, factor))


def _home(box: Box, cells: Sequence[Box]) -> int | None:
    """The cell in which the middle of the box lies."""
    return next((i for i, c in enumerate(cells) if c.x0 < box.cx < c.x1 and c.y0 < box.cy < c.y1), None)


def _burnt_spots(image: Image, factor: float) -> Iterator[NDArray[np.bool_]]:
    """Masks of the areas whose paper is burnt out, print on it or not, in the picture scaled by `factor`."""
    size = (max(8, round(image.shape[1] * factor)), WORKING_HEIGHT)
    darkest: Grey = cv2.resize(image, size, interpolation=cv2.INTER_AREA).min(axis=2)
    if np.median(darkest) >= WHITE_PAPER:
        return
    paper = cv2.morphologyEx(darkest, cv2.MORPH_CLOSE, np.ones((11, 11), np.uint8))
    burnt = cv2.morphologyEx((paper >= BURNT).astype(np.uint8), cv2.MORPH_OPEN, np.ones((13, 13), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(burnt, connectivity=4)
    for label in range(1, count):
        if SMALLEST_SPOT <= stats[label, cv2.CC_STAT_AREA] / burnt.size <= LARGEST_SPOT:
            yield labels == label


def _swallows(spot: NDArray[np.bool_], rows: Sequence[tuple[Box, int | None]]) -> bool:
    """More rows end on one side of the spot and go on behind it than run through its middle."""
    ends: list[tuple[Box, int | None]] = []
    begins: list[tuple[Box, int | None]] = []
    legible = 0
    for row, cell in rows:
        across = np.flatnonzero(spot[min(int(row.cy), spot.shape[0] - 1)])
        if not len(across):
            continue
        left, right, reach = float(across[0]), float(across[-1]), REACH * row.height
        if row.x0 < left and abs(row.x1 - left) <= reach:
            ends.append((row, cell))
        elif row.x1 > right and abs(row.x0 - right) <= reach:
            begins.append((row, cell))
        elif row.x0 < (left + right) / 2 < row.x1:
            legible += 1
    broken = sum(any(cell == other and end.overlap_y(begin) > 0.5 for begin, other in begins) for end, cell in ends)
    return broken >= max(BROKEN_ROWS, legible + 1)

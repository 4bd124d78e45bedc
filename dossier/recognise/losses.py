"""Print that a picture has lost: cut off at the edge of the picture, or drowned in the glare of a lamp."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
ADDRESS, ADDRESS_BAR = re.compile(r"https?:|www\.|[\w-]\.(?:cn|com|net|org|local)\b"), 0.15
"""What a browser's address has in it, and the share of the picture's height in which it stands."""
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
END = 1.2
"""Length of the end of a row, in heights of the row, in which its print is seen to fade."""
FADED = 25
"""Levels by which the ink at the end is paler than in the rest of the row where a lamp drowns it."""


@dataclass(frozen=True)
class _Row:
    """A row of print in the scaled picture."""

    box: Box
    cell: int | None
    """The cell it stands in."""
    fades: tuple[bool, bool]
    """Whether its print grows pale towards its left and its right end."""


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
    page_begins = _below_tabs(lines, height)
    level = [row.box for row in rows if len(row.text) >= LEAST_ROW and row.box.y0 >= page_begins]
    along = any(box.y0 <= AT_THE_EDGE or box.y1 >= height - AT_THE_EDGE for box in level)
    return max(left, right) >= CUT_ROWS or along


def _below_tabs(lines: Sequence[Line], height: float) -> float:
    """Where the page begins in a picture of a browser: below its address, above which stand its tabs. Points."""
    bars = [line.box.y0 for line in lines if line.box.y1 < ADDRESS_BAR * height and ADDRESS.search(line.text)]
    return min(bars, default=0.0)


def has_glare(view: View, lines: Sequence[Line], cells: Sequence[Box] = ()) -> bool:
    """Whether rows of print, in one cell if in any, break off at a burnt-out spot in which nothing can be read."""
    factor = WORKING_HEIGHT / view.image.shape[0]
    spots = list(_burnt_spots(view.image, factor))
    if not spots:
        return False
    rows = [_row(view, line.box, cells, factor) for line in lines if len(line.text) >= LEAST_TEXT]
    return any(_swallows(spot, rows) for spot in spots)


def _row(view: View, box: Box, cells: Sequence[Box], factor: float) -> _Row:
    x0, y0, x1, y1 = view.pixels(box)
    print_ = view.image[y0:y1, x0:x1].max(axis=2) if x1 > x0 and y1 > y0 else np.full((1, 1), 255, np.uint8)
    end = max(1, round(END * print_.shape[0]))
    rest = _ink_level(print_[:, end:-end])
    fades = _ink_level(print_[:, :end]) - rest >= FADED, _ink_level(print_[:, -end:]) - rest >= FADED
    return _Row(Box(x0, y0, x1, y1).scaled(factor), _home(box, cells), fades)


def _ink_level(print_: Grey) -> float:
    """How dark the ink is, 0 black to 255 white; of a strip without pixels white."""
    return float(np.percentile(print_, 5)) if print_.size else 255.0


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


def _swallows(spot: NDArray[np.bool_], rows: Sequence[_Row]) -> bool:
    """More rows fade out on one side of the spot and go on behind it than run through its middle."""
    ends: list[_Row] = []
    begins: list[_Row] = []
    legible = 0
    for row in rows:
        across = np.flatnonzero(spot[min(int(row.box.cy), spot.shape[0] - 1)])
        if not len(across):
            continue
        left, right, reach = float(across[0]), float(across[-1]), REACH * row.box.height
        if row.box.x0 < left and abs(row.box.x1 - left) <= reach:
            ends.append(row)
        elif row.box.x1 > right and abs(row.box.x0 - right) <= reach:
            begins.append(row)
        elif row.box.x0 < (left + right) / 2 < row.box.x1:
            legible += 1
    broken = sum(any(_broken(end, begin) for begin in begins) for end in ends)
    return broken >= max(BROKEN_ROWS, legible + 1)


def _broken(end: _Row, begin: _Row) -> bool:
    """Whether the two are one row of print that pales towards the gap between them. Columns are dark to their end."""
    level = end.cell == begin.cell and end.box.overlap_y(begin.box) > 0.5
    return level and (end.fades[1] or begin.fades[0])

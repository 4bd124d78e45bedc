"""Streaks of a copier, and edges of shadows, that were taken for rulings: the cells they cut are put together again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dossier.model import Box, Line

TOUCHING = 0.2
"""Share of their height by which runs are apart, or overlap, at most where one text was cut in two."""
_NEAR = 6.0
"""Points between a cut in a text and the side of a cell that made it, and between tops of cells of one row."""
_WIDEST = 12.0
"""Points a streak is wide at most."""
_CUTS = 2
"""Texts a line goes through that is no ruling; a single one may be a table's, filled to its brim."""
_PAGE = 0.85
"""Share of the page's height of a box that is no table cell: one text cut there is enough."""


def without_streaks(boxes: Sequence[Box], lines: Sequence[Line], height: float) -> list[Box]:
    """The cells; those side by side that a streak parts are one. `height`: of the page, in points."""
    cuts = _cuts(lines)
    if not cuts:
        return list(boxes)
    kept = list(boxes)
    while (pair := _parted(kept, cuts, height)) is not None:
        kept = [*(box for box in kept if box not in pair), Box.around(pair)]
    return [box for box in kept if not _is_cut(box, cuts, height)]


def _cuts(lines: Sequence[Line]) -> list[tuple[float, float]]:
    """(x, y) where a text was read as two: runs of one size on one baseline that touch."""
    found = []
    for one in lines:
        beside = [other for other in lines if other is not one and touch(one.box, other.box)]
        found += [((one.box.x1 + other.box.x0) / 2, one.box.cy) for other in beside]
    return found


def touch(left: Box, right: Box) -> bool:
    """Two runs of print of one size on one baseline, without a gap."""
    low, high = sorted((left.height, right.height))
    level = abs(left.cy - right.cy) < 0.2 * low and high < 1.3 * low
    return level and abs(right.x0 - left.x1) < TOUCHING * low


def _parted(boxes: Sequence[Box], cuts: Sequence[tuple[float, float]], height: float) -> tuple[Box, Box] | None:
    """Two cells of one row with nothing but a streak between them."""
    ordered = sorted(boxes, key=lambda box: (box.x0, box.y0))
    for left in ordered:
        beside = [box for box in ordered if -_NEAR < box.x0 - left.x1 < _WIDEST and box.x0 > left.x0]
        for right in beside:
            level = abs(left.y0 - right.y0) < _NEAR and abs(left.y1 - right.y1) < _NEAR
            if level and any(_is_streak(side, left, cuts, height) for side in (left.x1, right.x0)):
                return left, right
    return None


def _is_streak(x: float, box: Box, cuts: Sequence[tuple[float, float]], height: float) -> bool:
    """Whether texts go through a side of a cell, there or in other rows."""
    heights = sorted(y for at, y in cuts if abs(at - x) < _NEAR)
    apart = 1 + sum(below - above > _NEAR for above, below in pairwise(heights)) if heights else 0
    return apart >= (1 if box.height > _PAGE * height else _CUTS)


def _is_cut(box: Box, cuts: Sequence[tuple[float, float]], height: float) -> bool:
    """Whether a text still goes through a side of a cell that a streak made."""
    sides = [side for side in (box.x0, box.x1) if _is_streak(side, box, cuts, height)]
    return any(abs(at - side) < _NEAR and box.y0 - _NEAR < y < box.y1 + _NEAR for side in sides for at, y in cuts)

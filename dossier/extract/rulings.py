"""Cells that ran into one where the ruling between them was not found, parted as the cells beside them are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dossier.model import Box, Line
from dossier.text.regex import Regex

_NEAR = 6.0
"""Points by which the sides of cells of one column differ at most, and rows lie apart."""
_WITHIN, _NARROW = 0.9, 16.0
"""Share of a cell that lies within the one it is in; points of a cell's width at least."""
_COLUMNS = 4
"""Columns at most that ran into one cell."""
_FIGURE = Regex(r"\s*\d{1,6}(?:\.\d{1,2})?\s*")
_ROWS = 2
"""Cells at least that end where a ruling was lost: a column is more than one row's."""
_APART, _OFF_MIDDLE = 0.9, 0.35
"""Heights of a line by which rows of a table are apart at least, where those of one text are closer, and by which a
row may be off the middle of its cell."""


def with_lost_rulings(boxes: Sequence[Box], lines: Sequence[Line]) -> list[Box]:
    """The cells; one with a run of its single row, or a figure, in each column of the row above or below is parted.

    So is one with rows set as far apart as those of a table, where the rulings of other cells go between all of them,
    and one that ran into a cell of the row above or below it, around the other cells of that row.
    """
    whole = [part for box in boxes for part in _row_and_rest(box, boxes, lines) or [box]]
    parted: list[Box] = []
    for box in whole:
        parted += _parts(box, whole, lines) or [box]
    return [part for box in parted for part in _rows_in(box, parted, lines) or [box]]


def _row_and_rest(box: Box, boxes: Sequence[Box], lines: Sequence[Line]) -> list[Box]:
    """The cells of the row whose others lie within the box, and what is left of it; as cells outside it are parted."""
    inner = [other for other in boxes if other is not box and other.area < box.area and other.within(box) > _WITHIN]
    for at_top in (True, False):
        edge = inner[0].y1 if inner and at_top else inner[0].y0 if inner else 0.0
        side = [abs(one.y0 - box.y0) if at_top else abs(one.y1 - box.y1) for one in inner]
        far = [abs((one.y1 if at_top else one.y0) - edge) for one in inner]
        if not inner or max(side + far) > _NEAR or not _parted_beside(box, edge, boxes):
            continue
        if any(
            line.box.y0 < edge - 2 and line.box.y1 > edge + 2 and box.contains(line.box.cx, line.box.cy)
            for line in lines
        ):
            continue
        band = (box.y0, edge) if at_top else (edge, box.y1)
        rest = Box(box.x0, edge, box.x1, box.y1) if at_top else Box(box.x0, box.y0, box.x1, edge)
        row = sorted(inner, key=lambda one: one.x0)
        ends = zip([box.x0, *(one.x1 for one in row)], [*(one.x0 for one in row), box.x1], strict=True)
        return [*(Box(x0, band[0], x1, band[1]) for x0, x1 in ends if x1 - x0 > _NARROW), rest]
    return []


def _parted_beside(box: Box, edge: float, boxes: Sequence[Box]) -> bool:
    """Whether cells outside a box end and begin at this height, as the row and what is left of it would."""
    outside = [other for other in boxes if other.x1 <= box.x0 + _NEAR or other.x0 >= box.x1 - _NEAR]
    ends = any(abs(other.y1 - edge) < _NEAR and box.y0 - _NEAR < other.cy < box.y1 + _NEAR for other in outside)
    begins = any(abs(other.y0 - edge) < _NEAR and box.y0 - _NEAR < other.cy < box.y1 + _NEAR for other in outside)
    return ends and begins


def _rows_in(box: Box, boxes: Sequence[Box], lines: Sequence[Line]) -> list[Box]:
    inside = [line.box for line in lines if not line.stamped and box.contains(line.box.cx, line.box.cy)]
    rows: list[Box] = []
    for line in sorted(inside, key=lambda one: one.cy):
        if rows and line.overlap_y(rows[-1]) > 0:
            rows[-1] = Box.around([rows[-1], line])
        else:
            rows.append(line)
    if len(rows) < 2:
        return []
    beside = [other for other in boxes if other is not box and other.overlap_y(box) > 0]
    edges = [edge for other in beside for edge in (other.y0, other.y1)]
    ends = [box.y0]
    for above, below in pairwise(rows):
        between = [edge for edge in edges if above.y1 - 1 < edge < below.y0 + 1]
        if len(between) < _ROWS or below.y0 - above.y1 < _APART * min(above.height, below.height):
            return []
        ends.append(sum(between) / len(between))
    parts = [Box(box.x0, y0, box.x1, y1) for y0, y1 in pairwise([*ends, box.y1])]
    middle = all(abs(row.cy - part.cy) < _OFF_MIDDLE * row.height for row, part in zip(rows, parts, strict=True))
    return parts if middle else []


def _parts(box: Box, boxes: Sequence[Box], lines: Sequence[Line]) -> list[Box]:
    inside = [line for line in lines if box.contains(line.box.cx, line.box.cy)]
    if len(inside) < 2 or all(len(line.text.strip()) < 2 for line in inside):
        return []
    if not _on_one_row(inside) and not any(_is_figure_beside(line, inside) for line in inside):
        return []
    own = [other for other in boxes if other is not box and other.overlap_y(box) > 0.8]
    for row in _rows_beside(box, boxes):
        columns = [other for other in row if box.x0 - _NEAR < other.x0 and other.x1 < box.x1 + _NEAR]
        if _fill(columns, box) and _alike(own, row) and _hold(columns, inside) and _are_columns(columns, boxes):
            return [Box(column.x0, box.y0, column.x1, box.y1) for column in columns]
    return []


def _on_one_row(lines: Sequence[Line]) -> bool:
    heights = [line.box.height for line in lines]
    middles = [line.box.cy for line in lines]
    return max(middles) - min(middles) < 0.5 * min(heights)


def _is_figure_beside(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line is a number at half the height of several rows beside it: the figure of a column of its own."""
    others = [other for other in lines if other is not line]
    beside = line.box.x0 > max(other.box.x1 for other in others) or line.box.x1 < min(other.box.x0 for other in others)
    middle = (min(other.box.y0 for other in others) + max(other.box.y1 for other in others)) / 2
    return beside and _FIGURE.fullmatch(line.text) is not None and abs(line.box.cy - middle) < 0.5 * line.box.height


def _rows_beside(box: Box, boxes: Sequence[Box]) -> list[list[Box]]:
    """The cells right above a cell's row and right below it, from left to right."""
    above = [other for other in boxes if abs(box.y0 - other.y1) < _NEAR]
    below = [other for other in boxes if abs(other.y0 - box.y1) < _NEAR]
    return [sorted(row, key=lambda other: other.x0) for row in (above, below)]


def _fill(columns: Sequence[Box], box: Box) -> bool:
    """Whether columns lie side by side from one side of a cell to the other."""
    if not 2 <= len(columns) <= _COLUMNS:
        return False
    ends = [box.x0, *(column.x1 for column in columns)]
    begins = [*(column.x0 for column in columns), box.x1]
    return all(abs(end - begin) < _NEAR for end, begin in zip(ends, begins, strict=True))


def _alike(own: Sequence[Box], row: Sequence[Box]) -> bool:
    """Whether the other cells of a row are columns of the row beside it, too."""
    return all(any(abs(one.x0 - other.x0) < _NEAR and abs(one.x1 - other.x1) < _NEAR for other in row) for one in own)


def _hold(columns: Sequence[Box], lines: Sequence[Line]) -> bool:
    """Whether each column has a run of its own, which none of the sides cuts."""
    held = [[line for line in lines if column.x0 < line.box.cx < column.x1] for column in columns]
    within = all(
        column.x0 - 2 <= line.box.x0 and line.box.x1 <= column.x1 + 2
        for column, own in zip(columns, held, strict=True)
        for line in own
    )
    return within and all(held)


def _are_columns(columns: Sequence[Box], boxes: Sequence[Box]) -> bool:
    return all(sum(abs(other.x1 - column.x1) < _NEAR for other in boxes) >= _ROWS for column in columns[:-1])

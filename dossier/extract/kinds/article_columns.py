"""An article set in two columns: the column in which its head stands, without what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from dossier.extract.layout import GAP, Flow
from dossier.model import Box

_LEAST, _ALIGNED = 3, 0.6
"""Rows of a second column at least, and their share of all that stands beside the head's column."""
_ACROSS = 0.1
"""Share of the rows below the head that may run across both columns."""
_SLACK = 6.0
"""Points by which the beginnings of a column's rows may differ."""


def own_column(rows: Sequence[Flow], at: int) -> tuple[list[Flow], int]:
    """The rows of the column that holds the row `at`, and where that stands among them; all rows of a page of one."""
    edge = _second_column(rows, at)
    if edge is None:
        return list(rows), at
    kept = [(index, part) for index, row in enumerate(rows) if (part := _left_of(row, edge)) is not None]
    return [part for _, part in kept], sum(index < at for index, _ in kept)


def _second_column(rows: Sequence[Flow], at: int) -> float | None:
    """Where rows begin beside those of the head, one below the other; None where too few do, or rows from `at` on run
    across."""
    boxes = [_boxes(row) for row in rows]
    if not at or not boxes[at]:
        return None
    ends = boxes[at][0].x1
    beside = [box.x0 for row in boxes for box in row if box.x0 >= ends]
    begins = median(beside) if beside else 0.0
    aligned = sum(abs(x0 - begins) <= _SLACK for x0 in beside)
    if aligned < max(_LEAST, _ALIGNED * len(beside)):
        return None
    edge = begins - _SLACK
    across = sum(any(box.x0 < edge < box.x1 - _SLACK for box in row) for row in boxes[at:])
    return edge if across <= _ACROSS * len(boxes[at:]) else None


def _boxes(row: Flow) -> list[Box]:
    return [spot.box for run in row.runs() if (spot := run.spot()) is not None]


def _left_of(row: Flow, edge: float) -> Flow | None:
    """The row up to the first run of the second column; None where nothing stands before that."""
    spans = (run.span() for run in re.finditer(f"[^{GAP}]+", row.text))
    ends = [end for start, end in spans if (spot := row.spot(start, end)) is not None and spot.box.x0 < edge]
    return row.part(0, ends[-1]) if ends else None

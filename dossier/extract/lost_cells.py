"""Values and labels of a table some of whose rulings were not found."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.extract.layout import Cell, Layout, stacked
from dossier.extract.runs import runs_of, stacked_runs
from dossier.extract.vocabulary import Vocabulary, bare
from dossier.model import Box

_STACKED, _LEADING = 3, 4.0
"""Rows of labels from which a cell is a column of them, and the points that each has above and below."""
_BEHIND = 30.0
"""Points between the end of a label's cell and a value beside it that has no box."""
_TOUCH = 6.0
"""Points between cells that have a ruling in common, at most."""


def unruled_beside(cell: Cell, layout: Layout) -> Cell | None:
    """The room beside a label whose box was not found, and the free rows in it; None where there is none.

    An opinion may begin anywhere in its room, another value right behind its label, before the next cell of the row or
    in the column of the values above it.
    """
    opinion = bare(cell.text).endswith("意见")
    runs = [(run.flow, run.spot) for run in runs_of(layout.rows) if run.spot.box.x0 > cell.box.x1 - 2]
    spots = [(row, spot) for row, spot in runs if cell.box.y0 <= spot.box.cy <= cell.box.y1]
    following = [
        other.box.x0 for other in layout.cells if other.box.x0 > cell.box.x1 + 2 and other.box.overlap_y(cell.box) > 0.6
    ]
    if spots and following and not opinion:
        within = [(row, spot) for row, spot in spots if spot.box.x1 <= min(following) + 2]
        room = Box(cell.box.x1 + 1, cell.box.y0, min(following) - 1, cell.box.y1)
        return Cell(room, stacked([row for row, _ in within])) if within else None
    if not spots:
        return None
    column = _column_beside(cell, [spot.box for _, spot in spots], layout)
    if column is None and not opinion and min(spot.box.x0 for _, spot in spots) - cell.box.x1 >= _BEHIND:
        return None
    edge = max([spot.box.x1 for _, spot in spots] + [other.box.x1 for other in layout.cells])
    return Cell(Box(cell.box.x1 + 1, cell.box.y0, edge, cell.box.y1), stacked([row for row, _ in spots]))


def own_rows(right: Cell | None, cell: Cell, layout: Layout, words: Vocabulary) -> Cell | None:
    """The part on a label's height of a cell that stands beside several labels: the ruling between them was lost."""
    if right is None or right.box.height < 1.2 * cell.box.height:
        return right
    labels = [
        other
        for other in layout.cells
        if abs(other.box.x1 - cell.box.x1) < 6 and other.box.overlap_y(right.box) > 0.6 and words.is_label(other.text)
    ]
    if len(labels) < 2:
        return right
    rows = [row for row in right.flow.rows() if (spot := row.spot()) and cell.box.y0 <= spot.box.cy <= cell.box.y1]
    box = Box(right.box.x0, cell.box.y0, right.box.x1, cell.box.y1)
    return Cell(box, stacked(rows) if rows else right.flow.part(0, 0))


def _column_beside(cell: Cell, boxes: Sequence[Box], layout: Layout) -> Box | None:
    """The cell, of another row, in the column beside a label that these boxes stand in."""
    left, right = min(box.x0 for box in boxes), max(box.x1 for box in boxes)
    beside = [other.box for other in layout.cells if abs(other.box.x0 - cell.box.x1) < _TOUCH]
    return next((box for box in beside if box.x0 - 2 <= left and right <= box.x1 + 2), None)


def label_at_the_end(cell: Cell, layout: Layout, words: Vocabulary) -> Cell | None:
    """The label at the right end of a cell that holds the value before it, too: the ruling between them was lost."""
    runs = sorted(runs_of(cell.flow.rows()), key=lambda run: run.spot.box.x0)
    for index in range(1, len(runs)):
        before, behind = stacked_runs(runs[:index]), stacked_runs(runs[index:])
        edge = max(run.spot.box.x1 for run in runs[:index])
        apart = edge < runs[index].spot.box.x0
        if apart and words.fields_of(behind.prose.text) and not words.is_label(before.prose.text):
            end = Cell(Box(edge, cell.box.y0, cell.box.x1, cell.box.y1), behind)
            beside = layout.right_of(end)
            return end if beside is not None and not words.heads(beside.text) else None
    return None


def stacked_labels(cell: Cell, words: Vocabulary) -> list[Cell]:
    """The labels of a column as cells of their own, where the rulings between them were lost."""
    rows = [(row, spot) for row in cell.flow.rows() if (spot := row.spot()) is not None]
    labels = [(row, spot) for row, spot in rows if words.is_label(row.prose.text) and len(row.runs()) == 1]
    if len(labels) < _STACKED or len(labels) < len(rows) - 1:
        return []
    return [
        Cell(Box(cell.box.x0, spot.box.y0 - _LEADING, cell.box.x1, spot.box.y1 + _LEADING), row) for row, spot in labels
    ]

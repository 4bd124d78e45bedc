"""Lines of a page put in rows, and what of two neighbours on a row is one text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dossier.model import Line
from dossier.text import normalise

_PLAIN = str.maketrans("（）：；，？！", "():;,?!")
_HARDLY_READ, _TOO_TALL = 0.3, 1.6
"""A line read with less confidence, and so many times as high as its neighbour, is part of a seal's ring."""


def rows_of(lines: Iterable[Line]) -> list[list[Line]]:
    """Lines grouped by baseline, top to bottom, each row left to right."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda item: item.box.cy):
        row = next((r for r in reversed(rows[-3:]) if _share_baseline(r, line)), None)
        if row is None:
            rows.append([line])
        else:
            row.append(line)
    rows.sort(key=lambda row: sum(line.box.cy for line in row) / len(row))
    return [sorted(row, key=lambda line: line.box.x0) for row in rows]


def _share_baseline(row: Sequence[Line], line: Line) -> bool:
    near = min(row, key=lambda other: abs(other.box.cx - line.box.cx))
    taller = max(near.box.height, line.box.height)
    stacked = near.box.overlap_x(line.box) > 0.4
    return near.box.overlap_y(line.box) > 0.55 and abs(near.box.cy - line.box.cy) < 0.45 * taller and not stacked


def stands_apart(before: Line, line: Line) -> bool:
    """Whether a gap parts two lines, or one is what was made of a seal's ring: hardly read, and too tall for print."""
    low, high = sorted((before, line), key=lambda one: one.box.height)
    ring = high.confidence < _HARDLY_READ and high.box.height > _TOO_TALL * low.box.height
    return ring or line.box.x0 - before.box.x1 > 0.8 * low.box.height


def read_twice(before: Line, line: Line) -> int:
    """How many characters of a line are the last of the one before it: boxes overlap there (校名: | 名:晋东大学).

    Where boxes but touch, it is one that only the second, wider look at the first of them saw.
    """
    shared = before.box.x1 - line.box.x0
    first, second = written(before.text), written(line.text)
    if not first or not second:
        return 0
    if abs(shared) < 0.2 * line.box.height and before.raw and first[-1:] == second[:1] != written(before.raw)[-1:]:
        return 1
    if shared < 0.5 * line.box.height:
        return 0
    most = min(len(first), len(second) - 1, round(2 * shared / line.box.height) + 1)
    return next((count for count in range(most, 0, -1) if first.endswith(second[:count])), 0)


def written(text: str) -> str:
    return normalise(text).translate(_PLAIN)

"""The column of page counts of a catalogue that lies askew: its figures are those of the rows in their order."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.extract.layout import Layout
from dossier.text.regex import Regex

_FIGURE = Regex(r"(\d{1,3})[页张]?")
_ASIDE = 20.0
"""Points by which a figure stands left or right of its column's head at most."""


def counts_down(layouts: Sequence[Layout], head: Regex) -> list[int]:
    """The figures below the head of the counts, from the top down over all pages; empty where no head is found."""
    counts: list[int] = []
    column = None
    for layout in layouts:
        runs = [(run.prose.text, spot) for run in layout.flow.runs() if (spot := run.spot()) is not None]
        heads = [spot.box for text, spot in runs if head.fullmatch(text)]
        column = heads[0].cx if len(heads) == 1 else column
        top = heads[0].y1 if len(heads) == 1 else 0.0
        figures = [
            (spot.box.cy, int(match[1]))
            for text, spot in runs
            if column is not None and abs(spot.box.cx - column) < _ASIDE and spot.box.cy > top
            if (match := _FIGURE.fullmatch(text)) is not None
        ]
        counts += [figure for _, figure in sorted(figures)]
    return counts


def in_their_order(known: Sequence[int | None], counts: Sequence[int]) -> list[int | None]:
    """What was read of the rows, with the rest from a column of as many counts that agrees with most of the rows."""
    agreed = sum(one == count for one, count in zip(known, counts, strict=False))
    contradicted = sum(one not in (None, count) for one, count in zip(known, counts, strict=False))
    whole = len(counts) == len(known) and not contradicted and 2 * agreed >= len(known)
    return list(counts) if whole else list(known)

"""Runs of text: what stands on a row between two gaps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dossier.extract.layout import BREAK, GAP, Flow, Spot, stacked
from dossier.text.regex import Regex

_SPECK = Regex(r"[^㐀-鿿]")
"""A mark alone beside a heading: a speck, a stroke of a seal."""
_OF_A_SEAL = Regex(r"[^㐀-鿿]{1,3}|[㐀-鿿]")
"""Beside the head of an opinion also figures of a seal that reaches into the row, and a label set downwards."""


class Run(NamedTuple):
    """A run of text between gaps, and where it stands."""

    flow: Flow
    spot: Spot

    @property
    def text(self) -> str:
        return self.flow.prose.text


def runs_of(rows: Iterable[Flow]) -> list[Run]:
    """The runs of some rows, top to bottom."""
    found = []
    for flow in rows:
        for match in re.finditer(rf"[^{GAP}{BREAK}]+", flow.text):
            part = flow.part(match.start(), match.end())
            spot = part.spot()
            if spot is not None:
                found.append(Run(part, spot))
    return found


def stacked_runs(runs: Sequence[Run]) -> Flow:
    """Runs one below the other as one text."""
    return stacked([run.flow for run in sorted(runs, key=lambda run: run.spot.box.y0)])


def without_scraps(row: Flow) -> list[Flow]:
    """The runs of a row that may be headings, but those of specks and pieces of seals beside one."""
    runs = row.runs()
    opinion = any(run.prose.text.rstrip(":").endswith("意见") for run in runs)
    scrap = _OF_A_SEAL if opinion else _SPECK
    return [run for run in runs if not scrap.fullmatch(run.prose.text)]

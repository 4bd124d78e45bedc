"""Options of a form of which one lost its tick: all others still have their empty boxes before them."""

from __future__ import annotations

from collections.abc import Callable

from dossier.extract.group import Draft
from dossier.extract.kinds.seeking import pieces
from dossier.extract.readers import valued
from dossier.extract.ticks import BOXES
from dossier.model import Value
from dossier.text.regex import Regex

_EMPTY = Regex(f"[{BOXES}]")
_UNNAMED = Regex(r"\(cid:\d+\)")
"""A character of a text layer whose name the file does not tell, as the ticks of symbol fonts are."""
_TICK_NOT_READ = 0.8
"""Confidence at most of an option chosen because the others have empty boxes."""


def left_unticked(draft: Draft, meaning: Callable[[str], object]) -> Value | None:
    """The option without an empty box in a row of options that have one. `meaning`: option → value, None for none."""
    chosen: list[Value] = []
    for layout in draft.layouts:
        runs = [(flow.prose.text, spot) for flow, spot in pieces(layout)]
        empty = [(text, spot) for text, spot in runs if _EMPTY.match(text)]
        for text, spot in runs:
            value = None if _EMPTY.search(text) else meaning(text)
            others = [meaning(other) for other, place in empty if place.box.overlap_y(spot.box) > 0.5]
            if value is None or not others or value in others:
                continue
            sure = spot.confidence if _UNNAMED.match(text) else min(spot.confidence, _TICK_NOT_READ)
            chosen.append(valued(value, spot, sure))
    return chosen[0] if len(chosen) == 1 else None

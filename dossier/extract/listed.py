"""Articles that a journal's contents list: the page at whose head such a title stands begins one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import takewhile

from dossier.extract.layout import Flow, Layout
from dossier.extract.parts import parts_of
from dossier.text.regex import Regex

_ROWS, _LONGEST = 5, 3
"""Rows at a page's head among which its title begins, and how many it takes at most."""
_SAME = 0.85
"""Share of the height of a title's first row that its others have at least."""
_LETTERS, _LEAST = Regex(r"[^\w]|_"), 6
"""Letters of a title at least by which it is found in a list."""


def listed_title(before: Sequence[Layout], layout: Layout) -> tuple[int, int] | None:
    """The rows, from and up to, at the head of a page that hold a title which contents among the pages before list."""
    contents = ["".join(_bare(row.text) for row in one.flow.rows()) for one in before if "contents" in _parts(one)]
    if not contents:
        return None
    rows = layout.flow.rows()[: _ROWS + _LONGEST]
    for start in range(min(_ROWS, len(rows))):
        first = rows[start]
        own = takewhile(partial(_as_large, first), rows[start : start + _LONGEST])
        heads = [_bare(row.text) for row in own]
        for end in range(len(heads), 0, -1):
            title = "".join(heads[:end])
            if all(heads[:end]) and len(title) >= _LEAST and any(title in listing for listing in contents):
                return start, start + end
    return None


def _as_large(first: Flow, row: Flow) -> bool:
    """Whether a row is in the print of the title's first, as the authors below it are not."""
    own, its = row.spot(), first.spot()
    return own is not None and its is not None and own.box.height >= _SAME * its.box.height


def _parts(layout: Layout) -> list[str]:
    return parts_of("paper", layout)


def _bare(text: str) -> str:
    return _LETTERS.sub("", text)

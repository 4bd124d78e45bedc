"""Words printed aslant over a whole page again and again: a watermark, which is no part of the document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dossier.model import Line
from dossier.text import normalise

_TIMES = 3
"""Times at least that a watermark stands on a page."""
_LETTERS = 3
_ASLANT = 0.6
"""Share at most of the width that its letters would take on a level row, of words that go upward."""


def without_watermarks(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a page but those that say the same aslant in several places."""
    aslant = {id(line): _written(line) for line in lines if _is_aslant(line)}
    times = Counter(aslant.values())
    return tuple(line for line in lines if times[aslant.get(id(line), "")] < _TIMES)


def _is_aslant(line: Line) -> bool:
    """Whether a line's box is too high for its letters in a row, and too wide for a column of them."""
    letters, box = len(re.findall("[㐀-鿿]", line.text)), line.box
    if letters < _LETTERS or 2 * letters < len(line.text):
        return False
    return box.width < _ASLANT * letters * box.height and box.height < _ASLANT * letters * box.width


def _written(line: Line) -> str:
    return re.sub(r"\s", "", normalise(line.text))

"""Lines in which a known name stands with a common letter for its rare one: read as the name they mean."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from dossier.extract.layout import Layout, lay_out
from dossier.extract.persons import MISREAD
from dossier.model import Line
from dossier.text import READ_AS
from dossier.text.regex import Regex

_SHORT, _WITH_SURNAME = 2, 3
"""Letters of a name that may be part of any word, and of one that is still told by those behind its surname."""
_BEFORE, _BEHIND = "[对将为和与及荐意有、,，:：;；]", "同志|老师|先生|女士|申报|拟|[的等任系、,，]"
"""What stands around such a name where it is one."""


Spellings = Sequence[tuple[str, Regex]]
"""Names with rare letters, each with a pattern for how it may be read."""


def spellings_of(known: Collection[str]) -> Spellings:
    """Of the names of persons and units that the dossier states with certainty, those that may be misread."""
    return [(name, _as_read(name)) for name in known if any(letter in READ_AS for letter in name)]


def respelled(layout: Layout, spellings: Spellings) -> Layout:
    """The page, its lines with every misread name spelled as the known one, no surer than a name misread can be.

    Of a line that was changed, what was read before is kept as `raw`.
    """
    lines = tuple(_line(line, spellings) for line in layout.page.lines)
    return layout if lines == layout.page.lines else lay_out(replace(layout.page, lines=lines))


def _line(line: Line, spellings: Spellings) -> Line:
    text = line.text
    if line.method == "ocr":
        for name, pattern in spellings:
            text = text if name in text else pattern.sub(name, text)
    if text == line.text:
        return line
    return replace(line, text=text, confidence=min(line.confidence, MISREAD), raw=line.raw or line.text)


def _as_read(name: str) -> Regex:
    """The name in any of the spellings that its rare letters may take; within a sentence a surname may be lost."""
    letters = [f"[{letter}{READ_AS[letter]}]" if letter in READ_AS else re.escape(letter) for letter in name]
    whole = "".join(letters)
    if len(name) == _SHORT:
        whole = rf"(?:(?<![㐀-鿿])|(?<={_BEFORE})){whole}(?![㐀-鿿])|(?<={_BEFORE}){whole}(?={_BEHIND})"
    if len(name) == _WITH_SURNAME and name[0] in READ_AS:
        whole += rf"|(?<={_BEFORE})(?<!{letters[0]}){name[1:]}(?=同志|、)"
    return Regex(whole)

"""The mark an employer puts on a copy: 复印件与原件一致, who compared them and when. It is no part of the document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.model import Line
from dossier.text import normalise
from dossier.text.regex import Regex

_MARK = Regex(
    r"(?:经?[核审][对核查验][,，]?)?(?:此|本|该)?(?:复印|影印|扫描)?件?(?:经核对)?[,，]?(?:已?核对)?与?原件(?:经?核对)?"
    r"(?:一致|相符|无误|相同|核对无误|核对一致)(?:属实)?[。.!]?"
)
_CHECKED = Regex(
    r"(?:(?:核对|审核|核验|查验|复核|校对|经办|审查|验证|复印|审验)(?:人|者|员)?(?:签[名字章])?[:：]?[^:：]{0,8}|日期[:：]?)?"
    r"(?:(?:19|20)\d\d[年.\-/]\d{1,2}[月.\-/]\d{1,2}日?)?"
)
_LONGEST = 16
"""Characters of a mark; what is longer speaks of copies in a sentence."""
_ROWS = 2.6
"""Heights of a line below or above the mark within which who compared and when is written."""


def without_copy_marks(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a page but those of such marks, so that their day and name are not taken for the document's."""
    written = {id(line): re.sub(r"\s", "", normalise(line.text)) for line in lines}
    marks = [line for line in lines if len(written[id(line)]) <= _LONGEST and _MARK.fullmatch(written[id(line)])]
    return tuple(
        line
        for line in lines
        if line not in marks
        and not (any(_beside(line, mark) for mark in marks) and _CHECKED.fullmatch(written[id(line)]))
    )


def _beside(line: Line, mark: Line) -> bool:
    near = abs(line.box.cy - mark.box.cy) < _ROWS * mark.box.height
    return near and line.box.overlap_x(mark.box) > 0.3

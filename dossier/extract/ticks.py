"""Options with boxes before or behind them, as read: ticked, empty, or with a tick that was not read at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from dossier.text.regex import Regex

TICKS, BOXES = "☑√✓✔■☒●◉", "□☐口囗○"
_TICK = Regex(f"[{TICKS}]")
MOUTH = (
    "(?<![人港进出窗接井路户汉周家河洞入道坡创伤切缺关海渡隘端水风喷管坝渠孔坑槽炉闸泵阀瓶罐裂刃浇胃卡牲胸])"
    "口(?![径腔语岸述头译服感碑味罩技试号琴令诀粮至]|[县市区镇乡村街](?![级属直管]))"
)
"""The letter that boxes are read as, where it is not that of a word or a place: 统计口径, 源口县."""
BOX = Regex(rf"\(\s*[√✓✔]?\s*\)|[{TICKS}]|[□☐囗○]|{MOUTH}")
"""A box, a tick without one, or brackets to tick in: 合格(√)."""
_LONGEST = 24


def trailing(text: str) -> bool:
    """Whether the boxes stand behind their options: 优秀□ 合格☑. Unknown, hence no, where a row begins with a box."""
    marks = list(BOX.finditer(text.strip()))
    return len(marks) > 1 and marks[0].start() > 0 and marks[-1].end() == len(text.strip())


class Option(NamedTuple):
    """An option of several: text[start:end] without its box."""

    text: str
    ticked: bool
    start: int
    end: int


def is_ticked(text: str) -> bool:
    """Whether any tick is seen in the text."""
    return _TICK.search(text) is not None


def options(text: str) -> list[Option]:
    """The options of a row of boxes, wherever the boxes stand: ☑合格 □优秀, 合格☑ 优秀□, 合格(√) 优秀( ).

    None where no box or tick is seen.
    """
    marks = list(BOX.finditer(text))
    if not marks:
        return []
    leading = not text[: marks[0].start()].strip()
    spans = _behind(text, marks) if leading else _before(text, marks)
    found = []
    for mark, (start, end) in zip(marks, spans, strict=True):
        words = text[start:end].strip()
        if words and len(words) <= _LONGEST:
            at = text.index(words, start)
            found.append(Option(words, is_ticked(mark.group()), at, at + len(words)))
    return found


def _behind(text: str, marks: Sequence[re.Match[str]]) -> list[tuple[int, int]]:
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return [(mark.end(), end) for mark, end in zip(marks, ends, strict=True)]


def _before(text: str, marks: Sequence[re.Match[str]]) -> list[tuple[int, int]]:
    starts = [0] + [mark.end() for mark in marks[:-1]]
    return [(start, mark.start()) for mark, start in zip(marks, starts, strict=True)]

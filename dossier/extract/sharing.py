"""Places that several fields share: 毕业院校及专业, 学历/学位, 毕业时间及专业. Each field's own part of the words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from dossier.extract.layout import Flow
from dossier.extract.wording import ORG_END
from dossier.text import find_dates
from dossier.text.moments import moments
from dossier.text.regex import Regex

_SEPARATORS, _WITHIN_WRAPPED = Regex(r"[\s、,;，；/]+"), Regex(r"[ \t、,;，；/]+")
"""Between the parts of a place; the end of a row may break a word of one in a narrow cell."""
_SCHOOL = Regex(
    r"[㐀-鿿()]{2,24}?(?:大学|学院|学校|研究[院所]|科学院|党校|中专|技校|职校)(?:[㐀-鿿]{0,6}(?:学院|分校|校区))?"
)
_UNIT = Regex(rf"[㐀-鿿A-Za-z()〔〕0-9·]{{2,38}}(?:{ORG_END})")
_LEAD = Regex(r"(?:毕业于|毕业|于|在)(?=[㐀-鿿\n]{4})")
_YEARS = Regex(r"(?:学制)?[\d一二三四五六七八两](?:\.\d)?年(?:全日)?制?")
"""The years a course of studies takes."""
_TAIL = Regex(r"(?<=[㐀-鿿]{2})专业(?:毕业)?$|(?<=[㐀-鿿]{2})毕业$")
_TYPED = ("date", "month", "period", "int", "id_number", "number")

Fits = Callable[[str, object], bool]
"""(field, value) → whether it looks like what the field holds."""


def own_part(name: str, sharers: Sequence[str], types: Mapping[str, str], flow: Flow, fits: Fits) -> Flow | None:
    """The part of a shared place that is the field's; None where it cannot be told.

    Dates go to the fields that hold dates; words to the field they look right for, then in the order of the label.
    """
    others = [field for field in sharers if types.get(field, "text") not in _TYPED]
    dated, worded = _pieces(flow, _SEPARATORS)
    if len(worded) > len(others):
        dated, worded = _pieces(flow, _WITHIN_WRAPPED)
    if types[name] in _TYPED:
        return dated[0] if dated else None
    if len(others) == 1:
        return worded[0] if len(worded) == 1 else None
    if len(worded) == len(others):
        chosen = worded[others.index(name)]
        alone = [piece for piece in worded if fits(name, piece.prose.text)]
        return _without_tail(alone[0] if len(alone) == 1 else chosen)
    if len(worded) == 1 and types.get(others[0]) == "org":
        unit = (_SCHOOL if others[0] == "school" else _UNIT).match(worded[0].text)
        if unit is not None:
            at = unit.end()
            part = (
                worded[0].part(0, at) if name == others[0] else _without_tail(worded[0].part(at, len(worded[0].text)))
            )
            return part if part.prose.text else None
    return None


def _without_tail(words: Flow) -> Flow:
    """运动训练 of 运动训练专业毕业."""
    tail = _TAIL.search(words.text)
    return words.part(0, tail.start()) if tail else words


def _pieces(flow: Flow, separators: Regex) -> tuple[list[Flow], list[Flow]]:
    """(dates, words): the parts between separators, in their order."""
    dated, worded, start = [], [], 0
    for begin, end in sorted(_dates(flow.text)):
        worded += list(_between(flow, start, begin, separators))
        dated.append(flow.part(begin, end))
        start = end
    worded += list(_between(flow, start, len(flow.text), separators))
    bare = [_bare(piece) for piece in worded if not _YEARS.fullmatch(piece.text.strip("()。"))]
    return dated, [piece for piece in bare if re.search(r"[㐀-鿿A-Za-z]", re.sub("毕业|取得|于", "", piece.text))]


def _bare(piece: Flow) -> Flow:
    """Words without those that join them to a sentence: 毕业于某某大学."""
    lead = _LEAD.match(piece.text)
    return piece.part(lead.end(), len(piece.text)) if lead else piece


def _dates(text: str) -> Iterator[tuple[int, int]]:
    days = [(start, end) for _, start, end in find_dates(text)]
    yield from days
    for moment in moments(text):
        if moment.year and not moment.loose and not any(begin <= moment.start < stop for begin, stop in days):
            yield moment.start, moment.end


def _between(flow: Flow, start: int, end: int, separators: Regex) -> Iterator[Flow]:
    at = start
    for separator in separators.finditer(flow.text, start, end):
        if separator.start() > at:
            yield flow.part(at, separator.start())
        at = separator.end()
    if end > at:
        yield flow.part(at, end)

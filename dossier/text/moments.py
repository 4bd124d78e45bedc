"""Finds every mention of a day, a month or 长期 in a text, with parts left out as in 8月4日 or 8日."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dossier.text.numbers import chinese_number
from dossier.text.regex import Regex

_YEAR = "(?:[0-9]{4}|[一二][〇○◯零Oo0一二三四五六七八九]{3}|二二[一二三四五六七八九](?=\\s*年))"
_CIRCLE_LOST = Regex("二(?=二.$)")
"""Of a year in three letters: 二二五年, whose circle was not read, can only be 二〇二五年."""
_SMALL = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_MONTH = f"(?:元|{_SMALL})"
_SEPARATOR = "[./\\-–]"
_WEEKDAY = "(?:\\s*\\(?(?:星期|周)[一二三四五六日天]\\)?)?"
_TIME = "(?:\\s*(?:上午|下午)?\\s*[0-9]{1,2}\\s*(?:[:时]|点(?!班))\\s*(?:[0-9]{1,2}\\s*分?(?::[0-9]{2})?)?)?"
_SHIFT = "(?:[零早中晚夜白〇一二四八十0-9]{1,2}点?班|[上下]班(?:前|时|后)?)?"
_DAY_WORD = "(?:[日号]|(?=\\s*(?:[至到\\-–—―~～〜，。,;；)(]|$)))"
_DASH_MISREAD = "一\\s*[\\-–—―~～〜]"
"""A long dash of which the first half was taken for 一: 2019年3月一-2021年12月 ends no month on its first day."""

_HALF_WIDTH = str.maketrans("０１２３４５６７８９．／－：（）", "0123456789./-:()")
"""Character for character, so that places in the text stay the same."""

_MOMENT = Regex(
    rf"""
    (?<![0-9A-Za-z])
    (?: (?:(?P<y1>{_YEAR})\s*年[\s·.]*)? (?P<m1>{_MONTH})\s*月\s*
        (?!{_DASH_MISREAD}) (?P<d1>{_SMALL})\s* {_DAY_WORD} {_WEEKDAY}{_TIME}{_SHIFT}
      | (?:(?P<y2>{_YEAR})\s*年[\s·.]*)? (?P<m2>{_MONTH})\s*月份?
      | (?P<y3>[0-9]{{4}})\s*(?P<s3>{_SEPARATOR})\s*(?P<m3>[0-9]{{1,2}})\s*(?P=s3)\s*(?P<d3>[0-9]{{1,2}})(?![0-9])
        (?:\s*日)? {_WEEKDAY}{_TIME}{_SHIFT}
      | (?P<y4>[0-9]{{4}})\s*(?P<s4>{_SEPARATOR})\s*(?P<m4>[0-9]{{1,2}})(?![0-9])
      | (?P<y5>(?:19|20)[0-9]{{2}})(?P<m5>[0-9]{{2}})(?P<d5>[0-9]{{2}})(?![0-9A-Za-z])
      | (?P<y6>(?:19|20)[0-9]{{2}})(?P<m6>[0-9]{{2}})(?![0-9A-Za-z])
      | (?P<d7>{_SMALL})\s*[日号] {_WEEKDAY}{_TIME}{_SHIFT}
      | (?P<m8>[0-9]{{1,2}})(?P<s8>[./\-–])(?P<d8>[0-9]{{1,2}})(?![0-9])
      | (?P<d9>[0-9]{{1,2}})(?![0-9])
      | (?P<forever>长期)
    )""",
    re.VERBOSE,
)


@dataclass(frozen=True)
class Moment:
    """A mention of a day or month; parts that are not written are None. `start` and `end` span it in the text."""

    year: int | None
    month: int | None
    day: int | None
    start: int
    end: int
    separator: str = ""
    """The character between the parts, as in 2025.7.14; empty where they are named 年月日."""
    loose: bool = False
    """Only digits: a date where one is expected, a mere number elsewhere."""
    forever: bool = False

    def iso(self) -> str | None:
        """2025-07-14 or, without a day, 2025-07; 长期; None where the year is missing or there is no such day."""
        if self.forever:
            return "长期"
        if self.year is None or self.month is None or not 1900 <= self.year <= 2099:
            return None
        try:
            first = date(self.year, self.month, 1 if self.day is None else self.day)
        except ValueError:
            return None
        return first.isoformat() if self.day is not None else first.isoformat()[:7]


def moments(text: str) -> Iterator[Moment]:
    """All mentions in the order of the text."""
    for found in _MOMENT.finditer(text.translate(_HALF_WIDTH)):
        parts = {name[0]: value for name, value in found.groupdict().items() if value is not None and len(name) == 2}
        yield Moment(
            year=_number(_CIRCLE_LOST.sub("二〇", parts["y"]) if len(parts.get("y", "")) == 3 else parts.get("y")),
            month=1 if parts.get("m") == "元" else _number(parts.get("m")),
            day=_number(parts.get("d")),
            start=found.start(),
            end=found.end(),
            separator=parts.get("s", ""),
            loose=any(found[name] for name in ("d5", "m6", "m8", "d9")),
            forever=found["forever"] is not None,
        )


def _number(text: str | None) -> int | None:
    return chinese_number(text) if text else None

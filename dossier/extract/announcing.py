"""Papers that publish an application for a title, or tell what came of that, whatever they are headed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from dossier.extract.layout import Flow
from dossier.extract.sentences import Prose
from dossier.extract.wording import (
    ITEM_WORDS,
    MAY_BE_SEEN,
    NO_OBJECTION,
    OBJECTION,
    PERIOD_LABEL,
    PHONE,
    SPEAKS_OF_PUBLISHING,
    VENUES,
)
from dossier.model import Period
from dossier.text import find_periods, parse_open_period
from dossier.text.regex import Regex

_APPLICATION = Regex(r"申报|参评|拟评|职称|评审|晋升|推荐")
_PUBLISHED = Regex(r"公示|张榜|榜期|张贴|贴[在出到于]|公布|(?:公告|宣传|公开|告示)栏|挂网|公之于众|榜示")
_ANY_YEAR = 2000
_LONGEST = 60
"""Days of a publication at most."""
_OF_OTHERS = Regex("客户|质量|家长|患者|招标|用户")
_REMARKS = Regex(r"异议|反映|看法|意见(?:请|可|箱|反馈|受理|收集)|举报|质疑|疑问|疑义|投诉|咨询")


def announced(flows: Sequence[Flow]) -> str | None:
    """publicity_notice or publicity_result where pages have what makes one; None where they are neither.

    It speaks of an application, of one of the three items and, in one sentence, of publishing and of days; a notice
    also of a place and of whom to tell what one thinks, a result that nobody objected, or that somebody did.
    """
    prose = Prose(flows)
    text = prose.text
    if not _APPLICATION.search(text) or not SPEAKS_OF_PUBLISHING.search(text):
        return None
    if not any(words.search(text) for words in ITEM_WORDS.values()) or not _has_days(prose):
        return None
    told = [text[start:end] for start, end in prose.without_conditions()]
    said = [match.group() for words in (NO_OBJECTION, OBJECTION) for part in told for match in words.finditer(part)]
    if any(not _OF_OTHERS.search(one) for one in said):
        return "publicity_result"
    placed = any(words.search(text) for words in VENUES.values())
    asked = _REMARKS.search(text) is not None and PHONE.search(text) is not None
    return "publicity_notice" if placed and asked else None


def _has_days(prose: Prose) -> bool:
    """Whether a sentence that speaks of publishing names a period of days, or announces one."""
    for match in re.finditer(r"[^。;]+", prose.text):
        said = match.group()
        if (_PUBLISHED.search(said) or MAY_BE_SEEN.search(said)) and (
            any(map(_is_short, find_periods(said, _ANY_YEAR)))
            or parse_open_period(said) is not None
            or PERIOD_LABEL.search(said) is not None
        ):
            return True
    return False


def _is_short(found: tuple[Period, int, int]) -> bool:
    start, end = found[0]
    if len(start) < len("2025-10-20") or len(start) != len(end):
        return False
    return 0 <= (date.fromisoformat(end) - date.fromisoformat(start)).days <= _LONGEST

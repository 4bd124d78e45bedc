"""Papers that publish an application for a title, or tell what came of that, whatever they are headed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.extract.layout import Flow
from dossier.extract.sentences import Prose
from dossier.extract.wording import (
    ITEM_WORDS,
    NO_OBJECTION,
    OBJECTION,
    PERIOD_LABEL,
    PHONE,
    SPEAKS_OF_PUBLISHING,
    VENUES,
)
from dossier.text import find_periods, parse_open_period

_APPLICATION = re.compile(r"申报|参评|拟评|职称|评审|晋升|推荐")
_REMARKS = re.compile(r"异议|反映|看法|意见(?:请|可|箱|反馈|受理|收集)|举报|质疑|疑问|疑义|投诉|咨询")


def announced(flows: Sequence[Flow]) -> str | None:
    """publicity_notice or publicity_result where pages have what makes one; None where they are neither.

    It speaks of an application, of publishing, of one of the three items and of days, and of a place or of whom to
    tell what one thinks; a result says that nobody objected, or that somebody did.
    """
    prose = Prose(flows)
    text = prose.text
    if not _APPLICATION.search(text) or not SPEAKS_OF_PUBLISHING.search(text):
        return None
    if not any(words.search(text) for words in ITEM_WORDS.values()) or not _has_days(text):
        return None
    told = [text[start:end] for start, end in prose.without_conditions()]
    if any(words.search(part) for words in (NO_OBJECTION, OBJECTION) for part in told):
        return "publicity_result"
    placed = any(words.search(text) for words in VENUES.values())
    asked = _REMARKS.search(text) is not None and PHONE.search(text) is not None
    return "publicity_notice" if placed and asked else None


def _has_days(text: str) -> bool:
    """Whether it names a period of days, or announces one."""
    days = any(len(period.start) == len("2025-10-20") for period, _, _ in find_periods(text, 2000))
    return days or parse_open_period(text) is not None or PERIOD_LABEL.search(text) is not None

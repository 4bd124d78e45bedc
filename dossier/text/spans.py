"""ISO dates as spans of days, so that a month is not taken for a day."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import NamedTuple

_MONTH = re.compile(r"(\d{4})-(\d{2})")


class Span(NamedTuple):
    """The days a date may mean: one for a day, all of a month for a month."""

    first: date
    last: date


def span(text: object) -> Span | None:
    """2025-08-11 → that day; 2025-08 → its first to its last day; None for anything else."""
    if not isinstance(text, str):
        return None
    try:
        if month := _MONTH.fullmatch(text):
            year, number = int(month[1]), int(month[2])
            return Span(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]))
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return Span(day, day)

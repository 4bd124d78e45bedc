"""ISO dates as spans of days, so that a month is not taken for a day."""

from __future__ import annotations

import calendar
from datetime import date
from typing import NamedTuple

from dossier.text.regex import Regex

_MONTH = Regex(r"(\d{4})-(\d{2})")


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


def full_years(start: date, end: date) -> int:
    """Years completed from one day to another, the last day included: 2020-12-31 to 2025-12-31 are five."""
    return max(0, end.year - start.year - ((end.month, end.day) < (start.month, start.day)))


def years_earlier(day: date, years: int) -> date:
    """The same day so many years before; of 29 February the 28th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def years_until(since: object, until: object) -> tuple[int, int] | None:
    """The least and the most full years from an ISO day or month to a day; None where one is no date."""
    start, end = span(since), span(until)
    if start is None or end is None:
        return None
    return full_years(start.last, end.first), full_years(start.first, end.last)

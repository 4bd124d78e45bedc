"""Dates of values as spans of days, so that a month is not taken for a day."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from dossier.model import Value

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


def span_of(value: Value | None) -> Span | None:
    return span(value.value) if value is not None else None


def bounds(value: Value | None) -> tuple[str, str] | None:
    """Start and end of a period as written in the record, whatever they are worth as dates."""
    content = value.value if value is not None else None
    if isinstance(content, Mapping):
        content = (content.get("start"), content.get("end"))
    if isinstance(content, tuple | list) and len(content) == 2:
        return str(content[0] or ""), str(content[1] or "")
    return None


def say(day: date) -> str:
    """2025年8月4日."""
    return f"{day.year}年{day.month}月{day.day}日"

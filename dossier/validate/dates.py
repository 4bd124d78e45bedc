"""Dates and periods of values, and how a message says a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dossier.model import Value
from dossier.text import Span, span


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

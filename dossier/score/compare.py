"""When a value that was read is the value that stands on the page.

Texts are compared after NFKC and without white space, all dashes alike; texts over 30 characters need 90 % likeness.
Dates are right when they begin with the date wanted: a page that gives the month is not asked for the day.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Any

UNORDERED = frozenset({"items", "venue", "parts", "sides", "complete_numbers", "months"})
"""Lists whose order says nothing."""
_LONG = 30
_LIKENESS = 0.9
_LOOK_ALIKES = str.maketrans({**dict.fromkeys("‐‑‒–—―−－~～", "-"), "〔": "[", "〕": "]"})
_DAY = r"\d{4}-\d\d(?:-\d\d)?"
_DATES = re.compile(rf"{_DAY}(?:[./]{{1,2}}(?:{_DAY}|长期))?")


def plain_text(value: Any) -> str:
    """The text without what is not compared: width of characters, white space, kinds of dashes and brackets."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", str(value))).translate(_LOOK_ALIKES)


def same(want: Any, got: Any, field: str = "") -> bool:
    """Whether `got`, a value of a record, says what `want`, a value of a truth, says.

    `want` may be a text, number, yes/no, ISO date, month, period (`start..end`), a list or a dict of these. In a dict
    only what is wanted is compared. Nothing read (None) is never right.
    """
    if got is None:
        return False
    if isinstance(want, bool):
        return got is want or plain_text(got).lower() == str(want).lower()
    if isinstance(want, str) and (wanted := dates(want)):
        return _same_dates(wanted, dates(got) or [])
    if isinstance(want, list):
        return isinstance(got, list) and len(want) == len(got) and _same_items(want, got, field in UNORDERED)
    if isinstance(want, Mapping):
        return isinstance(got, Mapping) and all(x is None or same(x, got.get(name)) for name, x in want.items())
    return _same_text(plain_text(want), plain_text(got))


def dates(value: Any) -> list[str] | None:
    """A date, month or period as ISO texts, first to last; None for anything else."""
    if isinstance(value, Mapping):
        start, end = value.get("start", value.get("from")), value.get("end", value.get("to"))
        return dates([start, end]) if start else None
    if isinstance(value, list | tuple):
        parts = [dates(item) for item in value]
        return [day for part in parts for day in part or ()] if parts and all(parts) else None
    text = plain_text(value)
    if text == "长期":
        return [text]
    return re.findall(f"{_DAY}|长期", text) if _DATES.fullmatch(text) else None


def _same_dates(want: list[str], got: list[str]) -> bool:
    return len(want) == len(got) and all(y.startswith(x) for x, y in zip(want, got, strict=True))


def _same_items(want: list[Any], got: list[Any], unordered: bool) -> bool:
    if unordered:
        return sorted(map(plain_text, want)) == sorted(map(plain_text, got))
    return all(same(x, y) for x, y in zip(want, got, strict=True))


def _same_text(want: str, got: str) -> bool:
    return want == got or (len(want) > _LONG and SequenceMatcher(None, want, got, autojunk=False).ratio() >= _LIKENESS)

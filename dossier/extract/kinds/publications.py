"""Publicity notices, their photographs and the certificates of their result (560-8)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from dossier.extract.applicants import read_applicants
from dossier.extract.context import Context
from dossier.extract.fields import Found, best
from dossier.extract.group import Draft
from dossier.extract.items import read_items
from dossier.extract.kinds.complaints_by_rows import outcome_of
from dossier.extract.kinds.seeking import kept, prose_of
from dossier.extract.kinds.signers import signed_off, speaking_unit
from dossier.extract.publicity import read_annex, read_complete_numbers, read_period, read_phone, read_stated_days
from dossier.extract.sentences import Prose
from dossier.extract.signing import sealed
from dossier.extract.venues import read_venue
from dossier.extract.wording import PHONE
from dossier.model import Value
from dossier.text import find_dates, parse_date
from dossier.text.regex import Regex


def _shared(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> dict[str, Value | None]:
    """What notice and result say alike: items, applicants, period, venue, publisher, date."""
    prose = prose_of(draft)
    items = best("text", found["items"]) if found.get("items") else None
    venue = best("text", found["venue"]) if found.get("venue") else None
    return {
        "items": read_items(prose, items),
        "applicants": read_applicants(prose, draft.layouts, context.titles, context.names),
        "period": read_period(prose, labelled.get("period"), context.policy.calendar),
        "venue": read_venue(prose, venue),
        "publisher": speaking_unit(draft, "publisher", labelled, found),
        "date": signed_off(draft)[1] or _labelled_day(labelled),
        **sealed(draft.layouts),
    }


def _labelled_day(labelled: Mapping[str, Value]) -> Value | None:
    """The day behind 出具日期 or 发布时间, where none signs the page."""
    day = labelled.get("date")
    if day is None or not (day.known or day.reason == "unreadable"):
        return None
    return day if not day.known or len(str(day.value)) == len("2025-01-01") else _doubted(day)


def _labelled_phone(labelled: Mapping[str, Value]) -> Value | None:
    """What stands behind the label; words or a number cut short are not sure to be one.

    Of words with one number at their end the number is taken: 校办公室王老师0355-1234567.
    """
    phone = labelled.get("phone")
    numbers = list(PHONE.finditer(str(phone.value))) if phone is not None and phone.known else []
    if phone is not None and len(numbers) == 1 and numbers[0].end() == len(str(phone.value)):
        return replace(phone, value=numbers[0].group())
    whole = phone is None or not phone.known or PHONE.fullmatch(str(phone.value)) is not None
    return phone if phone is None or whole else _doubted(phone)


def _doubted(value: Value) -> Value:
    return replace(value, confidence=min(value.confidence, _DOUBT))


_DOUBT = 0.6


def notice(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    prose = prose_of(draft)
    values = _shared(draft, labelled, found, context)
    values |= {
        "stated_days": read_stated_days(prose),
        "phone": read_phone(prose) or _labelled_phone(labelled),
        "complete_numbers": read_complete_numbers(prose),
        "annex": read_annex(prose) or labelled.get("annex"),
    }
    return kept(values)


def result(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    outcome = outcome_of(prose_of(draft), draft.layouts, labelled.get("outcome"))
    return kept({**_shared(draft, labelled, found, context), "outcome": outcome})


def photo(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """A photograph has what can be read of the notice on it; its date is the camera's or the page's."""
    prose = prose_of(draft)
    shared = _shared(draft, labelled, found, context)
    values = {name: shared[name] for name in ("items", "period")}
    values["text"] = prose.value(prose.text, 0, len(prose.text))
    values["date"] = photo_date(prose)
    return kept(values)


_STAMP = Regex(
    r"(20\d\d)[-./年](\d{1,2})[-./月](\d{2}|\d(?=\D))日?(?=\d{1,2}:\d\d)|(?<!\d)(\d\d)/(\d\d)/(\d\d)(?=\d{2}:\d\d)"
)
"""A camera's stamp: a date with a time of day behind it."""
_ABOVE_A_TALK = Regex(r"(?P<day>20\d\d年\d{1,2}月\d{1,2}日)(?:[上下中]午|凌晨|早上|晚上)\d{1,2}:\d\d")
"""The time above what somebody posted in a group: alone on its row, for a notice names such hours in its sentences."""


def photo_date(prose: Prose) -> Value | None:
    """The camera's stamp, or the date behind 拍摄时间, 发布时间 or the like."""
    stamp = prose.search(_STAMP)
    if stamp is not None:
        year, month, day = (part for part in stamp.groups() if part)
        iso = parse_date(f"{year if len(year) == 4 else '20' + year}-{month}-{day}")
        if iso:
            return prose.value(iso, stamp.start(), stamp.end())
    ends = {*prose.row_starts, len(prose.text)}
    for match in _ABOVE_A_TALK.finditer(prose.text):
        iso = parse_date(match["day"])
        if iso and {match.start(), match.end()} <= ends:
            return prose.value(iso, *match.span())
    for match in re.finditer(r"(?:拍摄|拍照|发布|发表|更新|上传|截图|张贴)(?:时间|日期|于)?:?", prose.text):
        for iso, start, end in find_dates(prose.text[match.end() : match.end() + 16]):
            if start <= 2:
                return prose.value(iso, match.end() + start, match.end() + end)
    return None

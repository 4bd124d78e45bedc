"""Identity numbers never leave the record whole: every text of a report passes through here."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from dossier.model import Record, Value
from dossier.text import id_number_problem, mask_id

_LONG = re.compile(r"(?<![0-9A-Za-z])[1-9]\d{16}[0-9Xx](?![0-9A-Za-z])")
_SHORT = re.compile(r"(?<![0-9A-Za-z])[1-6]\d{14}(?![0-9A-Za-z])")
_NUMBER_FIELDS = ("id_number", "complete_numbers", "permit_number")


def known_numbers(record: Record) -> frozenset[str]:
    """Every identity number the record holds, as read and as normalised."""
    values = [record.applicant[name] for name in _NUMBER_FIELDS if name in record.applicant]
    for document in record.documents:
        values += [document.fields[name] for name in _NUMBER_FIELDS if name in document.fields]
    return frozenset(number for value in values for number in _numbers_of(value))


def original_names(record: Record) -> dict[str, str]:
    """The names of files that a report shows masked → the names they have in the record."""
    known = known_numbers(record)
    names = [str(file["name"]) for file in record.files]
    return {mask_text(name, known): name for name in names if mask_text(name, known) != name}


def mask_text(text: str, known: Collection[str] = ()) -> str:
    """The text with every identity number in it masked: the known ones, and whatever looks like one.

    Diploma numbers have 18 digits too. A number is taken for an identity number when it holds a possible birth date
    and either its check digit is right or the birth lies before 2001, when such diploma numbers began.
    """
    for number in sorted(known, key=lambda n: (-len(n), n)):
        whole = re.escape(number) if len(number) >= 15 else rf"(?<![0-9A-Za-z]){re.escape(number)}(?![0-9A-Za-z])"
        text = re.sub(whole, mask_id(number), text)
    text = _LONG.sub(lambda m: mask_id(m[0]) if _is_citizen_number(m[0]) else m[0], text)
    return _SHORT.sub(lambda m: mask_id(m[0]) if _is_date("19" + m[0][6:12]) else m[0], text)


def mask_tree(value: Any, known: Collection[str] = ()) -> Any:
    """A plain JSON value with every text in it masked; keys stay as they are."""
    if isinstance(value, str):
        return mask_text(value, known)
    if isinstance(value, Mapping):
        return {key: mask_tree(item, known) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [mask_tree(item, known) for item in value]
    return value


def _numbers_of(value: Value) -> Iterator[str]:
    values = value.value if isinstance(value.value, list | tuple) else [value.value]
    yield from (v for v in (*values, value.raw) if isinstance(v, str) and _could_be_a_number(v))


def _could_be_a_number(text: str) -> bool:
    return len(text) <= 24 and "*" not in text and sum(c.isdigit() for c in text) >= 6


def _is_citizen_number(number: str) -> bool:
    return id_number_problem(number) is None or (number[6:10] < "2001" and _is_date(number[6:14]))


def _is_date(digits: str) -> bool:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).year >= 1900
    except ValueError:
        return False

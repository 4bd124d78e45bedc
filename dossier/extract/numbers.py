"""Numbers with a wrong check character: one that several papers print alike was not misread."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dossier.extract.kinds.patents import UNPROVEN_PATENT
from dossier.extract.readers import UNPROVEN
from dossier.model import Document, Value

_UNPROVEN = {"id_number": UNPROVEN, "patent_number": UNPROVEN_PATENT}
"""Fields whose numbers prove themselves, and the confidence of one that does not."""
_AGREED = 0.9
"""Confidence of a number that was read alike, each time as surely as its check character allows, in two places."""


def with_agreed_numbers(documents: Sequence[Document]) -> list[Document]:
    """The documents, with the numbers surer that stand alike on two pages or more."""
    places: dict[tuple[str, str], set[tuple[str, int]]] = {}
    for name, value in _unproven(documents):
        places.setdefault((name, _bare(value)), set()).add((value.file, value.page))
    agreed = {number for number, where in places.items() if len(where) > 1}
    return [_with_agreed(document, agreed) for document in documents]


def _unproven(documents: Iterable[Document]) -> Iterable[tuple[str, Value]]:
    for document in documents:
        for name, most in _UNPROVEN.items():
            value = document.get(name)
            if value is not None and value.known and value.confidence == most:
                yield name, value


def _bare(value: Value) -> str:
    """A number without blanks and what patents' numbers may have around their digits: ZL 2021 1 0562093.7."""
    return re.sub(r"[\s.]|^ZL", "", str(value.value))


def _with_agreed(document: Document, agreed: set[tuple[str, str]]) -> Document:
    alike = [(name, value) for name, value in _unproven([document]) if (name, _bare(value)) in agreed]
    surer = {name: replace(value, confidence=_AGREED) for name, value in alike}
    return replace(document, fields={**document.fields, **surer}) if surer else document

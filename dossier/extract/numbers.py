"""Identity numbers with a wrong check character: one that several papers print alike was not misread."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dossier.extract.readers import UNPROVEN
from dossier.model import Document, Value

_AGREED = 0.9
"""Confidence of a number that was read alike, each time as surely as its check character allows, in two places."""


def with_agreed_numbers(documents: Sequence[Document]) -> list[Document]:
    """The documents, with the numbers surer that stand alike on two pages or more."""
    places: dict[str, set[tuple[str, int]]] = {}
    for value in _unproven(documents):
        places.setdefault(str(value.value), set()).add((value.file, value.page))
    agreed = {number for number, where in places.items() if len(where) > 1}
    return [_with_agreed(document, agreed) for document in documents]


def _unproven(documents: Iterable[Document]) -> Iterable[Value]:
    values = (document.get("id_number") for document in documents)
    return (value for value in values if value is not None and value.known and value.confidence == UNPROVEN)


def _with_agreed(document: Document, agreed: set[str]) -> Document:
    value = document.get("id_number")
    if value is None or value.confidence != UNPROVEN or str(value.value) not in agreed:
        return document
    return replace(document, fields={**document.fields, "id_number": replace(value, confidence=_AGREED)})

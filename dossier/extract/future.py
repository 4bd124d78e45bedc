"""Days that lie too far ahead: on a paper handed in this year, a day of years to come is misread."""

from __future__ import annotations

from dataclasses import replace

from dossier.model import Document, Value
from dossier.policy import DocumentKind

_UNTIL = "valid_until"
"""The one field of a day that may lie ahead."""
_DATED = ("date", "month")
DOUBT = 0.8
"""Confidence at most of such a day."""


def without_future(document: Document, kind: DocumentKind, submitted: str | None) -> Document:
    """The document with every day later than the year after submission doubted. `submitted`: ISO; None: unchanged."""
    if not submitted:
        return document
    last = int(submitted[:4]) + 1
    fields = {
        name: replace(value, confidence=min(value.confidence, DOUBT))
        if kind.fields[name].type in _DATED and name != _UNTIL and _year(value) > last
        else value
        for name, value in document.fields.items()
    }
    return replace(document, fields=fields)


def _year(value: Value) -> int:
    return int(value.value[:4]) if isinstance(value.value, str) and value.value[:4].isdigit() else 0

"""Titles whose first letter is a single stroke that was taken for a ruling: 级教师 is 一级教师.

Only where another paper of the dossier names that title: a seal may hide any first letter.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from dossier.model import Document, Value

_ONE = "一"
_FIELDS = ("title", "current_title")
_SURE = 0.85
_INFERRED = 0.8
"""Confidence at most of a title whose first letter was not read."""


def with_whole_titles(documents: Sequence[Document]) -> list[Document]:
    """The documents, the titles in them whole again; also those of people they list."""
    titles = {
        str(value.value)
        for document in documents
        for name in _FIELDS
        if (value := document.get(name)) is not None and value.known and value.confidence >= _SURE
    }
    return [_with_whole(document, titles) for document in documents]


def _with_whole(document: Document, titles: Collection[str]) -> Document:
    fields = {name: _whole(name, value, titles) for name, value in document.fields.items()}
    return replace(document, fields=fields) if fields != document.fields else document


def _whole(name: str, value: Value, titles: Collection[str]) -> Value:
    read: object = value.value
    if name in _FIELDS and isinstance(read, str):
        read = _with_stroke(read, titles)
    elif name == "applicants" and isinstance(read, list):
        read = [{**one, "title": _with_stroke(one["title"], titles)} if one.get("title") else one for one in read]
    if read == value.value:
        return value
    return replace(value, value=read, confidence=min(value.confidence, _INFERRED))


def _with_stroke(title: str, titles: Collection[str]) -> str:
    return _ONE + title if title.startswith("级") and _ONE + title in titles else title

"""Publicity events: a notice with its photograph and its result. One event may cover several of the three items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dossier.extract.items import ITEMS
from dossier.model import Document, Value

_DOUBT = 0.6
"""Confidence of an item that only one of notice and result speaks of, and of what a result of other days says."""


@dataclass
class _Event:
    notice: Document | None
    photos: list[Document] = field(default_factory=list)
    results: list[Document] = field(default_factory=list)


def publicity_events(documents: Sequence[Document]) -> tuple[Mapping[str, Any], ...]:
    """Events in the order of their notices; results and photographs go to the notice they agree with most."""
    events = [_Event(document) for document in documents if document.kind == "publicity_notice"]
    for document in documents:
        if document.kind == "publicity_result":
            _attach(events, document, "results")
    for document in documents:
        if document.kind == "publicity_photo":
            _attach(events, document, "photos")
    return tuple(_merge(event) for event in events)


def _attach(events: list[_Event], document: Document, where: str) -> None:
    """A result that speaks of several publications belongs to each of them."""
    scores = [(_agreement(event, document), event) for event in events]
    best = max((score for score, _ in scores), default=0)
    chosen = [event for score, event in scores if score == best and score > 0]
    if where == "results" and len(events) > 1:
        chosen = _spoken_of(events, document) or chosen
    if not chosen:
        alike = [event for event in events if event.notice is not None and _items(event.notice) & _items(document)]
        chosen = alike if len(alike) == 1 else events[:] if len(events) == 1 else []
    if not chosen:
        chosen = [_Event(None)]
        events.extend(chosen)
    for event in chosen:
        getattr(event, where).append(document)


def _spoken_of(events: Sequence[_Event], result: Document) -> list[_Event]:
    """The publications a result is about: those of its period and, for items left over, those of its items.

    One of other days is not meant where one of the same items has days that were not read.
    """
    noticed = [(event, event.notice) for event in events if event.notice is not None]
    agreed = [(event, notice) for event, notice in noticed if _same_time(notice, result)]
    left = _items(result).difference(*(_items(notice) for _, notice in agreed))
    also = [one for one in noticed if one not in agreed and _items(one[1]) & left]
    fitting = [(event, notice) for event, notice in also if not _other_days(notice, result)]
    return [event for event, _ in [*agreed, *(fitting or also)]]


def _same_time(notice: Document, result: Document) -> bool:
    """Whether the notice's period is the result's or lies within it, and they do not speak of different items."""
    mine, theirs = notice.get("period"), result.get("period")
    if mine is None or theirs is None or not mine.known or not theirs.known:
        return False
    apart = _items(notice) and _items(result) and not _items(notice) & _items(result)
    return not apart and theirs.value.start <= mine.value.start and mine.value.end <= theirs.value.end


def _agreement(event: _Event, document: Document) -> int:
    own = event.notice or next(iter(event.results), None)
    if own is None:
        return 0
    score = 0
    mine, theirs = own.get("period"), document.get("period")
    if mine and theirs and mine.known and theirs.known:
        score += 4 if mine.value == theirs.value else -1
    items = _items(own) & _items(document)
    return score + len(items)


def _items(document: Document) -> set[str]:
    value = document.get("items")
    return set(value.value) if value and value.known else set()


def _merge(event: _Event) -> Mapping[str, Any]:
    documents = [d for d in (event.notice, *event.results, *event.photos) if d is not None]
    first = [d for d in (event.notice, *event.results) if d is not None] or documents
    merged: dict[str, Any] = {"documents": [document.id for document in documents]}
    items = _merged_items(event, first)
    if items is not None:
        merged["items"] = items
    for name in ("applicants", "period", "venue", "publisher"):
        values = [value for document in first if (value := document.get(name)) is not None]
        if values:
            merged[name] = next((value for value in values if value.known), values[0])
    for name in ("outcome", "sealed", "seal_text"):
        values = [one for result in event.results if (one := _of_result(event.notice, result, name)) is not None]
        if values:
            merged[name] = next((value for value in values if value.known), values[0])
    return merged


def _of_result(notice: Document | None, result: Document, name: str) -> Value | None:
    """A field of a result; not sure where it speaks of other days than the notice: it may belong to another one."""
    value = result.get(name)
    if value is None or notice is None or not _other_days(notice, result):
        return value
    return replace(value, confidence=min(value.confidence, _DOUBT))


def _other_days(notice: Document, result: Document) -> bool:
    """Whether both periods are known and share no day."""
    mine, theirs = notice.get("period"), result.get("period")
    if mine is None or theirs is None or not mine.known or not theirs.known:
        return False
    return bool(mine.value.end < theirs.value.start or theirs.value.end < mine.value.start)


def _merged_items(event: _Event, documents: Sequence[Document]) -> Value | None:
    """All items spoken of. Where notice and result differ, what only one of them names is held in doubt."""
    values = [value for document in documents if (value := document.get("items")) is not None and value.known]
    if not values:
        return None
    named = [set(value.value) for value in values]
    union = [item for item in ITEMS if any(item in names for names in named)]
    agreed = all(set(union) == names for names in named)
    return replace(values[0], value=union, confidence=values[0].confidence if agreed else _DOUBT)

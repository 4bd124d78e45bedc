"""What is read from a page that is hard to read counts for less: the one place where it does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dossier.model import Document, Value


def weighed(document: Document, worth: Mapping[tuple[str, int], float]) -> Document:
    """The document with every confidence multiplied by what its page is worth (see `Quality.worth`)."""
    if all(worth.get((ref.file, ref.page), 1.0) == 1.0 for ref in document.pages):
        return document
    least = min(worth.get((ref.file, ref.page), 1.0) for ref in document.pages)
    return replace(
        document,
        fields={name: weighed_value(value, worth, least) for name, value in document.fields.items()},
        seals=tuple(
            (ref, replace(seal, confidence=round(seal.confidence * worth.get((ref.file, ref.page), 1.0), 3)))
            for ref, seal in document.seals
        ),
        copy_mark=weighed_value(document.copy_mark, worth, least) if document.copy_mark else None,
    )


def weighed_value(value: Value, worth: Mapping[tuple[str, int], float], elsewhere: float = 1.0) -> Value:
    """The value at what its page is worth; one that lies on no page was made of others, at `elsewhere`."""
    share = worth.get((value.file, value.page), elsewhere)
    return value if share == 1.0 else replace(value, confidence=round(value.confidence * share, 3))

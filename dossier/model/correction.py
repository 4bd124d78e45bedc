"""What a person put right in a reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Correction:
    """One value, or the kind of a document, as a person saw it on the page."""

    document: str
    """The document's id in the record: d05."""
    field: str | None
    """The field's name; None where the kind is corrected."""
    value: Any
    """As in record.json; None: the place is blank. For a kind, its code."""
    by: str
    at: str
    """ISO date, or date and time."""
    note: str = ""


@dataclass(frozen=True)
class Corrections:
    """All corrections of one dossier, in the order in which they apply."""

    entries: tuple[Correction, ...]
    input_sha256: str | None = None
    """The upload they were made for; None where the file does not say."""
    open: int = 0
    """Entries that nobody filled in; they change nothing."""

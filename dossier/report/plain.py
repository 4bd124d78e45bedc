"""From the record's values to plain JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dossier.model import Period, Place, Record, Value

_APPLICANT = (
    "name",
    "former_name",
    "id_number",
    "id_kind",
    "origin",
    "sex",
    "birth_date",
    "employer",
    "employer_ownership",
    "employer_affiliation",
    "personnel_agency",
    "phone",
)


def plain(value: Any) -> Any:
    """What a value says, as JSON: a Period as {start, end}, a tuple as a list, an unread value as None."""
    if isinstance(value, Value):
        return plain(value.value)
    if isinstance(value, Period):
        return {"start": value.start, "end": value.end}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    return value


def location_of(place: Place) -> dict[str, Any]:
    """A place as a report carries it. The name of its crop follows from file, page and box alone."""
    box = None if place.box is None else list(place.box.rounded())
    confidence = None if place.confidence is None else round(place.confidence, 2)
    return {
        "file": place.file,
        "page": place.page,
        "box": box,
        "text": place.text,
        "confidence": confidence,
        "crop": None,
        **({"dossier": place.dossier} if place.dossier else {}),
    }


def applicant_of(record: Record) -> dict[str, Any]:
    """Who applies. A key that is missing was not on any document; null was looked for and could not be read."""
    return {name: plain(record.applicant[name]) for name in _APPLICANT if name in record.applicant}


def fact(record: Record, name: str) -> Any:
    """The bare value of a derived fact, or None."""
    found = record.facts.get(name)
    return plain(found["value"] if isinstance(found, Mapping) and "value" in found else found)

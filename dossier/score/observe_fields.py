"""Values of fields, places that are empty, and the boxes that values are shown with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dossier.model import Value
from dossier.score.compare import same
from dossier.score.observation import Observation
from dossier.score.reading import Reading
from dossier.score.truth import TrueDocument, TruePlace
from dossier.validate.case import CERTAIN


def observe_fields(document: TrueDocument, reading: Reading) -> Iterator[Observation]:
    """One for each field of the truth, and one for the box of each that has one and was read right."""
    read = reading.of(document)
    for name, want in document.fields.items():
        value = read.fields.get(name) if read else None
        right = value is not None and same(want, value.value, name)
        yield _observation(document, name, want, value, right)
        boxed = [place for place in document.places.get(name, ()) if place.box is not None]
        if value is not None and right and boxed:
            yield _place(document, name, value, boxed, reading)


def observe_blanks(document: TrueDocument, reading: Reading) -> Iterator[Observation]:
    """One for each empty place: does the record have no value for it? None where the document was not found at all."""
    read = reading.of(document)
    if read is None:
        return
    for name in document.blank:
        value = read.fields.get(name)
        known = value is not None and value.known
        yield _observation(document, name, None, value, not known, measure="blank")


def _observation(
    document: TrueDocument, name: str, want: Any, value: Value | None, right: bool, measure: Any = "field"
) -> Observation:
    confidence = value.confidence if value is not None and value.known else None
    first = document.places[name][0].page if document.places.get(name) else next(iter(document.pages), None)
    return Observation(
        measure,
        right,
        field=name,
        how=document.how(name),
        under_seal=_under_seal(document, name),
        covered=confidence is not None and confidence >= CERTAIN,
        confidence=confidence,
        want=want,
        got=value.value if value is not None else None,
        file=first.file if first else "",
        page=first.page if first else 0,
    )


def _under_seal(document: TrueDocument, name: str) -> bool:
    """Whether a seal lies over the place of the value; what a seal itself says is not under it."""
    return any(
        place.box is not None
        and place.how != "seal"
        and place.page == seal.page
        and place.box.intersection(seal.box) > 0
        for place in document.places.get(name, ())
        for seal in document.seals
    )


def _place(document: TrueDocument, name: str, value: Value, places: list[TruePlace], reading: Reading) -> Observation:
    page = reading.page_of(value)
    there = [place.box for place in places if place.page == page and place.box is not None]
    meets = value.box is not None and any(value.box.intersection(box) > 0 for box in there)
    return Observation(
        "place",
        meets,
        field=name,
        how=document.how(name),
        want=[(*place.page, place.box) for place in places],
        got=(value.file, value.page, value.box),
        file=places[0].page.file,
        page=places[0].page.page,
    )

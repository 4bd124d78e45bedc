"""The labelled fields of a document: every label found, the best place chosen, its type's reader applied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dossier.extract.labels import Candidate, LabelFinder
from dossier.extract.layout import Layout
from dossier.extract.readers import read_value, unknown
from dossier.model import Value
from dossier.policy import DocumentKind

_PLAIN_TYPES = ("text", "name", "date", "month", "period", "int", "number", "id_number", "org")

_CODES = ("certificate_number", "verification_code", "permit_number", "standard_number", "document_number", "number")
"""Fields whose value is letters and digits: what follows in Chinese is another matter."""

_SURE = 0.9
"""A value read below this confidence gives way to a surer one elsewhere on the document."""

Found = dict[str, list[tuple[Layout, Candidate]]]


def find_labels(
    kind: DocumentKind, layouts: Sequence[Layout], stops: Iterable[str], others: Iterable[str] = ()
) -> Found:
    """Every place the kind's labels announce, in the order of the pages."""
    finder = LabelFinder({name: spec.labels for name, spec in kind.fields.items() if spec.labels}, stops, others)
    found: Found = {}
    for layout in layouts:
        for name, candidate in finder.candidates(layout):
            found.setdefault(name, []).append((layout, candidate))
    return found


def read_labelled(kind: DocumentKind, found: Found) -> dict[str, Value]:
    """Values of the fields whose type one reader can read. Other types are left to the kind's own functions."""
    values: dict[str, Value] = {}
    for name, candidates in found.items():
        type_name = kind.fields[name].type
        if type_name in _PLAIN_TYPES:
            values[name] = best("code" if name in _CODES else type_name, candidates)
    return values


def best(type_name: str, candidates: Sequence[tuple[Layout, Candidate]]) -> Value:
    """The first place that can be read well wins; else the first that holds something; else it is blank."""
    readings = []
    for order, (layout, candidate) in enumerate(candidates):
        value = _read(type_name, layout, candidate)
        unsure = value.confidence < _SURE
        readings.append((not value.known, value.reason == "blank", unsure, candidate.rank // 2, order, value))
    return min(readings, key=lambda reading: reading[:5])[5]


def _read(type_name: str, layout: Layout, candidate: Candidate) -> Value:
    spot = candidate.label_spot
    if candidate.flow is None or candidate.flow.spot() is None:
        marks = [mark for mark in layout.page.marks if mark.within(candidate.place) > 0.6]
        return unknown("unreadable" if marks else "blank", spot.file, spot.page, candidate.place)
    return read_value(type_name, candidate.flow, candidate.place)


def all_labels(kinds: Mapping[str, DocumentKind]) -> frozenset[str]:
    """Every label of every kind: the words that end another field's value."""
    return frozenset(label for kind in kinds.values() for spec in kind.fields.values() for label in spec.labels)

"""The labelled fields of a document: every label found, the best place chosen, its type's reader applied."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dossier.extract.labels import Candidate, LabelFinder
from dossier.extract.layout import GAP, Flow, Layout
from dossier.extract.places import first_run
from dossier.extract.plausible import NONE
from dossier.extract.readers import read_value, unknown, valued
from dossier.extract.sharing import Fits, own_part
from dossier.extract.subjects import is_of_another, is_of_first_studies
from dossier.extract.ticks import BOXES, TICKS
from dossier.extract.vocabulary import bare, key
from dossier.model import Value
from dossier.policy import DocumentKind
from dossier.text.regex import Regex

_PLAIN_TYPES = ("text", "name", "date", "month", "period", "int", "number", "id_number", "org")

_CODES = ("certificate_number", "verification_code", "permit_number", "standard_number", "document_number", "number")
"""Fields whose value is letters and digits: what follows in Chinese is another matter."""

_SURE = 0.9
"""A value read below this confidence gives way to a surer one elsewhere on the document."""

_MARK, _CLEAR = Regex(r"[^㐀-鿿0-9]{1,2}"), 0.7
"""A scrap that may be dirt or a ruling's end, and the confidence from which it is none."""
_SPACED = Regex(rf"[㐀-鿿](?:[{GAP} ]+[㐀-鿿])+")
"""A word whose letters are set apart: 馆　　员."""
_NONE = Regex(r"无|/|[—\-]{1,2}")
_SURMISED = 0.8
"""Confidence at most of a value whose label may be another field's, or whose place another's words share."""
_UNLIKELY = 0.6
"""Confidence at most of a value that does not look like what its field holds."""

Found = dict[str, list[tuple[Layout, Candidate]]]


def find_labels(
    kind: DocumentKind, layouts: Sequence[Layout], stops: Iterable[str], others: Iterable[str] = ()
) -> Found:
    """Every place the kind's labels announce, in the order of the pages."""
    finder = LabelFinder.of(kind, stops, others)
    found: Found = {}
    for layout in layouts:
        for name, candidate in finder.candidates(layout):
            if not is_of_another(name, candidate.label_spot, layout):
                found.setdefault(name, []).append((layout, candidate))
    return {name: _of_highest(name, places) for name, places in found.items()}


def _of_highest(name: str, places: list[tuple[Layout, Candidate]]) -> list[tuple[Layout, Candidate]]:
    """The places without those of a first education, unless no other holds anything."""
    later = [one for one in places if not is_of_first_studies(name, one[1].label_spot, one[0])]
    return later if any(candidate.flow is not None for _, candidate in later) else places


def anything(name: str, value: object) -> bool:
    """The expectation where nothing is known of a field: whatever was read will do."""
    return True


def read_labelled(kind: DocumentKind, found: Found, fits: Fits = anything) -> dict[str, Value]:
    """Values of the fields whose type one reader can read. Other types are left to the kind's own functions.

    `fits`: whether a value looks like what the field holds. One that does not gives way to what stands in the other
    place a label may have meant, or is not sure.
    """
    types = {name: spec.type for name, spec in kind.fields.items()}
    values: dict[str, Value] = {}
    for name, candidates in found.items():
        if types[name] in _PLAIN_TYPES:
            own = [(layout, _own(name, candidate, types, fits)) for layout, candidate in candidates]
            as_type = "code" if name in _CODES else types[name]
            values[name] = best(as_type, own, name, fits, kind.fields[name].labels)
    return values


def _own(name: str, candidate: Candidate, types: Mapping[str, str], fits: Fits) -> Candidate:
    """The candidate with the field's part of a place that several share; surmised where it could not be told."""
    if candidate.flow is None or not candidate.sharers:
        return candidate
    part = own_part(name, candidate.sharers, types, candidate.flow, fits)
    return replace(candidate, flow=part) if part is not None else replace(candidate, surmised=True)


def best(
    type_name: str,
    candidates: Sequence[tuple[Layout, Candidate]],
    name: str = "",
    fits: Fits = anything,
    labels: Iterable[str] = (),
) -> Value:
    """The first place that can be read well wins; else the first that holds something; else it is blank.

    `labels`: those listed for the field, which go before such as only read like one.
    """
    names = {spelling for label in labels for spelling in (key(label), bare(label))}
    readings = []
    for order, (layout, candidate) in enumerate(candidates):
        value = _read(type_name, layout, candidate)
        off = value.known and not fits(name, value.value)
        value = replace(value, confidence=min(value.confidence, _SURMISED)) if candidate.surmised else value
        if candidate.spare and (off or not value.known):
            continue
        blank, unsure = value.reason == "blank", value.confidence < _SURE
        listed = not names or candidate.label in names
        rank = candidate.rank // 2
        readings.append((not value.known, off, blank, unsure, candidate.spare, not listed, rank, order, value))
    if not readings:
        spot = candidates[0][1].label_spot
        return unknown("ambiguous", spot.file, spot.page, candidates[0][1].place)
    reading = min(readings, key=lambda one: one[:8])
    return replace(reading[8], confidence=min(reading[8].confidence, _UNLIKELY)) if reading[1] else reading[8]


def _read(type_name: str, layout: Layout, candidate: Candidate) -> Value:
    spot = candidate.label_spot
    if candidate.flow is None or candidate.flow.spot() is None:
        marks = [mark for mark in layout.page.marks if mark.within(candidate.place) > 0.6]
        return unknown("unreadable" if marks else "blank", spot.file, spot.page, candidate.place)
    flow = _within_column(type_name, candidate.flow)
    written = flow.spot()
    if written is not None and type_name in ("text", "name", "org") and _NONE.fullmatch(flow.prose.text):
        return valued(NONE, written)
    return read_value(type_name, flow, candidate.place)


def _within_column(type_name: str, flow: Flow) -> Flow:
    """Words end at a gap, where another column begins; options with boxes go on, and so do figures."""
    boxed = re.search(f"[{TICKS}{BOXES}]", flow.text)
    spaced = _SPACED.fullmatch(flow.text.strip())
    return flow if boxed or spaced or type_name not in ("text", "org") else first_run(_behind_a_speck(flow))


def _behind_a_speck(flow: Flow) -> Flow:
    """What stands behind a mark read as a letter without certainty, where anything stands behind it on its row."""
    runs = flow.runs()
    mark = runs[0].spot() if len(runs) > 1 else None
    if mark is None or mark.confidence >= _CLEAR or not _MARK.fullmatch(runs[0].text.strip()):
        return flow
    after = flow.text.index(runs[0].text) + len(runs[0].text)
    return flow.part(after, len(flow.text)) if flow.text[after] == GAP else flow


def all_labels(kinds: Mapping[str, DocumentKind]) -> frozenset[str]:
    """Every label of every kind: the words that end another field's value."""
    return frozenset(label for kind in kinds.values() for spec in kind.fields.values() for label in spec.labels)

"""A record against the truth. Pure: takes what was read and what is there, returns what was observed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any

from dossier.model import Page, Record
from dossier.score.observation import Observation
from dossier.score.observe_fields import observe_blanks, observe_fields
from dossier.score.observe_marks import observe_seals, observe_signatures
from dossier.score.observe_pages import observe_characters, observe_grouping, observe_kinds
from dossier.score.observe_rules import observe_rules
from dossier.score.reading import make_reading
from dossier.score.truth import Truth

_OBSERVERS = (
    observe_kinds,
    observe_grouping,
    observe_fields,
    observe_blanks,
    observe_seals,
    observe_signatures,
    observe_characters,
)


def score(
    truth: Truth, record: Record, report: Mapping[str, Any] | None = None, pages: Iterable[Page] = ()
) -> list[Observation]:
    """Everything the truth states, looked for in the record; characters only on the pages given.

    `report`: report.json; without it, or where the truth states none, verdict and rules are not scored.
    """
    reading = make_reading(record, truth.files, pages)
    observations = [
        replace(one, kind=document.kind, layout=document.layout, held_out=document.held_out)
        for document in truth.documents
        for one in chain.from_iterable(observe(document, reading) for observe in _OBSERVERS)
    ]
    observations += observe_rules(truth, report) if report is not None else ()
    return [replace(one, strength=truth.strength) for one in observations]

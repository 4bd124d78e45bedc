"""The seals of a dossier, and whether they are the employer's."""

from __future__ import annotations

from dossier.facts.fact import Fact
from dossier.model import Record, Seal, Value
from dossier.policy import Policy
from dossier.text import same_org

_SURE = 0.85
"""A seal read with less may be misread in a letter: it proves no other unit."""


def seals(record: Record, _policy: Policy) -> Fact:
    """[{unit, matches}] of every seal whose text was read; `matches` is None where it cannot be told."""
    employer = record.applicant.get("employer")
    name = str(employer.value) if employer is not None and employer.known else ""
    found: list[dict[str, object]] = []
    sources: list[Value] = []
    for document in record.documents:
        for page, seal in document.seals:
            row: dict[str, object] = {"unit": seal.text, "matches": _matches(seal, name)}
            if seal.text and row not in found:
                found.append(row)
                sources.append(Value(seal.text, seal.text, page.file, page.page, seal.box, "seal", seal.confidence))
    return Fact(found, tuple(sources))


def _matches(seal: Seal, employer: str) -> bool | None:
    if not employer:
        return None
    same = same_org(seal.text, employer)
    return same if same or seal.confidence >= _SURE else None

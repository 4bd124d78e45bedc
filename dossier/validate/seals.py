"""Seals are verified against the names the dossier gives, not read letter by letter.

Similarity (0 to 100) of the ring text as read to the true unit was 88 to 100, to other units at most 47.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from rapidfuzz import fuzz

from dossier.model import Document, Seal, Value
from dossier.text import fold_org
from dossier.text.regex import Regex
from dossier.validate.case import Case

MATCHES = 78.0
DIFFERS = 60.0
_ORDINAL = Regex(r"[一二三四五六七八九十〇零百\d]")
_DEPARTMENT_END = Regex("(?:部|处|科|室|股|办公室|工会|工会委员会|党支部|党委|委员会)$")
_SPECIAL = Regex("财务|合同|发票|报关")


class SealState(Enum):
    """What the seals on a document amount to."""

    RED = "red"
    DOUBTFUL = "doubtful"
    """Only black copies or illegible impressions."""
    NONE = "none"
    UNKNOWN = "unknown"


class SealMatch(Enum):
    """How a seal's text stands to a unit's name."""

    MATCHES = "matches"
    UNCLEAR = "unclear"
    DIFFERS = "differs"


def unit_seals(document: Document) -> list[Seal]:
    """The seals that may be a unit's: square ones belong to persons."""
    return [seal for _, seal in document.seals if seal.shape != "square"]


def seal_state(document: Document) -> SealState:
    """From the seals found on the document, else from its yes/no field."""
    states = {seal.state for seal in unit_seals(document)}
    if states:
        return SealState.RED if "red" in states else SealState.DOUBTFUL
    sealed = document.get("sealed")
    if sealed is None or not isinstance(sealed.value, bool):
        return SealState.UNKNOWN
    return SealState.RED if sealed.value else SealState.NONE


def without_colour(document: Document, case: Case) -> bool:
    """Whether a page of it is a grey or black-and-white copy, on which a red seal would not be red."""
    return any(not page.quality.colour for page in case.record.pages if (page.file, page.page) in document.pages)


def ring_readings(document: Document) -> list[str]:
    """Every reading of every unit seal that is not a black copy, the document's own summary first."""
    text = document.get("seal_text")
    readings = [str(text.value)] if text is not None and text.known else []
    for seal in unit_seals(document):
        if seal.state == "red":
            readings += [seal.text, *seal.readings]
    return [folded for reading in dict.fromkeys(readings) if len(folded := fold_org(reading)) >= 4]


def match_seal(readings: Iterable[str], names: Iterable[Value]) -> SealMatch:
    """The best agreement of any reading with any name, ordinals (第一、第二) taken seriously."""
    pairs = [(reading, fold_org(str(name.value))) for reading in readings for name in names]
    if any(reading == name for reading, name in pairs):
        return SealMatch.MATCHES
    scores = [(fuzz.ratio(reading, name), reading, name) for reading, name in pairs if name]
    best = max((score for score, _, _ in scores), default=0.0)
    if best >= MATCHES:
        alike = (_ORDINAL.findall(r) == _ORDINAL.findall(n) for score, r, n in scores if score >= MATCHES)
        return SealMatch.MATCHES if any(alike) else SealMatch.UNCLEAR
    return SealMatch.DIFFERS if scores and best <= DIFFERS else SealMatch.UNCLEAR


def department_seal(document: Document, names: Iterable[Value]) -> str | None:
    """What shows every red seal to be a department's or a special one (人力资源部, 财务专用章); None otherwise."""
    seals = [seal for seal in unit_seals(document) if seal.state == "red"]
    folded = [fold_org(str(name.value)) for name in names]
    signs = [_department(seal, folded) for seal in seals]
    return signs[0] if signs and all(signs) else None


def _department(seal: Seal, names: Iterable[str]) -> str:
    ring = fold_org(seal.text)
    for name in names:
        rest = ring[len(name) :]
        if name and ring.startswith(name) and (_DEPARTMENT_END.search(rest) or _SPECIAL.search(rest)):
            return rest
    return seal.sub_text if _SPECIAL.search(seal.sub_text) else ""

"""Seals and signatures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.model import PageRef, Seal
from dossier.score.compare import plain_text
from dossier.score.observation import Observation, Outcome
from dossier.score.pairing import pair
from dossier.score.reading import Reading, box_of
from dossier.score.truth import TrueDocument, TrueSeal, TrueSignature
from dossier.validate.case import CERTAIN


def observe_seals(document: TrueDocument, reading: Reading) -> Iterator[Observation]:
    """One for each seal: was its text read? A grey seal is right as well when it is left to a person."""
    for page in _pages(document.seals):
        true = [seal for seal in document.seals if seal.page == page]
        found = reading.seals.get(page, ())
        pairs = pair([seal.box for seal in true], [seal.box for seal in found], near=True)
        for number, seal in enumerate(true):
            yield _seal(seal, found[pairs[number]] if number in pairs else None)


def observe_signatures(document: TrueDocument, reading: Reading) -> Iterator[Observation]:
    """One for each place for a signature: is its state (signed, printed, empty) right?"""
    for page in _pages(document.signatures):
        true = [signature for signature in document.signatures if signature.page == page]
        found = reading.signatures.get(page, ())
        pairs = pair([one.box for one in true], [box_of(one.get("box")) for one in found])
        for number, signature in enumerate(true):
            got = found[pairs[number]].get("state") if number in pairs else None
            yield Observation(
                "signature", got == signature.state, want=signature.state, got=got, file=page.file, page=page.page
            )


def _seal(seal: TrueSeal, found: Seal | None) -> Observation:
    outcome = _outcome(seal, found)
    return Observation(
        "seal",
        outcome == "read" or (outcome == "undecided" and seal.state == "grey"),
        how=seal.state,
        covered=outcome in ("read", "wrong") and found is not None and found.confidence >= CERTAIN,
        confidence=found.confidence if found is not None and found.text else None,
        outcome=outcome,
        want=seal.text,
        got=found.text if found is not None else None,
        file=seal.page.file,
        page=seal.page.page,
    )


def _outcome(seal: TrueSeal, found: Seal | None) -> Outcome:
    if found is None:
        return "missed"
    if plain_text(found.text) == plain_text(seal.text):
        return "read"
    left_open = found.state == "unreadable" or found.confidence < CERTAIN
    return "undecided" if left_open or (seal.state == found.state == "grey") else "wrong"


def _pages(placed: Sequence[TrueSeal] | Sequence[TrueSignature]) -> list[PageRef]:
    return list(dict.fromkeys(one.page for one in placed))

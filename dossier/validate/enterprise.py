"""The papers by which years in an enterprise are proven (560-4)."""

from __future__ import annotations

from collections.abc import Mapping

from dossier.model import Document, Value
from dossier.text import is_enterprise
from dossier.validate.case import Case
from dossier.validate.likeness import Likeness, compare_organisations

PROOFS: Mapping[str, str] = {"mobility": "from", "employment_contract": "employer", "social_insurance": "employer"}
"""Kinds that prove employment elsewhere → the field that names the other unit."""


def is_other_enterprise(value: Value | None, case: Case) -> bool:
    """Whether a value names an enterprise that is not the present employer."""
    if value is None or not value.known or not is_enterprise(str(value.value)):
        return False
    employer = case.applicant("employer")
    return employer is None or not employer.known or compare_organisations(value, employer) is not Likeness.SAME


def proofs_of_enterprise_years(case: Case) -> list[Document]:
    """Papers of a move from an enterprise, and contracts and insurance of one that is not the present employer."""
    return [
        paper
        for kind, field in PROOFS.items()
        for paper in case.documents(kind)
        if is_other_enterprise(paper.get(field), case)
    ]


def moves_from_enterprise(case: Case) -> list[Document]:
    """The proofs but for insurance, which others than the employer pay too; and moves from units that were not read."""
    proofs = [paper for paper in proofs_of_enterprise_years(case) if paper.kind != "social_insurance"]
    return [*(paper for paper in case.documents("mobility") if not _names_origin(paper)), *proofs]


def _names_origin(move: Document) -> bool:
    unit = move.get(PROOFS[move.kind])
    return unit is not None and unit.known

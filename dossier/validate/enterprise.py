"""Enterprises: what they are called, and the papers by which years in one are proven (560-4)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dossier.model import Document, Value
from dossier.text import squeeze
from dossier.validate.case import Case
from dossier.validate.likeness import Likeness, compare_organisations

_ENTERPRISE = re.compile(
    "(?:公司|集团|企业|厂|矿|银行|支行|分行|事务所)$|公司.{1,12}(?:部|处|队|厂|矿|中心|车间|工区)$"
)
PROOFS: Mapping[str, str] = {"mobility": "from", "employment_contract": "employer", "social_insurance": "employer"}
"""Kinds that prove employment elsewhere → the field that names the other unit."""


def is_enterprise(name: str) -> bool:
    """Whether a unit's name is that of an enterprise, or of a part of one."""
    return bool(_ENTERPRISE.search(squeeze(name)))


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

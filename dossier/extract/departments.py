"""Employers that a form names with the department one works in: 某某电视台总编室 is 某某电视台."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from dossier.extract.applicant import FORMS
from dossier.model import Document, Value
from dossier.text.regex import Regex

_SURE = 0.9
"""Confidence at least of the unit's name without its department, as another paper gives it."""
_DEPARTMENT = Regex(
    r"(?!.*(?:办公室|教研室|研究室|项目部|事业部|分部|支部|门诊部|营业部|组织部|宣传部|统战部|武装部))"
    r"[㐀-鿿]{2,8}(?:部|科|室|车间|班组)(?:[（(][㐀-鿿、]{2,10}[）)])?"
)
"""A part of a unit that is no unit of its own. Divisions, colleges, branches, party committees and 处 may be."""
_IN_BRACKETS = Regex(r"[（(][㐀-鿿、]{1,10}(?:系|部|科|室|处|车间|班组|病区|教研组)[）)]")
"""A part of a unit, behind its name on any paper: 某某学院（学前教育系）."""
_NAMING = ("employer", "publisher")


def without_departments(documents: Sequence[Document]) -> list[Document]:
    """The documents, the employers of forms as other papers name or seal them where only a department parts the two.

    Of any document where the department stands in brackets.
    """
    others = _units_of(document for document in documents if document.kind not in FORMS)
    every = _units_of(documents)
    bare = (_without(one, others, _DEPARTMENT) if one.kind in FORMS else one for one in documents)
    return [_without(one, every, _IN_BRACKETS) for one in bare]


def _units_of(documents: Iterable[Document]) -> set[str]:
    values = (document.get(name) for document in documents for name in _NAMING)
    return {str(value.value) for value in values if value is not None and value.known and value.confidence >= _SURE}


def _without(document: Document, units: Collection[str], department: Regex) -> Document:
    value = document.get("employer")
    unit = _unit_of(value, units, department) if value is not None and value.known else None
    if value is None or unit is None:
        return document
    return replace(document, fields={**document.fields, "employer": replace(value, value=unit)})


def _unit_of(value: Value, units: Collection[str], department: Regex) -> str | None:
    named = str(value.value)
    parted = [unit for unit in units if named.startswith(unit) and department.fullmatch(named, len(unit))]
    return max(parted, key=len, default=None)

"""Employers that a form names with the department one works in: 某某电视台总编室 is 某某电视台."""

from __future__ import annotations

from collections.abc import Collection, Sequence
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
_NAMING = ("employer", "publisher")


def without_departments(documents: Sequence[Document]) -> list[Document]:
    """The documents, the employers of forms as other papers name or seal them where only a department parts the two."""
    units = {
        str(value.value)
        for document in documents
        if document.kind not in FORMS
        for name in _NAMING
        if (value := document.get(name)) is not None and value.known and value.confidence >= _SURE
    }
    return [_without(document, units) if document.kind in FORMS else document for document in documents]


def _without(document: Document, units: Collection[str]) -> Document:
    value = document.get("employer")
    unit = _unit_of(value, units) if value is not None and value.known else None
    if value is None or unit is None:
        return document
    return replace(document, fields={**document.fields, "employer": replace(value, value=unit)})


def _unit_of(value: Value, units: Collection[str]) -> str | None:
    named = str(value.value)
    parted = [unit for unit in units if named.startswith(unit) and _DEPARTMENT.fullmatch(named, len(unit))]
    return max(parted, key=len, default=None)

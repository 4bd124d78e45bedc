"""A record with what a person put right in it, and everything that follows from it made anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from dossier.errors import UsageError
from dossier.extract.applicant import SHOWN, Statement, applicant_of, application_of
from dossier.extract.events import publicity_events
from dossier.model import Correction, Document, PageSummary, Period, Record, Value
from dossier.model.wire import value_to_json
from dossier.policy import Policy
from dossier.policy.checks import value_problem

_OF_THE_SEAL = ("sealed", "seal_text")
_HINT = "材料编号和栏目名称以结果文件夹中的 record.json 为准。"


def corrected(record: Record, corrections: Iterable[Correction], policy: Policy, statement: Statement) -> Record:
    """The record with the corrections in force; `record.corrections` tells what each put right.

    Applicant, application and publicity events are made anew from the corrected documents; `facts` is left empty.
    UsageError where a correction names no document or field of the record, or a value of another type.
    """
    for number, correction in enumerate(corrections, 1):
        record = _applied(record, correction, policy, f"更正第{number}条")
    documents = record.documents
    return replace(
        record,
        application=application_of(documents, statement, policy),
        applicant=applicant_of(documents, _shown(record), policy),
        publicity=publicity_events(documents),
        facts={},
    )


def _shown(record: Record) -> dict[str, Value]:
    """What pages say of the applicant outside every field: no correction can touch it."""
    found = {name: record.applicant.get(name) for name in SHOWN}
    return {name: value for name, value in found.items() if value is not None and value.method != "derived"}


def _applied(record: Record, correction: Correction, policy: Policy, name: str) -> Record:
    document = next((one for one in record.documents if one.id == correction.document), None)
    if document is None:
        raise UsageError(f"{name}：材料中没有编号 {correction.document}", _HINT)
    pages = record.pages
    before: Any
    if correction.field is None:
        if correction.value not in policy.kinds:
            raise UsageError(f"{name}：没有材料种类 {correction.value}", "材料种类代码见 schemas/documents.json。")
        changed, before = _of_kind(document, correction.value, policy), document.kind
        pages = tuple(
            _seen(page, correction.value) if (page.file, page.page) in document.pages else page for page in pages
        )
    else:
        problem = value_problem(document.kind, correction.field, correction.value)
        if problem:
            raise UsageError(f"{name}（{document.id}）：{problem}", _HINT)
        value = document.get(correction.field)
        changed, before = _with(document, correction), None if value is None else value_to_json(value)
    documents = tuple(changed if one is document else one for one in record.documents)
    return replace(
        record, documents=documents, pages=pages, corrections=(*record.corrections, _entry(correction, before))
    )


def _of_kind(document: Document, kind: str, policy: Policy) -> Document:
    """The document as one of another kind, with those of its fields that the kind has as well."""
    fields = {name: value for name, value in document.fields.items() if name in policy.kinds[kind].fields}
    title = policy.kinds[kind].zh if document.title == policy.kinds[document.kind].zh else document.title
    return replace(document, kind=kind, title=title, fields=fields)


def _seen(page: PageSummary, kind: str) -> PageSummary:
    return replace(page, kind=kind, may_be=(), seen=True)


def _with(document: Document, correction: Correction) -> Document:
    """The document with the field as the person saw it, at the place where it was read or looked for.

    Who looked at the seal outweighs every reading of it: those are left out.
    """
    assert correction.field is not None
    read = document.get(correction.field) or Value(None, file=document.pages[0].file, page=document.pages[0].page)
    value = replace(
        read,
        value=_plain(correction.value),
        method="corrected",
        confidence=1.0,
        reason="blank" if correction.value is None else None,
    )
    fields = {**document.fields, correction.field: value}
    if correction.field not in _OF_THE_SEAL:
        return replace(document, fields=fields)
    if correction.field == "seal_text" and value.known:
        fields["sealed"] = replace(value, value=True)
    return replace(document, fields=fields, seals=tuple(one for one in document.seals if one[1].shape == "square"))


def _plain(value: Any) -> Any:
    return Period(value["start"], value["end"]) if isinstance(value, dict) else value


def _entry(correction: Correction, before: Any) -> dict[str, Any]:
    return {
        "document": correction.document,
        **({"field": correction.field} if correction.field is not None else {}),
        "before": before,
        "value": correction.value,
        "by": correction.by,
        "at": correction.at,
        **({"note": correction.note} if correction.note else {}),
    }

"""The record an ideal reader makes of drawn papers: what is seen on them, every value certain. No page is read."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from dossier.extract import Statement
from dossier.extract.applicant import applicant_of, application_of
from dossier.extract.events import publicity_events
from dossier.model import Box, Document, PageRef, PageSummary, Period, Quality, Record, Seal, Value
from dossier.pipeline.check import with_facts
from dossier.policy import Policy
from tests.kit import packing, paper, truth

PLACES = {
    "applicant": "申报人签名",
    "unit": "单位负责人",
    "superior": "主管部门负责人",
    "leader": "考核人",
    "recommender": "推荐人签名",
}


def record_of(sheets: Sequence[paper.Sheet], statement: Statement, policy: Policy) -> Record:
    """The record, with its facts, of papers that lie in files of their own in this order."""
    documents = tuple(_document(number, sheet, policy) for number, sheet in enumerate(sheets, 1))
    record = Record(
        application=application_of(documents, statement, policy),
        applicant=applicant_of(documents, {}, policy),
        documents=documents,
        publicity=publicity_events(documents),
        facts={},
        pages=tuple(page for document in documents for page in _pages(document)),
        files=tuple(_file(document) for document in documents),
    )
    return with_facts(record, policy)


def _document(number: int, sheet: paper.Sheet, policy: Policy) -> Document:
    file = f"{number:02}{packing.NAMES[sheet.facts.kind]}.pdf"
    placed = [truth.Placed(file, page, np.eye(3)) for page in range(1, len(sheet.sizes) + 1)]
    entry = truth.entry(sheet, placed)
    fields = policy.kinds[sheet.facts.kind].fields
    values = {name: _value(said, entry["places"].get(name), file) for name, said in entry["fields"].items()}
    values |= {name: Value(None, "", file, 1, None, "ocr", 0.97, "blank") for name in entry["blank"]}
    values |= _counted(sheet, fields, file)
    return Document(
        id=f"d{number:02}",
        kind=sheet.facts.kind,
        title=sheet.facts.extra.get("heading", packing.NAMES[sheet.facts.kind]),
        pages=tuple(PageRef(file, each.page) for each in placed),
        fields={name: values[name] for name in fields if name in values},
        seals=tuple((PageRef(file, seal["page"]), _seal(seal)) for seal in entry["seals"]),
        signatures=tuple(_signature(mark, sheet, file) for mark in sheet.marks if mark.how == "sign"),
    )


def _counted(sheet: paper.Sheet, fields: Mapping[str, Any], file: str) -> dict[str, Value]:
    """What no label names: the length of a summary, who an opinion speaks of."""
    if "characters" not in fields:
        return {}
    return {"characters": Value(sum(map(len, sheet.facts.extra["paragraphs"])), "", file, 1, None, "ocr", 0.97)}


def _value(said: Any, places: Sequence[Mapping[str, Any]] | None, file: str) -> Value:
    first = places[0] if places else {"file": file, "page": 1, "box": None, "text": "", "how": ""}
    value = Period(*said.split("..")) if isinstance(said, str) and ".." in said else said
    how = "seal" if first["how"] == "seal" else "ocr"
    box = Box(*first["box"]) if first["box"] else None
    return Value(value, first["text"] or str(said), first["file"], first["page"], box, how, 0.97)


def _seal(seal: Mapping[str, Any]) -> Seal:
    if seal["state"] != "red":
        return Seal(Box(*seal["box"]), seal["shape"], "grey")
    return Seal(
        Box(*seal["box"]), seal["shape"], "red", seal["text"], seal["sub_text"], 0.96, (seal["text"],), seal["text"]
    )


def _signature(mark: paper.Mark, sheet: paper.Sheet, file: str) -> dict[str, Any]:
    signature = sheet.facts.signatures[mark.what]
    name = signature.name if signature.state == "printed" else None
    box = Box(*mark.box).rounded()
    return {
        "place": PLACES[mark.what],
        "state": signature.state,
        "name": name,
        "file": file,
        "page": mark.page + 1,
        "box": box,
    }


def _pages(document: Document) -> list[PageSummary]:
    return [
        PageSummary(
            ref.file,
            ref.page,
            document.kind,
            0,
            "ocr",
            hashlib.sha256(f"{ref.file} {ref.page}".encode()).hexdigest(),
            Quality(),
            595,
            842,
        )
        for ref in document.pages
    ]


def _file(document: Document) -> dict[str, Any]:
    name = document.pages[0].file
    digest = hashlib.sha256(name.encode()).hexdigest()
    return {"name": name, "sha256": digest, "size": 1, "media_type": "application/pdf", "pages": len(document.pages)}

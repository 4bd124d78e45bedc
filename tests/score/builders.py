"""A small truth, and records that agree with it or differ in one thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dossier.model import Application, Box, Document, Page, PageRef, PageSummary, Quality, Record, Seal, Value
from dossier.score import Observation, Truth, score, truth_from_json

FILE = "03公示.pdf"
EMPLOYER = "山西沁岳重工装备有限公司"
BOX = [100.0, 200.0, 220.0, 214.0]
SEAL_BOX = [350.0, 600.0, 460.0, 710.0]


def true_document(kind: str = "publicity_notice", pages: Iterable[int] = (1,), **more: Any) -> dict[str, Any]:
    return {"kind": kind, "pages": [{"file": FILE, "page": page} for page in pages], "fields": {}} | more


def truth_of(*documents: dict[str, Any], **more: Any) -> Truth:
    start = {"upload": "材料.zip", "strength": "office", "submitted": "2025-08-29", "documents": list(documents)}
    return truth_from_json(start | more)


def value(content: Any, confidence: float = 0.97, **changes: Any) -> Value:
    known = {"file": FILE, "page": 1, "box": Box(*BOX), "confidence": confidence}
    return Value(content, **{**known, **changes})


def seal(text: str = EMPLOYER, **changes: Any) -> Seal:
    known = {"box": Box(*SEAL_BOX), "shape": "round", "state": "red", "text": text, "confidence": 0.95}
    return Seal(**{**known, **changes})


def read_document(
    kind: str = "publicity_notice", pages: Iterable[int] = (1,), file: str = FILE, **more: Any
) -> Document:
    refs = tuple(PageRef(file, page) for page in pages)
    seals = tuple((refs[0], one) for one in more.pop("seals", ()))
    return Document("d01", kind, "公示", refs, seals=seals, **more)


def summary(page: int, kind: str, file: str = FILE) -> PageSummary:
    return PageSummary(file, page, kind, 0, "ocr", "0" * 64, Quality(), 595, 842)


def record_of(*documents: Document, pages: Iterable[PageSummary] | None = None) -> Record:
    """The documents as a record; pages of their documents' kinds unless others are given."""
    own = [summary(ref.page, one.kind, ref.file) for one in documents for ref in one.pages]
    return Record(Application("shanxi-2025"), {}, documents, (), {}, tuple(own if pages is None else pages))


def report_of(verdict: str, **findings: Mapping[str, str]) -> dict[str, Any]:
    """What a score needs of report.json; defects and undecided: codes of rules → their severity."""

    def rows(name: str) -> list[dict[str, str]]:
        return [{"rule": code, "severity": severity} for code, severity in findings.get(name, {}).items()]

    return {"verdict": verdict, "defects": rows("defects"), "undecided": rows("undecided")}


def observed(
    measure: str, truth: Truth, record: Record, report: Mapping[str, Any] | None = None, pages: Iterable[Page] = ()
) -> list[Observation]:
    """The observations of one measure."""
    return [one for one in score(truth, record, report, pages) if one.measure == measure]

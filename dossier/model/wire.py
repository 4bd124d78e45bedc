"""What is written to files and read back as JSON: record.json (format dossier-record/1) and single pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from dossier.model.bundle import FileProblem
from dossier.model.geometry import Box
from dossier.model.pages import Line, Page, Quality, Seal
from dossier.model.record import Application, Document, PageRef, PageSummary, Period, Record, Value

FORMAT = "dossier-record/1"


def record_to_json(record: Record) -> dict[str, Any]:
    """Plain JSON data; identity numbers in full. Keys whose value is not known are left out."""
    application = record.application
    return {
        "format": FORMAT,
        "application": _present(
            {
                "policy": application.policy,
                "submitted": application.submitted,
                **{
                    name: value_to_json(value)
                    for name in ("series", "level", "title", "specialty", "route", "committee")
                    if (value := getattr(application, name)) is not None
                },
            }
        ),
        "applicant": {name: value_to_json(value) for name, value in record.applicant.items()},
        "documents": [_document_to_json(document) for document in record.documents],
        "publicity": [
            {name: value_to_json(x) if isinstance(x, Value) else list(x) for name, x in event.items()}
            for event in record.publicity
        ],
        "facts": dict(record.facts),
        "pages": [_summary_to_json(page) for page in record.pages],
        "files": [dict(row) for row in record.files],
        "problems": [asdict(problem) for problem in record.problems],
        "corrections": [dict(entry) for entry in record.corrections],
    }


def record_from_json(data: Mapping[str, Any]) -> Record:
    """The inverse of `record_to_json`. The data must be valid against schemas/record.schema.json."""
    application = data["application"]
    return Record(
        application=Application(
            policy=application["policy"],
            submitted=application.get("submitted"),
            **{
                name: value_from_json(application[name])
                for name in ("series", "level", "title", "specialty", "route", "committee")
                if name in application
            },
        ),
        applicant={name: value_from_json(value) for name, value in data["applicant"].items()},
        documents=tuple(_document_from_json(document) for document in data["documents"]),
        publicity=tuple(
            {name: value_from_json(x) if isinstance(x, dict) else list(x) for name, x in event.items()}
            for event in data["publicity"]
        ),
        facts=dict(data["facts"]),
        pages=tuple(_summary_from_json(page) for page in data["pages"]),
        files=tuple(data.get("files", ())),
        problems=tuple(FileProblem(**problem) for problem in data.get("problems", ())),
        corrections=tuple(data.get("corrections", ())),
    )


def value_to_json(value: Value) -> dict[str, Any]:
    plain: Any = value.value
    if isinstance(plain, Period):
        plain = {"start": plain.start, "end": plain.end}
    data = {"value": plain, "raw": value.raw, "file": value.file, "page": value.page}
    if value.box is not None:
        data["box"] = [round(x, 1) for x in value.box]
    data |= {"method": value.method, "confidence": round(value.confidence, 2)}
    return _present(data | {"reason": value.reason}, keep=("value",))


def value_from_json(data: Mapping[str, Any]) -> Value:
    plain = data["value"]
    if isinstance(plain, Mapping) and set(plain) == {"start", "end"}:
        plain = Period(plain["start"], plain["end"])
    return Value(
        plain,
        data.get("raw", ""),
        data.get("file", ""),
        data.get("page", 0),
        _box(data.get("box")),
        data.get("method", "ocr"),
        data.get("confidence", 0.0),
        data.get("reason"),
    )


def page_to_json(page: Page) -> dict[str, Any]:
    """Plain JSON data that `page_from_json` turns back into the same page, nothing rounded."""
    return asdict(page)


def page_from_json(data: Mapping[str, Any]) -> Page:
    """The inverse of `page_to_json`. Raises KeyError, TypeError or ValueError where the data is no page."""
    quality = Quality(**data["quality"])
    return Page(
        **{
            **data,
            "lines": tuple(Line(**{**line, "box": _exact(line["box"])}) for line in data["lines"]),
            "cells": tuple(map(_exact, data["cells"])),
            "seals": tuple(
                Seal(**{**seal, "box": _exact(seal["box"]), "readings": tuple(seal["readings"])})
                for seal in data["seals"]
            ),
            "marks": tuple(map(_exact, data["marks"])),
            "traces": tuple(map(_exact, data.get("traces", ()))),
            "pictures": tuple(map(_exact, data["pictures"])),
            "qr": tuple((str(text), _exact(box)) for text, box in data["qr"]),
            "quality": quality,
        }
    )


def _document_to_json(document: Document) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": document.id,
        "kind": document.kind,
        "title": document.title,
        "pages": [page._asdict() for page in document.pages],
        "fields": {name: value_to_json(value) for name, value in document.fields.items()},
        "seals": [{**page._asdict(), **_seal_to_json(seal)} for page, seal in document.seals],
        "signatures": [{**one, **({"box": list(one["box"])} if "box" in one else {})} for one in document.signatures],
        "qr": list(document.qr),
    }
    if document.copy_mark is not None:
        data["copy_mark"] = value_to_json(document.copy_mark)
    return data


def _document_from_json(data: Mapping[str, Any]) -> Document:
    return Document(
        id=data["id"],
        kind=data["kind"],
        title=data["title"],
        pages=tuple(PageRef(**page) for page in data["pages"]),
        fields={name: value_from_json(value) for name, value in data["fields"].items()},
        seals=tuple((PageRef(seal["file"], seal["page"]), _seal_from_json(seal)) for seal in data.get("seals", ())),
        signatures=tuple(data.get("signatures", ())),
        qr=tuple(data.get("qr", ())),
        copy_mark=value_from_json(data["copy_mark"]) if "copy_mark" in data else None,
    )


def _seal_to_json(seal: Seal) -> dict[str, Any]:
    return {
        "text": seal.text,
        "sub_text": seal.sub_text,
        "shape": seal.shape,
        "state": seal.state,
        "box": [round(x, 1) for x in seal.box],
        "confidence": round(seal.confidence, 2),
        "readings": list(seal.readings),
        **({"clear": seal.clear} if seal.clear else {}),
    }


def _seal_from_json(data: Mapping[str, Any]) -> Seal:
    return Seal(
        Box(*data["box"]),
        data["shape"],
        data["state"],
        data["text"],
        data["sub_text"],
        data["confidence"],
        tuple(data["readings"]),
        data.get("clear", ""),
    )


def _summary_to_json(page: PageSummary) -> dict[str, Any]:
    return {**asdict(page), "quality": _present(asdict(page.quality)), "may_be": list(page.may_be)}


def _summary_from_json(data: Mapping[str, Any]) -> PageSummary:
    return PageSummary(**{**data, "quality": Quality(**data["quality"]), "may_be": tuple(data.get("may_be", ()))})


def _box(data: Any) -> Box | None:
    return Box(*data) if data is not None else None


def _exact(data: Sequence[float]) -> Box:
    return Box(*map(float, data))


def _present(data: dict[str, Any], keep: tuple[str, ...] = ()) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value is not None or name in keep}

"""Checks of the public shapes against their JSON Schemas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from dossier.policy.resources import read_schema
from dossier.policy.schemas import problems


def validate_record_json(record: Mapping[str, Any]) -> list[str]:
    """What is wrong with a record.json: its shape, its kinds, its field names and the types of their values."""
    return problems(record, "record.schema.json") or [
        f"documents/{number}/{place}"
        for number, document in enumerate(record["documents"])
        for place in _document_problems(document)
    ]


def validate_report_json(report: Mapping[str, Any]) -> list[str]:
    """What is wrong with the shape of a report.json."""
    return problems(report, "report.schema.json")


def value_problem(kind: str, field: str, value: Any) -> str:
    """In Chinese, why a document of the kind cannot carry this value in this field; empty where it can."""
    types = _field_types().get(kind)
    if types is None:
        return f"没有材料种类 {kind}"
    if field not in types:
        return f"{kind} 没有 {field} 这个栏目"
    return "" if value is None or _fits(value, types[field]) else f"{value!r} 不是 {types[field]}"


def _document_problems(document: Mapping[str, Any]) -> Iterator[str]:
    if document["kind"] not in _field_types():
        yield f"kind：没有材料种类 {document['kind']}"
        return
    for name, value in document["fields"].items():
        if problem := value_problem(document["kind"], name, value["value"]):
            yield f"fields/{name}：{problem}"


@cache
def _field_types() -> dict[str, dict[str, str]]:
    """Kind → field → type, as `schemas/documents.json` has them."""
    entries = read_schema("documents.json")["documents"]
    return {
        kind: {name: spec["type"] for name, spec in entries[entry.get("fields_of", kind)]["fields"].items()}
        for kind, entry in entries.items()
    }


_ISO = re.compile(r"\d{4}-\d{2}(-\d{2})?")


def _is_date(value: Any) -> bool:
    """A day or month that the calendar has, in ISO."""
    if not isinstance(value, str) or not _ISO.fullmatch(value):
        return False
    try:
        date.fromisoformat(value if len(value) > 7 else f"{value}-01")
    except ValueError:
        return False
    return True


def _fits(value: Any, kind: str) -> bool:
    """Whether a value is of a field type; dates are kept in the precision of the page."""
    if kind.startswith("list"):
        return isinstance(value, list)
    if kind in ("int", "bool"):
        return isinstance(value, int) and isinstance(value, bool) == (kind == "bool")
    if kind in ("date", "month"):
        return _is_date(value) and (kind == "date" or len(value) == 7)
    if kind == "period":
        return (
            isinstance(value, Mapping)
            and set(value) == {"start", "end"}
            and _is_date(value["start"])
            and (value["end"] == "长期" or _is_date(value["end"]))
        )
    if "|" in kind:
        return value in [choice.strip() for choice in kind.split("|")]
    return isinstance(value, str)

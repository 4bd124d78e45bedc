"""Records as tables (CSV) and back, nothing lost: what no table has a column for goes whole into others.csv.

applications.csv has a row for each record, documents.csv for each document, fields.csv for each value with its place,
publicity.csv for each publicity event, facts.csv for each fact, others.csv for anything else; `HEADS` names the
columns. Name, employer, series, level and title in applications.csv and the value in facts.csv are for reading only.

The owner of a value is a document (d01), `application`, `applicant`, or `publicity/0` for the first event. A value of
type text stands as it is; all other types are JSON. Identity numbers are in full.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dossier.errors import UsageError

Row = dict[str, str]
Tables = dict[str, list[Row]]

HEADS: Mapping[str, tuple[str, ...]] = {
    "applications": ("record", "policy", "submitted", "name", "employer", "series", "level", "title"),
    "documents": ("record", "document", "kind", "title", "pages"),
    "fields": (
        *("record", "owner", "field", "type", "value", "raw", "file", "page", "x0", "y0", "x1", "y1"),
        *("method", "confidence", "reason"),
    ),
    "publicity": ("record", "event", "json"),
    "facts": ("record", "fact", "value", "json"),
    "others": ("record", "part", "json"),
}
"""Table → its columns."""
_BOX = ("x0", "y0", "x1", "y1")
_OF_A_DOCUMENT = ("id", "kind", "title", "pages", "fields")


def to_tables(records: Mapping[str, Mapping[str, Any]]) -> Tables:
    """The tables of records (as in record.json) by their names."""
    tables: Tables = {name: [] for name in HEADS}
    for name, record in records.items():
        for table, row in _rows(record):
            tables[table].append(dict.fromkeys(HEADS[table], "") | {"record": name} | row)
    return tables


def from_tables(tables: Mapping[str, Iterable[Mapping[str, str]]]) -> dict[str, dict[str, Any]]:
    """The inverse of `to_tables`. UsageError, naming table and row, where a table cannot be used."""
    records: dict[str, dict[str, Any]] = {}
    for table in HEADS:
        for number, row in enumerate(tables.get(table, ()), 2):
            try:
                _PUT[table](records, row)
            except (KeyError, ValueError, IndexError, TypeError) as error:
                hint = "各表的列见 README；请用 dossier export --format csv 写出的表。"
                raise UsageError(f"{table}.csv 第{number}行无法使用：{error}", hint) from error
    return records


def _rows(record: Mapping[str, Any]) -> Iterator[tuple[str, Row]]:
    application, applicant = record["application"], record["applicant"]
    shown = {name: applicant[name]["value"] for name in ("name", "employer") if name in applicant}
    shown |= {name: application[name]["value"] for name in ("series", "level", "title") if name in application}
    yield (
        "applications",
        {
            "policy": application["policy"],
            "submitted": application.get("submitted", ""),
            **{name: "" if value is None else str(value) for name, value in shown.items()},
        },
    )
    yield from _values("application", {name: one for name, one in application.items() if isinstance(one, Mapping)})
    yield from _values("applicant", applicant)
    for document in record["documents"]:
        head = {"document": document["id"], "kind": document["kind"], "title": document["title"]}
        yield "documents", head | {"pages": _json(document["pages"])}
        yield from _values(document["id"], document["fields"])
        rest = {name: one for name, one in document.items() if name not in _OF_A_DOCUMENT}
        yield "others", {"part": f"documents/{document['id']}", "json": _json(rest)}
    for number, event in enumerate(record["publicity"]):
        lists = {name: one for name, one in event.items() if not isinstance(one, Mapping)}
        yield "publicity", {"event": str(number), "json": _json(lists)}
        yield from _values(f"publicity/{number}", {name: one for name, one in event.items() if name not in lists})
    for name, fact in record["facts"].items():
        value = fact.get("value", "") if isinstance(fact, Mapping) else fact
        yield "facts", {"fact": name, "value": value if isinstance(value, str) else _json(value), "json": _json(fact)}
    for part in ("format", "pages", "files", "problems", "corrections"):
        if part in record:
            yield "others", {"part": part, "json": _json(record[part])}


def _values(owner: str, values: Mapping[str, Any]) -> Iterator[tuple[str, Row]]:
    for name, one in values.items():
        plain = one["value"]
        row = {
            "owner": owner,
            "field": name,
            "type": _type(plain),
            "value": plain if isinstance(plain, str) else _json(plain),
        }
        row |= {key: str(one[key]) for key in ("raw", "file", "method", "reason") if key in one}
        row |= {key: _json(one[key]) for key in ("page", "confidence") if key in one}
        yield "fields", row | {edge: _json(x) for edge, x in zip(_BOX, one.get("box", ()), strict=False)}


def _type(plain: Any) -> str:
    if isinstance(plain, Mapping):
        return "period" if set(plain) == {"start", "end"} else "object"
    for kind, name in ((str, "text"), (bool, "yes_no"), (int | float, "number"), (list, "list")):
        if isinstance(plain, kind):  # type: ignore[arg-type]
            return name
    return "none"


def _put_application(records: dict[str, dict[str, Any]], row: Mapping[str, str]) -> None:
    if not row["record"] or row["record"] in records:
        raise ValueError("record 为空或重复")
    application = {"policy": row["policy"]} | ({"submitted": row["submitted"]} if row["submitted"] else {})
    records[row["record"]] = {
        "format": "dossier-record/1",
        "application": application,
        "applicant": {},
        "documents": [],
        "publicity": [],
        "facts": {},
        "pages": [],
    }


def _put_document(records: dict[str, dict[str, Any]], row: Mapping[str, str]) -> None:
    pages = json.loads(row["pages"])
    document = {"id": row["document"], "kind": row["kind"], "title": row["title"], "pages": pages, "fields": {}}
    records[row["record"]]["documents"].append(document)


def _put_field(records: dict[str, dict[str, Any]], row: Mapping[str, str]) -> None:
    value: dict[str, Any] = {"value": row["value"] if row["type"] == "text" else json.loads(row["value"])}
    value |= {"raw": row["raw"], "file": row["file"]}
    value |= {key: json.loads(row[key]) for key in ("page", "confidence") if row[key]}
    value |= {key: row[key] for key in ("method", "reason") if row[key]}
    if row["x0"]:
        value["box"] = [json.loads(row[edge]) for edge in _BOX]
    _owner(records[row["record"]], row["owner"])[row["field"]] = value


def _owner(record: dict[str, Any], owner: str) -> dict[str, Any]:
    """Where the values of an owner belong; events are made as they come."""
    if owner in ("application", "applicant"):
        found: dict[str, Any] = record[owner]
        return found
    if owner.startswith("publicity/"):
        events: list[dict[str, Any]] = record["publicity"]
        number = int(owner.removeprefix("publicity/"))
        while len(events) <= number:
            events.append({})
        return events[number]
    fields: dict[str, Any] = next(one for one in record["documents"] if one["id"] == owner)["fields"]
    return fields


def _put_event(records: dict[str, dict[str, Any]], row: Mapping[str, str]) -> None:
    _owner(records[row["record"]], f"publicity/{row['event']}").update(json.loads(row["json"]))


def _put_fact(records: dict[str, dict[str, Any]], row: Mapping[str, str]) -> None:
    records[row["record"]]["facts"][row["fact"]] = json.loads(row["json"])


def _put_other(records: dict[str, dict[str, Any]], row: Mapping[str, str]) -> None:
    record, content = records[row["record"]], json.loads(row["json"])
    part, _, document = row["part"].partition("/")
    if document:
        next(one for one in record["documents"] if one["id"] == document).update(content)
    else:
        record[part] = content


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


_PUT = {
    "applications": _put_application,
    "documents": _put_document,
    "fields": _put_field,
    "publicity": _put_event,
    "facts": _put_fact,
    "others": _put_other,
}

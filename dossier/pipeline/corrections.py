"""A file of corrections for a person to fill in: every value that left something undecided, with what was read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dossier.model import Document, Finding, Judgement, Place, Record, Value
from dossier.model.wire import value_to_json
from dossier.pipeline.earlier import write_json
from dossier.policy import Policy
from dossier.policy.corrections import FORMAT
from dossier.report.privacy import known_numbers, mask_tree
from dossier.validate import reads_of
from dossier.validate.case import CERTAIN

TEMPLATE = "corrections-template.json"


def write_template(out: Path, record: Record, judgement: Judgement, policy: Policy, sha256: str) -> None:
    """Write TEMPLATE into the result folder, or take an old one away where nothing is undecided."""
    path = out / TEMPLATE
    entries = mask_tree(template_entries(record, judgement, policy), known_numbers(record))
    if entries:
        write_json(path, {"format": FORMAT, "input": sha256, "by": "", "at": "", "corrections": entries})
    else:
        path.unlink(missing_ok=True)


def template_entries(record: Record, judgement: Judgement, policy: Policy) -> list[dict[str, Any]]:
    """One entry for each value, or page of unknown kind, that an undecided finding points at; none filled in."""
    entries: dict[tuple[str, str], dict[str, Any]] = {}
    for finding in judgement.undecided:
        for document, name, read in _behind(finding, record, policy):
            entry = entries.setdefault((document.id, name), _entry(document, name, read, policy))
            entry["rules"] = sorted({*entry["rules"], finding.rule})
    return list(entries.values())


def _behind(finding: Finding, record: Record, policy: Policy) -> Iterator[tuple[Document, str, Value | None]]:
    reads = reads_of(finding.rule, policy)
    for place in finding.locations:
        for document in record.documents:
            if (place.file, place.page) not in document.pages:
                continue
            if document.kind == "unknown":
                yield document, "", None
            needed = reads.get(document.kind, ())
            for name in dict.fromkeys((*document.fields, *needed)):
                value = document.get(name)
                if (value is not None and _is_at(value, place)) or (name in needed and _is_open(value)):
                    yield document, name, value


def _is_open(value: Value | None) -> bool:
    return value is None or not value.known or value.confidence < CERTAIN


def _is_at(value: Value, place: Place) -> bool:
    where = (place.file, place.page, place.box and place.box.rounded())
    return (value.file, value.page, value.box and value.box.rounded()) == where and place.box is not None


def _entry(document: Document, name: str, read: Value | None, policy: Policy) -> dict[str, Any]:
    kind = policy.kinds[document.kind]
    label = kind.fields[name].name if name else "材料种类"
    first = document.pages[0]
    return {
        "document": document.id,
        **({"field": name} if name else {}),
        "name": f"{document.title} {label}",
        "rules": [],
        "read": (None if name else document.kind) if read is None else value_to_json(read)["value"],
        "place": f"{read.file if read else first.file} 第{read.page if read else first.page}页",
    }

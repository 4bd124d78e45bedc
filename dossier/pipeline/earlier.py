"""The reading of an earlier check of the same upload, so that a person's corrections need no second reading.

A result folder holds the record that was judged (record.json) and, once that was corrected, the record as it was read
(reading.json). Corrections are always applied to the reading, so a changed file of corrections replaces the one before.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dossier.errors import UsageError
from dossier.model import Bundle, Record
from dossier.model.wire import record_from_json, record_to_json
from dossier.policy import Policy
from dossier.policy.checks import validate_record_json

RECORD, READING = "record.json", "reading.json"


def earlier_reading(out: Path, bundle: Bundle, policy: Policy) -> Record | None:
    """The record as it was read, from the result folder of an earlier check; None where it will not do.

    It will not do where files or policy were others, or where our own reading failed on a page.
    """
    if any(failure.get("stage") == "read" for failure in _object(out / "report.json").get("failures", ())):
        return None
    for name in (READING, RECORD):
        data = _object(out / name)
        if validate_record_json(data):
            continue
        record = record_from_json(data)
        if not record.corrections and record.application.policy == policy.id and _files(record) == _files(bundle):
            return record
    return None


def write_record(out: Path, record: Record, reading: Record) -> None:
    """record.json, and reading.json beside it where the two differ by corrections."""
    write_json(out / RECORD, record_to_json(record))
    if record.corrections:
        write_json(out / READING, record_to_json(reading))
    else:
        (out / READING).unlink(missing_ok=True)


def write_json(path: Path, data: Any) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _object(path: Path) -> dict[str, Any]:
    """A JSON object; an empty one where the file holds none."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}


def must_fit(sha256: str | None, bundle: Bundle) -> None:
    """UsageError where corrections were made for another upload."""
    if sha256 is not None and sha256 != bundle.sha256:
        raise UsageError("更正文件是针对另一份材料的", "请核对更正文件中的 input 与 report.json 的 input.sha256。")


def _files(of: Record | Bundle) -> list[tuple[str, str]]:
    if isinstance(of, Bundle):
        return sorted((file.name, file.sha256) for file in of.files)
    return sorted((str(row["name"]), str(row["sha256"])) for row in of.files)

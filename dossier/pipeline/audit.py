"""audit.jsonl: one line for every judgement of a dossier, appended and never rewritten.

A line says what was read with which software, models and policy, what every rule said, and what a person put right.
Each line holds the SHA-256 of the line before it, so that a line taken out or changed is found.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

FORMAT = "dossier-audit/1"
AUDIT = "audit.jsonl"


def append_audit(out: Path, report: Mapping[str, Any], *, event: str, at: str, models: Path | None = None) -> None:
    """Add a line to the file in the result folder.

    `event`: check (the pages were read), recheck (an earlier reading was judged anew) or across (other dossiers were
    compared), at the ISO time `at`. `models`: the folder of the models that read, None where no picture was read.
    Numbers are masked as in the report.
    """
    line = {
        "format": FORMAT,
        "at": at,
        "event": event,
        "software": report["software"],
        "models": _models(models) if models else None,
        "policy": {name: report["policy"].get(name) for name in ("id", "version", "sha256", "overlay")},
        "input": {
            "sha256": report["input"]["sha256"],
            "files": {file["name"]: file["sha256"] for file in report["input"]["files"]},
        },
        "application": {
            name: report["application"][name] for name in ("submitted", "series", "level", "title", "route")
        },
        "number": report["number"],
        "digest": report["digest"],
        "verdict": report["verdict"],
        "rules": dict(_outcomes(report)),
        "failures": report["failures"],
        "corrections": report.get("corrections", []),
        "previous": _last_hash(out / AUDIT),
    }
    text = json.dumps(line, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
    descriptor = os.open(out / AUDIT, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
    with os.fdopen(descriptor, "ab") as file:
        file.write(text.encode())


def broken_at(path: Path) -> int | None:
    """The number of the first line that does not follow from the one before; None where all do."""
    previous: str | None = None
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        try:
            entry = json.loads(line)
        except ValueError:
            return number
        if not isinstance(entry, dict) or entry.get("previous") != previous:
            return number
        previous = hashlib.sha256(line).hexdigest()
    return None


@cache
def _models(folder: Path) -> dict[str, str]:
    """The models in the folder, by name, with the SHA-256 of each."""
    files = sorted(folder.glob("*/*.onnx"))
    return {file.parent.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def _last_hash(path: Path) -> str | None:
    lines = path.read_bytes().splitlines() if path.is_file() else []
    return hashlib.sha256(lines[-1]).hexdigest() if lines else None


def _outcomes(report: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every rule with what came of it; a rule with defects and open points has failed."""
    yield from ((one["rule"], "not_applicable") for one in report["not_applicable"])
    yield from ((code, "pass") for code in report["passed"])
    yield from ((one["rule"], "undecided") for one in report["undecided"])
    yield from ((one["rule"], "fail") for one in report["defects"])

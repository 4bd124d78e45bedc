"""What runs in the other process: one check, its progress and its end written beside its upload."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path
from typing import Any

from dossier.config import Settings
from dossier.errors import DossierError
from dossier.jobs.checks import Request


def start() -> None:
    """An interrupted terminal is the web server's affair; it ends this process when it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def run(place: Path, request: Request, settings: Settings) -> None:
    """Check the dossier; results go to `place`/out. Errors raised on purpose are its end, others the caller's affair.

    What reads pages is imported here and nowhere else in this package: the process that asks stays small.
    """
    from dossier.extract import Statement
    from dossier.pipeline.check import check
    from dossier.policy import load_policy

    write(place / "progress.json", {"stage": "read", "done": 0, "total": 0})
    try:
        result = check(
            request.files,
            policy=load_policy(settings.policy),
            settings=settings,
            statement=Statement(**request.statement),
            created=request.created,
            out=place / "out",
            ocr=request.ocr,
            progress=lambda stage, done, total: write(
                place / "progress.json", {"stage": stage, "done": done, "total": total}
            ),
        )
    except DossierError as error:
        end: dict[str, Any] = {"error": {"code": error.code, "message": error.message, "hint": error.hint}}
    else:
        pages = len(result.record.pages)
        end = {
            "verdict": result.judgement.decision.value,
            "number": result.report["number"],
            "done": pages,
            "total": pages,
        }
    write(place / "end.json", end)


def write(path: Path, data: dict[str, Any]) -> None:
    """Whole or not at all: others read it meanwhile."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    fresh.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    os.replace(fresh, path)

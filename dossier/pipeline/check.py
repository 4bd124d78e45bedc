"""The whole flow, each stage one verb: take in, read, extract, validate, report."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dossier.config import Settings
from dossier.extract import Statement, extract
from dossier.intake import Limits, take_in
from dossier.model import Bundle, Judgement, Record
from dossier.model.wire import record_to_json
from dossier.pipeline.progress import Progress, silent
from dossier.pipeline.reading import Reading, read_bundle
from dossier.pipeline.views import page_picture
from dossier.policy import Policy
from dossier.report import ReportFiles, build_report, original_names, write_reports
from dossier.validate import publicity_facts, validate


@dataclass(frozen=True)
class ReadDossier:
    """An upload as it was taken in, its pages as they were read, and the record made of them."""

    bundle: Bundle
    reading: Reading
    record: Record


@dataclass(frozen=True)
class CheckResult:
    """What a check found and where its files are."""

    record: Record
    judgement: Judgement
    report: dict[str, Any]
    files: ReportFiles | None


def check(
    paths: Sequence[Path],
    *,
    policy: Policy,
    settings: Settings,
    statement: Statement,
    created: str,
    out: Path | None = None,
    ocr: bool = True,
    keep_work: Path | None = None,
    progress: Progress = silent,
) -> CheckResult:
    """Check one dossier. `created` is an ISO time the shell supplies; with `out` the files of the report are written.

    Raises UsageError, SetupError; a file that cannot be read is a defect in the report, not an error.
    """
    with tempfile.TemporaryDirectory(prefix="dossier-") as scratch:
        work = keep_work or Path(scratch)
        work.mkdir(parents=True, exist_ok=True)
        read = read_dossier(
            paths, work, policy=policy, settings=settings, statement=statement, ocr=ocr, progress=progress
        )
        bundle, reading, record = read.bundle, read.reading, read.record
        record = replace(record, facts={"publicity": {"value": publicity_facts(record, policy), "from": []}})
        judgement = validate(record, policy)
        judgement = replace(judgement, failures=(*reading.failures, *judgement.failures))
        report = build_report(record, judgement, policy, created=created, input_sha256=bundle.sha256)
        files = None
        if out is not None:
            progress("report", 0, 1)
            files = write_reports(report, out, page_picture(bundle, record, settings), original_names(record))
            report = dict(files.report)
            _write_json(out / "record.json", record_to_json(record))
            progress("report", 1, 1)
        if keep_work is not None:
            _write_json(work / "30_record.json", record_to_json(record))
            _write_json(work / "40_report.json", report)
        return CheckResult(record, judgement, report, files)


def read_dossier(
    paths: Sequence[Path],
    work: Path,
    *,
    policy: Policy,
    settings: Settings,
    statement: Statement,
    ocr: bool = True,
    progress: Progress = silent,
) -> ReadDossier:
    """The first half of a check: take in, read, extract. Unpacked files lie in `work` as long as they are needed."""
    limits = policy.value("file_limits")
    bundle = take_in(paths, work, Limits(**limits))
    reading = read_bundle(bundle, settings, ocr=ocr, max_pages=limits["pages"], progress=progress)
    return ReadDossier(bundle, reading, extract(reading.pages, bundle, policy, statement, reading.problems))


def _write_json(path: Path, data: Any) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

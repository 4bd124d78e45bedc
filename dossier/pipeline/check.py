"""The whole flow, each stage one verb: take in, read, extract, validate, report."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dossier.config import Settings
from dossier.errors import UsageError
from dossier.extract import Statement, corrected, extract
from dossier.facts import facts_of
from dossier.intake import Limits, take_in
from dossier.model import Bundle, Corrections, Judgement, Record
from dossier.model.wire import record_to_json
from dossier.pipeline.audit import append_audit
from dossier.pipeline.corrections import write_template
from dossier.pipeline.earlier import earlier_reading, must_fit, write_json, write_record
from dossier.pipeline.likeness import with_picture_hashes
from dossier.pipeline.progress import Progress, silent
from dossier.pipeline.reading import Reading, read_bundle
from dossier.pipeline.views import page_picture
from dossier.policy import Policy
from dossier.policy.checks import validate_record_json
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
    corrections: Corrections | None = None,
    keep_work: Path | None = None,
    progress: Progress = silent,
) -> CheckResult:
    """Check one dossier. `created` is an ISO time the shell supplies; with `out` the files of the report are written.

    With `corrections` the reading of an earlier check in `out` is used again where it was of the same files.
    Raises UsageError, SetupError; a file that cannot be read is a defect in the report, not an error.
    """
    with tempfile.TemporaryDirectory(prefix="dossier-") as scratch:
        work = keep_work or Path(scratch)
        work.mkdir(parents=True, exist_ok=True)
        bundle = take_in(paths, work, _limits(policy))
        reading: Record | None = None
        failures: tuple[Mapping[str, str], ...] = ()
        if corrections is not None:
            must_fit(corrections.input_sha256, bundle)
            reading = earlier_reading(out, bundle, policy) if out is not None else None
        read = None
        if reading is None:
            read = _read(bundle, policy=policy, settings=settings, statement=statement, ocr=ocr, progress=progress)
            reading, failures = read.record, read.reading.failures
        record = reading if corrections is None else _corrected(reading, corrections, policy, statement)
        record = with_facts(record, policy)
        judgement = validate(record, policy)
        judgement = replace(judgement, failures=(*failures, *judgement.failures))
        report = build_report(record, judgement, policy, created=created, input_sha256=bundle.sha256)
        files = None
        if out is not None:
            progress("report", 0, 1)
            shown = page_picture(bundle, record, settings)
            files = write_reports(report, out, shown, original_names(record), titles=policy.rule_titles)
            report = dict(files.report)
            write_record(out, record, reading)
            event, models = ("recheck", None) if read is None else ("check", settings.models_folder if ocr else None)
            append_audit(out, report, event=event, at=created, models=models)
            write_template(out, record, judgement, policy, bundle.sha256)
            progress("report", 1, 1)
        if keep_work is not None:
            write_json(work / "30_record.json", record_to_json(record))
            write_json(work / "40_report.json", report)
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
    bundle = take_in(paths, work, _limits(policy))
    return _read(bundle, policy=policy, settings=settings, statement=statement, ocr=ocr, progress=progress)


def _read(
    bundle: Bundle, *, policy: Policy, settings: Settings, statement: Statement, ocr: bool, progress: Progress
) -> ReadDossier:
    pages = policy.value("file_limits")["pages"]
    reading = read_bundle(bundle, settings, ocr=ocr, max_pages=pages, progress=progress)
    record = extract(reading.pages, bundle, policy, statement, reading.problems, reading.signatures)
    record = with_picture_hashes(record, reading.pages, bundle, settings)
    return ReadDossier(bundle, reading, record)


def _corrected(reading: Record, corrections: Corrections, policy: Policy, statement: Statement) -> Record:
    """UsageError where a corrected value does not have the shape its field has in a record."""
    record = corrected(reading, corrections.entries, policy, statement)
    wrong = validate_record_json(record_to_json(record))
    if wrong:
        raise UsageError(f"更正后的值不合要求：{wrong[0]}", "值的写法见 schemas/record.schema.json。")
    return record


def with_facts(record: Record, policy: Policy) -> Record:
    """The record with everything that follows from it; rules and reports rest on these facts."""
    publicity = {"value": publicity_facts(record, policy), "from": []}
    return replace(record, facts={**facts_of(record, policy), "publicity": publicity})


def _limits(policy: Policy) -> Limits:
    return Limits(**policy.value("file_limits"))

"""The dossiers of a season beside each other, and what that adds to their reports."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from dossier.errors import DossierError
from dossier.intake import Limits, take_in
from dossier.model import Bundle, Finding
from dossier.model.wire import record_from_json
from dossier.pipeline.audit import append_audit
from dossier.pipeline.earlier import RECORD
from dossier.pipeline.order import MARK, Order, mark_done, read_object
from dossier.pipeline.uploads import Upload
from dossier.pipeline.views import page_picture
from dossier.report import build_report, original_names, write_reports
from dossier.report.digest import sha256_of
from dossier.report.plain import location_of
from dossier.validate import decide, validate
from dossier.validate.across import Comparison, Entry, findings_of, trimmed, validate_across


def compare(uploads: Sequence[Upload], order: Order) -> Comparison:
    """Compare the records that were read of these dossiers with each other."""
    return validate_across(tuple(_entries(uploads)), order.load())


def _entries(uploads: Sequence[Upload]) -> Iterator[Entry]:
    """Only what the comparison reads is kept: thousands of records would not fit into memory whole."""
    for upload in uploads:
        if data := read_object(upload.out / RECORD):
            yield Entry(upload.name, trimmed(record_from_json(data)))


def amend(uploads: Sequence[Upload], compared: Comparison, order: Order) -> Iterator[Upload]:
    """Write the reports of those dossiers anew for which the comparison has other findings than before."""
    found = findings_of(compared.clashes, order.load())
    for upload in uploads:
        findings = found.get(upload.name, ())
        mark, digest = read_object(upload.out / MARK), _digest(findings)
        if mark.get("across", "") != digest:
            _rewrite(upload, findings, order)
            mark_done(upload, str(mark.get("key")), digest)
            yield upload


def _digest(findings: Sequence[Finding]) -> str:
    said = [[one.rule, one.message, [location_of(place) for place in one.locations]] for one in findings]
    return sha256_of(said) if said else ""


def _rewrite(upload: Upload, findings: Sequence[Finding], order: Order) -> None:
    """The report of the same record with these findings beside its own."""
    policy, before = order.load(), read_object(upload.out / "report.json")
    record = record_from_json(read_object(upload.out / RECORD))
    judgement = validate(record, policy)
    ours = [failure for failure in before["failures"] if failure["stage"] != "validate"]
    undecided = (*judgement.undecided, *findings)
    judgement = replace(
        judgement,
        decision=decide((*judgement.defects, *undecided)),
        undecided=undecided,
        failures=(*ours, *judgement.failures),
    )
    sha256: str = before["input"]["sha256"]
    report = build_report(record, judgement, policy, created=before["created"], input_sha256=sha256)
    with tempfile.TemporaryDirectory(prefix="dossier-") as scratch:
        bundle = _taken_in(upload, Path(scratch), order)
        shown = page_picture(bundle, record, order.settings)
        write_reports(report, upload.out, shown, original_names(record), titles=policy.rule_titles)
    append_audit(upload.out, report, event="across", at=order.created)


def _taken_in(upload: Upload, work: Path, order: Order) -> Bundle:
    """The files once more, for their pictures; without them the report has none."""
    try:
        return take_in([upload.path], work, Limits(**order.load().value("file_limits")))
    except DossierError:
        return Bundle((), (), "")


def report_of(upload: Upload) -> dict[str, Any]:
    """The dossier's report; empty where there is none."""
    return read_object(upload.out / "report.json")

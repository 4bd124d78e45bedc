"""Corrections of a dossier that was checked: judged anew, not read anew, and the reading kept."""

from __future__ import annotations

import json
import shutil

import pytest

from dossier.errors import UsageError
from dossier.model import Correction, Corrections
from dossier.pipeline import check as check_module
from dossier.policy import load_corrections
from dossier.policy.checks import validate_record_json, validate_report_json


def change(document: str, field: str | None, value: object) -> Correction:
    return Correction(document, field, value, "李审核", "2025-09-01")


@pytest.fixture
def done(checked, tmp_path):
    """A result folder of its own, and the record in it."""
    result, out = checked
    shutil.copytree(out, tmp_path / "结果", ignore=shutil.ignore_patterns("cache"))
    return result.record, tmp_path / "结果"


def longer(record) -> list[Correction]:
    """Both papers say that the publicity lasted a week longer than it was read."""
    period = {"start": "2025-04-28", "end": "2025-05-13"}
    return [change(d.id, "period", period) for d in record.of_kind("publicity_notice", "publicity_result")]


def codes(result) -> set[str]:
    return {finding.rule for finding in result.judgement.defects}


def test_a_correction_changes_the_verdict_without_a_second_reading(done, run, papers, monkeypatch):
    record, out = done

    def read_again(*_: object, **__: object):
        raise AssertionError("the pages were read again")

    monkeypatch.setattr(check_module, "read_bundle", read_again)
    assert "PUB-04" not in codes(run(*papers, out=out, corrections=Corrections(tuple(longer(record)))))


def test_reading_and_correction_lie_side_by_side(done, run, papers):
    record, out = done
    before = (out / "record.json").read_text(encoding="utf-8")
    result = run(*papers, out=out, corrections=Corrections(tuple(longer(record))))
    written = json.loads((out / "record.json").read_text(encoding="utf-8"))
    assert (
        json.loads((out / "reading.json").read_text(encoding="utf-8"))["documents"] == json.loads(before)["documents"]
    )
    assert validate_record_json(written) == []
    assert validate_report_json(dict(result.report)) == []
    assert [entry["by"] for entry in written["corrections"]] == ["李审核"] * len(longer(record))
    assert result.report["corrections"][0]["before"] != result.report["corrections"][0]["value"]
    assert "人工更正" in (out / "report.html").read_text(encoding="utf-8")


def test_other_corrections_replace_the_earlier_ones(done, run, papers):
    record, out = done
    run(*papers, out=out, corrections=Corrections(tuple(longer(record))))
    result = run(*papers, out=out, corrections=Corrections((change("d01", "phone", "13800000000"),)))
    assert "PUB-04" in codes(result)
    assert [entry["field"] for entry in result.record.corrections] == ["phone"]


def test_a_check_without_corrections_leaves_none_behind(done, run, papers):
    record, out = done
    run(*papers, out=out, corrections=Corrections(tuple(longer(record))))
    result = run(*papers, out=out)
    assert result.record.corrections == ()
    assert not (out / "reading.json").exists()


def test_files_that_changed_since_are_read_anew(done, run, papers):
    _, out = done
    result = run(*papers[1:], out=out, corrections=Corrections((change("d01", "publisher", None),)))
    assert len(result.record.files) == len(papers) - 1


def test_pages_on_which_our_reading_failed_are_read_anew(done, run, papers, monkeypatch):
    record, out = done
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    report["failures"] = [{"stage": "read", "what": "x", "hint": ""}]
    (out / "report.json").write_text(json.dumps(report), encoding="utf-8")
    calls = []
    real = check_module.read_bundle
    monkeypatch.setattr(check_module, "read_bundle", lambda *a, **k: calls.append(1) or real(*a, **k))
    run(*papers, out=out, corrections=Corrections(tuple(longer(record))))
    assert calls == [1]


def test_corrections_of_another_upload_are_refused(done, run, papers):
    _, out = done
    with pytest.raises(UsageError, match="另一份材料"):
        run(*papers, out=out, corrections=Corrections((), input_sha256="0" * 64))


def test_a_value_without_the_shape_of_its_field_is_refused(done, run, papers):
    record, out = done
    notice = next(record.of_kind("publicity_notice"))
    with pytest.raises(UsageError, match="更正"):
        run(*papers, out=out, corrections=Corrections((change(notice.id, "applicants", ["张三"]),)))


def test_every_undecided_value_waits_in_the_template_and_filled_in_it_is_a_correction(done, run, papers):
    _, out = done
    path = out / "corrections-template.json"
    template = json.loads(path.read_text(encoding="utf-8"))
    assert {rule for entry in template["corrections"] for rule in entry["rules"]}
    assert load_corrections(path).entries == ()
    template |= {"by": "李审核", "at": "2025-09-01"}
    for entry in template["corrections"]:
        entry |= {"value": True} if entry.get("field") == "sealed" else {}
    path.write_text(json.dumps(template, ensure_ascii=False), encoding="utf-8")
    before = set(json.loads((out / "report.json").read_text(encoding="utf-8"))["passed"])
    result = run(*papers, out=out, corrections=load_corrections(path))
    assert "PUB-12" in set(result.judgement.passed) - before

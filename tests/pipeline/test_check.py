"""A dossier checked from end to end: what is written, and what a bad file does not spoil."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from dossier.errors import NothingToCheck
from dossier.model import Decision
from dossier.model.wire import record_from_json, record_to_json
from dossier.policy.checks import validate_record_json, validate_report_json
from dossier.sample.packaging import scanned_pdf


def scan() -> bytes:
    """A PDF of one scanned page."""
    noise = np.random.default_rng(1).integers(0, 255, (877, 620), dtype=np.uint8)
    return scanned_pdf([Image.fromarray(noise)])


def codes(result) -> set[str]:
    return {finding.rule for finding in result.judgement.defects}


@pytest.fixture
def with_limit(policy):
    """The policy with another number of pages at most."""

    def limited(pages: int):
        limit = policy.parameters["file_limits"]
        changed = replace(limit, value={**limit.value, "pages": pages})
        return replace(policy, parameters={**policy.parameters, "file_limits": changed})

    return limited


def test_record_and_report_are_written_and_valid(checked):
    result, out = checked
    record = json.loads((out / "record.json").read_text(encoding="utf-8"))
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    assert validate_record_json(record) == []
    assert validate_report_json(report) == []
    assert report == result.report
    assert record_to_json(record_from_json(record)) == record == json.loads(json.dumps(record_to_json(result.record)))


def test_a_born_digital_dossier_is_read_and_judged_without_ocr(checked):
    result, _ = checked
    kinds = [document.kind for document in result.record.documents]
    assert {"review_form", "publicity_notice", "publicity_result"} <= set(kinds)
    assert {page.method for page in result.record.pages} == {"text"}
    assert result.record.applicant["name"].known
    assert result.judgement.decision is Decision.REJECT
    assert "PUB-04" in codes(result)
    assert result.judgement.failures == ()


def test_every_defect_shows_a_place_of_the_dossier(checked):
    result, _ = checked
    pages = {(page.file, page.page): page for page in result.record.pages}
    for finding in (*result.judgement.defects, *result.judgement.undecided):
        for place in finding.locations:
            assert (place.file, place.page) in pages, finding.rule
            if place.box is not None:
                page = pages[place.file, place.page]
                assert -1 <= place.box.x0 <= place.box.x1 <= page.width + 40, finding
                assert -1 <= place.box.y0 <= place.box.y1 <= page.height + 40, finding


def test_without_a_folder_nothing_is_written(run, upload):
    result = run(upload)
    assert result.files is None
    assert [path.name for path in upload.parent.iterdir() if path.name not in ("材料", "cache")] == []


def test_the_same_dossier_twice_gives_the_same_record_and_report(run, upload):
    first, second = run(upload), run(upload)
    assert first.record == second.record
    assert {**first.report, "id": ""} == {**second.report, "id": ""}


def test_the_hour_of_the_check_changes_nothing_but_itself(run, upload):
    first, later = run(upload), run(upload, created="2025-08-31T10:00:00+08:00")
    told = {key for key in first.report if first.report[key] != later.report[key]}
    assert told <= {"id", "created"}


def test_a_damaged_file_is_a_defect_and_the_rest_is_checked(run, upload):
    (upload / "19坏文件.pdf").write_bytes(b"%PDF-1.7\nnothing behind the head")
    result = run(upload)
    assert "FIL-01" in codes(result)
    assert {"PUB-04"} <= codes(result)
    assert len(result.record.documents) >= 3


def test_nothing_is_called_missing_while_a_file_could_not_be_opened(run, upload, checked):
    before = codes(checked[0])
    (upload / "19坏文件.pdf").write_bytes(b"%PDF-1.7\nnothing behind the head")
    after = run(upload)
    assert "IDN-01" in before
    assert "IDN-01" not in codes(after)
    assert "IDN-01" in {finding.rule for finding in after.judgement.undecided}


def test_more_pages_than_allowed_are_a_defect_and_the_first_ones_are_checked(run, upload, with_limit, checked):
    most = len(checked[0].record.pages) - 1
    result = run(upload, policy=with_limit(most))
    assert "FIL-03" in codes(result)
    assert 0 < len(result.record.pages) <= most
    assert f"超过{most}页" in next(finding.message for finding in result.judgement.defects if finding.rule == "FIL-03")


def test_as_many_pages_as_allowed_are_no_defect(run, upload, with_limit, checked):
    pages = len(checked[0].record.pages)
    assert "FIL-03" not in codes(run(upload, policy=with_limit(pages)))


def test_pages_that_could_not_be_read_without_ocr_are_left_to_a_person(run, upload):
    (upload / "03扫描件.pdf").write_bytes(scan())
    result = run(upload)
    page = next(page for page in result.record.pages if page.file == "03扫描件.pdf")
    assert (page.method, page.kind) == ("none", "unknown")
    assert len(page.may_be) > 20


def test_a_folder_without_files_is_an_error_of_the_call(run, tmp_path):
    (tmp_path / "空").mkdir()
    with pytest.raises(NothingToCheck):
        run(tmp_path / "空")


def test_a_kept_work_folder_holds_files_record_and_report(run, upload, tmp_path):
    run(upload, keep_work=tmp_path / "work")
    names = {path.name for path in (tmp_path / "work").iterdir()}
    assert names == {"10_files", "30_record.json", "40_report.json"}
    assert len(list((tmp_path / "work" / "10_files").iterdir())) == 3


def test_progress_is_told_from_nothing_to_all(run, upload, tmp_path):
    told: list[tuple[str, int, int]] = []
    run(upload, out=tmp_path / "out", progress=lambda *step: told.append(step))
    reading = [(done, total) for stage, done, total in told if stage == "read"]
    assert reading[0][0] == 0
    assert reading[-1][0] == reading[-1][1] == len(reading) - 1
    assert ("report", 1, 1) in told


def test_crops_are_pictures_of_the_places(checked):
    result, out = checked
    places = [place for defect in result.report["defects"] for place in defect["locations"]]
    crops = [place["crop"] for place in places if place.get("crop")]
    assert crops
    for crop in crops:
        assert (out / crop).read_bytes().startswith(b"\x89PNG")

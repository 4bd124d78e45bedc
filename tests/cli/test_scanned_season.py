"""A season of scans through `dossier bulk` with the real models, and what an office does with it afterwards."""

from __future__ import annotations

import csv
import json

import openpyxl
import pytest

from dossier.pipeline.audit import AUDIT, broken_at

pytestmark = pytest.mark.ocr

SHORT = "1.zip"
"""Its notice was up for less than five working days."""
DAMAGED = "2.zip"
GOOD = "3.zip"


@pytest.fixture(scope="module")
def season(dossier, scanned_papers, tmp_path_factory):
    """The results of three uploads of scanned pages, one of them damaged."""
    uploads, out = tmp_path_factory.mktemp("卷宗"), tmp_path_factory.mktemp("结果")
    short = scanned_papers("publicity", "16", "18").rename(uploads / SHORT)
    (uploads / DAMAGED).write_bytes(short.read_bytes()[:20_000])
    scanned_papers("clean", "18", "20").rename(uploads / GOOD)
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DOSSIER_RENDER_DPI")
        patch.setenv("DOSSIER_WORKERS", "1")
        patch.setenv("DOSSIER_PAGE_CACHE", "0")
        done = dossier("bulk", uploads, "--out", out, "--submitted", "2025-08-29")
    assert done.status == 0, done.err
    return out


def test_a_season_has_its_register_though_one_upload_is_damaged(season):
    found = list(openpyxl.load_workbook(season / "register.xlsx")["登记表"].iter_rows(values_only=True))
    rows = {row[found[0].index("卷宗")]: dict(zip(found[0], row, strict=True)) for row in found[1:]}
    assert list(rows) == [SHORT, DAMAGED, GOOD]
    assert rows[SHORT]["结论"] == "不予接收"
    assert "PUB-04" in rows[SHORT]["问题规则"]
    assert "FIL-" in rows[DAMAGED]["问题规则"]
    assert "PUB-04" not in str(rows[GOOD]["问题规则"])
    for name in (SHORT, GOOD):
        record = json.loads((season / "dossiers" / name / "record.json").read_text("utf-8"))
        assert [page["method"] for page in record["pages"]] == ["ocr", "ocr"]
        assert {document["kind"] for document in record["documents"]} == {"publicity_notice", "publicity_result"}
        assert (season / "dossiers" / name / "cover.pdf").read_bytes().startswith(b"%PDF")


def test_paragraph_9_every_run_leaves_an_audit_file_and_a_sample_is_drawn_by_risk(dossier, season):
    for name in (SHORT, DAMAGED, GOOD):
        audit = season / "dossiers" / name / AUDIT
        first = json.loads(audit.read_text("utf-8").splitlines()[0])
        assert first["event"] == "check"
        assert broken_at(audit) is None
    lists = []
    for _ in range(2):
        done = dossier("sample-list", season, "--seed", 9, "--count", 3, "--json")
        assert done.status == 0, done.err
        lists.append(json.loads(done.out)["sample"])
    assert lists[0] == lists[1]
    assert {one["dossier"] for one in lists[0]} == {SHORT, DAMAGED, GOOD}
    assert all(one["weight"] > 1 and one["why"] for one in lists[0])


@pytest.mark.parametrize("form", ["json", "csv"])
def test_paragraph_10_what_was_read_from_scans_goes_to_other_systems_and_back(dossier, season, tmp_path, form):
    result = season / "dossiers" / SHORT
    assert dossier("export", result, "--format", form, "--out", tmp_path / "out").status == 0
    assert dossier("import", tmp_path / "out", "--out", tmp_path / "in").status == 0
    [back] = (tmp_path / "in").glob("*/record.json")
    assert json.loads(back.read_text("utf-8")) == json.loads((result / "record.json").read_text("utf-8"))
    if form == "csv":
        with (tmp_path / "out" / "fields.csv").open(encoding="utf-8-sig", newline="") as file:
            periods = [row for row in csv.DictReader(file) if row["field"] == "period"]
        assert periods
        assert all(row["file"] and row["page"] and row["x0"] for row in periods)


def test_paragraph_11_a_defect_is_explained_in_plain_words_with_clause_place_and_remedy(dossier, season):
    report = json.loads((season / "dossiers" / SHORT / "report.json").read_text("utf-8"))
    [defect] = [each for each in report["defects"] if each["rule"] == "PUB-04"]
    assert "晋人社厅函〔2025〕560号" in defect["citation"]
    assert defect["remedy"]
    place = defect["locations"][0]
    assert len(place["box"]) == 4
    assert (season / "dossiers" / SHORT / place["crop"]).read_bytes().startswith(b"\x89PNG")
    said = dossier("explain", season / "dossiers" / SHORT, "PUB-04")
    assert said.status == 0
    shown = "".join(said.out.split())
    for words in (defect["message"], defect["remedy"], place["file"], f"第{place['page']}页"):
        assert "".join(words.split()) in shown

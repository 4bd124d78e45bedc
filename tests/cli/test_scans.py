"""From a scan to its verdict with the real models, and the page that a browser shows."""

from __future__ import annotations

import json
import shutil
import subprocess

import openpyxl
import pytest


@pytest.mark.ocr
@pytest.mark.parametrize(("name", "packaging"), [("clean", "merged"), ("publicity", "scans")])
def test_a_scanned_dossier_gets_the_verdict_and_the_defects_it_was_drawn_with(
    dossier, models, scanned, name, packaging
):
    sample = scanned(name, packaging)
    done = dossier("check", sample.upload, "--submitted", sample.submitted, "--json")
    report = json.loads(done.out)
    truth = json.loads(sample.truth.read_text(encoding="utf-8"))
    found = {defect["rule"] for defect in report["defects"] if defect["severity"] != "advise"}
    assert report["verdict"] in truth["verdict"], [entry["message"] for entry in report["undecided"]]
    assert set(truth["must"]) <= found <= set(truth["must"]) | set(truth["tolerated"])
    assert report["failures"] == []


@pytest.mark.ocr
def test_a_season_of_scans_has_its_register_though_one_upload_is_damaged(
    dossier, scanned_papers, tmp_path, monkeypatch
):
    monkeypatch.setenv("DOSSIER_WORKERS", "1")
    monkeypatch.setenv("DOSSIER_PAGE_CACHE", "0")
    season, out = tmp_path / "卷宗", tmp_path / "结果"
    season.mkdir()
    short = scanned_papers("publicity", "16", "18").rename(season / "1.zip")
    (season / "2.zip").write_bytes(short.read_bytes()[:20_000])
    scanned_papers("clean", "18", "20").rename(season / "3.zip")
    done = dossier("bulk", season, "--out", out, "--submitted", "2025-08-29")
    assert done.status == 0, done.err
    found = list(openpyxl.load_workbook(out / "register.xlsx")["登记表"].iter_rows(values_only=True))
    rows = {row[found[0].index("卷宗")]: dict(zip(found[0], row, strict=True)) for row in found[1:]}
    assert list(rows) == ["1.zip", "2.zip", "3.zip"]
    assert rows["1.zip"]["结论"] == "不予接收"
    assert "PUB-04" in rows["1.zip"]["问题规则"]
    assert "FIL-" in rows["2.zip"]["问题规则"]
    assert "PUB-04" not in str(rows["3.zip"]["问题规则"])
    for name in ("1.zip", "3.zip"):
        record = json.loads((out / "dossiers" / name / "record.json").read_text("utf-8"))
        assert [page["method"] for page in record["pages"]] == ["ocr", "ocr"]
        assert {document["kind"] for document in record["documents"]} == {"publicity_notice", "publicity_result"}
        assert (out / "dossiers" / name / "cover.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.chromium
def test_a_browser_shows_the_report_without_fetching_anything(dossier, upload, tmp_path):
    dossier("check", upload, "--ocr", "none", "--submitted", "2025-05-30", "--out", tmp_path / "out")
    program = shutil.which("chromium") or "chromium"
    page = (tmp_path / "out" / "report.html").as_uri()
    done = subprocess.run(
        [program, "--headless", "--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND",
         "--enable-logging=stderr", f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", page],
        capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    shown = done.stdout.decode("utf-8")
    assert "不予接收" in shown
    assert "PUB-04" in shown
    assert b"ERR_NAME_NOT_RESOLVED" not in done.stderr
    assert b"CONSOLE" not in done.stderr

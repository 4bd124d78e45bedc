"""From a scan to its verdict with the real models, and the page that a browser shows."""

from __future__ import annotations

import json
import shutil
import subprocess

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

"""Scans sent over HTTP are read with the real models; a damaged upload before them is answered for itself."""

from __future__ import annotations

import io
import json
import time

import pytest

from dossier.config import load_settings
from dossier.jobs import LocalChecks
from dossier.web import create_app


def ended(client, where: str) -> dict:
    """The state of a check when it is over."""
    until = time.monotonic() + 600
    while (state := client.get(where).json)["state"] in ("queued", "running"):
        assert time.monotonic() < until, state
        time.sleep(0.2)
    return state


@pytest.mark.ocr
def test_scans_sent_over_http_get_report_and_cover_sheet_though_the_upload_before_was_damaged(
    scanned_papers, tmp_path, monkeypatch
):
    monkeypatch.setenv("DOSSIER_WORKERS", "1")
    monkeypatch.setenv("DOSSIER_PAGE_CACHE", "0")
    client = create_app(LocalChecks(tmp_path / "uploads", load_settings())).test_client()
    whole = scanned_papers("publicity", "16", "18").read_bytes()
    places = []
    for content in (whole[:20_000], whole):
        form = {"submitted": "2025-05-30", "file": (io.BytesIO(content), "材料.zip")}
        answer = client.post("/api/v1/dossiers", data=form, content_type="multipart/form-data")
        assert answer.status_code == 202
        places.append(answer.headers["Location"])
    damaged, good = (ended(client, where) for where in places)
    assert damaged["state"] == "done"
    found = json.loads(client.get(damaged["files"]["report.json"]).data)["defects"]
    assert any(defect["rule"].startswith("FIL-") for defect in found)
    assert (good["state"], good["verdict"], good["pages"]) == ("done", "reject", {"done": 2, "total": 2})
    report = json.loads(client.get(good["files"]["report.json"]).data)
    assert "PUB-04" in {defect["rule"] for defect in report["defects"]}
    assert report["number"] == good["number"]
    assert report["failures"] == []
    assert client.get(good["files"]["cover.pdf"]).data.startswith(b"%PDF")
    assert client.get(good["files"]["cover.docx"]).data.startswith(b"PK")
    assert "不予接收" in client.get(good["files"]["report.html"]).data.decode()

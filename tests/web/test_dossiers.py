"""A dossier sent over HTTP, checked in another process, fetched and deleted."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
import zipfile
from pathlib import Path

import pytest

from dossier.config import load_settings
from dossier.jobs import LocalChecks
from dossier.sample import write_samples
from dossier.web import create_app

ROOT = Path(__file__).resolve().parents[2]
PLAIN = {"submitted": "2025-05-30", "ocr": "none"}


@pytest.fixture(scope="session")
def notice(tmp_path_factory) -> bytes:
    """A notice and its result, born digital, as a ZIP."""
    folder = write_samples(tmp_path_factory.mktemp("digital"), ["publicity"], ["digital"])[0].upload
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(folder.glob("*.pdf")):
            if path.name[:2] in ("16", "18"):
                archive.write(path, path.name)
    return target.getvalue()


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    folder = tmp_path_factory.mktemp("uploads")
    return create_app(LocalChecks(folder, load_settings())).test_client()


def send(client, content: bytes, name: str = "材料.zip", headers=None, path="/api/v1/dossiers", **fields):
    data = {**PLAIN, **fields, "file": (io.BytesIO(content), name)}
    return client.post(path, data=data, headers=headers or {}, content_type="multipart/form-data")


@pytest.fixture(scope="module")
def finished(client, notice) -> str:
    """The id of a dossier that was checked."""
    answer = send(client, notice, headers={"Prefer": "respond-async, wait=110"})
    assert answer.status_code == 200, answer.get_data(as_text=True)
    assert answer.headers["Preference-Applied"] == "wait=110"
    assert answer.json["format"] == "dossier-report/1"
    return answer.headers["Location"].rpartition("/")[2]


def test_the_state_of_a_finished_check_tells_verdict_pages_and_files(client, finished):
    state = client.get(f"/api/v1/dossiers/{finished}").json
    assert (state["state"], state["verdict"]) == ("done", "reject")
    assert state["pages"] == {"done": 2, "total": 2}
    assert {"report.json", "report.html", "record.json", "cover.pdf"} <= set(state["files"])


@pytest.mark.parametrize(
    ("name", "start"),
    [("report.json", b"{"), ("record.json", b"{"), ("cover.pdf", b"%PDF"), ("report.html", b"<!doctype html>")],
)
def test_every_file_of_a_result_can_be_fetched_and_is_kept_by_no_cache(client, finished, name, start):
    answer = client.get(client.get(f"/api/v1/dossiers/{finished}").json["files"][name])
    assert answer.status_code == 200
    assert answer.data.startswith(start)
    assert "no-store" in answer.headers["Cache-Control"]


def test_without_preference_the_check_is_accepted_and_told_where_it_is(client, notice):
    answer = send(client, notice)
    assert answer.status_code == 202
    where = answer.headers["Location"]
    assert client.get(where).json["state"] in ("queued", "running", "done")
    assert client.delete(where).status_code == 204
    assert client.get(where).status_code == 404


def test_the_same_key_with_the_same_content_begins_no_second_check(client, notice):
    first = send(client, notice, headers={"Idempotency-Key": "2025-0001"})
    again = send(client, notice, headers={"Idempotency-Key": "2025-0001"})
    assert first.headers["Location"] == again.headers["Location"]
    other = send(client, notice, headers={"Idempotency-Key": "2025-0001"}, title="工程师")
    assert (other.status_code, other.json["code"]) == (422, "key-reused")
    assert client.delete(first.headers["Location"]).status_code == 204
    assert (
        send(client, notice, headers={"Idempotency-Key": "2025-0001"}).headers["Location"] != first.headers["Location"]
    )


def is_problem(answer, status: int, code: str) -> bool:
    body = json.loads(answer.get_data(as_text=True))
    assert answer.content_type.startswith("application/problem+json")
    assert body["detail"]
    assert body["hint"]
    return (answer.status_code, body["status"], body["code"]) == (status, status, code)


def test_what_is_wrong_with_a_request_is_told_with_a_code_and_a_hint(client, notice, finished):
    unknown = "0" * 32
    assert is_problem(client.post("/api/v1/dossiers", data=PLAIN), 400, "no-files")
    assert is_problem(send(client, notice, submitted="明天"), 400, "bad-statement")
    assert is_problem(send(client, notice, ocr="perhaps"), 400, "bad-statement")
    assert is_problem(client.get(f"/api/v1/dossiers/{unknown}"), 404, "not-found")
    assert is_problem(client.delete(f"/api/v1/dossiers/{unknown}"), 404, "not-found")
    assert is_problem(client.get(f"/api/v1/dossiers/{finished}/passwd"), 404, "not-found")
    assert is_problem(client.get("/api/v1/dossiers/..%2f..%2fetc/report.json"), 404, "not-found")
    assert is_problem(client.put("/api/v1/dossiers"), 405, "method-not-allowed")


def test_an_upload_that_holds_nothing_fails_and_says_so(client):
    empty = io.BytesIO()
    zipfile.ZipFile(empty, "w").close()
    answer = send(client, empty.getvalue(), headers={"Prefer": "wait=110"}, series="不存在的系列")
    assert answer.status_code in (200, 500)
    if answer.status_code == 500:
        assert is_problem(answer, 500, "check-failed")


def test_an_upload_beyond_the_limit_is_refused(tmp_path, monkeypatch, notice):
    monkeypatch.setenv("DOSSIER_UPLOAD_MB", "0")
    small = create_app(LocalChecks(tmp_path, load_settings())).test_client()
    assert is_problem(send(small, notice), 413, "too-large")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["../../../x.zip", "C:\\papers\\x.zip", ".x.zip", "a/b/x.zip"])
def test_a_name_that_leads_elsewhere_is_kept_as_its_last_part(tmp_path, notice, name):
    class Waiting(LocalChecks):
        def submit(self, id, request):
            self.sent = request

    checks = Waiting(tmp_path, load_settings())
    send(create_app(checks).test_client(), notice, name=name)
    (path,) = checks.sent.files
    assert path.name.endswith("x.zip")
    assert not path.name.startswith(".")
    assert path.parent.parent.parent == tmp_path


def test_two_files_of_one_name_are_both_kept(tmp_path):
    class Waiting(LocalChecks):
        def submit(self, id, request):
            self.sent = request

    checks = Waiting(tmp_path, load_settings())
    data = {**PLAIN, "file": [(io.BytesIO(b"one"), "公示.pdf"), (io.BytesIO(b"two"), "公示.pdf")]}
    create_app(checks).test_client().post("/api/v1/dossiers", data=data, content_type="multipart/form-data")
    assert [path.read_bytes() for path in checks.sent.files] == [b"one", b"two"]


def test_the_page_sends_a_dossier_and_leads_to_its_result(client, notice):
    form = client.get("/").get_data(as_text=True)
    assert 'enctype="multipart/form-data"' in form
    assert "<script" not in form
    answer = send(client, notice, path="/dossiers")
    assert answer.status_code == 303
    where = answer.headers["Location"]
    assert client.get(where).status_code == 200
    assert client.post(f"{where}/delete").status_code == 303
    assert client.get(where, headers={"Accept": "text/html"}).status_code == 404


def test_the_page_of_a_result_shows_the_verdict_and_its_files(client, finished):
    page = client.get(f"/dossiers/{finished}").get_data(as_text=True)
    assert "不予接收" in page
    assert f"/api/v1/dossiers/{finished}/cover.pdf" in page
    assert "http-equiv" not in page


def test_a_form_without_files_is_shown_again_with_what_is_missing(client):
    answer = client.post("/dossiers", data={"submitted": ""})
    assert answer.status_code == 400
    assert "没有收到任何文件" in answer.get_data(as_text=True)


@pytest.mark.parametrize("path", ["/", "/healthz", "/api/v1/dossiers/none"])
def test_every_answer_forbids_scripts_and_frames(client, path):
    headers = client.get(path).headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_the_routes_are_told_as_openapi(client):
    spec = client.get("/openapi.json").json
    assert spec["openapi"].startswith("3.1")
    assert "post" in spec["paths"]["/api/v1/dossiers"]


def test_behind_gunicorn_a_dossier_is_checked_and_deleted(tmp_path, notice):
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "--worker-class",
        "gthread",
        "--threads",
        "4",
        "--bind",
        "127.0.0.1:0",
        "wsgi:app",
    ]
    log = tmp_path / "log"
    with log.open("wb") as target:
        environment = {**os.environ, "DOSSIER_UPLOADS": str(tmp_path / "uploads"), "PYTHONPATH": str(ROOT)}
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=target)
    try:
        address = _address(log, server)
        body, kind = _multipart(notice)
        headers = {"Content-Type": kind, "Prefer": "wait=110"}
        with urllib.request.urlopen(
            urllib.request.Request(f"{address}/api/v1/dossiers", body, headers), timeout=150
        ) as answer:
            assert answer.status == 200
            assert json.load(answer)["verdict"] == "reject"
            where = address + answer.headers["Location"]
        with urllib.request.urlopen(f"{where}/cover.pdf", timeout=30) as answer:
            assert answer.read(4) == b"%PDF"
        with urllib.request.urlopen(urllib.request.Request(where, method="DELETE"), timeout=30) as answer:
            assert answer.status == 204
        assert not list((tmp_path / "uploads").glob("*/upload"))
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=40)


def _address(log: Path, server: subprocess.Popen) -> str:
    until = time.monotonic() + 90
    while time.monotonic() < until and server.poll() is None:
        for line in log.read_text("utf-8").splitlines():
            if "Listening at: " in line:
                return line.split("Listening at: ")[1].split(" ")[0]
        time.sleep(0.1)
    raise AssertionError(log.read_text("utf-8"))


def _multipart(content: bytes) -> tuple[bytes, str]:
    parts = [
        f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in PLAIN.items()
    ]
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.zip"\r\n\r\n'
    return b"".join([*parts, head, content, b"\r\n--x--\r\n"]), "multipart/form-data; boundary=x"

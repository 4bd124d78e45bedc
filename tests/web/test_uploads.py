"""A large upload passes through: memory never holds it, and nothing of a refused one stays."""

from __future__ import annotations

import hashlib
import io
import json
import tempfile
import tracemalloc
from pathlib import Path

import pytest

from dossier.config import load_settings
from dossier.jobs import LocalChecks
from dossier.jobs.worker import write
from dossier.web import create_app

MB = 1 << 20
HEAD = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.zip"\r\n\r\n'
TAIL = b"\r\n--x--\r\n"


class Body(io.RawIOBase):
    """A multipart body with one file of so many MB, made as it is read; `fails_at` breaks the connection there."""

    def __init__(self, megabytes: int, fails_at: int | None = None) -> None:
        self.length = len(HEAD) + megabytes * MB + len(TAIL)
        self.digest = hashlib.sha256()
        self._parts = iter([HEAD, *([None] * megabytes), TAIL])
        self._rest, self._read, self._at, self._fails_at = b"", 0, 0, fails_at

    def readable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        """The test client asks where the end is; nothing is ever read twice."""
        self._at = self.length if whence == io.SEEK_END else offset
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, target: memoryview) -> int:
        if self._fails_at is not None and self._read >= self._fails_at:
            raise OSError("the connection was closed")
        if not self._rest:
            part = next(self._parts, b"")
            if part is None:
                part = hashlib.sha256(str(self._read).encode()).digest() * (MB // 32)
                self.digest.update(part)
            self._rest = part
        given, self._rest = self._rest[: len(target)], self._rest[len(target) :]
        target[: len(given)] = given
        self._read += len(given)
        return len(given)


class Waiting(LocalChecks):
    """Takes uploads and checks nothing."""

    def submit(self, id, request):
        self.sent = request
        write(self._folder / id / "job.json", {"created": request.created})


@pytest.fixture
def checks(tmp_path, monkeypatch) -> Waiting:
    monkeypatch.setenv("DOSSIER_UPLOADS", str(tmp_path / "uploads"))
    monkeypatch.setenv("DOSSIER_UPLOAD_MB", "100")
    return Waiting(tmp_path / "uploads", load_settings())


def post(checks: Waiting, body: Body):
    return (
        create_app(checks)
        .test_client()
        .post(
            "/api/v1/dossiers",
            input_stream=body,
            content_type="multipart/form-data; boundary=x",
        )
    )


def test_a_large_upload_is_on_disk_whole_and_was_never_in_memory(checks, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere")
    body = Body(64)
    post(checks, Body(1))
    tracemalloc.start()
    try:
        assert post(checks, body).status_code == 202
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    (path,) = checks.sent.files
    assert path.stat().st_size == 64 * MB
    with path.open("rb") as content:
        assert hashlib.file_digest(content, "sha256").digest() == body.digest.digest()
    assert peak < 8 * MB


def test_an_upload_beyond_the_limit_is_refused_before_it_is_read(checks, tmp_path):
    body = Body(101)
    answer = post(checks, body)
    problem = json.loads(answer.get_data(as_text=True))
    assert answer.content_type.startswith("application/problem+json")
    assert (answer.status_code, problem["code"]) == (413, "too-large")
    assert body._read == 0
    assert not list((tmp_path / "uploads").rglob("*"))


@pytest.mark.parametrize("megabytes", [0, 3])
def test_a_connection_that_breaks_off_leaves_nothing_behind(checks, tmp_path, megabytes):
    answer = post(checks, Body(8, fails_at=megabytes * MB + 1))
    assert answer.status_code == 400
    assert answer.content_type.startswith("application/problem+json")
    assert not list((tmp_path / "uploads").rglob("*"))


def test_an_upload_that_the_disk_cannot_hold_leaves_nothing_behind(checks, tmp_path, monkeypatch):
    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "open", full)
    answer = post(checks, Body(1))
    assert answer.status_code == 500
    monkeypatch.undo()
    assert not list((tmp_path / "uploads").rglob("upload"))

"""From a multipart request to a check: files to disk as they come, what is stated read and tried."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from tempfile import SpooledTemporaryFile
from typing import IO, cast

from flask import Request as HttpRequest
from flask import current_app
from werkzeug.datastructures import FileStorage

from dossier.jobs import Checks, Request
from dossier.web.problem import Refused

_STATED = ("submitted", "series", "title", "specialty", "route", "committee")
_LONGEST = 120
"""Characters of a stated value, and of a file's name."""
_CHUNK = 1 << 20
_IN_MEMORY = 64 << 10
"""Bytes of a file that are not worth a file on disk while the request comes."""
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"|?*]')


class Incoming(HttpRequest):
    """A request whose files go to the disk of the uploads as they come: the system's temporary folder may be memory."""

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        folder: Path = current_app.config["UPLOADS"]
        folder.mkdir(parents=True, exist_ok=True)
        return cast(IO[bytes], SpooledTemporaryFile(max_size=_IN_MEMORY, dir=str(folder)))


def receive(checks: Checks, http: HttpRequest) -> str:
    """Begin the check of what was sent, and return its id; with an Idempotency-Key sent before, the earlier id."""
    statement, ocr = _statement(http.form)
    files = [file for file in http.files.getlist("file") if file.filename]
    if not files:
        raise Refused("no-files")
    id, folder = checks.new()
    with ExitStack() as unless_kept:
        unless_kept.callback(checks.discard, id)
        saved, digest = _saved(files, folder)
        unless_kept.pop_all()
    for name, value in sorted({**statement, "ocr": str(ocr)}.items()):
        digest.update(f"{name}={value}\n".encode())
    if key := http.headers.get("Idempotency-Key", "").strip():
        earlier, content = checks.claim(key, id, digest.hexdigest())
        if earlier != id:
            checks.discard(id)
            if content != digest.hexdigest():
                raise Refused("key-reused")
            return earlier
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    statement.setdefault("submitted", date.today().isoformat())
    checks.submit(id, Request(tuple(saved), statement, now, ocr))
    return id


def _statement(form: Mapping[str, str]) -> tuple[dict[str, str], bool]:
    stated = {name: value for name in _STATED if (value := form.get(name, "").strip())}
    if any(len(value) > _LONGEST for value in stated.values()) or form.get("ocr", "auto") not in ("auto", "none"):
        raise Refused("bad-statement")
    if "submitted" in stated:
        try:
            date.fromisoformat(stated["submitted"])
        except ValueError:
            raise Refused("bad-statement", f"{stated['submitted']} 不是日期") from None
    return stated, form.get("ocr", "auto") != "none"


def _saved(files: Sequence[FileStorage], folder: Path) -> tuple[list[Path], hashlib._Hash]:
    """The files on disk under names of their own, and a hash over names and contents."""
    digest, paths = hashlib.sha256(), []
    for number, file in enumerate(files, 1):
        path = folder / _name(file.filename or "", number)
        if path.exists():
            path = path.with_name(f"{path.stem}（{number}）{path.suffix}")
        digest.update(f"{path.name}\n".encode())
        with path.open("wb") as target:
            while chunk := file.stream.read(_CHUNK):
                digest.update(chunk)
                target.write(chunk)
        paths.append(path)
    return paths, digest


def _name(sent: str, number: int) -> str:
    """The last part of the name that was sent, fit for a file; never one that leads elsewhere or is hidden."""
    last = PurePosixPath(sent.replace("\\", "/")).name
    name = _NOT_IN_NAMES.sub("_", unicodedata.normalize("NFC", last)).strip(" .")
    stem, dot, suffix = name.rpartition(".")
    name = f"{stem[: _LONGEST // 2]}{dot}{suffix[:10]}" if dot else name[: _LONGEST // 2]
    return name or f"文件{number}"

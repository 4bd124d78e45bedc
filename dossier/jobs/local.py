"""Checks in one process beside this one; what is known about them stands in a folder.

State is read from files, so every process of a web server sees every check. A check that was waiting or running when
its process ended is not taken up again: that is for the durable queue to come.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import re
import secrets
import shutil
import threading
import time
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from pathlib import Path
from typing import Any

from dossier.config import Settings
from dossier.jobs.checks import Job, Request, State
from dossier.jobs.worker import run, start, write

_ID = re.compile(r"[0-9a-f]{32}")
_LOOK_AGAIN = 0.05
"""Seconds between two looks at a check somebody waits for."""
_CHECKS_PER_PROCESS = 20
_DIED = {"code": "reader-crashed", "message": "检查程序异常退出", "hint": "请重新提交；仍不行的，请联系管理员。"}


class LocalChecks:
    """`Checks` with a folder and a process of its own, begun when the first check is asked for."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self._folder, self._settings = folder, settings
        self._pool: ProcessPoolExecutor | None = None
        self._futures: dict[str, Future[None]] = {}
        self._begun = 0
        self._lock = threading.Lock()

    def new(self) -> tuple[str, Path]:
        id = secrets.token_hex(16)
        upload = self._folder / id / "upload"
        upload.mkdir(parents=True, mode=0o700)
        return id, upload

    def submit(self, id: str, request: Request) -> None:
        place = self._folder / id
        write(place / "job.json", {"created": request.created})
        with self._lock:
            self._futures[id] = self._begin(place, request)
        self._futures[id].add_done_callback(lambda future: self._ended(id, future))

    def discard(self, id: str) -> None:
        shutil.rmtree(self._folder / id, ignore_errors=True)

    def get(self, id: str) -> Job | None:
        place = self._folder / id
        if not _ID.fullmatch(id) or (place / "deleted").exists():
            return None
        known = read(place / "job.json")
        if known is None:
            return None
        end = read(place / "end.json")
        if end is not None:
            state = State.FAILED if end.get("error") else State.DONE
            return Job(id, state, known["created"], **end)
        progress = read(place / "progress.json")
        return Job(id, State.RUNNING if progress else State.QUEUED, known["created"], **(progress or {}))

    def wait(self, id: str, seconds: float) -> Job | None:
        until = time.monotonic() + seconds
        while (job := self.get(id)) is not None and not job.finished and time.monotonic() < until:
            time.sleep(_LOOK_AGAIN)
        return job

    def result(self, id: str, name: str) -> Path | None:
        path = self._folder / id / "out" / name
        return path if _ID.fullmatch(id) and path.is_file() else None

    def delete(self, id: str) -> bool:
        job = self.get(id)
        if job is None:
            return False
        (self._folder / id / "deleted").touch()
        future = self._futures.get(id)
        if job.finished or (future is not None and future.cancel()):
            self.discard(id)
        return True

    def claim(self, key: str, id: str, content: str) -> tuple[str, str]:
        keys = self._folder / "keys"
        keys.mkdir(parents=True, exist_ok=True)
        path = keys / hashlib.sha256(key.encode()).hexdigest()
        mine = {"id": id, "content": content}
        for _ in range(2):
            try:
                with path.open("x", encoding="utf-8") as file:
                    json.dump(mine, file)
                return id, content
            except FileExistsError:
                bound = read(path)
            if bound is not None and (bound["id"] == id or self.get(bound["id"]) is not None):
                return bound["id"], bound["content"]
            path.unlink(missing_ok=True)
        return id, content

    def _begin(self, place: Path, request: Request) -> Future[None]:
        """In a new process after a few checks, since it grows, and when the one before died."""
        if self._pool is not None and self._begun % _CHECKS_PER_PROCESS:
            with suppress(BrokenProcessPool):
                future = self._pool.submit(run, place, request, self._settings)
                self._begun += 1
                return future
        if self._pool is not None:
            self._pool.shutdown(wait=False)
        self._pool = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), start)
        self._begun = 1
        return self._pool.submit(run, place, request, self._settings)

    def _ended(self, id: str, future: Future[None]) -> None:
        place = self._folder / id
        self._futures.pop(id, None)
        if (place / "deleted").exists():
            self.discard(id)
        elif not future.cancelled() and future.exception() is not None:
            write(place / "end.json", {"error": _DIED})


def read(path: Path) -> dict[str, Any] | None:
    try:
        data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return data

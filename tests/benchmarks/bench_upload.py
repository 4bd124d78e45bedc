"""A large upload over HTTP to gunicorn as README says: what the web server's memory comes to, and how long it takes.

    python tests/benchmarks/bench_upload.py [--mb 500]

The upload is a ZIP with the sample of a born-digital dossier and scans of 20 MB each, hardly written on, to fill it; it
is checked without OCR. Web: gunicorn and its worker, peak of resident memory.
Check: the process beside them that unpacks and reads.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import psutil
from PIL import Image

from dossier.sample import write_samples

MB = 1 << 20
HEAD = (
    b'--x\r\nContent-Disposition: form-data; name="submitted"\r\n\r\n2025-05-30\r\n'
    b'--x\r\nContent-Disposition: form-data; name="ocr"\r\n\r\nnone\r\n'
    b'--x\r\nContent-Disposition: form-data; name="file"; filename="dossier.zip"\r\n\r\n'
)
TAIL = b"\r\n--x--\r\n"


def dossier_of(folder: Path, megabytes: int) -> Path:
    """A ZIP of about so many MB."""
    papers = write_samples(folder, ["publicity"], ["digital"])[0].upload
    path, number = folder / "dossier.zip", 0
    with zipfile.ZipFile(path, "w") as archive:
        for paper in sorted(papers.glob("*.pdf")):
            archive.write(paper, paper.name)
        while path.stat().st_size < megabytes * MB:
            number += 1
            scan = Image.new("RGB", (2400, 2900), "white")
            scan.paste("black", (200, 100 * number, 600, 100 * number + 40))
            scan.save(folder / "scan.png", compress_level=0)
            archive.write(folder / "scan.png", f"{100 + number}附件.png")
    return path


class Memory(threading.Thread):
    """Watches the largest resident memory of the web processes and of the one beside them that checks."""

    def __init__(self, server: int) -> None:
        super().__init__(daemon=True)
        self.server, self.web, self.check, self.over = psutil.Process(server), 0, 0, False

    def run(self) -> None:
        while not self.over:
            web, check = self.server.memory_info().rss, 0
            for process in self.server.children(recursive=True):
                try:
                    spawned = "multiprocessing" in " ".join(process.cmdline())
                    size = process.memory_info().rss
                except psutil.NoSuchProcess:
                    continue
                web, check = web + (0 if spawned else size), check + (size if spawned else 0)
            self.web, self.check = max(self.web, web), max(self.check, check)
            time.sleep(0.1)


def body(path: Path) -> Iterator[bytes]:
    yield HEAD
    with path.open("rb") as content:
        while chunk := content.read(1 << 16):
            yield chunk
    yield TAIL


def address(log: Path) -> tuple[str, int]:
    while "Listening at: http://" not in log.read_text("utf-8"):
        time.sleep(0.2)
    host, _, port = log.read_text("utf-8").split("Listening at: http://")[1].split(" ")[0].partition(":")
    return host, int(port)


def measured(path: Path, work: Path) -> None:
    """Print what an upload of this file costs."""
    log = work / "log"
    command = [sys.executable, "-m", "gunicorn", "--worker-class", "gthread", "--threads", "8", "--timeout", "180"]
    with log.open("wb") as target:
        environment = {**os.environ, "DOSSIER_UPLOADS": str(work / "uploads"), "DOSSIER_PAGE_CACHE": "0"}
        server = subprocess.Popen([*command, "--bind", "127.0.0.1:0", "wsgi:app"], env=environment, stderr=target)
    try:
        host, port = address(log)
        watch = Memory(server.pid)
        connection = http.client.HTTPConnection(host, port, timeout=600)
        connection.request("GET", "/healthz")
        connection.getresponse().read()
        connection.close()
        watch.start()
        time.sleep(0.5)
        before, begun = watch.web, time.perf_counter()
        length = str(len(HEAD) + path.stat().st_size + len(TAIL))
        headers = {"Content-Type": "multipart/form-data; boundary=x", "Content-Length": length}
        connection.request("POST", "/api/v1/dossiers", body(path), headers)
        answer = connection.getresponse()
        where, sent = answer.headers["Location"], time.perf_counter() - begun
        answer.read()
        connection.close()
        state = {"state": ""}
        while state["state"] not in ("done", "failed"):
            time.sleep(0.5)
            connection.request("GET", where)
            state = json.load(connection.getresponse())
            connection.close()
        took = time.perf_counter() - begun
        watch.over = True
        print(
            f"{path.stat().st_size / MB:.0f} MB: {answer.status}, {state['state']} {state['verdict']}, {state['pages']}"
        )
        print(f"accepted after {sent:.1f} s, done after {took:.1f} s")
        print(f"web: {before / MB:.0f} MB before, peak {watch.web / MB:.0f} MB; check: peak {watch.check / MB:.0f} MB")
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=60)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--mb", type=int, default=500)
    megabytes = parser.parse_args().mb
    with tempfile.TemporaryDirectory() as folder:
        measured(dossier_of(Path(folder), megabytes), Path(folder))


if __name__ == "__main__":
    main()

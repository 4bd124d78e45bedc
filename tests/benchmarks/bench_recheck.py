"""What a second check costs when one page of a dossier was replaced, beside the first one.

    python tests/benchmarks/bench_recheck.py [--pages 24]

Both checks run in processes of their own with an empty page cache at first; CPU seconds are those of all processes.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pymupdf
from bench_pages import scanned_dossier

from dossier.config import load_settings


def with_page_replaced(upload: Path, changed: Path) -> None:
    """The same PDF written anew, the picture of its second page drawn over."""
    document = pymupdf.open(upload)
    page = document[1]
    page.draw_line((80, 400), (300, 420), color=(0, 0, 0), width=2)
    document.save(changed, garbage=3, deflate=True)


def checked(upload: Path, out: Path, cache: Path) -> tuple[float, float]:
    """Seconds and CPU seconds of one check."""
    command = [sys.executable, "-m", "dossier", "check", str(upload), "--out", str(out)]
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(
        command, env={**os.environ, "DOSSIER_CACHE": str(cache)}, stdout=subprocess.DEVNULL, check=False
    )  # a verdict is no failure
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - begun, cpu


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=24)
    pages = parser.parse_args().pages
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        upload = scanned_dossier(work, pages)
        (work / "again").mkdir()
        with_page_replaced(upload, work / "again" / upload.name)
        cache = work / "cache"
        cache.mkdir()
        for entry in load_settings().cache.iterdir():
            if entry.name != "pages":
                (cache / entry.name).symlink_to(entry)
        first = checked(upload, work / "out1", cache)
        second = checked(work / "again" / upload.name, work / "out2", cache)
    print(f"{pages} pages | seconds | CPU seconds")
    for name, (wall, cpu) in (("first check", first), ("one page replaced", second)):
        print(f"{name} | {wall:.1f} | {cpu:.1f}")
    print(f"share | {second[0] / first[0]:.1%} | {second[1] / first[1]:.1%}")


if __name__ == "__main__":
    main()

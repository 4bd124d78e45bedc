"""Memory of one reading process over many pages: it must not grow.

    python tests/benchmarks/bench_memory.py [--pages 300] [--minutes N] [--upload FILE ...]

Prints the resident set every 50 pages, in the end its peak and by how much it grows in 100 pages (least squares over
all readings but those of the first 40 pages, which hold the loading of the models and the largest page). Pages come
round again after the first 40; each is drawn and read anew, nothing is taken from the page cache.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from pathlib import Path

import numpy as np
import psutil
from bench_pages import scanned_dossier

from dossier.config import load_settings
from dossier.model import StoredFile
from dossier.read import load_page, page_count
from dossier.recognise import Reader, find_models

EVERY, SETTLED = 50, 40
"""Pages between two readings, and pages after which memory should have settled."""


def grown(readings: list[tuple[int, float]]) -> float:
    """MB in 100 pages."""
    settled = [reading for reading in readings if reading[0] > SETTLED]
    return 100 * float(np.polyfit(*zip(*settled, strict=True), 1)[0]) if len(settled) > 2 else float("nan")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--minutes", type=float, default=float("inf"), help="stop after so long")
    parser.add_argument("--upload", type=Path, nargs="*", default=[])
    asked = parser.parse_args()
    settings = load_settings()
    reader = Reader(find_models(settings.models_folder))
    readings: list[tuple[int, float]] = []
    until = time.monotonic() + 60 * asked.minutes
    print("pages | resident, MB")
    with tempfile.TemporaryDirectory() as folder:
        upload = scanned_dossier(Path(folder), min(asked.pages, 40), asked.upload)
        file = StoredFile("dossier.pdf", upload, "0" * 64, upload.stat().st_size, "application/pdf")
        count = page_count(file)
        for done in range(1, asked.pages + 1):
            reader.read(load_page(file, (done - 1) % count + 1, settings.render_dpi))
            over = done == asked.pages or time.monotonic() > until
            if done % EVERY == 0 or over:
                readings.append((done, psutil.Process().memory_info().rss / 2**20))
                print(f"{done} | {readings[-1][1]:.0f}", flush=True)
            if over:
                break
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10
    print(f"peak {peak:.0f} MB, growing by {grown(readings):.1f} MB in 100 pages")


if __name__ == "__main__":
    main()

"""Memory of one reading process over many pages: it must not grow.

    python tests/benchmarks/bench_memory.py [--pages 300] [--upload FILE ...]

Prints the resident set every 50 pages; the first 50 hold the loading of the models.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import psutil
from bench_pages import scanned_dossier

from dossier.config import load_settings
from dossier.model import StoredFile
from dossier.read import load_page, page_count
from dossier.recognise import Reader, find_models

EVERY = 50


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--upload", type=Path, nargs="*", default=[])
    asked = parser.parse_args()
    settings = load_settings()
    reader = Reader(find_models(settings.models_folder))
    print("pages | resident, MB")
    with tempfile.TemporaryDirectory() as folder:
        upload = scanned_dossier(Path(folder), min(asked.pages, 40), asked.upload)
        file = StoredFile("dossier.pdf", upload, "0" * 64, upload.stat().st_size, "application/pdf")
        count = page_count(file)
        for done in range(1, asked.pages + 1):
            reader.read(load_page(file, (done - 1) % count + 1, settings.render_dpi))
            if done % EVERY == 0 or done == asked.pages:
                print(f"{done} | {psutil.Process().memory_info().rss / 2**20:.0f}", flush=True)


if __name__ == "__main__":
    main()

"""Other readers over the same page images, for `bench_pages.py`. Needs nothing of dossier.

    python tests/benchmarks/peers.py NAME FOLDER

NAME: rapidocr, faster-paddle-tiny or faster-paddle-small; FOLDER: pages as arrays (.npy). Prints the seconds and CPU
seconds of its predictions as JSON, models loaded and one page read beforehand; exits with 3 where it is not installed.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np

NOT_INSTALLED = 3


def reader(name: str) -> Callable[[np.ndarray], object]:
    """Reads one page, with the reader's own defaults."""
    if name == "rapidocr":
        from rapidocr import RapidOCR

        return RapidOCR()
    from faster_paddle import OcrEngine

    engine = OcrEngine(model_size=name.removeprefix("faster-paddle-"))
    return lambda page: engine.ocr(cv2.imencode(".png", page, [cv2.IMWRITE_PNG_COMPRESSION, 0])[1].tobytes())


def main() -> None:
    name, folder = sys.argv[1:]
    try:
        read = reader(name)
    except ImportError:
        sys.exit(NOT_INSTALLED)
    pages = [np.load(path) for path in sorted(Path(folder).glob("*.npy"))]
    read(pages[0])
    before, begun = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
    for page in pages:
        read(page)
    wall, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    Path(folder, f"{name}.json").write_text(json.dumps({"wall": wall, "cpu": cpu}))


if __name__ == "__main__":
    main()

"""Speed and memory of `dossier check` on a scanned dossier, beside PaddleOCR's own pipeline on the same page images.

    python tests/benchmarks/bench_pages.py [--pages 40]

Each side runs in processes of its own, one after the other, while the whole tree of processes is watched. dossier's
time holds everything: start, unpacking, drawing, loading the models, reading, checking, writing the report; nothing is
taken from the page cache. PaddleOCR's holds only its predictions: the pages are drawn and its models (small, engine
and side limits by default, page orientation on; unwarping and line orientation off, as there are no models for them)
are loaded before its clock starts. Memory is the sum of resident sets, so shared pages count more than once.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, field
from itertools import islice, pairwise
from pathlib import Path

import numpy as np
import psutil
import pymupdf

from dossier.config import load_settings, prepare_paddle
from dossier.extract import Statement
from dossier.model import StoredFile
from dossier.pipeline.check import check
from dossier.policy import load_policy
from dossier.read import load_page
from dossier.recognise import find_models
from dossier.sample import write_samples

INTERVAL = 0.2
"""Seconds between two looks at the memory."""


@dataclass
class Measured:
    """One side's run."""

    wall: float
    cpu: float
    stages: dict[str, float] = field(default_factory=dict)
    peak: int = 0
    """Bytes, of all processes together."""


def scanned_dossier(folder: Path, pages: int) -> Path:
    """A scanned PDF of so many pages, drawn from all samples."""
    sources = [pymupdf.open(sample.upload) for sample in write_samples(folder, packagings=["merged"])]
    places = [(source, number) for source in sources for number in range(source.page_count)]
    merged = pymupdf.open()
    for source, number in islice((place for _ in range(pages) for place in places), pages):
        merged.insert_pdf(source, from_page=number, to_page=number)
    path = folder / "dossier.pdf"
    merged.save(path)
    return path


def page_images(upload: Path, pages: int, folder: Path) -> None:
    """The pages as dossier's reader sees them, one array a file."""
    file = StoredFile("dossier.pdf", upload, "0" * 64, upload.stat().st_size, "application/pdf")
    for number in range(1, pages + 1):
        np.save(folder / f"{number:03}.npy", load_page(file, number, load_settings().render_dpi).image)


def run_dossier(upload: Path, out: Path) -> Measured:
    """The whole check, with the moment at which each stage began."""
    settings = load_settings()
    since_start = time.time() - psutil.Process().create_time()
    moments = [("start and unpack", time.perf_counter() - since_start)]

    def progress(stage: str, done: int, total: int) -> None:
        name = {"read": ("read pages", "extract and validate"), "report": ("write report", "write report")}[stage][
            done == total
        ]
        if moments[-1][0] != name and (done == 0 or done == total):
            moments.append((name, time.perf_counter()))

    check(
        [upload], policy=load_policy(settings.policy), settings=settings, statement=Statement("2025-08-29"),
        created="2025-08-29T08:00:00+08:00", out=out, progress=progress,
    )  # fmt: skip
    moments.append(("end", time.perf_counter()))
    stages = {name: later - begun for (name, begun), (_, later) in pairwise(moments)}
    return Measured(moments[-1][1] - moments[0][1], _cpu_seconds(), stages)


def run_paddle(folder: Path) -> Measured:
    """PaddleOCR's pipeline over the arrays in the folder."""
    settings = load_settings()
    prepare_paddle(settings.cache)
    from paddleocr import PaddleOCR

    models = find_models(settings.models_folder)
    pipeline = PaddleOCR(
        engine="onnxruntime",
        text_detection_model_name="PP-OCRv6_small_det",
        text_detection_model_dir=str(models.small_detection),
        text_recognition_model_name="PP-OCRv6_small_rec",
        text_recognition_model_dir=str(models.small_recognition),
        doc_orientation_classify_model_name="PP-LCNet_x1_0_doc_ori",
        doc_orientation_classify_model_dir=str(models.orientation),
        use_doc_orientation_classify=True,
        use_doc_unwarping=False,
        use_textline_orientation=False,
    )
    pages = [np.load(path) for path in sorted(folder.glob("*.npy"))]
    cpu, begun = _cpu_seconds(), time.perf_counter()
    for page in pages:
        pipeline.predict(page)
    return Measured(time.perf_counter() - begun, _cpu_seconds() - cpu)


def _cpu_seconds() -> float:
    """Of this process and of its children that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def watched(side: str, given: Path, work: Path) -> Measured:
    """Run one side in a process of its own and watch the memory of its tree."""
    result = work / f"{side}.json"
    command = [sys.executable, __file__, "--side", side, "--given", str(given), "--result", str(result)]
    environment = {**os.environ, "DOSSIER_PAGE_CACHE": "0"}
    with (work / f"{side}.log").open("wb") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        peak = 0
        while process.poll() is None:
            peak = max(peak, _resident(process.pid))
            time.sleep(INTERVAL)
    if process.returncode:
        sys.exit(f"{side} failed:\n{(work / f'{side}.log').read_text(errors='replace')[-2000:]}")
    return Measured(**{**json.loads(result.read_text()), "peak": peak})


def _resident(pid: int) -> int:
    total = 0
    try:
        root = psutil.Process(pid)
        for process in [root, *root.children(recursive=True)]:
            total += process.memory_info().rss
    except psutil.NoSuchProcess:
        return total
    return total


def table(ours: Measured, theirs: Measured, pages: int) -> str:
    """Both sides, and the stages of ours, as Markdown."""
    lines = ["| | wall, s | pages/s | CPU, s/page | peak memory, MB |", "|---|---|---|---|---|"]
    for name, one in (("dossier check", ours), ("PaddleOCR, its defaults", theirs)):
        lines.append(
            f"| {name} | {one.wall:.1f} | {pages / one.wall:.2f} | {one.cpu / pages:.2f} | {one.peak / 2**20:.0f} |"
        )
    ratio = f"| ratio | {theirs.wall / ours.wall:.1f} | {theirs.wall / ours.wall:.1f} | {theirs.cpu / ours.cpu:.1f} | |"
    lines += [ratio, "", "| stage of dossier check | s |", "|---|---|"]
    lines += [f"| {name} | {seconds:.1f} |" for name, seconds in ours.stages.items()]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=40)
    parser.add_argument("--side", choices=["dossier", "paddle"], help=argparse.SUPPRESS)
    parser.add_argument("--given", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--result", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.side:
        done = (
            run_dossier(asked.given, asked.given.parent / "out") if asked.side == "dossier" else run_paddle(asked.given)
        )
        asked.result.write_text(json.dumps(asdict(done)))
        return
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        upload = scanned_dossier(work, asked.pages)
        (work / "pages").mkdir()
        page_images(upload, asked.pages, work / "pages")
        ours = watched("dossier", upload, work)
        theirs = watched("paddle", work / "pages", work)
    print(f"{asked.pages} scanned pages, {os.cpu_count()} processor cores\n\n{table(ours, theirs, asked.pages)}")


if __name__ == "__main__":
    main()

"""Speed and memory of `dossier check` on a scanned dossier, beside other readers on the same page images.

    python tests/benchmarks/bench_pages.py [--pages 40] [--upload FILE ...] [--peers PYTHON]

Each side runs in processes of its own, one after the other, while the whole tree of processes is watched. dossier's
time holds everything: start, unpacking, drawing, loading the models, reading, checking, writing the report; nothing is
taken from the page cache. The others' holds only their predictions: the pages are drawn and the models loaded before
their clock starts. PaddleOCR's pipeline has its defaults (small models, engine and side limits, page orientation on;
unwarping and line orientation off, as there are no models for them). Memory is the sum of resident sets, so shared
pages count more than once.

RapidOCR and faster-paddle are no dependencies of dossier. They take part where the interpreter `--peers` (this one, if
not given) has them: `pip install rapidocr onnxruntime faster-paddle` in an environment of their own.
The pages are taken evenly from the PDFs and ZIP files given (such as dossiers drawn by `make accuracy`), or else from
the samples.
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
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from itertools import islice, pairwise
from pathlib import Path

import numpy as np
import psutil
import pymupdf
from peers import NOT_INSTALLED

from dossier.config import load_settings, prepare_paddle
from dossier.extract import Statement
from dossier.model import StoredFile
from dossier.pipeline.check import check
from dossier.policy import load_policy
from dossier.read import load_page
from dossier.recognise import find_models
from dossier.sample import write_samples

PEERS = ("rapidocr", "faster-paddle-tiny", "faster-paddle-small")
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


def scanned_dossier(folder: Path, pages: int, uploads: Sequence[Path] = ()) -> Path:
    """A PDF of so many pages, taken evenly from the given PDFs and ZIP files, or else from the samples."""
    given = uploads or [sample.upload for sample in write_samples(folder, packagings=["merged"])]
    places = [(source, n) for path in given for source in _documents(path) for n in range(source.page_count)]
    places = places[:: max(1, len(places) // pages)]
    merged = pymupdf.open()
    for source, number in islice((place for _ in range(pages) for place in places), pages):
        merged.insert_pdf(source, from_page=number, to_page=number)
    path = folder / "dossier.pdf"
    merged.save(path)
    return path


def _documents(path: Path) -> Iterator[pymupdf.Document]:
    """The PDF, or the PDFs and pictures in a ZIP file, pictures as PDF."""
    if path.suffix != ".zip":
        yield pymupdf.open(path)
        return
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            kind = Path(name).suffix[1:].lower()
            if kind in ("pdf", "jpg", "png", "tif"):
                document = pymupdf.open(stream=archive.read(name), filetype=kind)
                yield document if kind == "pdf" else pymupdf.open("pdf", document.convert_to_pdf())


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


def peer(name: str, python: Path, pages: Path) -> Measured | None:
    """Another reader over the arrays in the folder; None where it is not installed."""
    script = Path(__file__).with_name("peers.py")
    command = [str(python), str(script), name, str(pages)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        peak = max(peak, _resident(process.pid))
        time.sleep(INTERVAL)
    if process.returncode:
        print(f"{name}: {'not installed' if process.returncode == NOT_INSTALLED else 'failed'}, left out")
        return None
    return Measured(**json.loads((pages / f"{name}.json").read_text()), peak=peak)


def table(ours: Measured, others: Mapping[str, Measured], pages: int) -> str:
    """All sides, and the stages of ours, as Markdown. `times ours`: by how much more CPU time the others take."""
    lines = ["| | wall, s | pages/s | CPU, s/page | times ours | peak memory, MB |", "|---|---|---|---|---|---|"]
    for name, one in {"dossier check": ours, **others}.items():
        lines.append(
            f"| {name} | {one.wall:.1f} | {pages / one.wall:.2f} | {one.cpu / pages:.2f} | {one.cpu / ours.cpu:.1f} "
            f"| {one.peak / 2**20:.0f} |"
        )
    lines += ["", "| stage of dossier check | s |", "|---|---|"]
    lines += [f"| {name} | {seconds:.1f} |" for name, seconds in ours.stages.items()]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=40)
    parser.add_argument("--upload", type=Path, nargs="*", default=[], help="PDF or ZIP files to take the pages from")
    parser.add_argument("--peers", type=Path, default=Path(sys.executable), help="Python that has the other readers")
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
        upload = scanned_dossier(work, asked.pages, asked.upload)
        (work / "pages").mkdir()
        page_images(upload, asked.pages, work / "pages")
        ours = watched("dossier", upload, work)
        others = {"PaddleOCR, its defaults": watched("paddle", work / "pages", work)}
        found = {name: peer(name, asked.peers, work / "pages") for name in PEERS}
        others |= {name: one for name, one in found.items() if one}
    print(f"{asked.pages} scanned pages, {os.cpu_count()} processor cores\n\n{table(ours, others, asked.pages)}")


if __name__ == "__main__":
    main()

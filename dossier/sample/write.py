"""From stories to uploads on disk, each with its truth beside it."""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from dossier.errors import UsageError
from dossier.sample.chance import dice
from dossier.sample.damage import scan, turned
from dossier.sample.draw import Drawn, draw
from dossier.sample.packaging import jpeg, scanned_pdf, write_folder, write_zip
from dossier.sample.story import Story, load_story, story_names

PACKAGINGS = ("scans", "merged", "digital")
"""scans: a ZIP of scanned PDFs and JPEGs · merged: one scanned PDF · digital: a folder of PDFs with a text layer."""
_UPLOADS = {"scans": "scans.zip", "merged": "merged.pdf", "digital": "digital"}
_STRENGTHS = {"scans": "office", "merged": "office", "digital": "clean"}
_PHOTO_QUALITY = 85


@dataclass(frozen=True)
class Sample:
    """One upload, and what is right to say about it."""

    name: str
    packaging: str
    upload: Path
    """A file or a folder."""
    submitted: str
    """ISO date."""
    verdict: tuple[str, ...]
    """Any of these is right."""
    must: tuple[str, ...]
    """Rules that must be defects."""
    undecided: tuple[str, ...]
    """Rules that must be open."""
    truth: Path
    """truth.json, beside the upload."""


def write_samples(
    folder: Path, only: Sequence[str] = (), packagings: Sequence[str] = PACKAGINGS, seed: int = 1
) -> list[Sample]:
    """Draw dossiers into `folder/<name>-<packaging>/`, each with a truth.json. The same seed gives the same bytes.

    `only`: names of dossiers (default all). Raises UsageError for a name or packaging that does not exist.
    """
    names = tuple(only) or story_names()
    _refuse_unknown(names, story_names(), "样例")
    _refuse_unknown(packagings, PACKAGINGS, "样例形式")
    tasks = list(product([folder], names, packagings, [seed]))
    if len(tasks) < 2:
        return [_write(*task) for task in tasks]
    workers = min(len(tasks), multiprocessing.cpu_count())
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        return list(pool.map(_write, *zip(*tasks, strict=True)))


def _refuse_unknown(asked: Sequence[str], known: Sequence[str], what: str) -> None:
    for name in asked:
        if name not in known:
            raise UsageError(f"没有名为“{name}”的{what}", "可选：" + "、".join(known))


def _write(folder: Path, name: str, packaging: str, seed: int) -> Sample:
    story = load_story(name)
    drawn = draw(story, packaging, seed)
    place = folder / f"{name}-{packaging}"
    place.mkdir(parents=True, exist_ok=True)
    upload = place / _UPLOADS[packaging]
    if packaging == "digital":
        write_folder(upload, [(d.file, d.pdf or jpeg(d.images[0], _PHOTO_QUALITY)) for d in drawn])
    else:
        scanned = [_scanned(d, dice(seed, name, packaging, d.file)) for d in drawn]
        if packaging == "merged":
            upload.write_bytes(scanned_pdf([image for images in scanned for image in images]))
        else:
            files = [(d.file, _scan_file(d, images)) for d, images in zip(drawn, scanned, strict=True)]
            write_zip(upload, files, story.archive_encoding)
    truth = place / "truth.json"
    truth.write_text(json.dumps(_truth(story, packaging, drawn), ensure_ascii=False, indent=1) + "\n", "utf-8")
    return Sample(name, packaging, upload, story.submitted, story.verdict, story.must, story.undecided, truth)


def _scanned(drawn: Drawn, chance: np.random.Generator) -> list[Image.Image]:
    if drawn.paper.form == "photo":
        return [turned(image, drawn.paper.turn) for image in drawn.images]
    return [turned(scan(image, chance), drawn.paper.turn) for image in drawn.images]


def _scan_file(drawn: Drawn, images: Sequence[Image.Image]) -> bytes:
    if drawn.paper.form == "photo":
        return jpeg(images[0], _PHOTO_QUALITY)
    return jpeg(images[0]) if drawn.file.endswith(".jpg") else scanned_pdf(images)


def _truth(story: Story, packaging: str, drawn: Sequence[Drawn]) -> dict[str, Any]:
    documents = []
    before = 0
    for d in drawn:
        merged = packaging == "merged"
        pages = [
            {"file": _UPLOADS["merged"] if merged else d.file, "page": (before if merged else 0) + n}
            for n in range(1, len(d.images) + 1)
        ]
        documents.append({"kind": d.paper.kind, "pages": pages, "fields": d.paper.fields})
        before += len(d.images)
    return {
        "upload": _UPLOADS[packaging],
        "strength": _STRENGTHS[packaging],
        "submitted": story.submitted,
        "verdict": story.verdict,
        "must": story.must,
        "undecided": story.undecided,
        "tolerated": story.tolerated,
        "documents": documents,
    }

"""The papers of a case as an office receives them: each scanned or photographed into a file of its own."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from dossier.config import load_settings
from tests.kit import damage, packing, paper, scenes
from tests.kit.dossiers import QUALITY
from tests.kit.packing import SCAN_DPI, Leaf, Upload
from tests.kit.rules.applications import Application
from tests.kit.rules.changes import Change
from tests.kit.rules.drawn import sheet
from tests.kit.rules.spoilt import spoil


def write(application: Application, strength: str, folder: Path, changes: Iterable[Change] = ()) -> list[Path]:
    """Write the files of an upload; the same paper at the same strength is the same file, byte by byte.

    `changes` says what becomes of single files.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for number, (hand, facts) in enumerate(application.papers, 1):
        path = folder / f"{number:02}{packing.NAMES[facts.kind]}.pdf"
        path.write_bytes(_scanned(sheet(hand, facts, application), strength))
        files.append(path)
    return spoil(files, changes)


def _scanned(drawn: paper.Sheet, strength: str) -> bytes:
    """The paper's pages as scans, kept on disk. Damage falls by what is on the paper, so that it falls alike twice."""
    key = hashlib.sha256(drawn.pdf + strength.encode()).hexdigest()[:32]
    kept = load_settings().cache / "kit-scans" / f"{key}.pdf"
    if not kept.is_file():
        rng = np.random.default_rng(int(key[:12], 16))
        upload = Upload()
        upload.add_pdf("scan.pdf", [_leaf(drawn, page, strength, rng) for page in range(len(drawn.sizes))])
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(upload.files["scan.pdf"])
    return kept.read_bytes()


def _leaf(drawn: paper.Sheet, page: int, strength: str, rng: np.random.Generator) -> Leaf:
    image = paper.picture(drawn, page, SCAN_DPI)
    style = next((mark for mark in drawn.marks if mark.page == page and mark.how == "scene"), None)
    if style is not None:
        image = scenes.board(image, rng, style.what, style.rest.removeprefix("?") or None).image
    else:
        image = {"clean": damage.clean, "office": damage.office, "photo": damage.photo}[strength](image, rng).image
    return Leaf(image, QUALITY[strength])

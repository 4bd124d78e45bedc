"""Papers as they are drawn, kept on disk: the same facts are drawn once."""

import hashlib
import pickle
from collections.abc import Collection
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

import pymupdf

from dossier.config import load_settings
from tests.kit import paper
from tests.kit.facts.documents import Facts
from tests.kit.rules.applications import Application


def sheet(hand: str, facts: Facts, application: Application) -> paper.Sheet:
    """The paper by this hand. What is kept goes by the layout's own text too, so that a changed one is drawn anew."""
    layout = (paper.HANDS / hand / f"{facts.kind}.typ").read_bytes()
    said = repr((hand, facts, sorted(application.world.items()), application.base.seed)).encode()
    kept = _folder() / f"{hashlib.sha256(layout + said).hexdigest()[:32]}.pickle"
    if kept.is_file():
        return pickle.loads(kept.read_bytes())
    turn = paper.turn_of(hand, facts.kind, application.base.seed) % 10_000
    drawn = _without(paper.draw(hand, facts, application.world, turn), facts.extra.get("left_out", ()))
    kept.write_bytes(pickle.dumps(drawn))
    return drawn


def _without(drawn: paper.Sheet, parts: Collection[str]) -> paper.Sheet:
    """The sheet without the pages that show nothing but these parts. A page that names none goes on with the last."""
    told = [
        {mark.what for mark in drawn.marks if mark.how == "part" and mark.page == page}
        for page in range(len(drawn.sizes))
    ]
    shown = list(accumulate(told, lambda before, here: here or before))
    left = [page for page, what in enumerate(shown) if not what or not what <= set(parts)]
    if len(left) == len(drawn.sizes):
        return drawn
    with pymupdf.open(stream=drawn.pdf, filetype="pdf") as pdf:
        pdf.select(left)
        data = pdf.tobytes(garbage=3, deflate=True)
    at = {page: number for number, page in enumerate(left)}
    return replace(
        drawn,
        pdf=data,
        sizes=tuple(drawn.sizes[page] for page in left),
        marks=tuple(mark._replace(page=at[mark.page]) for mark in drawn.marks if mark.page in at),
        seals=tuple(replace(seal, page=at[seal.page]) for seal in drawn.seals if seal.page in at),
    )


def _folder() -> Path:
    folder = load_settings().cache / "kit-papers"
    folder.mkdir(parents=True, exist_ok=True)
    return folder

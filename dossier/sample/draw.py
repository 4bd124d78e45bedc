"""All documents of a story, drawn: pages typeset, notices photographed, the catalogue counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PIL import Image

from dossier.sample.chance import dice
from dossier.sample.scene import photograph
from dossier.sample.story import Paper, Story
from dossier.sample.typeset import SCAN_DPI, Sheets, typeset

_COUNTING_DPI = 20
"""Enough to count the pages of a document whose pictures nobody sees."""


@dataclass(frozen=True)
class Drawn:
    """A document with its page pictures and its PDF (empty for a photograph)."""

    paper: Paper
    file: str
    """Its name as a file of its own."""
    images: tuple[Image.Image, ...]
    pdf: bytes


def draw(story: Story, packaging: str, seed: int) -> list[Drawn]:
    """All documents in their order. Photographs are taken, and the catalogue is written, when the others are there."""
    photographed = {paper.of for paper in story.papers}
    coarse = {paper.title for paper in story.papers if packaging == "digital"} - photographed
    sheets = {
        paper.title: typeset(paper, story.person, seed, _COUNTING_DPI if paper.title in coarse else SCAN_DPI)
        for paper in story.papers
        if paper.form != "photo" and paper.kind != "catalogue"
    }
    drawn = []
    for number, paper in enumerate(story.papers, start=1):
        if paper.kind == "catalogue":
            paper = _with_entries(paper, story, sheets)
            sheets[paper.title] = typeset(paper, story.person, seed)
        elif paper.form == "photo":
            chance = dice(seed, story.name, "photograph", paper.title)
            notice = sheets[paper.of].images[0]
            sheets[paper.title] = Sheets(b"", (photograph(notice, paper.extra["stamp"], paper.design == 3, chance),))
        sheet = sheets[paper.title]
        drawn.append(Drawn(paper, f"{number:02}{paper.title}.{_suffix(paper, packaging)}", sheet.images, sheet.pdf))
    return drawn


def _with_entries(catalogue: Paper, story: Story, sheets: Mapping[str, Sheets]) -> Paper:
    """The catalogue with the other documents' titles and page counts; a photograph is one page."""
    others = [paper for paper in story.papers if paper is not catalogue]
    counts = {title: len(sheet.images) for title, sheet in sheets.items()}
    return replace(catalogue, fields={"entries": [{"title": p.title, "pages": counts.get(p.title, 1)} for p in others]})


def _suffix(paper: Paper, packaging: str) -> str:
    return "jpg" if paper.form == "photo" or (paper.form == "jpg" and packaging == "scans") else "pdf"

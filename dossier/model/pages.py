"""A page as it was read: text lines, table cells, seals and marks, all in points of the upright page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from dossier.model.geometry import Box

Method = Literal["text", "ocr", "seal", "qr", "stated", "derived", "corrected"]


@dataclass(frozen=True)
class Line:
    """A run of text on one baseline, never across the border of a table cell."""

    text: str
    box: Box
    confidence: float
    """0 to 1; 1 for a trusted text layer."""
    method: Method = "ocr"
    raw: str = ""
    """As first read, where a second reading replaced it."""
    stamped: bool = False
    """Seal ink lies over it."""
    handwritten: float | None = None
    """0 (print) to 1 (a pen) by its strokes; None where that was not looked at."""


UNCLEAR = "□"
"""Stands for a letter of a seal that could not be read clearly."""


@dataclass(frozen=True)
class Seal:
    """A seal impression. Its text is verified against names, hence the several readings."""

    box: Box
    shape: Literal["round", "oval", "square"]
    state: Literal["red", "grey", "unreadable"]
    text: str = ""
    """The ring text, best reading."""
    sub_text: str = ""
    """The line below the star, such as 人事专用章."""
    confidence: float = 0.0
    readings: tuple[str, ...] = ()
    """Every reading of the ring, best first."""
    clear: str = ""
    """The ring letter by letter, `UNCLEAR` in place of each that was not read or not surely; empty: not known."""


@dataclass(frozen=True)
class Quality:
    """What the picture of a page is worth. Unknown figures are None."""

    dpi: float | None = None
    """Effective resolution over the page's printed size."""
    sharpness: float | None = None
    """Variance of the Laplacian at a height of 1,600 pixels."""
    contrast: float | None = None
    """Grey levels between the 5th and the 95th percentile, 0 to 255."""
    colour: bool = True
    """False for grey and black-and-white copies: a seal on them has no colour left."""
    scene: float = 0.0
    """Share of the picture that is surroundings rather than paper, 0 to 1."""
    blank: bool = False
    problem: str = ""
    """In Chinese, why the page is hard to read and what to do; empty when it is fine."""
    worth: float = 1.0
    """What readings of the page are worth, 0 to 1: the confidence of everything read from it is multiplied by this."""


@dataclass(frozen=True)
class Page:
    """One page of one file, upright."""

    file: str
    number: int
    """From 1 within its file."""
    width: float
    height: float
    method: Literal["text", "ocr", "none"]
    """Where its words come from; none: could not be read (see `quality.problem`)."""
    sha256: str
    """Of the page's picture or, for born-digital pages, of its drawn content."""
    lines: tuple[Line, ...] = ()
    cells: tuple[Box, ...] = ()
    """Ruled table cells, without the page's frame."""
    seals: tuple[Seal, ...] = ()
    marks: tuple[Box, ...] = ()
    """Dark ink that is neither printed text, ruling nor seal: handwriting, signatures."""
    traces: tuple[Box, ...] = ()
    """Other ink of that kind, too small, faint or large for handwriting: a place that it touches is not empty."""
    pictures: tuple[Box, ...] = ()
    """Photographs and large images set into the page."""
    qr: tuple[tuple[str, Box], ...] = ()
    orientation: int = 0
    """Degrees clockwise by which the page was turned to stand upright: 0, 90, 180, 270."""
    skew: float = 0.0
    """Degrees by which the rows of the upright page lean clockwise. Boxes lie where the leaning page shows them."""
    quality: Quality = field(default_factory=Quality)
    fingerprint: str = ""
    """A perceptual hash (64 bits, hex): pages that look alike differ in few bits. Empty for blank pages."""

    @property
    def text(self) -> str:
        """All lines in reading order, one a row."""
        return "\n".join(line.text for line in self.lines)

"""Pages that lean or share a sheet: laid out level and alone, answered with places on the page as it is."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from dossier.model import Box, Document, Page, PageRef, Value

_UPRIGHT = 0.05
"""Degrees below which a page is taken as it is."""


def level(page: Page) -> Page:
    """The page with all boxes moved to where they would be if its rows did not lean. Sizes stay."""
    if abs(page.skew) < _UPRIGHT:
        return page

    def moved(box: Box) -> Box:
        return _turned(box, -page.skew)

    return replace(
        page,
        lines=tuple(replace(line, box=moved(line.box)) for line in page.lines),
        cells=tuple(map(moved, page.cells)),
        seals=tuple(replace(seal, box=moved(seal.box)) for seal in page.seals),
        marks=tuple(map(moved, page.marks)),
        traces=tuple(map(moved, page.traces)),
        pictures=tuple(map(moved, page.pictures)),
        qr=tuple((text, moved(box)) for text, box in page.qr),
    )


@dataclass(frozen=True)
class Lie:
    """How a page that was laid out lies on the page of the file."""

    number: int
    """Of the page of the file."""
    left: float = 0.0
    """Points of that page, made level, left of it: half a sheet may be a page of its own."""
    skew: float = 0.0
    """Degrees by which the rows of that page lean clockwise."""


def as_it_lies(document: Document, lies: Mapping[tuple[str, int], Lie]) -> Document:
    """The document with its pages, and the boxes of its values, seals and signatures, as they lie in the files."""

    def lie(file: str, number: int) -> Lie:
        return lies.get((file, number), Lie(number))

    seals = []
    for ref, seal in document.seals:
        there = lie(*ref)
        seals.append((PageRef(ref.file, there.number), replace(seal, box=_on(there, seal.box).rounded())))
    signatures = []
    for one in document.signatures:
        there = lie(one["file"], one["page"])
        signatures.append({**one, "page": there.number, "box": _on(there, one["box"]).rounded()})
    return replace(
        document,
        pages=tuple(dict.fromkeys(PageRef(ref.file, lie(*ref).number) for ref in document.pages)),
        fields={name: value_as_it_lies(value, lies) for name, value in document.fields.items()},
        seals=tuple(seals),
        signatures=tuple(signatures),
    )


def value_as_it_lies(value: Value, lies: Mapping[tuple[str, int], Lie]) -> Value:
    """The value with its place as it lies in the file."""
    there = lies.get((value.file, value.page), Lie(value.page))
    return replace(value, page=there.number, box=None if value.box is None else _on(there, value.box))


def _on(lie: Lie, box: Box) -> Box:
    moved = Box(box.x0 + lie.left, box.y0, box.x1 + lie.left, box.y1) if lie.left else box
    if abs(lie.skew) >= _UPRIGHT:
        moved = _turned(moved, lie.skew)
    return box if moved is box else moved.rounded()


def _turned(box: Box, degrees: float) -> Box:
    """The box with its middle turned clockwise about the page's top left corner."""
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    x, y = box.cx * cosine - box.cy * sine, box.cx * sine + box.cy * cosine
    return Box(x - box.width / 2, y - box.height / 2, x + box.width / 2, y + box.height / 2)

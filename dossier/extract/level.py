"""Pages that lean: laid out level, answered with places on the page as it is."""

from __future__ import annotations

import math
from dataclasses import replace

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
        pictures=tuple(map(moved, page.pictures)),
        qr=tuple((text, moved(box)) for text, box in page.qr),
    )


def as_it_lies(document: Document, skews: dict[tuple[str, int], float]) -> Document:
    """The document with the boxes of its values, seals and signatures back on the leaning pages."""

    def back(value: Value) -> Value:
        skew = skews.get((value.file, value.page), 0.0)
        if value.box is None or abs(skew) < _UPRIGHT:
            return value
        return replace(value, box=_turned(value.box, skew).rounded())

    return replace(
        document,
        fields={name: back(value) for name, value in document.fields.items()},
        seals=tuple(
            (ref, replace(seal, box=_turned(seal.box, _skew(ref, skews)).rounded())) for ref, seal in document.seals
        ),
        signatures=tuple(
            {**one, "box": _turned(one["box"], _skew(PageRef(one["file"], one["page"]), skews)).rounded()}
            for one in document.signatures
        ),
    )


def _skew(ref: PageRef, skews: dict[tuple[str, int], float]) -> float:
    skew = skews.get((ref.file, ref.page), 0.0)
    return skew if abs(skew) >= _UPRIGHT else 0.0


def _turned(box: Box, degrees: float) -> Box:
    """The box with its middle turned clockwise about the page's top left corner."""
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    x, y = box.cx * cosine - box.cy * sine, box.cx * sine + box.cy * cosine
    return Box(x - box.width / 2, y - box.height / 2, x + box.width / 2, y + box.height / 2)

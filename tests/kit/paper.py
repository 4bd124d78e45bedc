"""A document on paper: a layout set by typst, stamped and signed, and where every fact stands on it."""

import io
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pymupdf
import segno
import typst
from PIL import Image

from tests.kit import ink, typefaces
from tests.kit.facts.documents import Facts

HANDS = Path(__file__).parent / "hands"
ODD = "odd"
"""This hand draws what a dossier in order does not hold; conformance cases ask for it by name."""
MM = 72 / 25.4
_URI = re.compile(r"kit:(?P<how>\w+)/(?P<what>[\w-]*)(?P<rest>.*)", re.DOTALL)
Rect = tuple[float, float, float, float]
"""x0, y0, x1, y1 in points of the upright page, origin top left."""


class Mark(NamedTuple):
    """Something a layout put on a page, which counts from 0. `rest` stands behind the name (@month, :keys, ?stamp)."""

    page: int
    how: str
    what: str
    rest: str
    box: Rect
    text: str


@dataclass(frozen=True)
class Impression:
    """A seal as it lies on the page."""

    page: int
    slot: str
    box: Rect
    text: str
    sub_text: str
    shape: str
    state: str


@dataclass(frozen=True)
class Sheet:
    """A drawn document. `pdf` holds its pages as they are printed, stamped and signed."""

    facts: Facts
    hand: str
    pdf: bytes
    sizes: tuple[tuple[float, float], ...]
    marks: tuple[Mark, ...]
    seals: tuple[Impression, ...]


def hands_of(kind: str) -> list[str]:
    """Who has drawn a layout of this kind as it is in order."""
    return sorted(
        folder.name for folder in HANDS.iterdir() if folder.name != ODD and (folder / f"{kind}.typ").is_file()
    )


def draw(hand: str, facts: Facts, world: dict[str, Any], turn: int, fonts: Path | None = None) -> Sheet:
    """Set the layout of `hand` with these facts. `turn` chooses typefaces and how ink falls; `fonts` holds more."""
    data = facts.as_data(world) | {"faces": typefaces.chosen(turn, fonts)}
    printed = typst.compile(
        str(HANDS / hand / f"{facts.kind}.typ"),
        root=str(HANDS),
        font_paths=typefaces.book(fonts),
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        timestamp=1735689600,
    )
    rng = np.random.default_rng([turn, sum(map(ord, facts.kind + hand))])
    with pymupdf.open(stream=printed, filetype="pdf") as pdf:
        marks = tuple(_marks(pdf))
        seals = []
        for mark in marks:
            page = pdf[mark.page]
            match mark.how:
                case "stamp":
                    seals += _stamp(page, mark, facts, rng, fonts)
                case "sign" if facts.signatures[mark.what].state == "signed":
                    _sign(page, mark, facts.signatures[mark.what].name, rng, fonts)
                case "picture":
                    page.insert_image(mark.box, stream=_png(_picture(mark.what, int(rng.integers(6)))))
                case "qr":
                    code = segno.make(mark.what + mark.rest, error="m")
                    page.insert_image(mark.box, stream=_bytes(code))
        sizes = tuple((page.rect.width, page.rect.height) for page in pdf)
        pdf.subset_fonts()
        return Sheet(facts, hand, pdf.tobytes(garbage=3, deflate=True), sizes, marks, tuple(seals))


def _marks(pdf: pymupdf.Document) -> Iterator[Mark]:
    """The marks of all pages in their order; their links are taken off."""
    for number, page in enumerate(pdf):
        for link in page.get_links():
            if found := _URI.match(link.get("uri", "")):
                words = page.get_text("words", clip=link["from"]) if found["how"] in ("label", "prose") else []
                box = _around(words) or tuple(link["from"])
                yield Mark(number, found["how"], found["what"], found["rest"], box, "".join(word[4] for word in words))
            page.delete_link(link)


def _around(words: list[tuple[Any, ...]]) -> Rect | None:
    """The words' own box: that of a link reaches from line to line."""
    if not words:
        return None
    return (
        min(word[0] for word in words),
        min(word[1] for word in words),
        max(word[2] for word in words),
        max(word[3] for word in words),
    )


def _stamp(
    page: pymupdf.Page, mark: Mark, facts: Facts, rng: np.random.Generator, fonts: Path | None
) -> list[Impression]:
    seal = facts.seals[mark.what]
    if seal.state == "none":
        return []
    image = ink.seal(seal.text, seal.sub_text, seal.shape, rng, fonts)
    image = ink.grey(image) if seal.state == "grey" else image
    width, height = (side / ink.DOTS * MM for side in image.size)
    x, y = ((a + b) / 2 + rng.uniform(-3, 3) * MM for a, b in ((mark.box[0], mark.box[2]), (mark.box[1], mark.box[3])))
    x = min(max(x, width / 2 + 6), page.rect.width - width / 2 - 6)
    y = min(max(y, height / 2 + 6), page.rect.height - height / 2 - 6)
    box = (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
    page.insert_image(box, stream=_png(image))
    return [Impression(mark.page, mark.what, box, seal.text, seal.sub_text, seal.shape, seal.state)]


def _sign(page: pymupdf.Page, mark: Mark, name: str, rng: np.random.Generator, fonts: Path | None) -> None:
    image = ink.signature(name, rng, fonts)
    room_w, room_h = mark.box[2] - mark.box[0], (mark.box[3] - mark.box[1]) * 1.25
    scale = min(room_w / image.width, room_h / image.height)
    width, height = image.width * scale, image.height * scale
    x = mark.box[0] + (room_w - width) * float(rng.uniform(0.1, 0.9))
    y = (mark.box[1] + mark.box[3]) / 2 - height / 2 + float(rng.uniform(-2, 2))
    page.insert_image((x, y, x + width, y + height), stream=_png(image))


@cache
def _picture(what: str, number: int) -> Image.Image:
    drawn = {"portrait": ink.portrait, "emblem": ink.emblem}
    return drawn[what](np.random.default_rng(number))


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=1)
    return out.getvalue()


def _bytes(code: segno.QRCode) -> bytes:
    out = io.BytesIO()
    code.save(out, kind="png", scale=8, border=2)
    return out.getvalue()


def picture(sheet: Sheet, number: int, dpi: int) -> np.ndarray:
    """A page as RGB pixels, shape (height, width, 3)."""
    with pymupdf.open(stream=sheet.pdf, filetype="pdf") as pdf:
        pixels = pdf[number].get_pixmap(dpi=dpi, alpha=False)
        return np.frombuffer(pixels.samples, np.uint8).reshape(pixels.height, pixels.width, 3).copy()


def turn_of(*parts: object) -> int:
    """A number out of words, the same in every run."""
    return random.Random(repr(parts)).randrange(2**31)

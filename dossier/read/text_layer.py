"""The text layer of a page as lines, and whether to believe it."""

from __future__ import annotations

import logging
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import pdfplumber
from numpy.typing import NDArray
from pdfminer.pdfparser import PDFSyntaxError
from pdfplumber.utils.exceptions import PdfminerException

from dossier.model import Box, Line
from dossier.read.filled import EMPTY, TICKED, Typed

logging.getLogger("pdfminer").setLevel(logging.ERROR)
"""Its warnings about fonts say nothing that `trustworthy` does not find out."""

_BOXES = "□☐口囗○"
_FEWEST_CHARACTERS = 8
_MOST_GARBAGE = 0.03
_LEAST_COMMON = 0.8
"""Share of Chinese characters that are in GB 2312: print has nearly all there, a wrong mapping about a third."""
_LEAST_DIFFERENCE = 40
"""Levels of grey or colour by which print that is seen differs from its ground."""
_MOST_ACCENTED = 0.1
"""Share of accented Latin letters: what GBK looks like when it is mapped byte by byte (ÉêÇë±í)."""


def read_lines(path: str, number: int, typed: Sequence[Typed] = ()) -> tuple[Line, ...]:
    """The characters of page `number` (from 1) joined to runs; a gap wider than a character starts a new run.

    `typed` is what lies on top of the page. Boxes in points of the page as it is shown (turned by /Rotate, cropped).
    Empty when there is no text layer or it cannot be parsed: the picture is then read instead.
    """
    try:
        with pdfplumber.open(path, pages=[number]) as document:
            page = document.pages[0]
            left, top, width, height = _shown(page)
            characters = [c for c in page.chars if _is_upright(c) and c["text"].strip()]
    except (PDFSyntaxError, PdfminerException, ValueError, KeyError, TypeError, IndexError):
        return ()
    characters = [
        c
        for c in characters
        if 0 <= (c["x0"] + c["x1"]) / 2 - left <= width and 0 <= (c["top"] + c["bottom"]) / 2 - top <= height
    ]
    return joined(_with(characters, typed, left, top), left, top)


def joined(characters: Sequence[dict[str, Any]], left: float = 0.0, top: float = 0.0) -> tuple[Line, ...]:
    """Characters (text, x0, x1, top, bottom, size, as pdfplumber names them) as lines on a page from `left`, `top`."""
    rows: list[list[dict[str, Any]]] = []
    for character in sorted(characters, key=lambda c: (c["top"] + c["bottom"], c["x0"])):
        if rows and _same_row(rows[-1][0], character):
            rows[-1].append(character)
        else:
            rows.append([character])
    return tuple(_line(run, left, top) for row in rows for run in _runs(row))


def _is_upright(character: dict[str, Any]) -> bool:
    """Whether it reads from left to right: print on its side or on its head is left to the picture."""
    across = float(character.get("matrix", (1,))[0])
    return bool(character.get("upright", True)) and across > 0


def _with(characters: list[dict[str, Any]], typed: Sequence[Typed], left: float, top: float) -> list[dict[str, Any]]:
    """The characters of the page and of what lies on it. A printed box below a field to tick is the same box."""
    boxes = [row.box.grown(2) for row in typed if row.text in (TICKED, EMPTY)]

    def covered(c: dict[str, Any]) -> bool:
        x, y = (c["x0"] + c["x1"]) / 2 - left, (c["top"] + c["bottom"]) / 2 - top
        return c["text"] in _BOXES and any(box.contains(x, y) for box in boxes)

    kept = [character for character in characters if not covered(character)]
    for row in typed:
        for letter, box in row.letters():
            place = {"x0": box.x0 + left, "x1": box.x1 + left, "top": box.y0 + top, "bottom": box.y1 + top}
            if letter.strip():
                kept.append({"text": letter, "size": box.height, **place})
    return kept


def _shown(page: pdfplumber.page.Page) -> tuple[float, float, float, float]:
    """Left, top, width and height of the crop box in the coordinates of the page's characters (turned by /Rotate).

    pdfplumber's own `cropbox` swaps the sides of a turned page without turning them.
    """
    mx0, my0, mx1, my1 = _sorted(page.page_obj.mediabox)
    x0, y0, x1, y1 = _sorted(page.page_obj.cropbox or page.page_obj.mediabox)
    left, right, below, above = max(x0 - mx0, 0), max(mx1 - x1, 0), max(y0 - my0, 0), max(my1 - y1, 0)
    turned = {0: (left, above), 90: (below, left), 180: (right, below), 270: (above, right)}[page.rotation % 360]
    width, height = mx1 - mx0 - left - right, my1 - my0 - below - above
    if page.rotation % 180:
        width, height = height, width
    return page.bbox[0] + turned[0], page.bbox[1] + turned[1], width, height


def _sorted(box: Sequence[float]) -> tuple[float, float, float, float]:
    return min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])


def trustworthy(lines: Sequence[Line]) -> bool:
    """Whether the layer is real text: enough of it, no unmapped or private characters, and words a person writes."""
    return sum(len(line.text) for line in lines) >= _FEWEST_CHARACTERS and legible(lines)


def legible(lines: Sequence[Line]) -> bool:
    """Whether the characters are those a person sees, however few they are."""
    text = "".join(line.text for line in lines)
    garbage = sum(_is_garbage(character) for character in text) + 5 * text.count("(cid:")
    return garbage <= _MOST_GARBAGE * len(text) and _is_written_by_people(text)


def is_seen(box: Box, image: NDArray[np.uint8], dpi: float) -> bool:
    """Whether a line of the text layer can be seen: white print, or print below a patch, leaves its place plain."""
    x0, y0, x1, y1 = (max(0, round(edge)) for edge in box.scaled(dpi / 72))
    part = image[y0 : max(y1, y0 + 1), x0 : max(x1, x0 + 1)]
    return part.size > 0 and int(part.max()) - int(part.min()) > _LEAST_DIFFERENCE


def _is_written_by_people(text: str) -> bool:
    """False for characters of a wrong mapping, each of which is a proper character."""
    chinese = [character for character in text if "\u3400" <= character <= "\u9fff"]
    accented = sum("\u00a1" <= character <= "\u024f" and character not in "·×÷±°§" for character in text)
    common = sum(_in_gb2312(character) for character in chinese)
    return accented <= _MOST_ACCENTED * len(text) and common >= _LEAST_COMMON * len(chinese)


def _in_gb2312(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _is_garbage(character: str) -> bool:
    return character == "\ufffd" or unicodedata.category(character) in ("Co", "Cn", "Cc", "Cs")


def _same_row(first: dict[str, Any], other: dict[str, Any]) -> bool:
    shared = min(first["bottom"], other["bottom"]) - max(first["top"], other["top"])
    return bool(shared > 0.5 * min(first["bottom"] - first["top"], other["bottom"] - other["top"]))


def _runs(row: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    row = sorted(row, key=lambda c: c["x0"])
    runs = [[row[0]]]
    for before, after in pairwise(row):
        if _is_same_character(before, after):
            continue
        if after["x0"] - before["x1"] > 0.9 * before["size"]:
            runs.append([])
        runs[-1].append(after)
    return runs


def _is_same_character(a: dict[str, Any], b: dict[str, Any]) -> bool:
    """Bold print made by drawing a character twice."""
    return bool(a["text"] == b["text"] and abs(a["x0"] - b["x0"]) < 0.3 * a["size"])


def _line(run: list[dict[str, Any]], left: float, top: float) -> Line:
    text = run[0]["text"]
    for before, after in pairwise(run):
        gap = after["x0"] - before["x1"]
        text += (" " if gap > 0.25 * before["size"] else "") + after["text"]
    box = Box.around(Box(c["x0"] - left, c["top"] - top, c["x1"] - left, c["bottom"] - top) for c in run)
    return Line(unicodedata.normalize("NFC", text), box, 1.0, "text")

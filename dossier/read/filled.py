"""What was filled into the fields of a PDF form or typed onto its pages: seen by a reader, no part of the text layer.

A program that fills in a form may leave the drawing to the viewer, and MuPDF draws with a typeface that lacks many
simplified characters (of 张三 only 三). What was filled in is known letter by letter, so it is drawn here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from dossier.model import Box
from dossier.read.mupdf import pymupdf
from dossier.read.setting import extent, font, wrapped

_TEXT = (pymupdf.PDF_WIDGET_TYPE_TEXT, pymupdf.PDF_WIDGET_TYPE_COMBOBOX, pymupdf.PDF_WIDGET_TYPE_LISTBOX)
_TICKED = (pymupdf.PDF_WIDGET_TYPE_CHECKBOX, pymupdf.PDF_WIDGET_TYPE_RADIOBUTTON)
_NOT_SHOWN = (1, 3)
"""Display of a field: hidden, and hidden but printed."""
_PASSWORD = 1 << 13
_UNSEEN = pymupdf.PDF_ANNOT_IS_HIDDEN | pymupdf.PDF_ANNOT_IS_NO_VIEW
_LARGEST, _SMALLEST = 12.0, 4.0
"""Points: print of a field that leaves the size to the viewer, and the least to which it is brought down to fit."""
_LEADING = 1.25
TICKED, EMPTY = "☑", "□"


@dataclass(frozen=True)
class Typed:
    """A row of text at its place on the page as it is shown, in points; all letters of one size."""

    text: str
    box: Box

    def letters(self) -> Iterator[tuple[str, Box]]:
        """Each letter with its box."""
        x = self.box.x0
        size = self.box.height
        for letter in self.text:
            yield letter, Box(x, self.box.y0, x + extent(letter, size), self.box.y1)
            x += extent(letter, size)


@dataclass(frozen=True)
class Filled:
    """What lies on top of a page."""

    rows: tuple[Typed, ...] = ()
    fields: tuple[Box, ...] = ()
    """The places whose drawing is replaced by the rows."""
    unknown: bool = False
    """Words lie there that only the picture shows."""
    turn: int = 0
    """Degrees clockwise by which the page is shown turned from how its fields read; places are those before it."""


@dataclass(frozen=True)
class _Remark:
    """A field or typed remark as the file states it."""

    text: str | None
    """None where only the drawing tells the words."""
    place: pymupdf.Rect
    """Points of the unturned page."""
    size: float
    """Of the print, points; 0 leaves it to the viewer."""
    turn: int
    """Degrees by which it is drawn turned, to read upright on a page that is turned as much."""
    undrawn: bool
    """The file holds no drawing of it."""


def filled_in(page: pymupdf.Page) -> Filled:
    """The fields and typed remarks of a page. One whose drawing says other words than its value is `unknown`."""
    remarks = list(_remarks(page))
    upright = all(remark.turn == page.rotation for remark in remarks)
    rows: list[Typed] = []
    fields: list[Box] = []
    unknown = not upright
    for remark in remarks:
        if remark.text is None or not (remark.undrawn or _part_of(page.get_textbox(remark.place), remark.text)):
            unknown = True
            continue
        place = remark.place * page.rotation_matrix if upright else remark.place
        box = Box(*place.normalize())
        fields.append(box)
        rows += _set(remark.text, box, remark.size)
    return Filled(tuple(rows), tuple(fields), unknown, 0 if upright else page.rotation)


def drawn(image: NDArray[np.uint8], bare: NDArray[np.uint8], filled: Filled, dpi: float) -> NDArray[np.uint8]:
    """The picture of the page with its fields drawn anew; `bare` is the page without them. Blue-green-red."""
    quarters, scale = filled.turn // 90, dpi / 72
    result, bare = np.rot90(image, quarters).copy(), np.rot90(bare, quarters)
    height, width = result.shape[:2]
    for box in filled.fields:
        x0, y0, x1, y1 = (max(0, round(edge)) for edge in box.grown(1).scaled(scale))
        x1, y1 = min(x1, width), min(y1, height)
        result[y0:y1, x0:x1] = bare[y0:y1, x0:x1]
    sheet = Image.fromarray(result[:, :, ::-1])
    pen = ImageDraw.Draw(sheet)
    for row in filled.rows:
        if row.text in (TICKED, EMPTY):
            _draw_box(pen, row.box.scaled(scale), row.text == TICKED)
        else:
            for letter, box in row.letters():
                typeface = font(round(box.height * scale))
                pen.text((box.x0 * scale, box.cy * scale), letter, fill="black", font=typeface, anchor="lm")
    return np.rot90(np.asarray(sheet)[:, :, ::-1], -quarters).copy()


def _draw_box(pen: ImageDraw.ImageDraw, box: Box, ticked: bool) -> None:
    side = min(box.width, box.height)
    x, y = box.x0, box.cy - side / 2
    pen.rectangle([x, y, x + side, y + side], outline="black", width=2)
    if ticked:
        points = [(0.2, 0.5), (0.42, 0.75), (0.82, 0.2)]
        pen.line([(x + side * a, y + side * b) for a, b in points], fill="black", width=max(2, round(side / 9)))


def _remarks(page: pymupdf.Page) -> Iterator[_Remark]:
    """What is seen of the fields and remarks of a page."""
    for field in page.widgets():
        if field.field_display in _NOT_SHOWN or not field.rect.is_valid or field.rect.is_empty:
            continue
        text, size = "", 0.0
        if field.field_type in _TICKED:
            text = TICKED if _is_on(page.parent, field) else EMPTY
        elif field.field_type in _TEXT and not field.field_flags & _PASSWORD:
            text, size = _value(field), float(field.text_fontsize or 0)
        if text.strip():
            turn = page.parent.xref_get_key(field.xref, "MK/R")[1]
            degrees = int(turn) % 360 if turn.isdecimal() else 0
            yield _Remark(text, field.rect, size, degrees, _is_undrawn(page.parent, field.xref))
    for remark in page.annots(types=[pymupdf.PDF_ANNOT_FREE_TEXT, pymupdf.PDF_ANNOT_STAMP]):
        stamp = remark.type[0] == pymupdf.PDF_ANNOT_STAMP
        text = remark.get_text() if stamp else remark.info["content"]
        if not remark.flags & _UNSEEN and text.strip():
            undrawn = _is_undrawn(page.parent, remark.xref)
            yield _Remark(None if stamp else text, remark.rect, 0.0, max(0, remark.rotation), undrawn)


def _is_undrawn(document: pymupdf.Document, xref: int) -> bool:
    """Whether the drawing is left to the viewer."""
    wanted = document.xref_get_key(document.pdf_catalog(), "AcroForm/NeedAppearances")[1] == "true"
    return wanted or bool(document.xref_get_key(xref, "AP")[0] == "null")


def _value(field: pymupdf.Widget) -> str:
    """What a field of text or choice shows. A choice may be stored under another name than the one it shows."""
    value = field.field_value
    chosen = [str(one) for one in value] if isinstance(value, list | tuple) else [str(value or "")]
    shown = {str(one[0]): str(one[1]) for one in field.choice_values or () if isinstance(one, list | tuple)}
    text = "\n".join(shown.get(one, one) for one in chosen)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def _is_on(document: pymupdf.Document, field: pymupdf.Widget) -> bool:
    kind, state = document.xref_get_key(field.xref, "AS")
    if kind == "name":
        return bool(state != "/Off")
    return field.field_value not in (None, "", "Off", False)


def _part_of(seen: str, text: str) -> bool:
    """Whether the letters seen at a place come in the text in this order: some may be lost, none may be others."""
    letters = iter("".join(text.split()))
    if text in (TICKED, EMPTY):
        return True
    return all(letter in letters for letter in "".join(seen.split()).replace("_", ""))


def _set(text: str, box: Box, size: float) -> Sequence[Typed]:
    """The rows of a text within its field, in print that fits."""
    if text in (TICKED, EMPTY):
        side = min(box.width, box.height)
        return [Typed(text, Box(box.cx - side / 2, box.cy - side / 2, box.cx + side / 2, box.cy + side / 2))]
    size = size or min(_LARGEST, box.height * 0.7)
    rows = _rows(text, box, size)
    while size > _SMALLEST and len(rows) * size * _LEADING > max(box.height, size * _LEADING):
        size = max(_SMALLEST, size * 0.9)
        rows = _rows(text, box, size)
    free = max(0.0, box.height - len(rows) * size * _LEADING)
    top = box.y0 + (free / 2 if len(rows) == 1 else 0) + size * (_LEADING - 1) / 2
    placed = []
    for number, row in enumerate(rows):
        y = top + number * size * _LEADING
        if row.strip():
            placed.append(Typed(row, Box(box.x0 + 2, y, box.x0 + 2 + extent(row, size), y + size)))
    return placed


def _rows(text: str, box: Box, size: float) -> list[str]:
    return list(wrapped(text, max(box.width - 4, size), size))

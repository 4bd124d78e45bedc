"""The page on which a Word file's text is set: paragraphs and tables from the top down, in points."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, UnidentifiedImageError

from dossier.model import Box, Line
from dossier.read.docx_content import Block, Drawing, Paragraph, Table
from dossier.read.setting import extent, font, wrapped

DPI = 100.0
_WIDTH, _MARGIN, _SIZE, _LEADING = 595.0, 60.0, 11.0, 19.0
"""Points: A4 width, margins, print size, distance of rows."""
_TITLE_SIZE = 16.0
_PADDING = 4.0
"""Points between the border of a cell and what is in it."""
_LONGEST = 12_000.0
"""Points. What lies beyond is not read; no form or letter comes near it."""
_SHORTEST = 841.9


@dataclass
class Sheet:
    """A page being set from the top down, in points."""

    y: float = _MARGIN
    lines: list[Line] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    pictures: list[tuple[Image.Image, Box]] = field(default_factory=list)

    @property
    def full(self) -> bool:
        return self.y > _LONGEST

    def write(self, text: str, left: float, right: float, size: float = _SIZE, align: str = "") -> None:
        """Rows of text between two margins, from the current height on."""
        for row in wrapped(text, right - left, size):
            if self.full:
                return
            room = max(0.0, right - left - extent(row, size))
            x = left + {"center": room / 2, "right": room, "end": room}.get(align, 0.0)
            if row.strip():
                box = Box(x, self.y, x + extent(row, size), self.y + size * 1.2)
                self.lines.append(Line(row, box, 1.0, "text"))
            self.y += _LEADING * size / _SIZE

    def place(self, image: Image.Image, width: float, left: float, right: float) -> None:
        """A picture at the current height, no wider than the room between the margins."""
        width = min(width, right - left)
        box = Box(left, self.y, left + width, self.y + width * image.height / image.width)
        self.pictures.append((image, box))
        self.y = box.y1 + _PADDING

    def drawn(self) -> NDArray[np.uint8]:
        """The page as pixels at DPI, blue-green-red."""
        scale = DPI / 72
        page = Image.new("RGB", (round(_WIDTH * scale), round(max(self.y + _MARGIN, _SHORTEST) * scale)), "white")
        pen = ImageDraw.Draw(page)
        for rule in self.rules:
            pen.rectangle(list(rule.scaled(scale)), outline="black", width=2)
        for image, box in self.pictures:
            size = (max(1, round(box.width * scale)), max(1, round(box.height * scale)))
            seen = image.convert("RGBA").resize(size)
            page.paste(seen, (round(box.x0 * scale), round(box.y0 * scale)), seen)
        for line in self.lines:
            typeface = font(round(line.box.height / 1.2 * scale))
            pen.text((line.box.x0 * scale, line.box.cy * scale), line.text, fill="black", font=typeface, anchor="lm")
        return np.asarray(page)[:, :, ::-1].copy()


def set_sheet(blocks: Iterable[Block], left_out: Iterable[Drawing] = ()) -> Sheet:
    """Everything set on one page; `left_out` are pictures that become pages of their own."""
    sheet, out = Sheet(), set(map(id, left_out))
    for block in blocks:
        if sheet.full:
            break
        if isinstance(block, Table):
            _set_table(sheet, block, out)
        else:
            _set_paragraph(sheet, block, _MARGIN, _WIDTH - _MARGIN, out)
    return sheet


def _set_paragraph(sheet: Sheet, paragraph: Paragraph, left: float, right: float, out: set[int]) -> None:
    """Text, then its pictures below; a picture behind a few words stands beside them (负责人签字：)."""
    size = _TITLE_SIZE if paragraph.title else _SIZE
    kept = [drawing for drawing in paragraph.drawings if id(drawing) not in out]
    pictures = [(image, one.width or image.width * 0.75) for one in kept if (image := _opened(one.blob)) is not None]
    text = paragraph.text
    beside = left + extent(text, size) + _PADDING
    if len(pictures) == 1 and text.strip() and "\n" not in text and beside + pictures[0][1] <= right:
        image, width = pictures[0]
        top, height = sheet.y, width * image.height / image.width
        sheet.y = top + max(0.0, (height - size * 1.2) / 2)
        sheet.write(text, left, right, size)
        after, sheet.y = sheet.y, top
        sheet.place(image, width, beside, right)
        sheet.y = max(after, sheet.y)
        return
    sheet.write(text, left, right, size, paragraph.align)
    for image, width in pictures:
        sheet.place(image, width, left, right)


def _set_table(sheet: Sheet, table: Table, out: set[int]) -> None:
    edges = [_MARGIN + share * (_WIDTH - 2 * _MARGIN) for share in table.edges]
    frames: dict[int, list[float]] = {}
    for row in table.rows:
        top, bottom = sheet.y, sheet.y + _LEADING
        for cell in row:
            sheet.y = top + _PADDING
            for paragraph in cell.paragraphs:
                _set_paragraph(sheet, paragraph, edges[cell.first] + _PADDING, edges[cell.last] - _PADDING, out)
            bottom = max(bottom, sheet.y)
        for cell in row:
            if cell.first in frames and not cell.goes_on:
                sheet.rules.append(Box(*frames.pop(cell.first)))
            frame = frames.setdefault(cell.first, [edges[cell.first], top, edges[cell.last], bottom])
            frame[3] = bottom
        sheet.y = bottom
        if sheet.full:
            break
    sheet.rules += [Box(*frame) for frame in frames.values()]
    sheet.y += _LEADING / 2


def _opened(blob: bytes) -> Image.Image | None:
    """None for drawings that hold no pixels (EMF, WMF) and for damaged ones."""
    try:
        image = Image.open(io.BytesIO(blob))
        image.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, UnidentifiedImageError):
        return None
    return image

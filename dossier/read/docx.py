"""Word files as one long page: paragraphs and tables set in order, so that they are read like any other page.

Word keeps no page breaks; the page drawn here is a plain rendering for reading and for showing places, not a facsimile.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from zipfile import BadZipFile

import docx
import numpy as np
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph
from PIL import Image, ImageDraw, ImageFont
from pylopdf_fonts_zh_cn import sans_path

from dossier.errors import ReadingError
from dossier.model import Box, Line, StoredFile
from dossier.model.picture import Picture

_WIDTH, _MARGIN, _SIZE, _LEADING = 595.0, 60.0, 11.0, 19.0
"""Points: A4 width, margins, print size, distance of rows."""
_TITLE_SIZE = 16.0
_LONGEST = 12_000.0
"""Points. What lies beyond is not read; no form or letter comes near it."""
_DPI = 100.0


def page_count(file: StoredFile) -> int:
    """Always 1. Raises ReadingError when the file is not a Word document that can be opened."""
    _open(str(file.path))
    return 1


def load_page(file: StoredFile, number: int, dpi: int) -> Picture:
    """The document set on one page, with its lines as a trusted text layer. `dpi` is not used."""
    sheet = _Sheet()
    document = _open(str(file.path))
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            _set_table(sheet, block)
        else:
            _set_paragraph(sheet, block)
        if sheet.y > _LONGEST:
            break
    image = sheet.drawn(_images(document))
    digest = hashlib.sha256(image.tobytes() + repr(sheet.lines).encode()).hexdigest()
    return Picture(file.name, number, image, _DPI, digest, tuple(sheet.lines), tuple(sheet.pictures))


@lru_cache(maxsize=2)
def _open(path: str) -> Document:
    try:
        return docx.Document(path)
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, OSError, SyntaxError) as error:
        raise ReadingError("Word 文件已损坏，无法打开", "请另存为 PDF 后重新上传。") from error


@dataclass
class _Sheet:
    """A page being set from the top down, in points."""

    y: float = _MARGIN
    lines: list[Line] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)

    def write(self, text: str, left: float, right: float, size: float = _SIZE, *, centred: bool = False) -> None:
        """Rows of text between two margins, from the current height on."""
        for row in _wrapped(text, right - left, size):
            width = _extent(row, size)
            x = left + max(0.0, (right - left - width) / 2) if centred else left
            if row.strip():
                box = Box(x, self.y, x + width, self.y + size * 1.2)
                self.lines.append(Line(row, box, 1.0, "text"))
            self.y += _LEADING * size / _SIZE

    def drawn(self, images: list[Image.Image]) -> np.ndarray:  # type: ignore[type-arg]
        """The page as pixels, embedded pictures below the text."""
        scale = _DPI / 72
        places = []
        for image in images:
            width = min(_WIDTH - 2 * _MARGIN, image.width * 0.75)
            box = Box(_MARGIN, self.y, _MARGIN + width, self.y + width * image.height / image.width)
            places.append((image, box))
            self.y = box.y1 + _LEADING
        self.pictures = [box for _, box in places]
        height = max(self.y + _MARGIN, 841.9)
        page = Image.new("RGB", (round(_WIDTH * scale), round(height * scale)), "white")
        pen = ImageDraw.Draw(page)
        for rule in self.rules:
            pen.rectangle([v * scale for v in rule], outline="black", width=2)
        for line in self.lines:
            font = _font(round(line.box.height / 1.2 * scale))
            pen.text((line.box.x0 * scale, line.box.y0 * scale), line.text, fill="black", font=font)
        for image, box in places:
            size = (max(1, round(box.width * scale)), max(1, round(box.height * scale)))
            page.paste(image.convert("RGB").resize(size), (round(box.x0 * scale), round(box.y0 * scale)))
        return np.asarray(page)[:, :, ::-1].copy()


def _set_paragraph(sheet: _Sheet, paragraph: Paragraph) -> None:
    text = paragraph.text.replace("\t", "    ")
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    large = any(run.font.size is not None and run.font.size.pt >= 15 for run in paragraph.runs)
    title = large or style.startswith(("Heading", "Title"))
    centred = paragraph.alignment == 1 or style.startswith("Title")
    if paragraph.alignment == 2 and text.strip():
        sheet.write(text, max(_MARGIN, _WIDTH - _MARGIN - _extent(text, _SIZE)), _WIDTH - _MARGIN)
    else:
        sheet.write(text, _MARGIN, _WIDTH - _MARGIN, _TITLE_SIZE if title else _SIZE, centred=centred)


def _set_table(sheet: _Sheet, table: Table) -> None:
    columns = max(len(table.columns), 1)
    step = (_WIDTH - 2 * _MARGIN) / columns
    for row in table.rows:
        top, bottom = sheet.y, sheet.y + _LEADING
        spans = []
        for text, first, last in _cells(row):
            left, right = _MARGIN + first * step, _MARGIN + last * step
            sheet.y = top + 4
            sheet.write(text, left + 4, right - 4)
            bottom = max(bottom, sheet.y)
            spans.append((left, right))
        sheet.rules += [Box(left, top, right, bottom) for left, right in spans]
        sheet.y = bottom
    sheet.y += _LEADING / 2


def _cells(row) -> Iterator[tuple[str, int, int]]:  # type: ignore[no-untyped-def]
    """(text, first column, column behind the last): a cell merged over columns comes once."""
    cells = list(row.cells)
    index = 0
    while index < len(cells):
        end = index + 1
        while end < len(cells) and cells[end]._tc is cells[index]._tc:
            end += 1
        yield cells[index].text, index, end
        index = end


def _images(document: Document) -> list[Image.Image]:
    """Pictures in the document's body, as they were pasted."""
    found = []
    for relation in document.part.rels.values():
        if "image" in relation.reltype and not relation.is_external:
            try:
                found.append(Image.open(io.BytesIO(relation.target_part.blob)).convert("RGB"))
            except (OSError, ValueError):
                continue
    return found


def _wrapped(text: str, width: float, size: float) -> Iterator[str]:
    for paragraph in text.split("\n") or [""]:
        row = ""
        for character in paragraph:
            if row and _extent(row + character, size) > width:
                yield row
                row = ""
            row += character
        yield row


def _extent(text: str, size: float) -> float:
    """Points a text takes: Chinese characters a full square, others half."""
    return sum(size if ord(character) > 0x2E7F else size * 0.55 for character in text)


@lru_cache(maxsize=8)
def _font(pixels: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(sans_path()), pixels)

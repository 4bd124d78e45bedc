"""Word files: their text set on one long page, and every large picture pasted into them as a page of its own.

Word keeps no page breaks; the page drawn here is a plain rendering for reading and for showing places, not a facsimile.
"""

from __future__ import annotations

import hashlib
import zlib
from functools import lru_cache
from zipfile import BadZipFile

from docx.opc.exceptions import PackageNotFoundError
from docx.opc.part import PartFactory
from docx.package import Package
from docx.parts.document import DocumentPart

from dossier.errors import ReadingError
from dossier.model import StoredFile
from dossier.model.picture import Picture
from dossier.read import image
from dossier.read.docx_content import Block, Drawing, blocks_of, paragraphs_in
from dossier.read.docx_sheet import DPI, set_sheet

for _kind in (
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
):
    PartFactory.part_type_for[_kind] = DocumentPart
"""Files with macros and templates hold the same text; macros are never looked at."""
_BROKEN = (
    PackageNotFoundError,
    BadZipFile,
    zlib.error,
    SyntaxError,
    OSError,
    EOFError,
    RuntimeError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
)
"""What python-docx, lxml and zipfile raise over damaged, encrypted and foreign archives."""


def page_count(file: StoredFile) -> int:
    """The page of text, where there is any, and one for every scan. Raises ReadingError when it is damaged."""
    blocks = _open(str(file.path))
    return _has_text(blocks) + len(_scans(blocks)) or 1


def load_page(file: StoredFile, number: int, dpi: int) -> Picture:
    """The text with its lines as a trusted text layer, then the scans in order. `dpi` is not used."""
    blocks = _open(str(file.path))
    scans = _scans(blocks)
    index = number - 1 - _has_text(blocks)
    if scans and index >= 0:
        if index >= len(scans):
            raise ReadingError(f"第 {number} 页不存在", "请另存为 PDF 后重新上传。")
        return image.as_picture(scans[index].blob, file.name, number)
    sheet = set_sheet(blocks, scans)
    pixels = sheet.drawn()
    digest = hashlib.sha256(pixels.tobytes() + repr(sheet.lines).encode()).hexdigest()
    boxes = tuple(box for _, box in sheet.pictures)
    return Picture(file.name, number, pixels, DPI, digest, tuple(sheet.lines), boxes)


def _has_text(blocks: tuple[Block, ...]) -> bool:
    return any(paragraph.text.strip() for paragraph in paragraphs_in(blocks))


def _scans(blocks: tuple[Block, ...]) -> list[Drawing]:
    """Pictures that are pages, in order. Drawings without pixels (EMF, WMF) are none."""
    return [
        drawing
        for paragraph in paragraphs_in(blocks)
        for drawing in paragraph.drawings
        if image.may_hold_words(drawing.width, drawing.height) and image.can_be_opened(drawing.blob)
    ]


@lru_cache(maxsize=2)
def _open(path: str) -> tuple[Block, ...]:
    try:
        return tuple(blocks_of(Package.open(path).main_document_part.document))
    except _BROKEN as error:
        raise ReadingError("Word 文件已损坏，无法打开", "请另存为 PDF 后重新上传。") from error

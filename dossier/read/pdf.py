"""PDF pages: drawn by pymupdf, their text layer read by pdfplumber where it can be trusted."""

from __future__ import annotations

import hashlib
import math
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from dossier.errors import ReadingError
from dossier.model import Box, StoredFile
from dossier.model.picture import Picture
from dossier.read.filled import drawn, filled_in
from dossier.read.image import may_hold_words
from dossier.read.mupdf import pymupdf
from dossier.read.text_layer import is_seen, read_lines, trustworthy

pymupdf.TOOLS.mupdf_display_errors(False)
pymupdf.TOOLS.mupdf_display_warnings(False)

MEDIA_TYPE = "application/pdf"
BROKEN = (RuntimeError, ValueError, IndexError, pymupdf.mupdf.FzErrorBase)
LARGEST_SIDE = 4200
"""Pixels: an A3 sheet at 250 dpi. Larger pages are drawn at a lower resolution."""
PICTURE_SHARE = 0.12
"""Pictures that together take more of the page hold words of their own, as does one of the size of a card: the page is
read by OCR."""

_SCAN_SHARE = 0.5
"""Pictures over this share of the page are the scan of it, whole or in strips, and tell its resolution."""


def page_count(file: StoredFile) -> int:
    """Pages in the PDF. Raises ReadingError when it is encrypted, damaged or empty."""
    document = opened(str(file.path))
    try:
        return int(document.page_count)
    except BROKEN as error:
        raise _damaged() from error


def load_page(file: StoredFile, number: int, dpi: int) -> Picture:
    """Page `number` (from 1) drawn at `dpi`, turned as its /Rotate says, cropped to its crop box."""
    document = opened(str(file.path))
    try:
        page = document[number - 1]
        scale = min(dpi, LARGEST_SIDE * 72 / max(page.rect.width, page.rect.height, 1))
        resolution = max(int(scale), 36)
        image = _drawn(page, resolution)
        boxes, embedded = _pictures(page)
        filled = filled_in(page)
        invisible = any(span["type"] == 3 for span in page.get_texttrace())
        enlarged = _has_larger_units(page)
        if filled.fields:
            image = drawn(image, _drawn(page, resolution, annots=False), filled, resolution)
    except BROKEN as error:
        raise ReadingError(f"第 {number} 页已损坏，无法打开", "请重新生成该 PDF 后上传。") from error
    covered = sum(box.area for box in boxes) / max(page.rect.width * page.rect.height, 1.0)
    wordless = covered <= PICTURE_SHARE and not any(may_hold_words(box.width, box.height) for box in boxes)
    lines = None
    if wordless and not invisible and not filled.unknown and not enlarged:
        found = read_lines(str(file.path), number, filled.rows)
        lines = found if trustworthy(found) and all(is_seen(line.box, image, resolution) for line in found) else None
    digest = hashlib.sha256(np.ascontiguousarray(image).data)
    digest.update(repr(lines).encode())
    return Picture(file.name, number, image, float(resolution), digest.hexdigest(), lines, tuple(boxes), embedded)


def attached(file: StoredFile) -> tuple[str, ...]:
    """Names of the files set into the PDF, as a whole (portfolio) or at a place on a page. Raises ReadingError."""
    document = opened(str(file.path))
    names: list[str] = []
    try:
        for key in document.embfile_names():
            about = document.embfile_info(key)
            names.append(about.get("ufilename") or about.get("filename") or key)
        for page in document:
            marks = page.annots(types=[pymupdf.PDF_ANNOT_FILE_ATTACHMENT])
            names += [mark.file_info.get("filename") or "" for mark in marks]
    except BROKEN as error:
        raise _damaged() from error
    return tuple(dict.fromkeys(" ".join(_as_text(name).split()) for name in names if name))


def _as_text(name: str) -> str:
    """A name whose bytes the library took for Latin-1 though they are UTF-8 or GB 18030."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return name.encode("latin-1").decode(encoding)
        except UnicodeError:
            continue
    return name


def _drawn(page: pymupdf.Page, dpi: int, annots: bool = True) -> NDArray[np.uint8]:
    pixmap = page.get_pixmap(dpi=dpi, alpha=False, colorspace=pymupdf.csRGB, annots=annots)
    pixels = np.frombuffer(pixmap.samples_mv, np.uint8).reshape(pixmap.height, pixmap.width, 3)
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR), dtype=np.uint8)


@lru_cache(maxsize=2)
def opened(path: str) -> pymupdf.Document:
    """The PDF, kept open for its next page. Raises ReadingError when it is encrypted, damaged or has no fixed pages."""
    try:
        document = pymupdf.open(path, filetype="pdf")
    except BROKEN as error:
        raise _damaged() from error
    if document.needs_pass:
        raise ReadingError("PDF 文件已加密，需要密码才能打开", "请去掉密码后重新上传。")
    if _is_laid_out_by_the_viewer(document):
        raise ReadingError(
            "PDF 是动态表单（XFA），内容只在 Adobe 阅读器中显示", "请用 Adobe 阅读器打开，打印为 PDF 后上传。"
        )
    return document


def _is_laid_out_by_the_viewer(document: pymupdf.Document) -> bool:
    """Forms whose pages Adobe's reader makes up from XML; all they hold for others is a request to wait."""
    try:
        return bool(document.xref_get_key(document.pdf_catalog(), "NeedsRendering")[1] == "true")
    except BROKEN:
        return False


def _damaged() -> ReadingError:
    return ReadingError("PDF 文件已损坏，无法打开", "请重新生成或扫描该文件后上传。")


def _has_larger_units(page: pymupdf.Page) -> bool:
    """Whether a unit of the page is more than a point (/UserUnit): pdfplumber's boxes do not know of it."""
    known = 0 < page.xref < page.parent.xref_length()
    return known and bool(page.parent.xref_get_key(page.xref, "UserUnit")[0] != "null")


def _pictures(page: pymupdf.Page) -> tuple[list[Box], float | None]:
    """Boxes of raster images on the page; the resolution of the scan that fills it, in dots per inch."""
    found: list[Box] = []
    dots, covered, frame = 0.0, 0.0, page.rect
    for info in page.get_image_info():
        whole = pymupdf.Rect(info["bbox"])
        rect = whole & frame
        if rect.is_empty:
            continue
        box = Box(*rect)
        found.append(box)
        covered += box.area
        dots += box.area * info["width"] * info["height"] / max(whole.width * whole.height, 1.0)
    if covered <= _SCAN_SHARE * frame.width * frame.height:
        return found, None
    return found, 72 * math.sqrt(dots / covered)

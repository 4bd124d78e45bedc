"""PDF pages: drawn by pymupdf, their text layer read by pdfplumber where it can be trusted."""

from __future__ import annotations

import hashlib
from functools import lru_cache

import numpy as np
import pymupdf
from numpy.typing import NDArray

from dossier.errors import ReadingError
from dossier.model import Box, StoredFile
from dossier.model.picture import Picture
from dossier.read.text_layer import read_lines, trustworthy

pymupdf.TOOLS.mupdf_display_errors(False)
pymupdf.TOOLS.mupdf_display_warnings(False)

_BROKEN = (RuntimeError, ValueError, IndexError, pymupdf.mupdf.FzErrorBase)
_LARGEST_SIDE = 4200
"""Pixels: an A3 sheet at 250 dpi. Larger pages are drawn at a lower resolution."""
_PICTURE_SHARE = 0.12
"""Pictures over this share of the page hold words of their own: the page is read by OCR."""

_LEAST_DIFFERENCE = 40
"""Levels of grey or colour by which print that is seen differs from its ground."""

_SCAN_SHARE = 0.5
"""A picture over this share of the page is the scan of it, and tells its resolution."""


def page_count(file: StoredFile) -> int:
    """Pages in the PDF. Raises ReadingError when it is encrypted, damaged or empty."""
    document = _open(str(file.path))
    try:
        return int(document.page_count)
    except _BROKEN as error:
        raise _damaged() from error


def load_page(file: StoredFile, number: int, dpi: int) -> Picture:
    """Page `number` (from 1) drawn at `dpi`, turned as its /Rotate says, cropped to its crop box."""
    document = _open(str(file.path))
    try:
        page = document[number - 1]
        scale = min(dpi, _LARGEST_SIDE * 72 / max(page.rect.width, page.rect.height, 1))
        resolution = max(int(scale), 36)
        pixmap = page.get_pixmap(dpi=resolution, alpha=False, colorspace=pymupdf.csRGB)
        boxes, embedded = _pictures(page)
        overlaid = _has_words_on_top(page)
        invisible = any(span["type"] == 3 for span in page.get_texttrace())
        enlarged = _has_larger_units(page)
    except _BROKEN as error:
        raise ReadingError(f"第 {number} 页已损坏，无法打开", "请重新生成该 PDF 后上传。") from error
    image = np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.width, 3)[:, :, ::-1].copy()
    covered = sum(box.area for box in boxes) / max(page.rect.width * page.rect.height, 1.0)
    lines = None
    if not invisible and not overlaid and not enlarged and covered <= _PICTURE_SHARE:
        found = read_lines(str(file.path), number)
        lines = found if trustworthy(found) and all(_is_seen(line.box, image, resolution) for line in found) else None
    digest = hashlib.sha256(image.tobytes() + repr(lines).encode()).hexdigest()
    return Picture(file.name, number, image, float(resolution), digest, lines, tuple(boxes), embedded)


@lru_cache(maxsize=2)
def _open(path: str) -> pymupdf.Document:
    try:
        document = pymupdf.open(path, filetype="pdf")
    except _BROKEN as error:
        raise _damaged() from error
    if document.needs_pass:
        raise ReadingError("PDF 文件已加密，需要密码才能打开", "请去掉密码后重新上传。")
    return document


def _damaged() -> ReadingError:
    return ReadingError("PDF 文件已损坏，无法打开", "请重新生成或扫描该文件后上传。")


def _has_larger_units(page: pymupdf.Page) -> bool:
    """Whether a unit of the page is more than a point (/UserUnit): pdfplumber's boxes do not know of it."""
    known = 0 < page.xref < page.parent.xref_length()
    return known and bool(page.parent.xref_get_key(page.xref, "UserUnit")[0] != "null")


def _has_words_on_top(page: pymupdf.Page) -> bool:
    """Filled-in form fields and typed remarks are drawn on the page but are no part of its text layer."""
    filled = (
        field.field_value not in (None, "", "Off", False)
        for field in page.widgets()
        if field.field_type != pymupdf.PDF_WIDGET_TYPE_SIGNATURE
    )
    return any(filled) or any(page.annots(types=[pymupdf.PDF_ANNOT_FREE_TEXT]))


def _is_seen(box: Box, image: NDArray[np.uint8], dpi: int) -> bool:
    """Whether a line of the text layer can be seen: white print, or print below a patch, leaves its place plain."""
    x0, y0, x1, y1 = (max(0, round(edge)) for edge in box.scaled(dpi / 72))
    part = image[y0 : max(y1, y0 + 1), x0 : max(x1, x0 + 1)]
    return part.size > 0 and int(part.max()) - int(part.min()) > _LEAST_DIFFERENCE


def _pictures(page: pymupdf.Page) -> tuple[list[Box], float | None]:
    """Boxes of raster images on the page; the resolution of the scan that fills it, in dots per inch."""
    found: list[Box] = []
    best, resolution = 0.0, None
    frame = page.rect
    for info in page.get_image_info():
        rect = pymupdf.Rect(info["bbox"]) & frame
        if rect.is_empty:
            continue
        box = Box(*rect)
        found.append(box)
        if box.area > max(best, _SCAN_SHARE * frame.width * frame.height):
            best = box.area
            whole = pymupdf.Rect(info["bbox"])
            resolution = max(info["width"], info["height"]) * 72 / max(whole.width, whole.height, 1)
    return found, resolution

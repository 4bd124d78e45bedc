"""PDF pages: drawn by pymupdf, their text layer read by pdfplumber where it can be trusted."""

from __future__ import annotations

import hashlib
from functools import lru_cache

import numpy as np
import pymupdf

from dossier.errors import ReadingError
from dossier.model import Box, StoredFile
from dossier.model.picture import Picture
from dossier.read.text_layer import read_lines, trustworthy

pymupdf.TOOLS.mupdf_display_errors(False)
pymupdf.TOOLS.mupdf_display_warnings(False)

_LARGEST_SIDE = 4200
"""Pixels: an A3 sheet at 250 dpi. Larger pages are drawn at a lower resolution."""
_PICTURE_SHARE = 0.12
"""Pictures over this share of the page hold words of their own: the page is read by OCR."""

_SCAN_SHARE = 0.5
"""A picture over this share of the page is the scan of it, and tells its resolution."""


def page_count(file: StoredFile) -> int:
    """Pages in the PDF. Raises ReadingError when it is encrypted, damaged or empty."""
    return int(_open(str(file.path)).page_count)


def load_page(file: StoredFile, number: int, dpi: int) -> Picture:
    """Page `number` (from 1) drawn at `dpi`, turned as its /Rotate says, cropped to its crop box."""
    document = _open(str(file.path))
    try:
        page = document[number - 1]
        scale = min(dpi, _LARGEST_SIDE * 72 / max(page.rect.width, page.rect.height, 1))
        pixmap = page.get_pixmap(dpi=max(int(scale), 36), alpha=False, colorspace=pymupdf.csRGB)
        boxes, embedded = _pictures(page)
        invisible = any(span["type"] == 3 for span in page.get_texttrace())
    except (RuntimeError, ValueError, IndexError) as error:
        raise ReadingError(f"第 {number} 页已损坏，无法打开", "请重新生成该 PDF 后上传。") from error
    image = np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.width, 3)[:, :, ::-1].copy()
    covered = sum(box.area for box in boxes) / max(page.rect.width * page.rect.height, 1.0)
    lines = None
    if not invisible and covered <= _PICTURE_SHARE:
        found = read_lines(str(file.path), number)
        lines = found if trustworthy(found) else None
    digest = hashlib.sha256(image.tobytes() + repr(lines).encode()).hexdigest()
    return Picture(file.name, number, image, float(max(int(scale), 36)), digest, lines, tuple(boxes), embedded)


@lru_cache(maxsize=2)
def _open(path: str) -> pymupdf.Document:
    try:
        document = pymupdf.open(path, filetype="pdf")
    except (pymupdf.FileDataError, pymupdf.EmptyFileError, ValueError) as error:
        raise ReadingError("PDF 文件已损坏，无法打开", "请重新生成或扫描该文件后上传。") from error
    if document.needs_pass:
        raise ReadingError("PDF 文件已加密，需要密码才能打开", "请去掉密码后重新上传。")
    return document


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

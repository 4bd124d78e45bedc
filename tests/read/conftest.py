"""Files of every kind made on the spot: PDFs by pymupdf, pictures by Pillow, Word files by python-docx."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pymupdf
import pytest
from PIL import Image, ImageDraw, ImageFont
from pylopdf_fonts_zh_cn import sans_path

from dossier.errors import ReadingError
from dossier.model import Box, StoredFile
from dossier.model.picture import Picture
from dossier.read import load_page, page_count

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ROWS = ("山西晋原勘察设计有限公司", "关于张三同志申报高级工程师的公示", "公示时间：2025年8月4日至2025年8月8日")


@pytest.fixture
def stored(tmp_path: Path) -> Callable[..., StoredFile]:
    """Bytes → a file of the dossier."""

    def keep(content: bytes, media_type: str = PDF, name: str = "样例.pdf") -> StoredFile:
        digest = hashlib.sha256(content).hexdigest()
        path = tmp_path / digest
        path.write_bytes(content)
        return StoredFile(name, path, digest, len(content), media_type)

    return keep


def written(
    page: pymupdf.Page, rows: tuple[str, ...] = ROWS, top: float = 120, left: float = 80, **how: object
) -> None:
    """Rows of 14-point print on a PDF page."""
    for number, row in enumerate(rows):
        page.insert_text((left, top + 40 * number), row, fontname="china-s", fontsize=14, **how)


def one_page(**how: object) -> pymupdf.Document:
    document = pymupdf.open()
    written(document.new_page(width=595, height=842), **how)
    return document


def photograph(width: int = 1240, height: int = 1754, text: str = "毕业证书") -> Image.Image:
    """A picture of a sheet with a word on it, upper left."""
    image = Image.new("RGB", (width, height), "white")
    size = min(width, height) // 10
    ImageDraw.Draw(image).text(
        (width // 10, height // 10), text, fill="black", font=ImageFont.truetype(str(sans_path()), size)
    )
    return image


def as_bytes(image: Image.Image, form: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()


def read_or_refused(file: StoredFile) -> bool:
    """Whether the last page of a file is read, or refused with advice. Any other error is raised."""
    try:
        return load_page(file, page_count(file), 36).image.size > 0
    except ReadingError as error:
        return bool(error.hint)


def ink(picture: Picture, box: Box) -> float:
    """The share of dark pixels under a box, 0 to 1."""
    part = cut(picture, box)
    return float((part.min(axis=2) < 128).mean()) if part.size else 0.0


def cut(picture: Picture, box: Box) -> np.ndarray:
    x0, y0, x1, y1 = (max(0, round(v * picture.dpi / 72)) for v in box)
    return picture.image[y0:y1, x0:x1]

"""What the publicity photos of a dossier look like, in 256 bits each: by these, dossiers are compared (XDS-04)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from dossier.config import Settings
from dossier.model import Box, Bundle, Page, Record
from dossier.pipeline.views import upright_pages

_SIDE, _KEPT = 64, 16
"""Pixels to which a picture is made smaller; waves kept of each direction, the slowest first."""
_SMALLEST = 0.06
"""Share of the page from which a picture set into it is the photo; else the page itself is."""
_BLACK, _WHITE = 16, 236
"""Grey levels beyond which a pixel may be a margin: the bars of a screen shot, the sheet a photo is set into."""
_SHOWN = 0.02
"""Share of a row or column that must lie between them to be part of the photo."""
_FLAT = 4.0
"""Standard deviation of grey levels below which there is nothing to compare."""


def with_picture_hashes(record: Record, pages: Iterable[Page], bundle: Bundle, settings: Settings) -> Record:
    """The record with `picture_hash` on every page of a publicity photo that can be drawn."""
    shown = {ref for document in record.of_kind("publicity_photo") for ref in document.pages}
    if not shown:
        return record
    boxes = {(page.file, page.number): page.pictures for page in pages}
    upright = upright_pages(bundle, record, settings)

    def hash_of(file: str, number: int) -> str:
        loaded = upright(file, number)
        return "" if loaded is None else picture_hash(_photo(*loaded, boxes.get((file, number), ())))

    return replace(
        record,
        pages=tuple(
            replace(page, picture_hash=hash_of(page.file, page.page)) if (page.file, page.page) in shown else page
            for page in record.pages
        ),
    )


def picture_hash(image: NDArray[np.uint8]) -> str:
    """A perceptual hash, hex: other sizes, file formats and small cuts change few of its bits. Empty for plain ones."""
    grey = _without_border(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY).astype(np.uint8))
    if grey.std() < _FLAT:
        return ""
    small = cv2.resize(grey, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA).astype(np.float32)
    waves = cv2.dct(small)[:_KEPT, :_KEPT].flatten()
    bits = waves > np.median(waves[1:])
    return np.packbits(bits).tobytes().hex()


def _photo(image: NDArray[np.uint8], dpi: float, boxes: Iterable[Box]) -> NDArray[np.uint8]:
    """The largest picture set into the page, or the page where it is one itself."""
    height, width = image.shape[:2]
    largest = max((box.scaled(dpi / 72) for box in boxes), key=lambda box: box.area, default=None)
    if largest is None or largest.area < _SMALLEST * width * height:
        return image
    left, top = max(0, round(largest.x0)), max(0, round(largest.y0))
    cut = image[top : round(largest.y1), left : round(largest.x1)]
    return cut if cut.size else image


def _without_border(grey: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Without white and black margins, which differ where a photo is set into a page or shown on a screen."""
    shown = (grey > _BLACK) & (grey < _WHITE)
    rows, columns = (np.flatnonzero(shown.mean(axis=axis) > _SHOWN) for axis in (1, 0))
    if not rows.size or not columns.size:
        return grey
    return grey[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]

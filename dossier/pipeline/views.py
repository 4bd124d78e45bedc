"""Pictures of places on pages, for the person who decides."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from dossier.config import Settings
from dossier.errors import ReadingError
from dossier.model import Box, Bundle, Record
from dossier.read import load_page

_MARGIN = 26.0
"""Points of surroundings shown around a place."""
_FRAME = (40, 40, 200)
"""Colour of the frame around the place itself, blue-green-red."""
_WIDEST = 900
"""Pixels of a crop's longer side."""
_QUARTER_TURNS = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}


Upright = Callable[[str, int], tuple[NDArray[np.uint8], float] | None]
"""(file, page) → the page's picture as it is read, and its dots per inch; None where it cannot be drawn."""


def upright_pages(bundle: Bundle, record: Record, settings: Settings) -> Upright:
    """A function that draws the pages of the record upright; it remembers the last few."""
    files = {file.name: file for file in bundle.files}
    turns = {(page.file, page.page): page.orientation for page in record.pages}

    @lru_cache(maxsize=4)
    def upright(file: str, page: int) -> tuple[NDArray[np.uint8], float] | None:
        if file not in files or (file, page) not in turns:
            return None
        try:
            picture = load_page(files[file], page, settings.render_dpi)
        except ReadingError:
            return None
        turn = _QUARTER_TURNS.get(turns[file, page])
        image = picture.image if turn is None else cv2.rotate(picture.image, turn)
        return np.asarray(image, dtype=np.uint8), picture.dpi

    return upright


def page_picture(bundle: Bundle, record: Record, settings: Settings) -> Callable[[str, int, Box | None], bytes | None]:
    """A function from (file, page, box) to a PNG; the whole page without a box, None where there is no picture."""
    upright = upright_pages(bundle, record, settings)

    def crop(file: str, page: int, box: Box | None) -> bytes | None:
        loaded = upright(file, page)
        if loaded is None:
            return None
        image, dpi = loaded
        if box is not None:
            image = _framed(image, box.grown(2).scaled(dpi / 72), box.grown(_MARGIN).scaled(dpi / 72))
        return _png(image) if image.size else None

    return crop


def _framed(image: NDArray[np.uint8], frame: Box, shown: Box) -> NDArray[np.uint8]:
    """The part of the picture that is shown, with a frame drawn in it; boxes in pixels of the picture."""
    height, width = image.shape[:2]
    left, right = max(0, int(shown.x0)), min(width, int(shown.x1) + 1)
    top, bottom = max(0, int(shown.y0)), min(height, int(shown.y1) + 1)
    part = image[top:bottom, left:right].copy()
    if part.size:
        corners = [round(v) for v in frame]
        first, last = (corners[0] - left, corners[1] - top), (corners[2] - left, corners[3] - top)
        cv2.rectangle(part, first, last, _FRAME, 2, cv2.LINE_AA)
    return part


def _png(image: NDArray[np.uint8]) -> bytes | None:
    scale = _WIDEST / max(image.shape[:2])
    if scale < 1:
        image = np.asarray(cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    done, data = cv2.imencode(".png", image)
    return data.tobytes() if done else None

"""Image files, one page for each frame (multi-page TIFF)."""

from __future__ import annotations

import hashlib
import io
from typing import Any

import cv2
import numpy as np
import pillow_heif
from PIL import Image, ImageOps, UnidentifiedImageError

from dossier.errors import ReadingError
from dossier.model import StoredFile
from dossier.model.picture import Picture

Image.MAX_IMAGE_PIXELS = 400_000_000
pillow_heif.register_heif_opener(thumbnails=False)
"""The photos of telephones, HEIC. The library turns them upright itself and clears their EXIF orientation."""
_A4_LONG_SIDE = 841.9
"""Points. A picture that does not state a believable resolution is taken to show a sheet of this length."""
_MAX_SIDE = 3600
"""Pixels. Phone photos beyond this gain nothing for reading."""
_BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    RuntimeError,
    EOFError,
    Image.DecompressionBombError,
    UnidentifiedImageError,
)


_WORDS_SIDES = (190.0, 130.0)
"""Points, longer and shorter side. A side of an identity card has 243 × 153; signatures, seals and portraits are
smaller."""


def may_hold_words(width: float, height: float) -> bool:
    """Whether a picture shown at this size (points) may be a scan of a card or a sheet."""
    return max(width, height) >= _WORDS_SIDES[0] and min(width, height) >= _WORDS_SIDES[1]


def page_count(file: StoredFile) -> int:
    """Frames of a TIFF, 1 for other images: what phones add (previews, depth) and animations are no pages.

    Raises ReadingError when it is no image that can be opened.
    """
    try:
        with Image.open(file.path) as image:
            return int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1
    except _BROKEN as error:
        raise _unreadable(error) from error


def load_page(file: StoredFile, number: int, dpi: int) -> Picture:
    """Frame `number` (from 1), turned as its EXIF data says. `dpi` is not used: pixels are taken as they are."""
    try:
        with Image.open(file.path) as image:
            image.seek(number - 1)
            return _picture(image, file.name, number)
    except _BROKEN as error:
        raise _unreadable(error) from error


def as_picture(content: bytes, file: str, number: int) -> Picture:
    """A picture that is set into another file, as page `number` of that file. Raises ReadingError."""
    try:
        with Image.open(io.BytesIO(content)) as image:
            return _picture(image, file, number)
    except _BROKEN as error:
        raise _unreadable(error) from error


def can_be_opened(content: bytes) -> bool:
    """Whether these bytes are a picture of pixels. Those of a damaged one are found out when it is loaded."""
    try:
        with Image.open(io.BytesIO(content)):
            return True
    except _BROKEN:
        return False


def _picture(image: Image.Image, file: str, number: int) -> Picture:
    stated = image.info.get("dpi")
    upright = ImageOps.exif_transpose(image)
    flat = _on_white(upright)
    flat.thumbnail((_MAX_SIDE, _MAX_SIDE), Image.Resampling.LANCZOS)
    pixels = np.asarray(cv2.cvtColor(np.asarray(flat), cv2.COLOR_RGB2BGR), dtype=np.uint8)
    scale = _believable(stated, upright.size) * max(flat.size) / max(upright.size)
    return Picture(file, number, pixels, scale, hashlib.sha256(pixels.data).hexdigest(), embedded_dpi=scale)


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        rgba = image.convert("RGBA")
        paper = Image.new("RGBA", rgba.size, "white")
        return Image.alpha_composite(paper, rgba).convert("RGB")
    if image.mode.startswith(("I", "F")):
        grey = np.asarray(image, dtype=np.float64)
        top = max(float(grey.max()), 1.0)
        return Image.fromarray((grey * (255 / top)).astype(np.uint8)).convert("RGB")
    return image.convert("RGB")


def _believable(stated: Any, size: tuple[int, int]) -> float:
    """The stated resolution where it gives a sheet between A6 and A2, else that of an A4 sheet filling the frame."""
    long_side = max(size)
    try:
        value = float(stated[0])
    except (TypeError, ValueError, IndexError):
        value = 0.0
    if value > 0 and 400 <= long_side * 72 / value <= 1700:
        return value
    return long_side * 72 / _A4_LONG_SIDE


def _unreadable(error: Exception) -> ReadingError:
    if isinstance(error, Image.DecompressionBombError):
        return ReadingError("图片像素过多，无法打开", "请以 200 至 300 dpi 重新扫描，或缩小后上传。")
    return ReadingError("图片文件已损坏，无法打开", "请重新扫描或拍照后上传。")

"""Image files, one page for each frame (multi-page TIFF)."""

from __future__ import annotations

import hashlib
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from dossier.errors import ReadingError
from dossier.model import StoredFile
from dossier.model.picture import Picture

Image.MAX_IMAGE_PIXELS = 400_000_000
_A4_LONG_SIDE = 841.9
"""Points. A picture that does not state a believable resolution is taken to show a sheet of this length."""
_MAX_SIDE = 3600
"""Pixels. Phone photos beyond this gain nothing for reading."""
_BROKEN = (OSError, SyntaxError, ValueError, Image.DecompressionBombError, UnidentifiedImageError)


def page_count(file: StoredFile) -> int:
    """Frames in the image. Raises ReadingError when it cannot be decoded."""
    try:
        with Image.open(file.path) as image:
            return int(getattr(image, "n_frames", 1))
    except _BROKEN as error:
        raise _unreadable() from error


def load_page(file: StoredFile, number: int, dpi: int) -> Picture:
    """Frame `number` (from 1), turned as its EXIF data says. `dpi` is not used: pixels are taken as they are."""
    try:
        with Image.open(file.path) as image:
            image.seek(number - 1)
            stated = image.info.get("dpi")
            upright = ImageOps.exif_transpose(image)
            flat = _on_white(upright)
    except (*_BROKEN, EOFError) as error:
        raise _unreadable() from error
    flat.thumbnail((_MAX_SIDE, _MAX_SIDE), Image.Resampling.LANCZOS)
    pixels: NDArray[np.uint8] = np.asarray(flat)[:, :, ::-1].copy()
    scale = _believable(stated, upright.size) * max(flat.size) / max(upright.size)
    return Picture(file.name, number, pixels, scale, hashlib.sha256(pixels.tobytes()).hexdigest(), embedded_dpi=scale)


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        rgba = image.convert("RGBA")
        paper = Image.new("RGBA", rgba.size, "white")
        return Image.alpha_composite(paper, rgba).convert("RGB")
    if image.mode in ("I;16", "I", "F"):
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


def _unreadable() -> ReadingError:
    return ReadingError("图片文件已损坏，无法打开", "请重新扫描或拍照后上传。")

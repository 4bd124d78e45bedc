"""Rows of text as they are set on a page: where they break, how wide they are, the typeface."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from PIL import ImageFont
from pylopdf_fonts_zh_cn import sans_path


def wrapped(text: str, width: float, size: float) -> Iterator[str]:
    """The rows of a text between margins `width` apart, in print of `size`; both in points."""
    for paragraph in text.split("\n"):
        row = ""
        for character in paragraph:
            if row and extent(row + character, size) > width:
                yield row
                row = ""
            row += character
        yield row


def extent(text: str, size: float) -> float:
    """Points a text takes: Chinese characters a full square, others half."""
    return sum(size if ord(character) > 0x2E7F or character in "☑□" else size * 0.55 for character in text)


@lru_cache(maxsize=16)
def font(pixels: int) -> ImageFont.FreeTypeFont:
    """The typeface at a height in pixels."""
    return ImageFont.truetype(str(sans_path()), max(1, pixels))

"""The fonts the samples are drawn with. They come with the installation; system fonts are never asked."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

import typst
from PIL import ImageFont
from pylopdf_fonts_zh_cn import sans_path, serif_path

from dossier.errors import SetupError

_WEIGHTS_FILE = "NotoSansCJK-VF.otf.ttc"
_SIMPLIFIED = 2
"""Index of the simplified Chinese face in the collection."""


def _variable_sans() -> Path:
    path = Path(str(files("manimgx_fonts_cjk"))) / _WEIGHTS_FILE
    if not path.is_file():
        raise SetupError(f"缺少字体文件{_WEIGHTS_FILE}", "请重新安装 manimgx-fonts-cjk")
    return path


@cache
def typesetting_fonts() -> typst.Fonts:
    """The font book for typst: Noto Sans SC, Noto Serif SC, Noto Sans CJK SC in all weights."""
    folders = [Path(sans_path()).parent, _variable_sans().parent]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


@cache
def serif(pixels: int) -> ImageFont.FreeTypeFont:
    """Song-like face, as cut into seals."""
    return ImageFont.truetype(str(serif_path()), pixels)


@cache
def thin(pixels: int, weight: int = 150) -> ImageFont.FreeTypeFont:
    """A face of thin even strokes, the skeleton of the handwriting. `weight` runs from 100 to 900."""
    font = ImageFont.truetype(str(_variable_sans()), pixels, index=_SIMPLIFIED)
    font.set_variation_by_axes([weight])
    return font

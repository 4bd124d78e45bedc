"""Typefaces by the part they play in Chinese paperwork: the packaged Noto faces, and more where a folder has them."""

from functools import lru_cache
from pathlib import Path

import manimgx_fonts_cjk
import numpy as np
import pylopdf_fonts_zh_cn
from PIL import ImageFont

Font = ImageFont.FreeTypeFont
NOTO = Path(pylopdf_fonts_zh_cn.__file__).parent
VARIABLE = Path(manimgx_fonts_cjk.__file__).parent / "NotoSansCJK-VF.otf.ttc"
SIMPLIFIED = 2  # the face in the collection that draws mainland glyphs

# Part -> (file, weight); a weight of 0 is a face without axes. Files without a folder come with the packages.
PACKAGED = {
    "seal": ((NOTO / "NotoSerifSC-Regular.otf", 0), (VARIABLE, 450), (VARIABLE, 700)),
    "pen": ((VARIABLE, 100), (NOTO / "NotoSerifSC-Regular.otf", 0)),
    "camera": ((VARIABLE, 500), (VARIABLE, 800)),
}
OPTIONAL = {
    "seal": ("gbsn00lp.ttf", "FandolSong-Bold.otf", "FandolFang-Regular.otf", "wqy-zenhei.ttc", "gkai00mp.ttf"),
    "pen": ("LXGWWenKai-Light.ttf", "gkai00mp.ttf", "FandolKai-Regular.otf", "LXGWWenKai-Regular.ttf"),
    "camera": ("wqy-microhei.ttc",),
}


@lru_cache(maxsize=64)
def load(path: Path, size: int, weight: int = 0) -> Font:
    """The face in `path` at `size` pixels; `weight` (100-900) for the variable face only."""
    font = ImageFont.truetype(str(path), size, index=SIMPLIFIED if path == VARIABLE else 0)
    if weight:
        font.set_variation_by_axes([weight])
    return font


@lru_cache(maxsize=4096)
def _bitmap(path: Path, weight: int, char: str) -> bytes:
    return bytes(load(path, 24, weight).getmask(char))


def covers(path: Path, text: str, weight: int = 0) -> bool:
    """Whether the face has a glyph of its own for every letter of `text`."""
    missing = _bitmap(path, weight, "\U0010fffe")
    return all(_bitmap(path, weight, char) != missing for char in text if not char.isspace())


@lru_cache(maxsize=32)
def _installed(part: str, folder: Path | None) -> tuple[tuple[Path, int], ...]:
    found = [next(folder.rglob(name), None) for name in OPTIONAL[part]] if folder else []
    return tuple((path, 0) for path in found if path) + PACKAGED[part]


def choose(part: str, text: str, size: int, chance: np.random.Generator, folder: Path | None = None) -> Font:
    """A face for `part` (seal, pen, camera) that can write `text`; the generator picks among those there are."""
    able = [(path, weight) for path, weight in _installed(part, folder) if covers(path, text, weight)]
    path, weight = able[int(chance.integers(len(able)))] if able else PACKAGED[part][0]
    return load(path, size, weight)

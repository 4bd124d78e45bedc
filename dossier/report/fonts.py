"""The fonts of the printed sheet, and which characters they have.

Only fonts that come with Python packages are used, so a sheet looks the same on every machine. The Noto SC fonts set
the text; Noto Sans CJK steps in for rare characters of names (䶮, 𠮷) and gives the bold weights.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, BinaryIO

from dossier.errors import SetupError

_FONT_FILES = (
    ("pylopdf_fonts_zh_cn", "NotoSansSC-Regular.otf"),
    ("pylopdf_fonts_zh_cn", "NotoSerifSC-Regular.otf"),
    ("manimgx_fonts_cjk", "NotoSansCJK-VF.otf.ttc"),
)
DRAWN = frozenset("☑☐☒")
"""Characters that no font here has and that the template draws itself."""
_INVISIBLE = frozenset({"Cc", "Cf", "Mn", "Me", "Zl", "Zp"})


def font_files() -> tuple[Path, ...]:
    """The paths of all fonts; SetupError when a font package is missing."""
    try:
        paths = tuple(Path(str(files(package) / name)) for package, name in _FONT_FILES)
    except ModuleNotFoundError as error:
        raise SetupError(f"缺少字体包：{error.name}", "重新安装 dossier 及其依赖") from error
    missing = [path.name for path in paths if not path.is_file()]
    if missing:
        raise SetupError(f"缺少字体文件：{'、'.join(missing)}", "重新安装 dossier 及其依赖")
    return paths


def printable(text: str) -> str:
    """The text with only characters that will print: never an empty box in place of a name.

    A character that no font has is shown by its code, [U+E000]; line breaks become blanks and invisible characters
    (controls, variation selectors) are dropped. A letter with a separate accent is composed first.
    """
    return "".join(_shown(character) for character in unicodedata.normalize("NFC", text))


def _shown(character: str) -> str:
    if character in "\t\r\n\v\f\u2028\u2029\u00a0":
        return " "
    if character in DRAWN or (unicodedata.category(character) not in _INVISIBLE and ord(character) in covered()):
        return character
    return "" if unicodedata.category(character) in _INVISIBLE else f"[U+{ord(character):04X}]"


@lru_cache(maxsize=1)
def covered() -> frozenset[int]:
    """All code points that at least one font has a glyph for."""
    return frozenset(code for path in font_files() for code in code_points(path))


def code_points(path: Path) -> Iterator[int]:
    """The code points an OpenType font (of a collection: its first) maps to a glyph; ISO/IEC 14496-22, cmap."""
    with path.open("rb") as font:
        start = 0
        if font.read(4) == b"ttcf":
            start = _unpack(font, 12, ">I")[0]
        tables = _unpack(font, start + 4, ">H")[0]
        records = (_unpack(font, start + 12 + 16 * i, ">4sIII") for i in range(tables))
        cmap = next(offset for tag, _, offset, _ in records if tag == b"cmap")
        count = _unpack(font, cmap + 2, ">H")[0]
        offsets = {cmap + _unpack(font, cmap + 4 + 8 * i, ">HHI")[2] for i in range(count)}
        for offset in sorted(offsets):
            if _unpack(font, offset, ">H")[0] == 12:
                yield from _segmented_coverage(font, offset)


def _segmented_coverage(font: BinaryIO, offset: int) -> Iterator[int]:
    """The code points of a cmap subtable of format 12, the one every font with characters beyond U+FFFF has."""
    groups = _unpack(font, offset + 12, ">I")[0]
    data = _unpack(font, offset + 16, f">{3 * groups}I")
    for first, last, glyph in zip(data[::3], data[1::3], data[2::3], strict=True):
        yield from (code for code in range(first, last + 1) if glyph + code - first != 0)


def _unpack(font: BinaryIO, offset: int, layout: str) -> tuple[Any, ...]:
    font.seek(offset)
    return struct.unpack(layout, font.read(struct.calcsize(layout)))

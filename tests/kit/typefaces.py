"""The families pages are set in, by their part in Chinese paperwork; a folder may hold more than the packaged ones."""

from functools import cache
from pathlib import Path

import typst

from tests.kit.faces import NOTO, VARIABLE

PACKAGED = {
    "song": "Noto Serif SC",
    "hei": "Noto Sans SC",
    "bold": "Noto Sans CJK SC",
    "kai": "Noto Serif SC",
    "fang": "Noto Serif SC",
}
OPTIONAL = {
    "song": ("AR PL SungtiL GB",),
    "hei": ("WenQuanYi Zen Hei", "WenQuanYi Micro Hei"),
    "kai": ("LXGW WenKai", "AR PL KaitiM GB"),
    "fang": ("LXGW WenKai",),
}


@cache
def book(folder: Path | None) -> typst.Fonts:
    """The packaged faces and those of the folder; the system is not asked."""
    places = [NOTO, VARIABLE.parent, *([folder] if folder else [])]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=places)


@cache
def _families(folder: Path | None) -> frozenset[str]:
    return frozenset(book(folder).families())


def chosen(turn: int, folder: Path | None) -> dict[str, tuple[str, str]]:
    """Part → its family and the packaged one that has every letter. `turn` moves through what there is."""
    faces = {}
    for part, packaged in PACKAGED.items():
        there = [name for name in OPTIONAL.get(part, ()) if name in _families(folder)] or [packaged]
        if part in ("song", "hei"):
            there = [packaged, *there]
        faces[part] = (there[turn % len(there)], packaged)
    return faces

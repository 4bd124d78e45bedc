"""What a file holds besides its pages: electronic signatures, and other files set into it."""

from __future__ import annotations

import mmap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dossier.model import FileProblem, StoredFile
from dossier.read import pdf

_MATERIAL = ("pdf", "ofd", "doc", "docx", "wps", "jpg", "jpeg", "png", "tif", "tiff", "bmp", "heic", "zip", "rar", "7z")
"""Endings of names under which materials are kept. Others (XML of an electronic invoice) are data about the file."""


@dataclass(frozen=True)
class Notes:
    """`signatures` as `dossier.read.signed` states them."""

    signatures: tuple[Mapping[str, Any], ...] = ()
    problems: tuple[FileProblem, ...] = ()


def notes(file: StoredFile) -> Notes:
    """The notes on a file whose pages can be read. Raises ReadingError."""
    if file.media_type != pdf.MEDIA_TYPE:
        return Notes()
    return Notes(_signatures(file), tuple(_left_out(file, pdf.attached(file))))


def _signatures(file: StoredFile) -> tuple[Mapping[str, Any], ...]:
    with file.path.open("rb") as content, mmap.mmap(content.fileno(), 0, access=mmap.ACCESS_READ) as data:
        if data.find(b"/ByteRange") < 0:
            return ()
    from dossier.read.signed import signatures  # takes most of a second, and few files are signed

    return signatures(file)


def _left_out(file: StoredFile, names: tuple[str, ...]) -> Iterator[FileProblem]:
    materials = [name for name in names if name.rpartition(".")[2].casefold() in _MATERIAL]
    if materials:
        reason = f"文件内嵌了附件（{'、'.join(materials)}），附件没有读取"
        yield FileProblem("FIL-02", file.name, reason, "请将附件另存为单独的文件，与其他材料一并提交")

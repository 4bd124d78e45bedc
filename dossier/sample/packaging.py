"""The drawn dossier as an upload: scans in a ZIP, one merged scan, or a folder of born-digital PDFs."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from PIL import Image

from dossier.sample.typeset import SCAN_DPI

_QUALITY = 60
"""JPEG quality of office scans."""
_MOMENT = (2025, 8, 1, 9, 30, 0)
_PDF_TIME = time.struct_time((*_MOMENT, 4, 213, 0))


def jpeg(image: Image.Image, quality: int = _QUALITY) -> bytes:
    """The picture as a JPEG file at SCAN_DPI."""
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=quality, dpi=(SCAN_DPI, SCAN_DPI))
    return buffer.getvalue()


def scanned_pdf(images: Sequence[Image.Image]) -> bytes:
    """One PDF page a picture, without a text layer."""
    buffer = io.BytesIO()
    images[0].save(
        buffer,
        "PDF",
        save_all=True,
        append_images=images[1:],
        resolution=SCAN_DPI,
        quality=_QUALITY,
        creationDate=_PDF_TIME,
        modDate=_PDF_TIME,
    )
    return buffer.getvalue()


def write_folder(folder: Path, files: Sequence[tuple[str, bytes]]) -> None:
    """The files side by side in a new or existing folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files:
        (folder / name).write_bytes(content)


def write_zip(path: Path, files: Sequence[tuple[str, bytes]], encoding: Literal["utf-8", "gbk"]) -> None:
    """A ZIP with names in UTF-8 and the flag that says so, or in GBK without it, as Windows in China writes them.

    Python writes only ASCII and flagged UTF-8 names; so for GBK, stand-ins of the same length are written first.
    """
    buffer = io.BytesIO()
    stand_ins = {}
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for number, (name, content) in enumerate(files):
            if encoding == "gbk":
                raw = name.encode("gbk")
                stand_in = f"~{number:02}".ljust(len(raw), "~")
                stand_ins[stand_in.encode("ascii")] = raw
                name = stand_in
            archive.writestr(zipfile.ZipInfo(name, _MOMENT), content)
    content = buffer.getvalue()
    for stand_in_bytes, raw in stand_ins.items():
        content = content.replace(stand_in_bytes, raw)
    path.write_bytes(content)

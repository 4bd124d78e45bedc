"""Uploads made by hand: ZIP entries whose every byte can be chosen, and small files of every kind."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from dossier.intake import Limits, take_in
from dossier.model import Bundle


def _entry(
    name: bytes,
    data: bytes,
    *,
    flags: int = 0,
    extra: bytes = b"",
    mode: int = 0,
    method: int = zipfile.ZIP_DEFLATED,
    crc: int | None = None,
    size: int | None = None,
    attributes: int = 0,
    local_name: bytes | None = None,
    streamed: bool = False,
) -> tuple[bytes, bytes]:
    """The local part and the row of the table (its offset left open as 4 zero bytes) of one entry."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(data) + packer.flush() if method == zipfile.ZIP_DEFLATED else data
    crc = zlib.crc32(data) if crc is None else crc
    size = len(data) if size is None else size
    inner = name if local_name is None else local_name
    flags |= 0x8 if streamed else 0
    sums = struct.pack("<3L", crc, len(packed), size)
    stated = bytes(12) if streamed else sums
    local = struct.pack("<4s5H", b"PK\x03\x04", 20, flags, method, 0, 33) + stated
    local += struct.pack("<2H", len(inner), len(extra)) + inner + extra + packed
    local += b"PK\x07\x08" + sums if streamed else b""
    row = struct.pack("<4s6H", b"PK\x01\x02", 3 << 8 | 20, 20, flags, method, 0, 33) + sums
    row += struct.pack("<5HL", len(name), len(extra), 0, 0, 0, mode << 16 | attributes) + bytes(4) + name + extra
    return local, row


def _zip_bytes(*entries: tuple[bytes, bytes]) -> bytes:
    body = table = b""
    for local, row in entries:
        table += row[:42] + struct.pack("<L", len(body)) + row[46:]
        body += local
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, len(entries), len(entries), len(table), len(body), 0)
    return body + table + end


def _gbk_zip(files: dict[str, bytes]) -> bytes:
    """As Windows writes it in China: GBK names, no flag."""

    class RawName(zipfile.ZipInfo):
        def _encodeFilenameFlags(self) -> tuple[bytes, int]:
            return self.filename.encode("gbk"), self.flag_bits & ~0x800

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(RawName(name), data)
    return buffer.getvalue()


def _plain_zip(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _picture(kind: str, shade: int = 200) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8), (shade, shade, shade)).save(buffer, kind)
    return buffer.getvalue()


def _pdf(text: str = "") -> bytes:
    return b"%PDF-1.7\n% " + text.encode() + b"\n%%EOF\n"


@pytest.fixture(scope="session")
def entry() -> Callable[..., tuple[bytes, bytes]]:
    return _entry


@pytest.fixture(scope="session")
def zip_bytes() -> Callable[..., bytes]:
    return _zip_bytes


@pytest.fixture(scope="session")
def gbk_zip() -> Callable[[dict[str, bytes]], bytes]:
    return _gbk_zip


@pytest.fixture(scope="session")
def plain_zip() -> Callable[[dict[str, bytes]], bytes]:
    return _plain_zip


@pytest.fixture(scope="session")
def picture() -> Callable[..., bytes]:
    return _picture


@pytest.fixture(scope="session")
def pdf() -> Callable[..., bytes]:
    return _pdf


@pytest.fixture
def upload(tmp_path: Path) -> Callable[..., Bundle]:
    """Take in one upload of the given name and bytes."""

    def take(data: bytes, name: str = "申报材料.zip", limits: Limits = Limits()) -> Bundle:
        path = tmp_path / "upload" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        return take_in([path], tmp_path / "work", limits)

    return take

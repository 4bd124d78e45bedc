"""The table of contents of a ZIP file, read with bounds, as bytes; found again from its entries where it is damaged.

Python's `zipfile` refuses a whole archive for one name that is not valid UTF-8 and an entry whose two names differ,
and reads a table of any length into memory; uploads hold all three. The format is PKWARE APPNOTE 6.3.10.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from dossier.intake.archives import MOST_ENTRIES, Damaged

UTF8_FLAG = 0x800
ENCRYPTED_FLAGS = 0x1 | 0x40 | 0x2000
DESCRIPTOR_FLAG = 0x8

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_END64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")
_UNKNOWN = 0xFFFFFFFF
_SPLIT = "这是分卷压缩包的一部分，无法单独打开"


@dataclass(frozen=True)
class Entry:
    """One row of the table."""

    name: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int
    """Of its local header, bytes from the start of the file."""
    extra: bytes = b""
    mode: int = 0
    """Unix file mode; 0 when not stated."""
    folder: bool = False


@dataclass(frozen=True)
class Directory:
    """The table, and whether it had to be put together from the entries."""

    entries: tuple[Entry, ...]
    salvaged: bool = False


def read_directory(path: Path) -> Directory:
    """All entries of a ZIP file; raises Damaged when there is nothing to go by."""
    with path.open("rb") as file:
        if file.read(4) == b"PK\x07\x08":
            raise Damaged(_SPLIT)
        entries = _listed(file)
        if entries is not None:
            return Directory(tuple(entries))
        found = tuple(_bounded(_salvaged(file)))
    if not found:
        raise Damaged("压缩包已损坏或没有传完整，无法打开")
    return Directory(found, salvaged=True)


def ends_as_zip(path: Path) -> bool:
    """Whether a file has the end of a ZIP though perhaps not its start: the last volume of a split archive."""
    with path.open("rb") as file:
        return b"PK\x05\x06" in _tail(file)[0]


def _tail(file: BinaryIO) -> tuple[bytes, int]:
    """The bytes that may hold the end record, and the size of the file."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _END.size - 0xFFFF))
    return file.read(), size


def _listed(file: BinaryIO) -> list[Entry] | None:
    """The entries by the table at the end of the file; None when it is missing or broken."""
    tail, size = _tail(file)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END.size:
        return None
    _, disk, first_disk, _, count, length, start, _ = _END.unpack_from(tail, at)
    if disk not in (0, 0xFFFF) or first_disk not in (0, 0xFFFF):
        raise Damaged(_SPLIT)
    end = size - len(tail) + at
    if wide := _wide_end(file, end):
        end, count, length, start = wide
    shift = end - length - start
    if shift < 0:
        return None
    file.seek(start + shift)
    entries = list(_bounded(_rows(file, length, shift)))
    return entries if len(entries) % 0x10000 == count % 0x10000 else None


def _wide_end(file: BinaryIO, end: int) -> tuple[int, int, int, int] | None:
    """Where the table ends, its count, length and start by the ZIP64 record, if there is one."""
    record = end - _LOCATOR.size - _END64.size
    if record < 0:
        return None
    file.seek(record)
    data = file.read(_END64.size + _LOCATOR.size)
    if data[:4] != b"PK\x06\x06" or data[_END64.size :][:4] != b"PK\x06\x07":
        return None
    *_, count, length, start = _END64.unpack_from(data)
    return record, count, length, start


def _rows(file: BinaryIO, length: int, shift: int) -> Iterator[Entry]:
    """The rows of the table at the file's position, until its length is used up or a row is broken."""
    while length >= _CENTRAL.size:
        row = file.read(_CENTRAL.size)
        if len(row) < _CENTRAL.size or row[:4] != b"PK\x01\x02":
            return
        _, made_by, _, flags, method, _, _, crc, packed, size, *rest = _CENTRAL.unpack(row)
        name_length, extra_length, comment_length, _, _, attributes, offset = rest
        name, extra = file.read(name_length), file.read(extra_length)
        file.seek(comment_length, 1)
        size, packed, offset = _widened(extra, size, packed, offset)
        mode = attributes >> 16 if made_by >> 8 in (3, 19) else 0
        folder = name.endswith((b"/", b"\\")) or bool(attributes & 0x10)
        yield Entry(name, flags, method, crc, packed, size, offset + shift, extra, mode, folder and size == 0)
        length -= _CENTRAL.size + name_length + extra_length + comment_length


def _bounded(entries: Iterator[Entry]) -> Iterator[Entry]:
    for number, entry in enumerate(entries):
        if number == MOST_ENTRIES:
            raise Damaged(f"压缩包内的条目超过 {MOST_ENTRIES} 个")
        yield entry


def extra_fields(extra: bytes) -> dict[int, bytes]:
    """The extra fields of an entry by their number."""
    fields = {}
    while len(extra) >= 4:
        number, length = struct.unpack_from("<2H", extra)
        fields[number] = extra[4 : 4 + length]
        extra = extra[4 + length :]
    return fields


def _widened(extra: bytes, *values: int) -> tuple[int, ...]:
    """Sizes and offset, where they did not fit into 32 bits taken from the ZIP64 field, which lists only those."""
    wide = extra_fields(extra).get(1, b"")
    result = []
    for value in values:
        if value == _UNKNOWN and len(wide) >= 8:
            value, wide = struct.unpack_from("<Q", wide)[0], wide[8:]
        result.append(value)
    return tuple(result)


def _salvaged(file: BinaryIO) -> Iterator[Entry]:
    """The entries by the headers that stand before their data, from the start of the file to where it breaks off."""
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        at = data.find(b"PK\x03\x04")
        while 0 <= at <= len(data) - _LOCAL.size:
            _, _, flags, method, _, _, crc, packed, size, name_length, extra_length = _LOCAL.unpack_from(data, at)
            begin = at + _LOCAL.size + name_length + extra_length
            name = data[at + _LOCAL.size : at + _LOCAL.size + name_length]
            extra = data[begin - extra_length : begin]
            size, packed = _widened(extra, size, packed)
            if flags & DESCRIPTOR_FLAG and not packed:
                crc, packed, size = _descriptor(data, begin)
            folder = name.endswith((b"/", b"\\")) and size == 0
            yield Entry(name, flags, method, crc, packed, size, at, extra, folder=folder)
            at = data.find(b"PK\x03\x04", min(begin + packed, len(data)))


def _descriptor(data: mmap.mmap, begin: int) -> tuple[int, int, int]:
    """Checksum, packed size and size written after the data; proven by the packed size being the distance to it."""
    at = data.find(b"PK\x07\x08", begin)
    while 0 <= at <= len(data) - 16:
        for layout in ("<3L", "<L2Q"):
            if at + 4 + struct.calcsize(layout) <= len(data):
                crc, packed, size = struct.unpack_from(layout, data, at + 4)
                if packed == at - begin:
                    return crc, packed, size
        at = data.find(b"PK\x07\x08", at + 4)
    return 0, len(data) - begin, len(data) - begin

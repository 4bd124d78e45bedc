"""7z archives. Files are packed together in blocks: a block is unpacked into scratch room when first asked for.

py7zr's own `extract` joins names to paths and gives up the archive over a bad one; names are not used here at all.
"""

from __future__ import annotations

import lzma
import struct
import zlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import py7zr
from py7zr.exceptions import ArchiveError, PasswordRequired, UnsupportedCompressionMethodError
from py7zr.io import MemIO, Py7zIO, WriterFactory

from dossier.intake.archives import MOST_ENTRIES, Contents, Damaged, Locked, Member
from dossier.intake.names import repaired
from dossier.intake.scratch import Scratch, Sheet

_BROKEN = (
    ArchiveError,
    lzma.LZMAError,
    zlib.error,
    struct.error,
    OSError,
    EOFError,
    MemoryError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    RuntimeError,
    NotImplementedError,
)
"""What py7zr and its decompressors raise over damaged archives."""
_DAMAGED = "数据已损坏，解压后与校验值不符"


def open_7z(path: Path, scratch: Scratch) -> Contents:
    """The files of a 7z archive. Raises Damaged, or Locked when its names are encrypted."""
    with _opened(path) as archive:
        found = [one for one in archive.files if not one.is_directory]
        locked = archive.needs_password()
    if len(found) > MOST_ENTRIES:
        raise Damaged(f"压缩包内的条目超过 {MOST_ENTRIES} 个")
    blocks = _Blocks(path, scratch, found)
    total = max(1, sum(one.uncompressed for one in found))
    packed = path.stat().st_size
    members = [
        Member(
            name=repaired(one.filename),
            size=one.uncompressed,
            packed=max(1, packed * one.uncompressed // total),
            chunks=partial(blocks.chunks, one.id),
            encrypted=locked and not one.emptystream,
            is_file=one.is_file,
        )
        for one in found
    ]
    return Contents(tuple(members))


class _Blocks:
    """The blocks of one archive, each unpacked once, when the first of its files is asked for."""

    def __init__(self, path: Path, scratch: Scratch, files: list[Any]) -> None:
        self._path = path
        self._scratch = scratch
        self._waiting: dict[int, list[Any]] = {}
        """The files of a block that is not unpacked yet, under the number of each."""
        self._sheets: dict[int, Sheet] = {}
        blocks: dict[int, list[Any]] = {}
        for file in files:
            if not file.emptystream:
                blocks.setdefault(id(file.folder), []).append(file)
        for block in blocks.values():
            self._waiting.update((file.id, block) for file in block)
        self._empty = {file.id for file in files if file.emptystream}

    def chunks(self, number: int) -> Iterator[bytes]:
        """The content of a file; raises Damaged, OverLimit."""
        if number in self._empty:
            return
        if number in self._waiting:
            self._unpack(self._waiting[number])
        if number not in self._sheets:
            raise Damaged(_DAMAGED)
        yield from self._sheets[number].chunks()

    def _unpack(self, block: list[Any]) -> None:
        """Every file of a block up to the first that is damaged."""
        for file in block:
            del self._waiting[file.id]
        self._scratch.expect(sum(file.uncompressed for file in block))
        done: dict[int, Sheet] = {}
        try:
            with _opened(self._path) as archive:
                for file in block:
                    writers = _Writers(file.id, self._scratch, done)
                    archive.worker.register_filelike(file.id, MemIO(str(file.id), writers))
                archive.worker.extract(archive.fp, None, parallel=False)
        except UnsupportedCompressionMethodError as error:
            raise Damaged("使用了无法识别的压缩方法") from error
        except _BROKEN:
            pass
        self._sheets.update(done)


class _Writers(WriterFactory):  # type: ignore[misc]
    """Gives py7zr the writer for one file of the archive."""

    def __init__(self, number: int, scratch: Scratch, done: dict[int, Sheet]) -> None:
        self._number = number
        self._scratch = scratch
        self._done = done

    def create(self, filename: str) -> Py7zIO:
        return _Writer(self._number, self._scratch.sheet(), self._done)


class _Writer(Py7zIO):  # type: ignore[misc]
    """Counts as done once py7zr closes it, which it does after the checksum proved right."""

    def __init__(self, number: int, sheet: Sheet, done: dict[int, Sheet]) -> None:
        self._number = number
        self._sheet = sheet
        self._done = done
        self._size = 0

    def write(self, s: bytes | bytearray) -> int:
        self._size += len(s)
        return self._sheet.write(bytes(s))

    def size(self) -> int:
        return self._size

    def read(self, size: int | None = None) -> bytes:
        return b""

    def seek(self, offset: int, whence: int = 0) -> int:
        return 0

    def flush(self) -> None:
        """Nothing is kept back."""

    def close(self) -> None:
        self._sheet.close()
        self._done[self._number] = self._sheet


def _opened(path: Path) -> py7zr.SevenZipFile:
    try:
        return py7zr.SevenZipFile(path)
    except PasswordRequired as error:
        raise Locked from error
    except UnsupportedCompressionMethodError as error:
        raise Damaged("压缩包使用了无法识别的压缩方法") from error
    except _BROKEN as error:
        raise Damaged("压缩包已损坏、没有传完整或是分卷压缩包的一部分，无法打开") from error

"""TAR archives, plain or compressed as a whole. A compressed one is first unpacked into scratch room."""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from dossier.intake.archives import CHUNK, MOST_ENTRIES, Contents, Damaged, Member
from dossier.intake.limits import MEGABYTE
from dossier.intake.names import decode_names, repaired
from dossier.intake.scratch import Scratch

_COMPRESSED: Mapping[str, Callable[[Path], gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile]] = {
    "application/gzip": gzip.GzipFile,
    "application/x-bzip2": bz2.BZ2File,
    "application/x-xz": lzma.LZMAFile,
}
COMPRESSED = tuple(_COMPRESSED)
_BROKEN = (tarfile.TarError, OSError, EOFError, ValueError, LookupError, RecursionError, OverflowError)
_BROKEN_PACKING = (OSError, EOFError, zlib.error, lzma.LZMAError, MemoryError)
_BROKE_OFF = "压缩包已损坏或没有传完整，可能缺少文件"
_BLOCK = 512
_RATIO = 200
_RATIO_FROM = 100 * MEGABYTE


def open_tar(path: Path) -> Contents:
    """The files of a TAR archive; raises Damaged when there is none to be found."""
    infos, complete = _headers(path)
    files = [info for info in infos if not info.isdir()]
    raws = [info.name.encode("utf-8", "surrogateescape") for info in files]
    members = [
        Member(
            name=repaired(name),
            size=info.size,
            packed=info.size,
            chunks=partial(_chunks, path, info),
            is_file=info.isreg() and not info.issparse(),
        )
        for info, name in zip(files, decode_names(raws), strict=True)
    ]
    if not infos and not complete:
        raise Damaged("压缩包已损坏或没有传完整，无法打开")
    return Contents(tuple(members), "" if complete else _BROKE_OFF)


def open_compressed_tar(path: Path, scratch: Scratch, media_type: str) -> Contents:
    """The files of a TAR archive that was compressed as a whole. Raises Damaged, OverLimit."""
    most = max(_RATIO_FROM, _RATIO * path.stat().st_size)
    size, broke_off = 0, False
    with scratch.sheet() as sheet:
        for chunk in _expanded(path, media_type):
            if not chunk:
                broke_off = True
                break
            size += len(chunk)
            if size > most:
                raise Damaged(f"解压后膨胀超过 {_RATIO} 倍，疑似异常压缩包")
            sheet.write(chunk)
    if not tarfile.is_tarfile(sheet.path):
        raise Damaged("压缩包已损坏，无法打开" if broke_off else "压缩包里不是用 TAR 打包的文件，无法解压")
    contents = open_tar(sheet.path)
    return Contents(contents.members, _BROKE_OFF if broke_off else contents.damage)


def _expanded(path: Path, media_type: str) -> Iterator[bytes]:
    """The content; ends with empty bytes where it breaks off."""
    try:
        with _COMPRESSED[media_type](path) as file:
            while chunk := file.read(CHUNK):
                yield chunk
    except _BROKEN_PACKING:
        yield b""


def _headers(path: Path) -> tuple[list[tarfile.TarInfo], bool]:
    """All headers up to where the archive ends or breaks off, and whether it has its end."""
    infos: list[tarfile.TarInfo] = []
    try:
        with path.open("rb") as file, tarfile.TarFile(fileobj=file, encoding="utf-8") as tar:
            reached = -1
            while (info := tar.next()) is not None and reached < tar.offset:
                reached = tar.offset
                infos.append(info)
                if len(infos) > MOST_ENTRIES:
                    raise Damaged(f"压缩包内的条目超过 {MOST_ENTRIES} 个")
            file.seek(tar.offset)
            return infos, info is None and file.read(_BLOCK) == bytes(_BLOCK)
    except _BROKEN:
        return infos, False


def _chunks(path: Path, info: tarfile.TarInfo) -> Iterator[bytes]:
    """The content of one file; raises Damaged when there is less of it than its header says."""
    left = info.size
    with path.open("rb") as file:
        file.seek(info.offset_data)
        while left > 0:
            chunk = file.read(min(CHUNK, left))
            if not chunk:
                raise Damaged("数据不完整")
            left -= len(chunk)
            yield chunk

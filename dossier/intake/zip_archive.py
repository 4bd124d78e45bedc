"""ZIP archives: names in the encodings found in China, content checked against its checksum."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from stat import S_IFDIR, S_IFMT, S_IFREG

from dossier.intake.archives import CHUNK, Contents, Damaged, Member
from dossier.intake.names import decode_names, repaired
from dossier.intake.zip_directory import ENCRYPTED_FLAGS, UTF8_FLAG, Entry, extra_fields, read_directory

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
_LOCAL_HEADER = 30
_UNICODE_PATH = 0x7075


def open_zip(path: Path) -> Contents:
    """The files of a ZIP archive; raises Damaged when no entry can be found."""
    directory = read_directory(path)
    entries = [entry for entry in directory.entries if not entry.folder and S_IFMT(entry.mode) != S_IFDIR]
    overlapping = _overlapping(directory.entries)
    members = [
        Member(
            name=name,
            size=entry.size,
            packed=entry.packed,
            chunks=partial(_chunks, path, entry, entry in overlapping),
            encrypted=bool(entry.flags & ENCRYPTED_FLAGS),
            is_file=S_IFMT(entry.mode) in (0, S_IFREG),
        )
        for entry, name in zip(entries, entry_names(entries), strict=True)
    ]
    return Contents(tuple(members), "压缩包的目录已损坏或没有传完整，可能缺少文件" if directory.salvaged else "")


def entry_names(entries: Sequence[Entry]) -> list[str]:
    """Names as text: by the Unicode path field, by the UTF-8 flag, else by what decodes and looks Chinese."""
    stated = [_stated_name(entry) for entry in entries]
    unstated = iter(decode_names([entry.name for entry, name in zip(entries, stated, strict=True) if name is None]))
    return [next(unstated) if name is None else repaired(name) for name in stated]


def _stated_name(entry: Entry) -> str | None:
    field = extra_fields(entry.extra).get(_UNICODE_PATH, b"")
    raw = entry.name if entry.flags & UTF8_FLAG or entry.name.isascii() else None
    if len(field) > 5 and field[0] == 1 and struct.unpack_from("<L", field, 1)[0] == zlib.crc32(entry.name):
        raw = field[5:]
    try:
        return None if raw is None else raw.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _overlapping(entries: Sequence[Entry]) -> set[Entry]:
    """Entries that reach into the one after them: the mark of an archive made to expand without bound."""
    ordered = sorted(entries, key=lambda entry: entry.offset)
    return {entry for entry, after in pairwise(ordered) if entry.offset + _LOCAL_HEADER + entry.packed > after.offset}


def _chunks(path: Path, entry: Entry, overlapping: bool) -> Iterator[bytes]:
    """The content of one entry, at most its stated size; raises Damaged."""
    if overlapping:
        raise Damaged("与压缩包内其他文件的数据重叠")
    if entry.method not in _METHODS:
        raise Damaged(f"使用了无法识别的压缩方法（编号 {entry.method}）")
    try:
        with path.open("rb") as file:
            file.seek(min(entry.offset, path.stat().st_size))
            header = file.read(_LOCAL_HEADER)
            if len(header) < _LOCAL_HEADER or header[:4] != b"PK\x03\x04":
                raise Damaged("数据已损坏，在压缩包内找不到其内容")
            file.seek(sum(struct.unpack_from("<2H", header, 26)), 1)
            with zipfile.ZipExtFile(file, "r", _as_zipinfo(entry), None, False) as content:
                while chunk := content.read(CHUNK):
                    yield chunk
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError) as error:
        raise Damaged("数据已损坏，解压后与校验值不符") from error


def _as_zipinfo(entry: Entry) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("entry")
    info.compress_type, info.compress_size = entry.method, entry.packed
    info.file_size, info.CRC = entry.size, entry.crc
    return info

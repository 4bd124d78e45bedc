"""RAR archives, opened by the program unar (The Unarchiver) where it is installed.

Files come one by one over a pipe: the program writes nothing to the disk and never sees a name as a path.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Timer
from typing import Any

from dossier.intake.archives import CHUNK, MOST_ENTRIES, Contents, Damaged, Locked, Member, Unavailable
from dossier.intake.names import decode_name, repaired

RAR = "application/vnd.rar"
_SECONDS = 120
"""The longest that listing an archive or unpacking one file may take."""
_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")
_SPLIT = "这是分卷压缩包的一部分，无法单独打开"
_UNREADABLE = "压缩包已损坏或没有传完整，无法打开"


def open_rar(path: Path) -> Contents:
    """The files of a RAR archive. Raises Unavailable without unar; Locked, Damaged."""
    if shutil.which("lsar") is None or shutil.which("unar") is None:
        raise Unavailable
    path = path.resolve()
    if _is_volume(path):
        raise Damaged(_SPLIT)
    listing = _listing(path)
    entries = [entry for entry in listing.get("lsarContents", []) if not entry.get("XADIsDirectory")]
    properties = listing.get("lsarProperties", {})
    if len(properties.get("XADVolumes", [])) > 1:
        raise Damaged(_SPLIT)
    if not entries and "lsarError" in listing:
        raise Locked if properties.get("XADIsEncrypted") else Damaged(_UNREADABLE)
    if len(entries) > MOST_ENTRIES:
        raise Damaged(f"压缩包内的条目超过 {MOST_ENTRIES} 个")
    return Contents(
        tuple(_member(path, entry) for entry in entries),
        "压缩包已损坏或没有传完整，可能缺少文件" if "lsarError" in listing else "",
    )


def _member(path: Path, entry: dict[str, Any]) -> Member:
    size = int(entry.get("XADFileSize", 0))
    return Member(
        name=_name(str(entry.get("XADFileName", ""))),
        size=size,
        packed=int(entry.get("XADCompressedSize", size)),
        chunks=partial(_chunks, path, int(entry["XADIndex"]), size, entry.get("RAR5CRC32", entry.get("RARCRC32"))),
        encrypted=bool(entry.get("XADIsEncrypted")),
        is_file=not any(entry.get(f"XADIs{kind}") for kind in ("Link", "HardLink", "CharacterDevice", "BlockDevice")),
    )


def _name(shown: str) -> str:
    """Old archives hold the bytes of a name without its encoding; the listing shows them as %C9%EA or Latin-1."""
    if not shown.isascii() and all(ord(character) < 256 for character in shown):
        return decode_name(shown.encode("latin-1"))
    if shown.isascii() and any(int(escape[1:], 16) > 127 for escape in _ESCAPE.findall(shown)):
        return decode_name(_ESCAPE.sub(lambda escape: chr(int(escape[0][1:], 16)), shown).encode("latin-1"))
    return repaired(shown)


def _listing(path: Path) -> dict[str, Any]:
    command = ["lsar", "-json", "-no-recursion", "-encoding", "iso-8859-1", "-password", "", str(path)]
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=_SECONDS)
        listing = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError) as error:
        raise Damaged(_UNREADABLE) from error
    if not isinstance(listing, dict):
        raise Damaged(_UNREADABLE)
    return listing


def _chunks(path: Path, index: int, size: int, checksum: int | None) -> Iterator[bytes]:
    """The content of one file; raises Damaged when it has another size or checksum than the archive states."""
    command = ["unar", "-quiet", "-no-recursion", "-password", "", "-output-directory", "-", "-indexes"]
    got = crc = 0
    with subprocess.Popen(
        [*command, str(path), str(index)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as program:
        alarm = Timer(_SECONDS, program.kill)
        alarm.start()
        try:
            assert program.stdout is not None
            while got <= size and (chunk := program.stdout.read(CHUNK)):
                got, crc = got + len(chunk), zlib.crc32(chunk, crc)
                yield chunk
        finally:
            alarm.cancel()
            program.kill()
    if got != size or (checksum is not None and crc != checksum & 0xFFFFFFFF):
        raise Damaged("数据已损坏，解压后与校验值不符")


def _is_volume(path: Path) -> bool:
    """Whether the archive calls itself a part of several (RAR 4: flag of the main header; RAR 5: of the archive)."""
    with path.open("rb") as file:
        head = file.read(64)
    if not head.startswith(b"Rar!\x1a\x07\x01\x00"):
        return len(head) > 11 and head[9] == 0x73 and bool(head[10] & 1)
    at, numbers = 12, []
    for _ in range(5):
        number, at = _number(head, at)
        numbers.append(number)
    _, kind, flags, fourth, fifth = numbers
    return kind == 1 and bool((fifth if flags & 1 else fourth) & 1)


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A number of variable length, seven bits a byte, lowest first; and where the next begins."""
    value = shift = 0
    for byte in data[at : at + 10]:
        value |= (byte & 0x7F) << shift
        shift, at = shift + 7, at + 1
        if byte < 0x80:
            break
    return value, at

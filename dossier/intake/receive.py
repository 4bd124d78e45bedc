"""Takes single files and unpacks archives, the same way at every depth."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

from dossier.intake import problems
from dossier.intake.archives import CHUNK, Contents, Damaged, Locked, Member, Unavailable
from dossier.intake.arrange import Haul
from dossier.intake.limits import MEGABYTE, Budget, Limits, OverLimit
from dossier.intake.names import clean, is_litter, natural_key
from dossier.intake.openers import OPENERS
from dossier.intake.scratch import scratch_room
from dossier.intake.sniff import DOCX, HEAD, OFD, sniff, sniff_head
from dossier.intake.store import Received, Store, TooLarge
from dossier.model import FileProblem, StoredFile

SUFFIXES: Mapping[str, str] = {
    "application/pdf": ".pdf",
    DOCX: ".docx",
    OFD: ".ofd",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/tiff": ".tif",
    "image/bmp": ".bmp",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/heic": ".heic",
}
"""The media types that are taken in, with the suffix they are stored under."""

_RATIO_FROM = 10 * MEGABYTE
_UNPACKED_IMAGES = ("image/bmp", "image/tiff")
"""A clean page stored without compression rightly packs several hundred times smaller."""


class Receiver:
    """Receives the files of one of the given paths into its haul."""

    def __init__(self, haul: Haul, store: Store, budget: Budget, limits: Limits) -> None:
        self._haul = haul
        self._store = store
        self._budget = budget
        self._limits = limits

    def problem(self, problem: FileProblem) -> None:
        self._haul.problems.append(problem)

    def take_file(self, path: Path, name: str) -> None:
        """A file on disk. `name` is relative to the given path, empty for that path itself; raises OverLimit."""
        self._budget.spend_file()
        try:
            size = path.stat().st_size
            media_type = sniff(path) if size else ""
        except OSError as error:
            self.problem(problems.unreadable_file(name, f"文件无法读取（{os.strerror(error.errno or 0)}）"))
            return
        if media_type in OPENERS:
            self._take_archive(path, name, size, media_type)
        elif not size:
            self.problem(problems.empty_file(name))
        elif media_type not in SUFFIXES:
            self.problem(problems.unsupported(name, media_type))
        elif size > self._file_bytes:
            self.problem(problems.too_large(name, size, self._limits.file_mb))
        else:
            self._copy(path, name, media_type)

    @property
    def _file_bytes(self) -> int:
        return self._limits.file_mb * MEGABYTE

    @property
    def _archive_bytes(self) -> int:
        return self._limits.archive_mb * MEGABYTE

    def _copy(self, path: Path, name: str, media_type: str) -> None:
        try:
            received = self._store.receive(_content(path), self._file_bytes)
        except Damaged as damage:
            self.problem(problems.unreadable_file(name, damage.reason))
        else:
            self._keep(received, name, media_type)

    def _keep(self, received: Received, name: str, media_type: str) -> None:
        path = self._store.keep(received, SUFFIXES[media_type])
        self._haul.files.append(StoredFile(name, path, received.sha256, received.size, media_type))

    def _take_archive(self, path: Path, name: str, size: int, media_type: str) -> None:
        if size > self._archive_bytes:
            self.problem(problems.too_large(name, size, self._limits.archive_mb))
        else:
            self._unpack(path, name, media_type, depth=1)

    def _unpack(self, path: Path, name: str, media_type: str, depth: int) -> None:
        """Every file of an archive; what is wrong with the archive as a whole is said once, under its own name."""
        if depth > self._limits.nesting:
            self.problem(problems.archive_too_deep(name, self._limits.nesting))
            return
        with scratch_room(self._store.folder, self._budget) as scratch:
            try:
                contents = OPENERS[media_type](path, scratch)
            except Damaged as damage:
                self.problem(problems.archive_damaged(name, damage.reason))
            except Locked:
                self.problem(problems.archive_encrypted(name))
            except Unavailable:
                self.problem(problems.unsupported(name, media_type))
            except OverLimit as over:
                self.problem(problems.archive_overflows(name, over.reason))
            else:
                self._take_contents(contents, name, depth)

    def _take_contents(self, contents: Contents, name: str, depth: int) -> None:
        if contents.damage:
            self.problem(problems.archive_damaged(name, contents.damage))
        named = [(clean(member.name), member) for member in contents.members]
        wanted = sorted((pair for pair in named if not is_litter(pair[0])), key=lambda pair: natural_key(pair[0]))
        if not wanted:
            self.problem(problems.archive_empty(name))
        elif all(member.encrypted for _, member in wanted):
            self.problem(problems.archive_encrypted(name))
        else:
            self._take_members(wanted, name, depth)

    def _take_members(self, wanted: list[tuple[str, Member]], archive: str, depth: int) -> None:
        try:
            for inner, member in wanted:
                self._budget.spend_file()
                self._take_member(member, f"{archive}/{inner}" if archive else inner, depth)
        except OverLimit as over:
            self.problem(problems.archive_overflows(archive, over.reason))

    def _take_member(self, member: Member, name: str, depth: int) -> None:
        if not member.is_file:
            self.problem(problems.not_a_file(name))
        elif member.encrypted:
            self.problem(problems.archive_entry_encrypted(name))
        else:
            self._expand(member, name, depth)

    def _expand(self, member: Member, name: str, depth: int) -> None:
        """Write a member to disk, at most as much of it as its kind may have, and settle what it is."""
        chunks = member.chunks()
        try:
            first = next(chunks, b"")
            begins_as = sniff_head(first[:HEAD])
            if self._inflated(member) and begins_as not in _UNPACKED_IMAGES:
                self.problem(problems.archive_entry_inflated(name, self._limits.ratio))
                return
            most = self._archive_bytes if begins_as in OPENERS else self._file_bytes
            if member.size > most:
                raise TooLarge(most)
            received = self._store.receive(chain([first], chunks), most)
        except Damaged as damage:
            self.problem(problems.archive_entry_damaged(name, damage.reason))
        except TooLarge as large:
            self.problem(problems.too_large(name, member.size, large.most // MEGABYTE))
        else:
            self._settle(received, name, depth)

    def _inflated(self, member: Member) -> bool:
        return member.size > _RATIO_FROM and member.size > self._limits.ratio * member.packed

    def _settle(self, received: Received, name: str, depth: int) -> None:
        """Unpack, keep or refuse what came out of an archive."""
        media_type = sniff(received.path) if received.size else ""
        if media_type in SUFFIXES and received.size <= self._file_bytes:
            self._keep(received, name, media_type)
            return
        if media_type in OPENERS:
            self._unpack(received.path, name, media_type, depth + 1)
        elif not received.size:
            self.problem(problems.empty_file(name))
        elif media_type in SUFFIXES:
            self.problem(problems.too_large(name, received.size, self._limits.file_mb))
        else:
            self.problem(problems.unsupported(name, media_type))
        self._store.discard(received)


def _content(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                yield chunk
    except OSError as error:
        raise Damaged(f"文件无法读取（{os.strerror(error.errno or 0)}）") from error

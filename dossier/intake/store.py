"""Where the bytes of an upload are kept: below one folder, under the hash of their content."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from dossier.errors import SetupError
from dossier.intake.limits import Budget


class TooLarge(Exception):
    """A single file is over its bound of `most` bytes."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most


@dataclass(frozen=True)
class Received:
    """Bytes written under a working name, not yet known to be of use."""

    path: Path
    sha256: str
    size: int


class Store:
    """Writes below one folder, counts every byte, and never uses a name from outside."""

    def __init__(self, folder: Path, budget: Budget) -> None:
        self.folder = folder
        self._budget = budget
        self._received = 0
        with disk_errors():
            folder.mkdir(parents=True, exist_ok=True)

    def receive(self, chunks: Iterable[bytes], most: int) -> Received:
        """Write a stream of at most `most` bytes; raises TooLarge or OverLimit, and leaves nothing behind if so.

        SetupError when the disk is full or cannot be written: that is nothing the applicant could mend.
        """
        self._received += 1
        path = self.folder / f"{self._received:06d}.part"
        with ExitStack() as undo:
            undo.callback(path.unlink, missing_ok=True)
            with disk_errors():
                file = undo.enter_context(path.open("wb"))
            sha256, size = self._write(chunks, most, file)
            undo.pop_all()
        with disk_errors():
            file.close()
        return Received(path, sha256, size)

    def _write(self, chunks: Iterable[bytes], most: int, file: BinaryIO) -> tuple[str, int]:
        digest = hashlib.sha256()
        size = 0
        for chunk in chunks:
            size += len(chunk)
            if size > most:
                raise TooLarge(most)
            self._budget.spend_bytes(len(chunk))
            digest.update(chunk)
            with disk_errors():
                file.write(chunk)
        return digest.hexdigest(), size

    def keep(self, received: Received, suffix: str) -> Path:
        """Give the bytes their lasting name; the same content twice is kept once."""
        with disk_errors():
            return received.path.replace(self.folder / f"{received.sha256}{suffix}")

    def discard(self, received: Received) -> None:
        received.path.unlink(missing_ok=True)


@contextmanager
def disk_errors() -> Iterator[None]:
    """Writing that fails is a fault of the setup, never of the applicant."""
    try:
        yield
    except OSError as error:
        reason = os.strerror(error.errno or 0)
        raise SetupError(f"无法在工作目录中保存文件（{reason}）", "请检查工作目录的磁盘空间和写入权限后重试") from error

"""Room for what has to be unpacked before it can be looked at: counted like everything else, and gone afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from dossier.intake.archives import CHUNK
from dossier.intake.limits import Budget
from dossier.intake.store import disk_errors


class Scratch:
    """A folder of numbered files that may together hold no more than the dossier has left."""

    def __init__(self, folder: Path, budget: Budget) -> None:
        self._folder = folder
        self._budget = budget.copy()
        self._count = 0

    def expect(self, size: int) -> None:
        """Raises OverLimit when so many bytes more would be too many; nothing is counted."""
        self._budget.copy().spend_bytes(size)

    def sheet(self) -> Sheet:
        """A new file to be written once."""
        self._count += 1
        return Sheet(self._folder / f"{self._count:06d}", self._budget)


class Sheet:
    """One file of the scratch room."""

    def __init__(self, path: Path, budget: Budget) -> None:
        self.path = path
        self._budget = budget
        with disk_errors():
            self._file = path.open("wb")

    def write(self, data: bytes) -> int:
        """Raises OverLimit before anything is written that there is no room for."""
        self._budget.spend_bytes(len(data))
        with disk_errors():
            return self._file.write(data)

    def close(self) -> None:
        with disk_errors():
            self._file.close()

    def __enter__(self) -> Sheet:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def chunks(self) -> Iterator[bytes]:
        """Its content, once: the file is deleted afterwards."""
        try:
            with self.path.open("rb") as file:
                while chunk := file.read(CHUNK):
                    yield chunk
        finally:
            self.path.unlink(missing_ok=True)


@contextmanager
def scratch_room(beside: Path, budget: Budget) -> Iterator[Scratch]:
    """A room within the folder `beside`; everything in it is deleted at the end."""
    with disk_errors():
        folder = TemporaryDirectory(dir=beside, prefix="scratch-")
    with folder as name:
        yield Scratch(Path(name), budget)

"""What an archive of any kind offers to intake. A further kind is one more function in `openers.OPENERS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

CHUNK = 256 * 1024
"""Bytes read at a time."""
MOST_ENTRIES = 100_000


class Damaged(Exception):
    """Bytes that should be there are missing or wrong; `reason` is a clause in Chinese."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Locked(Exception):
    """Not even the names inside an archive can be read without its password."""


class Unavailable(Exception):
    """The program that opens this kind of archive is not on this machine."""


@dataclass(frozen=True)
class Member:
    """One file inside an archive."""

    name: str
    """Decoded, but otherwise as the archive states it: may be absolute, hold .. or appear twice."""
    size: int
    """Bytes it expands to, as the archive states it."""
    packed: int
    """Bytes it takes in the archive."""
    chunks: Callable[[], Iterator[bytes]]
    """Its content; raises Damaged when it cannot be read or does not match its checksum."""
    encrypted: bool = False
    is_file: bool = True
    """False for links and devices."""


@dataclass(frozen=True)
class Contents:
    """All files of an archive, in no particular order, without its folders."""

    members: tuple[Member, ...]
    damage: str = ""
    """In Chinese, what is wrong with the archive although these files were found; empty when nothing is."""

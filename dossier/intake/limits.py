"""How much an upload may hold, and the running count against it."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Bounds on one dossier. The first five are the `file_limits` of the policy."""

    archive_mb: int = 1024
    """Size of an archive as uploaded, MB of 1,048,576 bytes."""
    file_mb: int = 200
    """Size of any other file, MB."""
    pages: int = 1000
    """Pages of the dossier; counted by those who read the files, not here."""
    nesting: int = 3
    """Archives inside one another, the outermost counted as one."""
    ratio: int = 200
    """Times its packed size to which an entry of an archive may expand; entries below 10 MB are not measured."""
    expanded_mb: int = 4096
    """All that is written while unpacking, archives within archives included, MB."""
    files: int = 5000
    """Files of the dossier; an archive counts as one, and each file inside it."""


class OverLimit(Exception):
    """A bound of the whole dossier is reached; `reason` is a clause in Chinese."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Budget:
    """Counts files and bytes against the bounds of the whole dossier."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._bytes_left = limits.expanded_mb * MEGABYTE
        self._files_left = limits.files

    def spend_bytes(self, count: int) -> None:
        """Count bytes about to be written; raises OverLimit when they would be too many."""
        if count > self._bytes_left:
            raise OverLimit(f"解压后的总大小超过 {self._limits.expanded_mb} MB 的上限")
        self._bytes_left -= count

    def copy(self) -> Budget:
        """A second count that begins where this one stands."""
        other = Budget(self._limits)
        other._bytes_left, other._files_left = self._bytes_left, self._files_left
        return other

    def spend_file(self) -> None:
        """Count one more file; raises OverLimit when it is one too many."""
        if self._files_left == 0:
            raise OverLimit(f"文件数量超过 {self._limits.files} 个的上限")
        self._files_left -= 1

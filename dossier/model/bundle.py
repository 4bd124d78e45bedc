"""What intake hands on: the files of one dossier and what was wrong with those that are not among them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class StoredFile:
    """One file of the dossier, its bytes kept in the work folder."""

    name: str
    """Path inside the upload, with / between parts, as the applicant named it (decoded, NFC)."""
    path: Path
    sha256: str
    size: int
    """Bytes."""
    media_type: str
    """By content, never by name: application/pdf, image/jpeg, image/png, image/tiff, …"""


@dataclass(frozen=True)
class FileProblem:
    """A file that could not be used, and the rule that says so."""

    rule: str
    """FIL-01, FIL-02, FIL-03 or FIL-08."""
    file: str
    reason: str
    """In Chinese, a clause that names what is wrong: 文件已加密，需要密码才能打开."""
    remedy: str
    """In Chinese, what the applicant should do about it."""


@dataclass(frozen=True)
class Bundle:
    """The files of one dossier in their original order."""

    files: tuple[StoredFile, ...]
    problems: tuple[FileProblem, ...]
    sha256: str
    """Over names and contents of all files, in order."""

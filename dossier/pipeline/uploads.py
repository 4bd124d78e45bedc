"""The dossiers of a folder: every archive, PDF or sub-folder in it is one."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dossier.errors import NothingToCheck
from dossier.intake.names import is_litter, natural_key
from dossier.intake.sniff import sniff
from dossier.report import mask_text

DOSSIERS = "dossiers"
"""Below the folder of results, one folder for each dossier."""
_BY_CONTENT = re.compile(r"application/(?:pdf|zip|x-7z-compressed|vnd\.rar|x-tar|gzip|x-bzip2?|x-xz)$")
_BY_NAME = re.compile(r"\.(?:zip|7z|rar|pdf|tar|tgz|tbz2?|txz|tar\.\w+)$", re.IGNORECASE)
_CHUNK = 1 << 20


@dataclass(frozen=True)
class Upload:
    """One dossier of many, as it lies in the folder."""

    name: str
    """As the office named it, identity numbers masked."""
    path: Path
    out: Path
    """Where its results go."""


def find_uploads(folder: Path, out: Path) -> tuple[tuple[Upload, ...], tuple[str, ...]]:
    """The dossiers in the order of their names as a person counts, and the names of what is none.

    Hidden files, litter of operating systems and the folder of results are passed over in silence. NothingToCheck
    where the folder holds no dossier.
    """
    uploads: dict[str, Upload] = {}
    passed: list[str] = []
    for path in sorted(folder.iterdir(), key=lambda one: natural_key(one.name)):
        if path.name.startswith((".", "~$")) or is_litter(path.name) or path.resolve() == out.resolve():
            continue
        name = mask_text(path.name)
        if not path.is_dir() and not _is_dossier(path):
            passed.append(name)
            continue
        if name in uploads:
            name = f"{name}~{hashlib.sha256(path.name.encode()).hexdigest()[:6]}"
        uploads[name] = Upload(name, path, out / DOSSIERS / name)
    if not uploads:
        raise NothingToCheck(f"{folder} 中没有卷宗", "每份卷宗应是文件夹中的一个压缩包、一个 PDF 或一个子文件夹。")
    return tuple(uploads.values()), tuple(passed)


def _is_dossier(path: Path) -> bool:
    """By content, and by name as well: a damaged archive is a dossier whose applicant must hear of it."""
    return path.is_file() and bool(_BY_NAME.search(path.name) or _BY_CONTENT.match(sniff(path)))


def content_hash(path: Path) -> str:
    """SHA-256 over a file, or over names and contents of all files below a folder, without unpacking anything."""
    digest = hashlib.sha256()
    for name, file in _files(path):
        digest.update(f"{name}\0{file.stat().st_size}\0".encode())
        with file.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
    return digest.hexdigest()


def _files(path: Path) -> Iterator[tuple[str, Path]]:
    if path.is_dir():
        found = sorted(file for file in path.rglob("*") if file.is_file() and not file.is_symlink())
        yield from ((file.relative_to(path).as_posix(), file) for file in found)
    else:
        yield "", path

"""What was read from a page, found again by the page's content: a corrected dossier costs only its changed pages."""

from __future__ import annotations

import hashlib
import pickle
import tempfile
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import dossier.model
import dossier.recognise
from dossier.model import Page


class PageCache:
    """A folder of pages. Entries of another version of the reading code are never found."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, sha256: str, file: str, number: int) -> Page | None:
        """The page under the name it has now; None where it is not known or its entry is damaged."""
        try:
            page = pickle.loads(self._path(sha256).read_bytes())
        except (OSError, pickle.UnpicklingError, EOFError, AttributeError, TypeError):
            return None
        return replace(page, file=file, number=number) if isinstance(page, Page) else None

    def put(self, sha256: str, page: Page) -> None:
        path = self._path(sha256)
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as handle:
            handle.write(pickle.dumps(page))
        Path(handle.name).replace(path)

    def _path(self, sha256: str) -> Path:
        key = hashlib.sha256(f"{_version()}:{sha256}".encode()).hexdigest()
        return self._folder / key[:2] / f"{key}.page"


@lru_cache(maxsize=1)
def _version() -> str:
    """A hash over the code that decides what a page says."""
    digest = hashlib.sha256()
    for package in (dossier.recognise, dossier.model):
        for path in sorted(Path(next(iter(package.__path__))).rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()

"""What was read from a page, found again by the page's content: a corrected dossier costs only its changed pages."""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any

import dossier.model
import dossier.read
import dossier.recognise
from dossier.model import Page
from dossier.model.picture import Picture
from dossier.model.wire import page_from_json, page_to_json

_KEY = re.compile(r"[0-9a-f]{64}")


class PageCache:
    """A folder of pages as JSON. Entries of another version of the reading code or other models are never found."""

    def __init__(self, folder: Path, models: Path) -> None:
        """`models`: the folder of the models that read."""
        self._folder = folder
        self._models = str(models.resolve())

    def get(self, picture: Picture) -> Page | None:
        """The page under the name it has now; None where it is not known or its entry is damaged."""
        page = self._entry(self._path(picture))
        return replace(page, file=picture.file, number=picture.number) if page else None

    def put(self, picture: Picture, page: Page, source: str) -> None:
        """Remember the page. Where the folder cannot be written it is read anew next time, and that is all."""
        self._write(self._path(picture), page_to_json(page))
        self.link(source, picture)

    def link(self, source: str, picture: Picture) -> None:
        """Remember which picture is drawn from this source (see `source_key`)."""
        self._write(self._link(source), self._path(picture).stem)

    def find(self, source: str, file: str, number: int) -> Page | None:
        """The page that was read from this source, without drawing it; None where it is not known."""
        try:
            entry = json.loads(self._link(source).read_bytes())
        except (OSError, ValueError, RecursionError):
            return None
        page = self._entry(self._place(entry)) if isinstance(entry, str) and _KEY.fullmatch(entry) else None
        return replace(page, file=file, number=number) if page else None

    def _entry(self, path: Path) -> Page | None:
        try:
            return page_from_json(json.loads(path.read_bytes()))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def _write(self, path: Path, data: Any) -> None:
        content = json.dumps(data)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=path.parent) as scratch:
                written = Path(scratch) / path.name
                written.write_text(content, encoding="ascii")
                written.replace(path)

    def _path(self, picture: Picture) -> Path:
        """Pixels alone do not tell a page: its boxes are in points, and so depend on the resolution as well."""
        shown = (picture.sha256, picture.image.shape, picture.dpi, picture.embedded_dpi, picture.pictures)
        return self._place(hashlib.sha256(repr((_version(), self._models, shown)).encode()).hexdigest())

    def _link(self, source: str) -> Path:
        """Links depend on the code that draws as well, entries on what it drew."""
        known = (_version(), _drawn_by(), self._models, source)
        return self._place(hashlib.sha256(repr(known).encode()).hexdigest())

    def _place(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.json"


@lru_cache(maxsize=1)
def _version() -> str:
    """A hash over the code that decides what a page says."""
    return _code_of(dossier.recognise, dossier.model)


@lru_cache(maxsize=1)
def _drawn_by() -> str:
    """What draws pages and reads text layers: our code and the libraries behind it."""
    libraries = [f"{name} {version(name)}" for name in ("pymupdf", "pdfplumber", "pillow", "pillow-heif")]
    return " ".join([_code_of(dossier.read), *libraries])


def _code_of(*packages: ModuleType) -> str:
    digest = hashlib.sha256()
    for package in packages:
        for path in sorted(Path(next(iter(package.__path__))).rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()

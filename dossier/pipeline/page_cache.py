"""What was read from a page, found again by the page's content: a corrected dossier costs only its changed pages."""

from __future__ import annotations

import hashlib
import json
import tempfile
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import dossier.model
import dossier.recognise
from dossier.model import Page
from dossier.model.picture import Picture
from dossier.model.wire import page_from_json, page_to_json


class PageCache:
    """A folder of pages as JSON. Entries of another version of the reading code or other models are never found."""

    def __init__(self, folder: Path, models: Path) -> None:
        """`models`: the folder of the models that read."""
        self._folder = folder
        self._models = str(models.resolve())

    def get(self, picture: Picture) -> Page | None:
        """The page under the name it has now; None where it is not known or its entry is damaged."""
        try:
            page = page_from_json(json.loads(self._path(picture).read_bytes()))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None
        return replace(page, file=picture.file, number=picture.number)

    def put(self, picture: Picture, page: Page) -> None:
        """Remember the page. Where the folder cannot be written it is read anew next time, and that is all."""
        path = self._path(picture)
        content = json.dumps(page_to_json(page))
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=path.parent) as scratch:
                written = Path(scratch) / path.name
                written.write_text(content, encoding="ascii")
                written.replace(path)

    def _path(self, picture: Picture) -> Path:
        """Pixels alone do not tell a page: its boxes are in points, and so depend on the resolution as well."""
        shown = (picture.sha256, picture.image.shape, picture.dpi, picture.embedded_dpi, picture.pictures)
        key = hashlib.sha256(repr((_version(), self._models, shown)).encode()).hexdigest()
        return self._folder / key[:2] / f"{key}.json"


@lru_cache(maxsize=1)
def _version() -> str:
    """A hash over the code that decides what a page says."""
    digest = hashlib.sha256()
    for package in (dossier.recognise, dossier.model):
        for path in sorted(Path(next(iter(package.__path__))).rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()

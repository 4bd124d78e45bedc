"""One OCR process: a page in, a Page out, remembered by the page's content."""

from __future__ import annotations

from dossier.config import Settings, prepare_paddle
from dossier.errors import DossierError, ReadingError
from dossier.model import Page, StoredFile
from dossier.pipeline.page_cache import PageCache
from dossier.read import load_page, source_key
from dossier.recognise import Reader, find_models, read_without_ocr


class _Process:
    """What a reading process keeps between pages."""

    def __init__(self, settings: Settings, ocr: bool) -> None:
        self.settings = settings
        self.cache = page_cache(settings, ocr)
        self.ocr = ocr
        self._reader: Reader | None = None

    @property
    def reader(self) -> Reader:
        """Loaded at the first page that needs it: a wholly cached dossier needs none."""
        if self._reader is None:
            prepare_paddle(self.settings.cache)
            self._reader = Reader(find_models(self.settings.models_folder), threads=1)
        return self._reader

    def read(self, file: StoredFile, number: int) -> Page:
        picture = load_page(file, number, self.settings.render_dpi)
        if not self.ocr:
            return read_without_ocr(picture)
        if self.cache is None:
            return self.reader.read(picture)
        source = source_key(file, number, self.settings.render_dpi)
        known = self.cache.get(picture)
        if known is not None:
            self.cache.link(source, picture)
            return known
        page = self.reader.read(picture)
        self.cache.put(picture, page, source)
        return page


def page_cache(settings: Settings, ocr: bool) -> PageCache | None:
    """Where pages read by OCR are remembered; None where they are not to be."""
    return PageCache(settings.cache / "pages", settings.models_folder) if settings.page_cache and ocr else None


_process: _Process | None = None


def start(settings: Settings, ocr: bool) -> None:
    """Before the first page of a dossier; a process that reads several keeps its engine."""
    global _process
    if _process is None or (_process.settings, _process.ocr) != (settings, ocr):
        _process = _Process(settings, ocr)


def read(file: StoredFile, number: int) -> Page | DossierError:
    """The page, or the error that kept it from being read (as a value: exceptions cross processes badly)."""
    if _process is None:
        raise RuntimeError("start() was not called in this process")
    try:
        return _process.read(file, number)
    except DossierError as error:
        return error
    except MemoryError:
        return ReadingError("图像过大，内存不足", "请降低扫描分辨率（建议300 dpi）后重新上传。")

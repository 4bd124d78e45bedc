"""One way in for every file type."""

from __future__ import annotations

from collections.abc import Callable

from dossier.errors import ReadingError
from dossier.model import StoredFile
from dossier.model.picture import Picture
from dossier.read import docx, image, ofd, pdf

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _reader(media_type: str) -> tuple[Callable[[StoredFile], int], Callable[[StoredFile, int, int], Picture]]:
    if media_type == pdf.MEDIA_TYPE:
        return pdf.page_count, pdf.load_page
    if media_type == _DOCX:
        return docx.page_count, docx.load_page
    if media_type == ofd.MEDIA_TYPE:
        return ofd.page_count, ofd.load_page
    if media_type.startswith("image/"):
        return image.page_count, image.load_page
    raise ReadingError(f"不支持的文件类型 {media_type}", "请转换为 PDF 后重新上传。")


def page_count(file: StoredFile) -> int:
    """How many pages the file has. Raises ReadingError (encrypted, damaged, empty)."""
    count = _reader(file.media_type)[0](file)
    if count == 0:
        raise ReadingError("文件中没有页面", "请重新生成该文件后上传。")
    return count


def load_page(file: StoredFile, number: int, dpi: int) -> Picture:
    """Page `number` (from 1) as a picture; PDF, OFD and Word pages are drawn at `dpi`. Raises ReadingError."""
    return _reader(file.media_type)[1](file, number, dpi)

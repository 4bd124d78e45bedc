"""A reader of pages that does what its file's name says. Reading processes find it by its name."""

from __future__ import annotations

import os

from dossier.errors import DossierError, ReadingError
from dossier.model import Page, StoredFile


def read(file: StoredFile, number: int) -> Page | DossierError:
    """The page; but a process that dies, an error that nobody foresaw or one that was."""
    if "退出" in file.name:
        os._exit(1)
    if "出错" in file.name:
        raise ZeroDivisionError("division by zero")
    if "损坏" in file.name:
        return ReadingError("第 1 页已损坏，无法打开", "请重新生成该 PDF 后上传。")
    return Page(file.name, number, 595.0, 842.0, "ocr", file.sha256)

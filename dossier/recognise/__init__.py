"""From the picture of a page to its words, table cells, seals and marks."""

from dossier.recognise.models import ModelPaths, find_models, install_models
from dossier.recognise.reader import Reader, read_without_ocr

__all__ = ["ModelPaths", "Reader", "find_models", "install_models", "read_without_ocr"]

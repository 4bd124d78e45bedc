"""Files to pages: how many a file has, and each page's picture with its text layer where that can be trusted."""

from dossier.read.notes import Notes, notes
from dossier.read.pages import load_page, page_count
from dossier.read.source import source_key

__all__ = ["Notes", "load_page", "notes", "page_count", "source_key"]

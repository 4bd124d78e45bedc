"""Which findings speak of which documents."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from dossier.model import Document, Finding, PageRef


def touches(finding: Finding, pages: Collection[PageRef]) -> bool:
    """Whether the finding rests on one of the pages."""
    return any((place.file, place.page) in pages for place in finding.locations)


def pages_of(documents: Iterable[Document]) -> frozenset[PageRef]:
    """All pages of the documents."""
    return frozenset(page for document in documents for page in document.pages)

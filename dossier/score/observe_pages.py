"""Kinds of pages, the pages of documents, and the characters printed on them."""

from __future__ import annotations

from collections.abc import Iterator, Set

from dossier.model import Box, Page, PageRef
from dossier.score.characters import characters_read, characters_there
from dossier.score.compare import plain_text
from dossier.score.observation import Observation
from dossier.score.reading import Reading
from dossier.score.truth import TrueDocument

SEVERAL_ROWS = 45.0
"""Points: a place this high holds a table or a paragraph, not a line or two."""


def observe_kinds(document: TrueDocument, reading: Reading) -> Iterator[Observation]:
    """One for each page: is it of the kind of its document?"""
    for page in document.pages:
        got = reading.kinds.get(page)
        yield Observation("kind", got == document.kind, want=document.kind, got=got, file=page.file, page=page.page)


def observe_grouping(document: TrueDocument, reading: Reading) -> Iterator[Observation]:
    """One for the document: does a document of its kind have exactly its pages?"""
    wanted = frozenset(document.pages)
    right = any(read.kind == document.kind and read.pages == wanted for read in reading.documents)
    found = reading.of(document)
    first = document.pages[0] if document.pages else None
    yield Observation(
        "grouping",
        right,
        want=_pages(wanted),
        got=_pages(found.pages) if found else None,
        file=first.file if first else "",
        page=first.page if first else 0,
    )


def observe_characters(document: TrueDocument, reading: Reading) -> Iterator[Observation]:
    """One for each printed value with a box, on pages that are there: how many of its characters do its lines have?"""
    for name, places in document.places.items():
        for place in places:
            page, text = reading.pages.get(place.page), plain_text(place.text)
            if page is None or place.box is None or not text or place.how not in ("label", "prose"):
                continue
            line = _line_at(page, place.box)
            counted = characters_there if place.box.height >= SEVERAL_ROWS else characters_read
            yield Observation(
                "characters",
                counted(text, line),
                len(text),
                field=name,
                how=place.how,
                want=place.text,
                got=line,
                file=place.page.file,
                page=place.page.page,
            )


def _line_at(page: Page, box: Box) -> str:
    return plain_text("".join(line.text for line in page.lines if line.box.intersection(box) > 0))


def _pages(pages: Set[PageRef | None]) -> list[str]:
    return sorted(f"{page.file}#{page.page}" if page else "?" for page in pages)

"""What a record says of the pages of a truth, whose files may be named differently in the upload."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any, TypeVar

from dossier.model import Box, Page, PageRef, Record, Seal, Value
from dossier.score.truth import TrueDocument

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class ReadDocument:
    """A document of the record, its pages named as in the truth; pages the truth does not know are left out."""

    kind: str
    pages: frozenset[PageRef | None]
    """None stands for pages in files the truth does not know."""
    fields: Mapping[str, Value]


@dataclass(frozen=True)
class Reading:
    """A record, and the pages it was made of where they are there, by the file names of the truth."""

    files: AbstractSet[str]
    kinds: Mapping[PageRef, str]
    documents: tuple[ReadDocument, ...]
    seals: Mapping[PageRef, Sequence[Seal]]
    signatures: Mapping[PageRef, Sequence[Mapping[str, Any]]]
    pages: Mapping[PageRef, Page]
    """Empty where only the record is there."""

    def of(self, document: TrueDocument) -> ReadDocument | None:
        """The document of the same kind that shares most pages with this one; None where none shares any."""
        wanted = frozenset(document.pages)
        shared = [d for d in self.documents if d.kind == document.kind and d.pages & wanted]
        return max(shared, key=lambda d: len(d.pages & wanted) / len(d.pages | wanted), default=None)

    def page_of(self, value: Value) -> PageRef | None:
        return _named(self.files, PageRef(value.file, value.page))


def make_reading(record: Record, files: AbstractSet[str], pages: Iterable[Page] = ()) -> Reading:
    """The record by the names of `files`, those of the truth."""
    documents = tuple(
        ReadDocument(d.kind, frozenset(_named(files, page) for page in d.pages), d.fields) for d in record.documents
    )
    named = {ref: page for page in pages if (ref := _named(files, PageRef(page.file, page.number)))}
    return Reading(
        files,
        _kinds(record, documents, files),
        documents,
        {ref: list(page.seals) for ref, page in named.items()}
        | _by_page(files, (pair for document in record.documents for pair in document.seals)),
        _by_page(files, ((_place_of(s), s) for document in record.documents for s in document.signatures)),
        named,
    )


def true_file(files: AbstractSet[str], name: str) -> str | None:
    """The file of the truth that a name in a record stands for: an archive's or a folder's name in front is fine."""
    name = unicodedata.normalize("NFC", name).replace("\\", "/").replace("!", "/")
    hits = [file for file in files if name == file or name.endswith(f"/{file}") or file.endswith(f"/{name}")]
    return max(hits, key=lambda file: (len(file), file), default=None)


def box_of(data: Any) -> Box | None:
    """A box of a signature, which is plain data."""
    return Box(*map(float, data)) if data is not None and len(data) == 4 else None


def _named(files: AbstractSet[str], page: PageRef) -> PageRef | None:
    file = true_file(files, page.file)
    return None if file is None else PageRef(file, page.page)


def _kinds(record: Record, documents: Sequence[ReadDocument], files: AbstractSet[str]) -> dict[PageRef, str]:
    """Kinds of pages: a page's own, else that of a document it belongs to."""
    of_documents = {page: document.kind for document in reversed(documents) for page in document.pages if page}
    own = {_named(files, PageRef(page.file, page.page)): page.kind for page in record.pages if page.kind}
    return of_documents | {page: kind for page, kind in own.items() if page}


def _by_page(files: AbstractSet[str], placed: Iterable[tuple[PageRef, Thing]]) -> dict[PageRef, list[Thing]]:
    found: dict[PageRef, list[Thing]] = {}
    for page, thing in placed:
        ref = _named(files, page)
        if ref is not None:
            found.setdefault(ref, []).append(thing)
    return found


def _place_of(signature: Mapping[str, Any]) -> PageRef:
    return PageRef(str(signature.get("file", "")), int(signature.get("page", 0)))

"""What a page is made of, told without drawing it: pages with the same key look the same."""

from __future__ import annotations

import hashlib
import re
import zlib

from dossier.errors import ReadingError
from dossier.model import StoredFile
from dossier.read import pdf
from dossier.read.mupdf import pymupdf

_REFERENCE = re.compile(r"\b(\d+) \d+ R\b")
_INHERITED = ("Resources", "MediaBox", "CropBox", "Rotate")
_NOT_DRAWN = frozenset(
    ("Parent", "StructParents", "Tabs", "Metadata", "PieceInfo", "LastModified", "Thumb", "B", "Dur", "Trans")
)
_DRAWN_BY_MORE = ("OCProperties", "OutputIntents")
"""Layers and colour profiles of the whole file change how its pages are drawn."""
_PACKED = ("/FlateDecode", "[/FlateDecode]")
_LARGEST_INFLATED = 4 << 20
"""Bytes."""
_DEEPEST = 50
"""Steps from a page up to the root of the tree of pages."""


def source_key(file: StoredFile, number: int, dpi: int) -> str:
    """A key of page `number` (from 1) when drawn at `dpi`.

    A plain page of a PDF is known by its own objects, so that it keeps its key when other pages of the file change;
    any other page is known by the whole file.
    """
    content = _page_of_pdf(file, number) if file.media_type == pdf.MEDIA_TYPE else None
    return hashlib.sha256(repr((content or (file.sha256, number), file.media_type, dpi)).encode()).hexdigest()


def _page_of_pdf(file: StoredFile, number: int) -> str | None:
    """A hash of the page's objects, whatever numbers they have in the file; None where they do not say all."""
    try:
        document = pdf.opened(str(file.path))
        if not set(_DRAWN_BY_MORE).isdisjoint(document.xref_get_keys(document.pdf_catalog())):
            return None
        page = document.page_xref(number - 1)
        said = {key: _said(document, page, key) for key in _INHERITED}
        said |= {key: _said(document, page, key) for key in document.xref_get_keys(page) if key not in _NOT_DRAWN}
        if said.get("Annots", "[]") != "[]" or "UserUnit" in said:
            return None
        return _Objects(document, page).hash_of(repr(sorted(said.items())))
    except (ReadingError, RecursionError, *pdf.BROKEN):
        return None


def _said(document: pymupdf.Document, page: int, key: str) -> str:
    """What the page, or the nearest of its ancestors that says it, says under a key."""
    place = page
    for _ in range(_DEEPEST):
        kind, value = document.xref_get_key(place, key)
        if kind != "null" or key not in _INHERITED:
            return str(value)
        kind, parent = document.xref_get_key(place, "Parent")
        if kind != "xref":
            break
        place = int(parent.split()[0])
    return ""


class _Objects:
    """Objects of one PDF, each told by its content and by that of the objects it refers to."""

    def __init__(self, document: pymupdf.Document, page: int) -> None:
        self._document = document
        self._known: dict[int, str] = {page: "object 0"}

    def hash_of(self, text: str, stream: bytes = b"") -> str:
        """Of an object's source and of its stream."""
        told = _REFERENCE.sub(lambda found: self._referred(int(found.group(1))), text)
        return hashlib.sha256(told.encode("utf-8", "surrogateescape") + b"\n" + stream).hexdigest()

    def _referred(self, xref: int) -> str:
        """Objects that refer to each other in a circle are told by the order in which they were come upon."""
        if xref not in self._known:
            self._known[xref] = f"object {len(self._known)}"
            if self._document.xref_is_stream(xref):
                self._known[xref] = self.hash_of(*self._stream(xref))
            else:
                self._known[xref] = self.hash_of(self._document.xref_object(xref, compressed=True))
        return self._known[xref]

    def _stream(self, xref: int) -> tuple[str, bytes]:
        """What is said of a stream, and its content: unpacked, for who writes a file anew packs what lay open."""
        said = {key: self._document.xref_get_key(xref, key)[1] for key in self._document.xref_get_keys(xref)}
        said.pop("Length", None)
        stream: bytes = self._document.xref_stream_raw(xref) or b""
        if said.get("Filter") in _PACKED and "DecodeParms" not in said:
            plain = _inflated(stream)
            if plain is not None:
                stream = plain
                del said["Filter"]
        return repr(sorted(said.items())), stream


def _inflated(stream: bytes) -> bytes | None:
    """A stream as it was before it was packed; None where it is damaged or too large."""
    unpacker = zlib.decompressobj()
    try:
        content = unpacker.decompress(stream, _LARGEST_INFLATED)
    except zlib.error:
        return None
    return content if unpacker.eof else None

"""record.json in Python: what the dossier is and what was read in it, every value with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from dossier.model.bundle import FileProblem
from dossier.model.geometry import Box
from dossier.model.pages import Method, Quality, Seal

Reason = Literal["blank", "unreadable", "ambiguous"]


class PageRef(NamedTuple):
    """A page by file and number (from 1)."""

    file: str
    page: int


class Period(NamedTuple):
    """First and last day, ISO. The end may be 长期."""

    start: str
    end: str


@dataclass(frozen=True)
class Value:
    """Something read, with where and how surely. `value` is None when nothing could be read there (see `reason`).

    A value is a str, bool, int, float, a Period, or a list of str or of flat dicts. Dates are ISO strings.
    """

    value: Any
    raw: str = ""
    file: str = ""
    page: int = 0
    box: Box | None = None
    method: Method = "ocr"
    confidence: float = 0.0
    reason: Reason | None = None

    @property
    def known(self) -> bool:
        return self.value is not None


@dataclass(frozen=True)
class Document:
    """One document of the dossier: its kind (a code of schemas/documents.json), pages and fields."""

    id: str
    """d01, d02 … in the order of the dossier."""
    kind: str
    title: str
    pages: tuple[PageRef, ...]
    fields: Mapping[str, Value] = field(default_factory=dict)
    """A field that is not on the document at all is left out."""
    seals: tuple[tuple[PageRef, Seal], ...] = ()
    signatures: tuple[Mapping[str, Any], ...] = ()
    """{place, state: signed (by pen) | printed | empty | unreadable, name (a printed one), file, page, box}."""
    qr: tuple[str, ...] = ()
    copy_mark: Value | None = None

    def get(self, name: str) -> Value | None:
        return self.fields.get(name)


@dataclass(frozen=True)
class PageSummary:
    """What the record keeps of a page."""

    file: str
    page: int
    kind: str
    orientation: int
    method: str
    sha256: str
    quality: Quality
    width: float
    height: float
    may_be: tuple[str, ...] = ()
    """For a page of unknown kind the kinds it was not ruled out to be, for another those its title speaks for as well.
    Absence of those kinds is not proven."""
    fingerprint: str = ""
    """A perceptual hash (64 bits, hex) by which the same page scanned twice is found."""
    picture_hash: str = ""
    """A finer perceptual hash (256 bits, hex) of the picture a publicity photo shows; empty for other pages."""
    seen: bool = False
    """A person has said what the page is: it leaves nothing open."""


@dataclass(frozen=True)
class Application:
    """What is applied for. Each value is stated by the upload or read from the form; see `method`."""

    policy: str
    submitted: str | None = None
    """ISO date; None when nobody said."""
    series: Value | None = None
    level: Value | None = None
    title: Value | None = None
    specialty: Value | None = None
    route: Value | None = None
    """A list of route codes."""
    committee: Value | None = None


@dataclass(frozen=True)
class Record:
    """Everything that is judged. Pure data; `dossier.model.wire` writes and reads it as JSON."""

    application: Application
    applicant: Mapping[str, Value]
    documents: tuple[Document, ...]
    publicity: tuple[Mapping[str, Any], ...]
    """Events: {items, applicants, period, venue, publisher, outcome, sealed, seal_text: Value; documents: [id]}."""
    facts: Mapping[str, Any]
    pages: tuple[PageSummary, ...]
    files: tuple[Mapping[str, Any], ...] = ()
    """{name, sha256, size, media_type, pages, signatures?} of every file of the upload."""
    problems: tuple[FileProblem, ...] = ()
    corrections: tuple[Mapping[str, Any], ...] = ()
    """What a person put right: {document, field or kind, before, value, by, at, note}, in the order of application."""

    def of_kind(self, *kinds: str) -> Iterator[Document]:
        return (d for d in self.documents if d.kind in kinds)

"""Papers put together of the pieces they were read in: cover, contents and body may lie in several documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from dossier.model import Document, Value
from dossier.text import squeeze
from dossier.validate.case import CERTAIN, Case
from dossier.validate.event import codes

LETTER = "acceptance_letter"
_ONCE = frozenset(["cover", "copyright", "index"])
_BEFORE_THE_BODY = frozenset(["cover", "copyright", "contents"])
_SAME_TITLE, _SAME_JOURNAL = 75.0, 70.0


@dataclass(frozen=True)
class Paper:
    """One paper, its pieces in the order of the dossier."""

    number: int
    """From 1, in the order of the dossier."""
    documents: tuple[Document, ...]

    @property
    def parts(self) -> frozenset[str]:
        return frozenset(part for document in self.documents for part in _parts(document))

    @property
    def is_letter(self) -> bool:
        """Whether nothing but a journal's promise is there."""
        return self.parts == {LETTER}

    @property
    def told(self) -> bool:
        """Whether it is certain which parts are there: all pieces say theirs, and none that comes once comes twice."""
        values = [document.get("parts") for document in self.documents]
        sure = all(value is not None and value.known and value.confidence >= CERTAIN for value in values)
        counts = [sum(part in _parts(document) for document in self.documents) for part in _ONCE]
        return sure and max(counts) <= 1

    def values(self, field: str) -> list[Value]:
        """The field on each piece that carries it, legible ones first and the surest of them before."""
        found = [value for document in self.documents if (value := document.get(field)) is not None]
        return sorted(found, key=lambda value: (not value.known, -value.confidence))

    def value(self, field: str) -> Value | None:
        return next(iter(self.values(field)), None)

    @property
    def name(self) -> str:
        """论文《…》, or by its place: 第2篇论文."""
        title = self.value("title")
        return f"论文《{title.value}》" if title is not None and title.known else f"第{self.number}篇论文"


def papers_of(case: Case) -> list[Paper]:
    """The papers of a dossier. What has a body or a title is one; other pieces go to the one they fit, else alone."""
    documents = list(case.documents("paper"))
    piles: list[list[int]] = []
    for index, document in enumerate(documents):
        if _stands_alone(document):
            own = next((pile for pile in piles if _continues(documents[pile[0]], document)), None)
            own.append(index) if own is not None else piles.append([index])
    for index, document in enumerate(documents):
        if not _stands_alone(document):
            fitting = [pile for pile in piles if all(_compatible(documents[i], document) for i in pile)]
            if fitting:
                min(fitting, key=lambda pile: _distance(pile, index, documents)).append(index)
            else:
                piles.append([index])
    ordered = sorted(sorted(pile) for pile in piles)
    return [Paper(number, tuple(documents[i] for i in pile)) for number, pile in enumerate(ordered, 1)]


def same_title(a: Value | None, b: Value | None) -> bool | None:
    """Whether two titles are the same but for a misread or lost character; None where one is not known."""
    if a is None or b is None or not (a.known and b.known):
        return None
    one, other = squeeze(str(a.value)), squeeze(str(b.value))
    return min(len(one), len(other)) >= 4 and (one in other or other in one or fuzz.ratio(one, other) >= _SAME_TITLE)


def _parts(document: Document) -> tuple[str, ...]:
    return codes(document.get("parts"))


def _stands_alone(document: Document) -> bool:
    """Whether a piece makes a paper: a body, a letter, or a title on more than the page of an index."""
    parts, title = {*_parts(document)}, document.get("title")
    return bool(parts & {"body", LETTER}) or (title is not None and title.known and parts != {"index"})


def _continues(first: Document, document: Document) -> bool:
    """Whether a piece with a title of its own is the same paper once more: its letter beside it never is."""
    letters = [LETTER in _parts(one) for one in (first, document)]
    bodies = "body" in _parts(first) and "body" in _parts(document)
    return not any(letters) and not bodies and same_title(first.get("title"), document.get("title")) is True


def _compatible(one: Document, other: Document) -> bool:
    """Whether nothing that was read keeps two pieces apart."""
    if LETTER in _parts(one) or same_title(one.get("title"), other.get("title")) is False:
        return False
    serials = [squeeze(str(v.value)) for d in (one, other) if (v := d.get("issn")) is not None and v.known]
    if len(serials) == 2 and Levenshtein.distance(*serials) > 1:
        return False
    journals = [squeeze(str(v.value)) for d in (one, other) if (v := d.get("journal")) is not None and v.known]
    if len(journals) < 2:
        return True
    a, b = journals
    return a in b or b in a or fuzz.ratio(a, b) >= _SAME_JOURNAL


def _distance(pile: Iterable[int], index: int, documents: list[Document]) -> tuple[bool, bool, int, bool]:
    """How well a piece fits a pile: by its title, by the parts the pile lacks, by nearness, by the side it lies on."""
    pile, piece = list(pile), documents[index]
    title = any(same_title(documents[i].get("title"), piece.get("title")) for i in pile)
    had = {part for i in pile for part in _parts(documents[i])}
    nearest = min(pile, key=lambda i: abs(i - index))
    wrong_side = (nearest > index) != bool({*_parts(piece)} & _BEFORE_THE_BODY)
    return not title, bool({*_parts(piece)} & had), abs(nearest - index), wrong_side


def other_papers(papers: Iterable[Paper], paper: Paper) -> Iterator[Paper]:
    """Those that are more than a letter, but for this one."""
    return (other for other in papers if other != paper and not other.is_letter)

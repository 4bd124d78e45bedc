"""The record as rules look at it: its events, and what its gaps leave open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from dossier.model import Box, Document, Place, Record, Value
from dossier.policy.consulted import note_fact
from dossier.text import Span, span
from dossier.validate.event import Event, events_of

CERTAIN = 0.85
"""A value read with less cannot carry a fail."""
DOUBTFUL = 0.6
"""A value read with less cannot carry a pass either, where a misread character would turn it round."""


@dataclass(frozen=True)
class Derived:
    """A fact of the record: what follows from the values at `places`. `value` None: it cannot be told, see `reason`.

    A fail that rests on it names it among its evidence, as it names a value.
    """

    value: Any = None
    places: tuple[Place, ...] = ()
    reason: str = ""

    @property
    def certain(self) -> bool:
        """Whether everything it rests on was read with certainty."""
        return all(place.confidence is None or place.confidence >= CERTAIN for place in self.places)


@dataclass(frozen=True)
class Case:
    """One record under judgement. Pure: made of the record alone."""

    record: Record
    events: tuple[Event, ...]
    standing: tuple[Event, ...]
    """Events that still answer for an item: no fully compliant event has taken it over."""

    @property
    def submitted(self) -> Span | None:
        return span(self.record.application.submitted)

    def documents(self, *kinds: str) -> Iterator[Document]:
        return self.record.of_kind(*kinds)

    def applicant(self, field: str) -> Value | None:
        return self.record.applicant.get(field)

    def fact(self, name: str) -> Derived:
        """A fact by its name in record.json; without a value where the record does not keep it."""
        note_fact(name)
        kept = self.record.facts.get(name) or {}
        return Derived(kept.get("value"), tuple(map(_place, kept.get("from", ()))), kept.get("reason", ""))

    def first_page_of(self, *kinds: str) -> Document | None:
        """A document to show where something is missing; kinds in order of preference."""
        return next((d for kind in kinds for d in self.documents(kind)), None)

    def standing_on(self, events: tuple[Event, ...]) -> Case:
        return replace(self, standing=events)


def _place(kept: Any) -> Place:
    box = kept.get("box")
    return Place(kept["file"], kept["page"], Box(*box) if box else None, kept.get("text", ""), kept.get("confidence"))


def make_case(record: Record) -> Case:
    events = events_of(record)
    return Case(record, events, events)


def why_not_proven_absent(case: Case, *kinds: str) -> tuple[str, tuple[Place, ...]] | None:
    """Why documents of these kinds cannot be called missing, and where a person should look; None when they can.

    Absence is not proof while a file could not be opened, a page not read, a page of unknown kind may be one, or the
    title of another speaks for one as well.
    """
    problems = case.record.problems
    if problems:
        names = "、".join(dict.fromkeys(problem.file for problem in problems))
        return f"有文件未能打开或使用（{names}），不能排除其中有此材料", tuple(Place(p.file, 1) for p in problems)
    open_pages = [
        page
        for page in case.record.pages
        if not (page.quality.blank or page.seen)
        and (
            page.method == "none" or (page.kind == "unknown" and (page.quality.problem or set(kinds) & {*page.may_be}))
        )
    ]
    if open_pages:
        shown = "、".join(f"{page.file}第{page.page}页" for page in open_pages[:5])
        more = f"等{len(open_pages)}页" if len(open_pages) > 5 else ""
        return f"{shown}{more}无法辨认，不能排除其为此材料", tuple(Place(p.file, p.page) for p in open_pages)
    titled = [page for page in case.record.pages if page.kind != "unknown" and set(kinds) & {*page.may_be}]
    if titled and not any(page.kind in kinds for page in case.record.pages):
        shown = f"{titled[0].file}第{titled[0].page}页"
        return f"{shown}的标题也像此材料，不能排除其为此材料", tuple(Place(p.file, p.page) for p in titled)
    return None


def why_hard_to_read(case: Case, *documents: Document) -> str:
    """In Chinese, which page of the documents is hard to read and why; empty when all are fine."""
    refs = {ref for document in documents for ref in document.pages}
    for page in case.record.pages:
        if (page.file, page.page) in refs and (page.quality.problem or page.method == "none"):
            return f"{page.file}第{page.page}页：{page.quality.problem or '未能识别'}"
    return ""

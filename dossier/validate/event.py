"""A publicity event: a notice with its photo and its result, and which of the three items it answers for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dossier.model import Document, Record, Value

ITEMS: Mapping[str, str] = {
    "conditions_and_procedure": "评审条件和程序",
    "application_materials": "个人申报材料",
    "unit_opinion": "单位鉴定意见",
}
"""The three things to be published (560-8), in the order of the notice."""

NOTICE, RESULT, PHOTO = "publicity_notice", "publicity_result", "publicity_photo"


@dataclass(frozen=True)
class Event:
    """One publication. `answers_for` narrows as other, fully compliant events take items over."""

    index: int
    """In record.publicity; events made of documents that extraction left alone come after them."""
    fields: Mapping[str, Value]
    documents: tuple[Document, ...]
    covers: frozenset[str]
    """Items it certainly published."""
    may_cover: frozenset[str]
    """Items it may have published: nothing legible is said, or notice and result contradict each other."""
    answers_for: frozenset[str]
    shared: frozenset[str] = frozenset()
    """Ids of documents that also belong to other events."""
    may_be_replaced: bool = False
    """It has a defect, but another event of the same items may turn out to be compliant."""

    def of_kind(self, kind: str) -> tuple[Document, ...]:
        return tuple(document for document in self.documents if document.kind == kind)

    @property
    def notices(self) -> tuple[Document, ...]:
        return self.of_kind(NOTICE)

    @property
    def results(self) -> tuple[Document, ...]:
        return self.of_kind(RESULT)

    def values(self, field: str) -> list[Value]:
        """The field on notice and result; what extraction summed up only where neither carries it."""
        read = field_values([*self.notices, *self.results], field)
        return read or ([self.fields[field]] if field in self.fields else [])

    @property
    def name(self) -> str:
        """What it published, in words: 评审条件和程序、个人申报材料."""
        return name_items(self.answers_for) or "公示"

    @property
    def papers(self) -> Sequence[Document]:
        """Where to look: the notices, else whatever there is."""
        return self.notices or self.documents


def field_values(documents: Iterable[Document], field: str) -> list[Value]:
    """The field on each document that carries it, legible or not."""
    return [value for document in documents if (value := document.get(field)) is not None]


def name_items(items: Iterable[str]) -> str:
    chosen = set(items)
    return "、".join(name for code, name in ITEMS.items() if code in chosen)


def codes(value: Value | None) -> tuple[str, ...]:
    """The codes of a list value; a single code counts as a list of one."""
    content = value.value if value is not None else None
    if isinstance(content, str):
        return (content,)
    return tuple(code for code in content if isinstance(code, str)) if isinstance(content, list | tuple) else ()


def events_of(record: Record) -> tuple[Event, ...]:
    """The events extraction built, then one for each notice or result that is in none of them."""
    by_id = {document.id: document for document in record.documents}
    groups: list[tuple[Mapping[str, Any], list[str]]] = [
        (mapping, [name for name in mapping.get("documents", ()) if name in by_id]) for mapping in record.publicity
    ]
    used = {name for _, names in groups for name in names}
    groups += [({}, [d.id]) for d in record.of_kind(NOTICE, RESULT) if d.id not in used]
    every = [name for _, names in groups for name in set(names)]
    return tuple(
        _event(index, mapping, [by_id[name] for name in names], {n for n in names if every.count(n) > 1})
        for index, (mapping, names) in enumerate(groups)
    )


def _event(index: int, mapping: Mapping[str, Any], documents: Sequence[Document], shared: set[str]) -> Event:
    fields = {name: value for name, value in mapping.items() if isinstance(value, Value)}
    covers, may_cover = _coverage(fields, documents, shared)
    return Event(index, fields, tuple(documents), covers, may_cover, covers | may_cover, frozenset(shared))


def _coverage(
    fields: Mapping[str, Value], documents: Sequence[Document], shared: set[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """What was published is what the notice says; a result that claims more for this event contradicts it.

    Where a notice is there whose items were not understood it may have published all of them.
    """
    noticed = _items(d.get("items") for d in documents if d.kind == NOTICE)
    if noticed:
        own = _items(d.get("items") for d in documents if d.kind == RESULT and d.id not in shared)
        return noticed, own - noticed
    reported = _items([*(d.get("items") for d in documents if d.kind == RESULT), fields.get("items")])
    silent = any(d.kind == NOTICE and d.id not in shared and not codes(d.get("items")) for d in documents)
    return reported, frozenset(ITEMS) - reported if silent or not reported else frozenset()


def _items(values: Iterable[Value | None]) -> frozenset[str]:
    return frozenset(code for value in values for code in codes(value) if code in ITEMS)

"""Achievements by their sort, with the applicant's part in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dossier.facts.fact import Fact, known
from dossier.model import Document, Record, Value
from dossier.policy import Policy
from dossier.text import squeeze

_SORTS: Mapping[str, tuple[tuple[str, ...], str]] = {
    "papers": (("paper",), "authors"),
    "books": (("book",), "authors"),
    "patents": (("patent",), "inventors"),
    "awards": (("award",), "recipients"),
    "projects": (("project", "achievement"), "members"),
    "standards": (("standard",), "drafters"),
}
"""Sort → the kinds counted and the field that lists people. An acceptance notice of a patent is no patent (560-5)."""


def achievements(record: Record, _policy: Policy) -> Fact:
    """{papers, books, patents, awards, projects, standards: {count, roles}}.

    A role is what the document says of it, else the applicant's place in its list of people: 第2.
    """
    name = record.applicant.get("name")
    applicant = squeeze(str(name.value)) if name is not None and name.known else ""
    sorts: dict[str, dict[str, Any]] = {}
    sources: list[Value] = []
    for sort, (kinds, field) in _SORTS.items():
        documents = [document for document in record.of_kind(*kinds) if not _is_application(document)]
        if not documents:
            continue
        roles = [role for document in documents if (role := _role(document, field, applicant))]
        sorts[sort] = {"count": len(documents), "roles": roles}
        sources += known(document.get(field) or document.get("title") for document in documents)
    return Fact(sorts, tuple(sources))


def _is_application(document: Document) -> bool:
    stage = document.get("stage")
    return document.kind == "patent" and stage is not None and stage.value == "application"


def _role(document: Document, field: str, applicant: str) -> str | None:
    stated, listed = document.get("role"), document.get(field)
    if stated is not None and stated.known:
        return str(stated.value)
    if listed is None or not listed.known or not applicant:
        return None
    names = [squeeze(str(one)) for one in listed.value]
    return f"第{names.index(applicant) + 1}" if applicant in names else None

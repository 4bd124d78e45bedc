"""Pages to a Record: lay out, tell kinds, group, read fields, build the publicity events."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from dossier.extract.applicant import FORMS, Statement, applicant_of, application_of
from dossier.extract.context import Context
from dossier.extract.departments import without_departments
from dossier.extract.employer import shown_on_pages
from dossier.extract.events import publicity_events
from dossier.extract.fields import all_labels, find_labels, read_labelled
from dossier.extract.future import without_future
from dossier.extract.group import Draft, group
from dossier.extract.halves import halves, in_order
from dossier.extract.kinds import READERS
from dossier.extract.layout import lay_out
from dossier.extract.level import Lie, as_it_lies, level, value_as_it_lies
from dossier.extract.lost_stroke import with_whole_titles
from dossier.extract.numbers import with_agreed_numbers
from dossier.extract.one_script import in_one_script
from dossier.extract.organisations import known_units, misread_units, with_known_units
from dossier.extract.persons import (
    NAMING,
    published_names,
    sure_names,
    with_doubted_applicants,
    with_known_names,
)
from dossier.extract.plausible import Plausible
from dossier.extract.printed_units import printed_units, with_verified_seals
from dossier.extract.respelled import Spellings, respelled, spellings_of
from dossier.extract.signatures import agreeing, signatures_of
from dossier.extract.signing import seals_of
from dossier.extract.worth import weighed, weighed_value
from dossier.extract.yearly import by_year
from dossier.model import Bundle, Document, FileProblem, Page, PageRef, PageSummary, Record, StoredFile, Value
from dossier.policy import Policy
from dossier.text import fold_org

_LISTING = "summary_form"
"""May list several people: read when the other papers have named the applicant."""


def extract(
    pages: Sequence[Page],
    bundle: Bundle,
    policy: Policy,
    statement: Statement,
    problems: Iterable[FileProblem] = (),
    signatures: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
) -> Record:
    """The record of one dossier. `problems`: what reading found wrong with files, besides intake's.

    `signatures`: the electronic signatures of files, by the file's name.
    """
    signed = signatures or {}
    sheets = halves([level(in_one_script(page)) for page in pages], policy.kinds)
    drafts = group([lay_out(page) for page in in_order(sheets)], policy.kinds)
    lies = dict(_lies(sheets))
    worth = {(page.file, page.number): page.quality.worth for sheet in sheets for page in sheet}
    documents = tuple(
        without_future(as_it_lies(weighed(document, worth), lies), policy.kinds[document.kind], statement.submitted)
        for document in _read_all(drafts, policy)
    )
    forms = [layout for draft in drafts if draft.kind in FORMS for layout in draft.layouts]
    shown = {name: value_as_it_lies(weighed_value(value, worth), lies) for name, value in shown_on_pages(forms).items()}
    return Record(
        application=application_of(documents, statement, policy),
        applicant=applicant_of(documents, shown, policy),
        documents=documents,
        publicity=publicity_events(documents),
        facts={},
        pages=_summaries(pages, drafts, lies),
        files=tuple(_file_row(file, pages, signed.get(file.name, ())) for file in bundle.files),
        problems=(*bundle.problems, *problems),
    )


def _lies(sheets: Iterable[Sequence[Page]]) -> Iterator[tuple[tuple[str, int], Lie]]:
    for sheet in sheets:
        left = 0.0
        for page in sheet:
            yield (page.file, page.number), Lie(sheet[0].number, left, page.skew)
            left += page.width


def _read_all(drafts: Sequence[Draft], policy: Policy) -> tuple[Document, ...]:
    titles = frozenset(title for series in policy.series.values() for title in series.spelled)
    stops = all_labels(policy.kinds)
    order = sorted(range(len(drafts)), key=lambda i: (drafts[i].kind not in NAMING, drafts[i].kind == _LISTING, i))
    read: dict[int, Document] = {}
    names: list[str] = []
    units: list[str] = []
    words = _words(layout.page for draft in drafts for layout in draft.layouts)
    spellings: Spellings | None = None
    changed: set[PageRef] = set()
    for index in order:
        if spellings is None and drafts[index].kind not in NAMING:
            spellings = spellings_of([*sure_names([*read.values()]), *known_units([*read.values()])])
        if spellings:
            before = drafts[index].layouts
            drafts[index].layouts = [respelled(layout, spellings) for layout in before]
            changed |= {new.sheet for old, new in zip(before, drafts[index].layouts, strict=True) if new is not old}
        document = _read(drafts[index], f"d{index + 1:02d}", Context(policy, titles, tuple(names), tuple(units)), stops)
        read[index] = document
        if document.kind in NAMING:
            _remember(names, document.get("name"))
            _remember(units, document.get("employer"))
    documents = [part for index, draft in enumerate(drafts) for part in by_year(read[index], draft.layouts)]
    documents = with_agreed_numbers(with_whole_titles(documents))
    documents = without_departments(documents)
    misread = misread_units(documents, [layout.flow.prose.text for draft in drafts for layout in draft.layouts])
    certain = [unit for unit in known_units(documents) if fold_org(unit) not in misread]
    sure = sure_names(documents)
    documents = [
        with_known_names(
            document,
            sure,
            policy.kinds,
            "".join(words[at.file, at.page] for at in document.pages),
            respelled=not changed.isdisjoint(document.pages),
        )
        for document in documents
    ]
    published = published_names(documents)
    documents = [with_doubted_applicants(document, published) for document in documents]
    documents = [with_known_units(document, certain, misread) for document in documents]
    naming = {
        kind.kind: frozenset(n for n, field in kind.fields.items() if "org" in field.type)
        for kind in policy.kinds.values()
    }
    printed = printed_units(documents, (layout.page for draft in drafts for layout in draft.layouts), naming)
    printed = {name: times for name, times in printed.items() if fold_org(name) not in misread}
    return tuple(with_verified_seals(document, printed) for document in documents)


def _remember(known: list[str], value: Value | None) -> None:
    if value is not None and isinstance(value.value, str) and value.value not in known:
        known.append(value.value)


def _words(pages: Iterable[Page]) -> dict[tuple[str, int], str]:
    """All that was read on each page, without white space; of a line in dispute both readings."""
    words: dict[tuple[str, int], str] = {}
    for page in pages:
        read = "\n".join(f"{line.text}\n{line.raw}" for line in page.lines)
        words[page.file, page.number] = words.get((page.file, page.number), "") + re.sub(r"[^\S\n]", "", read)
    return words


def _read(draft: Draft, identifier: str, context: Context, stops: frozenset[str]) -> Document:
    kind = context.policy.kinds[draft.kind]
    found = find_labels(kind, draft.layouts, stops, context.policy.other_labels) if kind.fields else {}
    fits = Plausible(kind, context.policy, context.title_pattern, stops)
    values: dict[str, Value] = read_labelled(kind, found, fits)
    special = READERS.get(draft.kind)
    if special is not None:
        values |= special(draft, values, found, context)
    signatures = signatures_of(draft.layouts, draft.kind)
    values = dict(agreeing(values, signatures, context.names))
    fields = {name: values[name] for name in kind.fields if name in values}
    return Document(
        id=identifier,
        kind=draft.kind,
        title=draft.title or kind.zh,
        pages=tuple(layout.sheet for layout in draft.layouts),
        fields=fields,
        seals=seals_of(draft.layouts),
        signatures=signatures,
        qr=tuple(text for layout in draft.layouts for text, _ in layout.page.qr),
    )


def _summaries(
    pages: Sequence[Page], drafts: Sequence[Draft], lies: Mapping[tuple[str, int], Lie]
) -> tuple[PageSummary, ...]:
    """A sheet with two documents is of the kind of the first that begins there, unless one of them is unknown."""
    home: dict[tuple[str, int], Draft] = {}
    for draft in drafts:
        for page in (layout.page for layout in draft.layouts):
            place = page.file, lies[page.file, page.number].number
            if draft.kind == "unknown" or place not in home:
                home[place] = draft
    return tuple(
        PageSummary(
            file=page.file,
            page=page.number,
            kind=home[page.file, page.number].kind,
            orientation=page.orientation,
            method=page.method,
            sha256=page.sha256,
            quality=page.quality,
            width=round(page.width, 1),
            height=round(page.height, 1),
            may_be=home[page.file, page.number].may_be,
            fingerprint=page.fingerprint,
        )
        for page in pages
    )


def _file_row(file: StoredFile, pages: Sequence[Page], signatures: Sequence[Mapping[str, Any]]) -> dict[str, object]:
    row: dict[str, object] = {
        "name": file.name,
        "sha256": file.sha256,
        "size": file.size,
        "media_type": file.media_type,
        "pages": sum(page.file == file.name for page in pages),
    }
    return {**row, "signatures": [dict(one) for one in signatures]} if signatures else row

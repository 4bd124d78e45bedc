"""Whom a document is about."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds.seeking import first, labelled_as, name_in, prose_of, said, under
from dossier.extract.persons import as_known
from dossier.extract.readers import valued
from dossier.extract.sentences import Prose
from dossier.extract.wording import NAME
from dossier.model import Value
from dossier.text.regex import Regex

_OPENS_A_PARAGRAPH = Regex(
    rf"(?P<v>{NAME})(?:(?:同志|老师|先生|女士)(?!们)|,(?=[男女],|系)|\((?=男|女|性别|身份|公民|证件))"
)
_SURE = 0.9
"""A labelled name read below this confidence gives way to one right below a head of its own."""


def about(
    draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context, heads: str, *patterns: Regex
) -> Value | None:
    """The person a document is about: labelled, under a head, in its sentences, else a name the dossier knows."""
    prose = prose_of(draft)
    read = labelled_as("name", labelled, found, lambda text: name_in(text) or name_in(as_known(text, context.names)))
    labelled_so = read is not None and read.known
    if labelled_so and read is not None and read.confidence >= _SURE:
        return read
    headed = under(draft, heads, name_in)
    if labelled_so and (headed is None or headed.confidence < _SURE):
        return read
    return first(
        headed,
        _opening_a_paragraph(draft),
        said(prose, patterns, name_in),
        known_person(prose, context),
        read,
    )


def _opening_a_paragraph(draft: Draft) -> Value | None:
    """The person whom the first paragraph that begins with one is about: 张三同志……; 张三,男,……"""
    for layout in draft.layouts:
        rows = [(row, spot) for row in layout.flow.rows() if (spot := row.spot()) is not None]
        left = min((spot.box.x0 for _, spot in rows), default=0.0)
        right = max((spot.box.x1 for _, spot in rows), default=0.0)
        ended = True
        for row, spot in rows:
            match = _OPENS_A_PARAGRAPH.match(row.prose.text)
            opens = ended or spot.box.x0 > left + spot.box.height
            ended = row.prose.text[-1:] in "。:;" or spot.box.x1 < right - 3 * spot.box.height
            name = name_in(match["v"]) if match and opens else None
            at = row.prose.spot(*match.span("v")) if match and name else None
            if at is not None:
                return valued(name, at)
    return None


def known_person(prose: Prose, context: Context) -> Value | None:
    for name in context.names:
        at = prose.text.find(name)
        if at >= 0:
            return prose.value(name, at, at + len(name))
    return None


def whole_known(text: str, start: int, end: int, known: Collection[str]) -> tuple[int, int]:
    """The span of a name, or of the known one that ends there and begins sooner, by a surname that few bear."""
    longer = (name for name in known if len(name) > end - start and text[:end].endswith(name))
    return end - len(max(longer, key=len, default=text[start:end])), end

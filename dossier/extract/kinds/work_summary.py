"""Summaries of professional work: whose, and how long."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds.seeking import first, kept, name_in, pieces, prose_of
from dossier.extract.kinds.teams import sure_name
from dossier.extract.kinds.whom import known_person
from dossier.extract.readers import valued
from dossier.extract.wording import NAME
from dossier.model import Value
from dossier.text.regex import Regex

_HEAD = 0.3
"""Share of the first page's height in which the author's name stands below the title."""
_SIGNED = Regex(rf"(?:本人|申报人|述职人|总结人|报告人|汇报人)(?:签[字名])?:?(?P<v>{NAME})")
_COUNTED = Regex(r"(?:已录入|全文共?|共计?|字数[:为]?)约?(?P<n>\d{2,6})字?")
_ESTIMATED = 0.9
"""Confidence of a number of characters that was counted on pages whose reading may have lost some."""


def work_summary(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """The name behind its label, below the title or with the signature; characters as stated, else as counted."""
    prose = prose_of(draft)
    named = labelled.get("name")
    match = prose.search(_SIGNED)
    signed = prose.value(match["v"], match.start("v"), match.end("v")) if match else None
    name = first(named, _below_title(draft), known_person(prose, context), signed)
    return kept({"name": sure_name(name, context.names), "characters": _characters(draft)})


def _below_title(draft: Draft) -> Value | None:
    layout = draft.layouts[0]
    for flow, spot in pieces(layout):
        if spot.box.cy > _HEAD * layout.page.height:
            return None
        name = name_in(flow.text)
        if name is not None:
            return valued(name, spot)
    return None


def _characters(draft: Draft) -> Value | None:
    prose = prose_of(draft)
    match = prose.search(_COUNTED)
    if match is not None:
        return prose.value(int(match["n"]), match.start("n"), match.end("n"))
    value = prose.value(len(prose.text), 0, len(prose.text))
    return None if value is None else replace(value, raw="", confidence=min(_ESTIMATED, value.confidence))

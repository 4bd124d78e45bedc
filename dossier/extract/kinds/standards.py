"""Standards: number, name and day of issue from the cover, drafters from the foreword."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds.licences import known, rows_in
from dossier.extract.kinds.seeking import kept, prose_of
from dossier.extract.kinds.teams import labelled_team, longest, rows_below
from dossier.extract.layout import Layout
from dossier.extract.publication import STANDARD_NUMBER
from dossier.extract.readers import valued
from dossier.model import Value
from dossier.text import find_dates, normalise
from dossier.text.regex import Regex

_DRAFTERS = Regex(r"(?:本(?:标准|文件|规范|规程)的?)?(?:主要)?(?:起草|编制)(?:人员?|者):?")
_ISSUED = Regex(r"(?P<d>\d{4}-\d\d-\d\d)\s*发布")
_STANDARD_KIND = Regex(r"标准$|标准化|发布|实施|ICS|CCS|批准|报批|前言|代替")


def standard(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """A standard: number, name and day of issue from its cover, drafters from its foreword."""
    prose = prose_of(draft)
    issued = prose.search(_ISSUED)
    number = None
    for row in rows_in(draft.layouts[:1]):
        match = STANDARD_NUMBER.search(row.text)
        spot = row.spot(*match.span("n")) if match else None
        if match and spot and number is None and "代替" not in row.text:
            number = valued(match["n"], spot)
    return kept(
        {
            "title": None if known(labelled, "title") else _standard_title(draft.layouts[0]),
            "standard_number": number or labelled.get("standard_number"),
            "drafters": _drafters(draft.layouts, found, context),
            "date": prose.value(find_dates(issued["d"])[0][0], *issued.span("d"))
            if issued and find_dates(issued["d"])
            else None,
        }
    )


def _drafters(layouts: Sequence[Layout], found: Found, context: Context) -> Value | None:
    """Those behind the label, or in rows of their own below it, whichever are more."""
    teams = rows_below(layouts, _DRAFTERS, context.names), labelled_team(found.get("drafters", ()), context.names)
    team = longest([one for one in teams if one is not None])
    return team.value() if team else None


def _standard_title(cover: Layout) -> Value | None:
    """The largest Chinese print below the number that does not name the kind of standard."""
    read = []
    for row in cover.flow.rows():
        text, spot = row.prose.text, row.spot()
        if spot and re.fullmatch(r"[㐀-鿿()、\-\d:]{4,50}", text) and not _STANDARD_KIND.search(text):
            read.append((spot.box.height, valued(normalise(text), spot)))
    return max(read, key=lambda item: item[0])[1] if read else None

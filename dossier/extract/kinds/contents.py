"""An article as the contents of its issue list it: title and authors on one row, where its own page gives none."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from dossier.extract.kinds.teams import Team, read_team
from dossier.extract.layout import Flow, Layout
from dossier.extract.parts import parts_of
from dossier.extract.persons import UNSURE
from dossier.extract.readers import valued
from dossier.model import Value
from dossier.text import normalise
from dossier.text.regex import Regex

_SECTION = Regex(r"\s*(?:\d{1,3}[\s.、]+)?(?:[〔\[【(（<][^〕\]】)）>\t]{1,10}[〕\]】)）>]|·[^·\t]{1,10}·)?\s*")
"""Before a title: its number or page, and the section it stands in."""
_LEADER = Regex(r"[\s.…·。_\-—]*(?:\t|[.…·_]{2,})[\s.…·。_/]*$")
"""Between title and authors: a gap or a line of dots."""
_PAGE = Regex(r"[\s.…·_]*[(（]?\d{1,4}[)）]?\s*$")
_DASH = Regex(r"(?<=[㐀-鿿])(?:一一|--+)(?=[㐀-鿿])")
"""A dash before what a title adds, as it is read."""
_OPENING = 5
"""Letters with which the article's own page must repeat the title."""
_SHORTEST = 5


def entry_of(layouts: Sequence[Layout], known: Collection[str]) -> tuple[Value, Team] | None:
    """Title and authors of the one article of which somebody known is an author; None where there are more."""
    found = [
        entry
        for layout in layouts
        if "contents" in parts_of("paper", layout)
        for row in layout.flow.rows()
        if (entry := _entry(row, known)) is not None
    ]
    if len({str(title.value) for title, _ in found}) != 1:
        return None
    title, team = found[0]
    opening = str(title.value)[:_OPENING]
    pages = [layout.flow.prose.text for layout in layouts if "contents" not in parts_of("paper", layout)]
    if any(opening in text for text in pages):
        return title, team
    return replace(title, confidence=min(UNSURE, title.confidence)), replace(team, sure=False)


def _entry(row: Flow, known: Collection[str]) -> tuple[Value, Team] | None:
    """What a row lists, where nothing but names that hold a known one stands between title and page."""
    page = _PAGE.search(row.text)
    end = page.start() if page else len(row.text)
    lead = _SECTION.match(row.text)
    start = lead.end() if lead else 0
    for at in (at for at in range(start + _SHORTEST, end) if _LEADER.search(row.text[start:at])):
        authors, ends = row.part(at, end), _LEADER.search(row.text, start, at)
        team = read_team(authors, known)
        if team is None or ends is None or not {*team.names} & {*known} or not _is_all_names(authors, team):
            continue
        title = normalise(row.text[start : ends.start()]).strip()
        spot = row.spot(start, ends.start())
        if spot is not None and len(title) >= _SHORTEST and "\t" not in title:
            return valued(_DASH.sub("——", title), spot), team
    return None


def _is_all_names(flow: Flow, team: Team) -> bool:
    return re.sub(r"[\s,，、;；·]", "", flow.prose.text) == "".join(team.names).replace("·", "")

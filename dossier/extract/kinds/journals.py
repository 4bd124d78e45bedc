"""The name of the journal a paper stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dossier.extract.layout import Flow, Layout
from dossier.extract.parts import parts_of
from dossier.extract.readers import valued
from dossier.extract.sentences import Prose
from dossier.model import Value
from dossier.text.regex import Regex

ISSUE = Regex(r"第\d{1,3}期|No\.?\d|\d{4}年|Vol", re.IGNORECASE)
"""The number of an issue."""
_HOUSE = Regex(
    r"《(?P<a>[㐀-鿿A-Za-z()]{2,24})》|(?:编辑出版|编辑单位|编辑):?(?P<b>[㐀-鿿()]{2,24}?)(?:编辑部|杂志社|编委会)"
)
"""Who edits it; or a name in its marks, which another page must repeat."""
_SORT = Regex(r"《?(?P<n>[㐀-鿿]{3,24})》?\((?:半月|双月|半年|[月季旬周年])刊")
"""A journal's name at the head of its imprint, with how often it comes out."""
_SHORTEST = 4
"""Letters of what stands behind the label at least."""
_ISSUE_OF = Regex(r"《(?P<a>[㐀-鿿A-Za-z()·]{2,24})》[|,、]?(?:(?:19|20)\d\d(?:年|,|\()|第\d{1,3}[卷期])")
"""A journal's name with the year or the number of an issue right behind it."""
_NAME = Regex(r"[㐀-鿿()·]{2,20}")
ISSN_PRINTED = Regex(r"[I1l]SSN")
_HUGE, _SAID_ONCE = 2.5, 0.85
"""As `_LARGE`, for a name that stands nowhere else, and the confidence it has at most."""
_LARGE = 1.6
"""How much larger than the next print of its page the name on a cover is."""


def journal(prose: Prose, layouts: Sequence[Layout], labelled: Value | None) -> Value | None:
    """The name behind its label, in the imprint, beside the number of the issue, or on the cover."""
    rows = [row for layout in layouts for row in layout.flow.rows()]
    if labelled is not None and labelled.known and len(str(labelled.value)) >= _SHORTEST:
        name = re.split(r"[,，.]?\s*(?:19|20)\d\d|[,，(（]|第\d|\bISSN|编辑部", str(labelled.value))[0].strip(
            "《》 ,，"
        )
        return replace(labelled, value=name) if len(name) >= 2 else None
    return (
        _with_its_sort(rows)
        or _of_house(prose, layouts)
        or _at_the_head(prose, rows)
        or _on_the_cover(prose, layouts)
        or _of_issue(prose)
    )


def _with_its_sort(rows: Sequence[Flow]) -> Value | None:
    for row in rows:
        sort = _SORT.match(row.prose.text)
        spot = row.prose.spot(*sort.span("n")) if sort else None
        if sort and spot is not None:
            return valued(sort["n"], spot)
    return None


def _of_house(prose: Prose, layouts: Sequence[Layout]) -> Value | None:
    about = Prose([layout.flow for layout in layouts if "body" not in parts_of("paper", layout)] or prose.whole)
    house = about.search(_HOUSE)
    group = "a" if house and house["a"] else "b"
    if house is None or prose.text.count(house[group]) < 2:
        return None
    return about.value(house[group], house.start(group), house.end(group))


def _at_the_head(prose: Prose, rows: Sequence[Flow]) -> Value | None:
    for row in rows:
        pieces = list(re.finditer(r"[^\t\n]+", row.text))
        names = [piece for piece in pieces if re.fullmatch(r"[㐀-鿿()]{4,20}", piece.group())]
        if len(names) == 1 and len(pieces) > 1 and ISSUE.search(row.text) and prose.text.count(names[0].group()) > 1:
            spot = row.spot(*names[0].span())
            return valued(names[0].group(), spot) if spot else None
    return None


def _on_the_cover(prose: Prose, layouts: Sequence[Layout]) -> Value | None:
    """By far the largest print of a cover, where another page says the same name; less surely, beside an ISSN alone."""
    for layout in layouts:
        if "cover" not in parts_of("paper", layout):
            continue
        runs = [(spot.box.height, run, spot) for run in layout.flow.runs() if (spot := run.spot()) is not None]
        ordered = sorted(runs, key=lambda one: -one[0])
        if not ordered or (len(ordered) > 1 and ordered[0][0] < _LARGE * ordered[1][0]):
            continue
        name = ordered[0][1].prose.text
        if _NAME.fullmatch(name) and prose.text.count(name) > 1:
            return valued(name, ordered[0][2])
        huge = len(ordered) > 1 and ordered[0][0] >= _HUGE * ordered[1][0]
        if _NAME.fullmatch(name) and len(name) >= _SHORTEST and huge and ISSN_PRINTED.search(layout.flow.prose.text):
            return valued(name, ordered[0][2], min(_SAID_ONCE, ordered[0][2].confidence))
    return None


def _of_issue(prose: Prose) -> Value | None:
    """《某某》2021年第9期: the one name that issues are said to be of."""
    found = {match["a"]: match for match in _ISSUE_OF.finditer(prose.text)}
    if len(found) != 1:
        return None
    match = next(iter(found.values()))
    return prose.value(match["a"], *match.span("a"))

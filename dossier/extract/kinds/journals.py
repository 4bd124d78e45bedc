"""The name of the journal a paper stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dossier.extract.layout import Layout
from dossier.extract.parts import parts_of
from dossier.extract.readers import valued
from dossier.extract.sentences import Prose
from dossier.model import Value

ISSUE = re.compile(r"第\d{1,3}期|No\.?\d|\d{4}年|Vol", re.IGNORECASE)
"""The number of an issue."""
_HOUSE = re.compile(
    r"《(?P<a>[㐀-鿿A-Za-z()]{2,24})》|(?:编辑出版|编辑单位|编辑):?(?P<b>[㐀-鿿()]{2,24}?)(?:编辑部|杂志社|编委会)"
)
"""Who edits it; or a name in its marks, which another page must repeat."""
_SORT = re.compile(r"《?(?P<n>[㐀-鿿]{3,24})》?\((?:半月|双月|半年|[月季旬周年])刊")
"""A journal's name at the head of its imprint, with how often it comes out."""
_SHORTEST = 4
"""Letters of what stands behind the label at least."""


def journal(prose: Prose, layouts: Sequence[Layout], labelled: Value | None) -> Value | None:
    """The name behind its label, in the imprint, or beside the number of the issue at the head of a page."""
    rows = [row for layout in layouts for row in layout.flow.rows()]
    if labelled is not None and labelled.known and len(str(labelled.value)) >= _SHORTEST:
        name = re.split(r"[,，.]?\s*(?:19|20)\d\d|[,，(（]|第\d|\bISSN|编辑部", str(labelled.value))[0].strip(
            "《》 ,，"
        )
        return replace(labelled, value=name) if len(name) >= 2 else None
    for row in rows:
        sort = _SORT.match(row.prose.text)
        spot = row.prose.spot(*sort.span("n")) if sort else None
        if sort and spot is not None:
            return valued(sort["n"], spot)
    about = Prose([layout.flow for layout in layouts if "body" not in parts_of("paper", layout)] or prose.whole)
    house = about.search(_HOUSE)
    if house:
        group = "a" if house["a"] else "b"
        if prose.text.count(house[group]) > 1:
            return about.value(house[group], house.start(group), house.end(group))
    for row in rows:
        pieces = list(re.finditer(r"[^\t\n]+", row.text))
        names = [piece for piece in pieces if re.fullmatch(r"[㐀-鿿()]{4,20}", piece.group())]
        if len(names) == 1 and len(pieces) > 1 and ISSUE.search(row.text) and prose.text.count(names[0].group()) > 1:
            spot = row.spot(*names[0].span())
            return valued(names[0].group(), spot) if spot else None
    return None

"""Prizes for works of the arts: the work with its genre, and who gives the prize as its seal says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dossier.extract.kinds.licences import rows_in
from dossier.extract.kinds.seeking import matched
from dossier.extract.layout import Layout
from dossier.extract.readers import valued
from dossier.extract.sentences import Prose
from dossier.model import Value
from dossier.text import normalise

_WORK_SHOWN = re.compile(r"^(?:获奖|参赛|参展)?作品:(?P<t>[㐀-鿿]{0,8}《[^》]{2,40}》)$")
_GENRE = re.compile(r"作品(?P<t>[㐀-鿿]{1,6}《[^》]{2,40}》)(?=,?(?:在[^。;]{2,44})?(?:荣?获|被评))")
"""A work with what it is before its name: 漆屏《……》."""
_HIDDEN = 3
"""Letters at the head of a name that a seal over it hides at most."""


def as_sealed(unit: Value | None, layouts: Sequence[Layout]) -> Value | None:
    """The unit as its seal says it, where that hides the first letters of the name in print."""
    for seal in (seal for layout in layouts for seal in layout.page.seals if unit is not None):
        if (
            unit is not None
            and 1 <= len(seal.text) - len(str(unit.value)) <= _HIDDEN
            and seal.text.endswith(str(unit.value))
        ):
            return replace(unit, value=seal.text, confidence=min(unit.confidence, round(seal.confidence, 2)))
    return unit


def work_shown(layouts: Sequence[Layout], prose: Prose) -> Value | None:
    """The work a prize is for, with what it is before its name."""
    for row in rows_in(layouts):
        match = _WORK_SHOWN.match(row.text)
        spot = row.spot(*match.span("t")) if match else None
        if match and spot:
            return valued(normalise(match["t"]), spot)
    return matched(prose, prose.search(_GENRE), "t")

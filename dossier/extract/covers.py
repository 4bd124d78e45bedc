"""Covers that bear nothing but a journal's name: told by the pages behind them, which name it too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from dossier.extract.continuation import Pile, is_cover
from dossier.extract.layout import Layout
from dossier.extract.parts import parts_of
from dossier.text.regex import Regex

_LARGE = 1.6
"""How much larger than the next print of its page the name on a cover is."""
_NAME = Regex(r"[㐀-鿿·]{3,20}")


def with_covers(piles: Sequence[Pile]) -> list[Pile]:
    """The piles, those papers without a cover led by the page before them that nothing tells and that is theirs."""
    kept = list(piles)
    for before, behind in pairwise(piles):
        alone = before.kind == "unknown" and len(before.sheets) == 1
        if behind.kind != "paper" or before.last.guess is not None or not (alone or len(before.sheets) > 1):
            continue
        parts = {part for sheet in behind.sheets for part in sheet.parts}
        if "cover" not in parts and is_cover_of(before.last.layout, [sheet.layout for sheet in behind.sheets]):
            cover = before.sheets.pop()
            cover.parts = ("cover",)
            behind.sheets.insert(0, cover)
            kept = [pile for pile in kept if pile.sheets]
    return kept


def is_cover_of(layout: Layout, behind: Sequence[Layout]) -> bool:
    """Whether by far the largest print of a page of few words is the journal's name on the pages behind it."""
    if parts_of("paper", layout) or not is_cover(layout):
        return False
    runs = [(spot.box.height, run.prose.text) for run in layout.flow.runs() if (spot := run.spot()) is not None]
    ordered = sorted(runs, reverse=True)
    if not ordered or (len(ordered) > 1 and ordered[0][0] < _LARGE * ordered[1][0]):
        return False
    name = _NAME.fullmatch(ordered[0][1])
    return name is not None and any(_names(row.text, name.group()) for one in behind for row in one.flow.rows())


def _names(row: str, name: str) -> bool:
    """Whether a row names a journal: behind its label, in its marks, alone, before its editors, sort or year."""
    own = re.escape(name)
    return (
        re.search(
            rf"(?:刊名|(?:期刊|刊物)(?:名称)?|来源|出处|《)[:\s]*{own}(?![㐀-鿿])"
            rf"|(?:^|\t){own}(?:$|\t|》|编辑部|杂志社|[(,\s]*(?:19|20)\d\d|\((?:半月|双月|[月季旬周])刊)",
            row,
        )
        is not None
    )

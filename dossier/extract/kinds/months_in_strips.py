"""Paid months in strips: a row 月份 with a few months, and right below it a row that marks those which are paid."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.extract.kinds.columns import Piece, bands, pieces
from dossier.extract.layout import Layout, Spot
from dossier.text.regex import Regex

_MONTHS = Regex(r"(?:缴费|费款所属|所属|参保)?(?:月份|年月|月度)")
_PAYS = Regex(r"(?:是否)?(?:实缴|缴费|已缴|到账|缴纳)(?:情况|状态|标志)?")
_MONTH = Regex(r"(?P<y>(?:20)?\d\d)[./年-](?P<m>0?[1-9]|1[0-2])月?")
_MARKED = Regex(r"[√✓✔☑■●Vv]|已?(?:实)?缴(?:费)?|到账|正常|是")
"""A tick, also as it is read for a letter."""
_LEAST = 2
"""Months of a strip at least."""


def paid_in_strips(layouts: Sequence[Layout]) -> tuple[list[tuple[str, Spot]], bool]:
    """The months marked as paid, and whether the mark of any other was not read."""
    months: list[tuple[str, Spot]] = []
    lost = False
    for layout in layouts:
        strip: list[tuple[str, Piece]] = []
        for band in bands(pieces(layout)):
            if strip and _PAYS.fullmatch(band[0].heading):
                marks = [_mark_below(head, band[1:]) for _, head in strip]
                lost = lost or None in marks
                for (month, head), mark in zip(strip, marks, strict=True):
                    if mark is not None and head.spot is not None and _MARKED.fullmatch(mark.text):
                        months.append((month, head.spot))
            strip = _strip(band)
    return months, lost


def _strip(band: Sequence[Piece]) -> list[tuple[str, Piece]]:
    """The months of a row headed 月份, where all in it are months."""
    if not band or not _MONTHS.fullmatch(band[0].heading):
        return []
    own = [one for one in band[1:] if one.text]
    read = [_MONTH.fullmatch(one.text) for one in own]
    if len(own) < _LEAST or None in read:
        return []
    return [(f"20{match['y'][-2:]}-{int(match['m']):02}", one) for match, one in zip(read, own, strict=True) if match]


def _mark_below(head: Piece, marks: Sequence[Piece]) -> Piece | None:
    return next((one for one in marks if one.text and _below(head, one)), None)


def _below(head: Piece, mark: Piece) -> bool:
    return abs(head.box.cx - mark.box.cx) < max(head.box.width, mark.box.width) / 2

"""Paid months in strips: a row with a few months, and right below it a row that marks those which are paid.

Both rows may be headed, 月份 over 是否缴费, or hold nothing but months and marks.
"""

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
_UNMARKED = Regex(r"[×✗✘Xx/—-]|未缴(?:费)?|欠费?|中断|停缴|否")
_LEAST, _LEAST_BARE = 2, 3
"""Months of a strip at least, where it is headed and where it is not."""


def paid_in_strips(layouts: Sequence[Layout]) -> tuple[list[tuple[str, Spot]], bool]:
    """The months marked as paid, and whether the mark of any other was not read."""
    months: list[tuple[str, Spot]] = []
    lost = False
    for layout in layouts:
        strip: list[tuple[str, Piece]] = []
        for band in bands(pieces(layout)):
            if strip and (_PAYS.fullmatch(band[0].heading) or _are_marks(band)):
                marks = [_mark_below(head, band) for _, head in strip]
                lost = lost or None in marks
                for (month, head), mark in zip(strip, marks, strict=True):
                    if mark is not None and head.spot is not None and _MARKED.fullmatch(mark.text):
                        months.append((month, head.spot))
            strip = _strip(band)
    return months, lost


def _strip(band: Sequence[Piece]) -> list[tuple[str, Piece]]:
    """The months of a row headed 月份, where all in it are months."""
    headed = bool(band) and _MONTHS.fullmatch(band[0].heading) is not None
    own = [one for one in band[1 if headed else 0 :] if one.text]
    read = [_MONTH.fullmatch(one.text) for one in own]
    if len(own) < (_LEAST if headed else _LEAST_BARE) or None in read:
        return []
    return [(f"20{match['y'][-2:]}-{int(match['m']):02}", one) for match, one in zip(read, own, strict=True) if match]


def _are_marks(band: Sequence[Piece]) -> bool:
    """Whether a row holds nothing but what says of months whether they are paid, and of one at least that it is."""
    told = [one.text for one in band if one.text]
    paid = [text for text in told if _MARKED.fullmatch(text)]
    return bool(paid) and all(_MARKED.fullmatch(text) or _UNMARKED.fullmatch(text) for text in told)


def _mark_below(head: Piece, marks: Sequence[Piece]) -> Piece | None:
    return next((one for one in marks if one.text and _below(head, one)), None)


def _below(head: Piece, mark: Piece) -> bool:
    return abs(head.box.cx - mark.box.cx) < max(head.box.width, mark.box.width) / 2

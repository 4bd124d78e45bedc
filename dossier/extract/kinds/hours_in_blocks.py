"""Hours of study in blocks: a card a year, or a strip a year whose text stands beside the year and wraps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from dossier.extract.kinds.columns import Piece, head_over, named_heads, pieces
from dossier.extract.kinds.hours import SUBJECTS, YEAR, Year, code_of, hours_of, number
from dossier.extract.layout import Cell, Layout
from dossier.model import Box
from dossier.text.regex import Regex

_FILLER = (
    r"(?:\([^()]{1,24}\)|学习|培训|继续教育|教育|已|完成|学时|学分|课时|数|为|是|:|,|\(学时\)|\(学分\)|并|考核|合格|共|计|累计|获得?"
    r"|取得|达到?|内容|和|的|了|科目|课程)"
)
SAID_OF = {
    "public": r"公需(?:科.?|课程?)?",
    "professional": r"专业(?:科目?|科.(?=\d)|课程?|(?=\d))",
    "total": r"(?:共计?|总计|合计|累计|总(?=学时|学分))",
}
"""What stands before the hours of a subject in running words, as patterns."""
_COUNTED = "年|月|日|天|周|次|期|门|项|节|讲|班|场|人|名|件|份|本|篇|分钟|证书?|课程|科目"
"""What is counted otherwise than by hours: 共完成课程12门."""
_CODE = Regex(
    r"(?:(?:证书|证明|登记)?(?:编号|号码?|证号)|No\.?|NO\.?)?:?(?P<code>[A-Z]{1,6}\d{4}[A-Z0-9\-]{2,16}|\d{10,20})"
)
"""The number of a certificate, alone on its row."""
_HEAD = Regex(r"((?:19|20)\d\d)年?度?:?")
_FIGURE, _SUM_HEAD = Regex(r"\d{1,3}(?:\.\d)?"), Regex(r"(?:总学时|总学分|总课时|总计|合计|共计|累计):?")
"""A figure alone, and what stands over it."""
_LEAST = 2
"""Blocks at least: one alone is a sentence or a sheet."""
_ALIGNED = 10.0
"""Points by which years of one column of strips are apart at most."""


def said_hours(text: str, subject: str) -> float | None:
    """The hours said of a subject, no count of anything else; None where two different numbers are."""
    pattern = rf"{subject}{_FILLER}{{0,6}}(\d{{1,3}}(?:\.\d)?)(?!\d|\.|个?(?:{_COUNTED}))"
    numbers = {number(match[1]) for match in re.finditer(pattern, text)}
    return numbers.pop() if len(numbers) == 1 else None


def by_cards(layouts: Sequence[Layout]) -> list[Year]:
    """A cell a year, headed by it or with it beside: 2020年 / 公需科目30学时 / 专业科目64学时 / 总学时94 / a number."""
    found = [year for layout in layouts for cell in layout.cells if (year := _card(cell)) is not None]
    return _each_once(found)


def _each_once(years: list[Year]) -> list[Year]:
    """The years, where there are enough and none twice; else none."""
    return years if len({year.year for year in years}) == len(years) >= _LEAST else []


def _card(cell: Cell) -> Year | None:
    runs = [run for row in cell.flow.rows() for run in row.runs() if run.prose.text]
    heads = [(head, spot) for run in runs if (head := _HEAD.fullmatch(run.prose.text)) and (spot := run.spot())]
    if len(heads) != 1 or len(runs) < _LEAST:
        return None
    (head, spot) = heads[0]
    said = [run.prose.text for run in runs if not _HEAD.fullmatch(run.prose.text)]
    figures = [text for text in said if _FIGURE.fullmatch(text)]
    sums = [text for text in said if _SUM_HEAD.fullmatch(text)]
    if len(figures) == len(sums) == 1:
        said = [text for text in said if text not in (*figures, *sums)] + [sums[0] + figures[0]]
    return _told(Year(int(head[1]), spot), said)


def by_strips(layouts: Sequence[Layout]) -> list[Year]:
    """Years in a column; what stands beside each is said of it: to half the way to its neighbours, or down to the next.

    Whichever way it is, taken for the other it leaves the first year or the last without its due. Where it does not,
    hours that add up tell.
    """
    found: list[Year] = []
    for layout in layouts:
        whole = list(pieces(layout))
        heads = [piece for piece in whole if YEAR.fullmatch(piece.text)]
        column = sorted(
            (head for head in heads if heads and abs(head.box.x0 - heads[0].box.x0) < _ALIGNED),
            key=lambda head: head.box.cy,
        )
        if len(column) >= _LEAST:
            found += _agreed([_strips(whole, column, edges) for edges in (_halfway(column), _downward(column))])
    return _each_once(found)


def by_own_heads(layouts: Sequence[Layout]) -> list[Year]:
    """A cell a year, and beside each a small table of its own: heads in the upper row, hours and number below them."""
    found: list[Year] = []
    for layout in layouts:
        shown = pieces(layout)
        for cell in shown:
            match, spot = YEAR.fullmatch(cell.text), cell.spot
            if match is None or spot is None:
                continue
            beside = [one for one in shown if _stands_beside(one.box, cell.box)]
            heads = named_heads(beside, SUBJECTS)
            if not {"public", "professional"} <= heads.keys():
                continue
            year = Year(int(match[1]), spot)
            for one in beside:
                name = head_over(one.box, heads) if one.box.y0 >= heads["public"].cy else None
                if name == "certificate_number":
                    year.number = code_of(one)
                elif name is not None and (hours := hours_of(one.text)) is not None:
                    year.add(name, hours)
            found.append(year)
    return _each_once(found)


def _stands_beside(box: Box, cell: Box) -> bool:
    """Whether a piece stands right of a cell, within its height."""
    return box.x0 >= cell.x1 - 2 and cell.y0 <= box.cy <= cell.y1


def _agreed(readings: Sequence[Sequence[Year]]) -> Sequence[Year]:
    """The one reading that gives every year its hours; of several that differ the one whose hours add up."""
    whole = [years for years in readings if years]
    if len({tuple(str(year.hours) for year in years) for years in whole}) > 1:
        proven = [years for years in whole if all(year.hours["total"] is not None and year.balanced for year in years)]
        whole = proven if len(proven) == 1 else []
    return whole[0] if whole else ()


def _strips(whole: Sequence[Piece], column: Sequence[Piece], edges: Sequence[float]) -> list[Year]:
    """The years of a column, each with what stands beside it between two edges; none where one of them has nothing."""
    found = []
    for head, (top, bottom) in zip(column, pairwise(edges), strict=True):
        match, spot = YEAR.fullmatch(head.text), head.spot
        beside = [one for one in whole if one.box.x0 > head.box.x1 and top <= one.box.cy < bottom]
        beside.sort(key=lambda one: one.box.cy)
        if match is not None and spot is not None:
            told = _told(Year(int(match[1]), spot), [one.text for one in beside])
            found += [told] if told is not None else []
    return found if len(found) == len(column) else []


def _halfway(column: Sequence[Piece]) -> list[float]:
    """Heights half the way between the heads of a column, and as far above the first and below the last."""
    steps = [(upper.box.cy + lower.box.cy) / 2 for upper, lower in pairwise(column)]
    first = column[0].box.cy - (steps[0] - column[0].box.cy)
    last = column[-1].box.cy + (column[-1].box.cy - steps[-1])
    return [first, *steps, last]


def _downward(column: Sequence[Piece]) -> list[float]:
    """The tops of a column's heads, and below the last as far as it is to the one before."""
    tops = [head.box.y0 for head in column]
    return [*tops, tops[-1] + (tops[-1] - tops[-2])]


def _told(year: Year, rows: Sequence[str]) -> Year | None:
    """The year with the hours that rows of text say of it; None where they say no sum and no two parts."""
    codes = [match["code"] for row in rows if (match := _CODE.fullmatch(row))]
    text = "".join(row for row in rows if not _CODE.fullmatch(row))
    year.hours = {name: said_hours(text, subject) for name, subject in SAID_OF.items()}
    year.number = codes[0] if len(codes) == 1 else None
    year.alone = year.hours["public"] is None and year.hours["professional"] is None
    parted = year.hours["public"] is not None and year.hours["professional"] is not None
    return year if parted or (year.alone and year.hours["total"] is not None) else None

"""Places of opinions whose heads are no more than 意见, or the name of who gives one."""

from __future__ import annotations

from dossier.extract.group import Draft
from dossier.extract.labels import Candidate
from dossier.extract.layout import Cell, Layout
from dossier.extract.readers import valued
from dossier.model import Value
from dossier.text import find_dates
from dossier.text.regex import Regex

_COUNTED = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})?[、.]?"
_AUTHORITY = Regex(rf"{_COUNTED}(?:上级)?(?:主管|呈报)(?:部门|单位)")
_UNIT = Regex(rf"{_COUNTED}(?:(?:设站|工作|用人|所在|基层|申报|推荐|聘用)?单位|(?:所在)?(?:学校|学院|医院|公司|院所))")
_BARE = Regex(rf"{_COUNTED}(?:推荐|鉴定|审核|考核)?意见")
_HOLDS = Regex(r"同意|属实|盖章|公章|签[名字章]")
"""What only the place of an opinion holds."""
_RECOMMENDS = Regex(r"(?:同意|拟|一致|予以)(?:推荐|申报|上报|初定|呈报)|推荐(?:[㐀-鿿]{2,4}同志)?(?:申报|晋升|初定)")
_OTHERS = Regex(r"主管|人社|教育局|评委会|评审委员会|答辩|导师|专家")
"""Words of those besides the unit who write into a form."""

_NEXT_HEAD = Regex(r"意见|^(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.](?!\d)|委员会|主管部门")
_SIGNING_ROWS, _NEAR, _BESIDE_A_DAY = 5, 12.0, 4
"""Rows below an opinion that may sign it, heights of its label from it at most, letters beside the day: 日期:."""


def below_authority(draft: Draft) -> list[tuple[Layout, Candidate]]:
    """Places headed 主管部门 alone that hold an opinion; elsewhere that heads the name of the authority."""
    return [
        (layout, one)
        for layout in draft.layouts
        for head in layout.cells
        if _AUTHORITY.fullmatch(head.text) and (one := _place(head, layout, _HOLDS)) is not None
    ]


def below_unit(draft: Draft) -> list[tuple[Layout, Candidate]]:
    """Places headed by the unit that recommends, 设站单位; else the only one headed 意见 and nothing before it."""
    for pattern in (_UNIT, _BARE):
        heads = [(layout, cell) for layout in draft.layouts for cell in layout.cells if pattern.fullmatch(cell.text)]
        found = [
            (layout, one)
            for layout, head in heads
            if layout.left_of(head) is None and (one := _place(head, layout, _RECOMMENDS)) is not None
        ]
        if len(found) == 1 and (pattern is _UNIT or len(heads) == 1):
            return found
    return []


def day_below(layout: Layout, opinion: Candidate) -> Value | None:
    """The day alone on one of the rows below an opinion that no box surrounds, up to the next head."""
    spot = opinion.label_spot
    if any(cell.box.contains(spot.box.cx, spot.box.cy) for cell in layout.cells):
        return None
    below = spot.box.y1 + 0.3 * spot.box.height
    rows = [(row, at) for row in layout.rows if (at := row.spot()) is not None and at.box.cy > below]
    for row, at in rows[:_SIGNING_ROWS]:
        if _NEXT_HEAD.search(row.prose.text) or at.box.y0 - spot.box.y1 > _NEAR * spot.box.height:
            return None
        for run in row.runs():
            dates = find_dates(run.prose.text)
            day = run.prose.spot(*dates[0][1:]) if len(dates) == 1 else None
            if day is not None and len(run.prose.text) - len(day.text) <= _BESIDE_A_DAY:
                return valued(dates[0][0], day)
    return None


def _place(head: Cell, layout: Layout, holds: Regex) -> Candidate | None:
    """What stands right of a head, where it holds such words, and none of those who are neither unit nor authority."""
    place, spot = layout.right_of(head), head.flow.spot()
    if place is None or spot is None or not holds.search(place.text):
        return None
    if holds is _RECOMMENDS and _OTHERS.search(place.text):
        return None
    return Candidate(head.text, spot, place.flow, place.box, 1)

"""Which unit speaks in a notice, certificate or opinion: it signs, is labelled, heads the page or seals it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds.sealing import COMPLETED, lost_letters
from dossier.extract.kinds.seeking import labelled_as, org_in
from dossier.extract.layout import Flow, Layout
from dossier.extract.readers import valued
from dossier.extract.sentences import closing, org_name, signing_rows
from dossier.extract.signing import sealed
from dossier.extract.wording import NOT_AN_ORGANISATION
from dossier.model import Value
from dossier.text import fold_org
from dossier.text.regex import Regex

_DEPARTMENT = Regex(
    r"(?:党委|党政|综合|组织|人力资源|人事|政工|职称|科技|教务|行政|校长|院长|经理|总务|工会|纪检|监察|纪委|劳资|干部|师资|管理|教师|工作|发展|与|和|、)*(?:部|处|科|室|股|办|办公室|组织部|领导小组|中心)"
    r"|(?:学校|医院|公司|单位|集团|中心|[校院局所厂台站馆])?(?:年度|人事|工作人员|职工)*考核(?:工作)?(?:委员会|领导小组|小组|办公室)"
)
"""A part of the unit, which has no name of its own."""
_HEADED = Regex(
    r"(?P<unit>[^,。;:]{4,40}?)(?:文件|便函|公函|公告栏|(?=关于|20\d\d年|职称|申报|公示|专业技术|教师|教职工|推荐|考核))"
)
_SENTENCE = Regex("[。;]")
"""What a row of prose holds, and no letterhead."""
_LETTERHEAD = 3
"""Rows at the top that may name the unit."""
_SURE = 0.9
"""A unit read more surely than this needs no other reading."""
_SEAL_IS = 70.0
"""Similarity (0 to 100) from which a seal confirms a name. Other units' names reach at most 60."""


def signed_off(draft: Draft) -> tuple[Value | None, Value | None]:
    """(unit, date) at the end of the document."""
    rows = [row for layout in draft.layouts for row in signing_rows([*layout.rows, *_cell_rows(layout)])]
    return closing(sorted(rows, key=lambda row: _height(draft, row)))


def _height(draft: Draft, row: Flow) -> tuple[int, float]:
    """The row's page in the document and how far down it stands: a table may stand above the signing rows."""
    spot = row.prose.spot()
    pages = [(layout.page.file, layout.page.number) for layout in draft.layouts]
    return pages.index((row.file, row.page)), spot.box.cy if spot else 0.0


def _cell_rows(layout: Layout) -> list[Flow]:
    """Rows inside cells: many letters are set in a ruled frame."""
    return [row for cell in layout.cells for row in cell.flow.rows()]


def speaking_unit(draft: Draft, name: str, labelled: Mapping[str, Value], found: Found) -> Value | None:
    """The unit a document is of. A department gives way to its unit; of several the one the seal confirms is it.

    `name`: the labelled field that may hold it.
    """
    signing = signed_off(draft)[0]
    named = [one for one in _candidates(draft, signing, labelled_as(name, labelled, found, _unit)) if one.known]
    units = [one for one in named if not is_department(str(one.value))]
    stamped = sealed(draft.layouts).get("seal_text")
    if stamped is not None and stamped.known:
        confirmed = [one for one in units if _alike(str(one.value), str(stamped.value)) >= _SEAL_IS]
        units = confirmed or units
    units = [_completed(unit, units, draft) for unit in units]
    if units:
        return next((one for one in units if not _is_faculty(str(one.value), units)), units[0])
    if stamped is not None and stamped.known:
        return stamped
    department = next(iter(named), None)
    return (
        replace(department, confidence=min(department.confidence, 0.6))
        if department
        else labelled_as(name, labelled, found, _unit)
    )


def as_headed(unit: Value | None, draft: Draft) -> Value | None:
    """The unit that signs, as the letterhead spells it where that is read more surely, or has letters that it lacks.

    A seal lies on the signature.
    """
    if unit is None or not unit.known:
        return unit
    for head in _letterhead(draft):
        if lost_letters(fold_org(str(unit.value)), fold_org(str(head.value))):
            return replace(head, confidence=min(head.confidence, COMPLETED))
    for head in () if unit.confidence >= _SURE else _letterhead(draft):
        if head.confidence > unit.confidence and _alike(str(head.value), str(unit.value)) >= _SEAL_IS:
            return head
    return unit


def _candidates(draft: Draft, signing: Value | None, labelled: Value | None) -> Iterator[Value]:
    yield from (one for one in (signing, labelled) if one is not None)
    yield from _letterhead(draft)


def _letterhead(draft: Draft) -> Iterator[Value]:
    """The units that the first rows name."""
    for row in draft.layouts[0].rows[:_LETTERHEAD]:
        spot = row.spot()
        headed = None if _SENTENCE.search(row.prose.text) else _HEADED.match(row.prose.text)
        unit = org_name(row.prose.text) or (org_name(headed["unit"]) if headed else None)
        if spot is not None and unit is not None and not row.prose.text.endswith(":"):
            yield valued(unit.replace("(", "（").replace(")", "）"), spot)


def _completed(unit: Value, others: Sequence[Value], draft: Draft) -> Value:
    """The whole of a name that a narrow cell breaks: as a cell says it, or another place."""
    for one in others:
        if _is_more(str(one.value), str(unit.value)):
            return one
    for cell in (cell for layout in draft.layouts for cell in layout.cells):
        whole, spot = org_in(cell.text), cell.flow.spot()
        if spot is not None and whole is not None and _is_more(whole, str(unit.value)):
            lead = whole.removesuffix(str(unit.value))
            if f"{lead}\t" not in cell.flow.text:
                return valued(whole, spot)
    return unit


def is_department(name: str) -> bool:
    """Whether a name is but that of a part of some unit: 人力资源部, 党委组织部."""
    return _DEPARTMENT.fullmatch(name) is not None


def _is_more(whole: str, part: str) -> bool:
    """Whether the second name is the last row of the first, or its first without what kind of company it is."""
    rest = whole.removeprefix(part)
    return whole != part and (
        whole.endswith(part) or re.fullmatch(r"(?:股份|集团|责任)*有限(?:责任)?公司", rest) is not None
    )


def _is_faculty(name: str, units: Sequence[Value]) -> bool:
    """Whether a name is that of a part of a university that is named, too: 文学院."""
    whole = any(str(one.value) != name and re.search(r"(?:大学|学院)$", str(one.value)) for one in units)
    return whole and re.fullmatch(r"[㐀-鿿]{1,3}学院|[㐀-鿿]{2,6}系", name) is not None


def _unit(text: str) -> str | None:
    unit = org_in(text)
    return None if unit is None or NOT_AN_ORGANISATION.search(unit) else unit


def _alike(a: str, b: str) -> float:
    return fuzz.ratio(fold_org(a), fold_org(b))

"""Yearly assessments: the year in the title or a label, the grade in its place, among boxes or in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds.columns import pieces
from dossier.extract.kinds.results import listed_result
from dossier.extract.kinds.seeking import COMRADE, first, kept, name_in, org_in, prose_of, said
from dossier.extract.kinds.signers import is_department, signed_off
from dossier.extract.kinds.whom import known_person
from dossier.extract.layout import Flow, Layout, Spot
from dossier.extract.readers import unknown, valued
from dossier.extract.sentences import Prose
from dossier.extract.signing import sealed
from dossier.extract.ticks import BOX, TICKS
from dossier.extract.wording import ORG_END
from dossier.model import Value
from dossier.text.regex import Regex

GRADES = "基本合格|基本称职|不合格|不称职|优秀|良好|合格|称职|不定等次|未定等次|不确定等次"
"""The grades of a yearly assessment, as a pattern."""
_GRADE = Regex(GRADES)
_BARE_GRADE = Regex(rf"(?:{GRADES})(?:等次|档次|等级)?")
_DECIDED = Regex(
    rf"(?:等次|档次|等级|结果|结论|考核)[㐀-鿿]{{0,6}}?(?:评定|确定|核定|认定|评|定)?(?<!分)为[“\":(.,]{{0,2}}(?P<v>{GRADES})"
    rf"|(?:评定|确定|核定|认定|评|定)为[“\"(]?(?P<w>{GRADES})|(?:评为|等次:|结果:|定等:)(?P<x>{GRADES})"
)
_OF_UNIT = Regex(
    rf"(?:同志)?(?:系|是|为|[我本](?:单位|公司|校|院|局|所|厂|中心|站)|兹(?:有|证明)(?![我本][单公校院局所厂中站]))(?P<v>(?!我|本(?!溪))(?:(?!同志)[㐀-鿿()]){{4,40}}?(?:{ORG_END}))(?=[㐀-鿿]{{0,14}}?(?:职工|员工|教师|人员|干部))"
)
"""The unit that a sentence says the person works for."""
_OF_CONDUCT, _IS_GRADE = "良好", Regex('[”")]?(?:等次|档次|等级)')
"""A grade of companies and schools; beside another grade it speaks of conduct: 表现良好,考核合格."""
_PART_OF_A_UNIT = Regex(r"(?:(?!公司|集团|中心|[院校局所厂矿])[㐀-鿿]){2,10}(?:部|科|室|处|车间)")
_SYSTEM, _SHORTEST = Regex("平台|系统|协同|^[\\w]*HR"), 3
"""What prints a page and is no unit; letters of a unit's name at least."""
_PROPOSED = 6
"""Letters between 建议 and a grade that is only proposed."""
_SURMISED = 0.85
"""Confidence at most, where an option is taken for ticked because it alone has lost its box."""
_HEAD_ROWS, _HEAD = 3, 0.25
"""Rows at the top, and share of the page's height, where a form names the unit it is of."""
_SIGNS = 0.8
"""Confidence at most of a unit that only signs: one above the person's may have assessed."""
_YEAR = Regex(r"(?<!\d)((?:19|20)\d\d)\)?年度")


def annual_assessment(
    draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context
) -> Mapping[str, Value]:
    """The year in the title where no label announces it; the one grade that is given."""
    year, prose = _whole_year(labelled.get("year")), prose_of(draft)
    read = year if year is not None and year.known else _assessed_year(prose) or year
    own = listed_result(draft, context, GRADES)
    if own is not None:
        return kept({**own, "year": read})
    return kept(
        {
            "name": first(labelled.get("name"), said(prose, (COMRADE,), name_in), known_person(prose, context)),
            "employer": first(_whole(labelled.get("employer")), said(prose, (_OF_UNIT,), _whole_unit), _unit(draft)),
            "year": read,
            "grade": _grade(draft, labelled.get("grade"), found, prose),
        }
    )


def _whole_unit(text: str) -> str | None:
    """The unit a text names, where it is none of the departments of one."""
    unit = org_in(text)
    part = unit is None or is_department(unit) or _PART_OF_A_UNIT.fullmatch(unit) or _SYSTEM.search(unit)
    return None if part else unit


def _whole(labelled: Value | None) -> Value | None:
    """A labelled unit, unless it is a department of one or a system that prints."""
    if labelled is None or not labelled.known:
        return labelled
    text = str(labelled.value)
    part = is_department(text) or _PART_OF_A_UNIT.fullmatch(text) or _SYSTEM.search(text) or len(text) < _SHORTEST
    return None if part else labelled


def _unit(draft: Draft) -> Value | None:
    """The unit alone below a form's title, unless it is written to; less surely, the one that signs the result."""
    page = draft.layouts[0].page
    for row in draft.layouts[0].rows[:_HEAD_ROWS]:
        unit, spot = None if row.prose.text.endswith(":") else _whole_unit(row.text), row.spot()
        if unit is not None and spot is not None and spot.box.cy < _HEAD * page.height:
            return valued(unit, spot)
    signing = signed_off(draft)[0]
    if signing is not None and is_department(str(signing.value)):
        stamped = sealed(draft.layouts).get("seal_text")
        signing = stamped if stamped is not None and stamped.known else signing
    return replace(signing, confidence=min(signing.confidence, _SIGNS)) if signing is not None else None


def _whole_year(labelled: Value | None) -> Value | None:
    """The labelled year, without specks among its figures: 202.0 is 2020; left open where it is no year."""
    if labelled is None or not labelled.known or _is_year(labelled.value):
        return labelled
    figures = re.sub(r"[.,·、\s]", "", labelled.raw)
    if re.fullmatch(r"(?:19|20)\d\d(?:年度?)?", figures):
        return replace(labelled, value=int(figures[:4]))
    return replace(labelled, value=None, confidence=0.0, reason="ambiguous")


def _is_year(value: object) -> bool:
    return isinstance(value, int) and 1980 <= value <= 2099


def _assessed_year(prose: Prose) -> Value | None:
    """2024年度 on the page, when it is the only year so named, or named in the title."""
    years = list(_YEAR.finditer(prose.text))
    titled = [match for match in years if re.match(r"[^。]{0,12}考核", prose.text[match.end() :])]
    forms = [match for match in titled if re.match(r"[^。,]{0,16}考核[^。,]{0,4}表", prose.text[match.end() :])]
    for named in (forms, titled, years):
        if len({match[1] for match in named}) == 1:
            return prose.value(int(named[0][1]), named[0].start(1), named[0].end())
    return None


def _grade(draft: Draft, labelled: Value | None, found: Found, prose: Prose) -> Value | None:
    """The option ticked; the word in the grade's place; the one grade a sentence decides on."""
    boxed = [one.flow for layout in draft.layouts for one in pieces(layout) if len(_GRADE.findall(one.text)) > 2]
    places = [
        candidate.flow
        for layout, candidate in found.get("grade", ())
        if candidate.flow is not None and not _is_proposed(layout, candidate.label_spot)
    ]
    flows = [flow for flow in places if not _is_one_of(flow, boxed)]
    read = _ticked(flows) or _bare(flows) or _decided(flows) or _ticked(boxed, boxes_only=True)
    return read or _beside_a_misread_label(draft.layouts) or _decided_in(prose) or _doubted(labelled)


def _is_proposed(layout: Layout, label: Spot) -> bool:
    """Whether a label announces what is only proposed: 建议等次."""
    said = [line.text for line in layout.page.lines if line.box.contains(label.box.cx, label.box.cy)]
    proposed = rf"建议[^。,:：]{{0,4}}{re.escape(re.sub('[:：]', '', label.text))}"
    return "建议" in label.text or any(re.search(proposed, text) for text in said)


def _is_one_of(flow: Flow, boxed: Sequence[Flow]) -> bool:
    """Whether a grade is the first of a row of options, parted from the others."""
    spot = flow.spot()
    rows = [other for one in boxed if one.file == flow.file and one.page == flow.page and (other := one.spot())]
    return spot is not None and any(
        other.box.overlap_y(spot.box) > 0.5 and not other.box.overlap_x(spot.box) > 0.3 and BOX.search(other.text)
        for other in rows
    )


def _doubted(labelled: Value | None) -> Value | None:
    """Words in the grade's place that are no grade are not taken for one."""
    if labelled is None or not labelled.known or labelled.box is None:
        return labelled
    return unknown("ambiguous", labelled.file, labelled.page, labelled.box, labelled.raw)


def _bare(flows: Iterable[Flow]) -> Value | None:
    """The grade alone in its place, or on the first row of it."""
    for flow in flows:
        for row in flow.rows()[:1]:
            spot = row.prose.spot()
            grade = _GRADE.match(row.prose.text)
            if spot is not None and grade is not None and _BARE_GRADE.fullmatch(row.prose.text):
                return valued(grade.group(), spot)
    return None


def _decided(flows: Iterable[Flow]) -> Value | None:
    for flow in flows:
        read = _decided_in(Prose([flow])) or _only(flow)
        if read is not None:
            return read
    return None


def _only(flow: Flow) -> Value | None:
    """The one grade words in its place speak of."""
    grades = list(_GRADE.finditer(flow.prose.text))
    grades = [
        match for match in grades if match.group() != _OF_CONDUCT or _IS_GRADE.match(flow.prose.text, match.end())
    ]
    if len({match.group() for match in grades}) != 1:
        return None
    spot = flow.prose.spot(*grades[0].span())
    return valued(grades[0].group(), spot) if spot else None


def _decided_in(prose: Prose) -> Value | None:
    """经考核，确定为合格等次: the grade, where all sentences agree."""
    said_so = list(_DECIDED.finditer(prose.text))
    final = [match for match in said_so if "建议" not in prose.text[max(0, match.start() - _PROPOSED) : match.start()]]
    found = final or said_so
    grades = {match["v"] or match["w"] or match["x"] for match in found}
    if len(grades) != 1:
        return None
    return prose.value(grades.pop(), *found[-1].span())


def _ticked(flows: Iterable[Flow], boxes_only: bool = False) -> Value | None:
    """The option with a tick, or the only one without a box; `ambiguous` where several options stand alike."""
    for flow in map(_row_of_options, flows):
        prose, spot = flow.prose, flow.prose.spot()
        grades = list(_GRADE.finditer(prose.text))
        signs = [_sign(prose.text, grade) for grade in grades]
        if len(grades) < 2 or spot is None or not (any(signs) or (_is_list(prose.text) and not boxes_only)):
            continue
        ticked = [grade for grade, sign in zip(grades, signs, strict=True) if re.search(f"[{TICKS}]", sign)]
        bare = [grade for grade, sign in zip(grades, signs, strict=True) if not sign]
        chosen = ticked or bare
        if len(chosen) != 1 or (ticked and bare):
            return unknown("ambiguous", spot.file, spot.page, spot.box, spot.text)
        place = prose.spot(*chosen[0].span())
        sure = spot.confidence if ticked else min(spot.confidence, _SURMISED)
        return valued(chosen[0].group(), place, sure) if place else None
    return None


def _row_of_options(flow: Flow) -> Flow:
    """The row that holds all grades of a place; the place itself where they stand on several."""
    rows = [row for row in flow.rows() if _GRADE.search(row.prose.text)]
    return rows[0] if len(rows) == 1 else flow


def _sign(text: str, grade: re.Match[str]) -> str:
    """The box of an option, before it or, where the row ends with one, behind it; empty where there is none."""
    trailing = BOX.match(text) is None and any(one.end() == len(text) for one in BOX.finditer(text))
    behind = BOX.match(text, grade.end())
    before = text[grade.start() - 1 : grade.start()]
    if trailing:
        return behind.group() if behind else ""
    return before if BOX.fullmatch(before) else ""


def _is_list(text: str) -> bool:
    """Whether grades and nothing else stand there."""
    return len(_GRADE.sub("", text).strip("、,/;|·")) <= 2


def _beside_a_misread_label(layouts: Sequence[Layout]) -> Value | None:
    """The grade that is the first row of the cell beside ……等次, whatever the first letters were read as."""
    for layout in layouts:
        for label in (cell for cell in layout.cells if re.fullmatch(r".{0,4}(?:等次|结论|档次)", cell.text)):
            beside = [cell for cell in layout.cells if cell.box.y0 - 2 <= label.box.cy <= cell.box.y1 + 2]
            rows = [
                row.prose for cell in beside for row in cell.flow.rows()[:1] if _BARE_GRADE.fullmatch(row.prose.text)
            ]
            grade = _GRADE.match(rows[0].text) if len(rows) == 1 else None
            spot = rows[0].spot() if len(rows) == 1 else None
            if spot and grade:
                return valued(grade.group(), spot)
    return None

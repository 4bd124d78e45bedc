"""Licences and certificates of ability, and reading the run of text beside or below a label."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dossier.extract.context import Context
from dossier.extract.fields import Found, best
from dossier.extract.group import Draft
from dossier.extract.kinds.columns import rows_under
from dossier.extract.kinds.sealing import settled_by_seal
from dossier.extract.kinds.seeking import first, kept, name_in, only_period, org_in, prose_of, said
from dossier.extract.kinds.whom import about
from dossier.extract.layout import Flow, Layout, Spot
from dossier.extract.readers import valued
from dossier.extract.sentences import Prose
from dossier.extract.wording import NAME
from dossier.model import Period, Value
from dossier.text import find_dates, find_periods, parse_date
from dossier.text.regex import Regex

_LICENCE = Regex(
    r"(?P<v>[㐀-鿿()]{2,24}(?:证书|合格证|执业证|资格证|注册证|上岗证|从业证|操作证|导游证|执照|(?:[员人师士者]|教练)证))"
    r"(?:[A-Z][A-Za-z'& ]{6,})?"
)
"""The name of a licence, its translation behind it."""
_HOLDER = (
    Regex(
        rf"(?:证书?|[:。]|^)(?P<v>{NAME})(?:,?(?:男|女)(?=[,;。]|\d)|(?:同志)?,?经[^,。;]{{0,12}}(?:考核|考试|培训)合格)"
    ),
)
"""Whose certificate it is, in a sentence: 张三,女,1990年……."""


_ALLOWED = (
    Regex(
        r"(?<![不未得])(?:准予|准许|允许)从事(?:下列|以下)?(?:[^:,。;]{0,16}:)?(?P<v>[^:。;]{2,40}?)(?:工作|业务|服务)?[。;]"
    ),
)
"""What a certificate allows, in a sentence: 准予从事下列母婴保健技术服务：助产技术、结扎手术。"""
_STATE = Regex(r"^中华人民共和国(?=[㐀-鿿]{4})")
"""Before the name of a certificate, who issues it."""
_UNTIL = Regex(r"(?:注册|执业|证书)?有效(?:期限?|日期)?(?:截?止)?至:?|有效期(?:截?止)(?:日期|时间)?:?")
_BEGINS = Regex(r"(?<!首次)(?<!初次)(?<!初始)(?:注册|发证|签发|颁发)(?:日期|时间):?$")
_OTHER_TERM, _LEAD = Regex("继续教育|考核|培训|(?:首次|初次|初始)(?:注册)?$"), 12
_NEAR = 6
"""Letters at most between 有效期至 and its day."""
_CUT = 0.8
"""Confidence at most of a unit whose name does not end as a unit's name does."""


def known(labelled: Mapping[str, Value], name: str) -> bool:
    return name in labelled and labelled[name].known


_TEACHES = Regex(r"(?:幼儿园|小学|初级中学|高级中学|中等职业学校(?:实习指导)?|高等学校|成人教育)教师资格")
"""What a teacher's qualification is for."""


def rows_in(layouts: Sequence[Layout]) -> list[Flow]:
    return [row for layout in layouts for row in layout.flow.rows()]


def licence(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """What licence it is: the largest line that ends like the name of a certificate."""
    values: dict[str, Value | None] = {}
    scope, unit = labelled.get("scope"), labelled.get("unit")
    narrow = [place for place in found.get("scope", ()) if "范围" in place[1].label]
    if narrow and (stated := best("text", narrow)).known:
        values["scope"] = scope = stated
    if scope is not None and re.search(r"(?:状态|编号|日期|机关|号码)$", str(scope.value)):
        below = beside_or_below(
            draft.layouts, r"资格种类|执业(?:范围|类别)|任教学科|类别", r"(?!.*状态$)[㐀-鿿()、]{2,20}"
        )
        values["scope"] = below or left_open(scope)
    if scope is None:
        values["scope"] = said(prose_of(draft), _ALLOWED)
    if unit is not None and unit.known:
        name = re.sub(r"[（(][12]\d{3}[)）].*$", "", str(unit.value))
        sure = unit.confidence if org_in(name) else min(unit.confidence, _CUT)
        values["unit"] = replace(unit, value=name, confidence=sure)
    prose = prose_of(draft)
    values["name"] = first(labelled.get("name"), said(prose, _HOLDER, name_in))
    values["valid"] = _newest_in_table(draft.layouts) or _one_period(labelled.get("valid"), prose)
    if known(labelled, "kind"):
        return kept(values)
    read = []
    for part in (part for row in rows_in(draft.layouts) for part in (row, *row.runs())):
        spot = part.spot()
        named = _LICENCE.fullmatch(part.prose.text) if spot else None
        if spot and named:
            read.append((spot.box.height, valued(_STATE.sub("", named["v"]), spot)))
    values["kind"] = max(read, key=lambda item: item[0])[1] if read else _of_teachers(values.get("scope") or scope)
    return kept(values)


def _of_teachers(scope: Value | None) -> Value | None:
    """The certificate on which a teacher's qualification stands, where its own title was not read."""
    if scope is None or not scope.known or not _TEACHES.fullmatch(str(scope.value)):
        return None
    return replace(scope, value="教师资格证书")


def _one_period(labelled: Value | None, prose: Prose) -> Value | None:
    """The labelled period, unsure where others are printed; the only one there is where a part of it was labelled."""
    periods = {(period.start, period.end) for period, _, _ in find_periods(prose.text)}
    if labelled is None or not labelled.known:
        told = _registered_until(prose)
        return told or (first(labelled, only_period(prose)) if labelled is not None else None)
    return replace(labelled, confidence=min(labelled.confidence, _CUT)) if len(periods) > 1 else labelled


def _newest_in_table(layouts: Sequence[Layout]) -> Value | None:
    """The last registration of a table with a row for each."""
    heads = {"from": r"(?:延续|变更|每次)?注册(?:日期|时间)", "until": r"(?:注册)?有效(?:期|日期)(?:限?至|截止)"}
    newest: tuple[str, str] | None = None
    place: Value | None = None
    for row in rows_under(layouts, heads, ("from", "until")):
        days = [parse_date(row[name].text) if name in row else None for name in heads]
        spot = row["until"].spot if "until" in row else None
        if spot is None and days[0] is None:
            continue
        if spot is None or None in days:
            return None
        start, end = str(days[0]), str(days[1])
        if newest is None or end > newest[1]:
            newest, place = (start, end), valued(Period(start, end), spot)
    return place


def _registered_until(prose: Prose) -> Value | None:
    """The newest registration: the day behind 有效期至 and that behind the label before it, no other day between them.

    None where an end has no beginning of its own; not sure where there are several.
    """
    days = find_dates(prose.text)
    periods: list[Value] = []
    floor = 0
    for one in _UNTIL.finditer(prose.text):
        end = next((day for day in days if one.end() <= day[1] <= one.end() + _NEAR), None)
        if end is None or _OTHER_TERM.search(prose.text[max(floor, one.start() - _LEAD) : one.start()]):
            return None
        before = [day for day in days if floor <= day[1] and day[2] <= one.start()]
        if not before or not _BEGINS.search(prose.text[floor : before[-1][1]]) or before[-1][0] >= end[0]:
            return None
        value = prose.value(Period(before[-1][0], end[0]), before[-1][1], end[2])
        periods += [value] if value is not None else []
        floor = end[2]
    newest = max(periods, key=lambda value: value.value.end, default=None)
    sure = len(periods) == 1
    return newest if newest is None or sure else replace(newest, confidence=min(newest.confidence, _CUT))


def digital_engineer(
    draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context
) -> Mapping[str, Value]:
    """The certificate of a digital engineer; its labels may stand above the values, in two languages."""
    values: dict[str, Value | None] = {}
    for label, name, pattern in _DIGITAL:
        if known(labelled, name) and re.fullmatch(pattern, str(labelled[name].value)):
            continue
        values[name] = beside_or_below(draft.layouts, label, pattern) or left_open(labelled.get(name))
    if values.get("occupation") is None and not known(labelled, "occupation"):
        values["occupation"] = _below_title(draft.layouts)
    values["name"] = first(values.get("name"), None if "name" in labelled else about(draft, {}, {}, context, "姓名"))
    values["issuer"] = settled_by_seal(labelled.get("issuer"), draft)
    return kept(values)


_REACH, _REACH_ALONE = 220, 340
"""Points from a label to its value at most, and where nothing stands between them."""


def _between(runs: Sequence[tuple[int, str, Spot]], head: Spot, value: Spot) -> bool:
    """Whether anything stands on the row between a label and what may be its value."""
    return any(head.box.x1 <= spot.box.cx < value.box.x0 and spot.box.overlap_y(head.box) > 0.5 for _, _, spot in runs)


def left_open(value: Value | None) -> Value | None:
    return replace(value, value=None, confidence=0.0, reason="ambiguous") if value else None


def _below_title(layouts: Sequence[Layout]) -> Value | None:
    """The occupation in brackets below the title of a certificate."""
    for row in [row for layout in layouts for row in layout.flow.rows()[:_TITLE_ROWS]]:
        match, spot = _OCCUPATION.fullmatch(row.prose.text), row.prose.spot()
        if match is not None and spot is not None:
            return valued(match["v"], spot)
    return None


_OCCUPATION, _TITLE_ROWS = Regex(r"[(（](?P<v>[㐀-鿿]{2,20}(?:人员|师|员))[)）]"), 4
_DIGITAL = (
    (r"姓名", "name", r"[㐀-鿿·]{2,12}"),
    (r"职业名称|职业\(?方向\)?|职业", "occupation", r"[㐀-鿿()]{2,20}人员(?:\([㐀-鿿]+\))?|[㐀-鿿]{2,16}(?:师|员)"),
    (r"专业技术等级(?!证)|等级|级别", "grade", r"[初中高一二三四五]级"),
    (r"(?:证书)?(?:编号|号码?|编码)", "certificate_number", r"(?=.*\d{4})[A-Z]{0,4}[\dA-Z-]{6,30}"),
    (
        r"(?:颁证|发证|颁发)(?:日期|时间)",
        "date",
        r"\d{4}年\d{1,2}月\d{1,2}日|\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{4}-\d\d-\d\d",
    ),
)


def _written(label: str, text: str) -> str:
    """The text, or the day it is where the label asks for one."""
    dates = find_dates(text) if label.startswith("(?:颁证") else []
    return dates[0][0] if dates else text


def beside_or_below(layouts: Sequence[Layout], label: str, pattern: str) -> Value | None:
    """The run of text that fits the pattern, right of the label or in the next row below it."""
    for rows in (layout.flow.rows() for layout in layouts):
        runs = [
            (index, run.group(), spot)
            for index, row in enumerate(rows)
            for run in re.finditer(r"[^\t]+", row.text)
            if (spot := row.spot(*run.span()))
        ]
        for index, text, head in runs:
            if not re.match(rf"(?:{label})(?![㐀-鿿])", text):
                continue
            behind = re.match(rf"(?:{label}):(?P<v>{pattern})$", text.replace(" ", ""))
            if behind is not None:
                return valued(_written(label, behind["v"]), head)
            for other, run, spot in runs:
                fits = re.fullmatch(pattern, run.replace(" ", ""))
                below = other in (index + 1, index + 2) and abs(spot.box.x0 - head.box.x0) < 16
                far = _REACH if _between(runs, head, spot) else _REACH_ALONE
                right = 0 < spot.box.x0 - head.box.x0 < far and abs(spot.box.cy - head.box.cy) < head.box.height
                if fits and (below or right):
                    return valued(_written(label, run), spot)
    return None

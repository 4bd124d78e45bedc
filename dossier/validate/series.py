"""What the JSON Schema of the applied series demands: constraints that carry `x-defect`.

The demands are data (schemas/series, schemas/common); this module only says which series and levels may be meant, and
turns what is unmet into remarks. Where several may be meant, only what all of them demand is judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from rapidfuzz.distance import Levenshtein

from dossier.model import Record, Value
from dossier.model.wire import record_to_json, value_from_json
from dossier.policy import Policy
from dossier.policy.demands import SchemaDefect
from dossier.validate.case import CERTAIN, Case, why_hard_to_read, why_not_proven_absent
from dossier.validate.demand_pages import PAGES
from dossier.validate.rule import Evidence, Remark, fail, not_applicable, undecided

Candidate = tuple[str, str | None]
"""A series and a level that may be applied for."""
_PART = 4
"""Characters at least of what is left of a name that lost some."""
_LOST = 2
"""Characters that a name may have lost; more make of it another name, 教师资格证书 of 高等学校教师资格证书."""


def schema_remarks(case: Case, policy: Policy) -> dict[str, list[Remark]]:
    """Remarks by rule code, an empty list for every demand that is met."""
    view = _view(case.record)
    candidates = candidates_of(case.record, policy)
    unmet = policy.demands.unmet(view, candidates)
    codes = set(PAGES).union(*(policy.demands.codes(series) for series, _ in candidates))
    found: dict[str, list[Remark]] = {code: [] for code in sorted(codes)}
    for group in _grouped(_shared(unmet)):
        found[group[0].rule].append(_remark(group, view, case, policy))
    open_codes = {defect.rule for defects in unmet for defect in defects}
    for code in found:
        if not found[code] and (why := _why_not(code, code in open_codes, candidates, case, policy)):
            found[code] = [not_applicable(why)]
    return found


def candidates_of(record: Record, policy: Policy) -> list[Candidate]:
    """The series and levels that may be applied for: what is stated or surely read, and what the title allows."""
    series, level, title = (_certain(getattr(record.application, name)) for name in ("series", "level", "title"))
    chosen = [series] if series in policy.series else list(policy.series)
    pairs: list[Candidate] = [
        (code, one) for code in chosen for one in ([level] if level else policy.series[code].levels)
    ]
    named = set(policy.find_title(str(title))) if title else set()
    return [pair for pair in pairs if pair in named] or pairs


def _certain(value: Value | None) -> Any:
    """What a value says where it is stated or surely read."""
    if value is None or not value.known:
        return None
    return value.value if value.method == "stated" or value.confidence >= CERTAIN else None


def _view(record: Record) -> dict[str, Any]:
    """record.json as the schemas see it: without pages, and nothing known of the applicant that is not certain."""
    unsure = {name for name, value in record.applicant.items() if value.known and _certain(value) is None}
    doubted = {
        name: replace(value, value=None, reason="ambiguous") if name in unsure else value
        for name, value in record.applicant.items()
    }
    return record_to_json(replace(record, applicant=doubted, pages=(), files=(), corrections=()))


def _shared(unmet: Sequence[Sequence[SchemaDefect]]) -> list[SchemaDefect]:
    """What no candidate meets; left to a person where one of them leaves it to a person."""
    by_key = [{_key(defect): defect for defect in defects} for defects in unmet]
    return [
        defect._replace(open=any(others[key].open for others in by_key))
        for key, defect in by_key[0].items()
        if all(key in others for others in by_key)
    ]


def _key(defect: SchemaDefect) -> tuple[Any, ...]:
    return defect.rule, defect.path, defect.kinds


def _grouped(defects: Iterable[SchemaDefect]) -> Iterator[list[SchemaDefect]]:
    """Empty fields of one document are one remark."""
    groups: dict[Any, list[SchemaDefect]] = {}
    for defect in defects:
        field = defect.path[:2] if _field_of(defect) else defect.path
        groups.setdefault((defect.rule, defect.message, field, defect.kinds), []).append(defect)
    yield from groups.values()


def _why_not(code: str, in_some: bool, candidates: Sequence[Candidate], case: Case, policy: Policy) -> str:
    """Why a demand that raises no remark does not apply; empty where it is met."""
    if in_some:
        return "未能确定申报系列和级别，各系列各级别对此要求不同"
    if code == "TTL-07" and _certain(case.record.application.series) not in policy.series:
        return "未能确定申报系列"
    if not any(code in policy.demands.codes(series) for series, _ in candidates):
        return "所申报的系列没有这项要求"
    return ""


def _remark(group: Sequence[SchemaDefect], view: Mapping[str, Any], case: Case, policy: Policy) -> Remark:
    defect = group[0]
    if defect.kinds:
        return _missing(defect, view, case, policy)
    values = [_value_at(view, one.path) for one in group]
    if field := _field_of(defect):
        return _wrong_fields(group, [value for value in values if value], field, case, policy)
    value = values[0]
    if value is None:
        return fail(defect.message, case.first_page_of("review_form", "initial_form"))
    if not value.known:
        return undecided(f"{defect.message}：该处无法辨认", value)
    return _outcome(defect, f"{defect.message}（现为“{value.value}”）", value)


def _missing(defect: SchemaDefect, view: Mapping[str, Any], case: Case, policy: Policy) -> Remark:
    """A document that is demanded and not there."""
    documents = case.record.documents
    if defect.instead:
        instead = [documents[index] for index in defect.instead]
        titles = "、".join(dict.fromkeys(f"“{document.title}”" for document in instead))
        return undecided(f"{defect.message}；卷宗中有{titles}，是否可以代替需人工认定", *instead)
    if gap := why_not_proven_absent(case, *defect.kinds):
        return undecided(f"{defect.message}；{gap[0]}", *gap[1])
    short = [documents[index].get(name) for index, name in defect.short]
    if cut := [value for value in short if value is not None and _may_be_misread(value, defect.message, policy)]:
        return undecided(f"{defect.message}；卷宗中同类材料的名称可能漏读、误读", *cut)
    grounds = [_value_at(view, tuple(path.split("/"))) for path in defect.rests_on]
    shown = case.first_page_of("review_form", "initial_form", "catalogue")
    return _outcome(defect, defect.message, *short, *(g for g in grounds if g and g.known), shown)


def _may_be_misread(value: Value, demanded: str, policy: Policy) -> bool:
    """Whether a name is one that is demanded but for what was lost at its head, 师资格证书, or for one letter in it.

    The name of another licence is none: 药师资格证书 for 医师资格证书.
    """
    name = str(value.value)
    if not value.known or len(name) < _PART or name in _licences(policy):
        return False
    if name in demanded:
        lost = re.search(r"[^须有或、,，]*$", demanded[: demanded.index(name)])
        return lost is not None and 1 <= len(lost.group()) <= _LOST
    parts = (demanded[at : at + len(name) + more] for at in range(len(demanded)) for more in (-1, 0, 1))
    return any(Levenshtein.distance(name, part, score_cutoff=1) <= 1 for part in parts)


def _licences(policy: Policy) -> set[str]:
    """The names of all licences that a series asks for, to practise or of ability."""
    names = {name for series in policy.series.values() for name in series.licences}
    return names | {name.replace("资格", "执业") for name in names} | {name.replace("执业", "资格") for name in names}


def _wrong_fields(
    group: Sequence[SchemaDefect], values: Sequence[Value], kind_field: str, case: Case, policy: Policy
) -> Remark:
    """Fields of one document that are empty or hold what they must not, named."""
    document = case.record.documents[int(group[0].path[1])]
    fields = policy.kinds[document.kind].fields
    names = list(dict.fromkeys(_field_of(one) for one in group))
    said = "、".join(fields[name].name if name in fields else name for name in names)
    known = [value for value in values if value.known]
    message = f"{group[0].message}：{said}" + "".join(f"（现为{value.value}）" for value in known)
    others = [other for other in case.documents(document.kind) if other is not document]
    if filled := [v for o in others for name in names if (v := o.get(name)) and v.known and not known]:
        return undecided(f"{message}；另一份同类材料填有此栏，请核对", *values, *filled)
    if why := why_hard_to_read(case, document):
        return undecided(f"{message}；{why}", *values)
    return _outcome(group[0], message, *values, document)


def _outcome(defect: SchemaDefect, message: str, *at: Evidence) -> Remark:
    return undecided(message, *at) if defect.open else fail(message, *at)


def _field_of(defect: SchemaDefect) -> str:
    """The field of a document that a demand on a value is about; empty for other demands."""
    path = defect.path
    return path[3] if len(path) >= 4 and path[0] == "documents" and path[2] == "fields" else ""


def _value_at(record: Any, steps: Sequence[str]) -> Value | None:
    """The innermost value on the way to the place the schema objects to."""
    found = None
    for step in steps:
        record = (
            record[int(step)] if isinstance(record, list) else record.get(step) if isinstance(record, dict) else None
        )
        if isinstance(record, dict) and {"value", "confidence"} <= record.keys():
            found = value_from_json(record)
    return found

"""What the JSON Schema of the applied series demands: constraints that carry `x-defect`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dossier.model import Record, Value
from dossier.model.wire import record_to_json, value_from_json
from dossier.policy import Policy, Series
from dossier.policy.checks import SchemaDefect, series_defects
from dossier.validate.case import CERTAIN, Case, why_not_proven_absent
from dossier.validate.rule import Remark, RulePage, fail, not_applicable, undecided

PAGES: Mapping[str, RulePage] = {
    "FRM-01": RulePage(
        "没有提交评审表。",
        "评审表是申报的主件，其余材料都与它核对。",
        "卷宗中只有证书和论文，没有评审表。",
        "填写并提交职称评审表（初定的为初定表），本人签名、单位签署意见并盖章。",
    ),
    "IDN-01": RulePage(
        "没有提交有效的身份证件。",
        "身份证件用于核对姓名、出生日期和证件号码。",
        "卷宗中没有身份证复印件或扫描件。",
        "提交居民身份证正反面；港澳台居民和外国人提交相应的通行证、居住证、永久居留身份证或护照。",
    ),
    "TTL-07": RulePage(
        "申报的职称不是所申报系列的职称名称。",
        "每个职称系列的职称名称由国家规定，写法不对就不能确定申报的是哪个系列哪一级。",
        "工程系列申报“高级职称”或“高级经济师”。",
        "按所申报系列的规范名称填写，如工程系列的正高级工程师、高级工程师、工程师。",
    ),
}
_MISSING_KINDS = {"FRM-01": ("review_form", "initial_form"), "IDN-01": ("id_card", "id_alternative")}
_GENERAL = RulePage("", "", "", "请对照所申报系列的要求补充或更正后重新提交。")


def page_of(code: str) -> RulePage:
    """The catalogue page of a demand of the schemas; a general one for demands that only one series makes."""
    return PAGES.get(code, _GENERAL)


def schema_remarks(case: Case, policy: Policy) -> dict[str, list[Remark]]:
    """Remarks by rule code, an empty list for every demand that is met.

    Where the series is not known for certain, only what every series demands is judged.
    """
    record = record_to_json(case.record)
    applied = _applied_series(case.record, policy)
    candidates = [applied] if applied else list(policy.series.values())
    defects = [series_defects(record, series) for series in candidates]
    shared = [d for d in defects[0] if all(_key(d) in map(_key, others) for others in defects)] if defects else []
    demanded = set(PAGES) | ({*_demands(applied.schema)} if applied else set())
    found: dict[str, list[Remark]] = {code: [] for code in sorted(demanded)}
    for defect in shared:
        found.setdefault(defect.rule, []).append(_remark(defect, record, case))
    if not applied and not found["TTL-07"]:
        found["TTL-07"] = [not_applicable("未能确定申报系列")]
    return found


def _applied_series(record: Record, policy: Policy) -> Series | None:
    value = record.application.series
    certain = value is not None and (value.method == "stated" or value.confidence >= CERTAIN)
    return policy.series.get(str(value.value)) if value is not None and certain else None


def _key(defect: SchemaDefect) -> tuple[str, tuple[str, ...]]:
    return defect.rule, defect.path


def _demands(schema: Any) -> Iterator[str]:
    """Every rule code that the schema names with x-defect."""
    if isinstance(schema, Mapping):
        if isinstance(schema.get("x-defect"), str):
            yield schema["x-defect"]
        yield from (code for part in schema.values() for code in _demands(part))
    elif isinstance(schema, Sequence) and not isinstance(schema, str):
        yield from (code for part in schema for code in _demands(part))


def _remark(defect: SchemaDefect, record: Mapping[str, Any], case: Case) -> Remark:
    value = _value_at(record, defect.path)
    if value is not None and not value.known:
        return undecided(f"{defect.message}：该处无法辨认", value)
    if value:
        return fail(f"{defect.message}（现为“{value.value}”）", value)
    kinds = _MISSING_KINDS.get(defect.rule, ())
    if instead := case.first_page_of(*kinds):
        return undecided(f"{defect.message}；卷宗中有“{instead.title}”，是否可以代替需人工认定", instead)
    if gap := why_not_proven_absent(case, *kinds):
        return undecided(f"{defect.message}；{gap[0]}", *gap[1])
    return fail(defect.message, case.first_page_of("review_form", "initial_form", "catalogue"))


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

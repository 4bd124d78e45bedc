"""CON-04, CON-05: whether the forms say the same, and whether all papers apply for the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from dossier.model import Document, Value
from dossier.policy import Policy
from dossier.text import mask_id
from dossier.validate.case import Case
from dossier.validate.event import field_values
from dossier.validate.likeness import Likeness, compare_people
from dossier.validate.numbers import compare_numbers
from dossier.validate.rule import Evidence, Remark, fail, not_applicable, rule, undecided
from dossier.validate.variants import (
    compare_education,
    compare_series,
    compare_specialties,
    compare_titles,
    compare_units,
)

_Compare = Callable[[Value, Value, Policy], Likeness]
_APPLIED: Mapping[str, _Compare] = {
    "series": compare_series,
    "specialty": lambda a, b, _: compare_specialties(a, b),
    "title": compare_titles,
}
_SHARED: Mapping[str, _Compare] = {
    "name": lambda a, b, _: compare_people(a, b),
    "id_number": lambda a, b, _: compare_numbers(a, b),
    "employer": lambda a, b, _: compare_units(a, b),
    "current_title": compare_titles,
    "education": lambda a, b, _: compare_education(a, b),
    **_APPLIED,
}
"""Fields of both forms, and how their wordings are compared."""
_STATING = {
    "review_form": _APPLIED,
    "initial_form": _APPLIED,
    "summary_form": _APPLIED,
    "commission_letter": ("series",),
}


@rule("CON-04", reads=dict.fromkeys(("review_form", "summary_form"), tuple(_SHARED)))
def the_two_forms_differ(case: Case, policy: Policy) -> Iterator[Remark]:
    """评审表与评审简表（一览表）的同一栏目填写不同。

    为什么：两表内容应当一致，不一致时无法确定以哪一份为准。
    例：评审表现职称为工程师，简表现职称为助理工程师。
    怎么改：核对后改正填错的一份，两表按同一内容填写。
    """
    forms, summaries = list(case.documents("review_form")), list(case.documents("summary_form"))
    if not forms or not summaries:
        yield not_applicable("没有同时提交评审表和简表")
        return
    unread: list[str] = []
    at: list[Evidence] = []
    for name, compare in _SHARED.items():
        pair = [_told(papers, name) for papers in (forms, summaries)]
        one, other = pair
        if one is None or other is None:
            continue
        label = policy.kinds["review_form"].fields[name].name
        if one.known and other.known:
            said = f"{label}：评审表为{_shown(one, name)}，简表为{_shown(other, name)}"
            yield from _judge(compare(one, other, policy), said, one, other)
        elif _is_unread(one, other, compare, policy):
            unread.append(label)
            at += [value for value in pair if value and not value.known]
    if unread:
        yield undecided(f"评审表或简表的{'、'.join(unread)}无法辨认，不能核对两表是否一致", *at)


def _is_unread(one: Value, other: Value, compare: _Compare, policy: Policy) -> bool:
    """Whether a place holds words that were not understood, unless they are those of the other form."""
    if all(value.known or value.reason == "blank" for value in (one, other)):
        return False
    said = [value if value.known else replace(value, value=value.raw) for value in (one, other)]
    return not (all(value.value for value in said) and compare(said[0], said[1], policy) is Likeness.SAME)


def _told(papers: list[Document], name: str) -> Value | None:
    """The field where it is legible; else where it was looked for."""
    values = field_values(papers, name)
    return next((value for value in values if value.known), values[0] if values else None)


def _shown(value: Value, name: str) -> str:
    return mask_id(str(value.value)) if name == "id_number" else str(value.value)


def _judge(likeness: Likeness, said: str, *at: Value) -> Iterator[Remark]:
    if likeness is Likeness.DIFFERENT:
        yield fail(said, *at)
    elif likeness is not Likeness.SAME:
        yield undecided(f"{said}，是否为同一内容需人工认定", *at)


@rule("CON-05", reads={kind: tuple(fields) for kind, fields in _STATING.items()})
def what_is_applied_for_differs(case: Case, policy: Policy) -> Iterator[Remark]:
    """各份材料（或上传时的说明）所写的申报系列、专业或职称不一致。

    为什么：申报系列、专业、职称决定由哪个评委会按什么条件评审，前后不一致时不能受理。
    例：评审表申报专业为机械设计，简表申报专业为电气自动化。
    怎么改：确定申报的系列、专业和职称，各份材料统一填写；上传时选择有误的，重新选择后提交。
    """
    compared = False
    for name, compare in _APPLIED.items():
        told = list(_statements(case, name, policy))
        label = policy.kinds["review_form"].fields[name].name
        for where, value in told[1:]:
            compared = True
            first, reference = told[0]
            said = f"{label}：{first}为{reference.value}，{where}为{value.value}"
            yield from _judge(compare(reference, value, policy), said, reference, value)
    if not compared:
        yield not_applicable("没有两处写明申报的系列、专业或职称")


def _statements(case: Case, name: str, policy: Policy) -> Iterator[tuple[str, Value]]:
    """Where it is stated and what: the forms, the letter of commission, and what the upload said."""
    for kind, fields in _STATING.items():
        for value in field_values(case.documents(kind), name) if name in fields else ():
            if value.known:
                yield policy.kinds[kind].zh, value
    stated = {
        "series": case.record.application.series,
        "specialty": case.record.application.specialty,
        "title": case.record.application.title,
    }[name]
    if stated is not None and stated.known and stated.method == "stated":
        entry = policy.series.get(str(stated.value)) if name == "series" else None
        yield "上传时的说明", replace(stated, value=entry.zh) if entry else stated


RULES = (the_two_forms_differ, what_is_applied_for_differs)

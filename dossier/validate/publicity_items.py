"""PUB-01 to PUB-03, PUB-14, PUB-15: what was published, and about whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dossier.model import Value
from dossier.policy import Policy
from dossier.text import squeeze
from dossier.text.regex import Regex
from dossier.validate.case import Case, why_not_proven_absent
from dossier.validate.event import ITEMS, NOTICE, RESULT, Event
from dossier.validate.likeness import SURE_CHARACTER, Likeness
from dossier.validate.published_people import (
    absent_annexes,
    names_applicant,
    own_names,
    pairs,
    places_of_absence,
    why_not_certainly_left_out,
)
from dossier.validate.rule import Remark, event_rule, fail, not_applicable, rule, undecided

_READS = {NOTICE: ("items", "annex"), RESULT: ("items",)}
_PEOPLE = Regex("名单|人员|一览表|花名册|汇总表")
_DECORATION = Regex(r"（[^（）]*）|任职资格|专业技术资格|资格|职称|职务")


@rule("PUB-01", reads=_READS)
def conditions_not_published(case: Case, policy: Policy) -> Iterator[Remark]:
    """没有公示评审条件和程序。

    为什么：评审条件和程序、个人申报材料、单位鉴定意见都须公示（三公示），公示内容不完整、不齐全的申报材料一律不得接收（560-8）。
    例：公示内容只写“申报人材料及单位鉴定意见”，没有写评审条件和程序。
    怎么改：由用人单位对评审条件和程序补做公示，公示期不少于5个工作日，期满后出具公示情况证明，连同公示原件和照片一并提交。
    """
    yield from _missing(case, "conditions_and_procedure")


@rule("PUB-02", reads=_READS)
def materials_not_published(case: Case, policy: Policy) -> Iterator[Remark]:
    """没有公示个人申报材料。

    为什么：评审条件和程序、个人申报材料、单位鉴定意见都须公示（三公示），公示内容不完整、不齐全的申报材料一律不得接收（560-8）。
    例：只公示了评审条件和程序，没有公示申报人的材料。
    怎么改：由用人单位对个人申报材料补做公示，公示期不少于5个工作日，期满后出具公示情况证明，连同公示原件和照片一并提交。
    """
    yield from _missing(case, "application_materials")


@rule("PUB-03", reads=_READS)
def opinion_not_published(case: Case, policy: Policy) -> Iterator[Remark]:
    """没有公示单位鉴定意见。

    为什么：评审条件和程序、个人申报材料、单位鉴定意见都须公示（三公示），公示内容不完整、不齐全的申报材料一律不得接收（560-8）。
    例：公示内容为“评审条件和程序、个人申报材料”两项，缺单位鉴定意见。
    怎么改：由用人单位对单位鉴定意见补做公示，公示期不少于5个工作日，期满后出具公示情况证明，连同公示原件和照片一并提交。
    """
    yield from _missing(case, "unit_opinion")


def _missing(case: Case, item: str) -> Iterator[Remark]:
    if any(item in event.covers for event in case.events):
        return
    name = ITEMS[item]
    if open_events := [event for event in case.events if item in event.may_cover]:
        items = [value for event in open_events for value in event.values("items")]
        papers = [document for event in open_events for document in event.papers]
        yield undecided(f"无法确定公示内容是否包括{name}，请核对公示原件", *items, *papers)
        return
    notices = [document for event in case.events for document in event.papers]
    if annexed := [value for value in absent_annexes(case.events) if not _PEOPLE.search(str(value.value))]:
        yield undecided(f"公示未列明{name}，但所附材料（{annexed[0].value}）不在卷宗内", *annexed)
    elif gap := why_not_proven_absent(case, NOTICE, RESULT):
        yield undecided(f"未见{name}的公示；{gap[0]}", *gap[1])
    elif case.events:
        said = "、".join(n for code, n in ITEMS.items() if any(code in event.covers for event in case.events))
        evidence = [value for event in case.events for value in event.values("items")]
        yield fail(f"公示内容为{said}，没有{name}", *(evidence or notices))
    else:
        yield fail(
            f"卷宗中没有任何公示材料，{name}未公示", case.first_page_of("review_form", "unit_opinion", "catalogue")
        )


@event_rule(
    "PUB-14",
    reads={
        NOTICE: ("applicants", "annex"),
        RESULT: ("applicants",),
        "review_form": ("name",),
        "name_change_proof": ("former_name", "name"),
    },
)
def applicant_not_among_the_published(event: Event, case: Case, policy: Policy) -> Iterator[Remark]:
    """公示对象中没有申报人。

    为什么：公示的是申报人本人的材料和单位对其的鉴定意见，没有列出申报人等于没有公示（560-8）。
    例：申报人为郭某，公示对象只列了同单位另两人。
    怎么改：由用人单位以申报人为公示对象重新公示不少于5个工作日，并重新出具公示情况证明。
    """
    if not event.answers_for & {"application_materials", "unit_opinion"}:
        yield not_applicable("该公示不涉及个人申报材料和单位鉴定意见")
        return
    name, lists = case.applicant("name"), event.values("applicants")
    if name is None or not name.known:
        yield undecided("申报人姓名无法辨认，不能核对公示对象", name, *lists)
        return
    if names_applicant(event, own_names(case, name)):
        return
    if doubt := why_not_certainly_left_out(event, case, name, lists):
        yield undecided(f"未能确认公示对象中有申报人{name.value}：{doubt}", *lists, *event.papers)
        return
    published = "、".join(dict.fromkeys(str(entry["name"]) for entry, _ in pairs(lists)))
    whom = f"为{published}" if published else "未填写"
    at = places_of_absence(lists, squeeze(str(name.value)))
    yield fail(f"申报人为{name.value}，公示对象{whom}，没有申报人", *at, name)


@event_rule("PUB-15", reads={NOTICE: ("applicants",), RESULT: ("applicants",), "review_form": ("title",)})
def published_title_is_another(event: Event, case: Case, policy: Policy) -> Iterator[Remark]:
    """公示的职称与申报的职称不一致。

    为什么：公示内容应与申报内容相同，否则群众监督的不是所申报的职称（560-8）。
    例：评审表申报高级工程师，公示对象栏写申报工程师。
    怎么改：核实申报的职称；公示有误的，由用人单位更正后重新公示并出具公示情况证明。
    """
    applied, name = case.record.application.title, case.applicant("name")
    people = pairs(event.values("applicants"))
    own = [(str(entry["title"]), value) for entry, value in people if entry.get("title") and _is(entry, name)]
    if not own:
        yield not_applicable("公示中未写明申报人所申报的职称")
    elif applied is None or not applied.known:
        yield undecided("申报的职称无法辨认，不能与公示核对", applied, *(value for _, value in own))
    else:
        for title, value in own:
            yield from _judge_title(title, value, applied, policy)


def _judge_title(title: str, value: Value, applied: Value, policy: Policy) -> Iterator[Remark]:
    said = f"申报的职称为{applied.value}，公示为{title}"
    match _compare_titles(title, str(applied.value), policy, min(value.confidence, applied.confidence)):
        case Likeness.DIFFERENT:
            yield fail(said, value, applied)
        case Likeness.UNCLEAR:
            yield undecided(f"{said}，无法确定是否相同", value, applied)


def _compare_titles(a: str, b: str, policy: Policy, surest: float) -> Likeness:
    one, other = (_DECORATION.sub("", squeeze(text)) for text in (a, b))
    if one == other:
        return Likeness.SAME
    meanings, others = {*policy.find_title(one)}, {*policy.find_title(other)}
    if meanings & others:
        return Likeness.SAME
    part = one in other or other in one
    if not meanings or not others or (part and surest < SURE_CHARACTER):
        return Likeness.UNCLEAR
    return Likeness.DIFFERENT


def _is(entry: dict[str, Any], name: Value | None) -> bool:
    return name is not None and name.known and squeeze(str(entry["name"])) == squeeze(str(name.value))


RULES = (
    conditions_not_published,
    materials_not_published,
    opinion_not_published,
    applicant_not_among_the_published,
    published_title_is_another,
)

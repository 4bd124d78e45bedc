"""EDU-02, EDU-03, EDU-06, EDU-08: whether the papers that prove an education are there and valid."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.model import Document, Value
from dossier.policy import Policy
from dossier.text import degree_level, span, squeeze
from dossier.text.regex import Regex
from dossier.validate.absence import missing
from dossier.validate.case import Case, why_not_proven_absent
from dossier.validate.dates import say
from dossier.validate.likeness import Likeness, compare_organisations
from dossier.validate.rule import Remark, fail, not_applicable, rule, undecided
from dossier.validate.schooling import CERTIFICATES, FORMS, claimed_education, levels_meant, name_levels, of_levels

_REGISTERED_SINCE = 2002
"""Diplomas of earlier years were not registered and have to be certified on application."""
_UNREGISTERED = (
    (Regex("中专|中等|中师|中技|技工|技师|高级工班|职高|职业高中"), "中专、技工院校学历"),
    (Regex("党校|行政学院|社会主义学院"), "党校学历"),
    (Regex("解放军|国防|武警|陆军|海军|空军|火箭军|军医|军事|军队|士官"), "军队院校学历"),
)
_ABROAD = Regex("国外|境外|国（境）外|港澳|香港|澳门|台湾")
_DEGREES = {"doctor": "博士", "master": "硕士", "bachelor": "学士"}
_NUMBERED = {"2": "doctor", "3": "master", "4": "bachelor"}


@rule(
    "EDU-02",
    reads=dict.fromkeys(("review_form", "initial_form"), ("education", "school", "graduated"))
    | {"summary_form": ("education",)}
    | dict.fromkeys(CERTIFICATES, ("education", "school", "graduated", "certificate_number")),
)
def claimed_education_is_not_verified(case: Case, policy: Policy) -> Iterator[Remark]:
    """填报的学历没有学历证书电子注册备案表或学历认证报告。

    为什么：毕业证书复印件不能单独证明学历，评审工作惯例要求附可查验的备案表或认证报告。
    例：填报学历为硕士研究生，只附有本科的备案表。
    怎么改：从学信网下载该学历的《教育部学历证书电子注册备案表》；查不到的，提交学历认证报告或主管部门出具的证明。
    """
    value, levels = claimed_education(case)
    verifications = list(case.documents("education_verification"))
    if verifications and (not levels or _verified(case, levels, verifications)):
        return
    unread = [paper for paper in verifications if not levels_meant(paper.get("education"))]
    diploma = next(iter(of_levels(case.documents("diploma"), levels)), None) or case.first_page_of("diploma")
    named = name_levels(levels) or "所填学历"
    said = f"未见{named}的学历证书电子注册备案表或认证报告"
    if unread:
        yield undecided(f"备案表或认证报告上的学历层次无法辨认，不能确定是否为{named}", *unread)
    elif reason := _may_be_unregistered(case, levels):
        yield undecided(f"{said}；{reason}，是否需要及如何认证由人工核定", value, diploma)
    else:
        page = diploma or case.first_page_of(*FORMS, "catalogue")
        yield missing(case, said, ("education_verification",), value, page)


def _verified(case: Case, levels: frozenset[str], verifications: list[Document]) -> bool:
    """By its level, or by the number of a diploma of the level."""
    if of_levels(verifications, levels):
        return True
    numbers = {_number(diploma) for diploma in of_levels(case.documents("diploma"), levels)} - {""}
    return any(_number(paper) in numbers for paper in verifications)


def _number(document: Document) -> str:
    value = document.get("certificate_number")
    return squeeze(str(value.value)).upper() if value is not None and value.known else ""


def _may_be_unregistered(case: Case, levels: frozenset[str]) -> str:
    """In Chinese, why the register may not know the education; empty where it must."""
    papers = [*case.documents("review_form", "initial_form"), *of_levels(case.documents("diploma"), levels)]
    values = [paper.get(name) for paper in papers for name in ("education", "school")]
    words = " ".join(squeeze(str(value.value)) for value in values if value is not None and value.known)
    for pattern, name in _UNREGISTERED:
        if pattern.search(words):
            return f"{name}可能未在学信网注册"
    dates = [paper.get("graduated") for paper in papers]
    days = [found for value in dates if value is not None and (found := span(value.value))]
    if not days:
        return "毕业时间无法辨认，2002年以前的学历未在学信网注册"
    early = min(days)
    return f"毕业于{early.first.year}年，2002年以前的学历未在学信网注册" if early.first.year < _REGISTERED_SINCE else ""


@rule(
    "EDU-03",
    reads=dict.fromkeys(("review_form", "initial_form"), ("degree",))
    | {"degree": ("degree", "certificate_number"), "education_verification": ()},
)
def claimed_degree_without_certificate(case: Case, policy: Policy) -> Iterator[Remark]:
    """填报了学位，没有提交学位证书。

    为什么：学位影响学历资历条件，须以学位证书证明。
    例：评审表学位栏填“工学硕士”，卷宗中只有工学学士学位证书。
    怎么改：补交所填学位的学位证书；没有该学位的，更正评审表。
    """
    stated = [value for form in case.documents("review_form", "initial_form") if (value := form.get("degree"))]
    claims = [value for value in stated if _degree(value)]
    if not claims:
        yield not_applicable("没有填报学位")
        return
    claim, level = claims[0], _degree(claims[0])
    papers = list(case.documents("degree"))
    held = {_degree_of(paper) for paper in papers}
    if level in held or (level == "bachelor" and None in held):
        return
    said = f"填报学位为{claim.value}，未见{_DEGREES[level or '']}学位证书"
    foreign = next((d for d in case.documents("education_verification") if "学位" in squeeze(d.title)), None)
    if None in held:
        yield undecided(f"{said}；有学位证书的学位无法辨认", claim, *papers)
    elif foreign is not None:
        yield undecided(f"{said}；卷宗中有“{foreign.title}”，是否可以代替需人工认定", claim, foreign)
    elif gap := why_not_proven_absent(case, "degree"):
        yield undecided(f"{said}；{gap[0]}", claim, *gap[1])
    else:
        yield fail(said, claim, *papers)


def _degree(value: Value | None) -> str | None:
    return degree_level(str(value.value)) if value is not None and value.known else None


def _degree_of(paper: Document) -> str | None:
    """The level of a degree certificate: as it names it, by its title, by the sixth digit of its number."""
    number = re.search(r"\d{5}([234])(?:19|20)\d{2}", _number(paper))
    return _degree(paper.get("degree")) or degree_level(paper.title) or _NUMBERED.get(number[1] if number else "")


@rule("EDU-06", reads={"diploma": ("school",), "degree": ("school",), "education_verification": ("school",)})
def education_abroad_is_not_certified(case: Case, policy: Policy) -> Iterator[Remark]:
    """国（境）外学校的学历学位没有认证书。

    为什么：国（境）外和港澳台学校的学历学位须经教育部留学服务中心认证，才能按相应层次认定。
    例：毕业证书为英国某大学颁发，卷宗中没有《国外学历学位认证书》。
    怎么改：提交教育部留学服务中心出具的《国外学历学位认证书》或《港澳台学历学位认证书》。
    """
    papers = [paper for paper in case.documents("diploma", "degree") if (v := paper.get("school")) and v.known]
    if not papers:
        yield not_applicable("没有读到学校的毕业证书或学位证书")
    for paper in papers:
        school = paper.fields["school"]
        abroad = policy.places.school_abroad(str(school.value))
        verifications = list(case.documents("education_verification"))
        if abroad is False or (abroad is None and verifications) or _certified(school, verifications):
            continue
        gap = why_not_proven_absent(case, "education_verification")
        if abroad is None:
            yield undecided(f"学校“{school.value}”是否在境外无法确定，未见认证报告", school)
        elif gap:
            yield undecided(f"学校“{school.value}”在境外，未见认证书；{gap[0]}", school, *gap[1])
        else:
            yield fail(f"学校“{school.value}”在境外，未见国（境）外学历学位认证书", school)


def _certified(school: Value, verifications: list[Document]) -> bool:
    for paper in verifications:
        named = paper.get("school")
        same = named is not None and named.known and compare_organisations(named, school) is not Likeness.DIFFERENT
        if _ABROAD.search(squeeze(paper.title)) or same:
            return True
    return False


@rule("EDU-08", reads={"education_verification": ("valid_until", "certificate_number")})
def verification_has_expired(case: Case, policy: Policy) -> Iterator[Remark]:
    """学历证书电子注册备案表的在线验证有效期已过。

    为什么：过了有效期，审核人不能再用在线验证码核对。
    例：备案表有效期至2025年6月1日，8月29日提交申报材料。
    怎么改：在学信网延长验证有效期或重新申请备案表后提交。
    """
    latest: dict[str, Value] = {}
    for paper in case.documents("education_verification"):
        value = paper.get("valid_until")
        if value is not None and value.reason != "blank":
            key = _number(paper) or paper.id
            latest[key] = max(latest.get(key, value), value, key=lambda one: str(one.value or ""))
    if not latest:
        yield not_applicable("没有写明验证有效期的备案表或认证报告")
    for value in latest.values():
        yield from _judge_validity(value, case)


def _judge_validity(value: Value, case: Case) -> Iterator[Remark]:
    until, submitted = span(value.value), case.submitted
    if until is None:
        yield undecided("备案表的验证有效期无法辨认", value)
    elif submitted is None:
        yield undecided("不知道申报材料的提交日期，无法核对备案表是否在验证有效期内", value)
    elif until.last < submitted.first:
        yield fail(f"备案表有效期至{say(until.last)}，{say(submitted.first)}提交申报材料时已过期", value)
    elif until.first < submitted.last:
        yield undecided(f"备案表有效期至{value.value}，与提交日期先后无法确定", value)


RULES = (
    claimed_education_is_not_verified,
    claimed_degree_without_certificate,
    education_abroad_is_not_certified,
    verification_has_expired,
)

"""SPC-02, SPC-03, SPC-04: the specialty applied for, by the tables of series and office."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import Value
from dossier.policy import Policy, Series
from dossier.text import squeeze
from dossier.validate.case import Case
from dossier.validate.likeness import Likeness
from dossier.validate.rule import Remark, fail, not_applicable, rule, undecided
from dossier.validate.terms import compare_terms, nearest

_MAJORS = ("diploma", "education_verification", "review_form", "initial_form")
_HIGH = ("senior", "associate_senior")
_OPEN_WITHOUT_TABLE = {"economics"}
"""Series whose specialties at 高级 the notice re-arranged without listing them (560-2)."""


@rule("SPC-02", reads={"review_form": ("specialty",)})
def new_specialty_is_not_applied_for_on_its_own(case: Case, policy: Policy) -> Iterator[Remark]:
    """新增专业没有按单独的评审申报。

    为什么：网络安全和信息化（工程系列）、司法鉴定人（公共法律服务系列）单独制定考评条件、单独评审（560-2）。
    例：以网络安全和信息化专业向只评机械、电气专业的工程系列评委会申报；在经济系列申报网络安全和信息化专业。
    怎么改：按该专业所在系列和单独的考评条件，向单独评审该专业的评审委员会申报。
    """
    specialty, series = case.record.application.specialty, case.record.application.series
    applied = _new_specialty(case, policy)
    if applied is None:
        yield not_applicable("申报专业不是单独评审的新增专业")
        return
    home, name, likeness = applied
    if series is not None and series.known and series.value != home.code:
        said = f"{name}专业设在{home.zh}系列，申报系列为{_zh(policy, str(series.value))}"
        yield (fail if likeness is Likeness.SAME else undecided)(said, specialty, series)
    elif likeness is not Likeness.SAME:
        yield undecided(f"申报专业为“{_said(specialty)}”，是否为单独评审的{name}专业需人工认定", specialty)
    else:
        yield from _judge_committee(case, policy, home, name)


def _judge_committee(case: Case, policy: Policy, home: Series, name: str) -> Iterator[Remark]:
    """Whether the committee reviews the new specialty on its own."""
    specialty, stated = case.record.application.specialty, case.record.application.committee
    named = str(stated.value) if stated is not None and stated.known else None
    committee = policy.office.addressed(named)
    if committee is not None:
        listed = [one for scope in committee.scopes_of(home.code) for one in scope.specialties]
        likeness, _ = nearest(name, listed)
        if likeness is Likeness.DIFFERENT:
            said = f"{name}专业单独评审，{committee.name}的评审范围没有写明该专业"
            yield fail(said, specialty, stated)
        elif likeness is not Likeness.SAME:
            yield undecided(f"{name}专业单独评审，{committee.name}是否评审该专业需人工认定", specialty, stated)
    elif named is None:
        yield undecided(f"{name}专业单独评审，未说明申报的评委会，无法核对", specialty)
    elif squeeze(name) not in squeeze(named):
        yield undecided(f"{name}专业单独评审，登记册内没有“{named}”，无法核对其是否单独评审该专业", specialty, stated)


def _new_specialty(case: Case, policy: Policy) -> tuple[Series, str, Likeness] | None:
    """The series, the new specialty and how near what is applied for comes to it; by the title where it names it."""
    specialty, title = case.record.application.specialty, case.record.application.title
    best: tuple[Series, str, Likeness] | None = None
    for series in policy.series.values():
        for name in series.new_specialties:
            if title is not None and title.known and squeeze(name) in squeeze(str(title.value)):
                return series, name, Likeness.SAME
            if specialty is None or not specialty.known:
                continue
            likeness = _new_likeness(str(specialty.value), name)
            if likeness is Likeness.SAME:
                return series, name, likeness
            if likeness is not Likeness.DIFFERENT:
                best = best or (series, name, likeness)
    return best


def _new_likeness(written: str, name: str) -> Likeness:
    """What holds the whole name, or misses it by a look-alike, may be the new specialty; 信息化 alone is not."""
    likeness = compare_terms(written, name)
    if likeness in (Likeness.SAME, Likeness.UNCLEAR):
        return likeness
    return Likeness.RELATED if squeeze(name) in squeeze(written) else Likeness.DIFFERENT


@rule("SPC-03", reads={"review_form": ("specialty",)})
def specialty_is_not_in_the_table(case: Case, policy: Policy) -> Iterator[Remark]:
    """申报专业不在该系列的申报专业表内。

    为什么：各系列按公布的专业申报和评审，不在表内的专业没有对应的评审条件（560-2）。
    例：经济系列高级职称申报“采购管理”专业，本年度专业表没有该专业。
    怎么改：按公布的申报专业表选择相应专业，更正评审表和有关材料后重新提交。
    """
    application = case.record.application
    series, level, specialty = application.series, application.level, application.specialty
    code = str(series.value) if series is not None and series.known else None
    rank = str(level.value) if level is not None and level.known else None
    table = policy.office.table(code, rank) if code else None
    own = policy.series[code].specialties if code and code in policy.series else ()
    if code is None:
        yield _without_series(policy, series)
    elif table is None and not own:
        if code in _OPEN_WITHOUT_TABLE and rank in (*_HIGH, None):
            said = "经济系列高级职称的申报专业本年度有调整（560-2），专业表未加载，请按公布的专业核对"
            yield undecided(said, specialty)
        else:
            yield not_applicable("未加载该系列的申报专业表")
    elif specialty is None or not specialty.known:
        yield undecided("申报专业无法确定，不能与申报专业表核对", specialty)
    else:
        yield from _judge_specialty(specialty, case, table.names if table else own, official=table is not None)


def _without_series(policy: Policy, series: Value | None) -> Remark:
    if policy.office.specialties:
        return undecided("申报系列无法确定，不能与申报专业表核对", series)
    return not_applicable("未能确定申报系列，也未加载申报专业表")


def _judge_specialty(specialty: Value, case: Case, names: tuple[str, ...], *, official: bool) -> Iterator[Remark]:
    likeness, near = nearest(str(specialty.value), names)
    title = case.record.application.title
    by_title = title is not None and title.known and any(squeeze(name) in squeeze(str(title.value)) for name in names)
    if likeness is Likeness.SAME:
        return
    said = f"申报专业为{specialty.value}，"
    if likeness is not Likeness.DIFFERENT:
        yield undecided(f"{said}申报专业表中有{near}，是否同一专业需人工认定", specialty)
    elif by_title:
        yield undecided(f"{said}不在申报专业表内，但申报职称属于表内专业，需人工认定", specialty, title)
    elif official:
        yield fail(f"{said}不在该系列的申报专业表内", specialty)
    else:
        yield undecided(f"{said}不是该系列通常的专业（{'、'.join(names)}），本年度专业表未加载，请核对", specialty)


@rule("SPC-04", reads=dict.fromkeys(_MAJORS, ("major",)) | {"review_form": ("major", "specialty")})
def major_is_not_related_to_the_specialty(case: Case, policy: Policy) -> Iterator[Remark]:
    """所学专业与申报专业不相近。

    为什么：所学专业与申报专业不相近的，评委会一般要求说明从事该专业工作的经历和成果。
    例：所学专业为汉语言文学，申报机械工程专业。
    怎么改：核对申报专业；确实从事该专业工作的，附从事本专业技术工作的经历和成果说明。
    """
    related, specialty = policy.office.related, case.record.application.specialty
    if not related:
        yield not_applicable("未加载相近专业表")
        return
    if specialty is None or not specialty.known:
        yield undecided("申报专业无法确定，不能与所学专业核对", specialty)
        return
    fields = [field for field in related if nearest(str(specialty.value), field.specialties)[0] is Likeness.SAME]
    majors = [value for document in case.documents(*_MAJORS) if (value := document.get("major")) is not None]
    known = [value for value in majors if value.known]
    if not fields:
        yield not_applicable(f"相近专业表中没有申报专业“{specialty.value}”")
    elif not known:
        yield undecided("所学专业无法辨认，不能与申报专业核对", *majors, specialty)
    else:
        yield from _judge_majors(known, specialty, [m for field in fields for m in (*field.majors, *field.specialties)])


def _judge_majors(known: list[Value], specialty: Value, names: list[str]) -> Iterator[Remark]:
    judged = [(nearest(str(value.value), [*names, str(specialty.value)])[0], value) for value in known]
    if any(likeness is Likeness.SAME for likeness, _ in judged):
        return
    values = [value for _, value in judged]
    read = "、".join(dict.fromkeys(str(value.value) for value in values))
    said = f"所学专业为{read}，申报专业为{specialty.value}"
    if any(likeness is not Likeness.DIFFERENT for likeness, _ in judged):
        yield undecided(f"{said}，是否相近需人工认定", *values, specialty)
    else:
        yield fail(f"{said}，不属于相近专业", *values, specialty)


def _zh(policy: Policy, code: str) -> str:
    return policy.series[code].zh if code in policy.series else code


def _said(value: Value | None) -> str:
    return str(value.value) if value is not None and value.known else ""


RULES = (
    new_specialty_is_not_applied_for_on_its_own,
    specialty_is_not_in_the_table,
    major_is_not_related_to_the_specialty,
)

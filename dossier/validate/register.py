"""SPC-01, COM-07: whether the committee is approved and may review what is applied for, by the office's register."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.model import Outcome, Value
from dossier.policy import Committee, Policy, Scope
from dossier.text import fold_org
from dossier.text.regex import Regex
from dossier.validate.case import Case
from dossier.validate.likeness import Likeness, compare_organisations
from dossier.validate.rule import Remark, fail, not_applicable, rule, undecided
from dossier.validate.terms import nearest

_COMMITTEE_WORDS = Regex(
    "职称|专业技术(?:职务|人员|资格)?|任职资格|系列|专业|评审|委员会|评委会|高评委|中评委|初评委|评委|"
    "正高级?|副高级?|高级|中级|初级|资格|人员|^(?:山西)?省"
)
"""What every committee's name is made of; the rest tells which one it is."""


@dataclass(frozen=True)
class _Fit:
    """How a scope stands to an application: covered, not covered, or open, with the reason."""

    outcome: Outcome
    why: str = ""
    values: tuple[Value | None, ...] = ()


@rule("SPC-01")
def committee_does_not_cover_the_application(case: Case, policy: Policy) -> Iterator[Remark]:
    """申报的系列、级别或专业不在评委会的评审范围内。

    为什么：评审委员会只能在核准备案的系列、专业和级别范围内评审，超出范围的评审结果无效（人社部令第40号）。
    例：向只评工程系列机械专业的评委会申报建筑专业。
    怎么改：向评审范围包括所申报系列、专业和级别的评审委员会申报；系列或专业填写有误的，更正后重新提交。
    """
    register = policy.office.committees
    named = case.record.application.committee
    series = case.record.application.series
    if not register:
        yield not_applicable("未加载评委会登记册")
        return
    candidates = register
    if named is not None and named.known:
        found = policy.office.committee(str(named.value))
        if found is None:
            yield not_applicable("所报评委会不在登记册内，其评审范围不明（见COM-07）")
            return
        candidates = (found,)
    if series is None or not series.known:
        yield undecided("申报系列无法确定，不能核对评委会的评审范围", series, *_forms(case))
        return
    fits = [_fit(committee, case, policy) for committee in candidates]
    if any(fit.outcome is Outcome.PASS for fit in fits):
        return
    still_open = [fit for fit in fits if fit.outcome is Outcome.UNDECIDED]
    for fit in still_open or fits[:1]:
        said = fit.why if len(fits) == 1 or still_open else "登记册内没有评审该系列、级别和专业的评委会"
        yield (undecided if still_open else fail)(said, *fit.values)


def _fit(committee: Committee, case: Case, policy: Policy) -> _Fit:
    """The best of its scopes in the series."""
    series = case.record.application.series
    code = str(series.value) if series is not None else ""
    scopes = committee.scopes_of(code)
    if not scopes:
        zh = policy.series[code].zh if code in policy.series else code
        return _Fit(Outcome.FAIL, f"{committee.name}的评审范围不包括{zh}系列", (series,))
    fits = [_scope_fit(scope, committee, case, policy) for scope in scopes]
    rank = (Outcome.PASS, Outcome.UNDECIDED, Outcome.FAIL)
    return min(fits, key=lambda fit: rank.index(fit.outcome))


def _scope_fit(scope: Scope, committee: Committee, case: Case, policy: Policy) -> _Fit:
    level, specialty = case.record.application.level, case.record.application.specialty
    if scope.levels and (level is None or not level.known):
        return _Fit(Outcome.UNDECIDED, f"申报级别无法确定，不能核对{committee.name}的评审范围", (level,))
    if scope.levels and level is not None and level.value not in scope.levels:
        names = "、".join(policy.codes["levels"].get(one, one) for one in scope.levels)
        applied = policy.codes["levels"].get(str(level.value), str(level.value))
        return _Fit(Outcome.FAIL, f"{committee.name}评审{names}职称，不评审{applied}", (level,))
    if not scope.specialties:
        return _Fit(Outcome.PASS)
    if specialty is None or not specialty.known:
        said = f"申报专业无法确定，{committee.name}只评审{'、'.join(scope.specialties)}专业"
        return _Fit(Outcome.UNDECIDED, said, (specialty,))
    likeness, near = nearest(str(specialty.value), scope.specialties)
    if likeness is Likeness.SAME:
        return _Fit(Outcome.PASS)
    if likeness is Likeness.DIFFERENT:
        listed = "、".join(scope.specialties[:8]) + ("等" if len(scope.specialties) > 8 else "")
        said = f"{committee.name}评审{listed}专业，申报专业为{specialty.value}"
        return _Fit(Outcome.FAIL, said, (specialty,))
    said = f"申报专业为{specialty.value}，{committee.name}评审{near}专业，是否同一专业需人工认定"
    return _Fit(Outcome.UNDECIDED, said, (specialty,))


def _forms(case: Case) -> Iterator[Value | None]:
    """Where the series would stand."""
    return (document.get("series") for document in case.documents("review_form", "initial_form", "summary_form"))


@rule("COM-07")
def committee_is_not_in_the_register(case: Case, policy: Policy) -> Iterator[Remark]:
    """申报的评审委员会不在评委会登记册内。

    为什么：职称评审应由经核准备案的评审委员会进行（560-6、人社部令第40号），未经核准备案的评审结果无效。
    例：申报表写明送“某集团职称评审委员会”，登记册内没有该评委会。
    怎么改：向经核准备案的评审委员会申报；评委会已经核准备案的，由评委会办公室补入登记册。
    """
    register, named = policy.office.committees, case.record.application.committee
    if not register:
        yield not_applicable("未加载评委会登记册")
    elif named is None or not named.known:
        yield not_applicable("未说明申报的评委会")
    elif policy.office.committee(str(named.value)) is None:
        near = [one for one in register if any(_may_be(named, name) for name in one.names)]
        if near:
            names = "、".join(one.name for one in near[:3])
            yield undecided(f"所报评委会为“{named.value}”，登记册内有{names}，是否同一评委会需人工认定", named)
        else:
            yield fail(f"所报评委会“{named.value}”不在评委会登记册内", named)


def _may_be(named: Value, name: str) -> bool:
    """Whether a name may be a short form, a part or a misreading of a registered one."""
    if compare_organisations(named, Value(name, confidence=1.0)) is not Likeness.DIFFERENT:
        return True
    core, other = (_COMMITTEE_WORDS.sub("", fold_org(text)) for text in (str(named.value), name))
    return not core or not other or core in other or other in core


RULES = (committee_does_not_cover_the_application, committee_is_not_in_the_register)

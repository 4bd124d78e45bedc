"""EMP-02 – EMP-04: who pays the applicant's social insurance, and whether it was paid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.model import Document, Value
from dossier.policy import Policy
from dossier.text import same_org, span
from dossier.text.regex import Regex
from dossier.validate.absence import fail_unless_hidden
from dossier.validate.case import Case
from dossier.validate.dates import bounds, span_of
from dossier.validate.event import field_values
from dossier.validate.likeness import Likeness, compare_organisations
from dossier.validate.rule import Remark, fail, not_applicable, rule, undecided
from dossier.validate.secondment import is_party_to_secondment

_KIND = "social_insurance"
_READS = {_KIND: ("employer",), "statement": ("subject", "parties"), "secondment": ("school", "enterprise")}
_DISPATCH = Regex("派遣|劳务")
_PERHAPS_DISPATCH = Regex("人力资源|人才|人事|外企服务|企业服务|外包")
_EXPLAINS = Regex("派遣|更名|变更|隶属|社保|参保|用工|说明")
_AGREEMENT = Regex("派遣.{0,6}(?:协议|合同)")
_SUSPENDED = Regex("暂停|中断|停保|断缴|停缴|终止|欠费|封存|未缴")
_PAID = Regex("正常|参保缴费|在保|续保|在缴")
_WINDOW, _LAG = 12, 2
"""Months looked at before the paper was printed; the last of them may not be booked yet."""


@rule("EMP-02", reads=_READS)
def insurance_is_paid_by_another_unit(case: Case, policy: Policy) -> Iterator[Remark]:
    """社会保险的缴费单位不是申报人的用人单位，也没有材料说明。

    为什么：缴费单位与申报单位不一致时，不能确认申报人在申报单位工作。
    例：申报单位为甲公司，参保证明的缴费单位为乙公司，未附派遣协议或情况说明。
    怎么改：提交在申报单位缴费的参保证明；属劳务派遣、分支机构或更名的，附派遣协议、隶属关系证明或情况说明。
    """
    insured, employer = _insured(case), case.applicant("employer")
    if not any(case.documents(_KIND)):
        yield not_applicable("没有社会保险缴费证明")
    elif insured is None:
        yield undecided("社会保险的缴费单位无法辨认", *case.documents(_KIND))
    elif employer is None or not employer.known:
        yield undecided("申报人的工作单位无法辨认，不能核对缴费单位", insured, employer)
    elif not is_party_to_secondment(insured, case):
        yield from _judge_payer(insured, employer, case)


def _judge_payer(insured: Value, employer: Value, case: Case) -> Iterator[Remark]:
    said = f"申报单位为{employer.value}，社会保险缴费单位为{insured.value}"
    likeness = compare_organisations(insured, employer)
    papers = [paper for paper in case.documents("statement") if _EXPLAINS.search(_about(paper))]
    if likeness is Likeness.SAME or any(_explains(paper, insured) for paper in papers):
        return
    agency = case.applicant("personnel_agency")
    if likeness is Likeness.RELATED:
        yield undecided(f"{said}，可能是同一单位的简称、上下级或分支机构", insured, employer)
    elif likeness is Likeness.UNCLEAR:
        yield undecided(f"{said}，名称相近，可能是识别误差", insured, employer)
    elif papers:
        yield undecided(f"{said}，卷宗中有“{papers[0].title}”，需核实是否说明了缴费单位", insured, employer, *papers)
    elif agency is not None and agency.value is True and _PERHAPS_DISPATCH.search(str(insured.value)):
        yield undecided(f"{said}，申报人实行人事代理，需核实是否由代理机构缴费", insured, employer, agency)
    else:
        yield fail_unless_hidden(case, f"{said}，未见派遣协议或情况说明", ("statement",), insured, employer)


@rule("EMP-03", reads={_KIND: ("months", "period", "status", "date")})
def insurance_has_gaps(case: Case, policy: Policy) -> Iterator[Remark]:
    """最近12个月社会保险有断缴，或参保状态为暂停。

    为什么：断缴可能意味着劳动关系中断，评审时通常要求说明原因。
    例：参保证明打印于2025年8月，缴费月份中没有2025年3月和4月。
    怎么改：补缴或由单位书面说明断缴原因；调动造成的，附前后单位的缴费证明。
    """
    papers = list(case.documents(_KIND))
    if not papers:
        yield not_applicable("没有社会保险缴费证明")
        return
    latest = _latest(papers, case)
    status = latest.get("status")
    if status is not None and status.known and _SUSPENDED.search(str(status.value)):
        said = f"参保状态为“{status.value}”"
        yield undecided(said, status) if _PAID.search(str(status.value)) else fail(said, status)
    printed = span_of(latest.get("date")) or case.submitted
    if printed is not None:
        yield from _judge_months(_number(printed.first.isoformat()), papers, latest, case)
    elif field_values(papers, "months"):
        yield undecided("参保证明的打印日期和材料的提交日期都不明，无法核对最近12个月", *papers)


def _judge_months(now: int, papers: Sequence[Document], latest: Document, case: Case) -> Iterator[Remark]:
    """Months are counted as year * 12 + month; those in which a list of paid months was seen to begin and end."""
    lists = [value for value in field_values(papers, "months") if value.known and value.value]
    paid = {_number(month) for value in lists for month in value.value if span(month)}
    period = latest.get("period")
    ends = bounds(period)
    if paid:
        first = max(min(paid), now - _WINDOW)
        gaps = [month for month in range(first, now - _LAG) if month not in paid]
        if gaps:
            said = f"最近12个月中{'、'.join(map(_say, gaps))}没有缴费"
            yield fail_unless_hidden(case, said, (_KIND,), *lists, latest.get("date"))
    elif ends and span(ends[1]) and _number(ends[1]) < now - _LAG - 1:
        said = f"缴费截至{_say(_number(ends[1]))}，此后没有缴费"
        yield fail_unless_hidden(case, said, (_KIND,), period, latest.get("date"))


@rule("EMP-04", reads={_KIND: ("employer",), "statement": ("subject",)})
def dispatched_without_agreement(case: Case, policy: Policy) -> Iterator[Remark]:
    """由劳务派遣公司缴纳社会保险，没有提交劳务派遣协议。

    为什么：派遣人员的用工单位与缴费单位不同，须以派遣协议证明其在申报单位工作。
    例：参保证明的缴费单位为某劳务派遣有限公司，材料中没有派遣协议。
    怎么改：提交用工单位与派遣公司签订的劳务派遣协议，能看出申报人在派遣之列。
    """
    insured, employer = _insured(case), case.applicant("employer")
    name = str(insured.value) if insured is not None else ""
    dispatched = bool(_DISPATCH.search(name) or _PERHAPS_DISPATCH.search(name))
    own = employer is not None and employer.known and same_org(name, str(employer.value))
    if insured is None or not dispatched or own:
        yield not_applicable("没有由劳务派遣单位缴纳社会保险的材料")
    elif not any(_AGREEMENT.search(_about(paper)) for paper in case.documents("statement")):
        yield _without_agreement(insured, name, case)


def _without_agreement(insured: Value, name: str, case: Case) -> Remark:
    said = f"社会保险由{name}缴纳，未见劳务派遣协议"
    papers = [paper for paper in case.documents("statement") if _EXPLAINS.search(_about(paper))]
    if not _DISPATCH.search(name):
        return undecided(f"{said}；该单位是否为劳务派遣单位需人工核实", insured, *papers)
    if papers:
        return undecided(f"{said}；卷宗中有“{papers[0].title}”，需核实能否代替", insured, *papers)
    return fail_unless_hidden(case, said, ("statement",), insured)


def _insured(case: Case) -> Value | None:
    """The unit that pays now, as the record's fact has it."""
    fact = case.fact("insured_employer")
    if not fact.value or not fact.places:
        return None
    place = fact.places[0]
    return Value(fact.value, place.text, place.file, place.page, place.box, confidence=place.confidence or 0.0)


def _about(paper: Document) -> str:
    subject = paper.get("subject")
    return f"{paper.title} {subject.value if subject is not None and subject.known else ''}"


def _explains(paper: Document, unit: Value) -> bool:
    """Whether it names the unit that pays, or is the agreement with a labour-dispatch company."""
    parties = paper.get("parties")
    named = parties.value if parties is not None and isinstance(parties.value, list | tuple) else ()
    agreed = _AGREEMENT.search(_about(paper)) is not None and _DISPATCH.search(str(unit.value)) is not None
    return agreed or any(same_org(str(name), str(unit.value)) for name in named)


def _latest(papers: Sequence[Document], case: Case) -> Document:
    """The paper that the fact about who pays rests on: the one that speaks of the latest month."""
    at = {(place.file, place.page) for place in case.fact("insured_employer").places}
    return next((paper for paper in papers if at.intersection(paper.pages)), papers[0])


def _number(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7]) - 1


def _say(month: int) -> str:
    return f"{month // 12}年{month % 12 + 1}月"


RULES = (insurance_is_paid_by_another_unit, insurance_has_gaps, dispatched_without_agreement)

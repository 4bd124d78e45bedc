"""ASM-01, ASM-02: the yearly assessments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.model import Document, Value
from dossier.policy import Policy
from dossier.text.regex import Regex
from dossier.validate.case import CERTAIN, DOUBTFUL, Case, Derived
from dossier.validate.rule import Remark, fail, not_applicable, rule, undecided
from dossier.validate.yearly import WORK_FORMS, employment, name_years, why_years_may_be_there, years_due

_KIND = "annual_assessment"
_ASSESSED = ("public_institution", "state_owned", "government")
"""Employers where yearly assessments are a matter of course."""
_FAILED = Regex("不合格|不称职|基本合格|基本称职")
_NONE_GIVEN = Regex("[不未]确?定等次|不参加|免予|试用期|见习期")
_PASSED = Regex("优秀|优良|良好|合格|称职|胜任")
_Told = Sequence[tuple[Document, frozenset[int]]]


@rule("ASM-01", reads={_KIND: ("year",), **dict.fromkeys(WORK_FORMS, ("work_since",))})
def a_required_year_has_no_assessment(case: Case, policy: Policy) -> Iterator[Remark]:
    """应提交的年度中有一年没有年度考核材料。

    为什么：任现职以来的年度考核反映履职情况，评委会办公室一般要求逐年提供，缺年份的退回补交。
    例：要求提供2020至2024年度考核，材料中没有2022年度。
    怎么改：补交所缺年度的考核登记表，或由单位出具写明各年度考核等次的证明并盖章。
    """
    due, why_open = _due(case, policy)
    told = [(document, _sure_years(document)) for document in case.documents(_KIND)]
    there = {_year(document) for document, _ in told}
    work = employment(case)
    missing = [year for year in due if year not in there and work.may_be_due(year)]
    if not due:
        yield not_applicable("条件表不要求任职年限，或没有应考核的年度")
    elif missing:
        yield _judge_missing(missing, told, why_open, case)


def _judge_missing(missing: list[int], told: _Told, why_open: str, case: Case) -> Remark:
    said = f"缺少{name_years(missing)}考核材料"
    work = employment(case)
    ownership = case.applicant("employer_ownership")
    kind = str(ownership.value) if ownership is not None and ownership.confidence >= CERTAIN else ""
    if kind not in _ASSESSED:
        whose = "申报人在非公有制单位工作" if kind and kind != "unknown" else "单位性质不明"
        advice = "非公有制单位可由单位出具各年度考核（履职）情况证明"
        return undecided(f"{said}；{whose}，是否必须提供需人工认定，{advice}", ownership, *_papers(told, case))
    if open_years := [year for year in missing if not work.all_of(year)]:
        return undecided(f"{said}；未能确定{name_years(open_years)}是否已参加工作", *_papers(told, case))
    if why_open:
        return undecided(f"{said}；{why_open}，不能确定需要提供几年", *_papers(told, case))
    if gap := why_years_may_be_there(case, _KIND, missing, told):
        return undecided(f"{said}；{gap[0]}", *gap[1])
    return fail(said, work.value, ownership, case.fact("tenure_needed"), *_papers(told, case))


@rule("ASM-02", reads={_KIND: ("year", "grade")})
def a_required_year_is_graded_as_failed(case: Case, policy: Policy) -> Iterator[Remark]:
    """应提交的年度中有一年考核为不合格或基本合格。

    为什么：年度考核不合格或基本合格的年度不计入任现职年限，评委会办公室一般不予接收，需说明后重新核算。
    例：2023年度考核等次为基本合格。
    怎么改：核对该年度考核等次；确为不合格或基本合格的，按规定扣除该年度后，符合年限时再行申报。
    """
    due, why_open = _due(case, policy)
    papers = [document for document in case.documents(_KIND) if _may_be_of(document, due)]
    if not papers:
        yield not_applicable("没有应提交年度的考核材料")
    for year in sorted({_year(document) or 0 for document in papers}):
        of_year = [document for document in papers if (_year(document) or 0) == year]
        yield from _judge_year(year, of_year, why_open, case.fact("tenure_needed"))


def _judge_year(year: int, papers: list[Document], why_open: str, tenure: Derived) -> Iterator[Remark]:
    """Judge what one year's papers say; year 0 stands for papers whose year was not read."""
    name = name_years([year]) if year else "年度不明的材料"
    grades = [grade for document in papers if (grade := document.get("grade")) and grade.known]
    failed = [grade for grade in grades if _FAILED.search(str(grade.value))]
    passed = [grade for grade in grades if grade not in failed and _PASSED.search(str(grade.value))]
    if failed:
        said = f"{name}考核等次为{failed[0].value}"
        when = next(document.get("year") for document in papers if document.get("grade") is failed[0])
        if passed:
            yield undecided(f"{said}，另一份材料为{passed[0].value}", *failed, *passed)
        elif why_open or not year:
            yield undecided(f"{said}；{why_open or '年度无法辨认'}，不能确定是否为应提交的年度", when, *failed)
        else:
            yield fail(said, when, failed[0], tenure)
    elif year and not passed:
        yield _not_graded(name, grades, papers)


def _not_graded(name: str, grades: list[Value], papers: list[Document]) -> Remark:
    if not grades:
        return undecided(f"{name}考核等次无法辨认", *(document.get("grade") for document in papers), *papers)
    if _NONE_GIVEN.search(str(grades[0].value)):
        return undecided(f"{name}考核不定等次，是否为试用期、是否影响申报需人工认定", *grades)
    return undecided(f"{name}考核结果为“{grades[0].value}”，是否达到合格需人工认定", *grades)


def _due(case: Case, policy: Policy) -> tuple[list[int], str]:
    """The years due, and why their number is not certain: it is at most the tenure that the table requires."""
    tenure = case.fact("tenure_needed")
    if tenure.value is None:
        return years_due(policy, "assessment_years"), tenure.reason or "要求的任职年限未能确定"
    why_open = "" if tenure.certain else "学历或申报职称识别不确定"
    return years_due(policy, "assessment_years", tenure.value), why_open


def _year(document: Document) -> int | None:
    """The year a paper is of, unless it was hardly legible."""
    value = document.get("year")
    legible = value is not None and value.confidence >= DOUBTFUL
    return value.value if value is not None and legible and isinstance(value.value, int) else None


def _sure_years(document: Document) -> frozenset[int]:
    value, year = document.get("year"), _year(document)
    return frozenset([year] if year and value and value.confidence >= CERTAIN else [])


def _may_be_of(document: Document, due: Sequence[int]) -> bool:
    year = _year(document)
    return year in due or (year is None and bool(due))


def _papers(told: _Told, case: Case) -> list[Document | None]:
    """Where to look: the assessments there are, else the form."""
    return [document for document, _ in told] or [case.first_page_of(*WORK_FORMS, "catalogue")]


RULES = (a_required_year_has_no_assessment, a_required_year_is_graded_as_failed)

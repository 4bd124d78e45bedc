"""CED-02 – CED-04: the hours of continuing education of each year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from dossier.model import Document, Value
from dossier.policy import Policy
from dossier.text import squeeze
from dossier.validate.absence import fail_unless_hidden
from dossier.validate.case import CERTAIN, Case
from dossier.validate.rule import Remark, fail, not_applicable, rule, undecided
from dossier.validate.yearly import employment, name_years, why_years_may_be_there, years_due

_KIND = "continuing_education"
_READS = {_KIND: ("years",)}
_Row = Mapping[str, Any]
_NAMES = {"total": "总学时", "professional": "专业科目学时"}
_UNVERIFIED = "（本系列的学时标准未经官方文件核实，请核对）"


@dataclass
class _Tally:
    """What the years due come to."""

    short: list[str] = field(default_factory=list)
    """In words, each year that certainly falls short."""
    short_years: list[int] = field(default_factory=list)
    missing: list[int] = field(default_factory=list)
    open: list[tuple[int, str]] = field(default_factory=list)
    """Years that cannot be counted up, and why."""


@rule("CED-02", reads=_READS)
def a_year_has_too_few_hours(case: Case, policy: Policy) -> Iterator[Remark]:
    """应提交的年度中有一年的继续教育总学时不足，或没有该年度的学时。

    为什么：专业技术人员每年参加继续教育累计不少于90学时（另有规定的系列从其规定），学时当年有效，不得用其他年度的学时补足。
    例：2022年度完成78学时，差12学时。
    怎么改：补交该年度其余的继续教育证书或学时证明；确未完成的，按继续教育主管部门的规定处理后再申报。
    """
    yield from _judge(case, policy, "total")


@rule("CED-03", reads=_READS)
def a_year_has_too_few_professional_hours(case: Case, policy: Policy) -> Iterator[Remark]:
    """应提交的年度中有一年的专业科目学时不足。

    为什么：专业科目一般不少于总学时的三分之二（90学时中不少于60学时），公需科目超出的学时不能顶替。
    例：2023年度共90学时，其中公需科目42学时、专业科目48学时。
    怎么改：补交该年度专业科目的继续教育证书或学时证明。
    """
    yield from _judge(case, policy, "professional")


def _judge(case: Case, policy: Policy, name: str) -> Iterator[Remark]:
    papers = list(case.documents(_KIND))
    hours = case.fact(_KIND).value
    series = case.record.application.series
    entry = policy.series.get(str(series.value)) if series is not None and series.confidence >= CERTAIN else None
    if not papers:
        yield not_applicable("没有继续教育证明")
    elif entry is None or hours is None:
        yield undecided("未能确定申报系列，不能确定应完成的学时", series, *papers)
    elif needed := entry.continuing_education.get(name):
        due = years_due(policy, "continuing_education_years")
        tally = _tally(due, hours, needed, name, str(entry.continuing_education["unit"]), case)
        note = "" if entry.continuing_education.get("verified") else _UNVERIFIED
        yield from _said_of(tally, note, case, series)
        if name == "total":
            yield from _said_of_missing(tally.missing, note, case, series)
    else:
        yield not_applicable(f"{entry.zh}系列没有规定{_NAMES[name]}")


def _tally(due: Sequence[int], hours: Mapping[str, _Row], needed: float, name: str, unit: str, case: Case) -> _Tally:
    tally, work = _Tally(), employment(case)
    for year in (year for year in due if work.may_be_due(year)):
        counted = hours.get(str(year))
        if counted is None:
            tally.missing.append(year)
        elif (done := counted.get(name)) is None:
            tally.open.append((year, f"{_NAMES[name]}未写明或无法辨认"))
        elif counted.get("unit") != unit:
            tally.open.append((year, f"按{counted.get('unit') or '不同单位'}计，本系列按{unit}计"))
        elif done < needed:
            tally.short_years.append(year)
            tally.short.append(
                f"{year}年度{_NAMES[name]}为{done:g}{unit}，少于{needed:g}{unit}，差{needed - done:g}{unit}"
            )
        elif not _adds_up(year, needed, name, case):
            tally.open.append((year, f"由多份证明累加为{done:g}{unit}，其中可能有重复计算"))
    return tally


def _said_of(tally: _Tally, note: str, case: Case, series: Value | None) -> Iterator[Remark]:
    if tally.open:
        said = "；".join(f"{year}年度{why}" for year, why in tally.open)
        yield undecided(f"{said}，需人工核算", *_values(case, [year for year, _ in tally.open]))
    if tally.short:
        said, at = "；".join(tally.short) + note, _values(case, tally.short_years)
        unread = [paper for paper in case.documents(_KIND) if not _rows(paper)]
        if unread:
            yield undecided(f"{said}；另有继续教育证明的学时无法辨认", *at, *unread)
        else:
            yield fail_unless_hidden(case, said, (_KIND,), *at, series)


def _said_of_missing(missing: Sequence[int], note: str, case: Case, series: Value | None) -> Iterator[Remark]:
    if not missing:
        return
    said, papers = f"没有{name_years(missing)}的继续教育学时{note}", list(case.documents(_KIND))
    work = employment(case)
    told = [(paper, _sure_years(paper)) for paper in papers]
    if open_years := [year for year in missing if not work.all_of(year)]:
        yield undecided(f"{said}；未能确定{name_years(open_years)}是否已参加工作", *papers)
    elif gap := why_years_may_be_there(case, _KIND, missing, told):
        yield undecided(f"{said}；{gap[0]}", *gap[1])
    else:
        yield fail(said, work.value, series, *papers)


def _adds_up(year: int, needed: float, name: str, case: Case) -> bool:
    """Whether the hours suffice without doubt: one certificate has them, or none of several can be counted twice."""
    rows = [row for paper in case.documents(_KIND) for row in _rows(paper) if row.get("year") == year]
    if any((row.get(name) or 0) >= needed for row in rows):
        return True
    return not any(_may_overlap(one, other) for one, other in combinations(rows, 2))


def _may_overlap(one: _Row, other: _Row) -> bool:
    """A copy of the same certificate, or a proof of all the hours of a year beside one of its parts."""
    if one.get("certificate_number") and other.get("certificate_number"):
        return False
    names = ("total", "public", "professional")
    whole = any(row.get("public") and row.get("professional") for row in (one, other))
    return whole or all(one.get(name) == other.get(name) for name in names)


@rule("CED-04", reads=_READS)
def one_certificate_is_used_for_different_years(case: Case, policy: Policy) -> Iterator[Remark]:
    """不同年度的两份继续教育证明使用同一证书编号。

    为什么：学时当年有效，同一份证书不能重复用于不同年度；编号相同而年度不同的，其中一份可能有误。
    例：2022年度和2023年度两份证书的编号都是JX20220117。
    怎么改：核对两份证书，更换为各年度本来的证书；一份证书包含多个年度的，提交该证书全文。
    """
    used: dict[str, list[tuple[Document, set[int]]]] = {}
    for paper in case.documents(_KIND):
        for number in {number for row in _rows(paper) if (number := _number(row, case))}:
            years = {row["year"] for row in _rows(paper) if _number(row, case) == number}
            used.setdefault(number, []).append((paper, years))
    if not used:
        yield not_applicable("没有读到继续教育证书编号")
    for number, papers in used.items():
        for (one, years), (other, others) in combinations(papers, 2):
            if not years & others:
                said = f"{name_years(years)}与{name_years(others)}的证书编号都是{number}"
                yield fail(said, one.get("years"), other.get("years"))


def _number(row: _Row, case: Case) -> str:
    """The certificate's number; the applicant's own number, which some platforms print in its place, is none."""
    number = squeeze(str(row.get("certificate_number") or "")).upper()
    own = case.applicant("id_number")
    return "" if own is not None and number == squeeze(str(own.value)).upper() else number


def _rows(paper: Document) -> list[_Row]:
    value = paper.get("years")
    rows = value.value if value is not None and isinstance(value.value, list | tuple) else ()
    return [row for row in rows if isinstance(row, Mapping) and isinstance(row.get("year"), int)]


def _sure_years(paper: Document) -> frozenset[int]:
    value = paper.get("years")
    return frozenset(row["year"] for row in _rows(paper)) if value and value.confidence >= CERTAIN else frozenset()


def _values(case: Case, years: Sequence[int]) -> list[Value]:
    """What speaks of these years."""
    papers = [paper for paper in case.documents(_KIND) if {row["year"] for row in _rows(paper)} & {*years}]
    return [value for paper in papers if (value := paper.get("years")) is not None]


RULES = (
    a_year_has_too_few_hours,
    a_year_has_too_few_professional_hours,
    one_certificate_is_used_for_different_years,
)

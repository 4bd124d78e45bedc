"""TTL-05: whether appointments cover the tenure that counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dossier.model import Document, Value
from dossier.policy import Policy
from dossier.text import Span, span, years_earlier
from dossier.validate.case import DOUBTFUL, Case, why_not_proven_absent
from dossier.validate.dates import bounds, say
from dossier.validate.enterprise import PROOFS, moves_from_enterprise, proofs_of_enterprise_years
from dossier.validate.holding import FORMS, appointments_of, goal_of
from dossier.validate.rule import Remark, fail, not_applicable, rule, undecided

_APPOINTING = ("public_institution", "state_owned")
_OTHERS = ("private", "foreign_invested", "government", "freelance")
_RENEWAL = timedelta(days=31)
"""Renewals are often signed late: a gap no longer than this is left to a person."""
_FIRST_APPOINTMENT = timedelta(days=366)
"""Within so long a first appointment follows the title."""


@dataclass(frozen=True)
class Term:
    """An appointment: the days it may begin and end on, and the value that says so."""

    start: Span
    end: date
    """The last day; of a month its last."""
    value: Value


@dataclass(frozen=True)
class Gap:
    """Days without an appointment: the first and the last."""

    first: date
    last: date
    values: tuple[Value, ...]

    @property
    def said(self) -> str:
        return f"{say(self.first)}至{say(self.last)}没有聘任"

    @property
    def short(self) -> bool:
        return self.last - self.first < _RENEWAL


@rule(
    "TTL-05",
    reads={
        "appointment": ("title", "period"),
        "title_certificate": ("title", "date"),
        "review_form": ("employer_type", "current_title", "current_title_date", "title"),
        **dict.fromkeys(FORMS[1:], ("title",)),
        **{kind: (field,) for kind, field in PROOFS.items()},
    },
)
def appointments_do_not_cover_the_tenure(case: Case, policy: Policy) -> Iterator[Remark]:
    """事业单位、国有企业人员没有聘任文件，或所需任职年限内聘期中断。

    为什么：事业单位和国有企业实行聘任制，取得职称后受聘履职的时间须以聘书或聘任文件证明。
    例：聘书只有2017年至2020年，2021年以后没有聘任文件。
    怎么改：补交现职称自首次聘任起各聘期的聘书、聘任文件或岗位聘用合同；中断的，由单位说明原因。
    """
    ownership = case.applicant("employer_ownership")
    kind = ownership.value if ownership is not None else None
    if kind in _OTHERS:
        yield not_applicable("用人单位不是事业单位或国有企业")
        return
    held, letters = case.fact("current_title"), appointments_of(case, policy)
    if held.value is None:
        yield not_applicable("没有读到现职称")
    elif not letters:
        yield _missing(case, ownership)
    elif kind in _APPOINTING and ownership is not None:
        unread = [paper for paper in letters if _term(paper) is None]
        terms = sorted((term for paper in letters if (term := _term(paper))), key=lambda term: term.start)
        if not terms:
            yield undecided("聘任文件的聘期无法辨认，无法核对是否连续", *unread)
        else:
            yield from _judge(case, policy, ownership, terms, unread)


def _missing(case: Case, ownership: Value | None) -> Remark:
    held = case.fact("current_title")
    others = list(case.documents("appointment"))
    said = f"未见{held.value['title']}的聘任文件" + ("，卷宗中的聘任文件为其他职务" if others else "")
    if ownership is None or ownership.value not in _APPOINTING:
        return undecided(f"用人单位性质无法确定，{said}，是否需要聘任文件由人工核定", ownership, *others)
    if gap := why_not_proven_absent(case, "appointment"):
        return undecided(f"{said}；{gap[0]}", ownership, *gap[1])
    titles = (paper.get("title") for paper in others)
    return fail(said, ownership, held, *titles, case.first_page_of("title_certificate"))


def _judge(
    case: Case, policy: Policy, ownership: Value, terms: Sequence[Term], unread: Sequence[Document]
) -> Iterator[Remark]:
    goal, needed = goal_of(case, policy), case.fact("tenure_needed")
    last = case.submitted.first if case.submitted else None
    cut_off = _cut_off(policy)
    end = last or cut_off
    excused = policy.why_off("TTL-05", ("mobility",), None)
    moved = moves_from_enterprise(case) if excused else []
    gaps = list(_gaps(terms, _tenure_begins(case, cut_off, None if moved else needed.value, terms), end))
    insured = proofs_of_enterprise_years(case) if excused and not moved else []
    sure = goal is not None and needed.value is not None and policy.may_reject(goal.series.code, goal.level)
    gap_of_papers = why_not_proven_absent(case, "appointment") if gaps else None
    for gap in gaps:
        if unread:
            yield undecided(f"{gap.said}；另有聘任文件的聘期无法辨认", *gap.values, *unread)
        elif gap_of_papers:
            yield undecided(f"{gap.said}；{gap_of_papers[0]}", *gap.values, *gap_of_papers[1])
        elif insured and gap.last < terms[0].start.first:
            said = f"{gap.said}；其间是否在企业任职、年限可否连续计算由人工核定"
            yield undecided(said, *gap.values, *insured)
        elif gap.short:
            yield undecided(f"{gap.said}，可能是续聘手续的间隔", *gap.values)
        elif last is None and gap.last == end:
            yield undecided(f"聘期到{say(gap.first - timedelta(days=1))}为止；不知道申报材料的提交日期", *gap.values)
        elif not sure:
            yield undecided(f"{gap.said}；所需任职年限的条件表未经核实", *gap.values)
        else:
            tenure = (needed, case.fact("current_title"), case.fact("current_title_date"))
            yield fail(f"所需任职年限内聘期中断：{gap.said}", *gap.values, ownership, *tenure)


def _cut_off(policy: Policy) -> date:
    """The day to which tenure counts."""
    return date.fromisoformat(policy.value("tenure_cut_off"))


def _tenure_begins(case: Case, cut_off: date, needed: int | None, terms: Sequence[Term]) -> date:
    """The first day that has to be covered: so many years before the cut-off as the table asks for.

    Not before the title was obtained, or the appointment that followed it; not before the first appointment where it is
    not known how many are needed, or the years before were in an enterprise (560-4).
    """
    first = terms[0].start.first
    if needed is None:
        return first
    begin = years_earlier(cut_off, needed)
    obtained = span(case.fact("current_title_date").value)
    if obtained is None:
        return begin
    soon = first - obtained.last < _FIRST_APPOINTMENT
    return max(begin, first if soon else obtained.last)


def _gaps(terms: Sequence[Term], begin: date, end: date) -> Iterator[Gap]:
    """The stretches between two days that no term covers, each with the terms before and behind it."""
    covered, before = begin - timedelta(days=1), None
    for term in terms:
        if term.start.first > covered + timedelta(days=1) and covered < end:
            values = (before.value, term.value) if before else (term.value,)
            yield Gap(covered + timedelta(days=1), min(term.start.first - timedelta(days=1), end), values)
        if term.end > covered:
            covered, before = term.end, term
    if covered < end:
        yield Gap(covered + timedelta(days=1), end, (before.value,) if before else tuple(t.value for t in terms[-1:]))


def _term(paper: Document) -> Term | None:
    """The period of an appointment; None where it cannot be told."""
    value = paper.get("period")
    said = bounds(value)
    if value is None or said is None or value.confidence < DOUBTFUL:
        return None
    start, end = span(said[0]), date.max if said[1] == "长期" else (days := span(said[1])) and days.last
    return Term(start, end, value) if start and end else None


RULES = (appointments_do_not_cover_the_tenure,)

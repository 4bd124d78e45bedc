"""TTL-03: whether the years in the current title reach what the table asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from dossier.model import Document, Value
from dossier.policy import Policy
from dossier.text import span, years_until
from dossier.validate.case import DOUBTFUL, Case, why_not_proven_absent
from dossier.validate.dates import bounds
from dossier.validate.derived_routes import digital_title
from dossier.validate.enterprise import PROOFS, proofs_of_enterprise_years
from dossier.validate.holding import FORMS, Goal, appointments_of, certificates_of, goal_of, why_title_unknown
from dossier.validate.rule import Evidence, Remark, fail, not_applicable, rule, undecided
from dossier.validate.schooling import name_levels, unproven_levels


class Reach(Enum):
    """How the years since a day stand to those asked for."""

    ENOUGH = "enough"
    SHORT = "short"
    OPEN = "open"
    """The day is only known to the month, or was read too doubtfully."""
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Since:
    """A beginning, and how far the years from it reach."""

    reach: Reach
    value: Value | None = None
    said: str = ""
    """In Chinese: 自2021-03至2025-12-31满4年."""


@rule(
    "TTL-03",
    reads={
        **dict.fromkeys(FORMS, ("current_title", "title", "series", "education")),
        "review_form": ("current_title", "current_title_date", "appointed_since", "work_since", "education"),
        "title_certificate": ("title", "series", "date"),
        "appointment": ("title", "period", "date"),
        "diploma": ("education",),
        "education_verification": ("education",),
        "digital_engineer": ("grade", "date"),
        **{kind: (field,) for kind, field in PROOFS.items()},
    },
)
def tenure_is_too_short(case: Case, policy: Policy) -> Iterator[Remark]:
    """任现职称的年限少于学历资历条件规定的年限。

    为什么：学历资历条件规定了申报每一级所需的任职年限，自取得现职称之日（公办事业单位自聘任之日）计算到截止日，须为整年。
    例：本科学历，2021年3月取得工程师，申报高级工程师，到2025年12月31日只满4年，应满5年。
    怎么改：满年限后再申报；从企业流动到事业单位的，补交流动和原单位任职的证明，年限可连续计算（560-4）。
    """
    goal, needed = goal_of(case, policy), case.fact("tenure_needed")
    education = case.fact("highest_education")
    if goal is None:
        yield undecided("未能确定申报系列和级别，无法核对任职年限", case.fact("target"))
        return
    row = goal.series.qualification.get(goal.level)
    years = goal.series.years(goal.level, education.value)
    if row is None or row.get("exam"):
        why = "没有学历资历条件表" if row is None else "通过全国统一考试取得"
        yield undecided(f"{goal.name}{policy.codes['levels'][goal.level]}{why}，任职年限由人工核对", needed)
    elif education.value is None:
        yield undecided(f"最高学历无法确定，不知道所需任职年限：{education.reason}", education)
    elif years is None:
        yield not_applicable("学历不在该级别的条件表内，没有相应的任职年限")
    elif years > 0:
        yield from _judge(case, policy, goal, years)


def _judge(case: Case, policy: Policy, goal: Goal, years: int) -> Iterator[Remark]:
    held = case.fact("current_title")
    if goal.series.counts_work(goal.level, case.fact("highest_education").value):
        yield from _work(case, policy, goal, years)
    elif held.value is None:
        why, at = why_title_unknown(case)
        yield undecided(f"{why}，无法核对任职年限", *at) if why else not_applicable("没有现职称，不计任职年限")
    elif held.value["level"] is None:
        yield undecided(f"现职称“{held.value['title']}”的级别无法确定，无法核对任职年限", held)
    elif (steps := goal.series.steps(held.value["level"], goal.level)) <= 0:
        yield undecided(f"现职称{held.value['title']}不低于申报级别，任职年限由人工核对", held)
    elif steps > 1:
        yield not_applicable("现职称不是申报级别的下一级职称，不计任职年限")
    elif (digital := digital_title(case.record, policy)) is not None:
        yield undecided("以数字技术工程师证书作为职称，通知未写明年限起算日（560-5）", digital.paper)
    else:
        yield from _in_title(case, policy, goal, years)


def _work(case: Case, policy: Policy, goal: Goal, years: int) -> Iterator[Remark]:
    found = [v for form in case.documents("review_form", "initial_form") if (v := form.get("work_since"))]
    since = _since(found[0] if found else None, years, policy)
    said = f"该级别要求工作满{years}年"
    if since.reach is Reach.SHORT:
        yield _short(f"{said}，{since.said}", case, policy, goal, since.value)
    elif since.reach is not Reach.ENOUGH:
        yield undecided(f"{said}，{since.said or '参加工作时间无法辨认'}", since.value)


def _in_title(case: Case, policy: Policy, goal: Goal, years: int) -> Iterator[Remark]:
    """From the title's date; in public institutions from the appointment."""
    title = _title_since(case, policy, years)
    ownership = case.applicant("employer_ownership")
    said = f"该级别要求任现职称满{years}年"
    if title.reach is Reach.SHORT:
        yield _short(f"{said}，{title.said}", case, policy, goal, title.value, case.fact("current_title"))
    elif ownership is not None and ownership.value == "public_institution":
        yield from _appointed(case, policy, goal, years, title)
    elif title.reach is not Reach.ENOUGH:
        yield undecided(f"{said}，{title.said or '现职称取得时间无法辨认'}", title.value, *_papers(case, policy))


def _appointed(case: Case, policy: Policy, goal: Goal, years: int, title: Since) -> Iterator[Remark]:
    letters = appointments_of(case, policy)
    starts = [value for paper in letters if (value := _start(paper)) is not None]
    form = next((v for paper in case.documents("review_form") if (v := paper.get("appointed_since")) and v.known), None)
    by_form = _since(form, years, policy)
    by_letter = _since(min(starts, key=_first), years, policy) if starts else by_form
    said = f"该级别要求任现职称满{years}年，公办事业单位自聘任之日起算"
    if by_letter.reach is Reach.ENOUGH:
        return
    if by_letter.reach is not Reach.SHORT:
        yield undecided(f"{said}，{by_letter.said or '聘任起始时间无法辨认'}", by_letter.value, *letters)
    elif by_form.reach is Reach.ENOUGH:
        yield undecided(f"{said}；聘任文件{by_letter.said}，填报的聘任时间更早", by_letter.value, form)
    elif title.reach is Reach.ENOUGH and (moved := proofs_of_enterprise_years(case)):
        if all(paper.kind == "social_insurance" for paper in moved):
            yield undecided(f"{said}，{by_letter.said}；是否从企业流动而来、年限可否连续计算由人工核定", *moved)
    elif len(starts) < len(letters):
        yield undecided(f"{said}，{by_letter.said}；另有聘任文件的聘期无法辨认", *letters)
    elif not starts and (gap := why_not_proven_absent(case, "appointment")):
        yield undecided(f"{said}，{by_letter.said}；{gap[0]}", by_letter.value, *gap[1])
    else:
        at = (by_letter.value, case.applicant("employer_ownership"), case.fact("current_title"))
        yield _short(f"{said}，{by_letter.said}", case, policy, goal, *at)


def _short(said: str, case: Case, policy: Policy, goal: Goal, *at: Evidence) -> Remark:
    needed = case.fact("tenure_needed")
    if not policy.may_reject(goal.series.code, goal.level):
        return undecided(f"{said}；条件表未经核实", *at, needed)
    unread = [
        p
        for p in case.documents("title_certificate")
        if not all((v := p.get(n)) and v.known for n in ("title", "date"))
    ]
    if unread:
        return undecided(f"{said}；另有职称证书的名称或时间无法辨认", *at, *unread)
    levels, unproven = unproven_levels(case)
    if any(_asks_less(goal, one, case) for one in levels):
        higher = f"填报的学历或持有的学位较高（{name_levels(levels)}），没有读到相应学历证书"
        return undecided(f"{said}；{higher}，年限能否按其计算由人工核定", *at, needed, *unproven)
    if other := _earlier_elsewhere(case, policy, goal):
        return undecided(f"{said}；转评前已有同级职称{other.value}，年限可否合并由人工核定", *at, other)
    return fail(said, *at, needed)


def _asks_less(goal: Goal, education: str, case: Case) -> bool:
    """Whether fewer years are asked for at this education than at the one proven."""
    proven = goal.series.years(goal.level, case.fact("highest_education").value)
    years = goal.series.years(goal.level, education)
    return years is not None and proven is not None and years < proven


def _title_since(case: Case, policy: Policy, years: int) -> Since:
    """By the earliest certificate of the title; by the form where no certificate prints a date."""
    dates = [value for paper in _papers(case, policy) if (value := paper.get("date")) is not None]
    read = [value for value in dates if value.known]
    if read:
        return _since(min(read, key=lambda value: str(value.value)), years, policy)
    if dates:
        return Since(Reach.UNKNOWN, dates[0])
    stated = [v for form in case.documents("review_form") if (v := form.get("current_title_date")) and v.known]
    return _since(stated[0] if stated else None, years, policy)


def _papers(case: Case, policy: Policy) -> list[Document]:
    held = case.fact("current_title").value
    return certificates_of(case, policy, held["title"]) if held else []


def _since(value: Value | None, years: int, policy: Policy) -> Since:
    cut_off = policy.value("tenure_cut_off")
    full = years_until(_first(value), cut_off) if value is not None else None
    if value is None or full is None:
        return Since(Reach.UNKNOWN, value)
    least, most = full
    said = f"自{_first(value)}至{cut_off}满{least if least == most else f'{least}或{most}'}年"
    if value.confidence < DOUBTFUL and value.method != "stated":
        return Since(Reach.OPEN, value, f"{said}（识别置信度低）")
    reach = Reach.ENOUGH if least >= years else Reach.SHORT if most < years else Reach.OPEN
    return Since(reach, value, said)


def _start(paper: Document) -> Value | None:
    """The period of an appointment, else its date."""
    return next((v for name in ("period", "date") if (v := paper.get(name)) is not None and v.known), None)


def _first(value: Value) -> str:
    """The day or month a value stands for: that of a period is its beginning."""
    said = bounds(value)
    return said[0] if said else str(value.value)


def _earlier_elsewhere(case: Case, policy: Policy, goal: Goal) -> Value | None:
    """A title of the same level in another series that reaches further back than the current one."""
    held = case.fact("current_title").value
    if held is None:
        return None
    own = _papers(case, policy)
    dates = [days.first for paper in own if (v := paper.get("date")) and (days := span(v.value))]
    for paper in case.documents("title_certificate"):
        value, date = paper.get("title"), paper.get("date")
        levels = (
            {level for _, level in policy.find_title(str(value.value))} if value is not None and value.known else set()
        )
        days = span(date.value) if date is not None else None
        if paper not in own and held["level"] in levels and days and (not dates or days.first < min(dates)):
            return value
    return None


RULES = (tenure_is_too_short,)

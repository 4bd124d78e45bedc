"""ACH-05, ACH-10, ACH-11: when achievements were made, whom prizes name, and the applicant's part in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.model import Document, Value
from dossier.policy import DocumentKind, Policy
from dossier.text import Span, span
from dossier.validate.case import Case
from dossier.validate.dates import bounds, say
from dossier.validate.patents import patents_of
from dossier.validate.persons import names_of, standing_in
from dossier.validate.rule import Evidence, Remark, fail, not_applicable, rule, undecided
from dossier.validate.works import papers_of, same_title

_GROUP_KINDS = ("project", "achievement")


@dataclass(frozen=True)
class Work:
    """An achievement with the day or month on which it came out, was granted or ended."""

    name: str
    value: Value
    days: Span


def _works(case: Case, policy: Policy) -> Iterator[Work]:
    for paper in papers_of(case):
        if not paper.is_letter:
            yield from _dated(paper.name, paper.value("published"))
    for patent in patents_of(case):
        yield from _dated(patent.name, next(iter(patent.values("granted")), None))
    for kind, field in (("book", "published"), ("standard", "date"), ("award", "date")):
        for document in case.documents(kind):
            yield from _dated(named(document, policy.kinds[kind]), document.get(field))
    for document in case.documents(*_GROUP_KINDS):
        period = document.get("period")
        ends = bounds(period)
        days = span(ends[1]) if ends else None
        if period is not None and days is not None:
            yield Work(named(document, policy.kinds[document.kind]), period, days)


def _dated(name: str, value: Value | None) -> Iterator[Work]:
    days = span(value.value) if value is not None else None
    if value is not None and days is not None:
        yield Work(name, value, days)


def named(document: Document, kind: DocumentKind) -> str:
    """What to call it: its own heading and the title of the work."""
    title = document.get("title")
    heading = document.title or kind.zh
    return f"{heading}“{title.value}”" if title is not None and title.known else heading


@rule(
    "ACH-05",
    reads={
        "paper": ("published", "title"),
        "patent": ("granted", "title"),
        "book": ("published", "title"),
        "standard": ("date", "title"),
        "award": ("date", "title"),
        "project": ("period", "title"),
        "achievement": ("period", "title"),
        "title_certificate": ("date",),
    },
)
def achievement_outside_the_current_title(case: Case, policy: Policy) -> Iterator[Remark]:
    """业绩成果不在任现职期间取得。

    为什么：评审一般只看任现职以来、截止日以前的业绩，此前已用过的和此后取得的不计入。
    例：2018年12月取得工程师，论文发表于2017年6月。
    怎么改：换用任现职以来的成果；确需作为经历说明的，在评审表中注明取得时间。
    """
    works = list(_works(case, policy))
    since, until = case.fact("current_title_date"), span(policy.value("tenure_cut_off"))
    begun = span(since.value)
    if not works:
        yield not_applicable("没有读到取得时间的业绩成果")
    for work in works:
        if until is not None and work.days.first > until.last:
            yield fail(f"{work.name}的时间为{_say(work.days)}，晚于截止日{say(until.last)}", work.value)
        elif until is not None and work.days.last > until.last:
            yield undecided(
                f"{work.name}的时间为{_say(work.days)}，是否晚于截止日{say(until.last)}无法确定", work.value
            )
        elif begun is not None and work.days.last < begun.first:
            said = f"{work.name}的时间为{_say(work.days)}，早于取得现职称的{_say(begun)}"
            yield fail(said, work.value, since)
        elif begun is not None and work.days.first < begun.last:
            said = f"{work.name}的时间为{_say(work.days)}，与取得现职称的{_say(begun)}先后无法确定"
            yield undecided(said, work.value, since)


def _say(days: Span) -> str:
    return say(days.first) if days.first == days.last else f"{days.first.year}年{days.first.month}月"


@rule("ACH-10", reads={"award": ("recipients", "title")})
def applicant_not_among_the_recipients(case: Case, policy: Policy) -> Iterator[Remark]:
    """获奖证书中没有申报人。

    为什么：证书上没有本人姓名，不能证明本人获奖。
    例：获奖者为贲致远、厍小禾，申报人为郭远舟。
    怎么改：更换为本人的获奖证书；单位或集体获奖的，附颁奖单位出具的获奖人员名单和排名。
    """
    awards = list(case.documents("award"))
    if not awards:
        yield not_applicable("没有获奖证书")
    for award in awards:
        if (remark := _judge_award(award, case, policy)) is not None:
            yield remark


def _judge_award(award: Document, case: Case, policy: Policy) -> Remark | None:
    name, value = case.applicant("name"), award.get("recipients")
    called = named(award, policy.kinds["award"])
    if value is None or not value.known:
        return undecided(f"{called}的获奖者无法辨认", value, award)
    standing = standing_in(value, case)
    if standing.listed:
        return None
    said = f"{called}的获奖者为{'、'.join(names_of(value))}"
    if standing.reason:
        return undecided(f"{said}，未能确认其中有申报人：{standing.reason}", value, name)
    return fail(f"{said}，其中没有申报人{name.value if name else ''}", value, name)


@rule(
    "ACH-11",
    reads={
        "project": ("members", "role", "title"),
        "achievement": ("members", "role", "title"),
        "award": ("recipients",),
    },
)
def group_achievement_without_the_applicants_part(case: Case, policy: Policy) -> Iterator[Remark]:
    """集体成果看不出申报人的作用。

    为什么：集体成果须能看出本人承担的工作或排名，否则无法评价本人贡献。
    例：验收报告列有五名完成人，没有写明申报人的分工或排名。
    怎么改：补充载有本人角色、排名的任务书、名单，或由单位出具的个人贡献证明。
    """
    works = [*case.documents(*_GROUP_KINDS), *case.documents("award")]
    if not works:
        yield not_applicable("没有项目、业绩或获奖材料")
    for work in works:
        if (remark := _judge_part(work, case, policy)) is not None:
            yield remark


def _judge_part(work: Document, case: Case, policy: Policy) -> Remark | None:
    """A stated role, a place in the ranking or another paper on the same work answers for the applicant's part.

    Without a list of persons nothing shows that others took part.
    """
    role, listed = work.get("role"), work.get("recipients" if work.kind == "award" else "members")
    names = names_of(listed)
    if (role is not None and role.known) or len(names) == 1 or _told_elsewhere(work, case):
        return None
    called = named(work, policy.kinds[work.kind])
    at: tuple[Evidence, ...] = (role, listed, work)
    if role is not None and role.reason not in (None, "blank"):
        return undecided(f"{called}中申报人的作用无法辨认", *at)
    if listed is None or not listed.known:
        unread = listed is not None and work.kind != "award"
        return undecided(f"{called}的完成人名单无法辨认，看不出申报人的作用", *at) if unread else None
    standing = standing_in(listed, case)
    if standing.listed and (work.kind == "award" or standing.rank == 1):
        return None
    if standing.listed:
        rank = f"，只看得出申报人排在第{standing.rank}位" if standing.rank else ""
        return fail(f"{called}为{len(names)}人共同完成，未写明申报人的作用{rank}", *at)
    if standing.reason:
        return undecided(f"{called}为集体成果，未能确认其中申报人的作用：{standing.reason}", *at)
    return fail(f"{called}为集体成果，名单中没有申报人，也未写明其作用", *at)


def _told_elsewhere(work: Document, case: Case) -> bool:
    """Whether another paper on the same work states the applicant's role."""
    others = [other for other in case.documents(*_GROUP_KINDS) if other.id != work.id]
    stated = [other for other in others if (role := other.get("role")) is not None and role.known]
    return any(same_title(work.get("title"), other.get("title")) for other in stated)


RULES = (
    achievement_outside_the_current_title,
    applicant_not_among_the_recipients,
    group_achievement_without_the_applicants_part,
)

"""TTL-02, TTL-04: whether the current title leads to the one applied for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dossier.model import Document, Value
from dossier.policy import Policy
from dossier.validate.absence import fail_unless_hidden
from dossier.validate.case import Case, why_not_proven_absent
from dossier.validate.holding import FORMS, Goal, goal_of, says_none, why_title_unknown
from dossier.validate.rule import Evidence, Remark, fail, not_applicable, rule, undecided
from dossier.validate.schooling import LEVELS, name_levels, unproven_levels

_READS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(FORMS, ("current_title", "title", "series")),
    "title_certificate": ("title", "series"),
    "digital_engineer": ("grade",),
}


@rule("TTL-02", reads={**_READS, "diploma": ("education",), "education_verification": ("education",)})
def level_is_skipped(case: Case, policy: Policy) -> Iterator[Remark]:
    """申报级别比现职称高出不止一级。

    为什么：《职称评审管理暂行规定》（人社部令第40号）要求逐级申报，破格、举荐等途径除外。
    例：现职称为助理工程师，申报高级工程师。
    怎么改：先申报下一级职称；符合破格、举荐等条件的，按相应途径申报并附证明材料。
    """
    goal, held = goal_of(case, policy), case.fact("current_title")
    if goal is None:
        yield undecided("未能确定申报系列和级别，无法核对是否逐级申报", case.fact("target"))
    elif _starts_here(case, goal):
        return
    elif held.value is None:
        yield from _without_title(case, policy, goal)
    elif held.value["level"] is None:
        yield undecided(f"现职称“{held.value['title']}”的级别无法确定", held)
    elif goal.series.steps(held.value["level"], goal.level) > 1:
        levels = policy.codes["levels"]
        said = f"现职称{held.value['title']}为{levels[held.value['level']]}，申报{levels[goal.level]}，未逐级申报"
        at = (held, case.fact("target"), *([case.fact("highest_education")] if _opening(goal) else ()))
        claim = _claimed_next(case, policy, goal)
        why, unproven = _why_it_may_start_here(case, goal)
        if why:
            yield undecided(f"{said}；{why}", *at, *unproven)
        elif claim is not None or _unread(case):
            yield undecided(f"{said}；填报了更高的职称或有证书无法辨认，请核对职称证书", claim, *at, *_unread(case))
        elif not (goal.series.verified or policy.may_reject(goal.series.code, goal.level)):
            yield undecided(f"{said}；{goal.name}系列的职称层级表未经核实", *at)
        else:
            yield fail_unless_hidden(case, said, ("title_certificate",), *at)


def _starts_here(case: Case, goal: Goal) -> bool:
    """Whether the level may be applied for without a title: the lowest one, no years asked, or years of work."""
    lowest, opening = goal.level in goal.series.levels[-1:], _opening(goal)
    return lowest or (bool(opening) and case.fact("highest_education").value in opening)


def _opening(goal: Goal) -> frozenset[str]:
    """The educations with which the level may be applied for without a title."""
    series, level = goal.series, goal.level
    return frozenset(one for one in LEVELS if series.years(level, one) == 0 or series.counts_work(level, one))


def _why_it_may_start_here(case: Case, goal: Goal) -> tuple[str, tuple[Evidence, ...]]:
    """Why the education may open the level without a title, though the one read does not; empty where it cannot."""
    opening = _opening(goal)
    if not opening:
        return "", ()
    education, (levels, at) = case.fact("highest_education"), unproven_levels(case)
    if education.value is None:
        return f"最高学历无法确定：{education.reason}", (education,)
    if levels & opening:
        return f"填报的学历或持有的学位（{name_levels(levels)}）可以直接申报，没有读到相应学历证书", at
    return "", ()


def _claimed_next(case: Case, policy: Policy, goal: Goal) -> Value | None:
    """A title on the form that would lead to the one applied for, though no certificate of it was read."""
    for form in case.documents(*FORMS):
        value = form.get("current_title")
        places = policy.find_title(str(value.value)) if value is not None and value.known else []
        if any(goal.series.steps(level, goal.level) <= 1 for _, level in places):
            return value
    return None


def _unread(case: Case) -> list[Document]:
    """Title certificates whose title is not read."""
    return [paper for paper in case.documents("title_certificate") if not ((v := paper.get("title")) and v.known)]


def _without_title(case: Case, policy: Policy, goal: Goal) -> Iterator[Remark]:
    why, at = why_title_unknown(case)
    why_open, unproven = _why_it_may_start_here(case, goal)
    education, row = case.fact("highest_education"), goal.series.qualification.get(goal.level)
    level = policy.codes["levels"][goal.level]
    said = f"没有现职称，不能直接申报{goal.name}{level}"
    if why:
        yield undecided(f"{why}，无法核对是否逐级申报", *at)
    elif row is None or row.get("exam"):
        yield undecided(f"没有现职称；{level}没有可核对的学历资历条件", *at)
    elif education.value is None:
        yield undecided(f"没有现职称，最高学历也无法确定：{education.reason}", *at, education)
    elif why_open:
        yield undecided(f"{said}；{why_open}", *at, education, *unproven)
    elif not policy.may_reject(goal.series.code, goal.level):
        yield undecided(f"{said}；学历资历条件表未经核实", *at, education)
    elif gap := why_not_proven_absent(case, "title_certificate"):
        yield undecided(f"{said}；{gap[0]}", *at, *gap[1])
    else:
        yield fail(f"{said}（{LEVELS[education.value]}学历）", *at, education, case.fact("target"))


@rule("TTL-04", reads=_READS)
def current_title_is_of_another_series(case: Case, policy: Policy) -> Iterator[Remark]:
    """现职称与申报职称不是同一系列，也没有办理转评。

    为什么：跨系列申报高一级职称，一般应先同级转评；高校选派的入企工科教师除外（560-4）。
    例：现职称为经济师，直接申报高级工程师。
    怎么改：先办理同级转评；已经转评的，补交转评后的职称证书。
    """
    goal, held = goal_of(case, policy), case.fact("current_title")
    if goal is None:
        yield undecided("未能确定申报系列，无法与现职称核对", case.fact("target"))
    elif held.value is None:
        why, at = why_title_unknown(case)
        if why and at:
            yield undecided(f"{why}，无法核对系列", *at)
        else:
            yield not_applicable("没有读到现职称")
    elif held.value["series"] == goal.series.code:
        return
    else:
        yield _other_series(case, policy, goal)


def _of_series(stated: Value, series: str, held: Mapping[str, str], policy: Policy) -> bool:
    """Whether a form names a title of the series that is another than the one held."""
    places = policy.find_title(str(stated.value))
    return any(code == series for code, _ in places) and (held["series"], held["level"]) not in places


def _other_series(case: Case, policy: Policy, goal: Goal) -> Remark:
    held = case.fact("current_title")
    title, series = held.value["title"], policy.series.get(held.value["series"] or "")
    stated = [v for form in case.documents(*FORMS) if (v := form.get("current_title")) and v.known and not says_none(v)]
    if series is None:
        said = f"现职称“{title}”属于哪个系列无法确定，申报{goal.name}系列"
        return undecided(said, held, case.fact("target"))
    said = f"现职称{title}属于{series.zh}，申报{goal.name}，未见转评"
    own = [value for value in stated if _of_series(value, goal.series.code, held.value, policy)]
    if own:
        return undecided(f"{said}；评审表填写的现职称为{own[0].value}，没有读到其证书", held, *own)
    if gap := why_not_proven_absent(case, "title_certificate"):
        return undecided(f"{said}；{gap[0]}", held, *gap[1])
    return fail(said, held, case.fact("target"))


RULES = (level_is_skipped, current_title_is_of_another_series)

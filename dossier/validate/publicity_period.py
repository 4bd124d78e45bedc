"""PUB-04, PUB-05, PUB-16, PUB-22: when it was published, and for how long."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.policy import Policy
from dossier.text import span
from dossier.validate.case import Case, why_hard_to_read
from dossier.validate.dates import say
from dossier.validate.event import NOTICE, RESULT, Event
from dossier.validate.periods import settle_period, working_days
from dossier.validate.rule import Remark, event_rule, fail, not_applicable, undecided

_READS = {NOTICE: ("period",), RESULT: ("period",)}


@event_rule("PUB-04", reads=_READS)
def fewer_working_days_than_required(event: Event, case: Case, policy: Policy) -> Iterator[Remark]:
    """公示期少于规定的工作日数。

    为什么：公示期不少于5个工作日，少于的属于未按规定进行公示，一律不得接收（560-8）。工作日按国务院办公厅公布的放假调休安排计算，首末两日均计入。
    例：公示期2025年4月28日至5月6日，其间有劳动节假期，只有4个工作日。
    怎么改：由用人单位重新公示不少于5个工作日（避开法定节假日计算），期满后重新出具公示情况证明。
    """
    settled = settle_period(event, policy)
    if settled.wrong:
        yield not_applicable(f"{event.name}：{settled.wrong}，见PUB-22")
    elif settled.days is None:
        yield undecided(f"{event.name}：{settled.doubt}，无法计算工作日", *settled.values, *event.papers)
    else:
        required, first_day = policy.value("minimum_publicity_working_days"), policy.value("count_first_day")
        counted = working_days(settled.days, policy, first_day=first_day)
        period = f"{event.name}的公示期为{say(settled.days[0])}至{say(settled.days[1])}"
        if counted is None:
            yield undecided(f"{period}，该年度的官方工作日历尚未加载，无法计算工作日", *settled.values)
        elif counted < required:
            how = "首末日均计入" if first_day else "首日不计入"
            yield fail(
                f"{period}，共{counted}个工作日（{how}），少于{required}个工作日", *settled.values, *event.papers
            )


@event_rule("PUB-05", reads=_READS)
def enough_only_with_the_first_day(event: Event, case: Case, policy: Policy) -> Iterator[Remark]:
    """首日计入才满规定的工作日数。

    为什么：通知没有规定首日是否计入；按民法典第二百零一条，开始的当日不计入。首日不计入时不满5个工作日的，由评委会办公室掌握。
    例：公示期2025年8月4日至8月8日，首日计入为5个工作日，不计入为4个。
    怎么改：本项为提示，一般不需要处理；今后公示期宜多留1个工作日。
    """
    settled = settle_period(event, policy)
    if settled.days is None or not policy.value("count_first_day"):
        yield not_applicable("公示期未能确定，或首日本不计入")
        return
    required = policy.value("minimum_publicity_working_days")
    with_first = working_days(settled.days, policy, first_day=True)
    without = working_days(settled.days, policy, first_day=False)
    if with_first is None or without is None:
        yield not_applicable("该年度的官方工作日历尚未加载")
    elif with_first >= required > without:
        period = f"{say(settled.days[0])}至{say(settled.days[1])}"
        message = f"{event.name}的公示期{period}，首日计入为{with_first}个工作日，首日不计入为{without}个工作日"
        yield fail(message, *settled.values, *event.papers)


@event_rule("PUB-16", reads=_READS)
def outside_the_cycle(event: Event, case: Case, policy: Policy) -> Iterator[Remark]:
    """公示不在本年度申报期内。

    为什么：三公示针对本年度的申报，用往年的公示或在提交之后才期满的公示，不能证明本次申报已经公示（560-8）。
    例：2025年度申报，公示期为2024年9月；或8月29日提交，公示期至9月5日。
    怎么改：由用人单位在本年度申报期内重新公示，公示期满、出具公示情况证明后再提交。
    """
    settled = settle_period(event, policy)
    cycle = policy.value("cycle")
    first, last = (span(cycle[0]), span(cycle[1])) if cycle else (None, None)
    if settled.days is None:
        yield not_applicable(f"{event.name}：{settled.doubt or settled.wrong}")
        return
    start, end = settled.days
    period = f"{event.name}的公示期为{say(start)}至{say(end)}"
    if first is not None and end < first.first:
        yield fail(f"{period}，早于本年度申报期（{say(first.first)}起）", *settled.values)
    elif case.submitted and end > case.submitted.last:
        yield fail(f"{period}，{say(case.submitted.last)}提交申报材料时尚未期满", *settled.values)
    elif first is None or last is None:
        yield undecided(f"{period}，政策包未设定年度申报期，无法核对", *settled.values)
    elif case.submitted is None:
        yield undecided(f"{period}，不知道申报材料的提交日期，无法核对是否已期满", *settled.values)
    elif start < first.first or end > min(last.last, case.submitted.first):
        yield undecided(f"{period}，跨越本年度申报期或提交时间的界限", *settled.values)


@event_rule("PUB-22", reads=_READS)
def no_valid_period(event: Event, case: Case, policy: Policy) -> Iterator[Remark]:
    """没有写明有效的公示起止日期。

    为什么：没有起止日期就不能核对公示期是否满5个工作日（560-8）。
    例：公示时间写“2025年8月8日至2025年8月4日”；或写“2025年6月31日”这样不存在的日期。
    怎么改：由用人单位核对公示原件，更正公示起止日期后重新出具；公示本身没有写明起止日期的，应重新公示。
    """
    settled = settle_period(event, policy)
    if settled.wrong and not settled.values and not (event.notices or event.results):
        yield undecided(f"{event.name}：未见公示原件和公示情况证明，无法核对起止日期", *event.documents)
    elif settled.wrong and not settled.values and (hard := why_hard_to_read(case, *event.documents)):
        yield undecided(f"{event.name}：未读到公示起止日期，页面不清晰（{hard}）", *event.papers)
    elif settled.wrong:
        yield fail(f"{event.name}：{settled.wrong}", *settled.values, *event.papers)
    elif settled.doubt and not any(value.known for value in settled.values):
        yield undecided(f"{event.name}：{settled.doubt}", *settled.values, *event.papers)


RULES = (fewer_working_days_than_required, enough_only_with_the_first_day, outside_the_cycle, no_valid_period)

"""The period of a publicity event, settled from notice and result, and its working days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dossier.model import Value
from dossier.policy import CalendarUnknown, Policy
from dossier.text import parse_open_period, span
from dossier.text.regex import Regex
from dossier.validate.case import CERTAIN, DOUBTFUL
from dossier.validate.dates import bounds, say
from dossier.validate.event import Event, field_values

_DAY = Regex(r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})")


@dataclass(frozen=True)
class Settled:
    """What is known of an event's period: exactly one of `days`, `doubt` and `wrong` is set."""

    days: tuple[date, date] | None = None
    doubt: str = ""
    """In Chinese, why a person must look."""
    wrong: str = ""
    """In Chinese, why there is no valid period."""
    values: tuple[Value, ...] = ()


def period_values(event: Event) -> list[Value]:
    """Periods stated by notice and result. A result shared with other events speaks of theirs too: the notice rules."""
    noticed = field_values(event.notices, "period")
    own = [result for result in event.results if result.id not in event.shared]
    return noticed + field_values(own, "period") or event.values("period")


def settle_period(event: Event, policy: Policy) -> Settled:
    """The one period of the event. Doubtful readings give way to certain ones."""
    values = period_values(event)
    judged = [(value, *judge_period(value, policy)) for value in _surest(values)]
    periods = {days for _, days, _ in judged if days}
    if len(periods) > 1:
        said = "；".join(f"{say(start)}至{say(end)}" for start, end in sorted(periods))
        return Settled(doubt=f"公示与公示结果载明的公示期不一致（{said}）", values=_of(judged))
    if periods:
        carriers = tuple(value for value, days, _ in judged if days)
        if max(value.confidence for value in carriers) < DOUBTFUL:
            return Settled(doubt="公示期识别置信度过低", values=carriers)
        return Settled(days=periods.pop(), values=carriers)
    wrong = next((problem for _, _, problem in judged if problem), "" if judged else "未写明公示起止日期")
    return Settled(wrong=wrong, values=_of(judged)) if wrong else Settled(doubt="公示期无法辨认", values=_of(judged))


def judge_period(value: Value, policy: Policy) -> tuple[tuple[date, date] | None, str]:
    """(first and last day, "") or (None, what is wrong with them); (None, "") where it is only illegible."""
    said = bounds(value)
    if said is None:
        return _derived(value, policy)
    start, end = span(said[0]), span(said[1])
    if start is None or end is None:
        missing = [name for name, text in (("起始", said[0]), ("截止", said[1])) if not text]
        if missing:
            return None, f"公示期没有{'和'.join(missing)}日期"
        return None, f"公示期的日期不存在：{said[0]}至{said[1]}" if _impossible("".join(said)) else ""
    if start.first != start.last or end.first != end.last:
        return None, ""
    if end.first < start.first:
        return None, f"公示截止日期{say(end.first)}早于起始日期{say(start.first)}"
    return (start.first, end.first), ""


def _derived(value: Value, policy: Policy) -> tuple[tuple[date, date] | None, str]:
    """From the words themselves: 自8月4日起5个工作日 gives an end by the calendar, 6月31日 does not exist."""
    if opened := parse_open_period(value.raw):
        try:
            start = date.fromisoformat(opened[0])
            return (start, policy.calendar.nth_working_day(start, opened[1], first_day=True)), ""
        except LookupError:
            return None, ""
    if value.reason == "blank":
        return None, "公示起止日期未填写"
    return None, f"公示期的日期不存在：{value.raw}" if _impossible(value.raw) else ""


def _impossible(text: str) -> bool:
    for year, month, day in _DAY.findall(text):
        try:
            date(int(year), int(month), int(day))
        except ValueError:
            return True
    return False


def _surest(values: Sequence[Value]) -> list[Value]:
    """The values certain enough to carry a fail; all of them where none is."""
    return [value for value in values if value.known and value.confidence >= CERTAIN] or list(values)


def _of(judged: Sequence[tuple[Value, tuple[date, date] | None, str]]) -> tuple[Value, ...]:
    return tuple(value for value, _, _ in judged)


def working_days(days: tuple[date, date], policy: Policy, *, first_day: bool) -> int | None:
    """Official working days from first to last day; None where a year's calendar is not loaded."""
    try:
        return policy.calendar.count(*days, first_day=first_day)
    except CalendarUnknown:
        return None

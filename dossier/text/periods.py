"""Periods as Chinese documents write them: 2025年8月4日至8日, 2020.09-2024.06, 自8月4日起5个工作日."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from dossier.model.record import Period
from dossier.text.moments import Moment, moments
from dossier.text.numbers import chinese_number
from dossier.text.regex import Regex

_CONNECTION = Regex(
    r"\s*(?:起算?|开始|算起)?[，,]?(?:生效|执行|实施|张?贴|悬?挂|公示|持续|一直)?\s*[，,]?\s*(?:至|到|[-－–—―─~～〜一]+)\s*"
)
_FROM = Regex(r"\s*(?:起算?|算起|开始|始|生效|发|贴出)\s*[，,、]?\s*")
_UNTIL = Regex(r"\s*(?:(?:日|为|截|终)?止|届满|到期|结束(?![㐀-鿿])|结束(?=公示|其中))")
"""8月25日起，9月2日止; 2020年6月1日生效，2028年5月31日终止; 9月24日开始，9月29日结束."""
_COUNT = "(?P<count>[0-9]{1,3}|[一二三四五六七八九十]{1,3})\\s*个?\\s*工作日"
_LINK = "(?:公示期限?|公示时间|公示|期限|时间|连续|为期|为|共计|共|[:：，,、\\s])*"
_COUNT_AFTER = Regex(rf"\s*(?:起|开始)\s*{_LINK}{_COUNT}")
_COUNT_BEFORE = Regex(rf"(?<!不少于){_COUNT}[\s，,、（(]*(?:自|从)\s*$")
_BEGINS = Regex(r"\s*(?:起|开始)")


def find_periods(text: str, year: int | None = None) -> list[tuple[Period, int, int]]:
    """Every period in a text as (period, start, end), of days or of months; the end may be 长期.

    What the right side leaves out is taken from the left (2025年8月4日至8日), a year missing on both from `year`.
    A period whose days do not exist is not returned; one that ends before it begins is.
    """
    found = []
    for left, right in pairwise(moments(text)):
        connection = text[left.end : right.start]
        if _FROM.fullmatch(connection) and _UNTIL.match(text, right.end):
            connection = "至"
        if not _CONNECTION.fullmatch(connection):
            continue
        if left.year is None and year is not None:
            left = replace(left, year=year)
        period = _join(left, right, connection.strip())
        if period:
            found.append((period, left.start, right.end))
    return found


def parse_period(text: str, year: int | None = None) -> Period | None:
    """The one period a text states; None when it states none or several different ones. See `find_periods`."""
    stated = {period for period, _, _ in find_periods(text, year)}
    return stated.pop() if len(stated) == 1 else None


def parse_open_period(text: str) -> tuple[str, int] | None:
    """First day (ISO) and number of working days of a period without an end: 自2025年8月4日起公示5个工作日.

    None when an end is written, the days are not working days, or the number is only a bound (不少于).
    """
    if find_periods(text):
        return None
    for moment in moments(text):
        first_day = moment.iso() if moment.day is not None and not moment.loose else None
        after = _COUNT_AFTER.match(text, moment.end)
        before = _COUNT_BEFORE.search(text[: moment.start]) if _BEGINS.match(text, moment.end) else None
        days = chinese_number((after or before or {"count": ""})["count"])
        if first_day and days:
            return first_day, days
    return None


def _join(left: Moment, right: Moment, connection: str) -> Period | None:
    """The period from one mention to the next, or None where the two do not make one."""
    if right.forever:
        end: str | None = "长期"
    elif right.loose and right.year is None:
        end = _completed(left, right).iso() if left.separator and connection not in ("", left.separator) else None
    else:
        end = _completed(left, right).iso()
    start = None if left.loose and left.year is None else left.iso()
    if start is None or end is None or (not right.forever and len(start) != len(end)):
        return None
    return Period(start, end)


def _completed(left: Moment, right: Moment) -> Moment:
    """The right side with year and month of the left where it has none; December to January turns the year."""
    if right.day is not None and right.month is None:
        if left.day is None:
            return replace(right, month=right.day, day=None, year=left.year) if right.loose else right
        right = replace(right, month=left.month)
    if right.year is not None or left.year is None or left.month is None or right.month is None:
        return right
    turns = left.month >= 11 and right.month <= 2
    return replace(right, year=left.year + 1 if turns else left.year)

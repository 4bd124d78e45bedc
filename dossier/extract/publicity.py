"""What a notice, a photograph of it or a certificate of its result says about a publication."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dossier.extract.readers import unknown
from dossier.extract.sentences import Prose
from dossier.extract.wording import PERIOD_LABEL, PHONE, SPEAKS_OF_PUBLISHING
from dossier.model import Period, Value
from dossier.policy import CalendarUnknown, WorkCalendar
from dossier.text import chinese_number, find_dates, find_periods, id_number_problem, parse_date, parse_open_period
from dossier.text.regex import Regex


def read_period(prose: Prose, labelled: Value | None, calendar: WorkCalendar) -> Value | None:
    """First and last day of publication. 自…起N个工作日 ends by the calendar."""
    text = prose.text
    periods = [
        p
        for p in _periods(text)
        if len(p[0].start) == 10 and len(p[0].end) == 10 and not _is_of_something_else(prose, p[1])
    ]
    behind = [p for p in periods if PERIOD_LABEL.search(text[max(0, p[1] - 14) : p[1]])]
    near = [p for p in periods if SPEAKS_OF_PUBLISHING.search(text[max(0, p[1] - 24) : p[2] + 30])]
    for period, start, end in (behind or near)[:1]:
        return prose.value(period, start, end)
    if labelled is not None and isinstance(labelled.value, Period) and len(labelled.value.start) == 10:
        return labelled
    for period, start, end in periods[:1]:
        return prose.value(period, start, end)
    opened = parse_open_period(text)
    if opened:
        first, days = opened
        try:
            last = calendar.nth_working_day(date.fromisoformat(first), days).isoformat()
        except CalendarUnknown:
            return None
        _, start, end = next(found for found in find_dates(text) if found[0] == first)
        value = prose.value(Period(first, last), start, end)
        return None if value is None else replace(value, method="derived")
    parted = _from_and_to(prose)
    if parted is not None:
        return parted
    label = PERIOD_LABEL.search(text)
    if label:
        spot = prose.spot(label.start(), min(label.end() + 20, len(text)))
        if spot:
            return unknown(
                "ambiguous" if spot.confidence > 0.85 else "unreadable", spot.file, spot.page, spot.box, spot.text
            )
    return None


def _is_of_something_else(prose: Prose, at: int) -> bool:
    """Whether a label before a period, or a word on its own row, says that it is not that of a publication."""
    row = max((start for start in prose.row_starts if start <= at), default=0)
    label = _OF_SOMETHING_ELSE.search(prose.text[:at])
    return label is not None and (label["labels"] is not None or label.start() >= row)


def _from_and_to(prose: Prose) -> Value | None:
    """A period whose days stand behind labels of their own: 起:2025年9月8日 and, on a row below, 止:2025年9月16日."""
    ends = [_ON_A_ROW_OF_ITS_OWN.format(word) for word in ("起(?:始)?|开始", "[截终]?止|结束")]
    first, last = (re.search(pattern, prose.text) for pattern in ends)
    if first is None or last is None or not 0 <= last.start() - first.end() < _APART:
        return None
    days = [parse_date(one["day"]) for one in (first, last)]
    if any(day is None or len(day) != len("2025-09-08") for day in days):
        return None
    return prose.value(Period(str(days[0]), str(days[1])), first.start(), last.end())


_OTHERS = "".join(f"(?<!{word})" for word in ("申报", "报名", "报送", "受理", "合同", "聘期", "评审", "工作"))
_ON_A_ROW_OF_ITS_OWN = (
    rf"{_OTHERS}(?:公示)?(?:{{}})(?:时间|日期)?:(?P<day>20\d\d[年.\-/]\d{{{{1,2}}}}[月.\-/]\d{{{{1,2}}}}日?)"
)
_OF_SOMETHING_ELSE = Regex(
    r"(?:申报|报名|报送|受理|合同|培训|学习|任职|任期|聘期|聘任)(?P<labels>时间|期限|日期|期|:)?(?:自|从|:|为)?$"
)
_APART = 60
"""Characters at most between the two, where another column stands beside them."""


def _periods(text: str) -> list[tuple[Period, int, int]]:
    """The periods of a page; without a year those in the month of the day at its foot are of that day's year."""
    year = _year(text)
    whole = find_periods(text, year)
    foot = next((iso for iso, _, end in reversed(find_dates(text)) if len(text) - end <= _FOOT), None)
    if year is not None or foot is None:
        return whole
    dated = [one for one in find_periods(text, int(foot[:4])) if foot[:7] in (one[0].start[:7], one[0].end[:7])]
    return sorted([*whole, *(one for one in dated if one not in whole)], key=lambda one: one[1])


_FOOT = 12
"""Characters at most behind the day at the foot: letters of a seal that were read."""


def _year(text: str) -> int | None:
    """The one year the page names; where it names several, the one that is no 年度 such as that of an assessment."""
    for named in (rf"{_NAMED_YEAR}(?:年|[-./]\d)", rf"{_NAMED_YEAR}(?:年(?!度)|[-./]\d)"):
        years = {chinese_number(year) for year in re.findall(named, text)}
        if len(years) == 1:
            return years.pop()
    return None


_NAMED_YEAR = r"(?<!\d)(20\d\d|二[〇○零]二[〇○零一二三四五六七八九])"


def read_stated_days(prose: Prose) -> Value | None:
    """The number of days as written (共5个工作日); a mere bound (不少于5个工作日) is none.

    Behind the end of a period 满7个工作日 is no bound.
    """
    for match in _WORKING_DAYS.finditer(prose.text):
        name = next(name for name in ("n", "m", "k", "d") if match[name])
        count = chinese_number(match[name])
        ends = match["bound"] == "满" and re.search(_ENDS_A_PERIOD, prose.text[: match.start()])
        if count and (not match["bound"] or ends):
            return prose.value(count, match.start(name), match.end())
    return None


_ENDS_A_PERIOD = r"[止日],?$|[至到—~-][^。;至到]{0,12}日(?:\([^()]{1,12}\))?(?:[在于][^。;,]{2,24})?,$"
_DAYS = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_WORKING_DAYS = Regex(
    rf"(?P<bound>不少于|不低于|至少|满|不得少于)?\(?(?:共计?|为期|计|合计)?(?P<n>{_DAYS})个?工作日"
    rf"|(?:除去?|扣除|不含|不算)(?:星期|周[六末]|双休|节假)[^。;()]{{0,14}}?(?:整|共计?|计|合计|实有)(?P<k>{_DAYS})[天日]"
    rf"|公示(?:期限?|期间|时间|天数)(?:一?共|总共|计|为|是|:)*(?P<d>{_DAYS})(?:天|个?(?:自然|日历)日)(?![之以]?[前内后上]|左右)"
    rf"|(?<!每个)(?<!不少于)(?<!至少)(?<!不低于)工作日(?:共计?|为|计|:)?(?P<m>{_DAYS})[天个]"
)


def read_complete_numbers(prose: Prose) -> Value | None:
    """Identity numbers printed unmasked (PUB-21)."""
    hits = list(re.finditer(r"(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])", prose.text))
    numbers = [hit.group().upper() for hit in hits if id_number_problem(hit.group()) is None]
    return prose.value(numbers, hits[0].start(), hits[0].end()) if numbers else None


def read_annex(prose: Prose) -> Value | None:
    """A list the notice points to: 附件：申报人员名单."""
    named, told = prose.search(_ANNEX), prose.search(_ANNEXED)
    by_name = named is not None and len(named["v"]) >= _NAMED
    match = named if by_name else told or named
    if match is None:
        return None
    start, end = match.span("v" if by_name else 0)
    ends = [at for at in prose.row_starts if at in range(start + _NAMED, end) and _ENDS_A_LIST.search(prose.text[:at])]
    end = min(ends, default=end)
    return prose.value(prose.text[start:end], start, end)


_LIST = "名单|汇总表|一览表?|花?名册|人员表"
_ANNEX = Regex(rf"附件?(?:\d(?!\d))?:?(?:\d(?!\d))?[.、]?(?P<v>[^,。;:]{{0,28}}(?:{_LIST}))")
_ANNEXED = Regex(r"(?:名单|人员|名册)(?:附后|见附件|详见附件?)")
_ENDS_A_LIST = Regex(rf"(?:{_LIST})$")


_NAMED = 6
"""Letters at least of a list's own name, which is told without 附件 before it."""


def read_phone(prose: Prose) -> Value | None:
    """The telephone number behind 电话; never one that runs on into the next row's digits."""
    for label in re.finditer(r"电话|热线|举报|监督", prose.text):
        ends = [start for start in prose.row_starts if start > label.end()]
        for end in [*ends[:2], len(prose.text)]:
            match = PHONE.search(prose.text, label.end(), min(end, label.end() + 40))
            if match:
                number = f"{match['area']}-{match['number']}" if match["area"] else match.group()
                return _extended(prose, number, *match.span())
    told = prose.search(_TOLD_BESIDE)
    if told is None:
        every = list(_NUMBER.finditer(prose.text))
        told = every[0] if len({one["v"] for one in every}) == 1 else None
    return _extended(prose, told["v"], *told.span("v")) if told else None


def _extended(prose: Prose, number: str, start: int, end: int) -> Value | None:
    """The number with the extension behind it: 0351-1234567转806."""
    extension = _EXTENSION.match(prose.text, end)
    value = prose.value(
        number + extension.group() if extension else number, start, extension.end() if extension else end
    )
    misread = value is not None and _NO_NUMBER.search(number)
    return replace(value, confidence=min(_MISREAD, value.confidence)) if value is not None and misread else value


_NO_NUMBER, _MISREAD = Regex(r"-[01]"), 0.6
"""A number of a place begins with neither: a figure was misread; and the confidence at most of such a one."""
_EXTENSION = Regex(r"转\d{2,5}(?!\d)")


_NUMBER = Regex(r"(?<![\d-])(?P<v>0\d{2,3}-\d{7,8})(?![\d-])")
"""A number with its area code, which needs no word for it where it is the only one."""
_TOLD_BESIDE = Regex(
    r"(?:(?:联系|反映|咨询|来电|致电|拨打)[^。;]{0,20}?[(:,]|(?:意见反馈|反馈意见|反馈|受理)[^。;\d]{0,20}?)"
    r"(?P<v>0\d{2,3}-\d{7,8}|1[3-9]\d{9})(?![\d@])"
)
"""A number behind whom to turn to, without a word for it: 与人事科联系(0351-1234567)."""

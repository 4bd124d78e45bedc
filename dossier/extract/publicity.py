"""What a notice, a photograph of it or a certificate of its result says about a publication."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from dossier.extract.readers import unknown
from dossier.extract.sentences import Prose
from dossier.extract.ticks import without_unticked
from dossier.extract.wording import (
    CONTENT_LABEL,
    ELSEWHERE,
    ITEM_WORDS,
    LEGAL_BASIS,
    PERIOD_LABEL,
    PHONE,
    SPEAKS_OF_PUBLISHING,
    VENUE_LABEL,
    VENUES,
)
from dossier.model import Period, Value
from dossier.policy import CalendarUnknown, WorkCalendar
from dossier.text import chinese_number, find_dates, find_periods, id_number_problem, parse_open_period

ITEMS = ("conditions_and_procedure", "application_materials", "unit_opinion")


def read_items(prose: Prose, labelled: Value | None) -> Value | None:
    """Which of the three items are spoken of as published (560-8). None where the text speaks of none."""
    told = _in_labelled(ITEM_WORDS, labelled)
    found: dict[str, tuple[int, int]] = {}
    for start, end in _item_spans(prose):
        clause = _blanked(ELSEWHERE, _blanked(LEGAL_BASIS, without_unticked(prose.text[start:end])))
        for item, words in ITEM_WORDS.items():
            match = words.search(clause)
            if match and item not in found:
                found[item] = (start + match.start(), start + match.end())
    items = [item for item in ITEMS if item in told or (item in found and (not told or _listed(prose)))]
    if told and labelled is not None:
        return replace(labelled, value=items, reason=None)
    if not found:
        return None
    start, end = min(a for a, _ in found.values()), max(b for _, b in found.values())
    return prose.value(items, start, end)


def _blanked(words: re.Pattern[str], text: str) -> str:
    """The text with what the pattern matches blanked out; places stay the same."""
    return words.sub(lambda match: "□" * len(match.group()), text)


def _in_labelled(words: Mapping[str, re.Pattern[str]], labelled: Value | None) -> list[str]:
    """Codes whose words stand in a labelled place."""
    if labelled is None or not labelled.known:
        return []
    text = without_unticked(re.sub(r"\s", "", labelled.raw))
    return [code for code, pattern in words.items() if pattern.search(text)]


def _listed(prose: Prose) -> bool:
    """公示内容: runs on over several rows, of which the label's own row holds only the beginning."""
    return _content_label(prose) is not None


def _content_label(prose: Prose) -> re.Match[str] | None:
    """公示内容 with a colon, or heading a row: 一、公示内容."""
    for label in CONTENT_LABEL.finditer(prose.text):
        numbered = re.search(r"(?:[一二三四五六七八九十\d]{1,2}[、.)])$", prose.text[: label.start()])
        if label.group().endswith(":") or (numbered and label.end() in prose.row_starts):
            return label
    return None


def _item_spans(prose: Prose) -> list[tuple[int, int]]:
    """Where items count: the part behind 公示内容, else clauses that speak of publishing, their legal basis apart."""
    text = prose.text
    label = _content_label(prose)
    if label is not None:
        stop = re.search(
            r"公示(?:时间|期|对象|地点|方式|范围|单位|期限|结果|情况)|监督|联系|特此|[二三四]、(?!.{0,6}意见)",
            text[label.end() :],
        )
        return [(label.end(), label.end() + (stop.start() if stop else 160))]
    spans = []
    for a, b in prose.without_conditions():
        for match in re.finditer(r"[^。;]+[。;]?", text[a:b]):
            if SPEAKS_OF_PUBLISHING.search(_blanked(LEGAL_BASIS, match.group())):
                spans.append((a + match.start(), a + match.end()))
    return spans or [(0, len(text))]


def read_period(prose: Prose, labelled: Value | None, calendar: WorkCalendar) -> Value | None:
    """First and last day of publication. 自…起N个工作日 ends by the calendar."""
    text = prose.text
    periods = [p for p in find_periods(text, _year(text)) if len(p[0].start) == 10 and len(p[0].end) == 10]
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
    label = PERIOD_LABEL.search(text)
    if label:
        spot = prose.spot(label.start(), min(label.end() + 20, len(text)))
        if spot:
            return unknown(
                "ambiguous" if spot.confidence > 0.85 else "unreadable", spot.file, spot.page, spot.box, spot.text
            )
    return None


def _year(text: str) -> int | None:
    years = {int(year) for year in re.findall(r"(20\d\d)年", text)}
    return years.pop() if len(years) == 1 else None


def read_stated_days(prose: Prose) -> Value | None:
    """The number of days as written (共5个工作日); a mere bound (不少于5个工作日) is none."""
    for match in re.finditer(
        r"(?P<bound>不少于|不低于|至少|满|不得少于)?(?:\()?(?:共计?|为期|计|合计)?(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})个?工作日",
        prose.text,
    ):
        count = chinese_number(match["n"])
        if not match["bound"] and count:
            return prose.value(count, match.start("n"), match.end())
    return None


def read_venue(prose: Prose, labelled: Value | None) -> Value | None:
    """Where it was published, as codes. Ways to complain (如有异议，请通过微信……) are no venue."""
    told = _in_labelled(VENUES, labelled)
    if told and labelled is not None:
        return replace(labelled, value=told, reason=None)
    found: dict[str, tuple[int, int]] = {}
    for start, end in _venue_spans(prose):
        for code, words in VENUES.items():
            match = words.search(prose.text[start:end])
            if match and code not in found:
                found[code] = (start + match.start(), start + match.end())
    if not found:
        if labelled is not None and labelled.known:
            return replace(labelled, value=["other"], confidence=min(labelled.confidence, 0.6))
        return None
    first, last = min(a for a, _ in found.values()), max(b for _, b in found.values())
    return prose.value([code for code in VENUES if code in found], first, last)


def _venue_spans(prose: Prose) -> list[tuple[int, int]]:
    label = VENUE_LABEL.search(prose.text)
    if label is not None:
        stop = re.search(
            r"公示(?:时间|期|对象|内容|范围|单位|结果|情况)|监督|联系|受理|特此|如有|。|[一二三四五六]、",
            prose.text[label.end() :],
        )
        return [(label.end(), label.end() + (stop.start() if stop else 60))]
    spans = []
    for a, b in prose.without_conditions():
        for match in re.finditer(r"[^。;]+[。;]?", prose.text[a:b]):
            if SPEAKS_OF_PUBLISHING.search(match.group()) and not re.search(r"监督|受理|联系电话", match.group()[:8]):
                spans.append((a + match.start(), a + match.end()))
    return spans


def read_complete_numbers(prose: Prose) -> Value | None:
    """Identity numbers printed unmasked (PUB-21)."""
    hits = list(re.finditer(r"(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])", prose.text))
    numbers = [hit.group().upper() for hit in hits if id_number_problem(hit.group()) is None]
    return prose.value(numbers, hits[0].start(), hits[0].end()) if numbers else None


def read_annex(prose: Prose) -> Value | None:
    """A list the notice points to: 附件：申报人员名单."""
    match = re.search(
        r"附件?\d?:?\d?[.、]?[^,。;:]{0,20}(?:名单|汇总表|一览表|花名册)|(?:名单|人员)(?:附后|见附件|详见附件?)",
        prose.text,
    )
    return prose.value(match.group(), match.start(), match.end()) if match else None


def read_phone(prose: Prose) -> Value | None:
    """The telephone number behind 电话; never one that runs on into the next row's digits."""
    for label in re.finditer(r"电话|热线|举报|监督", prose.text):
        ends = [start for start in prose.row_starts if start > label.end()]
        for end in [*ends[:2], len(prose.text)]:
            match = PHONE.search(prose.text, label.end(), min(end, label.end() + 40))
            if match:
                number = f"{match['area']}-{match['number']}" if match["area"] else match.group()
                return prose.value(number, match.start(), match.end())
    return None

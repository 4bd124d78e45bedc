"""PUB-17 to PUB-21: whether the evidence fits together, and what it shows that it should not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dossier.model import Document, Value
from dossier.policy import Policy
from dossier.text import id_number_facts, mask_id, squeeze
from dossier.text.regex import Regex
from dossier.validate.case import Case, why_hard_to_read, why_not_proven_absent
from dossier.validate.dates import say, span_of
from dossier.validate.event import ITEMS, NOTICE, PHOTO, RESULT, Event, codes, field_values
from dossier.validate.periods import judge_period, settle_period, working_days
from dossier.validate.rule import Remark, event_rule, fail, not_applicable, undecided

_NUMBER = Regex(r"(?<!\d)\d{17}[\dXx](?![\dXx])")
_LISTS_PEOPLE = Regex("公示对象|申报人|姓名")


@event_rule(
    "PUB-17",
    reads={NOTICE: ("date", "period", "stated_days"), RESULT: ("date", "period"), "unit_opinion": ("date",)},
)
def dates_contradict_each_other(event: Event, case: Case, policy: Policy) -> Iterator[Remark]:
    """公示材料的日期前后矛盾。

    为什么：日期互相矛盾的公示材料，真实性需要评委会办公室核实（560-8）。
    例：公示落款8月6日，公示期却从8月4日开始；单位鉴定意见落款晚于公示开始。
    怎么改：由用人单位核对各份材料的日期；写错的更正并加盖公章，确有先后问题的附情况说明。
    """
    settled = settle_period(event, policy)
    if settled.days is None:
        yield not_applicable(f"{event.name}：公示期未能确定")
        return
    start, end = settled.days
    for value, day in _days(event.notices):
        if day > start:
            yield fail(f"公示落款{say(day)}，晚于公示开始日期{say(start)}", value, *settled.values)
    for value, day in _days(event.results):
        if day == end:
            yield fail(f"公示情况证明落款{say(day)}，与公示截止日期为同一天，当日公示尚未期满", value, *settled.values)
    if "unit_opinion" in event.covers:
        for value, day in _days(case.documents("unit_opinion")):
            if day > start:
                yield fail(f"单位鉴定意见落款{say(day)}，晚于其公示开始日期{say(start)}", value, *settled.values)
    yield from _stated_days(event, (start, end), policy)


def _days(documents: Iterator[Document] | tuple[Document, ...]) -> list[tuple[Value, date]]:
    """Dates of documents that are known to the day."""
    dated = [(value, span_of(value)) for value in field_values(documents, "date")]
    return [(value, days.first) for value, days in dated if days and days.first == days.last]


def _stated_days(event: Event, days: tuple[date, date], policy: Policy) -> Iterator[Remark]:
    counts = {first_day: working_days(days, policy, first_day=first_day) for first_day in (True, False)}
    for value in field_values(event.notices, "stated_days"):
        plausible = {count for count in counts.values() if count is not None}
        if "工作日" not in value.raw:
            plausible.add((days[1] - days[0]).days + 1)
        if value.known and counts[True] is not None and value.value not in plausible:
            period = f"{say(days[0])}至{say(days[1])}"
            yield fail(
                f"公示写明共{value.value}个工作日，{period}实为{counts[True]}个工作日", value, *event.values("period")
            )


@event_rule("PUB-18", reads={PHOTO: ("items",)})
def no_photo_or_screenshot(event: Event, case: Case, policy: Policy) -> Iterator[Remark]:
    """没有公示照片或网页截图。

    为什么：照片和网页截图是已经张榜或上网公示的佐证，评委会办公室一般要求提交。
    例：有公示原件和公示情况证明，没有张贴照片。
    怎么改：提交能看清公示全文和张贴地点的照片，或带网址和日期的内部网站截图。
    """
    if event.of_kind(PHOTO):
        return
    photos = list(case.documents(PHOTO))
    if any(event.covers and event.covers <= set(codes(photo.get("items"))) for photo in photos):
        return
    used = {document.id for other in case.events for document in other.documents}
    loose = [photo for photo in photos if photo.id not in used]
    copies = [notice for other in case.events if other.covers == event.covers for notice in other.notices]
    if loose:
        yield undecided(f"{event.name}：有公示照片，但不能确定属于哪一次公示", *loose)
    elif len(copies) > 1:
        yield undecided(f"{event.name}：内容相同的公示有{len(copies)}份，其中可能有现场照片", *copies)
    elif gap := why_not_proven_absent(case, PHOTO):
        yield undecided(f"{event.name}：未见公示照片或网页截图；{gap[0]}", *gap[1])
    else:
        yield fail(f"{event.name}：卷宗中没有这次公示的照片或网页截图", *event.papers)


@event_rule(
    "PUB-19",
    reads={PHOTO: ("text", "items", "period", "date"), NOTICE: ("items", "applicants", "period")},
)
def photo_shows_something_else(event: Event, case: Case, policy: Policy) -> Iterator[Remark]:
    """公示照片上的内容与公示不符。

    为什么：照片拍的若不是这次公示，就不能证明这次公示已经张榜。
    例：公示期8月4日至8月8日，照片上的公示期为去年8月；或照片拍摄日期在公示期之外。
    怎么改：更换为本次公示的照片或网页截图；照片无误的，核对公示原件。
    """
    photos = event.of_kind(PHOTO)
    if not photos:
        yield not_applicable("没有公示照片")
    for photo in photos:
        yield from _other_items(photo, event)
        yield from _other_dates(photo, event, policy)
        yield from _other_people(photo, event)


def _other_items(photo: Document, event: Event) -> Iterator[Remark]:
    shown = photo.get("items")
    others = [code for code in codes(shown) if code in ITEMS and code not in event.covers | event.may_cover]
    if others:
        names = "、".join(ITEMS[code] for code in others)
        yield fail(f"照片上的公示内容有{names}，公示原件没有", shown, photo, *event.papers)


def _other_dates(photo: Document, event: Event, policy: Policy) -> Iterator[Remark]:
    settled = settle_period(event, policy)
    shown = photo.get("period")
    days = judge_period(shown, policy)[0] if shown else None
    if settled.days and days and days != settled.days:
        said = f"{say(days[0])}至{say(days[1])}，公示原件为{say(settled.days[0])}至{say(settled.days[1])}"
        yield fail(f"照片上的公示期为{said}", shown, *settled.values)
    taken = span_of(photo.get("date"))
    if settled.days and taken and (taken.last < settled.days[0] or taken.first > settled.days[1]):
        said = f"{say(settled.days[0])}至{say(settled.days[1])}"
        yield fail(f"照片日期{say(taken.first)}不在公示期{said}内", photo.get("date"), *settled.values)


def _other_people(photo: Document, event: Event) -> Iterator[Remark]:
    text = photo.get("text")
    lists = [value for value in event.values("applicants") if isinstance(value.value, list)]
    entries = [entry for value in lists for entry in value.value if isinstance(entry, dict)]
    names = [name for name in dict.fromkeys(squeeze(str(entry.get("name", ""))) for entry in entries) if name]
    if text is None or not text.known or not names:
        return
    shown = squeeze(str(text.value))
    if _LISTS_PEOPLE.search(shown) and not any(name in shown for name in names):
        yield fail(f"照片上未见公示对象{'、'.join(names)}的姓名", text, photo, *lists)


@event_rule("PUB-20", reads={NOTICE: ("phone",)})
def no_phone_for_objections(event: Event, case: Case, policy: Policy) -> Iterator[Remark]:
    """公示没有公布监督电话或受理部门。

    为什么：没有受理渠道，群众有异议无处反映，公示难以起到监督作用。
    例：公示只写内容和时间，没有联系电话。
    怎么改：今后公示时写明受理部门和监督电话；本次可由用人单位在公示情况证明中补充说明。
    """
    if not event.notices:
        yield not_applicable("没有公示原件")
    for notice in event.notices:
        phone = notice.get("phone")
        blank = phone is None or phone.reason == "blank"
        if blank and (hard := why_hard_to_read(case, notice)):
            yield undecided(f"公示中未读到监督电话或受理部门，页面不清晰（{hard}）", phone, notice)
        elif blank:
            yield fail("公示中没有监督电话或受理部门", phone, notice)
        elif phone is not None and not phone.known:
            yield undecided("公示中的监督电话无法辨认", phone, notice)


_CHECKED = 0.95
"""Confidence at least of a number whose check character is right, however poor the rest of its page is."""


@event_rule("PUB-21", reads={NOTICE: ("complete_numbers",), PHOTO: ("text",)}, every=True)
def complete_identity_numbers_published(event: Event, case: Case, policy: Policy) -> Iterator[Remark]:
    """公示中出现了完整的身份证件号码。

    为什么：身份证件号码属于敏感个人信息，公开时应当去标识化（个人信息保护法第二十八条）。
    例：公示对象一栏印有18位身份证号码。
    怎么改：立即撤下或遮盖，公示时只保留前6位和后4位；已提交的材料不必重做，今后注意。
    """
    for value in field_values(event.notices, "complete_numbers"):
        if isinstance(value.value, list) and value.value:
            numbers = "、".join(mask_id(str(number)) for number in value.value)
            yield fail(f"公示中有完整的身份证件号码（{numbers}）", value, *event.notices)
    for value in field_values(event.of_kind(PHOTO), "text"):
        found = [number for number in _NUMBER.findall(str(value.value or "")) if id_number_facts(number)]
        if found:
            shown = replace(value, confidence=max(value.confidence, _CHECKED))
            yield fail(f"公示照片上有完整的身份证件号码（{'、'.join(map(mask_id, found))}）", shown)


RULES = (
    dates_contradict_each_other,
    no_photo_or_screenshot,
    photo_shows_something_else,
    no_phone_for_objections,
    complete_identity_numbers_published,
)

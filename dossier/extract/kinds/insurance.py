"""Social insurance: the paid months of a list, a table of years and months or a sentence, and who is insured where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds.columns import Piece, bands, listed, pieces, rows_under
from dossier.extract.kinds.insured import listed_insured
from dossier.extract.kinds.months_in_strips import paid_in_strips
from dossier.extract.kinds.seeking import kept, name_in, only_number, org_in, prose_of, said
from dossier.extract.kinds.seeking import signing as signed_by
from dossier.extract.kinds.whom import known_person
from dossier.extract.layout import Layout, Spot
from dossier.extract.readers import valued
from dossier.extract.sentences import Prose
from dossier.extract.signing import sealed
from dossier.extract.wording import NAME, ORG_END
from dossier.model import Box, Period, Value
from dossier.text import find_periods, parse_month, parse_period
from dossier.text.regex import Regex

_HEAD = (
    r"(?:应?缴费|费款|参保|对应|核定|建账|台账|做账|所属|实缴|应缴)*(?:所属)?(?:年月|月份|月度)"
    r"|(?:费款|缴费|对应费款)?所属(?:期间?|年月|月)"
)
_UNPAID = Regex("未到账|欠费|欠缴|未缴|补缴未|未实缴|中断|停保|暂停|断缴|应缴未缴|减免未")
"""Where the row of a month says so, the month is not paid."""
_MONTH = Regex(r"(?:(?:[1-9]|1[0-2])|[一二三四五六七八九]|十[一二]?)月(?:份)?|0?[1-9]|1[0-2]")
_NUMERALS = {word: number for number, word in enumerate((*"一二三四五六七八九十", "十一", "十二"), start=1)}
_YEAR = Regex(r"((?:19|20)\d\d)(?:年度?)?")
_PAID = Regex(r"[√✓✔☑■●]|已?(?:实)?缴(?:费)?|到账|已到账|正常(?:缴费)?|\d{3,6}(?:\.\d\d?)?")
_LISTED = Regex(r"((?:19|20)\d\d)年((?:\d{1,2}月?[、,和及])+\d{1,2})月(?!\d{1,2}日)")
_ORG = rf"[㐀-鿿()]{{2,30}}?(?:{ORG_END})"
_EMPLOYED = (
    Regex(rf"(?:兹有|证明|系|为)(?:兹有)?(?P<v>{_ORG})(?:在职)?(?:的)?(?:职工|员工|人员|参保人|工作人员)"),
    Regex(rf"(?:参保|缴费|工作|所在)单位(?:名称)?(?:为|是|系)(?P<v>{_ORG})(?=[,。;(]|$)"),
    Regex(rf"(?:现|当前|目前)(?:参保|工作|缴费|所在)?单位(?:名称)?(?:为|是|:)(?P<v>{_ORG})(?=[,。;(]|$)"),
    Regex(rf"(?:在|由)(?:(?:参保|缴费|工作|用人|所在)单位)?(?P<v>{_ORG})(?:为其)?(?:单位)?(?:参加|参保|缴纳|缴费)"),
)
_INSURED = (Regex(rf"(?:职工|员工|人员|参保人|兹有|兹证明)(?P<v>{NAME})(?:同志)?(?:,|\(|性别|身份证|公民|社会保障)"),)
_PLACE = (
    Regex(r"(?:在|于)(?P<v>[㐀-鿿]{2,12}?[省市县区旗州盟](?:本级|[㐀-鿿]{1,8}?[市县区旗])?)(?:参加|参保|缴纳|缴费)"),
)
_ALONE = Regex(r"[㐀-鿿]{1,6}[省市](?:[㐀-鿿]{1,8}[市县区旗])?|[㐀-鿿]{2,6}[县区旗州盟]|[㐀-鿿]{1,6}(?:省|市)本级")
_OFFICE_OF = Regex(rf"(?P<v>{_ALONE.pattern})(?=社会保险|社会保障|社保|人力资源|就业)")
_STATE = (
    Regex(
        r"(?:缴费|参保|人员)状态:?(?:为|是)?:?(?P<v>参保缴费|正常缴费|正常参保|暂停缴费|暂停参保|中断缴费|停保|在保|终止参保|正常)"
    ),
)
_OFFICE = Regex(r"(?:社会保险|社会保障|社保|养老保险|机关事业|企业养老|人力资源|医疗保险|事业保险|就业).*$")
_SPECK, _BASE = Regex(r"[.,·、'](?=[年月])"), Regex(r"[1-9]\d{3,4}")
"""A spot before the letters of a month, and the round sum that a payment is reckoned from."""
_SUM, _TOTAL = Regex(r"[¥￥]?\d{2,6}\.\d{1,2}元?"), Regex(r"合计|总计|小计|累计|共计")
_DOUBTED = 0.6
"""Confidence at most of a list of months of which one was not read."""
_LEGIBLE = 0.6
"""Confidence below which words alone on a row are a scrap of a watermark."""
_SHORTEST = 3
"""Letters at least of a place that a seal's name begins with."""
_SURMISED = 0.85
"""Confidence at most of a region taken from the name of the office there."""

_PAYING = "(?:缴费|参保|实际缴费|本次)?"
Months = list[tuple[str, Spot]]


def social_insurance(
    draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context
) -> Mapping[str, Value]:
    """The labelled values, what sentences say in their place, and the paid months."""
    prose = prose_of(draft)
    values: dict[str, Value | None] = {
        "name": _or_said(labelled.get("name"), said(prose, _INSURED, name_in) or known_person(prose, context)),
        "id_number": _or_said(labelled.get("id_number"), only_number(prose)),
        "employer": _or_said(_no_sentence(labelled.get("employer")), said(prose, _EMPLOYED, org_in)),
        "status": _or_said(_without_stop(labelled.get("status")), said(prose, _STATE)),
        "region": _as_sealed(_region(labelled.get("region"), said(prose, _PLACE) or _headed(draft)), draft),
        "period": _or_said(labelled.get("period"), _paid_period(prose) or _from_and_to(draft.layouts)),
        "date": _or_said(labelled.get("date"), signed_by(draft)[1]),
        "months": _paid(draft.layouts, prose),
    }
    own = listed_insured(draft, context)
    return kept(values if own is None else {**values, "months": None, **own})


def _without_stop(status: Value | None) -> Value | None:
    """A state without the full stop of the sentence it ends, and what stands behind that."""
    if status is None or not isinstance(status.value, str):
        return status
    return replace(status, value=re.split("[。;；]", status.value)[0])


def _no_sentence(value: Value | None) -> Value | None:
    """A labelled value; None where its label is a word of a sentence: 参保单位 为某某公司."""
    return None if value is not None and re.match("[为是系]", str(value.value or "")) else value


def _or_said(given: Value | None, other: Value | None) -> Value | None:
    """The labelled value, unless it could not be read, or not surely."""
    if given is not None and given.known and (other is None or given.confidence >= other.confidence):
        return given
    return other or given


def _headed(draft: Draft) -> Value | None:
    """A place alone on its row below the title, else that whose office signs."""
    for flow in [run for row in draft.layouts[0].rows[:4] for run in row.runs()]:
        spot = flow.spot()
        if spot is not None and spot.confidence >= _LEGIBLE and _ALONE.fullmatch(flow.prose.text):
            return valued(flow.prose.text, spot)
    office = signed_by(draft)[0]
    place = _OFFICE_OF.match(str(office.value)) if office else None
    return replace(office, value=place["v"], confidence=_SURMISED) if office and place else _sealed_place(draft)


def _sealed_place(draft: Draft) -> Value | None:
    """The place whose office seals, as far as each letter of its name is clear."""
    for layout in draft.layouts:
        for seal in layout.page.seals:
            place, page = _OFFICE_OF.match(seal.clear), layout.page
            if place is not None:
                spot = Spot(seal.text, page.file, page.number, seal.box, seal.confidence, page.method)
                return valued(place["v"], spot, min(_SURMISED, seal.confidence))
    return None


def _as_sealed(region: Value | None, draft: Draft) -> Value | None:
    """The place with which the seal's name begins, where a letter of its ring was read before the printed one."""
    stamped = sealed(draft.layouts).get("seal_text")
    bare = str(region.value)[1:] if region is not None and region.known else ""
    if region is None or stamped is None or len(bare) < _SHORTEST or not str(stamped.value).startswith(bare):
        return region
    return replace(region, value=bare)


def _region(given: Value | None, said_so: Value | None) -> Value | None:
    """The place insured in; of an office there, the place its name begins with."""
    region = given if given is not None and given.known else said_so or given
    if region is None or not isinstance(region.value, str):
        return region
    place = _OFFICE.sub("", region.value)
    if place == region.value or not re.search(r"[省市县区旗州盟]$|本级$", place):
        return region
    return replace(region, value=place, confidence=min(region.confidence, _SURMISED))


def _paid(layouts: Sequence[Layout], prose: Prose) -> Value | None:
    strips, unread = paid_in_strips(layouts)
    months: Months = [*_listed_below_heads(layouts), *_in_matrix(layouts)] or strips or list(_said_paid(prose))
    lost = (bool(strips) and unread) or any(_lost_a_month(layout) for layout in layouts)
    return listed(sorted(dict(months)), [spot for _, spot in months], _DOUBTED if lost else 1.0)


def _lost_a_month(layout: Layout) -> bool:
    """Whether a row of sums stands below the heads of a list of months and its month was not read."""
    found = pieces(layout)
    heads = sorted((one.box for one in found if re.fullmatch(_HEAD, one.heading)), key=lambda box: box.x0)
    for band in bands(found) if heads else ():
        if _TOTAL.search("".join(one.text for one in band)):
            continue
        for head, following in zip(heads, [*(box.x0 for box in heads[1:]), float("inf")], strict=True):
            own = [one for one in band if head.x0 - 4 <= one.box.cx < following and one.box.y0 > head.cy]
            sums = [one for one in own if _SUM.fullmatch(one.text) or _BASE.fullmatch(one.text)]
            if len(sums) > 1 and not any(_months(one.text) for one in own):
                return True
    return False


def _listed_below_heads(layouts: Sequence[Layout]) -> Months:
    """The columns of months, of which two may stand side by side; a row that says its month is unpaid is left out."""
    months: Months = []
    heads: list[Box] = []
    for layout in layouts:
        found = pieces(layout)
        own = [one.box for one in found if re.fullmatch(_HEAD, one.heading)]
        heads = own or heads
        for band in bands(found):
            for piece in band:
                below = any(head.x0 - 4 <= piece.box.cx <= head.x1 + 4 for head in heads)
                spot = piece.spot
                if below and spot is not None and (not own or piece.box.y0 > min(head.cy for head in own)):
                    unpaid = _UNPAID.search("".join(one.text for one in _own_columns(piece, band, heads)))
                    months += [(month, spot) for month in _months(piece.text) if not unpaid]
    return months


def _own_columns(piece: Piece, band: Sequence[Piece], heads: Sequence[Box]) -> list[Piece]:
    """What stands right of a month in its row, up to the next column of months."""
    following = min((head.x0 for head in heads if head.x0 > piece.box.cx), default=float("inf"))
    return [one for one in band if piece.box.x0 < one.box.x0 < following]


def _months(text: str) -> list[str]:
    """202501, 2025-01, 2025年1月; a span stands for all its months."""
    text = _SPECK.sub("", text)
    compact = re.sub(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(?!\d)", r"\1-\2", text)
    month = parse_month(compact)
    if month:
        return [month]
    period = parse_period(compact)
    return _between(period) if period is not None else []


def _between(period: Period) -> list[str]:
    """Every month of a period; none where it is open or backwards."""
    if not re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", period.end):
        return []
    first, last = (int(day[:4]) * 12 + int(day[5:7]) - 1 for day in (period.start, period.end))
    return [f"{number // 12}-{number % 12 + 1:02}" for number in range(first, last + 1)]


def _in_matrix(layouts: Sequence[Layout]) -> Months:
    """A row a year, a column a month, a tick or a sum where it is paid."""
    months: Months = []
    for layout in layouts:
        heads: list[tuple[int, Box]] = []
        for band in bands(pieces(layout)):
            numbered = [(_month_number(one.text), one.box) for one in band if _MONTH.fullmatch(one.text)]
            year = _YEAR.fullmatch(band[0].text)
            if len(numbered) >= 6:
                heads = numbered
            elif year and heads:
                for piece in band[1:]:
                    number, box = min(heads, key=lambda head: abs(head[1].cx - piece.box.cx))
                    spot, near = piece.spot, abs(box.cx - piece.box.cx) <= max(box.width, 12)
                    if near and spot is not None and _PAID.fullmatch(piece.text):
                        months.append((f"{year[1]}-{number:02}", spot))
    return months


def _month_number(text: str) -> int:
    bare = re.sub("月份?$", "", text)
    return int(bare) if bare.isdigit() else _NUMERALS[bare]


def _said_paid(prose: Prose) -> Iterator[tuple[str, Spot]]:
    """2025年1、2、3月均已按时足额缴费."""
    for match in _LISTED.finditer(prose.text):
        clause = re.match(r"[^。;]*", prose.text[match.end() :])
        spot = prose.spot(*match.span())
        paid = clause and re.search("缴费|缴纳|到账|足额", clause.group()) and not _UNPAID.search(clause.group())
        if spot is not None and paid:
            yield from ((month, spot) for month in _running_on(int(match[1]), re.findall(r"\d{1,2}", match[2])))


def _running_on(year: int, numbers: Sequence[str]) -> Iterator[str]:
    """Months of a list that runs into the next year: 2024年11、12、1、2月 ends in February 2025."""
    before = 0
    for number in map(int, numbers):
        year += number < before
        before = number
        yield f"{year}-{number:02}"


def _from_and_to(layouts: Sequence[Layout]) -> Value | None:
    """The first and the last month in columns of their own, where all rows give the same."""
    heads = {
        "start": rf"{_PAYING}(?:起始|开始|起)(?:年月|时间|日期)",
        "end": rf"{_PAYING}(?:截止|终止|结束|止)(?:年月|时间|日期)",
    }
    found: dict[Period, Spot] = {}
    for row in rows_under(layouts, heads, ("start", "end")):
        start, end = (_months(row[name].text) if name in row else [] for name in ("start", "end"))
        spot = row["start"].spot if "start" in row else None
        if len(start) == len(end) == 1 and spot is not None:
            found[Period(start[0], end[0])] = spot
    return valued(*found.popitem()) if len(found) == 1 else None


def _paid_period(prose: Prose) -> Value | None:
    """The period that sentences or rows give; of several, the one that says it is of payment."""
    found = [
        one
        for one in find_periods(prose.text)
        if re.search("缴费|参保|查询|缴纳", prose.text[max(0, one[1] - 16) : one[1]])
    ]
    if len({period for period, _, _ in found}) != 1:
        return None
    period, start, end = found[0]
    return prose.value(period, start, end)

"""Continuing education: the hours of each year, from tables by year, by subject or by course, and from sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds.columns import listed
from dossier.extract.kinds.courses import by_courses, by_sheets
from dossier.extract.kinds.hours import (
    WRITTEN_TOTAL,
    Hours,
    Year,
    by_columns,
    by_lines,
    by_rows,
    by_spanned_rows,
    by_sums,
    by_totals,
    number,
)
from dossier.extract.kinds.hours_in_blocks import SAID_OF, by_cards, by_own_heads, by_strips, said_hours
from dossier.extract.kinds.seeking import kept, name_in, prose_of, said
from dossier.extract.layout import Layout
from dossier.extract.sentences import Prose
from dossier.extract.wording import NAME
from dossier.model import Value
from dossier.text import chinese_number
from dossier.text.regex import Regex

_SAID_OF_A_YEAR = Regex(
    r"(?<!\d)((?:19|20)\d\d|二[〇○零][〇○零一二三四五六七八九]{2})年度?(?!\d{1,2}月|[一二三四五六七八九十]{1,2}月)"
)
_SUM_OF_A_YEAR = Regex(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)年?度?(?:[:(]|为|共计?|合计|完成|取得|获得?|修满|学[时分]|继续(?:医学)?教育){0,4}"
    r"(?P<h>\d{1,3}(?:\.\d)?)个?(?:学时|学分|课时)"
)
"""A year and the hours right behind it."""
_NUMBER = Regex(
    r"(?:(?:(?:证书|证明|合格证|登记)(?:编号|号码?|证号)|(?<!银行)(?<!社保)(?<!医保)(?<!保障)(?:学习|继教|学分|IC)?卡号):?(?:为|是)?(?=[㐀-鿿]{0,8}第?[A-Za-z0-9\-]{6,24})"
    r"|(?<!项目)(?<!课程)(?<!机构)(?<!单位)(?<!人员)(?<!班级)(?<!基地)编号:(?=[A-Za-z]{0,6}\d[A-Za-z0-9\-]{4,22})"
    r"|(?<![A-Za-z])N[oO][.:]+(?=[A-Za-z]{0,6}\d[A-Za-z0-9\-]{4,22})"
    r"|编号:?(?=[㐀-鿿]{1,8}[〔\[(]20\d\d[〕\])])|(?<=[。,;])(?=[㐀-鿿]{2,6}20\d\d字?第\d))"
    r"([㐀-鿿]{2,6}20\d\d字?第\d{2,8}号?|(?:[㐀-鿿]{1,8}第)?(?:(?!N[oO][.:])[A-Za-z0-9\-]){6,24}号?|[㐀-鿿]{1,8}[〔\[(]20\d\d[〕\])]第?[A-Za-z0-9\-]{1,10}号?)"
)
_PERSON = (
    Regex(
        rf"(?:^|兹证明|证明|证书|合格证|结业证|兹有|。)(?P<v>{NAME})(?:同志|先生|女士)?(?:,|\(|性别|身份证|证件|在|于|参加|系)"
    ),
)
_PARTED = Regex("专业(?!技术|人员|从业)")
"""That a sheet counts professional subjects apart."""
_SAID_HOURS = Regex(r"\d个?(?:学时|学分|课时)")
_ELECTIVE = Regex("(?:公[需共]|专业)选修")
"""That a sheet counts electives apart, which belong to the hours of their subject."""
_TABLES: tuple[Callable[[Sequence[Layout]], list[Year]], ...] = (
    by_sums,
    by_columns,
    by_rows,
    by_spanned_rows,
    by_own_heads,
    by_courses,
    by_sheets,
    by_lines,
    by_totals,
    by_cards,
    by_strips,
)
_DOUBTED = 0.6
"""Confidence at most where the hours of a year do not add up to a total that is written, or a year was not read."""


def continuing_education(
    draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context
) -> Mapping[str, Value]:
    """Hours by year, and whose they are."""
    prose = prose_of(draft)
    years = _years_in_tables(draft.layouts) or [year for year in _by_sentences(prose) if year.complete()]
    years = years or list(_one_sum_a_year(prose))
    _number_of_all(years, prose)
    return kept({"name": _named(prose, labelled, context), "years": _value(_in_order(years), prose)})


def _years_in_tables(layouts: Sequence[Layout]) -> list[Year]:
    """The years of the first kind of table that gives any, and those of its hours whose year was not read."""
    for read in _TABLES:
        years = [year for year in read(layouts) if year.complete()]
        if any(year.year is not None for year in years):
            return years
    return []


def _in_order(years: Sequence[Year]) -> list[Year]:
    """From the earliest year on, whichever way the table goes; hours without a year at the end."""
    return sorted(years, key=lambda year: year.year or 9999)


def _number_of_all(years: Sequence[Year], prose: Prose) -> None:
    """One number on a certificate for several years is that of each."""
    numbers = set(_NUMBER.findall(prose.text))
    if len(numbers) == 1 and not any(year.number for year in years):
        for year in years:
            year.number = min(numbers)


def _value(years: Sequence[Year], prose: Prose) -> Value | None:
    parted = not _PARTED.search(prose.text) or all(year.hours.get("professional") is not None for year in years)
    balanced = (
        parted
        and not _ELECTIVE.search(prose.text)
        and all(year.balanced for year in years)
        and _totals_agree(years, prose)
    )
    dated = [year for year in years if year.year is not None]
    sure = 1.0 if balanced and len(dated) == len(years) else _DOUBTED
    unit = _unit(prose.text)
    return listed([year.entry(unit) for year in dated], [year.spot for year in dated], sure)


def _totals_agree(years: Sequence[Year], prose: Prose) -> bool:
    """Whether what was added up is a total that is written somewhere: each year's, or that of all years."""
    sums = [year.hours.get("total") or 0 for year in years if year.added_up]
    written = {number(figure) for _, figure in WRITTEN_TOTAL.findall(prose.text)}
    return written.issuperset(sums) or sum(year.hours.get("total") or 0 for year in years) in written


def _unit(text: str) -> str:
    """学分 where the document counts so: in its headings or behind its numbers; a rule it cites does not count."""
    if "学分" not in text or "学时" not in text:
        return "学分" if "学分" in text else "学时"
    named = re.search(r"(?:计量单位|单位):(学时|学分)", text) or re.search(
        r"(?:科目|课程?|合计|累计|总计|时间|登记|年度|总)\(?(学时|学分)", text
    )
    behind = re.findall(r"(?<!少于)(?<!足)\d+个?(学时|学分)", text)
    return named[1] if named else max(("学时", "学分"), key=behind.count)


def _by_sentences(prose: Prose) -> list[Year]:
    """A sentence or paragraph a year: 2023年度……公需科目30学时，专业科目60学时，合计90学时."""
    text = prose.text
    starts = list(_SAID_OF_A_YEAR.finditer(text))
    starts = starts or list(re.finditer(r"年度:?((?:19|20)\d\d)", text))
    distinct = {match[1] for match in starts}
    spans = [(one, other.start()) for one, other in pairwise(starts)]
    spans += [(starts[-1], len(text))] if starts else []
    if len(distinct) == 1:
        spans = [(starts[0], len(text))]
    found = list(_years_said(prose, spans, whole=len(distinct) == 1))
    twice = len({year.year for year in found}) < len(found)
    told = {year.year for year in found}
    left_out = any(
        chinese_number(match[1]) not in told and _says_hours_of_both(prose.text[match.start() : end])
        for match, end in spans
    )
    led = bool(starts) and len(distinct) > 1 and _says_hours_before(text[: starts[0].start()])
    for year in found:
        year.unproven = left_out or led
    return [] if twice else found


def _says_hours_of_both(text: str) -> bool:
    """Whether hours of public and professional subjects are told, if not how many."""
    return "公需" in text and "专业" in text and len(_SAID_HOURS.findall(text)) > 1


def _says_hours_before(lead: str) -> bool:
    """Whether hours are told before the first year, which then does not head what is said of it."""
    told = re.search(r"(?:公需|专业)[^。;]{0,12}?\d个?(?:学时|学分|课时)", lead)
    return told is not None and not re.search("不少于|不低于|不得少于|要求|规定|应当", lead)


def _years_said(prose: Prose, spans: Sequence[tuple[re.Match[str], int]], whole: bool) -> Iterator[Year]:
    for match, end in spans:
        part = prose.text if whole else prose.text[match.start() : end]
        hours: Hours = {name: said_hours(part, subject) for name, subject in SAID_OF.items()}
        code, spot = _NUMBER.search(part), prose.spot(match.start(), match.end())
        if hours["public"] is not None and hours["professional"] is not None and spot is not None:
            yield Year(chinese_number(match[1]), spot, hours, code[1] if code else None)


def _one_sum_a_year(prose: Prose) -> Iterator[Year]:
    """Years in a row, each with no more than its sum: 2022年25学分,2023年31学分. None where a year has two."""
    found = list(_SUM_OF_A_YEAR.finditer(prose.text))
    if not found or len({match["y"] for match in found}) < len(found):
        return
    for match in found:
        spot = prose.spot(*match.span())
        if spot is not None:
            yield Year(int(match["y"]), spot, {"total": number(match["h"])}, alone=True)


def _named(prose: Prose, labelled: Mapping[str, Value], context: Context) -> Value | None:
    """The labelled name, else the one person other documents are about who is named here, else the one certified."""
    name = labelled.get("name")
    named = [other for other in context.names if other in prose.text]
    if name is not None and name.known:
        return name
    if len(named) != 1:
        return said(prose, _PERSON, name_in) or name
    start = prose.text.index(named[0])
    return prose.value(named[0], start, start + len(named[0]))

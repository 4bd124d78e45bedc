"""Continuing education: the hours of each year, from tables by year, by subject or by course, and from sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds.columns import Piece, Row, bands, listed, pieces, rows_under
from dossier.extract.kinds.seeking import kept, name_in, prose_of, said
from dossier.extract.layout import Layout, Spot
from dossier.extract.sentences import Prose
from dossier.extract.wording import NAME
from dossier.model import Box, Value

_UNIT = r"(?:学时|学分|课时)?(?:数)?"
_SUM = r"(?:合计|总计|小计|总数|总|累计|共计)(?:完成)?"
_KINDS = {
    "public": rf"公需(?:科目|课程?|必修)?(?:学习)?{_UNIT}",
    "professional": rf"专业(?:科目|课程?)?(?:学习)?{_UNIT}",
    "total": rf"(?:当年|本年|年度?|全年|学时|学分|累计){{0,2}}(?:度|登记|完成)?{_SUM}{_UNIT}",
    "certificate_number": (
        r"(?:合格|学习|结业|登记|电子|培训|继续教育|学时)*(?:证(?:书|明)?)?"
        r"(?:编号|证号|编码|证书号|登记号|证书号码)|证号"
    ),
}
_COLUMNS = {"year": r"(?:学习|培训|继续教育|登记|所属|学时|考核|完成)?(?:年度|年份)|年", **_KINDS}
_COURSES = {
    "year": r"(?:学习|培训|继续教育|登记|所属)?(?:年度|年份)",
    "when": r"(?:学习|培训|起止|开始|参训|完成|登记)?(?:时间|日期|年月)",
    "subject": r"(?:科目|课程|学习|培训|学时)?(?:类别|类型|性质|分类)|科目|课程类别|项目",
    "hours": r"(?:学习|培训|认定|获得|核定|折算|登记|取得)?(?:学时|学分|课时)(?:数)?|数量",
    "certificate_number": _KINDS["certificate_number"],
}
_YEAR = re.compile(r"((?:19|20)\d\d)(?:年度?)?")
_DATED = re.compile(r"((?:19|20)\d\d)[年.\-/]")
_SAID_OF_A_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年度?(?!\d{1,2}月)")
_FILLER = (
    r"(?:学习|培训|继续教育|教育|已|完成|学时|学分|课时|数|为|是|:|,|\(学时\)|\(学分\)|并|考核|合格|共|计|累计|获得?"
    r"|取得|达到?|内容|和|的|了|科目|课程)"
)
_NUMBER = re.compile(
    r"(?:证书|证明|合格证|登记)(?:编号|号码?|证号):?(?:为|是)?((?:[㐀-鿿]{1,8}第)?[A-Za-z0-9\-]{6,24}号?)"
)
_PERSON = (
    re.compile(rf"(?:^|兹证明|证明|兹有|。)(?P<v>{NAME})(?:同志|先生|女士)?(?:,|\(|性别|身份证|证件|在|于|参加|系)"),
)
_WRITTEN_TOTAL = re.compile(rf"{_SUM}[学时分课数:为\[\]()]{{0,6}}(\d{{1,4}}(?:\.\d)?)(?![\d年月])")
_UNBALANCED = 0.6
"""Confidence at most where the hours of a year do not add up to its total, or to none that is written."""

Hours = dict[str, float | None]


@dataclass
class _Year:
    """What is said of one year."""

    year: int
    spot: Spot
    hours: Hours = field(default_factory=dict)
    number: str | None = None
    alone: bool = False
    """Whether its table gives totals only, or parts them otherwise than into public and professional subjects."""
    added_up: bool = False
    """Whether hours of several rows were added up; a row that was not read would be missing."""

    def add(self, name: str, hours: float) -> None:
        self.added_up = self.added_up or name in self.hours
        self.hours[name] = (self.hours.get(name) or 0) + hours

    def complete(self) -> bool:
        """Adds up what is not written: the total of two parts."""
        public, professional = self.hours.get("public"), self.hours.get("professional")
        if self.hours.get("total") is not None:
            self.added_up = False
        elif public is not None and professional is not None:
            self.hours["total"] = public + professional
        return len([hours for hours in self.hours.values() if hours is not None]) > (0 if self.alone else 1)

    @property
    def balanced(self) -> bool:
        public, professional, total = (self.hours.get(name) for name in ("public", "professional", "total"))
        return public is None or professional is None or total is None or public + professional == total

    def entry(self, unit: str) -> dict[str, object]:
        hours = {name: self.hours.get(name) for name in ("total", "public", "professional")}
        return {"year": self.year, **hours, "unit": unit, "certificate_number": self.number}


def continuing_education(
    draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context
) -> Mapping[str, Value]:
    """Hours by year, and whose they are."""
    prose = prose_of(draft)
    for read in (_by_columns, _by_rows, _by_courses, _by_totals):
        years = [year for year in read(draft.layouts) if year.complete()]
        if years:
            break
    else:
        years = [year for year in _by_sentences(prose) if year.complete()]
    _number_of_all(years, prose)
    return kept({"name": _named(prose, labelled, context), "years": _value(years, prose)})


def _number_of_all(years: Sequence[_Year], prose: Prose) -> None:
    """One number on a certificate for several years is that of each."""
    numbers = set(_NUMBER.findall(prose.text))
    if len(numbers) == 1 and not any(year.number for year in years):
        for year in years:
            year.number = min(numbers)


def _value(years: Sequence[_Year], prose: Prose) -> Value | None:
    parted = "专业" not in prose.text or all(year.hours.get("professional") is not None for year in years)
    balanced = parted and all(year.balanced for year in years) and _totals_agree(years, prose)
    sure = 1.0 if balanced else _UNBALANCED
    unit = _unit(prose.text)
    return listed([year.entry(unit) for year in years], [year.spot for year in years], sure)


def _totals_agree(years: Sequence[_Year], prose: Prose) -> bool:
    """Whether what was added up is a total that is written somewhere: each year's, or that of all years."""
    sums = [year.hours.get("total") or 0 for year in years if year.added_up]
    written = {_number(match) for match in _WRITTEN_TOTAL.findall(prose.text)}
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


def _by_columns(layouts: Sequence[Layout]) -> list[_Year]:
    """A row a year: 年度, 公需科目, 专业科目, 合计."""
    return _rows_of_years(layouts, _COLUMNS, ("year", "public", "professional"))


def _by_totals(layouts: Sequence[Layout]) -> list[_Year]:
    """A row a year with its total, however that is parted: Ⅰ类学分, Ⅱ类学分, 总学分."""
    heads = {name: _COLUMNS[name] for name in ("year", "total", "certificate_number")}
    return _rows_of_years(layouts, heads, ("year", "total"), alone=True)


def _rows_of_years(
    layouts: Sequence[Layout], heads: Mapping[str, str], needed: Sequence[str], alone: bool = False
) -> list[_Year]:
    years = []
    for row in rows_under(layouts, heads, needed):
        match, spot = (_YEAR.fullmatch(row["year"].text), row["year"].spot) if "year" in row else (None, None)
        if match is None or spot is None:
            continue
        hours = {name: _hours(row[name].text) for name in ("total", "public", "professional") if name in row}
        years.append(_Year(int(match[1]), spot, hours, _code(row.get("certificate_number")), alone))
    return years


def _by_rows(layouts: Sequence[Layout]) -> list[_Year]:
    """A column a year, a row a subject."""
    found: list[_Year] = []
    for layout in layouts:
        years: list[tuple[_Year, Box]] = []
        for band in bands(pieces(layout)):
            headed = [(match, one) for one in band if (match := _YEAR.fullmatch(one.text)) and one.spot]
            names = [name for name, pattern in _KINDS.items() if re.fullmatch(pattern, _bare(band[0].text))]
            if headed and not names:
                years = [(_Year(int(match[1]), one.spot), one.box) for match, one in headed if one.spot]
                found += [year for year, _ in years]
            elif names and years:
                for piece in band[1:]:
                    _set(names[0], piece, years)
    return found


def _set(name: str, piece: Piece, years: Sequence[tuple[_Year, Box]]) -> None:
    """What stands in a row under a year's head belongs to that year."""
    year, box = min(years, key=lambda one: abs(one[1].cx - piece.box.cx))
    if abs(box.cx - piece.box.cx) > max(box.width, piece.box.width) / 2 + 12:
        return
    if name == "certificate_number":
        year.number = _code(piece)
    else:
        year.hours[name] = _hours(piece.text)


def _by_courses(layouts: Sequence[Layout]) -> list[_Year]:
    """A row a course or a subject, its year in a cell over several rows or in the day it was held."""
    years: dict[int, _Year] = {}
    last: int | None = None
    for row in rows_under(layouts, _COURSES, ("subject", "hours")):
        subject = next((name for name, pattern in _KINDS.items() if _is_of(row.get("subject"), pattern)), None)
        hours = _hours(row["hours"].text) if "hours" in row else None
        year = _year_of_row(row, layouts) or last
        if subject in (None, "certificate_number") or hours is None or year is None:
            continue
        last = year
        spot = row["hours"].spot
        if spot is not None and subject is not None:
            entry = years.setdefault(year, _Year(year, spot))
            entry.number = entry.number or _code(row.get("certificate_number"))
            entry.add(subject, hours)
    return [years[year] for year in years]


def _is_of(piece: Piece | None, pattern: str) -> bool:
    return piece is not None and re.fullmatch(pattern, _bare(piece.text)) is not None


def _year_of_row(row: Row, layouts: Sequence[Layout]) -> int | None:
    """The year written in the row, the one its day is in, or the one of the cell that spans the row."""
    for name in ("year", "when"):
        piece = row.get(name)
        match = (_YEAR.fullmatch(piece.text) or _DATED.match(piece.text)) if piece else None
        if match:
            return int(match[1])
    spot = row["hours"].spot if "hours" in row else None
    for layout in layouts if spot else ():
        for cell in layout.cells:
            year = _YEAR.fullmatch(cell.text)
            spans = spot and layout.page.number == spot.page and cell.box.y0 <= spot.box.cy <= cell.box.y1
            if year and spans:
                return int(year[1])
    return None


def _by_sentences(prose: Prose) -> list[_Year]:
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
    return [] if twice else found


def _years_said(prose: Prose, spans: Sequence[tuple[re.Match[str], int]], whole: bool) -> Iterator[_Year]:
    for match, end in spans:
        part = prose.text if whole else prose.text[match.start() : end]
        hours = {
            "public": _said(part, r"公需(?:科.?|课程?)?"),
            "professional": _said(part, r"专业(?:科目?|科.(?=\d)|课程?)"),
            "total": _said(part, r"(?:共计?|总计|合计|累计|总(?=学时|学分))"),
        }
        number, spot = _NUMBER.search(part), prose.spot(match.start(), match.end())
        if hours["public"] is not None and hours["professional"] is not None and spot is not None:
            yield _Year(int(match[1]), spot, hours, number[1] if number else None)


def _said(text: str, subject: str) -> float | None:
    """The hours said of a subject; None where two different numbers are."""
    pattern = rf"{subject}{_FILLER}{{0,6}}(\d{{1,4}}(?:\.\d)?)(?!\d|年|月|\.)"
    numbers = {_number(match[1]) for match in re.finditer(pattern, text)}
    return numbers.pop() if len(numbers) == 1 else None


def _bare(text: str) -> str:
    return re.sub(r"\([^()]{0,8}\)|:", "", text)


def _code(piece: Piece | None) -> str | None:
    text = piece.text if piece is not None else ""
    return text if re.search(r"\d", text) else None


def _hours(text: str) -> float | None:
    match = re.fullmatch(r"(\d{1,4}(?:\.\d)?)(?:学时|学分|个?课时)?", text)
    return _number(match[1]) if match else None


def _number(text: str) -> float:
    return float(text) if "." in text else int(text)


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

"""Hours of study in tables: a row a year or a column a year. Those with a row a course: see `courses`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dossier.extract.kinds.columns import Piece, Row, bands, head_over, named_heads, pieces, rows_under
from dossier.extract.layout import Layout, Spot
from dossier.model import Box
from dossier.text.regex import Regex

SUM = r"(?:合计|总计|小计|总数|总|累计|共计)(?:完成)?"
"""What heads a sum, as a pattern."""
_UNIT = r"(?:学时|学分|课时)?(?:数)?"
SUBJECTS = {
    "public": rf"(?:其中:?)?(?:公需|公共)(?:科目|课程?|必修课?)?(?:学习)?{_UNIT}",
    "professional": rf"(?:其中:?)?(?:学科|岗位)?专业(?:科目|课程?|必修课?)?(?:学习)?{_UNIT}",
    "total": rf"(?:当年|本年|年度?|全年|学时|学分|累计){{0,2}}(?:度|登记|完成)?{SUM}{_UNIT}",
    "certificate_number": (
        r"(?:合格|学习|结业|登记|电子|培训|继续教育|学时|验证|核验|查验|防伪)*(?:证(?:书|明)?)?"
        r"(?:编号|证号|编码|证书号|登记号|证书号码)|证号"
    ),
}
_COLUMNS = {
    "year": r"(?:学习|培训|继续教育|登记|所属|学时|考核|完成)?(?:年度|年份)(?:[/、\\](?:科目|类别|项目))?|年",
    **SUBJECTS,
}
YEAR = Regex(r"[.,。、·]?((?:19|20)\d\d)(?:年度?)?[.,。、·]?")
"""A year alone in its cell; a speck may stand beside it."""
_SUMMED = Regex(rf"(?:当年|本年|全年|年度?|学年|[一二三四五六七八九十\d]{{1,2}}年)?{SUM}{_UNIT}|.*平均.*|[合总]")

_LINE = Regex(
    r"(?P<year>(?:19|20)\d\d)(?:年度?)?[:,]?(?P<hours>(?:\d{1,3}(?:\.\d)?(?:学[时時分]|课时)[.,、;]?){2,4})\D{0,8}"
)
_FIGURE = Regex(r"(\d{1,3}(?:\.\d)?)(?:学[时時分]|课时)")
_LINE_HEAD = Regex(
    rf"(?P<public>{SUBJECTS['public']})|(?P<professional>{SUBJECTS['professional']})|(?P<total>{SUBJECTS['total']})"
)
"""A table that was read line by line: its years, the hours in them, the heads above."""

_SAID_HOURS = Regex(r"\d{1,3}(?:\.\d)?(?:学时|学分|课时)")
_SUM_OF = Regex(rf"((?:19|20)\d\d)年?度?{SUM}")
WRITTEN_TOTAL = Regex(rf"({SUM})[学时分课数:为\[\]()]{{0,6}}(\d{{1,4}}(?:\.\d)?)(?![\d年月])")
"""A sum that is written: what heads it, and its figure."""
_SCRAP = 0.5
"""Confidence below which a figure without a year is none."""

_PARTED_OTHERWISE = Regex("(?:国家级|省级|市级)[ⅠⅡI1一]{0,3}类|[ⅠⅡI1一]{1,3}类")
"""How credits of medicine are parted: 国家级Ⅰ类, 省级Ⅰ类, Ⅱ类."""
_SUBJECT_OF_HOURS = Regex("公需|专业(?!技术|人员|从业)")

Hours = dict[str, float | None]


@dataclass
class Year:
    """What is said of one year."""

    year: int | None
    """None where hours stand in the table, but not the year they are of: it was not read."""
    spot: Spot
    hours: Hours = field(default_factory=dict)
    number: str | None = None
    alone: bool = False
    """Whether its table gives totals only, or parts them otherwise than into public and professional subjects."""
    added_up: bool = False
    """Whether hours of several rows were added up; a row that was not read would be missing."""

    unproven: bool = False
    """Whether rows were added up to a total that no sum on the sheet confirms, or hours of another year not told."""

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
        return not self.unproven and (
            public is None or professional is None or total is None or public + professional == total
        )

    def entry(self, unit: str) -> dict[str, object]:
        hours = {name: self.hours.get(name) for name in ("total", "public", "professional")}
        return {"year": self.year, **hours, "unit": unit, "certificate_number": self.number}


_Column = tuple[Year | None, Box]
"""What a column is of, None where that is no year; and its head."""


def by_columns(layouts: Sequence[Layout]) -> list[Year]:
    """A row a year: 年度, 公需科目, 专业科目, 合计."""
    return _rows_of_years(layouts, _COLUMNS, ("year", "public", "professional"))


def by_spanned_rows(layouts: Sequence[Layout]) -> list[Year]:
    """A cell a year beside several rows, in which public and professional hours stand one below the other."""
    found: list[Year] = []
    for layout in layouts:
        heads: dict[str, Box] = {}
        whole = pieces(layout)
        for band in bands(whole):
            named = named_heads(band, _COLUMNS)
            heads = named if {"year", "public", "professional"} <= named.keys() else heads
        below = [one for one in whole if heads and one.box.y0 > heads["year"].cy]
        for cell in below:
            match, spot = YEAR.fullmatch(cell.text), cell.spot
            if match is None or spot is None or head_over(cell.box, heads) != "year":
                continue
            year = Year(int(match[1]), spot)
            for one in below:
                name = head_over(one.box, heads) if cell.box.y0 <= one.box.cy <= cell.box.y1 else None
                if name in ("public", "professional", "total") and (hours := hours_of(one.text)) is not None:
                    year.add(name, hours)
                elif name == "certificate_number":
                    year.number = code_of(one)
            found.append(year)
    return found


def by_sums(layouts: Sequence[Layout]) -> list[Year]:
    """A row a course and, below those of a year, one of its sums: 2020合计 30 60 90."""
    found = []
    for layout in layouts:
        heads: dict[str, Box] = {}
        for band in bands(pieces(layout)):
            named = named_heads(band, SUBJECTS)
            heads = named if {"public", "professional"} <= named.keys() else heads
            summed = next((one for one in band if heads and _SUM_OF.fullmatch(one.text)), None)
            match, spot = (_SUM_OF.fullmatch(summed.text), summed.spot) if summed else (None, None)
            if match is not None and spot is not None:
                year = Year(int(match[1]), spot)
                for one in band:
                    name, hours = head_over(one.box, heads), hours_of(one.text)
                    if name is not None and hours is not None:
                        year.hours[name] = hours
                found.append(year)
    summed_up = {year.year for year in found}
    named_at_all = {
        int(match[1]) for layout in layouts for one in pieces(layout) if (match := YEAR.fullmatch(one.text))
    }
    return found if named_at_all <= summed_up else []


def by_totals(layouts: Sequence[Layout]) -> list[Year]:
    """A row a year with its total, however that is parted: Ⅰ类学分, Ⅱ类学分, 总学分."""
    heads = {name: _COLUMNS[name] for name in ("year", "total", "certificate_number")}
    return _rows_of_years(layouts, heads, ("year", "total"), alone=True)


def _rows_of_years(
    layouts: Sequence[Layout], heads: Mapping[str, str], needed: Sequence[str], alone: bool = False
) -> list[Year]:
    years = []
    for row in rows_under(layouts, heads, needed):
        hours = {name: hours_of(row[name].text) for name in ("total", "public", "professional") if name in row}
        match = YEAR.fullmatch(row["year"].text) if "year" in row else None
        spot = row["year"].spot if match is not None else _spot_of_hours(row, hours)
        if spot is not None:
            year = int(match[1]) if match is not None else None
            years.append(Year(year, spot, hours, code_of(row.get("certificate_number")), alone))
    return years


def _spot_of_hours(row: Row, hours: Hours) -> Spot | None:
    """Where a row without a year has its hours; None where it has none, is the others' sum, or a scrap of a seal."""
    if is_sum(row):
        return None
    spots = (row[name].spot for name, figure in hours.items() if figure is not None)
    return next((spot for spot in spots if spot is not None and spot.confidence >= _SCRAP), None)


def by_rows(layouts: Sequence[Layout]) -> list[Year]:
    """A column a year, a row a subject."""
    found: list[Year] = []
    for layout in layouts:
        whole = pieces(layout)
        sums: list[_Column] = [(None, piece.box) for piece in whole if _SUMMED.fullmatch(without_hint(piece.text))]
        columns: list[_Column] = []
        for band in bands(whole):
            names = [name for name, pattern in SUBJECTS.items() if re.fullmatch(pattern, without_hint(band[0].text))]
            if not names and any(YEAR.fullmatch(piece.text) for piece in band):
                columns = [*_columns(band), *sums]
                found += [year for year, _ in columns if year is not None]
            elif names and columns:
                found += [year for piece in band[1:] if (year := _set(names[0], piece, columns)) is not None]
            elif len(band) == len(columns) > 1 and all(_SAID_HOURS.fullmatch(piece.text) for piece in band):
                for (year, _), piece in zip(columns, band, strict=True):
                    if year is not None and not year.hours:
                        year.alone, year.hours["total"] = True, hours_of(piece.text)
        if _PARTED_OTHERWISE.search(layout.flow.prose.text) and not _SUBJECT_OF_HOURS.search(layout.flow.prose.text):
            for year in found:
                year.alone = True
    return found


def _columns(heads: Iterable[Piece]) -> list[_Column]:
    """The columns below a row with years in it: a year's, or of another thing where the head has no figures."""
    columns: list[_Column] = []
    for piece in heads:
        match, spot = YEAR.fullmatch(piece.text), piece.spot
        if match is not None and spot is not None:
            columns.append((Year(int(match[1]), spot), piece.box))
        elif not re.search(r"\d", piece.text):
            columns.append((None, piece.box))
    return columns


def _set(name: str, piece: Piece, columns: list[_Column]) -> Year | None:
    """What stands in a row under a year's head belongs to that year. Gives a new one where it is under no head."""
    year, box = min(columns, key=lambda one: abs(one[1].cx - piece.box.cx))
    new, spot = None, piece.spot
    if abs(box.cx - piece.box.cx) > max(box.width, piece.box.width) / 2 + 12:
        if spot is None or hours_of(piece.text) is None:
            return None
        new = year = Year(None, spot)
        columns.append((year, piece.box))
    if year is not None and name == "certificate_number":
        year.number = code_of(piece)
    elif year is not None:
        year.hours[name] = hours_of(piece.text)
    return new


def by_lines(layouts: Sequence[Layout]) -> list[Year]:
    """A line a year below a line of heads, both without gaps: 年度公需专业合计 over 2020 30学时62学时92学时."""
    found: list[Year] = []
    for layout in layouts:
        names: list[str] = []
        for run in layout.flow.runs():
            line, spot = _LINE.fullmatch(run.prose.text), run.spot()
            if line is not None and spot is not None and names:
                figures = [number(figure) for figure in _FIGURE.findall(line["hours"])]
                hours: Hours = dict(zip(names, figures, strict=False))
                found += [Year(int(line["year"]), spot, hours)] if len(figures) == len(names) else []
            elif line is None:
                names = _heads_in(run.prose.text) or names
    return found


def _heads_in(text: str) -> list[str]:
    """The columns a line of heads names, in its order; empty where it is none."""
    if not re.match(r"(?:序号)?年[度份]", text):
        return []
    heads = [name for match in _LINE_HEAD.finditer(text) if (name := match.lastgroup) is not None]
    return heads if len(heads) == len({*heads}) and {"public", "professional"} <= {*heads} else []


def is_of(piece: Piece | None, pattern: str) -> bool:
    return piece is not None and re.fullmatch(pattern, without_hint(piece.text)) is not None


def is_sum(row: Row) -> bool:
    """Whether a row holds the sum of others."""
    return any(_SUMMED.fullmatch(without_hint(piece.text)) for piece in row.values())


def without_hint(text: str) -> str:
    return re.sub(r"\([^()]{0,20}\)|:", "", text)


def code_of(piece: Piece | None) -> str | None:
    text = piece.text if piece is not None else ""
    return text if re.search(r"\d", text) else None


def hours_of(text: str) -> float | None:
    match = re.fullmatch(r"[.,、·]?(\d{1,4}(?:\.\d)?)(?:学时|学分|个?课时)?", text)
    return number(match[1]) if match else None


def number(text: str) -> float:
    """A figure of hours, whole where it is written so."""
    return float(text) if "." in text else int(text)

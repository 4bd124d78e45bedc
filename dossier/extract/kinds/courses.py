"""Hours of study by courses: a row a course, its year in the row, in its day or at the head of a sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from dossier.extract.kinds.columns import Row, rows_under
from dossier.extract.kinds.hours import (
    SUBJECTS,
    WRITTEN_TOTAL,
    YEAR,
    Year,
    code_of,
    hours_of,
    is_of,
    is_sum,
    number,
)
from dossier.extract.layout import Layout
from dossier.model import PageRef
from dossier.text.regex import Regex

_COURSES = {
    "year": r"(?:学习|培训|继续教育|登记|所属)?(?:年度|年份)",
    "when": r"(?:学习|培训|起止|开始|参训|完成|登记)?(?:时间|日期|年月)",
    "subject": r"(?:科目|课程|学习|培训|学时)?(?:类别|类型|性质|分类)|科目|课程类别|项目",
    "hours": r"(?:学习|培训|认定|获得|核定|折算|登记|取得|授予|所得|实得|应得|记|计)?(?:学时|学分|课时)(?:数)?|数量",
    "certificate_number": SUBJECTS["certificate_number"],
}
_DATED = Regex(r"((?:19|20)\d\d)[年.\-/]")
_STATED = Regex(r"(?:学年|年度|年份):?((?:19|20)\d\d)年?度?(?![\d.\-/至起])")
"""The year a whole sheet is of, behind a label."""
_HEADED = Regex(r"(?<![\d〔\[(])((?:19|20)\d\d)年度?[㐀-鿿]{0,12}(?:继续(?:医学)?教育|学时|学分)")
"""The same in a sheet's title."""


def by_courses(layouts: Sequence[Layout]) -> list[Year]:
    """A row a course or a subject, its year in a cell over several rows or in the day it was held."""
    years: dict[int, Year] = {}
    numbers: dict[int, str | None] = {}
    last: int | None = None
    on: int | None = None
    stated = {layout.sheet: _stated_year(layout) for layout in layouts}
    for row in rows_under(layouts, _COURSES, ("subject", "hours")):
        subject = next((name for name, pattern in SUBJECTS.items() if is_of(row.get("subject"), pattern)), None)
        hours = hours_of(row["hours"].text) if "hours" in row else None
        headed = _stated_on_page(row, stated)
        if headed is not None and headed != on:
            last, on = None, headed
        last = _year_of_row(row, layouts) or last
        year = last or headed
        if "year" in row and year is not None and code_of(row.get("certificate_number")):
            numbers[year] = code_of(row.get("certificate_number"))
        summed = is_sum(row)
        if summed and hours is not None and year in years and year in stated.values():
            years[year].hours["total"] = hours
        if summed or subject in (None, "certificate_number") or hours is None or year is None:
            continue
        spot = row["hours"].spot
        if spot is not None and subject is not None:
            entry = years.setdefault(year, Year(year, spot))
            entry.number = entry.number or code_of(row.get("certificate_number"))
            entry.add(subject, hours)
    return [replace(entry, number=entry.number or numbers.get(year)) for year, entry in years.items()]


def by_sheets(layouts: Sequence[Layout]) -> list[Year]:
    """A sheet a year, which its head names, with a row a course, parted otherwise than into public and professional.

    The sum at its foot counts where it is no less than what the rows add up to: one may not have been read.
    """
    found: dict[int, Year] = {}
    for layout in layouts:
        year = _stated_year(layout)
        for row in rows_under([layout], {"hours": _COURSES["hours"]}, ("hours",)) if year is not None else ():
            hours = hours_of(row["hours"].text) if "hours" in row else None
            spot = row["hours"].spot if "hours" in row else None
            if year is not None and hours is not None and spot is not None and not is_sum(row):
                found.setdefault(year, Year(year, spot, alone=True)).add("total", hours)
        written = {number(figure) for head, figure in WRITTEN_TOTAL.findall(layout.flow.prose.text) if head != "小计"}
        if year in found:
            found[year] = _as_written(found[year], written)
    return list(found.values())


def _as_written(year: Year, written: Set[float]) -> Year:
    """With the one total that its sheet gives, unless the rows add up to more."""
    if len(written) == 1 and (total := max(written)) >= (year.hours["total"] or 0):
        return replace(year, hours={"total": total})
    return replace(year, unproven=True)


def _stated_year(layout: Layout) -> int | None:
    """The one year that a sheet says it is of, behind a label or in its title."""
    text = layout.flow.prose.text
    for pattern in (_STATED, _HEADED):
        if years := set(pattern.findall(text)):
            return int(years.pop()) if len(years) == 1 else None
    return None


def _stated_on_page(row: Row, stated: Mapping[PageRef, int | None]) -> int | None:
    """The year of the sheet a row stands on."""
    spot = row["hours"].spot if "hours" in row else None
    return stated.get(spot.sheet) if spot is not None else None


def _year_of_row(row: Row, layouts: Sequence[Layout]) -> int | None:
    """The year written in the row, the one its day is in, or the one of the cell that spans the row."""
    for name in ("year", "when"):
        piece = row.get(name)
        match = (YEAR.fullmatch(piece.text) or _DATED.match(piece.text)) if piece else None
        if match:
            return int(match[1])
    spot = row["hours"].spot if "hours" in row else None
    for layout in layouts if spot else ():
        for cell in layout.cells:
            year = YEAR.fullmatch(cell.text)
            spans = spot and layout.sheet == spot.sheet and cell.box.y0 <= spot.box.cy <= cell.box.y1
            if year and spans:
                return int(year[1])
    return None

"""Catalogues, continuing education, insurance months, yearly grades: rows under headings, and ticked options."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds.columns import Piece, Row, listed, pieces, rows_under
from dossier.extract.kinds.seeking import kept, prose_of
from dossier.extract.layout import Flow, Layout, Spot
from dossier.extract.readers import unknown, valued
from dossier.extract.sentences import Prose, org_name
from dossier.extract.ticks import TICKS
from dossier.model import Box, Value
from dossier.text import find_periods, id_number_problem, parse_month

_TITLE = r"(?:材料|文件|资料|证件|题|目录)?(?:名称|题名|名|内容|项目)|材料"
_CATALOGUE = {"title": _TITLE, "pages": r"页数|张数", "place": r"页码|起止页码?|页次|所在页码?|页号"}
_EDUCATION = {
    "year": r"(?:学习|培训|继续教育|登记|所属)?(?:年度|年份)",
    "public": r"公需(?:科目|课)?(?:学时|学分)?(?:数)?",
    "professional": r"专业(?:科目|课)?(?:学时|学分)?(?:数)?",
    "total": r"(?:当年|本年|年度|学时|学分){0,2}(?:合计|总计|小计|总|累计)(?:学时|学分)?(?:数)?",
    "certificate_number": r"(?:合格|学习|结业)?证(?:书|明)?(?:编号|号码?)",
}
_INSURANCE = r"(?:缴费|费款|参保)?(?:所属)?(?:年月|月份)|(?:费款|缴费)所属期"
_UNIT = re.compile(r"(?:工作|申报|呈报|填报)?单位(?:名称)?(?:\([^()]{1,8}\))?:(.+)")
_UNPAID = re.compile("未到账|欠费|未缴费|补缴未")
"""Where a list says so of any month, its months are not given as paid."""
_GRADES = re.compile(
    r"(?P<mark>[☑√✓✔■☒□☐口囗])?(?P<grade>基本合格|基本称职|不合格|不称职|优秀|合格|称职|不定等次|未定等次)"
)
_CURRENT_TITLE = re.compile(r"(?:现任|现有|现聘|现|已取得)(?:的)?(?:专业技术)?(?:职务|资格|职称)(?:名称)?")
_BELOW = 110.0
"""Points below a heading in which its column's first entry stands."""
_BARE_GRADE = re.compile("优秀|合格|称职|基本合格|基本称职|不合格|不称职")
_SURMISED = 0.85
"""Confidence at most, where an option is taken for ticked because it alone has lost its box."""
_SUM_BESIDE = "合计|总计|小计|共计"


def catalogue(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """The materials listed and how many pages each takes; a row whose pages cannot be told has None there."""
    entries, spots = [], []
    for layout in draft.layouts:
        for row in rows_under(layout, _CATALOGUE, ("title",)):
            title = re.sub(r"^[(\d]{1,3}[).、.]", "", row["title"].text) if "title" in row else ""
            spot = row["title"].spot if title else None
            if spot is None or len(row) < 2 or re.match(_SUM_BESIDE, title) or not re.search(r"[㐀-鿿]{2}", title):
                continue
            entries.append({"title": title, "pages": _page_count(row)})
            spots.append(spot)
    value = listed(entries, spots)
    return {"entries": value} if value else {}


def _page_count(row: Row) -> int | None:
    """3, 3页, and 4-6 for three pages from the fourth; a single page number says where and not how many."""
    number = re.fullmatch(r"共?(\d{1,3})[页张]?", row["pages"].text) if "pages" in row else None
    if number:
        return int(number[1])
    written = row.get("pages") or row.get("place")
    span = re.fullmatch(r"第?(\d{1,3})[-–—~～至](\d{1,3})页?", written.text) if written else None
    return int(span[2]) - int(span[1]) + 1 if span and int(span[2]) >= int(span[1]) else None


def continuing_education(
    draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context
) -> Mapping[str, Value]:
    """Hours by year: from a table, else from the sentences of a certificate for one year."""
    prose = prose_of(draft)
    values = {"name": _named(prose, labelled, context), "years": _years_in_table(draft.layouts) or _one_year(prose)}
    return kept(values)


def _years_in_table(layouts: Sequence[Layout]) -> Value | None:
    years, spots = [], []
    for layout in layouts:
        unit = "学分" if "学分" in layout.flow.prose.text and "学时" not in layout.flow.prose.text else "学时"
        for row in rows_under(layout, _EDUCATION, ("year", "public", "professional")):
            year = re.match(r"((?:19|20)\d\d)(?:年度?)?$", row["year"].text) if "year" in row else None
            spot = row["year"].spot if year else None
            if year is None or spot is None:
                continue
            hours = {name: _hours(row[name].text) for name in ("total", "public", "professional") if name in row}
            number = row["certificate_number"].text if "certificate_number" in row else ""
            years.append(_year(int(year[1]), hours, unit, number or None))
            spots.append(spot)
    return listed(years, spots)


def _year(year: int, hours: Mapping[str, float | None], unit: str, number: str | None) -> dict[str, object]:
    return {
        "year": year,
        "total": hours.get("total"),
        "public": hours.get("public"),
        "professional": hours.get("professional"),
        "unit": unit,
        "certificate_number": number,
    }


def _hours(text: str) -> float | None:
    match = re.fullmatch(r"(\d{1,4}(?:\.\d)?)(?:学时|学分|个?课时)?", text)
    return _number(match[1]) if match else None


def _number(text: str) -> float:
    return float(text) if "." in text else int(text)


def _one_year(prose: Prose) -> Value | None:
    """A certificate of one year: 2023年度……公需科目30学时，专业科目60学时，共计90学时. Several years are left alone."""
    text = prose.text
    years = {match[1]: match for match in re.finditer(r"((?:19|20)\d\d)年度", text)}
    hours = {
        "public": _said(text, r"公需(?:科目|课程?)?"),
        "professional": _said(text, r"专业(?:科目|课程?)"),
        "total": _said(text, r"(?:共计?|总计|合计|累计(?:完成)?|总)"),
    }
    if len(years) != 1 or hours["public"] is None or hours["professional"] is None:
        return None
    ((year, match),) = years.items()
    number = re.search(r"(?:证书|证明|合格证)(?:编号|号码?):?([A-Za-z0-9\-]{6,24})", text)
    unit = "学分" if "学分" in text and "学时" not in text else "学时"
    entry = _year(int(year), hours, unit, number[1] if number else None)
    return prose.value([entry], match.start(), match.end())


def _said(text: str, subject: str) -> float | None:
    """The hours said of a subject; None where two different numbers are."""
    pattern = (
        rf"{subject}(?:学习|培训|继续教育|已|完成|学时|学分|数|为|:|\(学时\)){{0,4}}(\d{{1,4}}(?:\.\d)?)(?!\d|年|月)"
    )
    numbers = {_number(match[1]) for match in re.finditer(pattern, text)}
    return numbers.pop() if len(numbers) == 1 else None


def _named(prose: Prose, labelled: Mapping[str, Value], context: Context) -> Value | None:
    """The labelled name, else the one person other documents are about who is named here."""
    name = labelled.get("name")
    named = [other for other in context.names if other in prose.text]
    if (name is not None and name.known) or len(named) != 1:
        return name
    start = prose.text.index(named[0])
    return prose.value(named[0], start, start + len(named[0]))


def social_insurance(
    draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context
) -> Mapping[str, Value]:
    """The paid months a table lists; the period, where one alone is stated and no label announced it."""
    months, spots = [], []
    for layout in draft.layouts:
        for piece in _below_month_headings(pieces(layout)):
            month, spot = _month(piece.text), piece.spot
            if month and spot:
                months.append(month)
                spots.append(spot)
    if any(_UNPAID.search(layout.flow.prose.text) for layout in draft.layouts):
        months = []
    paid = listed(sorted(set(months)), spots)
    values = {"months": paid} if paid else {}
    period = labelled.get("period")
    stated = None if period is not None and period.known else _paid_period(draft.layouts)
    return values | ({"period": stated} if stated else {})


def _below_month_headings(found: Sequence[Piece]) -> list[Piece]:
    """The columns of months, of which two may stand side by side."""
    heads = [one.box for one in found if re.fullmatch(_INSURANCE, one.text)]
    return [one for one in found if any(head.x0 <= one.box.cx <= head.x1 and one.box.y0 > head.cy for head in heads)]


def _month(text: str) -> str | None:
    compact = re.fullmatch(r"((?:19|20)\d\d)(0[1-9]|1[0-2])", text)
    return f"{compact[1]}-{compact[2]}" if compact else parse_month(text)


def _paid_period(layouts: Sequence[Layout]) -> Value | None:
    prose = Prose([layout.flow for layout in layouts])
    found = find_periods(prose.text)
    if len({period for period, _, _ in found}) != 1:
        return None
    period, start, end = found[0]
    return (
        prose.value(period, start, end) if re.search("缴费|参保|查询", prose.text[max(0, start - 16) : start]) else None
    )


def annual_assessment(
    draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context
) -> Mapping[str, Value]:
    """The year in the title where no label announces it; the grade that is ticked among several."""
    values: dict[str, Value] = {}
    year = labelled.get("year")
    if year is None or not year.known:
        stated = _assessed_year(draft)
        values |= {"year": stated} if stated else {}
    grade = _ticked(candidate.flow for _, candidate in found.get("grade", ()) if candidate.flow is not None)
    known = labelled.get("grade")
    if grade is None and (known is None or not known.known):
        grade = _beside_a_misread_label(draft.layouts)
    return values | ({"grade": grade} if grade else {})


def _beside_a_misread_label(layouts: Sequence[Layout]) -> Value | None:
    """The grade that is the first row of the cell beside ……等次, whatever the first letters were read as."""
    for layout in layouts:
        for label in (cell for cell in layout.cells if re.fullmatch(r".{0,4}(?:等次|结论|档次)", cell.text)):
            beside = [cell for cell in layout.cells if cell.box.y0 - 2 <= label.box.cy <= cell.box.y1 + 2]
            rows = [
                row.prose for cell in beside for row in cell.flow.rows()[:1] if _BARE_GRADE.fullmatch(row.prose.text)
            ]
            spot = rows[0].spot() if len(rows) == 1 else None
            if spot:
                return valued(spot.text, spot)
    return None


def _assessed_year(draft: Draft) -> Value | None:
    """2024年度 on the page, when it is the only year so named."""
    prose = prose_of(draft)
    years = list(re.finditer(r"(?<!\d)((?:19|20)\d\d)年度", prose.text))
    if len({match[1] for match in years}) != 1:
        return None
    return prose.value(int(years[0][1]), years[0].start(), years[0].end())


def _ticked(flows: Iterable[Flow]) -> Value | None:
    """The option with a tick, or the only one without a box; `ambiguous` where several options stand alike."""
    for flow in flows:
        prose = flow.prose
        options = list(_GRADES.finditer(prose.text))
        spot = prose.spot()
        if len(options) < 2 or spot is None:
            continue
        ticked = [option for option in options if option["mark"] and option["mark"] in TICKS]
        bare = [option for option in options if not option["mark"]]
        chosen = ticked or bare
        if len(chosen) != 1 or (ticked and bare):
            return unknown("ambiguous", spot.file, spot.page, spot.box, spot.text)
        place = prose.spot(chosen[0].start("grade"), chosen[0].end("grade"))
        sure = spot.confidence if ticked else min(spot.confidence, _SURMISED)
        return valued(chosen[0]["grade"], place, sure) if place else None
    return None


def summary_form(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """An employer must read as an organisation; a number with a right check digit is the person's if it is alone."""
    values: dict[str, Value] = {}
    employer = labelled.get("employer")
    if employer is not None and employer.known and org_name(re.sub("[（）()]", "", str(employer.value))) is None:
        values["employer"] = _organisation(draft.layouts) or unknown(
            "ambiguous", employer.file, employer.page, employer.box or Box(0, 0, 0, 0), employer.raw
        )
    if (number := labelled.get("id_number")) is None or not number.known:
        numbers = [one for layout in draft.layouts for one in pieces(layout) if _is_id_number(one.text)]
        spot = numbers[0].spot if len({one.text for one in numbers}) == 1 else None
        values |= {"id_number": valued(numbers[0].text, spot)} if spot else {}
    if (title := labelled.get("current_title")) is None or not title.known:
        held = _title_below(draft.layouts, context)
        values |= {"current_title": held} if held else {}
    return values


def _is_id_number(text: str) -> bool:
    return re.fullmatch(r"\d{17}[\dX]", text) is not None and id_number_problem(text) is None


def _title_below(layouts: Sequence[Layout], context: Context) -> Value | None:
    """The one professional title in the columns below 现任专业技术职务, which may be a heading over several."""
    for layout in layouts:
        found = pieces(layout)
        for head in (one for one in found if _CURRENT_TITLE.fullmatch(one.text)):
            below = [
                one
                for one in found
                if one.text in context.titles
                and head.box.x0 - 4 <= one.box.cx <= head.box.x1 + 4
                and 0 <= one.box.y0 - head.box.y1 <= _BELOW
            ]
            spot = below[0].spot if len({one.text for one in below}) == 1 else None
            if spot:
                return valued(below[0].text, spot)
    return None


def _organisation(layouts: Sequence[Layout]) -> Value | None:
    """The organisation behind 单位(公章): above or below the table, when all such places name the same."""
    named: dict[str, Spot] = {}
    for piece in (one for layout in layouts for one in pieces(layout)):
        match = _UNIT.match(piece.text)
        name = org_name(match[1]) if match else None
        if name and piece.spot:
            named[name] = piece.spot
    return valued(*named.popitem()) if len(named) == 1 else None

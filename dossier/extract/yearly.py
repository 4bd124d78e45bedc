"""Proofs of several years' assessments: one document a year, all on the same pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dossier.extract.kinds.assessment import GRADES
from dossier.extract.kinds.columns import bands, head_over, pieces, rows_under
from dossier.extract.layout import Layout, Spot
from dossier.extract.readers import valued
from dossier.extract.sentences import Prose
from dossier.model import Box, Document, Value
from dossier.text import chinese_number
from dossier.text.regex import Regex

_KIND = "annual_assessment"
_HEADS = {
    "year": r"(?:考核)?(?:年度|年份)",
    "grade": r"(?:年度)?(?:考核)?(?:等次|结果|结论|档次|等级|评定等次)",
}
_YEAR = Regex(r"((?:19|20)\d\d)(?:年度?)?")
_FIGURES = r"(?:(?:19|20)\d\d|二[〇○零][〇○零一二三四五六七八九]{2})"
_ONE = rf"{_FIGURES}年?度?"
_SAID = Regex(
    rf"(?<!\d)(?P<years>{_ONE}(?:(?:[、,和及与至到]|[-–—~～]){_ONE})*)(?!\d|[月.])[^\d。;、优合称基不未]{{0,24}}?(?P<grade>{GRADES})"
)
_SPAN = Regex(r"((?:19|20)\d\d)年?度?(?:[至到]|[-–—~～])((?:19|20)\d\d)")
_MOST_YEARS = 12
_HEAD_ROWS = 4

Year = tuple[int, str, Spot]


def by_year(document: Document, layouts: Sequence[Layout]) -> tuple[Document, ...]:
    """The document itself, or one for each year where it is a proof of several; the first of them keeps its id.

    A form whose title says which year it is of, and a proof that says two things of one year, stay as they are.
    """
    year = document.get("year")
    if document.kind != _KIND or _is_titled_with_a_year(layouts[0]):
        return (document,)
    found = list(_in_table(layouts)) or list(_in_columns(layouts, document.get("name")))
    if not found and (year is None or not year.known):
        found = list(_said(Prose([layout.flow for layout in layouts])))
    years = [one for one, *_ in found]
    if len(years) < 2 or len({*years}) < len(years):
        return (document,)
    parts = [_part(document, *one) for one in sorted(found, key=lambda one: one[0])]
    return (parts[0], *(replace(part, id=f"{part.id}-{part.fields['year'].value}") for part in parts[1:]))


def _is_titled_with_a_year(layout: Layout) -> bool:
    """2024年度考核登记表, or (2024年度) below it."""
    rows = [row.prose.text for row in layout.flow.rows() if row.prose.text]
    heads = rows[:_HEAD_ROWS]
    if len({row for row in rows if _YEAR.fullmatch(row)}) > 1:
        return False
    titled = [head for head in heads if not re.search(f"{GRADES}|。", head)]
    return len({year for head in titled for year in re.findall(r"((?:19|20)\d\d)\)?年度", head)}) == 1


def _part(document: Document, year: int, grade: str, spot: Spot) -> Document:
    read: Mapping[str, Value] = {"year": valued(year, spot), "grade": valued(grade, spot)}
    return replace(document, fields={**document.fields, **read})


def _in_table(layouts: Sequence[Layout]) -> Iterator[Year]:
    """A row a year: 年度, 考核等次."""
    for row in rows_under(layouts, _HEADS, ("year", "grade")):
        year = _YEAR.fullmatch(row["year"].text) if "year" in row else None
        grade = re.fullmatch(rf"({GRADES})(?:等次|档次)?", row["grade"].text) if "grade" in row else None
        spot = row["grade"].spot if "grade" in row else None
        if year and grade and spot:
            yield int(year[1]), grade[1], spot


def _in_columns(layouts: Sequence[Layout], name: Value | None) -> Iterator[Year]:
    """A column a year: 年度 2020 2021 2022 over 考核等次 合格 优秀 合格, or over the row of the person of this name."""
    own = name.value if name is not None and name.known else None
    for layout in layouts:
        heads: dict[str, Box] = {}
        for band in bands(pieces(layout)):
            years = {match[1]: one.box for one in band if (match := _YEAR.fullmatch(one.text))}
            if len(years) > 1:
                heads = years
            elif heads and (re.fullmatch(_HEADS["grade"], band[0].heading) or own in [one.text for one in band[:3]]):
                for one in band[1:]:
                    year, grade, spot = head_over(one.box, heads), re.fullmatch(GRADES, one.text), one.spot
                    if year is not None and grade is not None and spot is not None:
                        yield int(year), grade.group(), spot


def _said(prose: Prose) -> Iterator[Year]:
    """2021年度为优秀，2022、2023年度为合格; 2021年至2023年度均为合格."""
    for match in _SAID.finditer(prose.text):
        spot = prose.spot(*match.span())
        if spot is not None:
            yield from ((year, match["grade"], spot) for year in _years(match["years"]))


def _years(text: str) -> Iterable[int]:
    span = _SPAN.fullmatch(text.rstrip("年度"))
    if span and int(span[1]) < int(span[2]) < int(span[1]) + _MOST_YEARS:
        return range(int(span[1]), int(span[2]) + 1)
    named = re.findall(_FIGURES, text)
    return (
        [number for year in named if (number := chinese_number(year)) is not None]
        if not re.search(r"[至到\-–—~～]", text)
        else []
    )

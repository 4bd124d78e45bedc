"""Results of an assessment made known for several people: the applicant's own row of the list, never another's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dossier.extract.context import Context
from dossier.extract.group import Draft
from dossier.extract.kinds.columns import Row, open_piece, piece_value, rows_under
from dossier.extract.kinds.columns import pieces as found
from dossier.extract.kinds.seeking import Values, org_in, pieces, prose_of, signing
from dossier.extract.readers import valued
from dossier.extract.wording import LISTED_NAME
from dossier.model import Value
from dossier.text.regex import Regex

_HEADS = {
    "name": r"(?:被?考核)?(?:人员|人|者|教师|职工)?姓名|被?考核(?:人员|人|对象)",
    "grade": r"(?:年度)?(?:考核|评定|评议)?(?:等次|结果|档次|等级|结论)|定等",
}
_LEAST = 2
"""People of a list at least."""
_HEAD_RUNS = 6
_YEAR_HEAD = Regex(r"(?:19|20)\d\d(?:年度?)?")
_SUPERIOR = Regex("(?:局|厅|部|委员会|政府)$")
"""Units that make known the results of others' people, too."""


def listed_result(draft: Draft, context: Context, grades: str) -> Values | None:
    """Name, grade and employer of the applicant on a list of people assessed; None where the document lists none.

    `grades`: the grades as a pattern. What the list does not tell of the applicant is open.
    """
    listed = _people(rows_under(draft.layouts, _HEADS, ("name", "grade")))
    if len({row["name"].text for row in listed}) < _LEAST:
        return _by_years(draft, context) or _below_its_grade(draft, context, grades)
    own = _own_row(listed, context)
    if own is None:
        return {"name": open_piece(listed[0]["name"]), "grade": open_piece(listed[0].get("grade", listed[0]["name"]))}
    grade = own.get("grade")
    graded = re.fullmatch(rf"(?P<v>{grades})(?:等次|档次|等级)?", grade.text) if grade is not None else None
    return {
        "name": piece_value(own["name"], own["name"].text),
        "grade": piece_value(grade, graded["v"]) if grade and graded else open_piece(grade or own["name"]),
        "employer": _employer(draft),
    }


def _people(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if "name" in row and re.fullmatch(LISTED_NAME, row["name"].text)]


def _by_years(draft: Draft, context: Context) -> Values | None:
    """The applicant's name in a table of several people with a column a year; what he got is told by year."""
    listed = _people(rows_under(draft.layouts, _HEADS, ("name",)))
    if len({row["name"].text for row in listed}) < _LEAST:
        return None
    years = {one.text for layout in draft.layouts for one in found(layout) if _YEAR_HEAD.fullmatch(one.text)}
    if len(years) < _LEAST:
        return None
    own = _own_row(listed, context)
    if own is None:
        return {"name": open_piece(listed[0]["name"]), "grade": open_piece(listed[0]["name"])}
    name = piece_value(own["name"], own["name"].text)
    return {"name": name, "grade": open_piece(own["name"]), "employer": _employer(draft)}


def _below_its_grade(draft: Draft, context: Context, grades: str) -> Values | None:
    """The applicant among the people named behind each grade: 一、优秀(6人):……。二、合格(31人):……"""
    prose = prose_of(draft)
    heads = list(
        re.finditer(
            rf"(?<![㐀-鿿])(?:等次)?(?P<v>{grades})(?:等次|档次)?(?:\(?\d{{1,4}}[人名]\)?)?(?:\([^()]{{1,8}}\))?:",
            prose.text,
        )
    )
    if len({head["v"] for head in heads}) < _LEAST:
        return None
    ends = [*(head.start() for head in heads[1:]), len(prose.text)]
    own: list[tuple[str, int, re.Match[str]]] = []
    for head, end in zip(heads, ends, strict=True):
        stop = prose.text.find("。", head.end(), end)
        for name in context.names:
            listed = Regex(rf"{re.escape(name)}(?=[、,;。(等]|$)")
            named = listed.search(prose.text, head.end(), stop + 1 if stop >= 0 else end)
            if named is not None:
                own.append((name, named.start(), head))
    if len({head["v"] for _, _, head in own}) != 1 or len({name for name, _, _ in own}) != 1:
        return None
    name, at, head = own[0]
    return {
        "name": prose.value(name, at, at + len(name)),
        "grade": prose.value(head["v"], *head.span("v")),
        "employer": _employer(draft),
    }


def _own_row(listed: list[Row], context: Context) -> Row | None:
    """The one row of a person the dossier knows."""
    own = [row for row in listed if row["name"].text in context.names]
    return own[0] if len(own) == 1 else None


def _employer(draft: Draft) -> Value | None:
    """The unit in brackets below the title, else the one that signs, where it is none that speaks for others, too."""
    for flow, spot in list(pieces(draft.layouts[0]))[:_HEAD_RUNS]:
        bracketed = re.fullmatch(r"\((?P<v>[^()]{4,40})\)", flow.prose.text)
        unit = org_in(bracketed["v"]) if bracketed else None
        if unit is not None:
            return valued(unit, spot)
    signs = signing(draft)[0]
    return None if signs is None or _SUPERIOR.search(str(signs.value)) else signs

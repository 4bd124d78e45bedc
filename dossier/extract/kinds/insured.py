"""A unit's list of the people it insures: the applicant's own row, never another's."""

from __future__ import annotations

import re

from dossier.extract.context import Context
from dossier.extract.group import Draft
from dossier.extract.kinds.columns import Row, open_piece, piece_value, rows_under
from dossier.extract.kinds.seeking import Values
from dossier.extract.wording import LISTED_NAME
from dossier.model import Period, Value
from dossier.text import id_number_problem, parse_month, parse_period
from dossier.text.regex import Regex

_PAYING = "(?:本单位|在本单位)?(?:参保|缴费|实际缴费)?(?:的)?"
_HEADS = {
    "name": "(?:参保|缴费|被保险)?(?:人员|人|职工|员工|个人)?姓名|参保(?:人员|人|职工)",
    "id_number": "(?:公民|居民)?(?:身份证件?|证件|身份|社会保障|社保)(?:号码?|编号|卡号)",
    "period": f"{_PAYING}起(?:止|讫)(?:年月|时间|日期|月份)|{_PAYING}(?:时段|期间|区间)",
    "start": f"{_PAYING}(?:起始|开始|起)(?:年月|时间|日期)",
    "end": f"{_PAYING}(?:截止|终止|结束|止)(?:年月|时间|日期)",
    "status": "(?:人员|个人)?(?:参保|缴费|当前|人员)*状态",
}
_NUMBER = Regex(r"(?!.*\d{4}[-./年]\d)(?:.*\d{4}|.*\*{3})")
_INSURANCE = Regex(r"(?:保险|险种|[养老失业工伤医疗生育]{2}险?|年金)$")
"""Ends what heads a row of another table: the sorts of insurance below one person's name."""
_LEAST = 2
"""People of a list at least."""


def listed_insured(draft: Draft, context: Context) -> Values | None:
    """What the list tells of the applicant; None where the document lists no several people.

    Fields of other people's rows are never taken: what their columns do not tell of the applicant is open.
    """
    rows = list(rows_under(draft.layouts, _HEADS, ("name", "id_number")))
    listed = [row for row in rows if _is_of_a_person(row)]
    if len({row["name"].text for row in listed}) < _LEAST:
        return None
    own = [row for row in listed if row["name"].text in context.names]
    columns = {column for row in listed for column in row} | ({"period"} if "start" in listed[0] else set())
    told: dict[str, Value | None] = {}
    if own and len({row["name"].text for row in own}) == 1:
        told["name"] = piece_value(own[0]["name"], own[0]["name"].text)
        told |= _of_row(own[0]) if len(own) == 1 else {}
    place = (own or listed)[0]["name"]
    return {
        one: told.get(one) or open_piece(place) for one in ("name", "id_number", "period", "status") if one in columns
    }


def _is_of_a_person(row: Row) -> bool:
    """Whether a row has a name and beside it a number, whole or masked; below 姓名 of one person stand other labels."""
    named = "name" in row and re.fullmatch(LISTED_NAME, row["name"].text) is not None
    if not named or _INSURANCE.search(row["name"].text):
        return False
    return "id_number" in row and _NUMBER.match(row["id_number"].text) is not None


def _of_row(row: Row) -> Values:
    number, status = row.get("id_number"), row.get("status")
    whole = number is not None and id_number_problem(number.text) is None
    return {
        "id_number": piece_value(number, number.text) if number and whole else None,
        "period": _period(row),
        "status": piece_value(status, status.text) if status else None,
    }


def _period(row: Row) -> Value | None:
    """First and last month, in one column or in two."""
    if "period" in row:
        return piece_value(row["period"], parse_period(row["period"].text))
    if "start" not in row or "end" not in row:
        return None
    start, end = parse_month(row["start"].text), parse_month(row["end"].text)
    return piece_value(row["start"], Period(start, end)) if start and end else None

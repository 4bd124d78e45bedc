"""Secondments to enterprises: of one person, or the applicant's own row where a document lists several."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds.columns import open_piece, read_piece, rows_under
from dossier.extract.kinds.commissions import addressee
from dossier.extract.kinds.seeking import (
    COMRADE,
    Values,
    first,
    kept,
    labelled_as,
    only_period,
    org_in,
    period_in,
    prose_of,
    said,
    signing,
    under,
)
from dossier.extract.kinds.whom import about
from dossier.extract.layout import Layout
from dossier.extract.wording import LISTED_NAME, NAME, ORG_END
from dossier.model import Value
from dossier.text.regex import Regex

_UNIT = rf"[㐀-鿿()]{{2,30}}?(?:{ORG_END})"
_SECONDED = Regex(
    rf"(?:选派|派出|派遣|委派|选送)(?:我校|我院|本校)?[㐀-鿿]{{0,10}}?(?:教师|老师|讲师|教授|同志)(?P<v>{NAME})"
    r"(?:同志|老师)?(?=[,(]|到|赴|至|前往|入|进)"
)
_TO_ENTERPRISE = (
    Regex(
        rf"(?:到|赴|至|前往|派驻|入驻|进入)(?P<v>{_UNIT})(?=从事|开展|挂职|工作|担任|任|驻|承担|进行|参加|参与|实践|研修|交流|顶岗|跟岗|技术|,|。|锻炼|服务)"
    ),
)
_HEADS = {
    "name": r"(?:入企|选派|派出|挂职)?(?:教师|人员|同志)?姓名|(?:入企|选派|派出|挂职)(?:教师|人员)",
    "enterprise": r"(?:入企|接收|派驻|派往|入驻|挂职|选派|合作|实践|服务|对口)(?:企业|单位)(?:名称|全称)?"
    r"|企业(?:名称)?",
    "period": r"(?:选派|入企|派驻|挂职|服务|工作|实践)?(?:起止)?(?:期限|时间|年月)",
}
"""Heads of a list of the people who are sent."""
_OFFICE_OF_A_SCHOOL = Regex(
    r"(?<=大学|学院|学校)(?:党委)?(?:组织|人事|人力资源|教务|科研|科技|教师|师资|产教|校企)[㐀-鿿]{0,8}(?:处|部|科|办公室|中心)$"
)
_LEAST = 2
"""People of a list at least."""


def secondment(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    heads = r"(?:入企|选派|派出)?(?:教师|人员)(?:姓名)?|丙方(?:\(.{2,6}\))?"
    prose = prose_of(draft)
    values: Values = {
        "name": about(draft, labelled, found, context, heads, COMRADE, _SECONDED),
        "school": first(labelled_as("school", labelled, found, org_in), _signing_school(draft)),
        "enterprise": first(
            labelled_as("enterprise", labelled, found, org_in),
            said(prose, _TO_ENTERPRISE, org_in),
            addressee(draft) if prose.search(r"(?:到|赴|至|前往|派驻|入驻|进入)贵") else None,
        ),
        "period": first(
            labelled_as("period", labelled, found, period_in),
            under(draft, r"[㐀-鿿]{0,4}(?:起止时间|期限|时间)", period_in),
            only_period(prose),
        ),
    }
    return kept(values) | (_own_row(draft.layouts, context) or {})


def _signing_school(draft: Draft) -> Value | None:
    """The school that signs, where no label names it."""
    unit = signing(draft)[0]
    if unit is None or not unit.known:
        return None
    school = _OFFICE_OF_A_SCHOOL.sub("", str(unit.value))
    return replace(unit, value=school) if re.search(r"(?:大学|学院|学校)$", school) else None


def _own_row(layouts: Sequence[Layout], context: Context) -> dict[str, Value] | None:
    """What a list of several people says of the applicant, never of another; None where the document lists none."""
    rows = [row for row in rows_under(layouts, _HEADS, ("name",)) if "name" in row]
    people = {row["name"].text: row for row in rows if re.fullmatch(LISTED_NAME, row["name"].text)}
    if len(people) < _LEAST:
        return None
    own = next((people[name] for name in context.names if name in people), None)
    if own is None:
        return kept({name: open_piece(rows[0][name]) for name in ("name", "enterprise") if name in rows[0]})
    read = {
        "name": read_piece(own.get("name"), lambda text: text),
        "enterprise": read_piece(own.get("enterprise"), org_in),
        "period": read_piece(own.get("period"), period_in),
    }
    return kept(read)

"""Patents, standards, prizes, projects and licences: what their labels alone do not say."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds.letters import person
from dossier.extract.kinds.licences import beside_or_below, known, left_open, rows_in
from dossier.extract.kinds.seeking import dated, kept, prose_of
from dossier.extract.kinds.signers import signed_off
from dossier.extract.kinds.teams import column_team, labelled_team, team_below
from dossier.extract.layout import Flow, Layout, stacked
from dossier.extract.readers import valued
from dossier.extract.sentences import Prose
from dossier.model import Value
from dossier.text import find_dates, find_periods, normalise

_APPLIED = re.compile(r"受理通知书|申请公布|实质审查|缴纳申请费|申请受理")
_GRANTED = re.compile(r"授权公告|授予专利权|专利权自|办理登记手续")
_PATENT_NUMBER = re.compile(r"(?P<n>(?:ZL)?(?:19|20)\d{2}[1-389]\d{7}\.?[\dX])(?!\d)")
_GAIN = re.compile(
    r"(?P<b>(?:自|累计|共|已|年|每年|实现|带来|为)?[^,。;:\t]{0,12}(?:新增|节约|增收|节支|创造|降低成本|利润|产值|销售收入|税收)[^。;]{0,50}?\d[\d.]*(?:万|亿)?元(?:,[^。;]{0,14}(?:新增|利润|税收|节约)[^。;]{0,16}元)*)"
)
_TORN = 0.6
"""Confidence of a sum whose sentence began before it."""
_STANDARD = re.compile(
    r"(?P<n>(?:DB\d{2}(?:\d{2})?(?:/T)?|T/[A-Z]{2,8}|Q/[A-Z]{2,8}|GB(?:/[TZ])?|[A-Z]{2,3}(?:/T)?)\s?\d{1,6}(?:\.\d+)?-(?:19|20)\d\d)(?!\d)"
)
_ISSUED = re.compile(r"(?P<d>\d{4}-\d\d-\d\d)\s*发布")
_STANDARD_KIND = re.compile(r"标准$|标准化|发布|实施|ICS|CCS|批准|报批|前言|代替")
_PRIZE = re.compile(r"(?P<g>(?:特等|[一二三四]等|金|银|铜|优秀|优胜|提名|入围)奖)")
_ROLE_WORD = (
    r"(?:(?:项目|课题|技术|工程|子课题|专业)(?:总)?(?:负责人|主持人|骨干|组长)|主持人|负责人|参与人|参加人|参加者|参与者|(?:主要)?(?:完成|研究|参与|参加)人员?"
    r"|(?:项目|课题)组?(?:主要)?成员|主要成员|第[一二三四五六七八九十\d]+(?:完成人|参加人|名)|总工程师|项目经理)"
)
_ROLE = re.compile(
    rf"(?:本人作用|担任角色|承担角色|本人角色|个人作用|承担的?角色|所任角色|角色|作用):?(?:[㐀-鿿·]{{2,8}}\()?(?P<r>{_ROLE_WORD})"
)


def _group(prose: Prose, match: re.Match[str] | None, name: str) -> Value | None:
    return prose.value(normalise(match[name]), match.start(name), match.end(name)) if match else None


def _bare(value: Value | None) -> Value | None:
    """A text without the colon that was set apart from its label."""
    if value is None or not isinstance(value.value, str):
        return value
    return replace(value, value=value.value.strip(" :：;；,，"))


def _team(found: Found, name: str, context: Context) -> Value | None:
    team = labelled_team(found.get(name, ()), context.names)
    return team.value() if team else None


def patent(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """A patent's certificate, or a notice that is none yet: an application is not a right (560-5)."""
    prose = prose_of(draft)
    applied, granted = prose.search(_APPLIED), prose.search(_GRANTED)
    stage = applied or granted
    return kept(
        {
            "title": _bare(labelled.get("title")),
            "owner": _bare(labelled.get("owner")),
            "inventors": _team(found, "inventors", context),
            "patent_number": _bare(labelled.get("patent_number"))
            if known(labelled, "patent_number")
            else _group(prose, prose.search(_PATENT_NUMBER), "n"),
            "stage": prose.value("application" if applied else "granted", *stage.span()) if stage else None,
        }
    )


def patent_use(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """The sum a patent's use brought, where the labelled place does not name one."""
    prose = prose_of(draft)
    said = labelled.get("benefit")
    gain = next((value for row in rows_in(draft.layouts) if (value := _gain(row)) is not None), None)
    if said is not None and said.known and re.search(r"\d[\d.]*\s?(?:万|亿)?元", str(said.value)):
        gain = None
    elif said is not None and gain is None and len(str(said.value or "")) < 6:
        gain = replace(said, value=None, confidence=0.0, reason="ambiguous")
    number = None if known(labelled, "patent_number") else _group(prose, prose.search(_PATENT_NUMBER), "n")
    return kept({"benefit": gain, "patent_number": number})


def _gain(row: Flow) -> Value | None:
    match = _GAIN.search(row.text)
    spot = row.spot(*match.span("b")) if match else None
    if match is None or spot is None:
        return None
    whole = match.start("b") == 0 or row.text[match.start("b") - 1] in ",.。;:、\t"
    return valued(normalise(match["b"]), spot, None if whole else min(_TORN, spot.confidence))


def standard(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """A standard: number, name and day of issue from its cover, drafters from its foreword."""
    prose = prose_of(draft)
    issued = prose.search(_ISSUED)
    number = None
    for row in rows_in(draft.layouts[:1]):
        match = _STANDARD.search(row.text)
        spot = row.spot(*match.span("n")) if match else None
        if match and spot and number is None and "代替" not in row.text:
            number = valued(match["n"], spot)
    return kept(
        {
            "title": None if known(labelled, "title") else _standard_title(draft.layouts[0]),
            "standard_number": number or labelled.get("standard_number"),
            "drafters": _team(found, "drafters", context),
            "date": prose.value(find_dates(issued["d"])[0][0], *issued.span("d"))
            if issued and find_dates(issued["d"])
            else None,
        }
    )


def _standard_title(cover: Layout) -> Value | None:
    """The largest Chinese print below the number that does not name the kind of standard."""
    read = []
    for row in cover.flow.rows():
        text, spot = row.prose.text, row.spot()
        if spot and re.fullmatch(r"[㐀-鿿()、\-\d:]{4,50}", text) and not _STANDARD_KIND.search(text):
            read.append((spot.box.height, valued(normalise(text), spot)))
    return max(read, key=lambda item: item[0])[1] if read else None


def award(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """A prize for work or an honour to a person: who is named, by whom, when."""
    prose = prose_of(draft)
    issuer, date = signed_off(draft)
    date = date or dated(draft)
    recipients = _team(found, "recipients", context)
    if recipients is None:
        honoured = person(prose, context)
        recipients = replace(honoured, value=[honoured.value]) if honoured else None
    grade = None if known(labelled, "grade") else _group(prose, prose.search(_PRIZE), "g")
    return kept(
        {
            "recipients": recipients,
            "grade": grade or labelled.get("grade"),
            "issuer": labelled["issuer"] if known(labelled, "issuer") else issuer,
            "date": labelled["date"] if known(labelled, "date") else date,
        }
    )


def project(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """A project or an achievement: who took part, as what, from when to when."""
    prose = prose_of(draft)
    team = (
        column_team(draft.layouts)
        or labelled_team(found.get("members", ()), context.names)
        or team_below(draft.layouts, context.names)
    )
    return kept(
        {
            "title": _title(draft.layouts, _bare(labelled.get("title"))),
            "members": team.value() if team else None,
            "role": _role(draft.layouts, prose, labelled.get("role"), context),
            "period": labelled["period"] if known(labelled, "period") else _period(prose),
        }
    )


def _title(layouts: Sequence[Layout], labelled: Value | None) -> Value | None:
    """The labelled title; where another label stands beside the label, the run below it."""
    if labelled is None or not re.search(r"(?:编号|类别|级别|等级|类型|号码?|日期)$", str(labelled.value or "编号")):
        return labelled
    below = beside_or_below(
        layouts, r"(?:项目|课题|成果|工程)名称", r"(?!.*(?:编号|类别|等级)$)[㐀-鿿A-Za-z0-9()、:-]{6,60}"
    )
    return below or left_open(labelled)


def _role(layouts: Sequence[Layout], prose: Prose, labelled: Value | None, context: Context) -> Value | None:
    """What the applicant was: beside the label, or in the row of the list that has the applicant's name."""
    named = _group(prose, prose.search(_ROLE), "r")
    if named is not None:
        return named
    for row in [*rows_in(layouts), *_table_rows(layouts)]:
        if any(name in row.text for name in context.names):
            match = re.search(_ROLE_WORD, row.text)
            spot = row.spot(*match.span()) if match else None
            if match and spot:
                return valued(match.group(), spot)
    if labelled is not None and labelled.known and not re.search(_ROLE_WORD, str(labelled.value)):
        return replace(labelled, value=None, confidence=0.0, reason="ambiguous")
    return labelled


def _table_rows(layouts: Sequence[Layout]) -> list[Flow]:
    """Each cell and its neighbour to the right, as one run of text."""
    return [
        stacked([cell.flow, right.flow])
        for layout in layouts
        for cell in layout.cells
        if cell.text and (right := layout.right_of(cell)) is not None and right.text
    ]


_TERM = re.compile(
    r"(?:起止(?:时间|日期|年月)|(?:实施|研究|执行|项目|合作|合同)(?:周期|期限|期间|时间|期)|工期|执行期):?"
)


def _period(prose: Prose) -> Value | None:
    for match in _TERM.finditer(prose.text):
        for period, start, end in find_periods(prose.text[match.end() : match.end() + 70]):
            if start <= 40:
                return prose.value(period, match.end() + start, match.end() + end)
    return None

"""Appointments, contracts, moves and the statements of units."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds.appointed import (
    latest_of_several,
    listed_person,
    stands_on_the_list,
    term_said,
    without_annexes,
)
from dossier.extract.kinds.commissions import addressee
from dossier.extract.kinds.seeking import (
    COMRADE,
    Values,
    date_in,
    first,
    kept,
    labelled_as,
    only_period,
    org_in,
    period_in,
    pieces,
    prose_of,
    said,
    signing,
    under,
)
from dossier.extract.kinds.signers import as_headed, is_department
from dossier.extract.kinds.whom import about
from dossier.extract.readers import valued
from dossier.extract.sentences import Prose
from dossier.extract.wording import A_UNIT, NAME
from dossier.model import Period, Value
from dossier.text import find_dates, find_periods
from dossier.text.regex import Regex

_ADDRESSED = Regex(rf"(?:^|[。\d号A-Z书令])(?P<v>{NAME})(?:同志|老师|先生|女士):")
_FROM = (
    Regex(rf"(?:由|从|自)(?:原)?(?P<v>{A_UNIT})(?:调入|调往|调到|调至|流动|转入|调)"),
    Regex(rf"(?:您|你)(?:由|从|自)(?P<v>{A_UNIT})(?:博士|硕士|研究生)?毕业"),
    Regex(
        rf"(?:现|目前|现在|原|原先|此前|之前)(?:受雇|受聘|就职|任职|供职|工作)于(?P<v>{A_UNIT})(?=[,。;()]|工作|任|担任|从事|$)"
    ),
)
_TO = (
    Regex(rf"(?:调入|调往|调到|调至|流动到|转入|录用到|聘用到)(?P<v>{A_UNIT})(?:工作|任|担任|从事|报到|,|。|$)"),
    Regex(
        rf"调(?:(?:你|贵)(?:单位|公司|校|院|局|所|厂))?{NAME}(?:同志)?(?:到|至|去|往)(?P<v>{A_UNIT})(?:工作|任职|,|。|$)"
    ),
    Regex(rf"由(?P<v>{A_UNIT})(?:负责)?与(?:您|你|其)(?:本人)?签订"),
)
_LEAVES_YOU = Regex(
    rf"(?:由|从|自|同意)(?:你|贵)(?:单位|公司|校|院|局|所|厂)|(?:你|贵)(?:单位|公司|校|院|局|所|厂)[㐀-鿿·]{{2,8}}同志"
    rf"|(?:研究|决定|同意|需要),?调{NAME}(?:同志)?(?:到|至|去|往)(?!(?:你|贵)(?:单位|公司|校|院|局|所|厂))"
)
"""What tells that the unit a letter of transfer is addressed to is the one left."""
_COMES_TO_YOU = Regex(r"(?:调入|调到|调至|调往|到|来)(?:你|贵)(?:单位|公司|校|院|局|所|厂|中心|站)")
_PARTIES = (
    Regex(
        rf"甲方(?:\([^()]{{1,8}}\))?[:,]?(?P<v>{A_UNIT})(?:\([^()]{{1,12}}\))?,?(?:与|和|同|、)(?:受聘人员?|职工|员工)?乙方"
    ),
    Regex(rf"(?:^|[,。:书同约])(?P<v>{A_UNIT})\((?:以下)?(?:简?称)?[“\"]?甲方[”\"]?\),?(?:与|和|同|、)"),
)
"""The unit that a contract names in its first sentence: 甲方某某中心与乙方张三于……."""
_TAKES_YOU = Regex(
    r"(?:同意|决定|拟|予以|正式)(?:录用|聘用|聘任|接收|引进)(?:您|你)(?!单位|公司|校|院|局|所|厂)"
    r"|(?:您|你)(?:已)?被(?:我|本)(?:单位|公司|校|院|局|所|厂|中心)?(?:正式)?(?:录用|聘用)"
)
"""What tells that the unit which signs takes on the person a letter is written to."""
_OFFICE = Regex(
    r"(?:(?<=公司|大学|学院|医院|集团|中学|小学)|(?<=[校局院所馆]))"
    r"(?:(?:人力资源|组织人事|行政人事|人事|综合|校长|院长|党政|党委)(?:管理)?(?:部|处|科|办公室)|办公室)$"
)
_POST = Regex(r"\([^()]{0,12}(?:岗位?|[一二三四五六七八九十\d]{1,3}级)\)$")
"""The post in brackets behind a title: 工程师(中级十级)."""
_CALLED = Regex(r"(?P<v>[㐀-鿿()]{2,16})[,，](?:属于?|系|为|即)[^,。;]{0,8}岗位")
"""A post and the clause that says of what sort it is: 博士后研究人员,属专业技术岗位."""
_LEVEL = Regex(r"[一二三四五六七八九十\d]{1,3}级$")
"""The level of a post, which names no title: 专业技术岗位十级."""
_PART = Regex("[㐀-鿿]{2,4}(?:部|处|科|室|股)")
"""A part of a unit, or the second row of its name."""
_CLAUSE = Regex(r"[甲乙丙]方|聘|在|从事|担任|工作")
"""What makes of words about an office a clause, which only may name the title: 乙方受聘在甲方主治医师岗位工作."""


def appointment(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """Who is appointed to what, from when to when, by whom."""
    prose, (unit, date) = prose_of(draft), signing(without_annexes(draft))
    if unit is not None and (is_department(str(unit.value)) or _PART.fullmatch(str(unit.value))):
        unit = _above_tables(draft, found)
    title = context.title_pattern

    def office(text: str) -> str | None:
        bare = _POST.sub("", re.split("[。;]", re.sub(r"\s", "", text))[0].strip(":;,."))
        if (called := _CALLED.fullmatch(bare)) is not None:
            return called["v"]
        if title.fullmatch(bare):
            return bare
        if _CLAUSE.search(bare):
            named = set(title.findall(bare))
            return named.pop() if len(named) == 1 else None
        return bare if re.search(rf"岗位|{_LEVEL.pattern}|职员$", bare) else None

    named = Regex(rf"(?:聘任|聘用|聘请|受聘|聘)[^。;]{{0,40}}?(?:为|担任|任)[^。;,]{{0,16}}?(?P<v>{title.pattern})")
    working = Regex(
        rf"(?:聘任|聘用|受聘)[^。;]{{0,20}}?(?:在|从事)[^。;,]{{0,16}}?(?P<v>{title.pattern})(?:\)|\([^()]{{1,14}}\))?(?:岗位|工作|职务)"
    )
    runs = ((flow.prose.text, spot) for layout in draft.layouts for flow, spot in pieces(layout))
    alone = [run for run in runs if title.fullmatch(run[0])]
    listed_as = listed_person(draft.layouts, prose, office, context)
    signs = None if listed_as is not None and stands_on_the_list(unit, draft.layouts) else as_headed(unit, draft)
    post = labelled_as("title", labelled, found, office)
    values: Values = {
        "name": about(draft, labelled, found, context, r"姓名|受聘人员?|聘任人员", _ADDRESSED, COMRADE),
        "title": first(
            None if post is None or _LEVEL.search(str(post.value)) else post,
            under(draft, r"(?:聘任|受聘|聘用)(?:专业技术)?(?:职务|岗位|职称)", office),
            said(prose, (named, working)),
            valued(*alone[0]) if len({text for text, _ in alone}) == 1 else None,
            post,
        ),
        "period": first(labelled_as("period", labelled, found, period_in), only_period(prose), term_said(prose)),
        "employer": _whole(
            first(
                _appointing(labelled, found, listed_as is not None and unit is not None),
                said(prose, _PARTIES, org_in),
                signs,
            )
        ),
        "date": first(date, labelled_as("date", labelled, found, date_in), _day_alone(draft)),
    }
    latest = latest_of_several(draft.layouts, office)
    return kept(values) | latest | kept(listed_as or {})


def _appointing(labelled: Mapping[str, Value], found: Found, listed: bool) -> Value | None:
    """The unit that appoints, before the one in whose midst one works: 聘任单位 beside 所在单位.

    `listed`: the document lists several people, so other labels head the column of theirs.
    """
    places = found.get("employer", [])
    surest = {"employer": [place for place in places if re.search("[聘用]|甲方|填报|呈报", place[1].label)]}
    own = labelled_as("employer", {}, surest, org_in)
    return own if listed else first(own, labelled_as("employer", labelled, found, org_in))


def _above_tables(draft: Draft, found: Found) -> Value | None:
    """The unit that a label above all tables names, as the form of a whole unit does: 单位：某某公司."""
    tops = {id(layout): min((cell.box.y0 for cell in layout.cells), default=0.0) for layout in draft.layouts}
    for layout, candidate in found.get("employer", ()):
        unit = org_in(candidate.flow.prose.text) if candidate.flow is not None else None
        spot = candidate.flow.spot() if candidate.flow is not None else None
        if unit is not None and spot is not None and spot.box.y1 < tops[id(layout)]:
            return valued(unit, spot)
    return None


def _day_alone(draft: Draft) -> Value | None:
    """The one day that stands by itself outside all tables."""
    found = {}
    for run in (run for layout in draft.layouts for row in layout.rows for run in row.runs()):
        days, spot = find_dates(run.prose.text), run.spot()
        if spot is not None and len(days) == 1 and days[0][1:] == (0, len(run.prose.text)) and len(days[0][0]) == 10:
            found[days[0][0]] = spot
    return valued(*found.popitem()) if len(found) == 1 else None


def _whole(unit: Value | None) -> Value | None:
    """The unit, where its personnel office signs for it."""
    if unit is None or not isinstance(unit.value, str):
        return unit
    return replace(unit, value=_OFFICE.sub("", unit.value))


def employment_contract(
    draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context
) -> Mapping[str, Value]:
    values: Values = {
        "name": about(draft, labelled, found, context, r"劳动者(?:姓名)?|乙方(?:\(.{2,6}\))?(?:姓名)?|员工姓名"),
        "employer": first(
            labelled_as("employer", labelled, found, org_in),
            under(draft, r"用人单位(?:名称)?|甲方(?:\(.{2,6}\))?(?:名称)?", org_in),
        ),
        "period": first(
            labelled_as("period", labelled, found, period_in),
            only_period(prose_of(draft)),
            _without_probation(prose_of(draft)),
            _open_ended(prose_of(draft)),
        ),
    }
    return kept(values)


def _without_probation(prose: Prose) -> Value | None:
    """The one period a contract speaks of besides its 试用期."""
    found = [one for one in find_periods(prose.text) if "试用期" not in prose.text[max(0, one[1] - 12) : one[1]]]
    return prose.value(*found[0]) if len({period for period, _, _ in found}) == 1 else None


def _open_ended(prose: Prose) -> Value | None:
    """无固定期限……自2020年3月1日起, 自……至法定终止条件出现时止: a contract without an end."""
    until = re.search(r"(?:自|从)(?P<day>[^,。;至]{8,12})起?,?至(?:法定|法律)[^。;]{0,10}(?:终止|解除)", prose.text)
    begun = find_dates(until["day"]) if until else []
    if until is not None and begun:
        return prose.value(Period(begun[0][0], "长期"), *until.span("day"))
    found = [
        (prose.text[match.start() :], match)
        for match in re.finditer(r"无固定期限", prose.text)
        if re.match(r"[^。;]{0,24}?(?:自|从)", prose.text[match.end() :])
    ]
    for text, match in found:
        dates = find_dates(re.match(r"[^。;]*", text).group())  # type: ignore[union-attr]
        if len(dates) == 1:
            iso, start, end = dates[0]
            return prose.value(Period(iso, "长期"), match.start() + start, match.start() + end)
    return None


def mobility(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    prose = prose_of(draft)
    values: Values = {
        "name": about(draft, labelled, found, context, r"(?:人员)?姓名|(?:调动|录用|聘用)人员?", COMRADE),
        "from": first(
            labelled_as("from", labelled, found, org_in),
            under(draft, r"(?:原(?:工作|所在)?|调出)单位(?:\(.{2,6}\))?", org_in),
            said(prose, _FROM, org_in),
            addressee(draft) if prose.search(_LEAVES_YOU) else None,
        ),
        "to": first(
            labelled_as("to", labelled, found, org_in),
            under(draft, r"(?:现|拟?调入|接收|录用|聘用)单位(?:\(.{2,6}\))?", org_in),
            said(prose, _TO, org_in),
            addressee(draft) if prose.search(_COMES_TO_YOU) and not prose.search(_LEAVES_YOU) else None,
            signing(draft)[0] if prose.search(_TAKES_YOU) else None,
        ),
        "date": first(signing(draft)[1], labelled_as("date", labelled, found, date_in)),
    }
    left, entered = values["from"], values["to"]
    if left is not None and entered is not None and left.known and left.value == entered.value:
        values["from"] = None
    return kept(values)

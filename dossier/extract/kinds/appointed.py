"""Decisions that appoint several people: the applicant's own row of the list, never another's name or title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from dossier.extract.context import Context
from dossier.extract.group import Draft
from dossier.extract.kinds.columns import bands, pieces, read_piece, rows_under
from dossier.extract.kinds.seeking import Reading, Values, period_in
from dossier.extract.layout import Layout
from dossier.extract.readers import unknown
from dossier.extract.sentences import Prose
from dossier.extract.wording import LISTED_NAME, NAME
from dossier.model import Period, Value
from dossier.text import find_periods
from dossier.text.regex import Regex

_AND_MORE = rf"{NAME}等(?:\d{{1,3}}|[一二三四五六七八九十]{{1,3}})?(?:名|位|人)?(?:同志|教师|老师|职工|人员|人)"
"""张三等五名同志."""
_SEVERAL = Regex(
    r"(?:聘任?用?|任命|任职)[^。;]{0,24}?(?:(?:[下上前后]列|[以如]下|[上下]述)(?:同志|人员|教师|\d+[名位人])"
    rf"|{_AND_MORE}"
    rf"|{NAME}(?:、{NAME})+)"
    r"|(?:[下上前后]列|[以如]下|[上下]述)(?:同志|人员|教师|老师|职工|员工|\d+[名位人])[^。;:]{0,20}?(?:聘[任用请期]?|任命|任职)"
    rf"|{_AND_MORE}?[^。;]{{0,16}}(?:聘任?用?|任命|任职)"
    rf"|{NAME}(?:、{NAME})*(?:同志)?(?:任|为)[^。;]{{2,24}}[;。]{NAME}(?:、{NAME})*(?:同志)?(?:任|为)"
    rf"|(?:聘任?|聘用){NAME}[^。;]{{0,40}}?为[^。;]{{2,24}}?[,;](?:[续改新]?聘任?|聘用)?{NAME}[^。;]{{0,40}}?为"
    r"|(?:聘任|聘用|受聘|任职)(?:人员|同志|教师)?(?:名单|一览表|花名册|情况表)"
)
"""What tells that more than one person is appointed, by name or on a list."""
_NAMES = r"(?:受聘|聘任|聘用|拟聘)?(?:人员|人|者|教师)?姓名|受聘人员?|聘任人员|聘用人员"
_OFFICES = (
    r"(?:拟|现|受|所)?聘(?:任|用)?(?:的)?(?:专业)?(?:技术)?(?:职务|岗位|职称)(?:名称|及等级|及级别|等级)?",
    r"(?:专业)?(?:技术)?(?:职务|岗位|职称)(?:名称|及等级|及级别|等级)?|担任职务|任职资格",
)
"""Heads of the column of what people are appointed to, the surest first."""
_TERM = r"(?:聘任|聘用|受聘|任职)?(?:期限|聘期|任期|起止(?:时间|年月|日期)|时间)"
_TERM_SAID = Regex(
    r"(?:聘任|聘用|受聘|本次聘|岗位聘用|合同)?(?:聘期|任期|期限|合同期|时间)(?:为|共|是)?"
    r"(?:[\d一二两三四五六七八九十]{1,2}年(?:零?[\d一二两三四五六七八九十]{1,2}个月)?)?[,(:]?(?=[自从为是:,(\d一二])"
)
_COUNTED = r"(?:等)?(?:\d{1,3}|[一二两三四五六七八九十]{1,3})?(?:[名位人](?:同志|教师|老师|职工)?|同志|教师|老师)?"
"""Behind the last of several names: 三名同志, 等5人."""
_LEAST = 2
"""People of a list at least."""
_OF_GROUP = (
    r"(?:专业技术)?(?:职务|岗位|资格)?(?:的)?(?:\(?共?(?:计)?[\d一二三四五六七八九十]+[人名位]\)?)?:?"
    rf"(?:{LISTED_NAME}(?:\([^()]{{1,12}}\))?[、,;]*)*"
)
"""Between the title of a group and one of its people: 副教授（3人）：张三、李四."""


def listed_person(layouts: Sequence[Layout], prose: Prose, office: Reading, context: Context) -> Values | None:
    """Name, title and period of the applicant on a list of people appointed; None where the document lists none.

    `office`: a run of text → the title it names. What the list does not tell of the applicant is open.
    """
    rows = list(rows_under(layouts, {"name": _NAMES, "title": _OFFICES[0], "term": _TERM}, ("name",)))
    people = {row["name"].text for row in rows if "name" in row and re.fullmatch(LISTED_NAME, row["name"].text)}
    speaks = prose.search(_SEVERAL)
    if speaks is None and len(people) < _LEAST:
        return None
    open_at = prose.spot(*speaks.span()) if speaks else rows[0]["name"].spot
    nothing = unknown("ambiguous", open_at.file, open_at.page, open_at.box, open_at.text) if open_at else None
    name = next((name for name in context.names if name in prose.text), None)
    if name is None:
        return {"name": nothing, "title": nothing}
    at = prose.text.rfind(name)
    own = next((row for row in rows if "name" in row and row["name"].text == name), {})

    def title(text: str) -> object | None:
        """No grade of a post, where another column is that of titles."""
        return office(text) if "title" not in own or context.title_pattern.search(text) else None

    return {
        "name": prose.value(name, at, at + len(name)),
        "title": read_piece(own.get("title"), office)
        or _beside(layouts, name, title)
        or _of_group(prose, name, context)
        or (_of_all(prose, office, context) if "title" not in own else None)
        or nothing,
        "period": read_piece(own.get("term"), period_in),
    }


def without_annexes(draft: Draft) -> Draft:
    """The decision itself, which is signed before its annexes; the whole where it has none of their own pages."""
    annex = next(
        (
            index
            for index, layout in enumerate(draft.layouts)
            if index and any(re.match(r"附(?:件|表)", row.prose.text) for row in layout.rows[:2])
        ),
        len(draft.layouts),
    )
    return replace(draft, layouts=draft.layouts[:annex])


def latest_of_several(layouts: Sequence[Layout], office: Reading) -> dict[str, Value]:
    """Title and period of the latest appointment where a table lists those of one person, one a row."""
    heads = {"name": _NAMES, "title": _OFFICES[0], "term": _TERM}
    rows = [row for row in rows_under(layouts, heads, ("title", "term")) if "name" not in row]
    read = [(read_piece(row.get("title"), office), read_piece(row.get("term"), period_in)) for row in rows]
    dated = [(title, term) for title, term in read if title is not None and term is not None]
    if len(dated) < _LEAST:
        return {}
    title, term = max(dated, key=lambda one: str(one[1].value.end) if isinstance(one[1].value, Period) else "")
    return {"title": title, "period": term}


def _beside(layouts: Sequence[Layout], name: str, office: Reading) -> Value | None:
    """The one title between the person's name and the next person's on the same row."""
    for layout in layouts:
        for band in bands(pieces(layout)):
            at = next((index for index, piece in enumerate(band) if piece.text == name), None)
            if at is None:
                continue
            own = takewhile(lambda piece: office(piece.text) or not re.fullmatch(NAME, piece.text), band[at + 1 :])
            titles = [value for piece in own if (value := read_piece(piece, office)) is not None]
            if len({value.value for value in titles}) == 1:
                return titles[0]
    return None


def stands_on_the_list(unit: Value | None, layouts: Sequence[Layout]) -> bool:
    """Whether a unit is the one in whose midst someone works, on that person's row of a list."""
    return unit is not None and any(
        any(piece.text == unit.value for piece in band) and any(re.fullmatch(NAME, piece.text) for piece in band)
        for layout in layouts
        for band in bands(pieces(layout))
    )


def _of_group(prose: Prose, name: str, context: Context) -> Value | None:
    """聘任为副教授：张三、李四; 张三为讲师, 李四为助教: what stands before a group of names or right behind one."""
    title = context.title_pattern.pattern
    behind = (
        rf"{re.escape(name)}(?:同志)?(?:[(,][^()。;、]{{0,20}}[),])?,?(?:聘任?|担任|任)?(?:为|任)?[:,]?"
        rf"(?P<v>{title})(?:职务|岗位|[、,;。()]|$)"
    )
    bracket = r"(?:\([^()]{1,20}\))?"
    others = rf"{bracket}(?:(?:[、,和及]{LISTED_NAME}|(?<=\)){NAME}){bracket})*"
    together = rf"{re.escape(name)}{others}{_COUNTED}(?:担任|为|任)(?P<v>{title})"
    for found in (
        [(match["v"], match.span("v")) for match in re.finditer(behind, prose.text)],
        [(match["v"], match.span("v")) for match in re.finditer(rf"{re.escape(name)}\((?P<v>{title})\)", prose.text)],
        list(_before_group(prose.text, name, context)),
        [(match["v"], match.span("v")) for match in re.finditer(together, prose.text)],
    ):
        if len({value for value, _ in found}) == 1:
            return prose.value(found[0][0], *found[0][1])
    return None


def _before_group(text: str, name: str, context: Context) -> Iterator[tuple[str, tuple[int, int]]]:
    """The nearest title before a name where only other names stand between."""
    titles = list(context.title_pattern.finditer(text))
    for at in re.finditer(rf"{re.escape(name)}(?=[、,;。\s(]|同志|[聘任]期|{NAME}|$)", text):
        nearest = max((one for one in titles if one.end() <= at.start()), key=lambda one: one.end(), default=None)
        if nearest is not None and re.fullmatch(_OF_GROUP, text[nearest.end() : at.start()]):
            yield nearest.group(), nearest.span()


def _of_all(prose: Prose, office: Reading, context: Context) -> Value | None:
    """The only title the whole document speaks of."""
    found = {match.group(): match for match in context.title_pattern.finditer(prose.text)}
    if len(found) != 1:
        return None
    match = next(iter(found.values()))
    return prose.value(match.group(), *match.span()) if office(match.group()) is not None else None


def term_said(prose: Prose) -> Value | None:
    """The one period that a sentence calls the term, beside others of which it speaks: 聘期自2018年1月1日至……."""
    found = [
        (period, match.end() + start, match.end() + end)
        for match in _TERM_SAID.finditer(prose.text)
        for period, start, end in find_periods(prose.text[match.end() : match.end() + 40])
        if not prose.text[match.end() : match.end() + start].strip("自从为是:,(")
    ]
    return prose.value(*found[0]) if len({period for period, _, _ in found}) == 1 else None

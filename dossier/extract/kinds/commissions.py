"""Letters by which a unit commissions a committee or an authority recommends: to whom, for whom, in what series."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds.columns import Piece, bands
from dossier.extract.kinds.sealing import COMPLETED, settled_by_seal
from dossier.extract.kinds.seeking import (
    Values,
    date_in,
    first,
    kept,
    labelled_as,
    listed,
    name_in,
    org_in,
    pieces,
    prose_of,
    said,
    signing,
)
from dossier.extract.kinds.whom import known_person, whole_known
from dossier.extract.layout import Spot
from dossier.extract.readers import valued
from dossier.extract.sentences import Prose, is_addressed
from dossier.extract.signing import sealed
from dossier.extract.wording import NAME, ORG_END
from dossier.model import Value
from dossier.text import fold_org
from dossier.text.regex import Regex

_SPLIT = Regex(r"[、,;\s]+|(?:等\d+[人名]|同志)")
_NUMBER = Regex(r"^(?:(?:编|文|函|发文字)号:?)?(?P<v>[㐀-鿿]{1,10}[〔\[(]20\d\d[〕\])]第?\d{1,5}号)$")
_TO = Regex(r"(?P<v>[㐀-鿿()]{4,40}):")
_COMMITTEE = Regex(r"(?P<v>(?!送|致|呈|主送|抄)[㐀-鿿]{4,30}(?<!何处)(?:评审委员会|评委会)(?:办公室)?)")
"""Whom such letters are addressed to."""
_LISTED = (
    Regex(rf"(?P<v>{NAME}(?:、{NAME})*)(?:等)?(?:\d{{1,3}}|[一二两三四五六七八九十]{{1,3}})?(?:名|位|人)?同志"),
    Regex(
        rf"(?:评审|推荐|委托)(?P<v>{NAME}(?:、{NAME})+)(?:等)?(?:\d{{1,3}}|[一二两三四五六七八九十]{{1,3}})(?:名|位|人)"
    ),
    Regex(rf"(?:委托|推荐|现有|兹有)(?P<v>{NAME}(?:、{NAME})*)(?:等\d+[人名]|申报|参加|,)"),
    Regex(rf"(?:下列|以下|如下)(?:人员|同志|职工)[^。:]{{0,16}}:(?P<v>{NAME}(?:、{NAME})*)(?=[,(。;])"),
    Regex(
        rf"(?:{ORG_END}|馆员|(?<!老)师|教授|研究员)(?P<v>{NAME}(?:、{NAME})*)(?:等|共|合计)?(?:\d{{1,3}}|[一二三四五六七八九十]{{1,3}})(?:名|位|人)"
    ),
)
_ANNEX = Regex("名单(?:附后|另附|见附)|(?:见附件|附件|后附|附)[^。]{0,16}名单")
_OFFICE_CUT = Regex(r"(?P<place>[㐀-鿿]{1,8}[省市县区])人力资源和社(?:会(?:保障?)?)?")
_PIECE = 6
"""Letters of a unit's name from which it may be whole though another one has it within."""
_NOT_ALL = 0.8
"""Confidence at most of names that may not be all of them."""
_SERIES = (
    Regex(r"(?:申报|评审|职称|专业)?系列:?(?P<v>[㐀-鿿()]{2,12}系列)"),
    Regex(
        r"(?:委托|评审|申报|推荐|参加)(?P<v>(?!系列|委托|评审|申报|参加|代为)"
        r"(?:(?!委托|评审|申报|贵|你|我|的|函|省|市)[㐀-鿿()]){2,12}?系列)"
    ),
    Regex(
        r"的(?P<v>[㐀-鿿]{2,10}系列)(?=[㐀-鿿]{0,12}(?:正高级|副高级|高级|中级|初级)(?:专业技术)?(?:职称|职务|资格))"
    ),
    Regex(r",(?P<v>(?!本|该|各)[㐀-鿿]{2,8}系列)(?=[㐀-鿿]{0,12}专业)"),
    Regex(
        r"(?:组建|组织|设立|设置|成立|没有|尚无|未设|具备)(?:有)?(?P<v>(?!本|该|各)[㐀-鿿]{2,10}系列)"
        r"(?=[^,。;]{0,14}(?:评审委员会|评委会))"
    ),
)
_LEVEL = (
    Regex(r"(?:层级|级别):?(?P<v>正高级|副高级|高级|中级|初级)"),
    Regex(
        r"系列(?:[^,。;]{0,14}?专业)?(?P<v>正高级|副高级|高级|中级|初级)(?:\([^()]{2,14}\))?(?:专业技术)?"
        r"(?:职称|职务|任职|资格|评审)(?!评审委|评委|委员会)"
    ),
    Regex(r"专业,?申报(?P<v>正高级|副高级|高级|中级|初级)(?:职称|职务|任职资格)"),
    Regex(r"(?:同志|[名位人])的(?P<v>正高级|副高级)[㐀-鿿]{2,6}(?:职称|职务|任职资格)"),
)


def commission_letter(
    draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context
) -> Mapping[str, Value]:
    """Who commissions whom to review whom, in what series and level."""
    prose = prose_of(draft)
    return kept(
        _letter(draft, labelled, found, prose, context)
        | sealed(draft.layouts)
        | {
            "document_number": first(_number(draft), labelled.get("document_number")),
            "series": first(said(prose, _SERIES), labelled.get("series")),
            "level": first(said(prose, _LEVEL), labelled.get("level")),
        }
    )


def _number(draft: Draft) -> Value | None:
    """A letter's number, alone on its run: 人资函〔2025〕14号."""
    for layout in draft.layouts:
        for flow, spot in pieces(layout):
            match = _NUMBER.search(flow.prose.text)
            if match is not None:
                return valued(match["v"], spot)
    return None


def authority_recommendation(
    draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context
) -> Mapping[str, Value]:
    values = _letter(draft, labelled, found, prose_of(draft), context)
    return kept(values | {"sealed": sealed(draft.layouts)["sealed"]})


def _letter(draft: Draft, labelled: Mapping[str, Value], found: Found, prose: Prose, context: Context) -> Values:
    unit, date = signing(draft)
    return {
        "issuer": settled_by_seal(
            first(labelled_as("issuer", labelled, found, org_in), _whole(unit, _letterhead(draft)), _cut_office(draft)),
            draft,
        ),
        "addressee": first(labelled_as("addressee", labelled, found, org_in), addressee(draft)),
        "names": _names(draft, found, prose, context) or _beside_titles(draft, context) or _known_alone(prose, context),
        "date": first(date, labelled_as("date", labelled, found, date_in)),
    }


def _whole(unit: Value | None, head: Value | None) -> Value | None:
    """The unit that signs; the one that heads the letter where a seal left no more of the other than a piece of it."""
    if unit is None or not unit.known or head is None:
        return first(unit, head)
    piece, whole = fold_org(str(unit.value)), fold_org(str(head.value))
    return head if len(piece) < _PIECE and piece != whole and piece in whole else unit


def _cut_office(draft: Draft) -> Value | None:
    """The office of a place whose name a seal cuts off within words that are everywhere the same."""
    for flow, spot in reversed(list(pieces(draft.layouts[-1]))):
        cut = _OFFICE_CUT.fullmatch(flow.prose.text)
        if cut is not None:
            whole = f"{cut['place']}人力资源和社会保障{'厅' if cut['place'].endswith('省') else '局'}"
            return valued(whole, spot, min(COMPLETED, spot.confidence))
    return None


def _letterhead(draft: Draft) -> Value | None:
    """The unit whose name heads the letter; one with a colon behind it is whom the letter is to."""
    for flow, spot in list(pieces(draft.layouts[0]))[:2]:
        unit = org_in(re.sub(r"(?:公函|便函|文件)$", "", flow.prose.text))
        if unit is not None and not is_addressed(flow.prose.text):
            return valued(unit, spot)
    return None


def addressee(draft: Draft) -> Value | None:
    """The unit a letter is addressed to: a row or run that ends with a colon, else one that names a committee."""
    whole = [row for layout in draft.layouts for row in layout.flow.rows()]
    rows = [part for row in whole for part in (row, *row.runs())]
    for pattern in (_TO, _COMMITTEE):
        for row in rows:
            match = pattern.fullmatch(row.prose.text)
            unit, spot = (org_in(match["v"]) if match else None), row.spot()
            if unit is not None and spot is not None:
                return valued(unit, spot)
    return None


def _names(draft: Draft, found: Found, prose: Prose, context: Context) -> Value | None:
    """All names under the head of a list, else behind a label, else before 同志."""
    column = listed(_column(draft))
    if column is not None:
        return column
    for _, candidate in found.get("names", ()):
        spot = candidate.flow.spot() if candidate.flow is not None else None
        if candidate.flow is None or spot is None:
            continue
        named = _split(candidate.flow.text.strip().split("\t")[0])
        if named:
            return _whole_list(listed((name, spot) for name in named), prose)
    return _told(prose, context)


def _told(prose: Prose, context: Context) -> Value | None:
    """The first names that a sentence tells; where a later one names more people besides, all of those."""
    chosen: list[str] = []
    at: Spot | None = None
    for pattern in _LISTED:
        for match in pattern.finditer(prose.text):
            start, end = whole_known(prose.text, *match.span("v"), context.names)
            names, spot = _split(prose.text[start:end]), prose.spot(start, end)
            if spot is not None and len(names) > len(chosen) and {*chosen} <= {*names}:
                chosen, at = names, spot
    return _whole_list(listed((name, at) for name in chosen), prose) if at is not None else None


def _known_alone(prose: Prose, context: Context) -> Value | None:
    """The person the dossier knows, before 同志 or behind a colon, where the letter names nobody else.

    An uncommon surname makes no name by itself.
    """
    known = known_person(prose, context)
    name = re.escape(str(known.value)) if known is not None else ""
    named = rf"{name}(?:等[^,。]{{1,8}})?(?:同志|老师)|(?:下列|以下)(?:人员|同志|职工)[^。:]{{0,16}}:{name}(?=[,(。;])"
    if known is None or not re.search(named, prose.text):
        return None
    return _whole_list(replace(known, value=[known.value]), prose)


def _beside_titles(draft: Draft, context: Context) -> Value | None:
    """The people of a table without heads, a row each: a name, a unit and the title applied for.

    Not sure to be all where a row has no name that can be read.
    """
    people: list[tuple[str, Spot]] = []
    unread = False
    for layout in draft.layouts:
        rows = bands(Piece(cell.flow, cell.box) for cell in layout.cells if cell.text)
        for row in [row for row in rows if any(context.title_pattern.fullmatch(piece.text) for piece in row)]:
            untitled = [piece for piece in row if not context.title_pattern.fullmatch(piece.text)]
            named = [(one.text, one.spot) for one in untitled if one.text in context.names or name_in(one.text)]
            people += [(name, spot) for name, spot in named if spot is not None][:1]
            unread = unread or len(named) != 1
    names = listed(people)
    return replace(names, confidence=min(names.confidence, _NOT_ALL)) if names is not None and unread else names


def _whole_list(names: Value | None, prose: Prose) -> Value | None:
    """The names, not sure to be all where the letter speaks of more people or of a list: 张三等5名同志（名单附后）."""
    if names is None:
        return None
    counted = max((int(number) for number in re.findall(r"等(\d{1,3})(?:名|人|位)", prose.text)), default=0)
    more = counted > len(names.value) or _ANNEX.search(prose.text)
    return replace(names, confidence=min(names.confidence, _NOT_ALL)) if more else names


def _split(text: str) -> list[str]:
    """The names in 甲、乙、丙; none if any part is no name."""
    parts = [part for part in _SPLIT.split(text) if part]
    names = [name for part in parts if (name := name_in(part)) is not None]
    return names if len(names) == len(parts) else []


def _column(draft: Draft) -> Iterator[tuple[str, Spot]]:
    """Names below a head 姓名, down to the first row that holds none."""
    for layout in draft.layouts:
        runs = list(pieces(layout))
        for part, head in runs:
            if part.prose.text not in ("姓名", "人员姓名", "申报人姓名", "申报人员"):
                continue
            bottom = head.box.y1
            for flow, spot in runs:
                near = 0 < spot.box.y0 - bottom < 6 * head.box.height and abs(spot.box.cx - head.box.cx) < 34
                name = name_in(flow.text) if near else None
                if name is not None:
                    bottom = spot.box.y1
                    yield name, spot

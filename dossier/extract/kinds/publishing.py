"""Papers and books: title, authors, where and when they came out, and which of their parts are there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from dossier.extract.context import Context
from dossier.extract.covers import is_cover_of
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds.acceptance import LETTER_HOUSE, LETTER_TITLE, addressed
from dossier.extract.kinds.bylines import title_and_byline
from dossier.extract.kinds.columns import listed
from dossier.extract.kinds.contents import entry_of
from dossier.extract.kinds.hits import title_and_authors
from dossier.extract.kinds.journals import journal
from dossier.extract.kinds.seeking import first, kept, prose_of, said
from dossier.extract.kinds.teams import Team, is_doubtful, labelled_team, longest, read_team
from dossier.extract.kinds.works import whole_title
from dossier.extract.layout import Flow, Layout
from dossier.extract.listed import listed_title
from dossier.extract.parts import parts_of
from dossier.extract.persons import UNSURE, as_known
from dossier.extract.publication import ONCE, issns
from dossier.extract.readers import valued
from dossier.extract.sentences import Prose
from dossier.model import Value
from dossier.text import issn_problem, normalise, parse_month
from dossier.text.regex import Regex

_PUBLISHED = Regex(
    r"(?:出版(?:日期|时间|年月)|发表(?:时间|日期)|刊期):?(?P<d>\d{4}[年./-]\d{1,2}月?)|(?P<e>\d{4}年\d{1,2}月)出版"
)
_Finder = Callable[[str, str], Iterable[re.Match[str]]]
_IN_HEAD = Regex(
    r"(?<!(?:检索|打印|下载|查询|导出|截图)(?:日期|时间):)(?P<d>\d{4}年\d{1,2}月)|No\.?\d{1,2}(?P<e>\d{4}\.\d{2})"
)
_ISSUED = Regex(
    r"(?P<y>(?:19|20)\d\d|[一二][〇○零一二三四五六七八九]{3})年第[\d一二三四五六七八九十]{1,3}期[(,]?"
    r"(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2})月(?:[\d一二三四五六七八九十]{1,3}日)?(?:出版|出刊)"
)
"""An issue's number between its year and its day: 2023年第6期(6月15日出版)."""
_MONTHLY = Regex(r"(?:刊期|出版周期|出版频率)[:为]?月刊|\(月刊\)")
_NUMBERED = Regex(r"(?P<y>(?:19|20)\d\d)年?,?第(?P<m>\d{1,2})期")
_COUNTED = 0.8
"""Confidence at most of a month counted from the number of an issue."""
_CN = Regex(r"CN[:\s]*(?P<n>\d{2}-\d{4}(?:/(?:[A-Z]{1,2}|0)\d{0,3})?)")
_ISBN = Regex(r"[I1l]SBN:?[-]?(?P<n>97[89](?:-?\d){10}|\d(?:-?\d){8}-?[\dXx])")
_CIP = Regex(r"数据(?P<t>[^/。.]{2,60}?)/(?P<a>[^.。/]{2,60}?)(?:等)?(?P<r>编著|主编|著|编|译)[.。,—一]")
_CREDITED = Regex(r"(?:著|主编|编)[,.。—一]")
_EDITION = Regex(
    r"(?:版次|出版(?:日期|时间|年月)):?(?P<d>\d{4}[年.]\d{1,2}月?)|(?P<e>\d{4}年\d{1,2}月)(?:第[\d一二三]版|出版)"
)
_MIXED = Regex(r"[;；].+[;；]|[;；][㐀-鿿]{2,3}$")
"""Names parted by semicolons: the next column of a list of search results."""
_NO_TITLE = Regex(r"(?:^|出版)社|(?:19|20)\d\d\.\d|[I1l]SBN")
"""What a row of cataloguing data holds, and a title of a book does not."""


def paper(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """A paper in a journal: its own first page says title and authors, cover and imprint say the rest."""
    prose = prose_of(draft)
    title, byline = title_and_byline(draft.layouts, context)
    if byline is None:
        title, byline = title_and_authors(draft.layouts, context.names) or (None, None)
    known = byline.names if byline else context.names
    team = byline or labelled_team(found.get("authors", ()), known)
    parts = {part for layout in draft.layouts for part in parts_of("paper", layout)}
    letter = "acceptance_letter" in parts
    if letter:
        title = title or said(prose, (LETTER_TITLE,))
        team = team or addressed(draft.layouts, context)
    if title is None or team is None:
        entry = entry_of(draft.layouts, context.names)
        title, team = (title or entry[0], team or entry[1]) if entry is not None else (title, team)
    values: dict[str, Value | None] = {
        "title": whole_title(_agreed(title, labelled.get("title"))),
        "authors": team.value() if team else None,
        "journal": (said(prose, LETTER_HOUSE) if letter else None)
        or journal(prose, draft.layouts, labelled.get("journal")),
        "issn": _number(draft.layouts, issns, labelled.get("issn")),
        "cn": _with_class(_number(draft.layouts, lambda text, _: _CN.finditer(text), labelled.get("cn"))),
        "published": first(
            _issued(prose)
            or _month(prose, labelled.get("published"), _PUBLISHED, *([_IN_HEAD] if parts != {"index"} else [])),
            _by_its_number(prose),
        ),
        "parts": _parts(draft),
    }
    return kept(values)


def _with_class(number: Value | None) -> Value | None:
    """A periodical's number, whose class behind the stroke is a letter: 14-1355/O6 for 14-1355/06."""
    return (
        replace(number, value=str(number.value).replace("/0", "/O")) if number is not None and number.known else number
    )


def book(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """A book: the cataloguing data of its copyright page say title and authors."""
    prose = prose_of(draft)
    cip = next((match for match in _CIP.finditer(prose.text) if not _CREDITED.search(match["t"])), None)
    team = longest([team for row in _rows(draft.layouts) if (team := _credited(row, context)) is not None])
    title = prose.value(cip["t"], cip.start("t"), cip.end("t")) if cip else _repeated_title(draft.layouts, prose)
    values: dict[str, Value | None] = {
        "title": labelled["title"] if _plausible(labelled.get("title")) else _spelled(title),
        "authors": _authors_of_book(prose, cip, team, _editors(found, context), context),
        "isbn": _isbn(prose),
        "published": _month(prose, None, _EDITION),
        "parts": _parts(draft),
    }
    return kept(values)


def _agreed(printed: Value | None, labelled: Value | None) -> Value | None:
    """The title above the authors; a labelled one alone is unsure where rows beside one another ran into it."""
    if printed is not None:
        return printed
    if labelled is None or not _plausible(labelled):
        return None
    return (
        replace(labelled, confidence=min(labelled.confidence, UNSURE))
        if _MIXED.search(str(labelled.value))
        else labelled
    )


def _plausible(value: Value | None) -> bool:
    return value is not None and value.known and len(str(value.value)) >= 4


def _spelled(value: Value | None) -> Value | None:
    if value is None:
        return None
    unsure = min(UNSURE, value.confidence) if _NO_TITLE.search(str(value.value)) else value.confidence
    return replace(value, value=normalise(str(value.value)), confidence=unsure)


def _rows(layouts: Sequence[Layout]) -> list[Flow]:
    return [row for layout in layouts for row in layout.flow.rows()]


def _number(layouts: Sequence[Layout], numbers: _Finder, labelled: Value | None) -> Value | None:
    """The number printed most often, before all an ISSN whose check digit is right; without one it is left open."""
    read = [
        valued(match["n"].upper(), spot)
        for layout in layouts
        for row in layout.flow.rows()
        for match in numbers(row.text, layout.flow.text)
        if (spot := row.spot(*match.span("n"))) is not None
    ]
    if not read:
        return replace(labelled, value=None, confidence=0.0, reason="ambiguous") if labelled else None
    votes = Counter(value.value for value in read)
    return max(read, key=lambda value: (issn_problem(value.value) is None, votes[value.value], value.confidence))


def _month(prose: Prose, labelled: Value | None, *patterns: Regex) -> Value | None:
    for pattern in patterns:
        match = prose.search(pattern)
        if match:
            group = "d" if match["d"] else "e"
            month = parse_month(match[group])
            if month:
                return prose.value(month, match.start(group), match.end(group))
    return labelled


def _issued(prose: Prose) -> Value | None:
    """The month in which an issue came out, told behind its number."""
    match = prose.search(_ISSUED)
    month = parse_month(f"{match['y']}年{match['m']}月") if match else None
    return prose.value(month, *match.span()) if match and month else None


def _by_its_number(prose: Prose) -> Value | None:
    """The month of a monthly's issue, by its number: the sixth of a year comes out in June."""
    issues = {(match["y"], int(match["m"])): match for match in _NUMBERED.finditer(prose.text)}
    if len(issues) != 1 or prose.search(_MONTHLY) is None:
        return None
    (_, issue), match = next(iter(issues.items()))
    month = parse_month(f"{match['y']}年{issue}月")
    spot = prose.spot(*match.span()) if month else None
    return valued(month, spot, min(_COUNTED, spot.confidence)) if spot is not None else None


def _parts(draft: Draft) -> Value | None:
    """The parts that its pages show; of a paper unsure where a page shows none, or one that comes once comes twice."""
    parts: list[str] = []
    told, in_body = True, False
    for index, layout in enumerate(draft.layouts):
        own = parts_of(draft.kind, layout)
        if not own and draft.kind == "paper" and listed_title(draft.layouts[:index], layout):
            own = ["body"]
        if draft.kind == "paper" and index == 0 and is_cover_of(layout, draft.layouts[1:]):
            own = ["cover"]
        told = told and (bool(own) or in_body or not layout.page.lines) and not ONCE & {*own} & {*parts}
        in_body = "body" in own or (in_body and not own)
        parts += [part for part in own if part not in parts]
    spot = next((spot for row in _rows(draft.layouts) if (spot := row.spot()) is not None), None)
    if not parts or spot is None:
        return None
    return valued(parts, spot, None if told or draft.kind != "paper" else min(UNSURE, spot.confidence))


def _credited(row: Flow, context: Context) -> Team | None:
    """A row like 某某、某某 主编."""
    if not re.search(r"(?:编著|主编|著)$", row.prose.text):
        return None
    bare = re.sub(r"^著作?者:?", "", row.text)
    team = read_team(row.part(len(row.text) - len(bare), len(row.text)), context.names)
    return team if team is not None and sum(map(len, team.names)) + 4 >= len(row.prose.text) - 3 else None


def _editors(found: Found, context: Context) -> Value | None:
    """Everybody whom the labels of a cover name, in their order: 主编张三, 副主编李四、王五."""
    flows = [candidate.flow for _, candidate in found.get("authors", ()) if candidate.flow is not None]
    teams = [team for flow in flows if (team := read_team(flow, context.names)) is not None]
    names = list(dict.fromkeys(name for team in teams for name in team.names))
    most = 1.0 if all(team.sure for team in teams) else UNSURE
    return listed(names, [team.spot for team in teams], most) if teams else None


def _authors_of_book(
    prose: Prose, cip: re.Match[str] | None, team: Team | None, editors: Value | None, context: Context
) -> Value | None:
    """`editors`: those behind labels of a cover."""
    if cip:
        names = [as_known(name, context.names) for name in re.split(r"[,、;]", cip["a"]) if name]
        value = prose.value(names, cip.start("a"), cip.end("a"))
        if value is not None and all(2 <= len(name) <= 4 or "·" in name for name in names):
            doubtful = any(is_doubtful(name, context.names) for name in names)
            return replace(value, confidence=min(value.confidence, UNSURE)) if doubtful else value
    return team.value() if team else editors


def _repeated_title(layouts: Sequence[Layout], prose: Prose) -> Value | None:
    """The row that the cataloguing data begin with."""
    for row in sorted(_rows(layouts), key=lambda row: -len(row.prose.text)):
        text, spot = row.prose.text, row.spot()
        if len(text) >= 5 and spot and "出版社" not in text and re.search(rf"数据{re.escape(text)}[^,。]", prose.text):
            return valued(text, spot)
    return None


def _isbn(prose: Prose) -> Value | None:
    """A number whose check digit is right, if one is; else the first, unsure."""
    matches = list(_ISBN.finditer(prose.text))
    for match in matches:
        if _checks(match["n"]):
            return prose.value(match["n"].upper(), match.start("n"), match.end("n"))
    if not matches:
        return None
    spot = prose.spot(matches[0].start("n"), matches[0].end("n"))
    return valued(matches[0]["n"], spot, min(0.6, spot.confidence)) if spot else None


def _checks(number: str) -> bool:
    """The check digit of ISO 2108, of ten digits (before 2007) or thirteen."""
    digits = [10 if character in "Xx" else int(character) for character in number.replace("-", "")]
    if len(digits) == 13:
        return sum(digit * (3 if i % 2 else 1) for i, digit in enumerate(digits)) % 10 == 0
    return len(digits) == 10 and sum(digit * (10 - i) for i, digit in enumerate(digits)) % 11 == 0

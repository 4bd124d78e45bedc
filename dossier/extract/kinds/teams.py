"""Lists of persons: authors, inventors, drafters, members, as they stand behind a label, in a row or in a column."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from dossier.extract.labels import Candidate
from dossier.extract.layout import Flow, Layout, Spot
from dossier.extract.persons import UNSURE, as_known, stands_for_a_rarer
from dossier.extract.readers import valued
from dossier.extract.wording import COMPOUND_SURNAMES, NAME, NOT_A_NAME, SURNAMES
from dossier.model import Box, Value
from dossier.text import SURNAMES_ALIKE
from dossier.text.regex import Regex

_HAN = "㐀-鿿\U00020000-\U0003ffff"
_TOKEN = Regex(rf"[^\s、,;/|。]+?(?:(?<=[{_HAN}])(?:\(?\d{{1,2}}[.)]?|[①-⑳])(?=[{_HAN}]{{2}})|(?=[\s、,;/|。]|$))")
"""A word up to the next mark, or to the number with which the next name begins: 张三1李四2, 1.张三2.李四."""
_EDGE = Regex(r"^[(\[〔]?(?:\d{0,2}|[①-⑳])[.)\]〕*:]*|[\d*:.①-⑳†‡#△▲☆★]+$")
"""Numbers, marks of affiliation and of the corresponding author around a name."""
_NO_PERSON = Regex("[师员授长任族历位人者岁级科士]$")
"""Ends of words that stand behind a name and a comma in a sentence: 张三,工程师."""
_ROLE = Regex(r"(?:编著|主编|副主编|著|编|译|等)$")
_ONE = Regex(rf"(?:(?:{COMPOUND_SURNAMES})[{_HAN}]{{1,2}}|[{SURNAMES}{''.join(SURNAMES_ALIKE)}][{_HAN}]{{1,2}})")
_MINORITY = Regex(rf"[{_HAN}]{{1,6}}(?:·[{_HAN}]{{1,6}})+")
_COLUMN_HEAD = Regex(r"(?:成员|人员|完成人)?姓名|(?:主要)?完成人|成员")
_LIST = Regex(rf"{NAME}(?:、{NAME})+[。;,)]|{NAME}(?:、{NAME})+$")
"""A row that begins with names, one beside the other, and nothing before them."""
_NAME_AND_UNIT = Regex(rf"[{_HAN}·]{{2,12}}(?:\([^()]{{4,40}}\))?[,、;。]?")
_A_NAME = Regex(rf"[{_HAN}·]{{2,4}}(?:\([^()]{{4,40}}\))?[,、;。]?")
_TEAM_HEAD = Regex(r"(?:课题|项目)组(?:主要)?成员|(?:主要)?(?:完成|参加|参与|研究)人员?|获奖者|主要成员")


@dataclass(frozen=True)
class Team:
    """Names in their order, where they stand, and whether they could only be parted so."""

    names: list[str]
    spot: Spot
    sure: bool = True

    def value(self) -> Value:
        return valued(self.names, self.spot, None if self.sure else min(UNSURE, self.spot.confidence))


def read_team(flow: Flow, known: Collection[str] = ()) -> Team | None:
    """The names a run of text begins with; None where it begins with something else."""
    flow = _unwrapped(flow)
    names: list[str] = []
    sure, end = True, 0
    for match in _TOKEN.finditer(flow.text):
        token = as_known(re.split(r"[(\[〔]", _EDGE.sub("", match.group()))[0], known)
        if not token:
            continue
        parted = _parted(_ROLE.sub("", token) if len(token) > 2 else token, known)
        if parted is None and (_goes_on if names else _opens)(flow.text, match, token):
            parted = [token], False
        if parted is None:
            sure = sure and not (names and flow.text[match.start() - 1] == "、" and not token.startswith("等"))
            break
        names += [name for name in parted[0] if name not in names]
        sure, end = sure and parted[1], match.end()
    names = list(dict.fromkeys(as_known(name, known) for name in names))
    sure = sure and not any(is_doubtful(name, known) for name in names)
    spot = flow.spot(0, end) if names else None
    return Team(names, spot, sure) if spot else None


def _unwrapped(flow: Flow) -> Flow:
    """An enumeration with marks between its names, where a row ends within a name: 张三、李\\n四、王五."""
    rows = flow.rows()
    goes_on = [re.search("[、,;]", row.text) or re.fullmatch(rf"[{_HAN}]{{1,2}}", row.text) for row in rows]
    broken = any(re.search(rf"[{_HAN}]$", row.text) for row in rows[:-1])
    return flow.prose if len(rows) > 1 and all(goes_on) and broken and re.search("[、,;]", rows[0].text) else flow


def _goes_on(text: str, match: re.Match[str], token: str) -> bool:
    """Whether a word stands in the enumeration like a name, its surname misread: 张三、洗四、王五."""
    before = text[match.start() - 1 : match.start()]
    listed = before in ("、", ";") or (before == "," and len(token) == 3)
    if before != "、" and _NO_PERSON.search(token):
        return False
    return listed and re.fullmatch(rf"[{_HAN}]{{2,3}}", token) is not None and not NOT_A_NAME.search(token)


def _opens(text: str, match: re.Match[str], token: str) -> bool:
    """Whether a word stands before others like a name, its surname rare or misread: 库四、张三."""
    if re.fullmatch(rf"[{_HAN}]{{2,3}}", token) is None or NOT_A_NAME.search(token) or _NO_PERSON.search(token):
        return False
    return re.match(rf"、(?:{_ONE.pattern})(?=[、,;。\s(]|$)", text[match.end() :]) is not None


def is_doubtful(name: str, known: Collection[str]) -> bool:
    """Whether a name may be misread: one character off a known one, or with one that often stands for another."""
    if name in known:
        return False
    misread = name[:1] in SURNAMES_ALIKE or stands_for_a_rarer(name, known)
    return misread or any(_nearly(name, other) for other in known)


def sure_name(value: Value | None, known: Collection[str]) -> Value | None:
    """A value that is a name, put right by the known ones; unsure where it may be misread."""
    if value is None or not isinstance(value.value, str):
        return value
    name = as_known(value.value, known)
    return replace(
        value, value=name, confidence=min(UNSURE, value.confidence) if is_doubtful(name, known) else value.confidence
    )


def _nearly(name: str, known: str) -> bool:
    """A name one character off one that is known: likelier misread than another person's."""
    return (
        len(name) == len(known)
        and sum(a != b for a, b in zip(name, known, strict=True)) == 1
        and len(name) < 4
        and (name[0] == known[0])
    )


def labelled_team(places: Sequence[tuple[Layout, Candidate]], known: Collection[str] = ()) -> Team | None:
    """The longest list of names behind the labels; of equally long ones a sure one, then the first."""
    read = [
        _wrapped(team, layout, known)
        for layout, candidate in places
        if candidate.flow is not None and (team := read_team(candidate.flow, known)) is not None
    ]
    return longest(read)


def _wrapped(team: Team, layout: Layout, known: Collection[str]) -> Team:
    """The list with what stands on the next row, where its own is full and the mark at its end was not read."""
    rows = [(row, spot) for row in layout.rows if (spot := row.spot()) is not None]
    right = max((spot.box.x1 for _, spot in rows), default=0.0)
    own = team.spot.box
    at = next((i for i, (_, spot) in enumerate(rows) if spot.box.contains(own.cx, own.cy)), len(rows))
    full = own.x1 >= right - 2 * own.height
    following = rows[at + 1][0] if full and at + 1 < len(rows) else None
    rest = read_team(following, known) if following is not None and _LIST.match(following.prose.text) else None
    if rest is None:
        return team
    names = list(dict.fromkeys([*team.names, *rest.names]))
    return replace(team, names=names, sure=team.sure and rest.sure)


def longest(teams: Sequence[Team]) -> Team | None:
    """A list that holds all another's names goes before that: 课题组成员 before 主持人; then a sure one, a long one."""
    whole = [team for team in teams if not any({*team.names} < {*other.names} for other in teams)]
    return max(whole, key=lambda team: (team.sure, len(team.names)), default=None)


def team_below(layouts: Sequence[Layout], known: Collection[str] = ()) -> Team | None:
    """Names in the run of text below a heading such as 课题组成员."""
    teams: list[Team] = []
    for layout in layouts:
        runs = [(run, run.spot()) for run in layout.flow.runs()]
        for heading, head in runs:
            if head is None or not _TEAM_HEAD.match(heading.text.lstrip(" .·`'|~^")):
                continue
            for run, spot in runs:
                under = (
                    spot
                    and abs(spot.box.x0 - head.box.x0) < 16
                    and 0 < spot.box.cy - head.box.cy < 2.6 * head.box.height
                )
                team = read_team(run, known) if under else None
                teams += [team] if team is not None else []
    return longest(teams)


def column_team(layouts: Sequence[Layout]) -> Team | None:
    """Names one below the other under 姓名, as in a list of those who took part."""
    for layout in layouts:
        pieces = [spot for run in layout.flow.runs() if (spot := run.spot())]
        for head in pieces:
            if not _COLUMN_HEAD.fullmatch(head.text):
                continue
            below = [
                piece
                for piece in pieces
                if piece.box.y0 > head.box.cy and piece.box.x0 < head.box.x1 + 6 and piece.box.x1 > head.box.x0 - 6
            ]
            names = _run_of_names(sorted(below, key=lambda piece: piece.box.y0))
            if len(names) > 1:
                spots = [piece for piece in below if piece.text in names]
                return Team(names, _united(spots, "、".join(names)))
    return None


def rows_below(layouts: Sequence[Layout], head: Regex, known: Collection[str] = ()) -> Team | None:
    """Names in rows below a row that is a head, one a row, perhaps with a unit in brackets behind it, or several apart.

    Unsure where the row behind them looks like one more name that could not be read.
    """
    for layout in layouts:
        rows = list(layout.flow.rows())
        for at, row in enumerate(rows):
            if not head.fullmatch(row.prose.text):
                continue
            read = (_team_of_a_row(one, known) for one in rows[at + 1 :])
            teams = [team for team in takewhile(lambda team: team is not None, read) if team is not None]
            names = [name for team in teams for name in team.names]
            if teams:
                spot = _united([team.spot for team in teams], "、".join(names))
                ended = not any(_A_NAME.fullmatch(one.prose.text) for one in rows[at + 1 + len(teams) :][:1])
                return Team(names, spot, ended and all(team.sure for team in teams))
    return None


def _team_of_a_row(row: Flow, known: Collection[str]) -> Team | None:
    """The one name of a row, or the names that stand apart on it, where the row holds nothing else."""
    runs = [run.prose.text for run in row.runs()]
    alone = _NAME_AND_UNIT.fullmatch(row.prose.text) is not None
    if not alone and not all(_A_NAME.fullmatch(text) for text in runs):
        return None
    team = read_team(row, known)
    return team if team is not None and len(team.names) in {len(runs), 1 if alone else len(runs)} else None


def _run_of_names(pieces: Sequence[Spot]) -> list[str]:
    names: list[str] = []
    for piece in pieces:
        if not (_ONE.fullmatch(piece.text) or _MINORITY.fullmatch(piece.text)) or NOT_A_NAME.search(piece.text):
            break
        names.append(piece.text)
    return names


def _united(spots: Sequence[Spot], text: str) -> Spot:
    confidence = min(spot.confidence for spot in spots)
    first = spots[0]
    return Spot(text, first.file, first.page, Box.around(spot.box for spot in spots), confidence, first.method)


def _parted(token: str, known: Collection[str]) -> tuple[list[str], bool] | None:
    """(names, whether there is only one way) of a token; None where it does not consist of names."""
    for name in known:
        if len(name) > 1 and name in token and token != name:
            before, _, after = token.partition(name)
            sides = [_parted(side, known) if side else ([], True) for side in (before, after)]
            if None not in sides:
                left, right = (side for side in sides if side is not None)
                return [*left[0], name, *right[0]], left[1] and right[1]
    if token in known or _MINORITY.fullmatch(token):
        return [token], token in known or len(token) < 12
    if NOT_A_NAME.search(token):
        return None
    ways = _ways(token)
    if not ways:
        return None
    if len(token) <= 3:
        return [token], True
    return max(ways, key=lambda way: [len(name) for name in way]), len(ways) == 1


def _ways(token: str) -> list[list[str]]:
    """Every way to part a token into names of a surname and one or two characters."""
    if not token:
        return [[]]
    if len(token) > 24:
        return []
    found = []
    for length in (2, 3, 4):
        head = token[:length]
        if len(head) == length and _ONE.fullmatch(head):
            found += [[head, *rest] for rest in _ways(token[length:])]
    return found

"""An article's head: its title, and the authors below it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from dossier.extract.context import Context
from dossier.extract.kinds.article_columns import own_column
from dossier.extract.kinds.journals import ISSUE
from dossier.extract.kinds.seeking import name_in
from dossier.extract.kinds.teams import Team, read_team
from dossier.extract.layout import Flow, Layout, stacked
from dossier.extract.listed import listed_title
from dossier.extract.readers import valued
from dossier.model import Value
from dossier.text import normalise
from dossier.text.regex import Regex

_ABSTRACT = Regex(r"^[〔\[(【]?(?:内容)?(?:摘要|提要)")
_WROTE = Regex(r"^(?:文|作者|撰文)\s*[/|:]\s*")
"""Before the author's name."""
_MORE = Regex(r"\s*[,、,;]")
"""Another author behind the one before."""
_INDEX = Regex(r"检索(?:时间|日期|结果|报告|证明)|收录证明|文献详情|下载(?:频次|次数|量)|被引|来源(?:期刊|数据库)|查新")
_SUBTITLE = Regex(r"\s*[—一\-–]{1,2}[^—\-–]")
_ROOM, _ROOM_OF_A_SUBTITLE = 1.2, 2.4
"""Heights of a title's row to the next one at most, and to a subtitle that a stroke announces."""
_RUNS_ON = Regex(r"[。;]|[,、]$")
"""What a sentence has, and a title has not."""
_FAINT = 0.7
"""Confidence below which a run beside the authors is none of their names."""


def title_and_byline(layouts: Sequence[Layout], context: Context) -> tuple[Value | None, Team | None]:
    """Title and authors above the abstract: the row that is all names, and the largest print right above it."""
    for layout in layouts:
        rows = layout.flow.rows()
        if _INDEX.search(layout.flow.prose.text):
            continue
        end = next((i for i, row in enumerate(rows) if _ABSTRACT.match(row.prose.text)), 0)
        rows, end = own_column(rows, end)
        for index in range(max(1, end - 4), end):
            row = _names_alone(_legible(rows[index]), context.names)
            team = read_team(row, context.names) or _one_author(row)
            if team is not None and _all_names(row, team):
                return _title_above(rows[:index]), team
        for index in range(max(1, end - 4), end):
            if (team := _behind_a_scrap(rows[index], context)) is not None:
                return _title_above(rows[:index]), team
    return _below_listed_title(layouts, context) or (None, None)


def _below_listed_title(layouts: Sequence[Layout], context: Context) -> tuple[Value, Team] | None:
    """Title and authors of an article without an abstract, known by its title among the contents before it."""
    for index, layout in enumerate(layouts):
        title = listed_title(layouts[:index], layout)
        rows = layout.flow.rows()
        if title is None or title[1] >= len(rows):
            continue
        row = _names_alone(_from_the_first_letter(_legible(rows[title[1]])), context.names)
        team = read_team(row, context.names) or _one_author(row)
        whole = stacked(rows[slice(*title)])
        place = whole.spot()
        if team is not None and place is not None and _all_names(row, team):
            return valued(normalise(whole.prose.text), place), team
    return None


def _behind_a_scrap(row: Flow, context: Context) -> Team | None:
    """Authors among whom print that shows through runs in, from a name the dossier knows on: not sure to be all."""
    starts = [at for name in context.names if len(name) > 2 and (at := row.text.find(name)) > 0]
    if not starts or re.search("[。:;]", row.text):
        return None
    team = read_team(row.part(min(starts), len(row.text)), context.names)
    return replace(team, sure=False) if team is not None else None


def _one_author(row: Flow) -> Team | None:
    """A row that is one name, a gap between its letters: 张 三."""
    name, spot = name_in(row.prose.text), row.spot()
    return Team([name], spot) if name and len(name) < 3 and spot else None


def _from_the_first_letter(row: Flow) -> Flow:
    """The row without a speck before it that was read as a mark."""
    first = re.search("[㐀-鿿A-Za-z]", row.text)
    return row.part(first.start(), len(row.text)) if first else row


def _legible(row: Flow) -> Flow:
    """The row up to a run set apart that was hardly read: a stain, or what shows through from the back."""
    for run in re.finditer(r"\t[^\t]+", row.text):
        spot = row.spot(*run.span())
        if spot is not None and spot.confidence < _FAINT:
            return row.part(0, run.start())
    return row


def _names_alone(row: Flow, known: Collection[str]) -> Flow:
    """The row without 文/ before the names and without the units behind them, in brackets or right behind one known."""
    wrote = _WROTE.match(row.text)
    begins = wrote.end() if wrote else 0
    name = next((one for one in known if row.text.startswith(one, begins)), None) if wrote else None
    if name is not None and not _MORE.match(row.text, begins + len(name)):
        return row.part(begins, begins + len(name))
    ends = match.start() if (match := re.search(r"\s*[(（](?=[㐀-鿿]{4})", row.text)) else len(row.text)
    return row.part(begins, ends) if begins < ends else row


def _all_names(row: Flow, team: Team) -> bool:
    bare = re.sub(r"[\d\s,、;*()]", "", row.prose.text)
    return sum(map(len, team.names)) >= 0.9 * len(bare)


def _title_above(rows: Sequence[Flow]) -> Value | None:
    """The rows right above the authors in one size of print."""
    taken: list[Flow] = []
    for row in reversed(rows):
        spot = row.spot()
        if spot is None or ISSUE.search(row.prose.text) or "\t" in row.text:
            break
        below = taken[-1].spot() if taken else None
        room = _ROOM_OF_A_SUBTITLE if taken and _SUBTITLE.match(taken[-1].text) else _ROOM
        if below and (spot.box.height < 0.8 * below.box.height or below.box.y0 - spot.box.y1 > room * spot.box.height):
            break
        taken.append(row)
    whole = stacked(taken[::-1]) if taken else None
    place = whole.spot() if whole else None
    if whole is None or place is None or not 5 <= len(whole.prose.text) <= 80 or _RUNS_ON.search(whole.prose.text):
        return None
    return valued(normalise(whole.prose.text), place)

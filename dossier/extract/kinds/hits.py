"""The row of a platform's list of papers: title and authors below their headings, though they ran into one line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from dossier.extract.kinds.teams import Team, read_team
from dossier.extract.layout import Flow, Layout, Spot
from dossier.extract.readers import valued
from dossier.model import Value
from dossier.text import normalise
from dossier.text.regex import Regex

_TITLE = Regex(r"(?:题名|篇名|论文题目|标题|论文名称)")
_AUTHORS = Regex(r"(?:作者|著者|责任者)")
_BELOW = 4
"""Heights of a heading by which the row below it is away at most."""
_OFF = 2
"""Letters by which a column may begin beside its heading."""
_SHORTEST = 4
"""Letters of a title at least."""


def title_and_authors(layouts: Sequence[Layout], known: Collection[str]) -> tuple[Value, Team] | None:
    """What one line under 题名 holds that reaches over the heading 作者: cut there, where only names follow."""
    for layout in layouts:
        runs = [(run, spot) for run in layout.flow.runs() if (spot := run.spot()) is not None]
        for title, authors in _heads(runs):
            for run, spot in runs:
                below = 0 < spot.box.y0 - title.box.y0 < _BELOW * title.box.height
                over = spot.box.x0 < title.box.x1 and spot.box.x1 > authors.box.cx
                found = _cut(run, authors.box.x0, known) if below and over else None
                if found is not None:
                    return found
    return None


def _heads(runs: Sequence[tuple[Flow, Spot]]) -> Iterator[tuple[Spot, Spot]]:
    """The headings of titles and of authors, which stand beside one another."""
    for run, spot in runs:
        beside = [
            other
            for more, other in runs
            if _AUTHORS.fullmatch(more.prose.text)
            and other.box.x0 > spot.box.x1
            and abs(other.box.cy - spot.box.cy) < 0.6 * spot.box.height
        ]
        if _TITLE.fullmatch(run.prose.text) and beside:
            yield spot, min(beside, key=lambda other: other.box.x0)


def _cut(run: Flow, x: float, known: Collection[str]) -> tuple[Value, Team] | None:
    """The run parted near x, as near as leaves nothing but names behind."""
    starts = [(abs(spot.box.x0 - x), at) for at in range(_SHORTEST, len(run.text)) if (spot := run.spot(at, at + 1))]
    size = max((spot.box.height for at in range(len(run.text)) if (spot := run.spot(at, at + 1))), default=0.0)
    for off, at in sorted(starts):
        if off > _OFF * size:
            return None
        rest, title = run.part(at, len(run.text)), run.spot(0, at)
        team = read_team(rest, known)
        if team is not None and team.sure and title is not None and _is_all_names(rest, team):
            return valued(normalise(title.text), title), team
    return None


def _is_all_names(rest: Flow, team: Team) -> bool:
    return re.sub(r"[\s,、;·]", "", rest.prose.text) == "".join(team.names).replace("·", "")

"""A journal's letter that it will print a paper: what it says of the paper, the journal and whom it addresses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dossier.extract.context import Context
from dossier.extract.kinds.teams import Team, read_team
from dossier.extract.layout import Layout
from dossier.text.regex import Regex

LETTER_TITLE = Regex(r"(?:论文|稿件|文章|大作|来稿)(?:题目|题为|名为|为|:)*[《“\"](?P<v>[^》”\"]{5,80})[》”\"]")
LETTER_HOUSE = (
    Regex(r"《(?P<v>[㐀-鿿A-Za-z()]{2,24})》(?:杂志|期刊|学报)?(?:编辑部|杂志社|编委会|(?:19|20)\d\d年|第)"),
)
_ADDRESSED = Regex(r"(?:尊敬的)?(?P<n>[㐀-鿿·、,]{2,60}?)(?:同志|老师|先生|女士|作者|教授|博士|医生)?:")
"""Whom the letter addresses."""


def addressed(layouts: Sequence[Layout], context: Context) -> Team | None:
    """Those whom a journal's letter addresses, unsure: a paper may have authors whom it does not name."""
    for row in (row for layout in layouts for row in layout.flow.rows()):
        match = _ADDRESSED.fullmatch(row.prose.text)
        team = read_team(row.prose.part(*match.span("n")), context.names) if match else None
        if match and team is not None and sum(map(len, team.names)) >= len(re.sub(r"[、,]", "", match["n"])):
            return replace(team, sure=False)
    return None

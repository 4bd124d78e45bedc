"""Notices that list the works of many (approved projects, prizes): the row in which the applicant is named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dossier.extract.context import Context
from dossier.extract.kinds.columns import Row, open_piece, read_piece, rows_under
from dossier.extract.kinds.seeking import Values, period_in
from dossier.extract.kinds.teams import Team, read_team
from dossier.extract.layout import Layout

_WORK = r"(?:课题|项目|成果|作品|论文|工程|案例|课例|著作|论著|教材|标准)"
_HEADS = {
    "title": rf"(?:获奖|立项|结题|参评|申报)?{_WORK}(?:名称|题目|标题)?(?:\(.{{1,8}}\))?",
    "leader": rf"{_WORK}?(?:主持人|负责人|申请人|牵头人|第一(?:完成人|作者))(?:姓名)?",
    "members": rf"{_WORK}?(?:组|主要|参与|参加|团队|其他)*(?:[成人]员|(?:完成|参加|获奖)[人者]|作者|姓名)(?:姓名)?",
    "period": r"(?:研究|实施|执行|完成)?(?:起止)?(?:时间|期限|年限|年月|日期|起止|周期)",
    "grade": r"(?:获奖|奖励|奖项)?(?:等级|等次|级别|奖次|奖项)",
}
_GRADE = re.compile(r"(?:特等|[一二三四五]等|金|银|铜|优秀|优胜|提名|入围|入选)奖?")
_LEAST = 2
"""Works of a list at least."""


def listed_work(layouts: Sequence[Layout], context: Context) -> Values | None:
    """Title, members, period and grade of the one work of a list that names the applicant.

    None where the document lists no works of several people, or not just one of the applicant's: then it is left to
    what else the page says. A list that does not name the applicant leaves all open.
    """
    rows = [row for row in rows_under(layouts, _HEADS, ("title",)) if "title" in row and _people(row, context)]
    if len(rows) < _LEAST or len({tuple(_people(row, context)) for row in rows}) < _LEAST:
        return None
    own = [row for row in rows if set(context.names) & set(_people(row, context))]
    if len(own) > 1:
        return None
    if not own:
        return {name: open_piece(rows[0]["title"]) for name in ("title", "members", "recipients")}
    (row,) = own
    team, names = _team(row, context), _people(row, context)
    members = replace(team.value(), value=names) if team else None
    return {
        "title": read_piece(row["title"], lambda text: text if len(text) > 1 else None),
        "members": members,
        "recipients": members,
        "period": read_piece(row.get("period"), period_in),
        "grade": read_piece(row.get("grade"), lambda text: text if _GRADE.fullmatch(text) else None),
    }


def _people(row: Row, context: Context) -> list[str]:
    """The leader, then the members."""
    teams = [read_team(row[name].flow, context.names) for name in ("leader", "members") if name in row]
    return list(dict.fromkeys(name for team in teams if team is not None for name in team.names))


def _team(row: Row, context: Context) -> Team | None:
    """The members where the row has them, else the leader: what the names rest on."""
    for name in ("members", "leader"):
        team = read_team(row[name].flow, context.names) if name in row else None
        if team is not None:
            return team
    return None

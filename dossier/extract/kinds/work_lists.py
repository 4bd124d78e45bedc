"""Notices that list the works of many (approved projects, prizes): the row in which the applicant is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dossier.extract.context import Context
from dossier.extract.kinds.columns import Row, open_piece, read_piece, rows_under
from dossier.extract.kinds.seeking import Values, period_in
from dossier.extract.kinds.teams import Team, read_team
from dossier.extract.layout import Layout
from dossier.text.regex import Regex

_WORK = r"(?:课题|项目|成果|作品|论文|工程|案例|课例|著作|论著|教材|标准)"
_HEADS = {
    "title": rf"(?:获奖|立项|结题|参评|申报)?{_WORK}(?:名称|题目|标题)?(?:\(.{{1,8}}\))?",
    "leader": rf"{_WORK}?(?:主持人|负责人|申请人|牵头人|第一(?:完成人|作者))(?:姓名)?",
    "members": rf"{_WORK}?(?:组|主要|参与|参加|团队|其他)*(?:[成人]员|(?:完成|参加|获奖)[人者]|作者|姓名)(?:姓名)?",
    "period": r"(?:研究|实施|执行|完成)?(?:起止)?(?:时间|期限|年限|年月|日期|起止|周期)",
    "grade": r"(?:获奖|奖励|奖项)?(?:等级|等次|级别|奖次|奖项)",
}
_GRADE = Regex(r"(?:特等|[一二三四五]等|金|银|铜|优秀|优胜|提名|入围|入选)奖?")
_LEAST = 2
"""Works of a list at least."""


@dataclass(frozen=True)
class _Work:
    """A row of a list: its pieces, the leader and then the members, and what their names rest on."""

    row: Row
    people: tuple[str, ...]
    team: Team


def listed_work(layouts: Sequence[Layout], context: Context) -> Values | None:
    """Title, members, period and grade of the one work of a list that names the applicant.

    None where the document lists no works of several people, or not just one of the applicant's: then it is left to
    what else the page says. A list that does not name the applicant leaves all open.
    """
    rows = (row for row in rows_under(layouts, _HEADS, ("title",)) if "title" in row)
    works = [work for row in rows if (work := _work(row, context)) is not None]
    if len({work.people for work in works}) < _LEAST:
        return None
    own = [work for work in works if not set(context.names).isdisjoint(work.people)]
    if len(own) > 1:
        return None
    if not own:
        return {name: open_piece(works[0].row["title"]) for name in ("title", "members", "recipients")}
    row, members = own[0].row, replace(own[0].team.value(), value=list(own[0].people))
    return {
        "title": read_piece(row["title"], lambda text: text if len(text) > 1 else None),
        "members": members,
        "recipients": members,
        "period": read_piece(row.get("period"), period_in),
        "grade": read_piece(row.get("grade"), lambda text: text if _GRADE.fullmatch(text) else None),
    }


def _work(row: Row, context: Context) -> _Work | None:
    """The work of a row; None where it names nobody. The names rest on the members, where the row has them."""
    read = (read_team(row[name].flow, context.names) for name in ("leader", "members") if name in row)
    teams = [team for team in read if team is not None]
    people = dict.fromkeys(name for team in teams for name in team.names)
    return _Work(row, tuple(people), teams[-1]) if teams else None

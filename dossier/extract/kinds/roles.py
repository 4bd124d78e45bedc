"""What an applicant was in a project or an achievement: beside a label, in a sentence, beside the name in a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.kinds.columns import rows_under
from dossier.extract.kinds.credits import craft_of
from dossier.extract.kinds.licences import rows_in
from dossier.extract.kinds.seeking import matched
from dossier.extract.layout import Flow, Layout, stacked
from dossier.extract.readers import valued
from dossier.extract.sentences import Prose
from dossier.model import Value
from dossier.text import normalise
from dossier.text.regex import Regex

_ROLE_WORD = (
    r"(?:(?!该|本|在|为|任|项目|课题)[㐀-鿿]{2,3}专业负责人|(?:项目|课题)?(?:项目|课题|技术|工程|子课题|专业|研发|研究|设计|工艺|施工|质量|生产)(?:总)?(?:负责人|主持人|骨干|组长)|主持人|负责人|参与人|参加人|参加者|参与者|(?:主要)?(?:完成|研究|参与|参加)人员?"
    r"|(?:项目|课题)组?(?:主要)?成员|主要成员|第[一二三四五六七八九十\d]+(?:完成人|参加人|名)|总工程师|项目经理|团队(?:长|带头人)|(?:(?!项目|课题|技术|该|本)[㐀-鿿]{2,4}组)?(?<!副)组长|策展人|牵头人|带头人|(?:责任|策划|特约)编辑|(?:第一|主要)?(?:执笔|承办|起草|编制|撰写|主办|主笔|撰稿)人|主讲(?:教师|人)|(?:授课|带徒|指导)(?:教师|老师|师傅|师父|专家)|主审(?!查|核|定))"
    r"(?:\((?:主讲|主持|牵头|主要|独立)\)|\(第?[一二三四五六七八九十\d]+(?:主?要?(?:完成|参加|参与)人|负责人|责编|责任编辑|名|位)?\)"
    r"|[,、(](?:本人|个人)?(?:排名|位列|名列|位次)?第[一二三四五六七八九十\d]+(?:位|名)?\)?)?"
)
_STATED_ROLE = Regex(
    r"(?:主持|独立|负责|牵头|主要|参与|参加|协助|骨干|执笔|主笔|主讲|主演|领衔|导演|编剧|编导|作曲|指挥|设计|[AB]角|饰演?"
    r"|排名|位列|名列|第[一二三四五六七八九十\d]+|前[一二三四五六七八九十\d]+|独著|主编|副主编)[^。;:]{0,20}"
)
"""What a label for the applicant's part announces where no usual word for a part stands: 主演,饰柳青娘."""
_ROLE_ROW = Regex(rf"(?:(?:本人|个人)(?:作用|角色|排名|职责)|(?:担任|承担)角色):(?P<r>{_STATED_ROLE.pattern})[。;]?")
_ROLE = Regex(
    rf"(?:本人(?:作用|承担|担任|职责)|担任角色|承担角色|本人角色|个人作用|承担的?角色|所任角色|角色|作用):?(?:(?!{_ROLE_WORD})[㐀-鿿·]{{2,8}}\()?(?P<r>{_ROLE_WORD})(?!\(按|:|名单|姓名|情况)"
)
_BEING = (
    r"(?P<r>(?!我|本|该|其)[^。,;:]{0,12}?(?:教练|作者|主笔|主创|主演|导演|编导|导师|师傅|撰稿人|主讲(?:人|教师)?|策划人?"
    r"|(?:责任|特约|文字|美术)编辑|(?:第一|第二)?责编|(?:执行|副)?主编|主播|摄像|监制|制片人|(?:录音|混音|调音|音响|灯光|照明|摄影|摄像|剪辑|舞美|美术|化妆|造型|服装|道具)(?:师|设计|指导|总监))(?:\([^()]{2,10}\))?"
    r"(?:,(?:独立|负责|承担|主持|主要)[^。;,:]{2,20})?)(?=[。,;]|$)"
)
"""What a proof says someone was, in words of the arts, the press and sport, and which share was theirs."""
_PART = (
    r"(?:(?:自|从|于)?(?:19|20)\d\d年[^。;,在]{0,10}?)?"
    r"(?:(?:独立|具体|全面)?(?:主持|牵头|负责|承担)|(?:在[^。;,]{2,40})?(?:担任|作为|任)"
    r"|(?:创作|设计|制作|编创)(?:并)?(?:完成|制作)(?=《)"
    r"|(?:是|系|为)[^。;,]{0,20}(?:负责人|主持人|执笔人?|编辑|编剧|组长)"
    r"|(?:独立|自行)?(?:设计|研制|研发|开发|创作|制作|编制|编写|绘制|发明)的[“\"《])"
)
"""Behind a name: what part someone had."""
_YOURS = Regex(
    r"由(?:(?:你|您)(?:本人)?(?=主持|负责|牵头))?(?P<r>(?<=[你您人])(?:主持|负责|牵头)|本人独立完成)(?=[,。;])"
)
"""What a letter says of the part of whom it is written to, or a proof of whom it is about."""
_PART_HEADS = r"(?:主要|本人|创造性|承担)?(?:贡献|分工|任务|工作|职责|作用)(?:及作用|及贡献|内容|分工|情况)?"
"""The head of a column that says what each of the people listed did."""
_LED_IT = Regex(r"(?:项目|课题|总体|全面|技术)?(?:主持|牵头|总负责|负责)")
_WITH_A_SHARE = Regex(rf"{_ROLE_WORD},(?:独立|具体|全面|主要)?(?:负责|承担|主持|完成|参与)[^。;:]{{2,24}}")
"""A role and behind a comma what was done in it, as all that stands beside a label."""
_LEADS, _LEADER = "主持", "主持人"
_ONE_HAS_IT = Regex(r"(?P<r>(?:(?:项目|课题|技术|工程)(?:总)?)?(?:负责人|主持人)|总工程师|项目经理)[:\t]{0,2}$")
"""A role that only one person has, right before a name."""


def role_of(
    layouts: Sequence[Layout], prose: Prose, labelled: Value | None, found: Found, context: Context
) -> Value | None:
    """What the applicant was: beside a label, in a sentence, or beside the applicant's name in a list.

    Who 主持 a work is its 主持人.
    """
    role = _role(layouts, prose, labelled, found, context) or _asked_for(prose, context)
    return replace(role, value=_LEADER) if role is not None and role.value == _LEADS else role


def _asked_for(prose: Prose, context: Context) -> Value | None:
    """Who led a project for which a letter addressed to one person says that it was asked for by them."""
    for name in context.names:
        match = prose.search(rf"{re.escape(name)}(?:同志|老师|教授)?:[你您]所?(?:主持|申报|申请|承担)的")
        if match is not None:
            return prose.value(_LEADER, *match.span())
    return None


def _role(
    layouts: Sequence[Layout], prose: Prose, labelled: Value | None, found: Found, context: Context
) -> Value | None:
    named = _role_and_share(found) or craft_of(prose, context.names)
    named = named or matched(prose, prose.search(_ROLE), "r") or _labelled_role(found) or _acting_as(prose, context)
    if named is not None:
        return named
    for row in [*rows_in(layouts), *_table_rows(layouts)]:
        for name in context.names:
            at = row.text.find(name)
            span = _beside(row.text, at, at + len(name)) if at >= 0 else None
            spot = row.spot(*span) if span is not None else None
            if span is not None and spot is not None:
                return valued(row.text[slice(*span)], spot)
    stated = _in_own_row(layouts, context) or _said_in_a_row(layouts) or _stated_role(found)
    if stated is not None:
        return stated
    if labelled is not None and labelled.known and not re.search(_ROLE_WORD, str(labelled.value)):
        return replace(labelled, value=None, confidence=0.0, reason="ambiguous")
    return labelled


def _in_own_row(layouts: Sequence[Layout], context: Context) -> Value | None:
    """What a list says in a column of its own that the applicant did: 主要贡献 | 项目主持人,总体设计."""
    for row in rows_under(layouts, {"name": "(?:成员)?姓名|完成人|主要完成人", "part": _PART_HEADS}, ("name", "part")):
        if "part" in row and "name" in row and row["name"].text in context.names:
            match = re.match(_ROLE_WORD, row["part"].text) or _LED_IT.fullmatch(row["part"].text)
            spot = row["part"].flow.prose.spot(*match.span()) if match is not None else None
            if match is not None and spot is not None:
                return valued(match.group(), spot)
    return None


def _role_and_share(found: Found) -> Value | None:
    for _, candidate in found.get("role", ()):
        text = candidate.flow.prose.text.rstrip("。;") if candidate.flow is not None else ""
        spot = candidate.flow.spot() if candidate.flow is not None else None
        if spot is not None and not candidate.spare and _WITH_A_SHARE.fullmatch(text):
            return valued(normalise(text), spot)
    return None


def _labelled_role(found: Found) -> Value | None:
    """What a label announces, where it is a role and not a place in a ranking."""
    for _, candidate in found.get("role", ()):
        match = re.search(_ROLE_WORD, candidate.flow.text) if candidate.flow is not None else None
        spot = candidate.flow.spot(*match.span()) if candidate.flow is not None and match is not None else None
        if match is not None and spot is not None and not match.group().startswith("第"):
            return valued(match.group(), spot)
    return None


def _said_in_a_row(layouts: Sequence[Layout]) -> Value | None:
    """A run of its own, whose second half may read like a label: 本人作用:主持,排名第一."""
    for run in (run for row in rows_in(layouts) for run in row.runs()):
        match = _ROLE_ROW.fullmatch(run.prose.text)
        spot = run.prose.spot(*match.span("r")) if match else None
        if match and spot is not None:
            return valued(normalise(match["r"]), spot)
    return None


def _stated_role(found: Found) -> Value | None:
    for _, candidate in found.get("role", ()):
        run = candidate.flow.runs()[0] if candidate.flow is not None and candidate.flow.runs() else None
        spot = run.spot() if run is not None else None
        text = run.prose.text.strip(":。;") if run is not None else ""
        if spot is not None and not candidate.spare and _STATED_ROLE.fullmatch(text):
            return valued(normalise(text), spot)
    return None


def _beside(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a role stands behind a name, or right before it where only one person has it."""
    behind = re.match(rf"[^、,;。]{{0,40}}?(?P<r>{_ROLE_WORD})(?!:|名单)", text[end:])
    if behind is not None:
        return end + behind.start("r"), end + behind.end("r")
    before = _ONE_HAS_IT.search(text[:start])
    return before.span("r") if before is not None else None


def _acting_as(prose: Prose, context: Context) -> Value | None:
    """张三同志在该项目中担任技术负责人."""
    yours = prose.search(_YOURS)
    if yours is not None:
        return matched(prose, yours, "r")
    for name in (*map(re.escape, context.names), r"(?:该同志|由其|其中,其)"):
        match = prose.search(rf"{name}[^。]{{0,70}}?(?:担任|作为|系|任|,为)[^。,]{{0,14}}?(?P<r>{_ROLE_WORD})")
        match = match or prose.search(rf"{name}(?:同志|老师)?(?:为|系|是|担任|作为){_BEING}")
        match = match or prose.search(rf"{name}(?:同志|老师)?(?P<r>(?:独立|具体)?(?:主持|牵头)(?:完成)?)(?![㐀-鿿]?人)")
        match = match or prose.search(rf"{name}[^。]{{0,70}}?(?:中|里),?(?:担任|作为){_BEING}")
        match = match or prose.search(rf"\({name}(?P<r>第[一二三\d](?:执笔|作者|完成人)|主笔|执笔)\)")
        if match is not None:
            return matched(prose, match, "r")
    return None


def whose_part_is_told(prose: Prose, context: Context) -> Value | None:
    """The applicant, where a proof that lists nobody says what part was theirs: [name]."""
    for name in context.names:
        own = re.escape(name)
        match = prose.search(rf"(?P<n>{own})(?:同志|老师)?,?{_PART}")
        match = match or prose.search(rf"(?P<n>{own})(?:同志|老师).*?(?:该同志|由其|本人){_PART}")
        if match is not None and prose.search(rf"、{own}|{own}(?:同志)?[、和与]") is None:
            return prose.value([name], *match.span("n"))
    return None


def addressed(prose: Prose, context: Context) -> Value | None:
    """The applicant, where a letter to them alone says that they lead the work: [name]."""
    for name in context.names:
        match = prose.search(
            rf"(?<![、,和与])(?P<n>{re.escape(name)})(?:同志|老师|先生|女士)?:(?=.*由(?:你|您)(?:本人)?(?:主持|负责|牵头))"
        )
        if match is not None:
            return prose.value([name], *match.span("n"))
    return None


def _table_rows(layouts: Sequence[Layout]) -> list[Flow]:
    """Each cell and its neighbour to the right, as one run of text."""
    return [
        stacked([cell.flow, right.flow])
        for layout in layouts
        for cell in layout.cells
        if cell.text and (right := layout.right_of(cell)) is not None and right.text
    ]

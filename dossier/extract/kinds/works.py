"""Standards, prizes, projects and achievements: what their labels alone do not say."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds.credits import credited
from dossier.extract.kinds.letters import person
from dossier.extract.kinds.licences import beside_or_below, known, left_open, rows_in
from dossier.extract.kinds.prizes import contest, work_shown
from dossier.extract.kinds.quotations import closed
from dossier.extract.kinds.roles import addressed, role_of, whose_part_is_told
from dossier.extract.kinds.seeking import dated, first, kept, matched, only_period, prose_of
from dossier.extract.kinds.signers import signed_off
from dossier.extract.kinds.spoken_works import spoken_of, written_of
from dossier.extract.kinds.teams import (
    Team,
    column_team,
    labelled_team,
    longest,
    read_team,
    sure_name,
    team_below,
)
from dossier.extract.kinds.work_lists import listed_work
from dossier.extract.layout import Layout
from dossier.extract.persons import UNSURE
from dossier.extract.sentences import Prose
from dossier.extract.wording import LISTED_NAME, NAME, NOT_A_NAME, ORG_END
from dossier.model import Value
from dossier.text import find_periods, normalise
from dossier.text.regex import Regex

_PRIZE = Regex(
    r"(?P<g>(?:特等|[一二三四]等|金|银|铜|优秀|优胜|提名|入围)奖|(?:特等|[一二三]等)成果(?!奖)"
    r"|(?:优秀|最佳|杰出|突出|特别)(?!论文|成果|作品|项目)(?:(?!奖)[㐀-鿿]){1,6}奖(?!(?:特等|[一二三四]等|金|银|铜)奖))"
)
_HAN = "㐀-鿿\U00020000-\U0003ffff"
_SEVERAL = Regex(r"(?:主要)?(?:完成人|获奖者|获奖人员|完成者|作者|参赛者|团队成员):")
_TOGETHER = (
    Regex(
        rf"(?:获奖(?:人员?|者)|(?:主要|全体)?完成(?:人员?|者)|受奖人员?|(?:责任|策划|文字|版面)?(?:编辑|编者)|(?:主创|创作|制作|设计|参赛)"
        rf"(?:人员?|者|选手)|作者|撰稿|执笔|主演|编导):(?P<n>[{_HAN}·、,;]{{2,80}})"
    ),
    Regex(
        rf"(?:^|证书?|奖状|[。:]|(?:{ORG_END}))(?P<n>{NAME}(?:、{LISTED_NAME})+)(?:等)?(?:[\d两一二三四五六七八九十]+[位名])?(?:同志|老师)?:"
    ),
    Regex(
        rf"(?P<n>{NAME}(?:、{NAME})+)(?:等)?(?:同志)?(?:共同)?(?:完成|研制|申报|创作|撰写|设计|制作|编导|导演|编剧|录制|录音|摄制|拍摄|采写|采编|演唱|演奏|表演)的(?:[㐀-鿿]{{1,6}}(?=《))?[“\"《]"
    ),
)
"""Those who did the work a prize is for."""
_PRIZED = Regex(
    r"(?:(?:完成|研制|申报|创作|撰写|执教|讲授|主持|报送|选送|提交)的|(?:成果|项目|作品|论文|课题|著作|专著|教材|图书|文章|授予)|竞赛|大赛|比赛|评选|评比|活动|证书|奖状|[。:;]|^)[“\"《](?P<t>[^”\"》]{2,60})[”\"》]"
    r"(?=(?:的)?(?:成果|项目|一文|论文|课题|作品)?中?,?(?:经评审,?)?(?:在[^。;,]{2,44}中,?)?(?:荣?获|被评|获得|项目|成果|(?:19|20)\d\d年|科学|特))"
)
_SHOWN = Regex(
    r"[“\"《](?P<t>[^”\"》]{2,60})[”\"》]中?(?:的)?(?:表演|演出|演唱|演奏|设计|创作|导演|编导|指挥|扮演|饰演)[^。;]{0,16}?(?:荣?获|被评)"
)
"""The work a prize is for, in quotation marks; and the one in which the person honoured took part."""
_YOU_ALL = Regex(r"[你您]们(?!单位|公司|学校)")
_HONOURED = Regex(r"(?:授予|评为|荣?获)[“\"](?P<t>[^”\"]{3,30})[”\"](?:荣誉)?称号")
_NAMED_AS = Regex(
    r"(?:授予|评为|评选为|荣?获)(?P<t>[^“”\"《》。;,:\t奖]{3,28}?)(?:荣誉)?称号"
    r"|(?:被|荣)(?:评选?|授予|命名)为?(?P<u>[^“”\"《》。;,:\t奖]{0,22}?"
    r"(?:个人|工作者|能手|标兵|模范|[教医护厨律]师|[职员]工|党员|干部|人才|专家|青年|骨干|带头人|辅导员|班主任|园丁|工匠|之星|人物"
    r"|(?:优秀|先进|最美|十佳|杰出)(?!论文|成果|作品)[㐀-鿿]{1,5}[员人者师家手长]))"
    r"(?=[。;,]|特|$)"
)
"""The name of an honour to a person, in quotation marks or without."""
_SHORTEST = 4
"""Letters of a title at least."""
_NAMED_IN_A_ROW = Regex(r"(?:成果|项目|课题|工程|技术)名称:[“\"《]?(?P<t>[^,。;:”\"》]{4,60})(?=[,。;”\"》])")
_NAMED = Regex(
    r"(?:(?:(?:课题|项目|成果)(?:名称)?|关于(?:同意|批准|下达)?)[“\"《]"
    r"|(?:申报|申请|主持|承担|完成|研发|研制|开发|设计|创作|制作|编制|编写|绘制|发明)的[“\"](?=[^”\"]+[”\"])"
    r"|[你您](?:们|单位)?所?(?:申报|申请|承担|主持)的《(?=[^》]+》(?:项目|课题)?,?(?:已|业)?经?[^。;]{0,16}(?:批准|同意|准予)))"
    r"(?P<t>[^”\"》]{4,60}?)(?:[”\"》](?![^。,]{0,8}(?:办法|通知》|规定))|(?=\((?:课题|项目)?编号))"
)
_QUOTED_PROJECT = Regex(r"(?:^|(?<=[。:号]))[“\"](?P<t>[^”\"]{4,60})[”\"](?:项目|课题)由")
_NAMINGS = (_NAMED, _NAMED_IN_A_ROW, _QUOTED_PROJECT)
_MEMBERS_SAID = Regex(
    rf"由(?P<wrote>{NAME}(?:、{NAME})+)(?:共同|合作)?(?:撰写|执笔|起草|编写)|(?:主持|牵头|负责)[、,](?P<with>{NAME}(?:、{NAME})*)(?:等\d*人)?(?:共同)?(?:参加|参与|完成)"
    r"|(?:(?:(?:项目|课题|工作)组|团队|小组|(?<=[,。;]))(?:主要)?(?:成员|人员)|(?:主创|创作|采编|采写|演职)人员|(?:主要)?完成(?:人员?|者))"
    r"(?:依次|按(?:贡献)?(?:大小)?(?:排序|顺序))?(?:为|有|是|包括|:|\(|(?<=组成员))"
    rf"(?P<n>{NAME}(?:、{LISTED_NAME})*、{NAME})(?=[,。;)]|等|$)"
)
_ROLES = Regex("职工|党员|学生|家长|主任|干部|群众|领导|专家|骨干|居民|村民")
"""Who takes part, not by name."""
_SHOWN_WORK = Regex(
    r"(?:报道|通讯|消息|评论|专题|专栏|栏目|节目|纪录片|剧目|[京晋蒲豫越沪评话歌舞音戏秧][剧歌]|小品|曲艺|相声|戏曲|作品|歌曲|舞蹈|话剧|剧本|小说|画作"
    r"|(?:起草|编制|编写|撰写|制定|主编|研制|绘制|设计|创作)的)(?P<t>《[^》]{2,40}》)"
)
"""A work that was printed, sent out or staged, by its sort and name."""
_CREATED = Regex(
    r"(?:创作|设计|制作|烧制|雕刻|绘制|编创)(?:并)?(?:完成|制作|了|出)*(?P<t>《[^》]{2,40}》(?!中|一[文书]|的)[㐀-鿿]{1,6})(?=,|。|\()"
)
"""A work somebody made, with what it is behind its name."""
_LEADER = Regex(rf"(?:(?:课题|项目)(?:主持人|负责人|组长)|^主持人):(?P<n>{NAME})(?=[^㐀-鿿]|$|(?:课题|项目)?组?成员)")
_LED_BY = Regex(
    rf"(?:由|[。,:]|^|证书|证明|通知)(?P<n>{NAME})(?:同志|老师|教授)?(?:主持|牵头|负责)(?:的|,|、|;|并|完成)"
)
"""Who led the work, in a sentence: 张三主持的课题, 由张三同志主持."""


def whole_title(title: Value | None) -> Value | None:
    """An invention, and what is written of it, is 一种……; the single stroke at its head is easily lost."""
    if title is None or not re.match(r"种(?![子植猪苗鸡牛羊鸭鹅蛋质群类])", str(title.value or "")):
        return title
    return replace(title, value=f"一{title.value}")


def without_colon(value: Value | None) -> Value | None:
    """A text without the colon that was set apart from its label."""
    if value is None or not isinstance(value.value, str):
        return value
    return replace(value, value=value.value.strip(" :：;；,，"))


def labelled_names(found: Found, name: str, context: Context) -> Value | None:
    team = labelled_team(found.get(name, ()), context.names)
    return team.value() if team else None


def award(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """A prize for work or an honour to a person: who is named, by whom, when."""
    prose = prose_of(draft)
    issuer, date = signed_off(draft)
    date = date or dated(draft)
    row = listed_work(draft.layouts, context)
    if row is not None:
        own = {name: row.get(name) for name in ("title", "recipients", "grade")}
        return kept({**own, "issuer": labelled["issuer"] if known(labelled, "issuer") else issuer, "date": date})
    recipients = labelled_names(found, "recipients", context) or _named_together(prose, context)
    recipients = _whole(recipients or _spoken_to_together(draft.layouts, context), prose, context)
    if recipients is None:
        honoured = sure_name(person(prose, context), context.names)
        recipients = _alone(honoured, prose)
    grade = _grade(labelled.get("grade"), prose)
    return kept(
        {
            "recipients": recipients,
            "title": _long_enough(labelled.get("title"))
            or work_shown(draft.layouts, prose)
            or matched(prose, prose.search(_PRIZED) or prose.search(_SHOWN) or prose.search(_HONOURED), "t")
            or contest(prose)
            or _named_as(prose),
            "grade": grade,
            "issuer": labelled["issuer"] if known(labelled, "issuer") else issuer,
            "date": labelled["date"] if known(labelled, "date") else date,
        }
    )


def _named_as(prose: Prose) -> Value | None:
    match = prose.search(_NAMED_AS)
    return matched(prose, match, "t" if match and match["t"] else "u")


def _named_together(prose: Prose, context: Context) -> Value | None:
    """Several persons before 完成的 or behind 获奖人员, wherever their row ends: 张三、李四完成的“……”."""
    teams: list[Team | None] = []
    for pattern in _TOGETHER:
        before = 0
        for flow in prose.flows:
            if match := pattern.search(flow.text):
                start, end = match.span("n")
                ends = [row - before for row in prose.row_starts if start < row - before < end]
                teams += [read_team(flow.part(start, one), context.names) for one in [*ends, end]]
            before += len(flow.text)
    team = longest([team for team in teams if team is not None])
    return team.value() if team else None


def _whole(recipients: Value | None, prose: Prose, context: Context) -> Value | None:
    """The names, unsure to be all where the paper names the applicant elsewhere: 王五设计的《……》由张三导演."""
    if recipients is None or not isinstance(recipients.value, list):
        return recipients
    listed = {str(name) for name in recipients.value}
    lacks = not listed & set(context.names) and any(name in prose.text for name in context.names)
    return replace(recipients, confidence=min(UNSURE, recipients.confidence)) if lacks else recipients


def _spoken_to_together(layouts: Sequence[Layout], context: Context) -> Value | None:
    """Several persons whom a certificate speaks to as 你们, in a row before a colon, with or without marks."""
    for layout in layouts:
        for row, following in pairwise(layout.flow.rows()):
            if row.prose.text.endswith(":") and _YOU_ALL.match(following.prose.text):
                team = read_team(row.part(0, len(row.text.rstrip(": .。,"))), context.names)
                return team.value() if team is not None and len(team.names) > 1 else None
    return None


def _grade(labelled: Value | None, prose: Prose) -> Value | None:
    """The class of the prize, also where its name stands before it: 科学技术进步奖一等奖."""
    if labelled is None or not labelled.known:
        return matched(prose, prose.search(_PRIZE), "g") or labelled
    classes = _PRIZE.findall(normalise(str(labelled.value)))
    return replace(labelled, value=classes[-1]) if classes else labelled


def _alone(honoured: Value | None, prose: Prose) -> Value | None:
    """The one person whom a prize names; unsure where it has a place for several, or names others beside."""
    if honoured is None:
        return None
    several = (
        prose.search(_SEVERAL)
        or prose.search(_YOU_ALL)
        or prose.search(rf"、{re.escape(str(honoured.value))}|{re.escape(str(honoured.value))}、")
    )
    confidence = min(UNSURE, honoured.confidence) if several else honoured.confidence
    return replace(honoured, value=[honoured.value], confidence=confidence)


def _long_enough(title: Value | None) -> Value | None:
    """A title of a few letters is what is left of a longer one."""
    if title is None or not title.known or len(str(title.value)) >= _SHORTEST:
        return title
    return replace(title, confidence=min(UNSURE, title.confidence))


def project(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """A project or an achievement: who took part, as what, from when to when."""
    prose = prose_of(draft)
    row = listed_work(draft.layouts, context)
    if row is not None:
        return kept({name: row.get(name) for name in ("title", "members", "period")})
    team = (
        column_team(draft.layouts)
        or labelled_team(found.get("members", ()), context.names)
        or team_below(draft.layouts, context.names)
    )
    members = team.value() if team else _members_said(prose) or credited(prose)
    if members is None:
        members = whose_part_is_told(prose, context) if draft.kind == "achievement" else addressed(prose, context)
    return kept(
        {
            "title": first(
                closed(_title(draft.layouts, without_colon(labelled.get("title"))), prose),
                closed(first(*(matched(prose, prose.search(one), "t") for one in _NAMINGS)), prose),
                matched(prose, spoken_of(prose), "t"),
                matched(prose, written_of(prose), "t"),
                matched(prose, prose.search(_CREATED) or prose.search(_SHOWN_WORK), "t")
                if draft.kind == "achievement"
                else None,
            ),
            "members": _with_leader(members, draft.layouts, prose),
            "role": role_of(draft.layouts, prose, labelled.get("role"), found, context),
            "period": labelled["period"] if known(labelled, "period") else _period(prose) or only_period(prose),
        }
    )


def _members_said(prose: Prose) -> Value | None:
    """Names in a sentence: 团队成员(张三、李四)."""
    match = prose.search(_MEMBERS_SAID)
    group = next((one for one in ("n", "with", "wrote") if match and match[one]), "n")
    if match and any(NOT_A_NAME.search(name) or _ROLES.search(name) for name in match[group].split("、")):
        return None
    return prose.value(match[group].split("、"), *match.span(group)) if match else None


def _with_leader(members: Value | None, layouts: Sequence[Layout], prose: Prose) -> Value | None:
    """The members, led by whom a label of its own or a sentence names: 课题主持人: 甲, 甲主持的课题, 成员: 乙、丙."""
    leader = next((found for row in rows_in(layouts) if (found := _LEADER.search(row.text))), None)
    leader = leader or prose.search(_LED_BY)
    if members is None or leader is None or leader["n"] in members.value:
        return members
    return replace(members, value=[leader["n"], *members.value])


def _title(layouts: Sequence[Layout], labelled: Value | None) -> Value | None:
    """The labelled title; where another label stands beside the label, the run below it."""
    if labelled is None or not re.search(r"(?:编号|类别|级别|等级|类型|号码?|日期)$", str(labelled.value or "编号")):
        return labelled
    below = beside_or_below(
        layouts, r"(?:项目|课题|成果|工程)名称", r"(?!.*(?:编号|类别|等级)$)[㐀-鿿A-Za-z0-9()、:-]{6,60}"
    )
    return below or left_open(labelled)


_TERM = Regex(r"(?:起止(?:时间|日期|年月)|(?:实施|研究|执行|项目|合作|合同)(?:周期|期限|期间|时间|期)|工期|执行期):?")


def _period(prose: Prose) -> Value | None:
    for match in _TERM.finditer(prose.text):
        for period, start, end in find_periods(prose.text[match.end() : match.end() + 70]):
            if start <= 40:
                return prose.value(period, match.end() + start, match.end() + end)
    return None

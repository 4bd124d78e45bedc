"""Prizes for works of the arts: the work with its genre."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.extract.kinds.licences import rows_in
from dossier.extract.kinds.seeking import matched
from dossier.extract.layout import Layout
from dossier.extract.readers import valued
from dossier.extract.sentences import Prose
from dossier.model import Value
from dossier.text import normalise
from dossier.text.regex import Regex

_WORK_SHOWN = Regex(r"^(?:获奖|参赛|参展)?作品:(?P<t>[㐀-鿿]{0,8}《[^》]{2,40}》)$")
_GENRE = Regex(
    r"(?:作品|(?:担任|承担)?(?:设计|编剧|导演|编导|主演|演出|参演|创作|作曲|作词|排演|制作|录制|录音|混音|拍摄|摄制|摄影|剪辑|播出|播讲|主持|采写|采编|编排|演唱|演奏|演播|舞美|灯光)的)(?P<t>[㐀-鿿]{1,6}《[^》]{2,40}》)(?=,?(?:在[^。;]{2,44})?(?:荣?获|被评))"
)
"""A work with what it is before its name: 漆屏《……》."""

_OF_A_KIND = Regex(
    r"(?:作品|(?:选送|送展|创作|设计|制作|完成|申报)的)(?P<t>《[^》]{2,40}》(?!中|一[文书]|的|项目|课题|论文|成果|荣?获|被评|在|参)(?:(?!荣?获|被评)[㐀-鿿]){1,6}?)"
    r"(?=,|在[^。;]{2,44}?(?:荣?获|被评)|(?:参加|参展|入选)[^。;]{2,60}?(?:荣?获|被评)|荣?获|被评)"
)
"""A work with what it is behind its name: 《……》挂屏."""

_CONTEST = Regex(
    r"(?:大赛|竞赛|比赛|会演|展演|锦标赛)(?:的)?(?P<t>(?!中(?!餐|医|药|式|西|文|国|外|小学|职|华|草))[㐀-鿿]{2,14}(?:赛项|赛道|项目组))(?:的?比赛)?中?,"
)
"""The contest of several at one event, in which somebody or their pupils won: 技能大赛中餐面点赛项中,."""


def contest(prose: Prose) -> Value | None:
    """The event in which somebody won, where a work has no name."""
    return matched(prose, prose.search(_CONTEST), "t")


def work_shown(layouts: Sequence[Layout], prose: Prose) -> Value | None:
    """The work a prize is for, with what it is before its name."""
    for row in rows_in(layouts):
        match = _WORK_SHOWN.match(row.text)
        spot = row.spot(*match.span("t")) if match else None
        if match and spot:
            return valued(normalise(match["t"]), spot)
    return matched(prose, prose.search(_GENRE) or prose.search(_OF_A_KIND), "t")

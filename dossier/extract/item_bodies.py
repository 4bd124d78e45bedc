"""Where a notice names an item (560-8) without publishing it: in brackets that say what another item is made of, in
the words of an opinion that is quoted, in the text below another item's heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from dossier.extract.choices import Mention
from dossier.extract.sentences import Prose
from dossier.extract.wording import ITEM_WORDS, SPEAKS_OF_PUBLISHING
from dossier.text.regex import Regex

NUMBER = r"(?:[一二三四五六七八九十\d]{1,2}[、.)]|[甲乙丙丁][、.]|\([一二三四五六七八九十\d]{1,2}\))"
"""What numbers an entry: 一、 1. (二)."""
_HEAD_BEFORE, _NUMBERED_BEFORE, _HEAD_BEHIND = (
    Regex(rf"(?:{NUMBER}|^\d{{0,2}})[\"“《]?[㐀-鿿·]{{0,8}}$"),
    Regex(rf"{NUMBER}[\"“《]?[㐀-鿿·]{{0,8}}$"),
    Regex(r"[”\"》]?(?:\([^()]{0,30}\))?(?P<ends>[:。]|--?|)"),
)
"""What stands before and behind the name of an item that heads its entry; behind a numbered one a full
stop or nothing more on the row."""
_BRACKETS = Regex(r"\([^()]*\)")
_QUOTED = Regex(
    r"(?:(?<!大家)(?<!听取)(?<!征求)(?<!征集)(?<!群众)(?<!职工)(?<!各方)意见|评语|评价|结论)(?:如下|为|是)?:"
)
"""What announces an opinion's own words."""
_QUOTE = 400
"""Characters at most that an opinion takes."""
_QUOTE_ENDS = Regex(r"现予|予以公示|现(?:将|对|就|公示)|公示(?:时间|期|地点|方式|内容|如下)|特此|监督|联系|如有|若有")
_WEAK = Regex(r"业绩成果|个人业绩|申报[表书]|(?:评审|申报|评聘|推荐)(?:条件|标准|流程|程序)")
"""Words for an item that are as often said of something else."""
_VOUCHED = Regex(r"(?:均|都|内容|经[^,。;]{0,6})?(?:属实|真实|齐全|完整|有效|准确|规范|合格|无误)")
_STEPS = Regex(
    r"(?:程序|流程|步骤)(?:依次)?(?:为|是|如下|包括)?:?[^。;]{0,60}?"
    r"(?:个人申报|初审|审核|审查|复核|复审|考核|答辩|测评|投票|评议|(?<!意见)推荐|上报)[、,→>—\-]+[^。;]{0,60}$"
    r"|→[^。;→]{1,40}→[^。;→]{0,20}$"
)
"""A procedure told step by step: what it names is a step of it. 程序为个人申报、部门初审、推荐意见公示、审核上报, or
between arrows: 申报→初审→张榜."""
_MET = Regex(r"(?:符合|达到|满足|具备|按照|依照|依据|所报|所附|所提交|提交|提供)(?:的|了)?[㐀-鿿]{0,12}$")

_WHO_MEETS = Regex(r"(?:符合|达到|满足|具备)了?[^,。;:、]{0,8}$")
"""Before conditions that an applicant meets, which are no item published: 均符合申报条件."""


_OF_OBJECTORS = Regex(r"反映|举报|异议|实名|署名|投诉|意见者|书面形式")
"""In the clause of a mention: what those who object hand in, or how."""
_PUBLISHES = Regex("公示(?!要求|纪律|期)|公布|公开|张榜|张贴|现[将对就]")
_YET_TO_BE_MADE = Regex(r"(?:由[^,。;]{0,14}|后,?)(?:出具|提出|签署|填写)[^,。;的]{0,8}$|(?:收取|收集|装订|上报)$")
_VALUED = Regex(r"[^,。;]{0,10}?(?:均为|均属|属实|真实|为原件|突出|显著|优异|齐全)")
_CITED = Regex("评审(?:文件|政策|办法|细则)|方案$")
_CITES, _ELSEWHERE = (
    Regex(r"(?:依据|按照|根据|依照|遵照|按|详?见|《)[^,。;:》]{0,14}$"),
    Regex(r"[^,。;:]{0,4}(?:见|咨询)"),
)
_HANDED_IN = Regex("(?:报送|提交|递交|呈报|填报|呈交|上交|交)")


def is_spoken_of(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] names an item that its clause only speaks of: what objectors hand in, an opinion that is
    yet to be written, a document that is cited, materials that are praised or vouched for.
    """
    opened = max(text.rfind(mark, 0, start) for mark in ",。;") + 1
    ends = [at for mark in ",。;" if (at := text.find(mark, end)) >= 0]
    before, behind = text[opened:start], text[end : min(ends, default=len(text))]
    clause = before + text[start:end] + behind
    if _OF_OBJECTORS.search(before + text[start:end]) and not _PUBLISHES.search(clause):
        return True
    if _YET_TO_BE_MADE.search(before):
        return True
    if _HANDED_IN.match(text, start) and _VALUED.match(behind):
        return True
    cited = _CITED.search(text[start:end]) is not None
    return cited and (_CITES.search(before) is not None or _ELSEWHERE.match(behind) is not None)


class Told(NamedTuple):
    """The mentions that name what is published; `doubted`: codes that may be published or only be spoken of."""

    mentions: list[Mention]
    doubted: frozenset[str]


def heads(prose: Prose) -> list[tuple[int, int]]:
    """The headings of an enumeration of items, each the item's own words: (二)个人申报材料:评审表、学历……

    None on a page that speaks of no publishing, or with fewer than two of them.
    """
    text = prose.text
    found = [
        Mention(code, *match.span())
        for code, words in ITEM_WORDS.items()
        for match in words.finditer(text)
        if _heads_an_entry(prose, match.start(), match.end())
    ]
    several = len({one.code for one in found}) > 1 and SPEAKS_OF_PUBLISHING.search(text)
    return sorted((one.start, one.end) for one in found) if several else []


def _heads_an_entry(prose: Prose, start: int, end: int) -> bool:
    row = max((at for at in prose.row_starts if at <= start), default=0)
    behind = _HEAD_BEHIND.match(prose.text, end)
    if behind is None or not (behind["ends"] or behind.end() in prose.row_starts):
        return False
    if row == start and end in prose.row_starts and _opens_a_text(prose, end) and not _lists_on(prose, start, end):
        return True
    before = _HEAD_BEFORE if behind["ends"] in (":", "-", "--") else _NUMBERED_BEFORE
    return before.search(prose.text[row:start]) is not None


def _opens_a_text(prose: Prose, start: int) -> bool:
    """Whether a row is so long that it is no option of a list: the text beside the name of an item in a table."""
    end = min((at for at in prose.row_starts if at > start), default=len(prose.text))
    says = not _TO_COME.search(prose.text, start, end) and not _DAYS.fullmatch(prose.text, start, end)
    return end - start >= _TEXT and says


def _lists_on(prose: Prose, start: int, end: int) -> bool:
    """Whether the row below text[start:end] is the next of a list: another item in its place, with whose it is."""
    stop = min((at for at in prose.row_starts if at > end), default=len(prose.text))
    return any(
        _begins_a_run(prose, match.start())
        and (match.end() == stop or _WHOSE.match(prose.text, match.end(), stop) is not None)
        for words in ITEM_WORDS.values()
        if words.fullmatch(prose.text, start, end) is None
        for match in words.finditer(prose.text, end, stop)
    )


def _begins_a_run(prose: Prose, at: int) -> bool:
    """Whether a place begins a row, save for a mark, or stands apart from what is before it on its row."""
    row = max((one for one in prose.row_starts if one <= at), default=0)
    if _MARK.fullmatch(prose.text, row, at) is not None:
        return True
    before, own = prose.spot(at - 1, at), prose.spot(at, at + 1)
    apart = before is not None and own is not None and before.sheet == own.sheet
    return apart and own.box.x0 - before.box.x1 > own.box.height  # type: ignore[union-attr]


_WHOSE = Regex(r"\([^()]{2,60}\)[,、;。]?$")
"""Behind an item: whose it is, to the end of the row."""
_MARK = Regex(rf"[^\w(]?|{NUMBER}")
_TEXT = 15
_DAYS = Regex(r"[\d年月日号.,/~—\-至到起止自从]+(?:\([^()]{1,12}\))?")
"""A period in the place of a text: when the item beside it was published."""
_TO_COME = Regex(
    "[等待](?:公示|鉴定|评议|研究|考核|会议)|另行|暂[不缺无]|尚未|届时|未(?:形成|出具|公示|作出)|填写|粘贴"
)
"""What is said in the place of a text that is not there yet."""


def published(prose: Prose, mentions: Sequence[Mention]) -> Told:
    """Of the mentions those that are not part of what is said of another item."""
    left_out = {one: _why_not(prose, one, mentions) for one in mentions}
    kept = [one for one in mentions if left_out[one] is None]
    named = {one.code for one in kept}
    doubted = frozenset(one.code for one in mentions if left_out[one] == "doubtful" and one.code not in named)
    return Told(kept, doubted)


def _why_not(prose: Prose, one: Mention, mentions: Sequence[Mention]) -> str | None:
    """`surely` or `doubtful` where a mention is no item published; None where it is one."""
    text = prose.text
    if one.code == "conditions_and_procedure" and _WHO_MEETS.search(text[max(0, one.start - 12) : one.start]):
        return "surely"
    if _in_brackets_behind(text, one, mentions):
        return "surely" if _WEAK.fullmatch(text, one.start, one.end) else "doubtful"
    if one.code != "conditions_and_procedure" and _STEPS.search(text[max(0, one.start - 140) : one.start]):
        return "surely"
    own = heads(prose)
    if (one.start, one.end) in own:
        return None
    if _quoted(text, one):
        vouched = _VOUCHED.match(text, one.end) or _MET.search(text[max(0, one.start - 20) : one.start])
        return "surely" if vouched else "doubtful"
    below = [(end, following) for (_, end), (following, _) in pairwise(own)]
    return "doubtful" if any(end <= one.start < following for end, following in below) else None


def _in_brackets_behind(text: str, one: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a mention stands in brackets right behind another item: 评审条件(学历资历、工作量、业绩成果)."""
    for brackets in _BRACKETS.finditer(text):
        if brackets.start() <= one.start and one.end <= brackets.end():
            return any(other.end == brackets.start() and other.code != one.code for other in mentions)
    return False


def _quoted(text: str, one: Mention) -> bool:
    """Whether a mention stands in the words of an opinion, up to the next entry or to what is said of the notice.

    Alone behind the head of a numbered entry it says what is published: 3.单位意见:中心的考核鉴定意见;
    """
    opening = list(_QUOTED.finditer(text, max(0, one.start - _QUOTE), one.start))
    if not opening or one.start < opening[-1].end():
        return False
    between = text[opening[-1].end() : one.start]
    if _NUMBERED_BEFORE.search(text[: opening[-1].start()]) and not re.search(r"[,。;]", between):
        return not re.match(r"[。;]", text[one.end :])
    return not (
        _QUOTE_ENDS.search(between) or re.search(rf"[。;]{NUMBER}", between) or re.search(rf"{NUMBER}$", between)
    )

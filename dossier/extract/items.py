"""Which of the three items a notice, its photograph or the certificate of its result calls published (560-8)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dossier.extract.choices import TICK_NOT_READ, Choice, Mention, chosen
from dossier.extract.item_bodies import NUMBER, heads, is_spoken_of, published
from dossier.extract.item_lists import listed, numbered_labels, sentence_end
from dossier.extract.sentences import Prose
from dossier.extract.ticks import BOXES, TICKS
from dossier.extract.wording import ALL_THREE, CONTENT_LABEL, ITEM_WORDS, LEGAL_BASIS, MAY_BE_SEEN, SPEAKS_OF_PUBLISHING
from dossier.model import Value
from dossier.text.regex import Regex

ITEMS = ("conditions_and_procedure", "application_materials", "unit_opinion")
_BEHIND = (
    r"W(?:HEN|HERE)|HOW|公示(?:时间|期|对象|人员|地点|方式|渠道|范围|单位|期限|结果|情况)|监督|联系|特此"
    r"|(?<![㐀-鿿(])附件|附件\d?:"
)
_STOP = Regex(rf"{_BEHIND}|[二三四]、(?!.{{0,6}}意见|[^,。;:]{{0,8}}(?:鉴定|推荐|考核|评价)[^,。;:]{{0,6}}意见)")
"""What follows the contents in a notice."""
_STOP_OF_NUMBERED = Regex(_BEHIND)
_OPENS_NUMBERED = Regex(r"[“\"]?一、")
"""A list whose own entries bear the numbers that elsewhere follow the contents: 现公示:一、……;二、……"""
_HEAD = 16
"""Characters within which an entry of a table of items names its item."""
_LISTED = 300
"""Characters at most that a list of contents takes."""
_LEAD_IN = Regex(r"(?:现将|现对|现就|已将|已对|特将|兹将|兹对)")
_GOES_ON = Regex(
    r"(?:(?:公示|公布|公开|公告)(?:如下)?|如下|包括(?:[一二三四两\d]{1,2}[项个])?[^。;:]{0,4}"
    r"|(?:以下|下列|下面|如下|三项)[^,。;:]{0,6}(?:内容|材料|事项|方面|东西|文件)[^。;]{0,12}):"
)
_WHAT_IS_ABOVE = Regex(r"(?:^|[,。;:])(?:现予|现予以|特予|予以|现)(?:公示|公布)(?=[,。;:]|$)|特此公示")
"""A clause that publishes what stands above it."""
_TITLE = Regex(r"[^,。;:]{0,40}(?:公示|公告|公示书|通知|证明书?|说明|报告|情况表|确认表)")
_HINTS = {
    "conditions_and_procedure": Regex(
        r"(?<!符合)(?<!具备)(?<!满足)(?<!工作)(?<!任职)条件|标准|门槛|尺度|杠[子杠]|条条|条款|规程|章程|流程|步骤|环节|怎[么样](?:评|进行)|够不够格|须知"
    ),
    "application_materials": Regex(
        r"(?<!公示)(?:材料|资料)|表册|申报册|案卷|卷宗|证件|奖状|履历|原件|申报[表书]|证书|论文|代表作|佐证|业绩|一沓"
    ),
    "unit_opinion": Regex(
        r"(?<!司法)(?<!技能)鉴定|评语|考评|考察|(?<!公示)(?<!核实)(?<!核查)(?<!调查)结论|评定意见|组织评价"
    ),
}
"""Words that may mean an item."""
_NAMED_PAPER = Regex(r"《[^》]*》|\([^()]{4,}\)")
"""What is named or told in brackets hints at nothing: 评审条件(学历、资历、业绩条件)."""
_JOINED = Regex(r"(?:\([^()]{0,20}\))?(?:[、,和及与或/]|以及){0,2}")
_NOT_HERE = Regex(
    r"[^,。;]{0,12}?(?:另行|不再|未|暂不|尚未|未予|没有|待[^,。;]{0,6})[^,。;待]{0,4}(?:公示|公布|张榜)"
    r"|[^,。;]{0,4}(?:未公示|未公布|[:(]?(?:否|×|✗)(?![㐀-鿿]))"
    r"|(?:一并|一同|同时)?(?:上传|报送|提交|装订|归档)(?![^。;]{0,8}公示)"
    r"|[^,。;]{0,6}(?:不再)?(?:退还|退回|保管)"
)
"""Behind an item: it is not published here, or something else is done with it."""
_FIRST_ENTRY = Regex(rf"(?:包括|为|有|共)?(?:[一二三四两\d][项个])?:?(?:{NUMBER}|[一二三]是|\d(?=[㐀-鿿]))")
"""With which a list of entries begins: 1.…, (一)…, 三项:一是…, ①…"""
_ENGLISH = Regex("[A-Za-z]")
_OPENS_LIST = Regex(r"\([一1]\)|1[.、]|1(?![份页项次])(?=[㐀-鿿])")
_BOX = Regex(rf"^(?:[{TICKS}{BOXES}]|{NUMBER})+")


def read_items(prose: Prose, labelled: Value | None) -> Value | None:
    """The items spoken of as published, by what is ticked where they are offered. None where none is spoken of."""
    told = _in_labelled(labelled)
    told_of = published(prose, _mentions(prose))
    found = chosen(prose.text, told_of.mentions, prose.row_starts)
    if told is not None and found is not None and labelled is not None and _begins_a_list(prose, labelled, told, found):
        told = labelled = None
    if told is not None and labelled is not None and _content_label(prose) is None:
        beside = _labelled_items(told, labelled)
        hinted = _hints_at(prose, set(ITEMS) - set(beside.value))
        return _doubted(beside) if hinted or _alone(prose) - set(beside.value) else beside
    if found is None or (not found.mentions and told is not None):
        return _labelled_items(told, labelled) if told is not None and labelled is not None else _all_three(prose)
    if not found.mentions:
        return _all_three(prose)
    named = {mention.code for mention in [*found.mentions, *(told.mentions if told else [])]}
    start, end = min(one.start for one in found.mentions), max(one.end for one in found.mentions)
    value = prose.value([item for item in ITEMS if item in named], start, end)
    hinted = _hints_at(prose, set(ITEMS) - named)
    unread = labelled is not None and not labelled.known and _content_label(prose) is None
    sure = found.sure and not unread and not _unparted(found.mentions) and not told_of.doubted and not hinted
    return value if value is None or sure else _doubted(value)


def _hints_at(prose: Prose, unnamed: Collection[str]) -> bool:
    """Whether the page has words that may mean an item that it does not name: it may be published all the same."""
    head = _titles_end(prose)
    spoken = "".join(_of_span(prose, (max(a, head), b)) for a, b in prose.without_conditions() if b > head)
    spoken = _NAMED_PAPER.sub("", spoken)
    return any(_HINTS[item].search(spoken) for item in unnamed)


def _begins_a_list(prose: Prose, labelled: Value, told: Choice, found: Choice) -> bool:
    """Whether a label's value is but the first of numbered entries, each on its row, which the text all names."""
    named, whole = ({mention.code for mention in one.mentions} for one in (told, found))
    begins = _FIRST_ENTRY.match(re.sub(r"\s", "", labelled.raw)) is not None or len(numbered_labels(prose)) > 1
    return found.sure and named < whole and begins


def _unparted(mentions: Sequence[Mention]) -> bool:
    """Two items with nothing between them: a list, or options whose boxes were not read."""
    by_place = sorted(mentions, key=lambda mention: mention.start)
    return any(one.end == other.start and one.code != other.code for one, other in pairwise(by_place))


def _alone(prose: Prose) -> set[str]:
    """Items that are all a row says, save a box: options of which some stand above or below the row of their label."""
    rows = [_BOX.sub("", prose.text[a:b]) for a, b in pairwise([*prose.row_starts, len(prose.text)])]
    return {code for code, words in ITEM_WORDS.items() if any(words.fullmatch(row) for row in rows)}


def _labelled_items(told: Choice, labelled: Value) -> Value:
    named = {mention.code for mention in told.mentions}
    value = replace(labelled, value=[item for item in ITEMS if item in named], reason=None)
    return value if told.sure else _doubted(value)


def _doubted(value: Value) -> Value:
    return replace(value, confidence=min(value.confidence, TICK_NOT_READ))


def _all_three(prose: Prose) -> Value | None:
    """已按规定进行三公示: a sentence that names no item and means all of them."""
    for start, end in prose.without_conditions():
        match = ALL_THREE.search(_blanked(LEGAL_BASIS, prose.text[start:end]))
        if match:
            return prose.value(list(ITEMS), start + match.start(), start + match.end())
    return None


def _in_labelled(labelled: Value | None) -> Choice | None:
    if labelled is None or not labelled.known:
        return None
    text = re.sub(r"\s", "", labelled.raw)
    choice = chosen(text, _said(text, 0))
    return choice if choice is not None and choice.mentions else None


def _mentions(prose: Prose) -> list[Mention]:
    """Items in the body; those of the title where the body names none."""
    head = _titles_end(prose)
    body = [one for span in _item_spans(prose) for one in _said(_of_span(prose, span), span[0])]
    if not body and _WHAT_IS_ABOVE.search(prose.text):
        body = [one for span in prose.without_conditions() for one in _said(_of_span(prose, span), span[0])]
    below = [one for one in body if one.start >= head]
    return sorted(below or body, key=lambda one: one.start)


def _of_span(prose: Prose, span: tuple[int, int]) -> str:
    return _blanked(LEGAL_BASIS, prose.text[span[0] : span[1]])


def _titles_end(prose: Prose) -> int:
    """Where the first rows end that are but a heading."""
    ends = [*prose.row_starts[1:], len(prose.text)]
    head = 0
    for start, end in list(zip(prose.row_starts, ends, strict=False))[:4]:
        if _TITLE.fullmatch(prose.text[start:end]):
            head = end
    return head


def _said(text: str, offset: int) -> list[Mention]:
    """The items a stretch of text names, those apart that it says are not published here."""
    named = [
        Mention(code, *match.span())
        for code, words in ITEM_WORDS.items()
        for match in words.finditer(text)
        if not is_spoken_of(text, *match.span())
    ]
    found = sorted(_apart(named), key=lambda one: one.start)
    kept: list[Mention] = []
    for group in _groups(text, found):
        following = next((one.start for one in found if one.start >= group[-1].end), len(text))
        if not _NOT_HERE.match(text[group[-1].end : following]):
            kept += group
    return [Mention(one.code, one.start + offset, one.end + offset) for one in kept]


def _apart(found: Sequence[Mention]) -> list[Mention]:
    """Of mentions that overlap the longest."""
    kept: list[Mention] = []
    for one in sorted(found, key=lambda mention: mention.start - mention.end):
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return kept


def _groups(text: str, found: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Items of one enumeration."""
    group: list[Mention] = list(found[:1])
    for before, one in pairwise(found):
        if not _JOINED.fullmatch(text[before.end : one.start]):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _blanked(words: Regex, text: str) -> str:
    """The text with what the pattern matches blanked out; places stay the same."""
    return words.sub(lambda match: "_" * len(match.group()), text)


def _content_label(prose: Prose) -> re.Match[str] | None:
    """公示内容 with a colon, or heading a row or a list: 一、公示内容, 〔公示内容〕, 公示内容(一)……"""
    for label in CONTENT_LABEL.finditer(prose.text):
        opened = re.search(rf"(?:{NUMBER}|[〔<(]){{0,2}}$", prose.text[: label.start()])
        begins = opened is not None and opened.start() in prose.row_starts
        end = label.end() + (prose.text[label.end() : label.end() + 1] in ("〕", ">", ")"))
        listed = _OPENS_LIST.match(prose.text, end) is not None
        if label.group().endswith(":") or (
            begins and (listed or end in prose.row_starts or _ENGLISH.match(label.group()))
        ):
            return label
    return None


def _item_spans(prose: Prose) -> list[tuple[int, int]]:
    """Where items count: the part behind 公示内容, else clauses that speak of publishing."""
    text = prose.text
    label = _content_label(prose)
    if label is not None:
        stop = _STOP.search(text[label.end() :])
        end = max(label.end() + (stop.start() if stop else 160), _end_of_table(prose, label.end()))
        above = _beside_and_above(prose, label)
        return [(label.end(), end)] if above is None else [above, (label.end(), end)]
    spans = []
    for a, b in prose.without_conditions():
        for match in re.finditer(r"[^。;]+[。;]?", text[a:b]):
            if SPEAKS_OF_PUBLISHING.search(_blanked(LEGAL_BASIS, match.group())):
                spans.append(_object(text, a + match.start(), a + match.end()))
        spans += [(shown.start("list"), sentence_end(text, shown.end(), b)) for shown in _shown_lists(text, a, b)]
    return _merged([*spans, *heads(prose), *listed(prose)]) or [(0, len(text))]


def _shown_lists(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    return (shown for shown in MAY_BE_SEEN.finditer(text, start, end) if shown["list"])


def _end_of_table(prose: Prose, start: int) -> int:
    """Where the last of the numbered rows below a head ends that each begin with an item; 0 where there are none."""
    end = number = 0
    for row in (at for at in prose.row_starts if start <= at < start + _LISTED):
        opened = Regex(rf"{number + 1}[.、]?").match(prose.text, row)
        if Regex(_BEHIND).match(prose.text, row):
            break
        named = [words.search(prose.text, row, row + _HEAD) for words in ITEM_WORDS.values()]
        if opened and any(named):
            number, end = number + 1, max(one.end() for one in named if one)
    return end if number > 1 else 0


def _beside_and_above(prose: Prose, label: re.Match[str]) -> tuple[int, int] | None:
    """The row above a label that stands in the middle of the height of its options."""
    starts = [start for start in prose.row_starts if start <= label.start()]
    if len(starts) < 2 or starts[-1] != label.start():
        return None
    row, head = prose.spot(starts[-2], starts[-1]), prose.spot(*label.span())
    above = prose.text[starts[-2] : starts[-1]]
    option = re.match(rf"[{TICKS}{BOXES}]|{NUMBER}", above) or any(w.fullmatch(above) for w in ITEM_WORDS.values())
    if row is None or head is None or not option or row.sheet != head.sheet:
        return None
    beside = row.box.x0 > head.box.x1 and head.box.y0 - row.box.y1 < head.box.height
    return (starts[-2], starts[-1]) if beside else None


def _object(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of a sentence that says what is published: from 现将, and through the list that 如下 announces."""
    lead, goes_on = _LEAD_IN.search(text, start, end), _GOES_ON.search(text, start, end)
    if goes_on:
        stop = (_STOP_OF_NUMBERED if _OPENS_NUMBERED.match(text, goes_on.end()) else _STOP).search(text, goes_on.end())
        end = max(end, min(stop.start() if stop else len(text), goes_on.end() + _LISTED))
    return (lead.start() if lead else start), end


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged

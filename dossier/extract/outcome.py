"""What a certificate says came of a publication: no objection, an objection, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dossier.extract.choices import TICK_NOT_READ, Mention, chosen
from dossier.extract.readers import unknown
from dossier.extract.sentences import Prose
from dossier.extract.ticks import BOXES, TICKS
from dossier.extract.wording import ASKED, COMPLAINTS, NO_OBJECTION, OBJECTION, OBJECTION_ABOUT, OF_THE_REST, ZERO
from dossier.model import Value
from dossier.text.regex import Regex

_NOT = Regex(r"未|没|无|不|否|零")
_TITLE = Regex(r"公示无异议(?:证明|的证明|情况|说明|的说明)")
_BOX = Regex(rf"[{TICKS}{BOXES}]|\(\)")
_ANSWERS = "未收到|未发生|没有|不存在|收到|存在|有|无|是|否"
_PAIR = Regex(
    rf"(?:\([{TICKS}]?\)|[{TICKS}{BOXES}])?(?P<x>{_ANSWERS})(?:\([{TICKS}]?\)|[{TICKS}{BOXES}])?[、/,;]?"
    rf"(?:\([{TICKS}]?\)|[{TICKS}{BOXES}])?(?P<y>{_ANSWERS})(?!异议|投诉|举报|反映)(?:\([{TICKS}]?\)|[{TICKS}{BOXES}])?"
)
_QUESTION = 24
"""Characters at most from a word of complaint to the answers to choose from."""
_ANSWER = 40
"""Characters of an answer at most; longer ones are sentences that are searched like all others."""
_COUNTED_BY, _COUNT = "件条起次份例人项", Regex(r"[\d一二两三四五六七八九十]")
"""Words that count complaints, and the figures before them."""
_BLANK_COUNT = Regex(rf"(?:投诉|举报|反映|异议|意见|、)*(?:_+[{_COUNTED_BY}]|[件条](?=[,。;、]|$))")
_LOOKED_INTO = Regex("经查|查实|查证|核查|调查|核实")
"""What is told of complaints that there were, however many."""
_INVESTIGATED = Regex(r"经[^,。;]{0,12}?(?:查|核|调阅|了解|约谈)|调查|核实|核查|查证")
_TOLD = Regex(r"(?:属实|失实|成立|不符|不实|查无实据)[^。;]{0,40}")
_REMAINDER = 220
"""Characters behind an objection in which the certificate itself may tell what came of it."""
_SATISFIED = Regex("(?:未|没有|无)(?:发现|出现|存在)?(?:任何|其他|不良|违规)?问题|群众(?:基本)?满意|一致认可")
"""Words that may mean that nobody objected."""
_SOMEBODY = Regex(
    r"异议(?:处理(?!部门|电话|方式|办法|程序|机制|渠道|单位)|不成立|成立)|撤回|书面提出(?!异议)"
    r"|(?:职工|群众|教师|员工|同志|有人)[^,。;]{0,8}(?:提出|反映|举报)[^,。;无没未]{2,40}?(?:有误|不实|不符|造假|问题|他人|不够|不足|重复)"
)
"""That somebody did object, in other words than those of an objection received."""
_REPORT = Regex(
    r"(?:异议|投诉|举报)(?:核实|调查|处理|受理)(?:情况|报告|电话|部门|邮箱|方式|单位|结论)?|(?:受理|监督|投诉|举报|反映)(?:异议|投诉|举报)*(?:电话|部门|邮箱|方式|单位|渠道|途径|信箱)"
)
"""What is said of handling complaints, not of there being any."""


def read_outcome(prose: Prose, labelled: Value | None = None) -> Value | None:
    """no_objection, objection or not_stated; an objection outweighs the rest. 如有异议，请… is an instruction, neither.

    Two boxes of which none is seen to be ticked are ambiguous, and so is a page that speaks of complaints in words not
    understood. `labelled`: the place that asks for the outcome; left empty it states none.
    """
    if not prose.text:
        return None
    said = sorted(_mentions(prose), key=lambda one: one.start)
    counted = [one for one in said if one.code != "uncounted"]
    if said and (not counted or (len(counted) < len(said) and _LOOKED_INTO.search(prose.text))):
        return _ambiguous(prose, said[0].start, said[-1].end)
    if counted:
        outcome = _chosen(prose, counted)
        complained = _complained(prose) if outcome is not None and outcome.value == "no_objection" else None
        return outcome if complained is None else _ambiguous(prose, *complained)
    title = _TITLE.search(prose.text)
    if title:
        return prose.value("no_objection", *title.span())
    return _unsaid(prose, labelled)


def _complained(prose: Prose) -> tuple[int, int] | None:
    """Where a page that says of something that nobody objected tells in other words that somebody did."""
    for start, end in prose.without_conditions():
        for match in _SOMEBODY.finditer(prose.text, start, end):
            if not _NOT.search(re.split("[,。;]", prose.text[start : match.start()])[-1]):
                return match.span()
    return None


def _chosen(prose: Prose, said: Sequence[Mention]) -> Value | None:
    choice = chosen(prose.text, said, prose.row_starts)
    if choice is None or (choice.sure and _side_by_side(prose.text, choice.mentions)):
        return _ambiguous(prose, said[0].start, said[-1].end)
    objections = [one for one in choice.mentions if one.code == "objection"]
    if objections and not choice.sure and len({one.code for one in choice.mentions}) > 1:
        return _ambiguous(prose, said[0].start, said[-1].end)
    one = (objections or choice.mentions)[0]
    value = prose.value(one.code, one.start, _end_of_conclusion(prose.text, one) if objections else one.end)
    if value is None or choice.sure:
        return value
    return replace(value, confidence=min(value.confidence, TICK_NOT_READ))


def _end_of_conclusion(text: str, objection: Mention) -> int:
    """Where the words end that say what came of looking into an objection, if the certificate itself tells it."""
    behind = re.split("特此", text[objection.end : objection.end + _REMAINDER])[0]
    told = list(_TOLD.finditer(behind)) if _INVESTIGATED.search(behind) else []
    return objection.end + (told[-1].end() if told else 0)


def _side_by_side(text: str, said: Sequence[Mention]) -> bool:
    """Both answers next to each other, of which a tick should have chosen one."""
    return any(
        a.code != b.code and b.start - a.end <= 1 and not re.search(r"[,。;]", text[a.end : b.start])
        for a, b in pairwise(said)
    )


def _ambiguous(prose: Prose, start: int, end: int) -> Value | None:
    spot = prose.spot(start, end)
    return unknown("ambiguous", spot.file, spot.page, spot.box, spot.text) if spot else None


def _unsaid(prose: Prose, labelled: Value | None) -> Value | None:
    """not_stated where nothing is said of complaints; a page that speaks of them otherwise is left to a person."""
    left = list(_unexplained(prose))
    if labelled is not None and labelled.known and labelled.box is not None and len(labelled.raw) <= _ANSWER:
        return unknown("ambiguous", labelled.file, labelled.page, labelled.box, labelled.raw)
    satisfied = _SATISFIED.search(prose.text)
    if not left and satisfied is not None:
        return _ambiguous(prose, *satisfied.span())
    if not left:
        return prose.value("not_stated", 0, len(prose.text))
    if labelled is not None and labelled.reason == "blank":
        return replace(labelled, value="not_stated", reason=None, confidence=0.85)
    return _ambiguous(prose, *left[0])


def _unexplained(prose: Prose) -> Iterator[tuple[int, int]]:
    """Words of complaint outside of instructions and of what is said of handling them."""
    for start, end in prose.without_conditions():
        text = prose.text[:end]
        text = _REPORT.sub(lambda match: "_" * len(match.group()), text)
        for match in COMPLAINTS.finditer(text, start):
            yield match.span()


def _mentions(prose: Prose) -> Iterator[Mention]:
    for start, end in prose.without_conditions():
        yield from _of_clause(prose.text, start, end, prose.row_starts)


def _of_clause(text: str, start: int, end: int, row_starts: Sequence[int]) -> Iterator[Mention]:
    """What text[start:end] says. What one wording has answered is not searched for the next."""
    left = text[:end]
    for one in _paired(left, start):
        yield one
        left = _blanked(left, one.start, one.end)
    for question in ASKED.finditer(left, start):
        answer = question["answer"]
        if answer:
            yield Mention("objection" if answer in ("有", "是") else "no_objection", *question.span())
        left = _blanked(left, *question.span())
    for title in _TITLE.finditer(left, start):
        left = _blanked(left, *title.span())
    for words in (NO_OBJECTION, ZERO):
        for match in words.finditer(left, start):
            if OF_THE_REST.search(text[max(start, match.start() - 16) : match.start()]):
                continue
            if words is NO_OBJECTION or _ends_there(text, match.end(), row_starts):
                yield Mention("no_objection", *match.span())
                left = _blanked(left, *match.span())
    for words in (OBJECTION_ABOUT, OBJECTION):
        for match in words.finditer(left, start):
            if not _denied(left, start, match.start()):
                yield Mention("uncounted" if _lacks_its_count(left, match) else "objection", *match.span())
                left = _blanked(left, *match.span())


def _paired(text: str, start: int) -> Iterator[Mention]:
    """Short answers to choose from behind a question: 异议情况：□有 ☑无."""
    for pair in _PAIR.finditer(text, start):
        if pair["x"] == pair["y"] or not _BOX.search(pair.group()):
            continue
        asked = text[max(start, pair.start() - _QUESTION) : pair.start()]
        if not COMPLAINTS.search(asked):
            continue
        for name in ("x", "y"):
            yield Mention(
                "objection" if pair[name] in ("有", "是", "收到", "存在") else "no_objection", *pair.span(name)
            )


def _denied(text: str, start: int, at: int) -> bool:
    """Whether the clause up to here holds a negation: words of an objection behind it state none."""
    clause = re.split(r"[,。;_□☐☑√✓✔■☒]", text[start:at])[-1]
    return _NOT.search(clause[-24:]) is not None


def _lacks_its_count(text: str, said: re.Match[str]) -> bool:
    """Whether the number of complaints was not read: 收到异议__件. Written in a blank it may be nought."""
    return _BLANK_COUNT.match(text, said.end()) is not None and not _COUNT.search(said.group())


def _ends_there(text: str, at: int, row_starts: Sequence[int]) -> bool:
    """Whether 无 or 0 is all that is said: a row ends, a counting word or no Chinese character follows."""
    return at >= len(text) or at in row_starts or not re.match(r"[㐀-鿿]", text[at]) or text[at] in _COUNTED_BY


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + "_" * (end - start) + text[end:]

"""Enumerations whose entries each say what is published: (一)申报条件和程序;(二)两人的业绩材料;(三)推荐结论 (560-8)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from dossier.extract.choices import Mention
from dossier.extract.item_bodies import is_spoken_of
from dossier.extract.sentences import Prose
from dossier.extract.wording import ITEM_WORDS
from dossier.text.regex import Regex

_LABEL = "公示(?:内容|事项|材料|项目)"
"""A label that is numbered itself where each item has a row of its own: 公示事项A, 公示事项B."""
_STYLES = (
    (r"\({}\)", "一二三四五六七八"),
    ("{}、", "一二三四五六七八"),
    (r"\({}\)", "12345678"),
    (r"{}[.、)](?!\d)", "12345678"),
    ("{}(?=[㐀-鿿])", "12345678"),
    ("{}[、.:]", "甲乙丙丁戊"),
    ("{}[、.:)](?![A-Za-z])", "ABCDEF"),
    ("第{}[项类]?[、.:]?", "一二三四五六七八"),
    ("{}是", "一二三四五六七八"),
    (rf"{_LABEL}{{}}[:.、]?", "一二三四五六七八"),
    (rf"{_LABEL}{{}}[:.、]?", "12345678"),
    (rf"{_LABEL}{{}}[:.、]?", "ABCDEF"),
)
"""How the entries of a list are numbered: the pattern around a number, and the numbers in their order."""
_BEGINS = Regex(r"[:;,。、(和及]$")
"""What may stand before a number that begins no row."""
_LONGEST = 200
"""Characters at most from one number to the next."""
_LAST_ENDS = Regex(r"[。;]|\)(?=[^,。;、]{0,8}(?:公开|公示|公布|张贴))")


_LEAD = 60
"""Characters before a list in which it is announced."""
_PUBLISHES = Regex("公示|公布|公开|张榜|张贴|贴出|公告|内容|如下|下列|以下|事项|几样|几项|三项")
_OTHER_LIST = Regex(r"(?:安排|要求|步骤|程序|流程|下一步|须知|纪律|分工)[^,。;:]{0,6}[:,]?$")
_NUMBER_AT_THE_END = Regex(r"[(第]?[一1甲A][)、.:项类是]*$")
_TO_BE_DONE = Regex("(?:收取|提交|出具|上报|签署|填写|组织|报送|符合|单位出具)(?![^,。;]{0,12}的)")
_KEPT = Regex(r"由[^,。;]{0,10}(?:保管|签署|审核|存档)|后签署")


_NUMBERED_LABEL = Regex(rf"{_LABEL}(?:[一二三四五]|[1-5](?!\d)|[A-E](?![A-Za-z]))")


class Entry(NamedTuple):
    """text[start:end] behind its number."""

    start: int
    end: int


def listed(prose: Prose) -> list[tuple[int, int]]:
    """The first item that each entry of an enumeration names, where its entries name two of the items or more."""
    spans: list[tuple[int, int]] = []
    for entries in _enumerations(prose):
        if not _announced(prose.text[max(0, entries[0].start - _LEAD) : entries[0].start]):
            continue
        named = [first for entry in entries if (first := _first_item(prose.text, entry)) is not None]
        if len({one.code for one in named}) > 1:
            spans += [(one.start, one.end) for one in named]
    return sorted(set(spans))


def numbered_labels(prose: Prose) -> list[int]:
    """The rows that each begin with a label of its own for one item."""
    return [at for at in prose.row_starts if _NUMBERED_LABEL.match(prose.text, at)]


def _announced(lead: str) -> bool:
    """Whether the words before a list announce what is published, and no steps or rules."""
    lead = _NUMBER_AT_THE_END.sub("", lead)
    return _PUBLISHES.search(lead) is not None and _OTHER_LIST.search(lead) is None


def _first_item(text: str, entry: Entry) -> Mention | None:
    """The item named first, of those that begin together the longest."""
    if _TO_BE_DONE.match(text, entry.start) or _KEPT.search(text, entry.start, entry.end):
        return None
    found = [
        Mention(code, *match.span())
        for code, words in ITEM_WORDS.items()
        if (match := words.search(text, entry.start, entry.end)) is not None and not is_spoken_of(text, *match.span())
    ]
    return min(found, key=lambda one: (one.start, -one.end), default=None)


def _enumerations(prose: Prose) -> Iterator[list[Entry]]:
    """Lists of entries numbered in one style from the first number on; the last ends with its sentence."""
    for pattern, numbers in _STYLES:
        for first in _numbers(prose, pattern, numbers[0], 0, len(prose.text)):
            at = [first]
            for number in numbers[1:]:
                following = next(_numbers(prose, pattern, number, at[-1][1], at[-1][1] + _LONGEST), None)
                if following is None:
                    break
                at.append(following)
            if len(at) > 1:
                entries = [Entry(one[1], sentence_end(prose.text, one[1], other[0])) for one, other in pairwise(at)]
                last = _LAST_ENDS.search(prose.text, at[-1][1])
                yield [*entries, Entry(at[-1][1], last.start() if last else len(prose.text))]


def sentence_end(text: str, start: int, end: int) -> int:
    stop = text.find("。", start, end)
    return stop if stop >= 0 else end


def _numbers(prose: Prose, pattern: str, number: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a number stands that begins a row or what follows a mark."""
    for match in Regex(pattern.format(number)).finditer(prose.text, start, min(end, len(prose.text))):
        if match.start() in prose.row_starts or _BEGINS.search(prose.text[: match.start()][-1:]):
            yield match.span()

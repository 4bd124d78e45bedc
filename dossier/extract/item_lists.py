"""Enumerations whose entries each say what is published: (一)申报条件和程序;(二)两人的业绩材料;(三)推荐结论 (560-8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from dossier.extract.choices import Mention
from dossier.extract.sentences import Prose
from dossier.extract.wording import ITEM_WORDS

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
)
"""How the entries of a list are numbered: the pattern around a number, and the numbers in their order."""
_BEGINS = re.compile(r"[:;,。、(和及]$")
"""What may stand before a number that begins no row."""
_LONGEST = 200
"""Characters at most from one number to the next."""
_LAST_ENDS = re.compile(r"[。;]|\)(?=[^,。;、]{0,8}(?:公开|公示|公布|张贴))")


class Entry(NamedTuple):
    """text[start:end] behind its number."""

    start: int
    end: int


def listed(prose: Prose) -> list[tuple[int, int]]:
    """The first item that each entry of an enumeration names, where its entries name two of the items or more."""
    spans: list[tuple[int, int]] = []
    for entries in _enumerations(prose):
        named = [first for entry in entries if (first := _first_item(prose.text, entry)) is not None]
        if len({one.code for one in named}) > 1:
            spans += [(one.start, one.end) for one in named]
    return sorted(set(spans))


def _first_item(text: str, entry: Entry) -> Mention | None:
    """The item named first, of those that begin together the longest."""
    found = [
        Mention(code, *match.span())
        for code, words in ITEM_WORDS.items()
        if (match := words.search(text, entry.start, entry.end)) is not None
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
                entries = [Entry(one[1], other[0]) for one, other in pairwise(at)]
                last = _LAST_ENDS.search(prose.text, at[-1][1])
                yield [*entries, Entry(at[-1][1], last.start() if last else len(prose.text))]


def _numbers(prose: Prose, pattern: str, number: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a number stands that begins a row or what follows a mark."""
    for match in re.compile(pattern.format(number)).finditer(prose.text, start, min(end, len(prose.text))):
        if match.start() in prose.row_starts or _BEGINS.search(prose.text[: match.start()][-1:]):
            yield match.span()

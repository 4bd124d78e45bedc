"""Words of prose that boxes choose among: ticked, left empty, or with a box that was not read at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from dossier.extract.ticks import BOXES, TICKS
from dossier.text.regex import Regex

_TICK = Regex(f"[{TICKS}]")
_TOKEN = Regex(rf"\([{TICKS}]\)|\(\)|[{TICKS}{BOXES}]")
"""A box, also as brackets that wait for a tick: 无异议(√) 有异议( )."""
_LETTERS = "口囗○"
"""Boxes that may be letters: they count right before an option."""
_LEAD = 12
"""Characters at most between a box and the words that tell its option: □公示期间，未收到任何异议."""
_JOINED = Regex(r"[、,和及与]{0,2}")
TICK_NOT_READ = 0.8
"""Confidence at most where a tick is inferred from the empty boxes of the other options."""

State = Literal["ticked", "empty", "bare"]
_Token = tuple[int, int, bool]
"""Beginning and end of a box in the text, and whether it is ticked."""


class Mention(NamedTuple):
    """Words that stand for a code, text[start:end]."""

    code: str
    start: int
    end: int


class Choice(NamedTuple):
    """The mentions that are chosen; all of them where there are no boxes. `sure` False: a tick was inferred."""

    mentions: list[Mention]
    sure: bool


def chosen(text: str, mentions: Sequence[Mention], row_starts: Sequence[int] = ()) -> Choice | None:
    """Which of the mentions are chosen by their boxes; None where there are boxes and all of them are empty.

    An option without a box among options whose boxes are empty was ticked: a ticked box is lost more often than an
    empty one. Ticks behind the options (无异议√ 有异议□) count where no box stands before the first and the last box
    ends its row. `row_starts`: where rows begin in the text; a box counts for words of its own row.
    """
    states = _states(text, mentions, row_starts)
    boxed = {mention.code for mention, state in zip(mentions, states, strict=True) if state != "bare"}
    if not boxed:
        return Choice(list(mentions), True)
    ticked = [mention for mention, state in zip(mentions, states, strict=True) if state == "ticked"]
    bare = [one for one, state in zip(mentions, states, strict=True) if state == "bare" and one.code not in boxed]
    if not ticked and not bare:
        return None
    return Choice([*ticked, *bare], not bare)


def _states(text: str, mentions: Sequence[Mention], row_starts: Sequence[int]) -> list[State]:
    tokens = [(token.start(), token.end(), _TICK.search(token.group()) is not None) for token in _TOKEN.finditer(text)]
    behind = [_behind(tokens, mention) for mention in mentions]
    before = [_before(text, tokens, mentions, index, row_starts) for index in range(len(mentions))]
    if mentions and before[0] is None and "ticked" in behind and _ends_row(text, tokens, mentions[-1], row_starts):
        return [state or "bare" for state in behind]
    states: list[State] = []
    for index, mention in enumerate(mentions):
        between = text[mentions[index - 1].end : mention.start] if index else ""
        joined = between and _JOINED.fullmatch(between)
        state = before[index] or (states[index - 1] if joined else None)
        states.append(state or "bare")
    return states


def _ends_row(text: str, tokens: Sequence[_Token], last: Mention, row_starts: Sequence[int]) -> bool:
    """Whether a box right behind the last option is the last of its row."""
    ends = [end for begin, end, _ in tokens if last.end <= begin <= last.end + 1]
    return bool(ends) and (ends[0] >= len(text) or ends[0] in row_starts or text[ends[0]] in "。;,)")


def _before(
    text: str, tokens: Sequence[_Token], mentions: Sequence[Mention], index: int, row_starts: Sequence[int]
) -> State | None:
    """The box before a mention on its row, no other mention standing between."""
    start = mentions[index].start
    floor = max([0, *(other.end for other in mentions[:index])])
    for begin, end, ticked in reversed(tokens):
        if end > start or begin < floor:
            continue
        between = text[end:start]
        near = len(between) <= (0 if text[begin] in _LETTERS else _LEAD) and not re.search(r"[。;:]", between)
        parted = between and any(end <= at <= start for at in row_starts)
        return ("ticked" if ticked else "empty") if near and not parted else None
    return None


def _behind(tokens: Sequence[_Token], mention: Mention) -> State | None:
    for begin, _, ticked in tokens:
        if mention.end <= begin <= mention.end + 1:
            return "ticked" if ticked else "empty"
    return None

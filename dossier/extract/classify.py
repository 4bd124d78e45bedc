"""Tell a page's kind from its own words and layout: its title line first, then words that only one kind has, then
the phrases it has of each kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from statistics import median

from rapidfuzz import fuzz

from dossier.extract.announcing import announced
from dossier.extract.headlines import LARGER, TitleLine, title_lines
from dossier.extract.layout import Layout
from dossier.extract.parts import PUBLISHED, lists_papers, parts_of
from dossier.extract.vote import GENERIC, clear_vote, shares_of_title
from dossier.policy import DocumentKind
from dossier.text.regex import Regex

TITLED = 20.0
"""Score from which a guess rests on a title of the page's own."""
_ONE_ERROR = 84
"""Similarity (0 to 100) at which a misread title still counts."""
_LONGEST_PATTERN = 10
"""Characters of a pattern's match that count at most: the words in between say nothing."""
_LONGEST_SIGN = 6
"""Characters of a sign that count at most."""
_TOPIC = 12.0
"""What a kind loses on a title of which another kind's own titles have all that tells it apart, and its own nothing."""
_NOTICE = Regex(r"(?:公示|公告|通告)(?:书|栏)?(?:[(（]?[一二三123][)）]?)?")
"""The head of a notice that says nothing of what it publishes."""
_REPORTS = Regex(r"(?:有关)?(?:说明|报告|情况|函|材料)")
_ENDS_AS_ONE = Regex(r"(?<![及和与])(?:公示|公告)$")
_ITEM = Regex("意见|鉴定|条件|程序|材料|推荐")
_VOTED = 14.0
"""Score of a kind for which the phrases of a page speak that bears a title fit for any."""
_LISTED = 28.0
"""Score of a catalogue headed 目录, by the papers it lists: that of a title of two letters."""
_CARDS = frozenset(["id_card", "id_alternative"])
"""Kinds whose words many a form asks for: without their title they are known on a page of few words only."""
_SHORTEST = 5
"""Letters at least of a title that stands low on a page."""
_CARD_ROWS, _CARD_CELLS, _CARD_SENTENCES = 30, 10, 3
_PORTRAIT_ROWS = 3
"""Rows of text at most beside a portrait, whose words many a form prints in the place for one."""
_PART_SCORES = {
    ("paper", "body"): 24.0,
    ("paper", "acceptance_letter"): 45.0,
    ("paper", "index"): 17.0,
    ("paper", "copyright"): 17.0,
    ("paper", "contents"): 14.0,
    ("paper", "cover"): 15.0,
    ("book", "copyright"): 24.0,
    ("book", "contents"): 14.5,
    ("book", "cover"): 13.0,
    ("standard", "cover"): 19.0,
    ("standard", "foreword"): 19.0,
    ("standard", "entry"): 18.0,
    ("standard", "body"): 16.0,
}
"""What a part speaks for its kind. An article's head and a book's cataloguing data outweigh words that stand like a
title, a journal's promise to print the title of a notice by which people are taken on; a list of contents hardly tells
a book from a journal."""


@dataclass(frozen=True)
class Guess:
    """A kind a page may be. Score: above 20 is a title line, above 10 words that only this kind has."""

    kind: str
    score: float
    title: str = ""
    fraction: float = 0.0
    """Height of the title on the page, 0 top to 1 bottom."""
    prominence: float = 0.0
    """0 to 2.6: larger than the page's print, much larger, centred."""


def classify(layout: Layout, kinds: Mapping[str, DocumentKind]) -> list[Guess]:
    """The kinds this page may be, best first. Empty where nothing speaks for any."""
    lines = list(title_lines(layout))
    text = layout.flow.prose.text
    by_title = _by_topic([guess for kind in kinds.values() for guess in _by_title(kind, lines)], kinds)
    by_title = _below_a_notice(by_title) or list(_by_lower_title(layout, kinds))
    if len(layout.flow.rows()) > _PORTRAIT_ROWS:
        by_title = [guess for guess in by_title if guess.kind != "portrait"]
    best: dict[str, Guess] = {}
    for kind in kinds.values():
        titled = (guess for guess in by_title if guess.kind == kind.kind)
        guesses = [*titled, *_by_signs(kind, text, layout), *_by_parts(kind, layout)]
        if guesses:
            best[kind.kind] = max(guesses, key=lambda guess: guess.score)
    return sorted(best.values(), key=lambda guess: -guess.score) or list(_by_phrases(lines, layout, kinds))


def _below_a_notice(guesses: list[Guess]) -> list[Guess]:
    """Below the head 公示 a line like a title of another kind names what is published: 公示(三) / 单位鉴定意见."""
    heads = [
        guess
        for guess in guesses
        if guess.prominence >= 1.0
        and (_NOTICE.fullmatch(guess.title) or (guess.kind == "publicity_notice" and _ENDS_AS_ONE.search(guess.title)))
    ]
    if not heads:
        return guesses
    top = min(guess.fraction for guess in heads)
    return [
        guess
        for guess in guesses
        if guess.kind.startswith("publicity") or guess.fraction < top or not _ITEM.search(guess.title)
    ]


def _by_lower_title(layout: Layout, kinds: Mapping[str, DocumentKind]) -> Iterator[Guess]:
    """A whole title in large letters, low on a small certificate that lies across: it may head its second half."""
    rows, lines = layout.flow.rows(), layout.page.lines
    if layout.page.width <= layout.page.height or len(rows) > _CARD_ROWS or not lines:
        return
    least = LARGER * median(line.box.height for line in lines)
    for run in (run for row in rows for run in row.runs()):
        spot = run.spot()
        if spot is None or spot.box.height < least:
            continue
        for kind in kinds.values():
            if run.prose.text in kind.titles and len(run.prose.text) >= _SHORTEST:
                yield Guess(kind.kind, 20 + len(run.prose.text), run.prose.text, spot.box.cy / layout.page.height, 1.0)


def _by_topic(guesses: list[Guess], kinds: Mapping[str, DocumentKind]) -> list[Guess]:
    """Of the kinds one title line may mean, those lose whose own titles have less of what tells it apart."""
    shares = {title: shares_of_title(title, kinds) for title in {guess.title for guess in guesses}}
    told = [shares[guess.title].get(guess.kind, 0.0) for guess in guesses]
    fullest: dict[str, float] = {}
    for guess, share in zip(guesses, told, strict=True):
        fullest[guess.title] = max(fullest.get(guess.title, 0.0), share)
    return [
        replace(guess, score=guess.score - _TOPIC * (fullest[guess.title] - share))
        for guess, share in zip(guesses, told, strict=True)
    ]


def _by_phrases(lines: list[TitleLine], layout: Layout, kinds: Mapping[str, DocumentKind]) -> Iterator[Guess]:
    """Of a page with a title that fits any kind: the kind whose usual phrases it clearly has."""
    for line in lines:
        if GENERIC.fullmatch(line.text) and line.prominence >= 1.0:
            voted = clear_vote(layout.flow.prose.text, kinds)
            if voted == "publicity_notice" and _reports(line.text, layout):
                voted = "publicity_result"
            if voted is not None:
                yield Guess(voted, _VOTED, line.text)
            return


def _reports(title: str, layout: Layout) -> bool:
    """Whether a page with a notice's phrases tells of what was posted: headed 证明, or 说明 and what came of it."""
    return "证明" in title or (_REPORTS.fullmatch(title) is not None and announced([layout.flow]) == "publicity_result")


def _by_title(kind: DocumentKind, lines: list[TitleLine]) -> Iterator[Guess]:
    for line in lines:
        bare, lower = line.bare, 12 * line.fraction
        for title in kind.titles:
            score = _title_score(bare, title, line.prominence)
            if score:
                yield Guess(kind.kind, score - lower, line.text, line.fraction, line.prominence)
        for pattern in kind.patterns:
            match = re.search(pattern, bare)
            if match and line.prominence >= 1.0:
                yield Guess(
                    kind.kind,
                    21 + _worth(len(match.group())) + line.prominence - lower,
                    line.text,
                    line.fraction,
                    line.prominence,
                )


def _worth(length: int) -> float:
    """Of a pattern's match: its characters, those beyond the usual hardly anything."""
    return min(length, _LONGEST_PATTERN) + 0.1 * max(0, length - _LONGEST_PATTERN)


def _title_score(text: str, title: str, prominence: float) -> float:
    """The longest title wins; one that is the whole line needs no prominence, one that ends it needs some."""
    if text == title:
        return 27 + len(title) + 2 * prominence
    if text.endswith(title) and (prominence >= 1.0 or len(title) >= 6):
        return 23 + len(title) + 2 * prominence
    if title in text and prominence >= 1.5 and len(title) >= 4:
        return 18 + len(title) + prominence
    if len(title) >= 6 and prominence >= 1.0 and _is_misread(text, title):
        return 14 + len(title) + prominence
    return 0.0


def _is_misread(text: str, title: str) -> bool:
    """Whether the text ends with the title but for an error or two; one character may have become two.

    中华人民共和国 alone is no 中华人民共和国护照 misread: what tells a title stands at its end.
    """
    if title.startswith(text):
        return False
    ends = (text[-length:] for length in (len(title), len(title) + 1))
    return any(fuzz.ratio(end, title, score_cutoff=_ONE_ERROR) >= _ONE_ERROR for end in ends)


def _by_signs(kind: DocumentKind, text: str, layout: Layout) -> Iterator[Guess]:
    if kind.kind in _CARDS and not _may_be_card(layout):
        return
    if kind.kind == "portrait" and len(layout.flow.rows()) > _PORTRAIT_ROWS:
        return
    for words in kind.signs:
        if all(_says(text, word) for word in words):
            yield Guess(kind.kind, 10 + min(sum(min(len(word), _LONGEST_SIGN) for word in words) / 2, 9))


def _says(text: str, word: str) -> bool:
    """Whether a page has a word; behind ! one that must be missing, behind ~ a regular expression."""
    if word.startswith("~"):
        return re.search(word[1:], text) is not None
    return word[1:] not in text if word.startswith("!") else word in text


def _may_be_card(layout: Layout) -> bool:
    rows = layout.flow.rows()
    sentences = sum("。" in row.text for row in rows)
    return len(rows) <= _CARD_ROWS and len(layout.cells) < _CARD_CELLS and sentences <= _CARD_SENTENCES


def _by_parts(kind: DocumentKind, layout: Layout) -> Iterator[Guess]:
    if kind.kind == "catalogue" and lists_papers(layout):
        yield Guess(kind.kind, _LISTED, "目录")
    if kind.kind in PUBLISHED:
        for part in parts_of(kind.kind, layout):
            yield Guess(kind.kind, _PART_SCORES[kind.kind, part])

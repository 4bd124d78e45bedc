"""Tell a page's kind from its own words and layout: its title line first, then words that only one kind has, then
the phrases it has of each kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile
from statistics import median

from rapidfuzz import fuzz

from dossier.extract.layout import GAP, Flow, Layout
from dossier.extract.parts import PUBLISHED, lists_papers, parts_of
from dossier.extract.vote import GENERIC, clear_vote, shares_of_title
from dossier.policy import DocumentKind

_NUMBERED = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、.]|\d{1,2}[、.)]|\([一二三四五六七八九十\d]{1,2}\)|附[件:]?\d?|第[一二三四五六七八九十百\d]{1,4}[条章款项])"
)
_ENTRY = re.compile(r"^\d{1,3}(?=[㐀-鿿])|\d{1,3}页?$|\d+份")
"""An entry of a list of documents, not a title."""
_SENTENCE = re.compile(r"[。;!]|,.*,|.{12},|,.{12}|^.{45}")
_SALUTATION = re.compile(
    r"(?:尊敬的.{2,14}|各[^:]{1,12}|[㐀-鿿()]{4,30}(?:委员会|评委会|办公室|厅|局|公司|集团|大学|学院|学校|中学|小学|医院"
    r"|中心|研究院|研究所|协会|学会)):"
)
"""Whom a letter addresses: below stands no title."""
_SPECK = re.compile(r"^[.,'`]+|(?<=[㐀-鿿])[.'`]+(?=[㐀-鿿]|$)")
"""A mark before or among the letters of a title that only a spot on the paper made."""
_TITLE_ZONE = 0.45
"""Share of the page's height in which a title may stand."""
_ONE_ERROR = 84
"""Similarity (0 to 100) at which a misread title still counts."""
_HALF, _TALL, _HEAD_ROWS = (0.35, 0.55), 0.7, 3
"""Shares of width and height of an open booklet that the frame of one of its pages takes; rows that may be a title."""
_LONGEST_PATTERN = 10
"""Characters of a pattern's match that count at most: the words in between say nothing."""
_LARGER = 1.12
"""How much larger a run is than its neighbours on the row, where it may be a title beside notes."""
_TOPIC = 12.0
"""What a kind loses on a title of which another kind's own titles have all that tells it apart, and its own nothing."""
_VOTED = 14.0
"""Score of a kind for which the phrases of a page speak that bears a title fit for any."""
_LISTED = 28.0
"""Score of a catalogue headed 目录, by the papers it lists: that of a title of two letters."""
_CARDS = frozenset(["id_card", "id_alternative"])
"""Kinds whose words many a form asks for: without their title they are known on a page of few words only."""
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


@dataclass(frozen=True)
class _TitleLine:
    text: str
    prominence: float
    """0 to 3: larger than the page's print, centred, alone."""
    fraction: float

    @cached_property
    def bare(self) -> str:
        """Without quotation marks, specks among its letters and what stands in brackets before or behind."""
        unquoted = _SPECK.sub("", re.sub('[“”"]', "", self.text))
        unquoted = re.sub(r"^\(([^()]{4,})\)$", r"\1", unquoted)
        return (
            re.sub(r"^\(?[^()]{0,6}\)|\((?:[^()]{1,16}|[^()]*、[^()]*)\)$", "", unquoted).strip("《》〔〕:*#")
            or self.text
        )


def classify(layout: Layout, kinds: Mapping[str, DocumentKind]) -> list[Guess]:
    """The kinds this page may be, best first. Empty where nothing speaks for any."""
    lines = list(title_lines(layout))
    text = layout.flow.prose.text
    by_title = _by_topic([guess for kind in kinds.values() for guess in _by_title(kind, lines)], kinds)
    if len(layout.flow.rows()) > _PORTRAIT_ROWS:
        by_title = [guess for guess in by_title if guess.kind != "portrait"]
    best: dict[str, Guess] = {}
    for kind in kinds.values():
        titled = (guess for guess in by_title if guess.kind == kind.kind)
        guesses = [*titled, *_by_signs(kind, text, layout), *_by_parts(kind, layout)]
        if guesses:
            best[kind.kind] = max(guesses, key=lambda guess: guess.score)
    return sorted(best.values(), key=lambda guess: -guess.score) or list(_by_phrases(lines, text, kinds))


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


def _by_phrases(lines: list[_TitleLine], text: str, kinds: Mapping[str, DocumentKind]) -> Iterator[Guess]:
    """Of a page with a title that fits any kind: the kind whose usual phrases it clearly has."""
    for line in lines:
        if GENERIC.fullmatch(line.text) and line.prominence >= 1.0:
            voted = clear_vote(text, kinds)
            if voted is not None:
                yield Guess(voted, _VOTED, line.text)
            return


def title_lines(layout: Layout) -> Iterator[_TitleLine]:
    """Rows, and pairs of neighbouring rows, that stand like a title. Prose and numbered headings do not."""
    page = layout.page
    heights = [line.box.height for line in page.lines]
    usual = median(heights) if heights else 10.0
    written = [row for row in layout.rows if row.prose.text and not re.fullmatch(r"[-\d./]+", row.prose.text)]
    rows = takewhile(lambda row: not _SALUTATION.fullmatch(row.prose.text), written)
    tops = [cell.flow for cell in layout.cells if cell.box.width > 0.7 * page.width and cell.box.y0 < 0.2 * page.height]
    previous: Flow | None = None
    for row in [*rows, *tops, *_heads_of_an_opening(layout)]:
        spot = row.spot()
        text = row.prose.text
        if spot is None or spot.box.cy > _TITLE_ZONE * page.height:
            previous = None
            continue
        if len(text) <= 45 and not _SENTENCE.search(text) and not _NUMBERED.match(text) and not _ENTRY.search(text):
            prominence = _prominence(row, layout, usual)
            yield _TitleLine(text, prominence, spot.box.cy / page.height)
            before = previous.spot() if previous is not None else None
            if previous is not None and before is not None and spot.box.y0 - before.box.y1 < 2.0 * before.box.height:
                both = min(prominence, _prominence(previous, layout, usual))
                joined = previous.prose.text + text
                if not _SENTENCE.search(joined):
                    yield _TitleLine(joined, both, before.box.cy / page.height)
            previous = row
        else:
            previous = None
        for run in _runs(row, usual):
            if len(run.prose.text) <= 45 and not _SENTENCE.search(run.prose.text):
                yield _TitleLine(run.prose.text, _prominence(run, layout, usual), spot.box.cy / page.height)


def _heads_of_an_opening(layout: Layout) -> Iterator[Flow]:
    """The first rows in the frame of one page of an open booklet: its title stands there."""
    page = layout.page
    for cell in layout.cells:
        frames_half = _HALF[0] * page.width < cell.box.width < _HALF[1] * page.width
        if page.width > page.height and frames_half and cell.box.height > _TALL * page.height and cell.flow.text:
            yield from cell.flow.rows()[:_HEAD_ROWS]


def _runs(row: Flow, usual: float) -> Iterator[Flow]:
    """The runs of a row that are set apart and larger than the page's print and than a note beside them."""
    spans = [match.span() for match in re.finditer(f"[^{GAP}]+", row.text)]
    if len(spans) < 2 or _NUMBERED.match(row.prose.text) or re.match(r"\d{1,3}(?=[\t㐀-鿿])", row.text):
        return
    heights = [max((owner[0].box.height for owner in row.owners[a:b] if owner), default=0.0) for a, b in spans]
    large = [i for i, height in enumerate(heights) if height > _LARGER * max(min(heights), usual)]
    yield from (row.part(*spans[i]) for i in large)
    if len(large) > 1 and large == list(range(large[0], large[-1] + 1)):
        yield row.part(spans[large[0]][0], spans[large[-1]][1])


def _prominence(row: Flow, layout: Layout, usual: float) -> float:
    spot = row.spot()
    if spot is None:
        return 0.0
    owned = [owner[0].box.height for owner in row.owners if owner]
    size = max(owned) / usual
    centred = abs(spot.box.cx - _middle(layout)) < 0.09 * layout.page.width
    return (1.0 if size > 1.12 else 0.0) + (0.6 if size > 1.35 else 0.0) + (1.0 if centred else 0.0)


def _middle(layout: Layout) -> float:
    """The middle of what is printed: photos are not centred in their frame."""
    boxes = [line.box for line in layout.page.lines]
    if len(boxes) < 4:
        return layout.page.width / 2
    return (min(box.x0 for box in boxes) + max(box.x1 for box in boxes)) / 2


def _by_title(kind: DocumentKind, lines: list[_TitleLine]) -> Iterator[Guess]:
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
        if all(word[1:] not in text if word.startswith("!") else word in text for word in words):
            yield Guess(kind.kind, 10 + min(sum(map(len, words)) / 2, 9))


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

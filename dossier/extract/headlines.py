"""Rows of a page that stand like a title: larger than its print, centred, at the head; none of its prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, takewhile
from statistics import median

from dossier.extract.layout import GAP, Flow, Layout
from dossier.text.regex import Regex

_NUMBERED = Regex(
    r"^(?:[一二三四五六七八九十]{1,3}[、.]|\d{1,2}[、.)]|\([一二三四五六七八九十\d]{1,2}\)|附[件:]?\d?|第[一二三四五六七八九十百\d]{1,4}[条章款项])"
)
_ENTRY = Regex(r"^\d{1,3}(?=[㐀-鿿])|\d{1,3}页?$|\d+份")
"""An entry of a list of documents, not a title."""
_SENTENCE = Regex(r"[。;!]|,.*,|.{12},|,.{12}|^.{45}")
_SALUTATION = Regex(
    r"(?:尊敬的.{2,14}|各[^:]{1,12}|[㐀-鿿()]{4,30}(?:委员会|评委会|办公室|厅|局|公司|集团|大学|学院|学校|中学|小学|医院"
    r"|中心|研究院|研究所|协会|学会)):"
)
"""Whom a letter addresses: below stands no title."""
_SPECK = Regex(r"^[.,'`]+|(?<=[㐀-鿿])[.'`]+(?=[㐀-鿿]|$)")
"""A mark before or among the letters of a title that only a spot on the paper made."""
_YEAR_BEHIND = Regex(r"(?<=[表册单])(?:19|20)\d\d年度?$")
"""The year a form is of, at the right of its title's row."""
_TRANSLATED = Regex(r"(?<=[㐀-鿿)])[A-Z][A-Za-z'.,&() -]{7,}$")
"""A title's translation behind it."""
_TITLE_ZONE = 0.45
"""Share of the page's height in which a title may stand."""
_HALF, _TALL, _HEAD_ROWS = (0.35, 0.55), 0.7, 3
"""Shares of width and height of an open booklet that the frame of one of its pages takes; rows that may be a title."""
_HEAD, _FORM = 0.15, Regex(r"[㐀-鿿]{3}(?:表|证明|证书|通知|公示|目录|清单|承诺书|意见书)$")
"""Share of the page's height at its head; how a title ends that is told beside other print."""
_LISTED = Regex(
    r"\d{1,3}(?:[-~—]\d{1,3})?|(?:共?\d{1,2}|[一二三四五六七八九十])[份页张本项]|(?:原|复印|扫描|电子)件|[√✓]|有|无|齐全|已交"
)
"""Stands beside what a list of materials names: pages, copies, marks."""
_LETTER = Regex("[㐀-鿿]")
_MUCH_LARGER, _LEAST_LETTERS, _COLUMN, _PROMINENT = 1.35, 4, 8.0, 2.0
"""Of a title set downwards: its letters over the page's print, how many at least, the width of their column in points,
how prominent it is."""
PLATE_ROWS = 6
"""Rows of text at most on a cover with a plate."""
_FRAMES, _CARD_ROWS, _WIDE = 4, 20, 0.35
"""Frames and rows at most of a page that shows a small certificate opened; share of its width that a frame takes."""
LARGER = 1.12
"""How much larger a run is than its neighbours on the row, where it may be a title beside notes."""


@dataclass(frozen=True)
class TitleLine:
    text: str
    prominence: float
    """0 to 3: larger than the page's print, centred, alone."""
    fraction: float

    @cached_property
    def bare(self) -> str:
        """Without quotation marks, specks among its letters, a translation and a year behind it, brackets around it."""
        unquoted = _TRANSLATED.sub("", _SPECK.sub("", re.sub('[“”"]', "", self.text)))
        unquoted = re.sub(r"^\(([^()]{4,})\)$", r"\1", unquoted)
        unquoted = _YEAR_BEHIND.sub("", unquoted)
        return (
            re.sub(r"^\(?[^()]{0,6}\)|\((?:[^()]{1,16}|[^()]*、[^()]*)\)$", "", unquoted).strip("《》〔〕:*#")
            or self.text
        )


def title_lines(layout: Layout) -> Iterator[TitleLine]:
    """Rows, pairs of neighbouring rows and columns of letters that stand like a title.

    Prose and numbered headings do not.
    """
    page = layout.page
    heights = [line.box.height for line in page.lines]
    usual = median(heights) if heights else 10.0
    yield from _set_downwards(layout, usual)
    written = [row for row in layout.rows if row.prose.text and not re.fullmatch(r"[-\d./]+", row.prose.text)]
    rows = takewhile(lambda row: not _SALUTATION.fullmatch(row.prose.text), written)
    tops = [cell.flow for cell in layout.cells if cell.box.width > 0.7 * page.width and cell.box.y0 < 0.2 * page.height]
    yield from _beside_notes(written[:_HEAD_ROWS], layout, usual)
    previous: Flow | None = None
    for row in [*rows, *tops, *_heads_of_an_opening(layout), *_plate_of_a_cover(layout)]:
        spot = row.spot()
        text = row.prose.text
        if spot is None or spot.box.cy > _TITLE_ZONE * page.height:
            previous = None
            continue
        if _is_short(text) and not _NUMBERED.match(text) and not _ENTRY.search(text):
            prominence = _prominence(row, layout, usual)
            yield TitleLine(text, prominence, spot.box.cy / page.height)
            before = previous.spot() if previous is not None else None
            if previous is not None and before is not None and spot.box.y0 - before.box.y1 < 2.0 * before.box.height:
                both = min(prominence, _prominence(previous, layout, usual))
                joined = previous.prose.text + text
                if not _SENTENCE.search(joined):
                    yield TitleLine(joined, both, before.box.cy / page.height)
            previous = row
        else:
            previous = None
        for run in _runs(row, usual):
            if _is_short(run.prose.text):
                yield TitleLine(run.prose.text, _prominence(run, layout, usual), spot.box.cy / page.height)


def _is_short(text: str) -> bool:
    """Whether a text is no longer than titles are, and no sentence."""
    return len(text) <= 45 and not _SENTENCE.search(text)


def _beside_notes(rows: Sequence[Flow], layout: Layout, usual: float) -> Iterator[TitleLine]:
    """What stands first on a row at the head of a page, with something else on the row: a title beside a year, or
    beside what heads the other half of a wide sheet, no larger than the print of the form below."""
    for row in rows:
        runs = row.runs()
        spot = runs[0].spot() if len(runs) > 1 else None
        if spot is None or spot.box.cy > _HEAD * layout.page.height:
            continue
        first, text = runs[0], runs[0].prose.text
        listed = any(_LISTED.fullmatch(run.prose.text) for run in runs[1:])
        if _FORM.search(text) and _is_short(text) and not _NUMBERED.match(text) and not listed:
            yield TitleLine(text, _prominence(first, layout, usual), spot.box.cy / layout.page.height)


def _set_downwards(layout: Layout, usual: float) -> Iterator[TitleLine]:
    """A title whose large letters stand one below the other, outside of any cell."""
    inside = [cell.box for cell in layout.cells]
    letters = sorted(
        (
            line
            for line in layout.page.lines
            if _LETTER.fullmatch(line.text.strip())
            and line.box.height > _MUCH_LARGER * usual
            and not any(box.contains(line.box.cx, line.box.cy) for box in inside)
        ),
        key=lambda line: (round(line.box.cx / _COLUMN), line.box.cy),
    )
    for _, column in groupby(letters, key=lambda line: round(line.box.cx / _COLUMN)):
        run = list(column)
        if len(run) >= _LEAST_LETTERS and run[0].box.cy < _TITLE_ZONE * layout.page.height:
            text = "".join(line.text.strip() for line in run)
            yield TitleLine(text, _PROMINENT, run[0].box.cy / layout.page.height)


def _heads_of_an_opening(layout: Layout) -> Iterator[Flow]:
    """The first rows in the frame of one page of an open booklet: its title stands there."""
    page = layout.page
    for cell in layout.cells:
        frames_half = _HALF[0] * page.width < cell.box.width < _HALF[1] * page.width
        if page.width > page.height and frames_half and cell.box.height > _TALL * page.height and cell.flow.text:
            yield from cell.flow.rows()[:_HEAD_ROWS]


def _plate_of_a_cover(layout: Layout) -> Iterator[Flow]:
    """The rows in the framed plate of a cover, which bears little else; the first of a small certificate in frames."""
    if len(layout.cells) == 1 and len(layout.flow.rows()) <= PLATE_ROWS:
        yield from layout.cells[0].flow.rows()
    elif 1 <= len(layout.cells) <= _FRAMES and len(layout.flow.rows()) <= _CARD_ROWS:
        highest = min(layout.cells, key=lambda cell: cell.box.y0)
        if highest.box.width > _WIDE * layout.page.width:
            usual = median(line.box.height for line in layout.page.lines)
            heads = highest.flow.rows()[:_HEAD_ROWS]
            yield from (row for row in heads if _height(row) > LARGER * usual)


def _runs(row: Flow, usual: float) -> Iterator[Flow]:
    """The runs of a row that are set apart and larger than the page's print and than a note beside them."""
    spans = [match.span() for match in re.finditer(f"[^{GAP}]+", row.text)]
    if len(spans) < 2 or _NUMBERED.match(row.prose.text) or re.match(r"\d{1,3}(?=[\t㐀-鿿])", row.text):
        return
    heights = [max((owner[0].box.height for owner in row.owners[a:b] if owner), default=0.0) for a, b in spans]
    large = [i for i, height in enumerate(heights) if height > LARGER * max(min(heights), usual)]
    yield from (row.part(*spans[i]) for i in large)
    if len(large) > 1 and large == list(range(large[0], large[-1] + 1)):
        yield row.part(spans[large[0]][0], spans[large[-1]][1])


def _height(row: Flow) -> float:
    spot = row.spot()
    return spot.box.height if spot is not None else 0.0


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

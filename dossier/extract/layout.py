"""A page's lines put in order: table cells, free rows, and text that still knows where each character stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TypeVar

from dossier.extract.copy_mark import without_copy_marks
from dossier.extract.rows import read_twice, rows_of, stands_apart, written
from dossier.extract.rulings import with_lost_rulings
from dossier.extract.streaks import TOUCHING, touch, without_streaks
from dossier.extract.watermarks import without_watermarks
from dossier.model import Box, Line, Page, PageRef
from dossier.text.regex import Regex

T = TypeVar("T")
Owner = tuple[Line, int, int] | None
GAP = "\t"
"""Stands in a flow where two runs on one row are wider apart than a character."""
BREAK = "\n"
"""Stands in a flow between two rows."""
_SMALLEST_CELL = 18.0
"""Points of a cell's longer side; smaller ones are the squares inside characters like 口."""
_FRAMED_LINES, _FRAMED_SHARE = 9, 0.6
"""A ruled box with so many lines, and this share of all lines, is a frame and not a cell."""
_ALL_FRAMED = 4
"""So many lines suffice where nothing stands outside the box: the border of a certificate."""
_DISPUTED, _AGREED = (0.75, 0.8), 0.9
"""Confidence of a line whose two readings differ, each of them sure of its own, and of a part that both read alike."""
_BAND = 7.0
"""Points by which the tops of one table row may differ."""
_RUN = Regex(rf"[^{GAP}{BREAK}]+")


@dataclass(frozen=True)
class Spot:
    """A piece of text and where it stands. Box in points of the upright page."""

    text: str
    file: str
    page: int
    box: Box
    confidence: float
    method: str
    stamped: bool = False

    @property
    def sheet(self) -> PageRef:
        """The page it stands on: its number alone says nothing where a document is of several files."""
        return PageRef(self.file, self.page)


@dataclass(frozen=True)
class Flow:
    """Text in reading order; every character belongs to a line (or to none: GAP and BREAK).

    Brackets, colons and commas are half-width here, whatever was printed: patterns have one spelling to match.
    """

    text: str
    owners: tuple[Owner, ...]
    """Per character: its line, its index there, the line's normalised length."""
    file: str
    page: int

    @cached_property
    def prose(self) -> Flow:
        """The same without gaps, breaks and white space: what sentences are searched in."""
        kept = [i for i, character in enumerate(self.text) if not character.isspace()]
        return Flow("".join(self.text[i] for i in kept), tuple(self.owners[i] for i in kept), self.file, self.page)

    def rows(self) -> list[Flow]:
        """The flow cut at its breaks."""
        parts, start = [], 0
        for index, character in enumerate(self.text + BREAK):
            if character == BREAK:
                if index > start:
                    parts.append(self.part(start, index))
                start = index + 1
        return parts

    def runs(self) -> list[Flow]:
        """The flow cut at its gaps and breaks."""
        return [self.part(*run.span()) for run in _RUN.finditer(self.text)]

    def part(self, start: int, end: int) -> Flow:
        return Flow(self.text[start:end], self.owners[start:end], self.file, self.page)

    def spot(self, start: int = 0, end: int | None = None) -> Spot | None:
        """The place of text[start:end]; None where it holds no character."""
        end = len(self.text) if end is None else end
        owned = [owner for owner in self.owners[start:end] if owner is not None]
        if not owned:
            return None
        spans: dict[int, tuple[Line, int, int, int]] = {}
        for line, index, length in owned:
            _, first, last, _ = spans.get(id(line), (line, index, index, length))
            spans[id(line)] = (line, min(first, index), max(last, index), length)
        box = Box.around(_slice(line, first, last, length) for line, first, last, length in spans.values())
        lines = [line for line, *_ in spans.values()]
        return Spot(
            self.text[start:end].strip(),
            self.file,
            self.page,
            box,
            min(_sureness(line, first, last) for line, first, last, _ in spans.values()),
            "text" if all(line.method == "text" for line in lines) else "ocr",
            any(line.stamped for line in lines),
        )


def _sureness(line: Line, first: int, last: int) -> float:
    """The line's confidence; where two readings of it disagree, the part on which they agree is not in doubt."""
    if not line.raw or not _DISPUTED[0] <= line.confidence <= _DISPUTED[1]:
        return line.confidence
    part = written(line.text)[first : last + 1].strip()
    return _AGREED if part and part in written(line.raw) else line.confidence


def _slice(line: Line, first: int, last: int, length: int) -> Box:
    """The part of a line's box that its characters first … last take, by their number."""
    step = line.box.width / max(length, 1)
    return Box(line.box.x0 + first * step, line.box.y0, line.box.x0 + (last + 1) * step, line.box.y1)


def stacked(flows: Sequence[Flow]) -> Flow:
    """Flows of one page below one another."""
    text = ""
    owners: list[Owner] = []
    for flow in flows:
        if text:
            text, owners = text + BREAK, [*owners, None]
        text += flow.text
        owners += flow.owners
    return Flow(text, tuple(owners), flows[0].file, flows[0].page)


@dataclass(frozen=True)
class Cell:
    """A ruled table cell with the text in it."""

    box: Box
    flow: Flow

    @property
    def text(self) -> str:
        return self.flow.prose.text


@dataclass(frozen=True)
class Layout:
    """A page in reading order."""

    page: Page
    cells: tuple[Cell, ...]
    rows: tuple[Flow, ...]
    """Rows of text outside tables, top to bottom."""
    flow: Flow
    """Everything: rows and table rows by height on the page."""

    @property
    def sheet(self) -> PageRef:
        """Which page it is of which file."""
        return PageRef(self.page.file, self.page.number)

    def right_of(self, cell: Cell) -> Cell | None:
        """The neighbour that begins where the cell ends, on the same height."""
        return self._nearest(cell, lambda b: b.x0 - cell.box.x1, lambda b: cell.box.overlap_y(b))

    def all_right_of(self, cell: Cell) -> Iterator[Cell]:
        """The cells of a row behind one, in their order."""
        beside = self.right_of(cell)
        while beside is not None:
            yield beside
            beside = self.right_of(beside)

    def left_of(self, cell: Cell) -> Cell | None:
        return self._nearest(cell, lambda b: cell.box.x0 - b.x1, lambda b: cell.box.overlap_y(b))

    def below(self, cell: Cell) -> Cell | None:
        return self._nearest(cell, lambda b: b.y0 - cell.box.y1, lambda b: cell.box.overlap_x(b))

    def _nearest(self, cell: Cell, distance: Callable[[Box], float], shared: Callable[[Box], float]) -> Cell | None:
        near = [
            other
            for other in self.cells
            if other is not cell and -6 <= distance(other.box) <= 8 and shared(other.box) > 0.6
        ]
        inner = [one for one in near if not any(_lies_in(other.box, one.box) for other in near if other is not one)]
        return min(inner, key=lambda other: (abs(distance(other.box)), other.box.y0, other.box.x0), default=None)


def lay_out(page: Page) -> Layout:
    """Put the lines of a page into its cells and rows."""
    homes: dict[int, list[Line]] = {}
    free: list[Line] = []
    whole = without_streaks(page.cells, page.lines, page.height)
    kept = with_lost_rulings([box for box in whole if _is_cell(box, page)], page.lines)
    boxes = [line.box for line in page.lines]
    outside = [box for box in boxes if not any(one.contains(box.cx, box.cy) for one in kept)]
    cells = sorted((box for box in kept if not _cuts_a_text(box, outside, boxes)), key=lambda box: box.area)
    for line in without_watermarks(without_copy_marks(page.lines)):
        home = next((i for i, box in enumerate(cells) if box.grown(1.5).contains(line.box.cx, line.box.cy)), None)
        if home is None:
            free.append(line)
        else:
            homes.setdefault(home, []).append(line)
    made = [Cell(box, _join(rows_of(homes.get(i, ())), page)) for i, box in enumerate(cells)]
    made = [cell for _, _, cell in _by_bands([(cell.box.y0, cell.box.x0, cell) for cell in made])]
    rows = tuple(_join([row], page) for row in rows_of(free))
    return Layout(page, tuple(made), rows, _everything(rows, made, page))


def _is_cell(box: Box, page: Page) -> bool:
    """Neither the inside of a printed character nor a frame around most of the page's text."""
    if max(box.width, box.height) < _SMALLEST_CELL:
        return False
    held = sum(box.contains(line.box.cx, line.box.cy) for line in page.lines)
    if held == len(page.lines):
        return held < _ALL_FRAMED
    return not (held >= _FRAMED_LINES and held >= _FRAMED_SHARE * len(page.lines))


_WITHIN = 0.9
"""Share of a cell that lies within the frame around it."""


def _lies_in(box: Box, frame: Box) -> bool:
    """Whether a cell lies within a larger one, that a ruling not seen has made of several."""
    return box.area < frame.area and box.within(frame) > _WITHIN


def _cuts_a_text(box: Box, outside: Sequence[Box], boxes: Sequence[Box]) -> bool:
    """Whether a side of the box goes through a text: no ruling, but the edge of a coloured ground or a shadow."""
    beside = [one for one in outside if min(abs(one.x1 - box.x0), abs(one.x0 - box.x1)) < TOUCHING * one.height]
    inside = [one for one in boxes if beside and box.contains(one.cx, one.cy)]
    return any(touch(*sorted((one, other), key=lambda b: b.x0)) for one in beside for other in inside)


def _everything(rows: Sequence[Flow], cells: Sequence[Cell], page: Page) -> Flow:
    blocks: list[tuple[float, float, Flow]] = []
    for row in rows:
        spot = row.spot()
        if spot:
            blocks.append((spot.box.cy, spot.box.x0, row))
    blocks += [(cell.box.y0 + 2, cell.box.x0, cell.flow) for cell in cells if cell.flow.text]
    return stacked([flow for _, _, flow in _by_bands(blocks)]) if blocks else Flow("", (), page.file, page.number)


def _by_bands(blocks: Sequence[tuple[float, float, T]]) -> list[tuple[float, float, T]]:
    """Sorted by height and, where tops lie within a few points (a slightly skewed row), from left to right."""
    bands: list[list[tuple[float, float, T]]] = []
    for block in sorted(blocks, key=lambda item: item[0]):
        if bands and block[0] - bands[-1][0][0] <= _BAND:
            bands[-1].append(block)
        else:
            bands.append([block])
    return [block for band in bands for block in sorted(band, key=lambda item: item[1])]


def _join(rows: Sequence[Sequence[Line]], page: Page) -> Flow:
    text = ""
    owners: list[Owner] = []
    for row in rows:
        if text:
            text, owners = text + BREAK, [*owners, None]
        for before, line in pairwise([None, *row]):
            assert line is not None
            if before is not None and stands_apart(before, line):
                text, owners = text + GAP, [*owners, None]
            text_of_line = written(line.text)
            start = read_twice(before, line) if before is not None else 0
            text += text_of_line[start:]
            owners += [(line, index, len(text_of_line)) for index in range(start, len(text_of_line))]
    return Flow(text, tuple(owners), page.file, page.number)

"""Tables read by their headings: the rows below them, each piece under the heading it stands below."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.extract.layout import Flow, Layout, Spot
from dossier.extract.readers import unknown, valued
from dossier.model import Box, Value
from dossier.text.regex import Regex

_OTHER = "other"
_HINT = Regex(r"\([^()]{0,8}\)|:")
_SPECK = Regex(r"(?:(?<=[㐀-鿿])|^)[.,·。、'`](?=[㐀-鿿]|$)")
"""A mark before, among or behind the letters of a heading that only a spot on the paper made."""
_NUMBER = Regex(r"\(?\d{1,3}[).、]?")
_FIGURE = Regex(r"\d(?!\d{3}年)")
"""What begins like a number; a year begins the name of a paper: 2020年度考核表."""
_MEASURE = Regex(r"(?:学时|学分|课时)数?")
_NUMBERING = Regex(r"(?:顺序号|序号|编号|项号)(?=[㐀-鿿])")
"""The head of a column of numbers, where it has run into the next head."""


@dataclass(frozen=True)
class Piece:
    """A ruled cell or a run of a free row."""

    flow: Flow
    box: Box

    @property
    def text(self) -> str:
        return self.flow.prose.text

    @property
    def heading(self) -> str:
        """The text as a heading of a column: without a hint in brackets, a colon and specks."""
        return _SPECK.sub("", _HINT.sub("", self.text))

    @property
    def spot(self) -> Spot | None:
        return self.flow.spot()


Row = Mapping[str, Piece]
"""Heading → the piece below it."""


def rows_under(layouts: Sequence[Layout], headings: Mapping[str, str], needed: Sequence[str]) -> Iterator[Row]:
    """The rows below the headings, which may stand in two rows themselves (学时 over 公需科目 and 专业科目).

    A table that goes on over a page goes on under the headings of the page before. One that is set in blocks side by
    side, each with the same headings, is read block by block.
    """
    heads: dict[str, Box] = {}
    for layout in layouts:
        above: dict[str, Box] = {}
        for band in _block_by_block(bands(pieces(layout)), [headings[name] for name in needed]):
            named = _of_groups(named_heads(band, headings), above)
            named = {**_measures(band, above), **named}
            above = _columns({**_beside(above, named), **named}, band) if named else {}
            if all(name in above for name in needed):
                heads = above
            elif heads and not named:
                yield _placed(band, heads)


def _block_by_block(rows: Sequence[list[Piece]], needed: Sequence[str]) -> list[list[Piece]]:
    """The rows, those from one on that repeats its headings (序号 姓名 等次 序号 姓名 等次) one block after another.

    `needed`: patterns of headings that each block has; 学时 below each of several groups makes no blocks.
    """
    for index, row in enumerate(rows):
        texts = [piece.heading for piece in row]
        width = next((n for n in range(2, len(texts) // 2 + 1) if texts == texts[:n] * (len(texts) // n)), 0)
        block = texts[:width]
        if width and all(any(re.fullmatch(head, text) for text in block) for head in needed):
            edges = [row[at].box.x0 for at in range(width, len(row), width)]
            return [*rows[:index], *_in_blocks(rows[index:], edges)]
    return list(rows)


def _in_blocks(rows: Sequence[list[Piece]], edges: Sequence[float]) -> Iterator[list[Piece]]:
    """`edges`: where the second block begins, and each one behind it."""
    for block in range(len(edges) + 1):
        for row in rows:
            own = [piece for piece in row if sum(piece.box.cx > edge for edge in edges) == block]
            if own:
                yield own


def _placed(band: Iterable[Piece], heads: Mapping[str, Box]) -> Row:
    """Each piece of a row under its heading; words right behind the row's number are not a number, too.

    Words left of a heading in the middle of the first column are in that column.
    """
    row: dict[str, Piece] = {}
    last, leftmost = "", min(heads, key=lambda head: heads[head].x0)
    for piece in band:
        left = piece.box.x1 <= heads[leftmost].x1 and not _NUMBER.fullmatch(piece.text)
        name = head_over(piece.box, heads) or (leftmost if left else None)
        behind = last and _NUMBER.fullmatch(row[last].text) and not _FIGURE.match(piece.text)
        if behind and name in (None, last):
            name = next(
                (one for one in sorted(heads, key=lambda one: heads[one].x0) if heads[one].cx > heads[last].x1), None
            )
        if name is not None and name not in row:
            row[name], last = piece, name
    return row


def named_heads(band: Iterable[Piece], headings: Mapping[str, str]) -> dict[str, Box]:
    """The headings in a row of pieces."""
    named: dict[str, Box] = {}
    for piece in band:
        text, box = piece.heading, piece.box
        run_in = _NUMBERING.match(text)
        if run_in:
            rest = piece.flow.prose.spot(run_in.end())
            text, box = text[run_in.end() :], rest.box if rest else box
        for name, pattern in headings.items():
            if name not in named and (re.fullmatch(pattern, piece.text) or re.fullmatch(pattern, text)):
                named[name] = box
    return named


def _of_groups(named: Mapping[str, Box], above: Mapping[str, Box]) -> dict[str, Box]:
    """Headings, those below a wider one its own: 合计 below 专业科目 is the sum of that, not of the row."""
    parts: dict[str, Box] = {}
    for name, box in named.items():
        group = next((one for one, over in above.items() if one not in named and _is_group(one, over, box)), name)
        parts[group] = box
    return parts


def _measures(band: Iterable[Piece], above: Mapping[str, Box]) -> dict[str, Box]:
    """Of the parts of a heading that is asked for the one with its figures: 学时 beside 结果 below 公需科目."""
    return {
        group: piece.box
        for piece in band
        if _MEASURE.fullmatch(piece.text)
        for group, over in above.items()
        if _is_group(group, over, piece.box)
    }


def _is_group(name: str, over: Box, box: Box) -> bool:
    """Whether a heading that is asked for stands above another and reaches over more than it."""
    if name.startswith(_OTHER):
        return False
    return over.x0 - 2 <= box.x0 and box.x1 <= over.x1 + 2 and over.width > 1.5 * box.width and over.cy < box.y0


def _beside(above: Mapping[str, Box], named: Mapping[str, Box]) -> dict[str, Box]:
    """The headings of the row above, but such as stand over another one: labels of single values (学习年度 2021年)."""
    return {
        name: box
        for name, box in above.items()
        if name in named or not any(one.overlap_x(box) > 0.5 and one.width > 0.6 * box.width for one in named.values())
    }


def _columns(named: Mapping[str, Box], band: Iterable[Piece]) -> dict[str, Box]:
    """Headings with those of columns that are not wanted; one that spans a wanted column is only its group's."""
    boxes = {**{f"{_OTHER} {piece.box.cx:.0f}": piece.box for piece in band}, **named}
    wanted = [box for name, box in boxes.items() if not name.startswith(_OTHER)]
    return {
        name: box
        for name, box in boxes.items()
        if not name.startswith(_OTHER) or not any(box.x0 <= one.cx <= box.x1 for one in wanted)
    }


def head_over(box: Box, heads: Mapping[str, Box]) -> str | None:
    """The heading nearest above a piece, by their middles; one that covers none of it must stand close."""
    name = min(heads, key=lambda head: abs(heads[head].cx - box.cx))
    near = abs(heads[name].cx - box.cx) <= max(heads[name].width, box.width) / 2 + 12
    return name if near else None


def pieces(layout: Layout) -> list[Piece]:
    """Ruled cells with text in them and the runs of free rows."""
    found = [Piece(cell.flow, cell.box) for cell in layout.cells if cell.text]
    for row in layout.rows:
        for run in re.finditer(r"[^\t\n]+", row.text):
            part = row.part(run.start(), run.end())
            if spot := part.spot():
                found.append(Piece(part, spot.box))
    return found


def bands(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces on one height, top to bottom. The lowest cell of a row tells its height: one may span another row, too."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: one.box.cy):
        lowest = min((one.box for one in rows[-1]), key=lambda box: box.height) if rows else None
        if lowest and piece.box.cy - lowest.cy <= 0.5 * min(piece.box.height, lowest.height):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(band, key=lambda one: one.box.x0) for band in rows]


def piece_value(piece: Piece, value: object) -> Value | None:
    """A value that a piece of a row gives; None where there is no value, or nothing is printed in the piece."""
    return valued(value, piece.spot) if piece.spot is not None and value is not None else None


def read_piece(piece: Piece | None, reading: Callable[[str], object | None]) -> Value | None:
    """What a reading makes of a piece's text."""
    return piece_value(piece, reading(piece.text)) if piece is not None else None


def open_piece(piece: Piece) -> Value | None:
    """That what a piece says is not sure to be the applicant's: ambiguous, with its text and place."""
    spot = piece.spot
    return unknown("ambiguous", spot.file, spot.page, spot.box, spot.text) if spot is not None else None


def listed(items: Sequence[object], spots: Sequence[Spot], most: float = 1.0) -> Value | None:
    """A list read from one or several pages, placed on the first of them. `most`: confidence at most."""
    if not items:
        return None
    first = spots[0]
    here = [spot for spot in spots if spot.sheet == first.sheet]
    whole = Spot(
        "、".join(spot.text for spot in spots),
        first.file,
        first.page,
        Box.around(spot.box for spot in here),
        min(most, *(spot.confidence for spot in spots)),
        first.method,
    )
    return valued(list(items), whole)

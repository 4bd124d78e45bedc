"""Words under seals. Red ink is bright in the red channel: there it vanishes, and the black print below stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

import cv2
import numpy as np
from numpy.typing import NDArray

from dossier.model.geometry import Box
from dossier.recognise.engine import Engine, Image
from dossier.recognise.ink import without_red
from dossier.recognise.lines import UPRIGHT, Piece, crop, find_lines
from dossier.recognise.second_pass import DISAGREED, settle
from dossier.text import find_dates, squeeze

BESIDE, ABOVE = 1.2, 0.15
"""How far around a seal lines are looked for, in widths and heights of the seal."""
TALLER = 1.6
"""A piece so many times taller than a line is letters of the ring, not a part of the line."""
DARK = 150
"""Grey level of the surest print once red ink is gone: what is left of the ring's edge is paler."""
PRINT, RULED = 120, 0.9
"""Grey level of black print once red ink is gone, and the dark share of a column that is a ruling."""
COVERED = 0.6
"""Share of a piece from which it is part of a line that was read anew."""
GAP, MOST_REACH = 0.7, 3.0
"""In heights of a line: a gap that ends it, and how far beyond its box a line may go on."""
ENLARGED = 1.5
SIDE = 960


def reread_under(
    engine: Engine, image: Image, pieces: Sequence[Piece], seals: Sequence[Box], borders: Sequence[Box]
) -> list[Piece]:
    """The lines of a page, those touched by a seal read anew without its ink; all boxes in pixels of `image`.

    Lines that only the seal's own text had given rise to are dropped.
    """
    if not seals:
        return list(pieces)
    black = np.asarray(cv2.cvtColor(without_red(image), cv2.COLOR_GRAY2BGR), dtype=np.uint8)
    seen = [box for seal in seals for box in _lines_at(engine, black, seal, borders)]
    tall = TALLER * median([box.height for box in (*seen, *(piece.box for piece in pieces))] or [0.0])
    found = _distinct([box if box.height > tall else _inked(_whole(box, pieces), black, borders) for box in seen])
    crops = [crop(black, box) for box in found]
    both = zip(engine.recognise(crops), engine.recognise(crops, small=True), strict=True)
    readings = [settle(first, second, engine) for first, second in both]
    fresh = [Piece(box, reading, stamped=True) for box, reading in zip(found, readings, strict=True)]
    untouched = [
        piece
        for piece in pieces
        if not any(_touches(piece.box, seal) for seal in seals)
        and not any(piece.box.within(line.box) > COVERED for line in fresh)
    ]
    touched = [piece for piece in pieces if any(_touches(piece.box, seal) for seal in seals)]
    kept = [
        piece
        for piece in touched
        if not any(_same_place(piece.box, line.box) for line in fresh)
        and max(piece.box.within(seal) for seal in seals) < 0.5
    ]
    told = [_with_raw(line, touched) for line in fresh]
    return untouched + kept + [_with_day_made_sure(line, image, black, engine) for line in told]


def _lines_at(engine: Engine, black: Image, seal: Box, borders: Sequence[Box]) -> list[Box]:
    """Boxes of lines that run under the seal or end at it."""
    height, width = black.shape[:2]
    around = seal.grown(BESIDE * seal.width, ABOVE * seal.height)
    left, top = max(0, int(around.x0)), max(0, int(around.y0))
    part = black[top : min(height, int(around.y1)), left : min(width, int(around.x1))]
    large = np.asarray(cv2.resize(part, None, fx=ENLARGED, fy=ENLARGED, interpolation=cv2.INTER_CUBIC), dtype=np.uint8)
    moved = [_moved(border, -left, -top).scaled(ENLARGED) for border in borders]
    boxes = [_moved(box.scaled(1 / ENLARGED), left, top) for box in find_lines(engine, large, moved, SIDE)]
    return [box for box in boxes if _touches(box, seal)]


def _whole(box: Box, pieces: Sequence[Piece]) -> Box:
    """The box drawn out to where the line had been seen to begin and end: the crop around a seal cuts long lines."""
    along = [
        piece.box
        for piece in pieces
        if piece.box.overlap_y(box) > 0.6
        and piece.box.height < TALLER * box.height
        and piece.box.x0 < box.x1
        and piece.box.x1 > box.x0
    ]
    left, right = min([box.x0, *(b.x0 for b in along)]), max([box.x1, *(b.x1 for b in along)])
    return Box(left, box.y0, right, box.y1)


def _inked(box: Box, black: Image, borders: Sequence[Box]) -> Box:
    """The box drawn out over black ink that goes on beside it, up to a gap, a ruling or the border of its cell.

    Where a line leaves the seal, what is left of the ring's edge often ends it too early.
    """
    if box.height >= UPRIGHT * box.width:
        return box
    cell = min((c for c in borders if c.contains(box.cx, box.cy)), key=lambda c: c.area, default=None)
    height, width = black.shape[:2]
    low, high = (max(0, int(cell.x0) + 2), min(width, int(cell.x1) - 2)) if cell is not None else (0, width)
    tall = box.height
    rows = black[max(0, int(box.y0 + 0.15 * tall)) : min(height, int(box.y1 - 0.15 * tall)), :, 0] < PRINT
    around = black[max(0, int(box.y0 - 0.3 * tall)) : min(height, int(box.y1 + 0.3 * tall)), :, 0] < PRINT
    ink, ruled = rows.sum(axis=0) >= 2, around.mean(axis=0) >= RULED
    reach, gap = round(MOST_REACH * tall), max(2, round(GAP * tall))
    after, before = (
        slice(int(box.x1), min(high, int(box.x1) + reach)),
        slice(max(low, int(box.x0) - reach), int(box.x0)),
    )
    right = _last(ink[after], ruled[after], gap)
    left = _last(ink[before][::-1], ruled[before][::-1], gap)
    margin = 0.1 * tall
    x0 = max(low, box.x0 - left - margin) if left else box.x0
    x1 = min(high, box.x1 + right + margin) if right else box.x1
    return Box(x0, box.y0, x1, box.y1)


def _last(ink: NDArray[np.bool_], ruled: NDArray[np.bool_], gap: int) -> int:
    """Columns from the start to the last inked one before a ruling or a gap of more than `gap`; 0 without any."""
    inked = np.flatnonzero(ink[: int(np.argmax(ruled))] if ruled.any() else ink)
    if not len(inked) or inked[0] > gap:
        return 0
    breaks = np.flatnonzero(np.diff(inked) > gap)
    return int(inked[breaks[0] if len(breaks) else -1]) + 1


def _with_raw(line: Piece, before: Sequence[Piece]) -> Piece:
    """The line with what had been read in its place; where both say the same, with the greater confidence."""
    there = sorted((p for p in before if _same_place(p.box, line.box)), key=lambda p: p.box.x0)
    raw = "".join(piece.reading.text for piece in there)
    if squeeze(raw) == squeeze(line.reading.text):
        best = max([line, *there], key=lambda piece: piece.reading.confidence)
        return replace(line, reading=best.reading) if len(there) == 1 else line
    return replace(line, raw=raw)


def _with_day_made_sure(line: Piece, image: Image, black: Image, engine: Engine) -> Piece:
    """The line; where a day in it was not read so with the seal's ink, less sure if its darkest ink says another day.

    A ring that runs along a stroke takes some of it away, and 5 becomes 3 for both models.
    """
    days = _days(line.reading.text)
    if not line.raw or not days:
        return line
    bare = crop(black, line.box)
    dark = engine.recognise([np.where(bare < DARK, bare, np.uint8(255))], small=True)[0]
    if _days(dark.text) in ([], days):
        return line
    coloured = engine.recognise([crop(image, line.box)], small=True)[0]
    believed = dark if _days(coloured.text) == _days(dark.text) else line.reading
    scores = tuple(min(score, DISAGREED) for score in believed.scores)
    return replace(line, reading=replace(believed, scores=scores))


def _days(text: str) -> list[str]:
    return [iso for iso, _, _ in find_dates(text)]


def _touches(box: Box, seal: Box) -> bool:
    return box.within(seal) > 0.02


def _same_place(one: Box, other: Box) -> bool:
    smaller = min(one.area, other.area)
    return smaller > 0 and one.intersection(other) > 0.4 * smaller


def _distinct(boxes: list[Box]) -> list[Box]:
    kept: list[Box] = []
    for box in sorted(boxes, key=lambda box: -box.area):
        if not any(_same_place(box, other) for other in kept):
            kept.append(box)
    return kept


def _moved(box: Box, dx: float, dy: float) -> Box:
    return Box(box.x0 + dx, box.y0 + dy, box.x1 + dx, box.y1 + dy)

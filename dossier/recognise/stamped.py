"""Words under seals. Red ink is bright in the red channel: there it vanishes, and the black print below stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from dossier.model.geometry import Box
from dossier.recognise.engine import Engine, Image
from dossier.recognise.ink import without_red
from dossier.recognise.lines import Piece, crop, find_lines
from dossier.recognise.second_pass import settle
from dossier.text import squeeze

BESIDE, ABOVE = 1.2, 0.15
"""How far around a seal lines are looked for, in widths and heights of the seal."""
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
    found = _distinct([_whole(box, pieces) for seal in seals for box in _lines_at(engine, black, seal, borders)])
    crops = [crop(black, box) for box in found]
    both = zip(engine.recognise(crops), engine.recognise(crops, small=True), strict=True)
    readings = [settle(first, second, engine) for first, second in both]
    fresh = [Piece(box, reading, stamped=True) for box, reading in zip(found, readings, strict=True)]
    untouched = [piece for piece in pieces if not any(_touches(piece.box, seal) for seal in seals)]
    touched = [piece for piece in pieces if any(_touches(piece.box, seal) for seal in seals)]
    kept = [
        piece
        for piece in touched
        if not any(_same_place(piece.box, line.box) for line in fresh)
        and max(piece.box.within(seal) for seal in seals) < 0.5
    ]
    return untouched + kept + [_with_raw(line, touched) for line in fresh]


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
        if piece.box.overlap_y(box) > 0.6 and piece.box.x0 < box.x1 and piece.box.x1 > box.x0
    ]
    left, right = min([box.x0, *(b.x0 for b in along)]), max([box.x1, *(b.x1 for b in along)])
    return Box(left, box.y0, right, box.y1)


def _with_raw(line: Piece, before: Sequence[Piece]) -> Piece:
    """The line with what had been read in its place; where both say the same, with the greater confidence."""
    there = sorted((p for p in before if _same_place(p.box, line.box)), key=lambda p: p.box.x0)
    raw = "".join(piece.reading.text for piece in there)
    if squeeze(raw) == squeeze(line.reading.text):
        best = max([line, *there], key=lambda piece: piece.reading.confidence)
        return replace(line, reading=best.reading) if len(there) == 1 else line
    return replace(line, raw=raw)


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

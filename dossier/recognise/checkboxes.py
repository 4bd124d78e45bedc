"""Check boxes: squares as high as a character, empty, ticked or filled, woven into the lines they stand in.

The recognition models leave a ticked box out more often than not, and read a small black square inside a frame as an
empty box. So boxes are found in the picture, and their state is what the picture shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from dossier.model.geometry import Box
from dossier.recognise.engine import Reading
from dossier.recognise.ink import Grey, strokes, without_red
from dossier.recognise.lines import Piece
from dossier.recognise.view import View

SMALLEST, LARGEST = 5.5, 15.0
"""Points along a side."""
LONGEST = 1.7
"""A stroke that runs out of the box makes the whole so many times as long as a side, at most."""
SQUARE = 1.45
"""The longer side is so many times the shorter at most: the crossed box of some typefaces is higher than wide."""
FRAMED = 0.8
"""Share of each side that is ink."""
EMPTY, TICKED = 0.06, 0.12
"""Share of the inside that is ink: below the one nothing is in it, above the other something is."""
LOW = 0.42
"""A box is no lower than this share of its line: a part of a character is."""
ROOM = 4.0
"""A cell with nothing but a box in it is so many boxes high at most."""
SURE = 0.95
"""Confidence of a character that the picture gives, not the models."""

State = Literal["empty", "ticked", "filled"]
_SIGN = {"empty": "□", "ticked": "☑", "filled": "■"}
_READ_AS_BOX = frozenset("口囗□☐☑☒■█▣√✓✔")
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")
_READ_AS_EMPTY = frozenset("口囗□☐▣")


class CheckBox(NamedTuple):
    """A check box in pixels of the view."""

    box: Box
    state: State


def with_check_boxes(view: View, pieces: Sequence[Piece], cells: Sequence[Box]) -> list[Piece]:
    """The pieces with the check boxes of the page in their texts; alone in a table cell a box is a piece of its own.

    `cells` in pixels of the view.
    """
    woven = list(pieces)
    for found in find_check_boxes(view):
        at = _nearest(found.box, woven)
        if at is not None:
            woven[at] = _woven(woven[at], found)
        elif any(found.box.within(cell) > 0.99 and cell.height <= ROOM * found.box.height for cell in cells):
            woven.append(Piece(found.box, Reading(_SIGN[found.state], (SURE,), (0.5,))))
    return woven


def find_check_boxes(view: View) -> list[CheckBox]:
    """Squares of a character's size with ink on all four sides. A 口 or 田 of the text is one as well."""
    ink = strokes(without_red(view.image), view.dpi)
    found = []
    for x, y, w, h in _candidates(ink, view.scale):
        square = _square(ink[y : y + h, x : x + w], view.scale)
        if square is not None:
            (sx, sy, sw, sh), state = square
            found.append(CheckBox(Box(x + sx, y + sy, x + sx + sw, y + sy + sh), state))
    return [one for one in found if not any(one.box.within(other.box) > 0.9 for other in found if other is not one)]


def _candidates(ink: Grey, scale: float) -> Iterator[tuple[int, int, int, int]]:
    """Connected ink of a box's size with ink all along its left and its lower edge: ticks run out up and right."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    stats = stats[1:]
    sides = stats[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]]
    least, most = SMALLEST * scale, LARGEST * LONGEST * scale
    stats = stats[(sides.min(axis=1) >= least) & (sides.max(axis=1) <= most)]
    stats = stats[np.abs(stats[:, 2] - stats[:, 3]) <= (LONGEST - 1) * np.minimum(stats[:, 2], stats[:, 3])]
    total = cv2.integral((ink > 0).astype(np.uint8))
    band = max(2, round(0.9 * scale))
    x, y, w, h = (stats[:, column] for column in range(4))
    short = np.minimum(w, h)
    left = _share(total, x, y + h - short, x + band, y + h, band)
    lower = _share(total, x, y + h - band, x + short, y + h, band)
    for row in stats[(left >= 0.5) & (lower >= 0.5)]:
        yield int(row[0]), int(row[1]), int(row[2]), int(row[3])


def _share(total: NDArray[np.int32], x0: Grey, y0: Grey, x1: Grey, y1: Grey, band: int) -> NDArray[np.float64]:
    """Share of a band that is ink, for one line of it: a frame one pixel thick in a band of three has a third."""
    ink = total[y1, x1] - total[y0, x1] - total[y1, x0] + total[y0, x0]
    length = np.maximum(x1 - x0, y1 - y0)
    return np.asarray(ink / np.maximum(length, 1), dtype=np.float64).clip(0, band)


def _square(part: Grey, scale: float) -> tuple[tuple[int, int, int, int], State] | None:
    """The square in a cluster of ink, without the strokes that run out of it, and what is in it."""
    outlines, _ = cv2.findContours(part, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    whole = cv2.drawContours(np.zeros_like(part), outlines, -1, 255, cv2.FILLED)
    kernel = max(3, round(0.45 * min(part.shape)) | 1)
    body = cv2.morphologyEx(np.pad(whole, kernel), cv2.MORPH_OPEN, np.ones((kernel, kernel), np.uint8))
    body = body[kernel:-kernel, kernel:-kernel]
    x, y, w, h = cv2.boundingRect(body)
    if not (SMALLEST * scale <= min(w, h) and max(w, h) <= LARGEST * scale and max(w, h) <= SQUARE * min(w, h)):
        return None
    ink = part[y : y + h, x : x + w] > 0
    if (body[y : y + h, x : x + w] > 0).mean() < 0.95 or not _is_framed(ink):
        return None
    edge = max(2, round(0.2 * min(w, h)))
    inside = float(ink[edge:-edge, edge:-edge].mean())
    if EMPTY <= inside <= TICKED:
        return None
    state: State = "empty" if inside < EMPTY else "filled" if ink.mean() > 0.9 else "ticked"
    return (x, y, w, h), state


def _is_framed(ink: NDArray[np.bool_]) -> bool:
    """Whether ink runs along all four sides, within a sixth of the side."""
    band = max(2, round(min(ink.shape) / 6))
    sides = (ink[:band].any(axis=0), ink[-band:].any(axis=0), ink[:, :band].any(axis=1), ink[:, -band:].any(axis=1))
    return all(float(side.mean()) >= FRAMED for side in sides)


def _nearest(box: Box, pieces: Sequence[Piece]) -> int | None:
    """The piece the box stands in, else the one that begins right behind it, else the one that ends before it."""
    best: tuple[float, int] | None = None
    for i, piece in enumerate(pieces):
        room = max(piece.box.height, box.height)
        if piece.box.overlap_y(box) < 0.5:
            continue
        if piece.box.x0 < box.cx < piece.box.x1:
            return i
        ahead, behind = piece.box.x0 - box.x1, box.x0 - piece.box.x1
        distance = ahead if box.cx <= piece.box.x0 else behind + 0.3 * room
        if distance <= 1.3 * room and (best is None or distance < best[0]):
            best = distance, i
    return best[1] if best else None


def _woven(piece: Piece, found: CheckBox) -> Piece:
    """The piece with the sign of the box at its place. A character the models read there stays, if it is no box."""
    reading, sign = piece.reading, _SIGN[found.state]
    if found.box.height < LOW * piece.box.height:
        return piece
    centres = [piece.box.x0 + centre * piece.box.width for centre in reading.centres]
    reach = 0.45 * max(found.box.width, piece.box.height)
    there = [i for i, x in enumerate(centres) if abs(x - found.box.cx) <= reach and reading.text[i].strip()]
    if there:
        i = min(there, key=lambda i: abs(centres[i] - found.box.cx))
        read = reading.text[i]
        within_words = read in "口囗" and i > 0 and _IDEOGRAPH.match(reading.text[i - 1])
        if read not in _READ_AS_BOX or within_words or (read in _READ_AS_EMPTY) == (found.state == "empty"):
            return piece
        text = reading.text[:i] + sign + reading.text[i + 1 :]
        return replace(piece, reading=replace(reading, text=text), raw=piece.raw or reading.text)
    i = sum(x < found.box.cx for x in centres)
    box = Box.around((piece.box, found.box))
    placed = [*centres[:i], found.box.cx, *centres[i:]]
    changed = Reading(
        reading.text[:i] + sign + reading.text[i:],
        (*reading.scores[:i], SURE, *reading.scores[i:]),
        tuple((x - box.x0) / box.width for x in placed),
    )
    return replace(piece, box=box, reading=changed, raw=piece.raw or reading.text)

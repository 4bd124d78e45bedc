"""Which way up a page lies. The classifier proposes; where it is unsure or wants to turn, reading decides."""

from __future__ import annotations

from dossier.recognise.engine import Engine, Image
from dossier.recognise.lines import find_lines, read_lines
from dossier.recognise.view import turned

SURE = 0.7
"""The classifier's probability for upright from which a page is left as it lies."""
SAMPLE = 12
"""Text lines read for each way up."""
WORTH = 1.15
"""By how much another way up must read better than the one the page lies in."""


def turn_needed(engine: Engine, image: Image) -> int:
    """Degrees clockwise (0, 90, 180, 270) by which the page must be turned to stand upright."""
    lies = engine.orientation(image)
    if lies.get(0, 0.0) >= SURE:
        return 0
    likely = sorted(lies, key=lambda turn: lies[turn], reverse=True)[:2]
    turns = {(360 - turn) % 360 for turn in likely}
    legible = {turn: _legibility(engine, turned(image, turn)) for turn in turns | {0}}
    best = max(legible, key=lambda turn: legible[turn])
    return best if legible[best] > WORTH * legible[0] else 0


def _legibility(engine: Engine, image: Image) -> float:
    """How well the longest level lines read: characters times the square of their mean probability."""
    boxes = [box for box in find_lines(engine, image, (), side=960) if box.width > box.height]
    longest = sorted(boxes, key=lambda box: box.width, reverse=True)[:SAMPLE]
    pieces = read_lines(engine, image, longest)
    return sum(len(piece.reading.text) * piece.reading.confidence**2 for piece in pieces)

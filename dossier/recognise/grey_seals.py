"""Round impressions in grey or black: copies and faxes of seals, whose colour and so whose worth cannot be seen."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from dossier.model.geometry import Box
from dossier.model.pages import Seal
from dossier.recognise.cells import Rulings
from dossier.recognise.ink import Grey, strokes
from dossier.recognise.seals import LARGEST_RING, SMALLEST_RING, as_box
from dossier.recognise.shapes import Ellipse, coverage, filling
from dossier.recognise.view import View

WORKING_DPI = 100.0
LEAST_RING = 0.66
"""Share of the ring that must be drawn: logos, portraits and arcs of drawings show less."""
LEAST_GUESS = 0.5
"""Share of its ring from which a first guess is worth fitting."""
STEPS = 12
_MOVES = tuple((x, y, r) for x in (-1, 0, 1) for y in (-1, 0, 1) for r in (-1, 0, 1) if (x, y, r) != (0, 0, 0))
LEAST_TEXT, MOST_TEXT = 0.08, 0.65
"""Share of ink where the ring text runs."""


def find_grey_seals(view: View, rulings: Rulings, taken: Sequence[Box], lines: Sequence[Box]) -> tuple[Seal, ...]:
    """Grey round seals outside the boxes already taken (red seals and pictures) and not made of lines of text.

    All boxes in points. A line of text may run through a seal.
    """
    factor = min(1.0, WORKING_DPI / view.dpi)
    grey = np.asarray(cv2.cvtColor(view.image, cv2.COLOR_BGR2GRAY), dtype=np.uint8)
    for box in taken:
        x0, y0, x1, y1 = view.pixels(box.grown(4))
        grey[y0:y1, x0:x1] = 255
    small = np.asarray(cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    ink = strokes(small, view.dpi * factor)
    ruled = cv2.resize(rulings.both, (ink.shape[1], ink.shape[0]), interpolation=cv2.INTER_AREA)
    ink[ruled > 100] = 0
    found: list[Seal] = []
    bare = ink.copy()
    for x0, y0, x1, y1 in (view.pixels(line) for line in lines):
        bare[int(y0 * factor) : int(y1 * factor), int(x0 * factor) : int(x1 * factor)] = 0
    for circle in _circles(bare, view.scale * factor):
        ring = _refined(ink, circle)
        box = view.box(*(v / factor for v in ring.bounds)).rounded()
        if _is_seal(ink, ring) and not any(as_box(seal).intersection(box) > 0 for seal in found):
            found.append(Seal(box, "round", "grey"))
    return tuple(found)


def _circles(ink: Grey, point: float) -> list[Ellipse]:
    """Circles of a seal's size, best first; `point` is pixels per point."""
    soft = cv2.GaussianBlur(cv2.dilate(ink, np.ones((2, 2), np.uint8)), (3, 3), 0)
    circles = cv2.HoughCircles(
        soft,
        cv2.HOUGH_GRADIENT,
        2,
        minDist=20 * point,
        param1=150,
        param2=70,
        minRadius=int(SMALLEST_RING / 2 * point),
        maxRadius=int(LARGEST_RING / 2 * point),
    )
    best = [] if circles is None else circles[0][:12]
    rings = [Ellipse(float(x), float(y), float(r), float(r), 0.0) for x, y, r in best]
    return [ring for ring in rings if coverage(ink, ring, 0.95, 1.04) >= LEAST_GUESS]


def _refined(ink: Grey, circle: Ellipse) -> Ellipse:
    """The circle moved and resized by single pixels for as long as more of it lies on ink."""
    best, score = circle, _on_ring(ink, circle)
    for _ in range(STEPS):
        tried = [Ellipse(best.x + dx, best.y + dy, best.a + dr, best.b + dr, 0.0) for dx, dy, dr in _MOVES]
        better = max(tried, key=lambda ring: _on_ring(ink, ring))
        if _on_ring(ink, better) <= score:
            break
        best, score = better, _on_ring(ink, better)
    return best


def _on_ring(ink: Grey, ring: Ellipse) -> float:
    return coverage(ink, ring, 0.97, 1.03)


def _is_seal(ink: Grey, ring: Ellipse) -> bool:
    """A drawn ring with a clear margin on its inside, text farther in and nothing like a filled disc."""
    text = filling(ink, ring, 0.6, 0.88)
    return (
        coverage(ink, ring, 0.96, 1.04) >= LEAST_RING
        and LEAST_TEXT <= text <= MOST_TEXT
        and filling(ink, ring, 0.1, 0.5) <= MOST_TEXT
    )

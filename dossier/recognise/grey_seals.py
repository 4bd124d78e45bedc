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
from dossier.recognise.shapes import FLATTEST, Ellipse, coverage, filling
from dossier.recognise.view import View

WORKING_DPI = 100.0
LEAST_RING = 0.72
"""Share of the ring that must be drawn: logos, portraits and arcs of drawings show less."""
STANDS_OUT = 0.25
"""By how much the ring must be drawn more fully than any circle around it: one across lines of text is not."""
LEAST_GUESS = 0.5
"""Share of its ring from which a first guess is worth fitting."""
LONGEST_FLAT = 60.0
"""Points. The level stretch of a ring 6 points thick is shorter than this."""
VIVID, MOST_COLOUR = 90, 0.3
"""Levels between the channels of a strong colour, and the share of a seal's place that may have one."""
STEPS = 24
_STEP = (-1, 0, 1)
_ROUND = tuple((x, y, r, r) for x in _STEP for y in _STEP for r in _STEP)
_OVAL = tuple((x, y, a, b) for x in _STEP for y in _STEP for a in _STEP for b in _STEP)
SURE_RING = 0.85
"""Share of a round ring from which it need not be tried as an oval."""
WIDE, FLAT = 1.12, 0.72
"""The oval tried first: its width over that of the circle found in its place, and its height over its width."""
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
    ink[_long_rulings(rulings, ink.shape, view.scale * factor) > 0] = 0
    found: list[Seal] = []
    bare = ink.copy()
    for x0, y0, x1, y1 in (view.pixels(line) for line in lines):
        bare[int(y0 * factor) : int(y1 * factor), int(x0 * factor) : int(x1 * factor)] = 0
    for circle in _circles(bare, view.scale * factor):
        ring = _refined(ink, circle)
        box = view.box(*(v / factor for v in ring.bounds)).rounded()
        if (
            _is_seal(ink, ring)
            and not _is_picture(view, box)
            and not any(as_box(seal).intersection(box) > 0 for seal in found)
        ):
            found.append(Seal(box, ring.shape, "grey"))
    return tuple(found)


def _is_picture(view: View, box: Box) -> bool:
    """Whether much of the place is strongly coloured, as portraits on red or blue ground and emblems are."""
    x0, y0, x1, y1 = view.pixels(box)
    place = view.image[y0:y1, x0:x1]
    return place.size > 0 and float((np.ptp(place, axis=2) > VIVID).mean()) > MOST_COLOUR


def _long_rulings(rulings: Rulings, shape: tuple[int, ...], point: float) -> Grey:
    """Rulings too long to be the flat stretch of a thick ring, at the size of the ink; `point` is pixels per point."""
    reach = max(3, round(LONGEST_FLAT * point))
    across, down = (
        np.where(cv2.resize(mask, (shape[1], shape[0]), interpolation=cv2.INTER_AREA) > 100, 255, 0).astype(np.uint8)
        for mask in (rulings.across, rulings.down)
    )
    level = cv2.morphologyEx(across, cv2.MORPH_OPEN, np.ones((1, reach), np.uint8))
    upright = cv2.morphologyEx(down, cv2.MORPH_OPEN, np.ones((reach, 1), np.uint8))
    return np.asarray(cv2.bitwise_or(level, upright), dtype=np.uint8)


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
    best = [] if circles is None else circles[0][:40]
    rings = [Ellipse(float(x), float(y), float(r), float(r), 0.0) for x, y, r in best]
    return [ring for ring in rings if coverage(ink, ring, 0.95, 1.04) >= LEAST_GUESS]


def _refined(ink: Grey, circle: Ellipse) -> Ellipse:
    """The circle, or where that is no ring a level oval in its place, moved by single pixels onto the ink."""
    round_ring = _climbed(ink, circle, _ROUND)
    if _on_ring(ink, round_ring) >= SURE_RING:
        return round_ring
    wide, flat = circle.a * WIDE, circle.a * WIDE * FLAT
    starts = [Ellipse(circle.x, circle.y + dy * circle.a, wide, flat, 0.0) for dy in (-0.25, 0.0, 0.25)]
    ovals = [_climbed(ink, start, _OVAL) for start in starts]
    return max([round_ring, *ovals], key=lambda ring: _on_ring(ink, ring))


def _climbed(ink: Grey, start: Ellipse, moves: Sequence[tuple[int, int, int, int]]) -> Ellipse:
    """The ring moved and resized by single pixels for as long as more of it lies on ink."""
    best, score = start, _on_ring(ink, start)
    for _ in range(STEPS):
        tried = [Ellipse(best.x + dx, best.y + dy, best.a + da, best.b + db, 0.0) for dx, dy, da, db in moves]
        better = max(tried, key=lambda ring: _on_ring(ink, ring))
        if _on_ring(ink, better) <= score or better.b < FLATTEST * better.a or better.a < better.b:
            break
        best, score = better, _on_ring(ink, better)
    return best


def _on_ring(ink: Grey, ring: Ellipse) -> float:
    return coverage(ink, ring, 0.97, 1.03)


def _is_seal(ink: Grey, ring: Ellipse) -> bool:
    """A drawn ring that stands out from what lies around it, text on its inside and nothing like a filled disc."""
    text = filling(ink, ring, 0.6, 0.88)
    drawn = coverage(ink, ring, 0.96, 1.04)
    around = max(coverage(ink, ring, 1.13, 1.21), coverage(ink, ring, 1.26, 1.34), coverage(ink, ring, 1.39, 1.47))
    return (
        drawn >= max(LEAST_RING, around + STANDS_OUT)
        and LEAST_TEXT <= text <= MOST_TEXT
        and filling(ink, ring, 0.1, 0.5) <= MOST_TEXT
    )

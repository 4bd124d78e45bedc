"""Ruled tables: the rulings of a page and the regions they enclose, which are its cells, merged ones included."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from dossier.model.geometry import Box
from dossier.recognise.ink import Grey, strokes, without_stamps
from dossier.recognise.view import View

SHORTEST_ACROSS = 18.0
SHORTEST_DOWN = 13.0
"""Points. Shorter strokes are parts of characters, not rulings."""
BRIDGED = 8.0
"""Points. Gaps that JPEG or a threshold tore into a ruling are closed up to this length."""
LONG = 40.0
"""Points. Rulings hang together with at least one unbroken stroke of this length; large characters have none."""
SMALLEST_CELL = 8.0
LARGEST_SHARE = 0.4
"""A region larger than this share of the page is its frame unless other cells adjoin it."""
FULL = 0.75
"""The least share of its bounding box that a cell fills."""
STREAK, DANGLING, WIDEST_STREAK = 0.5, 12.0, 14.0
"""Share of the page's height that a copier's streak takes at least, points from either of its ends to any level ruling
at least, and points it is wide at most, leaning."""
WORKING_DPI = 200.0


@dataclass(frozen=True)
class Rulings:
    """Masks of the view's size: 255 where a ruling runs."""

    across: Grey
    down: Grey

    @property
    def both(self) -> Grey:
        return np.asarray(cv2.bitwise_or(self.across, self.down), dtype=np.uint8)


def rulings(view: View) -> Rulings:
    """Level and upright ruling lines, broken ones mended."""
    factor = min(1.0, WORKING_DPI / view.dpi)
    ink = without_stamps(view.image)
    height, width = ink.shape
    if factor < 1.0:
        ink = np.asarray(cv2.resize(ink, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    dark = strokes(ink, view.dpi * factor)
    point = view.scale * factor
    across = _lines(dark, point, SHORTEST_ACROSS, across=True)
    down = _without_streaks(across, _lines(dark, point, SHORTEST_DOWN, across=False), point)
    across, down = _of_tables(across, down, _long(dark, point))
    if factor < 1.0:
        across, down = (
            np.asarray(cv2.resize(mask, (width, height), interpolation=cv2.INTER_NEAREST), dtype=np.uint8)
            for mask in (across, down)
        )
    return Rulings(across, down)


def cells(view: View, lines: Rulings) -> tuple[Box, ...]:
    """Regions enclosed by rulings, from top to bottom and left to right, in points of the upright page."""
    count, _, stats, _ = cv2.connectedComponentsWithStats(cv2.bitwise_not(lines.both), connectivity=4)
    height, width = view.image.shape[:2]
    regions = []
    for x, y, w, h, area in stats[1:count]:
        touches_edge = x == 0 or y == 0 or x + w == width or y + h == height
        if not touches_edge and min(w, h) >= SMALLEST_CELL * view.scale and area >= FULL * w * h:
            regions.append(Box(float(x), float(y), float(x + w), float(y + h)))
    page = float(height * width)
    kept = [r for r in regions if r.area < LARGEST_SHARE * page or _adjoined(r, regions, 4 * view.scale)]
    return tuple(view.box(*region) for region in sorted(kept, key=lambda r: (round(r.y0 / (4 * view.scale)), r.x0)))


def _adjoined(region: Box, regions: list[Box], reach: float) -> bool:
    around = region.grown(reach)
    return any(
        other is not region and other.within(region) < 0.1 and around.intersection(other) > 0 for other in regions
    )


def _lines(dark: Grey, point: float, shortest: float, across: bool) -> Grey:
    mended = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, _bar(2.0 * point, across))
    found = cv2.morphologyEx(mended, cv2.MORPH_OPEN, _bar(shortest * point, across))
    joined = cv2.morphologyEx(found, cv2.MORPH_CLOSE, _bar(BRIDGED * point, across))
    reaching = cv2.dilate(joined, _bar(3.0 * point, across))
    return np.asarray(cv2.dilate(reaching, np.ones((3, 3), np.uint8)), dtype=np.uint8)


def _without_streaks(across: Grey, down: Grey, point: float) -> Grey:
    """Upright rulings without those of a copier: down most of the page, with no level ruling near either end."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(down, connectivity=8)
    reach = round(DANGLING * point)
    streaks = []
    for index in range(1, count):
        x, y, w, h, _area = stats[index]
        if h < STREAK * down.shape[0] or w > WIDEST_STREAK * point:
            continue
        beside = across[:, max(x - reach, 0) : x + w + reach]
        ends = (beside[max(y - reach, 0) : y + reach], beside[max(y + h - reach, 0) : y + h + reach])
        if not any(np.any(end) for end in ends):
            streaks.append(index)
    return np.where(np.isin(labels, streaks), 0, down).astype(np.uint8) if streaks else down


def _long(dark: Grey, point: float) -> Grey:
    """Strokes, level or upright, that no character is large enough to have."""
    thick = cv2.dilate(dark, np.ones((2, 2), np.uint8))
    strokes_ = [cv2.morphologyEx(thick, cv2.MORPH_OPEN, _bar(LONG * point, across)) for across in (True, False)]
    return np.asarray(cv2.bitwise_or(*strokes_), dtype=np.uint8)


def _of_tables(across: Grey, down: Grey, long: Grey) -> tuple[Grey, Grey]:
    """Rulings that hang together with a long one: strokes of large characters and check boxes fall away."""
    count, labels = cv2.connectedComponents(cv2.bitwise_or(across, down), connectivity=8)
    with_long = np.zeros(count, dtype=bool)
    with_long[np.unique(labels[long > 0])] = True
    with_long[0] = False
    kept = with_long[labels]
    return np.where(kept, across, 0).astype(np.uint8), np.where(kept, down, 0).astype(np.uint8)


def _bar(pixels: float, across: bool) -> Grey:
    length = max(1, round(pixels))
    return np.ones((1, length) if across else (length, 1), dtype=np.uint8)

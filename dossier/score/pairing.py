"""Which of the things found on a page is which of those that are there: by their boxes, each at most once."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

from dossier.model import Box


def pair(true: Sequence[Box], found: Sequence[Box | None], *, near: bool = False) -> dict[int, int]:
    """Positions in `true` → positions in `found`. The greatest overlap pairs first.

    With `near`, what overlaps nothing is then paired with the nearest that is left, if the centres lie no further
    apart than the longer side of the true box. What has no box is never paired.
    """
    boxes = [(number, box) for number, box in enumerate(found) if box is not None]
    overlaps = [(-_likeness(box, other), i, j) for i, box in enumerate(true) for j, other in boxes if _meet(box, other)]
    pairs = _greedy(sorted(overlaps), {})
    if near:
        gaps = [(_gap(box, other), i, j) for i, box in enumerate(true) for j, other in boxes]
        within = [(gap, i, j) for gap, i, j in gaps if gap <= max(true[i].width, true[i].height)]
        pairs = _greedy(sorted(within), pairs)
    return pairs


def _greedy(candidates: Sequence[tuple[float, int, int]], pairs: dict[int, int]) -> dict[int, int]:
    pairs = dict(pairs)
    for _, i, j in candidates:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _meet(box: Box, other: Box) -> bool:
    return box.intersection(other) > 0


def _likeness(box: Box, other: Box) -> float:
    """Shared area over joint area, 0 to 1."""
    shared = box.intersection(other)
    return shared / (box.area + other.area - shared)


def _gap(box: Box, other: Box) -> float:
    return hypot(box.cx - other.cx, box.cy - other.cy)

"""Outlines of seal impressions in a mask of ink: rings (round and oval) and square frames."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from dossier.recognise.ink import Grey

RAYS = 120
"""Directions in which a ring is looked for."""
FLATTEST = 0.55
"""Least ratio of an oval's axes."""


@dataclass(frozen=True)
class Ellipse:
    """A ring, in pixels of the mask it was found in."""

    x: float
    y: float
    a: float
    """Half the axis that lies at `angle`; the longer one."""
    b: float
    angle: float
    """Degrees clockwise from the x axis, −90 to 90."""

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """x0, y0, x1, y1 of the box around it."""
        c, s = math.cos(math.radians(self.angle)), math.sin(math.radians(self.angle))
        half_width, half_height = math.hypot(self.a * c, self.b * s), math.hypot(self.a * s, self.b * c)
        return self.x - half_width, self.y - half_height, self.x + half_width, self.y + half_height

    @property
    def shape(self) -> Literal["round", "oval"]:
        return "round" if self.b >= 0.88 * self.a else "oval"

    def scaled(self, factor: float, dx: float = 0.0, dy: float = 0.0) -> Ellipse:
        """The same ring in a picture `factor` times as large, moved by (dx, dy) afterwards."""
        return Ellipse(self.x * factor + dx, self.y * factor + dy, self.a * factor, self.b * factor, self.angle)

    def points(self, share: float, rays: int = RAYS, start: float = 0.0) -> tuple[NDArray[np.float64], ...]:
        """x and y of `rays` points clockwise on the ring shrunk to `share`, from `start` (degrees of the picture)."""
        across, down, reach = self.rays(rays, start)
        return self.x + share * reach * across, self.y + share * reach * down

    def rays(self, count: int, start: float = 0.0) -> tuple[NDArray[np.float64], ...]:
        """Directions from the middle as cosines and sines, and how far out the ring lies in each."""
        directions, across, down = _directions(count, start)
        turn = math.radians(self.angle)
        u, v = (across, down) if turn == 0.0 else (np.cos(directions - turn), np.sin(directions - turn))
        return across, down, 1 / np.hypot(u / self.a, v / self.b)


@lru_cache(maxsize=64)
def _directions(rays: int, start: float) -> tuple[NDArray[np.float64], ...]:
    directions = np.radians(start) + np.linspace(0, 2 * math.pi, rays, endpoint=False)
    return directions, np.cos(directions), np.sin(directions)


def fit_ring(mask: Grey) -> Ellipse | None:
    """The ellipse through the outermost ink of the mask; print that sticks out is left aside. None: no ring there."""
    outer = _outermost(mask)
    ring: Ellipse | None = None
    for _ in range(4):
        if len(outer) < 20:
            return None
        ring = _ellipse(outer)
        if ring is None:
            return None
        off = _distances(outer, ring)
        near = np.abs(off - np.median(off)) < max(0.03, 1.5 * float(np.median(np.abs(off - np.median(off)))))
        if near.all():
            break
        outer = outer[near]
    return ring if ring is not None and ring.b >= FLATTEST * ring.a else None


def coverage(mask: Grey, ring: Ellipse, inner: float = 0.93, outer: float = 1.05) -> float:
    """The share of directions, 0 to 1, in which ink lies on the ring."""
    return float((_sample(mask, ring, np.arange(inner, outer, 0.02)) > 127).any(axis=0).mean())


def filling(mask: Grey, ring: Ellipse, inner: float, outer: float) -> float:
    """The share of ink, 0 to 1, between two shrunken copies of the ring."""
    return float((_sample(mask, ring, np.arange(inner, outer, 0.02)) > 127).mean())


def frame_coverage(mask: Grey) -> float:
    """For a mask cut to its ink: the smallest share among its four sides along which ink runs, 0 to 1."""
    height, width = mask.shape
    depth = max(2, min(height, width) // 8)
    on = mask > 127
    sides = (on[:depth].any(axis=0), on[-depth:].any(axis=0), on[:, :depth].any(axis=1), on[:, -depth:].any(axis=1))
    return float(min(side.mean() for side in sides))


def _sample(mask: Grey, ring: Ellipse, shares: NDArray[np.floating[Any]]) -> NDArray[np.uint8]:
    """The mask along copies of the ring shrunk to each share, one a row."""
    across, down, reach = ring.rays(RAYS)
    out = shares[:, None] * reach
    x, y = (ring.x + out * across).astype(np.float32), (ring.y + out * down).astype(np.float32)
    return np.asarray(cv2.remap(mask, x, y, cv2.INTER_LINEAR), dtype=np.uint8)


def _outermost(mask: Grey) -> NDArray[np.float32]:
    """The ink pixel farthest from the middle of the mask in each direction."""
    ys, xs = np.nonzero(mask > 127)
    if len(xs) == 0:
        return np.zeros((0, 2), np.float32)
    hull = cv2.convexHull(np.stack([xs, ys], axis=1).astype(np.float32))[:, 0]
    middle = (hull.min(axis=0) + hull.max(axis=0)) / 2
    dx, dy = xs - middle[0], ys - middle[1]
    ray = ((np.arctan2(dy, dx) + math.pi) / (2 * math.pi) * RAYS * 2).astype(int) % (RAYS * 2)
    far = np.hypot(dx, dy)
    order = np.argsort(far)
    last = np.full(RAYS * 2, -1)
    last[ray[order]] = order
    kept = last[last >= 0]
    return np.stack([xs[kept], ys[kept]], axis=1).astype(np.float32)


def _ellipse(points: NDArray[np.float32]) -> Ellipse | None:
    (x, y), (width, height), angle = cv2.fitEllipseDirect(points)
    if not np.isfinite([x, y, width, height]).all() or min(width, height) <= 1:
        return None
    if height > width:
        width, height, angle = height, width, angle + 90
    return Ellipse(x, y, width / 2, height / 2, (angle + 90) % 180 - 90)


def _distances(points: NDArray[np.float32], ring: Ellipse) -> NDArray[np.float64]:
    """How far out each point lies: 1 on the ring, 0 in its middle."""
    turn = math.radians(ring.angle)
    dx, dy = points[:, 0] - ring.x, points[:, 1] - ring.y
    u, v = dx * math.cos(turn) + dy * math.sin(turn), dy * math.cos(turn) - dx * math.sin(turn)
    return np.hypot(u / ring.a, v / ring.b)

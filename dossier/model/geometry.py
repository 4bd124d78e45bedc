"""Boxes on a page: points (1/72 inch) of the upright page, origin top left."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Box(NamedTuple):
    """An axis-parallel rectangle with x0 <= x1 and y0 <= y1."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    @property
    def area(self) -> float:
        return max(0.0, self.width) * max(0.0, self.height)

    @property
    def cx(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def cy(self) -> float:
        return (self.y0 + self.y1) / 2

    def intersection(self, other: Box) -> float:
        """The area both share."""
        width = min(self.x1, other.x1) - max(self.x0, other.x0)
        height = min(self.y1, other.y1) - max(self.y0, other.y0)
        return width * height if width > 0 and height > 0 else 0.0

    def within(self, other: Box) -> float:
        """The share of this box that lies inside the other, 0 to 1."""
        return self.intersection(other) / self.area if self.area else 0.0

    def overlap_x(self, other: Box) -> float:
        """The shared width as a share of the narrower box, 0 to 1."""
        shared = min(self.x1, other.x1) - max(self.x0, other.x0)
        return max(0.0, shared) / max(min(self.width, other.width), 1e-6)

    def overlap_y(self, other: Box) -> float:
        """The shared height as a share of the lower box, 0 to 1."""
        shared = min(self.y1, other.y1) - max(self.y0, other.y0)
        return max(0.0, shared) / max(min(self.height, other.height), 1e-6)

    def contains(self, x: float, y: float) -> bool:
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1

    def grown(self, dx: float, dy: float | None = None) -> Box:
        """The box with a margin added on every side (points)."""
        dy = dx if dy is None else dy
        return Box(self.x0 - dx, self.y0 - dy, self.x1 + dx, self.y1 + dy)

    def scaled(self, factor: float) -> Box:
        return Box(self.x0 * factor, self.y0 * factor, self.x1 * factor, self.y1 * factor)

    def rounded(self) -> Box:
        """One decimal, as boxes are written to files."""
        return Box(*(round(v, 1) for v in self))

    @staticmethod
    def around(boxes: Iterable[Box]) -> Box:
        """The smallest box that holds all the given ones; there must be at least one."""
        xs0, ys0, xs1, ys1 = zip(*boxes, strict=True)
        return Box(min(xs0), min(ys0), max(xs1), max(ys1))

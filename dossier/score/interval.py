"""How far a share may lie from the one that was counted."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

_Z = 1.959963984540054
"""The normal quantile of a two-sided 95 % interval."""


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The 95 % score interval of a share (Wilson 1927, JASA 22, 209-212): low and high, 0 to 1; all of it for n = 0."""
    if of == 0:
        return 0.0, 1.0
    share, spread = hits / of, _Z * _Z / of
    middle = (share + spread / 2) / (1 + spread)
    half = _Z * sqrt(share * (1 - share) / of + spread / of / 4) / (1 + spread)
    return max(0.0, min(share, middle - half)), min(1.0, max(share, middle + half))


@dataclass(frozen=True)
class Share:
    """So many hits of so many."""

    hits: int
    of: int

    @property
    def value(self) -> float | None:
        """0 to 1; None of nothing."""
        return self.hits / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float]:
        return wilson(self.hits, self.of)

    def __str__(self) -> str:
        """97.4 % (96.1–98.3) n=812"""
        if not self.of:
            return "–"
        low, high = self.interval
        return f"{self.hits / self.of:.1%} ({low * 100:.1f}–{high * 100:.1f}) n={self.of}".replace("%", " %", 1)

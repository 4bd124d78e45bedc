"""Ring text of a seal laid out as a straight line."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from dossier.recognise.ink import Grey
from dossier.recognise.shapes import Ellipse

BANDS = ((0.55, 0.93), (0.62, 0.95), (0.50, 0.91))
"""Inner and outer edge of the text as shares of the ring's smaller radius; seals differ, so several read and vote."""
ENLARGED = 2.0
"""Pixels of the strip per pixel of the seal."""


def strip(ink: Grey, ring: Ellipse, inner: float, outer: float) -> Grey:
    """The band along the inside of the ring, read clockwise from its widest gap, letters upright.

    `ink` shows the seal's ink dark on white, `ring` is in its pixels. The band is equally wide all round, ovals too.
    """
    flat, _ = unrolled(ink, ring, inner, outer)
    return np.asarray(np.roll(flat, -_gap_column(flat), axis=1), dtype=np.uint8)


def gap(ink: Grey, ring: Ellipse, inner: float, outer: float) -> float:
    """The direction of the widest stretch without text, in degrees clockwise from the x axis of the picture."""
    flat, directions = unrolled(ink, ring, inner, outer)
    return float(directions[_gap_column(flat)])


def unrolled(ink: Grey, ring: Ellipse, inner: float, outer: float) -> tuple[Grey, NDArray[np.float64]]:
    """The band from the direction of the longer axis on, and each column's direction in degrees."""
    deep, shallow = (1 - inner) * ring.b, (1 - outer) * ring.b
    middle = (deep + shallow) / 2
    turns = _evenly(ring.a - middle, ring.b - middle)
    height = max(16, round((deep - shallow) * ENLARGED))
    inset = np.linspace(shallow, deep, height)[:, None]
    u, v = (ring.a - inset) * np.cos(turns), (ring.b - inset) * np.sin(turns)
    c, s = math.cos(math.radians(ring.angle)), math.sin(math.radians(ring.angle))
    x, y = ring.x + u * c - v * s, ring.y + u * s + v * c
    flat = cv2.remap(ink, x.astype(np.float32), y.astype(np.float32), cv2.INTER_CUBIC, borderValue=255)
    directions = np.degrees(np.arctan2(y[0] - ring.y, x[0] - ring.x)) % 360
    return np.asarray(flat, dtype=np.uint8), directions


def _evenly(a: float, b: float) -> NDArray[np.float64]:
    """Parameters of points spaced evenly along an ellipse, two pixels of the strip per pixel of its length."""
    fine = np.linspace(0, 2 * math.pi, 721)
    steps = np.hypot(np.diff(a * np.cos(fine)), np.diff(b * np.sin(fine)))
    length = np.concatenate([[0.0], np.cumsum(steps)])
    count = max(64, round(length[-1] * ENLARGED))
    return np.asarray(np.interp(np.linspace(0, length[-1], count, endpoint=False), length, fine), dtype=np.float64)


def _gap_column(flat: Grey) -> int:
    """The column in the middle of the widest stretch without text."""
    height, count = flat.shape
    dark = 255 - flat[height // 6 : height - height // 6].astype(np.float32).mean(axis=0)
    reach = max(3, count // 80)
    smooth = np.convolve(np.tile(dark, 3), np.ones(reach) / reach, mode="same")[count : 2 * count]
    start, length = longest_run(smooth < 0.35 * float(np.percentile(smooth, 80)))
    return int((start + length // 2) % count)


def longest_run(flags: NDArray[np.bool_]) -> tuple[int, int]:
    """Start and length of the longest run of True on a circle; (0, 0) when there is none."""
    best, run, count = (0, 0), 0, len(flags)
    for i in range(2 * count):
        run = run + 1 if flags[i % count] else 0
        if best[1] < run <= count:
            best = (i - run + 1, run)
    return best

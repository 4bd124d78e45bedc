"""Reproducible chance: everything random in a sample follows from the seed and the name of the thing drawn."""

from __future__ import annotations

import zlib

import numpy as np


def dice(seed: int, *names: str) -> np.random.Generator:
    """A generator that depends on seed and names only, not on the order of drawing."""
    return np.random.default_rng([seed, zlib.crc32("\0".join(names).encode())])

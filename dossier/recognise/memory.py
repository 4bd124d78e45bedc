"""How the C library keeps the memory of pictures and tensors."""

from __future__ import annotations

import ctypes
import sys

_M_TRIM_THRESHOLD, _M_TOP_PAD, _M_MMAP_THRESHOLD = -1, -2, -3
"""Names of mallopt(3)."""
_MEGABYTE = 1024 * 1024


def keep_freed_memory() -> None:
    """Have glibc keep what is freed for the next picture: to hand each back and take it anew costs 7 % of a page."""
    if sys.platform == "linux" and (tune := getattr(ctypes.CDLL(None), "mallopt", None)):
        tune(_M_MMAP_THRESHOLD, 32 * _MEGABYTE)
        tune(_M_TRIM_THRESHOLD, 512 * _MEGABYTE)
        tune(_M_TOP_PAD, 64 * _MEGABYTE)

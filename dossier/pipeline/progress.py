"""How a run tells its shell how far it is."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""(stage, done, all): called as the work goes on."""


def silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""

"""Which parameters of a policy were asked for while something was judged."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_NAMES: ContextVar[set[str] | None] = ContextVar("consulted parameters", default=None)


@contextmanager
def consulting() -> Iterator[set[str]]:
    """A set that fills with the names of the parameters asked for inside the block."""
    names: set[str] = set()
    token = _NAMES.set(names)
    try:
        yield names
    finally:
        _NAMES.reset(token)


def note(parameter: str) -> None:
    """A parameter was asked for; remembered where somebody listens."""
    names = _NAMES.get()
    if names is not None:
        names.add(parameter)

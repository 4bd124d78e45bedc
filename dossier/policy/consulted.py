"""Which parameters of a policy and which facts of a record were asked for while something was judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

FACTS_REST_ON: Mapping[str, tuple[str, ...]] = {
    "years_in_title": ("tenure_cut_off",),
    "working_years": ("tenure_cut_off",),
}
"""Fact → the parameters that making it asks for: a rule that reads the fact rests on them too."""

_FACTS: ContextVar[set[str] | None] = ContextVar("consulted facts", default=None)
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


@contextmanager
def consulting_facts() -> Iterator[set[str]]:
    """A set that fills with the names of the facts asked for inside the block."""
    names: set[str] = set()
    token = _FACTS.set(names)
    try:
        yield names
    finally:
        _FACTS.reset(token)


def note(parameter: str) -> None:
    """A parameter was asked for; remembered where somebody listens."""
    names = _NAMES.get()
    if names is not None:
        names.add(parameter)


def note_fact(name: str) -> None:
    """A fact was asked for, and with it the parameters it rests on."""
    facts = _FACTS.get()
    if facts is not None:
        facts.add(name)
    for parameter in FACTS_REST_ON.get(name, ()):
        note(parameter)

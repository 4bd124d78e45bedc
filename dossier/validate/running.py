"""Runs one check. The only place in the package of rules where every exception is caught."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from dossier.model import Outcome
from dossier.validate.case import CERTAIN
from dossier.validate.rule import Remark

T = TypeVar("T")


@dataclass(frozen=True)
class Crash:
    """A check that broke: ours to mend, and no statement about the dossier."""

    what: str


def attempt(function: Callable[[], T]) -> T | Crash:
    """What the function returns, or the crash that ended it."""
    try:
        return function()
    except Exception as error:  # noqa: BLE001  a broken rule must not end the check of a dossier
        return Crash(f"{type(error).__name__}: {error}")


def run(check: Callable[[], Iterator[Remark]]) -> list[Remark] | Crash:
    """All remarks of a check, each once, or the crash that ended it."""
    return attempt(lambda: list(dict.fromkeys(check())))


def weighed(remark: Remark) -> Remark:
    """A fail that rests on something read without certainty is undecided, and shows how surely it was read."""
    if remark.outcome is not Outcome.FAIL:
        return remark
    read = [place.confidence for place in remark.places if place.confidence is not None]
    if not read or min(read) >= CERTAIN:
        return remark
    message = f"{remark.message}；识别置信度只有{min(read):.2f}，请核对原件"
    return replace(remark, outcome=Outcome.UNDECIDED, message=message)

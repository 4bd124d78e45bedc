"""The bases and cases of the conformance kit, and the papers of each."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dossier.policy import Policy, load_policy
from tests.kit.rules.applications import Application, Base, application
from tests.kit.rules.changes import Change

_FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    """One thing put otherwise about a base, and what the rule has to say of it."""

    rule: str
    base: str
    expect: str
    """fail, undecided, pass or not_applicable."""
    change: tuple[Change, ...]
    also: frozenset[str] = frozenset()
    """Other rules that may say something too, because they see the same fault."""
    on_records_alone: str = ""
    """Why no page can be drawn for it; empty: it is proven on pages."""
    number: int = 0
    """Counts the cases of a rule from 0."""

    @property
    def name(self) -> str:
        return f"{self.rule}-{self.expect}-{self.number}"


@cache
def bases() -> Mapping[str, Base]:
    """Every base by its name."""
    rows = tomllib.loads((_FOLDER / "bases.toml").read_text("utf-8"))["base"]
    return {row["name"]: Base(**{name: _frozen(value) for name, value in row.items()}) for row in rows}


@cache
def cases() -> tuple[Case, ...]:
    """Every case, in the order of the file."""
    counts: dict[str, int] = {}
    found = []
    for row in tomllib.loads((_FOLDER / "cases.toml").read_text("utf-8"))["case"]:
        number = counts[row["rule"]] = counts.get(row["rule"], -1) + 1
        case = Case(
            rule=row["rule"],
            base=row["base"],
            expect=row["expect"],
            change=tuple(row["change"]),
            also=frozenset(row.get("also", ())),
            on_records_alone=row.get("on_records_alone", ""),
            number=number,
        )
        found.append(case)
    return tuple(found)


def papers_of(base: Base, changes: Sequence[Change] = ()) -> Application:
    """The papers of a base, with a case's changes."""
    return application(base, policy(), changes)


@cache
def policy() -> Policy:
    return load_policy("shanxi-2025")


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value

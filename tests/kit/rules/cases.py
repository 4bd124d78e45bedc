"""The bases and cases of the conformance kit, and the papers of each."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from dossier.extract import Statement
from dossier.policy import Policy
from tests.kit.rules.applications import Application, Base, application
from tests.kit.rules.changes import Change
from tests.kit.rules.offices import policy_of

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
    on_pages_alone: str = ""
    """Why the record of an ideal reader does not show it; what happens to files shows on pages alone too."""
    office: Mapping[str, Any] = field(default_factory=dict)
    """The office's own settings, as in `offices.py`."""
    stated: Mapping[str, str] = field(default_factory=dict)
    """What the upload itself states, besides the day of its submission."""
    beside: str = ""
    """The base of a second dossier of the season; the rule compares the two, and at most leaves them to a person."""
    beside_change: tuple[Change, ...] = ()
    number: int = 0
    """Counts the cases of a rule from 0."""

    @property
    def name(self) -> str:
        return f"{self.rule}-{self.expect}-{self.number}"

    @property
    def is_fault(self) -> bool:
        """Whether something is wrong that the rule has to say, as plainly as it can say anything."""
        return self.expect == "fail" or bool(self.beside)

    @property
    def on_pages(self) -> bool:
        return not self.on_records_alone

    @property
    def on_records(self) -> bool:
        return not self.on_pages_alone and not any("file" in change for change in self.change)


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
        whole = {name: _frozen(value) for name, value in row.items()}
        whole["also"] = frozenset(row.get("also", ()))
        found.append(Case(**{"change": (), **whole}, number=number))
    return tuple(found)


def papers_of(base: Base, changes: Sequence[Change] = ()) -> Application:
    """The papers of a base, with a case's changes."""
    return application(base, policy(), changes)


def statement_of(base: Base, case: Case | None) -> Statement:
    """What is stated beside the papers: the day, and what the case adds."""
    return Statement(**{"submitted": base.submitted, **(case.stated if case else {})})


def policy(case: Case | None = None) -> Policy:
    """The policy, with the settings of the case's office."""
    return policy_of(case.office if case else {})


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value

"""What a rule over many dossiers sees and says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from dossier.model import Place, Record, Value
from dossier.policy import Policy
from dossier.text import id_number_problem, squeeze
from dossier.validate.rule import Evidence, Reads, RulePage, places, rule_page

Check = Callable[[Sequence["Entry"], Policy], Iterator["Clash"]]


@dataclass(frozen=True)
class Entry:
    """One dossier among many."""

    name: str
    """As the office names it; no two entries share one."""
    record: Record

    @cached_property
    def id_number(self) -> str:
        """The applicant's identity number; empty where it was not read or fails its check."""
        value = self.record.applicant.get("id_number")
        number = squeeze(str(value.value)).upper() if value is not None and value.known else ""
        return number if number and "*" not in number and id_number_problem(number) is None else ""

    @cached_property
    def person(self) -> str:
        """The applicant's name; empty where it was not read."""
        return text_of(self.record.applicant.get("name"))


@dataclass(frozen=True)
class Side:
    """One dossier's part in a clash, with the places that show it."""

    entry: Entry
    places: tuple[Place, ...]

    @staticmethod
    def of(entry: Entry, *evidence: Evidence) -> Side:
        return Side(entry, places(*evidence))


@dataclass(frozen=True)
class Clash:
    """Two or more dossiers that cannot all be right, in the order in which they were given."""

    rule: str
    message: str
    """In Chinese, what they share: 专利号ZL…均以第一发明人申报."""
    sides: tuple[Side, ...]


@dataclass(frozen=True)
class AcrossRule:
    """A check over many records with its code, the kinds and fields it reads, and its page."""

    code: str
    check: Check
    reads: Reads
    page: RulePage


def across_rule(code: str, *, reads: Reads | None = None) -> Callable[[Check], AcrossRule]:
    """Make a rule of a function that compares records."""
    return lambda check: AcrossRule(code, check, reads or {}, rule_page(check))


def text_of(value: Value | None) -> str:
    """The value, normalised as all values of a record are, without white space; empty where there is none."""
    return without_space(str(value.value)) if value is not None and value.known else ""


def without_space(text: str) -> str:
    return "".join(text.split())

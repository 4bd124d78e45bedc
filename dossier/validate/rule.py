"""What a rule is: one function whose docstring is its page in the catalogue.

A rule yields remarks and nothing else. No remark means: passed. It never sees the clock and never touches a file.
Severity, clause and who has to act are data of the catalogue; the runner adds them.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from dossier.model import Document, Outcome, Place, Value
from dossier.policy import Policy
from dossier.text import mask_id
from dossier.text.regex import Regex
from dossier.validate.case import Case, Derived
from dossier.validate.event import Event

CaseCheck = Callable[[Case, Policy], Iterator["Remark"]]
EventCheck = Callable[[Event, Case, Policy], Iterator["Remark"]]
Evidence = Value | Place | Document | Derived | None
Reads = Mapping[str, tuple[str, ...]]

_ID_NUMBER = Regex(r"(?<![\dA-Za-z])(?:\d(?:\s?\d){16}\s?[\dXx]|\d{14,18}[\dXx])(?![\dA-Za-z])")


@dataclass(frozen=True)
class Remark:
    """One thing a rule has to say. Its places are what it rests on: a fail on doubtful ones becomes undecided."""

    outcome: Outcome
    message: str
    places: tuple[Place, ...] = ()
    remedy: str = ""
    """Only where it is more to the point than the 怎么改 of the rule."""


@dataclass(frozen=True)
class RulePage:
    """The docstring of a rule, taken apart."""

    condition: str
    why: str
    example: str
    remedy: str


@dataclass(frozen=True)
class Rule:
    """A check with its code, the kinds and fields it reads, and its page."""

    code: str
    check: CaseCheck
    reads: Reads
    page: RulePage
    of_event: EventCheck | None = None
    """Where the rule judges one publicity event after the other: the check of a single event."""


def rule(code: str, *, reads: Reads | None = None) -> Callable[[CaseCheck], Rule]:
    """Make a rule of a function that judges the whole record."""
    return lambda check: Rule(code, check, reads or {}, rule_page(check))


def event_rule(code: str, *, reads: Reads, every: bool = False) -> Callable[[EventCheck], Rule]:
    """Make a rule of a function that judges one publicity event.

    Events that a later, fully compliant one replaced are left out unless `every`.
    """

    def register(check: EventCheck) -> Rule:
        def over_events(case: Case, policy: Policy) -> Iterator[Remark]:
            events = case.events if every else case.standing
            said = [(event, list(check(event, case, policy))) for event in events]
            if not case.events:
                yield not_applicable("材料中未见公示材料")
            passed = any(not remarks for _, remarks in said)
            for event, remark in ((event, remark) for event, remarks in said for remark in remarks):
                if remark.outcome is not Outcome.NOT_APPLICABLE or not passed:
                    yield _softened(remark) if event.may_be_replaced and not every else remark

        return Rule(code, over_events, reads, rule_page(check), check)

    return register


def _softened(remark: Remark) -> Remark:
    if remark.outcome is not Outcome.FAIL:
        return remark
    return undecided(f"{remark.message}；同一内容另有一次公示，其是否符合规定尚待核实", *remark.places)


def fail(message: str, *at: Evidence, remedy: str = "") -> Remark:
    """A defect. `at`: the values and facts it rests on, then documents or places that only show where to look."""
    return Remark(Outcome.FAIL, message, places(*at), remedy)


def undecided(message: str, *at: Evidence) -> Remark:
    """A point for a person, with the reason why it could not be decided."""
    return Remark(Outcome.UNDECIDED, message, places(*at))


def not_applicable(why: str) -> Remark:
    """The rule has nothing to judge here. Only counts where it says nothing else."""
    return Remark(Outcome.NOT_APPLICABLE, why)


def places(*at: Evidence) -> tuple[Place, ...]:
    """Where the evidence lies, each place once; of a fact where the values lie that it follows from.

    Values nobody read on a page (stated, derived) have none.
    """
    single = (one for item in at for one in (item.places if isinstance(item, Derived) else (item,)))
    return tuple(dict.fromkeys(place for one in single if (place := _place(one)) is not None))


def _place(item: Value | Place | Document | None) -> Place | None:
    if isinstance(item, Place) or item is None:
        return item
    if isinstance(item, Document):
        return Place(item.pages[0].file, item.pages[0].page, None, item.title) if item.pages else None
    if not item.file:
        return None
    rated = item.known or item.confidence > 0
    return Place(item.file, max(item.page, 1), item.box, mask_numbers(item.raw), item.confidence if rated else None)


def mask_numbers(text: str) -> str:
    """The text with everything masked that may be a complete identity number: spaced ones, and one digit off."""
    return _ID_NUMBER.sub(lambda found: mask_id(found[0]), text)


def rule_page(function: Callable[..., object]) -> RulePage:
    """The four parts of a rule's docstring; a part that is not there is empty."""
    text = inspect.getdoc(function) or ""
    parts = re.split(r"^(为什么|例|怎么改)：", text, flags=re.MULTILINE)
    named = dict(zip(parts[1::2], parts[2::2], strict=True))
    clean = {name: "".join(line.strip() for line in body.splitlines()) for name, body in named.items()}
    return RulePage(parts[0].strip(), *(clean.get(name, "") for name in ("为什么", "例", "怎么改")))

"""Whether a publicity event is compliant, which events still count, and the facts that follow.

An item passes if one event that covers it is fully compliant; events never add up. So an event with defects no longer
counts for items that another, compliant event covers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from dossier.model import Outcome, Record, Severity
from dossier.policy import Policy
from dossier.validate.case import Case, make_case
from dossier.validate.event import ITEMS, Event
from dossier.validate.periods import settle_period, working_days
from dossier.validate.registry import RULES
from dossier.validate.running import Crash, run, weighed


def compliance(event: Event, case: Case, policy: Policy) -> bool | None:
    """Whether the event meets every demand of reject severity; None where that is open."""
    outcomes = set(_outcomes(event, case, policy))
    settled = settle_period(event, policy)
    if Outcome.FAIL in outcomes or settled.wrong:
        return False
    return None if Outcome.UNDECIDED in outcomes or settled.days is None else True


def _outcomes(event: Event, case: Case, policy: Policy) -> Iterator[Outcome]:
    for rule in RULES:
        check, info = rule.of_event, policy.rules[rule.code]
        if check is None or info.severity is not Severity.REJECT or info.off:
            continue
        remarks = run(partial(check, event, case, policy))
        yield from (
            [Outcome.UNDECIDED] if isinstance(remarks, Crash) else [weighed(remark).outcome for remark in remarks]
        )


def standing_events(case: Case, policy: Policy) -> tuple[Event, ...]:
    """The events that still answer for an item, each with the items left to it."""
    verdicts = {event.index: compliance(event, case, policy) for event in case.events}
    standing = []
    for event in case.events:
        if verdicts[event.index] is not True:
            event = _without_replaced(event, case, verdicts)
        if event.answers_for:
            standing.append(event)
    return tuple(standing)


def _without_replaced(event: Event, case: Case, verdicts: Mapping[int, bool | None]) -> Event:
    others = [other for other in case.events if other.index != event.index]
    sure = frozenset().union(*(other.covers for other in others if verdicts[other.index] is True))
    open_ = frozenset().union(*(other.covers for other in others if verdicts[other.index] is None))
    left = event.answers_for - sure
    return replace(event, answers_for=left, may_be_replaced=verdicts[event.index] is False and left <= open_)


def publicity_facts(record: Record, policy: Policy) -> dict[str, dict[str, Any]]:
    """{item: {start, end, days_inclusive, days_exclusive, compliant, event}} of the best event for each item published.

    `event` is the index in record.publicity, None for documents that extraction put in no event. Days are official
    working days, None where the calendar is unknown; `compliant` is None where a person must decide.
    """
    case = make_case(record)
    judged = [(event, compliance(event, case, policy)) for event in case.events]
    facts = {}
    for item in ITEMS:
        options = [_fact(event, verdict, record, policy) for event, verdict in judged if item in event.covers]
        if options:
            facts[item] = max(options, key=_rank)
    return facts


def _fact(event: Event, verdict: bool | None, record: Record, policy: Policy) -> dict[str, Any]:
    days = settle_period(event, policy).days
    return {
        "start": days[0].isoformat() if days else None,
        "end": days[1].isoformat() if days else None,
        "days_inclusive": working_days(days, policy, first_day=True) if days else None,
        "days_exclusive": working_days(days, policy, first_day=False) if days else None,
        "compliant": verdict,
        "event": event.index if event.index < len(record.publicity) else None,
    }


def _rank(fact: Mapping[str, Any]) -> tuple[int, int]:
    """Compliant before open before not; then the longer period."""
    return {True: 2, None: 1, False: 0}[fact["compliant"]], fact["days_inclusive"] or 0

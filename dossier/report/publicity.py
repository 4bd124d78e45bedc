"""The three publicity items (560-8) as the table of the cover sheet shows them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from dossier.model import Finding, Judgement, PageRef, Record, Severity
from dossier.report.places import pages_of, touches
from dossier.report.plain import fact, plain
from dossier.report.wording import PUBLICITY_ITEMS

_MISSING = {"conditions_and_procedure": "PUB-01", "application_materials": "PUB-02", "unit_opinion": "PUB-03"}
"""Item → the rule that says it was not published at all."""
_READ = ("period", "venue", "publisher", "outcome", "sealed", "seal_text")


def publicity_table(record: Record, judgement: Judgement) -> list[dict[str, Any]]:
    """One row per item, always all three, in the order of the notice.

    {item, period {start, end} | null, working_days, working_days_first_day_excluded, venue [codes], venue_text,
    publisher, outcome, sealed, seal_text, compliance, documents [ids]}. What is not known is null.
    """
    facts = fact(record, "publicity") or {}
    return [_row(item, record, judgement, facts.get(item) or {}) for item in PUBLICITY_ITEMS]


def _row(item: str, record: Record, judgement: Judgement, facts: Mapping[str, Any]) -> dict[str, Any]:
    event = _event(item, record, facts)
    read = {name: plain(event.get(name)) for name in _READ}
    if facts.get("start") and facts.get("end"):
        read["period"] = {"start": facts["start"], "end": facts["end"]}
    venue = event.get("venue")
    return {
        "item": item,
        **read,
        "venue": read["venue"] or [],
        "venue_text": venue.raw if venue is not None else "",
        "working_days": facts.get("days_inclusive"),
        "working_days_first_day_excluded": facts.get("days_exclusive"),
        "compliance": _compliance(item, event, record, judgement, facts.get("compliant")),
        "documents": list(event.get("documents", ())),
    }


def _event(item: str, record: Record, facts: Mapping[str, Any]) -> Mapping[str, Any]:
    """The event the facts rest on, else the first that covers the item."""
    chosen = facts.get("event")
    if isinstance(chosen, int) and 0 <= chosen < len(record.publicity):
        return record.publicity[chosen]
    covering = (event for event in record.publicity if item in (plain(event.get("items")) or ()))
    return next(covering, {})


def _compliance(item: str, event: Mapping[str, Any], record: Record, judgement: Judgement, compliant: object) -> str:
    """compliant | not_compliant | undecided | not_applicable. Never says more than the rules did."""
    if _MISSING[item] in judgement.not_applicable:
        return "not_applicable"
    pages = pages_of(document for document in record.documents if document.id in event.get("documents", ()))
    if any(_concerns(finding, item, pages) for finding in judgement.defects):
        return "not_compliant"
    if any(_concerns(finding, item, pages) for finding in judgement.undecided):
        return "undecided"
    return "compliant" if compliant is True else "undecided"


def _concerns(finding: Finding, item: str, pages: Collection[PageRef]) -> bool:
    if finding.severity is Severity.ADVISE or not finding.rule.startswith("PUB-"):
        return False
    if finding.rule in _MISSING.values():
        return finding.rule == _MISSING[item]
    return touches(finding, pages) or not finding.locations

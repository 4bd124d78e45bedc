"""Who pays the insurance, where, and for how long the applicant has worked."""

from __future__ import annotations

from dossier.facts.fact import Fact, field_of, years_until
from dossier.model import Document, Period, Record
from dossier.policy import Policy


def insured_employer(record: Record, _policy: Policy) -> Fact:
    """The employer of the latest insurance record."""
    return _latest(record, "employer", "参保单位")


def insured_region(record: Record, _policy: Policy) -> Fact:
    """Where the latest insurance record is kept."""
    return _latest(record, "region", "参保地")


def working_years(record: Record, policy: Policy) -> Fact:
    """Full years from the beginning of work, as the form states it, to the cut-off day."""
    for value in field_of(record, "work_since", "review_form", "initial_form"):
        years, why = years_until(value, policy.value("tenure_cut_off"))
        return Fact(years, (value,), why)
    return Fact(None, reason="未能读到参加工作时间")


def _latest(record: Record, name: str, zh: str) -> Fact:
    documents = sorted(record.of_kind("social_insurance"), key=_end, reverse=True)
    for document in documents:
        value = document.get(name)
        if value is not None and value.known:
            return Fact(str(value.value), (value,))
    return Fact(None, reason=f"未能从参保证明中读到{zh}" if documents else "未见参保证明")


def _end(document: Document) -> str:
    """The last month it speaks of, else the day it was printed."""
    period, date = document.get("period"), document.get("date")
    if period is not None and isinstance(period.value, Period):
        return period.value.end
    return str(date.value) if date is not None and date.known else ""

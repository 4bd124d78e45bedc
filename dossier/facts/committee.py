"""What kind of committee the dossier goes to: it decides who confirms the result (560-7)."""

from __future__ import annotations

from dossier.facts.fact import Fact
from dossier.model import Record
from dossier.policy import Policy


def committee_kind(record: Record, _policy: Policy) -> Fact:
    """A code of committee_kinds. No register of committees is loaded in this version, so it cannot be told."""
    named = record.application.committee
    reason = "未加载评委会登记册" if named is not None and named.known else "未说明申报的评委会"
    return Fact(None, (named,) if named is not None else (), reason)

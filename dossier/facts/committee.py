"""What kind of committee the dossier goes to: it decides who confirms the result (560-7)."""

from __future__ import annotations

from dossier.facts.fact import Fact
from dossier.model import Record
from dossier.policy import Policy


def committee_kind(record: Record, policy: Policy) -> Fact:
    """A code of committee_kinds, from the office's register of committees; None where it cannot be told."""
    stated = record.application.committee
    named = str(stated.value) if stated is not None and stated.known else None
    sources = (stated,) if stated is not None and named is not None else ()
    register = policy.office.committees
    committee = policy.office.addressed(named)
    if committee is not None:
        return Fact(committee.kind, sources, "" if named else "登记册只有一个评委会，按该评委会计")
    if not register:
        return Fact(None, sources, "未加载评委会登记册" if named else "未说明申报的评委会")
    return Fact(None, sources, "评委会不在登记册内" if named else "未说明申报的评委会，登记册有多个评委会")

"""Who confirms and publishes the result of the review, by kind of committee: the policy pack says so (560-7)."""

from __future__ import annotations

from typing import Any

from dossier.policy import Policy


def result_confirmation(committee_kind: str | None, policy: Policy) -> dict[str, Any]:
    """{committee_kind, who, why, clause, citation}; `who` is None where the kind of committee is not known."""
    said = policy.confirmation
    known = said.by_committee.get(committee_kind or "")
    return {
        "committee_kind": committee_kind if known else None,
        "who": known["who"] if known else None,
        "why": known["why"] if known else said.unknown,
        "clause": said.clause,
        "citation": policy.cite(said.clause),
    }

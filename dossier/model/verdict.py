"""What validation says: outcomes of rules, the places they rest on, and the decision they add up to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dossier.model.geometry import Box


class Severity(StrEnum):
    REJECT = "reject"
    CORRECT = "correct"
    ADVISE = "advise"


class Outcome(StrEnum):
    PASS = "pass"
    FAIL = "fail"
    UNDECIDED = "undecided"
    NOT_APPLICABLE = "not_applicable"


class Decision(StrEnum):
    ACCEPT = "accept"
    REVIEW = "review"
    RETURN = "return"
    REJECT = "reject"


@dataclass(frozen=True)
class Place:
    """Where something was read: shown to the person who decides."""

    file: str
    page: int
    box: Box | None = None
    text: str = ""
    confidence: float | None = None
    dossier: str = ""
    """The dossier it lies in, where it is not the one that is judged."""


@dataclass(frozen=True)
class Finding:
    """One thing a rule has to say: a fail (defect) or an undecided point, with its catalogue entry filled in."""

    rule: str
    outcome: Outcome
    severity: Severity
    title: str
    message: str
    """What is wrong in this dossier, or (undecided) why it could not be decided."""
    clause: str
    by: str
    remedy: str
    locations: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Judgement:
    """The outcome of all rules over one record under one policy."""

    decision: Decision
    defects: tuple[Finding, ...]
    undecided: tuple[Finding, ...]
    passed: tuple[str, ...]
    not_applicable: Mapping[str, str]
    """Rule code → why."""
    failures: tuple[Mapping[str, str], ...] = ()
    """Our own: {stage, what, hint}."""
    consulted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Rule code → the policy's parameters it asked for."""

"""Runs the rules over many records, and says to each dossier what concerns it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from dossier.model import Document, Finding, Outcome, Place, Record
from dossier.policy import Policy
from dossier.validate.across import achievements, certificates, duplicates, pictures
from dossier.validate.across.clash import AcrossRule, Clash, Entry, Side
from dossier.validate.rule import mask_numbers
from dossier.validate.running import Crash, attempt

RULES: tuple[AcrossRule, ...] = (
    *achievements.RULES,
    *certificates.RULES,
    *pictures.RULES,
    *duplicates.RULES,
)
_NAMED = 5
"""Other dossiers that a finding names; of more it gives the count."""
_PAGES = {rule.code: rule.page for rule in RULES}


_FIELDS: Mapping[str, frozenset[str]] = {
    kind: frozenset(name for rule in RULES for name in rule.reads.get(kind, ()))
    for kind in {kind for rule in RULES for kind in rule.reads}
}


def trimmed(record: Record) -> Record:
    """The record with nothing but what comparing reads, so that thousands fit into memory."""
    documents = tuple(
        Document(one.id, one.kind, one.title, one.pages, {n: v for n, v in one.fields.items() if n in fields})
        for one in record.documents
        if (fields := _FIELDS.get(one.kind))
    )
    applicant = {name: record.applicant[name] for name in ("name", "id_number", "employer") if name in record.applicant}
    return Record(record.application, applicant, documents, (), {}, record.pages)


@dataclass(frozen=True)
class Comparison:
    """All clashes, in the order of the rules, and what broke (ours: {stage, what, hint})."""

    clashes: tuple[Clash, ...]
    failures: tuple[Mapping[str, str], ...] = ()


def validate_across(entries: Sequence[Entry], policy: Policy) -> Comparison:
    """Compare the records with each other. Rules that the policy switched off are left out."""
    clashes: list[Clash] = []
    failures: list[Mapping[str, str]] = []
    for rule in RULES:
        if policy.rules[rule.code].off:
            continue
        said = attempt(partial(_said, rule, entries, policy))
        if isinstance(said, Crash):
            hint = "该条未能核对，请人工比对各卷宗"
            failures.append({"stage": "across", "what": f"{rule.code}：{said.what}", "hint": hint})
        else:
            clashes += said
    return Comparison(tuple(clashes), tuple(failures))


def _said(rule: AcrossRule, entries: Sequence[Entry], policy: Policy) -> tuple[Clash, ...]:
    return tuple(rule.check(entries, policy))


def findings_of(clashes: Sequence[Clash], policy: Policy) -> dict[str, tuple[Finding, ...]]:
    """What to say to each dossier, by its name: undecided findings with its own places first, then the others'."""
    found: dict[str, list[Finding]] = {}
    for clash in clashes:
        for side in clash.sides:
            found.setdefault(side.entry.name, []).append(_finding(clash, side, policy))
    return {name: tuple(findings) for name, findings in found.items()}


def _finding(clash: Clash, own: Side, policy: Policy) -> Finding:
    info, others = policy.rules[clash.rule], list(_others(clash, own))
    names = "、".join(f"“{side.entry.name}”" for side in others)
    count = len(clash.sides) - 1
    message = f"{clash.message}；另见卷宗{names}{f'等{count}份' if count > len(others) else ''}，请对照核实"
    return Finding(
        rule=clash.rule,
        outcome=Outcome.UNDECIDED,
        severity=info.severity,
        title=info.title,
        message=mask_numbers(message),
        clause=info.clause,
        by=info.by,
        remedy=_PAGES[clash.rule].remedy,
        locations=(*own.places, *(place for side in others for place in _elsewhere(side))),
    )


def _others(clash: Clash, own: Side) -> Iterator[Side]:
    """The first few of the other sides; a clash of thousands says no more to each than one of six."""
    named = 0
    for side in clash.sides:
        if named == _NAMED:
            return
        if side.entry.name != own.entry.name:
            named += 1
            yield side


def _elsewhere(side: Side) -> tuple[Place, ...]:
    return tuple(replace(place, dossier=side.entry.name) for place in side.places)

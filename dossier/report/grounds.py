"""What a report says of the policy it rests on: pack, office's settings, changed rules, parameters without a source."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dossier.model import Finding, Judgement
from dossier.policy import Policy
from dossier.report.digest import sha256_of
from dossier.report.plain import plain


def policy_of(policy: Policy) -> dict[str, Any]:
    """The pack with a hash over everything in it that can change a verdict, and what was changed about it."""
    said = {
        "id": policy.id,
        "version": policy.version,
        "document_number": policy.document_number,
        "title": policy.title,
        "sha256": policy_sha256(policy),
        "adjustments": list(adjustments(policy)),
    }
    return said | ({"overlay": _overlay(policy)} if policy.office.sha256 else {})


def policy_sha256(policy: Policy) -> str:
    """A hash over everything in pack and overlay that can change a verdict."""
    rules = {code: [r.title, r.severity.value, r.clause, r.off, r.regraded] for code, r in policy.rules.items()}
    values = {name: plain(parameter.value) for name, parameter in policy.parameters.items()}
    files = {**policy.files, **policy.office.files}
    return sha256_of({"version": policy.version, "rules": rules, "parameters": values, "files": files})


def _overlay(policy: Policy) -> dict[str, Any]:
    office = policy.office
    files = [{"name": name, "sha256": sha256} for name, sha256 in office.files.items()]
    return {"title": office.title, "sha256": office.sha256, "files": files}


def adjustments(policy: Policy) -> Iterable[dict[str, Any]]:
    """Rules that pack or overlay switched off or gave another severity, each with its reason."""
    for code, rule in policy.rules.items():
        if rule.off or rule.regraded:
            severity = None if rule.off else rule.severity.value
            yield {"rule": code, "title": rule.title, "severity": severity, "reason": rule.off or rule.regraded}


def unverified_of(finding: Finding, judgement: Judgement, policy: Policy) -> list[dict[str, Any]]:
    """The parameters without an official source that the rule of a finding asked for."""
    names = judgement.consulted.get(finding.rule, ())
    return [
        {"parameter": name, "value": plain(one.value), "citation": policy.cite(one.clause), "note": one.note}
        for name in names
        if name in policy.parameters and not (one := policy.parameters[name]).verified
    ]

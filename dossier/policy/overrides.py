"""What packs and overlays change about rules and parameters, and what can be wrong with that."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from dossier.model import Severity
from dossier.policy.model import Policy
from dossier.policy.problem import Problem

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def overridden(policy: Policy, overrides: Mapping[str, Any]) -> Policy:
    """The policy with rules switched off or given another severity, each with its reason."""
    rules = dict(policy.rules)
    for code, change in overrides.items():
        reason = change["reason"]
        if change.get("off"):
            rules[code] = replace(rules[code], off=reason)
        else:
            rules[code] = replace(rules[code], severity=Severity(change["severity"]), regraded=reason)
    return replace(policy, rules=rules)


def override_problems(overrides: Mapping[str, Any], rules: Collection[str], file: str) -> Iterator[Problem]:
    """Rules that do not exist."""
    for code in overrides:
        if code not in rules:
            yield Problem(file, f"rules/{code}", f"不存在的规则 {code}", "规则代码见 dossier rules")


def parameter_problems(parameters: Mapping[str, Any], policy: Policy, file: str) -> Iterator[Problem]:
    """Parameters of an overlay that the pack has not, and values that make no sense."""
    for name in parameters:
        if name not in policy.parameters:
            hint = f"可改的参数：{'、'.join(policy.parameters)}"
            yield Problem(file, f"parameters/{name}", f"参数 {name} 在政策包 {policy.id} 中不存在", hint)
    yield from value_problems(parameters, file)
    accepted = parameters.get("accept_unverified_tables", {}).get("value")
    for series in accepted if isinstance(accepted, dict) else ():
        if series not in policy.series:
            place = f"parameters/accept_unverified_tables/value/{series}"
            yield Problem(file, place, f"没有系列 {series}", "系列代码见 dossier series")


def value_problems(parameters: Mapping[str, Any], file: str) -> Iterator[Problem]:
    """Days that the calendar has not, and a beginning after its end."""
    for name, spec in parameters.items():
        place, value = f"parameters/{name}/value", spec["value"]
        values = value if isinstance(value, list) else [value]
        wrong = [day for day in values if isinstance(day, str) and _DAY.fullmatch(day) and not _exists(day)]
        for day in wrong:
            yield Problem(file, place, f"日期 {day} 不存在", "改正日期")
        if not wrong and len(values) == 2 and None not in values and values[0] > values[1]:
            yield Problem(file, place, f"{values[0]} 在 {values[1]} 之后", "前一个写起始，后一个写截止")


def _exists(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True

"""An office in code: a policy with a register of committees and tables."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dossier.policy import Committee, Office, Policy, RelatedField, Scope, SpecialtyTable

COMMITTEE = "临墟省工程系列机械专业高级职称评审委员会"


def committee(*scopes: Scope, name: str = COMMITTEE, kind: str = "standard", **changes: Any) -> Committee:
    return Committee(name, kind, "临墟省人力资源和社会保障厅", scopes or (Scope("engineering"),), **changes)


def with_office(policy: Policy, **tables: Any) -> Policy:
    """The policy with these tables of an office."""
    return replace(policy, office=Office("临墟省机械高评委", **tables))


def with_parameter(policy: Policy, name: str, value: Any) -> Policy:
    changed = replace(policy.parameters[name], value=value)
    return replace(policy, parameters={**policy.parameters, name: changed})


def table(series: str, *names: str, levels: tuple[str, ...] = ()) -> SpecialtyTable:
    return SpecialtyTable(series, names, levels, "某通知")


def related(name: str, specialties: tuple[str, ...], majors: tuple[str, ...]) -> RelatedField:
    return RelatedField(name, specialties, majors)

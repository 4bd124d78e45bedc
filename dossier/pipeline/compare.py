"""Stored records judged under two policies: which verdicts and which rules change, and why. Records are only read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dossier.model import Judgement, Outcome, Record
from dossier.pipeline.check import with_facts
from dossier.policy import Policy
from dossier.report.wording import SEVERITIES
from dossier.validate import validate

_TABLES: Mapping[str, Mapping[str, str]] = {
    "SPC-01": {"committees": "评委会登记册"},
    "SPC-02": {"committees": "评委会登记册"},
    "COM-07": {"committees": "评委会登记册"},
    "SPC-03": {"specialties": "申报专业表"},
    "SPC-04": {"related": "相近专业表"},
    "INI-01": {"initial_majors": "初定专业目录"},
}
"""The tables of an office that a rule looks into."""


@dataclass(frozen=True)
class RuleChange:
    """A rule whose outcome or severity differs. `before` and `after`: pass, not_applicable, or (fail, reject) …"""

    rule: str
    title: str
    before: tuple[str, str]
    """(outcome, severity); the severity is empty where nothing was found."""
    after: tuple[str, str]
    why: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """One record under both policies."""

    before: str
    """The verdict: accept, review, return or reject."""
    after: str
    changes: tuple[RuleChange, ...]


def compare(record: Record, old: Policy, new: Policy) -> Comparison:
    """What becomes of a record under the new policy that was otherwise under the old one."""
    records = [with_facts(record, policy) for policy in (old, new)]
    judged = [validate(one, policy) for one, policy in zip(records, (old, new), strict=True)]
    outcomes = [_outcomes(judgement) for judgement in judged]
    changed = [code for code in sorted({*outcomes[0], *outcomes[1]}) if outcomes[0].get(code) != outcomes[1].get(code)]
    absent = (Outcome.NOT_APPLICABLE.value, "")
    changes = tuple(
        RuleChange(
            code,
            (new.rules.get(code) or old.rules[code]).title,
            outcomes[0].get(code, absent),
            outcomes[1].get(code, absent),
            tuple(_why(code, record, (old, new), judged, records, changed)),
        )
        for code in changed
    )
    return Comparison(judged[0].decision.value, judged[1].decision.value, changes)


def _outcomes(judgement: Judgement) -> dict[str, tuple[str, str]]:
    """Rule → (outcome, severity); a fail outweighs an undecided point beside it."""
    found = dict.fromkeys(judgement.passed, (Outcome.PASS.value, ""))
    found |= dict.fromkeys(judgement.not_applicable, (Outcome.NOT_APPLICABLE.value, ""))
    for finding in (*judgement.undecided, *judgement.defects):
        found[finding.rule] = (finding.outcome.value, finding.severity.value)
    return found


def _why(
    code: str,
    record: Record,
    policies: tuple[Policy, Policy],
    judged: list[Judgement],
    records: list[Record],
    changed: list[str],
) -> Iterator[str]:
    """What differs between the policies that the rule hangs on.

    Facts, the series and parameters no rule asked for (they work through facts and schemas) only where nothing nearer
    does, files where none of them does.
    """
    old, new = policies
    reasons = [
        *_rule_reasons(code, old, new),
        *_parameter_reasons({*judged[0].consulted.get(code, ()), *judged[1].consulted.get(code, ())}, old, new),
        *_route_reasons(code, record, old, new, changed),
        *_table_reasons(code, old, new),
    ]
    asked = {name for judgement in judged for names in judgement.consulted.values() for name in names}
    further = [
        *_fact_reasons(records),
        *_series_reasons(code, record, old, new),
        *_parameter_reasons({*new.parameters} - asked, old, new),
    ]
    yield from reasons or further or _file_reasons(old, new)


def _rule_reasons(code: str, old: Policy, new: Policy) -> Iterator[str]:
    before, after = old.rules.get(code), new.rules.get(code)
    if before is None or after is None:
        yield f"规则 {code} 只在{'新' if before is None else '旧'}政策的规则目录中"
        return
    if before.off != after.off:
        yield f"规则停用（{after.off}）" if after.off else f"规则恢复（原停用理由：{before.off}）"
    if before.severity != after.severity:
        reason = after.regraded or before.regraded
        yield f"级别由{SEVERITIES[before.severity]}改为{SEVERITIES[after.severity]}" + (
            f"（{reason}）" if reason else ""
        )
    if before.clause != after.clause:
        yield f"依据由{old.cite(before.clause)}改为{new.cite(after.clause)}"
    for clause in re.findall(r"[0-9a-z]+-\d+", after.clause):
        if old.clauses.get(clause) != new.clauses.get(clause) and clause in new.clauses:
            yield f"条文 {new.cite(clause)} 的文字不同"


def _parameter_reasons(names: set[str], old: Policy, new: Policy) -> Iterator[str]:
    for name in sorted(names):
        before, after = old.parameters.get(name), new.parameters.get(name)
        if before and after and before.value != after.value:
            values = f"由 {_shown(before.value)} 改为 {_shown(after.value)}"
            yield f"参数 {name} {values}（{new.cite(after.clause)}：{after.note}）"


def _route_reasons(code: str, record: Record, old: Policy, new: Policy, changed: list[str]) -> Iterator[str]:
    route, origin = record.application.route, record.applicant.get("origin")
    declared = route.value if route is not None and isinstance(route.value, list) else ["ordinary"]
    place = str(origin.value) if origin is not None and origin.known else None
    for zh, ask in (("不适用", Policy.why_off), ("人工核验", Policy.why_undecided)):
        before, after = ask(old, code, declared, place), ask(new, code, declared, place)
        if bool(before) != bool(after) and not (old.rules.get(code) and old.rules[code].off != new.rules[code].off):
            yield f"申报途径：{'新' if after else '旧'}政策规定{zh}（{after or before}）"
    for policy in (old, new):
        for one in declared:
            condition = policy.routes_while.get(one)
            if condition in changed and condition != code and code in policy.routes_off.get(one, ()):
                yield f"申报途径的前提 {condition} 结果不同"
                return


def _table_reasons(code: str, old: Policy, new: Policy) -> Iterator[str]:
    for name, zh in _TABLES.get(code, {}).items():
        if getattr(old.office, name) != getattr(new.office, name):
            yield f"{zh}不同"
    if code.startswith("PUB-") and old.calendar.stated != new.calendar.stated:
        yield "节假日安排不同"


def _fact_reasons(records: list[Record]) -> Iterator[str]:
    """Facts that follow otherwise, such as the years in the title up to another cut-off day."""
    before, after = (_values(record) for record in records)
    for name in sorted({*before, *after} - {"publicity"}):
        if before.get(name) != after.get(name):
            yield f"由政策推出的 {name} 由 {_shown(before.get(name))} 改为 {_shown(after.get(name))}"


def _shown(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _values(record: Record) -> dict[str, Any]:
    return {name: fact.get("value") for name, fact in record.facts.items()}


def _series_reasons(code: str, record: Record, old: Policy, new: Policy) -> Iterator[str]:
    series = record.application.series
    name = str(series.value) if series is not None and series.known else ""
    before, after = old.series.get(name), new.series.get(name)
    if before and after and before.schema != after.schema:
        yield f"{after.zh}系列的要求（{name}.schema.json）不同"


def _file_reasons(old: Policy, new: Policy) -> list[str]:
    """The files that differ, by name, where no single part accounts for a change."""
    before, after = ({**policy.files, **policy.office.files} for policy in (old, new))
    names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    return [f"政策文件不同：{'、'.join(names)}" if names else "政策文件相同"]

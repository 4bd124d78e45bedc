"""What led to the outcome of one rule: the values it reads, the facts, the parameters and the thresholds.

The record is judged once more under the policy; nothing is read anew. Where policy or software have changed since,
the outcome may be another than that of the report, and the explanation says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dossier.errors import UsageError
from dossier.model import Document, Judgement, Place, Record, Value
from dossier.model.wire import value_to_json
from dossier.pipeline.check import with_facts
from dossier.policy import Policy
from dossier.policy.consulted import consulting_facts
from dossier.report.grounds import policy_sha256
from dossier.report.plain import plain
from dossier.report.privacy import known_numbers, mask_tree
from dossier.validate import RULES, catalogue_of, reads_of, validate
from dossier.validate.case import CERTAIN, DOUBTFUL, make_case
from dossier.validate.running import run

FORMAT = "dossier-explanation/1"
_RULES = {rule.code: rule for rule in RULES}

Report = Mapping[str, Any]


def explain(code: str, report: Report, record: Record | None, policy: Policy) -> dict[str, Any]:
    """Plain data in the format dossier-explanation/1, identity numbers masked. UsageError for a code without a rule.

    Without a record there are the report's words only; `record` then is false.
    """
    info = policy.rules.get(code)
    if info is None:
        raise UsageError(f"没有规则 {code}", "运行 dossier rules 查看全部规则。")
    page = catalogue_of(code)
    said: dict[str, Any] = {
        "format": FORMAT,
        "rule": code,
        "title": info.title,
        "severity": info.severity.value,
        "citation": policy.cite(info.clause),
        "clause": policy.clauses.get(info.clause, ""),
        "condition": page.condition,
        "why": page.why,
        **_outcome(code, report),
        "report": report["number"],
        "policy_changed": report["policy"].get("sha256") != policy_sha256(policy),
        "record": record is not None,
    }
    return said if record is None else mask_tree(said | _grounds(code, record, policy, said), known_numbers(record))


def _outcome(code: str, report: Report) -> dict[str, Any]:
    """What the report says of the rule: outcome and findings, or why there are none."""
    findings = [
        {"outcome": outcome, **{name: one[name] for name in ("message", "remedy", "locations")}}
        for outcome, name in (("fail", "defects"), ("undecided", "undecided"))
        for one in report[name]
        if one["rule"] == code
    ]
    if findings:
        return {"outcome": findings[0]["outcome"], "findings": findings, "why_not": ""}
    why = next((one["why"] for one in report["not_applicable"] if one["rule"] == code), None)
    outcome = "pass" if code in report["passed"] else "not_checked" if why is None else "not_applicable"
    return {"outcome": outcome, "findings": [], "why_not": why or ""}


def _grounds(code: str, record: Record, policy: Policy, said: Report) -> dict[str, Any]:
    record = with_facts(record, policy)
    judgement = validate(record, policy)
    facts = _facts_of(code, record, policy)
    places = [
        place for one in (*judgement.defects, *judgement.undecided) if one.rule == code for place in one.locations
    ]
    return {
        "now": _outcome_now(code, judgement),
        "values": list(_values(code, places, record, policy)),
        "facts": [_fact(name, record.facts[name]) for name in facts if name in record.facts],
        "parameters": [
            {
                "name": name,
                "value": plain(one.value),
                "verified": one.verified,
                "citation": policy.cite(one.clause) if one.clause else "",
                "note": one.note,
            }
            for name in judgement.consulted.get(code, ())
            if (one := policy.parameters.get(name)) is not None
        ],
        "thresholds": {"certain": CERTAIN, "doubtful": DOUBTFUL},
        "table": _table(facts, record, policy),
    }


def _outcome_now(code: str, judgement: Judgement) -> str:
    for outcome, findings in (("fail", judgement.defects), ("undecided", judgement.undecided)):
        if any(finding.rule == code for finding in findings):
            return outcome
    if code in judgement.passed:
        return "pass"
    return "not_applicable" if code in judgement.not_applicable else "not_checked"


def _facts_of(code: str, record: Record, policy: Policy) -> list[str]:
    """The facts the rule asks for, found by running it once more."""
    rule = _RULES.get(code)
    if rule is None:
        return []
    with consulting_facts() as names:
        run(lambda: rule.check(make_case(record), policy))
    return sorted(names)


def _values(code: str, places: list[Place], record: Record, policy: Policy) -> Iterator[dict[str, Any]]:
    """Every value of the fields the rule reads, and every other value at a place that it points at.

    A document that counts by its being there is a row without a field.
    """
    reads = reads_of(code, policy)
    shown = {(place.file, place.page, place.box and place.box.rounded()) for place in places if place.box}
    for document in record.documents:
        needed = reads.get(document.kind, ())
        if document.kind in reads and not needed:
            yield (
                _head(document, "", "有无此材料")
                | {"value": document.title, "state": "present"}
                | _first_page(document)
            )
        for name in dict.fromkeys((*needed, *document.fields)):
            value = document.get(name)
            if name in needed or (value is not None and _at(value) in shown):
                yield _value(document, name, value, policy)


def _at(value: Value) -> tuple[Any, ...]:
    return value.file, value.page, value.box and value.box.rounded()


def _value(document: Document, name: str, value: Value | None, policy: Policy) -> dict[str, Any]:
    spec = policy.kinds[document.kind].fields.get(name)
    head = _head(document, name, spec.name if spec else name)
    if value is None:
        return head | {"value": None, "state": "absent"} | _first_page(document)
    state = (
        (value.reason or "unreadable") if not value.known else "certain" if value.confidence >= CERTAIN else "unsure"
    )
    return head | value_to_json(value) | {"state": "stated" if value.method == "stated" else state}


def _head(document: Document, name: str, label: str) -> dict[str, Any]:
    return {"document": document.id, "title": document.title, "field": name, "label": label}


def _presence(document: Document) -> dict[str, Any]:
    return _head(document, "", "有无此材料") | {"value": None, "state": "present"} | _first_page(document)


def _first_page(document: Document) -> dict[str, Any]:
    return {"file": document.pages[0].file, "page": document.pages[0].page} if document.pages else {}


def _fact(name: str, kept: Any) -> dict[str, Any]:
    if not isinstance(kept, Mapping):
        return {"name": name, "value": plain(kept), "from": [], "reason": ""}
    return {
        "name": name,
        "value": kept.get("value"),
        "from": list(kept.get("from", ())),
        "reason": kept.get("reason", ""),
    }


def _table(facts: list[str], record: Record, policy: Policy) -> dict[str, Any] | None:
    """The row of the qualification table that was asked, with its mark; None where no table was."""
    target = record.facts.get("target")
    goal = target.get("value") if isinstance(target, Mapping) else None
    if not {"target", "tenure_needed"} & set(facts) or not goal or goal.get("series") not in policy.series:
        return None
    series, level = policy.series[goal["series"]], goal.get("level")
    verified = level in series.verified_levels
    return {
        "series": series.zh,
        "level": policy.codes["levels"].get(str(level), level),
        "years": dict(series.qualification.get(level, {})),
        "verified": verified,
    }

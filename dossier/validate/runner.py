"""Runs the rules over a record and adds up what they say. Pure: no clock, no files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from dossier.model import Decision, Finding, Judgement, Outcome, Record, Severity
from dossier.policy import Policy, consulting
from dossier.validate.case import Case, make_case
from dossier.validate.compliance import standing_events
from dossier.validate.demand_pages import PAGES, page_of
from dossier.validate.registry import RULES
from dossier.validate.routes import Routes
from dossier.validate.rule import Remark, mask_numbers, places, undecided
from dossier.validate.running import Crash, attempt, run, weighed
from dossier.validate.series import schema_remarks

_REMEDIES: Mapping[str, str] = {rule.code: rule.page.remedy for rule in RULES}


@dataclass(frozen=True)
class Ruling:
    """What became of one rule. Without findings it passed, unless `why_not` says why it did not apply."""

    code: str
    findings: tuple[Finding, ...] = ()
    why_not: str = ""
    crash: str = ""


def validate(record: Record, policy: Policy) -> Judgement:
    """Judge a record under a policy. The same record and policy give the same judgement."""
    case = make_case(record)
    case = case.standing_on(standing_events(case, policy))
    consulted: dict[str, tuple[str, ...]] = {}
    remarks = dict(_remarks(case, policy, consulted))
    routes = Routes(record, policy, _conditions_met(remarks, record, policy))
    rulings = [_ruling(code, said, routes, policy) for code, said in remarks.items()]
    findings = [finding for ruling in rulings for finding in ruling.findings]
    return Judgement(
        decision=decide(findings),
        defects=tuple(finding for finding in findings if finding.outcome is Outcome.FAIL),
        undecided=tuple(finding for finding in findings if finding.outcome is Outcome.UNDECIDED),
        passed=tuple(r.code for r in rulings if not r.findings and not r.why_not),
        not_applicable={r.code: r.why_not for r in rulings if r.why_not},
        failures=tuple(_failure(ruling) for ruling in rulings if ruling.crash),
        consulted=consulted,
    )


def _conditions_met(remarks: Mapping[str, list[Remark] | Crash], record: Record, policy: Policy) -> frozenset[str]:
    """The rules on which routes rest (`while_passing`) that pass."""
    routes = Routes(record, policy)
    conditions = set(policy.routes_while.values()) & remarks.keys()
    rulings = [_ruling(code, remarks[code], routes, policy) for code in conditions]
    return frozenset(ruling.code for ruling in rulings if not ruling.findings and not ruling.why_not)


def decide(findings: Iterable[Finding]) -> Decision:
    """The decision that findings add up to. Advice never holds a dossier back."""
    said = {(finding.severity, finding.outcome) for finding in findings}
    if (Severity.REJECT, Outcome.FAIL) in said:
        return Decision.REJECT
    if (Severity.CORRECT, Outcome.FAIL) in said:
        return Decision.RETURN
    if said & {(Severity.REJECT, Outcome.UNDECIDED), (Severity.CORRECT, Outcome.UNDECIDED)}:
        return Decision.REVIEW
    return Decision.ACCEPT


def _remarks(
    case: Case, policy: Policy, consulted: dict[str, tuple[str, ...]]
) -> Iterator[tuple[str, list[Remark] | Crash]]:
    """What every rule says, by code in the order of the alphabet: the rules in code, then the series' schema.

    `consulted` takes the parameters that each rule asked for.
    """
    said: dict[str, list[Remark] | Crash] = {}
    for rule in RULES:
        with consulting() as parameters:
            said[rule.code] = run(partial(rule.check, case, policy))
        if parameters:
            consulted[rule.code] = tuple(sorted(parameters))
    demands = attempt(partial(schema_remarks, case, policy))
    if not isinstance(demands, Crash):
        asked = {code: policy.demands.parameters(code) for code in demands}
        consulted |= {code: names for code, names in asked.items() if names}
    said |= dict.fromkeys(PAGES, demands) if isinstance(demands, Crash) else demands
    yield from sorted(said.items())


def _ruling(code: str, said: list[Remark] | Crash, routes: Routes, policy: Policy) -> Ruling:
    if why_off := routes.why_off(code):
        return Ruling(code, why_not=why_off)
    if isinstance(said, Crash):
        finding = _finding(code, undecided("本条检查程序出错，未能判定，请人工核对"), policy)
        return Ruling(code, (finding,), crash=said.what)
    remarks = [_doubted(code, weighed(remark), routes) for remark in said]
    findings = [_finding(code, remark, policy) for remark in remarks if remark.outcome is not Outcome.NOT_APPLICABLE]
    if not findings and remarks:
        return Ruling(code, why_not="；".join(dict.fromkeys(remark.message for remark in remarks)))
    return Ruling(code, tuple(dict.fromkeys(findings)))


def _doubted(code: str, remark: Remark, routes: Routes) -> Remark:
    """A fail is undecided where it is not certain that the rule applies to the route."""
    doubt = routes.why_doubtful(code) if remark.outcome is Outcome.FAIL else None
    if doubt is None:
        return remark
    reason, document = doubt
    at = (*remark.places, *places(document))
    return replace(remark, outcome=Outcome.UNDECIDED, message=f"{remark.message}；{reason}", places=at)


def _finding(code: str, remark: Remark, policy: Policy) -> Finding:
    info = policy.rules[code]
    return Finding(
        rule=code,
        outcome=remark.outcome,
        severity=info.severity,
        title=info.title,
        message=mask_numbers(remark.message),
        clause=info.clause,
        by=info.by,
        remedy=remark.remedy or _REMEDIES.get(code) or page_of(code).remedy,
        locations=remark.places,
    )


def _failure(ruling: Ruling) -> dict[str, str]:
    hint = "该条已列入人工核验；请将工作目录（遮盖个人信息后）附在问题报告中"
    return {"stage": "validate", "what": f"{ruling.code}：{ruling.crash}", "hint": hint}

"""What a judgement says of every rule, and how that compares with what a case expects."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dossier.model import Finding, Judgement
from dossier.pipeline.check import CheckResult
from tests.kit.rules.applications import Base
from tests.kit.rules.cases import Case


@dataclass(frozen=True)
class Outcomes:
    """Outcome and message by rule code, the decision, and by what kind of committee the result is confirmed."""

    decision: str
    said: Mapping[str, str]
    messages: Mapping[str, str]
    confirmed: str | None = None

    def of(self, rule: str) -> str:
        """fail, undecided, pass, not_applicable, or missing where no such rule is checked."""
        return self.said.get(rule, "missing")


def outcomes_of(judgement: Judgement, across: Iterable[Finding] = ()) -> Outcomes:
    """A rule that fails at one place and is open at another fails. `across`: findings beside other dossiers."""
    judgement = replace(judgement, undecided=(*judgement.undecided, *across))
    said = dict.fromkeys(judgement.passed, "pass") | dict.fromkeys(judgement.not_applicable, "not_applicable")
    said |= {finding.rule: "undecided" for finding in judgement.undecided}
    said |= {finding.rule: "fail" for finding in judgement.defects}
    messages: dict[str, str] = {}
    for finding in (*judgement.undecided, *judgement.defects):
        messages[finding.rule] = (
            f"{messages[finding.rule]} / {finding.message}" if finding.rule in messages else finding.message
        )
    return Outcomes(str(judgement.decision), said, messages)


def outcomes_of_check(result: CheckResult) -> Outcomes:
    """The same of a check from pages."""
    confirmed = result.report["result_confirmation"]["committee_kind"]
    return replace(outcomes_of(result.judgement), confirmed=confirmed)


def outcomes_of_report(report: Mapping[str, Any]) -> Outcomes:
    """The same of a report.json."""
    said = dict.fromkeys(report["passed"], "pass") | {row["rule"]: "not_applicable" for row in report["not_applicable"]}
    messages: dict[str, str] = {}
    for outcome, rows in (("undecided", report["undecided"]), ("fail", report["defects"])):
        for row in rows:
            said[row["rule"]], messages[row["rule"]] = outcome, row["message"]
    return Outcomes(report["verdict"], said, messages)


def extra(outcomes: Outcomes, base: Base, case: Case | None, severities: Mapping[str, str]) -> dict[str, str]:
    """Rules besides the case's own that fail, or are open and would hold the dossier back."""
    allowed = {case.rule, *case.also} if case else set()
    return {
        rule: outcome
        for rule, outcome in outcomes.said.items()
        if not {rule, rule[:3]} & allowed
        and (outcome == "fail" or (outcome == "undecided" and severities[rule] != "advise" and rule not in base.open))
    }

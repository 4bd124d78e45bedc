"""What came out of a conformance run, as tables: per rule hits, misses and false alarms; per strength the shares."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dossier.policy import Policy
from tests.kit.rules.cases import Case, bases, cases
from tests.kit.rules.outcomes import Outcomes, extra
from tests.kit.rules.paragraphs import table


@dataclass(frozen=True)
class Result:
    """One upload, and what was said of it."""

    base: str
    case: Case | None
    strength: str
    outcomes: Outcomes

    def complaints(self, policy: Policy) -> Iterable[str]:
        """One line for each thing that is not as it should be."""
        head = f"[{self.strength}] {self.case.name if self.case else 'base'} ({self.base})"
        if self.case and self.outcomes.of(self.case.rule) != self.case.expect:
            said = self.outcomes.messages.get(self.case.rule, "")
            yield f"{head}: {self.case.rule} is {self.outcomes.of(self.case.rule)}: {said[:140]}"
        for rule, what in self.others(policy).items():
            yield f"{head}: {rule} {what}: {self.outcomes.messages[rule][:140]}"

    def others(self, policy: Policy) -> dict[str, str]:
        return extra(
            self.outcomes,
            bases()[self.base],
            self.case,
            {code: str(rule.severity) for code, rule in policy.rules.items()},
        )

    def as_json(self) -> dict[str, Any]:
        return {
            "base": self.base,
            "case": self.case.name if self.case else None,
            "strength": self.strength,
            "decision": self.outcomes.decision,
            "said": dict(self.outcomes.said),
            "messages": dict(self.outcomes.messages),
        }


@dataclass
class Tally:
    """Of the cases that must fail: how many did, stayed open, or passed; and fails where none is due."""

    hits: int = 0
    open: int = 0
    missed: int = 0
    false: int = 0
    needless: int = 0
    """Open points that would hold a dossier back where nothing is wrong."""


def tallies(results: Iterable[Result], policy: Policy) -> dict[str, Tally]:
    """By rule."""
    found = {code: Tally() for code in policy.rules}
    for result in results:
        if result.case and result.case.is_fault:
            outcome = result.outcomes.of(result.case.rule)
            found[result.case.rule].hits += outcome == result.case.expect
            found[result.case.rule].open += outcome == "undecided" != result.case.expect
            found[result.case.rule].missed += outcome not in ("fail", "undecided")
        elif result.case and result.outcomes.of(result.case.rule) == "fail":
            found[result.case.rule].false += 1
        for rule, what in result.others(policy).items():
            found[rule].false += what == "fail"
            found[rule].needless += what == "undecided"
    return found


def page(results: Sequence[Result], policy: Policy) -> str:
    """CONFORMANCE.md."""
    strengths = list(dict.fromkeys(result.strength for result in results))
    parts = [_HEAD, *(_shares(results, strength, policy) for strength in strengths)]
    parts += ["\n".join(table(_decided(results, strength), strength)) + "\n" for strength in strengths]
    parts += [_by_rule([r for r in results if r.strength == strength], strength, policy) for strength in strengths]
    return "\n".join(parts) + "\n" + _alone(policy)


_HEAD = """# What the rules are worth on pages

Written by `make conformance`. Every application below is drawn, scanned, read by OCR and judged, from the upload to the
verdict. A case puts one thing otherwise about an application that is in order; the rule has to fail. A *false alarm* is
a fail where nothing is wrong, *needless* an open point that holds a dossier back where nothing is wrong.
"""


def _shares(results: Sequence[Result], strength: str, policy: Policy) -> str:
    mine = [result for result in results if result.strength == strength]
    plain = Counter(result.outcomes.decision for result in mine if result.case is None)
    decided = ", ".join(f"{count} {decision}" for decision, count in sorted(plain.items()))
    lines = [f"## Pages: {strength}\n", f"Applications in order: {sum(plain.values())}, of which {decided}.\n"]
    names = ("severity", "faults", "found", "left open", "missed", "false alarms", "precision", "recall", "undecided")
    lines += [_row(*names), "|---" * len(names) + "|"]
    counted = tallies(mine, policy)
    for severity in ("reject", "correct", "advise"):
        rows = [tally for code, tally in counted.items() if str(policy.rules[code].severity) == severity]
        hits, left, missed = (sum(getattr(tally, name) for tally in rows) for name in ("hits", "open", "missed"))
        false, faults = sum(tally.false for tally in rows), hits + left + missed
        shares = _share(hits, hits + false), _share(hits, hits + missed), _share(left, faults)
        lines.append(_row(severity, faults, hits, left, missed, false, *shares))
    return "\n".join(lines) + "\n"


def _decided(results: Sequence[Result], strength: str) -> dict[tuple[str, str], tuple[str, str | None]]:
    return {
        (each.base, each.case.name if each.case else ""): (each.outcomes.decision, each.outcomes.confirmed)
        for each in results
        if each.strength == strength
    }


def _row(*cells: object) -> str:
    return "| " + " | ".join(map(str, cells)) + " |"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"


def _by_rule(results: Sequence[Result], strength: str, policy: Policy) -> str:
    passed = Counter(rule for result in results for rule, what in result.outcomes.said.items() if what == "pass")
    names = ("rule", "faults found", "left open", "missed", "false alarms", "needless", "passed")
    lines = [f"## By rule: {strength}\n", _row(*names), "|---" * len(names) + "|"]
    for code, tally in tallies(results, policy).items():
        lines.append(_row(code, tally.hits, tally.open, tally.missed, tally.false, tally.needless, passed[code]))
    return "\n".join(lines) + "\n"


def _alone(policy: Policy) -> str:
    """Rules that no page proves, with the reason."""
    proven = {case.rule for case in cases() if case.is_fault and case.on_pages}
    reasons = {case.rule: case.on_records_alone for case in cases() if case.on_records_alone}
    lines = ["## Proven on records alone\n"]
    lines += [f"- {code}: {reasons.get(code, 'tests/validate')}" for code in policy.rules if code not in proven]
    return "\n".join(lines) + "\n"

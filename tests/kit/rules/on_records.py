"""Run the conformance cases on the records of an ideal reader: `python -m tests.kit.rules.on_records [CODE…]`.

Says in a minute what the rules are worth by themselves; what they are worth on pages says `on_pages`.
"""

import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import typst

from dossier.model import Record
from dossier.validate import validate
from dossier.validate.across import Entry, findings_of, validate_across
from tests.kit.rules.applications import Base
from tests.kit.rules.cases import Case, bases, cases, papers_of, policy, statement_of
from tests.kit.rules.changes import Change
from tests.kit.rules.drawn import sheet
from tests.kit.rules.outcomes import Outcomes, extra, outcomes_of
from tests.kit.rules.seen import record_of

FIRST, SECOND = "甲", "乙"


def judged(job: tuple[str, Case | None]) -> Outcomes | str:
    """What the rules say of a base, or of a case; a text where it cannot be drawn."""
    name, case = job
    base = bases()[name]
    try:
        record = _record(base, case.change if case else (), case)
        other = _record(bases()[case.beside], case.beside_change, None) if case and case.beside else None
    except (LookupError, typst.TypstError) as error:
        return f"cannot be drawn: {error}"
    across = () if other is None else validate_across((Entry(FIRST, record), Entry(SECOND, other)), policy()).clashes
    return outcomes_of(validate(record, policy(case)), findings_of(across, policy()).get(FIRST, ()))


def _record(base: Base, changes: Sequence[Change], case: Case | None) -> Record:
    application = papers_of(base, changes)
    sheets = [sheet(hand, facts, application) for hand, facts in application.papers]
    return record_of(sheets, statement_of(base, case), policy(case))


def lines(asked: set[str]) -> Iterator[str]:
    """One line for each thing that is not as it should be, and a count at the end."""
    jobs: list[tuple[str, Case | None]] = [(name, None) for name in bases() if not asked or name in asked]
    chosen = [case for case in cases() if case.on_records]
    jobs += [(case.base, case) for case in chosen if not asked or {case.rule, case.rule[:3]} & asked]
    severities = {code: str(rule.severity) for code, rule in policy().rules.items()}
    wrong = 0
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        for (name, case), outcomes in zip(jobs, pool.map(judged, jobs, chunksize=4), strict=True):
            if isinstance(outcomes, str):
                wrong += 1
                yield f"{case.name if case else 'base'} ({name}): {outcomes}"
                continue
            said = []
            if case and outcomes.of(case.rule) != case.expect:
                said.append(f"{case.rule} is {outcomes.of(case.rule)}: {outcomes.messages.get(case.rule, '')}")
            said += [
                f"{rule} {what}: {outcomes.messages[rule][:90]}"
                for rule, what in extra(outcomes, bases()[name], case, severities).items()
            ]
            wrong += bool(said)
            if said:
                yield f"{case.name if case else 'base'} ({name}): " + " | ".join(said)
    yield f"{len(jobs) - wrong} of {len(jobs)} as they should be"


def main() -> None:
    for line in lines(set(sys.argv[1:])):
        print(line, flush=True)


if __name__ == "__main__":
    main()

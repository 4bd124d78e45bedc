"""What is not there: a fail only where it is proven that nothing of these kinds was overlooked."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.validate.case import Case, why_not_proven_absent
from dossier.validate.rule import Evidence, Remark, fail, undecided


def missing(case: Case, message: str, kinds: Iterable[str], *at: Evidence) -> Remark:
    """A fail because documents of these kinds are not there; undecided while that is not proven.

    What is undecided points at the pages that may be such a document, a fail at `at`.
    """
    gap = why_not_proven_absent(case, *kinds)
    return undecided(f"{message}；{gap[0]}", *gap[1]) if gap else fail(message, *at)


def fail_unless_hidden(case: Case, message: str, kinds: Iterable[str], *at: Evidence) -> Remark:
    """The same where what was read counts in either case: an undecided remark points at `at` first."""
    gap = why_not_proven_absent(case, *kinds)
    return undecided(f"{message}；{gap[0]}", *at, *gap[1]) if gap else fail(message, *at)

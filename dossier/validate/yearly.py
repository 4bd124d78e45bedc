"""Which years assessments and continuing education are due for, and what leaves a year open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dossier.model import Document, PageRef, Place, Value
from dossier.policy import Policy
from dossier.text import Span, span
from dossier.validate.case import CERTAIN, Case, why_not_proven_absent
from dossier.validate.dates import span_of
from dossier.validate.rule import places

WORK_FORMS = ("review_form", "initial_form")


@dataclass(frozen=True)
class Employment:
    """Since when the applicant works, as far as it is known, and where that is written."""

    since: Span | None = None
    value: Value | Place | None = None

    def all_of(self, year: int) -> bool:
        """Whether the applicant certainly worked all of the year, from January on."""
        return self.since is not None and self.since.last <= date(year, 1, 31)

    def may_be_due(self, year: int) -> bool:
        """Whether the applicant may have worked all of the year: only full years are due."""
        return self.since is None or self.since.first <= date(year, 1, 31)


def employment(case: Case) -> Employment:
    """From the beginning of work on the form, else from the date of the current title: who holds one works."""
    for value in (document.get("work_since") for document in case.documents(*WORK_FORMS)):
        if value is not None and value.confidence >= CERTAIN and (days := span_of(value)):
            return Employment(days, value)
    title = case.fact("current_title_date")
    days = span(title.value)
    if days is None or not title.certain or not title.places:
        return Employment()
    return Employment(Span(date.min, days.last), title.places[0])


def years_due(policy: Policy, parameter: str, at_most: int | None = None) -> list[int]:
    """The last full years before the cycle, earliest first: not more than `at_most` of them."""
    cycle = span(policy.value("cycle")[0])
    count = policy.value(parameter) if at_most is None else min(policy.value(parameter), at_most)
    return list(range(cycle.first.year - count, cycle.first.year)) if cycle else []


def name_years(years: Iterable[int]) -> str:
    """2021年度、2022年度."""
    return "、".join(f"{year}年度" for year in sorted(years))


def why_years_may_be_there(
    case: Case, kind: str, missing: Sequence[int], told: Sequence[tuple[Document, frozenset[int]]]
) -> tuple[str, tuple[Place, ...]] | None:
    """Why papers of this kind for the years that were not found cannot be called missing, and where to look.

    `told`: every document of the kind with the years surely read on it. A paper whose year was not read may be the
    one, and so may a row lost in a list of several years. None when the years are missing.
    """
    unread = [document for document, years in told if not years]
    if unread:
        return "有材料的年度无法辨认", places(*unread)
    listed: dict[tuple[PageRef, ...], set[int]] = {}
    for document, years in told:
        listed.setdefault(document.pages, set()).update(years)
    recognised = {(page.file, page.page) for page in case.record.pages if page.method != "text"}
    for document, _ in told:
        if recognised.intersection(document.pages) and _may_lack_a_row(listed[document.pages], missing):
            return "同一份材料列有多个年度，可能漏读了其中一行", places(document)
    return why_not_proven_absent(case, kind)


_LONG_LIST = 5
"""A list of so many years in a row has lost none at its ends."""


def _may_lack_a_row(listed: set[int], missing: Sequence[int]) -> bool:
    """Whether a list that OCR read may have held a year that was not found: inside it, or at the end of a short one."""
    if len(listed) < 2:
        return False
    whole = len(listed) >= _LONG_LIST and len(listed) == max(listed) - min(listed) + 1
    return not whole or any(min(listed) < year < max(listed) for year in missing)

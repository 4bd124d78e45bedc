"""Days of years to come are doubted, save where they say how long something holds."""

from __future__ import annotations

import pytest

from dossier.extract.future import without_future
from dossier.model import Document, PageRef, Value
from dossier.policy import Policy, load_policy


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load_policy()


def confidence(kind: str, field: str, day: str, policy: Policy, submitted: str | None = "2025-08-29") -> float:
    value = Value(day, day, "a.pdf", 1, None, "ocr", 0.97)
    document = Document("d01", kind, kind, (PageRef("a.pdf", 1),), {field: value})
    return without_future(document, policy.kinds[kind], submitted).fields[field].confidence


@pytest.mark.parametrize(("day", "sure"), [("2025-08-04", True), ("2026-12-31", True), ("2027-01-01", False)])
def test_a_day_later_than_the_year_after_submission_is_doubted(day: str, sure: bool, policy: Policy):
    assert (confidence("unit_opinion", "date", day, policy) >= 0.85) is sure


def test_a_month_of_years_to_come_is_doubted(policy: Policy):
    assert confidence("diploma", "graduated", "2029-07", policy) < 0.85


def test_how_long_a_paper_holds_may_lie_ahead(policy: Policy):
    assert confidence("education_verification", "valid_until", "2030-01-01", policy) == 0.97


def test_without_a_day_of_submission_nothing_is_doubted(policy: Policy):
    assert confidence("unit_opinion", "date", "2029-08-04", policy, None) == 0.97

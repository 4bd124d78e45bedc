"""Verdict and rules, where the truth states them."""

from __future__ import annotations

import pytest

from dossier.score import score
from tests.score.builders import observed, record_of, report_of, truth_of

TRUTH = truth_of(verdict=["reject", "return"], must=["PUB-03", "IDN-03"], undecided=["PUB-12"], tolerated=["PUB-18"])


@pytest.mark.parametrize(("verdict", "right"), [("reject", True), ("return", True), ("accept", False)])
def test_any_of_the_verdicts_stated_is_right(verdict, right):
    (one,) = observed("verdict", TRUTH, record_of(), report_of(verdict))
    assert one.right is right


def test_each_planted_defect_is_found_or_not():
    report = report_of("reject", defects={"PUB-03": "reject"}, undecided={"IDN-03": "correct"})
    assert [(one.field, one.right) for one in observed("must", TRUTH, record_of(), report)] == [
        ("PUB-03", True),
        ("IDN-03", False),
    ]


def test_a_severe_defect_that_nobody_planted_is_one_too_many():
    report = report_of("reject", defects={"PUB-04": "reject", "CON-01": "correct", "PUB-17": "advise"})
    assert [one.field for one in observed("extra", TRUTH, record_of(), report)] == ["CON-01", "PUB-04"]


@pytest.mark.parametrize("code", ["PUB-03", "PUB-12", "PUB-18"])
def test_what_is_planted_open_or_tolerated_is_never_too_much(code):
    report = report_of("reject", defects={code: "reject"}, undecided={code: "reject"})
    assert observed("extra", TRUTH, record_of(), report) == []
    assert observed("open_extra", TRUTH, record_of(), report) == []


def test_an_open_point_must_be_open_and_no_other_severe_one_may_be():
    report = report_of("review", defects={"PUB-12": "reject"}, undecided={"PUB-15": "reject", "FIL-04": "advise"})
    (one,) = observed("open", TRUTH, record_of(), report)
    assert (one.field, one.right) == ("PUB-12", False)
    assert [o.field for o in observed("open_extra", TRUTH, record_of(), report)] == ["PUB-15"]


def test_without_a_report_or_without_rules_in_the_truth_nothing_is_said_of_them():
    report = report_of("reject", defects={"PUB-04": "reject"})
    assert score(TRUTH, record_of()) == []
    assert score(truth_of(), record_of(), report) == []

"""The conformance cases hold together, and a few of them are run on the records of an ideal reader."""

from dataclasses import replace
from pathlib import Path

import pytest

from dossier.validate.catalogue import checked_codes
from tests.kit.rules.cases import bases, cases, papers_of, policy
from tests.kit.rules.drawn import sheet
from tests.kit.rules.on_records import judged
from tests.kit.rules.outcomes import extra
from tests.kit.rules.paragraphs import PARAGRAPHS, Demand, demands
from tests.kit.rules.spoilt import WAYS

ROOT = Path(__file__).parents[3]
SEVERITIES = {code: str(rule.severity) for code, rule in policy().rules.items()}


def test_every_rule_has_a_fault_on_pages_that_it_must_find():
    assert set(checked_codes()) == {case.rule for case in cases() if case.is_fault and case.on_pages}


def test_only_a_comparison_of_dossiers_may_leave_every_fault_to_a_person():
    assert {case.rule[:3] for case in cases() if case.is_fault and case.expect != "fail"} == {"XDS"}


def test_every_case_starts_from_a_base_that_is_there():
    assert {case.base for case in cases()} <= set(bases())


@pytest.mark.parametrize("name", ["private", "school", "central"])
def test_an_application_in_order_is_accepted(name):
    outcomes = judged((name, None))
    assert extra(outcomes, bases()[name], None, SEVERITIES) == {}
    assert outcomes.decision == "accept"


@pytest.mark.parametrize("rule", ["PUB-04", "TTL-03", "COM-03"])
def test_one_fault_is_found_and_nothing_else(rule):
    case = next(case for case in cases() if case.rule == rule and case.expect == "fail")
    outcomes = judged((case.base, case))
    assert outcomes.of(rule) == "fail"
    assert extra(outcomes, bases()[case.base], case, SEVERITIES) == {}


def test_every_case_finds_the_files_it_changes():
    for case in (case for case in cases() if any("file" in change for change in case.change)):
        papers = papers_of(bases()[case.base], case.change).papers
        kinds = {facts.kind for _, facts in papers}
        assert {change["file"] for change in case.change if "file" in change} <= kinds
        assert {change["as"] for change in case.change if "file" in change} <= WAYS.keys()


def test_a_paper_without_a_part_lacks_its_pages_and_no_others():
    whole = papers_of(bases()["school"])
    hand, facts = next(one for one in whole.papers if one[1].kind == "paper")
    less = replace(facts, extra={**facts.extra, "left_out": ["body"]})
    pages, left = (sheet(hand, one, whole) for one in (facts, less))
    shown = [{mark.what for mark in one.marks if mark.how == "part"} for one in (pages, left)]
    assert shown[0] - shown[1] == {"body"}
    assert len(left.sizes) == len(pages.sizes) - 2
    assert {mark.page for mark in left.marks} <= set(range(len(left.sizes)))


def test_every_paragraph_of_the_notice_is_shown_to_be_kept():
    assert {each.paragraph for each in demands()} == set(PARAGRAPHS)
    for each in demands():
        assert sum(bool(shown) for shown in (each.base, each.case, each.test)) == 1
        assert bool(each.decision) != bool(each.test)


def test_a_paragraph_names_cases_on_pages_and_tests_that_are_there():
    assert {each.base for each in demands() if each.base} <= set(bases())
    assert all(case.on_pages for each in demands() if (case := each.shown_by()))
    for file, _, name in (each.test.partition("::") for each in demands() if each.test):
        assert f"def {name}(" in (ROOT / file).read_text("utf-8")


def _told(demand: Demand) -> str:
    return f"{demand.paragraph} {demand.says}"


@pytest.mark.parametrize(
    "demand", [each for each in demands() if not each.test and each.paragraph in (1, 3, 5, 12)], ids=_told
)
def test_a_paragraph_leads_to_the_decision_that_it_asks_for(demand):
    case = demand.shown_by()
    assert judged((case.base if case else demand.base, case)).decision == demand.decision

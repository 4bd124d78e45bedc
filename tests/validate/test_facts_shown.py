"""A defect that rests on a fact points at the values the fact follows from; where they are doubtful it is no defect."""

import pytest
from facts_shown import facts_asked_for
from record_builder import (
    add,
    applicant,
    applying,
    appointed,
    change,
    clean_record,
    document,
    drop,
    hours,
    judged,
    messages,
    outcome,
    read,
)

from dossier.model import Outcome
from dossier.validate.registry import RULES


def holding(title="工程师", **fields):
    """The current title by form and certificate."""

    def make(record):
        stated = change(record, "review_form", current_title=title)
        return change(stated, "title_certificate", title=title, **fields)

    return make


def studied(record, education):
    for kind in ("review_form", "diploma", "education_verification"):
        record = change(record, kind, education=education)
    return record


def college(record):
    return drop(studied(record, "大专"), "degree")


def newcomer(record):
    """A master without a title who applies for the intermediate level."""
    stated = change(studied(record, "硕士研究生"), "review_form", current_title="无", current_title_date=None)
    return applying(drop(stated, "title_certificate"), level="intermediate", title="工程师")


def technician(record):
    return applying(holding("技术员")(record), level="intermediate", title="工程师")


def state_owned(record, *letters):
    return add(applicant(drop(record, "appointment"), employer_ownership="state_owned"), *letters)


def interrupted(record):
    return state_owned(record, appointed(3, "2019-01-01", "2021-12-31"), appointed(4, "2023-01-01", "2025-12-31"))


def moved(record):
    """From an enterprise to a public institution, appointed there too late."""
    employed = applicant(record, employer_ownership="public_institution", employer="云陉县水利局")
    bare = drop(employed, "employment_contract", "social_insurance", "appointment", "annual_assessment")
    stated = change(bare, "review_form", appointed_since="2022-01")
    worked = document("d91", "annual_assessment", {"employer": "山西同泽矿业有限公司", "year": 2020, "grade": "合格"})
    return add(stated, appointed(3, "2022-01-01", "2025-12-31"), worked)


def insured(**fields):
    return lambda record: change(record, "social_insurance", **fields)


def few_hours(record):
    return change(record, "continuing_education", years=[hours(year, 60, 30) for year in range(2020, 2025)])


DEFECTIVE = {
    "ACH-05": [lambda record: add(record, document("d90", "paper", {"title": "论减速机", "published": "2017-06"}))],
    "ASM-01": [lambda record: drop(applicant(record, employer_ownership="state_owned"), "annual_assessment")],
    "ASM-02": [lambda record: change(record, "annual_assessment", grade="不合格")],
    "CED-02": [few_hours],
    "CED-03": [few_hours],
    "EDU-04": [college],
    "EMP-02": [insured(employer="云州百味餐饮有限公司")],
    "EMP-03": [insured(status="暂停缴费")],
    "EMP-04": [insured(employer="晋中云帆劳务派遣有限公司")],
    "GRN-07": [moved],
    "TTL-02": [holding("助理工程师"), newcomer, technician],
    "TTL-03": [holding(date="2021-03-01"), lambda record: drop(moved(record), "annual_assessment", "social_insurance")],
    "TTL-04": [holding("经济师", series="经济系列")],
    "TTL-05": [interrupted, state_owned],
    "TTL-06": [holding(issuer="陕西省人力资源和社会保障厅")],
}
"""Rules that rest on facts, each with dossiers that it finds fault with. `judged` asserts that the facts are shown."""
CASES = [(code, make) for code, makers in DEFECTIVE.items() for make in makers]


@pytest.mark.parametrize(("code", "make"), CASES, ids=[f"{code}-{place}" for place, (code, _) in enumerate(CASES)])
def test_a_defect_that_rests_on_a_fact_points_at_the_values_behind_it(code, make, record, policy):
    assert messages(code, judged(make(record), policy))


def test_every_rule_that_rests_on_facts_stands_above(policy):
    records = [clean_record(), *(make(clean_record()) for _, make in CASES)]
    asking = {rule.code for rule in RULES if any(facts_asked_for(rule.code, record, policy) for record in records)}
    assert asking == DEFECTIVE.keys()


@pytest.mark.parametrize(
    ("code", "make", "kind", "doubt"),
    [
        ("TTL-02", newcomer, "diploma", {"education": read("硕士研究生", 0.8)}),
        ("TTL-02", technician, "diploma", {"education": read("本科", 0.8)}),
        ("TTL-03", holding(date="2021-03-01"), "title_certificate", {"title": read("工程师", 0.8)}),
        ("TTL-05", interrupted, "diploma", {"education": read("本科", 0.8)}),
        ("TTL-05", interrupted, "title_certificate", {"title": read("工程师", 0.8)}),
        ("TTL-06", holding(issuer="陕西省人力资源和社会保障厅"), "title_certificate", {"title": read("工程师", 0.8)}),
        ("GRN-07", moved, "diploma", {"education": read("本科", 0.8)}),
    ],
)
def test_a_doubtful_value_behind_a_fact_leaves_the_defect_to_a_person(code, make, kind, doubt, record, policy):
    assert outcome(code, make(record), policy) is Outcome.FAIL
    assert outcome(code, change(make(record), kind, **doubt), policy) is Outcome.UNDECIDED


def test_an_education_that_could_not_open_the_level_leaves_a_skipped_one_no_doubt(record, policy):
    doubtful = change(holding("助理工程师")(record), "diploma", education=read("本科", 0.8))
    assert outcome("TTL-02", doubtful, policy) is Outcome.FAIL

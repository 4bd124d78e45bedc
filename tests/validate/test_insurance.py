"""EMP-02 – EMP-04, LIC-02, LIC-04, LIC-05."""

import pytest
from record_builder import (
    EMPLOYER,
    add,
    add_pages,
    applicant,
    applying,
    change,
    document,
    drop,
    outcome,
    page,
    read,
    unread,
)

from dossier.model import Outcome, Period

OTHER, DISPATCH = "太行北斗物流股份公司", "晋中聚力劳务派遣有限公司"
AGREEMENT = document("d60", "statement", {"subject": "劳务派遣协议"}, title="劳务派遣协议")


def insured_by(record, name):
    return change(record, "social_insurance", employer=name)


@pytest.mark.parametrize(
    ("employer", "expected"),
    [
        (EMPLOYER, Outcome.PASS),
        (f"{EMPLOYER}（盖章）", Outcome.PASS),
        (OTHER, Outcome.FAIL),
        (read(OTHER, 0.8), Outcome.UNDECIDED),
        (f"{EMPLOYER}运城分公司", Outcome.UNDECIDED),
        ("山西心岳重工装备有限公司", Outcome.UNDECIDED),
        (unread(), Outcome.UNDECIDED),
    ],
)
def test_the_unit_that_pays_the_insurance_is_the_one_that_applies(employer, expected, record, policy):
    assert outcome("EMP-02", insured_by(record, employer), policy) is expected


def test_another_payer_is_explained_by_a_paper_that_names_it(record, policy):
    other = insured_by(record, OTHER)
    said = document("d61", "statement", {"subject": "社保情况说明", "parties": [OTHER, EMPLOYER]}, title="情况说明")
    vague = document("d61", "statement", {"subject": "社保情况说明"}, title="情况说明")
    posts = document("d61", "statement", {}, title="岗位空缺核准表")
    assert outcome("EMP-02", add(other, said), policy) is Outcome.PASS
    assert outcome("EMP-02", add(other, vague), policy) is Outcome.UNDECIDED
    assert outcome("EMP-02", add(other, posts), policy) is Outcome.FAIL
    assert outcome("EMP-02", add_pages(other, page("x.pdf", method="none")), policy) is Outcome.UNDECIDED
    assert outcome("EMP-02", add(insured_by(record, DISPATCH), AGREEMENT), policy) is Outcome.PASS


def test_a_seconded_teacher_stays_insured_by_the_university(record, policy):
    letter = document("d71", "secondment", {"school": "太行理工大学", "enterprise": EMPLOYER})
    teacher = applying(insured_by(record, "太行理工大学"), route=["seconded_teacher"])
    assert outcome("EMP-02", add(teacher, letter), policy) is Outcome.PASS
    assert outcome("EMP-02", teacher, policy) is Outcome.FAIL


def test_who_is_paid_for_by_an_agency_is_asked_about(record, policy):
    agency = applicant(insured_by(record, "龙城人才服务中心"), personnel_agency=True)
    assert outcome("EMP-02", agency, policy) is Outcome.UNDECIDED


def test_without_insurance_there_is_nothing_to_compare(record, policy):
    bare = drop(record, "social_insurance")
    assert {outcome(code, bare, policy) for code in ("EMP-02", "EMP-03", "EMP-04")} == {Outcome.NOT_APPLICABLE}


def test_who_pays_is_open_where_the_employer_was_not_read(record, policy):
    assert outcome("EMP-02", applicant(record, employer=unread()), policy) is Outcome.UNDECIDED


def months(*left_out: str) -> list[str]:
    year = [f"2024-{month:02}" for month in range(8, 13)] + [f"2025-{month:02}" for month in range(1, 8)]
    return [month for month in year if month not in left_out]


@pytest.mark.parametrize(
    ("paid", "expected"),
    [
        (months(), Outcome.PASS),
        (months("2025-03"), Outcome.FAIL),
        (months("2025-07"), Outcome.PASS),
        (months("2025-06", "2025-07"), Outcome.PASS),
        (months("2025-05", "2025-06", "2025-07"), Outcome.FAIL),
        (months("2024-08", "2024-09"), Outcome.PASS),
        (read(months("2025-03"), 0.7), Outcome.UNDECIDED),
    ],
)
def test_months_without_payment_are_advised_upon(paid, expected, record, policy):
    assert outcome("EMP-03", change(record, "social_insurance", months=paid), policy) is expected


def test_a_gap_before_the_last_twelve_months_does_not_matter(record, policy):
    paid = ["2023-01", *months()]
    assert outcome("EMP-03", change(record, "social_insurance", months=paid), policy) is Outcome.PASS


@pytest.mark.parametrize(
    ("end", "expected"), [("2025-05", Outcome.PASS), ("2025-04", Outcome.FAIL), ("2024-12", Outcome.FAIL)]
)
def test_payments_that_ended_are_a_gap(end, expected, record, policy):
    ended = change(record, "social_insurance", period=Period("2009-08", end))
    assert outcome("EMP-03", ended, policy) is expected


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("正常缴费", Outcome.PASS),
        ("暂停缴费", Outcome.FAIL),
        ("停保", Outcome.FAIL),
        ("正常缴费/暂停缴费", Outcome.UNDECIDED),
        (unread("blank"), Outcome.PASS),
    ],
)
def test_a_suspended_insurance_is_advised_upon(status, expected, record, policy):
    assert outcome("EMP-03", change(record, "social_insurance", status=status), policy) is expected


def test_gaps_are_open_without_any_date(record, policy):
    undated = applying(change(record, "social_insurance", date=None, months=months()), submitted=None)
    assert outcome("EMP-03", undated, policy) is Outcome.UNDECIDED


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (EMPLOYER, Outcome.NOT_APPLICABLE),
        (DISPATCH, Outcome.FAIL),
        (read(DISPATCH, 0.8), Outcome.UNDECIDED),
        ("晋中聚力人力资源服务有限公司", Outcome.UNDECIDED),
    ],
)
def test_dispatch_needs_an_agreement(name, expected, record, policy):
    assert outcome("EMP-04", insured_by(record, name), policy) is expected


def test_the_agreement_must_be_there_and_not_only_spoken_of(record, policy):
    sent = insured_by(record, DISPATCH)
    spoken = document("d60", "statement", {"subject": "劳务派遣情况说明"}, title="情况说明")
    assert outcome("EMP-04", add(sent, AGREEMENT), policy) is Outcome.PASS
    assert outcome("EMP-04", add(sent, spoken), policy) is Outcome.UNDECIDED
    assert outcome("EMP-04", add_pages(sent, page("x.pdf", method="none")), policy) is Outcome.UNDECIDED


def licensed(record, *ends, kind="护士执业证书"):
    papers = [
        document(f"d5{n}", "licence", {"kind": kind, **({"valid": end} if end else {})}) for n, end in enumerate(ends)
    ]
    return add(record, *papers)


VALID = [
    ("2025-09-09", Outcome.FAIL),
    ("2025-09-10", Outcome.PASS),
    ("2025-09-11", Outcome.PASS),
    ("2025-08", Outcome.FAIL),
    ("2025-09", Outcome.UNDECIDED),
    ("2025-10", Outcome.PASS),
]


@pytest.mark.parametrize(("end", "expected"), VALID)
def test_a_licence_is_valid_to_its_last_day(end, expected, record, policy):
    assert outcome("LIC-02", licensed(record, Period("2020-01-01", end)), policy) is expected


@pytest.mark.parametrize(("end", "expected"), VALID)
def test_a_result_is_valid_to_its_last_day(end, expected, record, policy):
    result = document("d51", "exam_result", {"exam": "高级会计师考试", "valid_until": end})
    assert outcome("LIC-04", add(record, result), policy) is expected


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ((None,), Outcome.UNDECIDED),
        ((Period("2020-01-01", "长期"),), Outcome.PASS),
        ((Period("2015-01-01", "2020-01-01"), Period("2020-01-01", "2030-01-01")), Outcome.PASS),
        ((Period("2015-01-01", "2020-01-01"), unread()), Outcome.UNDECIDED),
        ((unread(),), Outcome.UNDECIDED),
        ((unread("blank"),), Outcome.PASS),
        ((unread("ambiguous", raw="日至2029年11月4日"),), Outcome.PASS),
        ((unread("ambiguous", raw="日至2025年9月4日"),), Outcome.UNDECIDED),
        ((unread("unreadable", raw="日至2029年11月4日"),), Outcome.UNDECIDED),
        ((read(Period("2015-01-01", "2020-01-01"), 0.8),), Outcome.UNDECIDED),
    ],
)
def test_the_licence_that_holds_longest_counts(ends, expected, record, policy):
    assert outcome("LIC-02", licensed(record, *ends), policy) is expected


def test_a_licence_that_never_runs_out_need_not_print_until_when_it_holds(record, policy):
    assert outcome("LIC-02", licensed(record, None, kind="高级中学教师资格证书"), policy) is Outcome.PASS


def test_validity_is_open_without_a_submission_date_and_no_matter_without_papers(record, policy):
    valid = applying(licensed(record, Period("2015-01-01", "2020-01-01")), submitted=None)
    assert outcome("LIC-02", valid, policy) is Outcome.UNDECIDED
    assert outcome("LIC-02", record, policy) is Outcome.NOT_APPLICABLE
    assert outcome("LIC-04", record, policy) is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        (EMPLOYER, Outcome.PASS),
        ("山西省", Outcome.PASS),
        (OTHER, Outcome.FAIL),
        (read(OTHER, 0.8), Outcome.UNDECIDED),
        (f"{EMPLOYER}运城分公司", Outcome.UNDECIDED),
        (None, Outcome.NOT_APPLICABLE),
    ],
)
def test_a_licence_of_another_unit_is_advised_upon(unit, expected, record, policy):
    licence = document("d50", "licence", {"kind": "注册电气工程师执业证书", **({"unit": unit} if unit else {})})
    assert outcome("LIC-05", add(record, licence), policy) is expected


@pytest.mark.parametrize(
    ("scope", "expected"), [("内科", Outcome.PASS), ("内科专业", Outcome.PASS), ("口腔", Outcome.UNDECIDED)]
)
def test_a_scope_that_shares_nothing_with_the_specialty_is_for_a_person(scope, expected, record, policy):
    licence = document("d50", "licence", {"kind": "医师执业证书", "scope": scope})
    physician = applying(add(record, licence), series="health", title="副主任医师", specialty="心血管内科")
    assert outcome("LIC-05", physician, policy) is expected
    assert outcome("LIC-05", applying(physician, series="engineering"), policy) is Outcome.PASS

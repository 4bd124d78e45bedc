"""TTL-03, TTL-05."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from record_builder import (
    add,
    add_pages,
    applicant,
    applying,
    appointed,
    change,
    clean_record,
    document,
    doubts,
    drop,
    judged,
    messages,
    outcome,
    page,
    read,
    unread,
)

from dossier.model import Outcome, Period
from dossier.policy import load_policy

PASS, FAIL, UNDECIDED, NOT_APPLICABLE = Outcome.PASS, Outcome.FAIL, Outcome.UNDECIDED, Outcome.NOT_APPLICABLE
POLICY = load_policy()


def titled(record, date, **fields):
    """The title obtained on a day, by certificate and form."""
    record = change(record, "review_form", current_title_date=date)
    return change(record, "title_certificate", date=date, **fields)


def studied(record, education):
    for kind in ("review_form", "diploma", "education_verification"):
        record = change(record, kind, education=education)
    return record


def with_cut_off(policy, day):
    parameter = replace(policy.parameters["tenure_cut_off"], value=day)
    return replace(policy, parameters={**policy.parameters, "tenure_cut_off": parameter})


def employed(record, ownership):
    return applicant(record, employer_ownership=ownership)


@pytest.mark.parametrize(
    ("date", "expected"), [("2020-12-30", PASS), ("2020-12-31", PASS), ("2021-01-01", FAIL), ("2021-03-01", FAIL)]
)
def test_full_years_count_to_the_cut_off_day(date, expected, record, policy):
    assert outcome("TTL-03", titled(record, date), policy) is expected


@pytest.mark.parametrize(
    ("date", "cut_off", "expected"),
    [
        ("2020-09", "2025-08-31", FAIL),
        ("2020-08", "2025-08-15", UNDECIDED),
        ("2020-07", "2025-08-15", PASS),
        ("2020-12", "2025-12-31", PASS),
    ],
)
def test_a_month_that_straddles_the_limit_is_left_to_a_person(date, cut_off, expected, record, policy):
    assert outcome("TTL-03", titled(record, date), with_cut_off(policy, cut_off)) is expected


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dates(min_value=date(2015, 1, 1), max_value=date(2025, 12, 31)))
def test_the_years_decide_and_nothing_else(day):
    expected = PASS if (day.year, day.month, day.day) <= (2020, 12, 31) else FAIL
    assert outcome("TTL-03", titled(clean_record(), day.isoformat()), POLICY) is expected


@pytest.mark.parametrize(
    ("education", "date", "expected"),
    [
        ("博士研究生", "2023-12-31", PASS),
        ("博士研究生", "2024-01-01", FAIL),
        ("硕士研究生", "2020-12-31", PASS),
        ("硕士研究生", "2021-01-01", FAIL),
        ("大专", "2021-01-01", NOT_APPLICABLE),
    ],
)
def test_the_education_says_how_many_years_are_due(education, date, expected, record, policy):
    assert outcome("TTL-03", titled(studied(record, education), date), policy) is expected


def test_a_doctor_needs_no_years_for_the_middle_level(record, policy):
    doctor = applying(studied(record, "博士研究生"), level="intermediate", title="工程师")
    bare = drop(change(doctor, "review_form", current_title="无"), "title_certificate")
    assert outcome("TTL-03", bare, policy) is PASS


def test_an_unverified_row_never_rejects(record, policy):
    senior = applying(change(record, "title_certificate", title="高级工程师"), level="senior", title="正高级工程师")
    short = titled(change(senior, "review_form", current_title="高级工程师"), "2022-01-01")
    assert "未经核实" in doubts("TTL-03", judged(short, policy))[0]
    assert outcome("TTL-03", titled(short, "2015-01-01"), policy) is PASS


@pytest.mark.parametrize(
    ("since", "expected"), [("2024-07", PASS), ("2025-07", UNDECIDED), (None, UNDECIDED), ("2024-12-31", PASS)]
)
def test_some_rows_count_years_of_work(since, expected, record, policy):
    newcomer = applying(change(record, "review_form", work_since=since), level="assistant", title="助理工程师")
    assert outcome("TTL-03", newcomer, policy) is expected


def test_the_certificate_outweighs_the_form(record, policy):
    late = change(record, "title_certificate", date="2022-12-15")
    assert outcome("TTL-03", late, policy) is FAIL
    assert outcome("TTL-03", change(record, "review_form", current_title_date="2023-01"), policy) is PASS


def test_where_the_certificate_prints_no_date_the_form_speaks(record, policy):
    dateless = change(record, "title_certificate", date=None)
    assert outcome("TTL-03", dateless, policy) is PASS
    assert outcome("TTL-03", change(record, "title_certificate", date=unread()), policy) is UNDECIDED
    nothing = change(dateless, "review_form", current_title_date=None)
    assert outcome("TTL-03", nothing, policy) is UNDECIDED


def test_a_date_read_without_certainty_neither_rejects_nor_passes(record, policy):
    assert outcome("TTL-03", titled(record, read("2022-12-15", 0.8)), policy) is UNDECIDED
    assert outcome("TTL-03", titled(record, read("2018-12-15", 0.5)), policy) is UNDECIDED


def test_the_earliest_certificate_of_the_title_counts(record, policy):
    again = document("e8", "title_certificate", {"title": "工程师", "date": "2024-06-01"})
    assert outcome("TTL-03", add(record, again), policy) is PASS
    illegible = document("e8", "title_certificate", {"title": "工程师", "date": unread()})
    assert outcome("TTL-03", add(titled(record, "2022-01-01"), illegible), policy) is UNDECIDED


def test_years_before_a_conversion_are_left_to_a_person(record, policy):
    earlier = document("e8", "title_certificate", {"title": "经济师", "date": "2015-06-01"})
    said = doubts("TTL-03", judged(add(titled(record, "2022-01-01"), earlier), policy))
    assert "转评" in said[0]


@pytest.mark.parametrize(
    ("title", "expected"), [("助理工程师", NOT_APPLICABLE), ("高级工程师", UNDECIDED), ("政工师", UNDECIDED)]
)
def test_only_the_next_lower_title_has_years_that_count(title, expected, record, policy):
    other = change(change(record, "title_certificate", title=title, series=None), "review_form", current_title=title)
    assert outcome("TTL-03", other, policy) is expected


def test_a_digital_engineers_certificate_has_no_known_beginning(record, policy):
    certificate = document("e8", "digital_engineer", {"grade": "中级", "date": "2019-01-01"})
    bare = drop(change(record, "review_form", current_title="无"), "title_certificate")
    assert outcome("TTL-03", add(bare, certificate), policy) is UNDECIDED


def public(record, start, *, stated=None):
    """In a public institution, first appointed then."""
    record = drop(employed(record, "public_institution"), "appointment")
    record = change(record, "review_form", appointed_since=stated)
    return add(record, appointed(3, start, "2025-12-31")) if start else record


@pytest.mark.parametrize(
    ("start", "expected"), [("2020-12-30", PASS), ("2020-12-31", PASS), ("2021-01-01", FAIL), ("2021-01", FAIL)]
)
def test_in_public_institutions_years_count_from_the_appointment(start, expected, record, policy):
    assert outcome("TTL-03", public(record, start), policy) is expected


def test_elsewhere_they_count_from_the_title(record, policy):
    late = drop(employed(record, "state_owned"), "appointment")
    assert outcome("TTL-03", add(late, appointed(3, "2022-01-01", "2025-12-31")), policy) is PASS


def test_an_appointment_that_is_not_known_is_left_to_a_person(record, policy):
    assert outcome("TTL-03", public(record, None), policy) is UNDECIDED
    assert outcome("TTL-03", public(record, None, stated="2019-01"), policy) is PASS
    assert outcome("TTL-03", public(record, "2022-01-01", stated="2019-01"), policy) is UNDECIDED
    assert outcome("TTL-03", titled(public(record, None), "2022-01-01"), policy) is FAIL


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        (("mobility", {"from": "山西沁岳重工装备有限公司", "to": "汾源县农业技术推广中心"}), PASS),
        (("employment_contract", {"employer": "山西汾澜重工装备有限公司"}), PASS),
        (("social_insurance", {"employer": "山西汾澜重工装备有限公司"}), UNDECIDED),
        (("mobility", {"from": "沁川县图书馆", "to": "汾源县农业技术推广中心"}), FAIL),
    ],
)
def test_years_in_an_enterprise_add_up_in_a_public_institution(paper, expected, record, policy):
    moved = applicant(public(record, "2023-01-01"), employer="汾源县农业技术推广中心")
    moved = drop(moved, "social_insurance", "employment_contract")
    assert outcome("TTL-03", add(moved, document("e8", *paper)), policy) is expected


def test_routes_of_their_own_have_no_tenure(record, policy):
    short = titled(record, "2024-01-01")
    assert outcome("TTL-03", applying(short, route=["conversion"]), policy) is NOT_APPLICABLE
    assert outcome("TTL-03", applying(short, route=["direct"]), policy) is UNDECIDED


def test_the_message_tells_years_due_and_years_held(record, policy):
    assert "满5年" in messages("TTL-03", judged(titled(record, "2021-03-01"), policy))[0]
    assert "满4年" in messages("TTL-03", judged(titled(record, "2021-03-01"), policy))[0]


def serving(record, *terms, ownership="state_owned"):
    """With these appointments."""
    letters = [appointed(number, *term) for number, term in enumerate(terms, 5)]
    return add(drop(employed(record, ownership), "appointment"), *letters)


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ([("2019-01-01", "2021-12-31"), ("2022-01-01", "2025-12-31")], PASS),
        ([("2019-01", "2021-12"), ("2022-01", "2025-12")], PASS),
        ([("2019-01-01", "长期")], PASS),
        ([("2019-01-01", "2025-09-09")], UNDECIDED),
        ([("2019-01-01", "2025-09-10")], PASS),
        ([("2019-01-01", "2021-12-31"), ("2022-02-01", "2025-12-31")], UNDECIDED),
        ([("2019-01-01", "2021-12-31"), ("2022-02-02", "2025-12-31")], FAIL),
        ([("2019-01-01", "2021-12-31"), ("2023-01-01", "2025-12-31")], FAIL),
        ([("2019-01-01", "2021-12-31")], FAIL),
        ([("2022-01-01", "2025-12-31")], FAIL),
        ([], FAIL),
    ],
)
def test_appointments_must_cover_the_years_that_count(terms, expected, record, policy):
    assert outcome("TTL-05", serving(record, *terms), policy) is expected
    assert outcome("TTL-05", serving(record, *terms, ownership="public_institution"), policy) is expected


def test_gaps_before_the_years_that_count_do_not_matter(record, policy):
    early = titled(record, "2010-12-15")
    terms = [("2011-01-01", "2013-12-31"), ("2016-01-01", "2025-12-31")]
    assert outcome("TTL-05", serving(early, *terms), policy) is PASS


@pytest.mark.parametrize("ownership", ["private", "foreign_invested", "government", "freelance"])
def test_other_employers_need_no_appointment(ownership, record, policy):
    assert outcome("TTL-05", serving(record, ownership=ownership), policy) is NOT_APPLICABLE


def test_an_employer_of_unknown_kind_is_left_to_a_person(record, policy):
    assert outcome("TTL-05", serving(record, ownership="unknown"), policy) is UNDECIDED
    assert outcome("TTL-05", serving(record, ("2019-01-01", "2025-12-31"), ownership="unknown"), policy) is PASS


def test_an_appointment_to_another_title_is_none_to_the_current_one(record, policy):
    lower = serving(record)
    other = appointed(9, "2012-01-01", "2025-12-31", title="助理工程师")
    assert outcome("TTL-05", add(lower, other), policy) is FAIL
    post = appointed(9, "2012-01-01", "2025-12-31", title="专业技术岗位九级")
    assert outcome("TTL-05", add(lower, post), policy) is PASS


def test_what_could_not_be_read_is_no_gap(record, policy):
    illegible = appointed(9, "2022-01-01", "2025-12-31", period=unread())
    assert outcome("TTL-05", add(serving(record, ("2019-01-01", "2021-12-31")), illegible), policy) is UNDECIDED
    assert outcome("TTL-05", add(serving(record), illegible), policy) is UNDECIDED
    hidden = page("z.pdf", may_be=("appointment",))
    assert outcome("TTL-05", add_pages(serving(record), hidden), policy) is UNDECIDED
    doubtful = appointed(9, "2019-01-01", "2021-12-31", period=read(Period("2019-01-01", "2021-12-31"), 0.8))
    assert outcome("TTL-05", add(serving(record), doubtful), policy) is UNDECIDED


def test_without_a_submission_date_the_end_of_the_appointments_is_open(record, policy):
    undated = applying(serving(record, ("2019-01-01", "2025-10-31")), submitted=None)
    assert outcome("TTL-05", undated, policy) is UNDECIDED
    assert outcome("TTL-05", applying(record, submitted=None), policy) is not FAIL


def test_where_the_years_due_are_not_verified_a_gap_is_left_to_a_person(record, policy):
    teacher = applying(record, series="museum", level="associate_senior", title="副研究馆员")
    teacher = change(
        change(teacher, "title_certificate", title="馆员", series=None), "review_form", current_title="馆员"
    )
    letters = [
        appointed(n, *t, title="馆员") for n, t in enumerate([("2019-01", "2021-12"), ("2023-01", "2025-12")], 5)
    ]
    gap = add(drop(employed(teacher, "public_institution"), "appointment"), *letters)
    assert outcome("TTL-05", gap, policy) is UNDECIDED


def test_without_a_title_there_is_nothing_to_be_appointed_to(record, policy):
    bare = drop(change(record, "review_form", current_title="无"), "title_certificate", "appointment")
    assert outcome("TTL-05", employed(bare, "state_owned"), policy) is NOT_APPLICABLE


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        (("mobility", {"from": "山西汾澜重工装备有限公司"}), PASS),
        (("mobility", {"from": unread()}), PASS),
        (("mobility", {"from": "沁川县图书馆"}), FAIL),
        (("employment_contract", {"employer": "山西汾澜重工装备有限公司"}), PASS),
        (("social_insurance", {"employer": "山西汾澜重工装备有限公司"}), UNDECIDED),
    ],
)
def test_years_in_an_enterprise_need_no_appointment(paper, expected, record, policy):
    moved = applicant(public(record, "2023-01-01"), employer="汾源县农业技术推广中心")
    moved = drop(moved, "social_insurance", "employment_contract")
    assert outcome("TTL-05", moved, policy) is FAIL
    assert outcome("TTL-05", add(moved, document("e8", *paper)), policy) is expected


def test_years_in_the_institution_need_one_all_the_same(record, policy):
    terms = serving(record, ("2021-01-01", "2022-12-31"), ("2024-01-01", "2025-12-31"), ownership="public_institution")
    moved = applicant(terms, employer="汾源县农业技术推广中心")
    paper = document("e8", "mobility", {"from": "山西汾澜重工装备有限公司"})
    assert outcome("TTL-05", add(moved, paper), policy) is FAIL


def test_a_pack_may_ask_for_appointments_in_enterprises_too(record, policy):
    moved = applicant(public(record, "2023-01-01"), employer="汾源县农业技术推广中心")
    moved = add(moved, document("e8", "mobility", {"from": "山西汾澜重工装备有限公司"}))
    strict = replace(policy, routes_off={**policy.routes_off, "mobility": frozenset()})
    assert outcome("TTL-05", moved, strict) is FAIL


@pytest.mark.parametrize(
    ("claimed", "degree", "expected"),
    [
        ("本科", "工学学士", FAIL),
        ("本科", "工学硕士", FAIL),
        ("博士研究生", "工学学士", UNDECIDED),
        ("本科", "工学博士", UNDECIDED),
        ("大专", "工学学士", FAIL),
    ],
)
def test_a_higher_education_claimed_or_a_higher_degree_may_ask_for_fewer_years(
    claimed, degree, expected, record, policy
):
    short = change(titled(record, "2022-03-01"), "degree", degree=degree)
    assert outcome("TTL-03", change(short, "review_form", education=claimed), policy) is expected


def test_words_that_may_mean_the_education_proven_claim_no_higher_one(record, policy):
    master = change(studied(titled(record, "2022-03-01"), "硕士研究生"), "review_form", education="研究生")
    assert outcome("TTL-03", master, policy) is FAIL

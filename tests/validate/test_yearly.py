"""ASM-01, ASM-02, CED-02 – CED-04."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from record_builder import (
    YEARS,
    add,
    add_pages,
    applicant,
    applying,
    assessment,
    bare_record,
    change,
    clean_record,
    document,
    doubts,
    drop,
    hours,
    judged,
    messages,
    outcome,
    page,
    read,
    unread,
)

from dossier.model import Outcome, Record
from dossier.policy import load_policy

POLICY = load_policy()


def state_owned(record: Record) -> Record:
    return applicant(record, employer_ownership="state_owned")


def assessed(record: Record, *years: int, **fields) -> Record:
    return add(drop(state_owned(record), "annual_assessment"), *(assessment(year, **fields) for year in years))


def studied(record: Record, *rows: dict) -> Record:
    return change(record, "continuing_education", years=list(rows))


def without(year: int, *more: dict) -> list[dict]:
    return [*(hours(other) for other in YEARS if other != year), *more]


def as_text(record: Record) -> Record:
    """Pages with a text layer: no row of a list is lost there."""
    return replace(record, pages=tuple(replace(one, method="text") for one in record.pages))


def test_years_without_an_assessment_are_named(record, policy):
    said = messages("ASM-01", judged(assessed(record, 2020, 2022, 2023), policy))
    assert said == ["缺少2021年度、2024年度考核材料"]


@pytest.mark.parametrize(
    ("ownership", "expected"),
    [
        ("public_institution", Outcome.FAIL),
        ("state_owned", Outcome.FAIL),
        ("private", Outcome.UNDECIDED),
        ("foreign_invested", Outcome.UNDECIDED),
        ("unknown", Outcome.UNDECIDED),
        (read("state_owned", 0.7), Outcome.UNDECIDED),
    ],
)
def test_only_units_that_must_assess_are_held_to_it(ownership, expected, record, policy):
    lacking = applicant(assessed(record, 2020, 2021, 2022, 2023), employer_ownership=ownership)
    assert outcome("ASM-01", lacking, policy) is expected


def test_a_private_unit_is_told_what_it_can_hand_in(record, policy):
    lacking = applicant(assessed(record, 2024), employer_ownership="private")
    assert "单位出具各年度考核" in doubts("ASM-01", judged(lacking, policy))[0]


@pytest.mark.parametrize(
    ("since", "expected"),
    [("2020-12", Outcome.PASS), ("2021-01", Outcome.FAIL), ("2021-02", Outcome.PASS), ("2019-07", Outcome.FAIL)],
)
def test_only_full_years_of_work_are_due(since, expected, record, policy):
    years = (2022, 2023, 2024) if since >= "2021" else (2021, 2022, 2023, 2024)
    assert outcome("ASM-01", change(assessed(record, *years), "review_form", work_since=since), policy) is expected


@pytest.mark.parametrize(
    ("education", "expected"), [("大学本科", Outcome.FAIL), ("博士研究生", Outcome.PASS), ("中专", Outcome.UNDECIDED)]
)
def test_no_more_years_are_due_than_the_tenure_of_the_table(education, expected, policy):
    """A doctor needs two years for the title applied for; the table has no row for the lowest education."""
    lacking = change(assessed(bare_record(), 2023, 2024), "review_form", education=education)
    lacking = change(lacking, "diploma", education=education)
    assert outcome("ASM-01", drop(lacking, "summary_form"), policy) is expected


def test_a_missing_year_is_open_while_a_paper_may_be_it(record, policy):
    lacking = assessed(record, 2020, 2021, 2022, 2023)
    assert outcome("ASM-01", lacking, policy) is Outcome.FAIL
    assert outcome("ASM-01", add_pages(lacking, page("x.pdf", method="none")), policy) is Outcome.UNDECIDED
    hazy = add(lacking, document("d90", "annual_assessment", {"year": unread(), "grade": "合格"}))
    assert outcome("ASM-01", hazy, policy) is Outcome.UNDECIDED


def test_a_row_lost_in_a_list_that_ocr_read_is_not_held_against_anyone(record, policy):
    listed = [assessment(year) for year in (2020, 2022, 2023, 2024)]
    shared = [replace(paper, pages=listed[0].pages) for paper in listed]
    lacking = add(drop(state_owned(record), "annual_assessment"), *shared)
    assert outcome("ASM-01", lacking, policy) is Outcome.UNDECIDED
    assert outcome("ASM-01", as_text(lacking), policy) is Outcome.FAIL


def test_without_the_beginning_of_work_a_missing_year_is_open(policy):
    lacking = change(assessed(bare_record(), 2024), "review_form", work_since=None)
    assert "是否已参加工作" in doubts("ASM-01", judged(lacking, policy))[0]
    dated = change(lacking, "title_certificate", title="工程师", date="2015-12-15")
    assert outcome("ASM-01", dated, policy) is Outcome.FAIL


def test_those_who_need_no_tenure_need_no_assessments(record, policy):
    doctor = change(record, "diploma", education="博士研究生")
    first = applying(doctor, level="intermediate", title="工程师")
    assert outcome("ASM-01", first, policy) is Outcome.NOT_APPLICABLE
    assert outcome("ASM-02", first, policy) is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("grade", "expected"),
    [
        ("优秀", Outcome.PASS),
        ("称职", Outcome.PASS),
        ("合格等次", Outcome.PASS),
        ("基本合格", Outcome.FAIL),
        ("不合格", Outcome.FAIL),
        ("不称职", Outcome.FAIL),
        (read("不合格", 0.8), Outcome.UNDECIDED),
        ("不定等次", Outcome.UNDECIDED),
        ("未确定等次", Outcome.UNDECIDED),
        ("B", Outcome.UNDECIDED),
        (unread(), Outcome.UNDECIDED),
    ],
)
def test_the_grade_of_a_required_year_decides(grade, expected, record, policy):
    graded = add(assessed(record, 2020, 2021, 2022, 2023), assessment(2024, grade=grade))
    assert outcome("ASM-02", graded, policy) is expected


@pytest.mark.parametrize(("year", "expected"), [(2019, Outcome.PASS), (2020, Outcome.FAIL), (2025, Outcome.PASS)])
def test_grades_of_years_that_are_not_due_do_not_matter(year, expected, record, policy):
    graded = add(assessed(record, 2021, 2022, 2023, 2024), assessment(year, grade="不合格"))
    assert outcome("ASM-02", graded, policy) is expected


def test_two_papers_that_grade_a_year_differently_are_left_to_a_person(record, policy):
    graded = add(assessed(record, *YEARS), document("d91", "annual_assessment", {"year": 2022, "grade": "不合格"}))
    assert outcome("ASM-02", graded, policy) is Outcome.UNDECIDED


@pytest.mark.parametrize(("total", "expected"), [(89, Outcome.FAIL), (90, Outcome.PASS), (91, Outcome.PASS)])
def test_ninety_hours_a_year_are_due(total, expected, record, policy):
    assert outcome("CED-02", studied(record, *without(2022, hours(2022, total, 60))), policy) is expected


@pytest.mark.parametrize(("professional", "expected"), [(59, Outcome.FAIL), (60, Outcome.PASS), (61, Outcome.PASS)])
def test_sixty_of_them_are_of_the_profession(professional, expected, record, policy):
    assert outcome("CED-03", studied(record, *without(2022, hours(2022, 99, professional))), policy) is expected


def test_a_shortfall_is_named_and_hours_of_another_year_do_not_fill_it(record, policy):
    rows = [hours(2020, 300, 200), hours(2021, 78, 60), *(hours(year) for year in (2022, 2023, 2024))]
    assert messages("CED-02", judged(studied(record, *rows), policy)) == [
        "2021年度总学时为78学时，少于90学时，差12学时"
    ]


def test_professional_hours_are_what_the_public_ones_leave(record, policy):
    rows = [*without(2024), {**hours(2024, 96, 66), "professional": None}]
    assert outcome("CED-03", studied(record, *rows), policy) is Outcome.PASS
    rows[-1]["public"] = None
    assert outcome("CED-03", studied(record, *rows), policy) is Outcome.UNDECIDED


def test_a_year_without_hours_is_a_defect_of_the_total_alone(record, policy):
    lacking = as_text(studied(record, *without(2023)))
    assert messages("CED-02", judged(lacking, policy)) == ["没有2023年度的继续教育学时"]
    assert outcome("CED-03", lacking, policy) is Outcome.PASS
    scanned = studied(record, *without(2023))
    assert outcome("CED-02", scanned, policy) is Outcome.UNDECIDED


def test_a_long_list_that_ocr_read_has_lost_no_year_at_its_end(record, policy):
    later = studied(record, *(hours(year) for year in range(2021, 2026)))
    assert outcome("CED-02", later, policy) is Outcome.FAIL
    assert outcome("CED-02", studied(record, *(hours(year) for year in range(2021, 2025))), policy) is Outcome.UNDECIDED


def test_years_before_work_began_are_not_due(record, policy):
    young = change(studied(record, *(hours(y) for y in (2022, 2023, 2024))), "review_form", work_since="2021-07")
    assert outcome("CED-02", young, policy) is Outcome.PASS


def test_a_shortfall_is_open_while_another_certificate_was_not_read(record, policy):
    short = studied(record, *without(2022, hours(2022, 70, 60)))
    assert outcome("CED-02", add_pages(short, page("x.pdf", method="none")), policy) is Outcome.UNDECIDED
    hazy = add(short, document("d92", "continuing_education", {"years": unread()}))
    assert outcome("CED-02", hazy, policy) is Outcome.UNDECIDED
    doubtful = change(record, "continuing_education", years=read([*without(2022), hours(2022, 70, 60)], 0.6))
    assert outcome("CED-02", doubtful, policy) is Outcome.UNDECIDED


def test_certificates_of_one_year_add_up_unless_they_may_be_the_same_hours(record, policy):
    halves = [hours(2022, 30, 0), {**hours(2022, 60, 60)}]
    apart = add(
        studied(record, *without(2022, halves[0])), document("d93", "continuing_education", {"years": halves[1:]})
    )
    assert outcome("CED-02", apart, policy) is Outcome.PASS
    copy = [hours(2022, 60, 40)]
    twice = add(studied(record, *without(2022, *copy)), document("d93", "continuing_education", {"years": copy}))
    assert "重复计算" in doubts("CED-02", judged(twice, policy))[0]


@given(st.lists(st.integers(0, 120), min_size=1, max_size=4))
def test_numbered_certificates_suffice_exactly_when_their_sum_does(totals):
    rows = [hours(2022, total, 0, number=f"A{n}") for n, total in enumerate(totals)]
    expected = Outcome.PASS if sum(totals) >= 90 else Outcome.FAIL
    assert outcome("CED-02", studied(clean_record(), *without(2022, *rows)), POLICY) is expected


def test_other_units_than_the_series_counts_in_are_left_to_a_person(record, policy):
    credits = studied(record, *without(2022, {**hours(2022), "unit": "学分"}))
    assert outcome("CED-02", credits, policy) is Outcome.UNDECIDED


def test_a_series_has_its_own_standard_and_says_where_it_is_not_verified(record, policy):
    teacher = applying(studied(record, *without(2022, hours(2022, 71, 50))), series="school_teacher", title="高级教师")
    assert "未经官方文件核实" in messages("CED-02", judged(teacher, policy))[0]
    assert outcome("CED-03", teacher, policy) is Outcome.NOT_APPLICABLE
    enough = applying(studied(record, *without(2022, hours(2022, 72, 50))), series="school_teacher", title="高级教师")
    assert outcome("CED-02", enough, policy) is Outcome.PASS


def test_without_the_series_or_the_proof_there_is_no_standard_to_judge_by(record, policy):
    assert outcome("CED-02", applying(record, series=read("engineering", 0.5)), policy) is Outcome.UNDECIDED
    assert outcome("CED-02", drop(record, "continuing_education"), policy) is Outcome.NOT_APPLICABLE


def certificates(record: Record, *years_and_numbers) -> Record:
    papers = [
        document(f"d8{n}", "continuing_education", {"years": [hours(year, number=number) for year in years]})
        for n, (years, number) in enumerate(years_and_numbers)
    ]
    return add(drop(record, "continuing_education"), *papers)


@pytest.mark.parametrize(
    ("papers", "expected"),
    [
        ([((2022,), "JX1"), ((2023,), "JX1")], Outcome.FAIL),
        ([((2022,), "JX1"), ((2023,), "JX2")], Outcome.PASS),
        ([((2022, 2023), "JX1")], Outcome.PASS),
        ([((2022,), "JX1"), ((2022,), "JX1")], Outcome.PASS),
        ([((2022,), None), ((2023,), None)], Outcome.NOT_APPLICABLE),
    ],
)
def test_one_number_on_certificates_of_different_years_is_a_defect(papers, expected, record, policy):
    assert outcome("CED-04", certificates(record, *papers), policy) is expected


def test_a_number_read_without_certainty_or_the_applicants_own_is_none(record, policy):
    twice = certificates(record, ((2022,), "JX1"))
    hazy = change(twice, "continuing_education", years=read([hours(2022, number="JX1")], 0.7))
    other = document("d85", "continuing_education", {"years": [hours(2023, number="JX1")]})
    assert outcome("CED-04", add(hazy, other), policy) is Outcome.UNDECIDED
    own = str(record.applicant["id_number"].value)
    assert outcome("CED-04", certificates(record, ((2022,), own), ((2023,), own)), policy) is Outcome.NOT_APPLICABLE

"""GRN-01 … GRN-07."""

import pytest
from record_builder import (
    EMPLOYER,
    NAME,
    NUMBER,
    add,
    add_pages,
    applicant,
    applying,
    bare_record,
    change,
    document,
    drop,
    outcome,
    page,
    read,
    unread,
)

from dossier.model import Outcome, Period, Quality


@pytest.fixture
def record():
    return bare_record()


OPEN_PAGE = page("z.pdf", method="none", quality=Quality(problem="无法识别"))
ELSEWHERE = "山西砺远智能仪表股份有限公司"
VALID = Period("2022-03-08", "2032-03-07")
FOREIGN_RULES = ("GRN-02", "GRN-03")
RESIDENT_RULES = ("GRN-01", "GRN-04")


def without_citizen_numbers(record):
    record = drop(record, "id_card", "employment_contract", "social_insurance")
    for kind in ("review_form", "summary_form", "title_certificate"):
        record = change(record, kind, id_number=None)
    return record


def paper(kind="港澳居民来往内地通行证", title="", **fields):
    known = {"name": NAME, "document_type": kind, "id_number": "H12345678", "valid": VALID}
    values = {name: value for name, value in (known | fields).items() if value is not None}
    return document("d80", "id_alternative", values, (), title or kind or "证件")


@pytest.fixture
def resident(record):
    contract = document("d81", "employment_contract", {"name": NAME, "employer": EMPLOYER})
    return add(applicant(without_citizen_numbers(record), origin="hong_kong_macao"), paper(), contract)


@pytest.fixture
def foreigner(record):
    permit = document("d82", "work_permit", {"name": NAME, "employer": EMPLOYER, "valid": VALID})
    passport = paper("护照", nationality="德国", id_number="E12345678")
    return add(applicant(without_citizen_numbers(record), origin="foreign"), passport, permit)


def test_applicants_from_here_are_no_concern_of_the_green_channel(record, policy):
    for code in (*RESIDENT_RULES, *FOREIGN_RULES):
        assert outcome(code, record, policy) is Outcome.NOT_APPLICABLE


def test_residents_with_papers_in_order_pass(resident, policy):
    for origin in ("hong_kong_macao", "taiwan"):
        found = {code: outcome(code, applicant(resident, origin=origin), policy) for code in RESIDENT_RULES}
        assert set(found.values()) == {Outcome.PASS}
    for code in FOREIGN_RULES:
        assert outcome(code, resident, policy) is Outcome.NOT_APPLICABLE


def test_foreigners_with_papers_in_order_pass(foreigner, policy):
    assert {outcome(code, foreigner, policy) for code in FOREIGN_RULES} == {Outcome.PASS}
    assert {outcome(code, foreigner, policy) for code in RESIDENT_RULES} == {Outcome.NOT_APPLICABLE}


@pytest.mark.parametrize(
    ("end", "expected"),
    [("2025-09-09", Outcome.FAIL), ("2025-09-10", Outcome.PASS), ("2025-09-11", Outcome.PASS)],
)
def test_the_travel_permit_must_be_valid_on_the_day_of_submission(end, expected, resident, policy):
    assert outcome("GRN-01", change(resident, "id_alternative", valid=Period("2015-09-10", end)), policy) is expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("台湾居民来往大陆通行证", Outcome.PASS),
        ("港澳居民居住证", Outcome.PASS),
        ("护照", Outcome.FAIL),
        (None, Outcome.UNDECIDED),
    ],
)
def test_a_travel_permit_or_residence_card_is_due(kind, expected, resident, policy):
    assert outcome("GRN-01", add(drop(resident, "id_alternative"), paper(kind)), policy) is expected


def test_a_missing_travel_permit_may_be_on_a_page_not_read(resident, policy):
    without = drop(resident, "id_alternative")
    assert outcome("GRN-01", without, policy) is Outcome.FAIL
    assert outcome("GRN-01", add_pages(without, OPEN_PAGE), policy) is Outcome.UNDECIDED
    assert outcome("GRN-01", change(resident, "id_alternative", valid=unread()), policy) is Outcome.UNDECIDED


def test_a_foreigner_with_a_passport_alone_is_not_admitted(foreigner, policy):
    alone = drop(foreigner, "work_permit")
    assert outcome("GRN-02", alone, policy) is Outcome.FAIL
    assert outcome("GRN-03", alone, policy) is Outcome.NOT_APPLICABLE
    assert outcome("GRN-02", add_pages(alone, OPEN_PAGE), policy) is Outcome.UNDECIDED


@pytest.mark.parametrize("kind", ["外国人永久居留身份证", "外国人永久居留证"])
def test_a_permanent_residence_card_of_either_issue_is_enough(kind, foreigner, policy):
    card = paper(kind, nationality="德国", id_number="911124198108030024")
    record = add(drop(foreigner, "work_permit", "id_alternative"), card)
    assert {outcome(code, record, policy) for code in FOREIGN_RULES} == {Outcome.PASS}


@pytest.mark.parametrize(
    ("nationality", "expected"),
    [("德国", Outcome.FAIL), (read("德国", 0.7), Outcome.UNDECIDED), (None, Outcome.UNDECIDED)],
)
def test_only_a_nationality_read_surely_makes_a_foreigner(nationality, expected, foreigner, policy):
    record = change(drop(foreigner, "work_permit"), "id_alternative", nationality=nationality)
    assert outcome("GRN-02", record, policy) is expected


def test_a_mainland_passport_does_not_make_a_foreigner(foreigner, policy):
    alone = drop(foreigner, "work_permit")
    numbered = change(alone, "review_form", id_number=NUMBER)
    assert outcome("GRN-02", numbered, policy) is Outcome.NOT_APPLICABLE
    chinese = change(alone, "id_alternative", nationality="中国")
    assert outcome("GRN-02", chinese, policy) is Outcome.UNDECIDED
    titled = add(drop(alone, "id_alternative"), paper("护照", title="中华人民共和国护照"))
    assert outcome("GRN-02", titled, policy) is Outcome.UNDECIDED


def test_numbers_of_residents_and_foreigners_are_no_citizens(foreigner, policy):
    alone = change(drop(foreigner, "work_permit"), "review_form", id_number="911124198108030024")
    assert outcome("GRN-02", alone, policy) is Outcome.FAIL


def test_without_identity_papers_nobody_knows_whether_it_is_a_foreigner(foreigner, policy):
    nothing = drop(foreigner, "work_permit", "id_alternative")
    assert outcome("GRN-02", nothing, policy) is Outcome.UNDECIDED
    assert outcome("GRN-02", applicant(nothing, origin="unknown"), policy) is Outcome.UNDECIDED
    known = change(applicant(nothing, origin="unknown"), "review_form", id_number=NUMBER)
    assert outcome("GRN-02", known, policy) is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("end", "expected"),
    [("2025-09-09", Outcome.FAIL), ("2025-09-10", Outcome.PASS), ("2025-09-11", Outcome.PASS)],
)
def test_the_permit_must_be_valid_on_the_day_of_submission(end, expected, foreigner, policy):
    assert outcome("GRN-03", change(foreigner, "work_permit", valid=Period("2023-09-10", end)), policy) is expected


@pytest.mark.parametrize(
    ("employer", "expected"),
    [
        (EMPLOYER, Outcome.PASS),
        (ELSEWHERE, Outcome.FAIL),
        (read(ELSEWHERE, 0.8), Outcome.UNDECIDED),
        ("山西沁岳集团有限公司", Outcome.UNDECIDED),
        (unread(), Outcome.UNDECIDED),
        (None, Outcome.UNDECIDED),
    ],
)
def test_the_permit_is_for_the_employer(employer, expected, foreigner, policy):
    assert outcome("GRN-03", change(foreigner, "work_permit", employer=employer), policy) is expected


def test_a_valid_card_makes_the_permit_unimportant(foreigner, policy):
    record = change(foreigner, "work_permit", employer=ELSEWHERE)
    card = document("d83", "id_alternative", {"document_type": "外国人永久居留身份证", "valid": VALID})
    assert outcome("GRN-03", add(record, card), policy) is Outcome.PASS
    renamed = add(record, document("d84", "statement", {}, (), "单位更名说明"))
    assert outcome("GRN-03", renamed, policy) is Outcome.UNDECIDED


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        ("employment_contract", {"employer": EMPLOYER}, Outcome.PASS),
        ("appointment", {"employer": EMPLOYER}, Outcome.PASS),
        ("social_insurance", {"employer": "北京某技术有限公司", "region": "太原市"}, Outcome.PASS),
        ("social_insurance", {"region": "北京市"}, Outcome.FAIL),
        ("employment_contract", {"employer": "深圳砺远科技有限公司"}, Outcome.FAIL),
        ("employment_contract", {"employer": unread()}, Outcome.UNDECIDED),
        ("social_insurance", {"region": "汾源县"}, Outcome.UNDECIDED),
    ],
)
def test_residents_prove_that_they_work_in_the_province(kind, fields, expected, resident, policy):
    record = add(drop(resident, "employment_contract"), document("d85", kind, fields))
    assert outcome("GRN-04", record, policy) is expected


def test_a_missing_proof_of_work_is_a_defect_unless_a_page_was_not_read(resident, policy):
    without = drop(resident, "employment_contract")
    assert outcome("GRN-04", without, policy) is Outcome.FAIL
    assert outcome("GRN-04", add_pages(without, OPEN_PAGE), policy) is Outcome.UNDECIDED


@pytest.fixture
def teacher(record):
    """A lecturer in mechanics, seconded to an enterprise, who applies for 高级工程师."""
    record = change(record, "title_certificate", title="讲师", series="高等学校教师系列", specialty="机械工程")
    sent = {"name": NAME, "school": "晋岳理工大学", "enterprise": EMPLOYER}
    return add(applying(record, route=["seconded_teacher"]), document("d86", "secondment", sent, (), "选派通知"))


def test_a_seconded_teacher_in_order_passes(teacher, policy):
    assert {outcome(code, teacher, policy) for code in ("GRN-05", "GRN-06")} == {Outcome.PASS}


def test_the_route_of_seconded_teachers_needs_its_paper(teacher, record, policy):
    without = drop(teacher, "secondment")
    assert outcome("GRN-05", without, policy) is Outcome.FAIL
    assert outcome("GRN-05", add_pages(without, OPEN_PAGE), policy) is Outcome.UNDECIDED
    assert outcome("GRN-05", record, policy) is Outcome.NOT_APPLICABLE
    assert outcome("GRN-06", record, policy) is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("current", "title", "level", "expected"),
    [
        ("助教", "工程师", "intermediate", Outcome.PASS),
        ("讲师", "高级工程师", "associate_senior", Outcome.PASS),
        ("副教授", "正高级工程师", "senior", Outcome.PASS),
        ("讲师", "正高级工程师", "senior", Outcome.FAIL),
        ("讲师", "工程师", "intermediate", Outcome.FAIL),
        ("教授", "正高级工程师", "senior", Outcome.FAIL),
        ("工程师", "高级工程师", "associate_senior", Outcome.UNDECIDED),
        (unread(), "高级工程师", "associate_senior", Outcome.UNDECIDED),
        (read("讲师", 0.8), "正高级工程师", "senior", Outcome.UNDECIDED),
        ("讲师", "高级", None, Outcome.UNDECIDED),
    ],
)
def test_the_title_applied_for_is_one_level_up(current, title, level, expected, teacher, policy):
    record = applying(change(teacher, "title_certificate", title=current), title=title, level=level)
    assert outcome("GRN-06", record, policy) is expected


@pytest.mark.parametrize(
    ("series", "expected"),
    [("engineering", Outcome.PASS), ("economics", Outcome.FAIL), (unread(), Outcome.UNDECIDED)],
)
def test_seconded_teachers_become_engineers(series, expected, teacher, policy):
    assert outcome("GRN-06", applying(teacher, series=series), policy) is expected


def test_lecturers_of_other_schools_and_unknown_disciplines_are_left_to_a_person(teacher, policy):
    unnamed = change(teacher, "title_certificate", series=None)
    assert outcome("GRN-06", unnamed, policy) is Outcome.PASS
    technicians = change(unnamed, "secondment", school="晋岳技师学院")
    assert outcome("GRN-06", technicians, policy) is Outcome.UNDECIDED
    literature = change(change(teacher, "title_certificate", specialty="汉语言文学"), "review_form", specialty=None)
    assert outcome("GRN-06", literature, policy) is Outcome.UNDECIDED


def test_a_secondment_that_is_only_an_achievement_holds_nobody_back(teacher, policy):
    ordinary = applying(teacher, route=["ordinary"], series="higher_education", title="副教授")
    assert outcome("GRN-06", ordinary, policy) is Outcome.NOT_APPLICABLE
    engineer = applying(change(teacher, "title_certificate", title="工程师"), route=["ordinary"])
    assert outcome("GRN-06", engineer, policy) is Outcome.NOT_APPLICABLE
    undeclared = applying(teacher, route=["ordinary"], level="senior", title="正高级工程师")
    assert outcome("GRN-06", undeclared, policy) is Outcome.UNDECIDED


INSTITUTION = "云陉县环境监测站"


@pytest.fixture
def moved(record):
    """An engineer of an institution whose years since the appointment are too few, those since the title enough."""
    record = drop(record, "employment_contract", "social_insurance")
    record = applicant(record, employer_ownership="public_institution", employer=INSTITUTION)
    record = change(record, "title_certificate", title="工程师", date="2018-12-01")
    record = change(record, "diploma", education="本科")
    start = document("d90", "appointment", {"title": "工程师", "period": Period("2022-01-01", "2027-12-31")})
    return add(record, start)


def test_enterprise_years_matter_only_where_they_are_needed(moved, policy):
    private = applicant(moved, employer_ownership="private")
    assert outcome("GRN-07", private, policy) is Outcome.NOT_APPLICABLE
    long = change(moved, "appointment", period=Period("2020-12-31", "2027-12-31"))
    assert outcome("GRN-07", long, policy) is Outcome.NOT_APPLICABLE
    short = change(moved, "title_certificate", date="2021-01-01")
    assert outcome("GRN-07", short, policy) is Outcome.NOT_APPLICABLE
    unknown = change(moved, "title_certificate", date=unread())
    assert outcome("GRN-07", unknown, policy) is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2020-12-30", Outcome.NOT_APPLICABLE),
        ("2020-12-31", Outcome.NOT_APPLICABLE),
        ("2021-01-01", Outcome.UNDECIDED),
    ],
)
def test_five_full_years_end_on_the_cut_off_day(start, expected, moved, policy):
    record = change(moved, "appointment", period=Period(start, "2027-12-31"))
    assert outcome("GRN-07", record, policy) is expected


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        ("mobility", {"from": ELSEWHERE}, Outcome.PASS),
        ("employment_contract", {"employer": ELSEWHERE}, Outcome.PASS),
        ("social_insurance", {"employer": ELSEWHERE}, Outcome.PASS),
        ("mobility", {"from": unread()}, Outcome.UNDECIDED),
        ("mobility", {"from": "云陉县水利局"}, Outcome.UNDECIDED),
        ("social_insurance", {"employer": INSTITUTION}, Outcome.UNDECIDED),
        ("annual_assessment", {"employer": ELSEWHERE}, Outcome.FAIL),
    ],
)
def test_years_in_an_enterprise_need_a_proof(kind, fields, expected, moved, policy):
    assert outcome("GRN-07", add(moved, document("d91", kind, fields)), policy) is expected


def test_nothing_is_missing_for_certain_while_a_page_was_not_read(moved, policy):
    assessed = add(moved, document("d91", "annual_assessment", {"employer": ELSEWHERE}))
    assert outcome("GRN-07", add_pages(assessed, OPEN_PAGE), policy) is Outcome.UNDECIDED

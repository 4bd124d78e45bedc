"""EDU-02 to EDU-08."""

from dataclasses import replace

import pytest
from record_builder import (
    NAME,
    add,
    add_pages,
    applying,
    change,
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

from dossier.model import Outcome
from dossier.policy import load_policy

PASS, FAIL, UNDECIDED, NOT_APPLICABLE = Outcome.PASS, Outcome.FAIL, Outcome.UNDECIDED, Outcome.NOT_APPLICABLE


def college(record):
    """Form and certificates agree on 大专."""
    for kind in ("review_form", "diploma", "education_verification"):
        record = change(record, kind, education="大专")
    record = change(record, "review_form", degree=None)
    return drop(change(record, "diploma", certificate_number=None), "degree")


@pytest.mark.parametrize("code", ["EDU-02", "EDU-03", "EDU-04", "EDU-05", "EDU-06", "EDU-07", "EDU-08"])
def test_an_education_in_order_passes(code, record, policy):
    assert outcome(code, record, policy) is PASS


def test_an_education_without_verification_is_returned(record, policy):
    bare = drop(record, "education_verification")
    assert "本科" in messages("EDU-02", judged(bare, policy))[0]


def test_a_verification_of_a_lower_level_does_not_verify_the_education_claimed(record, policy):
    claimed = change(record, "review_form", education="硕士研究生", graduated="2012-07")
    assert outcome("EDU-02", claimed, policy) is FAIL


def test_a_verification_of_unread_level_is_told_by_the_number_of_the_diploma(record, policy):
    assert outcome("EDU-02", change(record, "education_verification", education=unread()), policy) is PASS
    nameless = change(record, "education_verification", education=unread(), certificate_number=None)
    assert outcome("EDU-02", nameless, policy) is UNDECIDED


@pytest.mark.parametrize(
    ("graduated", "expected"), [("2001-12", UNDECIDED), ("2002-01", FAIL), ("2002-07", FAIL), (None, UNDECIDED)]
)
def test_diplomas_before_2002_are_not_in_the_register(graduated, expected, record, policy):
    bare = drop(record, "education_verification")
    for kind in ("review_form", "diploma"):
        bare = change(bare, kind, graduated=graduated)
    assert outcome("EDU-02", bare, policy) is expected


@pytest.mark.parametrize(
    "fields",
    [{"school": "中共山西省委党校"}, {"school": "国防科技大学"}, {"education": "中专"}, {"education": "高级技工"}],
)
def test_schools_outside_the_register_are_left_to_a_person(fields, record, policy):
    bare = drop(record, "education_verification")
    for kind in ("review_form", "diploma"):
        bare = change(bare, kind, **fields)
    assert outcome("EDU-02", bare, policy) is UNDECIDED


def test_a_verification_that_may_be_on_an_illegible_page_is_not_called_missing(record, policy):
    hidden = page("z.pdf", may_be=("education_verification", "degree"))
    bare = add_pages(drop(record, "education_verification", "degree"), hidden)
    assert outcome("EDU-02", bare, policy) is UNDECIDED
    assert outcome("EDU-03", bare, policy) is UNDECIDED


def test_a_degree_claimed_needs_its_certificate(record, policy):
    assert outcome("EDU-03", drop(record, "degree"), policy) is FAIL
    assert outcome("EDU-03", change(record, "review_form", degree="工学硕士"), policy) is FAIL


@pytest.mark.parametrize("degree", [None, "无", unread("blank")])
def test_without_a_degree_claimed_none_is_asked_for(degree, record, policy):
    bare = drop(change(record, "review_form", degree=degree), "degree")
    assert outcome("EDU-03", bare, policy) is NOT_APPLICABLE


@pytest.mark.parametrize(("number", "expected"), [("1902132012000087", PASS), ("1902142012000087", FAIL)])
def test_a_degree_that_was_not_read_is_told_by_its_number(number, expected, record, policy):
    claimed = change(record, "review_form", degree="工学硕士")
    nameless = change(claimed, "degree", degree=unread(), certificate_number=number)
    retitled = (replace(d, title="学位证书") if d.kind == "degree" else d for d in nameless.documents)
    plain = replace(nameless, documents=tuple(retitled))
    assert outcome("EDU-03", plain, policy) is expected
    assert outcome("EDU-03", change(plain, "degree", certificate_number=None), policy) is UNDECIDED


def test_a_certification_of_degrees_may_stand_for_the_certificate(record, policy):
    report = document("e9", "education_verification", {"education": "硕士"}, (), "国外学历学位认证书")
    assert outcome("EDU-03", add(drop(record, "degree"), report), policy) is UNDECIDED


def test_an_education_outside_a_verified_row_closes_the_ordinary_way(record, policy):
    judgement = judged(college(record), policy)
    assert "专科" in messages("EDU-04", judgement)[0]
    assert judgement.decision == "reject"


def test_an_education_outside_an_unverified_row_is_left_to_a_person(record, policy):
    senior = applying(college(record), level="senior", title="正高级工程师")
    assert outcome("EDU-04", senior, policy) is UNDECIDED


def test_an_unverified_table_rejects_where_the_pack_accepts_it(record, policy):
    accepted = replace(policy.parameters["accept_unverified_tables"], value={"engineering": ["senior"]})
    lenient = replace(policy, parameters={**policy.parameters, "accept_unverified_tables": accepted})
    senior = applying(college(record), level="senior", title="正高级工程师")
    assert outcome("EDU-04", senior, lenient) is FAIL
    every = replace(accepted, value=True)
    assert load_policy().may_reject("engineering", "senior") is False
    assert replace(policy, parameters={**policy.parameters, "accept_unverified_tables": every}).may_reject("x", "y")


@pytest.mark.parametrize(
    ("application", "word"),
    [
        ({"level": "technician", "title": "技术员"}, "没有"),
        ({"series": "accounting", "level": "intermediate", "title": "会计师"}, "考试"),
        ({"series": None}, "未能确定"),
    ],
)
def test_levels_without_a_row_or_by_examination_are_left_to_a_person(application, word, record, policy):
    assert word in doubts("EDU-04", judged(applying(record, **application), policy))[0]


def test_a_degree_above_the_diploma_is_left_to_a_person(record, policy):
    degree = document("e9", "degree", {"name": NAME, "degree": "工学硕士"}, (), "硕士学位证书")
    assert "同等学力" in doubts("EDU-04", judged(add(college(record), degree), policy))[0]


def test_an_education_claimed_but_not_proven_is_no_rejection(record, policy):
    claimed = change(college(record), "review_form", education="大学本科")
    assert outcome("EDU-04", claimed, policy) is UNDECIDED
    assert outcome("EDU-07", claimed, policy) is FAIL


def test_an_education_read_without_certainty_neither_rejects_nor_passes(record, policy):
    doubtful = college(record)
    for kind in ("diploma", "education_verification"):
        doubtful = change(doubtful, kind, education=read("大专", 0.7))
    assert outcome("EDU-04", doubtful, policy) is UNDECIDED
    for kind in ("diploma", "education_verification"):
        doubtful = change(doubtful, kind, education=read("本科", 0.5))
    assert outcome("EDU-04", doubtful, policy) is UNDECIDED


def test_without_certificates_the_stated_education_proves_nothing(record, policy):
    assert outcome("EDU-04", drop(record, "diploma", "education_verification"), policy) is UNDECIDED


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("190211200905001327", PASS),
        ("190215200904001327", PASS),
        ("190211200906001327", FAIL),
        ("190211201005001327", FAIL),
        ("190211200999001327", PASS),
        ("65140105098100123", NOT_APPLICABLE),
    ],
)
def test_level_and_year_inside_a_number_must_be_those_of_the_certificate(number, expected, record, policy):
    for kind in ("diploma", "education_verification"):
        record = change(record, kind, certificate_number=number)
    assert outcome("EDU-05", record, policy) is expected


def test_a_doubtful_reading_near_a_sure_number_is_not_judged(record, policy):
    misread = change(record, "diploma", certificate_number=read("190211200906001327", 0.7))
    assert outcome("EDU-05", misread, policy) is PASS


def test_advice_on_a_number_does_not_hold_the_dossier_back(record, policy):
    for kind in ("diploma", "education_verification"):
        record = change(record, kind, certificate_number="190211200906001327")
    assert judged(record, policy).decision == "accept"


@pytest.mark.parametrize("school", ["英国利兹大学", "香港大学", "University of Leeds", "牛津大学", "国立台湾大学"])
def test_an_education_abroad_needs_a_certification(school, record, policy):
    foreign = change(record, "diploma", school=school)
    assert outcome("EDU-06", foreign, policy) is FAIL
    report = document("e9", "education_verification", {"education": "硕士"}, (), "国外学历学位认证书")
    assert outcome("EDU-06", add(foreign, report), policy) is PASS


@pytest.mark.parametrize("school", ["香港中文大学（深圳）", "中国石油大学", "宁波诺丁汉大学", "太原理工大学"])
def test_schools_of_the_mainland_are_known_as_such(school, record, policy):
    assert outcome("EDU-06", change(record, "diploma", school=school), policy) is PASS


def test_a_foreign_spelling_no_list_knows_is_left_to_a_person(record, policy):
    latin = drop(change(record, "diploma", school="Jindong University of Technology"), "education_verification")
    assert outcome("EDU-06", latin, policy) is UNDECIDED


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"education": "大学本科"}, PASS),
        ({"education": "大学"}, PASS),
        ({"education": "硕士研究生"}, FAIL),
        ({"school": "晋东理工大学机械设计制造及其自动化专业"}, PASS),
        ({"school": "晋东理工大学现代学院"}, UNDECIDED),
        ({"school": "汾河财经学院"}, FAIL),
        ({"major": "机械设计制造及其自动化（数控方向）"}, PASS),
        ({"major": "机械设计"}, UNDECIDED),
        ({"major": "会计学"}, FAIL),
        ({"graduated": "2009-06"}, FAIL),
        ({"graduated": "2009-07"}, PASS),
        ({"graduated": "2009-08"}, FAIL),
        ({"graduated": read("2009-08", 0.7)}, UNDECIDED),
        ({"graduated": None, "school": None}, PASS),
    ],
)
def test_the_form_must_say_what_the_certificate_says(fields, expected, record, policy):
    assert outcome("EDU-07", change(record, "review_form", **fields), policy) is expected


def test_certificates_that_contradict_each_other_are_left_to_a_person(record, policy):
    assert outcome("EDU-07", change(record, "diploma", graduated="2010-07"), policy) is UNDECIDED
    assert outcome("EDU-07", change(record, "diploma", graduated=read("2025-08", 0.8)), policy) is PASS


def test_a_second_diploma_of_the_level_is_no_contradiction(record, policy):
    other = {"education": "本科", "school": "汾河财经学院", "major": "会计学", "graduated": "2015-07"}
    assert outcome("EDU-07", add(record, document("e9", "diploma", other)), policy) is PASS


def test_without_a_form_or_certificates_nothing_is_compared(record, policy):
    assert outcome("EDU-07", drop(record, "diploma", "education_verification"), policy) is NOT_APPLICABLE


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("2025-09-09", FAIL),
        ("2025-09-10", PASS),
        ("2025-09-11", PASS),
        ("2025-08", FAIL),
        ("2025-09", UNDECIDED),
        (unread(), UNDECIDED),
        (unread("blank"), NOT_APPLICABLE),
        (None, NOT_APPLICABLE),
    ],
)
def test_a_verification_must_be_valid_on_the_day_of_submission(until, expected, record, policy):
    assert outcome("EDU-08", change(record, "education_verification", valid_until=until), policy) is expected


def test_a_renewed_verification_replaces_the_old_one(record, policy):
    number = {"certificate_number": "190211200905001327"}
    old = document("e9", "education_verification", {**number, "valid_until": "2025-01-01"})
    assert outcome("EDU-08", add(record, old), policy) is PASS
    assert outcome("EDU-08", applying(record, submitted=None), policy) is UNDECIDED

"""TTL-08, TTL-09."""

import pytest
from record_builder import (
    NUMBER,
    add,
    applicant,
    applying,
    change,
    check_digit,
    document,
    doubts,
    drop,
    judged,
    messages,
    outcome,
    read,
    unread,
)

from dossier.model import Outcome

PASS, FAIL, UNDECIDED, NOT_APPLICABLE = Outcome.PASS, Outcome.FAIL, Outcome.UNDECIDED, Outcome.NOT_APPLICABLE


@pytest.mark.parametrize("code", ["TTL-08", "TTL-09"])
def test_an_applicant_in_service_and_good_standing_passes(code, record, policy):
    assert outcome(code, record, policy) is PASS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("参照公务员法管理的事业单位", FAIL),
        ("参公事业单位", FAIL),
        ("公务员", FAIL),
        ("退休人员", FAIL),
        ("离休", FAIL),
        ("事业单位", PASS),
        ("事业单位（非公务员）", PASS),
        ("事业单位（非参公）", PASS),
        ("未参照公务员法管理的事业单位", PASS),
        ("不属于公务员或参照公务员法管理", PASS),
        ("离退休人员服务中心", PASS),
        ("尚未退休", PASS),
        ("延迟退休", UNDECIDED),
        (read("公务员", 0.8), UNDECIDED),
    ],
)
def test_what_the_form_says_of_the_employment_decides(text, expected, record, policy):
    assert outcome("TTL-08", change(record, "review_form", employer_type=text), policy) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("该同志已退休，现返聘。", FAIL),
        ("该同志为公务员，同意推荐。", FAIL),
        ("该同志师从退休教师张某，同意推荐。", UNDECIDED),
        ("该同志在职在岗，未办理退休手续，同意推荐。", PASS),
        ("该同志非公务员，年度参照公务员考核办法考核为优秀。", PASS),
        ("该同志距法定退休年龄三年，同意推荐。", PASS),
        ("同意推荐申报高级工程师。", PASS),
    ],
)
def test_prose_counts_only_where_it_speaks_of_the_applicant(text, expected, record, policy):
    assert outcome("TTL-08", change(record, "review_form", unit_opinion=text), policy) is expected


@pytest.mark.parametrize(
    ("status", "expected"),
    [("参保缴费", PASS), ("离退休", FAIL), ("待遇领取", FAIL), ("领取养老待遇", FAIL), ("未领取养老待遇", PASS)],
)
def test_who_draws_a_pension_is_retired(status, expected, record, policy):
    bare = drop(record, "social_insurance")
    assert outcome("TTL-08", add(bare, document("s9", "social_insurance", {"status": status})), policy) is expected


@pytest.mark.parametrize(("title", "expected"), [("退休返聘协议", FAIL), ("劳动合同书", PASS)])
def test_a_contract_of_reemployment_shows_retirement(title, expected, record, policy):
    contract = document("s9", "employment_contract", {}, (), title)
    assert outcome("TTL-08", add(record, contract), policy) is expected


def test_who_works_for_the_government_is_left_to_a_person(record, policy):
    said = doubts("TTL-08", judged(applicant(record, employer_ownership="government"), policy))
    assert "机关" in said[0]


def born(record, day, sex=1):
    number = f"149900{day.replace('-', '')}00{sex}"
    return applicant(record, id_number=number + check_digit(number))


@pytest.mark.parametrize(
    ("day", "sex", "expected"),
    [
        ("1965-08-01", 1, UNDECIDED),
        ("1965-06-30", 1, UNDECIDED),
        ("1965-07-01", 1, PASS),
        ("1970-06-30", 2, UNDECIDED),
        ("1970-08-01", 2, PASS),
        ("1985-01-01", 2, PASS),
    ],
)
def test_age_alone_is_never_a_rejection(day, sex, expected, record, policy):
    if day == "1965-08-01":
        record = applying(record, submitted="2025-11-20")
    assert outcome("TTL-08", born(record, day, sex), policy) is expected


def test_without_form_and_proof_of_employment_nothing_is_judged(record, policy):
    bare = drop(record, "review_form", "appointment", "social_insurance", "employment_contract")
    assert outcome("TTL-08", bare, policy) is NOT_APPLICABLE


def under(record, text):
    return add(record, document("s8", "statement", {"subject": text}, (), "情况说明"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("郭远舟2025年3月10日受到记过处分，处分期12个月", FAIL),
        ("2025年3月10日受记过处分，处分期2025年3月10日至2026年3月9日", FAIL),
        ("受降低岗位等级处分，处分期2024年1月1日至2025年12月31日", FAIL),
        ("受记过处分，处分期2024年9月10日至2025年9月10日", FAIL),
        ("受记过处分，处分期2024年9月9日至2025年9月9日", UNDECIDED),
        ("2025年3月10日受到记过处分", UNDECIDED),
        ("正在处分期内", UNDECIDED),
        ("受过记过处分，处分期已满并解除", UNDECIDED),
        ("未受过记过以上处分", PASS),
        ("没有受到任何党纪政务处分", PASS),
        ("如有弄虚作假，愿接受撤职处分", PASS),
        ("受到警告处分", PASS),
        ("单位名称变更情况说明", PASS),
    ],
)
def test_a_sanction_whose_period_covers_the_submission_rejects(text, expected, record, policy):
    assert outcome("TTL-09", under(record, text), policy) is expected


def test_without_a_submission_date_a_sanction_is_left_to_a_person(record, policy):
    text = "2025年3月10日受到记过处分，处分期12个月"
    assert outcome("TTL-09", applying(under(record, text), submitted=None), policy) is UNDECIDED


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (False, PASS),
        (read(True, raw="受到记过处分"), UNDECIDED),
        (read(True, raw="2025年3月10日受到记过处分，处分期十二个月"), FAIL),
        (read(True, raw="2025年3月10日受到记过处分，处分期12个月"), FAIL),
        (read(True, raw="2025年3月10日，因校对失职，给予其政务记过处分，期限十二个月"), FAIL),
        (read(True, raw="根据《处分条例》，决定给予其记过处分，处分期2025年3月10日至2026年3月9日"), FAIL),
        (read(True, raw="根据《处分规定》，经研究，给予张三记过处分，处分期2025年3月10日至2026年3月9日"), FAIL),
        (read(True, raw="对违反规定的，按照《处分条例》给予记过处分，处分期12个月"), UNDECIDED),
        (read(True, 0.8, raw="2025年3月10日受到记过处分，处分期12个月"), UNDECIDED),
        (unread(), UNDECIDED),
        (unread("blank"), PASS),
    ],
)
def test_a_proof_of_conduct_is_heard(value, expected, record, policy):
    proof = document("s8", "conduct", {"under_discipline": value}, (), "无违纪证明")
    assert outcome("TTL-09", add(record, proof), policy) is expected


def test_without_papers_that_speak_of_conduct_the_rule_does_not_apply(record, policy):
    silent = drop(record, "review_form", "annual_assessment")
    assert outcome("TTL-09", silent, policy) is NOT_APPLICABLE


def test_a_sanction_rejects_and_names_its_end(record, policy):
    judgement = judged(under(record, "2025年3月10日受到记过处分，处分期12个月"), policy)
    assert "2026年3月10日" in messages("TTL-09", judgement)[0]
    assert judgement.decision == "reject"
    assert NUMBER not in messages("TTL-09", judgement)[0]

"""PUB-06 to PUB-08."""

import pytest
from record_builder import (
    EMPLOYER,
    add,
    applicant,
    applying,
    change,
    change_both,
    document,
    drop,
    messages,
    outcome,
    read,
    reseal,
    seal,
    unread,
)

from dossier.model import Outcome
from dossier.validate import validate


@pytest.mark.parametrize(
    "venue",
    [
        ["conspicuous_place"],
        ["internal_website"],
        ["other", "conspicuous_place"],
        ["public_website", "internal_website"],
    ],
)
def test_one_compliant_place_is_enough(venue, record, policy):
    assert outcome("PUB-06", change_both(record, venue=venue), policy) is Outcome.PASS


@pytest.mark.parametrize("words", ["单位微信工作群", "QQ群", "单位微信公众号", "人事科长个人主页"])
def test_chat_groups_and_personal_pages_are_no_place_to_publish(words, record, policy):
    judgement = validate(change_both(record, venue=read(["other"], raw=words)), policy)
    assert words in messages("PUB-06", judgement)[0]


@pytest.mark.parametrize(
    "venue",
    [
        read(["public_website"], raw="单位官方网站"),
        read(["other"], raw="单位会议"),
        read(["other"], 0.84, raw="微信群"),
    ],
)
def test_a_place_that_needs_judgement_is_left_to_a_person(venue, record, policy):
    assert outcome("PUB-06", change_both(record, venue=venue), policy) is Outcome.UNDECIDED


@pytest.mark.parametrize("venue", [None, read([], raw=""), unread("blank", confidence=0.95)])
def test_no_place_in_notice_and_result_is_a_defect(venue, record, policy):
    assert outcome("PUB-07", change_both(record, venue=venue), policy) is Outcome.FAIL


def test_a_place_in_one_of_them_is_enough(record, policy):
    assert outcome("PUB-07", change(record, "publicity_notice", venue=None), policy) is Outcome.PASS


def test_an_illegible_place_is_left_to_a_person(record, policy):
    assert outcome("PUB-07", change_both(record, venue=unread()), policy) is Outcome.UNDECIDED
    alone = drop(change_both(record, venue=None), "publicity_notice", "publicity_result")
    assert outcome("PUB-07", alone, policy) is Outcome.UNDECIDED


@pytest.mark.parametrize("publisher", [EMPLOYER, "山西沁岳重工装备有限公司（盖章）", "山西沁岳重工装备 有限公司"])
def test_the_employer_however_set_may_publish(publisher, record, policy):
    assert outcome("PUB-08", change_both(record, publisher=publisher), policy) is Outcome.PASS


@pytest.mark.parametrize("publisher", ["太行北斗物流股份公司", "晋岩县交通运输局"])
def test_publication_by_another_unit_is_a_defect_that_names_both(publisher, record, policy):
    said = messages("PUB-08", validate(change_both(record, publisher=publisher), policy))[0]
    assert EMPLOYER in said
    assert publisher in said


@pytest.mark.parametrize(
    "publisher",
    [
        "山西沁岳重工装备有限公司太原分公司",
        "沁岳重工装备有限公司",
        "山西沁岳集团有限公司",
        "山西心岳重工装备有限公司",
        read("太行北斗物流股份公司", 0.8),
    ],
)
def test_related_units_and_misreadings_are_left_to_a_person(publisher, record, policy):
    assert outcome("PUB-08", change_both(record, publisher=publisher), policy) is Outcome.UNDECIDED


def test_a_department_may_sign_under_the_seal_of_the_unit(record, policy):
    signed = change_both(record, publisher=EMPLOYER + "人力资源部")
    assert outcome("PUB-08", signed, policy) is Outcome.PASS
    unsealed = reseal(change_both(signed, seal_text=unread()), "publicity_result")
    assert outcome("PUB-08", reseal(unsealed, "publicity_notice"), policy) is Outcome.UNDECIDED


def test_an_education_bureau_may_publish_for_its_schools(record, policy):
    school = applicant(record, employer="晋岩县第三小学")
    assert outcome("PUB-08", change_both(school, publisher="沁阳县教育局"), policy) is Outcome.UNDECIDED
    assert outcome("PUB-08", change_both(school, publisher="南关中心校"), policy) is Outcome.UNDECIDED


def test_two_schools_that_differ_by_their_number_are_two_units(record, policy):
    school = applicant(record, employer="晋岩县第三小学")
    assert outcome("PUB-08", change_both(school, publisher="晋岩县第七小学"), policy) is Outcome.FAIL


def test_agencies_statements_and_secondments_are_left_to_a_person(record, policy):
    other = change_both(record, publisher="晋岩县人才服务中心")
    assert outcome("PUB-08", other, policy) is Outcome.FAIL
    assert outcome("PUB-08", applicant(other, personnel_agency=True), policy) is Outcome.UNDECIDED
    assert outcome("PUB-08", add(other, document("d30", "statement", {})), policy) is Outcome.UNDECIDED
    assert outcome("PUB-08", applying(other, route=["seconded_teacher"]), policy) is Outcome.UNDECIDED


def test_the_seal_of_the_employer_speaks_where_no_publisher_was_read(record, policy):
    nameless = change_both(record, publisher=unread())
    assert outcome("PUB-08", nameless, policy) is Outcome.PASS
    foreign = seal("太行北斗物流股份公司")
    other = change_both(
        reseal(reseal(nameless, "publicity_result", foreign), "publicity_notice", foreign), seal_text=None
    )
    assert outcome("PUB-08", other, policy) is Outcome.UNDECIDED


def test_an_unknown_employer_cannot_be_compared(record, policy):
    assert outcome("PUB-08", applicant(record, employer=unread()), policy) is Outcome.UNDECIDED


@pytest.mark.parametrize(
    ("publisher", "employer", "expected"),
    [
        ("山大二院", "山西医科大学第二医院", Outcome.UNDECIDED),
        ("县一中", "云陉县第一中学", Outcome.UNDECIDED),
        ("太重集团", "太原重型机械集团有限公司", Outcome.UNDECIDED),
        ("山西二建集团有限公司", "山西省第二建筑工程公司", Outcome.UNDECIDED),
        ("山大一院", "山西医科大学第二医院", Outcome.FAIL),
        ("云陉县卫生健康局", "云陉县人民医院", Outcome.UNDECIDED),
        ("云州市农业农村局", "云州市云陉县农业技术推广中心", Outcome.UNDECIDED),
        ("云州市卫生健康委员会", "云陉县人民医院", Outcome.FAIL),
        ("汾泉县卫生健康局", "云陉县人民医院", Outcome.FAIL),
        ("云陉县水利局", "云陉县农业农村局", Outcome.FAIL),
        ("云陉县水利局", "云陉县恒通水利工程有限公司", Outcome.FAIL),
    ],
)
def test_short_names_and_authorities_of_the_place_are_left_to_a_person(publisher, employer, expected, record, policy):
    employed = change(applicant(record, employer=employer), "review_form", employer=employer)
    assert outcome("PUB-08", change_both(employed, publisher=publisher), policy) is expected

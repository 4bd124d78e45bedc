"""IDN-02, IDN-05, CON-02, CON-04, CON-05."""

import pytest
from record_builder import (
    NUMBER,
    add,
    add_pages,
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
    page,
    read,
    unread,
)

from dossier.model import Outcome, Value
from dossier.validate.likeness import Likeness
from dossier.validate.variants import (
    compare_education,
    compare_series,
    compare_specialties,
    compare_titles,
    compare_units,
)

ELSE = "14990019751130101"
ELSE += check_digit(ELSE)
SAME, UNCLEAR, DIFFERENT = Likeness.SAME, Likeness.UNCLEAR, Likeness.DIFFERENT


@pytest.mark.parametrize(
    ("card", "expected"),
    [
        ({"sides": ["front", "back"]}, Outcome.PASS),
        ({"sides": ["front"], "valid": None}, Outcome.FAIL),
        ({"sides": ["back"], "name": None, "id_number": None}, Outcome.FAIL),
        ({"sides": None}, Outcome.PASS),
        ({"sides": None, "valid": None}, Outcome.FAIL),
        ({"name": None, "id_number": None, "valid": None}, Outcome.UNDECIDED),
    ],
)
def test_both_sides_of_the_card_are_there(card, expected, record, policy):
    assert outcome("IDN-02", change(record, "id_card", **card), policy) is expected


def test_a_side_is_not_missing_while_a_page_was_not_read_or_no_card_is_there(record, policy):
    half = change(record, "id_card", valid=None)
    assert messages("IDN-02", judged(half, policy)) == ["居民身份证缺国徽面"]
    assert outcome("IDN-02", add_pages(half, page("x.pdf", method="none")), policy) is Outcome.UNDECIDED
    assert outcome("IDN-02", drop(record, "id_card"), policy) is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"birth_date": "1988-04"}, Outcome.PASS),
        ({"birth_date": "1988-04-12"}, Outcome.PASS),
        ({"birth_date": "1988-04-13"}, Outcome.FAIL),
        ({"birth_date": "1986-04"}, Outcome.FAIL),
        ({"birth_date": read("1986-04", 0.93)}, Outcome.UNDECIDED),
        ({"birth_date": read("1975-11", 0.93)}, Outcome.FAIL),
        ({"birth_date": unread()}, Outcome.PASS),
        ({"sex": "女"}, Outcome.FAIL),
        ({"sex": "男性"}, Outcome.PASS),
        ({"sex": "男女"}, Outcome.UNDECIDED),
        ({"sex": read("女", 0.8)}, Outcome.UNDECIDED),
    ],
)
def test_sex_and_birth_are_those_of_the_number(stated, expected, record, policy):
    assert outcome("IDN-05", change(record, "review_form", **stated), policy) is expected


def test_an_unsound_number_proves_nothing_about_sex_and_birth(record, policy):
    wrong = NUMBER[:-1] + ("0" if NUMBER[-1] != "0" else "1")
    bad = applicant(record, id_number=wrong)
    for kind in ("review_form", "id_card"):
        bad = change(bad, kind, id_number=wrong)
    assert outcome("IDN-05", bad, policy) is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (NUMBER, Outcome.PASS),
        (f"{NUMBER[:6]}********{NUMBER[-4:]}", Outcome.PASS),
        (f"{NUMBER[:6]}****{NUMBER[-4:]}", Outcome.PASS),
        (NUMBER[:6] + NUMBER[8:17], Outcome.PASS),
        (ELSE, Outcome.FAIL),
        (ELSE[:6] + ELSE[8:17], Outcome.FAIL),
        (f"{ELSE[:6]}********{ELSE[-4:]}", Outcome.FAIL),
        (NUMBER[:10] + "7" + NUMBER[11:], Outcome.UNDECIDED),
        (read(ELSE, 0.8), Outcome.UNDECIDED),
        (read(NUMBER[:10] + "7" + NUMBER[11:], method="text"), Outcome.UNDECIDED),
        ("H12345678", Outcome.PASS),
        (unread(), Outcome.PASS),
    ],
)
def test_one_identity_number_is_on_all_papers(number, expected, record, policy):
    assert outcome("CON-02", change(record, "title_certificate", id_number=number), policy) is expected


def test_two_printed_numbers_that_differ_in_one_digit_differ(record, policy):
    wrong = read(NUMBER[:10] + "7" + NUMBER[11:], method="text")
    printed = record
    for kind in ("id_card", "review_form", "summary_form", "social_insurance"):
        printed = change(printed, kind, id_number=read(NUMBER, method="text"))
    assert outcome("CON-02", change(printed, "title_certificate", id_number=wrong), policy) is Outcome.FAIL


def test_a_number_is_never_shown_whole(record, policy):
    said = messages("CON-02", judged(change(record, "title_certificate", id_number=ELSE), policy))
    assert said
    assert ELSE not in said[0]


def test_one_number_alone_is_compared_with_nothing(record, policy):
    bare = drop(record, "id_card", "summary_form", "title_certificate", "social_insurance")
    assert outcome("CON-02", bare, policy) is Outcome.NOT_APPLICABLE


TITLES = [
    ("高级工程师", "高级工程师（机械工程）", SAME),
    ("高级工程师", "副高级工程师", SAME),
    ("高级工程师", "机械高级工程师", SAME),
    ("高级工程师", "高级工程师任职资格", SAME),
    ("高级工程师", "副高级", SAME),
    ("高级工程师", "高级职称", SAME),
    ("正高级工程师", "教授级高级工程师", SAME),
    ("高级工程师", "中级", DIFFERENT),
    ("高级工程师", "工程师", DIFFERENT),
    ("高级工程师", "正高级工程师", DIFFERENT),
    ("主任医师", "主任药师", DIFFERENT),
    ("副主任医师", "副主任中医师", UNCLEAR),
    ("高级工程师", "高工", UNCLEAR),
]


@pytest.mark.parametrize(("one", "other", "expected"), TITLES)
def test_titles_are_compared_as_forms_word_them(one, other, expected, policy):
    assert compare_titles(read(one), read(other), policy) is expected
    assert compare_titles(read(other), read(one), policy) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("机械", "机械工程", SAME),
        ("机械设计", "机械设计专业", SAME),
        ("电气工程（电力）", "电气", SAME),
        ("机械", "机械设计", UNCLEAR),
        ("语文", "汉语言文学", UNCLEAR),
        ("机械设计", "电气自动化", DIFFERENT),
        ("建筑学", "土木工程", DIFFERENT),
    ],
)
def test_specialties_are_compared_with_and_without_their_endings(one, other, expected):
    assert compare_specialties(read(one), read(other)) is expected
    assert compare_specialties(read(other), read(one)) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("大学本科", "本科", SAME),
        ("硕士研究生", "研究生", SAME),
        ("博士研究生", "研究生", UNCLEAR),
        ("本科", "大专", DIFFERENT),
        ("本科", "高中", UNCLEAR),
    ],
)
def test_education_is_compared_by_level(one, other, expected):
    assert compare_education(read(one), read(other)) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("工程系列", "工程技术人员", SAME),
        ("工程系列", "工程系列（机械）", SAME),
        ("工程系列", "经济系列", DIFFERENT),
        ("engineering", "工程", SAME),
        ("工程系列", "综合类", UNCLEAR),
    ],
)
def test_series_are_compared_by_what_they_name(one, other, expected, policy):
    assert compare_series(read(one), read(other), policy) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("山西沁岳重工装备有限公司", "沁岳重工装备有限公司", SAME),
        ("山西沁岳重工装备有限公司", "沁岳重工装备", SAME),
        ("山西沁岳重工装备有限公司", "山西沁岳重工装备有限公司运城分公司", Likeness.RELATED),
        ("山西沁岳重工装备有限公司", "太行北斗物流股份公司", DIFFERENT),
    ],
)
def test_units_are_compared_full_and_short(one, other, expected):
    assert compare_units(read(one), read(other)) is expected


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("education", "大专", Outcome.FAIL),
        ("education", read("大专", 0.8), Outcome.UNDECIDED),
        ("education", unread("blank"), Outcome.PASS),
        ("education", None, Outcome.PASS),
        ("education", unread("unreadable", raw=""), Outcome.UNDECIDED),
        ("education", unread("ambiguous", raw="本科"), Outcome.PASS),
        ("current_title", "助理工程师", Outcome.FAIL),
        ("current_title", "工程师（机械）", Outcome.PASS),
        ("specialty", "电气自动化", Outcome.FAIL),
        ("specialty", "机械设计专业", Outcome.PASS),
        ("series", "经济系列", Outcome.FAIL),
        ("title", "正高级工程师", Outcome.FAIL),
        ("employer", "太行北斗物流股份公司", Outcome.FAIL),
        ("employer", "沁岳重工装备有限公司", Outcome.PASS),
        ("id_number", ELSE, Outcome.FAIL),
        ("name", "罗启明", Outcome.FAIL),
    ],
)
def test_the_two_forms_say_the_same(field, value, expected, record, policy):
    titled = change(record, "review_form", current_title="工程师")
    assert outcome("CON-04", change(titled, "summary_form", **{field: value}), policy) is expected


def test_a_difference_names_the_field_and_both_wordings(record, policy):
    said = messages("CON-04", judged(change(record, "summary_form", education="大专"), policy))
    assert said == ["学历：评审表为本科，简表为大专"]
    hazy = doubts("CON-04", judged(change(record, "summary_form", title=unread("unreadable", raw="")), policy))
    assert "申报职称" in hazy[0]


def test_one_form_alone_is_compared_with_nothing(record, policy):
    assert outcome("CON-04", drop(record, "summary_form"), policy) is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("specialty", "电气自动化", Outcome.FAIL),
        ("specialty", "机械", Outcome.UNDECIDED),
        ("title", "工程师", Outcome.FAIL),
        ("title", "副高级工程师（机械设计）", Outcome.PASS),
        ("series", "经济系列", Outcome.FAIL),
        ("series", read("经济系列", 0.8), Outcome.UNDECIDED),
    ],
)
def test_all_papers_apply_for_the_same(field, value, expected, record, policy):
    assert outcome("CON-05", change(record, "summary_form", **{field: value}), policy) is expected


def stated(value: str) -> Value:
    return Value(value, value, method="stated", confidence=1.0)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"series": "engineering"}, Outcome.PASS),
        ({"series": "economics"}, Outcome.FAIL),
        ({"title": "正高级工程师"}, Outcome.FAIL),
        ({"specialty": "机械设计"}, Outcome.PASS),
    ],
)
def test_what_the_upload_says_is_compared_too(said, expected, record, policy):
    upload = applying(record, **{name: stated(value) for name, value in said.items()})
    assert outcome("CON-05", upload, policy) is expected


def test_what_only_one_paper_says_is_compared_with_nothing(record, policy):
    bare = change(drop(record, "summary_form"), "review_form", series=None, specialty=None)
    assert outcome("CON-05", bare, policy) is Outcome.NOT_APPLICABLE


def test_a_letter_of_commission_names_the_series(record, policy):
    letter = document("d65", "commission_letter", {"series": "经济系列"})
    assert outcome("CON-05", add(record, letter), policy) is Outcome.FAIL

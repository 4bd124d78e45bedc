"""Readers by type: the words in a place become a value, or are ambiguous."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.extract.layout import Spot
from dossier.extract.readers import read_value, valued
from dossier.model import Box, Period
from dossier.text import check_character
from tests.extract.pages import layout

PLACE = Box(0, 0, 100, 20)
CITIZEN = "14990019860315123"
CITIZEN += check_character(CITIZEN)


def read(type_name: str, *rows: str, confidence: float = 0.98):
    return read_value(type_name, layout(*rows, confidence=confidence).flow, PLACE)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2025年7月14日", "2025-07-14"),
        ("2025.07.14", "2025-07-14"),
        ("二〇二五年七月十四日", "2025-07-14"),
        ("2025年7月", "2025-07"),
        ("2025 年 7 月 14 日", "2025-07-14"),
    ],
)
def test_a_date_is_read_in_the_precision_it_is_written(written, meant):
    assert read("date", written).value == meant


def test_a_date_broken_over_two_rows_of_its_cell_is_one_date():
    assert read("date", "2025年", "7月14日").value == "2025-07-14"


@pytest.mark.parametrize("written", ["2025年13月1日", "七月", "2025-02-30", "见附件"])
def test_words_that_are_no_date_are_ambiguous(written):
    found = read("date", written)
    assert (found.value, found.reason, found.raw) == (None, "ambiguous", written)


def test_words_that_are_no_date_and_hard_to_read_are_unreadable():
    assert read("date", "2O25年了月", confidence=0.55).reason == "unreadable"


@pytest.mark.parametrize(
    ("written", "meant"),
    [("1986年3月", "1986-03"), ("1986.03.15", "1986-03"), ("198603", "1986-03"), ("1984.03 .", "1984-03")],
)
def test_a_month_is_read_from_a_month_or_a_day(written, meant):
    assert read("month", written).value == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2025年8月4日至8月8日", Period("2025-08-04", "2025-08-08")),
        ("2020.09-2024.06", Period("2020-09", "2024-06")),
        ("2015.03.02-长期", Period("2015-03-02", "长期")),
    ],
)
def test_a_period_has_two_ends(written, meant):
    assert read("period", written).value == meant


def test_two_different_periods_in_one_place_are_ambiguous():
    assert read("period", "2025年8月4日至8月8日，2025年8月11日至8月15日").reason == "ambiguous"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("张三", "张三"),
        ("张　三", "张三"),
        ("欧阳修远", "欧阳修远"),
        ("阿依古丽·买买提", "阿依古丽·买买提"),
        ("阿依古丽•买买提", "阿依古丽·买买提"),
        ("张三（签名）", "张三"),
        ("John Smith", "John Smith"),
        ("𠮷野花", "𠮷野花"),
    ],
)
def test_a_name_is_read_as_printed(written, meant):
    assert read("name", written).value == meant


@pytest.mark.parametrize("written", ["12345", "（签名）", "该同志自参加工作以来一贯认真负责兢兢业业"])
def test_words_that_are_no_name_are_none(written):
    assert read("name", written).value is None


def test_an_organisation_over_two_rows_is_one_name():
    assert read("org", "山西晋原勘察设计", "有限公司").value == "山西晋原勘察设计有限公司"


def test_a_hint_to_stamp_is_no_part_of_the_organisation():
    assert read("org", "山西晋原勘察设计有限公司（盖章）").value == "山西晋原勘察设计有限公司"


def test_digits_are_no_organisation():
    assert read("org", "12-3").value is None


@pytest.mark.parametrize("written", [CITIZEN, f"{CITIZEN[:6]} {CITIZEN[6:14]} {CITIZEN[14:]}", CITIZEN.lower()])
def test_an_identity_number_is_read_whatever_its_grouping(written):
    assert read("id_number", written).value == CITIZEN


def test_letters_that_look_like_digits_are_digits_in_an_identity_number():
    assert read("id_number", CITIZEN.replace("0", "O").replace("1", "l")).value == CITIZEN


def test_a_number_with_a_right_check_digit_is_sure_however_dim():
    assert read("id_number", CITIZEN, confidence=0.7).confidence == 0.99


def test_a_number_with_a_wrong_check_digit_is_as_sure_as_it_was_read():
    wrong = CITIZEN[:-1] + ("1" if CITIZEN[-1] != "1" else "2")
    found = read("id_number", wrong, confidence=0.7)
    assert (found.value, found.confidence) == (wrong, 0.7)


@pytest.mark.parametrize("digit", ["3", "0"])
def test_a_number_with_a_digit_too_many_is_no_number(digit):
    assert read("id_number", digit + CITIZEN).value is None


@pytest.mark.parametrize("written", ["H12345678", "M1234567801"])
def test_a_travel_permit_is_an_identity_number(written):
    assert read("id_number", written).value == written


def test_a_number_with_a_digit_missing_is_no_number():
    assert read("id_number", CITIZEN[:-1]).value is None


@pytest.mark.parametrize(("written", "meant"), [("5", 5), ("２０２４年度", 2024), ("共12件", 12), ("无", None)])
def test_a_whole_number_is_the_first_that_is_written(written, meant):
    assert read("int", written).value == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("高级工程师", "高级工程师"),
        ("☑正常申报 □破格申报", "正常申报"),
        ("□正常申报 ☑破格申报", "破格申报"),
        ("☑论文 ☑专利 □著作", "论文、专利"),
        ("√正常申报　□破格申报", "正常申报"),
    ],
)
def test_of_options_the_ticked_ones_are_the_text(written, meant):
    assert read("text", written).value == meant


def test_a_text_over_several_rows_is_joined():
    assert read("text", "岩土工程勘察", "与设计").value == "岩土工程勘察与设计"


def test_a_value_knows_its_place_its_reading_and_its_method():
    found = read("text", "高级工程师")
    assert (found.raw, found.file, found.page, found.method, found.confidence) == (
        "高级工程师",
        "样例.pdf",
        1,
        "ocr",
        0.98,
    )
    assert found.box == Box(70, 60, 130, 72)


def test_a_place_without_characters_cannot_be_read():
    with pytest.raises(ValueError, match="without characters"):
        read_value("text", layout().flow, PLACE)


@given(
    st.sampled_from(["text", "name", "org", "id_number", "int", "number", "month", "date", "period"]),
    st.text(min_size=1, max_size=30),
)
def test_a_reader_never_fails_and_gives_a_value_or_a_reason(type_name, written):
    flow = layout(written.replace("\n", " ").replace("\t", " ")).flow
    if flow.spot() is None:
        return
    found = read_value(type_name, flow, PLACE)
    assert (found.value is None) == (found.reason is not None)


@given(st.dates().filter(lambda day: 1900 <= day.year <= 2099))
def test_every_day_is_read_as_itself(day):
    assert read("date", f"{day.year}年{day.month}月{day.day}日").value == day.isoformat()


@given(st.from_regex(r"14990019[5-9][0-9](0[1-9]|1[0-2])(0[1-9]|1[0-9]|2[0-8])[0-9]{3}", fullmatch=True))
def test_every_sound_number_is_read_as_itself(body):
    number = body + check_character(body)
    assert read("id_number", number).value == number


@pytest.mark.parametrize(
    ("written", "sure"),
    [("2025.5.1", False), ("2025.5.12", True), ("2025.05.01", True), ("2025年5月1日", True), ("2025年5月1", False)],
)
def test_a_day_under_a_seal_is_sure_where_nothing_of_it_can_be_hidden(written, sure):
    spot = Spot(written, "样例.pdf", 1, PLACE, 1.0, "ocr", stamped=True)
    assert (valued("2025-05-01", spot).confidence >= 0.85) is sure

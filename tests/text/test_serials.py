"""Patent numbers, ISSN and CN."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.text import (
    cn_serial_problem,
    is_foreign_patent_number,
    is_patent_number,
    issn_problem,
    patent_number_problem,
)


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("ZL201710601862.3", True),
        ("ZL 2017 1 0601862.3", True),
        ("ＺＬ２０１７１０６０１８６２．３", True),
        ("ZL95115608.X", True),
        ("201910161784.9", True),
        ("ZL201710601862.4", False),
        ("ZL2017", False),
        ("ZL201750601862.3", False),
    ],
)
def test_a_patents_check_digit_proves_its_number(number, right):
    assert is_patent_number(number) is right


def test_a_wrong_check_digit_is_told_with_the_right_one():
    assert patent_number_problem("ZL201710601862.4") == "按前12位计算校验码应为3，现为4"


@given(st.integers(2003, 2025), st.sampled_from("12389"), st.integers(0, 9_999_999), st.integers(0, 10))
def test_of_eleven_check_digits_one_is_right(year, kind, serial, place):
    body = f"{year}{kind}{serial:07}"
    sound = [check for check in "0123456789X" if patent_number_problem(f"ZL{body}.{check}") is None]
    assert len(sound) == 1
    turned = str((int(body[place]) + 1) % 10)
    changed = body[:place] + turned + body[place + 1 :]
    assert patent_number_problem(f"ZL{changed}.{sound[0]}") is not None


@pytest.mark.parametrize(
    ("number", "foreign"), [("US10123456B2", True), ("CN 113456789 B", True), ("ZL201710601862.3", False)]
)
def test_letters_of_another_office_are_told(number, foreign):
    assert is_foreign_patent_number(number) is foreign


@pytest.mark.parametrize(
    "number", ["0378-5955", "ISSN 0317-8471", "2434-561X", "２４３４－５６１Ｘ", "eISSN: 0378-5955"]
)
def test_sound_issns_pass(number):
    assert issn_problem(number) is None


@pytest.mark.parametrize("number", ["0378-5954", "0378-595", "无", "2434-5610"])
def test_a_wrong_or_short_issn_is_told(number):
    assert issn_problem(number)


@given(st.integers(0, 9_999_999))
def test_of_eleven_check_characters_of_an_issn_one_is_right(first):
    digits = f"{first:07}"
    assert sum(issn_problem(f"{digits[:4]}-{digits[4:]}{check}") is None for check in "0123456789X") == 1


@pytest.mark.parametrize(
    ("number", "sound"),
    [
        ("14-0999/Z", False),
        ("14-1000/TH", True),
        ("CN 14-5999", True),
        ("14-6000/G", False),
        ("14-8999/G", False),
        ("11-9000/R", True),
        ("10-1234/TB", True),
        ("09-1234", False),
        ("CN（HK）NR2005", False),
        ("CN(H)12-3456", False),
        ("1400-123", False),
    ],
)
def test_a_cn_number_is_a_periodicals_by_its_region_and_serial(number, sound):
    assert (cn_serial_problem(number) is None) is sound

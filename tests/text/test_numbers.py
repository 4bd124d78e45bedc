import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.text import chinese_number

DIGITS = "零一二三四五六七八九"


def in_chinese(number: int) -> str:
    """1 to 99,999,999 as one says it."""
    if number >= 10_000:
        low = number % 10_000
        gap = "零" if 0 < low < 1000 else ""
        return in_chinese(number // 10_000) + "万" + (gap + in_chinese(low) if low else "")
    text = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            text += DIGITS[digit] + name
        elif text and number and not text.endswith("零"):
            text += "零"
    return text


@given(st.integers(1, 99_999_999))
def test_a_number_written_out_is_read_back(number):
    assert chinese_number(in_chinese(number)) == number


@given(st.integers(10, 19))
def test_ten_to_nineteen_are_also_written_without_the_one(number):
    assert chinese_number("十" + (DIGITS[number - 10] if number > 10 else "")) == number


@given(st.integers(0, 9999))
def test_figures_are_read_digit_by_digit(number):
    assert chinese_number(str(number)) == number
    assert chinese_number("".join(DIGITS[int(digit)] for digit in str(number))) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("五", 5),
        ("十二", 12),
        ("二十", 20),
        ("两", 2),
        ("二〇二五", 2025),
        ("二○二五", 2025),
        ("伍", 5),
        ("一百零五", 105),
        ("贰拾叁", 23),
    ],
)
def test_common_writings(text, number):
    assert chinese_number(text) == number


@pytest.mark.parametrize("text", ["", " ", "十十", "百", "五天", "一十百", "十零", "二十三四", "约五", "-5", "万"])
def test_what_is_no_number_is_none(text):
    assert chinese_number(text) is None


@given(st.text(max_size=8))
def test_any_text_is_a_number_or_none(text):
    number = chinese_number(text)
    assert number is None or number >= 0

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.text import find_dates, parse_date, parse_month

DIGITS = "〇一二三四五六七八九"
days = st.dates(date(1900, 1, 1), date(2099, 12, 31))


def small(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if not tens else "十" if tens == 1 else DIGITS[tens] + "十") + (DIGITS[ones] if ones else "")


def writings(day: date) -> list[str]:
    year = "".join(DIGITS[int(digit)] for digit in str(day.year))
    return [
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}年·{day.month}月{day.day}日",
        f"{day.year}年{day.month:02}月{day.day:02}日",
        f"{day.year} 年 {day.month} 月 {day.day} 日",
        f"{day.year}.{day.month:02}.{day.day:02}",
        f"{day.year}-{day.month}-{day.day}",
        f"{day.year}/{day.month}/{day.day}",
        f"{day:%Y%m%d}",
        f"{year}年{small(day.month)}月{small(day.day)}日",
        f"{year}年{small(day.month)}月{small(day.day)}日".replace("〇", "○"),
        f"{day.year}年{day.month}月{day.day}日（星期一）",
        f"{day.year}年{day.month}月{day.day}日 9:00",
        f"{day.year}年{day.month}月{day.day}号",
    ]


@given(days)
def test_a_day_is_read_back_however_it_is_written(day):
    if day.year // 100 in (19, 20):
        assert {parse_date(text) for text in writings(day)} == {day.isoformat()}


@given(days)
def test_a_full_date_gives_its_month(day):
    assert {parse_month(text) for text in writings(day)} == {day.isoformat()[:7]}


@given(days, days)
def test_dates_are_found_in_prose_with_their_places(first, second):
    text = f"兹证明公示自{writings(first)[0]}起，结果于{writings(second)[3]}公布。"
    found = find_dates(text)
    assert [day for day, _, _ in found] == [first.isoformat(), second.isoformat()]
    assert [parse_date(text[start:end]) for _, start, end in found] == [first.isoformat(), second.isoformat()]


@pytest.mark.parametrize("text", ["2025年2月28日", "2024年2月29日", "2025年12月31日"])
def test_the_last_day_of_a_month_is_a_date(text):
    assert parse_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "2025年2月29日",
        "2025年2月30日",
        "2025年13月1日",
        "2025年0月5日",
        "2025年4月0日",
        "2025.6.31",
        "20251301",
        "1899年1月1日",
        "2100年1月1日",
    ],
)
def test_a_day_that_does_not_exist_is_none(text):
    assert parse_date(text) is None


@pytest.mark.parametrize(
    "text",
    ["", "2025年8月", "8月4日", "公示日期2025年8月4日", "2025年8月4日至8日", "12025年8月4日", "长期", "2025", "5"],
)
def test_what_is_not_one_full_date_is_none(text):
    assert parse_date(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "2025年7月",
        "2025年07月",
        "2025.07",
        "2025-7",
        "2025/07",
        "202507",
        "二〇二五年七月",
        "2025 年 7 月",
        "2025年7月份",
    ],
)
def test_a_month_is_read_however_it_is_written(text):
    assert parse_month(text) == "2025-07"


@pytest.mark.parametrize("text", ["2025年", "7月", "2025年13月", "长期", "", "二〇二五"])
def test_what_is_no_month_is_none(text):
    assert parse_month(text) is None


def test_full_width_figures_are_read():
    assert parse_date("２０２５年７月１４日") == "2025-07-14"


def test_the_letter_o_stands_for_a_circle_in_a_chinese_year():
    assert parse_date("二O二五年十一月三十日") == "2025-11-30"


def test_runs_of_figures_in_prose_are_not_taken_for_dates():
    assert find_dates("证书编号20250714，电话20251011") == []


@given(st.text(max_size=40))
def test_places_of_found_dates_lie_inside_the_text_in_order(text):
    places = [place for _, start, end in find_dates(text) for place in (start, end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)

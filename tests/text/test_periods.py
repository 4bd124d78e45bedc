from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model import Period
from dossier.text import find_periods, parse_open_period, parse_period

days = st.dates(date(1900, 1, 1), date(2099, 12, 31))
connections = st.sampled_from(["至", "到", "—", "–", "-", "~", "～", "－", " 至 ", "起至", " — ", "——"])
FIVE_DAYS = Period("2025-08-04", "2025-08-08")


@given(days, days, connections)
def test_a_period_of_two_full_dates_is_read_back_even_when_it_ends_before_it_begins(start, end, connection):
    expected = Period(start.isoformat(), end.isoformat())
    for form in ("{0.year}年{0.month}月{0.day}日", "{0:%Y.%m.%d}", "{0:%Y-%m-%d}", "{0:%Y/%m/%d}"):
        assert parse_period(form.format(start) + connection + form.format(end)) == expected


@given(days, st.integers(1, 31), connections)
def test_a_right_side_without_year_and_month_takes_them_from_the_left(start, day, connection):
    try:
        end = start.replace(day=day)
    except ValueError:
        return
    text = f"公示时间：{start.year}年{start.month}月{start.day}日{connection}{day}日"
    assert parse_period(text) == Period(start.isoformat(), end.isoformat())


@pytest.mark.parametrize(
    "text",
    [
        "2025年8月4日至8日",
        "2025年8月4日起，8月8日止",
        "2025年8月4日生效，2025年8月8日终止",
        "2025年8月4日至8月8日",
        "2025年8月4-8日",
        "自2025年8月4日起至2025年8月8日止",
        "2025年8月4日起至8月8日止，共5个工作日",
        "公示期为2025年8月4日—8月8日（5个工作日）",
        "2025.8.4-8.8",
        "2025.08.04至08",
        "2025.8.4-8",
        "20250804-20250808",
        "2025年8月4日9:00至8月8日18:00",
        "2025年8月4日零点班至8月8日四点班",
        "2025年8月4日上班起至8月8日下班止",
        "2025年8月4日（星期一）至2025年8月8日（星期五）",
        "二〇二五年八月四日至八日",
        "从 2025 年 8 月 4 日 到 2025 年 8 月 8 日",
        "２０２５年８月４日～８月８日",
        "2025-08-04-2025-08-08",
    ],
)
def test_the_ways_notices_write_a_period(text):
    assert parse_period(text) == FIVE_DAYS


def test_a_year_missing_on_both_sides_is_taken_from_the_caller_or_nowhere():
    assert parse_period("8月4日至8月8日", year=2025) == FIVE_DAYS
    assert parse_period("8月4日至8月8日") is None


def test_december_to_january_turns_the_year():
    assert parse_period("2024年12月30日至1月6日") == Period("2024-12-30", "2025-01-06")


def test_a_later_month_before_an_earlier_one_in_the_same_year_stays_as_written():
    assert parse_period("2025年8月8日至7月4日") == Period("2025-08-08", "2025-07-04")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2020.09-2024.06", Period("2020-09", "2024-06")),
        ("2020年9月至2024年6月", Period("2020-09", "2024-06")),
        ("2025年8月至9月", Period("2025-08", "2025-09")),
        ("2025.08-12", Period("2025-08", "2025-12")),
        ("202009-202406", Period("2020-09", "2024-06")),
        ("2016.05.20-长期", Period("2016-05-20", "长期")),
        ("2016年5月20日至长期", Period("2016-05-20", "长期")),
    ],
)
def test_months_and_unlimited_periods(text, period):
    assert parse_period(text) == period


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025-08-12",
        "2025年8月4日",
        "2025年8月4日至8月40日",
        "2025年2月30日至3月5日",
        "2025年8月4日至2025年9月",
        "5-8",
        "2025年8月4日，8日",
        "0351-8888888",
        "2025-08-04-08",
    ],
)
def test_what_states_no_certain_period_is_none(text):
    assert parse_period(text) is None


def test_two_different_periods_in_one_text_are_not_decided_between():
    text = "第一次2025年8月4日至8日，第二次2025年9月1日至5日"
    assert parse_period(text) is None
    assert [period for period, _, _ in find_periods(text)] == [FIVE_DAYS, Period("2025-09-01", "2025-09-05")]


def test_the_place_of_a_period_is_told():
    text = "公示期：2025年8月4日至8日。"
    [(_, start, end)] = find_periods(text)
    assert text[start:end] == "2025年8月4日至8日"


@pytest.mark.parametrize(
    "text",
    [
        "自2025年8月4日起5个工作日",
        "自2025年8月4日起公示五个工作日",
        "自2025年8月4日起，公示期为5个工作日",
        "从2025年8月4日开始，为期 5 个工作日",
        "公示期5个工作日，自2025年8月4日起",
        "公示五个工作日（自2025.08.04起）",
    ],
)
def test_a_first_day_with_a_number_of_working_days_is_an_open_period(text):
    assert parse_open_period(text) == ("2025-08-04", 5)


@pytest.mark.parametrize(
    "text",
    [
        "自2025年8月4日起不少于5个工作日",
        "公示期不少于5个工作日，自2025年8月4日起",
        "自2025年8月4日起公示5天",
        "自2025年8月4日起至8月8日止，共5个工作日",
        "自发布之日起5个工作日",
        "自2025年8月40日起5个工作日",
        "公示期5个工作日",
    ],
)
def test_bounds_calendar_days_and_stated_ends_are_no_open_period(text):
    assert parse_open_period(text) is None


@given(st.text(max_size=60))
def test_any_text_is_read_without_error(text):
    for period, start, end in find_periods(text, 2025):
        assert period.start[:4].isdigit()
        assert 0 <= start < end <= len(text)
    opened = parse_open_period(text)
    assert opened is None or opened[1] > 0


@pytest.mark.parametrize("dash", ["一-", "一—", "一", "—一"])
def test_a_dash_taken_for_the_numeral_one_is_no_day(dash):
    assert parse_period(f"2019年3月{dash}2021年12月") == Period("2019-03", "2021-12")

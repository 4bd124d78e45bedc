"""Statutory retirement since 2025."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.text import full_years, retirement_month, years_earlier, years_until


@pytest.mark.parametrize(
    ("born", "sex", "month"),
    [
        (date(1964, 12, 1), "男", (2024, 12)),
        (date(1965, 1, 1), "男", (2025, 2)),
        (date(1965, 4, 30), "男", (2025, 5)),
        (date(1965, 5, 1), "男", (2025, 7)),
        (date(1976, 9, 1), "男", (2039, 9)),
        (date(1970, 1, 1), "女", (2025, 2)),
        (date(1981, 9, 1), "女", (2039, 9)),
        (date(1990, 1, 1), "男", (2053, 1)),
    ],
)
def test_retirement_is_put_off_by_a_month_for_every_four_months_of_birth(born, sex, month):
    assert retirement_month(born, sex) == month


def test_without_a_sex_the_age_of_retirement_is_not_known():
    assert retirement_month(date(1965, 1, 1), "") is None


@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)), st.integers(0, 40))
def test_a_day_so_many_years_earlier_is_so_many_full_years_ago(day, years):
    assert full_years(years_earlier(day, years), day) == years


@given(st.dates(date(2000, 1, 1), date(2025, 12, 31)))
def test_a_month_gives_the_least_and_the_most_full_years(day):
    least, most = years_until(f"{day:%Y-%m}", "2025-12-31")
    assert least <= full_years(day, date(2025, 12, 31)) <= most <= least + 1

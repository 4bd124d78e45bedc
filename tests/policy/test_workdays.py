import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.errors import PolicyError
from dossier.policy import CalendarUnknown, WorkCalendar

CALENDAR = WorkCalendar()
known_days = st.dates(date(2004, 1, 1), date(2026, 12, 31))


def each(days: str) -> list[str]:
    return days.split()


VECTORS = [
    ("2025-08-04", "2025-08-08", 5, 4),
    ("2025-07-05", "2025-07-11", 5, 5),
    ("2025-09-26", "2025-10-09", 5, 4),
    ("2025-09-29", "2025-10-08", 2, 1),
    ("2025-04-28", "2025-05-06", 4, 3),
    ("2025-05-30", "2025-06-05", 4, 3),
    ("2025-01-24", "2025-02-06", 5, 4),
    ("2026-02-13", "2026-02-25", 4, 3),
    ("2026-04-03", "2026-04-09", 4, 3),
    ("2026-09-18", "2026-09-24", 6, 5),
    ("2024-09-13", "2024-09-20", 5, 4),
    ("2024-09-29", "2024-10-09", 4, 3),
]
MADE_UP = each("""
2023-01-28 2023-01-29 2023-04-23 2023-05-06 2023-06-25 2023-10-07 2023-10-08
2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12
2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11
2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10
""")
HOLIDAYS = each("""
2025-01-01 2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-02-03 2025-02-04 2025-04-04 2025-05-01 2025-05-02 2025-05-05
2025-06-02 2025-10-01 2025-10-02 2025-10-03 2025-10-06 2025-10-07 2025-10-08
2026-01-01 2026-01-02 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-02-23 2026-04-06 2026-05-01 2026-05-04
2026-05-05 2026-06-19 2026-09-25 2026-10-01 2026-10-02 2026-10-05 2026-10-06 2026-10-07
""")


@pytest.mark.parametrize(("start", "end", "both", "without_first"), VECTORS)
def test_working_days_of_a_period(start, end, both, without_first):
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    assert CALENDAR.count(first, last) == both
    assert CALENDAR.count(first, last, first_day=False) == without_first


@pytest.mark.parametrize(("start", "end", "both", "without_first"), VECTORS)
def test_the_day_before_the_day_and_the_day_after_the_end_differ_by_what_these_days_are(
    start, end, both, without_first
):
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    before, after = last - timedelta(days=1), last + timedelta(days=1)
    assert CALENDAR.count(first, before) == both - CALENDAR.is_working_day(last)
    assert CALENDAR.count(first, after) == both + CALENDAR.is_working_day(after)


@pytest.mark.parametrize(("end", "days"), [("2025-08-07", 4), ("2025-08-08", 5), ("2025-08-09", 5)])
def test_five_days_are_reached_on_friday_and_not_before(end, days):
    assert CALENDAR.count(date(2025, 8, 4), date.fromisoformat(end)) == days


@pytest.mark.parametrize("day", MADE_UP)
def test_a_make_up_weekend_is_worked(day):
    made_up = date.fromisoformat(day)
    assert made_up.weekday() >= 5
    assert CALENDAR.is_working_day(made_up)


@pytest.mark.parametrize("day", HOLIDAYS)
def test_a_public_holiday_on_a_weekday_is_not_worked(day):
    holiday = date.fromisoformat(day)
    assert holiday.weekday() < 5
    assert not CALENDAR.is_working_day(holiday)


@pytest.mark.parametrize(
    ("day", "known"), [(date(2026, 12, 30), True), (date(2026, 12, 31), True), (date(2027, 1, 1), False)]
)
def test_beyond_the_last_official_calendar_nothing_is_guessed(day, known):
    if known:
        assert CALENDAR.is_working_day(day)
    else:
        with pytest.raises(CalendarUnknown, match="2027"):
            CALENDAR.is_working_day(day)


def test_before_the_first_official_calendar_nothing_is_guessed():
    with pytest.raises(LookupError, match="2003"):
        CALENDAR.count(date(2003, 12, 29), date(2004, 1, 5))


def test_a_period_that_ends_before_it_begins_has_no_working_days():
    assert CALENDAR.count(date(2025, 8, 8), date(2025, 8, 4)) == 0


@given(known_days, st.integers(1, 15), st.booleans())
def test_the_nth_working_day_is_the_first_on_which_n_are_counted(start, n, first_day):
    if start > date(2026, 11, 20):
        return
    day = CALENDAR.nth_working_day(start, n, first_day)
    assert CALENDAR.is_working_day(day)
    assert CALENDAR.count(start, day, first_day) == n
    assert CALENDAR.count(start, day - timedelta(days=1), first_day) == n - 1


@given(known_days, st.integers(0, 40))
def test_counting_without_the_first_day_differs_by_that_day_alone(start, length):
    end = min(start + timedelta(days=length), date(2026, 12, 31))
    assert CALENDAR.count(start, end) - CALENDAR.count(start, end, first_day=False) == CALENDAR.is_working_day(start)


def test_a_zeroth_working_day_is_a_wrong_question():
    with pytest.raises(ValueError, match="at least 1"):
        CALENDAR.nth_working_day(date(2025, 8, 4), 0)


def test_a_file_makes_a_later_year_known(tmp_path):
    days = [
        {"date": "2027-01-01", "isOffDay": True, "name": "元旦"},
        {"date": "2027-01-03", "isOffDay": False, "name": "元旦"},
    ]
    (tmp_path / "2027.json").write_text(json.dumps({"year": 2027, "days": days}), encoding="utf-8")
    calendar = WorkCalendar.from_folder(tmp_path)
    worked = [day for day in range(1, 9) if calendar.is_working_day(date(2027, 1, day))]
    assert worked == [3, 4, 5, 6, 7, 8]
    with pytest.raises(CalendarUnknown):
        calendar.is_working_day(date(2028, 1, 3))


def test_stated_days_outweigh_the_package_without_making_their_year_known():
    calendar = WorkCalendar({date(2026, 12, 31): False, date(2027, 1, 2): True})
    assert not calendar.is_working_day(date(2026, 12, 31))
    assert calendar.is_working_day(date(2027, 1, 2))
    with pytest.raises(CalendarUnknown):
        calendar.is_working_day(date(2027, 1, 4))


def test_a_folder_that_is_not_there_gives_the_years_of_the_package(tmp_path):
    assert WorkCalendar.from_folder(tmp_path / "none").is_working_day(date(2025, 8, 4))


@pytest.mark.parametrize("days", [[{"date": "2027-02-30", "isOffDay": True}], [{"date": "2027-01-01"}], "no", None])
def test_a_damaged_calendar_file_is_a_policy_error(tmp_path, days):
    (tmp_path / "2027.json").write_text(json.dumps({"days": days}), encoding="utf-8")
    with pytest.raises(PolicyError, match=r"2027\.json"):
        WorkCalendar.from_folder(tmp_path)

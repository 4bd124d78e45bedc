"""Official working days of mainland China: public holidays and make-up working weekends (调休) included.

Known are the years of the chinesecalendar package and those of the files `schemas/calendar/<year>.json`. For any
other year nothing is guessed: `CalendarUnknown` is raised.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import chinese_calendar

from dossier.errors import PolicyError
from dossier.policy.resources import read_object

_ONE_DAY = timedelta(days=1)


class CalendarUnknown(LookupError):
    """The official calendar of a year is not loaded."""

    def __init__(self, year: int) -> None:
        super().__init__(f"{year}年的法定工作日安排未加载")
        self.year = year


class WorkCalendar:
    """Tells working days. Stated days outweigh chinesecalendar; a year of `years` is known even beyond its range."""

    def __init__(self, days: Mapping[date, bool] | None = None, years: Collection[int] = ()) -> None:
        """`days`: day → whether it is worked. `years`: years whose calendar is complete with these days."""
        self._days = dict(days or {})
        self._years = frozenset(years)

    @classmethod
    def from_folder(cls, folder: Path) -> WorkCalendar:
        """Reads every `<year>.json` of a folder; a folder that is not there gives the package's years alone."""
        return cls().extended(sorted(folder.glob("[0-9][0-9][0-9][0-9].json")), {})

    @property
    def stated(self) -> tuple[Mapping[date, bool], frozenset[int]]:
        """The days and whole years that files state, over those of the package."""
        return self._days, self._years

    def extended(self, files: Sequence[Path], more: Mapping[str, Any]) -> WorkCalendar:
        """With the files `<year>.json` of whole years and, over them, the `days` of a mapping. PolicyError if wrong."""
        days, years = dict(self._days), set(self._years)
        for path in files:
            days.update(_days_of(read_object(path), path))
            years.add(int(path.stem))
        days.update(_days_of({"days": more.get("days", [])}, Path("calendar/days")))
        return WorkCalendar(days, years)

    def is_working_day(self, day: date) -> bool:
        """Whether the day is worked. CalendarUnknown for a year that is not loaded."""
        if day in self._days:
            return self._days[day]
        if day.year in self._years:
            return day.weekday() < 5
        try:
            return bool(chinese_calendar.is_workday(day))
        except NotImplementedError as error:
            raise CalendarUnknown(day.year) from error

    def count(self, start: date, end: date, first_day: bool = True) -> int:
        """Working days from start to end, both included; without the first day on request. 0 if end < start."""
        day = start if first_day else start + _ONE_DAY
        worked = 0
        while day <= end:
            worked += self.is_working_day(day)
            day += _ONE_DAY
        return worked

    def nth_working_day(self, start: date, n: int, first_day: bool = True) -> date:
        """The day on which the n-th working day (n ≥ 1) from start falls; start itself counts unless told not to."""
        if n < 1:
            raise ValueError(f"n must be at least 1, not {n}")
        day = start if first_day else start + _ONE_DAY
        left = n - self.is_working_day(day)
        while left:
            day += _ONE_DAY
            left -= self.is_working_day(day)
        return day


def _days_of(content: dict[str, Any], path: Path) -> dict[date, bool]:
    try:
        days = {date.fromisoformat(day["date"]): not day["isOffDay"] for day in content["days"]}
        if path.stem.isdigit() and any(day.year != int(path.stem) for day in days):
            raise PolicyError(f"{path} 列有其他年份的日期", "每个文件只写文件名所示年份的日期")
        return days
    except (KeyError, TypeError, ValueError) as error:
        raise PolicyError(
            f"{path} 不是有效的节假日安排", "每天须有 date（2027-01-01）和 isOffDay（true/false）"
        ) from error

"""What is due every year: assessments and hours of continuing education."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dossier.facts.fact import Fact
from dossier.model import Record, Value
from dossier.policy import Policy


def assessments(record: Record, _policy: Policy) -> Fact:
    """{year: grade}. A year that two documents grade differently keeps the first; the reason names it."""
    grades: dict[str, str] = {}
    sources: list[Value] = []
    differing: list[str] = []
    for document in record.of_kind("annual_assessment"):
        year, grade = document.get("year"), document.get("grade")
        if year is None or grade is None or not (year.known and grade.known):
            continue
        key, said = str(year.value), str(grade.value)
        if grades.setdefault(key, said) != said:
            differing.append(key)
        sources += [year, grade]
    reason = f"{'、'.join(dict.fromkeys(differing))}年度的考核等次在不同材料中不一致" if differing else ""
    return Fact(dict(sorted(grades.items())), tuple(sources), reason)


def continuing_education(record: Record, policy: Policy) -> Fact:
    """{year: {total, professional, unit}}, the hours of a year's certificates added up, each certificate once.

    Professional hours that are not printed are what the public ones leave of the total. The unit is the one printed
    (学时 or 学分, else the one of the series); None where a year's certificates count in different ones.
    """
    years: dict[str, dict[str, Any]] = {}
    sources: list[Value] = []
    counted: set[tuple[str, str]] = set()
    for value, row in _rows(record):
        year, number = str(row.get("year")), row.get("certificate_number")
        if number and (year, str(number)) in counted:
            continue
        counted.add((year, str(number or f"{value.file} {value.page} {len(counted)}")))
        sources.append(value)
        unit = row.get("unit") or _unit(record, policy)
        sums = years.setdefault(year, {"total": None, "professional": None, "unit": unit})
        sums["unit"] = unit if sums["unit"] == unit else None
        for name, hours in _hours(row).items():
            if hours is not None:
                sums[name] = (sums[name] or 0) + hours
    return Fact(dict(sorted(years.items())), tuple(sources))


def _hours(row: Mapping[str, Any]) -> dict[str, float | None]:
    total, public, professional = (
        row[name] if isinstance(row.get(name), int | float) else None for name in ("total", "public", "professional")
    )
    if professional is None and total is not None and public is not None:
        professional = max(total - public, 0)
    return {"total": total, "professional": professional}


def _rows(record: Record) -> Iterator[tuple[Value, Mapping[str, Any]]]:
    for document in record.of_kind("continuing_education"):
        value = document.get("years")
        if value is not None and value.known:
            yield from ((value, row) for row in value.value if isinstance(row, Mapping) and row.get("year"))


def _unit(record: Record, policy: Policy) -> str | None:
    """学时 or 学分, as the series counts."""
    series = record.application.series
    entry = policy.series.get(str(series.value)) if series is not None else None
    return entry.continuing_education.get("unit") if entry is not None else None

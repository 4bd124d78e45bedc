"""The current title, since when it is held, and the years the target level needs."""

from __future__ import annotations

from typing import Any

from dossier.facts.education import NAMES, highest_education
from dossier.facts.fact import Fact, field_of, known, years_until
from dossier.model import Document, Record, Value
from dossier.policy import Policy
from dossier.text import squeeze

LEVELS = ("senior", "associate_senior", "intermediate", "assistant", "technician")
"""Highest first."""
_FORMS = ("review_form", "initial_form", "summary_form")
_DIGITAL = {"初级": "助理工程师", "中级": "工程师"}
"""The engineer's title a certificate of a digital engineer stands for (560-5). The third grade is none."""
_CODED = ("public_institution",)
"""Employers where years in the title count from the appointment."""
_Held = tuple[Document, Value, str | None, str | None]
"""A title certificate, its title, the series and the level."""


def target(record: Record, _policy: Policy) -> Fact:
    """{title, series, level} applied for."""
    applied = record.application
    if applied.title is None or not applied.title.known:
        return Fact(None, (applied.title,) if applied.title else (), "未能确定申报职称")
    series, level = (value.value if value is not None else None for value in (applied.series, applied.level))
    return _titled(applied.title, series, level, *known((applied.series,)))


def current_title(record: Record, policy: Policy) -> Fact:
    """{title, series, level} of the highest title proven, else what stands for one, else what the form states.

    A digital engineer's certificate of the first two grades stands for an engineer's title (560-5), also beside the
    certificate of a title on which the application cannot rest.
    """
    held, digital = _held(record, policy), _digital(record, policy)
    if digital is not None:
        document, title, level = digital
        fact = {"title": title, "series": "engineering", "level": level}
        return Fact(fact, tuple(known((document.get("grade"),))), "由数字技术工程师等级证书认定（560-5）")
    if held:
        document, value, series, level = held[0]
        reason = "" if level else f"“{value.value}”不是任何系列的职称名称"
        return _titled(value, series, level, *known((document.get("series"),)), reason=reason)
    for value in field_of(record, "current_title", *_FORMS):
        series, level = _placed(str(value.value), None, record, policy)
        if level:
            return _titled(value, series, level, reason="为填报内容，未能从职称证书中读到")
    return Fact(None, reason="未能从证书或表格中读到现职称")


def _digital(record: Record, policy: Policy) -> tuple[Document, str, str | None] | None:
    """The digital engineer's certificate that the current title rests on, the title and its level; the highest.

    Where title certificates are there, only one that leads to the title applied for while none of them does.
    """
    found: list[tuple[Document, str, str | None]] = []
    for document in record.of_kind("digital_engineer"):
        grade = document.get("grade")
        if grade is not None and grade.known and (title := _DIGITAL.get(str(grade.value))):
            level = next((level for code, level in policy.find_title(title) if code == "engineering"), None)
            found.append((document, title, level))
    best = min(found, key=lambda one: _rank(one[2]), default=None)
    held = _held(record, policy)
    if best is None or not held:
        return best
    leads = _supports("engineering", best[2], record, policy)
    return best if leads and not _supports(held[0][2], held[0][3], record, policy) else None


def _titled(value: Value, series: str | None, level: str | None, *also: Value, reason: str = "") -> Fact:
    return Fact({"title": str(value.value), "series": series, "level": level}, (value, *also), reason)


def current_title_date(record: Record, policy: Policy) -> Fact:
    """The day (or month) on which the current title was obtained; a certificate outweighs the form."""
    held, digital = _held(record, policy), _digital(record, policy)
    if digital is not None:
        for value in known((digital[0].get("date"),)):
            return Fact(str(value.value), (value,), "为颁证日期；通知未写明年限起算日（560-5）")
    dates = [] if digital else list(known(item[0].get("date") for item in held if _same(item, held[0])))
    if dates:
        earliest = min(dates, key=lambda value: str(value.value))
        return Fact(str(earliest.value), (earliest,))
    for value in field_of(record, "current_title_date", *_FORMS):
        return Fact(str(value.value), (value,), "为填报内容，未能从职称证书中读到")
    return Fact(None, reason="未能读到现职称取得时间")


def appointed_since(record: Record, policy: Policy) -> Fact:
    """The first appointment to the current title; a letter of appointment outweighs the form."""
    title = current_title(record, policy).value
    starts = []
    for document in record.of_kind("appointment"):
        named, period = document.get("title"), document.get("period")
        fits = (
            title is None
            or named is None
            or not named.known
            or policy.titles.may_be_post_of(str(named.value), title["title"])
        )
        if fits and period is not None and period.known:
            starts.append(period)
    if starts:
        earliest = min(starts, key=lambda value: str(value.value.start))
        return Fact(str(earliest.value.start), (earliest,))
    for value in field_of(record, "appointed_since", *_FORMS):
        return Fact(str(value.value), (value,), "为填报内容，未能从聘任文件中读到")
    return Fact(None, reason="未能读到聘任时间")


def years_in_title(record: Record, policy: Policy) -> Fact:
    """Full years in the current title to the cut-off day; in public institutions from the appointment."""
    ownership = record.applicant.get("employer_ownership")
    appointed = appointed_since(record, policy) if ownership is not None and ownership.value in _CODED else None
    since = appointed if appointed is not None and appointed.value else current_title_date(record, policy)
    if since.value is None:
        return Fact(None, since.sources, since.reason)
    years, why = years_until(Value(since.value), policy.value("tenure_cut_off"))
    return Fact(years, since.sources, why or since.reason)


def tenure_needed(record: Record, policy: Policy) -> Fact:
    """Full years the table of the series asks for at the target level and the highest education proven."""
    applied = target(record, policy)
    education = highest_education(record, policy)
    goal: dict[str, Any] = applied.value or {}
    series = policy.series.get(goal.get("series") or "")
    sources = (*applied.sources, *education.sources)
    if series is None or not goal.get("level"):
        return Fact(None, sources, "未能确定申报系列或级别")
    row = series.qualification.get(goal["level"])
    if row is None:
        return Fact(None, sources, f"{series.zh}没有该级别的学历资历条件")
    if row.get("exam"):
        return Fact(None, sources, "该级别通过全国统一考试取得")
    if education.value is None:
        return Fact(None, sources, education.reason)
    years = row.get(education.value)
    if not isinstance(years, int):
        return Fact(None, sources, f"学历为{NAMES[education.value]}，不在该级别的条件表内")
    unverified = "" if goal["level"] in series.verified_levels else "条件表未经核实"
    return Fact(years, sources, unverified)


def _held(record: Record, policy: Policy) -> list[_Held]:
    """Title certificates with (document, title, series, level): first the title the application can rest on.

    That is one of the applied series no lower than next below the level applied for; else the highest.
    """
    held = []
    for document in record.of_kind("title_certificate"):
        value = document.get("title")
        if value is not None and value.known:
            held.append((document, value, *_placed(str(value.value), document.get("series"), record, policy)))
    return sorted(held, key=lambda item: (not _supports(item[2], item[3], record, policy), _rank(item[3])))


def _rank(level: str | None) -> int:
    return LEVELS.index(level) if level else len(LEVELS)


def _supports(series: str | None, level: str | None, record: Record, policy: Policy) -> bool:
    """Whether a title is of the applied series and at most one of its levels below the one applied for."""
    goal: dict[str, Any] = target(record, policy).value or {}
    applied = policy.series.get(goal.get("series") or "")
    if applied is None or series != applied.code or level is None or goal.get("level") not in LEVELS:
        return False
    return applied.steps(level, goal["level"]) <= 1


def _placed(title: str, series: Value | None, record: Record, policy: Policy) -> tuple[str | None, str | None]:
    """(series, level) of a title: of several series the one the certificate names, else the one applied for."""
    places = policy.find_title(title)
    named = policy.find_series(str(series.value)) if series is not None and series.known else None
    applied = record.application.series
    for wanted in (named, applied.value if applied is not None and applied.known else None):
        fitting = [place for place in places if place[0] == wanted]
        if fitting:
            return fitting[0]
    levels = {level for _, level in places}
    codes = {code for code, _ in places}
    return (codes.pop() if len(codes) == 1 else None), (levels.pop() if len(levels) == 1 else None)


def _same(one: _Held, other: _Held) -> bool:
    """Whether two certificates are about the same title: the same words, or the same level of the same series."""
    if squeeze(str(one[1].value)) == squeeze(str(other[1].value)):
        return True
    return one[2] is not None and one[3] is not None and one[2:] == other[2:]

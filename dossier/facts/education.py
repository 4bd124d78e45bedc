"""Highest education and degree: what certificates prove, what forms state."""

from __future__ import annotations

from dossier.facts.fact import Fact, field_of
from dossier.model import Record, Value
from dossier.policy import Policy
from dossier.text import degree_level, education_level

LEVELS = ("doctor", "master", "bachelor", "college", "secondary")
"""Highest first."""
NAMES = {"doctor": "博士研究生", "master": "硕士研究生", "bachelor": "本科", "college": "专科", "secondary": "中专"}


def proven_education(record: Record) -> list[tuple[str, Value]]:
    """(level, value) of every diploma and verification, highest first."""
    values = field_of(record, "education", "diploma", "education_verification")
    return _ranked([(level, value) for value in values if (level := education_level(str(value.value)))])


def stated_education(record: Record) -> list[tuple[str, Value]]:
    """(level, value) of every form, highest first."""
    values = field_of(record, "education", "review_form", "initial_form", "summary_form")
    return _ranked([(level, value) for value in values if (level := education_level(str(value.value)))])


def highest_education(record: Record, _policy: Policy) -> Fact:
    """The highest level a certificate proves; what a form states, where no certificate tells."""
    proven, stated = proven_education(record), stated_education(record)
    if not proven and not stated:
        return Fact(None, reason="未能从证书或表格中读到学历")
    if not proven:
        return Fact(stated[0][0], (stated[0][1],), "为填报学历，未能从毕业证书或认证材料中读到")
    level = proven[0][0]
    sources = tuple(value for other, value in proven if other == level)
    if stated and LEVELS.index(stated[0][0]) < LEVELS.index(level):
        said = NAMES[stated[0][0]]
        return Fact(level, (*sources, stated[0][1]), f"填报学历为{said}，证书证明的最高学历为{NAMES[level]}")
    return Fact(level, sources)


def highest_degree(record: Record, _policy: Policy) -> Fact:
    """The highest degree a certificate proves, as it names it."""
    degrees = _ranked(
        [(level, value) for value in field_of(record, "degree", "degree") if (level := degree_level(str(value.value)))]
    )
    if degrees:
        return Fact(str(degrees[0][1].value), (degrees[0][1],))
    return Fact(None, reason="未能从学位证书中读到学位")


def _ranked(found: list[tuple[str, Value]]) -> list[tuple[str, Value]]:
    return sorted(found, key=lambda item: (LEVELS.index(item[0]), -item[1].confidence))

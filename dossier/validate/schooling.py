"""What certificates and forms say of an education: levels, certificates of one course of study, sure values."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.model import Document, Value
from dossier.text import degree_level, education_level, squeeze
from dossier.text.regex import Regex
from dossier.validate.case import CERTAIN, Case, Derived

CERTIFICATES = ("diploma", "education_verification")
FORMS = ("review_form", "initial_form", "summary_form")
LEVELS = {"doctor": "博士研究生", "master": "硕士研究生", "bachelor": "本科", "college": "专科", "secondary": "中专"}
"""Highest first, with their Chinese."""
GRADUATE, UNIVERSITY = frozenset({"doctor", "master"}), frozenset({"bachelor", "college"})
_GRADUATE = Regex("(?:在职|全日制)?研究生(?:学历|教育|毕业)?")
_UNIVERSITY = Regex("大学(?:学历|毕业)?")
_DIPLOMA_AND_DEGREE = Regex("本科.*(?P<degree>硕士|博士)|(?P<before>硕士|博士).*本科")


def levels_meant(value: Value | None) -> frozenset[str]:
    """The levels that words for an education may mean: 研究生 is master or doctor, 大学 bachelor or college."""
    if value is None or not value.known:
        return frozenset()
    text = squeeze(str(value.value))
    if _GRADUATE.fullmatch(text):
        return GRADUATE
    if _UNIVERSITY.fullmatch(text):
        return UNIVERSITY
    level = education_level(text)
    if level and _DIPLOMA_AND_DEGREE.search(text):
        return frozenset({"bachelor", level})
    return frozenset({level}) if level else frozenset()


def certain(value: Value | None) -> bool:
    """Whether a value was read surely enough to carry a fail."""
    return value is not None and value.known and (value.method == "stated" or value.confidence >= CERTAIN)


def claimed_education(case: Case) -> tuple[Value | None, frozenset[str]]:
    """What the form claims, else what the highest diploma names: (value, levels it may mean)."""
    claims = [value for form in case.documents(*FORMS) if levels_meant(value := form.get("education"))]
    if claims:
        return claims[0], levels_meant(claims[0])
    read = [value for diploma in case.documents("diploma") if levels_meant(value := diploma.get("education"))]
    ranked = sorted(read, key=lambda value: min(list(LEVELS).index(level) for level in levels_meant(value)))
    return (ranked[0], levels_meant(ranked[0])) if ranked else (None, frozenset())


def unproven_levels(case: Case) -> tuple[frozenset[str], tuple[Value | Derived, ...]]:
    """Levels above the education proven that a claim or a degree without its diploma speaks for, and where.

    A degree may count as its level (同等学力); a claim may be of a diploma that was not read.
    """
    proven, degree, (claim, claimed) = (
        case.fact("highest_education"),
        case.fact("highest_degree"),
        claimed_education(case),
    )
    order = list(LEVELS)
    above = frozenset(order[: order.index(proven.value)]) if proven.value in order else frozenset(order)
    stated = frozenset() if proven.value in claimed else claimed & above
    held = above & {degree_level(str(degree.value or ""))}
    said = ((stated, claim), (held, degree))
    return stated | held, tuple(where for levels, where in said if levels and where is not None)


def of_levels(documents: Iterable[Document], levels: frozenset[str]) -> list[Document]:
    """Those whose education is read and may be of the levels."""
    return [document for document in documents if levels & levels_meant(document.get("education"))]


def name_levels(levels: Iterable[str]) -> str:
    """硕士研究生或博士研究生."""
    chosen = set(levels)
    return "或".join(zh for level, zh in LEVELS.items() if level in chosen)

"""The current title: the certificates that bear it, and since when it is held."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model import Document, Value
from dossier.policy import Policy, Series
from dossier.text import squeeze
from dossier.text.regex import Regex
from dossier.validate.case import Case

LEVELS = ("senior", "associate_senior", "intermediate", "assistant", "technician")
"""Highest first."""
FORMS = ("review_form", "initial_form", "summary_form")
_NONE = Regex("(?:无|暂无|没有|未取得|未评定?|/|-|—)*(?:职称)?")


@dataclass(frozen=True)
class Goal:
    """The series and level applied for."""

    series: Series
    level: str

    @property
    def name(self) -> str:
        return self.series.zh


def goal_of(case: Case, policy: Policy) -> Goal | None:
    """What is applied for; None where series or level are not known."""
    found = case.fact("target").value or {}
    series, level = policy.series.get(found.get("series") or ""), found.get("level")
    return Goal(series, level) if series is not None and isinstance(level, str) and level in LEVELS else None


def certificates_of(case: Case, policy: Policy, title: str) -> list[Document]:
    """The title certificates that bear this title, or another name of the same level and series."""
    wanted = set(policy.find_title(title))
    return [
        paper
        for paper in case.documents("title_certificate")
        if (value := paper.get("title")) is not None
        and value.known
        and (squeeze(str(value.value)) == squeeze(title) or wanted & set(policy.find_title(str(value.value))))
    ]


def says_none(value: Value | None) -> bool:
    """Whether a form's place for the current title says that there is none, or is empty."""
    if value is None:
        return False
    return _NONE.fullmatch(squeeze(str(value.value))) is not None if value.known else value.reason == "blank"


def why_title_unknown(case: Case) -> tuple[str, tuple[Value | Document, ...]]:
    """Why there may be a current title although none was read, and where; an empty reason where it is sure."""
    papers = tuple(case.documents("title_certificate", "digital_engineer"))
    if papers:
        return "现职称证书上的职称无法辨认", papers
    stated = [value for form in case.documents(*FORMS) if (value := form.get("current_title")) is not None]
    if stated and all(map(says_none, stated)):
        return "", tuple(stated)
    return "评审表上的现职称无法辨认，也未见职称证书", tuple(value for value in stated if not says_none(value))


def appointments_of(case: Case, policy: Policy) -> list[Document]:
    """Appointments that may be to the current title: those to a known title of another level are left out."""
    held = case.fact("current_title").value
    return [
        paper
        for paper in case.documents("appointment")
        if held is None
        or (post := paper.get("title")) is None
        or not post.known
        or policy.titles.may_be_post_of(str(post.value), held["title"])
    ]

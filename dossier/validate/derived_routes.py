"""Routes that no application declares: they follow from what the dossier holds (560-4, 560-5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.model import Document, Record, Value
from dossier.policy import Policy
from dossier.text import squeeze
from dossier.text.regex import Regex
from dossier.validate.case import CERTAIN
from dossier.validate.holding import FORMS, says_none

DIGITAL = "digital_title"
_CERTIFICATE = "digital_engineer"
_SAYS_DIGITAL = Regex("数字技术|数字化?工程师")


@dataclass(frozen=True)
class Derived:
    """A route, the paper it follows from, and why it is not sure; empty where it is."""

    route: str
    paper: Document
    doubt: str = ""


def digital_title(record: Record, policy: Policy) -> Derived | None:
    """The route of who uses a digital engineer's certificate of the first two grades as current title (560-5).

    That is so where the fact `current_title` rests on such a certificate. Not sure where its grade was not read surely
    or the form names another title.
    """
    kept = record.facts.get("current_title") or {}
    for paper in record.of_kind(_CERTIFICATE):
        grade = paper.get("grade")
        if grade is None or not grade.known or not any(_is_at(grade, place) for place in kept.get("from", ())):
            continue
        if grade.confidence < CERTAIN:
            return Derived(DIGITAL, paper, "证书的等级识别置信度不足")
        claimed = [value for form in record.of_kind(*FORMS) if (value := form.get("current_title")) and value.known]
        other = next((value for value in claimed if not _agrees(value, grade, kept["value"], policy)), None)
        return Derived(DIGITAL, paper, f"填报的现职称为“{other.value}”" if other else "")
    return None


def _agrees(claimed: Value, grade: Value, held: Mapping[str, str | None], policy: Policy) -> bool:
    """Whether a form states as current title what the certificate stands for: 工程师, 中级, 中级数字技术工程师."""
    words = squeeze(str(claimed.value))
    if says_none(claimed) or _SAYS_DIGITAL.search(words) or words.removesuffix("职称") == grade.value:
        return True
    return (held["series"], held["level"]) in policy.find_title(words)


def _is_at(value: Value, place: Mapping[str, object]) -> bool:
    return (value.file, max(value.page, 1), value.raw) == (place["file"], place["page"], place["text"])

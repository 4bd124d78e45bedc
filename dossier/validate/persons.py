"""Whether the applicant is among the persons a work lists, told with the care that lists need."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dossier.model import Document, Value
from dossier.text import squeeze
from dossier.text.regex import Regex
from dossier.validate.case import Case
from dossier.validate.event import field_values
from dossier.validate.likeness import Likeness, compare_people, is_person_name

_CUT_OFF = Regex(r"(?:等|等人|等同志|…|\.\.\.|etc\.?|et\s?al\.?)\s*(?:\d+人)?\s*$", re.IGNORECASE)
_HAN = Regex("[㐀-鿿]")

_LISTS = ("authors", "drafters", "inventors", "members", "recipients")
"""Fields that hold the people of a work."""


@dataclass(frozen=True)
class Standing:
    """Where the applicant stands in a list. Neither a rank nor a reason: certainly not in it."""

    rank: int | None = None
    """From 1; 0 where the name is there but its place cannot be told."""
    reason: str = ""
    """In Chinese, why it cannot be told."""

    @property
    def listed(self) -> bool:
        return self.rank is not None


def names_of(value: Value | None) -> list[str]:
    """The names of a list as it was read."""
    content = value.value if value is not None else None
    listed = [content] if isinstance(content, str) else content if isinstance(content, list | tuple) else []
    return [squeeze(str(name)) for name in listed if str(name).strip()]


def standing_in(listed: Value, case: Case) -> Standing:
    """The applicant's place in a list of persons that was read."""
    name, names = case.applicant("name"), names_of(listed)
    if name is None or not name.known:
        return Standing(reason="申报人姓名无法辨认")
    if not names:
        return Standing(reason="名单无法辨认")
    own = squeeze(str(name.value))
    if own in names:
        return Standing(names.index(own) + 1)
    if own in squeeze(listed.raw):
        return Standing(0)
    former = former_names(case)
    for rank, (other, proven) in ((names.index(n) + 1, former[n]) for n in names if n in former):
        return Standing(rank) if proven else Standing(reason=f"名单中的{other}与申报人所填曾用名相同，但未见更名证明")
    return Standing(reason=_why_open(listed, names, name, case))


def _why_open(listed: Value, names: list[str], own: Value, case: Case) -> str:
    if not all(_HAN.search(name) for name in names):
        return "名单中有拼音或外文姓名，需人工核对"
    if any(not is_person_name(name) for name in names):
        return "名单中有单位名称或未能分开的姓名"
    others = _named_beside(squeeze(str(own.value)), case)
    alike = [
        name
        for name in names
        if name not in others and compare_people(_as_read(name, listed), own) is not Likeness.DIFFERENT
    ]
    if alike:
        return f"名单中的{alike[0]}可能是识别误差"
    return "名单以“等”结尾，未列全" if _CUT_OFF.search(listed.raw.strip()) else ""


def are_others(listed: Value, case: Case) -> bool:
    """Whether everybody on a list stands beside the applicant on another: however hard the applicant's own name is to
    read, it is none of these."""
    name = case.applicant("name")
    own = squeeze(str(name.value)) if name is not None and name.known else ""
    return bool(own and (names := names_of(listed))) and _named_beside(own, case).issuperset(names)


def _named_beside(own: str, case: Case) -> set[str]:
    """Whom a list of people has besides the applicant: others, however alike their names look."""
    lists = (
        names
        for document in case.record.documents
        for field in _LISTS
        if (value := document.get(field)) is not None and value.known and own in (names := names_of(value))
    )
    return {name for names in lists for name in names if name != own}


def _as_read(name: str, listed: Value) -> Value:
    return Value(name, name, confidence=listed.confidence)


def former_names(case: Case) -> dict[str, tuple[str, bool]]:
    """Former names by their spelling: (as written, whether a proof of the change is there)."""
    proofs: list[Document] = list(case.documents("name_change_proof"))
    proven = [*field_values(proofs, "former_name"), *field_values(proofs, "name")]
    stated = [case.applicant("former_name")]
    found = {squeeze(str(v.value)): (str(v.value), False) for v in stated if v is not None and v.known}
    return found | {squeeze(str(v.value)): (str(v.value), True) for v in proven if v.known}

"""Whether the applicant is certainly not among those whom an event published.

A match is proof wherever it stands. Absence is proven only by lists that are whole, that name persons, and none of
whose names may be the applicant's, misread or in another spelling.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from math import prod
from typing import Any

from dossier.model import Document, Place, Value
from dossier.text import is_rare, squeeze
from dossier.text.regex import Regex
from dossier.validate.case import Case, why_hard_to_read, why_not_proven_absent
from dossier.validate.event import NOTICE, Event, field_values
from dossier.validate.likeness import is_person_name, look_alike, nearly_same
from dossier.validate.persons import former_names
from dossier.validate.rule import places

_OTHERS = Regex(r"(?<![高中初同均平优特一二三四])等(?![级次额奖])")
"""等 behind a name: not everybody is named. Not that of 高等, 一等, 等级."""
_MASKED_NAME = Regex(r"[*×XＸ○某]")
_LEGIBLE, _SEVERAL = 0.8, 3
"""Lists that bear each other out: confidence of a list with a single doubtful character in it, and names at least."""
_FOOT = 0.92
"""A list that reaches down so far on its page may go on overleaf."""


def pairs(lists: Iterable[Value]) -> list[tuple[dict[str, Any], Value]]:
    """Each published person with the value that lists them."""
    known = [value for value in lists if isinstance(value.value, list | tuple)]
    return [(dict(e), value) for value in known for e in value.value if isinstance(e, dict) and e.get("name")]


def names_in(lists: Iterable[Value]) -> list[str]:
    return [squeeze(str(entry["name"])) for entry, _ in pairs(lists)]


def names_applicant(event: Event, own: Sequence[str]) -> bool:
    """Whether notice (or, where the notice lists nobody, the result) names the applicant by one of their names."""
    noticed = field_values(event.notices, "applicants")
    lists = noticed if pairs(noticed) else event.values("applicants")
    return not set(own).isdisjoint(names_in(lists))


def own_names(case: Case, name: Value) -> list[str]:
    """The applicant's name and the former ones that papers prove."""
    former = former_names(case)
    return [squeeze(str(name.value)), *(other for other, (_, proven) in former.items() if proven)]


def why_not_certainly_left_out(event: Event, case: Case, name: Value, lists: Sequence[Value]) -> str:
    """In Chinese, why the applicant may be among the published although no list names them; empty where not."""
    own, names = squeeze(str(name.value)), names_in(lists)
    annexes, gap = absent_annexes([event]), why_not_proven_absent(case, NOTICE)
    blank = any(value.reason == "blank" for value in lists)
    hard = why_hard_to_read(case, *event.notices, *event.results)
    reasons = (
        (bool(annexes), f"名单见附件（{annexes[0].value if annexes else ''}），附件不在卷宗内"),
        (not names and not blank, "公示对象无法辨认"),
        (not {own, *own_names(case, name)}.isdisjoint(names), "公示与公示结果所列人员不同"),
        (not former_names(case).keys().isdisjoint(names), "公示对象中有人与申报人的曾用名相同，未见更名证明"),
        (any(_MASKED_NAME.search(other) for other in names), "公示对象的姓名有遮盖"),
        (any(_OTHERS.search(value.raw) for value in lists), "公示只写明部分人员"),
        (bool(names) and not is_person_name(own), "申报人姓名不是汉字姓名，公示可能用了另一写法"),
        (not all(is_person_name(other) and not _may_be(other, own) for other in names), "有姓名与申报人相近或识别不清"),
        (bool(names) and _named_elsewhere(event, case, name), "另一次公示列有申报人"),
        (any(_goes_on(value, event, case) for value in lists), "名单到页末为止，可能有续页不在卷宗内"),
        (bool(hard), hard),
        (gap is not None, gap[0] if gap else ""),
    )
    return next((reason for holds, reason in reasons if holds), "")


def absent_annexes(events: Iterable[Event]) -> list[Value]:
    """Lists that notices point to and that did not come with them."""
    alone = [document for event in events for document in event.notices if len(document.pages) == 1]
    return [value for value in field_values(alone, "annex") if value.known]


def places_of_absence(lists: Sequence[Value], own: str) -> tuple[Place, ...]:
    """Where the lists stand. Lists that bear each other out are as sure as it is unlikely that all of them err."""
    at = places(*lists)
    if not _bear_each_other_out(lists, own):
        return at
    sure = 1 - prod(1 - value.confidence for value in lists)
    return tuple(replace(place, confidence=max(place.confidence or 0.0, round(sure, 2))) for place in at)


def _bear_each_other_out(lists: Sequence[Value], own: str) -> bool:
    """Whether two papers list the same several people in one order, none with a character of the applicant's name.

    Both then lost nobody, and the letter or so that is doubtful in them cannot make one of the names the applicant's.
    A name with rare characters stays open: the same reader may lose or misread it in both papers alike.
    """
    if len(lists) < 2 or any(value.confidence < _LEGIBLE for value in lists):
        return False
    people = [names_in([value]) for value in lists]
    same = all(len(one) == len(other) and all(map(nearly_same, one, other)) for one, other in pairwise(people))
    apart = not any(a == b or look_alike(a, b) for one in people for other in one for a in other for b in own)
    return same and apart and len(people[0]) >= _SEVERAL and not any(map(is_rare, own))


def _may_be(other: str, own: str) -> bool:
    """Whether a name may be the applicant's: a letter apart, a part of it, or rare letters misread.

    卓玛 is a part of 卓玛·央金, and 覃种弈 may be 覃翀羿. Of names in several parts one part tells: 麦麦提·艾力 is
    买买提·艾力.
    """
    if nearly_same(other, own) or own in other or other in own:
        return True
    if "·" in own and not {*own.split("·")}.isdisjoint(other.split("·")):
        return True
    rare = [is_rare(character) for character in own]
    alike = [a == b or unsure for a, b, unsure in zip(other, own, rare, strict=False)]
    return len(other) == len(own) and any(rare) and all(alike)


def _named_elsewhere(event: Event, case: Case, name: Value) -> bool:
    """Whether another event that names the applicant published all that this one answers for."""
    others = [other for other in case.events if other.index != event.index]
    return any(event.answers_for <= other.covers and names_applicant(other, own_names(case, name)) for other in others)


def _goes_on(value: Value, event: Event, case: Case) -> bool:
    """Whether a list reaches down to the foot of the last page of its paper."""
    last = {_last_page(document) for document in (*event.notices, *event.results)}
    heights = {(page.file, page.page): page.height for page in case.record.pages}
    height = heights.get((value.file, value.page)) or 0
    at_foot = value.box is not None and height > 0 and value.box.y1 > _FOOT * height
    return at_foot and (value.file, value.page) in last


def _last_page(document: Document) -> tuple[str, int] | None:
    return (document.pages[-1].file, document.pages[-1].page) if document.pages else None

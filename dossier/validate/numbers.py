"""CON-02: whether the papers carry one identity number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from dossier.model import Document, Value
from dossier.policy import Policy
from dossier.text import id_number_problem, mask_id, squeeze
from dossier.text.regex import Regex
from dossier.validate.case import Case
from dossier.validate.likeness import Likeness
from dossier.validate.rule import Remark, fail, not_applicable, rule, undecided

_CARRIERS = (
    "id_card",
    "id_alternative",
    "review_form",
    "initial_form",
    "summary_form",
    "title_certificate",
    "social_insurance",
)
_CITIZEN = Regex(r"[\d*]{17}[\dX*]|[\d*]{15}")
_MISREAD = 2
"""Two numbers that differ in no more characters may be one, where a reading fails its check."""


@rule("CON-02", reads=dict.fromkeys(_CARRIERS, ("id_number",)))
def papers_carry_another_identity_number(case: Case, policy: Policy) -> Iterator[Remark]:
    """各份材料上的证件号码不一致。

    为什么：证件号码不同就不能认定各份材料属于同一人。
    例：身份证与职称证书上的号码有两位不同。
    怎么改：与身份证件核对，更正写错的材料；证书上的号码有误的，到发证机关更正或附其出具的证明。
    """
    read = [(paper, value) for paper in case.documents(*_CARRIERS) if (value := paper.get("id_number")) and value.known]
    by_sort: dict[str, list[tuple[Document, Value]]] = {}
    for paper, value in read:
        by_sort.setdefault(_sort(_clean(value)), []).append((paper, value))
    if not any(len(group) > 1 for group in by_sort.values()):
        yield not_applicable("没有两份材料写有同类证件号码")
    for group in by_sort.values():
        first, reference = _reference(group)
        for paper, value in group:
            yield from _judge(paper, value, first, reference, policy)


def _judge(paper: Document, value: Value, first: Document, reference: Value, policy: Policy) -> Iterator[Remark]:
    names = [policy.kinds[document.kind].zh for document in (first, paper)]
    shown = [mask_id(_clean(number)) for number in (reference, value)]
    said = f"{names[0]}证件号码为{shown[0]}，{names[1]}为{shown[1]}，两者不同"
    match compare_numbers(value, reference):
        case Likeness.SAME:
            return
        case Likeness.UNCLEAR:
            yield undecided(f"{said}，相差很少，可能是识别误差", value, reference)
        case _:
            yield fail(said, value, reference)


def compare_numbers(a: Value, b: Value) -> Likeness:
    """SAME, UNCLEAR (a misreading may explain the difference) or DIFFERENT."""
    if _same(_clean(a), _clean(b)):
        return Likeness.SAME
    return Likeness.UNCLEAR if _may_be_misread(a, b) else Likeness.DIFFERENT


def _reference(group: list[tuple[Document, Value]]) -> tuple[Document, Value]:
    """What the others are held against: the identity paper's number if it is sound, else the first sound one."""
    order = {kind: place for place, kind in enumerate(_CARRIERS)}
    ranked = sorted(group, key=lambda read: (bool(id_number_problem(_clean(read[1]))), order[read[0].kind]))
    return ranked[0]


def _may_be_misread(value: Value, reference: Value) -> bool:
    """Whether a misreading may explain the difference: few characters apart, and one of them fails its own check."""
    one, other = _clean(value), _clean(reference)
    if value.method == reference.method == "text":
        return False
    unsound = bool(id_number_problem(one) or id_number_problem(other) or "*" in one + other or len(one) != len(other))
    return unsound and Levenshtein.distance(one, other) <= _MISREAD


def _same(one: str, other: str) -> bool:
    """Equal where both are shown; a 15-digit number equals the 18 digits that came of it in 1999."""
    lengths = {len(one), len(other)}
    if lengths == {15, 18}:
        short, long = sorted((one, other), key=len)
        return _same(short, long[:6] + long[8:17])
    if "*" in one + other and len(lengths) == 2:
        return _masked_alike(one, other)
    return len(lengths) == 1 and all(a == b or "*" in (a, b) for a, b in zip(one, other, strict=True))


def _masked_alike(one: str, other: str) -> bool:
    """Where a mask has another length than what it hides: what is shown before and behind it."""
    masked, full = (one, other) if "*" in one else (other, one)
    head, tail = masked.split("*")[0], masked.rsplit("*", 1)[-1]
    return full.startswith(head) and full.endswith(tail)


def _sort(number: str) -> str:
    """Numbers of one sort can be compared: citizens' numbers, else those of one pattern of letters and digits."""
    if _CITIZEN.fullmatch(number) or (len(number) > 12 and re.fullmatch(r"[\d*]+[\dX*]", number)):
        return "citizen"
    return re.sub(r"\d", "9", re.sub(r"[A-Z]", "A", number))


def _clean(value: Value) -> str:
    return squeeze(str(value.value)).upper().replace("＊", "*").replace("×", "*")


RULES = (papers_carry_another_identity_number,)

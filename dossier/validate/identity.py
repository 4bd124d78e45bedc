"""IDN-03, IDN-04: whether the identity paper's number is sound and the paper valid."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from dossier.model import Document, Value
from dossier.policy import Policy
from dossier.text import id_number_problem, mask_id, span, squeeze
from dossier.text.regex import Regex
from dossier.validate.case import CERTAIN, DOUBTFUL, Case
from dossier.validate.dates import bounds
from dossier.validate.rule import Remark, fail, not_applicable, rule, undecided
from dossier.validate.validity import expiry

_CARRIERS = ("id_card", "id_alternative", "review_form", "initial_form", "summary_form", "title_certificate")
_PAPERS = ("id_card", "id_alternative")
_TRAVEL = Regex("通行证|护照")
_MOSTLY_DIGITS = Regex(r"[\dA-Z]*\d[\dA-Z]*")


@rule("IDN-03", reads=dict.fromkeys(_CARRIERS, ("id_number",)))
def identity_number_fails_its_check(case: Case, policy: Policy) -> Iterator[Remark]:
    """证件号码的校验码或其中的出生日期不正确。

    为什么：公民身份号码末位是按GB 11643-1999由前17位算出的校验码，校验不通过说明号码写错、印错或识别有误。
    例：号码149900********0039，按前17位计算校验码应为8。
    怎么改：与身份证件核对，更正写错的号码；身份证件本身清晰而号码仍不通过的，请到发证机关核实。
    """
    read = [(document, value) for document in case.documents(*_CARRIERS) if (value := _number(document))]
    if not read:
        yield not_applicable("没有读到证件号码")
    wrong: dict[str, list[Value]] = {}
    for _, value in read:
        if not value.known:
            if value.reason != "blank":
                yield undecided("证件号码无法辨认", value)
        elif id_number_problem(str(value.value)):
            wrong.setdefault(squeeze(str(value.value)).upper(), []).append(value)
    sound = {squeeze(str(v.value)).upper() for _, v in read if v.known and not id_number_problem(str(v.value))}
    for number, values in wrong.items():
        yield _judge_number(number, values, sound)


def _judge_number(number: str, values: list[Value], sound: set[str]) -> Remark:
    said = f"证件号码{mask_id(number)}：{_masked_problem(number)}"
    ordered = sorted(values, key=lambda value: -value.confidence)
    printed = any(value.method == "text" for value in values)
    if not printed and any(Levenshtein.distance(number, other) <= 2 for other in sound):
        return undecided(f"{said}；其他材料上有一个相近且校验通过的号码，可能是识别误差", *ordered)
    if len(values) > 1:
        return fail(f"{said}（{len(values)}处相同）", *_corroborated(ordered))
    return fail(said, *ordered)


def _masked_problem(number: str) -> str:
    """What is wrong, without giving the digits of the birth date away."""
    problem = id_number_problem(number) or ""
    return re.sub(r"(?<=出生日期)\d+", "", problem)


def _corroborated(ordered: list[Value]) -> list[Value]:
    """Readings that agree bear each other out: those read surely carry the fail, the others are left out if any is."""
    sure = [value for value in ordered if value.confidence >= CERTAIN]
    return sure or ordered


def _number(document: Document) -> Value | None:
    """The number where the check applies: not on travel permits and passports, not where it is masked."""
    value = document.get("id_number")
    if value is None or not value.known:
        return value
    kind = document.get("document_type")
    if _TRAVEL.search(str(kind.value if kind else "") + document.title):
        return None
    text = squeeze(str(value.value)).upper()
    return None if "*" in text or not _MOSTLY_DIGITS.search(text) else value


def _surely_without_back(paper: Document) -> bool:
    """Whether the side of a card that bears its term is surely not there, which IDN-02 says."""
    sides = paper.get("sides")
    return (
        paper.kind == "id_card"
        and sides is not None
        and sides.confidence >= CERTAIN
        and "back" not in (sides.value or ())
    )


@rule("IDN-04", reads={"id_card": ("valid",), "id_alternative": ("valid",)})
def identity_paper_has_expired(case: Case, policy: Policy) -> Iterator[Remark]:
    """提交材料时身份证件已过有效期。

    为什么：过期的身份证件不能证明身份，评委会办公室一般退回更换。
    例：身份证有效期至2025年3月1日，8月29日提交申报材料。
    怎么改：换领新证后，提交在有效期内的身份证件正反面；换证期间可提交临时身份证。
    """
    papers = list(case.documents(*_PAPERS))
    ends = [(value, _end(value)) for paper in papers if (value := paper.get("valid")) is not None]
    read = [(value, end) for value, end in ends if end]
    if not papers:
        yield not_applicable("没有身份证件")
    elif not ends and all(map(_surely_without_back, papers)):
        yield not_applicable("身份证缺少背面，补交后核对有效期限")
    elif not read:
        yield undecided("身份证件的有效期限无法辨认", *(value for value, _ in ends), *papers)
    elif any(end == "长期" and value.confidence >= DOUBTFUL for value, end in read):
        return
    elif case.submitted is None:
        yield undecided("不知道申报材料的提交日期，无法核对身份证件是否在有效期内", *(value for value, _ in read))
    else:
        longest, _ = max(read, key=lambda found: found[1])  # an old card beside a new one is no defect
        yield from expiry(longest, "身份证件", case)


def _end(value: Value) -> str:
    """The end of the period as a date, or 长期; empty where it cannot be read."""
    said = bounds(value)
    if said is None:
        return ""
    return said[1] if said[1] == "长期" or span(said[1]) else ""


RULES = (identity_number_fails_its_check, identity_paper_has_expired)

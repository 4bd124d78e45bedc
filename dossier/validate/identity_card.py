"""IDN-02, IDN-05: both sides of the card, and what the number itself says."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import Document, Value
from dossier.policy import Policy
from dossier.text import id_number_facts, id_number_problem, span, squeeze
from dossier.validate.absence import fail_unless_hidden
from dossier.validate.case import Case, why_hard_to_read
from dossier.validate.event import codes
from dossier.validate.likeness import SURE_CHARACTER, nearly_same
from dossier.validate.rule import Remark, fail, not_applicable, rule, undecided

_SIDES = {"front": "人像面", "back": "国徽面"}
_SHOWS = {"front": ("name", "sex", "birth_date", "address", "id_number"), "back": ("authority", "valid")}
"""Fields that only one side has."""
_STATED = ("id_card", "review_form", "initial_form")


@rule("IDN-02", reads={"id_card": ("sides", "id_number", "valid")})
def a_side_of_the_card_is_missing(case: Case, policy: Policy) -> Iterator[Remark]:
    """居民身份证只有正面或只有背面。

    为什么：人像面有姓名和号码，国徽面有有效期限和签发机关，缺一面就不能核对身份或有效期。
    例：卷宗中只有身份证人像面。
    怎么改：补交缺少的一面，正反面放在同一页。
    """
    cards = list(case.documents("id_card"))
    shown = {side for card in cards for side in _SIDES if side in codes(card.get("sides")) or _shows(card, side)}
    missing = [side for side in _SIDES if side not in shown]
    if not cards:
        yield not_applicable("没有居民身份证")
    elif missing:
        said = f"居民身份证缺{'、'.join(_SIDES[side] for side in missing)}"
        hard = why_hard_to_read(case, *cards)
        if not shown or hard:
            yield undecided(f"{said}；身份证页面无法辨认{f'（{hard}）' if hard else ''}", *cards)
        else:
            yield fail_unless_hidden(case, said, ("id_card",), *cards)


def _shows(card: Document, side: str) -> bool:
    return any((value := card.get(name)) is not None and value.known for name in _SHOWS[side])


@rule("IDN-05", reads=dict.fromkeys(_STATED, ("id_number", "sex", "birth_date")))
def sex_or_birth_date_differs_from_the_number(case: Case, policy: Policy) -> Iterator[Remark]:
    """证件或表格上的性别、出生日期与证件号码不符。

    为什么：公民身份号码第7至14位是出生日期，第17位奇数为男、偶数为女，不符说明其中一处写错。
    例：号码中的出生日期为1988年4月，评审表出生年月填1986年4月。
    怎么改：与身份证件核对，更正表格；证件本身不符的，到发证机关核实。
    """
    judged = False
    for paper in case.documents(*_STATED):
        number = _number_for(paper, case)
        facts = id_number_facts(str(number.value)) if number is not None else None
        if number is None or facts is None:
            continue
        birth, sex = facts
        judged = True
        name = policy.kinds[paper.kind].zh
        yield from _judge_sex(paper.get("sex"), sex, number, name)
        yield from _judge_birth(paper.get("birth_date"), birth, number, name)
    if not judged:
        yield not_applicable("没有读到可核对的公民身份号码")


def _number_for(paper: Document, case: Case) -> Value | None:
    """The paper's own number where it is sound, else the applicant's."""
    for value in (paper.get("id_number"), case.applicant("id_number")):
        if value is not None and value.known and not id_number_problem(str(value.value)):
            return value
    return None


def _judge_sex(stated: Value | None, sex: str, number: Value, name: str) -> Iterator[Remark]:
    if stated is None or not stated.known or not sex:
        return
    said = squeeze(str(stated.value))
    if ("男" in said) == ("女" in said):
        yield undecided(f"{name}上的性别（{said}）无法辨认", stated)
    elif sex not in said:
        yield fail(f"{name}上的性别为{said}，证件号码对应的性别为{sex}", stated, number)


def _judge_birth(stated: Value | None, birth: str, number: Value, name: str) -> Iterator[Remark]:
    """A month is compared as a month. One digit read by OCR is only held against anyone where it was surely read."""
    if stated is None or not stated.known or span(stated.value) is None:
        return
    written = str(stated.value)
    if birth.startswith(written):
        return
    said = f"{name}上的出生日期为{written}，与证件号码中的出生日期不一致"
    doubtful = stated.method != "text" and min(stated.confidence, number.confidence) < SURE_CHARACTER
    if doubtful and nearly_same(written, birth[: len(written)]):
        yield undecided(f"{said}，仅差一个数字，可能是识别误差", stated, number)
    else:
        yield fail(said, stated, number)


RULES = (a_side_of_the_card_is_missing, sex_or_birth_date_differs_from_the_number)

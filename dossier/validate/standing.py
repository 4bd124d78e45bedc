"""TTL-08, TTL-09: whether the applicant may apply at all: not retired, no civil servant, not under sanction."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from dossier.model import Document, Value
from dossier.policy import Policy
from dossier.text import chinese_number, find_dates, find_periods, id_number_facts, retirement_month, span, squeeze
from dossier.validate.case import Case
from dossier.validate.dates import say
from dossier.validate.rule import Remark, fail, not_applicable, rule, undecided
from dossier.validate.standing_words import Standing, civil_servant, pensioned, retired, sanctioned

_FIELDS: Mapping[str, tuple[str, ...]] = {
    "review_form": ("employer_type", "current_title"),
    "initial_form": ("employer_type", "current_title"),
    "appointment": ("title",),
    "social_insurance": ("status",),
}
"""Places that speak of the applicant alone."""
_PROSE: Mapping[str, tuple[str, ...]] = {
    "review_form": ("unit_opinion", "superior_opinion"),
    "initial_form": ("unit_opinion", "superior_opinion"),
    "statement": ("subject",),
}
"""Prose that may speak of others too."""
_EMPLOYMENT = ("employment_contract", "appointment", "social_insurance", "mobility")
_OF_THE_APPLICANT = "(?:该同志|该员工|该职工|本人|申报人|申请人|其本人|同志)[^，。；]{0,12}"
_STATES = "(?:为|系|是|属于?|已|已经|已于|正在|现|于|受|因|被|在)"


@rule(
    "TTL-08",
    reads={
        **_FIELDS,
        **{kind: (*_FIELDS.get(kind, ()), *names) for kind, names in _PROSE.items()},
        "employment_contract": (),
        "mobility": (),
        "id_card": ("birth_date", "id_number", "sex"),
    },
)
def applicant_is_retired_or_a_civil_servant(case: Case, policy: Policy) -> Iterator[Remark]:
    """申报人已离退休，或是公务员、参照公务员法管理的人员。

    为什么：《职称评审管理暂行规定》（人社部令第40号）规定职称申报面向在职在岗的专业技术人员，离退休人员和公务员不得申报。
    例：用工证明为退休返聘协议。
    怎么改：不符合申报条件的不得申报；实际在职、属于延迟退休或非公务员身份的，附主管部门或人事部门的证明。
    """
    said = list(_standings(case))
    yield from said
    if not said:
        yield from _by_kind_of_unit(case)
        yield from _by_age(case, policy)
    if not any(case.documents(*_FIELDS, *_EMPLOYMENT)):
        yield not_applicable("没有评审表或用工证明")


def _standings(case: Case) -> Iterator[Remark]:
    for zh, find in (("离退休", retired), ("公务员身份", civil_servant)):
        for document, value in _values(case, _FIELDS):
            judge = pensioned if document.kind == "social_insurance" and find is retired else find
            if (found := judge(str(value.value))).word:
                message = f"材料载有“{found.word}”，申报人属于{zh}人员" if zh == "离退休" else f"材料载明“{found.word}”"
                yield (undecided if found.open else fail)(message, value)
        for document, value in _values(case, _PROSE):
            yield from _in_prose(find, zh, value, document)
    for document in case.documents("employment_contract", "appointment"):
        if (found := retired(document.title)).word:
            yield (undecided if found.open else fail)(f"用工证明为“{document.title}”", document)


def _in_prose(find: Callable[[str], Standing], zh: str, value: Value, document: Document) -> Iterator[Remark]:
    found = find(str(value.value))
    if not found.word:
        return
    text = squeeze(str(value.value))
    plain = re.search(f"{_OF_THE_APPLICANT}{_STATES}[^，。；]{{0,10}}{re.escape(found.word)}", text)
    message = f"材料载有“{found.word}”"
    if plain and not found.open:
        yield fail(f"{message}，申报人属于{zh}", value)
    else:
        yield undecided(f"{message}，是否说的是申报人需人工核对", value)


def _values(case: Case, fields: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[Document, Value]]:
    for kind, names in fields.items():
        for document in case.documents(kind):
            for name in names:
                value = document.get(name)
                if value is not None and isinstance(value.value, str):
                    yield document, value


def _by_kind_of_unit(case: Case) -> Iterator[Remark]:
    ownership = case.applicant("employer_ownership")
    if ownership is not None and ownership.value == "government":
        yield undecided("用人单位为机关，申报人是否公务员由人工核对", ownership)


def _by_age(case: Case, policy: Policy) -> Iterator[Remark]:
    """Age alone proves nothing: retirement may be postponed."""
    born, sex = _born_and_sex(case)
    month = retirement_month(born, sex) if born else None
    until = case.submitted or span(policy.value("cycle")[1])
    if month and until and (until.first.year, until.first.month) > month:
        at = (case.applicant("birth_date"), case.applicant("id_number"))
        yield undecided(f"按年龄应于{month[0]}年{month[1]}月退休，是否延迟退休、仍在职由人工核对", *at)


def _born_and_sex(case: Case) -> tuple[date | None, str]:
    number, birth, sex = (case.applicant(name) for name in ("id_number", "birth_date", "sex"))
    facts = id_number_facts(str(number.value)) if number is not None and number.known else None
    stated = span(birth.value) if birth is not None else None
    read = str(sex.value) if sex is not None and sex.known else ""
    if facts:
        return date.fromisoformat(facts[0]), facts[1] or read
    return (stated.first if stated else None), read


_MOST_TEXTS: Mapping[str, tuple[str, ...]] = {
    **_PROSE,
    "annual_assessment": ("grade",),
    "conduct": ("under_discipline",),
}


@rule("TTL-09", reads=_MOST_TEXTS)
def applicant_is_under_sanction(case: Case, policy: Policy) -> Iterator[Remark]:
    """申报人受到记过以上处分，提交申报时处分期未满。

    为什么：《职称评审管理暂行规定》（人社部令第40号）规定，事业单位工作人员受到记过以上处分的，在处分期间不得申报。
    例：2025年3月受记过处分，处分期12个月，2025年9月申报。
    怎么改：处分期满、解除处分后再申报；处分已经解除的，附解除处分的决定。
    """
    texts = list(_values(case, _PROSE)) + list(_values(case, {"annual_assessment": ("grade",)}))
    proofs = list(case.documents("conduct"))
    if not any(case.documents(*_MOST_TEXTS)):
        yield not_applicable("没有载明处分情况的材料")
    for proof in proofs:
        value = proof.get("under_discipline")
        if value is None or (not value.known and value.reason != "blank"):
            yield undecided("无违纪处分证明的结论无法辨认", value, proof)
        elif value.value is True:
            yield _judge_sanction(value.raw, value, case, heavy=sanctioned(value.raw))
    for _, value in texts:
        found = sanctioned(str(value.value))
        if found.word:
            yield _judge_sanction(str(value.value), value, case, heavy=found)


def _judge_sanction(text: str, value: Value, case: Case, heavy: Standing) -> Remark:
    said = f"材料载明“{heavy.word or squeeze(text)[:20]}”"
    if not heavy.word or heavy.open:
        return undecided(f"{said}，处分种类或是否在处分期内无法确定", value)
    end = _sanction_end(text)
    if end is None:
        return undecided(f"{said}，未写明处分期满的时间", value)
    if case.submitted is None:
        return undecided(f"{said}，处分期至{say(end[1])}；不知道申报材料的提交日期", value)
    if case.submitted.last < end[0]:
        return undecided(f"{said}，处分期自{say(end[0])}起，晚于提交日期，请核对", value)
    if case.submitted.first > end[1]:
        return undecided(f"{said}，处分期至{say(end[1])}已满，是否已解除由人工核对", value)
    return fail(f"{said}，处分期至{say(end[1])}，提交申报材料时未满", value)


def _sanction_end(text: str) -> tuple[date, date] | None:
    """First and last day of the sanction a text states: a period, or a day and so many months; None without either."""
    for period, _, _ in find_periods(text):
        start, end = span(period.start), span(period.end)
        if start and end:
            return start.first, end.last
    days = find_dates(text)
    months = re.search(r"(?:处分期|期限|为期)[^，。；\d]{0,6}?(\d{1,2}|[一二三四五六十]{1,3})个?月", squeeze(text))
    start = span(days[0][0]) if len(days) == 1 else None
    count = chinese_number(months[1]) if months else None
    if start is None or count is None:
        return None
    total = start.first.year * 12 + start.first.month - 1 + count
    return start.first, date(total // 12, total % 12 + 1, min(start.first.day, 28))


RULES = (applicant_is_retired_or_a_civil_servant, applicant_is_under_sanction)

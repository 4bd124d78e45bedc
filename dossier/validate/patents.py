"""ACH-06 to ACH-09: patents, each judged by itself. How many there are is never judged (560-5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.model import Document, Value
from dossier.policy import Policy
from dossier.text import is_foreign_patent_number, patent_number_problem, squeeze
from dossier.text.regex import Regex
from dossier.validate.absence import fail_unless_hidden
from dossier.validate.case import Case
from dossier.validate.event import field_values
from dossier.validate.persons import Standing, names_of, standing_in
from dossier.validate.rule import Remark, fail, not_applicable, rule, undecided
from dossier.validate.works import same_title

_APPLICATION = Regex("受理通知书|申请公布|实质审查|初步审查|专利申请")
_CERTIFICATE = Regex("专利证书")
_USED = Regex("应用|效益|转化|转让|许可|推广|投产|产业化|用户使用|使用证明")
"""Titles of other papers that prove a patent's use."""


@dataclass(frozen=True)
class Patent:
    """One patent: its certificate and the notices that came before it."""

    documents: tuple[Document, ...]

    def values(self, field: str) -> list[Value]:
        return sorted(field_values(self.documents, field), key=lambda value: (not value.known, -value.confidence))

    @property
    def granted(self) -> bool | None:
        """Whether a right was granted; None where the papers do not tell."""
        said = [_is_granted(document) for document in self.documents]
        return True if True in said else None if None in said else False

    @property
    def name(self) -> str:
        """专利《…》, else by its number."""
        title = next((value for value in self.values("title") if value.known), None)
        number = next((value for value in self.values("patent_number") if value.known), None)
        return f"专利“{title.value}”" if title else f"专利{number.value}" if number else self.documents[0].title


def patents_of(case: Case) -> list[Patent]:
    """The patents of a dossier: papers of one number, or of one title where a number is not known, are one patent."""
    piles: list[list[Document]] = []
    for document in case.documents("patent"):
        own = next((pile for pile in piles if _same_patent(pile[0], document)), None)
        own.append(document) if own is not None else piles.append([document])
    return [Patent(tuple(pile)) for pile in piles]


def _same_patent(one: Document, other: Document) -> bool:
    numbers = [_digits(value) for value in field_values((one, other), "patent_number") if value.known]
    if len(numbers) == 2 and numbers[0] == numbers[1]:
        return True
    if same_title(one.get("title"), other.get("title")) is not True:
        return False
    stages = {_is_granted(one), _is_granted(other)}
    return len(numbers) < 2 or stages != {True}


def _digits(value: Value) -> str:
    return re.sub(r"[^0-9X]", "", squeeze(str(value.value)).upper().replace("ZL", ""))


def _is_granted(document: Document) -> bool | None:
    stage = document.get("stage")
    if stage is not None and stage.value in ("granted", "application"):
        return bool(stage.value == "granted")
    if _CERTIFICATE.search(document.title):
        return True
    if _APPLICATION.search(document.title):
        return False
    granted = document.get("granted")
    return True if granted is not None and granted.known else None


@rule("ACH-06", reads={"patent": ("stage", "title", "patent_number", "granted")})
def only_an_application_for_a_patent(case: Case, policy: Policy) -> Iterator[Remark]:
    """专利材料只有受理通知书或申请公布文件，尚未授权。

    为什么：受理或公布只表明已经申请，未授权的不是专利权；通知要求不将专利申请数量作为评价指标（560-5）。
    例：提交的是专利申请受理通知书，没有专利证书。
    怎么改：已授权的，补充专利证书；未授权的，不要列为专利成果。
    """
    patents = patents_of(case)
    if not patents:
        yield not_applicable("没有专利材料")
    for patent in patents:
        stage = patent.values("stage")
        if patent.granted is False:
            said = f"{patent.name}只有受理通知书或申请公布文件，未见专利证书"
            yield fail_unless_hidden(case, said, ("patent",), *stage, *patent.documents)
        elif patent.granted is None:
            yield undecided(f"{patent.name}是否已授权无法辨认", *stage, *patent.documents)


@rule("ACH-07", reads={"patent": ("patent_number", "title")})
def patent_number_fails_its_check(case: Case, policy: Policy) -> Iterator[Remark]:
    """专利号的校验位不正确。

    为什么：专利号最后一位是由前面各位算出的校验码，校验不通过说明号码写错、印错或识别有误。
    例：专利号ZL201710601862.4，按前12位计算校验码应为3。
    怎么改：与专利证书、国家知识产权局公布的信息核对，更正或更换材料。
    """
    patents = patents_of(case)
    if not patents:
        yield not_applicable("没有专利材料")
    for patent in patents:
        values = patent.values("patent_number")
        known = [value for value in values if value.known]
        if known:
            yield from _judge_numbers(patent, known)
        elif values or patent.granted is True:
            yield undecided(f"{patent.name}的专利号无法辨认", *values, *patent.documents)


def _judge_numbers(patent: Patent, known: list[Value]) -> Iterator[Remark]:
    """A sound reading on any paper of the patent answers for it; numbers of other offices have no check digit."""
    problems = [(value, patent_number_problem(str(value.value))) for value in known]
    if any(problem is None for _, problem in problems) or all(is_foreign_patent_number(str(v.value)) for v in known):
        return
    value, problem = problems[0]
    said = f"{patent.name}的专利号为{value.value}，{problem}"
    if problem and problem.startswith("位数"):
        yield undecided(f"{said}，可能漏读", *known)
    else:
        yield fail(said, value)


@rule("ACH-08", reads={"patent": ("inventors", "owner", "title")})
def applicant_not_among_the_inventors(case: Case, policy: Policy) -> Iterator[Remark]:
    """专利发明人（设计人）中没有申报人。

    为什么：不是发明人或设计人的专利不能作为本人的业绩成果，专利权人是单位或他人不影响。
    例：发明人为贲致远、厍小禾，申报人为郭远舟。
    怎么改：核对是否误放了他人的专利；发明人为曾用名的，附更名证明。
    """
    patents = patents_of(case)
    if not patents:
        yield not_applicable("没有专利材料")
    for patent in patents:
        values = patent.values("inventors")
        known = [value for value in values if value.known]
        standings = [standing_in(value, case) for value in known]
        if not known and (values or patent.granted is not False):
            yield undecided(f"{patent.name}的发明人（设计人）无法辨认", *values, *patent.documents)
        elif known and not any(standing.listed for standing in standings):
            yield _not_listed(patent, known, standings, case)


def _not_listed(patent: Patent, known: list[Value], standings: list[Standing], case: Case) -> Remark:
    name = case.applicant("name")
    said = f"{patent.name}的发明人（设计人）为{'、'.join(names_of(known[0]))}"
    reasons = [standing.reason for standing in standings if standing.reason]
    if reasons:
        return undecided(f"{said}，未能确认其中有申报人：{reasons[0]}", *known, name)
    return fail(f"{said}，其中没有申报人{name.value if name else ''}", known[0], name)


@rule(
    "ACH-09",
    reads={"patent": ("stage", "patent_number", "title"), "patent_use": ("patent_number",), "achievement": ("title",)},
)
def patent_without_evidence_of_use(case: Case, policy: Policy) -> Iterator[Remark]:
    """专利没有转化应用证明。

    为什么：专利作为业绩主要看转化应用和经济社会效益，而不是数量（560-5）。
    例：列了两件发明专利，没有应用证明、效益证明或实施许可合同。
    怎么改：有转化应用的，补充应用证明、经济效益证明、转让或许可合同；没有的，可只作一般成果说明。
    """
    patents = [patent for patent in patents_of(case) if patent.granted is not False]
    uses = list(case.documents("patent_use"))
    if not patents:
        yield not_applicable("没有已授权的专利")
    numbers = [value for document in uses if (value := document.get("patent_number")) is not None]
    if len(uses) > len([value for value in numbers if value.known]):
        return
    for patent in patents:
        if not _is_used(patent, numbers) and (remark := _judge_unused(patent, case)) is not None:
            yield remark


def _is_used(patent: Patent, numbers: list[Value]) -> bool:
    """Whether a proof of use names the patent, a misread digit allowed for, or nothing keeps it apart from one."""
    own = {_digits(value)[:11] for value in patent.values("patent_number") if value.known}
    named = {_digits(value)[:11] for value in numbers}
    return bool(named) and (
        not own or any(sum(a != b for a, b in zip(x, y, strict=False)) <= 1 for x in own for y in named)
    )


def _judge_unused(patent: Patent, case: Case) -> Remark | None:
    said = f"{patent.name}未见转化应用或效益证明"
    proofs = [document for document in case.documents("achievement") if _USED.search(document.title)]
    titles = [same_title(title, proof.get("title")) for proof in proofs for title in patent.values("title")]
    if True in titles:
        return None
    if proofs:
        return undecided(f"{said}；卷宗中另有应用或效益证明，是否与该专利有关需人工认定", *patent.documents, *proofs)
    return fail_unless_hidden(case, said, ("patent_use", "achievement"), *patent.documents)


RULES = (
    only_an_application_for_a_patent,
    patent_number_fails_its_check,
    applicant_not_among_the_inventors,
    patent_without_evidence_of_use,
)

"""CON-01, CON-03: whether the papers speak of one person and one employer."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import Document, Value
from dossier.policy import Policy
from dossier.text import squeeze
from dossier.text.regex import Regex
from dossier.validate.absence import fail_unless_hidden
from dossier.validate.case import Case
from dossier.validate.event import field_values
from dossier.validate.likeness import Likeness, compare_organisations, compare_people
from dossier.validate.rule import Remark, not_applicable, rule, undecided
from dossier.validate.secondment import is_party_to_secondment

_NAMED = (
    "review_form",
    "initial_form",
    "summary_form",
    "id_card",
    "unit_opinion",
    "pledge",
    "title_certificate",
    "diploma",
    "degree",
    "education_verification",
    "appointment",
    "employment_contract",
    "annual_assessment",
    "continuing_education",
    "social_insurance",
    "licence",
    "exam_result",
    "work_summary",
    "recommendation_letter",
    "exceptional_case",
    "peer_recommendation",
    "secondment",
    "postdoc",
    "digital_engineer",
    "mobility",
    "conduct",
)
"""Kinds that are worth nothing to the applicant under another's name."""
_EMPLOYED = ("review_form", "initial_form", "summary_form", "unit_opinion", "pledge")
_LATIN = Regex(r"[A-Z][A-Z .,'\-]*")


@rule(
    "CON-01",
    reads=dict.fromkeys(_NAMED, ("name",)) | {"name_change_proof": ("name", "former_name")},
)
def papers_carry_another_name(case: Case, policy: Policy) -> Iterator[Remark]:
    """应属于申报人的材料上是另一个姓名。

    为什么：姓名不同就不能认定是申报人本人的材料，评委会办公室一般退回核实。
    例：评审表姓名为郭远舟，毕业证书姓名为郭舟远。
    怎么改：更换为本人的材料；因更名、曾用名造成的，提交公安机关出具的更名证明或载有曾用名的户口簿页。
    """
    name = case.applicant("name")
    read = [
        (document, value) for document in case.documents(*_NAMED) if (value := document.get("name")) and value.known
    ]
    if not read:
        yield not_applicable("材料中没有读到姓名")
    elif name is None or not name.known:
        yield undecided("申报人姓名无法辨认，不能核对各份材料", name, *(value for _, value in read))
    else:
        for document, value in read:
            yield from _judge_name(document, value, name, case, policy)


def _judge_name(document: Document, value: Value, name: Value, case: Case, policy: Policy) -> Iterator[Remark]:
    likeness = compare_people(value, name)
    if likeness is Likeness.SAME and value.method == "derived":
        said = f"{policy.kinds[document.kind].zh}上的姓名读作与申报人姓名{name.value}字形相近的字，按识别误差处理"
        yield undecided(f"{said}，请核对原件是否写错", value, name)
        return
    if likeness is Likeness.SAME or _proven_former(value, case):
        return
    said = f"申报人姓名为{name.value}，{policy.kinds[document.kind].zh}姓名为{value.value}"
    if likeness is Likeness.UNCLEAR or squeeze(str(value.value)) in _label_words(policy):
        latin = _LATIN.fullmatch(str(value.value).upper())
        yield undecided(f"{said}，{'需核对拼音或外文姓名' if latin else '可能是识别误差'}", value, name)
        return
    former = case.applicant("former_name")
    proof = list(case.documents("name_change_proof"))
    if proof:
        yield undecided(f"{said}；卷宗中有更名证明，但未能确认其包含该姓名", value, name, *proof)
    elif former and former.known and squeeze(str(former.value)) == squeeze(str(value.value)):
        remark = f"{said}，与申报人所填曾用名相同，但未见更名证明"
        yield fail_unless_hidden(case, remark, ("name_change_proof",), value, former)
    else:
        yield fail_unless_hidden(case, said, ("name_change_proof",), value, name)


def _proven_former(value: Value, case: Case) -> bool:
    proofs = list(case.documents("name_change_proof"))
    names = [*field_values(proofs, "former_name"), *field_values(proofs, "name")]
    return any(proof.known and squeeze(str(proof.value)) == squeeze(str(value.value)) for proof in names)


def _label_words(policy: Policy) -> frozenset[str]:
    """Words that announce fields: what was read instead of a name when a table was misread."""
    return frozenset(
        squeeze(label) for kind in policy.kinds.values() for f in kind.fields.values() for label in f.labels
    )


@rule(
    "CON-03",
    reads=dict.fromkeys(_EMPLOYED, ("employer",)) | {"secondment": ("school", "enterprise")},
)
def papers_name_another_employer(case: Case, policy: Policy) -> Iterator[Remark]:
    """评审表、简表、鉴定意见、承诺书上的工作单位不一致。

    为什么：推荐、公示、盖章的单位应当是申报人现在的用人单位，单位不一致需要先弄清在哪里工作。
    例：评审表工作单位为甲公司，单位鉴定意见由乙公司出具。
    怎么改：统一填写现用人单位的全称；更名、调动、劳务派遣等造成不同的，附情况说明和证明材料。
    """
    employer = case.applicant("employer")
    read = [
        (document, value)
        for document in case.documents(*_EMPLOYED)
        if (value := document.get("employer")) and value.known
    ]
    if not read:
        yield not_applicable("材料中没有读到工作单位")
    elif employer is None or not employer.known:
        yield undecided("申报人的工作单位无法辨认，不能核对各份材料", employer, *(value for _, value in read))
    else:
        for document, value in read:
            if not is_party_to_secondment(value, case):
                yield from _judge_employer(document, value, employer, case, policy)


def _judge_employer(document: Document, value: Value, employer: Value, case: Case, policy: Policy) -> Iterator[Remark]:
    said = f"申报人的工作单位为{employer.value}，{policy.kinds[document.kind].zh}上为{value.value}"
    match compare_organisations(value, employer):
        case Likeness.SAME:
            return
        case Likeness.RELATED:
            yield undecided(f"{said}，可能是同一单位的简称、上下级或分支机构", value, employer)
        case Likeness.UNCLEAR:
            yield undecided(f"{said}，名称相近，可能是识别误差", value, employer)
        case _ if any(case.documents("statement")):
            yield undecided(f"{said}，卷宗中有情况说明，需核实是否涉及更名或派遣", value, employer)
        case _:
            yield fail_unless_hidden(case, said, ("statement",), value, employer)


RULES = (papers_carry_another_name, papers_name_another_employer)

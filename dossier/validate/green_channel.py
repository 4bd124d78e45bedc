"""GRN-01 … GRN-04: applicants from 港澳台 and abroad who work in the province."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import Document, Value
from dossier.policy import Policy
from dossier.text.regex import Regex
from dossier.validate.absence import missing
from dossier.validate.case import Case, why_not_proven_absent
from dossier.validate.likeness import Likeness, compare_organisations
from dossier.validate.origin import HONG_KONG_MACAO_TAIWAN, is_chinese_passport, is_foreign, kind_of_paper, origin_of
from dossier.validate.rule import Remark, fail, not_applicable, rule, undecided
from dossier.validate.special import best_of
from dossier.validate.validity import expiry

_PAPER, _PERMIT = "id_alternative", "work_permit"
_TRAVEL_OR_RESIDENCE = Regex("通行证|居住证")
_PERMANENT = Regex("永久居留")
_KNOWN_PAPERS = Regex("通行证|居住证|永久居留|护照")
_EMPLOYED = {"employment_contract": ("employer",), "social_insurance": ("employer", "region")}
_APPOINTED = "appointment"


@rule("GRN-01", reads={_PAPER: ("document_type", "valid")})
def no_valid_paper_of_hong_kong_macao_taiwan(case: Case, policy: Policy) -> Iterator[Remark]:
    """港澳台申报人没有在有效期内的来往内地（大陆）通行证或居住证。

    为什么：在我省就业的港澳台专业技术人员可以参加职称评审（560-4），须以有效的通行证或居住证证明身份。
    例：港澳居民来往内地通行证有效期至2025年6月1日，9月10日提交申报材料。
    怎么改：提交在有效期内的港澳居民来往内地通行证、台湾居民来往大陆通行证，或者港澳台居民居住证。
    """
    if origin_of(case) not in HONG_KONG_MACAO_TAIWAN:
        yield not_applicable("申报人不是港澳台人员")
        return
    papers = list(case.documents(_PAPER))
    fitting = [paper for paper in papers if _TRAVEL_OR_RESIDENCE.search(kind_of_paper(paper))]
    unclear = [paper for paper in papers if not _KNOWN_PAPERS.search(kind_of_paper(paper))]
    if fitting:
        yield from best_of(case, [_PAPER], (expiry(p.get("valid"), "通行证或居住证", case) for p in fitting))
    elif unclear:
        yield undecided("证件类型无法辨认，不能确定是否为通行证或居住证", *unclear)
    else:
        yield missing(case, "没有提交通行证或居住证", [_PAPER], *papers, case.first_page_of("review_form"))


@rule("GRN-02", reads={_PAPER: ("document_type", "nationality"), "review_form": ("id_number",)})
def foreigner_without_residence_card_or_work_permit(case: Case, policy: Policy) -> Iterator[Remark]:
    """外籍申报人既没有外国人永久居留身份证，也没有外国人来华工作许可。

    为什么：持有外国人永久居留身份证或取得外国人来华工作许可的外籍人员才可参加职称评审（560-4）。
    例：卷宗中只有外国护照。
    怎么改：提交外国人永久居留身份证，或者外国人工作许可证、工作许可通知（电子社保卡上的工作许可页面也可）。
    """
    origin, papers = origin_of(case), list(case.documents(_PAPER))
    if origin not in ("foreign", "unknown"):
        yield not_applicable("申报人不是外籍人员")
    elif any(case.documents(_PERMIT)) or any(_PERMANENT.search(kind_of_paper(paper)) for paper in papers):
        return
    elif origin == "unknown" and any(map(is_chinese_passport, papers)):
        yield undecided("只有中国护照，没有居民身份证，申报人是否为内地人员需核实", *papers)
    elif origin == "unknown" or not papers:
        yield undecided("没有读到能说明申报人身份的证件，不能确定是否为外籍人员", *papers)
    else:
        yield _without_permission(papers, case)


def _without_permission(papers: list[Document], case: Case) -> Remark:
    said = "外籍申报人没有提交外国人永久居留身份证或外国人来华工作许可"
    gap = why_not_proven_absent(case, _PAPER, _PERMIT)
    foreign = [paper for paper in papers if is_foreign(paper)]
    if gap:
        return undecided(f"{said}；{gap[0]}", *gap[1], *papers)
    if not foreign or any(not _KNOWN_PAPERS.search(kind_of_paper(paper)) for paper in papers):
        return undecided(f"{said}；证件类型或国籍无法辨认，需核实", *papers)
    return fail(said, *(paper.get("nationality") for paper in foreign), *papers)


@rule("GRN-03", reads={_PAPER: ("document_type", "valid"), _PERMIT: ("employer", "valid")})
def residence_card_or_work_permit_does_not_hold(case: Case, policy: Policy) -> Iterator[Remark]:
    """永久居留身份证或工作许可已过期，或者工作许可上的单位不是现工作单位。

    为什么：外籍人员凭有效的永久居留身份证或来华工作许可参加职称评审（560-4），工作许可只对所载单位有效。
    例：工作许可有效期至2025年6月30日，9月10日提交申报材料；或者工作许可上是另一家单位。
    怎么改：办理延期或变更工作单位后，提交新的证件或许可；持永久居留身份证的只需证件在有效期内。
    """
    cards = [paper for paper in case.documents(_PAPER) if _PERMANENT.search(kind_of_paper(paper))]
    permits = list(case.documents(_PERMIT))
    if origin_of(case) not in ("foreign", "unknown"):
        yield not_applicable("申报人不是外籍人员")
    elif not cards and not permits:
        yield not_applicable("没有永久居留身份证或工作许可")
    else:
        options = [expiry(card.get("valid"), "永久居留身份证", case) for card in cards]
        options += [_judge_permit(permit, case) for permit in permits]
        yield from best_of(case, [_PAPER, _PERMIT], options)


def _judge_permit(permit: Document, case: Case) -> Iterator[Remark]:
    yield from expiry(permit.get("valid"), "工作许可", case)
    named, employer = permit.get("employer"), case.applicant("employer")
    if named is None or not named.known or employer is None or not employer.known:
        yield undecided("工作许可上的单位或申报人的工作单位无法辨认，不能核对", named, employer, permit)
        return
    said = f"申报人的工作单位为{employer.value}，工作许可上为{named.value}"
    match compare_organisations(named, employer):
        case Likeness.SAME:
            return
        case Likeness.DIFFERENT if not any(case.documents("statement")):
            yield fail(said, named, employer)
        case _:
            yield undecided(f"{said}，是否为同一单位需核实", named, employer)


@rule("GRN-04", reads=_EMPLOYED | {_APPOINTED: ("employer",), "review_form": ("employer",)})
def no_proof_of_work_in_the_province(case: Case, policy: Policy) -> Iterator[Remark]:
    """港澳台申报人没有在我省就业的证明。

    为什么：可以参加职称评审的是在我省就业的港澳台专业技术人员（560-4），应有劳动（聘用）合同或在本省参加社会保险的证明。
    例：卷宗中既没有劳动合同，也没有社会保险缴费证明。
    怎么改：提交与现工作单位签订的劳动（聘用）合同，或者在本省的社会保险缴费证明。
    """
    if origin_of(case) not in HONG_KONG_MACAO_TAIWAN:
        yield not_applicable("申报人不是港澳台人员")
        return
    kinds = (*_EMPLOYED, _APPOINTED)
    proofs = list(case.documents(*kinds))
    if proofs:
        yield from best_of(case, kinds, (_judge_proof(proof, case, policy) for proof in proofs))
    else:
        said = "没有劳动（聘用）合同，也没有社会保险缴费证明"
        yield missing(case, said, kinds, case.first_page_of("review_form", "initial_form", _PAPER))


def _judge_proof(proof: Document, case: Case, policy: Policy) -> Iterator[Remark]:
    """A proof counts if it is by the applicant's employer or names a place of the province."""
    unit, employer = proof.get("employer"), case.applicant("employer")
    places = [value for value in (proof.get("region"), unit) if value is not None and value.known]
    if _same(unit, employer) or any(policy.places.at_home(str(value.value)) for value in places):
        return
    away = [value for value in places if policy.places.elsewhere(str(value.value))]
    if away:
        yield fail(f"就业证明上为{away[0].value}，不在本省", *away)
    else:
        yield undecided("合同或参保证明上的单位、参保地不能确定是否在本省", *places, proof)


def _same(unit: Value | None, employer: Value | None) -> bool:
    if unit is None or employer is None or not unit.known or not employer.known:
        return False
    return compare_organisations(unit, employer) is Likeness.SAME


RULES = (
    no_valid_paper_of_hong_kong_macao_taiwan,
    foreigner_without_residence_card_or_work_permit,
    residence_card_or_work_permit_does_not_hold,
    no_proof_of_work_in_the_province,
)

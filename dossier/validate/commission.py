"""COM-01, COM-04, COM-06, COM-08, COM-09: which units commission a review, and what takes the place of a commission."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import Document
from dossier.policy import Policy
from dossier.text import squeeze
from dossier.text.regex import Regex
from dossier.validate.absence import missing
from dossier.validate.case import Case
from dossier.validate.employer import Employer, employer_of
from dossier.validate.event import codes
from dossier.validate.rule import Remark, fail, not_applicable, rule, undecided
from dossier.validate.special import best_of, is_high, without_review

LETTER, RECOMMENDATION = "commission_letter", "authority_recommendation"
DEPARTMENT = Regex(r"(?:山西省|^省|(?<![㐀-鿿])省|^)(?:人力资源和?社会保障|人社)厅")
"""山西省人力资源和社会保障厅, as letters name it."""
_LABOUR_OFFICE = Regex("人力资源|社会保障|人社|行政审批")
_NO_REVIEW = "初定不经评审委员会评审，不涉及委托评审"


@rule("COM-01", reads={"review_form": ("employer_type", "employer")})
def commission_letter_is_missing(case: Case, policy: Policy) -> Iterator[Remark]:
    """中央驻晋或外省驻晋的国有企事业单位人员没有提交委托评审函。

    为什么：中央或外省驻晋国有企事业单位专业技术人员在我省申报职称评审，须委托我省经核准备案的评审委员会评审（560-6）。
    例：中央企业山西分公司职工申报高级工程师，卷宗中没有委托评审函。
    怎么改：高级职称由总部（中央驻晋单位为总部人力资源管理部门）向省人力资源和社会保障厅出具委托评审函；
    中级、初级职称按评审管理权限委托。
    """
    unit = employer_of(case)
    form = case.first_page_of("review_form", "initial_form")
    declared = "commissioned" in codes(case.record.application.route)
    if without_review(case):
        yield not_applicable(_NO_REVIEW)
    elif any(case.documents(LETTER)):
        return
    elif unit.commissions is True:
        yield _no_letter(unit, case)
    elif unit.commissions is None:
        yield undecided(f"单位的{unit.unclear}未写明，不能确定是否需要委托评审函", *unit.values, form)
    elif declared:
        yield undecided(f"申报类型为委托评审，工作单位为{unit.name}，没有委托评审函，需核实", *unit.values, form)
    else:
        yield not_applicable("工作单位不是中央或外省驻晋的国有企事业单位")


def _no_letter(unit: Employer, case: Case) -> Remark:
    said = f"工作单位为{unit.name}，没有提交委托评审函"
    by_department = [letter for letter in case.documents(RECOMMENDATION) if _from_department(letter) is not False]
    if by_department:
        return undecided(f"{said}；卷宗中有人社部门推荐函，委托函可能存于省人力资源和社会保障厅", *by_department)
    return missing(case, said, [LETTER], *unit.values, case.first_page_of("review_form"))


@rule("COM-04", reads={"review_form": ("employer_type", "employer")})
def private_unit_of_another_province_commissions(case: Case, policy: Policy) -> Iterator[Remark]:
    """外省驻晋民营、外资企业提交了委托评审函。

    为什么：外省驻晋民营企业、外资企业专业技术人员由参加我省社保所在地人力资源和社会保障部门逐级推荐，不再委托评审（560-6）。
    例：外省民营企业山西分公司的职工提交了总部的委托评审函。
    怎么改：撤回委托评审函，改由参加社会保险所在地的人力资源和社会保障部门逐级推荐。
    """
    unit, letters = employer_of(case), list(case.documents(LETTER))
    if not letters:
        yield not_applicable("没有委托评审函")
    elif unit.affiliation in ("local", "central") or unit.private is False:
        yield not_applicable("工作单位不是外省驻晋民营、外资企业")
    elif unit.away and unit.private:
        yield fail("工作单位为外省驻晋民营或外资企业，不适用委托评审", *unit.values, *letters)
    else:
        yield undecided(f"单位的{unit.unclear}未写明，不能确定是否适用委托评审", *unit.values, *letters)


@rule("COM-06", reads={"review_form": ("employer_type", "employer"), LETTER: ("issuer",)})
def unit_of_the_province_commissions(case: Case, policy: Policy) -> Iterator[Remark]:
    """本省单位提交了委托评审函。

    为什么：委托评审是中央或外省驻晋国有企事业单位申报职称的方式（560-6），本省单位按隶属关系逐级申报。
    例：省属企业的职工提交了本单位的委托评审函。
    怎么改：不需要委托评审函，按本省的申报渠道逐级申报；实为中央或外省驻晋单位的，请写明隶属关系。
    """
    unit, letters = employer_of(case), list(case.documents(LETTER))
    at_hand = [issuer for letter in letters if (issuer := letter.get("issuer")) and issuer.known]
    if not letters:
        yield not_applicable("没有委托评审函")
    elif unit.affiliation == "local":
        yield fail("工作单位为本省单位，无需委托评审", *unit.values, *letters)
    elif unit.affiliation == "unknown" and any(policy.places.at_home(str(issuer.value)) for issuer in at_hand):
        yield undecided("隶属关系未写明，委托函由名称在本省的单位出具，需核实是否为本省单位", *at_hand)


@rule("COM-08", reads={RECOMMENDATION: ("issuer",), "social_insurance": ("region",), "review_form": ("employer_type",)})
def private_unit_is_not_recommended_where_it_is_insured(case: Case, policy: Policy) -> Iterator[Remark]:
    """外省驻晋民营、外资企业人员没有社保所在地人社部门的推荐，或者没有在本省参加社会保险的证明。

    为什么：外省驻晋民营企业、外资企业专业技术人员由参加我省社保所在地人力资源和社会保障部门逐级推荐（560-6）。
    例：外省民营企业山西分公司的职工，卷宗中没有人社部门推荐函。
    怎么改：提交社保所在地人力资源和社会保障部门的推荐函和在本省的参保缴费证明。
    """
    unit = employer_of(case)
    if without_review(case):
        yield not_applicable(_NO_REVIEW)
    elif unit.affiliation != "other_province" or unit.private is False:
        yield not_applicable("工作单位不是外省驻晋民营、外资企业")
    else:
        said = [*_judge_recommendations(unit, case), *_judge_insurance(unit, case, policy)]
        unclear = f"单位的{unit.unclear}未写明，不能确定是否适用本条"
        yield from said if unit.private else [undecided(f"{r.message}；{unclear}", *r.places) for r in said]


def _judge_recommendations(unit: Employer, case: Case) -> Iterator[Remark]:
    letters = list(case.documents(RECOMMENDATION))
    form = case.first_page_of("review_form", "initial_form")
    opinion = form.get("superior_opinion") if form is not None else None
    if letters:
        yield from best_of(case, [RECOMMENDATION], map(_judge_office, letters))
    elif opinion is not None and opinion.known and str(opinion.value).strip():
        yield undecided("没有人社部门推荐函；评审表主管部门意见栏有意见，需核实是否为社保所在地人社部门的推荐", opinion)
    else:
        yield missing(case, "没有社保所在地人社部门的推荐函", [RECOMMENDATION], *unit.values, form)


def _judge_office(letter: Document) -> Iterator[Remark]:
    issuer = letter.get("issuer")
    if issuer is None or not issuer.known:
        yield undecided("推荐函的出具单位无法辨认", issuer, letter)
    elif not _LABOUR_OFFICE.search(str(issuer.value)):
        yield undecided(f"推荐函由{issuer.value}出具，是否为社保所在地人社部门需核实", issuer)


def _judge_insurance(unit: Employer, case: Case, policy: Policy) -> Iterator[Remark]:
    papers = list(case.documents("social_insurance"))
    if papers:
        yield from best_of(case, ["social_insurance"], (_judge_region(paper, policy) for paper in papers))
    else:
        said = "没有在本省参加社会保险的证明"
        yield missing(case, said, ["social_insurance"], *unit.values, case.first_page_of("review_form"))


def _judge_region(paper: Document, policy: Policy) -> Iterator[Remark]:
    region = paper.get("region")
    if region is None or not region.known:
        yield undecided("参保证明上的参保地无法辨认，不能确定是否在本省参保", region, paper)
    elif policy.places.elsewhere(str(region.value)):
        yield fail(f"参保地为{region.value}，不在本省", region)


@rule("COM-09", reads={RECOMMENDATION: ("issuer",)})
def department_does_not_recommend(case: Case, policy: Policy) -> Iterator[Remark]:
    """委托评审高级职称，未见省人力资源和社会保障厅向评审委员会的推荐。

    为什么：委托评审高级职称的，由省人力资源和社会保障厅向相应评审委员会推荐（560-6）；推荐函也可能直接送达评委会办公室。
    例：卷宗中有总部的委托评审函，没有省人力资源和社会保障厅的推荐函。
    怎么改：请评委会办公室核对是否已收到省人力资源和社会保障厅的推荐；没有的，由委托单位向省厅询问。
    """
    unit = employer_of(case)
    commissioned = any(case.documents(LETTER)) or unit.commissions is True
    if without_review(case):
        yield not_applicable(_NO_REVIEW)
    elif not commissioned or unit.affiliation == "local" or unit.private is True:
        yield not_applicable("不是委托评审")
    elif is_high(case) is not True:
        yield not_applicable("中级、初级职称按评审管理权限委托，或者未能确定申报级别")
    else:
        yield from _judge_department(case)


def _judge_department(case: Case) -> Iterator[Remark]:
    letters = list(case.documents(RECOMMENDATION))
    by_department = [_from_department(letter) for letter in letters]
    if True in by_department:
        return
    if None in by_department:
        yield undecided("推荐函的出具单位无法辨认，不能确定是否为省人力资源和社会保障厅的推荐", *letters)
    else:
        said = "未见省人力资源和社会保障厅的推荐函（可能直接送达评委会办公室）"
        yield missing(case, said, [RECOMMENDATION], *letters, case.first_page_of(LETTER, "review_form"))


def _from_department(letter: Document) -> bool | None:
    """Whether 省人社厅 issued the letter; None where its issuer was not read."""
    issuer = letter.get("issuer")
    if issuer is None or not issuer.known:
        return None
    return bool(DEPARTMENT.search(squeeze(str(issuer.value))))


RULES = (
    commission_letter_is_missing,
    private_unit_of_another_province_commissions,
    unit_of_the_province_commissions,
    private_unit_is_not_recommended_where_it_is_insured,
    department_does_not_recommend,
)

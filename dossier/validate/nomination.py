"""NOM-01 … NOM-04, NOM-10: whether an enterprise's nomination is open to the application, and the enterprise."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import Document, Value
from dossier.policy import Policy
from dossier.text import is_enterprise
from dossier.text.regex import Regex
from dossier.validate.absence import fail_unless_hidden, missing
from dossier.validate.case import Case
from dossier.validate.likeness import Likeness, compare_organisations
from dossier.validate.rule import Remark, fail, not_applicable, rule, undecided
from dossier.validate.special import best_of, is_high, on_route
from dossier.validate.validity import expiry

ROUTE = "recommendation"
_QUALIFICATION = "enterprise_qualification"
_ACCEPTED = ("specialised_sme", "little_giant", "single_champion")
"""专精特新中小企业 (the national 小巨人 are of them) and 制造业单项冠军企业 (560-3)."""
_CATEGORIES = {"innovative_sme": "创新型中小企业", "champion_product": "单项冠军产品", "other": "其他类别"}
_INSTITUTE = Regex("(?:院|所|中心)$")
_LIST = Regex("名单|通知|公告|公示|公布")
_EMPLOYED = {"employment_contract": ("employer",), "social_insurance": ("employer",)}


@rule("NOM-01", reads={"review_form": ("series", "route")})
def nominated_for_another_series(case: Case, policy: Policy) -> Iterator[Remark]:
    """企业举荐申报的不是工程系列。

    为什么：举荐制只面向工程系列各高级职称评审委员会（560-3），其他系列不能以举荐方式申报。
    例：申报类型为企业举荐，申报系列为经济系列。
    怎么改：改报工程系列的高级职称；不属于工程技术人员的，按正常申报或破格申报办理。
    """
    yield from on_route(ROUTE, case, policy, _judge_series(case, policy))


def _judge_series(case: Case, policy: Policy) -> Iterator[Remark]:
    series, title = case.record.application.series, case.record.application.title
    titled = {code for code, _ in policy.find_title(str(title.value))} if title is not None and title.known else set()
    if series is not None and series.known:
        if series.value != "engineering":
            name = policy.series[str(series.value)].zh if series.value in policy.series else series.value
            yield fail(f"企业举荐限工程系列，申报系列为{name}", series)
    elif title is not None and titled and "engineering" not in titled:
        yield fail(f"企业举荐限工程系列，申报职称“{title.value}”不是工程系列的职称", title)
    elif titled != {"engineering"}:
        yield undecided("未能确定申报系列，无法核对是否为工程系列", series, title)


@rule("NOM-02", reads={"review_form": ("title", "route")})
def nominated_for_a_level_below_high(case: Case, policy: Policy) -> Iterator[Remark]:
    """企业举荐申报的不是高级职称。

    为什么：举荐制是高级职称的申报方式（560-3），中级、初级职称不能以举荐方式申报。
    例：申报类型为企业举荐，申报职称为工程师。
    怎么改：申报高级工程师或正高级工程师；申报中级、初级职称的按正常申报办理。
    """
    yield from on_route(ROUTE, case, policy, _judge_level(case, policy))


def _judge_level(case: Case, policy: Policy) -> Iterator[Remark]:
    level, title = case.record.application.level, case.record.application.title
    match is_high(case):
        case None:
            yield undecided("未能确定申报级别，无法核对是否为高级职称", title, level)
        case False if level is not None:
            name = policy.codes["levels"].get(str(level.value), str(level.value))
            yield fail(f"企业举荐限高级职称，申报级别为{name}", level)


@rule("NOM-03", reads={_QUALIFICATION: ("enterprise", "category", "issuer"), "review_form": ("employer",)})
def enterprise_is_of_no_recognised_kind(case: Case, policy: Policy) -> Iterator[Remark]:
    """认定文件不是申报人所在企业的，或者认定类别不是专精特新中小企业、制造业单项冠军企业。

    为什么：只有本省专精特新中小企业（含专精特新“小巨人”企业）和制造业单项冠军企业可以举荐（560-3）；
    创新型中小企业、单项冠军产品不在其列。
    例：认定文件为“创新型中小企业”证书，或者认定文件上的企业是另一家公司。
    怎么改：提交本企业在有效期内的专精特新中小企业、“小巨人”企业或制造业单项冠军企业认定文件；没有这类认定的，不能以举荐方式申报。
    """
    yield from on_route(ROUTE, case, policy, _judge_qualifications(case, policy))


def _judge_qualifications(case: Case, policy: Policy) -> Iterator[Remark]:
    papers = list(case.documents(_QUALIFICATION))
    if papers:
        yield from best_of(case, [_QUALIFICATION], (_judge_qualification(paper, case, policy) for paper in papers))
    else:
        yield not_applicable("没有企业认定文件")


def _judge_qualification(paper: Document, case: Case, policy: Policy) -> Iterator[Remark]:
    category, issuer = paper.get("category"), paper.get("issuer")
    if category is None or not category.known:
        yield undecided("企业认定文件的认定类别无法辨认", category, paper)
    elif category.value not in _ACCEPTED:
        name = _CATEGORIES.get(str(category.value), str(category.value))
        yield fail(f"企业认定文件的类别为{name}，不是专精特新中小企业或制造业单项冠军企业", category)
    if issuer is not None and issuer.known and policy.places.elsewhere(str(issuer.value)):
        yield undecided(f"企业认定文件由{issuer.value}出具，举荐限本省企业，需核实企业是否在本省", issuer)
    yield from _judge_enterprise(paper.get("enterprise"), paper, case)


def _judge_enterprise(named: Value | None, paper: Document, case: Case) -> Iterator[Remark]:
    employer = case.applicant("employer")
    if named is None or not named.known:
        yield undecided("企业认定文件上的企业名称无法辨认", named, paper)
        return
    if employer is None or not employer.known:
        yield undecided("申报人的工作单位无法辨认，不能与企业认定文件核对", employer, named)
        return
    said = f"申报人的工作单位为{employer.value}，企业认定文件上为{named.value}"
    match compare_organisations(named, employer):
        case Likeness.SAME:
            return
        case Likeness.RELATED:
            yield undecided(f"{said}，可能是同一企业的简称，或者是其集团公司、子公司", named, employer)
        case Likeness.UNCLEAR:
            yield undecided(f"{said}，名称相近，可能是识别误差", named, employer)
        case _ if not _names_a_unit(str(named.value)) or _LIST.search(paper.title):
            yield undecided(f"{said}；认定文件像是公布名单的文件，请核对名单中有无本企业", named, employer)
        case _ if any(case.documents("statement")):
            yield undecided(f"{said}，卷宗中有情况说明，需核实是否涉及更名", named, employer)
        case _:
            yield fail_unless_hidden(case, said, ("statement",), named, employer)


def _names_a_unit(name: str) -> bool:
    """Whether it is a unit's name, and not the heading of a list of units."""
    return is_enterprise(name) or bool(_INSTITUTE.search(name))


@rule("NOM-04", reads={_QUALIFICATION: ("category", "valid")})
def enterprise_qualification_is_missing_or_has_expired(case: Case, policy: Policy) -> Iterator[Remark]:
    """没有企业认定文件，或者提交材料时认定文件已过有效期。

    为什么：举荐限本省专精特新中小企业和制造业单项冠军企业（560-3），企业属于其中一类须有在有效期内的认定文件证明。
    例：专精特新中小企业证书有效期至2025年6月30日，8月22日提交申报材料。
    怎么改：提交在有效期内的认定证书或公布文件；已通过复核的，提交复核通过的文件。
    """
    yield from on_route(ROUTE, case, policy, _judge_validity(case))


def _judge_validity(case: Case) -> Iterator[Remark]:
    papers = list(case.documents(_QUALIFICATION))
    fitting = [paper for paper in papers if _may_be_accepted(paper.get("category"))]
    if not papers:
        form = case.first_page_of("recommendation_letter", "review_form")
        yield missing(case, "没有提交企业认定文件", [_QUALIFICATION], form)
    else:
        ends = (expiry(paper.get("valid"), "企业认定文件", case) for paper in fitting or papers)
        yield from best_of(case, [_QUALIFICATION], ends)


def _may_be_accepted(category: Value | None) -> bool:
    return category is None or not category.known or category.value in _ACCEPTED


@rule("NOM-10", reads=_EMPLOYED | {"recommendation_letter": ("enterprise",), "review_form": ("employer",)})
def employment_with_the_enterprise_is_not_proven(case: Case, policy: Policy) -> Iterator[Remark]:
    """劳动合同和社会保险缴费证明都不能证明申报人在举荐企业任职。

    为什么：举荐的对象是企业内的工程技术人才（560-3），应有劳动合同或社会保险缴费证明证明申报人在该企业任职。
    例：举荐企业为甲公司，劳动合同和社会保险缴费证明上都是乙公司。
    怎么改：提交与举荐企业签订的劳动合同，或者由该企业缴费的社会保险证明；劳务派遣的附派遣协议。
    """
    yield from on_route(ROUTE, case, policy, _judge_employment(case))


def _judge_employment(case: Case) -> Iterator[Remark]:
    enterprise = _nominating(case)
    proofs = [(proof, proof.get("employer")) for proof in case.documents(*_EMPLOYED)]
    if not proofs:
        said = "未见能证明在举荐企业任职的劳动合同或社会保险缴费证明"
        yield missing(case, said, _EMPLOYED, case.first_page_of("recommendation_letter", "review_form"))
    elif enterprise is None or not enterprise.known:
        yield undecided("举荐企业的名称无法辨认，无法核对任职证明", enterprise, *(value for _, value in proofs))
    else:
        judged = (_judge_proof(proof, value, enterprise, case) for proof, value in proofs)
        yield from best_of(case, _EMPLOYED, judged)


def _nominating(case: Case) -> Value | None:
    """The enterprise that nominates: as its letter says, else the employer."""
    named = [value for letter in case.documents("recommendation_letter") if (value := letter.get("enterprise"))]
    return next((value for value in named if value.known), case.applicant("employer"))


def _judge_proof(proof: Document, employer: Value | None, enterprise: Value, case: Case) -> Iterator[Remark]:
    name = "劳动合同" if proof.kind == "employment_contract" else "社会保险缴费证明"
    if employer is None or not employer.known:
        yield undecided(f"{name}上的单位名称无法辨认", employer, proof)
        return
    said = f"举荐企业为{enterprise.value}，{name}上的单位为{employer.value}"
    likeness = compare_organisations(employer, enterprise)
    if likeness is Likeness.DIFFERENT and not any(case.documents("statement")):
        yield fail_unless_hidden(case, said, ("statement",), employer, enterprise)
    elif likeness is Likeness.DIFFERENT:
        yield undecided(f"{said}，卷宗中有情况说明或派遣协议，需核实", employer, enterprise)
    elif likeness is not Likeness.SAME:
        yield undecided(f"{said}，是否为同一企业需核实", employer, enterprise)


RULES = (
    nominated_for_another_series,
    nominated_for_a_level_below_high,
    enterprise_is_of_no_recognised_kind,
    enterprise_qualification_is_missing_or_has_expired,
    employment_with_the_enterprise_is_not_proven,
)

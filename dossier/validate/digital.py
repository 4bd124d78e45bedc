"""DIG-01 … DIG-03: certificates of the project for digital engineers where they stand for a title."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import Document
from dossier.policy import Policy
from dossier.text import squeeze
from dossier.text.regex import Regex
from dossier.validate.absence import missing
from dossier.validate.case import Case
from dossier.validate.derived_routes import digital_title
from dossier.validate.event import field_values
from dossier.validate.holding import says_none
from dossier.validate.rule import Remark, fail, not_applicable, rule, undecided
from dossier.validate.special import HIGH, without_review

_CERTIFICATE, _TITLE = "digital_engineer", "title_certificate"
_FORMS = ("review_form", "summary_form")
_GRADES = ("初级", "中级", "高级")
_STANDING = ("初级", "中级")
"""Grades that count as titles: 助理工程师 and 工程师 (560-5)."""
_OCCUPATIONS = Regex("人工智能|物联网|大数据|云计算|数字化管理|智能制造|工业互联网|虚拟现实|区块链|集成电路")
"""The ten fields of the project at its beginning, by the rules for carrying it out that the Chinese Institute of
Electronics publishes. More may have been added since: others are left to a person."""
_DIGITAL = Regex("数字技术|数字化?工程师|等级证书")


@rule("DIG-01", reads={_CERTIFICATE: ("grade",), "review_form": ("current_title",)})
def highest_grade_stands_for_a_title(case: Case, policy: Policy) -> Iterator[Remark]:
    """以高级数字技术工程师证书代替现职称。

    为什么：高级数字技术工程师等级证书只可作为申报高级工程师职称的重要业绩成果；可认定为职称的只有初级、中级证书（560-5）。
    例：申报高级工程师，没有工程师职称证书，只有高级数字技术工程师证书。
    怎么改：提交现职称证书或中级数字技术工程师证书；高级证书作为业绩成果提交。
    """
    graded = [(paper, grade) for paper in case.documents(_CERTIFICATE) if (grade := paper.get("grade"))]
    highest = [grade for _, grade in graded if grade.value == "高级"]
    lower = [grade for _, grade in graded if not grade.known or grade.value in _STANDING]
    if not highest:
        yield not_applicable("没有高级数字技术工程师证书")
    elif any(case.documents(_TITLE)) or lower or without_review(case):
        return
    else:
        claims = [value for value in field_values(case.documents(*_FORMS), "current_title") if value.known]
        digital = [value for value in claims if _DIGITAL.search(str(value.value))]
        others = [value for value in claims if value not in digital and not says_none(value)]
        level = case.record.application.level
        high = level is not None and level.value in HIGH
        if digital:
            said = f"填报现职称为“{digital[0].value}”，高级数字技术工程师证书不能作为现职称"
            yield missing(case, said, [_TITLE], *digital, *highest)
        elif high and not others:
            said = "没有现职称证书，高级数字技术工程师证书不能代替现职称"
            yield missing(case, said, [_TITLE], *highest)
        elif high:
            said = (
                f"填报现职称为“{others[0].value}”，没有相应的职称证书，只有高级数字技术工程师证书，需核实现职称的依据"
            )
            yield undecided(said, *others, *highest)


@rule("DIG-02", reads={_CERTIFICATE: ("occupation", "grade")})
def certificate_is_not_of_the_project(case: Case, policy: Policy) -> Iterator[Remark]:
    """用作职称的证书不属于数字技术工程师培育项目。

    为什么：可认定为职称的是专业技术人才知识更新工程数字技术工程师培育项目的初级、中级证书（560-5），
    职业技能等级证书、企业认证等不在其列。
    例：以“三级”职业技能等级证书作为助理工程师职称。
    怎么改：提交数字技术工程师培育项目的专业技术等级证书，或者提交现职称证书。
    """
    papers = [paper for paper in case.documents(_CERTIFICATE) if _grade(paper) != "高级"]
    if not papers or not _needs_a_title(case, policy):
        yield not_applicable("没有以数字技术工程师证书作为现职称")
    for paper in papers if _needs_a_title(case, policy) else ():
        yield from _judge_project(paper)


def _judge_project(paper: Document) -> Iterator[Remark]:
    grade, occupation = paper.get("grade"), paper.get("occupation")
    if grade is None or not grade.known:
        yield undecided("证书的等级无法辨认", grade, paper)
    elif grade.value not in _GRADES:
        yield fail(f"证书等级为“{grade.value}”，培育项目的等级是初级、中级、高级", grade)
    if occupation is None or not occupation.known:
        yield undecided("证书的职业名称无法辨认", occupation, paper)
    elif not _OCCUPATIONS.search(squeeze(str(occupation.value))):
        yield undecided(
            f"职业名称“{occupation.value}”不在已知的培育项目职业中，完整的职业目录未加载，需核实", occupation
        )


@rule("DIG-03", reads={_CERTIFICATE: ("grade",), "review_form": ("series",)})
def certificate_stands_for_a_title_of_another_series(case: Case, policy: Policy) -> Iterator[Remark]:
    """以数字技术工程师证书作为现职称，申报的不是工程系列。

    为什么：初级、中级证书认定的是助理工程师、工程师，可作为申报高一级职称的条件（560-5）；申报其他系列涉及转评。
    例：以中级数字技术工程师证书作为现职称，申报高级经济师。
    怎么改：改报工程系列；确需申报其他系列的，请先按转评的规定办理，并向评委会办公室说明。
    """
    papers = [paper for paper in case.documents(_CERTIFICATE) if _grade(paper) in _STANDING]
    series = case.record.application.series
    if not papers or not _needs_a_title(case, policy):
        yield not_applicable("没有以数字技术工程师证书作为现职称")
    elif series is None or not series.known:
        yield undecided("未能确定申报系列，数字技术工程师证书仅对应工程系列", series, *papers)
    elif series.value != "engineering":
        name = policy.series[str(series.value)].zh if series.value in policy.series else series.value
        yield fail(f"数字技术工程师证书仅对应工程系列，申报系列为{name}", series, *(p.get("grade") for p in papers))


def _grade(paper: Document) -> str:
    grade = paper.get("grade")
    return str(grade.value) if grade is not None and grade.known else ""


def _needs_a_title(case: Case, policy: Policy) -> bool:
    """Whether a certificate stands for the title: none leads to the level applied for, and that is built on one."""
    level = case.record.application.level
    low = level is not None and level.value in ("assistant", "technician")
    alone = not any(case.documents(_TITLE)) or digital_title(case.record, policy) is not None
    return alone and not low and not without_review(case)


RULES = (
    highest_grade_stands_for_a_title,
    certificate_is_not_of_the_project,
    certificate_stands_for_a_title_of_another_series,
)

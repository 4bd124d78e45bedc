"""LIC-02, LIC-04, LIC-05: licences and examination results that ran out, or that are for another unit or scope."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.model import Document, Value
from dossier.policy import Policy
from dossier.text import squeeze
from dossier.text.regex import Regex
from dossier.validate.case import CERTAIN, Case
from dossier.validate.event import field_values
from dossier.validate.likeness import Likeness, compare_organisations
from dossier.validate.rule import Remark, fail, not_applicable, rule, undecided
from dossier.validate.secondment import is_party_to_secondment
from dossier.validate.validity import last_expiry

_PLACE_ONLY = Regex(r"[㐀-鿿]{2,12}(?:省|市|县|区|自治区|自治州)")
_ALWAYS_RUNS_OUT = Regex("护士执业证书|执业药师注册证")
"""Licences that are registered for five years (护士条例第八条, 执业药师注册管理办法第十六条)."""
_OF_ANY_FIELD = Regex("[专业科学教师资格证书注册执中级初高类别等医]")


@rule("LIC-02", reads={"licence": ("kind", "valid")})
def licence_has_expired(case: Case, policy: Policy) -> Iterator[Remark]:
    """提交材料时执业资格证书已过有效期。

    为什么：过期的执业证书不能证明申报人仍可执业。
    例：护士执业证书有效期至2025年3月1日，9月10日提交申报材料。
    怎么改：办理延续注册后提交在有效期内的证书；已延续的，附延续注册页。
    """
    groups: dict[str, list[Document]] = {}
    for paper in case.documents("licence"):
        groups.setdefault(_kind(paper), []).append(paper)
    if not groups:
        yield not_applicable("没有执业资格证书")
    for kind, papers in groups.items():
        printed = _filled(papers, "valid")
        if _ALWAYS_RUNS_OUT.search(kind) and all(paper.get("valid") is None for paper in papers):
            yield undecided(f"{kind}上未读到有效期，不能核对是否过期", *papers)
        yield from last_expiry(printed, kind or "执业资格证书", case)


@rule("LIC-04", reads={"exam_result": ("valid_until",)})
def examination_result_has_expired(case: Case, policy: Policy) -> Iterator[Remark]:
    """提交材料时考试合格证明已过有效期。

    为什么：考试成绩只在规定年限内可用于申报评审，过期须重新参加考试。
    例：合格证明有效期至2024年12月31日，2025年9月提交申报材料。
    怎么改：提交在有效期内的考试合格证明。
    """
    papers = list(case.documents("exam_result"))
    if not papers:
        yield not_applicable("没有考试合格证明")
    yield from last_expiry(_filled(papers, "valid_until"), "考试合格证明", case)


def _filled(papers: Sequence[Document], field: str) -> list[Value]:
    """The field of every paper that prints it and does not leave it blank: a blank one sets no limit."""
    return [value for value in field_values(papers, field) if value.reason != "blank"]


@rule("LIC-05", reads={"licence": ("kind", "unit", "scope"), "secondment": ("school", "enterprise")})
def licence_is_for_another_unit_or_scope(case: Case, policy: Policy) -> Iterator[Remark]:
    """执业证书注册在其他单位，或执业范围与申报专业不同。

    为什么：执业证书只在注册的单位和范围内有效，与申报单位、专业不一致的需核实是否变更注册。
    例：申报单位为甲医院，医师执业证书的执业地点为乙医院。
    怎么改：办理变更注册后提交新的执业证书，或说明原因并附多机构执业等备案材料。
    """
    papers = list(case.documents("licence"))
    employer = case.applicant("employer")
    if not any(paper.get(name) for paper in papers for name in ("unit", "scope")):
        yield not_applicable("没有写明注册单位或范围的执业证书")
    for paper in papers:
        unit, scope = paper.get("unit"), paper.get("scope")
        if unit is not None and unit.known and employer is not None and employer.known:
            yield from _judge_unit(paper, unit, employer, case)
        if scope is not None and scope.known:
            yield from _judge_scope(paper, scope, case, policy)


def _judge_unit(paper: Document, unit: Value, employer: Value, case: Case) -> Iterator[Remark]:
    """A licence for a whole region names a place and no unit; a seconded teacher keeps the university's."""
    if _PLACE_ONLY.fullmatch(squeeze(str(unit.value))) or is_party_to_secondment(unit, case):
        return
    said = f"申报单位为{employer.value}，{_kind(paper) or '执业证书'}的注册单位为{unit.value}"
    match compare_organisations(unit, employer):
        case Likeness.SAME:
            return
        case Likeness.DIFFERENT:
            yield fail(said, unit, employer)
        case _:
            yield undecided(f"{said}，可能是同一单位的简称、上下级或分支机构", unit, employer)


def _judge_scope(paper: Document, scope: Value, case: Case, policy: Policy) -> Iterator[Remark]:
    """Only licences that the series demands; words that share nothing are for a person to compare."""
    series, specialty = case.record.application.series, case.record.application.specialty
    entry = policy.series.get(str(series.value)) if series is not None and series.confidence >= CERTAIN else None
    if entry is None or _kind(paper) not in entry.licences or specialty is None or not specialty.known:
        return
    one, other = ({*_OF_ANY_FIELD.sub("", squeeze(str(value.value)))} for value in (scope, specialty))
    if one and other and not one & other:
        yield undecided(f"{_kind(paper)}的执业范围为{scope.value}，申报专业为{specialty.value}", scope, specialty)


def _kind(paper: Document) -> str:
    kind = paper.get("kind")
    return str(kind.value) if kind is not None and kind.known else ""


RULES = (licence_has_expired, examination_result_has_expired, licence_is_for_another_unit_or_scope)

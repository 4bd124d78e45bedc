"""GRN-05 … GRN-07: teachers seconded to enterprises, and years that go on from an enterprise to an institution."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dossier.model import Value
from dossier.policy import Policy
from dossier.text import span, squeeze
from dossier.text.regex import Regex
from dossier.validate.absence import missing
from dossier.validate.case import Case, Derived
from dossier.validate.enterprise import PROOFS, is_other_enterprise, proofs_of_enterprise_years
from dossier.validate.event import codes
from dossier.validate.rule import Remark, fail, not_applicable, rule, undecided
from dossier.validate.special import on_route

ROUTE = "seconded_teacher"
_LEVELS = ("technician", "assistant", "intermediate", "associate_senior", "senior")
"""Lowest first."""
_UNIVERSITY = Regex("大学|学院")
_NO_UNIVERSITY = Regex("技师学院|技工|中等|附属|中学|小学")
_ENGINEERING = Regex(
    "工学|工科|工程|机械|电气|电子|自动化|计算机|软件|网络|通信|信息|材料|冶金|采矿|矿业|矿物|石油|化工|土木|建筑|水利|测绘|地质|能源"
    "|动力|车辆|交通运输|船舶|航空|航天|纺织|轻工|食品科学|环境科学|安全科学|仪器|控制|智能制造|机器人|测控|集成电路|人工智能"
)
"""Words for the disciplines of engineering (工学) in degrees, majors and specialties."""
_DISCIPLINE = {
    "degree": ("degree",),
    "diploma": ("major",),
    "title_certificate": ("specialty",),
    "review_form": ("major", "specialty"),
    "initial_form": ("major", "specialty"),
}


@rule("GRN-05", reads={"review_form": ("route",)})
def secondment_is_not_proven(case: Case, policy: Policy) -> Iterator[Remark]:
    """入企工科教师没有提交高校选派文件或校企协议。

    为什么：可以跨系列申报工程系列职称的是高校选派的入企工科教师（560-4），须有选派文件或校企协议证明。
    例：申报类型为入企工科教师，卷宗中没有选派文件，也没有校企协议。
    怎么改：提交高校的选派文件，或者写明选派教师的校企合作协议。
    """
    said = "没有提交高校选派文件或校企协议"
    if any(case.documents("secondment")):
        yield from on_route(ROUTE, case, policy, ())
    else:
        form = case.first_page_of("review_form", "initial_form")
        yield from on_route(ROUTE, case, policy, [missing(case, said, ["secondment"], form)])


@rule("GRN-06", reads=_DISCIPLINE | {"review_form": ("series", "title", "major", "specialty", "current_title")})
def seconded_teacher_applies_for_another_series_or_level(case: Case, policy: Policy) -> Iterator[Remark]:
    """入企工科教师申报的不是工程系列，或者不是比现教师职称高一级的工程系列职称。

    为什么：符合条件的入企工科教师无需转评，可直接跨系列申报评审高一级工程系列职称（560-4）：助教申报工程师，
    讲师申报高级工程师，副教授申报正高级工程师。
    例：现职称为讲师，申报正高级工程师。
    怎么改：改报比现教师职称高一级的工程系列职称；不是工科教师的，按正常申报办理。
    """
    series = case.record.application.series
    if ROUTE not in codes(case.record.application.route) and (series is None or series.value != "engineering"):
        yield not_applicable("不是入企工科教师申报工程系列职称；有入企材料的，只作为业绩")
    else:
        yield from on_route(ROUTE, case, policy, _judge_step(series, case, policy))


def _judge_step(series: Value | None, case: Case, policy: Policy) -> Iterator[Remark]:
    if series is None or not series.known:
        yield undecided("未能确定申报系列，无法核对是否为工程系列", series)
    elif series.value != "engineering":
        name = policy.series[str(series.value)].zh if series.value in policy.series else series.value
        yield fail(f"入企工科教师应申报工程系列职称，申报系列为{name}", series)
    yield from _judge_level(case, policy)
    if not _teaches_engineering(case):
        yield undecided("未见能说明申报人是工科教师的学科或专业，需核实", case.first_page_of(*_DISCIPLINE))


def _judge_level(case: Case, policy: Policy) -> Iterator[Remark]:
    current, level = case.fact("current_title"), case.record.application.level
    if current.value is None or not current.value.get("level") or level is None or not level.known:
        yield undecided("未能确定现职称或申报级别，无法核对是否申报高一级职称", current, level)
        return
    title = current.value["title"]
    if not _of_a_university(title, current.value.get("series"), case, policy):
        yield undecided(f"现职称“{title}”未能确定为高校教师职称，需核实", current)
    elif _LEVELS.index(str(level.value)) - _LEVELS.index(current.value["level"]) != 1:
        names = policy.codes["levels"]
        said = f"现职称为{title}（{names[current.value['level']]}），申报级别为{names[str(level.value)]}"
        yield fail(f"{said}，不是高一级职称", level, current)


def _of_a_university(title: str, series: str | None, case: Case, policy: Policy) -> bool:
    """讲师 is a title of technicians' colleges and vocational schools too: there the school tells."""
    found = {code for code, _ in policy.find_title(title)}
    if "higher_education" not in found:
        return False
    schools = [document.get("school") for document in case.documents("secondment")] + [case.applicant("employer")]
    names = [squeeze(str(value.value)) for value in schools if value is not None and value.known]
    at_one = any(_UNIVERSITY.search(name) and not _NO_UNIVERSITY.search(name) for name in names)
    return len(found) == 1 or series == "higher_education" or at_one


def _teaches_engineering(case: Case) -> bool:
    values = [d.get(name) for kind, names in _DISCIPLINE.items() for d in case.documents(kind) for name in names]
    words = [str(value.value) for value in values if value is not None and value.known]
    words += [document.title for document in case.documents("secondment")]
    return any(_ENGINEERING.search(word) for word in words)


@rule(
    "GRN-07",
    reads={
        **{kind: (field,) for kind, field in PROOFS.items()},
        "annual_assessment": ("employer",),
    },
)
def years_in_an_enterprise_are_not_proven(case: Case, policy: Policy) -> Iterator[Remark]:
    """要加上在企业的同级职称任职年限才够，卷宗中没有证明企业任职的材料。

    为什么：从企业流动到事业单位工作的，同级职称任职时间可连续计算（560-4），在企业任职须有流动手续、劳动合同或社会保险证明。
    例：2019年在企业取得工程师，2023年调入事业单位聘任，没有调动手续和原单位的劳动合同、社会保险证明。
    怎么改：提交调动（流动）手续、原企业的劳动合同或参保缴费证明；不涉及企业任职的，按聘任时间计算年限。
    """
    ownership = case.applicant("employer_ownership")
    if ownership is None or ownership.value != "public_institution":
        yield not_applicable("现工作单位不是事业单位，或者单位性质未写明")
        return
    needed, appointed, obtained = (case.fact(n) for n in ("tenure_needed", "appointed_since", "current_title_date"))
    end = span(policy.value("tenure_cut_off"))
    if not isinstance(needed.value, int) or end is None or not span(appointed.value) or not span(obtained.value):
        yield not_applicable("未能确定所需年限、聘任时间或现职称取得时间，年限见任现职年限的规则")
    elif _reached(appointed, needed.value, end.last) or not _reached(obtained, needed.value, end.last):
        yield not_applicable("年限够不够与企业任职年限无关")
    else:
        yield from _judge_years(case, needed, obtained, appointed)


def _reached(since: Derived, years: int, end: date) -> bool:
    """Whether that many full years have passed at the end. A month counts from its first day."""
    days = span(since.value)
    return days is not None and (days.first.year + years, days.first.month, days.first.day) <= (
        end.year,
        end.month,
        end.day,
    )


def _judge_years(case: Case, needed: Derived, obtained: Derived, appointed: Derived) -> Iterator[Remark]:
    if proofs_of_enterprise_years(case):
        return
    said = f"现职称{obtained.value}取得，{appointed.value}起聘任，要加上聘任以前的年限才够"
    ownership = case.applicant("employer_ownership")
    shown = [value for d in case.documents("annual_assessment") if (value := d.get("employer"))]
    worked = [value for value in shown if is_other_enterprise(value, case)]
    moves = list(case.documents("mobility"))
    if moves:
        yield undecided(f"{said}；流动手续上的原单位未能确定为企业，需核实", *moves)
    elif worked:
        remark = f"{said}；其间在{worked[0].value}工作，未见流动手续、劳动合同或社会保险证明"
        yield missing(case, remark, PROOFS, *worked, needed, obtained, appointed, ownership)
    else:
        hint = f"{said}；其间在企业任职的，须有流动手续、劳动合同或社会保险证明"
        yield undecided(hint, obtained, appointed)


RULES = (
    secondment_is_not_proven,
    seconded_teacher_applies_for_another_series_or_level,
    years_in_an_enterprise_are_not_proven,
)

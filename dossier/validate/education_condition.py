"""EDU-04: whether the education proven opens the level applied for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dossier.model import Document
from dossier.policy import Policy
from dossier.text import degree_level
from dossier.validate.case import DOUBTFUL, Case, Derived, why_not_proven_absent
from dossier.validate.rule import Remark, fail, rule, undecided
from dossier.validate.schooling import CERTIFICATES, FORMS, LEVELS, claimed_education, levels_meant, of_levels

_READS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(CERTIFICATES, ("education",)),
    **dict.fromkeys(FORMS, ("education", "title", "series")),
    "degree": ("degree",),
}


@rule("EDU-04", reads=_READS)
def education_does_not_open_the_level(case: Case, policy: Policy) -> Iterator[Remark]:
    """学历不在所申报级别的学历资历条件之内。

    为什么：各系列的学历资历条件规定了每一级可以申报的学历，学历不在其中的不能按正常途径申报。
    例：大专学历按正常途径申报高级工程师。
    怎么改：改报符合学历条件的级别；符合破格、举荐等条件的，按相应途径申报并附证明材料。
    """
    goal, education = case.fact("target"), case.fact("highest_education")
    series = policy.series.get((goal.value or {}).get("series") or "")
    level = (goal.value or {}).get("level")
    if series is None or not level:
        yield undecided("未能确定申报系列和级别，无法核对学历条件", goal)
        return
    row = series.qualification.get(level)
    named = f"{series.zh}{policy.codes['levels'].get(level, level)}"
    if row is None:
        yield undecided(f"没有{named}的学历资历条件表，学历条件由人工核对", goal)
    elif row.get("exam"):
        said = f"{named}通过全国统一考试取得，不按学历资历条件评审"
        accepted = policy.may_reject(series.code, level)
        yield (fail if accepted else undecided)(said, goal)
    elif education.value is None:
        yield undecided(f"最高学历无法确定：{education.reason or '没有读到'}", education, goal)
    elif series.years(level, education.value) is None:
        yield _not_open(case, policy, goal, education, named)
    elif not of_levels(case.documents(*CERTIFICATES), frozenset({education.value})):
        yield undecided("填报的学历符合条件，但没有读到证明该学历的证书", education, *_unread(case))
    elif all(place.confidence is not None and place.confidence < DOUBTFUL for place in education.places):
        yield undecided("证书上的学历层次识别置信度过低，请核对原件", education)


def _unread(case: Case) -> list[Document]:
    """Certificates whose level of education is not read."""
    return [paper for paper in case.documents(*CERTIFICATES) if not levels_meant(paper.get("education"))]


def _not_open(case: Case, policy: Policy, goal: Derived, education: Derived, named: str) -> Remark:
    series, level = policy.series[goal.value["series"]], goal.value["level"]
    said = f"{named}的学历资历条件中没有{LEVELS[education.value]}学历"
    at = (education, goal)
    degree, (claim, claimed) = case.fact("highest_degree"), claimed_education(case)
    if not policy.may_reject(series.code, level):
        return undecided(f"{said}；该条件表未经核实", *at)
    if degree.value and series.years(level, degree_level(str(degree.value))) is not None:
        return undecided(f"{said}，但持有{degree.value}学位，同等学力能否申报由人工核定", *at, degree)
    if any(series.years(level, one) is not None for one in claimed - {education.value}):
        return undecided(f"{said}；填报了更高的学历，但没有相应证书证明", claim, *at)
    if gap := why_not_proven_absent(case, *CERTIFICATES):
        return undecided(f"{said}；{gap[0]}，不能排除有更高学历的证书", *at, *gap[1])
    unread = _unread(case)
    if unread:
        return undecided(f"{said}；另有学历证书的层次无法辨认", *at, *unread)
    return fail(said, *at)


RULES = (education_does_not_open_the_level,)

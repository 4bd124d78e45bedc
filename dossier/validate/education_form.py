"""EDU-05, EDU-07: whether certificates agree with themselves and the form with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from dossier.model import Document, Value
from dossier.policy import Policy
from dossier.text import fold_org, span, squeeze
from dossier.text.regex import Regex
from dossier.validate.case import Case, why_not_proven_absent
from dossier.validate.likeness import Likeness, compare_organisations
from dossier.validate.rule import Remark, fail, not_applicable, rule, undecided
from dossier.validate.schooling import CERTIFICATES, certain, levels_meant, name_levels, of_levels

_REGISTERED = Regex(r"\d{5}[1-9](?P<year>(?:19|20)\d{2})(?P<level>\d{2})\d{6}")
"""学历证书编号 since 2002: school (5), kind (1), year (4), level (2), order (6)."""
_LEVELS = {"01": "doctor", "02": "master", "04": "bachelor", "05": "bachelor", "06": "college"}
_NOTE = Regex("（[^）]*）")
_MAJOR_END = Regex("(?:专业|方向|学科)$")
_SCHOOL_TAIL = Regex("(?:[院系部所].{0,12}|.{0,16})(?:专业|系|学院|班|方向)?")

Compare = Callable[[Value, Value], Likeness]


@dataclass(frozen=True)
class Numbered:
    """A certificate number of 18 digits, and the certificates that bear it."""

    value: Value
    documents: tuple[Document, ...]

    def said(self, field: str) -> list[Value]:
        """What the certificates say in a field, the surest first."""
        values = (document.get(field) for document in self.documents)
        return sorted((v for v in values if v is not None and v.known), key=lambda v: -v.confidence)


@rule("EDU-05", reads=dict.fromkeys(CERTIFICATES, ("certificate_number", "education", "graduated")))
def number_speaks_of_another_level_or_year(case: Case, policy: Policy) -> Iterator[Remark]:
    """18位学历证书编号中的层次码或年份与证书不符。

    为什么：编号第7至10位是毕业年份，第11、12位是层次（01博士、02硕士、05本科、06专科），不符的可能有误。
    例：证书为本科、2012年毕业，编号中的层次码为06。
    怎么改：与证书原件核对编号；原件如此的，以学历认证结果为准，附说明。
    """
    numbered = list(_numbered(case.documents(*CERTIFICATES)))
    if not numbered:
        yield not_applicable("没有18位的学历证书编号")
    for one in numbered:
        found = _REGISTERED.fullmatch(squeeze(str(one.value.value)))
        if found is None or any(_misread(one.value, other.value) for other in numbered):
            continue
        level, levels = _LEVELS.get(found["level"]), one.said("education")
        if level and levels and not any(level in levels_meant(value) for value in levels):
            said = f"编号中的层次码{found['level']}表示{name_levels({level})}，证书为{levels[0].value}"
            yield fail(said, one.value, levels[0])
        years = [(value, days) for value in one.said("graduated") if (days := span(value.value))]
        if years and not any(days.first.year == int(found["year"]) for _, days in years):
            value, days = years[0]
            yield fail(f"编号中的年份为{found['year']}，证书上的毕业年份为{days.first.year}", one.value, value)


def _numbered(documents: Iterable[Document]) -> Iterator[Numbered]:
    groups: dict[str, list[Document]] = {}
    for document in documents:
        value = document.get("certificate_number")
        if value is not None and value.known and _REGISTERED.fullmatch(squeeze(str(value.value))):
            groups.setdefault(squeeze(str(value.value)), []).append(document)
    for bearers in groups.values():
        surest = max((paper.fields["certificate_number"] for paper in bearers), key=lambda value: value.confidence)
        yield Numbered(surest, tuple(bearers))


def _misread(value: Value, other: Value) -> bool:
    """Whether a doubtful number is likely another one that was read surely."""
    apart = Levenshtein.distance(squeeze(str(value.value)), squeeze(str(other.value)))
    return not certain(value) and certain(other) and 0 < apart <= 2


@rule(
    "EDU-07",
    reads=dict.fromkeys(("review_form", "initial_form"), ("school", "major", "education", "graduated"))
    | dict.fromkeys(CERTIFICATES, ("school", "major", "education", "graduated")),
)
def form_differs_from_the_certificate(case: Case, policy: Policy) -> Iterator[Remark]:
    """评审表填报的毕业院校、专业、学历层次或毕业时间与证书不一致。

    为什么：评审表内容应当与证书一致，不一致就不能认定填报属实。
    例：评审表毕业时间填2008年7月，毕业证书为2009年7月。
    怎么改：按毕业证书更正评审表；证书有误的，附学校或学信网的更正证明。
    """
    forms = list(case.documents("review_form", "initial_form"))
    papers = list(case.documents(*CERTIFICATES))
    if not forms or not papers:
        yield not_applicable("没有评审表或没有学历证书，无从比较")
    for form in forms if papers else ():
        stated = form.get("education")
        own = of_levels(papers, levels_meant(stated)) if levels_meant(stated) else papers
        if stated is not None and not own:
            yield _other_level(stated, papers, case)
            continue
        for name, zh, compare in _FIELDS:
            yield from _compared(form.get(name), own, name, zh, compare)


def _other_level(stated: Value, papers: Sequence[Document], case: Case) -> Remark:
    read = [value for paper in papers if levels_meant(value := paper.get("education"))]
    unread = [paper for paper in papers if not levels_meant(paper.get("education"))]
    if unread:
        return undecided(f"填报学历为{stated.value}，证书上的学历层次无法辨认", stated, *unread)
    said = f"填报学历为{stated.value}，证书为{'、'.join(dict.fromkeys(str(v.value) for v in read if v))}"
    if gap := why_not_proven_absent(case, *CERTIFICATES):
        return undecided(f"{said}；{gap[0]}", stated, *gap[1])
    return fail(said, stated, *read)


def _compared(stated: Value | None, own: Sequence[Document], name: str, zh: str, compare: Compare) -> Iterator[Remark]:
    """A sure certificate that agrees settles it, unless another sure one differs plainly."""
    values = [value for paper in own if (value := paper.get(name)) is not None and value.known]
    if stated is None or not stated.known or not values:
        return
    judged = [(value, compare(stated, value)) for value in values]
    agreeing = [value for value, likeness in judged if likeness is Likeness.SAME]
    sure = [(value, likeness) for value, likeness in judged if certain(value)]
    plain = [value for value, likeness in sure if likeness is Likeness.DIFFERENT]
    if agreeing and not (plain and _of_one_study(agreeing, plain, own, name)):
        return
    if agreeing:
        said = f"{zh}：填报与一份证书一致（{agreeing[0].value}），另一份证书为{plain[0].value}，请核对"
        yield undecided(said, stated, *agreeing, *plain)
    elif plain and len(plain) == len(sure):
        yield fail(f"填报{zh}为{stated.value}，证书为{plain[0].value}", stated, *plain)
    else:
        why = "可能是简称、旧称或识别误差" if sure else "证书识别置信度低"
        yield undecided(f"填报{zh}为{stated.value}，证书为{values[0].value}，{why}，请核对", stated, *values)


def _of_one_study(agreeing: Sequence[Value], plain: Sequence[Value], own: Sequence[Document], name: str) -> bool:
    """Whether certificates that agree and differ are of one course of study: two of a level need not be."""
    kinds = [{paper.kind for paper in own if paper.get(name) in group} for group in (agreeing, plain)]
    return len(own) == 2 and kinds[0].isdisjoint(kinds[1])


def _schools(stated: Value, printed: Value) -> Likeness:
    likeness = compare_organisations(stated, printed)
    one, other = fold_org(str(stated.value)), fold_org(str(printed.value))
    if likeness is Likeness.RELATED and one.startswith(other) and _SCHOOL_TAIL.fullmatch(one[len(other) :]):
        return Likeness.SAME if one[len(other) :].endswith(("专业", "系", "班", "方向")) else Likeness.RELATED
    return likeness


def _majors(stated: Value, printed: Value) -> Likeness:
    one, other = (_MAJOR_END.sub("", _NOTE.sub("", squeeze(str(value.value)))) for value in (stated, printed))
    if one == other:
        return Likeness.SAME
    if not one or not other or one[:2] == other[:2] or one in other or other in one or fuzz.ratio(one, other) > 50:
        return Likeness.UNCLEAR
    return Likeness.DIFFERENT


def _months(stated: Value, printed: Value) -> Likeness:
    one, other = span(stated.value), span(printed.value)
    if one is None or other is None:
        return Likeness.UNCLEAR
    return Likeness.SAME if one.first <= other.last and other.first <= one.last else Likeness.DIFFERENT


_FIELDS: tuple[tuple[str, str, Compare], ...] = (
    ("school", "毕业院校", _schools),
    ("major", "所学专业", _majors),
    ("graduated", "毕业时间", _months),
)

RULES = (number_speaks_of_another_level_or_year, form_differs_from_the_certificate)

"""INI-01 to INI-04: initial titles (初定), which the employer grants, and those of postdoctoral researchers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dossier.model import Document, Value
from dossier.policy import Policy
from dossier.text import fold_org
from dossier.text.regex import Regex
from dossier.validate.absence import missing
from dossier.validate.case import Case
from dossier.validate.event import codes, field_values
from dossier.validate.likeness import Likeness, compare_organisations
from dossier.validate.rule import Remark, fail, not_applicable, rule, undecided
from dossier.validate.terms import nearest

_CERTIFICATES = ("diploma", "education_verification")
_FORMS = ("initial_form", "review_form")
_STATION = Regex("博士后(?:科研|研究)?(?:流动站|工作站|创新实践基地|创新基地|站|基地)*$")


def _not_on(route: str, zh: str, case: Case) -> Remark | None:
    """Why the rule of a route has nothing to judge; None where the route is applied for."""
    stated = case.record.application.route
    if route in codes(stated):
        return None
    telling = {"initial": "initial_form", "postdoc": "postdoc"}[route]
    if stated is not None and not stated.known and stated.reason != "blank" and any(case.documents(telling)):
        return undecided(f"申报类型无法辨认，不能确定是否为{zh}", stated, *case.documents(telling))
    return not_applicable(f"未申报{zh}")


@rule(
    "INI-01",
    reads=dict.fromkeys(_CERTIFICATES, ("major",)) | dict.fromkeys(_FORMS, ("major",)),
)
def major_is_not_in_the_directory(case: Case, policy: Policy) -> Iterator[Remark]:
    """毕业专业不在初定专业目录内。

    为什么：各单位应当严格在初定专业目录范围内办理专业技术人员职称初定（560-1）。
    例：工程系列初定，毕业专业为汉语言文学，目录中工程系列没有该专业。
    怎么改：所学专业不在目录内的，不能初定，可按评审条件申报评审；专业名称填写有误的，按毕业证书更正。
    """
    if away := _not_on("initial", "初定", case):
        yield away
        return
    route, series = case.record.application.route, case.record.application.series
    majors = _majors(case)
    known = [value for value in majors if value.known]
    directory = policy.office.initial_majors
    if not directory:
        yield undecided("初定专业目录未加载，请核对毕业专业是否在目录内", *majors)
    elif series is None or not series.known:
        yield undecided("申报系列无法确定，不能与初定专业目录核对", series, *majors)
    elif str(series.value) not in directory:
        yield undecided("加载的初定专业目录中没有该系列，请核对毕业专业是否在目录内", series, *majors)
    elif not known:
        yield undecided("毕业专业无法辨认，不能与初定专业目录核对", *majors)
    else:
        yield from _judge_majors(known, majors, directory[str(series.value)], (series, route))


def _majors(case: Case) -> list[Value]:
    """Of the certificates, which outweigh the form; of the form where no certificate shows one."""
    proven = field_values(case.documents(*_CERTIFICATES), "major")
    return proven if any(value.known for value in proven) else proven + field_values(case.documents(*_FORMS), "major")


def _judge_majors(
    known: Sequence[Value], all_of_them: Sequence[Value], names: Sequence[str], rest: Sequence[Value | None]
) -> Iterator[Remark]:
    judged = [(*nearest(str(value.value), names), value) for value in known]
    if any(likeness is Likeness.SAME for likeness, _, _ in judged):
        return
    read = "、".join(dict.fromkeys(str(value.value) for value in known))
    near = [(name, value) for likeness, name, value in judged if likeness is not Likeness.DIFFERENT]
    unread = [value for value in all_of_them if not value.known]
    if near:
        listed = "、".join(dict.fromkeys(name for name, _ in near))
        said = f"毕业专业为{read}，初定专业目录中有{listed}，名称不完全相同，需人工认定"
        yield undecided(said, *(value for _, value in near))
    elif unread:
        yield undecided(f"毕业专业为{read}，不在初定专业目录内，但另有证书的专业无法辨认", *known, *unread)
    else:
        yield fail(f"毕业专业为{read}，不在该系列的初定专业目录内", *known, *rest)


@rule(
    "INI-02",
    reads={
        "postdoc": ("station", "entered", "full_time"),
        "degree": ("degree",),
        "diploma": ("education",),
        "education_verification": ("education",),
    },
)
def postdoc_papers_are_incomplete(case: Case, policy: Policy) -> Iterator[Remark]:
    """博士后初定中级职称的材料不全：博士学位、进站（基地）、全职、设站单位，有一项没有证明。

    为什么：博士毕业后进站（基地）全职从事博士后研究工作的，由设站（基地）单位初定中级职称（560-1）。
    例：在站证明载明为在职博士后；由设站单位以外的单位申报。
    怎么改：补齐博士学位证书和设站单位出具的在站证明，证明写明进站时间、全职身份，由设站（基地）单位申报。
    """
    if away := _not_on("postdoc", "博士后初定", case):
        yield away
        return
    yield from _doctorate(case)
    papers = list(case.documents("postdoc"))
    if papers:
        yield from _entered(papers)
        yield from _full_time(papers)
        yield from _station(papers, case)
    else:
        yield missing(case, "未见博士后进站（在站）证明", ("postdoc",), case.first_page_of(*_FORMS))


def _doctorate(case: Case) -> Iterator[Remark]:
    kinds = ("degree", *_CERTIFICATES)
    papers = list(case.documents(*kinds))
    read = [*field_values(papers, "degree"), *field_values(papers, "education")]
    if any(value.known and re.search("博士(?!后)", str(value.value)) for value in read):
        return
    unread = [value for value in read if not value.known]
    silent = [paper for paper in papers if paper.get("degree") is None and paper.get("education") is None]
    if unread or silent:
        yield undecided("未能从学位、学历证书中读到博士学位", *unread, *silent)
    else:
        page = case.first_page_of(*kinds, *_FORMS)
        yield missing(case, "未见博士学位证书或博士研究生毕业证书", kinds, *read, page)


def _entered(papers: Sequence[Document]) -> Iterator[Remark]:
    values = field_values(papers, "entered")
    if any(value.known for value in values):
        return
    if values and all(value.reason == "blank" for value in values):
        yield fail("在站证明没有填写进站时间", *values)
    else:
        yield undecided("未能从在站证明中读到进站时间", *values, *papers)


def _full_time(papers: Sequence[Document]) -> Iterator[Remark]:
    values = field_values(papers, "full_time")
    said = {bool(value.value) for value in values if value.known}
    if said == {True}:
        return
    if said == {False}:
        yield fail("在站证明载明不是全职博士后", *(value for value in values if value.known))
    elif said:
        yield undecided("各份在站证明对是否全职的说法不一致", *values)
    else:
        yield undecided("未能从在站证明中读到是否全职", *values, *papers)


def _station(papers: Sequence[Document], case: Case) -> Iterator[Remark]:
    """The unit that has the station applies: 塞北大学材料博士后科研流动站 is that of 塞北大学."""
    employer, values = case.applicant("employer"), field_values(papers, "station")
    known = [value for value in values if value.known]
    if employer is None or not employer.known or not known:
        yield undecided("设站单位或申报单位无法辨认，不能确定由设站单位申报", employer, *values, *papers)
        return
    judged = [(_compare_station(value, employer), value) for value in known]
    if any(likeness is Likeness.SAME for likeness, _ in judged):
        return
    units = "、".join(dict.fromkeys(str(value.value) for value in known))
    said = f"设站单位为{units}，申报单位为{employer.value}"
    if all(likeness is Likeness.DIFFERENT for likeness, _ in judged):
        yield fail(f"{said}，不是由设站（基地）单位申报", *known, employer)
    else:
        yield undecided(f"{said}，是否同一单位需人工认定", *known, employer)


def _compare_station(station: Value, employer: Value) -> Likeness:
    unit, name = fold_org(str(employer.value)), fold_org(str(station.value))
    if unit and name.startswith(unit) and (name == unit or _STATION.search(name)):
        return Likeness.SAME
    return compare_organisations(station, employer)


@rule("INI-03", reads={"initial_form": ("title",), "review_form": ("title",)})
def postdoc_applies_for_another_level(case: Case, policy: Policy) -> Iterator[Remark]:
    """博士后初定申报的不是中级职称。

    为什么：设站（基地）单位对全职博士后按规定初定的是中级职称（560-1）。
    例：博士后初定申报高级工程师。
    怎么改：博士后初定改报相应系列的中级职称；申报高级职称的，按评审途径申报。
    """
    if away := _not_on("postdoc", "博士后初定", case):
        yield away
        return
    level, title, route = (getattr(case.record.application, name) for name in ("level", "title", "route"))
    if level is None or not level.known:
        yield undecided("申报级别无法确定，不能核对是否为中级", level, title)
    elif level.value != "intermediate":
        applied = policy.codes["levels"].get(str(level.value), str(level.value))
        yield fail(f"博士后初定应为中级职称，申报的是{applied}", level, route)


@rule("INI-04")
def initial_title_was_sent_to_a_committee(case: Case, policy: Policy) -> Iterator[Remark]:
    """初定材料报送了评审委员会。

    为什么：初定由各单位按照职称评审管理权限或人事管理权限办理，不经评审委员会评审（560-1）。
    例：申报类型为初定，材料送省工程系列高级职称评审委员会。
    怎么改：由用人单位按管理权限办理初定，不向评审委员会报送。
    """
    if away := _not_on("initial", "初定", case):
        yield away
        return
    committee = case.record.application.committee
    if committee is not None and committee.known:
        yield fail(
            f"初定由用人单位按管理权限办理，材料却送至{committee.value}", committee, case.record.application.route
        )


RULES = (
    major_is_not_in_the_directory,
    postdoc_papers_are_incomplete,
    postdoc_applies_for_another_level,
    initial_title_was_sent_to_a_committee,
)

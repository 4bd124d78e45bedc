"""PUB-06 to PUB-08: where it was published, and by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.model import Value
from dossier.policy import Policy
from dossier.text import fold_org
from dossier.text.regex import Regex
from dossier.validate.absence import fail_unless_hidden
from dossier.validate.case import Case, why_hard_to_read, why_not_proven_absent
from dossier.validate.event import NOTICE, RESULT, Event, codes
from dossier.validate.likeness import Likeness, compare_organisations
from dossier.validate.rule import Remark, event_rule, fail, undecided
from dossier.validate.seals import SealMatch, match_seal, ring_readings

_COMPLIANT = {"conspicuous_place", "internal_website"}
_PRIVATE = Regex("微信|QQ|钉钉|群|朋友圈|公众号|微博|抖音|短视频|个人主页|个人空间|博客", re.IGNORECASE)
_DEPARTMENT = Regex(
    r"(?:人力|人事|组织|综合|办公|行政|党|科技|技术|职改|职称|政工)\S{0,8}(?:部|处|科|股|室|中心|办公室)|办公室"
)


@event_rule("PUB-06", reads={NOTICE: ("venue",), RESULT: ("venue",)})
def published_in_the_wrong_place(event: Event, case: Case, policy: Policy) -> Iterator[Remark]:
    """公示既不在单位显著位置，也不在单位内部网站。

    为什么：用人单位须在单位显著位置张榜或在单位内部网站公示，其他方式属于未按规定进行公示（560-8）。
    例：公示方式写“发布于单位微信工作群”。
    怎么改：由用人单位在公告栏等显著位置张榜，或在单位内部网站重新公示不少于5个工作日，并重新出具公示情况证明。
    """
    stated = [value for value in event.values("venue") if codes(value)]
    found = {code for value in stated for code in codes(value)}
    if not stated or found & _COMPLIANT:
        return
    said = "；".join(dict.fromkeys(value.raw for value in stated if value.raw)) or "其他方式"
    if "public_website" in found:
        yield undecided(f"公示发布于单位对外网站（{said}），是否视为内部网站需人工认定", *stated)
    elif all(_PRIVATE.search(value.raw) for value in stated):
        yield fail(f"公示方式为“{said}”，不是单位显著位置张榜，也不是单位内部网站", *stated)
    else:
        yield undecided(f"公示方式为“{said}”，无法确定是否属于单位显著位置或内部网站", *stated)


@event_rule("PUB-07", reads={NOTICE: ("venue",), RESULT: ("venue",)})
def no_place_stated(event: Event, case: Case, policy: Policy) -> Iterator[Remark]:
    """公示和公示结果都没有写明公示方式或地点。

    为什么：公示须在单位显著位置或内部网站进行，没有写明就无法核对（560-8）。
    例：公示情况证明只写“已公示，无异议”，没有写在何处公示。
    怎么改：由用人单位在公示情况证明中补充写明公示方式和具体地点（如单位一楼公告栏、内部办公网），加盖公章后重新提交。
    """
    values = event.values("venue")
    if any(codes(value) for value in values):
        return
    unread = [value for value in values if value.reason in ("unreadable", "ambiguous")]
    hard = why_hard_to_read(case, *event.notices, *event.results)
    gap = None if event.notices and event.results else why_not_proven_absent(case, NOTICE, RESULT)
    if hard and not unread:
        yield undecided(f"{event.name}：未读到公示方式或地点，页面不清晰（{hard}）", *values, *event.papers)
    elif gap:
        yield undecided(f"{event.name}：未读到公示方式或地点；{gap[0]}", *values, *gap[1])
    elif unread or not (event.notices or event.results):
        yield undecided(f"{event.name}：公示方式或地点无法辨认", *unread, *event.documents)
    else:
        yield fail(f"{event.name}：公示和公示结果均未写明公示方式或地点", *values, *event.papers)


@event_rule("PUB-08", reads={NOTICE: ("publisher",), RESULT: ("publisher", "seal_text"), "review_form": ("employer",)})
def published_by_another_unit(event: Event, case: Case, policy: Policy) -> Iterator[Remark]:
    """公示的单位不是申报人的用人单位。

    为什么：三公示由用人单位进行；别的单位公示，申报人身边的人看不到，属于公示程序不符合规定（560-8）。
    例：申报人在甲公司工作，公示和公示情况证明由乙公司出具。
    怎么改：由申报人的用人单位重新公示并出具公示情况证明；单位更名、隶属关系等原因造成名称不同的，附情况说明。
    """
    employer = case.applicant("employer")
    publishers = [value for value in event.values("publisher") if value.known]
    if employer is None or not employer.known:
        yield undecided("申报人的工作单位无法辨认，不能核对公示主体", employer, *publishers)
        return
    if not publishers:
        if not _sealed_by(event, employer):
            yield undecided(f"{event.name}：公示单位无法辨认，不能与用人单位{employer.value}核对", *event.papers)
        return
    for publisher in publishers:
        yield from _judge_publisher(publisher, employer, event, case)


def _judge_publisher(publisher: Value, employer: Value, event: Event, case: Case) -> Iterator[Remark]:
    said = f"用人单位为{employer.value}，公示单位为{publisher.value}"
    likeness = compare_organisations(publisher, employer)
    if likeness is Likeness.SAME or (_own_department(publisher, employer) and _sealed_by(event, employer)):
        return
    if likeness is Likeness.RELATED:
        yield undecided(f"{said}，可能是上下级、分支机构或主管单位，需核实隶属关系", publisher, employer)
    elif likeness is Likeness.UNCLEAR:
        yield undecided(f"{said}，名称相近，可能是识别误差", publisher, employer)
    elif reason := _why_another_may_publish(case):
        yield undecided(f"{said}；{reason}", publisher, employer)
    else:
        yield fail_unless_hidden(case, said, ("statement",), publisher, employer)


def _why_another_may_publish(case: Case) -> str:
    agency = case.applicant("personnel_agency")
    if agency is not None and agency.value:
        return "申报人为人事代理人员，代理机构可否公示需人工认定"
    route = case.record.application.route
    if "seconded_teacher" in codes(route):
        return "申报人为高校选派入企教师，高校或企业均可能公示"
    if any(case.documents("statement")):
        return "卷宗中有情况说明，可能涉及更名或隶属关系"
    return ""


def _own_department(publisher: Value, employer: Value) -> bool:
    whole, unit = fold_org(str(publisher.value)), fold_org(str(employer.value))
    return whole.startswith(unit) and bool(_DEPARTMENT.fullmatch(whole[len(unit) :]))


def _sealed_by(event: Event, unit: Value) -> bool:
    return any(match_seal(ring_readings(d), [unit]) is SealMatch.MATCHES for d in (*event.results, *event.notices))


RULES = (published_in_the_wrong_place, no_place_stated, published_by_another_unit)

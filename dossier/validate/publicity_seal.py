"""PUB-12, PUB-13: who vouches for the result."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import Document, Place, Value
from dossier.policy import Policy
from dossier.validate.absence import fail_unless_hidden
from dossier.validate.case import Case, why_hard_to_read
from dossier.validate.event import NOTICE, RESULT, Event, field_values
from dossier.validate.rule import Remark, event_rule, fail, not_applicable, undecided
from dossier.validate.seals import (
    SealMatch,
    SealState,
    department_seal,
    match_seal,
    ring_readings,
    seal_state,
    unit_seals,
    without_colour,
)


@event_rule("PUB-12", reads={RESULT: ("sealed",)})
def result_without_the_seal_of_the_unit(event: Event, case: Case, policy: Policy) -> Iterator[Remark]:
    """公示情况证明没有加盖单位公章。

    为什么：公示由用人单位负责，结果须由用人单位盖章确认（560-8）。
    例：公示情况证明只有打印的单位名称和日期，没有印章；或只盖了部门章。
    怎么改：在公示情况证明上加盖用人单位公章（红章），用彩色扫描或拍照后重新提交。
    """
    if not event.results:
        yield not_applicable("没有公示情况证明")
    for result in event.results:
        yield from _judge_seal(result, event, case)


def _judge_seal(result: Document, event: Event, case: Case) -> Iterator[Remark]:
    sealed, state = result.get("sealed"), seal_state(result)
    if state is SealState.RED:
        names = [value for value in (*event.values("publisher"), case.applicant("employer")) if value and value.known]
        if department := department_seal(result, names):
            yield undecided(f"公示情况证明上的印章似为“{department}”，是否可视为单位公章需人工认定", sealed, result)
    elif state is SealState.DOUBTFUL:
        yield undecided("公示情况证明上的印章为黑白复印或无法辨认", sealed, result)
    elif state is SealState.UNKNOWN:
        yield undecided("未能判断公示情况证明是否盖章", sealed, result)
    elif without_colour(result, case):
        yield undecided("公示情况证明为黑白件，看不出是否盖有红章", sealed, result)
    elif reason := why_hard_to_read(case, result):
        yield undecided(f"公示情况证明上未见印章，但页面不清晰（{reason}）", sealed, result)
    else:
        yield fail("公示情况证明上没有单位公章", sealed, result)


@event_rule("PUB-13", reads={NOTICE: ("publisher", "seal_text"), RESULT: ("publisher", "seal_text")})
def seal_names_another_unit(event: Event, case: Case, policy: Policy) -> Iterator[Remark]:
    """公章上的单位与公示单位不是同一个。

    为什么：盖章的单位就是为公示负责的单位，与公示单位不同说明公示程序有问题（560-8）。
    例：公示单位为某重工公司，公章为另一家物流公司。
    怎么改：由公示单位加盖本单位公章后重新出具；因更名等原因印章名称不同的，附情况说明。
    """
    publishers = [value for value in event.values("publisher") if value.known]
    sealed = [d for d in (*event.results, *event.notices) if ring_readings(d) or seal_state(d) is SealState.RED]
    if not sealed:
        yield not_applicable("没有可以辨认的红色印章")
    for document in sealed:
        yield from _judge_ring(document, publishers, case)


def _judge_ring(document: Document, publishers: list[Value], case: Case) -> Iterator[Remark]:
    own = field_values([document], "publisher")
    names = [value for value in own if value.known] or publishers
    readings, text = ring_readings(document), document.get("seal_text")
    if not readings:
        yield undecided(f"{document.title}的公章文字无法辨认", text, document)
        return
    if not names:
        yield undecided(f"公示单位无法辨认，不能与{document.title}的公章核对", text, *own, document)
        return
    said = f"{document.title}的公章为“{readings[0]}”，公示单位为{names[0].value}"
    match match_seal(readings, names):
        case SealMatch.UNCLEAR:
            yield undecided(f"{said}，印章文字识别不清或与单位名称只有部分相同", text, *names, document)
        case SealMatch.DIFFERS if _sealed_by_employer(readings, case):
            yield undecided(f"{said}，公章与申报人的用人单位相符", text, *names, document)
        case SealMatch.DIFFERS if any(case.documents("statement")):
            yield undecided(f"{said}，卷宗中有情况说明，可能涉及更名", text, *names, document)
        case SealMatch.DIFFERS:
            at = [text] if text and text.known else _seal_places(document)
            yield fail_unless_hidden(case, said, ("statement",), *at, *names)


def _seal_places(document: Document) -> list[Place]:
    seals = [(ref, seal) for ref, seal in document.seals if seal in unit_seals(document)]
    return [Place(ref.file, ref.page, seal.box, seal.text, seal.confidence) for ref, seal in seals]


def _sealed_by_employer(readings: list[str], case: Case) -> bool:
    employer = case.applicant("employer")
    return employer is not None and employer.known and match_seal(readings, [employer]) is SealMatch.MATCHES


RULES = (result_without_the_seal_of_the_unit, seal_names_another_unit)

"""PUB-09 to PUB-11: what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dossier.model import Document, Value
from dossier.policy import Policy
from dossier.text import Span, is_found_untrue
from dossier.text.regex import Regex
from dossier.validate.case import DOUBTFUL, Case, why_hard_to_read, why_not_proven_absent
from dossier.validate.dates import say, span_of
from dossier.validate.event import NOTICE, RESULT, Event, field_values
from dossier.validate.periods import judge_period, settle_period
from dossier.validate.rule import Remark, event_rule, fail, not_applicable, undecided

_UNTRUE = Regex("不属实|不实|不成立|未发现|无事实依据|没有事实依据|查无|不存在|举报失实|不影响")
_TRUE = Regex("属实|成立|存在|确有")


@event_rule("PUB-09", reads={RESULT: ("outcome",)})
def outcome_not_stated(event: Event, case: Case, policy: Policy) -> Iterator[Remark]:
    """没有公示结果，或者没有写明公示期内有无异议。

    为什么：公示有异议或投诉举报未核实的材料不得接收，所以必须有结果可查（560-8）。公示里“如有异议，请……”是告知，不是结果。
    例：只有公示原件和照片，没有公示情况证明。
    怎么改：公示期满后由用人单位出具公示情况证明，写明公示内容、起止日期、方式和公示期内有无异议，加盖单位公章。
    """
    if not event.results:
        gap = why_not_proven_absent(case, RESULT)
        if gap:
            yield undecided(f"{event.name}：未见公示情况证明；{gap[0]}", *gap[1])
        elif elsewhere := list(case.documents(RESULT)):
            said = f"{event.name}：卷宗中有公示情况证明，未能确认其说明的是这次公示"
            yield undecided(said, *elsewhere)
        elif _known(event.fields.get("outcome")):
            yield undecided(f"{event.name}：未见单独的公示情况证明，其他材料提到公示结果", event.fields["outcome"])
        else:
            yield fail(f"{event.name}：卷宗中没有公示情况（结果）证明", *event.papers)
        return
    outcomes = field_values(event.results, "outcome") or event.values("outcome")
    stated = [value for value in outcomes if value.value in ("no_objection", "objection")]
    if stated and max(value.confidence for value in stated) >= DOUBTFUL:
        return
    if hard := why_hard_to_read(case, *event.results):
        yield undecided(f"公示情况证明中未读到公示结果，页面不清晰（{hard}）", *outcomes, *event.results)
    elif any(value.value == "not_stated" or value.reason == "blank" for value in outcomes):
        yield fail(f"{event.name}：公示情况证明没有写明公示期内有无异议", *outcomes, *event.results)
    else:
        yield undecided(f"{event.name}：公示情况证明中的公示结果无法辨认", *outcomes, *event.results)


@event_rule("PUB-10", reads={RESULT: ("outcome",), "objection_report": ("conclusion",)}, every=True)
def objection_not_settled(event: Event, case: Case, policy: Policy) -> Iterator[Remark]:
    """公示有异议或投诉举报，没有调查核实结论。

    为什么：公示有异议或投诉举报问题未及时调查核实的申报材料，一律不得接收（560-8）。
    例：公示情况证明写“收到1人反映”，卷宗中没有调查核实报告。
    怎么改：由用人单位对异议或投诉举报调查核实，出具写明结论并加盖公章的核实报告，一并提交。
    """
    reported = [value for value in event.values("outcome") if value.value == "objection"]
    if not reported:
        return
    conclusions = field_values(case.documents("objection_report"), "conclusion")
    read = [value for value in conclusions if value.known]
    if any(_untrue(value) and value.confidence >= DOUBTFUL for value in read):
        return
    if read:
        said = str(read[0].value)
        yield undecided(f"公示有异议，核实结论为“{said}”，是否影响申报需人工认定", *read, *reported)
    elif any(case.documents("objection_report")) and not any(value.reason == "blank" for value in conclusions):
        yield undecided("公示有异议，调查核实报告的结论无法辨认", *case.documents("objection_report"), *reported)
    elif gap := why_not_proven_absent(case, "objection_report"):
        yield undecided(f"公示有异议，未见调查核实报告；{gap[0]}", *reported, *gap[1])
    elif all(is_found_untrue(value.raw) for value in reported):
        yield undecided("公示情况证明中写明异议经核实不属实，未另附调查核实报告，是否足够需人工认定", *reported)
    else:
        yield fail("公示结果载明有异议或投诉举报，卷宗中没有调查核实结论", *reported, *conclusions)


@event_rule("PUB-11", reads={NOTICE: ("period",), RESULT: ("date", "period")})
def result_issued_before_the_period_ended(event: Event, case: Case, policy: Policy) -> Iterator[Remark]:
    """公示结果在公示期满前出具。

    为什么：公示期满前不可能知道公示结果，属于公示程序不符合规定（560-8）。
    例：公示期至8月8日，公示情况证明落款8月7日。
    怎么改：公示期满后重新出具公示情况证明，写明公示期内有无异议，并加盖单位公章。
    """
    if not event.results:
        yield not_applicable("没有公示情况证明")
    for result in event.results:
        issued, ends = result.get("date"), _ends(result, case, policy)
        days = span_of(issued)
        if issued is None or days is None or issued.confidence < DOUBTFUL:
            yield undecided("公示情况证明的落款日期无法辨认，不能核对是否在公示期满后出具", issued, result)
        elif ends is None:
            yield undecided(
                "公示截止日期无法确定，不能核对公示情况证明是否在期满后出具", issued, *event.values("period")
            )
        elif days.last < ends[0]:
            yield fail(f"公示期至{say(ends[0])}，公示情况证明落款{_say(days)}，早于公示期满", issued, *ends[2])
        elif days.first < ends[1]:
            yield undecided(f"公示情况证明落款{_say(days)}，与公示截止日期先后无法确定", issued, *ends[2])


def _ends(result: Document, case: Case, policy: Policy) -> tuple[date, date, tuple[Value, ...]] | None:
    """Earliest and latest last day of what the result speaks of, with the evidence; None where no end is known.

    A result that serves several events speaks of all of them, so the event that ends last counts.
    """
    served = [_plausible_ends(event, policy) for event in case.events if result in event.documents]
    known = [(ends, values) for ends, values in served if ends]
    if not known:
        return None
    ends, values = max(known, key=lambda found: max(found[0]))
    return max(min(ends) for ends, _ in known), max(ends), values


def _plausible_ends(event: Event, policy: Policy) -> tuple[list[date], tuple[Value, ...]]:
    settled = settle_period(event, policy)
    if settled.days:
        return [settled.days[1]], settled.values
    judged = [judge_period(value, policy)[0] for value in settled.values]
    return [days[1] for days in judged if days], settled.values


def _say(days: Span) -> str:
    return say(days.first) if days.first == days.last else f"{days.first.year}年{days.first.month}月"


def _known(value: Value | None) -> bool:
    return value is not None and value.value in ("no_objection", "objection")


def _untrue(value: Value) -> bool:
    text = str(value.value)
    return bool(_UNTRUE.search(text)) and not _TRUE.search(_UNTRUE.sub("", text))


RULES = (outcome_not_stated, objection_not_settled, result_issued_before_the_period_ended)

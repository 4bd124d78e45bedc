"""FRM-04, FRM-05, FRM-07: the unit's opinion and its seal."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import Document, PageRef, Place, Seal, Value
from dossier.policy import Policy
from dossier.text import Agreement, fold_org
from dossier.text.regex import Regex
from dossier.validate.case import Case, why_hard_to_read, why_not_proven_absent
from dossier.validate.event import RESULT
from dossier.validate.opinions import FORMS, Opinion, given, opinions_of
from dossier.validate.rule import Remark, fail, not_applicable, rule, undecided
from dossier.validate.seals import SealMatch, SealState, match_seal, without_colour

_SPECIAL = Regex("合同|财务|发票|报关|收讫|质量检验")
_DEPARTMENT = Regex(
    "(?:人力资源|人事|组织|党政|综合|行政|技术|质量|财务|教务|科研|科技|政工|办公|职改|党群|企业?管|管理|教育|培训|劳资)[㐀-鿿]{0,6}(?:部|处|科|室|股)$"
)
_SUB_UNIT = Regex("[㐀-鿿](?:部|处|科|室|股|中心)$")
_NO_DEPARTMENT = Regex("(?:总|本|分|项目|事业|编辑|门诊|营业|经营|经理)部$|中心$")
"""Parts of a unit that may stand for it, or be it."""
_OPEN = Regex("工会|党委|党支部|党总支|委员会")
_OF_THE_UNIT = Regex("人事专用|人事章|职称|公章|行政章|专业技术")
"""What seals that units keep for such papers say below the star. One for business at large (业务专用章) is neither a
department's nor one for contracts or money, and stands for the unit as well."""


@rule(
    "FRM-04",
    reads={
        "review_form": ("unit_opinion",),
        "initial_form": ("unit_opinion",),
        "unit_opinion": ("agrees",),
    },
)
def unit_does_not_agree_to_recommend(case: Case, policy: Policy) -> Iterator[Remark]:
    """没有单位鉴定意见，或意见中没有明确同意推荐。

    为什么：申报须由用人单位审核并推荐，单位鉴定意见也是三公示的内容之一（560-8）。
    例：单位意见栏只写“材料真实”，没有“同意推荐”。
    怎么改：由用人单位在评审表单位意见栏或单位鉴定意见上写明“同意推荐申报××”，签名、盖章并写明日期。
    """
    opinions = list(opinions_of(case))
    verdicts = [(opinion, opinion.verdict) for opinion in opinions]
    agreeing = [opinion for opinion, verdict in verdicts if verdict is Agreement.AGREES]
    refusing = [opinion for opinion, verdict in verdicts if verdict is Agreement.REFUSES]
    if refusing:
        said = f"{refusing[0].where}为“{_quote(refusing[0])}”，不同意推荐"
        if agreeing:
            yield undecided(f"{said}，而{agreeing[0].where}同意推荐，需人工核对", refusing[0].said, agreeing[0].said)
        else:
            yield fail(said, refusing[0].said)
    elif not agreeing:
        yield _judge_without(given(case), opinions, case)


def _judge_without(spoken: list[Opinion], opinions: list[Opinion], case: Case) -> Remark:
    unread = [opinion for opinion in spoken if opinion.verdict in (None, Agreement.UNCLEAR)]
    if unread:
        quoted = f"“{_quote(unread[0])}”" if _quote(unread[0]) else "无法辨认"
        return undecided(f"{unread[0].where}{quoted}，未能确认是否同意推荐", unread[0].said, unread[0].document)
    if spoken:
        said = f"{spoken[0].where}“{_quote(spoken[0])}”" if _quote(spoken[0]) else spoken[0].where
        return fail(f"{said}没有明确同意推荐", *(opinion.said for opinion in spoken), spoken[0].document)
    said = f"{opinions[0].where}为空，也没有单独的单位鉴定意见" if opinions else "未见单位鉴定意见"
    at = [opinion.said for opinion in opinions]
    if gap := why_not_proven_absent(case, "unit_opinion", *FORMS):
        return undecided(f"{said}；{gap[0]}", *at, *gap[1])
    forms = list(case.documents(*FORMS))
    if reason := why_hard_to_read(case, *forms):
        return undecided(f"{said}；评审表页面不清晰（{reason}）", *at, *forms)
    if forms and not opinions:
        return undecided(f"{said}；评审表中没有找到单位意见栏，可能缺页", *forms)
    return fail(said, *at, case.first_page_of(*FORMS, "catalogue"))


def _quote(opinion: Opinion) -> str:
    said = opinion.said
    text = said.raw if said is not None and (isinstance(said.value, bool) or not said.known) else said and said.value
    words = "".join(str(text or "").split())
    return words if len(words) <= 40 else f"{words[:12]}……{words[-24:]}"


@rule(
    "FRM-05",
    reads={
        "review_form": ("unit_opinion", "unit_sealed"),
        "initial_form": ("unit_opinion", "unit_sealed"),
        "unit_opinion": ("sealed", "agrees"),
    },
)
def opinion_without_the_seal_of_the_unit(case: Case, policy: Policy) -> Iterator[Remark]:
    """单位鉴定意见没有加盖公章。

    为什么：没有盖章的意见不能认定为单位的意见。
    例：评审表单位意见栏写了同意推荐并签名，没有盖章。
    怎么改：在单位意见处加盖用人单位公章（红章），用彩色扫描或拍照后重新提交。
    """
    opinions = given(case)
    if not opinions:
        yield not_applicable("没有单位鉴定意见")
    sealed = [opinion for opinion in opinions if opinion.state is SealState.RED]
    for opinion in opinions:
        if opinion.state is not SealState.RED:
            yield _judge_unsealed(opinion, sealed, case)


def _judge_unsealed(opinion: Opinion, sealed: list[Opinion], case: Case) -> Remark:
    at = (opinion.sealed, opinion.document)
    if opinion.state is SealState.DOUBTFUL:
        return undecided(f"{opinion.where}的印章为黑白复印或无法辨认", *at)
    if opinion.state is SealState.UNKNOWN:
        return undecided(f"未能判断{opinion.where}是否盖章", *at)
    said = f"{opinion.where}没有加盖单位公章"
    if without_colour(opinion.document, case):
        return undecided(f"{opinion.where}为黑白件，看不出是否盖有红章", *at)
    if reason := why_hard_to_read(case, opinion.document):
        return undecided(f"{said}，但页面不清晰（{reason}）", *at)
    if sealed:
        return undecided(f"{said}，而{sealed[0].where}已盖章，需人工认定", *at, sealed[0].document)
    if near := _employers_seal(opinion.document, case):
        return undecided(f"{said}，但表内另有单位印章“{near}”，可能盖在栏外", *at)
    return fail(said, *at)


def _employers_seal(document: Document, case: Case) -> str:
    """The text of a seal elsewhere in the form that is the employer's, or could not be read."""
    employer = case.applicant("employer")
    for _, seal in document.seals:
        readings = [fold_org(text) for text in (seal.text, *seal.readings) if text]
        known = employer is not None and employer.known
        if not readings or (
            employer is not None and known and match_seal(readings, [employer]) is not SealMatch.DIFFERS
        ):
            return seal.text or "未能辨认"
    return ""


@rule(
    "FRM-07",
    reads={
        "review_form": ("unit_sealed", "unit_seal_text"),
        "initial_form": ("unit_sealed", "unit_seal_text"),
        "unit_opinion": ("sealed", "seal_text"),
        RESULT: ("sealed", "seal_text", "publisher"),
    },
)
def seal_of_a_department_in_place_of_the_units(case: Case, policy: Policy) -> Iterator[Remark]:
    """以部门章、合同章代替单位公章。

    为什么：鉴定意见和公示结果是单位的意见，须盖单位公章；部门章、合同章、财务章不能代表单位。
    例：单位意见处盖的是“××公司人力资源部”或合同专用章。
    怎么改：改盖用人单位公章后重新提交。
    """
    places = [(opinion.where, opinion.seals(), opinion.document) for opinion in given(case)]
    results = list(case.documents(RESULT))
    places += [(document.title or "公示情况证明", list(document.seals), document) for document in results]
    red = [
        (where, [(ref, seal) for ref, seal in seals if seal.state == "red"], paper) for where, seals, paper in places
    ]
    if not any(seals for _, seals, _ in red):
        yield not_applicable("没有可以辨认的红色印章")
    for where, seals, paper in red:
        round_ones = [(ref, seal) for ref, seal in seals if seal.shape != "square"]
        if round_ones:
            yield from _judge_seals(where, round_ones, _names(paper, case))


def _names(document: Document, case: Case) -> list[Value]:
    values = (document.get("publisher"), document.get("employer"), case.applicant("employer"))
    return [value for value in values if value is not None and value.known]


def _judge_seals(where: str, seals: list[tuple[PageRef, Seal]], names: list[Value]) -> Iterator[Remark]:
    """One seal of the unit itself is enough, whatever else is stamped beside it."""
    said = [_in_place_of(seal, names) for _, seal in seals]
    if not all(words for words, _ in said):
        return
    (ref, seal), (words, clear) = seals[0], said[0]
    place = Place(ref.file, ref.page, seal.box, f"{seal.text}{seal.sub_text}", seal.confidence)
    if clear:
        yield fail(f"{where}盖的是“{words}”，不是单位公章", place)
    else:
        yield undecided(f"{where}盖的是“{words}”，能否代替单位公章需人工认定", place)


def _is_department(below: str) -> bool:
    """Whether what stands below the star of the unit's own ring names a department, be a letter of it lost or not."""
    others = (_OPEN, _OF_THE_UNIT, _NO_DEPARTMENT)
    return len(below) >= 3 and bool(_SUB_UNIT.search(below)) and not any(other.search(below) for other in others)


def _in_place_of(seal: Seal, names: list[Value]) -> tuple[str, bool]:
    """(what the seal shows to be no unit's own, whether that is clear); ("", True) for a unit's own seal."""
    ring, below = fold_org(seal.text), fold_org(seal.sub_text)
    folded = [fold_org(str(name.value)) for name in names]
    if ring in folded and not below:
        return "", True
    if ring in folded and _is_department(below):
        return below, True
    for text in (below, *(ring[len(name) :] for name in folded if name and ring.startswith(name) and ring != name)):
        if _OF_THE_UNIT.search(text):
            return "", True
        if _OPEN.search(text):
            return text, False
        if _SPECIAL.search(text) or _DEPARTMENT.fullmatch(text):
            return text, True
        if _SUB_UNIT.search(text):
            return text, False
    return (ring, False) if _SPECIAL.search(ring) and ring not in folded else ("", True)


RULES = (
    unit_does_not_agree_to_recommend,
    opinion_without_the_seal_of_the_unit,
    seal_of_a_department_in_place_of_the_units,
)

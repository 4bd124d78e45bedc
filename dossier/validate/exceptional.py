"""EXC-01: whether an exceptional application (破格) has its clause and its peers' recommendations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.model import Document, Value
from dossier.policy import Policy
from dossier.text import squeeze
from dossier.text.regex import Regex
from dossier.validate.case import CERTAIN, Case, why_hard_to_read, why_not_proven_absent
from dossier.validate.event import codes, field_values
from dossier.validate.rule import Remark, fail, not_applicable, rule, undecided

_CASE, _PEER = "exceptional_case", "peer_recommendation"
_SENIOR = Regex("正高|教授级|研究员级|^(?:二级|三级|四级)?(?:教授|研究员)$")


@rule("EXC-01", reads={_CASE: ("clause",), _PEER: ("recommender", "recommender_title", "signed")})
def exceptional_application_lacks_its_grounds(case: Case, policy: Policy) -> Iterator[Remark]:
    """破格申报没有写明依据的破格条件，或正高级同行专家署名推荐不足。

    为什么：不具备规定的学历、年限要求而业绩突出的，可由同行正高级专家推荐破格申报（人社部发〔2019〕16号）。
    例：破格申报高级工程师，只有一名正高级工程师的推荐书。
    怎么改：补齐破格申报材料，写明所符合的破格条件；补足同行正高级专家的署名推荐书。
    """
    route = case.record.application.route
    if "exceptional" not in codes(route):
        yield not_applicable("未申报破格")
        return
    yield from _grounds(case, route)
    yield from _recommendations(case, policy, route)


def _grounds(case: Case, route: Value | None) -> Iterator[Remark]:
    papers = list(case.documents(_CASE))
    values = field_values(papers, "clause")
    if any(value.known for value in values):
        yield from _doubtful_grounds(values)
    elif not papers:
        if gap := why_not_proven_absent(case, _CASE):
            yield undecided(f"未见破格申报材料；{gap[0]}", *gap[1])
        else:
            yield fail("未见破格申报材料，没有写明破格依据", route, case.first_page_of("review_form"))
    elif values and all(value.reason == "blank" for value in values):
        yield fail("破格申报材料没有写明所符合的破格条件", *values, route)
    else:
        yield undecided("未能从破格申报材料中读到所符合的破格条件", *values, *papers)


def _doubtful_grounds(values: Sequence[Value]) -> Iterator[Remark]:
    known = [value for value in values if value.known]
    if all(value.confidence < CERTAIN for value in known):
        yield undecided("破格条件识别置信度低，请核对是否写明具体条款", *known)


@dataclass(frozen=True)
class _Peer:
    """One recommendation: whether it counts for certain, or may count, or why it does not."""

    paper: Document
    name: str
    counts: bool
    doubt: str = ""
    flaw: str = ""
    values: tuple[Value, ...] = ()


def _recommendations(case: Case, policy: Policy, route: Value | None) -> Iterator[Remark]:
    needed = int(policy.value("peer_recommendations_for_exceptional"))
    peers = [_peer(paper, case, policy) for paper in case.documents(_PEER)]
    sure = _distinct(peer for peer in peers if peer.counts)
    doubtful = [peer for peer in peers if peer.doubt]
    if sure >= needed:
        return
    flaws = [peer for peer in peers if peer.flaw]
    said = f"正高级同行专家署名推荐应有{needed}份，有效的{sure}份"
    if flaws:
        said += f"（{'；'.join(peer.flaw for peer in flaws)}）"
    gap = why_not_proven_absent(case, _PEER)
    if sure + len(doubtful) >= needed:
        why = "；".join(peer.doubt for peer in doubtful)
        values = [value for peer in doubtful for value in peer.values]
        yield undecided(f"{said}；另有推荐书待核实：{why}", *values, *(peer.paper for peer in doubtful))
    elif gap:
        yield undecided(f"{said}；{gap[0]}", *gap[1])
    else:
        values = [value for peer in flaws for value in peer.values]
        yield fail(said, *values, route, *(peer.paper for peer in peers), case.first_page_of(_CASE, "review_form"))


def _distinct(peers: Iterator[_Peer]) -> int:
    """How many different people: one who wrote twice counts once."""
    names = [peer.name for peer in peers]
    return len({name for name in names if name}) + names.count("")


def _peer(paper: Document, case: Case, policy: Policy) -> _Peer:
    recommender, title, signed = (paper.get(name) for name in ("recommender", "recommender_title", "signed"))
    name = squeeze(str(recommender.value)) if recommender is not None and recommender.known else ""
    who = name or "一名推荐人"
    applicant = case.applicant("name")
    values = tuple(value for value in (recommender, title, signed) if value is not None)
    if name and applicant is not None and applicant.known and name == squeeze(str(applicant.value)):
        return _Peer(paper, name, False, flaw="推荐人与申报人为同一人", values=values)
    if signed is not None and signed.known and not signed.value:
        if hard := why_hard_to_read(case, paper):
            return _Peer(paper, name, False, doubt=f"{who}未见签名，但页面不清晰（{hard}）", values=values)
        return _Peer(paper, name, False, flaw=f"{who}未签名", values=(signed,))
    rank = _is_senior(title, policy)
    if rank is False and title is not None:
        return _Peer(paper, name, False, flaw=f"{who}的职称为{title.value}，不是正高级", values=(title,))
    if rank is None:
        return _Peer(paper, name, False, doubt=f"{who}的职称无法确定是否为正高级", values=values)
    if signed is None or not signed.known:
        return _Peer(paper, name, False, doubt=f"{who}是否签名无法确定", values=values)
    if any(value.confidence < CERTAIN for value in (title, signed) if value is not None):
        return _Peer(paper, name, False, doubt=f"{who}的职称或签名识别置信度低", values=values)
    return _Peer(paper, name, True, values=values)


def _is_senior(title: Value | None, policy: Policy) -> bool | None:
    """Whether the title is one of 正高级; None where that cannot be told."""
    if title is None or not title.known:
        return None
    text = squeeze(str(title.value))
    levels = {level for _, level in policy.find_title(text)}
    if "senior" in levels or _SENIOR.search(text):
        return True
    return False if levels else None


RULES = (exceptional_application_lacks_its_grounds,)

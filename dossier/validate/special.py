"""What rules of special routes share: whether the route is taken, and one good paper among several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dossier.model import Outcome, Place
from dossier.policy import Policy
from dossier.validate.case import CERTAIN, Case, why_not_proven_absent
from dossier.validate.event import codes
from dossier.validate.routes import Routes
from dossier.validate.rule import Remark, not_applicable, places

HIGH = ("associate_senior", "senior")
"""The levels that 高级 means."""
_HIGH_WORDS = ("高级", "副高", "正高")
_WITHOUT_REVIEW = {"initial", "postdoc"}


def on_route(route: str, case: Case, policy: Policy, remarks: Iterable[Remark]) -> Iterator[Remark]:
    """The remarks of a rule for one route; no fail among them where it is not certain that the route is taken.

    Where only a paper speaks of the route, what would be a fail is open, and what is open anyway is not raised.
    """
    routes = Routes(case.record, policy)
    name = policy.codes["routes"][route]
    paper = routes.told_by(route)
    if route in routes.declared:
        doubt = "申报类型识别置信度不足，请核对原件" if routes.unsure else ""
        yield from (_doubted(remark, doubt, ()) if doubt else remark for remark in remarks)
        return
    failed = [remark for remark in remarks if remark.outcome is Outcome.FAIL] if paper is not None else []
    if paper is not None:
        doubt = f"卷宗中有“{paper.title}”，但申报类型未写{name}"
        yield from (_doubted(remark, doubt, places(paper)) for remark in failed)
    if not failed:
        yield not_applicable(f"不是{name}")


def _doubted(remark: Remark, doubt: str, where: tuple[Place, ...]) -> Remark:
    if remark.outcome is not Outcome.FAIL:
        return remark
    at = tuple(dict.fromkeys((*remark.places, *where)))
    return replace(remark, outcome=Outcome.UNDECIDED, message=f"{remark.message}；{doubt}", places=at)


def without_review(case: Case) -> bool:
    """Whether no committee reviews the application: 初定."""
    return bool(_WITHOUT_REVIEW & {*codes(case.record.application.route)})


def best_of(case: Case, kinds: Iterable[str], options: Iterable[Iterable[Remark]]) -> Iterator[Remark]:
    """What several papers of these kinds leave to say, of which one good one is enough.

    Nothing if one has no remark; what is undecided if that may yet clear one of them; else everything, and no fail
    while there may be another paper that was not read.
    """
    said: Sequence[tuple[Remark, ...]] = [tuple(remarks) for remarks in options]
    if not all(said):
        return
    hopeful = [remarks for remarks in said if all(remark.outcome is not Outcome.FAIL for remark in remarks)]
    gap = None if hopeful else why_not_proven_absent(case, *kinds)
    for remark in (remark for remarks in hopeful or said for remark in remarks):
        yield _doubted(remark, gap[0], gap[1]) if gap else remark


def is_high(case: Case) -> bool | None:
    """Whether the application is for 副高级 or 正高级; None where that cannot be told."""
    level, title = case.record.application.level, case.record.application.title
    if level is not None and level.known:
        return str(level.value) in HIGH
    if title is not None and title.known and title.confidence >= CERTAIN and str(title.value).startswith(_HIGH_WORDS):
        return True
    return None

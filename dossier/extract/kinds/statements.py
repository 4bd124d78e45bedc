"""Statements that join two units: renamed, merged, sent from one to the other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds.seeking import (
    Values,
    date_in,
    dated,
    first,
    kept,
    labelled_as,
    listed,
    org_in,
    pieces,
    prose_of,
    signing,
)
from dossier.extract.layout import Flow, Spot
from dossier.extract.readers import valued
from dossier.extract.sentences import Prose
from dossier.extract.signing import sealed
from dossier.extract.wording import A_UNIT
from dossier.model import Value
from dossier.text.regex import Regex

_SUBJECT = Regex(r"[㐀-鿿()A-Z]{0,30}(?:说明|协议书?|合同|证明|通知书|核准表)")
_PARTIES = (
    Regex(
        rf"原(?:单位)?名称?为[“\"]?(?P<a>{A_UNIT})[”\"]?,[^。]{{0,20}}?(?:变更|更名|改)为[“\"]?(?P<b>{A_UNIT})(?=[”\",。;]|$)"
    ),
    Regex(rf"由(?P<a>{A_UNIT})(?:派遣|派往|派驻)(?:至|到|往)?(?P<b>{A_UNIT})(?=工作|,|。|从事|任|担任)"),
    Regex(
        rf"(?:^(?![^与和同]{{0,30}}(?:说明|证明|协议))|[:。;,]|说明|证明|协议书?|根据|按照|兹|由于|因)(?P<a>{A_UNIT})[与和同](?P<b>{A_UNIT})(?:之间)?(?:已|于[^,。;]{{4,14}})?(?:签有|签订|签署|订有|订立)"
    ),
    Regex(
        rf"(?:(?<![㐀-鿿])原|^(?![^自于已]{{0,30}}(?:说明|证明|通知))|[。:;]|说明|证明)(?P<a>{A_UNIT})[”\"]?(?:\([^()]*\))?,?(?:已|现|自|于)[^,。;]{{0,16}}?(?:变更|更名|改制|改)为[“\"]?(?P<b>{A_UNIT})(?=[”\",。;]|$)"
    ),
    Regex(
        rf"(?:[:。;,]|说明|由|将|原)(?P<a>{A_UNIT})(?:、{A_UNIT})*(?:等(?:[\d一二三四五六七八九十]{{0,2}}家?单位)?)?(?:整合|合并|重组|改组)"
        rf"(?:后)?(?:组建|成立|设立|更名)?(?:为|成)?[“\"]?(?P<b>{A_UNIT})(?=[”\",。;]|$)"
    ),
    Regex(
        rf"原(?:单位)?名称?(?:为|是|叫)?[“\"](?P<a>{A_UNIT})[”\"][^。]{{0,24}}?(?:变更|更名|改)为[“\"](?P<b>{A_UNIT})[”\"]"
    ),
    Regex(rf"由[“\"]?(?P<a>{A_UNIT})[”\"]?(?:变更|更名|改制|改)为[“\"]?(?P<b>{A_UNIT})(?=[”\",。;]|$)"),
)
_SENT_TO_US = Regex(
    rf"由(?P<a>{A_UNIT})(?:劳务)?(?:派遣|派往|派驻)(?:至|到|往|在)?(?:我|本)(?:单位|公司|校|院|局|所|厂|中心)"
)
_PAID_BY = Regex(
    r"由(?:(?:我|本)(?:单位|公司|集团|[校院局所厂])?)?(?:委托)?(?:总公司|母公司|集团公司|上级单位)?"
    rf"(?P<v>{A_UNIT})(?:统一)?代(?:为)?(?:缴|发)"
)
_POSTS_OF = Regex(
    rf"(?=.*岗位)(?=.*(?:空缺|核准|核定))(?:申报|填报|用人|呈报)?单位(?:名称)?(?:\([^()]{{2,4}}\))?:(?P<v>{A_UNIT})(?=\(|岗位|$|[,。;\d年])"
)
"""The heading of a form by which an authority approves vacant posts."""
_PARTY = r"(?:劳务)?派[遣出](?:单位|机构|方|公司)|(?:实际)?用[工人](?:单位|方)|甲方|乙方|用人单位|接受单位"
_PARTY += r"|(?:变更|更名)[前后](?:单位)?名称|[原现]单位名称"


def statement(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """What is stated, which units it names, when and under which seal."""
    prose = prose_of(draft)
    values: Values = {
        "subject": first(labelled.get("subject"), _subject(draft)),
        "parties": _parties(draft, found, prose) or _sent_to_us(draft, prose) or _with_another(draft, prose),
        "sealed": sealed(draft.layouts)["sealed"],
        "date": first(dated(draft), labelled_as("date", labelled, found, date_in)),
    }
    return kept(values)


def _sent_to_us(draft: Draft, prose: Prose) -> Value | None:
    """由甲公司派遣至我单位: the sender, and the unit that signs."""
    match, unit = prose.search(_SENT_TO_US), signing(draft)[0]
    spot = prose.spot(match.start("a"), match.end("a")) if match else None
    sender = org_in(match["a"]) if match else None
    if unit is None or spot is None or sender is None:
        return None
    return valued([sender, unit.value], spot, min(spot.confidence, unit.confidence))


def _with_another(draft: Draft, prose: Prose) -> Value | None:
    """The unit that signs and the one that pays for it, or the one whose posts the authority that signs approves."""
    signs = signing(draft)[0]
    for pattern, own_first in ((_PAID_BY, True), (_POSTS_OF, False)):
        match = prose.search(pattern)
        other = org_in(match["v"]) if match else None
        spot = prose.spot(*match.span("v")) if match else None
        if other is not None and spot is not None and signs is not None and signs.value != other:
            both = [str(signs.value), other] if own_first else [other, str(signs.value)]
            return valued(both, spot, min(spot.confidence, signs.confidence))
    return None


def _subject(draft: Draft) -> Value | None:
    """The heading: the first run near the top that ends as a statement's title does."""
    runs = [(flow, spot) for flow, spot in pieces(draft.layouts[0])][:6]
    for flow, spot in runs:
        if _SUBJECT.fullmatch(flow.prose.text):
            return _below_bare_title(runs, flow, spot) or valued(flow.prose.text, spot)
    return None


def _below_bare_title(runs: Sequence[tuple[Flow, Spot]], title: Flow, at: Spot) -> Value | None:
    """What stands in brackets right below a title that says no more than 情况说明."""
    if not re.fullmatch(r"(?:有关|相关)?(?:情况)?(?:说明|证明)", title.prose.text):
        return None
    for flow, spot in runs:
        below = 0 < spot.box.y0 - at.box.y0 < 3 * max(at.box.height, spot.box.height)
        if below and (inside := re.fullmatch(r"\((?P<v>[^()]{4,30})\)", flow.prose.text)):
            return valued(inside["v"], spot)
    return None


def _parties(draft: Draft, found: Found, prose: Prose) -> Value | None:
    units: list[tuple[str, Spot]] = []
    for _, candidate in found.get("parties", ()):
        if candidate.flow is not None and re.fullmatch(_PARTY, candidate.label):
            unit, spot = org_in(candidate.flow.text.strip().split("\t")[0]), candidate.flow.spot()
            if unit is not None and spot is not None:
                units.append((unit, spot))
    if len({unit for unit, _ in units}) > 1:
        return listed(units)
    for pattern in _PARTIES:
        match = prose.search(pattern)
        if match is not None:
            spots = [(org_in(match[g]), prose.spot(match.start(g), match.end(g))) for g in ("a", "b")]
            return listed((unit, spot) for unit, spot in spots if unit is not None and spot is not None)
    return listed(units)

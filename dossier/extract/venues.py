"""Where a notice was published: on a board, on the unit's own net, on a public site, elsewhere (560-8)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dossier.extract.choices import TICK_NOT_READ, Choice, Mention, chosen
from dossier.extract.sentences import Prose
from dossier.extract.wording import (
    NOT_PUBLISHED_THERE,
    ON_THE_NET,
    SPEAKS_OF_PUBLISHING,
    VENUE_LABEL,
    VENUES,
)
from dossier.model import Value
from dossier.text.regex import Regex

_STOP = Regex(
    r"公示(?:时间|期|对象|人员|内容|范围|单位|结果|情况|材料|事项)|监督|联系|受理|特此|如有|。|[一二三四五六七]、|备注|意见反"
)
_OPENS = Regex(r"(?:[〔<(]|[一二三四五六七八九十\d]{1,2}[、.)]|\([一二三四五六七八九十\d]{1,2}\))*$")
_PUBLISHED_AT = Regex(
    r"(?:在|于|通过|利用)(?P<place>[^,。;:在于]{2,16}?)(?:上|内|里|处)?(?:进行|予以|给予)?了?(?:公示|张贴|张榜|公布)(?!期|时间|材料|内容|对象|结果)"
)
_NO_PLACE = Regex(
    r"\d|[年月日天]|期[间内满]|工作日|范围|[本我]?(?:单位|公司|集团|院|校|局|所|厂|站|中心)(?:内部?|全体)?$"
)
"""A time or the unit alone is no place within it."""
_ARROWS = 2
"""Arrows in a sentence from which it tells the steps of a procedure."""
_UNNAMED = 0.6
"""Confidence at most of a place that is none of the known ones."""


def read_venue(prose: Prose, labelled: Value | None) -> Value | None:
    """Codes of the places. Ways to complain (如有异议，请通过微信……) are no venue; 首页公告栏 is a page, no board."""
    spans = _labelled_spans(prose)
    mentions = [one for start, end in spans for one in _said(prose.text, start, end)]
    told = _in_labelled(labelled)
    if not mentions and told is not None and labelled is not None and not _stated(prose):
        return _value(replace(labelled, reason=None), told)
    if not mentions:
        named = [one for start, end in _publishing_spans(prose) for one in _said(prose.text, start, end)]
        mentions = [one for one in named if not _is_step(prose.text, one)] or named
    choice = chosen(prose.text, sorted(mentions, key=lambda one: one.start), prose.row_starts) if mentions else None
    if choice is None or not choice.mentions:
        if told is not None and labelled is not None:
            return _value(replace(labelled, reason=None), told)
        if labelled is not None and labelled.known:
            return replace(labelled, value=["other"], confidence=min(labelled.confidence, _UNNAMED))
        return _unknown_place(prose)
    first, last = min(one.start for one in choice.mentions), max(one.end for one in choice.mentions)
    found = prose.value([], first, last)
    return None if found is None else _value(found, choice)


def _value(at: Value, choice: Choice) -> Value:
    named = {mention.code for mention in choice.mentions}
    sure = at.confidence if choice.sure else min(at.confidence, TICK_NOT_READ)
    return replace(at, value=[code for code in VENUES if code in named], confidence=sure)


def _in_labelled(labelled: Value | None) -> Choice | None:
    if labelled is None or not labelled.known:
        return None
    text = re.sub(r"\s", "", labelled.raw)
    choice = chosen(text, _said(text, 0, len(text)))
    return choice if choice is not None and choice.mentions else None


def _said(text: str, start: int, end: int) -> list[Mention]:
    """Places a stretch names, in its order; each stretch of it counts for the first code it fits."""
    found: list[Mention] = []
    for code, words in VENUES.items():
        for match in words.finditer(text[start:end]):
            one = Mention(code, start + match.start(), start + match.end())
            if _counts(text, start, one):
                found.append(one)
    return sorted(_unshadowed(found), key=lambda one: one.start)


def _counts(text: str, start: int, one: Mention) -> bool:
    before = text[max(start, one.start - 24) : one.start]
    if one.code == "conspicuous_place" and ON_THE_NET.search(before):
        return False
    return not NOT_PUBLISHED_THERE.search(re.split(r"[,。;]", before)[-1])


def _is_step(text: str, one: Mention) -> bool:
    """Whether a place is named in a step of a procedure that is drawn with arrows: 评议→张贴名单→上报."""
    before, behind = (re.split(r"[。;]", part) for part in (text[: one.start], text[one.end :]))
    return (before[-1] + behind[0]).count("→") >= _ARROWS


def _unshadowed(found: Sequence[Mention]) -> list[Mention]:
    """Without those that lie inside a longer one: 微信 in 企业微信, 官网 in 内部官网."""
    return [
        one
        for one in found
        if not any(
            other is not one
            and other.start <= one.start
            and one.end <= other.end
            and (other.end - other.start) > (one.end - one.start)
            for other in found
        )
    ]


def _labelled_spans(prose: Prose) -> list[tuple[int, int]]:
    """Behind every label that asks for the place; 公示范围 says among whom, not where."""
    spans = []
    for label in VENUE_LABEL.finditer(prose.text):
        if not _is_label(prose, label):
            continue
        stop = _STOP.search(prose.text, label.end())
        spans.append((label.end(), min(stop.start() if stop else len(prose.text), label.end() + 80)))
    return spans


def _is_label(prose: Prose, label: re.Match[str]) -> bool:
    """With a colon, or at the beginning of a row, numbered or in brackets."""
    before = _OPENS.search(prose.text[: label.start()])
    return label.group().endswith(":") or (before is not None and before.start() in prose.row_starts)


def _stated(prose: Prose) -> bool:
    """Whether a sentence states the place, which a row may cut: 公示地点为……、……,同时登载于……。"""
    return any(label.group().endswith(("为", "是")) for label in VENUE_LABEL.finditer(prose.text))


def _unknown_place(prose: Prose) -> Value | None:
    """A place that a sentence names as that of publishing and that is none of the known ones: 在办公楼前公示."""
    for start, end in _publishing_spans(prose):
        for match in _PUBLISHED_AT.finditer(prose.text, start, end):
            place = prose.value(["other"], *match.span("place"))
            if place is not None and not _NO_PLACE.search(match["place"]):
                return replace(place, confidence=min(place.confidence, _UNNAMED))
    return None


def _publishing_spans(prose: Prose) -> list[tuple[int, int]]:
    spans = []
    for a, b in prose.without_conditions():
        for match in re.finditer(r"[^。;]+[。;]?", prose.text[a:b]):
            if SPEAKS_OF_PUBLISHING.search(match.group()) and not re.search(r"监督|受理|联系电话", match.group()[:8]):
                spans.append((a + match.start(), a + match.end()))
    return spans

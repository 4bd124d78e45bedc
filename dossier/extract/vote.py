"""Which kinds words speak for, each word weighed by how few kinds have it: a title's letters, a page's phrases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from math import log

from dossier.policy import DocumentKind
from dossier.text.regex import Regex

GENERIC = Regex(
    r"(?:有关)?(?:证明|说明|报告|函|通知|决定|情况|请示|介绍信|意见|证书|证明信|证明书|证明材料|公告|通告|告示|公开)"
)
"""Titles that say nothing of what is certified or reported."""
_CLEAR = 1.5
"""How many times the weight of the next kind the best one must have."""
_LEAST_HITS, _LEAST_UNTITLED = 2, 3
"""Phrases of a kind on a page that bears such a title, and on one that bears none."""
SECTIONS = frozenset(
    [
        "unit_opinion",
        "pledge",
        "annual_assessment",
        "continuing_education",
        "publicity_result",
        "work_summary",
        "achievement",
        "paper",
        "award",
        "project",
        "appointment",
        "catalogue",
        "conduct",
    ]
)
"""Kinds whose names also head sections of a review form."""
_HAN_PAIR = Regex(r"(?=([㐀-鿿]{2}))")

Spelled = tuple[tuple[str, tuple[str, ...]], ...]


def shares_of_title(text: str, kinds: Mapping[str, DocumentKind]) -> dict[str, float]:
    """For each kind, 0 to 1: how much of what tells kinds apart in a title its own titles have, too.

    专利实施应用证明 is wholly a patent's; of a project's titles it has the 应用证明 only.
    """
    spelled = tuple((kind.kind, kind.titles) for kind in kinds.values())
    weights, pairs_of = _pairs(spelled)
    pairs = [pair for pair in _pairs_in(text) if weights.get(pair)]
    whole = sum(weights[pair] for pair in pairs)
    if not whole:
        return {}
    return {kind: sum(weights[pair] for pair in pairs if pair in pairs_of[kind]) / whole for kind in pairs_of}


def votes(text: str, kinds: Mapping[str, DocumentKind]) -> list[tuple[str, float, int]]:
    """(kind, weight, number of phrases) of kinds whose usual phrases stand in a text, heaviest first."""
    spelled = tuple((kind.kind, kind.phrases) for kind in kinds.values())
    weights = _weights(spelled)
    found = []
    for kind, phrases in spelled:
        hits = [phrase for phrase in phrases if phrase in text]
        if hits:
            found.append((kind, sum(weights[phrase] for phrase in hits), len(hits)))
    return sorted(found, key=lambda item: -item[1])


def clear_vote(text: str, kinds: Mapping[str, DocumentKind], least: int = _LEAST_HITS) -> str | None:
    """The kind that at least so many of its phrases in a text clearly speak for; None where none or several do."""
    found = votes(text, kinds)
    if not found or found[0][2] < least:
        return None
    kind, weight, _ = found[0]
    return kind if len(found) < 2 or weight >= _CLEAR * found[1][1] else None


def untitled_vote(text: str, kinds: Mapping[str, DocumentKind]) -> str | None:
    """The same for a page without any title: it needs more phrases, and may be a section of a form."""
    kind = clear_vote(text, kinds, _LEAST_UNTITLED)
    of_form = kind in SECTIONS and any(section in text for section in kinds["review_form"].sections)
    return None if of_form else kind


@lru_cache(maxsize=4)
def _pairs(spelled: Spelled) -> tuple[dict[str, float], dict[str, frozenset[str]]]:
    of = {kind: frozenset(pair for title in titles for pair in _pairs_in(title)) for kind, titles in spelled}
    return _rarity(of.values(), len(of)), of


@lru_cache(maxsize=4)
def _weights(spelled: Spelled) -> dict[str, float]:
    return _rarity((frozenset(phrases) for _, phrases in spelled), len(spelled))


def _rarity(words_of_kinds: Iterable[frozenset[str]], number: int) -> dict[str, float]:
    counts = Counter(word for words in words_of_kinds for word in words)
    return {word: log(number / count) for word, count in counts.items()}


def _pairs_in(text: str) -> Iterator[str]:
    return (match[1] for match in _HAN_PAIR.finditer(text))

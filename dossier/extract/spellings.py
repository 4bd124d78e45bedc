"""How labels may be spelled: letter-spaced, with a hint or an English gloss behind them, with one letter misread."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from dossier.text.regex import Regex

_INNER = r"[\s·.,\-]?"
"""Letter-spaced labels, specks included: 姓　名. 、 is searched as a comma: sets beyond U+00FF compile slowly."""
_HINT = r"(?:\s?及(?:其)?(?:取得|聘任|任职|评定)?(?:时间|日期|年限))?(?:\([^()]{1,14}\)|[*＊])?"
"""A hint behind a label: 学历(全日制), 姓名*."""
_GLOSS = r"(?:[\s/]*[A-Z][A-Za-z .'&/]{1,36}(?=[:\t\n]|$))?"
"""The label again in English: 姓名 Name, 证书编号 Certificate No."""
LEAST, MOST = 4, 10
"""Letters of a label that is known with one of them misread."""


def gapped(text: str) -> list[str]:
    """The text with each of its letters left open in turn."""
    return [f"{text[:index]}?{text[index + 1 :]}" for index in range(len(text))]


@lru_cache(maxsize=16)
def misspellings(labels: frozenset[str]) -> Mapping[str, Sequence[str]]:
    """Spellings with one letter left open → the labels that read so, in the order of the alphabet."""
    found: dict[str, list[str]] = {}
    for label in sorted(labels):
        if LEAST <= len(label) <= MOST:
            for spelling in gapped(label):
                found.setdefault(spelling, []).append(label)
    return found


@lru_cache(maxsize=128)
def alternatives(labels: frozenset[str]) -> Regex:
    return Regex(rf"(?P<label>{_longest_of(labels)}){_HINT}{_GLOSS}(?:(?P<bracket>[〕\]】]:?)|\s?(?P<colon>:))?")


def _longest_of(words: Collection[str]) -> str:
    """An expression for the longest of these words that fits; what several begin with stands in it once."""
    tails: dict[str, set[str]] = {}
    for word in sorted(words):
        tails.setdefault(word[:1], set()).add(word[1:])
    return "|".join(f"{re.escape(letter)}{_rest(tails[letter])}" for letter in tails if letter) or "(?!)"


def _rest(tails: Collection[str]) -> str:
    longer = [tail for tail in tails if tail]
    goes_on = f"(?:{_INNER}(?:{_longest_of(longer)}))" if longer else ""
    return goes_on + "?" if longer and len(longer) < len(tails) else goes_on

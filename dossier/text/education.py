"""The words for levels of education and for degrees."""

from __future__ import annotations

import re

from dossier.text.regex import Regex

_WORDS = (
    ("doctor", Regex("博士")),
    ("master", Regex("硕士|研究生")),
    ("college", Regex("专科|大专|高职|高级工班|(?<!预备)高级技工")),
    ("bachelor", Regex("本科|学士|^大学|大学毕业|预备技师|技师班")),
    ("secondary", Regex("中专|中等|中师|中技|技工|中级工班")),
)
_DEGREES = (("doctor", "博士"), ("master", "硕士"), ("bachelor", "学士"))


def education_level(text: str) -> str | None:
    """doctor, master, bachelor, college or secondary; None where the words name none. 专科起点本科 is bachelor."""
    bare = re.sub(r"(?:大?专科?)(?:起点(?:升)?本?|升本)科?", "本科", re.sub(r"\s", "", text))
    return next((level for level, words in _WORDS if words.search(bare)), None)


def degree_level(text: str) -> str | None:
    """doctor, master or bachelor; None where the words name no degree."""
    return next((level for level, word in _DEGREES if word in text), None)

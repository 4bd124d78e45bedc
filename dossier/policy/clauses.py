"""A notice as it was received, split into its numbered paragraphs."""

from __future__ import annotations

import re

from dossier.errors import PolicyError
from dossier.text import HAN, chinese_number, normalise

_LEFTOVER = re.compile(r"\[bookmark:[^\]]*\]")
_NUMBERED = re.compile(r"^\s*((?:[一二三四五六七八九十]\s?){1,3})\s*、", re.MULTILINE)
_BESIDE_FIGURES = re.compile(rf"(?<=[{HAN}])\s+(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])\s+(?=[{HAN}])")
_DIGITS = "零一二三四五六七八九"


def split_clauses(raw: str, prefix: str) -> dict[str, str]:
    """`<prefix>-1`, `<prefix>-2` … → the text of the paragraph, normalised.

    The raw text may break lines inside words and set blanks inside numerals. PolicyError unless the numbers run
    from 一 without a gap.
    """
    raw = _LEFTOVER.sub("", raw)
    starts = list(_NUMBERED.finditer(raw))
    numbers = [chinese_number(found[1]) for found in starts]
    if not numbers or numbers != list(range(1, len(numbers) + 1)):
        raise PolicyError(f"通知原文的条目编号不连续：{numbers}", "请核对通知原文，每条须以“一、”“二、”起行")
    ends = [found.start() for found in starts[1:]] + [len(raw)]
    return {
        f"{prefix}-{number}": _BESIDE_FIGURES.sub("", normalise(raw[found.start() : end]))
        for number, found, end in zip(numbers, starts, ends, strict=True)
    }


def cite(clause: str, document_number: str, prefix: str) -> str:
    """A clause as it is cited to people; texts other than the notice keep the name they have."""
    if clause == "practice":
        return "评审工作惯例"
    return re.sub(
        rf"(?<![0-9]){re.escape(prefix)}-([0-9]{{1,2}})(?![0-9])",
        lambda found: f"{document_number}第{_ordinal(int(found[1]))}条",
        clause,
    )


def _ordinal(number: int) -> str:
    """1 to 99 in Chinese characters."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones else "")

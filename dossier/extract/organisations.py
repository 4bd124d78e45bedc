"""Names of units read from seals and signatures, put right by the names the dossier prints elsewhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from dossier.extract.wording import ORG_END
from dossier.model import Document, Value
from dossier.text import fold_org

_PRINTED = (
    ("review_form", "employer"),
    ("initial_form", "employer"),
    ("summary_form", "employer"),
    ("pledge", "employer"),
)
_SURE = 0.93
_SEAL_IS = 84.0
"""Similarity (0 to 100) from which a ring text is the name it resembles. Other units' names reach at most 60."""
_AGREED = 0.9
"""Confidence of a ring text that says, letter for letter, a name that the dossier prints elsewhere."""
_BRANCH = re.compile("(?:分公司|分院|分校|分局|分厂|分所|分行|分店|分中心|支行|项目部|事业部|办事处)$")
_NUMERALS = frozenset("一二三四五六七八九十〇零0123456789东西南北")
_LOST_TAIL = 4
"""Characters at most that it may have lost at its end, provided that what is left ends like no unit's name."""
_LOST_HEAD = 2
"""Characters at most that a line cut short by a seal may have lost at its beginning."""


def known_units(documents: Sequence[Document]) -> list[str]:
    """Units the dossier prints with certainty: the employer as the forms name it."""
    names: list[str] = []
    for kind, name in _PRINTED:
        for document in documents:
            value = document.get(name) if document.kind == kind else None
            if value is not None and value.known and value.confidence >= _SURE and value.value not in names:
                names.append(str(value.value))
    return names


def with_known_units(document: Document, units: Collection[str]) -> Document:
    """The document with seal texts and signing units written as the dossier prints them; `raw` keeps the reading."""
    fields = dict(document.fields)
    for name, value in document.fields.items():
        if not isinstance(value.value, str):
            continue
        if name.endswith("seal_text"):
            fields[name] = _nearest(value, units)
        elif name in ("publisher", "employer", "issuer") and value.method != "stated":
            fields[name] = _completed(value, units)
    return replace(document, fields=fields)


def _nearest(value: Value, units: Collection[str]) -> Value:
    """A ring text is verified against names, not read letter by letter."""
    read = fold_org(str(value.value))
    scored = [(fuzz.ratio(read, fold_org(unit)), unit) for unit in units if _may_be(read, fold_org(unit))]
    score, unit = max(scored, default=(0.0, ""))
    if score == 100:
        return replace(value, value=unit, confidence=max(value.confidence, _AGREED))
    return replace(value, value=unit) if score >= _SEAL_IS else value


def _may_be(read: str, unit: str) -> bool:
    """Whether misreading alone can part two names: a branch is not its parent, 第一 is not 第二."""
    if bool(_BRANCH.search(read)) != bool(_BRANCH.search(unit)):
        return False
    edits = [edit for edit in Levenshtein.opcodes(read, unit) if edit.tag == "replace"]
    changes = [(read[e.src_start : e.src_end], unit[e.dest_start : e.dest_end]) for e in edits]
    return not any(_NUMERALS & {*was} and _NUMERALS & {*becomes} for was, becomes in changes)


def _completed(value: Value, units: Collection[str]) -> Value:
    """A name that lacks only its first characters, or breaks off within a word, was cut by the seal over it."""
    read = fold_org(str(value.value))
    for unit in units:
        whole = fold_org(unit)
        if whole.endswith(read) and 0 < len(whole) - len(read) <= _LOST_HEAD and len(read) >= 6:
            return replace(value, value=unit, confidence=min(value.confidence, 0.9))
        broken = not re.search(f"(?:{ORG_END})$", read)
        if whole.startswith(read) and 0 < len(whole) - len(read) <= _LOST_TAIL and len(read) >= 6 and broken:
            return replace(value, value=unit, confidence=min(value.confidence, 0.9))
    return value

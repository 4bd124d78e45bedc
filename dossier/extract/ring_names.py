"""Whose seal it is: the text of a ring is verified against the names of units that the dossier prints.

A ring is read letter by letter, and rare characters are misread or skipped (云□县教育局). A printed name is the ring's
where every letter that was read clearly stands in it, in order, and all others were read by some reading, but for one
rare character, or a plain one of the unit that the dossier names over and over. What tells units apart (第一 and 第二,
市 and 县, 分公司) must itself have been read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from dossier.model import UNCLEAR, Seal
from dossier.text import TELLING, fold_org, is_rare, tells_apart
from dossier.text.regex import Regex

VERIFIED = 0.93
"""Confidence of a ring text that can be no other name of those printed."""
RESEMBLES = 0.8
"""Greatest confidence of one that is probably this name."""
ALIKE = 84.0
"""Similarity (0 to 100) from which a ring text resembles a name. Other units' names reach at most 60."""
LEAST_CLEAR = 0.5
"""Share of a name's letters that must have been read clearly."""
OFTEN = 8
"""A name printed so many times is the unit's that the dossier is about."""
_BEGINNING = 3
MISREAD = 4
"""A name printed so many times as often as one that differs in a letter or two: that one is a misreading."""
_BRANCH = Regex(
    "(?:分公司|分院|分校|分局|分厂|分所|分行|分店|分中心|支行|支队|支部|项目部|事业部|办事处|工会|党委|附属.*)$"
)


@dataclass(frozen=True)
class _Fit:
    """How a printed name fits a ring."""

    name: str
    unread: int
    """Letters that no reading has."""
    doubted: int
    """Those among them that should have been read."""
    clear: float
    """Share of the letters that were read clearly."""
    times: int


def verified(seal: Seal, names: Mapping[str, int]) -> Seal:
    """The seal with its text as the dossier prints it. `names`: printed names and how often each is printed.

    Sure where one name alone fits; where two fit about equally, or one merely resembles, the seal stays open.
    """
    if seal.state != "red" or seal.shape == "square" or not seal.text:
        return seal
    read = fold_org(seal.text)
    fits = sorted(
        (fit for name, times in names.items() if (fit := _fit(seal, name, times))),
        key=lambda fit: (fit.unread + fit.doubted, -fit.times),
    )
    if not fits:
        return _resembling(seal, read, names)
    best = fits[0]
    if any(fit.unread + fit.doubted <= best.unread + best.doubted + 1 for fit in fits[1:]):
        return seal if fold_org(best.name) == read and seal.confidence > RESEMBLES else _open(seal)
    exact = fold_org(best.name) == read and best.times > 1
    sure = best.unread <= (1 if best.times > 1 else 0) and not best.doubted and (best.clear >= LEAST_CLEAR or exact)
    if sure:
        return replace(seal, text=best.name, confidence=max(VERIFIED, seal.confidence))
    return _open(replace(seal, text=best.name))


def without_misreadings(counted: Mapping[str, int]) -> dict[str, int]:
    """The names, those left out that differ in a letter or two from one that is printed many times as often."""

    def misread(name: str) -> bool:
        return any(
            times >= MISREAD * counted[name]
            and other != name
            and _differs_by_misreading(fold_org(name), fold_org(other))
            for other, times in counted.items()
        )

    return {name: times for name, times in counted.items() if not misread(name)}


def may_be(read: str, unit: str) -> bool:
    """Whether misreading alone can part two names: a branch is not its parent, 第一 is not 第二."""
    if bool(_BRANCH.search(read)) != bool(_BRANCH.search(unit)):
        return False
    for edit in Levenshtein.opcodes(read, unit):
        was, becomes = read[edit.src_start : edit.src_end], unit[edit.dest_start : edit.dest_end]
        if edit.tag == "replace" and tells_apart(was, becomes):
            return False
    return True


def _differs_by_misreading(name: str, other: str) -> bool:
    if not 0 < Levenshtein.distance(name, other) <= max(1, len(other) // 6):
        return False
    letters = [
        letter
        for edit in Levenshtein.opcodes(name, other)
        if edit.tag != "equal"
        for letter in name[edit.src_start : edit.src_end]
    ]
    return not TELLING.intersection(letters)


def _fit(seal: Seal, name: str, times: int) -> _Fit | None:
    unit = fold_org(name)
    clear = fold_org(seal.clear) if seal.clear else UNCLEAR * len(fold_org(seal.text))
    found = _pattern(clear, seal.confidence <= RESEMBLES).fullmatch(unit)
    if found is None or not may_be(fold_org(seal.text), unit):
        return None
    open_places = [place for group in range(1, len(found.groups()) + 1) for place in range(*found.span(group))]
    supported = _read_somewhere(seal, unit)
    unread = [place for place in open_places if place not in supported]
    share = 1 - len(open_places) / len(unit)
    if share < LEAST_CLEAR and fuzz.ratio(fold_org(seal.text), unit) < ALIKE:
        return None
    doubted = sum(not (is_rare(unit[place]) or (times >= OFTEN and _is_plain(unit, place))) for place in unread)
    return _Fit(name, len(unread), doubted, share, times)


def _pattern(clear: str, open_ends: bool) -> Regex:
    """A name with these letters: an unclear place is one letter, give or take one; ends may lack two."""
    parts = []
    for run in re.findall(f"{UNCLEAR}+|[^{UNCLEAR}]+", clear):
        unclear = run.startswith(UNCLEAR)
        parts.append(f"(.{{{max(0, len(run) - 1)},{len(run) + 1}}})" if unclear else re.escape(run))
    end = "(.{0,2})" if open_ends else ""
    return Regex(end + "".join(parts) + end)


def _is_plain(unit: str, place: int) -> bool:
    """Whether a letter is none of those that begin a name (云陉县, 汾州市) or tell units apart."""
    return place >= _BEGINNING and unit[place] not in TELLING


def _read_somewhere(seal: Seal, unit: str) -> set[int]:
    """Places of the name's letters that some reading has where they belong."""
    places: set[int] = set()
    for reading in (seal.text, *seal.readings):
        read = fold_org(reading)
        if fuzz.ratio(read, unit) >= ALIKE - 10:
            for edit in Levenshtein.opcodes(read, unit):
                if edit.tag == "equal":
                    places.update(range(edit.dest_start, edit.dest_end))
    return places


def _resembling(seal: Seal, read: str, names: Mapping[str, int]) -> Seal:
    """A name that the whole text resembles: probably the ring's, and never surely.

    A clear text that is all but a printed name may be misread itself, or lack a letter at an end.
    """
    if seal.confidence > RESEMBLES:
        return _open(seal) if any(_differs_by_misreading(read, fold_org(name)) for name in names) else seal
    scored = sorted(
        ((fuzz.ratio(read, fold_org(name)), name) for name in names if may_be(read, fold_org(name))), reverse=True
    )
    if not scored or scored[0][0] < ALIKE:
        return seal
    if len(scored) > 1 and scored[1][0] >= scored[0][0] - 4:
        return _open(seal)
    return _open(replace(seal, text=scored[0][1]))


def _open(seal: Seal) -> Seal:
    return replace(seal, confidence=min(seal.confidence, RESEMBLES))

"""How the names of specialties and majors stand to each other: 道路与桥梁工程, 道路桥梁工程专业, 桥梁工程."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from dossier.text import squeeze
from dossier.text.regex import Regex
from dossier.validate.likeness import Likeness, look_alike

_DRESSING = Regex(r"[（）〔〕“”‘’\"'《》、，。：；.\-_·/与和及]")
_END = Regex(r"(?:专业|方向|类)+$")
_COMMON = Regex(r"工程|技术|科学|管理|专业|方向|及其|[学类]")
"""Words that so many names carry that they tell nothing."""
_ALIKE = 60
"""Likeness (0–100) of what is left of two names above which they may mean the same."""

_ORDER = (Likeness.SAME, Likeness.UNCLEAR, Likeness.RELATED, Likeness.DIFFERENT)


def fold_term(name: str) -> str:
    """The name without white space, brackets, joining words and a closing 专业."""
    return _END.sub("", _DRESSING.sub("", squeeze(name)).upper())


def compare_terms(a: str, b: str) -> Likeness:
    """SAME after folding; RELATED where one may be a part or variant of the other; UNCLEAR by a look-alike."""
    one, other = fold_term(a), fold_term(b)
    if not one or not other:
        return Likeness.UNCLEAR
    if one == other:
        return Likeness.SAME
    if len(one) == len(other):
        changed = [(x, y) for x, y in zip(one, other, strict=True) if x != y]
        if all(look_alike(x, y) for x, y in changed):
            return Likeness.UNCLEAR
    if one in other or other in one:
        return Likeness.RELATED
    return _compare_cores(_COMMON.sub("", one), _COMMON.sub("", other))


def _compare_cores(one: str, other: str) -> Likeness:
    if not one or not other:
        return Likeness.DIFFERENT
    if one in other or other in one or fuzz.ratio(one, other) > _ALIKE:
        return Likeness.RELATED
    near = len(one) > 2 and len(other) > 2 and Levenshtein.distance(one, other, score_cutoff=1) <= 1
    return Likeness.RELATED if near else Likeness.DIFFERENT


def nearest(name: str, names: Iterable[str]) -> tuple[Likeness, str]:
    """The likeness to the name that comes nearest, and that name; DIFFERENT and empty where there is none."""
    judged = [(compare_terms(name, one), one) for one in names]
    return min(judged, key=lambda found: _ORDER.index(found[0]), default=(Likeness.DIFFERENT, ""))

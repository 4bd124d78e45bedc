"""A unit that signs, weighed against the seal over its name."""

from __future__ import annotations

from dataclasses import replace

from rapidfuzz import fuzz

from dossier.extract.group import Draft
from dossier.extract.kinds.seeking import org_in
from dossier.extract.signing import sealed
from dossier.model import Value
from dossier.text import fold_org
from dossier.text.regex import Regex

_REPEATED, COMPLETED, _IN_DOUBT = 0.9, 0.86, 0.8
"""Confidence of a unit that its seal repeats, completes or contradicts in single characters."""
_COVERED = 2
"""Letters of a name at most that a seal over it hides."""
_TELLS_APART = Regex(r"[\d一二三四五六七八九十〇零第分副]")
"""Letters that make the name of one unit that of another: 第一中学 and 第十一中学, 公司 and 分公司."""
_CLEARLY = 0.97
"""Confidence from which print is believed over a ring that says it with other characters."""
_RESEMBLES = 75.0
"""Similarity (0 to 100) from which two names are readings of one."""
_SPELT = Regex(
    r"(?<=[省市县区州盟旗])(?:人力资源和社会保障|工业和信息化|教育|公安|卫生健康|科学技术|住房和城乡建设)(?:厅|局|委员会)$"
)
"""Offices whose names are everywhere the same: one that is spelt so was read right, whatever its seal seems to say."""
_FROM_A_PLACE = Regex(r"[㐀-鿿]{2,7}?(?:省|市|县|区|州|盟|旗)")
"""How the whole name of an office begins."""


def settled_by_seal(unit: Value | None, draft: Draft) -> Value | None:
    """A unit that signs, weighed against its seal: repeated it is sure; where it is a piece of the seal's, that one.

    A unit not clearly read that only resembles the seal's text is not sure.
    """
    seal = sealed(draft.layouts).get("seal_text")
    if unit is None or seal is None or not unit.known or not seal.known:
        return unit
    read, stamped = fold_org(str(unit.value)), fold_org(str(seal.value))
    if read == stamped:
        return replace(unit, confidence=max(unit.confidence, _REPEATED))
    if len(read) >= 3 and read in stamped and not _FROM_A_PLACE.match(read) and org_in(str(seal.value)):
        return replace(unit, value=org_in(str(seal.value)), confidence=min(unit.confidence, COMPLETED))
    if lost_letters(read, stamped) and org_in(str(seal.value)):
        return replace(unit, value=org_in(str(seal.value)), confidence=min(unit.confidence, COMPLETED))
    if fuzz.ratio(read, stamped) < _RESEMBLES:
        return unit
    spelt, place = _SPELT.search(read), _FROM_A_PLACE.match(read)
    if spelt and place and place.group() in stamped:
        return replace(unit, confidence=max(unit.confidence, _REPEATED))
    return unit if unit.confidence >= _CLEARLY else replace(unit, confidence=min(unit.confidence, _IN_DOUBT))


def lost_letters(read: str, stamped: str) -> bool:
    """Whether a name is the seal's but for a letter or two that its ink covers; numbers tell one unit from another."""
    if _TELLS_APART.findall(read) != _TELLS_APART.findall(stamped):
        return False
    left = iter(stamped)
    return 0 < len(stamped) - len(read) <= _COVERED and len(read) >= 6 and all(letter in left for letter in read)

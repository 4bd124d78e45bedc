"""Names of organisations, compared by what they say and not by how they are set."""

from __future__ import annotations

import unicodedata

from dossier.text.normalise import squeeze
from dossier.text.regex import Regex

_SEAL_NOTE = Regex("（(?:盖章|公章|章|签章|盖公章|单位公章|全称)）")
_DRESSING = Regex(r"[（）〔〕“”‘’\"'《》、，。：；.\-_·]")

BRANCH = Regex("(?:分公司|分院|分校|分局|分厂|分所|分行|分店|分中心|支行|项目部|办事处)$")
"""How the names of dependent parts of a unit end."""

TELLING = frozenset(
    "一二三四五六七八九十百〇零两0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ甲乙丙丁戊己庚辛东西南北中上下前后左右内外大小高初"
    "新老旧总分支第省市县区旗州乡镇村"
)
"""Letters that tell units of like names apart: 第一 and 第二, 东 and 西, 市 and 县."""
_PRINT_ALIKE = frozenset(map(frozenset, ("四西", "内丙", "0O", "〇0", "〇O", "1I", "2Z", "5S", "8B")))
"""Those among them that are read for each other: 山四分公司 is no sister of 山西分公司."""
_LONG = 6
"""Letters of a name from which one that differs may be a misreading."""

_ENTERPRISE = Regex("(?:公司|集团|企业|厂|矿|银行|支行|分行|事务所)$|公司.{1,12}(?:部|处|队|中心|车间|工区)$")


def is_enterprise(name: str) -> bool:
    """Whether a unit's name is that of an enterprise, or of a part of one."""
    return bool(_ENTERPRISE.search(squeeze(name)))


def fold_org(name: str) -> str:
    """The name without brackets, white space and punctuation, upper case: 甲（集团）有限公司 → 甲集团有限公司.

    Notes such as （盖章） go too. Nothing is guessed: words are never added, dropped or replaced.
    """
    return unicodedata.normalize("NFKC", _DRESSING.sub("", _SEAL_NOTE.sub("", squeeze(name))).upper())


def same_org(a: str, b: str) -> bool:
    """Whether both names are the same after `fold_org`. Two empty names are not the same organisation."""
    folded = fold_org(a)
    return bool(folded) and folded == fold_org(b)


def a_letter_apart(a: str, b: str) -> bool:
    """Whether but one letter that tells no units apart, replaced or lost, parts two names of six letters or more.

    Such names may be one, misread: 汾限县 for 汾陂县. 第一 and 第二, a company and its branch are not.
    """
    one, other = fold_org(a), fold_org(b)
    if min(len(one), len(other)) < _LONG:
        return False
    before = _shared(one, other)
    behind = min(_shared(one[::-1], other[::-1]), min(len(one), len(other)) - before)
    was, becomes = one[before : len(one) - behind], other[before : len(other) - behind]
    return max(len(was), len(becomes)) == 1 and (
        any(letter not in TELLING for letter in was + becomes) or frozenset(was + becomes) in _PRINT_ALIKE
    )


def tells_apart(was: str, becomes: str) -> bool:
    """Whether letters that stand in the place of each other make of two names those of two units."""
    return bool(TELLING & {*was} and TELLING & {*becomes}) and frozenset(was + becomes) not in _PRINT_ALIKE


def _shared(one: str, other: str) -> int:
    """How many letters two names begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))

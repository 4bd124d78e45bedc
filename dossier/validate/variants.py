"""Whether two wordings of a title, series, specialty, education or unit mean the same, as forms abbreviate them.

SAME: a known variant. DIFFERENT: plainly another. UNCLEAR: may be a variant or a misreading; a person decides.
"""

from __future__ import annotations

import re

from dossier.model import Value
from dossier.policy import Policy
from dossier.text import education_level, fold_org, squeeze
from dossier.text.regex import Regex
from dossier.validate.likeness import REGION, Likeness, compare_organisations, really_differ

_BRACKETS = Regex(r"[(（\[【][^)）\]】]*[)）\]】]")
_TITLE_ENDING = Regex("(?:专业技术)?(?:任职)?(?:资格|职务|职称)$")
_LEVEL_SIGN = Regex("高|正|副|中级|初级|助理|主任|主管|主治|[一二三]级|员级")
_LEVEL_WORDS = {
    "正高": ("senior",),
    "副高": ("associate_senior",),
    "高": ("senior", "associate_senior"),
    "中": ("intermediate",),
    "初": ("assistant", "technician"),
    "助理": ("assistant",),
    "员": ("technician",),
}
_LEVEL_WORD = Regex("(正高|副高|高|中|初|助理|员)级?")
_SPECIALTY_ENDING = Regex("(?:专业|学科|方向|工程技术|工程|技术|类)$")
_LEGAL_FORM = Regex("(?:有限责任公司|股份有限公司|有限公司|公司)$")


def compare_titles(a: Value, b: Value, policy: Policy) -> Likeness:
    """高级工程师, 高级工程师（机械）, 机械高级工程师 and 副高级工程师 are one; 副高级 agrees with each of them."""
    one, other = _bare_title(a, policy), _bare_title(b, policy)
    if one == other:
        return Likeness.SAME
    ranks = [{*policy.find_title(text)} for text in (one, other)]
    if all(ranks):
        return _compare_known(one, other, ranks[0] & ranks[1], policy)
    if not any(ranks):
        return Likeness.UNCLEAR
    known, loose, rank = (one, other, ranks[0]) if ranks[0] else (other, one, ranks[1])
    if word := _LEVEL_WORD.fullmatch(loose):
        agrees = any(level in _LEVEL_WORDS[word[1]] for _, level in rank)
        return Likeness.SAME if agrees else Likeness.DIFFERENT
    rest = loose.removesuffix(known) if loose.endswith(known) else loose.removeprefix(known)
    return Likeness.SAME if rest != loose and not _LEVEL_SIGN.search(rest) else Likeness.UNCLEAR


def _compare_known(one: str, other: str, shared: set[tuple[str, str]], policy: Policy) -> Likeness:
    """Two titles of the tables: the old name of the only title of a level is that title."""
    for code, level in shared:
        listed = policy.series[code].titles.get(level, ())
        if len(listed) == 1:
            return Likeness.SAME
        if one not in listed or other not in listed:
            return Likeness.UNCLEAR
    return Likeness.DIFFERENT


def _bare_title(value: Value, policy: Policy) -> str:
    text = _TITLE_ENDING.sub("", _BRACKETS.sub("", squeeze(str(value.value))))
    plain = text.removeprefix("副") if text.startswith("副高级") else text
    return plain if policy.find_title(plain) and not policy.find_title(text) else text


def compare_series(a: Value, b: Value, policy: Policy) -> Likeness:
    """工程系列, 工程技术人员 and 工程系列（机械） are one."""
    one, other = squeeze(str(a.value)), squeeze(str(b.value))
    codes = [text if text in policy.series else policy.find_series(text) for text in (one, other)]
    if all(codes):
        return Likeness.SAME if codes[0] == codes[1] else Likeness.DIFFERENT
    return Likeness.SAME if one in other or other in one else Likeness.UNCLEAR


def compare_specialties(a: Value, b: Value) -> Likeness:
    """机械, 机械工程 and 机械专业 are one; 语文 and 汉语言文学, 机械 and 机械设计 are for a person."""
    one, other = (_BRACKETS.sub("", squeeze(str(value.value))) for value in (a, b))
    if one == other or _core(one) == _core(other):
        return Likeness.SAME
    if {*_core(one)} <= {*_core(other)} or {*_core(other)} <= {*_core(one)}:
        return Likeness.UNCLEAR
    return Likeness.DIFFERENT if really_differ(one, other, min(a.confidence, b.confidence)) else Likeness.UNCLEAR


def _core(specialty: str) -> str:
    """Without the words that a specialty may end with or not, as long as two characters are left."""
    while (shorter := _SPECIALTY_ENDING.sub("", specialty)) != specialty and len(shorter) > 1:
        specialty = shorter
    return specialty


def compare_education(a: Value, b: Value) -> Likeness:
    """By level: 大学本科 and 本科 are one. 研究生 alone may be of either degree."""
    one, other = squeeze(str(a.value)), squeeze(str(b.value))
    levels = (education_level(one), education_level(other))
    if one == other or (all(levels) and levels[0] == levels[1]):
        return Likeness.SAME
    vague = any("研究生" in text and not re.search("硕士|博士", text) for text in (one, other))
    if not all(levels) or (vague and set(levels) == {"doctor", "master"}):
        return Likeness.UNCLEAR
    return Likeness.DIFFERENT


def compare_units(a: Value, b: Value) -> Likeness:
    """A unit's full name and the same without province or legal form are one; branches and superiors are not."""
    likeness = compare_organisations(a, b)
    if likeness is Likeness.RELATED and len({_short(a), _short(b)}) == 1:
        return Likeness.SAME
    return likeness


def _short(value: Value) -> str:
    return _LEGAL_FORM.sub("", REGION.sub("", fold_org(str(value.value))))

"""Whether two names are the same, told with the care that reading machines need.

A difference only counts where it cannot be a misreading: look-alike characters and lost ones leave the question open.
"""

from __future__ import annotations

from enum import Enum

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from dossier.model import Value
from dossier.text import SURNAMES_ALIKE, a_letter_apart, fold_org, is_enterprise, same_org, squeeze
from dossier.text.regex import Regex

SURE_NAME = 0.9
"""Two people's names differ only where both were read at least so surely …"""
SURE_CHARACTER = 0.95
"""… and by a single character only where both were read at least so surely."""

_LOOK_ALIKES = (
    "己已巳 未末朱 士土 日曰目 人入八 干千于 天夫无 大太犬 王玉主壬 戊戌戍成 侯候 晴睛 祁祈 昊吴昃 宇字 彬杉 苗茁 帅师 "
    "钧钓 玲铃珍 瑞端 妹姝 琳淋林 佳住 情倩清 青春 艺艾 兰三 丽而 淼森 杰木 芳劳 亮高 宏宠 凯剀 刚钢岗 伟纬 建健 志忠 "
    "永水 冰汛 洋样祥 辉晖挥 明朋 华毕 萍苹 燕嬿 娟涓捐 婷停 颖颍 霞露 莉利 荣莱 俊峻 浩洁 晓晚 鹏鹍 斌赋 波坡 涛祷 "
    "炜伟 烨桦 翔翊 毅殷 秀季 云去 龙尤 二工 十千 五王 六大 七匕 九儿 〇口 第弟 汾纷 沁心 源原 县且 田由甲申 山出 东车 "
    "西酉 南甫 北比 河何 阳阴 平乎 晋普"
)
_PARTNERS = [frozenset(group) for group in (*_LOOK_ALIKES.split(), *SURNAMES_ALIKE.items())]
_HAN_NAME = Regex(r"[㐀-䶿一-鿿𠀀-𲎯]{2,4}|[㐀-䶿一-鿿]{1,10}(?:·[㐀-䶿一-鿿]{1,10})+")
_SENTENCE = Regex("[，。；！？,;]")
"""What no unit's name holds: words were read in its place."""
REGION = Regex("^(?:[㐀-鿿]{2,4}?(?:省|市|县|区|旗)|山西|中国)+")
_SCHOOL = Regex("学校|中学|小学|学院|幼儿园|职中|高中|初中")
_AUTHORITY = Regex("(?:局|厅|委员会|委|人民政府)$")
"""Authorities that run institutions of their place, which may publish for them."""
_LEGAL_FORM = Regex("(?:集团)?(?:有限责任公司|股份有限公司|有限公司|公司)$|集团$")
_SCHOOL_AUTHORITY = Regex("教育局|教育和体育局|教育体育局|教科局|教体局|中心校|中心学校|联校|学区")


class Likeness(Enum):
    """How two names stand to each other."""

    SAME = "same"
    RELATED = "related"
    """Another unit of the same house, or its superior."""
    UNCLEAR = "unclear"
    """A difference that may be a misreading."""
    DIFFERENT = "different"


def look_alike(a: str, b: str) -> bool:
    """Whether one character is easily read for the other."""
    return any(a in group and b in group for group in _PARTNERS)


def is_person_name(text: str) -> bool:
    """Whether the text has the form of a Chinese name: 2 to 4 characters, or parts joined by ·."""
    return bool(_HAN_NAME.fullmatch(text))


def nearly_same(a: str, b: str) -> bool:
    """Whether at most one character keeps two names apart, however surely it was read."""
    return Levenshtein.distance(squeeze(a), squeeze(b), score_cutoff=1) <= 1


def compare_people(a: Value, b: Value) -> Likeness:
    """SAME, UNCLEAR or DIFFERENT. Names that are not Chinese (pinyin, foreign) are never told apart here."""
    one, other = squeeze(str(a.value)).upper(), squeeze(str(b.value)).upper()
    if one == other:
        return Likeness.SAME
    surest = min(a.confidence, b.confidence)
    if surest < SURE_NAME or not (is_person_name(one) and is_person_name(other)):
        return Likeness.UNCLEAR
    return Likeness.DIFFERENT if really_differ(one, other, surest) else Likeness.UNCLEAR


def compare_organisations(a: Value, b: Value) -> Likeness:
    """How two units' names stand to each other after normalisation."""
    if same_org(str(a.value), str(b.value)):
        return Likeness.SAME
    one, other = fold_org(str(a.value)), fold_org(str(b.value))
    if not one or not other or a_letter_apart(one, other):
        return Likeness.UNCLEAR
    if _SENTENCE.search(str(a.value)) or _SENTENCE.search(str(b.value)):
        return Likeness.UNCLEAR
    if _related(one, other):
        return Likeness.RELATED
    if fuzz.ratio(one, other) <= 60:
        return Likeness.RELATED if _abbreviates(one, other) else Likeness.DIFFERENT
    return Likeness.DIFFERENT if really_differ(one, other, min(a.confidence, b.confidence)) else Likeness.UNCLEAR


def _related(one: str, other: str) -> bool:
    if one in other or other in one:
        return True
    for unit, superior in ((one, other), (other, one)):
        if _SCHOOL.search(unit) and _SCHOOL_AUTHORITY.search(superior):
            return True
        if _AUTHORITY.search(superior) and not _AUTHORITY.search(unit) and not is_enterprise(unit):
            return _of_one_place(unit, superior)
    if not (is_enterprise(one) and is_enterprise(other)):
        return False
    return REGION.sub("", one)[:2] == REGION.sub("", other)[:2]


def _of_one_place(unit: str, superior: str) -> bool:
    """Whether the place in the authority's name is the unit's or one above it: 云州市 of 云州市云陉县."""
    own, above = REGION.match(unit), REGION.match(superior)
    return own is not None and above is not None and own[0].startswith(above[0])


def _abbreviates(one: str, other: str) -> bool:
    """Whether the letters of the shorter name stand in the longer one in their order: 山大二院, 太重集团."""
    short, long = sorted((_LEGAL_FORM.sub("", name) for name in (one, other)), key=len)
    letters = iter(long)
    return len(short) > 1 and all(letter in letters for letter in short)


def really_differ(one: str, other: str, surest: float) -> bool:
    """Whether the difference is more than misreading makes: two characters, or one that no look-alike explains."""
    steps = Levenshtein.editops(one, other)
    replaced = [(one[step.src_pos], other[step.dest_pos]) for step in steps if step.tag == "replace"]
    real = [pair for pair in replaced if not look_alike(*pair)]
    lost = len(steps) - len(replaced)
    if len(real) >= 2 or (real and lost):
        return True
    return bool(real) and surest >= SURE_CHARACTER

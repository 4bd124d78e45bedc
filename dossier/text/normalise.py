"""One way to write a text: widths, brackets, dashes and white space as Chinese office documents mean them."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from dossier.text.regex import Regex

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af〇々"
"""Chinese characters, as the inside of a character class."""

_KEPT = "，；：！？（）…"
_PUNCTUATION = "。，、；：！？（）《》〈〉「」『』〔〕“”…"
_FULL_WIDTH = str.maketrans(",;:!?", "，；：！？")
_FOLDED = str.maketrans("()[]【】〖〗‐‑‒–—―−─~〜∼", "（）〔〕〔〕〔〕" + "-" * 11)

_RADICALS = str.maketrans(
    "⺁⺄⺈⺊⺌⺗⺝⺟⺠⺫⺮⺶⺼⺽⻁⻄⻅⻆⻈⻉⻋⻐⻒⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
    "厂乙刀卜小心月母民目竹羊肉臼虎西见角讠贝车钅长长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
)
"""Radicals that PDF text layers hold in place of characters and that NFKC leaves as they are."""

_SECOND_LEVEL = b"\xd8\xa1"
_NOT_KEPT = Regex(f"[^{_KEPT}]+")
_INVISIBLE = Regex(
    "[\x00-\x08\x0e-\x1b\x7f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)
_MARK = Regex(rf"(?<=[{HAN}])\s*([,;:!?])\s*|\s*([,;:!?])\s*(?=[{HAN}])")
_NAME_DOT = Regex(rf"(?<=[{HAN}])\s*[·•‧・∙⋅]\s*(?=[{HAN}])")
_INNER_SPACE = Regex(
    rf"(?<=[{HAN}])\s+(?=[{HAN}])|\s+(?=[{_PUNCTUATION}])|(?<=[{_PUNCTUATION}])\s+"
    r"|(?<=\d)\s+(?=[年月日号个])|(?<=[年月第])\s+(?=\d)"
)
_SPACE = Regex(r"\s+")
_REMEMBERED = 1 << 14
"""Texts of which the one spelling is kept: a dossier and its rules ask for the same few thousand again and again."""
_DOCUMENT_NUMBER = Regex(r"（((?:19|20)\d\d)）(\d{1,5}号)")


@lru_cache(_REMEMBERED)
def normalise(text: str) -> str:
    """The text in one spelling: NFKC, but with Chinese punctuation beside Chinese characters.

    - `（）` for all round brackets, `〔〕` for all square ones and around the year of a document number;
    - `-` for every dash and wave (至 and 到 stay);
    - `·` between the parts of a name;
    - no white space between Chinese characters, around Chinese punctuation and inside 2025 年 7 月;
      any other run of white space, line ends included, is one blank.

    Applying it twice changes nothing more.
    """
    text = _NOT_KEPT.sub(lambda found: unicodedata.normalize("NFKC", found[0]), _INVISIBLE.sub("", text))
    text = text.translate(_RADICALS).translate(_FOLDED)
    text = _MARK.sub(lambda found: (found[1] or found[2]).translate(_FULL_WIDTH), text)
    text = _NAME_DOT.sub("·", text)
    text = _INNER_SPACE.sub("", text)
    text = _DOCUMENT_NUMBER.sub(r"〔\1〕\2", text)
    return _SPACE.sub(" ", text).strip()


@lru_cache(_REMEMBERED)
def squeeze(text: str) -> str:
    """The text without any white space and with full-width punctuation throughout, for comparing labels.

    姓　名: and 姓名： are the same label.
    """
    return normalise("".join(normalise(text).split())).translate(_FULL_WIDTH)


def is_rare(letter: str) -> bool:
    """Whether GB 2312 has it beyond its first level of 3,755 in common use, or not at all: models misread these."""
    try:
        return letter.encode("gb2312") >= _SECOND_LEVEL
    except UnicodeEncodeError:
        return True

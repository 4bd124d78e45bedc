"""Numbers of patents and journals that prove themselves: check digits and ranges."""

from __future__ import annotations

import re
import unicodedata

from dossier.text.regex import Regex

_PATENT = Regex(r"(?:ZL)?(\d{12}|\d{8})([\dX])")
_FOREIGN = Regex(r"(?!ZL)[A-Z]{2}")
_ISSN = Regex(r"(\d{4})(\d{3})([\dX])")
_CN = Regex(r"(?:CN)?(\d{2})(\d{4})(?:/[A-Z0-9.]*)?")
_CN_ABROAD = Regex(r"CN\((?:HK|H|NR|HKR?)\)?|\bHK\b|香港")
_KINDS_OF_PATENT = "12389"
"""1 invention, 2 utility model, 3 design; 8 and 9 the first two as PCT applications."""


def patent_number_problem(text: str) -> str | None:
    """In Chinese, what is wrong with a Chinese patent's or application's number; None when it is sound.

    Twelve digits and a check digit since October 2003, eight and a check digit before (专利申请号标准): the digits
    times 2 to 9 and again from 2, added, modulo 11; X for 10. Blanks, the point and ZL do not count.
    """
    match = _PATENT.fullmatch(_bare(text))
    if match is None:
        return "位数不符（应为12位或8位数字加1位校验码）"
    digits, check = match.groups()
    if digits[4 if len(digits) == 12 else 2] not in _KINDS_OF_PATENT:
        return "专利种类代码不存在"
    due = "0123456789X"[sum(int(digit) * (2 + place % 8) for place, digit in enumerate(digits)) % 11]
    return None if check == due else f"按前{len(digits)}位计算校验码应为{due}，现为{check}"


def is_patent_number(text: str) -> bool:
    """Whether it is the number of a Chinese patent or application with the right check digit."""
    return patent_number_problem(text) is None


def is_foreign_patent_number(text: str) -> bool:
    """Whether another office's letters stand before the number: US, EP, JP, WO … and CN of a publication."""
    return bool(_FOREIGN.match(_bare(text)))


def issn_problem(text: str) -> str | None:
    """In Chinese, what is wrong with an ISSN; None when it is sound (ISO 3297: weights 8 to 2, modulo 11, X for 10)."""
    match = _ISSN.fullmatch(re.sub(r"^[EP]?ISSN:?", "", _bare(text)))
    if match is None:
        return "ISSN应为8位"
    digits = match[1] + match[2]
    due = "0123456789X"[-sum(int(digit) * weight for digit, weight in zip(digits, range(8, 1, -1), strict=True)) % 11]
    return None if match[3] == due else f"按前7位计算校验码应为{due}，现为{match[3]}"


def cn_serial_problem(text: str) -> str | None:
    """In Chinese, why a 国内统一刊号 may not be a periodical's (GB/T 9999); None when it is.

    Two digits of the region, then four: from 1000 periodicals in print, from 6000 online, from 9000 electronic ones;
    below 1000 newspapers. Online ones are named too: whether they count is for a reviewer to say.
    """
    spelled = unicodedata.normalize("NFKC", text).upper().replace("（", "(").replace("）", ")")
    if _CN_ABROAD.search(re.sub(r"\s", "", spelled)):
        return "为香港刊号，不是国内统一刊号"
    match = _CN.fullmatch(_bare(text).removeprefix("CN"))
    if match is None:
        return "不是国内统一刊号的格式（CN XX-XXXX）"
    region, serial = int(match[1]), int(match[2])
    if not 10 <= region <= 65:
        return f"地区号{match[1]}不存在"
    if serial < 1000:
        return f"序号{match[2]}属报纸的号段"
    return f"序号{match[2]}属网络出版物的号段" if 6000 <= serial <= 8999 else None


def _bare(text: str) -> str:
    return re.sub(r"[\s.·．,\-–—:]", "", unicodedata.normalize("NFKC", text).upper())

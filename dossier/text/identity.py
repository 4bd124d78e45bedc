"""Identity numbers: GB 11643-1999 and the cards that follow it.

Judged are the length, the birth date inside the number and the MOD 11-2 check character (ISO 7064). The region code
is not judged: districts are founded and dissolved, the numbers given out stay valid.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from dossier.text.regex import Regex

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"
_EIGHTEEN = Regex(r"\d{17}[\dX]")
_FIFTEEN = Regex(r"\d{15}")
_OLD_PERMANENT_RESIDENCE = Regex(r"[A-Z]{3}\d{12}")
MIXED_PASSPORT = r"(?!\d{1,2}[A-Z]{3}\d{4})(?=(?:[A-Z]*\d){4})(?=\d*[A-Z])[A-Z0-9]{9}"
"""A passport's number with letters among its figures, as a pattern; a day such as 21NOV1984 is none."""
_TRAVEL_PERMIT_OR_PASSPORT = Regex(rf"[A-Z]{{1,3}}\d{{5,10}}|\d{{8}}|\d{{9}}|\d{{10}}[A-Z]?|{MIXED_PASSPORT}")


def check_character(first17: str) -> str:
    """The MOD 11-2 check character of the first 17 digits."""
    return _CHECK[sum(int(digit) * weight for digit, weight in zip(first17, _WEIGHTS, strict=True)) % 11]


def id_number_problem(number: str) -> str | None:
    """In Chinese, what is wrong with the number; None when it is sound.

    Checked: 18 digits (citizens, residence permits 81/82/83 0000, the permanent residence card of 2023, which begins
    with 9) and the 15 digits in use before 1999. Not checked and always None: passports, travel permits, permanent
    residence cards before 2023 and masked numbers.
    """
    number = _clean(number)
    if "*" in number or _OLD_PERMANENT_RESIDENCE.fullmatch(number) or _TRAVEL_PERMIT_OR_PASSPORT.fullmatch(number):
        return None
    if _FIFTEEN.fullmatch(number):
        return None if _birth_date(number) else f"号码中的出生日期19{number[6:12]}不存在"
    if not _EIGHTEEN.fullmatch(number):
        return f"应为18位，实为{len(number)}位" if number.isalnum() and len(number) != 18 else "含有不允许的字符"
    if not _birth_date(number):
        return f"号码中的出生日期{number[6:14]}不存在"
    expected = check_character(number[:17])
    return None if number[17] == expected else f"校验码应为{expected}，实为{number[17]}"


def id_number_facts(number: str) -> tuple[str, str] | None:
    """Birth date (ISO) and sex (男 or 女) inside a sound number; None where there are none.

    Permanent residence cards give the birth date alone: their sex is an empty string.
    """
    number = _clean(number)
    if not (_EIGHTEEN.fullmatch(number) or _FIFTEEN.fullmatch(number)) or id_number_problem(number):
        return None
    birth = _birth_date(number)
    if birth is None:
        return None
    if number.startswith("9") and len(number) == 18:
        return birth, ""
    order = number[16] if len(number) == 18 else number[14]
    return birth, "男" if int(order) % 2 else "女"


def mask_id(number: str) -> str:
    """The number as it may be shown: 140105********0038. Short numbers keep two characters at either end."""
    number = _clean(number)
    head, tail = (6, 4) if len(number) >= 15 else (2, 2)
    if len(number) <= head + tail:
        return "*" * len(number)
    return number[:head] + "*" * (len(number) - head - tail) + number[-tail:]


def _clean(number: str) -> str:
    compact = re.sub(r"[\s\-]", "", unicodedata.normalize("NFKC", number))
    return unicodedata.normalize("NFKC", compact.upper())


def _birth_date(number: str) -> str | None:
    digits = number[6:14] if len(number) == 18 else "19" + number[6:12]
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
    return born.isoformat() if 1880 <= born.year <= 2099 else None

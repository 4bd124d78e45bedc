"""Numbers written in Chinese characters."""

from __future__ import annotations

from dossier.text.regex import Regex

DIGITS = {
    **{character: value for value, character in enumerate("零一二三四五六七八九")},
    **{character: value for value, character in enumerate("〇壹贰叁肆伍陆柒捌玖")},
    **{"○": 0, "◯": 0, "O": 0, "o": 0, "两": 2},
    **{str(value): value for value in range(10)},
}
"""What each character is worth as a single digit. The circle and the letter O stand for 〇, as printed and as read."""

_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_PLACE = Regex("([零〇]?)([一二两三四五六七八九壹贰叁肆伍陆柒捌玖]?)([十拾百佰千仟])")


def chinese_number(text: str) -> int | None:
    """五 → 5, 十二 → 12, 一百零五 → 105, 二〇二五 → 2025, 12 → 12; None for anything else. Below 100 million."""
    text = "".join(text.split())
    if not text:
        return None
    if all(character in DIGITS for character in text):
        return int("".join(str(DIGITS[character]) for character in text))
    high, ten_thousands, low = text.rpartition("万")
    if not ten_thousands:
        return _below_ten_thousand(text)
    upper, lower = _below_ten_thousand(high), _below_ten_thousand(low) if low else 0
    return None if upper is None or lower is None else upper * 10_000 + lower


def _below_ten_thousand(text: str) -> int | None:
    """一千零五, 十二, 五 and the like: places in falling order, then a single digit."""
    total, last_unit, position = 0, 10_000, 0
    while found := _PLACE.match(text, position):
        unit = _UNITS[found[3]]
        if unit >= last_unit or (not found[2] and unit != 10):
            return None
        total += (DIGITS[found[2]] if found[2] else 1) * unit
        last_unit, position = unit, found.end()
    rest = text[position:]
    if not rest:
        return total or None
    digit = rest.lstrip("零〇")
    return total + DIGITS[digit] if DIGITS.get(digit) else None

"""How offices write the same thing differently: dates, months, spaced labels, items of the three publicities."""

from datetime import date

HAN = "〇一二三四五六七八九"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
ITEMS = {"C": "conditions_and_procedure", "M": "application_materials", "O": "unit_opinion"}


def _han(n: int) -> str:
    tens, ones = divmod(n, 10)
    return ("" if tens == 0 else "十" if tens == 1 else HAN[tens] + "十") + (HAN[ones] if ones else "")


def day(iso: str, style: str = "年") -> str:
    """An ISO date as written: 年 2025年8月4日 · 空 spaced · 零 with zeros · . - / · 汉 Chinese numerals."""
    d = date.fromisoformat(iso)
    if style == "汉":
        return "".join(HAN[int(c)] for c in str(d.year)) + f"年{_han(d.month)}月{_han(d.day)}日"
    if style in "-/":
        return f"{d.year}{style}{d.month:02}{style}{d.day:02}"
    return {
        "年": f"{d.year}年{d.month}月{d.day}日",
        "空": f"{d.year} 年 {d.month} 月 {d.day} 日",
        "零": f"{d.year}年{d.month:02}月{d.day:02}日",
        ".": f"{d.year}.{d.month}.{d.day}",
        "短": f"{d.month}月{d.day}日",
    }[style]


def month(iso: str, style: str = "年") -> str:
    """An ISO month as written: 年 1986年3月 · . 1986.03 · - 1986-03 · 连 198603 · 空 1986 年 3 月."""
    y, m = iso[:7].split("-")
    forms = {"年": f"{y}年{int(m)}月", ".": f"{y}.{m}", "-": f"{y}-{m}", "连": y + m, "空": f"{y} 年 {int(m)} 月"}
    return forms[style]


def spaced(label: str, gap: str = "　") -> str:
    """姓名 -> 姓　名, as labels are spread in ruled forms."""
    return gap.join(label)


def citizen_number(birth: str, sequence: str, region: str = "149900", shift: int = 0) -> str:
    """A number of a region that does not exist; `shift` other than 0 makes its check character wrong."""
    body = region + birth.replace("-", "") + sequence
    check = "10X98765432"
    return body + check[(sum(int(d) * w for d, w in zip(body, WEIGHTS, strict=True)) + shift) % 11]


def items(letters: str) -> list[str]:
    return [ITEMS[x] for x in letters]

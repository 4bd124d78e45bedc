"""The small words of the templates: numbers with their check digits, texts, dates and pens that the truth names."""

from __future__ import annotations

import html
import json
import re

HAN = "〇一二三四五六七八九十"


def identity(born: str, order: str) -> str:
    """An invented citizen's number with its check digit."""
    body = "149900" + born + order
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(c) * w for c, w in zip(body, weights, strict=True)) % 11]


def issn(seven: str) -> str:
    """A serial's number with its check digit."""
    rest = -sum(int(c) * w for c, w in zip(seven, range(8, 1, -1), strict=True)) % 11
    return f"{seven[:4]}-{seven[4:]}{'0123456789X'[rest]}"


def isbn(twelve: str) -> str:
    """A book's number with its check digit; hyphens stay."""
    rest = -sum(int(c) * (3 if n % 2 else 1) for n, c in enumerate(twelve.replace("-", ""))) % 10
    return f"{twelve}-{rest}"


def patent(twelve: str) -> str:
    """A patent's number with its check digit."""
    total = sum(int(c) * w for c, w in zip(twelve, (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5), strict=True))
    return f"{twelve}.{'0123456789X'[total % 11]}"


def f(path: str, text: object, value: object = None, tag: str = "b") -> str:
    """A text of the page that the truth names."""
    if not path:
        return str(text)
    mark = f"data-f='{path}'"
    if isinstance(value, str):
        mark += f" data-v='{html.escape(value)}'"
    elif value is not None:
        mark += f" data-j='{html.escape(json.dumps(value, ensure_ascii=False))}'"
    return f"<{tag} class=v {mark}>{text}</{tag}>"


def hand(path: str, text: object, value: object = None) -> str:
    """The same, filled in by pen."""
    return f(path, text, value, "x-hand") if path else f"<x-hand>{text}</x-hand>"


def _han(number: int) -> str:
    if number <= 10:
        return HAN[number]
    tens, ones = divmod(number, 10)
    return ("" if tens == 1 else HAN[tens]) + "十" + (HAN[ones] if ones else "")


def day(iso: str, style: str = "cn") -> str:
    """A date, or a month, as offices write it."""
    if not re.fullmatch(r"\d{4}(-\d\d)*", iso):
        return iso
    parts = iso.split("-")
    numbers = [int(part) for part in parts]
    if style in ("dot", "dash", "slash"):
        return {"dot": ".", "dash": "-", "slash": "/"}[style].join(parts)
    if style == "han":
        words = ["".join(HAN[int(c)] for c in parts[0]), *(_han(n) for n in numbers[1:])]
    else:
        words = parts if style == "cn0" else [str(n) for n in numbers]
    gap = " " if style == "sp" else ""
    return gap.join(f"{word}{gap}{unit}" for word, unit in zip(words, "年月日", strict=False))


def d(path: str, iso: str, style: str = "cn", pen: bool = False) -> str:
    """A date that the truth names."""
    return (hand if pen else f)(path, day(iso, style), iso)


def p(path: str, start: str, end: str, style: str = "cn", sep: str = "至") -> str:
    """A period that the truth names."""
    return f(path, day(start, style) + sep + day(end, style), {"start": start, "end": end})


def seal(text: str, at: str = "", path: str = "seal_text", told: str = "sealed", sub: str = "", size: int = 40) -> str:
    """A round red seal, laid at a place of the nearest box."""
    marks = f"data-f='{path}' data-v='{text}'" if path else ""
    flag = f"<i hidden data-f='{told}' data-j='true'></i>" if told else ""
    return f"<x-seal t='{text}' sub='{sub}' size='{size}' style='{at}' {marks}></x-seal>{flag}"


def sign(name: str, path: str = "", ink: str = "", size: int = 24) -> str:
    """A name by pen; the truth says that it is signed."""
    mark = f"data-f='{path}' data-j='true'" if path else ""
    return f"<x-sign n='{name}' ink='{ink}' size='{size}' {mark}></x-sign>"

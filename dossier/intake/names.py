"""Names inside an upload: decoded, cleaned, ordered. A name is only ever a label; nothing is stored under it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

LONGEST_PART = 150
"""Characters of one folder or file name that are kept."""
MOST_PARTS = 20
"""Folders of one path that are kept, the innermost ones."""
NAMELESS = "未命名文件"

_LITTER = {".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini"}
_LITTER_FOLDERS = {"__macosx", "$recycle.bin", "system volume information", "@eadir"}
_LITTER_STARTS = ("~$", "._", ".~")
_DIRECTION_MARKS = set("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_CHINESE_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_CHINESE_UNITS = {"十": 10, "百": 100}
_NUMBER = re.compile(r"([0-9]+|[零〇一二三四五六七八九十百]+)")


def decode_names(raws: Sequence[bytes]) -> list[str]:
    """The names of one archive that do not say how they are encoded.

    One tool writes all names of an archive, so UTF-8 (macOS) is believed for all where it suits all and shows Chinese
    in one: × and · alone could be GBK as well. Otherwise every name is decided for itself.
    """
    try:
        texts = [raw.decode("utf-8") for raw in raws]
    except UnicodeDecodeError:
        texts = []
    return texts if any(map(_hanzi, texts)) else [decode_name(raw) for raw in raws]


def decode_name(raw: bytes) -> str:
    """One name that does not say how it is encoded: UTF-8, GB 18030 (Chinese Windows), at last code page 437."""
    for encoding in ("utf-8", "gb18030"):
        text = _decoded(raw, encoding)
        if text is not None and _looks_chinese(text, encoding):
            return text
    text = _decoded(raw, "utf-8")
    if text is not None:
        return text
    cut_short = raw.decode("gb18030", "replace")
    if cut_short.count("\ufffd") == 1 and _hanzi(cut_short) > 1:
        return cut_short
    return raw.decode("cp437")


def repaired(text: str) -> str:
    """A name that was once read as code page 437 and then stored as Unicode (╒┼╚², written by re-packing tools)."""
    if text.isascii() or _hanzi(text):
        return text
    try:
        raw = text.encode("cp437")
    except UnicodeEncodeError:
        return text
    for encoding in ("utf-8", "gb18030"):
        better = _decoded(raw, encoding)
        if better is not None and _hanzi(better) and _common(better):
            return better
    return text


def _decoded(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _looks_chinese(text: str, encoding: str) -> bool:
    """Valid UTF-8 with one Chinese character is no accident; GB 18030 reads almost anything, so it must do better."""
    if encoding == "utf-8":
        return _hanzi(text) > 0
    return _hanzi(text) > 1 or (_hanzi(text) == 1 and _common(text))


def _hanzi(text: str) -> int:
    return sum("\u3400" <= c <= "\u9fff" or c >= "\U00020000" for c in text)


def _common(text: str) -> bool:
    """At least half of what is not ASCII is in GB 2312, which holds the characters of everyday use."""
    foreign = [c for c in text if not c.isascii()]
    return 2 * sum(_in_gb2312(c) for c in foreign) >= len(foreign)


def _in_gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def clean(name: str) -> str:
    """The name as a relative path in NFC with / between its parts, fit to be shown.

    Drive letters, leading slashes, `.` and `..` say nothing about the applicant's folders and are left out; control
    and writing-direction characters, which could disguise a name, as well. Very long parts lose their middle.
    """
    shown = "".join(c for c in name if unicodedata.category(c) not in ("Cc", "Cs") and c not in _DIRECTION_MARKS)
    path = re.sub(r"^[A-Za-z]:(?=/|$)", "", unicodedata.normalize("NFC", shown).replace("\\", "/"))
    parts = [part.strip() for part in path.split("/")]
    kept = [_shortened(part) for part in parts if part not in ("", ".", "..")]
    return "/".join(kept[-MOST_PARTS:]) or NAMELESS


def _shortened(part: str) -> str:
    if len(part) <= LONGEST_PART:
        return part
    return f"{part[: LONGEST_PART - 31]}…{part[-30:]}"


def is_litter(name: str) -> bool:
    """Files that operating systems and office programs leave behind and nobody means to submit.

    __MACOSX/, .DS_Store, ._*, Thumbs.db, desktop.ini, ~$* and .~* (locks of Office and WPS), recycle bins.
    """
    *folders, last = name.casefold().split("/")
    return last in _LITTER or last.startswith(_LITTER_STARTS) or not _LITTER_FOLDERS.isdisjoint([*folders, last])


Part = tuple[tuple[tuple[int, int, str], ...], str]


def natural_key(name: str) -> tuple[tuple[Part, ...], str]:
    """Sorts paths as a person counts: 2.pdf before 10.pdf, 第二页 before 第十页, a.jpg before a (2).jpg."""
    *folders, last = name.split("/")
    stem, dot, suffix = last.rpartition(".")
    final = (_tokens(stem), suffix.casefold()) if dot else (_tokens(last), "")
    return (*((_tokens(folder), "") for folder in folders), final), name


def _tokens(text: str) -> tuple[tuple[int, int, str], ...]:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return tuple(_token(piece.strip()) for piece in _NUMBER.split(plain) if piece.strip())


def _token(piece: str) -> tuple[int, int, str]:
    if piece.isascii() and piece.isdigit():
        return 0, int(piece[:300]), ""
    return (0, _chinese_number(piece), "") if _NUMBER.fullmatch(piece) else (1, 0, piece)


def _chinese_number(text: str) -> int:
    """十 → 10, 二十三 → 23, 一百零五 → 105, 二〇二五 → 2025."""
    if not any(c in _CHINESE_UNITS for c in text):
        return int("".join(str(_CHINESE_DIGITS[c]) for c in text[:300]))
    total = digit = 0
    for char in text:
        if char in _CHINESE_UNITS:
            total += (digit or 1) * _CHINESE_UNITS[char]
            digit = 0
        else:
            digit = _CHINESE_DIGITS[char]
    return total + digit

"""Pages as they are written: in simplified characters where recognition wrote traditional ones for some."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Literal

from opencc import OpenCC

from dossier.extract.wording import ORGANISATION
from dossier.model import Page
from dossier.text import READ_AS

_OF_NAMES = frozenset("昇陞迺甦邨祕讎氾菉剋晳") | frozenset(READ_AS)
"""Characters that the table of standard ones (通用规范汉字表, 2013) keeps for names, and other rare ones of names."""
_MORE = 3
"""A page has so many times as many different simplified characters where its traditional ones were misread."""


@cache
def _converter(way: Literal["t2s", "s2t"]) -> OpenCC:
    return OpenCC(way)


@cache
def _converted(character: str, way: Literal["t2s", "s2t"]) -> str:
    written: str = _converter(way).convert(character)
    return written if len(written) == 1 else character


@cache
def _is_common(character: str) -> bool:
    """Whether GB 2312 has it, which holds what simplified texts are written in and a few traditional characters."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def misread_traditional(text: str) -> dict[int, str]:
    """Traditional characters of a page's text that stand for simplified ones → these, as str.translate takes them.

    Empty for a page in traditional characters, as papers from Hong Kong, Macao and Taiwan are.
    """
    written = _traditional(text)
    return written if written and _simplified(text) >= _MORE * len(written) else {}


def _traditional(text: str) -> dict[int, str]:
    """The traditional characters of a text, but those of names → the simplified ones."""
    return {
        ord(one): plain
        for one in set(text)
        if not one.isascii()
        and not _is_common(one)
        and one not in _OF_NAMES
        and (plain := _converted(one, "t2s")) != one
    }


def _simplified(text: str) -> int:
    """How many different characters of a text are simplified ones that have traditional forms."""
    return sum(_is_common(one) and _converted(one, "s2t") != one for one in set(text) if not one.isascii())


def _misread_unit(page: Page) -> dict[int, str]:
    """Those of the one row that has any, where it names a unit and the others are in simplified characters: on a page
    of few words the name of who issued it may hold most of what differs."""
    odd = {line.text: wrong for line in page.lines if (wrong := _traditional(line.text))}
    if len(odd) != 1:
        return {}
    text, wrong = odd.popitem()
    others = "".join(line.text for line in page.lines if line.text != text)
    is_unit = ORGANISATION.fullmatch(text.translate(wrong).strip()) is not None
    return wrong if is_unit and _simplified(others) >= _MORE else {}


def in_one_script(page: Page) -> Page:
    """The page with the traditional characters that recognition wrote among simplified ones put right."""
    if page.method != "ocr":
        return page
    wrong = misread_traditional("".join(line.text for line in page.lines)) or _misread_unit(page)
    if not wrong:
        return page
    lines = (
        line
        if (text := line.text.translate(wrong)) == line.text
        else replace(line, text=text, raw=line.raw or line.text)
        for line in page.lines
    )
    return replace(page, lines=tuple(lines))

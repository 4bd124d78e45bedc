"""Pages as they are written: in simplified characters where recognition wrote traditional ones for some."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Literal

from opencc import OpenCC

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
    every = set(text)
    written = {
        one: plain
        for one in every
        if not one.isascii()
        and not _is_common(one)
        and one not in _OF_NAMES
        and (plain := _converted(one, "t2s")) != one
    }
    if not written:
        return {}
    simplified = sum(_is_common(one) and _converted(one, "s2t") != one for one in every if not one.isascii())
    return {ord(one): plain for one, plain in written.items()} if simplified >= _MORE * len(written) else {}


def in_one_script(page: Page) -> Page:
    """The page with the traditional characters that recognition wrote among simplified ones put right."""
    if page.method != "ocr":
        return page
    wrong = misread_traditional("".join(line.text for line in page.lines))
    if not wrong:
        return page
    lines = (
        line
        if (text := line.text.translate(wrong)) == line.text
        else replace(line, text=text, raw=line.raw or line.text)
        for line in page.lines
    )
    return replace(page, lines=tuple(lines))

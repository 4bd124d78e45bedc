"""Text with marks in braces, turned into runs of one style; fields that are printed are noted for the truth.

{=field} prints a value, {_=field} on a line, {~=field} and {_~=field} written by hand; {w:..} and {uw:..} are words by
hand, {chop:..} a person's square seal, {g:..} grey words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from string import Template
from typing import Any

LISTS = {"members", "authors", "inventors", "recipients", "names", "drafters"}
INTS = {"year", "stated_days"}
_TOKEN = re.compile(r"\{([^{}]*)\}")
_DAY = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")
_SPAN = re.compile(rf"{_DAY.pattern}\.\.(?:{_DAY.pattern}|长期)")
_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")


@dataclass(frozen=True)
class Run:
    """Text in one style, or a mark of no width (style seal) whose text is its description."""

    text: str
    style: str = ""


@dataclass
class Context:
    """What a document knows while it is drawn: the dossier's words, its date notation, the truth so far."""

    words: dict[str, str]
    fields: dict[str, Any] = field(default_factory=dict)
    dates: str = "cn"
    joint: str = "至"


def _number(n: str) -> str:
    i = int(n)
    tens = "" if i < 10 else ("十" if i < 20 else "二三"[i // 10 - 2] + "十")
    return tens + ("" if i % 10 == 0 else str(i % 10).translate(_DIGITS))


def day(value: str, style: str) -> str:
    """An ISO date or month as the page writes it."""
    found = _DAY.fullmatch(value)
    if not found:
        return value
    y, m, d = found.groups()
    if style == "hanzi":
        return f"{y.translate(_DIGITS)}年{_number(m)}月" + (f"{_number(d)}日" if d else "")
    if style == "cn":
        return f"{y}年{int(m)}月" + (f"{int(d)}日" if d else "")
    if style == "cn0":
        return f"{y}年{m}月" + (f"{d}日" if d else "")
    if style == "wide":
        return f"{y} 年 {int(m)} 月" + (f" {int(d)} 日" if d else "")
    if style == "dot":
        return ".".join([y, str(int(m))] + ([str(int(d))] if d else []))
    if style == "slash1":
        return "/".join([y, str(int(m))] + ([str(int(d))] if d else []))
    if style == "short":
        return "/".join([y[2:], str(int(m))] + ([str(int(d))] if d else []))
    sign = {"dot0": ".", "slash": "/", "dash": "-"}[style]
    return sign.join([y, m] + ([d] if d else []))


def show(value: str, context: Context) -> str:
    """A value as the page writes it: dates, months and periods in the page's notation, the rest as it is."""
    if _SPAN.fullmatch(value):
        start, end = value.split("..")
        return day(start, context.dates) + context.joint + day(end, context.dates)
    return day(value, context.dates)


def _noted(payload: str, context: Context) -> str:
    name, _, rest = payload.partition(":")
    value = rest or context.words[name]
    value, _, printed = value.partition("~")
    if name in LISTS:
        context.fields[name] = re.split("[、，；]", value)
    else:
        context.fields[name] = int(value) if name in INTS else value
    return printed or show(value, context)


def runs(text: str, context: Context) -> list[Run]:
    """The runs of a line of the page language."""
    text = Template(text).safe_substitute(context.words)
    out: list[Run] = []
    at = 0
    for token in _TOKEN.finditer(text):
        if token.start() > at:
            out.append(Run(text[at : token.start()]))
        at = token.end()
        out.append(_run(token.group(1), context))
    if at < len(text):
        out.append(Run(text[at:]))
    return out


def _run(body: str, context: Context) -> Run:
    if body.startswith("="):
        return Run(_noted(body[1:], context), "value")
    if body.startswith("_="):
        return Run(" " + _noted(body[2:], context) + " ", "line")
    if body.startswith("~="):
        return Run(_noted(body[2:], context), "ink")
    if body.startswith("_~="):
        return Run(" " + _noted(body[3:], context) + " ", "inked")
    head, _, rest = body.partition(":")
    if head == "chop":
        return Run(rest, "chop")
    if head.startswith("sig"):
        if "=" in head:
            context.fields[head.split("=")[1]] = True
        return Run(rest, "sign")
    if head.startswith("seal"):
        names = head.partition("=")[2]
        if names:
            sealed, _, named = names.partition(",")
            context.fields[sealed] = True
            if named:
                context.fields[named] = rest.split(";")[0]
        return Run(rest, "seal")
    if head == "tick":
        return Run(rest, "tick")
    styles = {"b": "bold", "u": "line", "k": "kai", "h": "hand", "d": "", "w": "ink", "uw": "inked", "g": "grey"}
    return Run(show(rest, context) if head == "d" else rest, styles[head])

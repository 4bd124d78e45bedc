"""Reads a dossier's text file: its head, and its documents with their lines.

upload: 申报材料.zip            head: what is expected, `word NAME = text` for $NAME in the text
submitted: 2025-10-30
word name = 某某
bank: a sentence for `~fill N`
@ kind | 文件名.pdf | 目录中的名称 | option option    a document; an empty file: the file of the one before
    options: copy, mono (black and white), born, flat (scanned, where the rest is photographed),
    turn=90, order=N in the catalogue, scene, stamp, inked=N (a born document signed on paper from page N on),
    light=lamp|shadow|glare|fold|chat (how a photograph was taken)
+ items = ["unit_opinion"]     truth that no printed value gives (JSON)
* year=2023 grade=合格          the document once for each such line, <year> being replaced
%again                        a notice's photo: the lines of the document before it, of which only dates go to the truth
everything else               the page language of sheet.py
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass
class Source:
    """One document as written in the dossier's file."""

    kind: str
    file: str
    title: str
    options: set[str]
    lines: list[str] = field(default_factory=list)
    extra: dict[str, str] = field(default_factory=dict)


@dataclass
class Dossier:
    """A dossier's file."""

    name: str
    head: dict[str, Any] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    bank: list[str] = field(default_factory=list)
    documents: list[Source] = field(default_factory=list)


HERE = Path(__file__).parent / "data"


def names() -> list[str]:
    """The dossiers there are, in their order."""
    return sorted(path.stem for path in HERE.glob("*.txt"))


def load(name: str) -> Dossier:
    """Read a dossier's file."""
    out = Dossier(name)
    current: Source | None = None
    times: list[dict[str, str]] = []
    for line in [*(HERE / f"{name}.txt").read_text("utf-8").splitlines(), "@ end"]:
        if line.startswith("//"):
            continue
        if line.startswith("@ "):
            if current:
                out.documents += _repeated(current, times)
            parts = [p.strip() for p in line[2:].split("|")] + ["", "", ""]
            if parts[0] == "end":
                break
            file = parts[1] or (out.documents[-1].file if out.documents else "")
            current, times = Source(parts[0], file, parts[2], set(parts[3].split())), []
        elif current is None:
            _head(out, line)
        elif line.startswith("+ "):
            key, _, value = line[2:].partition("=")
            current.extra[key.strip()] = value.strip()
        elif line == "%again":
            current.lines += [_seen(earlier) for earlier in out.documents[-1].lines]
        elif line.startswith("* "):
            times.append(dict(pair.split("=", 1) for pair in line[2:].split()))
        else:
            current.lines.append(line)
    return out


def _seen(line: str) -> str:
    """A notice's line as its photo shows it: the same words, of which only period and date are noted."""
    line = re.sub(r"\{seal=[^:}]*:", "{seal:", line)
    line = re.sub(r"\{[_~]*=(?!period|date)\w+:(?:[^{}~]*~)?([^{}~]*)\}", r"\1", line)
    return re.sub(r"\{[_~]*=(?!period|date)(\w+)\}", r"$\1", line)


def _head(out: Dossier, line: str) -> None:
    if line.startswith("word "):
        key, _, value = line[5:].partition("=")
        out.words[key.strip()] = value.strip()
    elif line.startswith("bank: "):
        out.bank.append(line[6:].strip())
    elif ":" in line:
        key, _, value = line.partition(":")
        out.head[key.strip()] = value.strip()


def _repeated(source: Source, times: list[dict[str, str]]) -> list[Source]:
    if not times:
        return [source]
    out = []
    for n, values in enumerate(times):

        def filled(text: str, values: dict[str, str] = values) -> str:
            for key, value in values.items():
                text = text.replace(f"<{key}>", value)
            return text

        title = filled(source.title) if n == 0 or "<" in source.title else ""
        extra = {key: filled(value) for key, value in source.extra.items()}
        lines = [filled(line) for line in source.lines]
        out.append(Source(source.kind, filled(source.file), title, source.options, lines, extra))
    return out

"""What a certificate says came of a publication: no objection, an objection, or nothing."""

from __future__ import annotations

import re

from dossier.extract.readers import unknown
from dossier.extract.sentences import Prose
from dossier.extract.wording import ASKED, NO_OBJECTION, OBJECTION, OBJECTION_ABOUT, ZERO
from dossier.model import Value

_TICK = re.compile(r"[☑√✓✔■☒]")
_OPTION = re.compile(r"[□☐口囗○][^□☐☑√✓✔■☒口囗○。;]{1,12}")
_TWO_BOXES = re.compile(r"[□☐口囗○](?:无|未|没)[^□☐口囗○]{0,10}[□☐口囗○](?:有|收|存)")
_NOT = re.compile(r"未|没|无|不|否")

Span = tuple[int, int]


def read_outcome(prose: Prose) -> Value | None:
    """no_objection, objection or not_stated; an objection outweighs the rest. 如有异议，请… is an instruction, neither.

    Two boxes of which none is seen to be ticked are ambiguous.
    """
    boxes = _TWO_BOXES.search(prose.text)
    if boxes and not _TICK.search(prose.text):
        spot = prose.spot(*boxes.span())
        return unknown("ambiguous", spot.file, spot.page, spot.box, spot.text) if spot else None
    text = _without_unticked(prose.text)
    said: dict[str, list[Span]] = {"objection": [], "no_objection": []}
    for start, end in prose.without_conditions():
        _read_clause(text, start, end, prose.row_starts, said)
    title = re.search(r"公示无异议(?:证明|的证明|情况)", prose.text)
    for code, spans in said.items():
        if spans:
            return prose.value(code, *spans[0])
    if title:
        return prose.value("no_objection", *title.span())
    return prose.value("not_stated", 0, len(prose.text)) if prose.text else None


def _read_clause(text: str, start: int, end: int, row_starts: list[int], said: dict[str, list[Span]]) -> None:
    """What text[start:end] says goes to `said`. What one wording has answered is not searched for the next."""
    left = text[:end]
    for question in ASKED.finditer(left, start):
        answer = question["answer"]
        if answer:
            said["objection" if answer in ("有", "是") else "no_objection"].append(question.span())
        left = _blanked(left, *question.span())
    for words in (NO_OBJECTION, ZERO):
        for match in words.finditer(left, start):
            if words is NO_OBJECTION or _ends_there(text, match.end(), row_starts):
                said["no_objection"].append(match.span())
                left = _blanked(left, *match.span())
    for words in (OBJECTION, OBJECTION_ABOUT):
        for match in words.finditer(left, start):
            if not _NOT.search(text[max(0, match.start() - 2) : match.start()]):
                said["objection"].append(match.span())


def _ends_there(text: str, at: int, row_starts: list[int]) -> bool:
    """Whether 无 or 0 is all that is said: a row ends, a counting word or no Chinese character follows."""
    return at >= len(text) or at in row_starts or not re.match(r"[㐀-鿿]", text[at]) or text[at] in "件条起次份例人项"


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + "□" * (end - start) + text[end:]


def _without_unticked(text: str) -> str:
    """Options of a tick list that are not ticked, blanked out: ☑无异议 □有异议."""
    return _OPTION.sub(lambda option: "□" * len(option.group()), text) if _TICK.search(text) else text

"""What a certificate says came of a publication: no objection, an objection, or nothing."""

from __future__ import annotations

import re

from dossier.extract.readers import unknown, valued
from dossier.extract.sentences import Prose
from dossier.extract.ticks import BOXES, is_ticked, without_unticked
from dossier.extract.wording import ASKED, NO_OBJECTION, OBJECTION, OBJECTION_ABOUT, ZERO
from dossier.model import Value

_OPTIONS = re.compile(
    rf"(?P<first>[{BOXES}]?)(?:公示期[间内]?,?)?(?:{NO_OBJECTION.pattern})(?P<second>[{BOXES}]?)(?:收到|有|存在)(?:异议|投诉|举报|反映)"
)
"""Both answers side by side in one row, of which a tick should have chosen one."""
_TWO_BOXES = re.compile(r"[□☐口囗○](?:无|未|没)[^□☐口囗○]{0,10}[□☐口囗○](?:有|收|存)")
_NOT = re.compile(r"未|没|无|不|否")
_TICK_NOT_READ = 0.8
"""Confidence at most where a tick is inferred from an empty box beside it."""

Span = tuple[int, int]


def read_outcome(prose: Prose) -> Value | None:
    """no_objection, objection or not_stated; an objection outweighs the rest. 如有异议，请… is an instruction, neither.

    Two boxes of which none is seen to be ticked are ambiguous.
    """
    ticked = is_ticked(prose.text)
    options = None if ticked else _TWO_BOXES.search(prose.text) or _OPTIONS.search(prose.text)
    if options:
        return _of_options(prose, options)
    text = without_unticked(prose.text) if ticked else prose.text
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


def _of_options(prose: Prose, options: re.Match[str]) -> Value | None:
    """Where only the objection has its empty box before it, the other's was filled, though its tick was not read."""
    spot = prose.spot(*options.span())
    if spot is None:
        return None
    groups = options.groupdict()
    if groups.get("second") and not groups["first"]:
        return valued("no_objection", spot, min(spot.confidence, _TICK_NOT_READ))
    return unknown("ambiguous", spot.file, spot.page, spot.box, spot.text)


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

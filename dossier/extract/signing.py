"""Signatures and seals at a place: is it signed, is it stamped, by whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from dossier.extract.labels import Candidate
from dossier.extract.layout import Layout
from dossier.extract.readers import unknown
from dossier.extract.sentences import org_name
from dossier.model import Box, Line, Page, PageRef, Seal, Value
from dossier.text.regex import Regex

_PLACEHOLDER = Regex(r"[\s_＿\-—.:,、年月日()]|盖章|公章|签字|签名|签章|手写|日期|本人|申报人")


TALL, DOUBTFUL = 1.55, 1.35
"""Heights of a line over that of the print on the page or before it. People write half as tall again and
more; what lies
between is left open."""

PEN, PRINT = 0.75, 0.3
"""Of `Line.handwritten`: from the one on it is a pen's, up to the other print's; between them it is left open."""

PEN_AT_PLACE = 0.35
"""As PEN, where a signature is asked for: there a pen is to be expected. Of 31 names printed at such a place, at three
strengths, none scored more than 0.22; of 219 signed ones that were read as text none less than 0.74, of seven in the
neat hands of other drawers none less than 0.38."""

LABEL_ABOVE = 1.3
"""A label higher than this times the page's print was boxed together with the writing behind it."""


@dataclass(frozen=True)
class Look:
    """What a place for a signature shows. `state`: signed, printed, empty or unreadable; `name`: a printed one."""

    state: str
    name: str
    box: Box
    confidence: float


def print_height(page: Page) -> float:
    """Points from top to bottom of the page's usual lines of print."""
    level = [line.box.height for line in page.lines if line.confidence > 0.9 and len(line.text) >= 4]
    return median([height for height in level if height < 60] or [14.0])


def penned(line: Line, page: Page) -> bool:
    """Whether a line that OCR read holds handwriting: by its strokes, or because it is far taller than print."""
    return _height(line, page) >= TALL or (line.handwritten or 0.0) >= PEN


def _height(line: Line, page: Page) -> float:
    """0 for a text layer, which holds no handwriting, and for columns of print."""
    column = len(line.text) >= 2 and line.box.height > 1.2 * line.box.width
    return 0.0 if line.method == "text" or column else line.box.height / print_height(page)


def look(page: Page, place: Box, tail: str, own: Line | None = None) -> Look:
    """What stands at a place. `tail`: the text behind the label in the label's `own` line, which may be handwriting.

    A mark of ink, a line clearly taller than print and one with a pen's strokes are handwriting; a name of print's
    height and strokes is printed; no ink at all is empty, unless a seal covers the place or the page cannot be read.
    In between it is unreadable.
    """
    near = place.grown(4, 8)
    beside = [
        line
        for line in page.lines
        if line is not own
        and not re.search("[:：]", line.text)
        and line.box.within(near) > 0.4
        and _name(line.text)
        and line.box.cx > place.x0
    ]
    written = [own] if own is not None and _name(tail) else []
    ink = [mark for mark in page.marks if mark.within(near) > 0.5]
    print_here = own.box.height / print_height(page) if own is not None and own.method != "text" else 1.0
    heights = {line: _height(line, page) / min(max(1.0, print_here), LABEL_ABOVE) for line in beside}
    heights |= {line: _height(line, page) for line in written}
    pen = [line for line, height in heights.items() if height >= TALL or (line.handwritten or 0.0) >= PEN_AT_PLACE]
    if ink or pen:
        boxes = [*ink, *(_behind(line.box, place) if line is own else line.box for line in pen)]
        return Look("signed", "", Box.around(boxes), 0.95)
    if any(height >= DOUBTFUL or (line.handwritten or 0.0) > PRINT for line, height in heights.items()):
        return Look("unreadable", _name(_at_place(written or beside, tail, own)), place, 0.0)
    if heights:
        line = next(iter(heights))
        box = _behind(line.box, place) if line is own else line.box
        return Look("printed", _name(_at_place([line], tail, own)), box, min(line.confidence, 0.95))
    covered = any(seal.box.intersection(place) > 0.3 * place.area for seal in page.seals)
    touched = any(trace.within(place.grown(0, 2)) > 0.5 for trace in page.traces)
    if covered or touched or page.method == "none":
        return Look("unreadable", "", place, 0.0)
    return Look("empty", "", place, 0.9)


def _at_place(lines: Sequence[Line], tail: str, own: Line | None) -> str:
    """What the first of the lines says there; of the label's own line what stands behind the label."""
    return tail if lines[0] is own else lines[0].text


def _behind(line: Box, place: Box) -> Box:
    return Box(min(place.x0, line.x1 - 1), line.y0, line.x1, line.y1)


def signed(candidate: Candidate, page: Page) -> Value:
    """True where a pen (or a picture of a signature) wrote behind the label, False where the place is empty.

    A printed name where a handwritten one is due is neither: it is `ambiguous`, with the name as raw, and a person
    decides. `unreadable` where nothing can be told.
    """
    spot = candidate.label_spot
    place = candidate.place
    place = Box(place.x0, place.y0, min(place.x1, place.x0 + 190), place.y1)
    own = next((line for line in page.lines if line.box.contains(spot.box.cx, spot.box.cy)), None)
    holder = _holder(candidate)
    shown = look(page, place, _written(candidate), holder or own)
    where = shown.box.rounded()
    if shown.state == "signed":
        return Value(True, "", spot.file, spot.page, where, "ocr", shown.confidence)
    if shown.state == "printed":
        return unknown("ambiguous", spot.file, spot.page, shown.box, shown.name)
    if shown.state == "unreadable":
        return unknown("unreadable", spot.file, spot.page, place, shown.name)
    return Value(False, "", spot.file, spot.page, where, "ocr", round(min(spot.confidence, shown.confidence), 2))


def _holder(candidate: Candidate) -> Line | None:
    """The line in which the words behind the label begin."""
    owners = candidate.flow.owners if candidate.flow is not None else ()
    return next((owner[0] for owner in owners if owner is not None), None)


def _name(text: str) -> str:
    """The text without printed hints, dates and rulings; empty where nothing or a unit's name is left."""
    bare = re.sub(r"(?:19|20)\d\d|\d{1,2}", "", _PLACEHOLDER.sub("", text))
    label = text.rstrip().endswith((":", "：")) or re.search(r"[:：].*[:：]", text)
    return "" if label or org_name(text.strip()) else bare


def _written(candidate: Candidate) -> str:
    """What stands right behind the label: up to the first gap, without printed hints, dates and the unit's name."""
    if candidate.flow is None:
        return ""
    first = candidate.flow.text.lstrip("\t\n").split("\t")[0].split("\n")[0]
    return _name(first)


def seals_of(layouts: Iterable[Layout]) -> tuple[tuple[PageRef, Seal], ...]:
    return tuple((layout.sheet, seal) for layout in layouts for seal in layout.page.seals)


def _stands_at(seal: Box, place: Box, other: Box | None, cells: Sequence[Box] = ()) -> bool:
    """Whether a seal lies at a place or reaches into it, and is not rather the one of the `other` place.

    Nor is it one that lies nearly whole in another of the page's cells, whose label may not have been read.
    """
    if other is not None and seal.within(other) > max(0.5, seal.within(place)):
        return False
    if any(seal.within(cell) > _WHOLE and cell.within(place) < 0.5 for cell in cells) and seal.within(place) < 0.5:
        return False
    return seal.intersection(place.grown(30)) > 0


_WHOLE = 0.8
_MOSTLY = 0.6
"""Shares of a seal inside a place from which it is no other's, and goes before seals that only reach into the place."""


def sealed(
    layouts: Sequence[Layout], place: Box | None = None, page: Page | None = None, other: Box | None = None
) -> dict[str, Value]:
    """`sealed` and `seal_text` of a document, or of a place on one of its pages.

    `other` is a place beside it with a seal of its own: what lies for the most part there is not this one's.

    A red seal is proof. A grey one is not told from a printed circle, and on a copy without colour none may be seen:
    both are `unreadable`, never absent.
    """
    pages = [page] if page is not None else [layout.page for layout in layouts]
    found = [
        (p, seal) for p in pages for seal in p.seals if place is None or _stands_at(seal.box, place, other, p.cells)
    ]
    red = [(p, seal) for p, seal in found if seal.state != "grey"]
    if red:
        inside = [item for item in red if place is not None and item[1].box.within(place) > _MOSTLY]
        p, seal = max(inside or red, key=lambda item: (item[1].confidence, item[1].box.area))
        text = (
            Value(seal.text, seal.text, p.file, p.number, seal.box.rounded(), "seal", round(seal.confidence, 2))
            if seal.text
            else unknown("unreadable", p.file, p.number, seal.box)
        )
        return {"sealed": Value(True, seal.text, p.file, p.number, seal.box.rounded(), "seal", 0.97), "seal_text": text}
    last = pages[-1]
    where = place or Box(0.35 * last.width, 0.45 * last.height, last.width, last.height)
    if found:
        p, seal = found[-1]
        return {name: unknown("unreadable", p.file, p.number, seal.box) for name in ("sealed", "seal_text")}
    if last.method == "ocr" and not last.quality.colour:
        return {"sealed": unknown("unreadable", last.file, last.number, where)}
    return {"sealed": Value(False, "", last.file, last.number, where.rounded(), "seal", 0.9)}

"""Signatures and seals at a place: is it signed, is it stamped, by whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dossier.extract.labels import Candidate
from dossier.extract.layout import Layout
from dossier.extract.readers import unknown
from dossier.extract.sentences import org_name
from dossier.model import Box, Page, PageRef, Seal, Value

_PLACEHOLDER = re.compile(r"[\s_＿\-—.:,、年月日()]|盖章|公章|签字|签名|签章|手写|日期|本人|申报人")


def signed(candidate: Candidate, page: Page) -> Value:
    """True where a name or handwriting stands behind the label, False where the place is empty."""
    spot = candidate.label_spot
    place = Box(
        candidate.place.x0, candidate.place.y0, min(candidate.place.x1, candidate.place.x0 + 190), candidate.place.y1
    )
    written = _written(candidate)
    ink = [mark for mark in page.marks if mark.within(place.grown(4, 8)) > 0.5]
    if written or ink:
        where = candidate.flow.spot() if candidate.flow is not None else None
        sure = where.confidence if where is not None else 0.9
        return Value(True, written, spot.file, spot.page, place.rounded(), "ocr", round(max(sure, 0.85), 2))
    if any(seal.box.intersection(place) > 0.3 * place.area for seal in page.seals):
        return unknown("unreadable", spot.file, spot.page, place)
    return Value(False, "", spot.file, spot.page, place.rounded(), "ocr", round(min(spot.confidence, 0.95), 2))


def _written(candidate: Candidate) -> str:
    """What stands right behind the label: up to the first gap, without printed hints, dates and the unit's name."""
    if candidate.flow is None:
        return ""
    first = candidate.flow.text.lstrip("\t\n").split("\t")[0].split("\n")[0]
    bare = re.sub(r"(?:19|20)\d\d|\d{1,2}", "", _PLACEHOLDER.sub("", first))
    return "" if org_name(first.strip()) else bare


def seals_of(layouts: Iterable[Layout]) -> tuple[tuple[PageRef, Seal], ...]:
    return tuple(
        (PageRef(layout.page.file, layout.page.number), seal) for layout in layouts for seal in layout.page.seals
    )


def sealed(layouts: Sequence[Layout], place: Box | None = None, page: Page | None = None) -> dict[str, Value]:
    """`sealed` and `seal_text` of a document, or of a place on one of its pages.

    A red seal is proof. A grey one is not told from a printed circle, and on a copy without colour none may be seen:
    both are `unreadable`, never absent.
    """
    pages = [page] if page is not None else [layout.page for layout in layouts]
    found = [
        (p, seal) for p in pages for seal in p.seals if place is None or seal.box.intersection(place.grown(30)) > 0
    ]
    red = [(p, seal) for p, seal in found if seal.state != "grey"]
    if red:
        p, seal = max(red, key=lambda item: (item[1].confidence, item[1].box.area))
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

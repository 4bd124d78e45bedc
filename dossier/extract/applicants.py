"""Whom a notice, letter or list speaks of: names with the title they apply for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from dossier.extract.layout import Cell, Layout, Spot
from dossier.extract.readers import valued
from dossier.extract.sentences import Prose
from dossier.extract.wording import APPLIES, BEFORE_A_NAME, BEHIND_A_NAME, LISTED_NAME, NAME, NOT_A_NAME
from dossier.model import Box, Value
from dossier.text import normalise


def read_applicants(
    prose: Prose, layouts: Sequence[Layout], titles: Collection[str], known: Collection[str]
) -> Value | None:
    """[{name, title}] as published; names the dossier gives elsewhere are looked for first. A title may be None."""
    listed = list(_from_tables(layouts, titles))
    people: dict[str, str | None] = {}
    places: list[Spot] = []
    for name, title, spot in [*listed, *_from_prose(prose, titles, known)]:
        if name not in people or (people[name] is None and title):
            people[name] = title
            places.append(spot)
    if not people:
        return None
    spot = places[0]
    box = Box.around(place.box for place in places if place.page == spot.page and place.file == spot.file)
    joined = Spot("、".join(people), spot.file, spot.page, box, min(p.confidence for p in places), spot.method)
    return valued([{"name": name, "title": title} for name, title in people.items()], joined)


def _from_prose(
    prose: Prose, titles: Collection[str], known: Collection[str]
) -> Iterator[tuple[str, str | None, Spot]]:
    text = prose.text
    spans = [(name, m.start(), m.end()) for name in known for m in re.finditer(re.escape(name), text)]
    for pattern in _SURE_OF_A_NAME:
        spans += _named(pattern, text, 0)
    for row in prose.row_starts:
        spans += _named(_ROW_BEGINS_WITH_A_NAME, text[row : row + 48], row)[:1]
    spans = spans or _named(_PERHAPS_A_NAME, text, 0)
    for name, start, end in [*spans, *(found for span in spans for found in _enumerated(text, span[2]))]:
        if NOT_A_NAME.search(name) or any(other != name and other in name for other in known):
            continue
        spot = prose.spot(start, end)
        if spot:
            yield name, _title_behind(text[end : end + 60], titles), spot


_SURE_OF_A_NAME = (
    re.compile(
        rf"(?:公示对象|公示人员|申报人(?:员)?|参评人员|姓名)(?:为|是)?:?(?P<n>{NAME})(?=同志|等|[,。、;:(]|性别|申报|$)"
    ),
    re.compile(rf"(?:^|[,。、;:为对将])(?P<n>{NAME})同志"),
)
_ROW_BEGINS_WITH_A_NAME = re.compile(
    rf"^(?:\(?\d{{1,2}}[.、)])?(?P<n>{NAME}){BEHIND_A_NAME}[,(]?[^。;]{{0,16}}?{APPLIES}"
)
_PERHAPS_A_NAME = re.compile(rf"(?:{BEFORE_A_NAME}|^)(?P<n>{NAME}){BEHIND_A_NAME}(?=[^。;]{{0,24}}?{APPLIES})")
_NEXT_NAME = re.compile(rf"(?:\([^()]{{2,20}}\))?(?:、|和|及)(?P<n>{NAME})(?=[、,。(]|等|和|同志|$)")


def _named(pattern: re.Pattern[str], text: str, offset: int) -> list[tuple[str, int, int]]:
    return [
        (m["n"], offset + m.start("n"), offset + m.end("n"))
        for m in pattern.finditer(text)
        if not NOT_A_NAME.search(m["n"])
    ]


def _enumerated(text: str, end: int) -> Iterator[tuple[str, int, int]]:
    """Names that go on behind one: 甲（副主任医师）、乙（主管护师）."""
    match = _NEXT_NAME.match(text, end)
    while match:
        yield match["n"], match.start("n"), match.end("n")
        match = _NEXT_NAME.match(text, match.end("n"))


def _title_behind(text: str, titles: Collection[str]) -> str | None:
    """The title applied for: the one that follows the verb of applying, else none."""
    bracket = re.match(r"\((?P<inside>[^()]{2,20})\)", text)
    if bracket and first_title(bracket["inside"], titles):
        return first_title(bracket["inside"], titles)
    sentence = re.split(r"[。;]", text)[0]
    match = re.search(rf"{APPLIES}|职称:|资格:", sentence)
    if match is None:
        return None
    return first_title(sentence[match.end() :], titles)


def first_title(text: str, titles: Collection[str]) -> str | None:
    """The title that begins first in a text; of several at one place the longest."""
    hits = [(text.find(title), -len(title), title) for title in titles if title in text]
    return min(hits)[2] if hits else None


def _from_tables(layouts: Sequence[Layout], titles: Collection[str]) -> Iterator[tuple[str, str | None, Spot]]:
    for layout in layouts:
        heads = {cell.text: cell for cell in layout.cells}
        name_head = next(
            (cell for text, cell in heads.items() if re.fullmatch(r"(?:申报人)?姓名|申报人(?:员)?|公示对象", text)),
            None,
        )
        title_head = next((cell for text, cell in heads.items() if _is_title_head(text)), None)
        if name_head is None:
            continue
        right = layout.right_of(name_head)
        names = _column(name_head, layout)
        if names and (right is None or not re.fullmatch(NAME, right.text)):
            rows = [(cell, _same_row(cell, _column(title_head, layout)) if title_head else None) for cell in names]
        elif right is not None:
            rows = [(right, layout.right_of(title_head) if title_head else None)]
        else:
            continue
        for cell, title_cell in rows:
            match = re.fullmatch(LISTED_NAME, normalise(cell.text))
            spot = cell.flow.spot()
            if match and spot and not NOT_A_NAME.search(cell.text):
                yield match.group(), first_title(title_cell.text, titles) if title_cell else None, spot


def _is_title_head(text: str) -> bool:
    return (
        re.fullmatch(
            r"(?:拟?申报|拟评|推荐|评审)(?:评审)?(?:的)?(?:专业技术)?(?:职称|资格|职务|任职资格|职称名称|级别及职称|职称级别)(?:名称)?",
            text,
        )
        is not None
    )


def _column(head: Cell, layout: Layout) -> list[Cell]:
    cells: list[Cell] = []
    current = layout.below(head)
    while current is not None and len(cells) < 60:
        cells.append(current)
        current = layout.below(current)
    return cells


def _same_row(cell: Cell, column: Sequence[Cell]) -> Cell | None:
    return next((other for other in column if other.box.overlap_y(cell.box) > 0.6), None)

"""Whom a notice, letter or list speaks of: names with the title they apply for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from dossier.extract.layout import Cell, Layout, Spot
from dossier.extract.readers import valued
from dossier.extract.sentences import Prose
from dossier.extract.wording import APPLIES, BEFORE_A_NAME, BEHIND_A_NAME, NAME, NOT_A_NAME
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
    spans: list[tuple[str, int, int]] = []
    for name in known:
        spans += [(name, match.start(), match.end()) for match in re.finditer(re.escape(name), text)]
    patterns = (
        rf"(?:{BEFORE_A_NAME}|^)(?P<n>{NAME}){BEHIND_A_NAME}(?=[^。;]{{0,24}}?{APPLIES})",
        rf"(?:公示对象|申报人(?:员)?|参评人员|姓名)(?:为|是)?:?(?P<n>{NAME})(?=同志|等|[,。、;:(]|性别|申报|现|工作|$)",
        rf"(?P<n>{NAME})同志",
    )
    for pattern in patterns:
        spans += [(match["n"], match.start("n"), match.end("n")) for match in re.finditer(pattern, text)]
    for row in prose.row_starts:
        match = re.match(
            rf"(?:\(?\d{{1,2}}[.、)])?(?P<n>{NAME}){BEHIND_A_NAME}[,(]?[^。;]{{0,16}}?{APPLIES}", text[row : row + 48]
        )
        if match:
            spans.append((match["n"], row + match.start("n"), row + match.end("n")))
    for name, start, end in spans:
        if NOT_A_NAME.search(name):
            continue
        spot = prose.spot(start, end)
        if spot:
            yield name, _title_behind(text[end : end + 60], titles), spot


def _title_behind(text: str, titles: Collection[str]) -> str | None:
    """The title applied for: the one that follows the verb of applying, else none."""
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
        if names and right is not None and not re.fullmatch(NAME, right.text):
            rows = [(cell, _same_row(cell, _column(title_head, layout)) if title_head else None) for cell in names]
        elif right is not None:
            rows = [(right, layout.right_of(title_head) if title_head else None)]
        else:
            continue
        for cell, title_cell in rows:
            match = re.fullmatch(NAME, normalise(cell.text))
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

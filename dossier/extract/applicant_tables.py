"""Tables that list people: the names below or beside their heads, each with the title in its row."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz.distance import Levenshtein

from dossier.extract.layout import Flow, Layout, Spot
from dossier.extract.wording import LISTED_NAME, NAME, NOT_A_NAME
from dossier.text import normalise
from dossier.text.regex import Regex

_Person = tuple[str, str | None, Spot]  # the name, the title in the row, where it stands


def first_title(text: str, titles: Collection[str]) -> str | None:
    """The title that begins first in a text; of several at one place the longest."""
    hits = [(text.find(title), -len(title), title) for title in titles if title in text]
    return min(hits)[2] if hits else None


def from_tables(layouts: Sequence[Layout], titles: Collection[str]) -> Iterator[_Person]:
    for layout in layouts:
        below = list(_below_heads(layout, titles))
        yield from below or _beside_heads(layout, titles)


def tells_present_titles(layouts: Sequence[Layout]) -> bool:
    """Whether a table has a column of the titles that people hold: what stands behind a name may be that."""
    pieces = (piece for layout in layouts for band in _bands(layout) for piece in band)
    return any(_PRESENT_HEAD.fullmatch(piece.prose.text) for piece in pieces)


def loses_somebody(layouts: Sequence[Layout], titles: Collection[str]) -> bool:
    """Whether a table numbers more rows than it names people: one was lost, or read as what is no name."""
    for layout in layouts:
        for _, rows in groupby(_rows_below_heads(layout, titles), key=lambda row: row.table):
            table = list(rows)
            numbers = [row.number for row in table if row.number is not None]
            if numbers and max(numbers) - min(numbers) >= sum(len(row.people) for row in table):
                return True
    return False


@dataclass(frozen=True)
class _Row:
    """A row below heads: which table of the page it is of, its running number, whom it names."""

    table: int
    number: int | None
    people: tuple[_Person, ...]


def _below_heads(layout: Layout, titles: Collection[str]) -> Iterator[_Person]:
    """People below the head 姓名, ruled or not, each with the title in their row.

    A name of a rare surname counts where a title stands in its row.
    """
    for row in _rows_below_heads(layout, titles):
        yield from row.people


def _rows_below_heads(layout: Layout, titles: Collection[str]) -> Iterator[_Row]:
    """The rows below each row of heads, down to two that name nobody; those only where their number goes on."""
    heads: list[Flow] = []
    wanted: Flow | None = None
    table, missed, last = 0, 0, 0
    for band in _bands(layout):
        named = [piece for piece in band if _NAME_HEAD.fullmatch(piece.prose.text)]
        if named and len(band) > 1 and not any(re.fullmatch(NAME, _listed_name(piece)) for piece in band):
            heads, table, missed, last = named, table + 1, 0, 0
            wanted = next((piece for piece in band if _is_title_head(piece.prose.text)), None)
            continue
        found = tuple(_in_row(band, heads, wanted, titles)) if missed < _MISSED else ()
        number = _running_number(band) if heads and missed < _MISSED else None
        missed = 0 if found else missed + 1
        if found or (len(band) > 1 and number == last + 1):
            yield _Row(table, number, found)
            last = number or last + 1


def _running_number(band: Sequence[Flow]) -> int | None:
    """The number at the beginning of a row."""
    number = re.match(r"(\d{1,3})(?=$|[.、]|[㐀-鿿])", normalise(band[0].prose.text))
    return int(number[1]) if number else None


def _in_row(
    band: Sequence[Flow], heads: Sequence[Flow], wanted: Flow | None, titles: Collection[str]
) -> Iterator[_Person]:
    for head in heads:
        cell = next((piece for piece in band if _under(piece, head) and _listed_name(piece)), None)
        spot = cell.spot() if cell is not None else None
        if cell is None or spot is None:
            continue
        title = _title_in(band, cell, wanted, titles)
        if title is not None or re.fullmatch(NAME, _listed_name(cell)):
            yield _listed_name(cell), title, spot


def _bands(layout: Layout) -> list[list[Flow]]:
    """Cells and runs of free rows on one height, left to right."""
    found = [cell.flow for cell in layout.cells if cell.text] + [run for row in layout.rows for run in row.runs()]
    placed = sorted(((spot.box.cy, flow) for flow in found if (spot := flow.spot())), key=lambda one: one[0])
    bands: list[tuple[float, list[Flow]]] = []
    for y, flow in placed:
        spot = flow.spot()
        if spot is not None and bands and y - bands[-1][0] <= max(5.0, 0.5 * min(spot.box.height, 16)):
            bands[-1][1].append(flow)
        else:
            bands.append((y, [flow]))
    return [sorted(band, key=_left) for _, band in bands]


def _left(flow: Flow) -> float:
    spot = flow.spot()
    return spot.box.x0 if spot else 0.0


def _under(piece: Flow, head: Flow) -> bool:
    below, above = piece.spot(), head.spot()
    if below is None or above is None:
        return False
    return abs(below.box.cx - above.box.cx) < 0.5 * max(below.box.width, above.box.width) + 12


def _listed_name(piece: Flow) -> str:
    """The name in a cell, a running number before it left out; empty where it holds none."""
    text = re.sub(r"^\d{1,3}[.、]?", "", normalise(piece.prose.text))
    text = _SPECK.sub("", text)
    return text if re.fullmatch(LISTED_NAME, text) and not NOT_A_NAME.search(text.replace("·", "")) else ""


def _title_in(band: Sequence[Flow], name: Flow, head: Flow | None, titles: Collection[str]) -> str | None:
    """The title below its head; None where no head tells it. It may be of no series of the country's list."""
    below = [piece.prose.text for piece in band if head is not None and piece is not name and _under(piece, head)]
    listed = (title for text in below if (title := first_title(text, titles)) is not None)
    return next(listed, None) or next((text for text in below if _is_another_title(text, titles)), None)


def _is_another_title(text: str, titles: Collection[str]) -> bool:
    """Whether a text is like a title, and no listed one of which a letter was misread."""
    misread = any(Levenshtein.distance(text, title, score_cutoff=1) <= 1 for title in titles)
    return _LIKE_A_TITLE.fullmatch(text) is not None and not misread


def _beside_heads(layout: Layout, titles: Collection[str]) -> Iterator[_Person]:
    """A table with its heads on the left: the names right of 姓名, each with the title right of its head, below it."""
    title_head = next((cell for cell in layout.cells if _is_title_head(cell.text)), None)
    wanted = list(layout.all_right_of(title_head)) if title_head is not None else []
    for head in layout.cells:
        for cell in layout.all_right_of(head) if _NAME_HEAD.fullmatch(head.text) else ():
            spot = cell.flow.spot()
            if spot is None or not _listed_name(cell.flow):
                break
            own = wanted[:1] if len(wanted) < 2 else [one for one in wanted if one.box.overlap_x(cell.box) > 0.5]
            yield _listed_name(cell.flow), first_title(own[0].text, titles) if own else None, spot


_SPECK = Regex(r"(?<=^[㐀-鿿])[.,，、。](?=[㐀-鿿]{1,2}$)")
"""What a spot on the paper made of the space within a name of two letters that are set apart."""
_LIKE_A_TITLE = Regex(
    r"(?:正高级|副高级|高级|中级|初级|助理|[一二三四]级|主任|副主任|主管)?[㐀-鿿]{1,5}(?:师|(?<![人职党委成队学])员|教授|编审|记者|编辑)"
)
_MISSED = 2
"""Rows without a name that end a table."""
_NAME_HEAD = Regex(
    r"(?:序号|编号)?(?:(?:拟?申报|参评|拟?推荐|被推荐|公示|拟评)?(?:人员?|教师|医师|职工|员工|同志|对象|人选)?姓名"
    r"|(?:拟?申报|参评|拟?推荐|被推荐|公示|拟评)?(?:人员|教师|医师|职工|员工|同志|对象|人选)"
    r"|(?:拟?申报|参评|拟?推荐|被推荐|公示|拟评)人)"
)


_PRESENT_HEAD = Regex(
    r"(?:现(?:任|有|聘|具有|具备)?|原|已取得|已聘)(?:的)?(?:专业)?(?:技术)?(?:职称|职务|资格|任职资格)(?:名称)?"
)
_TITLE_HEAD = Regex(
    r"(?:[拟所]?申?报|申请|拟评|拟晋升|推荐|评审|晋升)(?:评审)?(?:的)?(?:专业技术)?"
    r"(?:职称|资格|职务|任职资格|职称名称|级别及职称|职称级别)(?:名称)?|[拟所](?:申?报|评审?|晋升?|推荐)|推荐(?:申报|参评|晋升)|申报推荐|(?:本次|今年|现)申报"
)


def _is_title_head(text: str) -> bool:
    return _TITLE_HEAD.fullmatch(text) is not None

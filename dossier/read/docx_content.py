"""What a Word file holds: paragraphs and tables in order, with everything a reader of the page would see in them.

python-docx's own `text` leaves out content controls, text boxes, tracked insertions and tick symbols; forms are full
of them. The XML is that of ECMA-376, part 1, chapter 17.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from docx.document import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_V = "{urn:schemas-microsoft-com:vml}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_EMU = 12_700
"""English metric units in a point."""
_TICKS = {"52": "☑", "fe": "☑", "fd": "☒", "fc": "√", "a8": "□", "a3": "□", "6f": "□", "a1": "○"}
"""Symbols of the Wingdings fonts that forms use as boxes, by the last two digits of their code."""
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "pc": 12.0, "px": 0.75}
"""Points in the units of VML."""
_LARGE_PRINT = 30
"""Half-points (15 points) from which print is a title."""


@dataclass(frozen=True)
class Drawing:
    """A picture, and how large it is shown in points."""

    blob: bytes
    width: float
    height: float


@dataclass(frozen=True)
class Paragraph:
    """Text with its line breaks; tabs are four blanks."""

    text: str
    drawings: tuple[Drawing, ...] = ()
    title: bool = False
    align: str = ""
    """As Word names it: center, right, end …; empty for the left."""


@dataclass(frozen=True)
class Cell:
    """A cell over the columns first … last - 1. One that goes on from the row above holds nothing."""

    paragraphs: tuple[Paragraph, ...]
    first: int
    last: int
    goes_on: bool = False


@dataclass(frozen=True)
class Table:
    """`edges`: where columns begin and end, as shares of the table's width, 0 to 1."""

    rows: tuple[tuple[Cell, ...], ...]
    edges: tuple[float, ...]


Block = Paragraph | Table


@dataclass(frozen=True)
class _Parts:
    """Pictures by their relation, and the styles of headings."""

    blobs: Mapping[str, bytes]
    headings: frozenset[str]


def blocks_of(document: Document) -> list[Block]:
    """Headers, body and footers, top to bottom; what several sections repeat comes once."""
    headings = {style.style_id for style in document.styles if (style.name or "").startswith(("Heading", "Title"))}
    body = list(_blocks(document.element.body, _Parts(_pictures(document.part), frozenset(headings))))
    above, below = (_repeated(document, name, frozenset(headings)) for name in ("header", "footer"))
    return [*above, *body, *below]


def _repeated(document: Document, name: str, headings: frozenset[str]) -> Iterator[Block]:
    """The headers or footers of all sections, those of first pages as well. A page number alone says nothing."""
    seen: set[str] = set()
    for section in document.sections:
        kinds = ([f"first_page_{name}"] if section.different_first_page_header_footer else []) + [name]
        for one in (getattr(section, kind) for kind in kinds):
            if one.is_linked_to_previous:
                continue
            blocks = list(_blocks(one._element, _Parts(_pictures(one.part), headings)))
            text = "".join(paragraph.text for paragraph in paragraphs_in(blocks))
            if any(character.isalpha() for character in text) and text not in seen:
                seen.add(text)
                yield from blocks


def _pictures(part: Any) -> dict[str, bytes]:
    return {key: one.target_part.blob for key, one in part.rels.items() if _is_picture(one)}


def paragraphs_in(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Every paragraph, those in tables as well."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from (paragraph for row in block.rows for cell in row for paragraph in cell.paragraphs)


def _is_picture(relation: Any) -> bool:
    return not relation.is_external and "image" in relation.reltype


def _blocks(parent: Any, parts: _Parts) -> Iterator[Block]:
    """Paragraphs and tables below an element, whatever they are wrapped in (content controls, insertions)."""
    for child in parent.iterchildren(tag=None):
        if child.tag == f"{_W}p":
            yield _paragraph(child, parts)
            for box in _seen(child):
                if box.tag == f"{_W}txbxContent":
                    yield from _blocks(box, parts)
        elif child.tag == f"{_W}tbl":
            yield _table(child, parts)
        elif child.tag != f"{_W}del":
            yield from _blocks(child, parts)


def _seen(element: Any) -> Iterator[Any]:
    """All elements below one that are shown: no deletions, no second version for old programs.

    A text box is given, but not what is in it.
    """
    for child in element.iterchildren():
        if child.tag in (f"{_W}del", f"{_W}moveFrom", f"{_MC}Fallback"):
            continue
        yield child
        if child.tag != f"{_W}txbxContent":
            yield from _seen(child)


def _paragraph(element: Any, parts: _Parts) -> Paragraph:
    text, drawings = "", []
    for child in _seen(element):
        text += _characters(child)
        drawing = _drawing(child, parts.blobs)
        if drawing is not None:
            drawings.append(drawing)
    sizes = [int(size.get(f"{_W}val", "0")) for size in element.iter(f"{_W}sz")]
    style = _attribute(element, f"{_W}pPr/{_W}pStyle")
    title = any(size >= _LARGE_PRINT for size in sizes) or style in parts.headings
    align = _attribute(element, f"{_W}pPr/{_W}jc")
    return Paragraph(text, tuple(drawings), title, align or ("center" if style.startswith("Title") else ""))


def _characters(element: Any) -> str:
    match element.tag.removeprefix(_W):
        case "t":
            return element.text or ""
        case "tab" if element.getparent().tag == f"{_W}r":
            return "    "
        case "br" | "cr":
            return "\n"
        case "noBreakHyphen":
            return "-"
        case "checkBox":
            state = element.find(f"{_W}checked")
            state = element.find(f"{_W}default") if state is None else state
            off = state is None or state.get(f"{_W}val", "true") in ("0", "false", "off")
            return "□" if off else "☑"
        case "sym":
            return _TICKS.get(element.get(f"{_W}char", "")[-2:].lower(), "")
    return ""


def _drawing(element: Any, blobs: Mapping[str, bytes]) -> Drawing | None:
    if element.tag == f"{_A}blip":
        blob = blobs.get(element.get(f"{_R}embed", ""))
        extent = next((e for up in element.iterancestors() for e in up.iterchildren(f"{_WP}extent")), None)
        if blob is not None and extent is not None:
            return Drawing(blob, int(extent.get("cx", "0")) / _EMU, int(extent.get("cy", "0")) / _EMU)
    elif element.tag == f"{_V}imagedata":
        blob = blobs.get(element.get(f"{_R}id", ""))
        if blob is not None:
            style = dict(part.strip().partition(":")[::2] for part in element.getparent().get("style", "").split(";"))
            return Drawing(blob, _points(style.get("width", "")), _points(style.get("height", "")))
    return None


def _points(length: str) -> float:
    """A length of a VML style in points; 0 where it is given in no unit of length."""
    unit = length[-2:]
    number = length[:-2]
    known = unit in _UNITS and number.replace(".", "", 1).isdigit()
    return float(number) * _UNITS[unit] if known else 0.0


def _table(element: Any, parts: _Parts) -> Table:
    rows = [_row(row, parts) for row in _seen(element) if row.tag == f"{_W}tr" and _nearest(row, "tbl") is element]
    columns = max((row[-1].last for row in rows if row), default=1)
    widths = [int(column.get(f"{_W}w", "0")) for column in element.findall(f"{_W}tblGrid/{_W}gridCol")]
    if len(widths) != columns or min(widths) <= 0:
        widths = [1] * columns
    return Table(tuple(rows), tuple(edge / sum(widths) for edge in accumulate(widths, initial=0)))


def _row(element: Any, parts: _Parts) -> tuple[Cell, ...]:
    cells = []
    first = int(_attribute(element, f"{_W}trPr/{_W}gridBefore") or 0)
    for cell in _seen(element):
        if cell.tag != f"{_W}tc" or _nearest(cell, "tr") is not element:
            continue
        last = first + int(_attribute(cell, f"{_W}tcPr/{_W}gridSpan") or 1)
        merged = cell.find(f"{_W}tcPr/{_W}vMerge")
        goes_on = merged is not None and merged.get(f"{_W}val", "continue") == "continue"
        inside = () if goes_on else tuple(paragraphs_in(_blocks(cell, parts)))
        cells.append(Cell(inside, first, last, goes_on))
        first = last
    return tuple(cells)


def _nearest(element: Any, tag: str) -> Any:
    return next(element.iterancestors(f"{_W}{tag}"), None)


def _attribute(element: Any, path: str) -> str:
    found = element.find(path)
    return "" if found is None else str(found.get(f"{_W}val", ""))

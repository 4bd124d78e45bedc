"""Pages laid out from short descriptions: A4, rows from the top down, tables with ruled cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

from dossier.extract.layout import Layout, lay_out
from dossier.extract.sentences import Prose
from dossier.model import Box, Line, Page, Quality, Seal

WIDTH, HEIGHT, MARGIN = 595.0, 842.0, 70.0
SIZE, LEADING = 12.0, 24.0
COLUMN = 130.0
"""Distance of the runs of a row that are set apart by tabs."""


@dataclass(frozen=True)
class Title:
    """A centred line in larger print."""

    text: str
    size: float = 20.0


@dataclass(frozen=True)
class Right:
    """A row set at the right margin."""

    text: str


@dataclass(frozen=True)
class Gap:
    """Empty room, in points."""

    height: float


@dataclass(frozen=True)
class At:
    """A run at a place of its own. Points."""

    x: float
    y: float
    text: str
    size: float = SIZE


@dataclass(frozen=True)
class Table:
    """Rows of cells; a cell is a text (\\n starts a new line in it). `widths` in points, evenly wide without."""

    rows: Sequence[Sequence[str]]
    widths: Sequence[float] = ()
    height: float = 30.0
    x: float = MARGIN


Item = str | Title | Right | Gap | At | Table


@dataclass
class _Sheet:
    y: float = 60.0
    lines: list[Line] = field(default_factory=list)
    cells: list[Box] = field(default_factory=list)

    def write(self, text: str, x: float, y: float, size: float = SIZE) -> None:
        self.lines.append(Line(text, Box(x, y, x + extent(text, size), y + size), 0.98))


def extent(text: str, size: float = SIZE) -> float:
    """Points a text takes: Chinese characters a full square, others half."""
    return sum(size if ord(character) > 0x2E7F else size / 2 for character in text)


def page(
    *items: Item,
    file: str = "样例.pdf",
    number: int = 1,
    confidence: float = 0.98,
    quality: Quality = Quality(),
    **more: Any,
) -> Page:
    """A page of these items, one below the other. A text too long for a row is broken."""
    sheet = _Sheet()
    for item in items:
        _set(sheet, item)
    lines = tuple(replace(line, confidence=confidence) for line in sheet.lines)
    fields = {
        "method": "ocr",
        "sha256": sha256(f"{file} {number}".encode()).hexdigest(),
        "lines": lines,
        "cells": tuple(sheet.cells),
    } | more
    return Page(file, number, WIDTH, HEIGHT, quality=quality, **fields)


def layout(*items: Item, **fields: Any) -> Layout:
    """The page, laid out."""
    return lay_out(page(*items, **fields))


def prose(*items: Item, **fields: Any) -> Prose:
    """The page's running text."""
    return Prose([layout(*items, **fields).flow])


def place_of(page: Page, text: str) -> Box:
    """Where the line that holds this text lies."""
    return next(line.box for line in page.lines if text in line.text)


def seal(x: float, y: float, text: str = "", state: str = "red", **fields: Any) -> Seal:
    """A round seal whose middle is at (x, y)."""
    box = Box(x - 57, y - 57, x + 57, y + 57)
    return Seal(box, "round", state, text, confidence=fields.pop("confidence", 0.9), **fields)  # type: ignore[arg-type]


def _set(sheet: _Sheet, item: Item) -> None:
    match item:
        case Title(text, size):
            sheet.write(text, (WIDTH - extent(text, size)) / 2, sheet.y, size)
            sheet.y += 2 * size
        case Right(text):
            sheet.write(text, WIDTH - MARGIN - extent(text), sheet.y)
            sheet.y += LEADING
        case Gap(height):
            sheet.y += height
        case At(x, y, text, size):
            sheet.write(text, x, y, size)
        case Table():
            _set_table(sheet, item)
        case _:
            _set_row(sheet, item)


def _set_row(sheet: _Sheet, text: str) -> None:
    for row in text.split("\n"):
        for broken in _broken(row, WIDTH - 2 * MARGIN):
            x = MARGIN
            for run in broken.split("\t"):
                sheet.write(run, x, sheet.y)
                x = max(x + COLUMN, x + extent(run) + 20)
            sheet.y += LEADING


def _set_table(sheet: _Sheet, table: Table) -> None:
    for row in table.rows:
        widths = table.widths or [(WIDTH - 2 * table.x) / len(row)] * len(row)
        tallest = max(len(_in_cell(text, width)) for text, width in zip(row, widths, strict=True))
        height, x = max(table.height, tallest * 18.0 + 12), table.x
        for text, width in zip(row, widths, strict=True):
            sheet.cells.append(Box(x, sheet.y, x + width, sheet.y + height))
            for index, broken in enumerate(_in_cell(text, width)):
                sheet.write(broken, x + 5, sheet.y + 8 + 18 * index)
            x += width
        sheet.y += height
    sheet.y += LEADING


def _in_cell(text: str, width: float) -> list[str]:
    return [broken for row in text.split("\n") if row for broken in _broken(row, width - 10)]


def _broken(text: str, width: float) -> Iterator[str]:
    row = ""
    for character in text:
        if row and "\t" not in text and extent(row + character) > width:
            yield row
            row = ""
        row += character
    yield row

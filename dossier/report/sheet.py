"""Worksheets that an office can use as they are: frozen head, filters, widths, wrapped text, ready to print."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f￾￿]")
_LONGEST = 32_000
"""Characters of a cell; Excel takes 32,767."""
_LINE_HEIGHT, _HIGHEST = 14.5, 409
"""Points: of a line of 11-point text, and of the highest row Excel takes."""
_HEAD = PatternFill("solid", fgColor="1F3B57")
_LINE = Border(*(Side("thin", color="C9C9C9") for _ in range(4)))


@dataclass(frozen=True)
class Column:
    """A column by its heading and its width in characters."""

    name: str
    width: float
    centred: bool = False
    link: bool = False
    """Its values are paths from the workbook, shown as 打开."""


class Workbook:
    """A workbook in the making."""

    def __init__(self) -> None:
        self._book = openpyxl.Workbook()
        self._book.remove(self._book.active)

    def sheet(
        self,
        title: str,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Any]],
        *,
        keep: int = 0,
        colours: Mapping[str, str] | None = None,
    ) -> None:
        """Add a sheet. The first `keep` columns stay when it is scrolled; a text of `colours` colours its cell."""
        sheet = self._book.create_sheet(title)
        for number, column in enumerate(columns, 1):
            sheet.column_dimensions[get_column_letter(number)].width = column.width
            _head(sheet.cell(1, number), column.name)
        for at, row in enumerate(rows, 2):
            for number, (column, value) in enumerate(zip(columns, row, strict=True), 1):
                _fill(sheet.cell(at, number), column, value, colours or {})
            sheet.row_dimensions[at].height = _height(columns, row)
        sheet.row_dimensions[1].height = 30
        sheet.freeze_panes = f"{get_column_letter(keep + 1)}2"
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{max(2, len(rows) + 1)}"
        sheet.print_title_rows = "1:1"
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.oddFooter.center.text = "第 &P 页，共 &N 页"

    def save(self, path: Path) -> None:
        """Write the file; an earlier one is replaced only when the new one is whole."""
        fresh = path.with_name(f".{path.name}.new")
        self._book.save(fresh)
        os.replace(fresh, path)


def _height(columns: Sequence[Column], row: Sequence[Any]) -> float:
    """Points that the row's longest text needs when it is wrapped: not every program finds that out by itself."""
    lines = [1]
    for column, value in zip(columns, row, strict=True):
        if isinstance(value, str) and not column.link:
            parts = (sum(1 + (ord(c) > 0x2E7F) for c in part) for part in value.split("\n"))
            lines.append(sum(max(1, math.ceil(part / (column.width - 1))) for part in parts))
    return min(_HIGHEST, 3 + _LINE_HEIGHT * max(lines))


def _head(cell: Cell, name: str) -> None:
    cell.value, cell.fill, cell.border = name, _HEAD, _LINE
    cell.font = Font(bold=True, color="FFFFFF")
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)


def _fill(cell: Cell, column: Column, value: Any, colours: Mapping[str, str]) -> None:
    cell.border = _LINE
    cell.alignment = Alignment(
        horizontal="center" if column.centred or column.link else None, vertical="top", wrap_text=True
    )
    if value is None or value == "":
        return
    if column.link:
        cell.hyperlink = str(value)
        cell.value, cell.font = "打开", Font(color="2B5C8A", underline="single")
    elif isinstance(value, str):
        cell.value = text(value)
        cell.data_type = "s"
    else:
        cell.value = value
    if isinstance(value, str) and value in colours:
        cell.fill, cell.font = PatternFill("solid", fgColor=colours[value]), Font(bold=True)


def text(value: str) -> str:
    """What a cell can hold. A text that begins with = stays a text: no cell of ours is a formula."""
    return _NOT_IN_XML.sub("", value)[:_LONGEST]

"""Tables of an office as CSV files, as spreadsheet programs save them; the first line names the columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from dossier.policy.problem import Problem
from dossier.text import squeeze


class Row(NamedTuple):
    """The cells of a line in the order of the columns asked for, without white space."""

    line: int
    """From 1; the line of column names is 1."""
    cells: tuple[str, ...]


def read_table(path: Path, columns: Mapping[str, bool]) -> tuple[list[Row], list[Problem]]:
    """The rows of a table with these columns (true: no cell may be empty), and everything that is wrong with it.

    Further columns are left alone, empty lines skipped.
    """
    text = _text(path)
    if text is None:
        return [], [
            Problem(path.name, "", "读不到文件，或编码不是 UTF-8、GB18030", "另存为 UTF-8 的 CSV，放在设置文件旁边")
        ]
    lines = [(n, [squeeze(cell) for cell in line]) for n, line in enumerate(csv.reader(io.StringIO(text)), 1)]
    lines = [(n, line) for n, line in lines if any(line)]
    head = lines[0][1] if lines else []
    missing = [column for column in columns if column not in head]
    if missing:
        hint = f"第一行写列名：{','.join(columns)}"
        return [], [Problem(path.name, "第1行", f"缺少列 {'、'.join(missing)}", hint)]
    at = [head.index(column) for column in columns]
    rows = [Row(n, tuple(line[i] if i < len(line) else "" for i in at)) for n, line in lines[1:]]
    problems = [
        Problem(path.name, f"第{row.line}行", f"“{column}”一栏是空的", "补上该栏，或删去该行")
        for row in rows
        for (column, due), cell in zip(columns.items(), row.cells, strict=True)
        if due and not cell
    ]
    if not rows:
        problems.append(Problem(path.name, "", "表中没有内容", "至少写一行"))
    return rows, problems


def _text(path: Path) -> str | None:
    try:
        content = path.read_bytes()
    except OSError:
        return None
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None

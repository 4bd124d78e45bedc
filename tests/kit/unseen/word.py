"""A document of the page language as a Word file: titles, paragraphs and tables, no seals."""

from __future__ import annotations

import io

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH

from .inline import Context, runs
from .markup import Dossier, Source


def document(source: Source, dossier: Dossier) -> bytes:
    """The Word file's bytes."""
    context = Context(dossier.words)
    out = docx.Document()
    table = None
    for line in source.lines:
        if line.startswith("|w ") or line.startswith("|h ") or line.startswith("%") or not line.strip():
            table = None
            continue
        if line.startswith("|"):
            cells = [c.strip().lstrip("!:") for c in line.strip()[1:-1].split("|")]
            table = table or out.add_table(0, len(cells), "Table Grid")
            for cell, text in zip(table.add_row().cells, cells, strict=False):
                cell.text = "".join(r.text for r in runs(text, context)) if text != "<" else ""
            continue
        mark, _, rest = line.partition(" ")
        if mark == "~fill":
            for k in range(int(rest)):
                out.add_paragraph("".join(dossier.bank[(k * 3 + j) % len(dossier.bank)] for j in range(4)))
            continue
        text = "".join(r.text for r in runs(rest if mark in ("#", "##", "^", ">", "-", "=") else line, context))
        paragraph = out.add_paragraph(text)
        if mark in ("#", "##", "^"):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif mark == ">":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    data = io.BytesIO()
    out.save(data)
    return data.getvalue()

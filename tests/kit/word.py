"""Documents that applicants hand in as Word files: the work summary and the catalogue."""

import io
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH

from tests.kit.facts.documents import Facts

KINDS = ("work_summary", "catalogue")


def write(facts: Facts) -> tuple[bytes, dict[str, Any]]:
    """The file, and its entry of truth.json but for `pages`. A Word file counts as one page without places."""
    document = docx.Document()
    how = {"work_summary": _work, "catalogue": _catalogue}[facts.kind](document, facts)
    out = io.BytesIO()
    document.save(out)
    places = {name: [{"file": "", "page": 1, "box": None, "text": "", "how": way}] for name, way in how.items()}
    fields = {name: facts.fields[name] for name in how}
    return out.getvalue(), {
        "kind": facts.kind,
        "fields": fields,
        "blank": [],
        "layout": "word",
        "held_out": False,
        "places": places,
        "seals": [],
        "signatures": [],
    }


def _work(document: Any, facts: Facts) -> dict[str, str]:
    document.add_heading("专业技术工作总结", 1)
    who = document.add_paragraph(facts.fields["name"])
    who.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for paragraph in facts.extra["paragraphs"]:
        document.add_paragraph(paragraph)
    return {"name": "prose"}


def _catalogue(document: Any, facts: Facts) -> dict[str, str]:
    document.add_heading("申报材料目录", 1)
    table = document.add_table(rows=1, cols=3, style="Table Grid")
    for cell, text in zip(table.rows[0].cells, ("序号", "材料名称", "页数"), strict=True):
        cell.text = text
    for number, row in enumerate(facts.fields["entries"], 1):
        for cell, text in zip(table.add_row().cells, (number, row["title"], row["pages"]), strict=True):
            cell.text = str(text)
    return {"entries": "label"}

"""Documents that applicants hand in as Word files: the summary form, the work summary, the catalogue."""

import io
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH

from tests.kit.facts.documents import Facts

LABELS = {
    "name": "姓名",
    "id_number": "身份证号码",
    "employer": "工作单位",
    "current_title": "现任专业技术职务",
    "title": "申报资格",
    "education": "学历",
    "series": "申报系列",
    "specialty": "申报专业",
}
KINDS = ("summary_form", "work_summary", "catalogue")


def write(facts: Facts) -> tuple[bytes, dict[str, Any]]:
    """The file, and its entry of truth.json but for `pages`. A Word file counts as one page without places."""
    document = docx.Document()
    how = {"summary_form": _summary, "work_summary": _work, "catalogue": _catalogue}[facts.kind](document, facts)
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


def _summary(document: Any, facts: Facts) -> dict[str, str]:
    document.add_heading("申报人员情况一览表", 1)
    table = document.add_table(rows=0, cols=4, style="Table Grid")
    pairs = [(LABELS[name], value) for name, value in facts.fields.items()]
    for left, right in zip(pairs[::2], pairs[1::2], strict=True):
        for cell, text in zip(table.add_row().cells, (*left, *right), strict=True):
            cell.text = text or ""
    return dict.fromkeys(facts.fields, "label")


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

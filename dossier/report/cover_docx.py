"""The cover sheet as a Word file, from templates/cover_sheet.docx. It says what the PDF says and can be edited."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Any

import segno
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage

from dossier.policy.resources import template_file
from dossier.report.cover import cover_texts
from dossier.report.digest import qr_text
from dossier.report.sheet import text

_QR_WIDTH = 21
"""Millimetres."""
_IN_A_ROW = 3
"""Kinds of material beside each other."""
_EPOCH = (1980, 1, 1, 0, 0, 0)


def cover_docx(report: Mapping[str, Any]) -> bytes:
    """The sheet as DOCX. The same report gives the same bytes. Nothing from a dossier is ever markup in it."""
    template = DocxTemplate(template_file("cover_sheet.docx"))
    sheet: dict[str, Any] = _fit(cover_texts(report))
    sheet["particulars"] = {entry["label"]: entry["value"] for entry in sheet["particulars"]}
    sheet["materials"] = _side_by_side(sheet["materials"])
    sheet["qr"] = InlineImage(template, BytesIO(qr_png(report)), width=Mm(_QR_WIDTH))
    template.render(sheet, autoescape=True)
    about, made = template.docx.core_properties, datetime.fromisoformat(report["created"][:10])
    about.title, about.author = f"{sheet['title']} {sheet['number']}", sheet["software"]
    about.created = about.modified = made
    written = BytesIO()
    template.save(written)
    return _without_times(written.getvalue())


def qr_png(report: Mapping[str, Any]) -> bytes:
    """The QR code with number and digest as a PNG."""
    png = BytesIO()
    segno.make_qr(qr_text(report), error="m").save(png, kind="png", border=2, scale=8)
    return png.getvalue()


def _side_by_side(materials: list[list[str]]) -> list[list[str]]:
    rows = [materials[at : at + _IN_A_ROW] for at in range(0, len(materials), _IN_A_ROW)]
    empty = ["", "", ""]
    return [[part for one in (row + [empty] * _IN_A_ROW)[:_IN_A_ROW] for part in one] for row in rows]


def _fit(value: Any) -> Any:
    """Every text without the characters that XML cannot hold."""
    if isinstance(value, str):
        return text(value)
    if isinstance(value, Mapping):
        return {key: _fit(item) for key, item in value.items()}
    return [_fit(item) for item in value] if isinstance(value, list | tuple) else value


def _without_times(docx: bytes) -> bytes:
    """The same package, its parts without the time at which they were written."""
    clean = BytesIO()
    with zipfile.ZipFile(BytesIO(docx)) as old, zipfile.ZipFile(clean, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, _EPOCH)
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return clean.getvalue()

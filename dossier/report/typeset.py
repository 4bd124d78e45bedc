"""The cover sheet as PDF (or PNG pages), set by Typst with the fonts of `fonts.py` and no others."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from dossier.policy.resources import template_file
from dossier.report.cover import cover_data
from dossier.report.fonts import font_files


def cover_pdf(report: Mapping[str, Any]) -> bytes:
    """The sheet as PDF/A-2b, fit for the archive. The same report gives the same bytes."""
    [pdf] = _parts(_compiler(report).compile(format="pdf", pdf_standards=["a-2b"]))
    return pdf


def cover_png(report: Mapping[str, Any], ppi: float = 110) -> list[bytes]:
    """The pages of the sheet as PNG pictures."""
    return _parts(_compiler(report).compile(format="png", ppi=ppi))


def _parts(compiled: bytes | list[bytes] | None) -> list[bytes]:
    """Typst gives a single page on its own and several as a list."""
    return [compiled] if isinstance(compiled, bytes) else list(compiled or ())


def _compiler(report: Mapping[str, Any]) -> typst.Compiler:
    sheet = json.dumps(cover_data(report), ensure_ascii=False, sort_keys=True)
    template = template_file("cover_sheet.typ")
    return typst.Compiler(
        input=template,
        root=Path(template).parent,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"sheet": sheet},
    )


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    folders = sorted({file.parent for file in font_files()})
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)

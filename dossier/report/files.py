"""All files of a report, written into one folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.report.cover_docx import cover_docx
from dossier.report.crops import Picture, with_crops, write_crops
from dossier.report.defects import write_defects
from dossier.report.digest import to_json
from dossier.report.html import report_html
from dossier.report.typeset import cover_pdf


@dataclass(frozen=True)
class ReportFiles:
    """Where the files lie, and the report as it was written (with its crops)."""

    report: Mapping[str, Any]
    json: Path
    html: Path
    cover: Path
    cover_docx: Path
    defects: Path
    crops: tuple[Path, ...]


def write_reports(
    report: Mapping[str, Any],
    out: Path,
    picture: Picture,
    names: Mapping[str, str] | None = None,
    *,
    titles: Mapping[str, str] | None = None,
) -> ReportFiles:
    """Write report.json, report.html, cover.pdf and .docx, defects.xlsx and crops/*.png into `out`, over older ones.

    `out` is made if need be. `names` are those of `original_names`, needed where a file's name holds a number;
    `titles` those of `Policy.rule_titles`, for the rules that are listed by their codes only.
    """
    out.mkdir(parents=True, exist_ok=True)
    pictured, crops = with_crops(report, picture, names or {})
    files = ReportFiles(
        report=pictured,
        json=out / "report.json",
        html=out / "report.html",
        cover=out / "cover.pdf",
        cover_docx=out / "cover.docx",
        defects=out / "defects.xlsx",
        crops=write_crops(crops, out),
    )
    files.json.write_text(to_json(pictured), encoding="utf-8")
    files.html.write_text(report_html(pictured, crops), encoding="utf-8")
    files.cover.write_bytes(cover_pdf(report))
    files.cover_docx.write_bytes(cover_docx(report))
    write_defects(files.defects, report, titles or {})
    return files

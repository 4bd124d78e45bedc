"""All files of a report, written into one folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.report.crops import Picture, with_crops, write_crops
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
    crops: tuple[Path, ...]


def write_reports(
    report: Mapping[str, Any], out: Path, picture: Picture, names: Mapping[str, str] | None = None
) -> ReportFiles:
    """Write report.json, report.html, cover.pdf and crops/*.png into `out`; older ones are replaced.

    `out` is made if need be. `names` are those of `original_names`, needed where a file's name holds a number.
    """
    out.mkdir(parents=True, exist_ok=True)
    pictured, crops = with_crops(report, picture, names or {})
    files = ReportFiles(
        report=pictured,
        json=out / "report.json",
        html=out / "report.html",
        cover=out / "cover.pdf",
        crops=write_crops(crops, out),
    )
    files.json.write_text(to_json(pictured), encoding="utf-8")
    files.html.write_text(report_html(pictured, crops), encoding="utf-8")
    files.cover.write_bytes(cover_pdf(report))
    return files

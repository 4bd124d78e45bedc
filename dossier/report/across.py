"""across.json and across.html: what dossiers have in common, both places beside each other with their pictures."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dossier.report import wording
from dossier.report.digest import to_json
from dossier.report.html import page

FORMAT = "dossier-across/1"


def write_across(out: Path, across: Mapping[str, Any]) -> None:
    """Write across.json and across.html into `out`. The page shows the pictures of the dossiers' own reports."""
    (out / "across.json").write_text(to_json(across), encoding="utf-8")
    (out / "across.html").write_text(page("across.html", across=across, words=wording), encoding="utf-8")

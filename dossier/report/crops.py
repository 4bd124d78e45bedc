"""Pictures of the places a report speaks of, written beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

from dossier.model import Box

Picture = Callable[[str, int, Box | None], bytes | None]
"""(file as in the record, page from 1, box in points) → the place as PNG, the whole page where there is no box; None
where there is no picture."""


def with_crops(
    report: Mapping[str, Any], picture: Picture, names: Mapping[str, str]
) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The report with `crop` filled in, and the PNG of every crop by its path beside the report (crops/001.png).

    A place that several findings share is pictured once; one of which there is no picture keeps null, and so does one
    in another dossier: its applicant's papers are not shown here. `names` leads from the names of files in the report
    to those in the record where they differ.
    """
    pictured = deepcopy(dict(report))
    crops: dict[str, bytes] = {}
    seen: dict[tuple[object, ...], str | None] = {}
    for location in _locations(pictured):
        file, page, box = location["file"], location["page"], location["box"]
        key = (file, page, *(box or ()))
        if key not in seen:
            png = picture(names.get(file, file), page, Box(*box) if box else None)
            seen[key] = f"crops/{len(crops) + 1:03}.png" if png else None
            if png:
                crops[f"crops/{len(crops) + 1:03}.png"] = png
        location["crop"] = seen[key]
    return pictured, crops


def write_crops(crops: Mapping[str, bytes], out: Path) -> tuple[Path, ...]:
    """Write the pictures into `out`, which holds no crops of an earlier run afterwards."""
    for old in (out / "crops").glob("[0-9][0-9][0-9]*.png"):
        old.unlink()
    for path, png in crops.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(png)
    return tuple(out / path for path in crops)


def _locations(report: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for entry in (*report["defects"], *report["undecided"]):
        for location in entry["locations"]:
            if location["file"] and location["page"] and not location.get("dossier"):
                yield location

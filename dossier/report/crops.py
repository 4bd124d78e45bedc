"""Pictures of the places a report speaks of, written beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

from dossier.model import Box

Picture = Callable[[str, int, Box], bytes | None]
"""(file as the report names it, page from 1, box in points) → the place as PNG, None where there is no picture."""


def with_crops(report: Mapping[str, Any], picture: Picture) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The report with `crop` filled in, and the PNG of every crop by its path beside the report (crops/001.png).

    A place that several findings share is pictured once. Places without page or box, or of which there is no
    picture, keep null.
    """
    report = deepcopy(dict(report))
    crops: dict[str, bytes] = {}
    seen: dict[tuple[object, ...], str | None] = {}
    for location in _locations(report):
        key = (location["file"], location["page"], *location["box"])
        if key not in seen:
            png = picture(location["file"], location["page"], Box(*location["box"]))
            seen[key] = f"crops/{len(crops) + 1:03}.png" if png else None
            if png:
                crops[f"crops/{len(crops) + 1:03}.png"] = png
        location["crop"] = seen[key]
    return report, crops


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
        yield from (location for location in entry["locations"] if location["file"] and location["box"])

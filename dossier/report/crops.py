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

_Place = tuple[str, int, tuple[float, ...]]
"""File, page and box; an empty box is the whole page. Pages are drawn one after the other: that is what costs."""


def with_crops(
    report: Mapping[str, Any], picture: Picture, names: Mapping[str, str]
) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The report with `crop` filled in, and the PNG of every crop by its path beside the report (crops/001.png).

    A place that several findings share is pictured once; one of which there is no picture keeps null, and so does one
    in another dossier: its applicant's papers are not shown here. `names` leads from the names of files in the report
    to those in the record where they differ.
    """
    pictured = deepcopy(dict(report))
    places = dict.fromkeys(_place(location) for location in _locations(pictured))
    shown = {
        (file, page, box): picture(names.get(file, file), page, Box(*box) if box else None)
        for file, page, box in sorted(places, key=lambda place: place[:2])
    }
    paths: dict[_Place, str] = {}
    for place in places:
        if shown[place]:
            paths[place] = f"crops/{len(paths) + 1:03}.png"
    for location in _locations(pictured):
        location["crop"] = paths.get(_place(location))
    return pictured, {path: png for place, path in paths.items() if (png := shown[place])}


def _place(location: Mapping[str, Any]) -> _Place:
    return location["file"], location["page"], tuple(location["box"] or ())


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

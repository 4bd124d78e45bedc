"""The invented dossiers as data: `stories/<name>.json`, one file a dossier.

A story says what is submitted when, which faults are planted, and for every document its kind, the design it is drawn
in, its `fields` (what a reader should find: names as in record.json), `extra` (what else is printed), seals, signatures
and portraits, `turn` (clockwise degrees by which a scanned page lies wrong) and `as` (pdf, jpg, or photo: a photograph
of the document named in `of`). A string that begins with $ stands for the entry of that name under `shared`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

STORIES = Path(__file__).parent / "stories"


@dataclass(frozen=True)
class Paper:
    """One document of a dossier, to be drawn."""

    kind: str
    design: int
    """Which layout and wording of `pages/<kind>.typ`, from 1."""
    title: str
    """As it names itself, and as the catalogue and its file name call it."""
    fields: Mapping[str, Any]
    extra: Mapping[str, Any] = field(default_factory=dict)
    seals: tuple[str, ...] = ()
    signatures: tuple[str, ...] = ()
    portraits: tuple[str, ...] = ()
    turn: Literal[0, 90, 180, 270] = 0
    form: Literal["pdf", "jpg", "photo"] = "pdf"
    of: str = ""
    """For a photograph: the title of the document it shows."""


@dataclass(frozen=True)
class Story:
    """One invented dossier and what is right to say about it."""

    name: str
    person: str
    submitted: str
    verdict: tuple[str, ...]
    must: tuple[str, ...]
    undecided: tuple[str, ...]
    tolerated: tuple[str, ...]
    archive_encoding: Literal["utf-8", "gbk"]
    papers: tuple[Paper, ...]


def story_names() -> tuple[str, ...]:
    """The dossiers there are, in a fixed order."""
    return tuple(sorted(path.stem for path in STORIES.glob("*.json")))


def load_story(name: str) -> Story:
    """Read `stories/<name>.json` with its $references filled in."""
    raw = json.loads((STORIES / f"{name}.json").read_text("utf-8"))
    shared = raw["shared"]
    return Story(
        name=name,
        person=shared["name"],
        submitted=raw["submitted"],
        verdict=tuple(raw["verdict"]),
        must=tuple(raw["must"]),
        undecided=tuple(raw["undecided"]),
        tolerated=tuple(raw["tolerated"]),
        archive_encoding=raw["archive_encoding"],
        papers=tuple(_paper(_filled(entry, shared)) for entry in raw["documents"]),
    )


def _paper(entry: dict[str, Any]) -> Paper:
    return Paper(
        kind=entry["kind"],
        design=entry["design"],
        title=entry["title"],
        fields=entry["fields"],
        extra=entry.get("extra", {}),
        seals=tuple(entry.get("seals", ())),
        signatures=tuple(entry.get("signatures", ())),
        portraits=tuple(entry.get("portraits", ())),
        turn=entry.get("turn", 0),
        form=entry.get("as", "pdf"),
        of=entry.get("of", ""),
    )


def _filled(node: Any, shared: Mapping[str, Any]) -> Any:
    if isinstance(node, dict):
        return {key: _filled(value, shared) for key, value in node.items()}
    if isinstance(node, list):
        return [_filled(value, shared) for value in node]
    if isinstance(node, str) and node.startswith("$"):
        return shared[node[1:]]
    return node

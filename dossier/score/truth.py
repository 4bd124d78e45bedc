"""truth.json: what a dossier really holds, as its maker wrote it down.

Needed are `upload`, `submitted` and `documents` with `kind`, `pages` and `fields`. Everything else may be left out:
what is not stated is not scored.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from dossier.errors import UsageError
from dossier.model import Box, PageRef

FILE_NAME = "truth.json"


@dataclass(frozen=True)
class TruePlace:
    """Where a value stands on a page, and what is printed there."""

    page: PageRef
    box: Box | None
    """Points of the upright page."""
    text: str
    how: str
    """label (beside, below or under a printed label), prose, seal, signature or photo."""


@dataclass(frozen=True)
class TrueSeal:
    """A seal as it was stamped, red, or as a grey copy shows it."""

    page: PageRef
    box: Box
    text: str
    state: str
    """red or grey."""


@dataclass(frozen=True)
class TrueSignature:
    """A place for a signature."""

    page: PageRef
    box: Box
    state: str
    """signed, printed or empty."""


@dataclass(frozen=True)
class TrueDocument:
    """One document and what stands on it."""

    kind: str
    pages: tuple[PageRef, ...]
    fields: Mapping[str, Any]
    blank: tuple[str, ...] = ()
    """Fields whose label is printed and whose place is empty."""
    layout: str = ""
    held_out: bool = False
    """The developers never looked at this layout."""
    places: Mapping[str, tuple[TruePlace, ...]] = field(default_factory=dict)
    seals: tuple[TrueSeal, ...] = ()
    signatures: tuple[TrueSignature, ...] = ()

    def how(self, name: str) -> str:
        """How the field is written: as its first place says, else beside a label."""
        places = self.places.get(name, ())
        return places[0].how if places else "label"


@dataclass(frozen=True)
class Truth:
    """One dossier. `verdict` and `must` are None where nothing is said of verdict and rules."""

    upload: str
    """File or folder beside truth.json."""
    submitted: str
    """ISO date."""
    strength: str
    """How hard the pages are to read: clean, office, photo, fax …"""
    documents: tuple[TrueDocument, ...]
    verdict: tuple[str, ...] | None = None
    """Any of these is right."""
    must: tuple[str, ...] | None = None
    """Rules that must be defects."""
    undecided: tuple[str, ...] = ()
    """Rules that must be open."""
    tolerated: tuple[str, ...] = ()
    """Rules that may be a defect, open or neither."""

    @property
    def files(self) -> frozenset[str]:
        return frozenset(page.file for document in self.documents for page in document.pages)


def read_truth(path: Path) -> Truth:
    """The truth in this file. Raises UsageError where there is none."""
    try:
        return truth_from_json(json.loads(path.read_bytes()))
    except OSError as error:
        raise UsageError(f"无法读取 {path}") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path} 不是 JSON 文件", "请用 UTF-8 编码重新保存。") from error


def truth_from_json(data: Any) -> Truth:
    """The truth as data. Raises UsageError where it is not of this form."""
    try:
        return Truth(
            upload=_text(data["upload"]),
            submitted=date.fromisoformat(_text(data["submitted"])).isoformat(),
            strength=_text(data.get("strength", "")),
            documents=tuple(map(_document, _list(data["documents"]))),
            verdict=_texts(data["verdict"]) if "verdict" in data else None,
            must=_texts(data["must"]) if "must" in data else None,
            undecided=_texts(data.get("undecided", [])),
            tolerated=_texts(data.get("tolerated", [])),
        )
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise UsageError(f"truth.json 的内容不对（{error!r}）", "请对照说明检查各项的名称和类型。") from error


def _document(data: Any) -> TrueDocument:
    return TrueDocument(
        kind=_text(data["kind"]),
        pages=tuple(map(_page, _list(data["pages"]))),
        fields={name: value for name, value in data["fields"].items() if value is not None},
        blank=_texts(data.get("blank", [])),
        layout=_text(data.get("layout", "")),
        held_out=bool(data.get("held_out", False)),
        places={name: tuple(map(_place, _list(places))) for name, places in data.get("places", {}).items()},
        seals=tuple(
            TrueSeal(_page(seal), _box(seal["box"]), _text(seal["text"]), _text(seal["state"]))
            for seal in _boxed(data.get("seals", []))
        ),
        signatures=tuple(
            TrueSignature(_page(one), _box(one["box"]), _text(one["state"]))
            for one in _boxed(data.get("signatures", []))
        ),
    )


def _boxed(data: Any) -> list[Any]:
    """Seals or signatures without a box (null: the page has no fixed places) cannot be looked for."""
    return [one for one in _list(data) if one["box"] is not None]


def _place(data: Any) -> TruePlace:
    box = data.get("box")
    return TruePlace(
        _page(data), None if box is None else _box(box), _text(data.get("text", "")), _text(data.get("how", "label"))
    )


def _page(data: Any) -> PageRef:
    return PageRef(_text(data["file"]), int(data["page"]))


def _box(data: Any) -> Box:
    x0, y0, x1, y1 = map(float, data)
    return Box(x0, y0, x1, y1)


def _texts(data: Any) -> tuple[str, ...]:
    return tuple(map(_text, _list(data)))


def _list(data: Any) -> list[Any]:
    if not isinstance(data, list):
        raise TypeError(f"not a list: {data!r}")
    return data


def _text(data: Any) -> str:
    if not isinstance(data, str):
        raise TypeError(f"not a text: {data!r}")
    return data

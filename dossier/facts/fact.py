"""A fact, the values it rests on, and dates that may be months."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from dossier import text
from dossier.model import Record, Value


@dataclass(frozen=True)
class Fact:
    """Something that follows from values read. `value` None: it cannot be told, `reason` says why (in Chinese)."""

    value: Any
    sources: tuple[Value, ...] = ()
    reason: str = ""

    def to_json(self) -> dict[str, Any]:
        """{value, from, reason?}, the places each once."""
        places: list[dict[str, Any]] = []
        for source in self.sources:
            place = _place(source)
            if place is not None and place not in places:
                places.append(place)
        return {"value": self.value, "from": places} | ({"reason": self.reason} if self.reason else {})


def _place(value: Value) -> dict[str, Any] | None:
    """None for what nobody read on a page (stated by the upload)."""
    if not value.file:
        return None
    box = [round(x, 1) for x in value.box] if value.box is not None else None
    confidence = round(value.confidence, 2)
    return {"file": value.file, "page": max(value.page, 1), "box": box, "text": value.raw, "confidence": confidence}


def known(values: Iterable[Value | None]) -> Iterator[Value]:
    """Those that could be read."""
    return (value for value in values if value is not None and value.known)


def field_of(record: Record, name: str, *kinds: str) -> list[Value]:
    """The known values of a field over the documents of these kinds, in the order of the kinds."""
    return [value for kind in kinds for value in known(document.get(name) for document in record.of_kind(kind))]


def years_until(since: Value, cut_off: object) -> tuple[int | None, str]:
    """(full years from a day or month to the cut-off day, why not): None where a month leaves two answers open."""
    years = text.years_until(since.value, cut_off)
    if years is None:
        return None, "日期无法确定"
    least, most = years
    if most != least:
        return None, f"日期只写到月份（{since.value}），到截止日为{least}年或{most}年"
    return most, ""

"""Identity cards."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft, card_sides
from dossier.extract.kinds.seeking import kept, prose_of
from dossier.extract.layout import Flow
from dossier.extract.readers import valued
from dossier.extract.sentences import Prose
from dossier.model import Value
from dossier.text import find_periods, id_number_facts, normalise

_REPEATED, _CONTRADICTED = 0.97, 0.8
"""Confidence of what the card's number repeats, and at most of what it contradicts."""
_NEXT_ON_CARD = re.compile(r"公\s?民\s?身\s?份|签发机关|有效期限")
"""What follows the address where one frame holds the whole card."""


def id_card(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """Both sides of the card. Labels on it stand without colons, and the address runs over several rows."""
    prose = prose_of(draft)
    values: dict[str, Value | None] = {
        "address": _address(draft),
        "valid": _valid(prose) or labelled.get("valid"),
        "id_number": _number(prose, labelled.get("id_number")),
        "sex": _one_of(prose, r"性别:?(男|女)"),
        "ethnicity": _one_of(prose, r"民族[:·.]*([㐀-鿿]{1,5}?)(?=出生|住址|公民|人像|国徽|中华|\d|$|族)"),
    }
    sides = card_sides(prose.text)
    if sides:
        place = prose.search(r"公民身份号码|签发机关|有效期限|姓名") or re.search("", prose.text)
        values["sides"] = prose.value(sides, place.start(), max(place.end(), 1)) if place else None
    return _checked(kept(values), labelled)


def _checked(values: dict[str, Value], labelled: Mapping[str, Value]) -> dict[str, Value]:
    """Birth and sex, sure where the number repeats them, in doubt where it says otherwise."""
    number = values.get("id_number")
    facts = id_number_facts(str(number.value)) if number is not None and number.known else None
    for name, inside in zip(("birth_date", "sex"), facts or (), strict=False):
        value = values.get(name) or labelled.get(name)
        if value is None or not value.known or not inside:
            continue
        sure = max(value.confidence, _REPEATED) if value.value == inside else min(value.confidence, _CONTRADICTED)
        values[name] = replace(value, confidence=sure)
    return values


def _one_of(prose: Prose, pattern: str) -> Value | None:
    match = prose.search(pattern)
    return prose.value(match.group(1), match.start(1), match.end(1)) if match else None


def _valid(prose: Prose) -> Value | None:
    match = prose.search(r"有效期限?:?")
    if match is None:
        return None
    for period, start, end in find_periods(prose.text[match.end() : match.end() + 40]):
        return prose.value(period, match.end() + start, match.end() + end)
    return None


def _number(prose: Prose, labelled: Value | None) -> Value | None:
    if labelled is not None and labelled.known:
        return labelled
    match = prose.search(r"(?<!\d)\d{17}[\dXx](?!\d)")
    return prose.value(match.group().upper(), match.start(), match.end()) if match else labelled


def _address(draft: Draft) -> Value | None:
    """Everything between 住址 and 公民身份号码 that stands in the address column."""
    for layout in draft.layouts:
        rows = [*layout.rows, *(cell.flow for cell in layout.cells)]
        for index, row in enumerate(rows):
            match = re.search(r"住\s?址[:\s]*", row.text)
            if match is None:
                continue
            stop = _NEXT_ON_CARD.search(row.text, match.end())
            end = stop.start() if stop else len(row.text)
            start = row.spot(match.end(), end) if row.text[match.end() : end].strip() else None
            parts = [row.part(match.end(), end)] if start else []
            left = start.box.x0 if start else None
            for following in [] if stop else rows[index + 1 : index + 4]:
                spot = following.spot()
                text = following.prose.text
                if spot is None or re.match(r"公民身份|姓名|出生|性别|签发|有效", text):
                    break
                if left is not None and abs(_first_x(following) - left) > 40:
                    continue
                parts.append(following)
            spots = [part.spot() for part in parts]
            joined = "".join(re.split(r"[\t]", part.text)[0] for part in parts)
            if spots and spots[0]:
                return valued(normalise(re.sub(r"\s", "", joined)), spots[0], min(s.confidence for s in spots if s))
    return None


def _first_x(row: Flow) -> float:
    spot = row.spot(0, 1)
    return float(spot.box.x0) if spot else 0.0

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
from dossier.text.regex import Regex

_REPEATED, _CONTRADICTED = 0.97, 0.8
"""Confidence of what the card's number repeats, and at most of what it contradicts."""
_OF_TWO = 0.6
"""Confidence at most of what a page says that holds the cards of two persons."""
_PEOPLES = (
    "汉|蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|"
    "佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|"
    "塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺"
)
"""The 56 peoples as cards print them (GB/T 3304); of two that begin alike the longer comes first."""
_COLUMN, _OTHER_SIDE = 40, 120
"""Points by which rows of an address begin apart at most, and by which the card's other side lies to the left."""
_NEXT_ON_CARD = Regex(r"公\s?民\s?身\s?份|签发机关|有效期限")
"""What follows the address where one frame holds the whole card."""


def id_card(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """Both sides of the card. Labels on it stand without colons, and the address runs over several rows."""
    prose = prose_of(draft)
    values: dict[str, Value | None] = {
        "address": _address(draft),
        "valid": _valid(prose) or labelled.get("valid"),
        "id_number": _number(prose, labelled.get("id_number")),
        "sex": _one_of(prose, r"性别:?(男|女)"),
        "ethnicity": _ethnicity(prose),
    }
    sides = card_sides(prose.text)
    if sides:
        place = prose.search(r"公民身份号码|签发机关|有效期限|姓名") or re.search("", prose.text)
        values["sides"] = prose.value(sides, place.start(), max(place.end(), 1)) if place else None
    read = _checked(kept(values), labelled)
    return _of_two(read, labelled) if _persons(prose) > 1 else read


def _persons(prose: Prose) -> int:
    """How many persons' cards there are: by their numbers, or by how often a front asks for one."""
    numbers = {match.group().upper() for match in re.finditer(r"(?<!\d)\d{17}[\dXx](?!\d)", prose.text)}
    return max(len(numbers), len(re.findall("公民身份号码", prose.text)))


def _of_two(values: Mapping[str, Value], labelled: Mapping[str, Value]) -> dict[str, Value]:
    """Values of two persons that may be mixed up: none is sure."""
    return {
        name: replace(value, confidence=min(value.confidence, _OF_TWO))
        for name, value in {**labelled, **values}.items()
    }


def _ethnicity(prose: Prose) -> Value | None:
    """One of the 56 peoples, letter for letter; anything else is unsure."""
    match = prose.search(rf"民族[:·.]*({_PEOPLES})")
    if match is not None:
        return prose.value(match.group(1), match.start(1), match.end(1))
    other = _one_of(prose, r"民族[:·.]*([㐀-鿿]{1,5}?)(?=出生|住址|公民|人像|国徽|中华|\d|$|族)")
    return replace(other, confidence=min(other.confidence, _CONTRADICTED)) if other is not None else None


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
                following = _own_column(following, left)
                spot = following.spot()
                text = following.prose.text
                if spot is None or re.match(r"公民身份|姓名|出生|性别|签发|有效", text):
                    break
                if left is not None and abs(_first_x(following) - left) > _COLUMN:
                    continue
                parts.append(following)
            spots = [part.spot() for part in parts]
            joined = "".join(re.split(r"[\t]", part.text)[0] for part in parts)
            if spots and spots[0]:
                return valued(normalise(re.sub(r"\s", "", joined)), spots[0], min(s.confidence for s in spots if s))
    return None


def _own_column(row: Flow, left: float | None) -> Flow:
    """What of a row goes on below the address, where the card's other side lies beside it: 签发机关 | 单元9号."""
    runs = row.runs()
    if left is None or len(runs) < 2 or left - _first_x(row) < _OTHER_SIDE:
        return row
    own = [run for run in runs if abs(_first_x(run) - left) <= _COLUMN]
    return own[0] if len(own) == 1 and not any(re.match("公民身份", run.prose.text) for run in runs) else row


def _first_x(row: Flow) -> float:
    spot = row.spot(0, 1)
    return float(spot.box.x0) if spot else 0.0

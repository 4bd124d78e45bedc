"""What readers of single kinds share: a column's head and the words under it, patterns in prose, plausible values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.layout import Flow, Layout, Spot
from dossier.extract.readers import unknown, valued
from dossier.extract.sentences import Prose, closing, is_addressed, org_name
from dossier.extract.signing import signed
from dossier.extract.wording import NAME, NOT_A_NAME, ORG_END, TRANSLITERATED
from dossier.model import Value
from dossier.text import find_dates, find_periods, id_number_problem, normalise
from dossier.text.regex import Regex

Values = dict[str, Value | None]
Reading = Callable[[str], object]
"""A run of text → the value it is, None where it is no such value."""

_ORG = Regex(rf"[㐀-鿿A-Za-z()（）〔〕0-9·]{{2,46}}(?:{ORG_END}|政府|法院|检察院|支队|大队|合作社|店|分行|工会)")
_SPOKEN_TO = Regex(r"(?:[贵你我该]|本(?!溪))(?:单位|公司|集团|企业|校|院|局|所|厂|站|中心)")
"""A unit that is spoken to or speaks, not named: 贵公司研发部."""
_WHO_IS_OF = Regex(rf"^(?:{NAME})(?:同志)?(?:系(?![统列])|是)(?=[㐀-鿿]{{4}})")
"""Before a unit in a sentence on one of its people: 张三系某某公司职工."""
_ISSUING = Regex(r"^(?:认定|发证|颁发|颁证|批准|出具|推荐|委托)(?:机关|机构|单位|部门):?")
COMRADE = Regex(
    rf"(?:聘任|聘用|聘(?![任用请])|选派|派遣|录用|调动|兹有|兹证明|证明|职工|员工|教师|干部|居民|你单位|我单位|同意|批准|推荐|与|对|中心|[部科室处系院校站队组厂局所]|[,。:])(?P<v>(?!全体|高年|高度|各位|康复|有关){NAME})(?<!主任)(?<![科处院校局所站]长)(?<!书记)"
    r"(?:同志|老师|先生|女士|,(?=[男女],|性别|身份|公民|证件)|\((?=男|女|性别|身份|公民|证件|19|20|工号|系))"
)
"""The person a letter is about, by what stands around the name."""
_LATIN_NAME = Regex(r"[A-Z][A-Za-z'-]+(?:[ ·][A-Z][A-Za-z.'-]*)+")
_CLOSING = Regex(r"特此|属实|真实")
_NUMBERED = Regex(r"[㐀-鿿]{0,6}(?:编号|证书号|号码|No\.?):?[A-Za-z]{0,2}\d{8,20}")
"""A number behind its label; a day may stand right behind it."""
_TICKED = Regex(r"[☑√✓✔■☒]\s*(?P<option>[^□☐☑√✓✔■☒囗口\s]{1,20})")


def prose_of(draft: Draft) -> Prose:
    return Prose([layout.flow for layout in draft.layouts])


def kept(values: Mapping[str, Value | None]) -> dict[str, Value]:
    return {name: value for name, value in values.items() if value is not None}


def first(*values: Value | None) -> Value | None:
    """The first that is known, else the first there is."""
    given = [value for value in values if value is not None]
    return next((value for value in given if value.known), given[0] if given else None)


_OF_A_DEPARTMENT = Regex(r"·[㐀-鿿]{2,10}(?:[部科处室所院组]|中心|公司)$")
"""Behind a name, where its bearer works: 张三·技术部."""


def name_in(text: str) -> str | None:
    """The person a run of text names, if it says nothing else."""
    bare = re.sub(r"(?:同志|老师|先生|女士|博士|教授)$", "", text.strip(" :;,、。._*"))
    if _LATIN_NAME.fullmatch(bare):
        return bare
    squeezed = _OF_A_DEPARTMENT.sub("", re.sub(r"\s", "", bare).replace("•", "·"))
    named = re.fullmatch(NAME, squeezed) or TRANSLITERATED.fullmatch(squeezed)
    return squeezed if named and not NOT_A_NAME.search(squeezed) else None


def org_in(text: str) -> str | None:
    """The organisation a run of text names, if it says nothing else."""
    bare = _ISSUING.sub("", re.sub(r"\s", "", text).strip(":;,。、_"))
    bare = re.sub(r"^(?:所在|工作|用人)?单位:?(?=[㐀-鿿]{4})", "", bare)
    bare = _WHO_IS_OF.sub("", bare)
    if _SPOKEN_TO.match(bare):
        return None
    bare = org_name(bare) or (bare if _ORG.fullmatch(bare) else None) or ""
    return bare.replace("(", "（").replace(")", "）") or None


def signing(draft: Draft) -> tuple[Value | None, Value | None]:
    """(unit, date) that sign a document, its rows in reading order; a unit alone on one of the last rows will do."""
    rows = [row for layout in draft.layouts for row in layout.flow.rows() if row.prose.text]
    unit, date = closing(rows)
    if unit is not None and isinstance(unit.value, str):
        return replace(unit, value=_ISSUING.sub("", unit.value)), date
    for layout in draft.layouts:
        for flow, spot in reversed(list(pieces(layout))):
            alone = date is not None and _close(spot, date) and not is_addressed(flow.prose.text)
            name = org_in(flow.text) if alone else None
            if name is not None:
                return valued(name, spot), date
    return None, date


def dated(draft: Draft) -> Value | None:
    """The day a document bears: the one that signs it, else the last run of text that is nothing but a day.

    None where only days above the document's own closing sentence (特此证明) are found.
    """
    date = signing(draft)[1] or _last_day(draft)
    said_at = [
        spot.box.y0
        for layout in draft.layouts
        for flow, spot in pieces(layout)
        if date is not None and layout.sheet == (date.file, date.page) and _CLOSING.search(flow.prose.text)
    ]
    return date if date is not None and date.box is not None and all(y < date.box.y0 for y in said_at) else None


def _last_day(draft: Draft) -> Value | None:
    for layout in reversed(draft.layouts):
        for flow, spot in reversed(list(pieces(layout))):
            text = _NUMBERED.sub(lambda number: "□" * len(number.group()), flow.prose.text)
            dates = find_dates(text)
            if len(dates) == 1 and not text[: dates[0][1]].strip("□:") and not text[dates[0][2] :]:
                return valued(dates[0][0], flow.prose.spot(*dates[0][1:]) or spot)
    return None


def _close(spot: Spot, date: Value) -> bool:
    """Whether a run stands on the two rows above a date."""
    same = date.box is not None and spot.sheet == (date.file, date.page)
    return same and date.box is not None and -4 <= date.box.y0 - spot.box.y0 <= 4 * spot.box.height


def period_in(text: str) -> object:
    found = find_periods(text.replace("_", " "))
    return found[0][0] if len(found) == 1 else None


def date_in(text: str) -> str | None:
    found = find_dates(text)
    return found[0][0] if len(found) == 1 else None


def pieces(layout: Layout) -> Iterator[tuple[Flow, Spot]]:
    """Runs of text between gaps, in reading order."""
    for run in layout.flow.runs():
        spot = run.spot()
        if spot is not None:
            yield run, spot


def under(draft: Draft, heads: str, reading: Reading) -> Value | None:
    """The value right below a run of text that is one of these heads."""
    for layout in draft.layouts:
        runs = list(pieces(layout))
        for part, head in runs:
            if not re.fullmatch(heads, part.prose.text.rstrip(":")):
                continue
            below = [
                (spot.box.y0, flow, spot)
                for flow, spot in runs
                if 0.6 * head.box.height < spot.box.y0 - head.box.y0 < 3.4 * head.box.height
                and (spot.box.overlap_x(head.box) > 0.3 or abs(spot.box.x0 - head.box.x0) < 14)
            ]
            ordered = sorted(below, key=lambda item: item[0])
            for at, (_, flow, spot) in enumerate(ordered):
                value = reading(flow.text.strip())
                if value is None and at + 1 < len(ordered) and _wraps(spot, ordered[at + 1][2]):
                    value = reading(flow.text.strip() + ordered[at + 1][1].text.strip())
                if value is not None:
                    return valued(value, spot)
    return None


def _wraps(spot: Spot, below: Spot) -> bool:
    """Whether a run goes on in a shorter one right below its begin, as words do that a narrow column broke."""
    near = 0 < below.box.y0 - spot.box.y0 < 2 * spot.box.height
    return near and abs(below.box.x0 - spot.box.x0) < spot.box.height and below.box.width < spot.box.width


def beside(draft: Draft, heads: str, reading: Reading) -> list[Value]:
    """The values right of every run of text that is one of these heads."""
    values = []
    for layout in draft.layouts:
        for cell in layout.cells:
            home = layout.right_of(cell) if re.fullmatch(heads, cell.text) else None
            spot = home.flow.spot() if home is not None else None
            value = reading(home.flow.text.strip()) if home is not None else None
            values += [valued(value, spot)] if spot is not None and value is not None else []
        runs = [] if values else list(pieces(layout))
        for part, head in runs:
            right = [
                (spot.box.x0, flow, spot)
                for flow, spot in runs
                if spot.box.x0 >= head.box.x1 - 2 and spot.box.overlap_y(head.box) > 0.5
            ]
            if right and re.fullmatch(heads, part.prose.text.rstrip(":")):
                _, flow, spot = min(right, key=lambda item: item[0])
                value = reading(flow.text.strip())
                values += [valued(value, spot)] if value is not None else []
    return values


def labelled_as(name: str, labelled: Mapping[str, Value], found: Found, reading: Reading) -> Value | None:
    """A labelled field where its words can be what the field holds; a run beside it that cannot is left out."""
    for _, candidate in found.get(name, ()):
        if candidate.flow is None:
            continue
        whole = candidate.flow.text.strip()
        for text in (re.split(r"\t|\s{2,}", whole)[0].replace("\n", ""), re.sub(r"[\t\n]", "", whole)):
            value, spot = reading(text.strip()), candidate.flow.spot()
            if value is not None and spot is not None:
                return valued(value, spot)
    given = labelled.get(name)
    if given is None or not given.known:
        return given
    if given.box is None:
        return None
    if (value := reading(str(given.value))) is not None:
        return replace(given, value=value)
    return unknown("ambiguous", given.file, given.page, given.box, given.raw)


def matched(prose: Prose, match: re.Match[str] | None, name: str) -> Value | None:
    """A group of a match, with its place; None where nothing matched."""
    return prose.value(normalise(match[name]), match.start(name), match.end(name)) if match else None


def said(prose: Prose, patterns: Iterable[Regex], reading: Reading = lambda text: text) -> Value | None:
    """The first pattern's group `v` that can be read."""
    for pattern in patterns:
        for match in pattern.finditer(prose.text):
            value = reading(match["v"])
            if value is not None:
                return prose.value(value, match.start("v"), match.end("v"))
    return None


def only_number(prose: Prose) -> Value | None:
    """The one identity number on the document whose check digit is right."""
    found = [
        match
        for match in re.finditer(r"(?<![\dX])\d{17}[\dX](?![\dX])", prose.text)
        if id_number_problem(match.group()) is None
    ]
    alone = len({match.group() for match in found}) == 1
    return prose.value(found[0].group(), *found[0].span()) if alone else None


def only_period(prose: Prose) -> Value | None:
    """The one period a document speaks of."""
    found = find_periods(prose.text.replace("_", " "))
    if len({(period.start, period.end) for period, _, _ in found}) != 1:
        return None
    period, start, end = found[0]
    return prose.value(period, start, end)


def ticked(prose: Prose) -> list[tuple[str, int, int]]:
    """Options with a tick before them: ☑全职 □在职."""
    return [(match["option"], match.start("option"), match.end("option")) for match in _TICKED.finditer(prose.text)]


def signature(name: str, found: Found) -> Value | None:
    """Whether a name or handwriting stands behind a label that asks for it."""
    readings = [
        signed(candidate, layout.page)
        for layout, candidate in found.get(name, ())
        if re.search("[签署]|亲笔|手写", candidate.label_spot.text)
    ]
    best = next((value for value in readings if value.value is True), readings[0] if readings else None)
    if best is None or best.value is not False or best.box is None:
        return best
    near = best.box.grown(0, 0.8 * best.box.height)
    for layout, _ in found.get(name, ()):
        for flow, spot in pieces(layout):
            if spot.sheet == (best.file, best.page) and near.contains(spot.box.cx, spot.box.cy) and name_in(flow.text):
                return unknown("ambiguous", best.file, best.page, best.box, flow.text)
    return best


def listed(texts: Iterable[tuple[str, Spot]]) -> Value | None:
    """A list of distinct values, in order; its place is the first one's."""
    distinct: dict[str, Spot] = {}
    for text, spot in texts:
        distinct.setdefault(normalise(text) if text.isascii() else text, spot)
    if not distinct:
        return None
    sure = min(spot.confidence for spot in distinct.values())
    return valued(list(distinct), next(iter(distinct.values())), sure)

"""Every place for a signature on a document and what is there: a pen's writing, a printed name, or nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from dossier.extract.layout import Layout
from dossier.extract.readers import unknown
from dossier.extract.signing import look, penned, print_height
from dossier.model import Box, Line, Page, Value
from dossier.text import normalise
from dossier.text.regex import Regex

_WHO = (
    "(?:被?(?:举荐|推荐|考核|承诺|申报|申请|保证|评审|考评)(?:人员?|者|专家)|本人|专家|(?:用人|所在|推荐)?单位负责人"
    "|(?:主要|项目|部门|科室|机构)?负责人|(?:主管|分管|单位)领导|主管部门(?:负责人)?|法定代表人|法人代表|委托代理人"
    "|授权代表|经办人?|审[核批查]人|复核人|[核校]对人|[验查]证人|填表人|主任委员|[甲乙丙]方|董事长|总经理|[院校局所]长"
    "|(?:述职|总结|报告|声明|具结|证明|签字|签署|签名|立书|立诺|立承诺|具诺)人)"
)
_CLOSES = Regex(r"^(?:承诺|保证|声明|具结|述职|总结|报告|举荐|推荐|申报|申请|证明)(?:人|者):")
"""A role with a colon at the foot of a text: whoever wrote it signs there."""
_OWN = Regex(r"^(?:本人|承诺人|保证人|声明人|具结人|申报人|申请人|签[名字署])")
"""Places where the person signs whose paper it is."""
_HINT = r"(?:亲笔|手写|本人)?(?:签[名字章署]|署名)"
_ASKS = Regex(
    rf"(?:^|(?<=[\s。;；,，、:：]))(?:"
    rf"(?:{_WHO}\(?{_HINT}\)?|\(?{_HINT}\)?)(?:\([^()]{{1,8}}\))?\s*(?:[:;]|$|(?=[\s_]))"
    rf"|[㐀-鿿]{{2,8}}(?:人|者|长|员|家|师|方|导)(?:{_HINT}|\({_HINT}\))\s*:)"
)
"""A label that asks for a signature: 申报人签名:, 单位负责人(签字):, (签名)."""
_ROLE = Regex(rf"^{_WHO}(?::|$)")
"""A role alone, as forms print it where their opinions are signed: 单位负责人:."""
_BROKEN = Regex(rf"^(?:[^:]{{2,9}}:|{_WHO}{_HINT})(?=[㐀-鿿·]{{2,4}}$)")
"""A label before two to four characters of handwriting that made it, or its colon, unreadable."""
_ROOM, _ROOM_OF_A_HEAD = 40.0, 120.0
"""Points behind a label in its cell too few to sign in; a label without a colon heads the cell beside it."""
_REACH = 190.0
"""Points behind a label in which a signature is looked for."""
_SURE_OF_WRITING = 0.85
"""Confidence from which what was read at a signature is taken for a name: print under or beside the pen's strokes."""
_ROLES_SIGN = ("review_form", "initial_form", "annual_assessment", "unit_opinion", "exceptional_case")
"""Kinds on whose forms a role with a colon is a place for a signature rather than a fact to fill in."""


def signatures_of(layouts: Sequence[Layout], kind: str) -> tuple[Mapping[str, Any], ...]:
    """{place, state, name, file, page, box} of every place, page by page from the top.

    `state` is signed (a pen's writing or a picture of one), printed, empty or unreadable (it cannot be told). What OCR
    made of handwriting is no name: `name` is given for printed ones only.
    """
    return tuple(found for layout in layouts for found in _on_page(layout.page, kind))


def _on_page(page: Page, kind: str) -> Iterator[Mapping[str, Any]]:
    for line in sorted(page.lines, key=lambda line: (line.box.y0, line.box.x0)):
        text = normalise(line.text).translate(str.maketrans("（）：；", "():;"))
        for start, end in _labels(text, line, page, kind):
            place = _place(line, text, end, page)
            found = look(page, place, text[end:].strip(), line)
            if found.state != "signed" and not text[:end].rstrip().endswith((":", ")", ";")) and not _ASKS.match(text):
                continue
            yield {
                "place": text[start:end].strip(" :;"),
                "state": found.state,
                "name": found.name or None,
                "file": page.file,
                "page": page.number,
                "box": found.box.rounded(),
            }


def _labels(text: str, line: Line, page: Page, kind: str) -> Iterator[tuple[int, int]]:
    asked = [match.span() for match in _ASKS.finditer(text)]
    if not asked and kind in _ROLES_SIGN and (role := _ROLE.match(text)):
        asked = [role.span()]
    if not asked and (closes := _CLOSES.match(text)) and _at_foot(line, page):
        asked = [closes.span()]
    if not asked and penned(line, page) and (broken := _BROKEN.match(text)):
        asked = [broken.span()]
    yield from asked


def _at_foot(line: Line, page: Page) -> bool:
    """Whether nothing but short lines, such as a day or a unit, follows on the page, and text stands above."""
    below = [other for other in page.lines if other.box.y0 > line.box.y1]
    above = [other for other in page.lines if other.box.y1 < line.box.y0]
    return all(other.box.width < 0.45 * page.width for other in below[:3]) and any(
        other.box.width > 0.45 * page.width for other in above
    )


def _place(line: Line, text: str, end: int, page: Page) -> Box:
    """Behind the label to the next print on its row, the border of its cell or so far as a signature may reach."""
    height = print_height(page)
    tail = len(text) - end
    printed = end * 0.85 * height if tail else line.box.width
    x0 = min(line.box.x0 + printed, line.box.x1 - 20) if tail else line.box.x1
    row = Box(x0, line.box.cy - 1.1 * height, x0 + _REACH, line.box.cy + 1.1 * height)
    own = [cell for cell in page.cells if cell.contains(line.box.cx, line.box.cy)]
    cell = min(own, key=lambda cell: cell.area, default=None)
    room = _ROOM if text[:end].rstrip().endswith((":", ")")) else _ROOM_OF_A_HEAD
    if cell is not None and cell.x1 - line.box.x1 < room and not tail:
        beside = [c for c in page.cells if abs(c.x0 - cell.x1) < 6 and c.y0 - 2 <= line.box.cy <= c.y1 + 2]
        if beside:
            return min(beside, key=lambda c: c.area).grown(-1)
    right = cell.x1 if cell is not None and cell.x1 > x0 + 20 else page.width
    stops = [
        other.box.x0
        for other in page.lines
        if other is not line
        and other.box.x0 > x0 + 6
        and other.box.overlap_y(line.box) > 0.5
        and re.match(r"\d{4}|年|日期|时间|[^:：]{1,10}[:：]", normalise(other.text))
    ]
    return Box(row.x0, row.y0, min([row.x1, right, *stops]), row.y1)


def agreeing(
    values: Mapping[str, Value], signatures: Sequence[Mapping[str, Any]], names: Collection[str] = ()
) -> Mapping[str, Value]:
    """The fields, with left open what the signatures cast doubt on.

    `signed` where it says no and somebody did sign the document at another place; where it could not be told, because
    a name is printed there, or no label asks for it, what the place for the person's own signature shows goes. `name`
    where it is no more than what OCR made of a signature and none of the `names` that the dossier gives the applicant.
    """
    written = [one for one in signatures if one["state"] == "signed"]
    denied, name = values.get("signed"), values.get("name")
    open_: dict[str, Value] = {}
    own = next((one for one in written if _OWN.search(one["place"])), None)
    if (denied is None or not denied.known) and own is not None:
        open_["signed"] = Value(True, "", own["file"], own["page"], Box(*own["box"]), "ocr", 0.95)
    if written and denied is not None and denied.value is False and denied.box is not None:
        open_["signed"] = unknown("ambiguous", denied.file, denied.page, denied.box)
    read = name is not None and name.known and any(_is_at(one, name) for one in written)
    told = name is None or name.value in names or name.confidence >= _SURE_OF_WRITING
    if read and name is not None and name.box is not None and not told:
        open_["name"] = unknown("unreadable", name.file, name.page, name.box, name.raw)
    return {**values, **open_}


def _is_at(signature: Mapping[str, Any], value: Value) -> bool:
    box = Box(*signature["box"])
    return signature["page"] == value.page and value.box is not None and box.contains(value.box.cx, value.box.cy)

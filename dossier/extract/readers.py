"""Readers by type: the words in a place become a date, a name, a number …"""

from __future__ import annotations

import re
from collections.abc import Callable

from dossier.extract.layout import Flow, Spot
from dossier.extract.ticks import MOUTH, options, trailing
from dossier.extract.wording import COMPOUND_SURNAMES, NOT_A_NAME, TRANSLITERATED
from dossier.model import Box, Value
from dossier.model.pages import Method
from dossier.model.record import Reason
from dossier.text import (
    find_dates,
    id_number_problem,
    normalise,
    parse_date,
    parse_month,
    parse_period,
    squeeze,
)
from dossier.text.identity import MIXED_PASSPORT
from dossier.text.regex import Regex

UNPROVEN = 0.8
"""Confidence at most of a number whose check character is wrong: a digit of it may be misread."""
_CUT = 0.8
"""Confidence at most of a day under a seal that may go on beneath it: 2025.5.1 of 2025.5.12."""
_DAY = Regex(r"\d{4}-\d\d(?:-\d\d)?")
_MAY_BE_CUT = Regex(r"[.\-/年月]\s?(?:\d|[一二三四五六七八九十]{1,2})$")
_MIXED = Regex(rf"(?![A-Z]{{1,3}}\d+$){MIXED_PASSPORT}")
"""A passport's number in which a letter may be a misread figure, or a figure a letter."""
_CIRCLE_LOST = Regex(r"^二\s*二\s*[一二三四五六七八九]\s*年")
"""A year whose circle was not read: 二二五年 of 二〇二五年."""
_LOOKALIKE = str.maketrans("OQDIL|!ZSB", "0001111258")
_NAME = Regex(r"[㐀-鿿豈-﫿\U00020000-\U0003ffff]{2,4}(?:[·•.][㐀-鿿]{1,8})*|[㐀-鿿]{1,8}(?:[·•][㐀-鿿]{1,8})+")


def read_value(type_name: str, flow: Flow, place: Box) -> Value:
    """The value a place holds, by its type's reader; `ambiguous` where the words are not of the type."""
    spot = flow.spot()
    if spot is None:
        raise ValueError("a flow without characters has no value")
    reader = _READERS.get(type_name, _text)
    value = reader(flow.text)
    if value is None:
        return unknown("ambiguous" if spot.confidence >= 0.8 else "unreadable", spot.file, spot.page, place, spot.text)
    return valued(value, spot, _confidence(type_name, value, spot))


def valued(value: object, spot: Spot, confidence: float | None = None) -> Value:
    """A Value read at a spot."""
    sure = spot.confidence if confidence is None else confidence
    if spot.stamped and isinstance(value, str) and _DAY.fullmatch(value) and _MAY_BE_CUT.search(normalise(spot.text)):
        sure = min(sure, _CUT)
    if _CIRCLE_LOST.search(spot.text):
        sure = min(sure, _CUT)
    method: Method = "text" if spot.method == "text" else "ocr"
    return Value(value, spot.text, spot.file, spot.page, spot.box.rounded(), method, round(sure, 2))


def unknown(reason: Reason, file: str, page: int, place: Box, raw: str = "") -> Value:
    """A Value that is not there, with the place where it was looked for."""
    return Value(None, raw, file, page, place.rounded(), "ocr", 0.0, reason)


def _confidence(type_name: str, value: object, spot: Spot) -> float:
    """A number with a right check character has proven itself, one with a wrong one may be misread."""
    if type_name != "id_number":
        return spot.confidence
    if id_number_problem(str(value)) is None and not _MIXED.fullmatch(str(value)):
        return max(spot.confidence, 0.99)
    return spot.confidence if spot.method == "text" else min(spot.confidence, UNPROVEN)


_TICKED = Regex(r"[☑√✓✔■☒]\s*([^□☐☑√✓✔■☒口囗\s]{1,20})")
_ROUND = str.maketrans("●○", "☑□")
_BOXES = Regex(f"[□☐囗]|{MOUTH}")

_EMPTY_BOX = Regex("[□☐囗]")
"""Before options none of which was seen to be ticked: which one is, is not known."""


def _text(text: str) -> str | None:
    if "●" in text and "○" in text:
        text = text.translate(_ROUND)
    chosen = [option.text for option in options(text) if option.ticked] if trailing(text) else []
    if chosen:
        return "、".join(normalise(option) for option in chosen)
    ticked = _TICKED.findall(text)
    if ticked and (_BOXES.search(text) or len(ticked) > 1 or text.strip()[0] in "☑√✓✔■☒"):
        return "、".join(normalise(option) for option in ticked)
    if _EMPTY_BOX.match(text.strip()) and not ticked:
        return None
    if _BOXES.search(text) and not _BOXES.match(text.strip()):
        return normalise(_BOXES.split(text)[0]) or None
    joined = normalise(re.sub(r"\s*\n\s*", "", text).replace("\t", " ")).strip(" :;,、_|·■").lstrip("。.，；：")
    return re.sub(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])|(?<=[㐀-鿿])[.．]$", "", joined) or None


def _name(text: str) -> str | None:
    pieces = [squeeze(piece).strip(":：_.,，。、;；") for piece in re.split(r"[\t\n]", text)]
    pieces = [piece for piece in pieces if piece]
    if not pieces:
        return None
    whole = "".join(pieces)
    wrapped = "\t" not in text.strip() and _WRAPPED.fullmatch("\n".join(pieces)) is not None
    bare = _SPELLED.sub("", pieces[0] if len(pieces[0]) > 1 and not wrapped else whole)
    if NOT_A_NAME.search(bare[:4]):
        return None
    if TRANSLITERATED.fullmatch(bare):
        return bare
    match = _NAME.fullmatch(bare) or _NAME.match(bare)
    if match and len(bare) - len(match.group()) <= 8:
        return match.group().replace("•", "·").replace(".", "·")
    latin = re.fullmatch(r"[A-Za-z][A-Za-z .,'-]{2,40}", normalise(text).strip())
    return latin.group() if latin else None


_SPELLED = Regex(r"(?<=[㐀-鿿]{2})[/(]?[A-Z][A-Za-z',.]{3,40}\)?$")
"""A name in Latin letters behind the Chinese one."""
_WRAPPED = Regex(
    rf"(?:{COMPOUND_SURNAMES})\n(?!同志|老师|先生|女士)[㐀-鿿]{{2}}|[㐀-鿿]{{2,3}}\n(?![男女])[㐀-鿿]"
    r"|(?=[^\n]*·)[㐀-鿿·]+\n(?![男女])[㐀-鿿·]{1,5}|[㐀-鿿]+\n·[㐀-鿿]+"
)
"""A name that a narrow place broke: 欧阳建 | 国, 阿依努尔·买 | 买提."""
_LABEL_LEFT = Regex(r"^(?:用人|工作|所在)?单位[:：]?(?=[㐀-鿿]{4,}(?:公司|局|厅|院|校|所|中心|学|厂|矿|站|馆)$)")
"""The end of a label whose first half stands on another row: 用人 | 单位山西……公司."""


def _org(text: str) -> str | None:
    joined = _text(re.sub(r"[\t\n]", "", text))
    if joined is None:
        return None
    joined = _LABEL_LEFT.sub("", joined)
    joined = re.sub(r"^[(（](?:盖章|公章|签章)[)）]|[(（](?:盖章|公章|签章|加盖公章|单位公章)[)）]$", "", joined)
    joined = _within_brackets(joined)
    return joined if re.search(r"[㐀-鿿]{2}|[A-Za-z]{3}", joined) else None


def _within_brackets(text: str) -> str:
    """A text up to a bracket that closes what stands before its label: (单位:某某公司)现承诺."""
    depth = 0
    for index, letter in enumerate(text):
        depth += (letter in "(（〔") - (letter in ")）〕")
        if depth < 0:
            return text[:index]
    return text


def _id_number(text: str) -> str | None:
    bare = re.sub(r"[\s·.\-_:]", "", normalise(text)).upper().replace("×", "X")
    match = re.search(r"(?<![0-9])(?:[0-9OQDILZSB|!]{17}[0-9XOQDILZSB]|[0-9]{15})(?![0-9])", bare)
    if match is None:
        travel = re.search(r"[HM]\d{8,10}|[A-Z]{3}\d{12}|[A-Z]{1,2}\d{7,8}", bare) or _MIXED.fullmatch(bare)
        return travel.group() if travel else None
    number = match.group()
    return number if number.isdigit() else number[:-1].translate(_LOOKALIKE) + _last(number[-1])


def _last(character: str) -> str:
    return character if character == "X" else character.translate(_LOOKALIKE)


_CODE = Regex(r"[㐀-鿿]{0,6}[\[〔(（]?[0-9A-Za-z][0-9A-Za-z\-./〔〕\[\]()（）—第号 ]*")


def _code(text: str) -> str | None:
    """A number of letters and digits, with the Chinese characters it may begin with: 晋职20135331."""
    whole = _text(text)
    found = _CODE.match(whole) if whole else None
    if found is None or not re.search(r"\d", found.group()):
        return None
    return found.group().strip(" .-/(（第")


def _int(text: str) -> int | None:
    match = re.search(r"\d+", normalise(text))
    return int(match.group()) if match else None


def _month(text: str) -> str | None:
    date = _date(text)
    return date[:7] if date else None


_SPECKS = Regex(r"(?<=\d)\s+[.·、,，'`*+_-]+\s*$")
"""Marks apart behind the last figure: dirt, or the edge of the cell."""


_FIGURES = Regex(r"(?<![0-9A-Za-z])[12][0-9OIlSZ]{3}(?=[年./-])|(?<=[年月])[0-9OIlSZ]{1,2}(?=[月日])")
"""The figures of a date, letters that print like them among them: 202S年6月17日."""


def _date(text: str) -> str | None:
    """The day, else the month; letters apart on a row belong together unless a blank between them parts two figures."""
    text = _FIGURES.sub(lambda figures: figures.group().translate(_LOOKALIKE), _SPECKS.sub("", text))
    for joined in (re.sub(r"[\t\n]", "", text), re.sub(r"[\t\n]", " ", text)):
        mentioned = find_dates(joined)
        date = parse_date(joined) or (mentioned[0][0] if mentioned else None)
        if date:
            return date
    whole = re.sub(r"[\t\n]", "", text)
    whole = re.sub(r"^[\s.,，·、'`]+(?=[12]\d{3})", "", whole)
    parts = (whole, re.sub(r"[(（][^()（）]{1,8}[)）]$", "", whole), *re.split(r"[\t\n]", text))
    return next(
        (month for part in parts if (month := parse_month(part))),
        None,
    )


def _period(text: str) -> object:
    return parse_period(re.sub(r"[\t\n]", "", text))


_READERS: dict[str, Callable[[str], object]] = {
    "text": _text,
    "name": _name,
    "org": _org,
    "id_number": _id_number,
    "int": _int,
    "number": _text,
    "code": _code,
    "month": _month,
    "date": _date,
    "period": _period,
}

"""Patents and what came of them: number, stage, the sum their use brought (560-5)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds.seeking import kept, prose_of
from dossier.extract.kinds.works import labelled_names, whole_title, without_colon
from dossier.extract.layout import Flow, Layout, stacked
from dossier.extract.readers import valued
from dossier.extract.sentences import Prose
from dossier.model import Value
from dossier.text import is_patent_number, normalise
from dossier.text.regex import Regex

_APPLIED = Regex(r"受理通知书|申请公布|实质审查|缴纳申请费|申请受理|初步审查合格|专利申请(?:号|日)通知")
_GRANTED = Regex(r"授权公告|授予专利权|专利权自|办理登记手续")
_NUMBER = Regex(
    r"(?P<n>(?:[ZT2]L)?(?:(?:19|20)[\dOIlBSZ]{2}[1-389I][\dOIlBSZ]{7}[.·,]?[\dXx]|\d{2}[1-389]\d{5}[.·][\dXx]))(?![\dXx])"
)
"""Twelve digits and a check digit since October 2003, eight and a check digit before."""
_LETTERS = str.maketrans("OIlBSZx", "011852X")
_DIGITS = 9
"""Digits at least of what may be a number."""
_GAIN = Regex(
    r"(?P<b>(?:(?:累计|共计?)[^,。;:]{2,24},)?[^,。;:]{0,24}?"
    r"(?P<k>新增|节约|节省|节[电煤水油气能]|(?:减少|避免)[^,。;:]{0,8}损失|挽回|增收|节支|创造|降低成本|利润|产值|销售收入|税收|增加(?=[^,。;]{0,10}(?:收入|效益))"
    r"|(?:费用?|成本|耗材|用工|支出)[^,。;]{0,6}(?:减少|下降|降低|节省))[^。;]{0,50}?"
    r"(?:\d[\d.]*|[一二三四五六七八九十百千两][一二三四五六七八九十百千两〇零]*)(?:余|多)?(?:万|亿)?(?:余|多)?元"
    r"(?:,[^。;]{0,14}(?:新增|利润|税收|节约)[^。;]{0,16}元)*)"
)
_SINCE = Regex(r"自[^,。]{0,12}(?:以来|起|后)|累计|共计?|已|(?:每|[一二两三四五六七八九十\d]{1,2})?年|实现|带来|为")
_EFFECT = Regex(
    r"(?:缩短|降低|降|减少|提高|提升|增加|下降|延长)(?:到|至|为|了|约)*[^,]{0,12}[\d一二三四五六七八九十百千半成倍]"
    r"|^(?:累计|共计?|已)[^,]{2,16}\d"
    r"|(?:发现|预警|报警|避免|防止|排除|消除|处置|检出|拦截|识别)[^,]{0,12}?"
    r"(?:\d+|[一二两三四五六七八九十百]+)(?:余|多)?(?:次|起|处|例|台|件|项|回)"
)
_MEANWHILE = Regex(
    r"(?:在)?(?:使用|应用|实施|推广|投用)(?:期间|以来|之?后|过程中)|[\d一二两三四五六七八九十]+(?:年|个月|个?学期)多?来"
)
_AMOUNT = r"[\d一二三四五六七八九十百千万两半]"
_CHANGE = Regex(
    rf"由[^,由]{{0,8}}{_AMOUNT}[^,]{{0,8}}?(?:减|降|缩短|下降|提高|提升|增加|升|增)(?:少|低)?(?:到|至|为){_AMOUNT}"
    rf"|(?:减少|少(?=[报废用烧耗停误花走])|缩短|降低|下降|提高|提升|避免|增产|减产)(?:了|约)?[^,]{{0,10}}{_AMOUNT}[^,]{{0,6}}?(?:[吨度个件台次项人天时]|分钟|小时|百分|成|%|公斤|立方|平方|米|倍)"
)
"""What became less or more, and by how much or from what to what."""
_NO_SUM = 0.8
"""Confidence at most of a gain that is told without a sum."""
_SENTENCE = Regex(r"[^。;]+")
_SENTENCES = 2
"""At most of what a label's place tells of the gain alone."""
_SHORT = 6
_RAGGED = 0.08
"""Share of the page's width by which a full row may fall short of the right margin."""
UNPROVEN_PATENT, _BLURRED, _CLEAR = 0.6, 0.5, 0.9
"""Confidence of a number in a picture whose check digit is wrong, read clearly or not; from which it is clear."""
_TORN = 0.6
"""Confidence of a sum whose sentence began before it."""


def patent(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """A patent's certificate, or a notice that is none yet: an application is not a right (560-5)."""
    prose = prose_of(draft)
    applied, granted = prose.search(_APPLIED), prose.search(_GRANTED)
    stage = applied or granted
    return kept(
        {
            "title": whole_title(without_colon(labelled.get("title"))),
            "owner": without_colon(labelled.get("owner")),
            "inventors": labelled_names(found, "inventors", context),
            "patent_number": patent_number(prose, without_colon(labelled.get("patent_number"))),
            "stage": prose.value("application" if applied else "granted", *stage.span()) if stage else None,
        }
    )


def patent_number(prose: Prose, labelled: Value | None) -> Value | None:
    """The number behind its label or anywhere in the text, proven by its check digit.

    One whose check digit is wrong is only sure in a text layer: a picture of it may have been misread.
    """
    read = [_cut(labelled)] if labelled is not None and _is_long(labelled) else []
    for match in _NUMBER.finditer(prose.text):
        value = prose.value(match["n"], match.start("n"), match.end("n"))
        read += [value] if value is not None else []
    for value in read:
        for spelled in (str(value.value), _spelled(str(value.value))):
            if is_patent_number(spelled):
                return replace(value, value=spelled)
    if not read:
        return None if labelled is None else replace(labelled, value=None, confidence=0.0, reason="ambiguous")
    if read[0].method == "text":
        return read[0]
    return replace(read[0], confidence=UNPROVEN_PATENT if read[0].confidence >= _CLEAR else _BLURRED)


def _cut(labelled: Value) -> Value:
    """What a label announces, without the words behind a number that fills its form: ZL202110562093.7,发明人某某."""
    number = _NUMBER.match(re.sub(r"\s", "", str(labelled.value)))
    return replace(labelled, value=number["n"]) if number is not None else labelled


def _is_long(value: Value) -> bool:
    return sum(character.isdigit() for character in str(value.value or "")) >= _DIGITS


def _spelled(number: str) -> str:
    """Letters read for digits put right; the ZL before the number stays."""
    bare = re.sub(r"\s", "", number)
    head = "ZL" if re.match(r"[ZT2]L", bare) else ""
    return head + bare[len(head) :].translate(_LETTERS).replace("·", ".").replace(",", ".")


def patent_use(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """The sum a patent's use brought: the clauses that name it, wherever they stand."""
    prose = prose_of(draft)
    said = labelled.get("benefit")
    places = [candidate.flow.prose for _, candidate in found.get("benefit", ()) if candidate.flow is not None]
    gains = (*map(_whole_gain, places), *map(_gain, [*places, *paragraphs(draft.layouts)]))
    gain = next((value for value in gains if value is not None), None) or _effects_alone(draft.layouts)
    if gain is None and said is not None and len(str(said.value or "")) < _SHORT:
        gain = replace(said, value=None, confidence=0.0, reason="ambiguous")
    return kept({"benefit": gain, "patent_number": patent_number(prose, labelled.get("patent_number"))})


def _whole_gain(place: Flow) -> Value | None:
    """All that stands at the label's place, where it is a sentence or two that name a sum."""
    text = place.text.strip()
    spot = place.spot()
    if spot is None or _GAIN.search(text) is None or not 1 <= len(_SENTENCE.findall(text)) <= _SENTENCES:
        return None
    return valued(normalise(text), spot)


def _gain(flow: Flow) -> Value | None:
    """The clauses that name a sum, from where they speak of the time or of its being a total, with the gain in time,
    material or quality that the sentence tells before them."""
    match = _GAIN.search(flow.text)
    if match is None:
        return None
    start = match.start("b")
    told = _SINCE.search(flow.text, start, match.start("k"))
    if told is not None:
        start = told.start()
    start = _effects_before(flow.text, start)
    spot = flow.spot(start, match.end("b"))
    if spot is None:
        return None
    whole = told is not None or start == 0 or flow.text[start - 1] in ",.。;:、\t"
    return valued(normalise(flow.text[start : match.end("b")]), spot, None if whole else min(_TORN, spot.confidence))


def _effects_alone(layouts: Sequence[Layout]) -> Value | None:
    """Where no sum is named: the clauses one after the other that tell what became less or more, by figures."""
    for flow in paragraphs(layouts):
        clauses = list(re.finditer(r"[^,。;:\t\n]+", flow.text))
        told = next((index for index, one in enumerate(clauses) if _CHANGE.search(one.group())), None)
        if told is None:
            continue
        last = told
        while last + 1 < len(clauses) and flow.text[clauses[last].end()] == "," and _changes(clauses[last + 1].group()):
            last += 1
        spot = flow.spot(clauses[told].start(), clauses[last].end())
        if spot is not None:
            text = normalise(flow.text[clauses[told].start() : clauses[last].end()])
            return valued(text, spot, min(_NO_SUM, spot.confidence))
    return None


def _changes(clause: str) -> bool:
    return _CHANGE.search(clause) is not None or _EFFECT.search(clause) is not None


def _effects_before(text: str, start: int) -> int:
    """Where the clauses right before a place begin that tell of an effect; the place itself where none does."""
    while start and text[start - 1] == ",":
        clause = re.search(r"[^,。;:\t\n]+$", text[: start - 1])
        if clause is None or not _EFFECT.search(clause.group()):
            break
        lead = _MEANWHILE.match(clause.group())
        start = clause.start() + (lead.end() if lead else 0)
    return start


def paragraphs(layouts: Sequence[Layout]) -> list[Flow]:
    """Running text without its breaks: each cell, and free rows as long as each fills its line."""
    found: list[Flow] = []
    for layout in layouts:
        found += [cell.flow.prose for cell in layout.cells if cell.text]
        gathered: list[Flow] = []
        right = max((line.box.x1 for line in layout.page.lines), default=0.0)
        for row in layout.rows:
            gathered.append(row)
            spot = row.spot()
            if spot is None or spot.box.x1 < right - _RAGGED * layout.page.width:
                found.append(stacked(gathered).prose)
                gathered = []
        found += [stacked(gathered).prose] if gathered else []
    return found

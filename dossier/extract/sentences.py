"""What prose says: patterns over text without white space, answered with values that know their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dossier.extract.layout import GAP, Flow, Spot
from dossier.extract.readers import valued
from dossier.extract.wording import AFTER_A_CONDITION, CONDITION, NAME, NOT_AN_ORGANISATION, ORG_END, ORGANISATION
from dossier.model import Value
from dossier.text import find_dates, parse_date
from dossier.text.regex import Regex


class Prose:
    """The running text of a document, over all its pages."""

    def __init__(self, flows: Sequence[Flow]) -> None:
        self.whole = list(flows)
        self.flows = [flow.prose for flow in flows]
        self.row_starts = _row_starts(flows)
        self.text = "".join(flow.text for flow in self.flows)

    def spot(self, start: int, end: int) -> Spot | None:
        """The place of text[start:end] on the page where it begins."""
        for flow in self.flows:
            if start < len(flow.text):
                return flow.spot(start, min(end, len(flow.text)))
            start, end = start - len(flow.text), end - len(flow.text)
        return None

    def value(self, value: object, start: int, end: int) -> Value | None:
        spot = self.spot(start, end)
        return valued(value, spot) if spot else None

    def search(self, pattern: str | Regex) -> re.Match[str] | None:
        return re.search(pattern, self.text) if isinstance(pattern, str) else pattern.search(self.text)

    def without_conditions(self) -> list[tuple[int, int]]:
        """Spans left when sentences that only say what to do *if* are taken out: 如有异议，请于……反映。

        What stands on the rows before the condition stays: rows of a table end without a full stop.
        """
        spans, start = [], 0
        while match := CONDITION.search(self.text, start):
            row = max((at for at in self.row_starts if at <= match.start("word")), default=0)
            spans.append((start, max(match.start(), row)))
            start = min(
                (at for at in self.row_starts if match.end("word") < at < match.end() and self._anew(at)),
                default=match.end(),
            )
        return [(a, b) for a, b in [*spans, (start, len(self.text))] if b > a]

    def _anew(self, at: int) -> bool:
        return AFTER_A_CONDITION.match(self.text, at) is not None


def _row_starts(flows: Sequence[Flow]) -> list[int]:
    """Offsets in the running text at which a row of a page begins."""
    starts, offset = [], 0
    for flow in flows:
        for row in flow.rows():
            starts.append(offset)
            offset += len(row.prose.text)
    return starts


def signing_rows(rows: Iterable[Flow]) -> list[Flow]:
    """Rows of text with something on them, top to bottom."""
    return [row for row in rows if row.prose.text]


def closing(rows: Sequence[Flow]) -> tuple[Value | None, Value | None]:
    """(organisation, date) that sign a letter: the last date that stands alone, the unit above or beside it."""
    date: Value | None = None
    index = len(rows)
    for index in range(len(rows) - 1, -1, -1):
        date = _lone_date(rows[index])
        if date is not None:
            break
    if date is None:
        return _signing_unit(rows[-6:]), None
    window = [row for row in rows[max(0, index - 3) : index + 2] if not _IMPRINT.search(row.prose.text)]
    return _signing_unit(window), date


def _lone_date(row: Flow) -> Value | None:
    """A date that is all its row says, a unit's name or 日期 beside it apart."""
    text = row.prose.text
    dates = find_dates(text) or _short_year(text)
    if len(dates) != 1:
        return _date_of_a_run(row)
    if _SIGNS_NOTHING.search(text) or text.endswith("。"):
        return None
    iso, start, end = dates[0]
    rest = re.sub(rf"^.*?(?:{ORG_END}|日期|时间|盖章\)|公章\)|签字|签名|:)", "", text[:start]) + text[end:]
    if len(rest.strip(":;,.。()、")) > 4:
        return _date_of_a_run(row)
    spot = row.prose.spot(start, end)
    if spot is None:
        return None
    cut = len(iso) < len("2025-01-01") or _cut_short(text[start:end])
    return valued(iso, spot, min(spot.confidence, _CUT) if cut else spot.confidence)


def _date_of_a_run(row: Flow) -> Value | None:
    """The one day that stands alone between the gaps of a row: 工作单位：某某院 | 签字：张三 | 2025年10月9日."""
    alone = [date for run in row.runs() if (date := _lone_date(run)) is not None] if GAP in row.text else []
    return alone[0] if len({date.value for date in alone}) == 1 else None


def _short_year(text: str) -> list[tuple[str, int, int]]:
    """The day where nothing else is written and the year has two figures: 25/8/8, 日期: 25.8.8."""
    match = _SHORT_YEAR.fullmatch(text)
    iso = parse_date(f"20{match['y']}-{match['m']}-{match['d']}") if match else None
    return [(iso, match.start("y"), match.end("d"))] if match and iso else []


def _cut_short(text: str) -> bool:
    """Whether a digit may be hidden behind a seal: a day with 年 and 月 lacks its 日, 2025/06/2 a digit or its zero."""
    return ("月" in text and text[-1] not in "日号") or re.search(r"[-./]0\d[-./]\d$", text) is not None


_SHORT_YEAR = Regex(
    r"(?:(?:填表|填写|签[名字订署]|承诺|出具)?(?:日期|时间):?)?['‘’]?(?P<y>[12]\d)(?P<s>[./-])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})"
)
_SIGNS_NOTHING = Regex(r"印发|日印$|打印|[起至止](?:20\d\d|$)")
"""Beside a day: when copies were printed, or where a period begins or ends."""
_IMPRINT = Regex(r"\d日?印发?$|^抄[送报]")
"""The last rows of an official letter: who printed it when, who gets a copy."""
_HEAD_OF_IT = Regex(
    rf"^(?P<unit>[㐀-鿿()]{{2,38}}(?:{ORG_END}))(?:[院校所局厂台馆团社站园矿行会处队部]长|董事长|理事长|(?:总|副)?经理|主任)"
    rf"[:\s]*{NAME}$"
)
"""A unit with the name of its head behind it, who signs for it: 某某学院院长张三."""
_SCRAP = 3
"""Letters at least of a unit's name that stand before the whole of it a second time."""
_CUT = 0.7
"""Confidence at most of a day that may have lost a digit."""


def _signing_unit(rows: Sequence[Flow]) -> Value | None:
    """The unit on the last row that has one, nearest to its end: it signs at the right. A colon ends whom it is to.

    One that repeats the end of another is a scrap of the seal over it.
    """
    signing = [row for row in rows if not is_addressed(row.prose.text)]
    named = [one for row in reversed(signing) for run in reversed(row.runs()) if (one := _unit_of(run)) is not None]
    scrap = str(named[0].value) if named else ""
    return next((one for one in named[1:] if str(one.value).endswith(scrap)), named[0]) if named else None


def is_addressed(text: str) -> bool:
    """Whether a row ends as one that says whom a letter is to; a colon behind 盖章 waits for a seal."""
    return text.endswith(":") and _ASKS_FOR_A_SEAL.search(text) is None


_ASKS_FOR_A_SEAL = Regex(r"章\)?:$")


def _unit_of(run: Flow) -> Value | None:
    name = org_name(run.text)
    at = run.text.index(name) if name else 0
    spot = run.spot(at, at + len(name)) if name else None
    return valued(name.replace("(", "（").replace(")", "）"), spot) if name and spot else None


def _without_scrap(name: str) -> str:
    """The name behind a piece of itself, which a seal's ring beside it leaves: 程有限公司某某工程有限公司."""
    for length in range(_SCRAP, len(name) // 2 + 1):
        rest = name[length:]
        if rest.startswith(name[:length]) or rest.endswith(name[:length]):
            return rest
    return name


def org_name(text: str) -> str | None:
    """The organisation a run of text names, when it names one and says nothing else of weight."""
    bare = re.sub(r"^(?:[^:]{0,12}(?:单位|部门|公章|盖章|主体)[^:]{0,6}:)", "", text.strip())
    bare = re.sub(r"^(?:公示|发布|公布|出具|制发)(?:单位|机构)[:\s]*", "", bare)
    bare = re.sub(r"\((?:盖章|公章|章|印章|签章|加盖公章|单位公章|盖单位公章).{0,2}$", "", bare)
    bare = re.split(r"(?<!\d)(?=(?:19|20)\d\d[年.\-/])", bare)[0].strip(":;,.。、 ")
    bare = _HEAD_OF_IT.sub(r"\g<unit>", _without_scrap(bare))
    match = ORGANISATION.fullmatch(bare)
    return bare if match and not NOT_AN_ORGANISATION.search(bare) and bare.count("(") == bare.count(")") else None

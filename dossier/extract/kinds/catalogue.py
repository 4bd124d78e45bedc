"""Catalogues: the materials of a dossier and the pages each takes, from a table or a list with dotted leaders."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds.catalogue_columns import counts_down, in_their_order
from dossier.extract.kinds.columns import Piece, Row, listed, rows_under
from dossier.extract.layout import Flow, Layout, Spot
from dossier.model import Value
from dossier.text.regex import Regex

_TITLE = (
    r"(?:(?:申报|评审)?(?:材料|文件|资料|证件|附件|题|目录)|卷内文件)?(?:名称|题名|名|内容|项目|目录|标题)"
    r"|材料|名称及内容"
)
_HEADS = {
    "title": _TITLE,
    "pages": r"(?:材料|总)?(?:页数|张数|页张数|页|张)|页数/份数|数量\(页\)|份\(页\)数|页\(份\)数|件\(页\)数",
    "place": r"(?:起止|起讫|所在|起始)?(?:页码|页次|页号|页数范围)|起[止讫始]?页|在卷页码?|所在页|首页|起始页"
    r"|在?第几页起?",
    "end": r"(?:终|截?止|末)(?:止|于)?页[码号次]?",
    "copies": r"份数|数量|件数",
    "number": r"序号|顺序号|编号|项号|序",
}
_NUMBERED = r"[(〔\[【]?(?:\d{1,2}(?:[.-]\d{1,2})?|[一二三四五六七八九十]{1,3})[)〕\]】]?[、.:)\-–—]?[.·]?\s*"
_LEADERS = r"[\s.·…⋯。・_\-—]*"
_SPECK = rf"(?:[^㐀-鿿\d]{{1,3}}\s+(?={_NUMBERED}))?"
"""What a spot on the margin was read as, before the number of a row."""
_OF_YEAR = r"(?:(?:19|20)\d\d[-—–至])?(?:19|20)\d\d(?:年度?)?"
"""Before the name of a paper there is one of for each year: 2020年度考核登记表."""
_LISTED = Regex(
    rf"{_SPECK}(?P<number>{_NUMBERED})?(?P<title>(?:{_OF_YEAR})?[㐀-鿿《(“][^\t]*?){_LEADERS}(?:(?P<count>\d{{1,3}})[页张]\s+)?(?P<pages>\(?(?:共|计|第|P\.?)?\s*\d{{1,3}}"
    rf"(?:\s*[-–—一~～至]\s*\d{{1,3}})?\s*(?:[页张]\)|[页张]?起?))(?:\s+(?:[有无是否齐√✓☑]|\d{{1,2}}份|原件|复印件))?[.·。,]?"
)
_RUN_IN = Regex(r"\d{1,2}[.、]?[㐀-鿿《“]{2}")
_FILLED = Regex(r"\s*[.·…⋯。・_][^㐀-鿿]*$")
"""Leaders behind a title, whatever their dots were read as."""
_OTHERWISE = Regex(r"[。;]|^[^:]{1,8}(?:人|名|位|单位|电话|时间|日期|专业|部门):|\d月|\d年(?=\d|$)")
"""What makes of a numbered row that ends with a number a sentence or a date."""
_SUM = Regex(
    r"[^:《]{0,8}(?:人|者|签[字名]|日期|时间):|(?:核收|接收|签收|审核|初审|经办|整理|装订|移交|单位|电话):|合计|总计|小计|共计|以上材料|总页数|上传附件|共\d"
)
_STATED = Regex(r"共\s*(\d{1,3})\s*[项件种类]")
_TOTAL = Regex(r"(?:共|合?计)\s*(\d{1,3})\s*页")
_SPECK_SHARE = 0.45
"""Share of the height of a cell's print below which a run is a speck."""
_ILLEGIBLE = 0.3
"""Confidence below which what stands under a stamp is the stamp's."""
_RISING = 5
"""Numbers that each are larger than the one before from which they say where materials begin, not how many pages."""
_OPENS, _NEXT = Regex(r"\s*\d{1,2}[.、]"), Regex(r"(\t)(?=\d{1,2}[.、]\s*[㐀-鿿《])")
_BLOCK, _ASKEW = 3, 14.0
"""Rows that begin an entry in their middle, and how far apart, in points, from which a list is in two blocks."""
_LEAST = 2
"""Rows of a list that make it a catalogue."""
_DOUBTED = 0.6
"""Confidence at most where the rows are fewer or more than the catalogue says, or some pages were not read."""


@dataclass(frozen=True)
class _Entry:
    title: str
    spot: Spot
    pages: int | None
    first: int | None = None
    """The page it begins at, where only that is given."""
    number: int | None = None
    """Its running number, where it was read."""
    span: tuple[int, int] | None = None
    """First and last page, where both are given."""


def catalogue(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """The materials listed and how many pages each takes; a row whose pages cannot be told has None there."""
    readings = [_counted(read(draft.layouts), draft.layouts) for read in (_in_table, _in_list)]
    entries = max(readings, key=lambda entries: (sum(entry.pages is not None for entry in entries), len(entries)))
    items = [{"title": entry.title, "pages": entry.pages} for entry in entries]
    value = listed(items, [entry.spot for entry in entries], _sureness(entries, draft.layouts))
    return {"entries": value} if value else {}


def _in_table(layouts: Sequence[Layout]) -> list[_Entry]:
    entries: list[_Entry] = []
    for row in map(_parted, rows_under(layouts, _HEADS, ("title",))):
        if "title" not in row:
            continue
        text, spot = _legible(row["title"])
        title = _FILLED.sub("", _without_number(text, len(entries) + 1))
        if spot is None or _SUM.match(title) or not re.search(r"[㐀-鿿]{2}", title):
            continue
        if len(row) > 1:
            entries.append(_entry(title, spot, row))
        elif entries and _goes_on(entries[-1].spot, spot):
            entries[-1] = replace(entries[-1], title=entries[-1].title + title)
    numbered = [entry for entry in entries if entry.number is not None]
    without = [entry for entry in entries if entry.number is not None or entry.pages is not None or entry.first]
    entries = numbered if numbered == without and _in_order(numbered) else entries
    if any(entry.first is not None or entry.span for entry in entries):
        return entries
    counts = in_their_order([entry.pages for entry in entries], counts_down(layouts, Regex(_HEADS["pages"])))
    return [replace(entry, pages=count) for entry, count in zip(entries, counts, strict=True)]


def _parted(row: Row) -> Row:
    """The row with its title, where that has run into the running number before it."""
    run_in = "title" not in row and "number" in row and _RUN_IN.match(row["number"].text)
    return {**row, "title": row["number"]} if run_in else row


def _entry(title: str, spot: Spot, row: Row) -> _Entry:
    pages, first, span = _pages(row)
    return _Entry(title, spot, pages, first, _number(row), span)


def _legible(piece: Piece) -> tuple[str, Spot | None]:
    """What a cell says without what a speck or a stamp over it was read as, and how surely."""
    runs = [(run.prose.text, spot) for run in piece.flow.runs() if (spot := run.spot()) is not None]
    tallest = max((spot.box.height for _, spot in runs), default=0.0)
    kept = [
        (text, spot)
        for text, spot in runs
        if spot.box.height >= _SPECK_SHARE * tallest and not (spot.stamped and spot.confidence < _ILLEGIBLE)
    ]
    sure = min((spot.confidence for _, spot in kept), default=0.0)
    return "".join(text for text, _ in kept), replace(piece.spot, confidence=sure) if piece.spot else None


def _in_order(entries: Sequence[_Entry]) -> bool:
    """Whether the running numbers that were read follow one another, beginning anew at 1 for each group."""
    before = 0
    for entry in entries:
        if entry.number not in (None, 1, before + 1):
            return False
        before = entry.number or before + 1
    return True


def _number(row: Row) -> int | None:
    written = re.fullmatch(r"\(?(\d{1,2})[).、]?", row["number"].text) if "number" in row else None
    return int(written[1]) if written else None


def _without_number(title: str, expected: int) -> str:
    """The title without its running number: 3.毕业证书, (3)毕业证书, 三、毕业证书; bare digits only where expected."""
    bare = re.sub(r"^(?:\(\d{1,2}\)|\d{1,2}[.、)]|[一二三四五六七八九十]{1,3}、)", "", title)
    return re.sub(rf"^{expected}(?=[㐀-鿿])", "", bare)


def _goes_on(before: Spot, spot: Spot) -> bool:
    """Whether a run is the second row of a title."""
    below = 0 < spot.box.y0 - before.box.y0 < 2 * before.box.height
    return spot.sheet == before.sheet and below and abs(spot.box.x0 - before.box.x0) < 6


def _pages(row: Row) -> tuple[int | None, int | None, tuple[int, int] | None]:
    """(pages, first page, first and last page): 3, 3页, and 4-6 for three pages from the fourth.

    A single page number says where.
    """
    count, place, end = row.get("pages"), row.get("place"), row.get("end")
    ends = [re.fullmatch(r"第?(\d{1,3})页?", _figures(piece)) for piece in (place, end) if piece]
    if len(ends) == 2 and ends[0] and ends[1] and int(ends[1][1]) >= int(ends[0][1]):
        span = int(ends[0][1]), int(ends[1][1])
        return span[1] - span[0] + 1, None, span
    for piece in (count, place):
        both = re.fullmatch(r"第?(\d{1,3})页?[-–—~～至]第?(\d{1,3})页?", _figures(piece)) if piece else None
        if both and int(both[2]) >= int(both[1]):
            return int(both[2]) - int(both[1]) + 1, None, (int(both[1]), int(both[2]))
    number = _number_of_pages(count, row.get("copies"))
    if number:
        return int(number[1]), None, None
    first = re.fullmatch(r"第?(\d{1,3})页?起?", _figures(place)) if place else None
    return None, int(first[1]) if first else None, None


def _number_of_pages(count: Piece | None, copies: Piece | None) -> re.Match[str] | None:
    """What the column of pages says; a column of quantities counts pages where its unit says so: 2页."""
    if count is not None:
        return re.fullmatch(r"共?(\d{1,3})[页张]?", _figures(count))
    return re.fullmatch(r"共?(\d{1,3})[页张]", _figures(copies)) if copies is not None else None


def _figures(piece: Piece) -> str:
    """What a piece says without the leaders before it and specks behind it."""
    return re.sub(rf"^{_LEADERS}|(?<=\d)[“”\"'‘’′`¬⁻^*.,。、·]+$", "", piece.text)


def _in_list(layouts: Sequence[Layout]) -> list[_Entry]:
    """Rows such as 三、毕业证书………1页, without a table."""
    entries = []
    for match, spot in _list_rows(layouts):
        title = re.sub(r"\s", "", _FILLED.sub("", match["title"]))
        written = [int(number) for number in re.findall(r"\d+", match["pages"])]
        begins = match["pages"].lstrip("(").startswith(("第", "P")) or match["pages"].endswith("起")
        place = len(written) == 1 and begins
        counted = int(match["count"]) if match["count"] else None
        pages = counted if place else written[-1] - written[0] + 1 if len(written) > 1 else written[0]
        span = (written[0], written[-1]) if len(written) > 1 else None
        if not _SUM.search(re.sub(r"\([^()]*\)", "", title)) and re.search(r"[㐀-鿿]{2}", title):
            entries.append(_Entry(title, spot, pages, written[0] if place and counted is None else None, span=span))
    return entries if len(entries) >= _LEAST else []


def _plain(title: str) -> str:
    """A title without its leaders and what stands in brackets, such as the years: 年度考核表(2020年)."""
    return re.sub(rf"[(《][^()《》]*[)》]|^{_OF_YEAR}(?=[㐀-鿿]{{3}})", "", _FILLED.sub("", title))


def _named(match: re.Match[str], row: Flow) -> str:
    """A row's title as far as it may be a sentence; the colon of 论文:…… is none where numbers stand on both sides."""
    apart = match["number"] and row.text.rpartition("\t")[2].strip() == match["pages"].strip()
    return (
        re.sub(r"(?<=^[㐀-鿿]{2}):|(?<=^[㐀-鿿]{3}):", "", _plain(match["title"])) if apart else _plain(match["title"])
    )


def _list_rows(layouts: Sequence[Layout]) -> Iterator[tuple[re.Match[str], Spot]]:
    for layout in layouts:
        for row in _block_by_block(layout.rows):
            match, spot = _LISTED.fullmatch(row.text.replace("\t", " ").strip()), row.spot()
            parted = match is not None and (match["number"] or re.search(r"[.·…\s]", row.text[match.end("title") :]))
            if match is not None and parted and not _OTHERWISE.search(_named(match, row)):
                sure = _sureness_of(row, match)
                if spot is not None:
                    yield match, replace(spot, confidence=sure)


def _block_by_block(rows: Sequence[Flow]) -> list[Flow]:
    """The rows as they are, or of a list in two blocks side by side the left ones and then the right ones."""
    begins = [(row, at) for row in rows for at in _second_numbers(row)]
    places = [spot.box.x0 for row, at in begins if (spot := row.spot(at, at + 1)) is not None]
    if len(begins) < _BLOCK or len(places) < len(begins) or max(places) - min(places) > _ASKEW:
        return list(rows)
    parted = {id(row): at for row, at in begins}
    left = [row.part(0, parted.get(id(row), len(row.text))) for row in rows]
    return left + [row.part(at, len(row.text)) for row, at in begins]


def _second_numbers(row: Flow) -> list[int]:
    """Where runs behind the first begin with the number of an entry of their own."""
    numbered = _OPENS.match(row.text)
    return [match.end(1) for match in _NEXT.finditer(row.text)][:1] if numbered else []


def _sureness_of(row: Flow, match: re.Match[str]) -> float:
    """How surely title and pages were read; what the leaders between them were read as is of no account."""
    title = _FILLED.sub("", match["title"])
    lead = len(row.text) - len(row.text.lstrip())
    spans = [(match.start("title"), match.start("title") + len(title)), match.span("pages")]
    spots = [row.spot(lead + start, lead + end) for start, end in spans]
    return min((spot.confidence for spot in spots if spot is not None), default=0.0)


def _counted(entries: Sequence[_Entry], layouts: Sequence[Layout]) -> list[_Entry]:
    """Where every row gives the page it begins at, the next row's tells how many it takes, the sum the last one's."""
    if (ranges := _ranges(entries)) is not None:
        return [replace(entry, pages=b - a + 1, first=a) for entry, (a, b) in zip(entries, ranges, strict=True)]
    counts = [entry.pages for entry in entries if entry.pages is not None]
    if len(counts) == len(entries) >= _RISING and all(one < other for one, other in pairwise(counts)):
        entries = [replace(entry, pages=None, first=entry.pages) for entry in entries]
    firsts = [entry.first for entry in entries]
    known = [first for first in firsts if first is not None]
    rising = all(one < other for one, other in pairwise(known))
    if not known or len(known) < len(entries) or not rising:
        return list(entries)
    total = {int(match[1]) for layout in layouts for match in _TOTAL.finditer(layout.flow.prose.text)}
    end = total.pop() + 1 if len(total) == 1 else None
    nexts = [*known[1:], end if end is not None and known and end > known[-1] else None]
    return [
        replace(entry, pages=following - first if following is not None else None)
        for entry, first, following in zip(entries, known, nexts, strict=True)
    ]


def _ranges(entries: Sequence[_Entry]) -> list[tuple[int, int]] | None:
    """First and last page of every row, where some give both, others one, and each begins behind the one before."""
    given = [entry.span or (entry.first or entry.pages or 0,) * 2 for entry in entries]
    if not any(entry.span for entry in entries) or all(entry.span for entry in entries):
        return None
    return given if all(b[0] == a[1] + 1 for a, b in pairwise(given)) else None


def _sureness(entries: Sequence[_Entry], layouts: Sequence[Layout]) -> float:
    """Lower where the rows are not as many as the catalogue says it lists, or the pages of some were not read."""
    stated = {int(match[1]) for layout in layouts for match in _STATED.finditer(layout.flow.prose.text)}
    unread = [entry for entry in entries if entry.pages is None and entry.first is None]
    partly = 0 < len(unread) < len(entries)
    return _DOUBTED if partly or not _in_order(entries) or (len(stated) == 1 and len(entries) not in stated) else 1.0

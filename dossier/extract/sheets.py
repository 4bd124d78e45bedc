"""A page seen as one sheet of a pile: the number printed on it, its running title, whether its text breaks off."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from rapidfuzz import fuzz

from dossier.extract.classify import Guess
from dossier.extract.layout import Flow, Layout
from dossier.extract.rows import rows_of
from dossier.text import chinese_number, normalise
from dossier.text.regex import Regex

_SAID = Regex(
    r"第(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})页(?:[,/ ]?共(?P<of>\d{1,3})页)?|Page(?P<e>\d{1,3})(?:of\d+)?",
    re.IGNORECASE,
)
_SHARE = Regex(r"(?:^|[^\d./年月-])(?P<n>\d{1,3})/(?P<of>\d{1,3})(?:$|[^\d./])")
_ALONE = Regex(r"^[-—–一·•.~_|]{0,3}(?P<n>\d{1,3})[-—–一·•.~_|]{0,3}$")
_FOOT, _HEAD = 0.9, 0.08
"""Share of the page's height below and above which a number alone is the page's number."""
_LEGIBLE = 0.7
"""Confidence from which a figure alone is a number; a speck is read as one, too."""
_RUNNING = 0.115
"""Share of the page's height above which a row may be the running title."""
_LARGE = 1.7
"""How many times the page's usual print a running title is high at most."""
_CONTINUED = Regex(r"续[页表]|\(续[一二三四\d]?\)|[接续]上[页表]|^续")
_ENDED = Regex(r"[。;:!?.)》”\]…_]$|\d{1,2}日$|年月日|签[字名]|盖章|公章")
_HEADING = Regex(r"(?P<n>[一二三四五六七八九十]{1,3})、(?=[㐀-鿿][^。;:]{1,28}:?$)")
"""A heading of a chapter of prose: 七、今后打算."""
_ROW_NUMBER = Regex(r"[(〔\[【]?(?P<n>\d{1,2})(?:[)〕\]】.、]|\s|$|(?=[㐀-鿿《(〔]|(?:19|20)\d\d年))")
_ITEM_NUMBER = Regex(r"(?P<n>\d{1,2})[.、)]\s?(?=[㐀-鿿《“(]|(?:19|20)\d\d年)")
"""The running number before the name of what a row lists, in whatever column the name stands."""
_MARGIN = 0.07
"""Share of the page's height at head and foot where running titles and notes stand."""

_USE = Regex(r"(?:使用|填写|登记|持证)?(?:说明|须知)|注意事项|使用(?:规定|要求)")
"""What heads the page of a booklet that tells of its use."""
_USE_ROWS = 22


@dataclass(frozen=True)
class Number:
    """The number printed on a page, and of how many, where that is said."""

    value: int
    of: int | None = None


@dataclass
class Sheet:
    """A page, the kinds it may be, and what it was settled to be; `guess` None where nothing speaks for any."""

    layout: Layout
    guesses: Sequence[Guess]
    guess: Guess | None
    parts: tuple[str, ...] = ()
    """Of a paper, a book, a standard, where it was settled to be of one."""

    @cached_property
    def number(self) -> Number | None:
        return page_number(self.layout)

    @cached_property
    def head(self) -> str:
        return running_title(self.layout)

    @cached_property
    def text(self) -> str:
        return self.layout.flow.prose.text


def page_number(layout: Layout) -> Number | None:
    """The page number printed at the foot or head, where there is one."""
    height = layout.page.height
    for row in reversed(layout.rows):
        spot = row.spot()
        if spot is None or not (spot.box.cy > _FOOT * height or spot.box.cy < _HEAD * height):
            continue
        text = row.prose.text
        alone = _ALONE.fullmatch(text) if spot.confidence >= _LEGIBLE else None
        for match in (_SAID.search(text), _SHARE.search(text), alone):
            if match:
                found = match.groupdict()
                value = _integer(found.get("n") or found.get("e") or "")
                if value is not None:
                    return Number(value, _integer(found.get("of") or ""))
    return None


def _integer(text: str) -> int | None:
    return int(text) if text.isdigit() else chinese_number(text) if text else None


def running_title(layout: Layout) -> str:
    """What stands at the very head in the page's usual print or smaller, numbers left out. Empty where nothing does."""
    heights = [line.box.height for line in layout.page.lines]
    usual = median(heights) if heights else 0.0
    for row in layout.rows[:2]:
        spot = row.spot()
        if spot is None or spot.box.cy > _RUNNING * layout.page.height or spot.box.height > _LARGE * usual:
            continue
        bare = re.sub(r"第\S{1,3}页|共\S{1,3}页|\(?续[页表]?\)?|Page|\d+|[^\w㐀-鿿]", "", row.prose.text)
        if len(bare) >= 4:
            return bare
    return ""


def is_continued(layout: Layout) -> bool:
    """Whether the page says itself that it goes on with another: 续页, 接上页."""
    return any(_CONTINUED.search(row.prose.text) for row in layout.flow.rows()[:3] if len(row.prose.text) <= 40)


def breaks_off(before: Layout, after: Layout) -> bool:
    """Whether the last sentence of a page goes on at the head of the other."""
    last = list(_body(before))
    first = list(_body(after))
    if not last or not first or (before.cells and len(before.cells) > 8):
        return False
    right = max(spot.box.x1 for row in last if (spot := row.spot()) is not None)
    end, spot = last[-1].prose.text, last[-1].spot()
    full = spot is not None and spot.box.x1 > right - 0.06 * before.page.width
    begins = first[0].prose.text
    return (
        full
        and len(end) >= 15
        and not _ENDED.search(end)
        and len(begins) >= 4
        and not re.match(r"[一二三四五六七八九十]{1,3}[、.]|第.{1,3}[条章]|附", begins)
    )


def numbers_on(before: Sequence[Sheet], after: Sheet) -> bool:
    """Whether the first numbered heading of a page (七、) follows the last of the pages before (六、)."""
    last, first = headings(before), headings([after])
    return bool(last and first) and first[0] > 1 and first[0] == last[-1] + 1


def headings(sheets: Sequence[Sheet]) -> list[int]:
    """The numbers of headings in Chinese numerals, top down."""
    rows = (row.prose.text for sheet in sheets for row in sheet.layout.flow.rows())
    found = (chinese_number(match["n"]) for text in rows if (match := _HEADING.match(text)))
    return [number for number in found if number is not None]


def counts_on(before: Layout, after: Layout) -> bool:
    """Whether most rows of a page bear running numbers and the first follows the last of the page before.

    The number stands at the row's begin, or before the name of what it lists: 29-33 | 5 | 25.论文.
    """
    return any(_follow(numbers(before), numbers(after)) for numbers in (_row_numbers, _item_numbers))


def _follow(before: Sequence[int | None], rows: Sequence[int | None]) -> bool:
    last, numbers = ([number for number in some if number is not None] for some in (before, rows))
    return bool(last and numbers) and numbers[0] == last[-1] + 1 and 2 * len(numbers) >= len(rows)


def _row_numbers(layout: Layout) -> list[int | None]:
    """The running number each row of a page begins with."""
    begins = (_ROW_NUMBER.match(normalise(row[0].text)) for row in rows_of(layout.page.lines))
    return [int(match["n"]) if match else None for match in begins]


def _item_numbers(layout: Layout) -> list[int | None]:
    """The running number before a name on each row of a page."""
    found = (
        next((match for line in row if (match := _ITEM_NUMBER.match(normalise(line.text)))), None)
        for row in rows_of(layout.page.lines)
    )
    return [int(match["n"]) if match else None for match in found]


def _body(layout: Layout) -> Iterator[Flow]:
    height = layout.page.height
    head = running_title(layout)
    for row in layout.flow.rows():
        spot = row.spot()
        if spot is None or not _MARGIN * height < spot.box.cy < (1 - _MARGIN) * height:
            continue
        if head and spot.box.cy < _RUNNING * height and fuzz.ratio(head, re.sub(r"\d+", "", row.prose.text)) > 60:
            continue
        yield row


def common_heads(sheets: Sequence[Sheet]) -> frozenset[str]:
    """Running titles that pages of different titled kinds share: the system that printed them, and no document."""
    bearers: dict[str, set[str]] = {}
    for sheet in sheets:
        if sheet.head and sheet.guess is not None and sheet.guess.score >= 20:
            bearers.setdefault(sheet.head, set()).add(sheet.guess.kind)
    counts = Counter(sheet.head for sheet in sheets)
    return frozenset(head for head, kinds in bearers.items() if len(kinds) > 1 and counts[head] > 2)


def tells_of_use(layout: Layout) -> bool:
    """The page of a booklet that says how it is kept and filled in: 说明, 注意事项."""
    rows = [row.prose.text for row in layout.flow.rows() if row.prose.text]
    return any(_USE.fullmatch(row) for row in rows) and len(rows) <= _USE_ROWS and len(layout.cells) <= 1

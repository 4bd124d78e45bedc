"""Sheets that hold two pages side by side: an A3 scan of two A4 pages, two certificates on one glass."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dossier.extract.classify import TITLED, classify
from dossier.extract.continuation import FORMS, Pile, continues, fields_announced
from dossier.extract.layout import Layout, lay_out
from dossier.extract.parts import PUBLISHED, parts_of
from dossier.extract.sheets import Sheet, breaks_off, page_number
from dossier.model import Box, Page
from dossier.policy import DocumentKind
from dossier.text import chinese_number
from dossier.text.regex import Regex

_WIDE = 1.25
"""Width over height from which a sheet may hold two pages."""
_BETWEEN, _CENTRE = (0.27, 0.73), (0.45, 0.55)
"""Shares of the sheet's width between which the gutter lies: of papers of several sizes, of pages of one document."""
_GUTTER = 0.02
"""Share of the sheet's width that is free of print between two pages."""
_FEWEST_LINES, _FEWEST_CHARACTERS = 2, 10
"""What a page holds at least."""
_SPECK = 0.6
"""Confidence below which one or two characters are dirt."""
_SURROUNDED = 0.25
"""Share of surroundings from which a picture shows a wall or a board, whatever hangs there."""
_FULL_ROWS, _TABLE = 20, 4
"""Rows on a page, or cells of a table on both, from which a document goes on with the page beside."""
_OWN_FIELDS, _SIGNED = 4, 12.0
"""Fields asked for, and score, by which a half without a title is another kind of paper than its neighbour."""
_SHARED = 2
"""Fields for which both halves ask, by which they are two papers of a kind and no folded one."""
_PROSE = 40
"""Characters from which a half without labels is a paper of its own and no cover."""
_DAY = Regex(r"(?:19|20)\d\d[年./-]|[〇零一二三四五六七八九]{4}年")
_SECTION = Regex(r"(?P<n>[一二三四五六七八九十]{1,3})、[^。;:]{0,24}$")
"""A heading of a form's section; its words may stand apart from the number."""
_STUB = Regex("存根|回执|第[一二三四]联")
"""What an office keeps or gets back of a letter, printed beside it."""
_SAME_SIZE = 0.03
"""Share by which the sides of two sheets from one feeder differ at most."""
_SECOND = 1_000_000
"""Added to the number of the page of which a half is the right one, so that each half has a number of its own."""


def halves(pages: Sequence[Page], kinds: Mapping[str, DocumentKind]) -> list[tuple[Page, ...]]:
    """For every level page itself, or the two pages it holds, left and right, each with boxes in points of its own.

    A sheet of the file and size of one that surely holds two holds two as well, where print leaves its middle free.
    """
    cut = [_cut(page) for page in pages]
    sure = [page for page, two in zip(pages, cut, strict=True) if two is not None and _are_two(page, *two, kinds)]
    return [
        two if two is not None and any(_of_one_make(page, other) for other in sure) else (page,)
        for page, two in zip(pages, cut, strict=True)
    ]


def in_order(sheets: Sequence[tuple[Page, ...]]) -> list[Page]:
    """The pages one after another: as printed numbers say where they do, else from left to right.

    Sheets folded into one another (4 beside 1, 2 beside 3) are told by their numbers.
    """
    ordered: list[Page] = []
    run: list[tuple[Page, ...]] = []
    for sheet in [*sheets, ()]:
        if len(sheet) == 2 and (not run or run[-1][0].file == sheet[0].file):
            run.append(sheet)
            continue
        ordered += _run_in_order(run)
        run = [sheet] if len(sheet) == 2 else []
        ordered += sheet if len(sheet) < 2 else ()
    return ordered


def _run_in_order(run: Sequence[tuple[Page, ...]]) -> list[Page]:
    along = [page for sheet in run for page in sheet]
    numbers = {id(page): found.value for page in along if (found := page_number(lay_out(page))) is not None}
    for order in (along, _folded(run)):
        steps = {numbers[id(page)] - place for place, page in enumerate(order) if id(page) in numbers}
        if len(steps) <= 1:
            return order
    swapped = [numbers.get(id(left), 0) > numbers.get(id(right), 10_000) for left, right in run]
    return [page for sheet, back in zip(run, swapped, strict=True) for page in (sheet[::-1] if back else sheet)]


def _folded(run: Sequence[tuple[Page, ...]]) -> list[Page]:
    """The pages of sheets that were printed to be folded into one another, in the order of the folded booklet."""
    outer = [left if index % 2 == 0 else right for index, (left, right) in enumerate(run)]
    inner = [right if index % 2 == 0 else left for index, (left, right) in enumerate(run)]
    return [*inner, *reversed(outer)]


def _cut(page: Page) -> tuple[Page, Page] | None:
    """The page cut along its gutter; None where it has none, or too little stands on one side."""
    if page.width < _WIDE * page.height or page.quality.scene > _SURROUNDED:
        return None
    middle = _gutter(page)
    if middle is None:
        return None
    left, right = _part(page, 0.0, middle), _part(page, middle, page.width)
    return (left, right) if left.lines and right.lines else None


def _holds_enough(page: Page) -> bool:
    return len(page.lines) >= _FEWEST_LINES and sum(len(line.text) for line in page.lines) >= _FEWEST_CHARACTERS


def _gutter(page: Page) -> float | None:
    """Within the widest strip near the sheet's middle that no line and no table cell reaches into: the sheet's middle
    where it lies there, else the strip's."""
    printed = [line.box for line in page.lines if len(line.text) > 2 or line.confidence >= _SPECK]
    edges = sorted((max(box.x0, 0.0), box.x1) for box in [*printed, *page.cells])
    low, high = (share * page.width for share in _BETWEEN)
    reached, widest = low, (0.0, 0.0)
    for start, end in [*edges, (high, high)]:
        widest = max(widest, (min(start, high) - reached, reached))
        reached = max(reached, end)
    width, start = widest
    if width < _GUTTER * page.width:
        return None
    return page.width / 2 if start < page.width / 2 < start + width else start + width / 2


def _part(page: Page, left: float, right: float) -> Page:
    """What lies between two heights of a sheet's width, as a page of its own."""

    def within(box: Box) -> bool:
        return left <= box.cx < right

    def moved(box: Box) -> Box:
        return Box(box.x0 - left, box.y0, box.x1 - left, box.y1)

    return replace(
        page,
        number=page.number + (_SECOND if left else 0),
        width=right - left,
        lines=tuple(replace(line, box=moved(line.box)) for line in page.lines if within(line.box)),
        cells=tuple(moved(box) for box in page.cells if within(box)),
        seals=tuple(replace(seal, box=moved(seal.box)) for seal in page.seals if within(seal.box)),
        marks=tuple(moved(box) for box in page.marks if within(box)),
        pictures=tuple(moved(box) for box in page.pictures if within(box)),
        qr=tuple((text, moved(box)) for text, box in page.qr if within(box)),
    )


def _are_two(page: Page, left: Page, right: Page, kinds: Mapping[str, DocumentKind]) -> bool:
    """Whether both halves are told as documents, or one goes on with the other; a folded certificate is one page."""
    if not (_holds_enough(left) and _holds_enough(right)):
        return False
    sheets = [_told(lay_out(half), kinds) for half in (left, right)]
    said = [sheet.guess for sheet in sheets if sheet.guess is not None]
    titled = [guess for guess in said if guess.score >= TITLED]
    if len(said) == 2 and titled:
        alike = said[0].kind == said[1].kind
        kind = kinds[said[0].kind]
        if alike and len(titled) == 2 and (kind.several_pages or _each_whole(sheets, kind)):
            return True
        if not alike and all(_says_what_it_is(sheet, kinds) for sheet in sheets):
            return True
    whole = _told(lay_out(page), kinds).guess
    if whole is not None and not kinds[whole.kind].several_pages and not titled:
        return False
    central = _CENTRE[0] * page.width <= left.width <= _CENTRE[1] * page.width
    return central and (
        _is_cover(sheets[1])
        or _numbered_on(*sheets)
        or _sections_go_on(*sheets)
        or _goes_on(sheets[0], sheets[1], kinds)
    )


def _is_cover(right: Sheet) -> bool:
    """Whether the right half bears the title of a form: beside it lies the form's back, with notes or nothing much."""
    return right.guess is not None and right.guess.kind in FORMS and right.guess.score >= TITLED


def _says_what_it_is(sheet: Sheet, kinds: Mapping[str, DocumentKind]) -> bool:
    """Whether a half says of what kind it is: by its title, or by words of that kind and what it asks for."""
    said = sheet.guess
    if said is None or said.score >= TITLED:
        return said is not None
    return said.score >= _SIGNED and len(fields_announced(sheet.layout, kinds[said.kind])) >= _OWN_FIELDS


def _told(layout: Layout, kinds: Mapping[str, DocumentKind]) -> Sheet:
    guesses = classify(layout, kinds)
    return Sheet(layout, guesses, guesses[0] if guesses else None)


def _each_whole(sheets: Sequence[Sheet], kind: DocumentKind) -> bool:
    """Whether two titled halves of one kind are two papers: they ask for the same, or each says it with its day."""
    if any(_STUB.search(sheet.text) for sheet in sheets):
        return False
    asked = [fields_announced(sheet.layout, kind) for sheet in sheets]
    if len(asked[0] & asked[1]) >= _SHARED:
        return True
    if all(len(one) >= _SHARED for one in asked):
        return False
    return all(len(sheet.text) >= _PROSE and _DAY.search(sheet.text) for sheet in sheets)


def _numbered_on(left: Sheet, right: Sheet) -> bool:
    return left.number is not None and right.number is not None and abs(left.number.value - right.number.value) == 1


def _sections_go_on(left: Sheet, right: Sheet) -> bool:
    """Whether the numbered sections of a form go on from the foot of the left half to the head of the right one."""
    before, after = _sections(left), _sections(right)
    return bool(before and after) and before == sorted(before) and after == sorted(after) and before[-1] + 1 == after[0]


def _sections(half: Sheet) -> list[int]:
    """The numbers of the headings 一、基本情况, down the page, where they stand beside tables or boxes."""
    rows = half.layout.rows if half.layout.cells else ()
    found = [match for row in rows if (match := _SECTION.match(row.prose.text)) is not None]
    return [number for match in found if (number := chinese_number(match["n"])) is not None]


def _goes_on(left: Sheet, right: Sheet, kinds: Mapping[str, DocumentKind]) -> bool:
    """Whether the right half is the next page of the left one's document: a certificate goes on within its cover."""
    for printed in PUBLISHED & {sheet.guess.kind for sheet in (left, right) if sheet.guess is not None}:
        shown = [parts_of(printed, sheet.layout) for sheet in (left, right)]
        if all(shown) and shown[0] != shown[1]:
            return True
    said = left.guess
    if said is None or said.kind in PUBLISHED or not kinds[said.kind].several_pages:
        return False
    full = sum(bool(row.prose.text) for row in left.layout.flow.rows()) >= _FULL_ROWS
    tables = min(len(left.layout.cells), len(right.layout.cells)) >= _TABLE
    if said.score < TITLED or not (full or tables or said.kind in FORMS or breaks_off(left.layout, right.layout)):
        return False
    return continues(Pile(said.kind, said.title, [left]), right, kinds, frozenset())


def _of_one_make(page: Page, other: Page) -> bool:
    sides = (page.width / other.width, page.height / other.height)
    return page.file == other.file and all(abs(side - 1) <= _SAME_SIZE for side in sides)

"""Lists that a document points to, on a page of their own behind it."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from dossier.extract.classify import TITLED
from dossier.extract.sheets import Sheet
from dossier.text import find_periods
from dossier.text.regex import Regex

_ANNEX = Regex(r"附[件表][一二三四五\d]{0,2}(?:$|[:.、(])")
_LIST = Regex(r"(?:名单|名册|一览表?|汇总表|明细表)(?:\(共?[\d一二三四五六七八九十百]+[家人名个项]\))?$")
_ON_THE_NEXT_PAGE = Regex("[下次后背][页面][^,。;]{0,8}(?:名单|名册)|(?:名单|名册)[^,。;]{0,4}[下次后背][页面]")
_POINTS_TO_ANNEX = Regex(r"附[件表:]|附后|后附|见附|名单|名册")
_HEAD_ROWS = 2
_NAMED = 90
"""Similarity (0 to 100) of a list's title to what the document calls it."""


def is_annex(sheets: Sequence[Sheet], kind: str, sheet: Sheet) -> bool:
    """A list the document points to, headed 附件 or by the name the document gives it. Forms are headed so, too.

    One headed like the document that runs from a day to another of its own is another document.
    """
    said = sheet.guess
    spoken = "".join(row.prose.text for one in sheets for row in one.layout.flow.rows()[_HEAD_ROWS:])
    rows = [row.prose.text for row in sheet.layout.flow.rows()[:4] if row.prose.text]
    if not _POINTS_TO_ANNEX.search(spoken) or not rows:
        return False
    headed = any(_ANNEX.match(row) for row in rows[:_HEAD_ROWS])
    named = [row for row in rows if len(row) >= 4 and _LIST.search(row)]
    if said is not None and said.kind == kind and said.score >= TITLED:
        return headed and bool(named) and not find_periods(sheet.layout.flow.prose.text)
    if said is None and headed:
        return True
    if said is None and named and _ON_THE_NEXT_PAGE.search(spoken):
        return True
    return any(fuzz.partial_ratio(row, spoken) >= _NAMED for row in named)

"""Pages of papers, books and standards: which belong to the same one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.extract.parts import ABSTRACT
from dossier.extract.sheets import Sheet
from dossier.text import issn_problem
from dossier.text.regex import Regex

_ISSN = Regex(r"(?<![\d-])(?P<n>\d{4}-\d{3}[\dXx])(?![\d(-])")
_SAYS_ISSN = Regex(r"SSN|刊号|出版物号", re.IGNORECASE)
_OTHER_NUMBER = Regex(r"(?:编号|序号|报告号|证明号|证书号|文号|号码|电话|传真|No\.?|№)[:：\s]*$", re.IGNORECASE)
"""What stands before a number that is not a journal's: a report of retrieval bears its own."""
STANDARD_NUMBER = Regex(
    r"(?P<n>(?:DB\s?\d{2}(?:\d{2})?(?:\s?/\s?T)?|T\s?/\s?[A-Z]{2,8}|Q\s?/\s?[A-Z]{2,8}|GB(?:\s?/\s?[TZ])?|[A-Z]{2,3}(?:\s?/\s?T)?)"
    r"\s?\d{1,6}(?:\.\d+)?\s?[-—–一]\s?(?:19|20)\d\d)(?!\d)"
)
"""A standard's number: DB14/T 2345—2023, T/CECS 1123—2022, GB/T 50001—2017."""
_NUMBERED = ("paper", "standard")
"""Kinds of which every publication has a number of its own."""
_ORDER = {
    "paper": {"cover": 0, "copyright": 1, "contents": 1, "body": 2, "index": 3, "acceptance_letter": 4},
    "book": {"cover": 0, "copyright": 1, "contents": 2},
    "standard": {"cover": 0, "foreword": 1, "body": 2, "entry": 3},
}
"""The order in which the parts of a publication lie."""
ONCE = frozenset(["cover", "copyright", "index", "acceptance_letter", "entry"])
"""Parts of one page each."""


def same_publication(kind: str, pile: Sequence[Sheet], sheet: Sheet) -> bool:
    """Whether a page can lie behind the pages of a publication: the parts come in order, most of them once."""
    if (kind in _NUMBERED and _differ(kind, pile, sheet)) or _is_of_another(kind, sheet):
        return False
    order = _ORDER[kind]
    had = [part for one in pile for part in one.parts]
    if "acceptance_letter" in had or (had and "acceptance_letter" in sheet.parts):
        return False
    for part in sheet.parts:
        if part in ONCE and part in had:
            return False
        if had and order[part] < max(order[one] for one in had):
            return False
    return not ("body" in sheet.parts and "body" in had and ABSTRACT.search(sheet.text))


def _is_of_another(kind: str, sheet: Sheet) -> bool:
    """Whether a page is what only another kind of publication has once: a journal's cover behind a standard."""
    guess = sheet.guess
    told = guess is not None and guess.kind != kind and guess.kind in _ORDER
    return told and any(part in ONCE for part in sheet.parts) and all(one.kind != kind for one in sheet.guesses)


def shares_number(kind: str, pile: Sequence[Sheet], sheet: Sheet) -> bool:
    """Whether a page bears a number (ISSN, number of a standard) that the publication bears."""
    return kind in _NUMBERED and bool(_numbers(kind, _heading(kind, sheet)) & _all_numbers(kind, pile))


def _differ(kind: str, pile: Sequence[Sheet], sheet: Sheet) -> bool:
    """Whether both bear numbers and have none in common."""
    own, others = _numbers(kind, _heading(kind, sheet)), _all_numbers(kind, pile)
    return bool(own and others and not own & others)


def _heading(kind: str, sheet: Sheet) -> str:
    """Where the number is the page's own: a standard cites others in its text."""
    if kind != "standard" or "entry" in sheet.parts or "cover" in sheet.parts:
        return sheet.text
    return "".join(row.prose.text for row in sheet.layout.flow.rows()[:2] if STANDARD_NUMBER.fullmatch(row.prose.text))


def _all_numbers(kind: str, sheets: Sequence[Sheet]) -> set[str]:
    return {number for sheet in sheets for number in _numbers(kind, sheet.text)}


def _numbers(kind: str, text: str) -> set[str]:
    found = issns(text, text) if kind == "paper" else STANDARD_NUMBER.finditer(text)
    return {re.sub(r"[-—–一]", "-", match.group().upper()) for match in found}


def issns(text: str, page: str) -> list[re.Match[str]]:
    """The ISSNs in a text, as group `n`. `page`: all that stands on its page.

    Where the page speaks of no ISSN, a number like one is one only if its check digit is right.
    """
    told = _SAYS_ISSN.search(page) is not None
    numbers = (match for match in _ISSN.finditer(text) if not _OTHER_NUMBER.search(text[: match.start()]))
    return [match for match in numbers if told or issn_problem(match["n"]) is None]

"""Whether a page goes on with the document before it: by its number, its running title, its text, its form."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from dossier.extract.annexes import is_annex
from dossier.extract.behind_covers import goes_with_cover
from dossier.extract.classify import TITLED
from dossier.extract.headlines import PLATE_ROWS, title_lines
from dossier.extract.labels import LabelFinder
from dossier.extract.layout import Layout
from dossier.extract.listed import listed_title
from dossier.extract.parts import PUBLISHED
from dossier.extract.publication import same_publication
from dossier.extract.sentences import closing, signing_rows
from dossier.extract.sheets import Sheet, breaks_off, counts_on, is_continued, numbers_on, tells_of_use
from dossier.extract.vocabulary import NUMBERED
from dossier.extract.vote import GENERIC, SECTIONS
from dossier.policy import DocumentKind
from dossier.text.regex import Regex

FORMS = ("review_form", "initial_form")
_HEADINGS = 2
"""Section headings of a form that make a page behind it its continuation."""
_SMALL = 1.6
"""Prominence at most of a heading inside a form: larger than the print or centred, but not both."""
_FORM_CELLS = 4
"""Table cells that make a page with a form's section heading a page of that form."""
_FORM_LABELS = 3
"""Labels of a form on a page that make it a page of that form."""
_HEADING = 18
"""Letters of a section's heading at most."""
_REPEATED = 0.6
"""Share of a page's labels that its document has had already, from which it is another document's first page."""
_TOP = 0.2
"""Share of the page's height above which a title is the page's."""
_LARGE = 2.0
"""Prominence from which a heading is larger than the page's print and centred."""
_PAPER = Regex(
    r"(?:证明|证书|目录|清单|函|信|报告|通知|决定|协议书?|合同|说明|意见书?|承诺书?|总结|公示|公告|聘书|申报表|审批表|登记表)$"
)
"""How the names of papers end."""
_DOCUMENT = Regex(r"(?:证明|证书|目录|清单)$")
"""How the titles of documents end, and headings inside a form do not."""
_SIGNATURE = Regex(r"(?:申报|申请|填表|被评审|参评|承诺|本)人\(?(?:亲笔|手写)?签[名字章]")
_COVER_ROWS = 22
_ALIKE = 86
"""Similarity (0 to 100) of two running titles that are the same."""
_SAME_ENDING = 4
"""Characters at the end of a running title that make it the document's: …>材料填报>工作总结."""


@dataclass
class Pile:
    """The sheets of one document, in the order found."""

    kind: str
    title: str
    sheets: list[Sheet] = field(default_factory=list)

    @property
    def last(self) -> Sheet:
        return self.sheets[-1]

    @property
    def text(self) -> str:
        return "".join(sheet.text for sheet in self.sheets)


def continues(pile: Pile, sheet: Sheet, kinds: Mapping[str, DocumentKind], common: Collection[str]) -> bool:
    """Whether a page belongs to the document before it. `common`: running titles that say nothing (see sheets)."""
    if pile.kind == "unknown" or not sheet.layout.page.lines or _begins_anew(pile, sheet):
        return False
    kind = kinds[pile.kind]
    if is_annex(pile.sheets, pile.kind, sheet) or (
        pile.kind == "catalogue" and counts_on(pile.last.layout, sheet.layout)
    ):
        return True
    said = sheet.guess
    if pile.kind in PUBLISHED and (said is None or said.kind == pile.kind or said.score < TITLED):
        return same_publication(pile.kind, pile.sheets, sheet) and (
            _same_file(pile, sheet)
            or _says_so(pile, sheet, kind, common)
            or (said is not None and said.kind == pile.kind)
            or listed_title([one.layout for one in pile.sheets], sheet.layout) is not None
        )
    if said is not None and said.kind == pile.kind and said.score >= TITLED:
        return _goes_on_though_titled(pile, sheet, kind, common)
    if _is_out_of_turn(pile, sheet):
        return False
    if said is None and _same_file(pile, sheet) and _is_only_opened(pile):
        return True
    if said is None and _is_only_a_cover(pile) and goes_with_cover(kind, sheet.layout, kinds):
        return True
    if said is not None and said.kind == pile.kind and not kind.several_pages:
        return _is_only_opened(pile) or _is_next_number(pile, sheet) or is_continued(sheet.layout)
    if _is_of_its_own(pile, sheet):
        return False
    next_number = _is_next_number(pile, sheet)
    if next_number and bears_its_title(pile, sheet, common):
        return True
    section = (_same_file(pile, sheet) or next_number) and is_section_of_form(pile, sheet, kinds)
    if _says_so(pile, sheet, kind, common):
        return said is None or said.score < TITLED or section
    if not _same_file(pile, sheet) or not kind.several_pages or _lies_otherwise(pile, sheet):
        return False
    if _is_headed_anew(pile, sheet):
        return False
    if said is None or said.kind == pile.kind:
        return True
    return said.score < TITLED or section


def _same_file(pile: Pile, sheet: Sheet) -> bool:
    return pile.last.layout.page.file == sheet.layout.page.file


def _lies_otherwise(pile: Pile, sheet: Sheet) -> bool:
    """Upright where the page before lies across, or the other way round: not gone on with without a word."""
    before, page = pile.last.layout.page, sheet.layout.page
    return (before.width > before.height) is not (page.width > page.height)


def _is_of_its_own(pile: Pile, sheet: Sheet) -> bool:
    """Words that only another kind has, on a page without a table and without the next number."""
    said = sheet.guess
    other = said is not None and said.kind != pile.kind and said.title == ""
    return other and len(sheet.layout.cells) <= _FORM_CELLS and not _is_next_number(pile, sheet)


def _is_headed_anew(pile: Pile, sheet: Sheet) -> bool:
    """A heading in large letters that names a paper, behind a page that unit and date have signed, or over a table.

    One that is no more than 证明 or 说明 is no heading inside a document, signed or not.
    """
    large = [line for line in title_lines(sheet.layout) if line.fraction <= _TOP and line.prominence >= _LARGE]
    if any(GENERIC.fullmatch(line.text) for line in large):
        return True
    ended = closing(signing_rows(pile.last.layout.rows))[1] is not None
    table = not pile.last.layout.cells and len(sheet.layout.cells) >= _FORM_CELLS
    return (ended or table) and any(_PAPER.search(line.bare) for line in large)


def _is_next_number(pile: Pile, sheet: Sheet) -> bool:
    last, number = pile.last.number, sheet.number
    return last is not None and number is not None and number.value == last.value + 1


def _begins_anew(pile: Pile, sheet: Sheet) -> bool:
    """A page numbered 1 begins a document, unless all before it is an unnumbered cover, or it is another part of a
    publication: each part counts its own pages.
    """
    if pile.kind in PUBLISHED and sheet.parts and not {*sheet.parts} & {*pile.last.parts}:
        return False
    return sheet.number is not None and sheet.number.value == 1 and not _is_only_a_cover(pile)


def _is_out_of_turn(pile: Pile, sheet: Sheet) -> bool:
    """Numbers that do not follow on one another, or a document that has said it is complete."""
    last, number = pile.last.number, sheet.number
    if last is not None and last.of is not None and last.value == last.of:
        return True
    if number is None:
        return False
    if last is not None:
        return number.value != last.value + 1
    return number.value > len(pile.sheets) + 1


def _goes_on_though_titled(pile: Pile, sheet: Sheet, kind: DocumentKind, common: Collection[str]) -> bool:
    """A form that bears its title on every page: by its number, or because it asks for other things than before."""
    if sheet.number is not None and sheet.number.value > 1:
        return not _is_out_of_turn(pile, sheet)
    table = len(sheet.layout.cells) >= _FORM_CELLS
    if _is_only_opened(pile) and _same_file(pile, sheet) and (table or not is_cover(sheet.layout)):
        return True
    if not kind.several_pages:
        return False
    if _is_only_a_cover(pile) and not is_cover(sheet.layout):
        return True
    if pile.kind not in FORMS:
        return False
    asked = fields_announced(sheet.layout, kind)
    before = {name for one in pile.sheets for name in fields_announced(one.layout, kind)}
    if not asked:
        return len(sheet.layout.cells) >= _FORM_CELLS
    return len(asked & before) < _REPEATED * len(asked)


def _is_only_a_cover(pile: Pile) -> bool:
    return len(pile.sheets) == 1 and pile.last.number is None and is_cover(pile.last.layout)


def _is_only_opened(pile: Pile) -> bool:
    """The cover of a booklet, and its first pages so far: nothing of them is titled but the cover."""
    cover, *others = pile.sheets
    plate = len(cover.layout.cells) <= 1 and len(cover.layout.flow.rows()) <= PLATE_ROWS
    bare = plate and not cover.layout.page.seals
    untitled = all(sheet.guess is None and (is_cover(sheet.layout) or tells_of_use(sheet.layout)) for sheet in others)
    return bare and pile.title != "" and is_cover(cover.layout) and cover.number is None and untitled


def is_cover(layout: Layout) -> bool:
    """A title and a few words in much empty room, and no sentence."""
    rows = [row for row in layout.flow.rows() if row.prose.text]
    return len(rows) <= _COVER_ROWS and not any("。" in row.text for row in rows) and len(layout.cells) <= _COVER_ROWS


def _says_so(pile: Pile, sheet: Sheet, kind: DocumentKind, common: Collection[str]) -> bool:
    """What a page itself says of going on: also across files, for photos come one page a file."""
    last, number = pile.last.number, sheet.number
    if number is not None and last is not None:
        return number.value == last.value + 1
    return bears_its_title(pile, sheet, common) or goes_on_with(pile, sheet, kind)


def bears_its_title(pile: Pile, sheet: Sheet, common: Collection[str]) -> bool:
    """Whether the page's running title is the document's: one a page before it bears, or its own title."""
    if not sheet.head or sheet.head in common:
        return False
    heads = [one.head for one in pile.sheets if one.head]
    if any(fuzz.ratio(sheet.head, head) >= _ALIKE for head in heads):
        return True
    title = re.sub(r"[\d\W]", "", pile.title)
    return len(title) >= _SAME_ENDING and title[-_SAME_ENDING:] == sheet.head[-_SAME_ENDING:]


def goes_on_with(pile: Pile, sheet: Sheet, kind: DocumentKind) -> bool:
    """A page that says 续, that finishes the sentence before it, or has the form's own headings and labels."""
    if is_continued(sheet.layout) and (sheet.guess is None or sheet.guess.kind == pile.kind):
        return True
    prose = sheet.guess is None and kind.several_pages
    if prose and (breaks_off(pile.last.layout, sheet.layout) or numbers_on(pile.sheets, sheet)):
        return True
    if any(section in sheet.text for section in kind.sections) and len(sheet.layout.cells) >= _FORM_CELLS:
        return True
    if pile.kind in FORMS and prose and is_headed_by_section(sheet, kind):
        return True
    form = pile.kind in FORMS and len(sheet.layout.cells) >= _FORM_CELLS
    return form and len(fields_announced(sheet.layout, kind)) >= _FORM_LABELS


def is_headed_by_section(sheet: Sheet, kind: DocumentKind) -> bool:
    """Whether the first words of a page are the heading of a section of the form: 任现职期间工作业绩."""
    head = next((row.prose.text for row in sheet.layout.rows if row.prose.text), "")
    return len(head) <= _HEADING and any(section in head for section in kind.sections)


def fields_announced(layout: Layout, kind: DocumentKind) -> set[str]:
    """A kind's fields that have their label on the page."""
    finder = LabelFinder.of(kind)
    return {name for name, _ in finder.candidates(layout)}


def is_section_of_form(pile: Pile, sheet: Sheet, kinds: Mapping[str, DocumentKind]) -> bool:
    """Headings inside a form (单位鉴定意见, 年度考核情况) are no titles: small, low, or not a whole title."""
    guess = sheet.guess
    if guess is None or pile.kind not in FORMS or guess.kind not in SECTIONS:
        return False
    if _opens_with_a_signature(sheet.layout):
        return True
    ruled = len(pile.last.layout.cells) >= _FORM_CELLS
    own = _DOCUMENT.search(guess.title) is not None or (ruled and not sheet.layout.cells)
    if own and guess.fraction <= _TOP and guess.prominence >= 1.0:
        return False
    headings = sum(section in sheet.text for section in kinds["review_form"].sections)
    if headings >= _HEADINGS and len(sheet.layout.rows) > 1:
        return True
    whole = guess.title in kinds[guess.kind].titles
    return guess.fraction > _TOP or not (whole or guess.prominence >= 2.6)


def _opens_with_a_signature(layout: Layout) -> bool:
    """Whether the applicant's signature stands first on a page, which ends what a page before it says."""
    head = next((row.prose.text for row in layout.rows if row.prose.text), "")
    return _SIGNATURE.match(head) is not None


def is_tail_of_form(sheet: Sheet, kinds: Mapping[str, DocumentKind]) -> bool:
    """Whether a page without a title as large as a document's is headed by several sections of a review form.

    Such a page lies apart from its form where each page is a file of its own.
    """
    guess = sheet.guess
    if guess is None or guess.kind not in SECTIONS or guess.prominence > _SMALL:
        return False
    headings = {NUMBERED.sub("", row.prose.text) for row in sheet.layout.rows}
    headings |= {cell.text for cell in sheet.layout.cells}
    return len(headings & set(kinds["review_form"].sections)) >= _HEADINGS

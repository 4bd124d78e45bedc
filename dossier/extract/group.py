"""Pages to documents: where one ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from rapidfuzz import fuzz

from dossier.extract.classify import Guess, classify, title_lines
from dossier.extract.labels import LabelFinder
from dossier.extract.layout import Layout
from dossier.extract.photo import looks_like_photo
from dossier.model import Page
from dossier.policy import DocumentKind

_PAGE_NUMBER = re.compile(r"第(\d{1,3})页|(?:^|\D)(\d{1,3})/\d{1,3}(?:$|\D)|^[-·]?(\d{1,3})[-·]?$")
_HEADINGS = 2
"""Section headings of a form that make a page behind it its continuation."""
_MOST_LABELS = 9
"""Fields of a review form on one page, by which it is known without a title."""
_LEAST_SCORE = 12.0
"""Score below which a guess is none."""
_TABLE_CELLS = 10
"""A page ruled into so many cells is a form, though it asks for what an identity card says."""
_SURROUNDINGS = 0.12
"""Share of a picture that is not paper, from which it shows more than a sheet."""
_OFF_SHEET = 0.05
"""How far the ratio of a page's sides may be from an A sheet's."""
_FORM_CELLS = 4
"""Table cells that make a page with a form's section heading a page of that form."""
_FORM_LABELS = 3
"""Labels of a form on a page that make it a page of that form."""
_SECTIONS = frozenset(
    [
        "unit_opinion",
        "pledge",
        "annual_assessment",
        "continuing_education",
        "publicity_result",
        "work_summary",
        "achievement",
        "paper",
        "award",
        "project",
        "appointment",
        "catalogue",
        "conduct",
    ]
)
"""Kinds whose names also head sections of a review form."""
_READABLE = 0.6
"""Mean confidence below which a page's words cannot rule any kind out."""


@dataclass
class Draft:
    """A document in the making."""

    kind: str
    title: str
    layouts: list[Layout] = field(default_factory=list)
    may_be: tuple[str, ...] = ()
    """For an unknown page: the kinds it was not ruled out to be."""


def group(layouts: Sequence[Layout], kinds: Mapping[str, DocumentKind]) -> list[Draft]:
    """Documents in the order of the dossier. Every page is in exactly one."""
    drafts: list[Draft] = []
    usual_scene = median(layout.page.quality.scene for layout in layouts) if layouts else 0.0
    for layout in layouts:
        guesses = classify(layout, kinds)
        guess = _settle(guesses, layout, usual_scene)
        previous = next((draft for draft in reversed(drafts) if not draft.layouts[-1].page.quality.blank), None)
        if previous is not None and _continues(previous, layout, guess, kinds):
            previous.layouts.append(layout)
        elif guess is None and _asks_what_a_form_asks(layout, kinds):
            form = next((draft for draft in reversed(drafts) if _inside_form(draft)), None)
            if form is None:
                drafts.append(Draft("review_form", "", [layout]))
            else:
                form.layouts.append(layout)
        elif guess is None:
            drafts.append(Draft("unknown", "", [layout], _not_ruled_out(layout, kinds)))
        else:
            drafts.append(Draft(guess.kind, guess.title, [layout]))
    _tell_photos_from_notices(drafts)
    return _join_card_sides(drafts)


def _settle(guesses: Sequence[Guess], layout: Layout, usual_scene: float) -> Guess | None:
    if looks_like_photo(layout, usual_scene):
        return Guess("publicity_photo", 30.0)
    best = guesses[0] if guesses and guesses[0].score >= _LEAST_SCORE else None
    if best is not None and best.kind == "id_card" and len(layout.cells) >= _TABLE_CELLS:
        return None
    return best


def _continues(previous: Draft, layout: Layout, guess: Guess | None, kinds: Mapping[str, DocumentKind]) -> bool:
    """Whether a page belongs to the document before it: same file, a kind of several pages, no title of its own."""
    before = previous.layouts[-1].page
    if previous.kind == "unknown" or not kinds[previous.kind].several_pages or not layout.page.lines:
        return False
    if before.file != layout.page.file and not _follows(previous, layout, kinds[previous.kind]):
        return False
    if guess is None:
        return not _starts_over(layout)
    if guess.kind == previous.kind:
        return _own_number(layout) not in (None, 1) or guess.score < 20
    if guess.title == "" and len(layout.cells) <= 4:
        return False
    weak = guess.score < 20 or (_inside_form(previous) and _is_section_of_form(guess, layout, kinds))
    return weak and not _starts_over(layout)


def _is_section_of_form(guess: Guess, layout: Layout, kinds: Mapping[str, DocumentKind]) -> bool:
    """Headings inside a form (单位鉴定意见, 年度考核情况) are no titles: small, low, or not a whole title."""
    if guess.kind not in _SECTIONS:
        return False
    headings = sum(section in layout.flow.prose.text for section in kinds["review_form"].sections)
    if headings >= _HEADINGS and len(layout.rows) > 1:
        return True
    whole = guess.title in kinds[guess.kind].titles
    return guess.fraction > 0.2 or not (whole or guess.prominence >= 2.6)


def _follows(previous: Draft, layout: Layout, kind: DocumentKind) -> bool:
    """Whether a page of another file goes on where the document stopped: photos come one page a file.

    It must say so itself: by the next page number, or (a form) by several of the form's own labels.
    """
    number, last = _own_number(layout), _own_number(previous.layouts[-1])
    if number is not None and last is not None:
        return number == last + 1
    if any(section in layout.flow.prose.text for section in kind.sections) and len(layout.cells) >= _FORM_CELLS:
        return True
    if not _inside_form(previous):
        return False
    return _fields_announced(layout, kind) >= _FORM_LABELS


def _asks_what_a_form_asks(layout: Layout, kinds: Mapping[str, DocumentKind]) -> bool:
    """An untitled page with most of a review form's labels is the form's, wherever it lies."""
    return _fields_announced(layout, kinds["review_form"]) >= _MOST_LABELS


def _fields_announced(layout: Layout, kind: DocumentKind) -> int:
    """How many of a kind's fields have their label on the page."""
    finder = LabelFinder({name: spec.labels for name, spec in kind.fields.items() if spec.labels})
    return len({name for name, _ in finder.candidates(layout)})


def _inside_form(previous: Draft) -> bool:
    return previous.kind in ("review_form", "initial_form")


def _starts_over(layout: Layout) -> bool:
    return _own_number(layout) == 1


def _own_number(layout: Layout) -> int | None:
    """The page number printed at the foot or head, where there is one."""
    height = layout.page.height
    for row in reversed(layout.rows):
        spot = row.spot()
        if spot and (spot.box.cy > 0.9 * height or spot.box.cy < 0.08 * height):
            match = _PAGE_NUMBER.search(row.prose.text)
            if match:
                return int(next(number for number in match.groups() if number))
    return None


def _not_ruled_out(layout: Layout, kinds: Mapping[str, DocumentKind]) -> tuple[str, ...]:
    """A page whose words are legible is only what its words allow; one that is not may be anything."""
    page = layout.page
    if page.quality.blank:
        return ()
    text = layout.flow.prose.text
    sure = sum(line.confidence * len(line.text) for line in page.lines) / max(sum(len(x.text) for x in page.lines), 1)
    if page.method == "none" or len(text) < 6 or sure < _READABLE:
        return tuple(kind for kind in kinds if kind != "unknown")
    heads = "".join(row.prose.text for row in layout.rows[:3]) + "".join(line.text for line in title_lines(layout))
    return tuple(kind.kind for kind in kinds.values() if any(word in heads for word in kind.hints))


def _tell_photos_from_notices(drafts: list[Draft]) -> None:
    """Of two pages with the same notice, the one with more surroundings, or of another shape, is the photograph."""
    notices = [draft for draft in drafts if draft.kind == "publicity_notice"]
    for draft in notices:
        for other in notices:
            if draft is other or draft.kind != "publicity_notice" or other.kind != "publicity_notice":
                continue
            alike = fuzz.ratio(draft.layouts[0].flow.prose.text, other.layouts[0].flow.prose.text) > 72
            if alike and _photo_likeness(draft.layouts[0].page) > _photo_likeness(other.layouts[0].page):
                draft.kind = "publicity_photo"


def _photo_likeness(page: Page) -> tuple[bool, bool]:
    """Whether a page has surroundings and is not shaped like a sheet."""
    ratio = max(page.width, page.height) / max(min(page.width, page.height), 1.0)
    return (page.quality.scene > _SURROUNDINGS, abs(ratio - 2**0.5) > _OFF_SHEET)


def _join_card_sides(drafts: list[Draft]) -> list[Draft]:
    """Front and back of one identity card on two pages are one document."""
    joined: list[Draft] = []
    for draft in drafts:
        front = next(
            (other for other in joined if other.kind == draft.kind == "id_card" and _sides(other) != _sides(draft)),
            None,
        )
        if front is not None and len(_sides(front)) == 1 and len(_sides(draft)) == 1:
            front.layouts.extend(draft.layouts)
        else:
            joined.append(draft)
    return joined


def card_sides(text: str) -> list[str]:
    """Which sides of an identity card a text holds."""
    front = "公民身份号码" in text or ("住址" in text and "民族" in text)
    back = "签发机关" in text or "有效期限" in text
    return [side for side, there in (("front", front), ("back", back)) if there]


def _sides(draft: Draft) -> list[str]:
    return card_sides("".join(layout.flow.prose.text for layout in draft.layouts))

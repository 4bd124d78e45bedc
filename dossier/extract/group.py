"""Pages to documents: where one ends and the next begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import median

from dossier.extract.announcing import announced
from dossier.extract.classify import TITLED, Guess, classify
from dossier.extract.continuation import FORMS, Pile, continues, fields_announced, is_tail_of_form
from dossier.extract.covers import with_covers
from dossier.extract.draft import Draft
from dossier.extract.headlines import title_lines
from dossier.extract.layout import Layout
from dossier.extract.parts import PUBLISHED, parts_of
from dossier.extract.photo import looks_like_photo, tell_photos_from_notices
from dossier.extract.sheets import Sheet, common_heads, headings, numbers_on
from dossier.extract.torn import put_back
from dossier.extract.vote import untitled_vote, votes
from dossier.policy import DocumentKind
from dossier.text.regex import Regex

__all__ = ["Draft", "card_sides", "group"]

_MOST_LABELS = 9
"""Fields of a review form on one page, by which it is known without a title."""
_LEAST_SCORE = 12.0
"""Score below which a guess is none."""
_RIVAL = 15.0
"""A title speaks for another kind as well where that kind's score is no more than this below the best."""
_NEAR = 4.0
"""Of guesses so near one another, the one that goes on with the document before is taken."""
_MAY_BE = 2
"""Phrases of a kind on a page that do not tell it, but allow it."""
_TIE = 1.5
"""Guesses so near one another are a tie, which the file's name breaks."""
_INSTRUCTIONS = Regex("填(?:表|写)?(?:说明|须知)|填表要求")
_READABLE = 0.6
"""Mean confidence below which a page's words cannot rule any kind out."""


def group(layouts: Sequence[Layout], kinds: Mapping[str, DocumentKind]) -> list[Draft]:
    """Documents in the order of the dossier. Every page is in exactly one."""
    usual_scene = median(layout.page.quality.scene for layout in layouts) if layouts else 0.0
    sheets = []
    for layout in layouts:
        guesses = classify(layout, kinds)
        told = _by_file_name(guesses, layout.page.file, kinds)
        sheets.append(Sheet(layout, guesses, _settle(told, layout, usual_scene)))
    common = common_heads(sheets)
    with_form = any(s.guess is not None and s.guess.kind in FORMS and s.guess.score >= TITLED for s in sheets)
    piles: list[Pile] = []
    for sheet in sheets:
        previous = next((pile for pile in reversed(piles) if not pile.last.layout.page.quality.blank), None)
        if with_form and previous is not None and is_tail_of_form(sheet, kinds):
            _give_to_form(piles, sheet)
            continue
        _resolve(sheet, previous)
        goes_on = previous is not None and continues(previous, sheet, kinds, common)
        if previous is not None and goes_on and not _numbers_on_elsewhere(piles, previous, sheet, kinds):
            _tell_parts(sheet, previous.kind)
            previous.sheets.append(sheet)
            if not previous.title and sheet.guess is not None and sheet.guess.kind == previous.kind:
                previous.title = sheet.guess.title
        elif sheet.guess is None and (_tells_how_to_fill_in(sheet) or _asks_what_a_form_asks(sheet.layout, kinds)):
            _give_to_form(piles, sheet, "review_form")
        elif sheet.guess is None:
            piles.append(Pile("unknown", "", [sheet]))
        else:
            piles.append(Pile(sheet.guess.kind, sheet.guess.title, [sheet]))
    drafts = [_draft(pile, kinds) for pile in _voted(with_covers(put_back(piles, kinds, common)), kinds)]
    tell_photos_from_notices(drafts, [layout.page for layout in layouts])
    return _join_card_sides(drafts)


def _give_to_form(piles: list[Pile], sheet: Sheet, kind: str = "unknown") -> None:
    """Put a page of a form behind the form; where that has not come yet the page is a pile of this kind for now."""
    form = next((pile for pile in reversed(piles) if pile.kind in FORMS), None)
    if form is None:
        piles.append(Pile(kind, "", [sheet]))
    else:
        form.sheets.append(sheet)


def _numbers_on_elsewhere(
    piles: Sequence[Pile], previous: Pile, sheet: Sheet, kinds: Mapping[str, DocumentKind]
) -> bool:
    """An untitled page of prose whose first heading (七、) follows the last of another document, and this has none."""
    if sheet.guess is not None or sheet.layout.cells or headings(previous.sheets):
        return False
    if sheet.number is not None and sheet.number.value > 1:
        return False
    return any(kinds[pile.kind].several_pages and numbers_on(pile.sheets, sheet) for pile in piles)


def _voted(piles: list[Pile], kinds: Mapping[str, DocumentKind]) -> list[Pile]:
    """The piles, with those that nothing else tells by the phrases they clearly have."""
    for pile in piles:
        if pile.kind == "unknown" and pile.sheets[0].text:
            pile.kind = untitled_vote(pile.text, kinds) or _announced(pile, kinds) or pile.kind
    return piles


def _announced(pile: Pile, kinds: Mapping[str, DocumentKind]) -> str | None:
    """The kind of a paper that publishes or reports on it; what a form's sections say of a publication is its own."""
    if any(section in pile.text for section in kinds["review_form"].sections):
        return None
    return announced([sheet.layout.flow for sheet in pile.sheets])


def _draft(pile: Pile, kinds: Mapping[str, DocumentKind]) -> Draft:
    layouts = [sheet.layout for sheet in pile.sheets]
    may_be = _not_ruled_out(layouts[0], kinds) if pile.kind == "unknown" else _titled_as_well(pile)
    return Draft(pile.kind, pile.title, layouts, may_be)


def _titled_as_well(pile: Pile) -> tuple[str, ...]:
    """Other kinds that a prominent title on the pile's first page speaks for; a photograph shows a notice anyway."""
    guesses = pile.sheets[0].guesses
    least = max(TITLED, guesses[0].score - _RIVAL) if guesses else TITLED
    titled = (guess for guess in guesses if guess.score >= least and guess.prominence >= 1)
    own = {"publicity_notice", "publicity_photo"} if pile.kind == "publicity_photo" else {pile.kind}
    return tuple(sorted({guess.kind for guess in titled} - own))


def _settle(guesses: Sequence[Guess], layout: Layout, usual_scene: float) -> Guess | None:
    best = guesses[0] if guesses and guesses[0].score >= _LEAST_SCORE else None
    titled = best.kind if best is not None and best.score >= TITLED and best.prominence >= 1 else ""
    other, result = titled != "" and not titled.startswith("publicity"), titled == "publicity_result"
    if looks_like_photo(layout, usual_scene, titled_otherwise=other, titled_as_result=result):
        return Guess("publicity_photo", 30.0)
    return best


def _by_file_name(guesses: Sequence[Guess], file: str, kinds: Mapping[str, DocumentKind]) -> list[Guess]:
    """The guesses, and of those hardly apart the one first that the file is named after: a name only breaks a tie.

    What the best guess's own title says too tells nothing: 情况说明 of a 公示的情况说明.
    """
    tied = [guess for guess in guesses if guess.score >= guesses[0].score - _TIE]
    titles = {guess.kind: (*kinds[guess.kind].titles, kinds[guess.kind].zh) for guess in tied}
    named = {
        kind: max((len(title) for title in own if title in file and title not in guesses[0].title), default=0)
        for kind, own in titles.items()
    }
    return [*sorted(tied, key=lambda guess: -named[guess.kind]), *guesses[len(tied) :]]


def _resolve(sheet: Sheet, previous: Pile | None) -> None:
    """Of guesses without a title that are near one another, the kind of the document before; then the page's parts."""
    best = sheet.guess
    if best is None:
        return
    if previous is not None and previous.kind != best.kind and best.score < TITLED:
        same = next((guess for guess in sheet.guesses if guess.kind == previous.kind), None)
        if same is not None and same.score >= best.score - _NEAR:
            sheet.guess = replace(same)
    _tell_parts(sheet, sheet.guess.kind if sheet.guess else "")


def _tell_parts(sheet: Sheet, kind: str) -> None:
    sheet.parts = tuple(parts_of(kind, sheet.layout)) if kind in PUBLISHED else ()


def _tells_how_to_fill_in(sheet: Sheet) -> bool:
    """Whether a page is headed 填表说明, as that on the back of a form's cover is; other forms have but a note."""
    return any(_INSTRUCTIONS.fullmatch(row.prose.text) for row in sheet.layout.flow.rows()[:3])


def _asks_what_a_form_asks(layout: Layout, kinds: Mapping[str, DocumentKind]) -> bool:
    """An untitled page with most of a review form's labels is the form's, wherever it lies."""
    return len(fields_announced(layout, kinds["review_form"])) >= _MOST_LABELS


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
    voted = {kind for kind, _, hits in votes(text, kinds) if hits >= _MAY_BE}
    return tuple(
        kind.kind for kind in kinds.values() if kind.kind in voted or any(word in heads for word in kind.hints)
    )


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

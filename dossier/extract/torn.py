"""Pages of a document that lie elsewhere: put back where their numbers, titles and forms say they belong."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from dossier.extract.continuation import FORMS, Pile, bears_its_title, fields_announced
from dossier.extract.parts import PUBLISHED, parts_of
from dossier.extract.publication import same_publication, shares_number
from dossier.extract.sheets import Sheet, is_continued, numbers_on
from dossier.extract.vote import untitled_vote
from dossier.policy import DocumentKind

_FORM_CELLS = 4
_MOST_LABELS = 9
"""Fields of a review form on one page, by which it is known without a title."""
_ENOUGH = 2.0
"""Points of evidence from which a page is put back."""


def put_back(piles: Sequence[Pile], kinds: Mapping[str, DocumentKind], common: Collection[str]) -> list[Pile]:
    """The piles, with those that only go on with another put behind it."""
    kept = list(piles)
    for pile in piles:
        if not _goes_on(pile):
            continue
        others = [host for host in kept if host is not pile]
        hosts = [(_evidence(host, pile, kinds, common), -_distance(piles, host, pile), host) for host in others]
        best = max(hosts, key=lambda item: item[:2], default=None)
        if best is not None and best[0] >= _ENOUGH:
            going = [*_between(piles, kept, best[2], pile), pile]
            best[2].sheets += [sheet for one in going for sheet in one.sheets]
            kept = [other for other in kept if all(other is not one for one in going)]
    return kept


def _between(piles: Sequence[Pile], kept: Sequence[Pile], form: Pile, pile: Pile) -> list[Pile]:
    """The one page that nothing tells and that lies between a form and its next page: the form's, too."""
    if form.kind not in FORMS:
        return []
    triples = zip(piles, piles[1:], piles[2:], strict=False)
    one = next((one for before, one, behind in triples if before is form and behind is pile), None)
    untold = one is not None and one.kind == "unknown" and len(one.sheets) == 1 and any(one is each for each in kept)
    return [one] if one is not None and untold else []


def _distance(piles: Sequence[Pile], one: Pile, other: Pile) -> int:
    order = [id(pile) for pile in piles]
    return abs(order.index(id(one)) - order.index(id(other)))


def _goes_on(pile: Pile) -> bool:
    """A pile without a first page: unknown, without a title of its own, or numbered from the middle."""
    first = pile.sheets[0]
    if not first.layout.page.lines or first.layout.page.quality.blank:
        return False
    if pile.kind == "unknown":
        return True
    if pile.kind in PUBLISHED:
        return "cover" not in first.parts and "acceptance_letter" not in first.parts
    numbered = first.number is not None and first.number.value > 1
    return numbered or is_continued(first.layout) or not pile.title


def _evidence(host: Pile, pile: Pile, kinds: Mapping[str, DocumentKind], common: Collection[str]) -> float:
    """Points for the page going on with the host; from `_ENOUGH` on it does."""
    kind, first = kinds[host.kind], pile.sheets[0]
    if host.kind == "unknown" or (pile.kind not in ("unknown", host.kind)):
        return 0.0
    if host.kind in PUBLISHED:
        return _evidence_in_print(host, first)
    if not kind.several_pages or untitled_vote(first.text, kinds) not in (None, host.kind):
        return 0.0
    points = 0.0
    last, number = host.last.number, first.number
    if number is not None:
        expected = last.value + 1 if last is not None else len(host.sheets) + 1
        if number.value != expected:
            return 0.0
        points += 1.0 if last is not None else 0.5
    points += 2.0 * bears_its_title(host, first, common)
    points += 1.0 * is_continued(first.layout)
    points += 2.0 * numbers_on(host.sheets, first)
    if any(section in first.text for section in kind.sections) and len(first.layout.cells) >= _FORM_CELLS:
        points += 2.0
    if host.kind in FORMS and len(fields_announced(first.layout, kind)) >= _MOST_LABELS:
        points += 2.0
    return points + _same_words(host, first)


def _evidence_in_print(host: Pile, sheet: Sheet) -> float:
    parts = tuple(parts_of(host.kind, sheet.layout))
    told = Sheet(sheet.layout, sheet.guesses, sheet.guess, parts)
    if "cover" in parts or not same_publication(host.kind, host.sheets, told):
        return 0.0
    told_by_part = (2.0 if host.kind == "book" else 1.0) * bool(parts)
    return told_by_part + 2.0 * shares_number(host.kind, host.sheets, told)


def _same_words(host: Pile, sheet: Sheet) -> float:
    """What the parties of a contract are called on every page of it."""
    if host.kind == "employment_contract" and "甲方" in sheet.text and "乙方" in sheet.text:
        return 1.5
    return 0.0

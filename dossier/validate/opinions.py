"""The unit's opinion, inside the form or on a sheet of its own, as FRM-04, FRM-05 and FRM-07 look at it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.model import Document, PageRef, Seal, Value
from dossier.text import Agreement, agreement
from dossier.validate.case import Case
from dossier.validate.seals import SealState, seal_state, unit_seals

FORMS = ("review_form", "initial_form")
_VERDICTS = {True: Agreement.AGREES, False: Agreement.NONE}


@dataclass(frozen=True)
class Opinion:
    """One place where the unit says whether it recommends."""

    document: Document
    said: Value | None
    """The words in the form, yes or no on a sheet of its own; None: nothing was found there."""
    sealed: Value | None

    @property
    def own_sheet(self) -> bool:
        return self.document.kind not in FORMS

    @property
    def blank(self) -> bool:
        """Whether the place is there and empty."""
        return self.said is not None and self.said.reason == "blank"

    @property
    def verdict(self) -> Agreement | None:
        """None where nothing was read with a meaning."""
        if self.said is None or not self.said.known:
            return None
        if isinstance(self.said.value, bool):
            return Agreement.REFUSES if self._refused() else _VERDICTS[self.said.value]
        return agreement(str(self.said.value))

    def _refused(self) -> bool:
        return self.said is not None and self.said.value is False and agreement(self.said.raw) is Agreement.REFUSES

    @property
    def where(self) -> str:
        """How a message calls it."""
        return (
            self.document.title or "单位鉴定意见"
            if self.own_sheet
            else f"{self.document.title or '评审表'}的单位意见栏"
        )

    @property
    def state(self) -> SealState:
        """What seals lie at the opinion. In a form only what the reader found at the place counts."""
        if self.own_sheet:
            return seal_state(self.document)
        if self.sealed is None:
            return SealState.UNKNOWN
        if isinstance(self.sealed.value, bool):
            return SealState.RED if self.sealed.value else SealState.NONE
        return SealState.DOUBTFUL

    def seals(self) -> list[tuple[PageRef, Seal]]:
        """The unit seals at the opinion; in a form those that touch the place where one was found, on its page."""
        found = [(ref, seal) for ref, seal in self.document.seals if seal in unit_seals(self.document)]
        if self.own_sheet or self.sealed is None:
            return found if self.own_sheet else []
        place = self.sealed.box
        here = [(ref, seal) for ref, seal in found if (ref.file, ref.page) == (self.sealed.file, self.sealed.page)]
        return [(ref, seal) for ref, seal in here if place is None or seal.box.intersection(place) > 0]


def opinions_of(case: Case) -> Iterator[Opinion]:
    """Every place for the unit's opinion: of forms that have one, and sheets of their own."""
    for form in case.documents(*FORMS):
        if any(form.get(name) is not None for name in ("unit_opinion", "unit_sealed")):
            yield Opinion(form, form.get("unit_opinion"), form.get("unit_sealed"))
    for sheet in case.documents("unit_opinion"):
        yield Opinion(sheet, sheet.get("agrees"), sheet.get("sealed"))


def given(case: Case) -> list[Opinion]:
    """Opinions that say something, or may: not those whose place is empty."""
    return [opinion for opinion in opinions_of(case) if not opinion.blank]

"""One thing that was looked at: what was wanted, what was read, and whether it is right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Measure = Literal[
    "kind", "grouping", "field", "blank", "place", "seal", "signature", "characters",
    "verdict", "must", "extra", "open", "open_extra",
]  # fmt: skip
"""kind: of a page · grouping: the pages of a document · field: its value · blank: an empty place read as empty ·
place: the box of a field that was read right · seal: its text · signature: its state · characters: of a printed text ·
verdict · must: a rule that must be a defect · extra: a defect nobody planted · open: a rule that must be left to a
person · open_extra: one left to a person for no reason."""

Outcome = Literal["read", "undecided", "wrong", "missed"]


@dataclass(frozen=True)
class Observation:
    """Every table of a score is a grouping of these."""

    measure: Measure
    hits: int
    of: int = 1
    """1, or for `characters` how many there are."""
    strength: str = ""
    kind: str = ""
    """Of the true document."""
    layout: str = ""
    held_out: bool = False
    field: str = ""
    """Name of the field, or the code of the rule."""
    how: str = ""
    """How a field is written: label, prose, seal, signature, photo. For a seal its colour."""
    under_seal: bool = False
    """Of a field: a seal lies over the place where it is written."""
    covered: bool = False
    """The record gives a value, read surely enough to carry a defect."""
    confidence: float | None = None
    """What the record says of its value; None where it has none."""
    outcome: Outcome | None = None
    """Of a seal: read, left undecided, read wrong and surely, or not found."""
    want: Any = None
    got: Any = None
    file: str = ""
    page: int = 0

    @property
    def right(self) -> bool:
        return self.hits == self.of

    @property
    def confidently_wrong(self) -> bool:
        """The worst that can happen: a wrong value on which a defect may rest."""
        return self.covered and not self.right

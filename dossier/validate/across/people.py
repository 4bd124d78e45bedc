"""Whether the sides of a clash are different people, and which of them are of one matter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dossier.model import Value
from dossier.text import fold_org
from dossier.validate.across.clash import Entry, Side
from dossier.validate.likeness import Likeness, compare_people
from dossier.validate.rule import Evidence

K = TypeVar("K")
T = TypeVar("T")


@dataclass(frozen=True)
class Claim:
    """What one document of a dossier claims for one person."""

    entry: Entry
    evidence: tuple[Evidence, ...]
    name: Value | None
    """Whose document it is, as it says."""
    apart: Value | None = None
    """What keeps matters of the same key apart, such as the journal."""


def grouped(pairs: Iterable[tuple[K, T]]) -> dict[K, list[T]]:
    """Values by key, keys and values in the order in which they come."""
    groups: dict[K, list[T]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups


def shared(pairs: Iterable[tuple[K, T]], entry: Callable[[T], Entry]) -> Iterable[tuple[K, list[T]]]:
    """The groups in which more than one dossier takes part."""
    for key, group in grouped(pairs).items():
        if len({entry(one).name for one in group}) > 1:
            yield key, group


def of_one_matter(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The claims by what keeps them apart; those that do not say join every group."""
    told = [(_folded(claim.apart), claim) for claim in claims]
    groups = dict.fromkeys(apart for apart, _ in told if apart) or {"": None}
    return [[claim for apart, claim in told if apart in ("", one)] for one in groups]


def _folded(value: Value | None) -> str:
    return fold_org(str(value.value)) if value is not None and value.known else ""


def several_people(claims: Sequence[Claim]) -> bool:
    """Whether the claims are surely for more than one person: other identity numbers, or names that really differ."""
    if len({claim.entry.id_number for claim in claims} - {""}) > 1:
        return True
    distinct = {str(claim.name.value): claim.name for claim in claims if claim.name is not None and claim.name.known}
    names = list(distinct.values())
    known = {claim.entry.id_number for claim in claims}
    if len(known) == 1 and "" not in known:
        return False
    return any(compare_people(names[0], other) is Likeness.DIFFERENT for other in names[1:])


def sides_of(claims: Iterable[Claim]) -> tuple[Side, ...]:
    """One side for each dossier, with all its places."""
    merged = grouped((claim.entry.name, claim) for claim in claims)
    return tuple(
        Side.of(same[0].entry, *(item for claim in same for item in claim.evidence)) for same in merged.values()
    )

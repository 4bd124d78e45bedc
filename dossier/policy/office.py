"""What an office adds to a policy pack: its committees, its tables of specialties and majors. Pure data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.text import fold_org


@dataclass(frozen=True)
class Scope:
    """What a committee may review in one series. Empty levels or specialties: all of them."""

    series: str
    levels: tuple[str, ...] = ()
    specialties: tuple[str, ...] = ()


@dataclass(frozen=True)
class Committee:
    """An entry of the register of committees."""

    name: str
    kind: str
    """A code of committee_kinds: it decides who confirms the result (560-7)."""
    approved_by: str
    """Who approved the committee or keeps it on file."""
    scope: tuple[Scope, ...]
    aliases: tuple[str, ...] = ()
    document: str = ""
    """The paper by which it was approved."""

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)

    def scopes_of(self, series: str) -> tuple[Scope, ...]:
        return tuple(scope for scope in self.scope if scope.series == series)


@dataclass(frozen=True)
class SpecialtyTable:
    """The specialties that may be applied for in a series, at some levels or (empty) at all."""

    series: str
    names: tuple[str, ...]
    levels: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True)
class RelatedField:
    """A field of knowledge: the specialties of titles and the majors of studies that belong to it."""

    name: str
    specialties: tuple[str, ...]
    majors: tuple[str, ...]


@dataclass(frozen=True)
class Office:
    """The tables of an overlay. Without one every table is empty, and rules that need it do not apply."""

    title: str = ""
    sha256: str = ""
    """Over the overlay and every file it names."""
    files: Mapping[str, str] = field(default_factory=dict)
    """Name → SHA-256 of the overlay and the files beside it."""
    committees: tuple[Committee, ...] = ()
    specialties: tuple[SpecialtyTable, ...] = ()
    initial_majors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Series → majors whose graduates may be given an initial title (初定专业目录)."""
    related: tuple[RelatedField, ...] = ()

    def committee(self, name: str) -> Committee | None:
        """The committee of that name or other name, after normalisation; never by likeness."""
        wanted = fold_org(name)
        return next((one for one in self.committees if wanted in map(fold_org, one.names)), None) if wanted else None

    def addressed(self, named: str | None) -> Committee | None:
        """The committee a dossier goes to: the one named, or the only one of the register where none is named."""
        if named is not None:
            return self.committee(named)
        return self.committees[0] if len(self.committees) == 1 else None

    def table(self, series: str, level: str | None) -> SpecialtyTable | None:
        """All specialties of the series at the level, as one table; None where no table is loaded.

        Where the level is not known, the tables of all levels together.
        """
        fitting = [
            t for t in self.specialties if t.series == series and (not t.levels or not level or level in t.levels)
        ]
        if not fitting:
            return None
        names = tuple(dict.fromkeys(name for table in fitting for name in table.names))
        sources = dict.fromkeys(table.source for table in fitting if table.source)
        return SpecialtyTable(series, names, (), "、".join(sources))

"""A document in the making: its kind, its title and its pages."""

from __future__ import annotations

from dataclasses import dataclass, field

from dossier.extract.layout import Layout


@dataclass
class Draft:
    """A document in the making."""

    kind: str
    title: str
    layouts: list[Layout] = field(default_factory=list)
    may_be: tuple[str, ...] = ()
    """For an unknown page the kinds it was not ruled out to be, for another those its title speaks for as well."""

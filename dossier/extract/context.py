"""What a document's reader may know besides its pages."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from dossier.policy import Policy


@dataclass(frozen=True)
class Context:
    """`titles`: every professional title of every series. `names`: persons other documents are about."""

    policy: Policy
    titles: Collection[str]
    names: Collection[str] = ()

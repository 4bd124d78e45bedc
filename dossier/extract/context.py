"""What a document's reader may know besides its pages."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from dossier.policy import Policy
from dossier.text.regex import Regex


@dataclass(frozen=True)
class Context:
    """`titles`: every professional title of every series. `names`: persons other documents are about.

    `units`: where those work.
    """

    policy: Policy
    titles: Collection[str]
    names: Collection[str] = ()
    units: Collection[str] = ()

    @cached_property
    def title_pattern(self) -> Regex:
        """Any of the titles, the longest that fits; nothing where there are none."""
        longest = sorted(self.titles, key=lambda title: (-len(title), title))
        return Regex("|".join(map(re.escape, longest)) or "(?!)")

"""How a person introduces himself in the first person: 本人王某,正高级工程师,……"""

from __future__ import annotations

import re
from collections.abc import Collection

from dossier.extract.sentences import Prose
from dossier.extract.wording import NAME, ORG_END
from dossier.model import Value
from dossier.text.regex import Regex

_INTRODUCED = Regex(rf"本人(?:系|为|是)?{NAME},(?P<v>[^。]{{2,50}})")


def own_title(prose: Prose, titles: Collection[str]) -> Value | None:
    """The title a recommender gives himself, alone between commas or behind his unit; none inside a longer word."""
    said = prose.search(_INTRODUCED)
    for part in re.finditer(r"[^,、]+", said["v"]) if said else ():
        for title in sorted(titles, key=lambda one: (-len(one), one)):
            whole = re.fullmatch(
                rf"(?:(?:系|是|为|现为|现任)?(?:[^,、]*(?:{ORG_END}))?){re.escape(title)}", part.group()
            )
            if said is not None and whole:
                end = said.start("v") + part.end()
                return prose.value(title, end - len(title), end)
    return None

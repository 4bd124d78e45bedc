"""How a person introduces himself: 本人王某,正高级工程师,……; 王某,某大学教授,……; 我是某大学教授王某."""

from __future__ import annotations

import re
from collections.abc import Collection

from dossier.extract.sentences import Prose
from dossier.extract.wording import NAME, ORG_END
from dossier.model import Value
from dossier.text.regex import Regex

_INTRODUCED = Regex(rf"本人(?:系|为|是)?{NAME},(?P<v>[^。]{{2,50}})")
_BEGINS = r"(?:^|(?<=[。:,书信表见]))"
"""Where a sentence begins; titles and salutations end so."""


def own_title(prose: Prose, titles: Collection[str], recommender: Value | None) -> Value | None:
    """The title a recommender gives himself, alone between commas or behind his unit; none inside a longer word."""
    said = prose.search(_INTRODUCED) or _of_himself(prose, recommender)
    for part in re.finditer(r"[^,、]+", said["v"]) if said else ():
        for title in sorted(titles, key=lambda one: (-len(one), one)):
            whole = re.fullmatch(
                rf"(?:(?:系|是|为|现为|现任)?(?:[^,、]*(?:{ORG_END}))?的?){re.escape(title)}", part.group()
            )
            if said is not None and whole:
                end = said.start("v") + part.end()
                return prose.value(title, end - len(title), end)
    return None


def _of_himself(prose: Prose, recommender: Value | None) -> re.Match[str] | None:
    """What stands behind the recommender's name where a sentence begins with it, or before it behind 我是."""
    if recommender is None or not recommender.known:
        return None
    name = re.escape(str(recommender.value))
    return re.search(rf"{_BEGINS}{name},(?P<v>[^。]{{2,50}})", prose.text) or re.search(
        rf"(?:我|本人)(?:是|系|现任|为)(?P<v>[^。]{{2,50}}?){name}(?=[,。(])", prose.text
    )

"""Every kind of document the kit draws -> who makes its facts."""

import random
from typing import Any

from tests.kit.facts import credentials, employment, forms, identity, letters, publicity, works
from tests.kit.facts.documents import Facts, Maker

MAKERS: dict[str, Maker] = {
    kind: maker
    for module in (forms, identity, credentials, employment, works, publicity, letters)
    for kind, maker in module.MAKERS.items()
}


def facts_of(kind: str, world: dict[str, Any]) -> list[Facts]:
    """The documents of this kind in the dossier; always the same for the same world."""
    return MAKERS[kind](world, random.Random(f"{kind} {world['seed']}"))

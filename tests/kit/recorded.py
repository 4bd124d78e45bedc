"""The slice every test run measures, its recorded figures, and when a new reading falls below them.

Three dossiers, one at each strength, share out the kinds, so that each is read once or twice.
"""

import json
from collections.abc import Sequence
from pathlib import Path

from dossier.config import Settings
from dossier.policy import Policy
from dossier.score import READING, Observation, wilson
from tests.kit.dossiers import make
from tests.kit.measure import measure
from tests.kit.piles import share_of

SLICE = ((0, "office"), (1, "photo"), (2, "clean"))
"""Number and strength of the dossiers in the slice; drawn with the packaged typefaces."""
PATH = Path(__file__).with_name("recorded.json")


def observed(folder: Path, policy: Policy, settings: Settings, *, fresh: bool = True) -> list[Observation]:
    """The slice, drawn into FOLDER and read."""
    return [
        one
        for number, strength in SLICE
        for one in measure(
            make(number, strength, folder, kinds=share_of(number)), policy, settings, fresh=fresh
        ).observations
    ]


def figures(observations: Sequence[Observation]) -> dict[str, dict[str, list[int]]]:
    """Strength → figure → [hits, of], for all shares of reading (counts of bad things are no shares)."""
    counted: dict[str, dict[str, list[int]]] = {}
    for strength in sorted({one.strength for one in observations}):
        own = [one for one in observations if one.strength == strength]
        shares = {figure.name: figure.share(own) for figure in READING if not figure.count}
        counted[strength] = {name: [share.hits, share.of] for name, share in shares.items() if share.of}
    return counted


_TOGETHER = {"characters": 4}
"""Of what is not read one by one, how many are right or wrong together: a misread line loses several characters, and
the same page read beside other work may lose one more or less."""


def fallen(now: dict[str, dict[str, list[int]]], before: dict[str, dict[str, list[int]]]) -> list[str]:
    """What is now below the interval of the recorded figure, in words; nothing where all hold."""
    words = []
    for strength, recorded in before.items():
        for name, (hits, of) in recorded.items():
            got, got_of = now.get(strength, {}).get(name, [0, 0])
            together = _TOGETHER.get(name, 1)
            low, _ = wilson(round(hits / together), round(of / together))
            if got_of == 0 or got / got_of < low:
                words.append(f"{strength} {name}: {got}/{got_of}, recorded {hits}/{of}, at least {low:.1%}")
    return words


def load() -> dict[str, dict[str, list[int]]]:
    return json.loads(PATH.read_text("utf-8"))


def save(counted: dict[str, dict[str, list[int]]]) -> None:
    PATH.write_text(json.dumps(counted, indent=1) + "\n", "utf-8")

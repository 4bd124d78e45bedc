"""What stands on each document of a dossier: the fields of the contract, and the words around them."""

import random
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Seal:
    """An impression to be drawn. `state` is red, grey (the sheet is a copy) or none."""

    text: str
    sub_text: str = ""
    shape: str = "round"
    state: str = "red"


@dataclass(frozen=True)
class Signature:
    """`state` is signed (by hand), printed or empty."""

    name: str
    state: str = "signed"


@dataclass(frozen=True)
class Facts:
    """One document. `fields` by their names in the contract (ISO dates; None: its place is empty), `extra` words of no
    field, `seals` and `signatures` by the place where a layout puts them."""

    kind: str
    fields: dict[str, Any]
    extra: dict[str, Any] = field(default_factory=dict)
    seals: dict[str, Seal] = field(default_factory=dict)
    signatures: dict[str, Signature] = field(default_factory=dict)

    def as_data(self, world: dict[str, Any]) -> dict[str, Any]:
        """What a layout is given, plain enough for JSON."""
        return {"d": self.fields, "x": self.extra, "w": world} | {
            slot: {key: asdict(value) for key, value in getattr(self, slot).items()} for slot in ("seals", "signatures")
        }


Maker = Callable[[dict[str, Any], random.Random], list[Facts]]


def stamp(rng: random.Random, unit: str, sub_text: str = "") -> Seal:
    """Most seals are round and red; some hold a second line, are oval, copied in grey, or were forgotten."""
    state = rng.choices(["red", "grey", "none"], [86, 9, 5])[0]
    shape = rng.choices(["round", "oval"], [92, 8])[0]
    second = sub_text or rng.choices(["", "人事专用章", "业务专用章"], [84, 8, 8])[0]
    return Seal(unit, second, shape, state)


def sign(rng: random.Random, who: str) -> Signature:
    return Signature(who, rng.choices(["signed", "printed", "empty"], [78, 12, 10])[0])


def pick(world: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: world[name] for name in names}

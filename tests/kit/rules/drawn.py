"""Papers as they are drawn, kept on disk: the same facts are drawn once."""

import hashlib
import pickle
from pathlib import Path

from dossier.config import load_settings
from tests.kit import paper
from tests.kit.facts.documents import Facts
from tests.kit.rules.applications import Application


def sheet(hand: str, facts: Facts, application: Application) -> paper.Sheet:
    """The paper by this hand. What is kept goes by the layout's own text too, so that a changed one is drawn anew."""
    layout = (paper.HANDS / hand / f"{facts.kind}.typ").read_bytes()
    said = repr((hand, facts, sorted(application.world.items()), application.base.seed)).encode()
    kept = _folder() / f"{hashlib.sha256(layout + said).hexdigest()[:32]}.pickle"
    if kept.is_file():
        return pickle.loads(kept.read_bytes())
    turn = paper.turn_of(hand, facts.kind, application.base.seed) % 10_000
    drawn = paper.draw(hand, facts, application.world, turn)
    kept.write_bytes(pickle.dumps(drawn))
    return drawn


def _folder() -> Path:
    folder = load_settings().cache / "kit-papers"
    folder.mkdir(parents=True, exist_ok=True)
    return folder

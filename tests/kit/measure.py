"""Read drawn dossiers with the program and score the reading; pages are read anew, never out of a cache."""

import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

from dossier.config import Settings
from dossier.extract import Statement
from dossier.pipeline.check import read_dossier
from dossier.policy import Policy
from dossier.score import Observation, read_truth, score
from tests.kit import causes
from tests.kit.dossiers import make


@dataclass(frozen=True)
class Measured:
    """One dossier: what was observed, the causes of its misses, its pages and the wall-clock seconds it took."""

    name: str
    strength: str
    observations: list[Observation]
    misses: list[tuple[str, Observation]]
    pages: int
    seconds: float


def measure(folder: Path, policy: Policy, settings: Settings, *, fresh: bool = True) -> Measured:
    """Read the upload beside FOLDER/truth.json. `fresh` False may use pages read before: quicker, and untimed work."""
    truth = read_truth(folder / "truth.json")
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as work:
        read = read_dossier(
            [folder / truth.upload],
            Path(work),
            policy=policy,
            settings=replace(settings, page_cache=not fresh),
            statement=Statement(truth.submitted),
        )
    seconds = time.perf_counter() - began
    if read.reading.failures or read.record.problems:
        raise RuntimeError(f"{folder.name}: {read.reading.failures} {read.record.problems}")
    observations = score(truth, read.record, pages=read.reading.pages)
    pages = len(read.reading.pages)
    return Measured(folder.name, truth.strength, observations, causes.misses(observations), pages, seconds)


def draw(job: tuple[int, str, Path, Path | None]) -> Path:
    """`make` for a pool of processes."""
    return make(*job)

"""Read drawn dossiers with the program and score the reading; pages are read anew unless it is said otherwise."""

import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

from dossier.config import Settings
from dossier.extract import Statement
from dossier.pipeline.check import ReadDossier, read_dossier
from dossier.policy import Policy
from dossier.score import Observation, Truth, read_truth, score
from tests.kit import causes, readings
from tests.kit.dossiers import make


@dataclass(frozen=True)
class Measured:
    """One dossier: what was observed, the causes of its misses, its pages and the wall-clock seconds it took to read.

    `seconds` is None where a kept reading was used.
    """

    name: str
    strength: str
    observations: list[Observation]
    misses: list[tuple[str, Observation]]
    pages: int
    seconds: float | None


def measure(
    folder: Path, policy: Policy, settings: Settings, *, fresh: bool = True, kept: Path | None = None
) -> Measured:
    """Read the upload beside FOLDER/truth.json. `fresh` False may use pages read before: quicker, and untimed work.

    `kept`: a folder of readings (see `readings`); one that is there is used as it is, others are added.
    """
    truth = read_truth(folder / "truth.json")
    began = time.perf_counter()
    known = kept / f"{folder.name}.json" if kept else None
    kept_one = known is not None and known.is_file()
    if known is not None and kept_one:
        record, pages = readings.record(known, policy, truth.submitted)
    else:
        read = _read(folder, truth, policy, replace(settings, page_cache=not fresh))
        record, pages = read.record, read.reading.pages
        if known is not None:
            readings.save(known, read)
    seconds = None if kept_one else time.perf_counter() - began
    observations = score(truth, record, pages=pages)
    return Measured(folder.name, truth.strength, observations, causes.misses(observations), len(pages), seconds)


def _read(folder: Path, truth: Truth, policy: Policy, settings: Settings) -> ReadDossier:
    with tempfile.TemporaryDirectory() as work:
        read = read_dossier(
            [folder / truth.upload],
            Path(work),
            policy=policy,
            settings=settings,
            statement=Statement(truth.submitted),
        )
    if read.reading.failures or read.record.problems:
        raise RuntimeError(f"{folder.name}: {read.reading.failures} {read.record.problems}")
    return read


def draw(job: tuple[int, str, Path, Path | None]) -> Path:
    """`make` for a pool of processes."""
    return make(*job)

"""The command line, run in this process, and uploads small enough to be checked in a moment."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from dossier.cli import main
from dossier.sample import write_samples


@pytest.fixture(scope="session", autouse=True)
def coarse() -> Iterator[None]:
    """Pages are drawn at half the resolution: their text layer is what is read, and seals are still found."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOSSIER_RENDER_DPI", "100")
        yield


@pytest.fixture(autouse=True)
def fine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """But as users have them where they are read by OCR."""
    if request.node.get_closest_marker("ocr"):
        monkeypatch.delenv("DOSSIER_RENDER_DPI")


@dataclass(frozen=True)
class Outcome:
    """What a command left behind."""

    status: int
    out: str
    err: str


@pytest.fixture(scope="session")
def dossier() -> Callable[..., Outcome]:
    """Run `dossier` with these arguments."""

    def run(*arguments: object) -> Outcome:
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
        with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        out.seek(0)
        err.seek(0)
        return Outcome(int(left.value.code or 0), out.read(), err.read())

    return run


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """The review form, the notice and the result of the dossier whose publicity period is too short."""
    folder = write_samples(tmp_path_factory.mktemp("digital"), ["publicity"], ["digital"])[0].upload
    return tuple(path for path in sorted(folder.glob("*.pdf")) if path.name[:2] in ("02", "16", "18"))


@pytest.fixture
def upload(papers: tuple[Path, ...], tmp_path: Path) -> Path:
    """A folder with the notice and its result: two pages, read in a moment."""
    folder = tmp_path / "材料"
    folder.mkdir()
    for path in papers[1:]:
        shutil.copy(path, folder)
    return folder


@dataclass(frozen=True)
class Run:
    """A check that was done once for many tests."""

    outcome: Outcome
    upload: Path
    result: Path


@pytest.fixture(scope="session")
def run(dossier: Callable[..., Outcome], papers: tuple[Path, ...], tmp_path_factory: pytest.TempPathFactory) -> Run:
    """All three papers checked, everything written."""
    upload = tmp_path_factory.mktemp("run") / "材料"
    upload.mkdir()
    for path in papers:
        shutil.copy(path, upload)
    outcome = dossier("check", upload, "--ocr", "none", "--submitted", "2025-05-30")
    return Run(outcome, upload, upload.parent / "材料-预审结果")

"""What all tests share: where the models are, and which tests wait for programs that pip cannot bring."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Set
from pathlib import Path

import pytest
from hypothesis import settings

from dossier.config import load_settings
from dossier.errors import SetupError
from dossier.recognise import find_models
from dossier.sample import Sample, write_samples

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
"""A busy machine fails no test: how long things take is for the benchmarks."""

ROOT = Path(__file__).resolve().parent.parent
EXTRA = {
    "chromium": "needs Chromium from the system's packages",
    "unar": "needs unar from the system's packages",
    "gpu": "needs a GPU",
}

os.environ.setdefault("DOSSIER_CACHE", str(ROOT / ".venv" / "cache"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--extra", action="store_true", help="run the tests marked chromium, unar or gpu as well")
    parser.addoption("--no-skips", action="store_true", help="a skipped test fails the run, save those --extra is for")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--extra"):
        return
    for item in items:
        for name, reason in EXTRA.items():
            if item.get_closest_marker(name):
                item.add_marker(pytest.mark.skip(reason=f"{reason}: `make test-extra` runs it"))


class SkipWatch:
    """Collects the tests that were skipped though nothing allowed it."""

    def __init__(self, allowed: Set[str]) -> None:
        self.allowed = allowed
        self.skipped: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.skipped and not hasattr(report, "wasxfail") and not self.allowed & report.keywords.keys():
            self.skipped.append(report.nodeid)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.skipped and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if self.skipped:
            terminalreporter.section("skipped though --no-skips was given")
            for name in self.skipped:
                terminalreporter.write_line(name)


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--no-skips") and not hasattr(config, "workerinput"):
        allowed = {"gpu"} if config.getoption("--extra") else EXTRA.keys()
        config.pluginmanager.register(SkipWatch(allowed), "skip-watch")


@pytest.fixture(scope="session")
def models() -> Path:
    """The folder of the installed OCR models."""
    folder = load_settings().models_folder
    try:
        find_models(folder)
    except SetupError as error:
        pytest.skip(f"{error.message}: `make setup` installs the models")
    return folder


@pytest.fixture(scope="session")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Sample]:
    """A dossier as an office would scan it, by name and packaging."""
    folder = tmp_path_factory.mktemp("scanned")
    return lambda name, packaging: write_samples(folder, [name], [packaging])[0]


@pytest.fixture(scope="session")
def scanned_papers(
    models: Path, scanned: Callable[[str, str], Sample], tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., Path]:
    """A ZIP with those scanned papers of a sample whose names begin with these numbers; to be read, not remembered."""

    def packed(name: str, *numbers: str) -> Path:
        path = tmp_path_factory.mktemp("scanned-papers") / f"{name}.zip"
        with zipfile.ZipFile(scanned(name, "scans").upload) as whole, zipfile.ZipFile(path, "w") as part:
            for entry in whole.infolist():
                if entry.filename.startswith(numbers):
                    part.writestr(f"{entry.filename[:2]}{Path(entry.filename).suffix}", whole.read(entry))
        return path

    return packed

"""A skipped test is seen: the run of the whole suite fails on it, save for what needs system packages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.contract.source import ROOT

PLAIN = "import pytest\n\ndef test_one():\n    pytest.skip('no reason at all')\n"
MARKED = "import pytest\n\n@pytest.mark.chromium\ndef test_one():\n    assert True\n"


def run(folder: Path, content: str, *options: str) -> subprocess.CompletedProcess[str]:
    """One test under the project's own conftest, with the options given and no others."""
    shutil.copy(ROOT / "tests" / "conftest.py", folder)
    (folder / "test_one.py").write_text(content, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--rootdir", str(folder), *options]
    plain = {name: value for name, value in os.environ.items() if name != "PYTEST_ADDOPTS"}
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=plain)


def test_a_skipped_test_fails_a_run_without_skips(tmp_path):
    done = run(tmp_path, PLAIN, "--no-skips")
    assert done.returncode == pytest.ExitCode.TESTS_FAILED
    assert "test_one.py::test_one" in done.stdout


def test_a_skipped_test_does_not_fail_another_run(tmp_path):
    assert run(tmp_path, PLAIN).returncode == pytest.ExitCode.OK


def test_a_test_that_needs_a_system_package_is_skipped_by_name(tmp_path):
    done = run(tmp_path, MARKED, "--no-skips", "-rs")
    assert done.returncode == pytest.ExitCode.OK
    assert "needs Chromium" in done.stdout
    assert "make test-extra" in done.stdout


def test_with_extra_such_a_test_runs(tmp_path):
    assert "1 passed" in run(tmp_path, MARKED, "--extra", "--no-skips").stdout


def test_with_extra_such_a_test_may_not_skip_itself(tmp_path):
    content = MARKED.replace("assert True", "pytest.skip('not today')")
    assert run(tmp_path, content, "--extra", "--no-skips").returncode == pytest.ExitCode.TESTS_FAILED

"""The console sessions of a README: read, run, compared, and written anew by `python -m tests.readme.sessions`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")
_FENCE = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_NUMBER = re.compile(r"SHANXI2025-[0-9A-Z]{4}-[0-9A-Z]{4}")


def sessions(text: str) -> list[str]:
    """The fences of a README that hold a session."""
    return _FENCE.findall(text)


def commands(session: str) -> list[str]:
    """What is typed in a session."""
    return [line[2:] for line in session.splitlines() if line.startswith("$ ")]


def run(session: str, folder: Path) -> str:
    """The session as it goes now: every command with what it prints, in one shell in `folder`."""
    typed = commands(session)
    script = "".join(f"{command}\nstatus=$?; echo '@@@@'; (exit $status)\n" for command in typed)
    said = subprocess.run(
        ["sh", "-c", script], cwd=folder, env=_environment(folder), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        check=False,
    ).stdout.decode("utf-8")  # fmt: skip
    outputs = said.split("@@@@\n")[:-1]
    pieces = [f"$ {command}\n{output}" for command, output in zip(typed, outputs, strict=True)]
    return "".join(f"{line.rstrip()}\n" for line in "".join(pieces).splitlines())


def comparable(session: str) -> str:
    """Without what differs from run to run: the number of a report hangs on the versions of all that made it."""
    return _NUMBER.sub("SHANXI2025-****-****", session)


def _environment(folder: Path) -> dict[str, str]:
    """This process's, with `dossier` on the path and 80 columns."""
    program = folder / ".bin" / "dossier"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m dossier "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    return kept | {
        "PATH": f"{program.parent}{os.pathsep}{kept.get('PATH', '')}",
        "PYTHONPATH": str(ROOT),
        "COLUMNS": "80",
    }


def rewrite(readmes: Sequence[Path] = READMES) -> None:
    """Put what the commands print today into the READMEs, which show the same sessions."""
    with tempfile.TemporaryDirectory() as folder:
        printed = [run(session, Path(folder)) for session in sessions(readmes[0].read_text(encoding="utf-8"))]
    for readme in readmes:
        left = iter(printed)
        text = _FENCE.sub(lambda _, left=left: next(left), readme.read_text(encoding="utf-8"))
        readme.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    rewrite()

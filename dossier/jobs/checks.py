"""What can be asked of whoever runs checks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Protocol


class State(StrEnum):
    """How far a check is."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True)
class Request:
    """One dossier to be checked; what is stated about it as in `dossier check`."""

    files: tuple[Path, ...]
    statement: Mapping[str, str]
    created: str
    """ISO time, from the shell."""
    ocr: bool = True


@dataclass(frozen=True)
class Job:
    """A check as it stands."""

    id: str
    state: State
    created: str
    stage: str = ""
    """read or report, while it runs."""
    done: int = 0
    total: int = 0
    """Pages (or reports) of the stage that are done, of all."""
    verdict: str | None = None
    number: str | None = None
    error: Mapping[str, str] = field(default_factory=dict)
    """{code, message, hint} of a check that failed; never a statement about the applicant."""

    @property
    def finished(self) -> bool:
        return self.state in (State.DONE, State.FAILED)


class Checks(Protocol):
    """Runs checks. An id is a name nobody can guess; whoever knows it may see and delete the dossier."""

    def new(self) -> tuple[str, Path]:
        """A fresh id, and the folder into which the files of its upload go."""

    def submit(self, id: str, request: Request) -> None:
        """Have the dossier checked as soon as its turn comes."""

    def discard(self, id: str) -> None:
        """Forget an id that was never submitted, with its files."""

    def get(self, id: str) -> Job | None:
        """The check as it stands; None where there is none of that id."""

    def wait(self, id: str, seconds: float) -> Job | None:
        """The check once it is finished, or as it stands after so many seconds."""

    def result(self, id: str, name: str) -> Path | None:
        """A file of the results of a finished check; None where there is none of that name."""

    def delete(self, id: str) -> bool:
        """Delete upload and results, ending the check if need be. False where there is none of that id."""

    def claim(self, key: str, id: str, content: str) -> tuple[str, str]:
        """Bind a key of the caller to an id and a hash of what was sent, or tell what it was bound to before."""

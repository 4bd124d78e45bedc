"""What is asked for every dossier of many, and the mark that a finished one leaves."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dossier import __version__
from dossier.config import Settings
from dossier.extract import Statement
from dossier.pipeline.earlier import RECORD, write_json
from dossier.pipeline.uploads import Upload, content_hash
from dossier.policy import Policy, load_policy
from dossier.report.digest import sha256_of
from dossier.report.grounds import policy_sha256

MARK = "bulk.json"
"""Written last into a dossier's results: a folder without it is not finished."""


@dataclass(frozen=True)
class Order:
    """The same for every dossier of a run; goes to other processes."""

    policy: str
    overlay: Path | None
    settings: Settings
    statement: Statement
    created: str
    """ISO time of the run, from the shell."""
    ocr: bool = True

    def load(self) -> Policy:
        """The policy, read once in every process."""
        return _policy(self.policy, self.overlay)

    def key(self, upload: Upload) -> str:
        """What the results of a dossier depend on: its files, policy, software, statement. OSError if unreadable."""
        return sha256_of(
            {
                "input": content_hash(upload.path),
                "policy": [self.load().id, policy_sha256(self.load())],
                "software": __version__,
                "statement": asdict(self.statement),
                "ocr": self.ocr,
            }
        )


@cache
def _policy(name: str, overlay: Path | None) -> Policy:
    return load_policy(name, overlay)


def is_done(upload: Upload, key: str) -> bool:
    """Whether the results of these very files, under the same order, lie there whole."""
    return read_object(upload.out / MARK).get("key") == key and all(
        (upload.out / name).is_file() for name in ("report.json", RECORD)
    )


def mark_done(upload: Upload, key: str, across: str = "") -> None:
    """`across`: a hash over what the comparison with other dossiers added to the report."""
    write_json(upload.out / MARK, {"key": key, "across": across})


def read_object(path: Path) -> dict[str, Any]:
    """A JSON object; an empty one where the file holds none."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}

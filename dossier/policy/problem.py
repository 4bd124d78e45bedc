"""What is wrong with a policy pack or an overlay: a list for people, of which the loader raises the first."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from dossier.errors import PolicyError
from dossier.policy.guard import refuse_patent_quota
from dossier.policy.resources import read_object
from dossier.policy.schemas import explained


class Problem(NamedTuple):
    """One thing that is wrong, in Chinese."""

    file: str
    place: str
    """Where in the file: parameters/cycle/value, or a line of a table."""
    message: str
    hint: str
    """How to mend it."""

    def __str__(self) -> str:
        return f"{self.file} {self.place}：{self.message}" if self.place else f"{self.file}：{self.message}"


def raise_first(problems: Iterable[Problem]) -> None:
    """PolicyError for the first of the problems, if there is one."""
    for problem in problems:
        raise PolicyError(str(problem), problem.hint)


def read_checked(path: Path, schema: str) -> tuple[dict[str, Any], list[Problem]]:
    """The JSON object of a file, and what is wrong with it under a schema of `schemas/` and with patents (560-5)."""
    try:
        content = read_object(path)
    except PolicyError as error:
        return {}, [Problem(path.name, "", error.message, error.hint)]
    found = [Problem(path.name, p.place, f"不符合 {schema}：{p.message}", p.hint) for p in explained(content, schema)]
    try:
        refuse_patent_quota(content, path.name)
    except PolicyError as error:
        found.append(Problem(path.name, "", error.message, error.hint))
    return content, found


def file_sha256(path: Path) -> str:
    """SHA-256 (hex) of a file's bytes. PolicyError where it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise PolicyError(f"读不到文件 {path}：{error.strerror}", "请检查文件名和路径") from error


def sha256_of_all(files: Mapping[str, str]) -> str:
    """SHA-256 (hex) over names and hashes of files."""
    lines = (f"{name} {sha256}\n" for name, sha256 in sorted(files.items()))
    return hashlib.sha256("".join(lines).encode()).hexdigest()

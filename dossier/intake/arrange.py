"""Puts what was found on all paths into one order, under names that tell every file from every other."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from dossier.intake.names import natural_key
from dossier.model import Bundle, FileProblem, StoredFile


@dataclass
class Haul:
    """What one of the given paths held. Names are relative to it; the empty name is the path itself."""

    label: str
    """The last part of the path, as shown."""
    files: list[StoredFile] = field(default_factory=list)
    problems: list[FileProblem] = field(default_factory=list)

    def names(self) -> set[str]:
        return {file.name for file in self.files} | {problem.file for problem in self.problems}


def arrange(hauls: Sequence[Haul]) -> Bundle:
    """One bundle of all that was found, files and problems in the natural order of their names.

    A path's own name is put before the names inside it only where two paths hold the same name; what still has the
    name of another file is numbered: a.pdf, a (2).pdf. The same files give the same bundle in whatever order they came.
    """
    counts = Counter(name for haul in hauls for name in haul.names() if name)
    files: list[StoredFile] = []
    problems: list[FileProblem] = []
    for haul in hauls:
        ambiguous = any(counts[name] > 1 for name in haul.names())
        prefix = f"{haul.label}/" if ambiguous else ""
        files += [replace(file, name=prefix + file.name if file.name else haul.label) for file in haul.files]
        problems += [replace(p, file=prefix + p.file if p.file else haul.label) for p in haul.problems]
    named = tuple(_numbered(sorted(files, key=lambda file: (natural_key(file.name), file.sha256))))
    return Bundle(named, tuple(sorted(problems, key=_problem_key)), _digest(named))


def _problem_key(problem: FileProblem) -> tuple[object, ...]:
    return natural_key(problem.file), problem.rule, problem.reason


def _numbered(files: Sequence[StoredFile]) -> Iterable[StoredFile]:
    taken = {file.name for file in files}
    used: set[str] = set()
    for file in files:
        name, number = file.name, 2
        while name in used or (number > 2 and name in taken):
            path = Path(file.name)
            name = str(path.with_name(f"{path.stem} ({number}){path.suffix}"))
            number += 1
        used.add(name)
        yield replace(file, name=name)


def _digest(files: Sequence[StoredFile]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(f"{file.name}\0{file.sha256}\n".encode())
    return digest.hexdigest()

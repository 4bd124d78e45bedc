"""From the paths of one dossier to its Bundle: every file is stored, named as a problem, or known litter."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from dossier.errors import NothingToCheck, UsageError
from dossier.intake import problems
from dossier.intake.arrange import Haul, arrange
from dossier.intake.limits import Budget, Limits, OverLimit
from dossier.intake.names import clean, decode_name, is_litter, natural_key
from dossier.intake.receive import Receiver
from dossier.intake.store import Store
from dossier.model import Bundle

FOLDER = "10_files"
"""Where the files are kept below the work folder."""


def take_in(paths: Sequence[Path], work: Path, limits: Limits = Limits()) -> Bundle:
    """The files of one dossier, given as any mix of ZIP archives, folders and files.

    Files are stored below `work`/10_files under the hash of their content. Their order is that of their names as a
    person counts (2.pdf before 10.pdf), since archives and disks keep none that means anything. The work folder may
    lie inside a given folder and is passed over; a file reached by two of the paths is taken once.

    Raises UsageError for a path that does not exist, NothingToCheck when the paths hold no file at all, SetupError
    when the disk is full.
    """
    for path in paths:
        if not os.path.isfile(path) and not os.path.isdir(path):
            raise UsageError(f"找不到文件或文件夹：{path}", "请检查路径是否正确")
    budget = Budget(limits)
    store = Store(work / FOLDER, budget)
    seen = {work.resolve()}
    hauls = []
    for path in paths:
        haul = Haul(_label(path))
        _take_path(path, Receiver(haul, store, budget, limits), seen)
        hauls.append(haul)
    if not any(haul.names() for haul in hauls):
        raise NothingToCheck("所给的路径中没有任何文件", "请给出申报材料的 ZIP、文件夹或文件")
    return arrange(hauls)


def _take_path(path: Path, receiver: Receiver, seen: set[Path]) -> None:
    found = sorted(_walk(path, seen), key=lambda pair: natural_key(pair[0])) if path.is_dir() else [("", path)]
    try:
        for name, file in found:
            if file.is_dir() and not file.is_symlink():
                receiver.problem(problems.unreadable_file(name, "文件夹无法打开"))
            elif (name and file.is_symlink()) or not file.is_file():
                receiver.problem(problems.not_a_file(name))
            elif file.resolve() not in seen:
                seen.add(file.resolve())
                receiver.take_file(file, name)
    except OverLimit as over:
        receiver.problem(problems.beyond_dossier("", over.reason))


def _walk(top: Path, passed_over: set[Path]) -> Iterator[tuple[str, Path]]:
    """The files below a folder with their names, and the folders that cannot be opened.

    Links are listed, not followed.
    """
    folders = [top]
    while folders:
        folder = folders.pop()
        try:
            paths = list(folder.iterdir())
        except OSError:
            yield _relative(folder, top), folder
            continue
        for path in paths:
            name = _relative(path, top)
            if path.is_symlink() or not path.is_dir():
                if not is_litter(name):
                    yield name, path
            elif path.resolve() not in passed_over:
                folders.append(path)


def _label(path: Path) -> str:
    return clean(_text(path.name if path.name not in ("", "..") else path.resolve().name))


def _relative(path: Path, top: Path) -> str:
    return clean(_text(str(path.relative_to(top)))) if path != top else ""


def _text(name: str) -> str:
    """A name on disk; one whose bytes are not UTF-8 was unpacked from an archive with Chinese names."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return decode_name(os.fsencode(name))
    return name

"""The program's own source, parsed once for the tests of its structure."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Module:
    """One file of the package."""

    path: Path
    name: str
    """As Python knows it: dossier.read.pdf."""
    tree: ast.Module

    @property
    def part(self) -> str:
        """The package or module directly below `dossier`; empty for `dossier` itself."""
        return [*self.name.split("."), ""][1]

    def imports(self) -> Iterator[str]:
        """Dotted names of everything imported, at the top or inside a function."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{self.name} imports relatively"
                if node.module == "dossier":
                    yield from (f"dossier.{alias.name}" for alias in node.names)
                else:
                    yield str(node.module)


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the package, in the order of their paths."""
    return tuple(_module(path) for path in sorted((ROOT / "dossier").rglob("*.py")))


def _module(path: Path) -> Module:
    steps = path.relative_to(ROOT).with_suffix("").parts
    name = ".".join(steps[:-1] if steps[-1] == "__init__" else steps)
    return Module(path, name, ast.parse(path.read_text(encoding="utf-8")))


def texts() -> Iterator[tuple[Path, str]]:
    """Every text file that belongs to the project, as path below the root and content; git's own are left out."""
    folders = ("dossier", "schemas", "templates", "tests", "requirements", ".ci")
    below = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    for path in sorted([*below, *(path for path in ROOT.iterdir() if path.is_file() and path.name != ".git")]):
        if "__pycache__" in path.parts:
            continue
        try:
            yield path.relative_to(ROOT), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue

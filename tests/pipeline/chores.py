"""Tasks for processes, which find them by their names: this module imports next to nothing."""

from __future__ import annotations

import os


def chore(name: str) -> tuple[str, int]:
    """The task's name and the process it was done in; but one that kills its process, or fails."""
    if name.startswith(("deadly", "unlucky")):
        os._exit(1)
    if name.startswith("wrong"):
        raise ZeroDivisionError(name)
    return name, os.getpid()


def careful(name: str) -> tuple[str, int]:
    """The same by a process of its own, where what is unlucky in company goes well."""
    return (name, os.getpid()) if name.startswith("unlucky") else chore(name)

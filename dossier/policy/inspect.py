"""What a file of policy is, what is wrong with it, and how a policy is named on the command line."""

from __future__ import annotations

from pathlib import Path

from dossier.errors import PolicyError
from dossier.policy.load import load_policy, locate, series_problems
from dossier.policy.model import Policy
from dossier.policy.overlay import overlay_problems
from dossier.policy.pack import pack_problems
from dossier.policy.problem import Problem
from dossier.policy.resources import read_object

_OF_A_PACK = {"id", "clause_prefix", "document_number", "notice", "routes"}


def is_overlay(path: Path) -> bool:
    """Whether a file is an office's settings rather than a policy pack. PolicyError where it is no JSON object."""
    return not _OF_A_PACK & read_object(path).keys()


def file_problems(path: Path, policy: str) -> list[Problem]:
    """Everything that is wrong with a pack, or with an overlay over the pack of that name or file."""
    try:
        overlay = is_overlay(path)
    except PolicyError as error:
        return [Problem(path.name, "", error.message, error.hint)]
    if overlay:
        return overlay_problems(load_policy(policy), path)
    _, root = locate(str(path))
    return pack_problems(path, root) or series_problems(root)


def load_named(name: str, default: str) -> Policy:
    """A pack by id or file, with `+` an overlay (shanxi-2025+office.json); an overlay alone goes over the default."""
    path = Path(name)
    if path.is_file():
        return load_policy(default, path) if is_overlay(path) else load_policy(name)
    for at in (i for i, sign in enumerate(name) if sign == "+"):
        pack, overlay = name[:at], Path(name[at + 1 :])
        if pack and overlay.is_file():
            return load_policy(pack, overlay)
    if "+" in name:
        raise PolicyError(f"没有设置文件 {name.partition('+')[2]}", "写成 政策包+设置文件，如 shanxi-2025+office.json")
    return load_policy(name)

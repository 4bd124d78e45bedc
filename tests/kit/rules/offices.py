"""The office that receives a case: its own settings beside the policy, as `--overlay` takes them."""

import csv
import json
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from dossier.policy import Policy, load_policy

POLICY = "shanxi-2025"
_HEADS = {"initial_majors": ("系列", "专业"), "related_majors": ("领域", "申报专业", "所学专业")}


def write_overlay(office: Mapping[str, Any], folder: Path) -> Path | None:
    """office.json in the folder, its tables as CSV beside it; None where the office has no settings of its own."""
    if not office:
        return None
    settings = {"title": "某评审委员会办公室", **office}
    for name, head in _HEADS.items():
        if name in settings:
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as out:
                csv.writer(out).writerows([head, *settings[name]])
            settings[name] = f"{name}.csv"
    if "parameters" in settings:
        told = {"verified": True, "clause": "评委会通知", "note": "评委会规定"}
        settings["parameters"] = {name: {"value": value, **told} for name, value in settings["parameters"].items()}
    path = folder / "office.json"
    path.write_text(json.dumps(settings, ensure_ascii=False), "utf-8")
    return path


def policy_of(office: Mapping[str, Any]) -> Policy:
    """The policy with the office's settings."""
    return _policy(json.dumps(office, ensure_ascii=False, sort_keys=True))


@cache
def _policy(office: str) -> Policy:
    with tempfile.TemporaryDirectory() as scratch:
        return load_policy(POLICY, write_overlay(json.loads(office), Path(scratch)))

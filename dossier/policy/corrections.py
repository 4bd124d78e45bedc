"""Reads a file of corrections; what it may hold is said in schemas/corrections.schema.json."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dossier.errors import UsageError
from dossier.model.correction import Correction, Corrections
from dossier.policy.resources import read_object
from dossier.policy.schemas import problems

FORMAT = "dossier-corrections/1"
_HINT = "更正文件的写法见 schemas/corrections.schema.json；结果文件夹里的 corrections-template.json 可直接填写。"


def load_corrections(path: Path) -> Corrections:
    """The corrections of a file. UsageError, naming the entry, where it cannot be used as it is."""
    content = read_object(path)
    found = problems(content, "corrections.schema.json")
    if found:
        raise UsageError(f"更正文件 {path.name} 的格式不对：{found[0]}", _HINT)
    filled = [(n, entry) for n, entry in enumerate(content["corrections"], 1) if "kind" in entry or "value" in entry]
    return Corrections(
        entries=tuple(_correction(entry, content, f"更正文件 {path.name} 第{n}条") for n, entry in filled),
        input_sha256=content.get("input"),
        open=len(content["corrections"]) - len(filled),
    )


def _correction(entry: Mapping[str, Any], content: Mapping[str, Any], name: str) -> Correction:
    by, at = (entry.get(key) or content.get(key) for key in ("by", "at"))
    if not by or not at:
        raise UsageError(f"{name}没有写明由谁（by）在何时（at）更正", _HINT)
    if "kind" not in entry and "field" not in entry:
        raise UsageError(f"{name}没有写明更正的栏目（field）", _HINT)
    value = entry["kind"] if "kind" in entry else entry["value"]
    return Correction(entry["document"], entry.get("field"), value, by, at, entry.get("note", ""))

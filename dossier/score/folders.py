"""Folders of dossiers with truth: found, checked now or loaded from earlier results, and scored."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.config import Settings
from dossier.errors import UsageError
from dossier.extract import Statement
from dossier.model import Record
from dossier.model.wire import record_from_json
from dossier.pipeline.check import check
from dossier.pipeline.progress import Progress, silent
from dossier.policy import Policy
from dossier.policy.schemas import problems
from dossier.score.observation import Observation
from dossier.score.scoring import score
from dossier.score.truth import FILE_NAME, Truth, read_truth


@dataclass(frozen=True)
class Scored:
    """One dossier and everything that was observed in it."""

    name: str
    """Of its folder."""
    strength: str
    verdict: str
    record: Record
    observations: tuple[Observation, ...]


def find_dossiers(folders: Sequence[Path]) -> list[Path]:
    """Folders that hold a truth.json: those given and those directly below them, each once, in order.

    Raises UsageError where one of those given holds none.
    """
    found: dict[Path, None] = {}
    for folder in folders:
        truths = [folder / FILE_NAME] if (folder / FILE_NAME).is_file() else sorted(folder.glob(f"*/{FILE_NAME}"))
        if not truths:
            raise UsageError(f"{folder} 中没有 {FILE_NAME}", f"请给出含有 {FILE_NAME} 的文件夹，或其上一级文件夹。")
        found |= dict.fromkeys(path.parent for path in truths)
    return list(found)


def check_dossier(
    folder: Path, *, policy: Policy, settings: Settings, created: str, progress: Progress = silent
) -> Scored:
    """Check the upload beside the truth, and score it. `created` is an ISO time the shell supplies.

    Raises UsageError where truth or upload are missing or broken, SetupError.
    """
    truth = read_truth(folder / FILE_NAME)
    upload = folder / truth.upload
    if not truth.upload or not upload.exists():
        raise UsageError(f"{FILE_NAME} 所写的材料 {truth.upload} 不存在", f"请把材料放在 {FILE_NAME} 旁边。")
    result = check(
        [upload],
        policy=policy,
        settings=settings,
        statement=Statement(truth.submitted),
        created=created,
        progress=progress,
    )
    return _scored(folder, truth, result.record, result.report)


def load_results(folder: Path, results: Path) -> Scored:
    """Score record.json and report.json of an earlier check, in `results/<name of the dossier's folder>`.

    Raises UsageError where one of the files is missing or not what it should be.
    """
    own = results / folder.resolve().name
    record = record_from_json(_load(own / "record.json", "record.schema.json"))
    report = _load(own / "report.json", "report.schema.json")
    return _scored(folder, read_truth(folder / FILE_NAME), record, report)


def _scored(folder: Path, truth: Truth, record: Record, report: Mapping[str, Any]) -> Scored:
    observations = tuple(score(truth, record, report))
    return Scored(folder.resolve().name, truth.strength, str(report["verdict"]), record, observations)


def _load(path: Path, schema: str) -> Any:
    hint = "请用 dossier check --out 重新检查。"
    try:
        data = json.loads(path.read_bytes())
    except OSError as error:
        raise UsageError(f"无法读取 {path}", hint) from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path} 不是 JSON 文件", hint) from error
    wrong = problems(data, schema)
    if wrong:
        raise UsageError(f"{path} 的内容不对：{wrong[0]}", hint)
    return data

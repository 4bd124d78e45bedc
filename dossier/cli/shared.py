"""What the commands share."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from dossier.errors import UsageError
from dossier.model import Decision
from dossier.pipeline.progress import Progress
from dossier.policy.checks import validate_report_json

EXIT_STATUS = {Decision.ACCEPT: 0, Decision.REVIEW: 1, Decision.RETURN: 2, Decision.REJECT: 3}
_STAGES = {"read": "读取页面", "report": "生成报告"}


@contextmanager
def shown_progress(console: Console, quiet: bool = False) -> Iterator[Progress]:
    """A progress bar for each stage, on a terminal; silence elsewhere."""
    if quiet or not console.is_terminal:
        yield lambda stage, done, total: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, console=console, transient=True) as bar:
        tasks = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(_STAGES.get(stage, stage), total=total)
            bar.update(tasks[stage], completed=done, total=total)

        yield show


def iso_date(text: str) -> str:
    """The day given with --submitted; BadParameter where it is none."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise click.BadParameter(f"{text} 不是日期，请写成 2025-08-29 的样子", param_hint="--submitted") from None


def read_report(path: Path) -> dict[str, Any]:
    """report.json, or that of a result folder. UsageError where it is not a report."""
    path = path / "report.json" if path.is_dir() else path
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        data = None
    if not isinstance(data, dict) or validate_report_json(data):
        raise UsageError(f"{path} 不是审核报告", "请给出 report.json 或它所在的文件夹。")
    return data

"""What the commands share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from dossier.model import Decision
from dossier.pipeline.progress import Progress

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

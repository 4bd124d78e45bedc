"""`dossier sample` and `dossier demo`: invented dossiers to try the program on."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from dossier.cli.shared import shown_progress
from dossier.config import load_settings
from dossier.extract import Statement
from dossier.pipeline.check import check
from dossier.policy import load_policy
from dossier.report import terminal_lines
from dossier.sample import Sample, write_samples

_VERDICTS = {"accept": "可以接收", "review": "人工核验", "return": "退回补正", "reject": "不予接收"}


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path("samples"))
@click.option("--only", multiple=True, help="只写出这些样例，可重复。")
@click.option("--seed", type=int, default=1, show_default=True, help="随机种子。")
def sample(folder: Path, only: tuple[str, ...], seed: int) -> None:
    """写出虚构的申报材料样例，供试用。"""
    for one in write_samples(folder, only, seed=seed):
        click.echo(f"{one.upload}  送审日期 {one.submitted}")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path("samples"))
def demo(folder: Path) -> int:
    """写出样例并逐份检查，打印结论、问题和审核封面的位置。"""
    settings = load_settings()
    policy = load_policy(settings.policy)
    console = Console()
    console.print(f"正在写出样例材料到 {folder} ……", highlight=False)
    table = Table("样例", "结论", "问题", "待核验", "与预设相符", title="小结")
    wrong = 0
    for one in write_samples(folder):
        console.rule(str(one.upload))
        out = one.upload.parent / f"{one.packaging}-预审结果"
        with shown_progress(console) as progress:
            result = check(
                [one.upload],
                policy=policy,
                settings=settings,
                statement=Statement(one.submitted),
                created=datetime.now().astimezone().isoformat(timespec="seconds"),
                out=out,
                progress=progress,
            )
        for line in terminal_lines(result.report):
            console.print(line)
        console.print(f"审核封面：{out / 'cover.pdf'}", soft_wrap=True, highlight=False)
        agrees = _agrees(one, result.report)
        wrong += not agrees
        codes = sorted({defect["rule"] for defect in result.report["defects"] if defect["severity"] != "advise"})
        undecided = sorted({point["rule"] for point in result.report["undecided"]})
        table.add_row(
            f"{one.name}/{one.packaging}",
            _VERDICTS[result.report["verdict"]],
            " ".join(codes),
            " ".join(undecided),
            "是" if agrees else "否",
        )
    console.print(table)
    return 70 if wrong else 0


def _agrees(one: Sample, report: dict[str, Any]) -> bool:
    """Whether verdict and severe defects are exactly what was planted."""
    truth = json.loads(one.truth.read_text(encoding="utf-8"))
    severe = {defect["rule"] for defect in report["defects"] if defect["severity"] != "advise"}
    allowed = set(truth["must"]) | set(truth.get("tolerated", ()))
    return report["verdict"] in truth["verdict"] and set(truth["must"]) <= severe <= allowed

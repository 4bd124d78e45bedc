"""`dossier check`: one dossier, its verdict and its files."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click
from rich.console import Console

from dossier.cli.shared import EXIT_STATUS, iso_date, shown_progress
from dossier.config import load_settings
from dossier.extract import Statement
from dossier.pipeline.check import check as run_check
from dossier.policy import load_corrections, load_policy
from dossier.report import terminal_lines, to_json


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--policy", "policy_name", help="政策包的名称或文件，默认 shanxi-2025。")
@click.option("--series", help="申报系列，如 engineering 或 工程系列；不写则从评审表读取。")
@click.option("--title", help="申报职称，如 高级工程师；不写则从评审表读取。")
@click.option("--specialty", help="申报专业；不写则从评审表读取。")
@click.option("--route", help="申报类型代码，如 ordinary、initial；多个用逗号分开。")
@click.option("--submitted", metavar="DATE", help="送审日期，如 2025-08-29；不写则用今天的日期。")
@click.option("--committee", help="送审的评审委员会。")
@click.option("--overlay", type=click.Path(exists=True, path_type=Path), help="本单位的设置文件（JSON）。")
@click.option("--out", type=click.Path(path_type=Path), help="结果文件夹；默认在第一个文件旁边。")
@click.option("--json", "as_json", is_flag=True, help="只在标准输出上打印 report.json。")
@click.option(
    "--ocr", type=click.Choice(["auto", "none"]), default="auto", help="none：不做文字识别，只读有文字层的页面。"
)
@click.option(
    "--corrections",
    "corrections_file",
    type=click.Path(exists=True, path_type=Path),
    help="审核人的更正（JSON）；不重新识别，按更正后的值重新核验。",
)
@click.option("--keep-work", type=click.Path(path_type=Path), help="保留中间结果的文件夹。")
def check(
    paths: tuple[Path, ...],
    policy_name: str | None,
    series: str | None,
    title: str | None,
    specialty: str | None,
    route: str | None,
    submitted: str | None,
    committee: str | None,
    overlay: Path | None,
    out: Path | None,
    as_json: bool,
    ocr: str,
    corrections_file: Path | None,
    keep_work: Path | None,
) -> int:
    """检查一份申报材料。PATHS 是同一份材料的全部文件：压缩包、文件夹、PDF 或图片。

    退出码：0 可以接收，1 人工核验，2 退回补正，3 不予接收，64 用法不对，70 程序出错。
    """
    settings = load_settings()
    console = Console(stderr=as_json)
    if submitted is None:
        submitted = date.today().isoformat()
        console.print(f"未写送审日期，按今天 {submitted} 计。可用 --submitted 指定。", style="yellow")
    statement = Statement(iso_date(submitted), series, title, specialty, route, committee)
    corrections = load_corrections(corrections_file) if corrections_file else None
    folder = None if as_json and out is None else out or result_folder(paths[0])
    with shown_progress(console, quiet=as_json) as progress:
        result = run_check(
            paths,
            policy=load_policy(policy_name or settings.policy, overlay),
            settings=settings,
            statement=statement,
            created=datetime.now().astimezone().isoformat(timespec="seconds"),
            out=folder,
            ocr=ocr != "none",
            corrections=corrections,
            keep_work=keep_work,
            progress=progress,
        )
    if as_json:
        click.echo(to_json(result.report).encode(), nl=False)
    else:
        for line in terminal_lines(result.report):
            console.print(line)
        if result.files is not None:
            lines = f"审核封面：{shown(result.files.cover)}\n问题清单：{shown(result.files.html)}"
            console.print(lines, soft_wrap=True, highlight=False)
    return EXIT_STATUS[result.judgement.decision]


def result_folder(path: Path) -> Path:
    """Beside the upload: 材料.zip → 材料-预审结果/."""
    return path.resolve().parent / f"{path.stem if path.is_file() else path.name}-预审结果"


def shown(path: Path) -> Path:
    """As seen from the working folder, where it lies below it."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path

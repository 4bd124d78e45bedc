"""`dossier explain`: why a rule came out as it did."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from dossier.cli.shared import read_report
from dossier.errors import UsageError
from dossier.model import Record
from dossier.model.wire import record_from_json
from dossier.pipeline.earlier import RECORD
from dossier.pipeline.explain import explain as explain_rule
from dossier.policy import load_policy
from dossier.policy.checks import validate_record_json
from dossier.report import to_json
from dossier.report.explained import explained_lines


@click.command()
@click.argument("report", type=click.Path(exists=True, path_type=Path))
@click.argument("rule")
@click.option("--policy", "policy_name", help="政策包的名称或文件；默认与报告相同。")
@click.option("--overlay", type=click.Path(exists=True, path_type=Path), help="检查时所用的本单位设置文件（JSON）。")
@click.option("--json", "as_json", is_flag=True, help="只在标准输出上打印 JSON。")
def explain(report: Path, rule: str, policy_name: str | None, overlay: Path | None, as_json: bool) -> None:
    """说明一条规则为何得出这个结果：读了哪些值、在哪里、把握多大，用了哪些参数和界限。

    REPORT 是 report.json 或它所在的文件夹；读取的值来自同一文件夹的 record.json。
    """
    data = read_report(report)
    policy = load_policy(policy_name or data["policy"]["id"], overlay)
    folder = report if report.is_dir() else report.parent
    said = explain_rule(rule.upper(), data, _record(folder / RECORD), policy)
    if as_json:
        click.echo(to_json(said).encode(), nl=False)
        return
    console = Console()
    for line in explained_lines(said):
        console.print(line)


def _record(path: Path) -> Record | None:
    """The record beside the report; None where there is none. UsageError where it is not one."""
    if not path.is_file():
        return None
    try:
        data: Any = json.loads(path.read_text(encoding="utf-8"))
        wrong = validate_record_json(data)
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} 无法读取：{error}", "请用检查时写出的 record.json。") from error
    if wrong:
        raise UsageError(f"{path} 不是可用的 record.json：{wrong[0]}", "请用检查时写出的 record.json。")
    return record_from_json(data)

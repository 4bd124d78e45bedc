"""`dossier rules`, `dossier series`, `dossier policies`: what is checked, printed from the law as data."""

from __future__ import annotations

import click
from rich.console import Console
from rich.table import Table

from dossier.config import load_settings
from dossier.errors import UsageError
from dossier.policy import load_policy
from dossier.report.wording import SEVERITIES
from dossier.validate import catalogue_page, checked_codes

_LEVELS = {
    "senior": "正高级",
    "associate_senior": "副高级",
    "intermediate": "中级",
    "assistant": "助理级",
    "technician": "员级",
}


@click.command()
@click.argument("code", required=False)
def rules(code: str | None) -> None:
    """列出全部规则，或打印一条规则的说明（为什么、例、怎么改）。"""
    policy = load_policy(load_settings().policy)
    console = Console()
    if code is not None:
        if code.upper() not in policy.rules:
            raise UsageError(f"没有规则 {code}", "运行 dossier rules 查看全部规则。")
        console.print(catalogue_page(code.upper(), policy), highlight=False)
        return
    built = checked_codes()
    table = Table("规则", "问题", "级别", "依据", "已实现")
    for rule in policy.rules.values():
        table.add_row(
            rule.code,
            rule.title,
            SEVERITIES[rule.severity],
            policy.cite(rule.clause),
            "是" if rule.code in built else "",
        )
    console.print(table)


@click.command()
def series() -> None:
    """列出职称系列和各层级名称。"""
    table = Table("代码", "系列", *_LEVELS.values())
    for one in load_policy(load_settings().policy).series.values():
        table.add_row(one.code, one.zh, *("、".join(one.titles.get(level) or ()) or "—" for level in _LEVELS))
    Console().print(table)


@click.command()
def policies() -> None:
    """打印当前政策包：文号、版本和参数。"""
    policy = load_policy(load_settings().policy)
    console = Console()
    console.print(f"{policy.id}　{policy.document_number}　{policy.title}　版本 {policy.version}", highlight=False)
    table = Table("参数", "值", "依据", "已核实")
    for name, parameter in policy.parameters.items():
        table.add_row(
            name,
            str(parameter.value),
            policy.cite(parameter.clause) if parameter.clause else "",
            "是" if parameter.verified else "",
        )
    console.print(table)

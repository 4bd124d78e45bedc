"""`dossier rules`, `dossier series`: what is checked, printed from the law as data."""

from __future__ import annotations

import click
from rich.console import Console
from rich.table import Table

from dossier.config import load_settings
from dossier.errors import UsageError
from dossier.policy import Policy, load_policy
from dossier.policy.demand_table import NO_ROW, level_demands, markdown
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
@click.argument("code", metavar="SERIES", required=False)
@click.option("--table", is_flag=True, help="全部系列各级别的要求，写成 Markdown 表（schemas/SERIES.md）")
def series(code: str | None, table: bool) -> None:
    """列出职称系列和各层级名称，或打印一个系列各级别的要求。"""
    policy = load_policy(load_settings().policy)
    if table:
        click.echo(markdown(policy, _LEVELS, "tests/validate/test_series.py"), nl=False)
        return
    if code is not None:
        _one_series(policy, policy.find_series(code) or code)
        return
    listed = Table("代码", "系列", *_LEVELS.values())
    for one in policy.series.values():
        listed.add_row(one.code, one.zh, *("、".join(one.titles.get(level) or ()) or "—" for level in _LEVELS))
    Console().print(listed)


def _one_series(policy: Policy, code: str) -> None:
    one = policy.series.get(code)
    if one is None:
        raise UsageError(f"没有系列 {code}", "运行 dossier series 查看全部系列；可写代码或名称，如 engineering、工程。")
    unit = one.continuing_education
    professional = f"，其中专业科目{unit['professional']}" if "professional" in unit else ""
    lines = [
        f"{one.code}　{one.zh}（国家职称系列第{one.number}号）",
        f"职称名称：{one.source}{'（已核实）' if one.verified else ''}",
        f"继续教育：每年{unit['total']}{unit['unit']}{professional}{_mark(unit['verified'])}",
    ]
    for level in one.levels:
        row = level_demands(policy, one, level)
        titles = "、".join(row.titles) or one.title_patterns[level]
        lines += ["", f"{_LEVELS[level]}　{titles}", f"　　须附材料：{'、'.join(row.documents)}"]
        mark = "" if row.qualification == NO_ROW else _mark(row.verified)
        lines.append(f"　　学历资历：{row.qualification}{mark}")
    click.echo("\n".join(lines))


def _mark(verified: bool) -> str:
    return "（已核实）" if verified else "（未经核实）"

"""`dossier policies`: a policy pack shown, a pack or overlay checked, stored records judged under two of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Column, Table

from dossier.config import load_settings
from dossier.errors import UsageError
from dossier.model import Record
from dossier.model.wire import record_from_json
from dossier.pipeline.compare import Comparison, RuleChange, compare
from dossier.policy import Policy, policy_names
from dossier.policy.checks import validate_record_json
from dossier.policy.inspect import file_problems, load_named
from dossier.report.wording import DECISIONS, SEVERITIES, word

_OUTCOMES = {"pass": "通过", "not_applicable": "不适用", "undecided": "人工核验", "fail": "不符合"}
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


class _PoliciesGroup(click.Group):
    """A word that is no subcommand is the id of a policy to show."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        return super().resolve_command(ctx, args if args[0] in self.commands else ["show", *args])


@click.group(cls=_PoliciesGroup, invoke_without_command=True)
@click.pass_context
def policies(ctx: click.Context) -> None:
    """显示政策包（policies [ID]），检查政策包或设置文件，比较两套政策。

    ID 是政策包的代码或文件，可加设置文件：shanxi-2025+office.json。
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(show, name=None)
        click.echo(f"可用的政策包：{'、'.join(policy_names())}")


@policies.command()
@click.argument("name", metavar="ID", required=False)
def show(name: str | None) -> None:
    """打印一个政策包：文号、版本、参数、途径、规则调整和结果确认。"""
    default = load_settings().policy
    policy = load_named(name or default, default)
    console = Console()
    console.print(f"{policy.id}　{policy.document_number}　{policy.title}　版本 {policy.version}", highlight=False)
    mark = "已核实" if policy.verified else "未全部核实"
    console.print(f"{policy.description}\n出处：{policy.source}（{mark}）", highlight=False, markup=False)
    for table in (_parameters(policy), _routes(policy), _adjusted(policy), _confirmation(policy), _office(policy)):
        if table.row_count:
            console.print(table)


@policies.command("check")
@click.argument("file", type=_FILE)
@click.option("--policy", "policy_name", help="设置文件所属的政策包，默认 shanxi-2025。")
def check_file(file: Path, policy_name: str | None) -> int:
    """检查政策包或设置文件，一次列出全部问题、位置和改法。退出码：0 没有问题，64 有问题。"""
    problems = file_problems(file, policy_name or load_settings().policy)
    for problem in problems:
        click.echo(f"{problem}\n    怎么改：{problem.hint}")
    click.echo(f"{file.name}：发现{len(problems)}处问题。" if problems else f"{file.name}：没有问题。")
    return 64 if problems else 0


@policies.command("compare")
@click.argument("old")
@click.argument("new")
@click.argument("records", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="只在标准输出上打印比较结果（JSON）。")
def compare_policies(old: str, new: str, records: tuple[Path, ...], as_json: bool) -> int:
    """用两套政策重新判定已有的 record.json，列出结论和规则的变化及原因。不改动这些文件。

    OLD、NEW 是政策包的代码或文件，可加设置文件（shanxi-2025+office.json）；RECORDS 是 record.json 或其所在文件夹。
    退出码：0 全部比较，64 有文件无法使用。
    """
    default = load_settings().policy
    before, after = load_named(old, default), load_named(new, default)
    compared: list[tuple[Path, Comparison]] = []
    refused: list[tuple[Path, str]] = []
    for path in records:
        try:
            compared.append((path, compare(_record(path), before, after)))
        except UsageError as error:
            refused.append((path, error.message))
    if as_json:
        click.echo(json.dumps(_as_json((before, after), compared, refused), ensure_ascii=False, indent=1))
    else:
        _print((before, after), compared, refused)
    return 64 if refused else 0


def _record(path: Path) -> Record:
    file = path / "record.json" if path.is_dir() else path
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{file} 读不到或不是 JSON") from error
    if not isinstance(data, dict) or (wrong := validate_record_json(data)):
        raise UsageError(f"{file} 不是卷宗记录" + (f"：{wrong[0]}" if isinstance(data, dict) else ""))
    return record_from_json(data)


def _as_json(
    policies: tuple[Policy, Policy], compared: Sequence[tuple[Path, Comparison]], refused: Sequence[tuple[Path, str]]
) -> dict[str, Any]:
    old, new = ({"id": one.id, "version": one.version, "overlay": one.office.title or None} for one in policies)
    rows = [{"record": str(path), **asdict(one)} for path, one in compared]
    return {"old": old, "new": new, "records": rows, "refused": [{"record": str(p), "why": why} for p, why in refused]}


def _print(
    policies: tuple[Policy, Policy], compared: Sequence[tuple[Path, Comparison]], refused: Sequence[tuple[Path, str]]
) -> None:
    console = Console()
    old, new = (f"{one.id} {one.version}" for one in policies)
    moved = [one for _, one in compared if one.before != one.after]
    console.print(f"旧：{old}；新：{new}", highlight=False, soft_wrap=True)
    console.print(f"共{len(compared)}份，结论改变{len(moved)}份。", highlight=False)
    table = _table("卷宗", "结论", "规则", "变化", "原因")
    for path, one in compared:
        for row in _rows(path, one):
            table.add_row(*row)
    if table.row_count:
        console.print(table)
    for path, why in refused:
        console.print(f"{path} 无法比较：{why}", style="red", highlight=False, soft_wrap=True)


def _rows(path: Path, one: Comparison) -> Iterator[tuple[str, str, str, str, str]]:
    verdict = word(DECISIONS, one.before)
    if one.before != one.after:
        verdict += f" → {word(DECISIONS, one.after)}"
    for n, change in enumerate(one.changes):
        head = (str(path), verdict) if n == 0 else ("", "")
        yield (*head, change.rule, _change_words(change), "；".join(change.why))


def _change_words(change: RuleChange) -> str:
    return " → ".join(
        _OUTCOMES[outcome] + (f"（{word(SEVERITIES, severity)}）" if severity else "")
        for outcome, severity in (change.before, change.after)
    )


def _table(*columns: str, title: str | None = None) -> Table:
    """A table that cuts nothing off."""
    return Table(*(Column(column, overflow="fold") for column in columns), title=title)


def _parameters(policy: Policy) -> Table:
    table = _table("参数", "值", "依据", "已核实", "说明")
    for name, one in policy.parameters.items():
        table.add_row(
            name,
            json.dumps(one.value, ensure_ascii=False),
            policy.cite(one.clause),
            "是" if one.verified else "未核实",
            one.note,
        )
    return table


def _routes(policy: Policy) -> Table:
    table = _table("申报途径", "不适用的规则", "人工核验的规则", "证明材料", "前提", "理由", title="途径")
    for route, off in policy.routes_off.items():
        zh = policy.codes.get("routes", {}).get(route, route)
        undecided = policy.routes_undecided.get(route, frozenset())
        condition = policy.routes_while.get(route, "")
        papers = "、".join(policy.kinds[kind].zh for kind in policy.routes_demand.get(route, ()))
        cells = (_families(off, policy), _families(undecided, policy), papers, condition, policy.route_reasons[route])
        table.add_row(zh, *cells)
    return table


def _families(codes: frozenset[str], policy: Policy) -> str:
    """Rules in the order of the catalogue, a whole family by its name."""
    shown: dict[str, None] = {}
    for code in policy.rules:
        family = code.partition("-")[0]
        if code in codes:
            whole = {one for one in policy.rules if one.startswith(f"{family}-")} <= codes
            shown[family if whole else code] = None
    return " ".join(shown)


def _adjusted(policy: Policy) -> Table:
    table = _table("规则", "调整", "理由", title="规则调整")
    for code, rule in policy.rules.items():
        if rule.off or rule.regraded:
            change = "停用" if rule.off else f"改为{SEVERITIES[rule.severity]}"
            table.add_row(f"{code} {rule.title}", change, rule.off or rule.regraded)
    return table


def _confirmation(policy: Policy) -> Table:
    table = _table("评委会类别", "评审结果由谁确认公布", title=f"结果确认（{policy.cite(policy.confirmation.clause)}）")
    for kind, entry in policy.confirmation.by_committee.items():
        table.add_row(policy.codes.get("committee_kinds", {}).get(kind, kind), entry["who"])
    return table


def _office(policy: Policy) -> Table:
    office = policy.office
    table = _table("评委会", "类别", "核准备案部门", "评审范围", title=f"评委会登记册（{office.title}）")
    for one in office.committees:
        scope = "；".join(_scope(scope.series, scope.levels, scope.specialties, policy) for scope in one.scope)
        table.add_row(one.name, policy.codes["committee_kinds"][one.kind], one.approved_by, scope)
    return table


def _scope(series: str, levels: Sequence[str], specialties: Sequence[str], policy: Policy) -> str:
    names = "、".join(policy.codes["levels"][level] for level in levels) or "各级"
    return f"{policy.series[series].zh} {names} {'、'.join(specialties) or '全部专业'}"

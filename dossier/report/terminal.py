"""The report on a terminal: verdict, publicity, defects and open points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from dossier.report.wording import (
    ACTORS,
    COMPLIANCE,
    DECISIONS,
    PUBLICITY_ITEMS,
    SEVERITIES,
    adjustment_words,
    date_words,
    place_words,
    said,
    unverified_words,
    word,
)

_VERDICT_STYLE = {"accept": "bold green", "review": "bold yellow", "return": "bold dark_orange3", "reject": "bold red"}
_SEVERITY_STYLE = {"reject": "bold red", "correct": "dark_orange3", "advise": "cyan"}

Report = Mapping[str, Any]


def terminal_lines(report: Report) -> list[RenderableType]:
    """Renderables for a rich console, in order. Texts of the dossier are never taken for markup."""
    return [
        *_head(report),
        *_adjustments(report),
        *_corrections(report),
        _publicity(report),
        *_findings(report),
        *_failures(report),
    ]


def _head(report: Report) -> Iterator[RenderableType]:
    applicant, application, counts = report["applicant"], report["application"], report["counts"]
    who = [applicant.get("name"), applicant.get("employer"), application["series_name"], application["title"]]
    yield Text("  ".join(str(part) for part in who if part), style="bold")
    verdict = Text(word(DECISIONS, report["verdict"]), style=_VERDICT_STYLE[report["verdict"]])
    tally = "，".join(f"{zh}{counts[code]}" for code, zh in SEVERITIES.items())
    yield verdict.append(
        f"  {tally}，人工核验{counts['undecided']}，通过{counts['passed']}  {report['number']}",
        style="not bold default",
    )


def _adjustments(report: Report) -> Iterator[Text]:
    policy = report["policy"]
    if "overlay" in policy:
        yield Text(f"本单位设置：{policy['overlay']['title']}（规则版本 {policy['version']}）", style="cyan")
    for entry in policy["adjustments"]:
        yield Text(f"规则调整 {entry['rule']} {adjustment_words(entry)}：{entry['reason']}", style="cyan")


def _corrections(report: Report) -> Iterator[Text]:
    for entry in report["corrections"]:
        change = f"{said(entry['before'])} → {said(entry['value'], '空白')}"
        yield Text(f"人工更正 {entry['title']} {entry['field']}：{change}（{entry['by']}）", style="cyan")


def _publicity(report: Report) -> Table:
    table = Table("公示内容", "公示期", "工作日", "公示单位", "结论", box=box.SIMPLE, pad_edge=False)
    for row in report["publicity"]:
        period = row["period"]
        table.add_row(
            word(PUBLICITY_ITEMS, row["item"]),
            f"{date_words(period['start'])}至{date_words(period['end'])}" if period else "—",
            "—" if row["working_days"] is None else str(row["working_days"]),
            Text(row["publisher"] or "—"),
            word(COMPLIANCE, row["compliance"]),
        )
    return table


def _findings(report: Report) -> Iterator[Text]:
    for entry in report["defects"]:
        yield from _finding(entry, word(SEVERITIES, entry["severity"]), _SEVERITY_STYLE[entry["severity"]])
    for entry in report["undecided"]:
        yield from _finding(entry, "人工核验", "yellow")


def _finding(entry: Report, mark: str, style: str) -> Iterator[Text]:
    head = Text(f"{mark} {entry['rule']} ", style=style)
    yield head.append(f"{entry['title']}：{entry['message']}", style="not bold default")
    detail = [*dict.fromkeys(place_words(location) for location in entry["locations"])]
    if detail:
        yield Text(f"    位置：{'；'.join(detail)}", style="dim")
    yield Text(f"    依据：{entry['citation']}", style="dim")
    for one in entry.get("unverified", ()):
        yield Text(f"    用到未经核实的参数：{unverified_words(one)}", style="dim")
    if entry["remedy"]:
        how = "如属实，怎么改" if "reason" in entry else "怎么改"
        yield Text(f"    {how}（{word(ACTORS, entry['by'])}）：{entry['remedy']}", style="dim")


def _failures(report: Report) -> Iterator[Text]:
    for failure in report["failures"]:
        yield Text(f"系统问题 {failure['stage']}：{failure['what']} {failure['hint']}", style="magenta")

"""An explanation of a rule's outcome on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from dossier.report.wording import SEVERITIES, place_words, said, word

_OUTCOMES = {
    "fail": "不符合",
    "undecided": "人工核验",
    "pass": "通过",
    "not_applicable": "不适用",
    "not_checked": "本版本未检查",
}
_STATES = {
    "certain": "可靠",
    "unsure": "不够可靠",
    "stated": "申报时填报",
    "absent": "材料上没有此栏",
    "present": "卷宗内有",
    "blank": "空白",
    "unreadable": "无法识别",
    "ambiguous": "有歧义",
}
NO_RECORD = "报告旁没有 record.json，读取的值、事实和参数无从列出，以下只是报告所载。"

Explanation = Mapping[str, Any]


def explained_lines(explanation: Explanation) -> list[RenderableType]:
    """Renderables for a rich console, in order. Texts of the dossier are never taken for markup."""
    lines = [*_head(explanation), *_findings(explanation)]
    if not explanation["record"]:
        return [Text(NO_RECORD, style="yellow"), *lines]
    return [*lines, *_values(explanation), *_facts(explanation), *_figures(explanation)]


def _head(explanation: Explanation) -> Iterator[Text]:
    severity, outcome = word(SEVERITIES, explanation["severity"]), word(_OUTCOMES, explanation["outcome"])
    yield Text(f"{explanation['rule']} {explanation['title']}（{severity}）：{outcome}", style="bold")
    yield Text(f"报告：{explanation['report']}")
    yield Text(f"依据：{explanation['citation']}")
    if explanation["clause"]:
        yield Text(f"条文：{explanation['clause']}", style="dim")
    if explanation["condition"]:
        yield Text(f"何时不符合：{explanation['condition']}")
    if explanation["why_not"]:
        yield Text(f"为何不适用：{explanation['why_not']}")
    if explanation["policy_changed"]:
        yield Text("注意：报告所用的政策或设置与现在的不同（检查时用了设置文件的，请加 --overlay）。", style="yellow")
    now = explanation.get("now")
    if now is not None and now != explanation["outcome"]:
        yield Text(f"注意：按现在的程序和政策重新判定，结果为{word(_OUTCOMES, now)}。", style="yellow")


def _findings(explanation: Explanation) -> Iterator[Text]:
    for one in explanation["findings"]:
        yield Text(f"{word(_OUTCOMES, one['outcome'])}：{one['message']}")
        places = dict.fromkeys(place_words(place) for place in one["locations"])
        if places:
            yield Text(f"    位置：{'；'.join(places)}", style="dim")
        yield Text(f"    怎么改：{one['remedy']}", style="dim")


def _values(explanation: Explanation) -> Iterator[RenderableType]:
    if not explanation["values"]:
        yield Text("本条不读取材料上的栏目，或卷宗中没有相应材料。")
        return
    yield Text("读取的值：")
    table = Table("材料", "栏目", "读到的值", "位置", "识别把握", "状态", box=box.SIMPLE)
    for one in explanation["values"]:
        confidence = one.get("confidence")
        table.add_row(
            Text(one["title"]),
            one["label"],
            Text(said(one["value"], "—")),
            Text(_place(one)),
            "—" if confidence is None else f"{confidence:.2f}",
            word(_STATES, one["state"]),
        )
    yield table


def _place(one: Explanation) -> str:
    shown = f" [{' '.join(f'{edge:g}' for edge in one['box'])}]" if one.get("box") else ""
    return place_words(one) + shown


def _facts(explanation: Explanation) -> Iterator[Text]:
    for one in explanation["facts"]:
        reason = f"（{one['reason']}）" if one["reason"] else ""
        places = dict.fromkeys(place_words(place) for place in one["from"])
        source = f"，据 {'；'.join(places)}" if places else ""
        yield Text(f"事实 {one['name']} = {said(one['value'], '不能确定')}{reason}{source}")
    if table := explanation["table"]:
        mark = "已核实" if table["verified"] else "未经核实"
        years = "，".join(f"{name} {value}" for name, value in table["years"].items() if isinstance(value, int))
        yield Text(f"学历资历条件表（{table['series']}，{table['level']}）：{years or '—'}（{mark}）")


def _figures(explanation: Explanation) -> Iterator[Text]:
    for one in explanation["parameters"]:
        source = one["citation"] if one["verified"] else f"{one['citation']}，未经核实"
        yield Text(f"参数 {one['name']} = {said(one['value'], '不限')}（{source}）{one['note']}")
    limits = explanation["thresholds"]
    yield Text(
        f"界限：识别把握不低于{limits['certain']:.2f}的值才能作为不符合的依据；"
        f"低于{limits['doubtful']:.2f}的值也不能作为通过的依据。",
        style="dim",
    )

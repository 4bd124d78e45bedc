"""`dossier score`: how much of dossiers whose truth is known was read and judged rightly."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click
from rich import box
from rich.console import Console
from rich.table import Table

from dossier.cli.shared import shown_progress
from dossier.config import load_settings
from dossier.errors import UsageError
from dossier.policy import load_policy
from dossier.report import mask_text
from dossier.report.privacy import known_numbers
from dossier.report.wording import DECISIONS, word
from dossier.score import FIGURES, Observation, Scored, check_dossier, find_dossiers, load_results

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_PLAIN: dict[str, Any] = {"soft_wrap": True, "highlight": False, "markup": False}
_RULES = {"must": "漏报", "extra": "多报", "open": "应核验未列", "open_extra": "多列核验"}
_PLACES = {
    "kind": "页面种类",
    "grouping": "材料分合",
    "field": "栏目",
    "blank": "空栏",
    "place": "位置",
    "seal": "印章",
    "signature": "签名",
}


@click.command()
@click.argument("folders", nargs=-1, required=True, type=_FOLDER)
@click.option(
    "--results", type=_FOLDER, help="已有结果的文件夹：用其中 <材料文件夹名>/record.json 和 report.json，不再检查。"
)
@click.option("--fields", is_flag=True, help="列出与真值不符的各处。")
@click.option("--json", "as_json", is_flag=True, help="只在标准输出上打印各项计数（JSON）。")
def score(folders: tuple[Path, ...], results: Path | None, fields: bool, as_json: bool) -> int:
    """用已知真值（truth.json）的材料衡量读得准不准、判得对不对。

    FOLDERS 是含有 truth.json 的材料文件夹，或其上一级文件夹。退出码：0 全部评分，64 有材料无法评分，70 程序出错。
    """
    console = Console(stderr=as_json)
    score_one = _scorer(results, console, as_json)
    scored: list[Scored] = []
    rows: list[dict[str, Any]] = []
    for folder in find_dossiers(folders):
        try:
            one = score_one(folder)
        except UsageError as error:
            rows.append({"name": folder.resolve().name, "error": error.message})
            console.print(f"{folder.resolve().name}  无法评分：{error.message}", **_PLAIN)
            continue
        scored.append(one)
        rows.append(_row(one, fields))
        console.print("\n".join(_lines(one, fields)), **_PLAIN)
    everything = [observation for one in scored for observation in one.observations]
    if as_json:
        click.echo(json.dumps({"dossiers": rows, "total": _counts(everything)}, ensure_ascii=False, indent=1))
    elif scored:
        console.print(_total(everything, len(scored)))
    return 0 if len(scored) == len(rows) else 64


def _scorer(results: Path | None, console: Console, quiet: bool) -> Callable[[Path], Scored]:
    """What scores one folder: from earlier results, or by checking it now."""
    if results is not None:
        return lambda folder: load_results(folder, results)
    settings = load_settings()
    policy = load_policy(settings.policy)

    def check_now(folder: Path) -> Scored:
        created = datetime.now().astimezone().isoformat(timespec="seconds")
        with shown_progress(console, quiet) as progress:
            return check_dossier(folder, policy=policy, settings=settings, created=created, progress=progress)

    return check_now


def _lines(one: Scored, fields: bool) -> list[str]:
    """What is said of one dossier; rules only where its truth states them."""
    lines = [f"{one.name}  {one.strength}".rstrip()]
    verdicts = [observation for observation in one.observations if observation.measure == "verdict"]
    if verdicts:
        wanted = "或".join(word(DECISIONS, code) for code in verdicts[0].want)
        lines.append(f"  结论 {word(DECISIONS, one.verdict)}，{'相符' if verdicts[0].right else f'应为{wanted}'}")
        lines.append("  规则 " + "；".join(f"{zh} {_codes(one, name)}" for name, zh in _RULES.items()))
    shares = ((figure.zh, figure.share(one.observations)) for figure in FIGURES if figure.name in ("kind", "field"))
    lines.append("  " + "，".join(f"{zh} {share.hits}/{share.of}" for zh, share in shares))
    return lines + [f"    {line}" for line in _differences(one)] * fields


def _codes(one: Scored, measure: str) -> str:
    return " ".join(o.field for o in one.observations if o.measure == measure and not o.right) or "无"


def _differences(one: Scored) -> list[str]:
    """Every place where reading and truth differ, identity numbers masked."""
    true_numbers = {o.want for o in one.observations if o.field == "id_number" and isinstance(o.want, str)}
    known = known_numbers(one.record) | true_numbers
    return [mask_text(_difference(o), known) for o in one.observations if o.measure in _PLACES and not o.right]


def _difference(one: Observation) -> str:
    name = f"{one.kind}.{one.field}" if one.field else one.kind
    sure = "" if one.confidence is None else f"（置信度 {one.confidence:.2f}）"
    return f"{one.file} 第{one.page}页 {_PLACES[one.measure]} {name}：应为 {one.want}，读作 {one.got}{sure}"


def _row(one: Scored, fields: bool) -> dict[str, Any]:
    row = {"name": one.name, "strength": one.strength, "verdict": one.verdict, "figures": _counts(one.observations)}
    return row | ({"differences": _differences(one)} if fields else {})


def _counts(observations: Sequence[Observation]) -> dict[str, dict[str, float]]:
    """Figure → hits, of, and the 95 % interval; a count has its number only. Figures over nothing are left out."""
    counts: dict[str, dict[str, float]] = {}
    for figure in FIGURES:
        share = figure.share(observations)
        if not share.of:
            continue
        low, high = share.interval
        interval = {"low": round(low, 4), "high": round(high, 4)}
        counts[figure.name] = (
            {"count": share.hits} if figure.count else {"hits": share.hits, "of": share.of, **interval}
        )
    return counts


def _total(observations: Iterable[Observation], dossiers: int) -> Table:
    table = Table("指标", "比例", "95%区间", "数", box=box.SIMPLE, pad_edge=False, title=f"合计 {dossiers} 份")
    taken = list(observations)
    for figure in FIGURES:
        share = figure.share(taken)
        if not share.of:
            continue
        low, high = (f"{end * 100:.1f}" for end in share.interval)
        cells = (
            ("", "", str(share.hits))
            if figure.count
            else (f"{share.hits / share.of:.1%}", f"{low}–{high}", f"{share.hits}/{share.of}")
        )
        table.add_row(figure.zh, *cells)
    return table

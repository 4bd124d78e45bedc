"""`dossier sample-list`: which dossiers of a run a person should look through."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dossier.cli.shared import read_report
from dossier.errors import NothingToCheck, UsageError
from dossier.pipeline.earlier import RECORD
from dossier.pipeline.order import read_object
from dossier.report import to_json
from dossier.report.audit_sample import Candidate, Drawn, cells_of, csv_text, draw, write_xlsx

_SHARE = 0.05


@click.command("sample-list")
@click.argument("results", type=click.Path(exists=True, path_type=Path))
@click.option("--seed", type=int, required=True, help="随机种子；同一批结果、同一种子得到同一份清单。")
@click.option("--share", type=click.FloatRange(0, 1, min_open=True), help="抽取比例，如 0.05；默认 0.05，至少一份。")
@click.option("--count", type=click.IntRange(1), help="抽取份数；与 --share 只写一个。")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="清单文件，.xlsx 或 .csv。")
@click.option("--json", "as_json", is_flag=True, help="只在标准输出上打印清单（JSON）。")
def sample_list(
    results: Path, seed: int, share: float | None, count: int | None, out: Path | None, as_json: bool
) -> None:
    """从一批检查结果中抽取供人工复查的卷宗，风险高的机会大，并写明每份被抽取的原因。

    RESULTS 是 bulk 的结果文件夹，或其中的 register.xlsx、register.json。
    """
    if share is not None and count is not None:
        raise UsageError("--share 和 --count 只能写一个", "按比例抽取写 --share，按份数抽取写 --count。")
    if out is not None and out.suffix.lower() not in (".xlsx", ".csv"):
        raise UsageError(f"{out.name} 的扩展名不对", "清单文件请用 .xlsx 或 .csv。")
    candidates = list(_candidates(results if results.is_dir() else results.parent))
    if not candidates:
        raise NothingToCheck(f"{results} 中没有审核报告", "请给出 dossier bulk 的结果文件夹。")
    wanted = count or max(1, math.ceil((share or _SHARE) * len(candidates)))
    drawn = draw(candidates, wanted, seed)
    if out is not None:
        _write(out, drawn, f"共{len(candidates)}份，抽取{len(drawn)}份，随机种子{seed}。{_METHOD}")
    if as_json:
        click.echo(to_json(_plain(drawn, len(candidates), seed)).encode(), nl=False)
        return
    _show(drawn, len(candidates), seed)
    if out is not None:
        click.echo(f"抽查清单：{out}")


_METHOD = (
    "按权重不放回抽取：每份的权重为1，另按人工核验项的占比、提示、未经核实的参数和条件表、扫描不清的页、"
    "人工更正和系统未能处理之处增加；权重越大，被抽中的机会越大。"
)


def _candidates(folder: Path) -> Iterator[Candidate]:
    for path in sorted(folder.rglob("report.json")):
        pages = read_object(path.parent / RECORD).get("pages")
        poor = None if pages is None else sum(bool(page["quality"].get("problem")) for page in pages)
        name = path.parent.relative_to(folder).as_posix().removeprefix("dossiers/")
        yield Candidate(name if name != "." else folder.resolve().name, read_report(path), poor)


def _write(out: Path, drawn: list[Drawn], note: str) -> None:
    try:
        if out.suffix.lower() == ".csv":
            out.write_text(csv_text(drawn), encoding="utf-8", newline="")
        else:
            write_xlsx(out, drawn, note)
    except OSError as error:
        raise UsageError(f"{out} 无法写入：{error.strerror}", "请关闭已打开的清单，或换一个位置。") from error


def _plain(drawn: list[Drawn], dossiers: int, seed: int) -> dict[str, Any]:
    names = ("rank", "dossier", "applicant", "employer", "verdict", "number", "weight")
    return {
        "format": "dossier-sample/1",
        "seed": seed,
        "dossiers": dossiers,
        "sample": [dict(zip(names, cells_of(one), strict=False)) | {"why": list(one.why)} for one in drawn],
    }


def _show(drawn: list[Drawn], dossiers: int, seed: int) -> None:
    console = Console()
    table = Table("序号", "卷宗", "申报人", "结论", "权重", "抽取原因", box=box.SIMPLE)
    for one in drawn:
        rank, name, applicant, _, verdict, _, weight, why = cells_of(one)
        table.add_row(str(rank), Text(name), Text(applicant or "—"), verdict, f"{weight:.2f}", Text(why))
    console.print(f"共{dossiers}份，抽取{len(drawn)}份，随机种子{seed}。", highlight=False)
    console.print(table)

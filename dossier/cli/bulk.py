"""`dossier bulk`: hundreds of dossiers, one row each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from dossier.cli.shared import iso_date
from dossier.config import load_settings
from dossier.errors import UsageError
from dossier.extract import Statement
from dossier.pipeline.across_json import across_json
from dossier.pipeline.bulk import Done, check_all, processes
from dossier.pipeline.earlier import write_json
from dossier.pipeline.order import Order, read_object
from dossier.pipeline.season import amend, compare, report_of
from dossier.pipeline.uploads import DOSSIERS, Upload, find_uploads
from dossier.report import to_json
from dossier.report.across import write_across
from dossier.report.register import UNCHECKED, Entry, register_json, write_register
from dossier.report.wording import DECISIONS, SEVERITIES

_RUN = "run.json"
_PLAIN: dict[str, Any] = {"soft_wrap": True, "highlight": False, "markup": False}
_NOT_REACHED = "尚未检查（本次运行中断）"
_RESUME = "用同样的命令重新运行，已完成的卷宗不再重做。"
_NO_CLASHES: dict[str, Any] = {"clashes": [], "failures": []}


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="结果文件夹。")
@click.option("--policy", "policy_name", help="政策包的名称或文件，默认 shanxi-2025。")
@click.option("--series", help="全部卷宗的申报系列；不写则从各自的评审表读取。")
@click.option("--submitted", metavar="DATE", help="送审日期，如 2025-08-29；不写则用首次运行的日期。")
@click.option("--committee", help="送审的评审委员会。")
@click.option("--overlay", type=click.Path(exists=True, path_type=Path), help="本单位的设置文件（JSON）。")
@click.option("--json", "as_json", is_flag=True, help="只在标准输出上打印登记表（JSON）。")
@click.option("--ocr", type=click.Choice(["auto", "none"]), default="auto", help="none：不做文字识别。")
def bulk(
    folder: Path,
    out: Path,
    policy_name: str | None,
    series: str | None,
    submitted: str | None,
    committee: str | None,
    overlay: Path | None,
    as_json: bool,
    ocr: str,
) -> int:
    """检查文件夹中的全部卷宗，每个压缩包、PDF 或子文件夹是一份，结果登记在 register.xlsx。

    可随时中断（Ctrl-C），用同样的命令接着做。退出码：0 全部检查完毕，64 用法不对，70 有卷宗未能检查，130 中断。
    """
    settings, console = load_settings(), Console(stderr=as_json)
    uploads, passed = find_uploads(folder, out)
    out.mkdir(parents=True, exist_ok=True)
    order = Order(
        policy=policy_name or settings.policy,
        overlay=overlay,
        settings=settings,
        statement=Statement(_submitted(submitted, out, console), series=series, committee=committee),
        created=datetime.now().astimezone().isoformat(timespec="seconds"),
        ocr=ocr != "none",
    )
    order.load()
    console.print(f"{folder}：{len(uploads)}份卷宗，同时检查{processes(order, len(uploads))}份。", **_PLAIN)
    if passed:
        console.print(f"不是卷宗，已跳过：{'、'.join(passed)}", style="yellow", **_PLAIN)
    done: dict[str, Done] = {}
    try:
        _check(uploads, order, done, console)
        compared = compare(_checked(uploads, done), order)
        for upload in amend(_checked(uploads, done), compared, order):
            console.print(f"跨卷宗比对：{upload.name} 的报告已补充", **_PLAIN)
    except KeyboardInterrupt:
        _write(out, uploads, done, order, _NO_CLASHES)
        console.print(f"已中断。完成{len(done)}份，共{len(uploads)}份。{_RESUME}", style="yellow", **_PLAIN)
        raise click.Abort from None
    across = across_json(compared, _checked(uploads, done), order.load(), order.created)
    write_across(out, across)
    register = _write(out, uploads, done, order, across)
    if as_json:
        click.echo(to_json(register).encode(), nl=False)
    else:
        _sum_up(register, out, console)
    return 70 if across["failures"] or any(one.error for one in done.values()) else 0


def _check(uploads: Sequence[Upload], order: Order, done: dict[str, Done], console: Console) -> None:
    """Check them all, telling what became of each. `done` holds what was finished when this is interrupted."""
    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("剩余"), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=len(uploads))
        for one in check_all(uploads, order):
            done[one.upload.name] = one
            bar.advance(task)
            if not one.reused:
                console.print(f"{len(done)}/{len(uploads)} {_line(one)}", **_PLAIN)
    if reused := sum(one.reused for one in done.values()):
        console.print(f"其中{reused}份此前已完成，未重做。", **_PLAIN)


def _line(done: Done) -> str:
    if done.error:
        return f"{done.upload.name}  {UNCHECKED}：{done.error}"
    report = report_of(done.upload)
    tally = "，".join(f"{zh}{report['counts'][code]}" for code, zh in SEVERITIES.items())
    return f"{done.upload.name}  {DECISIONS[report['verdict']]}  {tally}，人工核验{report['counts']['undecided']}"


def _checked(uploads: Sequence[Upload], done: dict[str, Done]) -> list[Upload]:
    return [upload for upload in uploads if upload.name in done and not done[upload.name].error]


def _write(
    out: Path, uploads: Sequence[Upload], done: dict[str, Done], order: Order, across: dict[str, Any]
) -> dict[str, Any]:
    """register.xlsx and register.json, in the order of the folder."""
    entries = [_entry(upload, done.get(upload.name)) for upload in uploads]
    policy = order.load()
    named = {"id": policy.id, "version": policy.version, "document_number": policy.document_number}
    register = register_json(entries, named, order.created, across)
    write_json(out / "register.json", register)
    try:
        write_register(out / "register.xlsx", entries, across)
    except OSError as error:
        raise UsageError(f"登记表无法写入：{error.strerror}", "请关闭已打开的 register.xlsx 后重新运行。") from error
    return register


def _entry(upload: Upload, done: Done | None) -> Entry:
    folder = f"{DOSSIERS}/{upload.name}"
    if done is None:
        return Entry(upload.name, folder, None, _NOT_REACHED, _RESUME)
    return Entry(upload.name, folder, None if done.error else report_of(upload), done.error, done.hint)


def _submitted(given: str | None, out: Path, console: Console) -> str:
    """The day of submission; without one that of the first run, so that resuming does not begin anew."""
    known = str(read_object(out / _RUN).get("submitted", ""))
    day = iso_date(given) if given else known or date.today().isoformat()
    if not given:
        console.print(f"未写送审日期，按 {day} 计。可用 --submitted 指定。", style="yellow", **_PLAIN)
    write_json(out / _RUN, {"submitted": day})
    return day


def _sum_up(register: dict[str, Any], out: Path, console: Console) -> None:
    counts = Counter(row["verdict"] for row in register["dossiers"])
    said = [f"{zh}{counts[code]}份" for code, zh in DECISIONS.items()]
    if counts[None]:
        said.append(f"{UNCHECKED}{counts[None]}份")
    console.print(f"{'，'.join(said)}；跨卷宗问题{len(register['across'])}处。", style="bold", **_PLAIN)
    console.print(f"登记表：{out / 'register.xlsx'}\n跨卷宗比对：{out / 'across.html'}", **_PLAIN)

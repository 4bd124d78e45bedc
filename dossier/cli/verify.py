"""`dossier verify`: is a printed sheet the one this report gives."""

from __future__ import annotations

from pathlib import Path

import click

from dossier.cli.shared import read_report
from dossier.pipeline.audit import AUDIT, broken_at
from dossier.report import verify as report_is_intact
from dossier.report import verify_number
from dossier.report.digest import qr_text


@click.command()
@click.argument("report", type=click.Path(exists=True, path_type=Path))
@click.option("--number", help="审核封面上印的编号。")
@click.option("--qr", metavar="TEXT", help="扫描审核封面（PDF 或 Word）上二维码所得的文字。")
def verify(report: Path, number: str | None, qr: str | None) -> int:
    """核对 report.json 未被改动，并与审核封面上的编号或二维码一致。"""
    data = read_report(report)
    trail = (report if report.is_dir() else report.parent) / AUDIT
    if trail.is_file() and (line := broken_at(trail)):
        click.echo(f"不一致：{AUDIT} 第{line}行与前一行不衔接，记录已被改动。")
        return 1
    if not report_is_intact(data):
        click.echo("不一致：报告内容已被改动。")
        return 1
    expected = verify_number(data)
    if number is not None and number.strip().upper() != expected:
        click.echo(f"不一致：该报告的编号是 {expected}。")
        return 1
    if qr is not None and qr.split() != qr_text(data).split():
        click.echo(f"不一致：二维码不是该报告的（该报告的编号是 {expected}）。")
        return 1
    click.echo(f"一致：编号 {expected}。")
    return 0

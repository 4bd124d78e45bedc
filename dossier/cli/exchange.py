"""`dossier export` and `dossier import`: records as JSON or tables, and back."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from dossier.errors import NothingToCheck, UsageError
from dossier.pipeline.earlier import RECORD, write_json
from dossier.pipeline.tables import HEADS, from_tables, to_tables
from dossier.policy.checks import validate_record_json

FORMAT = "dossier-records/1"
RECORDS = "records.json"
_HINT = "请给出 dossier export 写出的 records.json，或 CSV 各表所在的文件夹。"


@click.command()
@click.argument("records", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(["json", "csv"]), default="json", help="json（默认）或 csv。")
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="写到哪个文件夹。")
def export(records: tuple[Path, ...], form: str, out: Path) -> None:
    """把读取的内容写成一个 JSON 文件或几张 CSV 表。证件号码不遮盖，请妥善保管。

    RECORDS 是 record.json、检查结果文件夹或 bulk 的结果文件夹。
    """
    found = _collect(records)
    out.mkdir(parents=True, exist_ok=True)
    if form == "json":
        write_json(out / RECORDS, {"format": FORMAT, "records": found})
        click.echo(f"{len(found)}份：{out / RECORDS}")
        return
    for table, rows in to_tables(found).items():
        with (out / f"{table}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, HEADS[table])
            writer.writeheader()
            writer.writerows(rows)
    click.echo(f"{len(found)}份：{out} 中的{'、'.join(f'{table}.csv' for table in HEADS)}")


@click.command("import")
@click.argument("source", type=click.Path(exists=True, path_type=Path))
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="写到哪个文件夹。")
def import_(source: Path, out: Path) -> None:
    """把 export 写出的 JSON 或 CSV 还原为 record.json，每份一个文件夹，先核对格式再写。"""
    records = _from_csv(source) if source.is_dir() and not (source / RECORDS).is_file() else _from_json(source)
    folders = [out / _checked(name, record) for name, record in records.items()]
    for folder, record in zip(folders, records.values(), strict=True):
        folder.mkdir(parents=True, exist_ok=True)
        write_json(folder / RECORD, record)
    click.echo(f"{len(records)}份：{out}")


def _collect(paths: tuple[Path, ...]) -> dict[str, Any]:
    """Every record below the paths by the name of its folder; a name that is taken gets a number."""
    found: dict[str, Any] = {}
    for path in (file for one in paths for file in _files(one)):
        name = path.resolve().parent.name if path.name == RECORD else path.stem
        taken, number = name, 1
        while taken in found:
            number += 1
            taken = f"{name}-{number}"
        found[taken] = _sound(path, _read(path))
    if not found:
        raise NothingToCheck("没有找到 record.json", "请给出 record.json 或检查结果文件夹。")
    return found


def _files(path: Path) -> Iterator[Path]:
    return iter(sorted(path.rglob(RECORD)) if path.is_dir() else [path])


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} 无法读取：{error}", _HINT) from error


def _sound(name: object, record: Any) -> Any:
    wrong = validate_record_json(record) if isinstance(record, dict) else ["不是 JSON 对象"]
    if wrong:
        raise UsageError(f"{name} 不合 schemas/record.schema.json：{wrong[0]}", _HINT)
    return record


def _checked(name: str, record: Any) -> str:
    """The name of the folder for a record. UsageError where it leads elsewhere or the record is not sound."""
    if not name.strip() or name in (".", "..") or any(c in "/\\:\0" for c in name):
        raise UsageError(f"“{name}”不能作文件夹名", "请修改 records.json 或各 CSV 表 record 列中的名称。")
    _sound(name, record)
    return name


def _from_json(source: Path) -> dict[str, Any]:
    data = _read(source / RECORDS if source.is_dir() else source)
    if not isinstance(data, dict) or data.get("format") != FORMAT or not isinstance(data.get("records"), dict):
        raise UsageError(f"{source} 不是 {FORMAT} 格式", _HINT)
    records: dict[str, Any] = data["records"]
    return records


def _from_csv(folder: Path) -> dict[str, Any]:
    tables = {}
    csv.field_size_limit(sys.maxsize)
    for table in HEADS:
        path = folder / f"{table}.csv"
        try:
            with path.open(encoding="utf-8-sig", newline="") as file:
                tables[table] = list(csv.DictReader(file))
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            raise UsageError(f"{path} 无法读取：{error}", _HINT) from error
    return from_tables(tables)

"""`dossier export` and `dossier import`: records leave and come back as they were."""

from __future__ import annotations

import csv
import json
import shutil

import pytest


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("form", ["json", "csv"])
def test_what_is_exported_comes_back_the_same(dossier, run, tmp_path, form):
    assert dossier("export", run.result, "--format", form, "--out", tmp_path / "out").status == 0
    assert dossier("import", tmp_path / "out", "--out", tmp_path / "in").status == 0
    assert load(tmp_path / "in" / run.result.name / "record.json") == load(run.result / "record.json")


def test_tables_hold_values_with_their_places(dossier, run, tmp_path):
    dossier("export", run.result / "record.json", "--format", "csv", "--out", tmp_path)
    with (tmp_path / "fields.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["field"] == "period" and row["owner"].startswith("d")]
    assert rows
    assert all(row["type"] == "period" and row["file"] and row["page"] and row["x0"] for row in rows)


def test_records_of_the_same_name_are_kept_apart(dossier, run, tmp_path):
    for name in ("a", "b"):
        (tmp_path / name / "甲").mkdir(parents=True)
        shutil.copy(run.result / "record.json", tmp_path / name / "甲")
    dossier("export", tmp_path / "a", tmp_path / "b", "--out", tmp_path / "out")
    assert list(load(tmp_path / "out" / "records.json")["records"]) == ["甲", "甲-2"]


@pytest.mark.parametrize("name", ["../甲", "..", "a/b", "a\\b", " "])
def test_a_name_that_leads_elsewhere_is_refused(dossier, run, tmp_path, name):
    records = {"format": "dossier-records/1", "records": {name: load(run.result / "record.json")}}
    (tmp_path / "records.json").write_text(json.dumps(records), encoding="utf-8")
    assert dossier("import", tmp_path / "records.json", "--out", tmp_path / "in").status == 64
    assert not (tmp_path / "in").exists()


def test_what_is_no_record_is_refused_with_its_table_and_row(dossier, run, tmp_path):
    dossier("export", run.result, "--format", "csv", "--out", tmp_path)
    text = (tmp_path / "fields.csv").read_text(encoding="utf-8-sig")
    (tmp_path / "fields.csv").write_text(text.replace("材料-预审结果", "别的", 1), encoding="utf-8")
    done = dossier("import", tmp_path, "--out", tmp_path / "in")
    assert done.status == 64
    assert "fields.csv 第2行" in done.err
    assert dossier("export", tmp_path / "fields.csv", "--out", tmp_path).status == 64

"""`dossier sample-list`: an audit sample that can be drawn again."""

from __future__ import annotations

import csv
import io
import json
import shutil

import openpyxl
import pytest


@pytest.fixture(scope="module")
def results(run, tmp_path_factory):
    """Twelve dossiers as a bulk run leaves them."""
    folder = tmp_path_factory.mktemp("results")
    for number in range(12):
        out = folder / "dossiers" / f"{number:02}"
        out.mkdir(parents=True)
        for name in ("report.json", "record.json"):
            shutil.copy(run.result / name, out)
    (folder / "register.json").write_text("{}", encoding="utf-8")
    return folder


def drawn(dossier, *arguments):
    done = dossier("sample-list", *arguments, "--json")
    assert done.status == 0, done.err
    return json.loads(done.out)["sample"]


def test_the_same_seed_gives_the_same_list_and_another_seed_another(dossier, results):
    lists = [drawn(dossier, results, "--seed", seed, "--count", 5) for seed in (7, 7, 8)]
    names = [[one["dossier"] for one in entries] for entries in lists]
    assert names[0] == names[1] != names[2]
    assert len(set(names[0])) == 5


def test_the_register_may_be_given_instead_of_its_folder(dossier, results):
    arguments = ("--seed", 7, "--share", "0.2")
    assert drawn(dossier, results / "register.json", *arguments) == drawn(dossier, results, *arguments)
    assert len(drawn(dossier, results, *arguments)) == 3


def test_every_dossier_drawn_says_why(dossier, results):
    [one] = drawn(dossier, results, "--seed", 1)
    assert one["weight"] > 1
    assert any(why.startswith("人工核验") for why in one["why"])
    assert any(why.startswith("提示") for why in one["why"])


def test_the_list_is_written_as_workbook_and_as_csv(dossier, results, tmp_path):
    for name in ("抽查.xlsx", "抽查.csv"):
        assert dossier("sample-list", results, "--seed", 1, "--count", 2, "--out", tmp_path / name).status == 0
    sheet = openpyxl.load_workbook(tmp_path / "抽查.xlsx")["抽查清单"]
    rows = list(csv.reader(io.StringIO((tmp_path / "抽查.csv").read_text(encoding="utf-8-sig"))))
    assert [cell.value for cell in sheet[1]] == rows[0]
    assert [sheet.cell(n, 2).value for n in (2, 3)] == [row[1] for row in rows[1:]]


def test_wrong_use_leaves_with_64(dossier, results, tmp_path):
    assert dossier("sample-list", results, "--seed", 1, "--count", 2, "--share", "0.1").status == 64
    assert dossier("sample-list", results, "--seed", 1, "--out", tmp_path / "a.txt").status == 64
    assert dossier("sample-list", tmp_path, "--seed", 1).status == 64

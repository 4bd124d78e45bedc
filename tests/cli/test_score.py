"""`dossier score`: what it prints, and how it leaves."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture(scope="session")
def truth(papers: tuple[Path, ...]) -> dict:
    """What stands in the three papers."""
    whole = json.loads((papers[0].parent.parent / "truth.json").read_text(encoding="utf-8"))
    names = {path.name for path in papers}
    documents = [d for d in whole["documents"] if {page["file"] for page in d["pages"]} <= names]
    assert len(documents) == 3
    return whole | {"upload": "材料", "documents": documents, "undecided": [], "tolerated": ["IDN-01", "PUB-18"]}


@pytest.fixture
def scored(truth: dict, run: Run, tmp_path: Path) -> Path:
    """A folder with one dossier, `dossiers/one`, and its results in `results/one`."""
    save(tmp_path / "dossiers" / "one", truth)
    target = tmp_path / "results" / "one"
    target.mkdir(parents=True)
    for name in ("record.json", "report.json"):
        shutil.copy(run.result / name, target)
    return tmp_path


def save(folder: Path, truth: dict) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "truth.json").write_text(json.dumps(truth, ensure_ascii=False), encoding="utf-8")


def with_field(truth: dict, name: str, value: str) -> dict:
    """The truth with another value for a field of the review form."""
    changed = json.loads(json.dumps(truth))
    (form,) = [d for d in changed["documents"] if d["kind"] == "review_form"]
    form["fields"][name] = value
    return changed


def from_results(dossier, scored: Path, *options: str):
    return dossier("score", scored / "dossiers", "--results", scored / "results", *options)


def test_each_dossier_has_its_verdict_rules_kinds_and_fields_and_all_have_a_total(dossier, scored):
    done = from_results(dossier, scored)
    assert done.status == 0
    lines = done.out.splitlines()
    assert lines[0] == "one  clean"
    assert lines[1] == "  结论 不予接收，相符"
    assert lines[2].startswith("  规则 漏报 无；多报 ")
    assert lines[3].startswith("  页面种类 6/6，栏目读对 ")
    assert "合计 1 份" in done.out
    assert "95%区间" in done.out


def test_another_verdict_and_a_missing_rule_are_named(dossier, scored, truth):
    save(scored / "dossiers" / "one", truth | {"verdict": ["accept", "review"], "must": ["PUB-04", "PUB-11"]})
    out = from_results(dossier, scored).out
    assert "结论 不予接收，应为可以接收或人工核验" in out
    assert "漏报 PUB-11；" in out


def test_a_truth_without_a_verdict_is_scored_by_its_pages_and_fields_alone(dossier, scored, truth):
    without = {name: value for name, value in truth.items() if name not in ("verdict", "must")}
    save(scored / "dossiers" / "one", without)
    done = from_results(dossier, scored)
    assert done.status == 0
    assert "结论" not in done.out
    assert "页面种类 6/6" in done.out


def test_what_differs_is_listed_when_asked_for(dossier, scored, truth):
    save(scored / "dossiers" / "one", with_field(truth, "employer", "别家公司"))
    assert "别家公司" not in from_results(dossier, scored).out
    assert "栏目 review_form.employer：应为 别家公司，读作 " in from_results(dossier, scored, "--fields").out


def test_identity_numbers_are_masked_where_they_differ(dossier, scored, truth):
    save(scored / "dossiers" / "one", with_field(truth, "id_number", "149900200305140011"))
    out = from_results(dossier, scored, "--fields").out
    (line,) = [line for line in out.splitlines() if "review_form.id_number" in line]
    assert "149900200305140011" not in line
    assert line.count("********") == 2


def test_the_counts_are_printed_as_json_and_nothing_else(dossier, scored):
    done = from_results(dossier, scored, "--json")
    told = json.loads(done.out)
    (one,) = told["dossiers"]
    assert (one["name"], one["strength"], one["verdict"]) == ("one", "clean", "reject")
    assert one["figures"] == told["total"]
    assert told["total"]["kind"] == {"hits": 6, "of": 6, "low": 0.6097, "high": 1.0}
    assert set(told["total"]["confidently_wrong"]) == {"count"}
    assert "differences" not in one


def test_with_fields_the_json_lists_what_differs(dossier, scored, truth):
    save(scored / "dossiers" / "one", with_field(truth, "employer", "别家公司"))
    (one,) = json.loads(from_results(dossier, scored, "--json", "--fields").out)["dossiers"]
    assert any("别家公司" in line for line in one["differences"])


def test_a_broken_dossier_is_a_row_and_the_others_are_scored(dossier, scored):
    broken = scored / "dossiers" / "broken"
    broken.mkdir()
    (broken / "truth.json").write_text("{", encoding="utf-8")
    shutil.copytree(scored / "results" / "one", scored / "results" / "broken")
    done = from_results(dossier, scored)
    assert done.status == 64
    assert done.out.startswith("broken  无法评分：")
    assert "合计 1 份" in done.out
    rows = json.loads(from_results(dossier, scored, "--json").out)["dossiers"]
    assert [("error" in row, row["name"]) for row in rows] == [(True, "broken"), (False, "one")]


def test_without_a_single_dossier_there_is_no_total(dossier, scored):
    shutil.rmtree(scored / "results" / "one")
    done = from_results(dossier, scored)
    assert done.status == 64
    assert "合计" not in done.out


def test_a_missing_upload_is_a_row(dossier, scored):
    done = dossier("score", scored / "dossiers")
    assert done.status == 64
    assert "one  无法评分：truth.json 所写的材料 材料 不存在" in done.out


def test_a_folder_without_truth_leaves_with_64(dossier, tmp_path):
    done = dossier("score", tmp_path)
    assert done.status == 64
    assert "没有 truth.json" in done.err


@pytest.mark.ocr
def test_the_upload_beside_the_truth_is_checked_where_there_are_no_results(dossier, models, scored, upload, truth):
    folder = scored / "dossiers" / "one"
    shutil.copytree(upload, folder / "材料")
    names = {path.name for path in upload.iterdir()}
    documents = [d for d in truth["documents"] if {page["file"] for page in d["pages"]} <= names]
    save(folder, truth | {"documents": documents})
    told = json.loads(dossier("score", folder, "--json").out)
    assert told["dossiers"][0]["verdict"] == "reject"
    assert told["total"]["kind"]["hits"] == told["total"]["kind"]["of"] == 2

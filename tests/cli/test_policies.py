"""`dossier policies`: shown, checked, compared."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def office(tmp_path):
    """An overlay that lets four working days do and has no need of photographs."""
    path = tmp_path / "office.json"
    shorter = {"value": 4, "verified": True, "clause": "某通知", "note": "本年度公示期"}
    content = {
        "title": "某高评委办公室",
        "parameters": {"minimum_publicity_working_days": shorter},
        "rules": {"PUB-18": {"off": True, "reason": "本市不要求照片"}},
    }
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


def test_a_pack_is_shown_by_its_id_or_with_an_overlay(dossier, office, monkeypatch):
    monkeypatch.setenv("COLUMNS", "300")
    shown = dossier("policies", f"shanxi-2025+{office}")
    assert shown.status == 0
    for said in ("某通知", "未核实", "本市不要求照片", "EXC-01", "各市人力资源和社会保障局审核确认公布"):
        assert said in shown.out
    assert dossier("policies", "shanxi-2025").status == 0
    assert "可用的政策包：shanxi-2025" in dossier("policies").out


@pytest.mark.parametrize("name", ["nowhere-2030", "shanxi-2025+nothing.json"])
def test_a_policy_that_does_not_exist_leaves_with_64(dossier, name):
    assert dossier("policies", name).status == 64


def test_a_sound_file_is_said_to_be_sound(dossier, office):
    done = dossier("policies", "check", office)
    assert (done.status, done.out) == (0, "office.json：没有问题。\n")


def test_all_that_is_wrong_with_a_file_is_said_with_place_and_remedy(dossier, office):
    wrong = {"title": "甲", "rules": {"PUB-99": {"off": True, "reason": "没有"}}, "initial_majors": "none.csv"}
    office.write_text(json.dumps(wrong), encoding="utf-8")
    done = dossier("policies", "check", office, "--policy", "shanxi-2025")
    assert done.status == 64
    assert "office.json rules/PUB-99：不存在的规则 PUB-99" in done.out
    assert "none.csv：读不到文件" in done.out
    assert done.out.count("怎么改：") == 2
    assert done.out.endswith("office.json：发现2处问题。\n")


def test_stored_records_are_judged_under_both_and_never_touched(dossier, run, office):
    file = run.result / "record.json"
    before = file.read_bytes()
    done = dossier("policies", "compare", "shanxi-2025", office, run.result, "--json")
    assert done.status == 0
    said = json.loads(done.out)
    [row] = said["records"]
    assert said["new"]["overlay"] == "某高评委办公室"
    assert said["new"]["version"].startswith(said["old"]["version"] + "+")
    changes = {change["rule"]: change for change in row["changes"]}
    assert changes["PUB-04"]["before"] == ["fail", "reject"]
    assert changes["PUB-04"]["after"] == ["pass", ""]
    assert changes["PUB-04"]["why"] == ["参数 minimum_publicity_working_days 由 5 改为 4（某通知：本年度公示期）"]
    assert changes["PUB-18"]["after"] == ["not_applicable", ""]
    assert changes["PUB-18"]["why"] == ["规则停用（本市不要求照片）"]
    assert row["before"] == "reject"
    assert file.read_bytes() == before


def test_the_same_policy_changes_nothing(dossier, run):
    said = json.loads(dossier("policies", "compare", "shanxi-2025", "shanxi-2025", run.result, "--json").out)
    assert said["records"][0]["changes"] == []
    assert said["records"][0]["before"] == said["records"][0]["after"]


def test_the_table_names_verdict_rule_change_and_reason(dossier, run, office, monkeypatch):
    monkeypatch.setenv("COLUMNS", "300")
    out = dossier("policies", "compare", "shanxi-2025", office, run.result / "record.json").out
    assert "共1份" in out
    assert "不符合（拒收） → 通过" in out
    assert "规则停用（本市不要求照片）" in out


def test_a_file_that_is_no_record_is_a_row_and_not_the_end(dossier, run, office, tmp_path):
    other = tmp_path / "other.json"
    other.write_text("{}", encoding="utf-8")
    done = dossier("policies", "compare", "shanxi-2025", office, other, run.result, "--json")
    said = json.loads(done.out)
    assert done.status == 64
    assert len(said["records"]) == 1
    assert "不是卷宗记录" in said["refused"][0]["why"]

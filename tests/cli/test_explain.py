"""`dossier explain`: what led to the outcome of a rule."""

from __future__ import annotations

import json
import shutil

import pytest

from dossier.report.explained import NO_RECORD


@pytest.fixture
def explained(dossier, run):
    def explain(rule: str, *more: object) -> dict:
        done = dossier("explain", run.result, rule, "--json", *more)
        assert done.status == 0, done.err
        return json.loads(done.out)

    return explain


def test_a_defect_is_explained_by_values_places_parameters_and_thresholds(explained):
    said = explained("pub-04")
    assert (said["outcome"], said["now"], said["policy_changed"]) == ("fail", "fail", False)
    periods = [one for one in said["values"] if one["field"] == "period"]
    assert {one["document"] for one in periods} == {one["document"] for one in said["values"]}
    assert all(one["file"] and one["page"] and len(one["box"]) == 4 and one["state"] == "certain" for one in periods)
    marks = {one["name"]: (one["value"], one["verified"]) for one in said["parameters"]}
    assert marks == {"count_first_day": (True, False), "minimum_publicity_working_days": (5, True)}
    assert said["thresholds"] == {"certain": 0.85, "doubtful": 0.6}


def test_rules_that_passed_or_did_not_apply_are_explained_too(explained, run):
    report = json.loads((run.result / "report.json").read_text(encoding="utf-8"))
    passed = explained("CON-01")
    assert (passed["outcome"], passed["findings"]) == ("pass", [])
    assert [one["field"] for one in passed["values"]]
    other = report["not_applicable"][0]
    said = explained(other["rule"])
    assert (said["outcome"], said["why_not"]) == ("not_applicable", other["why"])


def test_facts_are_named_with_where_they_come_from(explained):
    [target] = [one for one in explained("TTL-02")["facts"] if one["name"] == "target"]
    assert target["value"]["level"] == "intermediate"
    assert target["from"][0]["file"]


def test_what_the_schemas_demand_is_explained_like_any_other_rule(explained):
    form = explained("FRM-02")
    assert {"name", "title", "major"} <= {one["field"] for one in form["values"]}
    summary = explained("FRM-09")
    assert [(one["name"], one["verified"]) for one in summary["parameters"]] == [("work_summary_characters", False)]


def test_papers_that_count_by_being_there_are_named(dossier, run, tmp_path):
    shutil.copy(run.result / "report.json", tmp_path)
    record = json.loads((run.result / "record.json").read_text(encoding="utf-8"))
    notice = next(one for one in record["documents"] if one["kind"] == "publicity_notice")
    notice |= {"kind": "award", "fields": {}}
    (tmp_path / "record.json").write_text(json.dumps(record), encoding="utf-8")
    done = dossier("explain", tmp_path, "ACH-13", "--json")
    assert done.status == 0, done.err
    said = json.loads(done.out)
    [counted] = [one for one in said["values"] if one["state"] == "present"]
    assert (counted["document"], counted["field"]) == (notice["id"], "")
    assert (counted["file"], counted["page"]) == (notice["pages"][0]["file"], notice["pages"][0]["page"])
    assert [(one["name"], one["value"]) for one in said["parameters"]] == [("minimum_achievements", 1)]


def test_identity_numbers_are_masked(explained, run):
    record = json.loads((run.result / "record.json").read_text(encoding="utf-8"))
    number = record["applicant"]["id_number"]["value"]
    assert number not in json.dumps(explained("IDN-03"), ensure_ascii=False)


def test_the_terminal_names_place_and_mark(dossier, run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    out = dossier("explain", run.result / "report.json", "PUB-04").out
    assert out.startswith("PUB-04 公示期少于5个工作日（拒收）：不符合")
    assert "16公示.pdf 第1页 [" in out
    assert "count_first_day = 是（评审工作惯例，未经核实）" in out
    assert "minimum_publicity_working_days = 5（晋人社厅函〔2025〕560号第八条）" in out


def test_without_the_record_it_says_so_and_tells_what_the_report_holds(dossier, run, tmp_path):
    shutil.copy(run.result / "report.json", tmp_path)
    done = dossier("explain", tmp_path, "PUB-04")
    assert done.status == 0
    assert NO_RECORD in "".join(done.out.splitlines())
    assert "共4个工作日" in "".join(done.out.splitlines())
    assert json.loads(dossier("explain", tmp_path, "PUB-04", "--json").out)["record"] is False


def test_a_rule_that_does_not_exist_and_a_record_that_is_none_leave_with_64(dossier, run, tmp_path):
    assert dossier("explain", run.result, "PUB-99").status == 64
    shutil.copy(run.result / "report.json", tmp_path)
    (tmp_path / "record.json").write_text("{}", encoding="utf-8")
    assert dossier("explain", tmp_path, "PUB-04").status == 64

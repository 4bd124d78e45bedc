"""audit.jsonl: every judgement leaves a line that stays as it is."""

from __future__ import annotations

import json

import pytest

from dossier.pipeline.audit import append_audit, broken_at

REPORT = {
    "software": "dossier 0",
    "policy": {"id": "shanxi-2025", "version": "1", "sha256": "ab"},
    "input": {"sha256": "cd", "files": [{"name": "甲.pdf", "sha256": "ef"}]},
    "application": dict.fromkeys(("submitted", "series", "level", "title", "route")),
    "number": "N",
    "digest": "d",
    "verdict": "reject",
    "defects": [{"rule": "PUB-04"}],
    "undecided": [{"rule": "PUB-04"}, {"rule": "PUB-12"}],
    "passed": ["IDN-01"],
    "not_applicable": [{"rule": "NOM-01", "why": "无"}],
    "failures": [],
    "corrections": [{"field": "公示时间", "by": "李审核", "at": "2025-09-01"}],
}


@pytest.fixture
def trail(tmp_path):
    append_audit(tmp_path, REPORT, event="check", at="2025-09-01T09:00:00+08:00")
    append_audit(tmp_path, REPORT, event="recheck", at="2025-09-02T09:00:00+08:00")
    return tmp_path / "audit.jsonl"


def test_a_line_says_what_was_judged_with_what_and_what_came_of_it(trail):
    line = json.loads(trail.read_text(encoding="utf-8").splitlines()[0])
    assert line["input"] == {"sha256": "cd", "files": {"甲.pdf": "ef"}}
    assert (line["software"], line["policy"]["sha256"], line["verdict"]) == ("dossier 0", "ab", "reject")
    assert line["rules"] == {"PUB-04": "fail", "PUB-12": "undecided", "IDN-01": "pass", "NOM-01": "not_applicable"}
    assert line["corrections"][0]["by"] == "李审核"


def test_a_later_judgement_is_appended(trail):
    before = trail.read_bytes()
    append_audit(trail.parent, REPORT, event="across", at="2025-09-03T09:00:00+08:00")
    assert trail.read_bytes().startswith(before)
    assert [json.loads(line)["event"] for line in trail.read_bytes().splitlines()] == ["check", "recheck", "across"]
    assert broken_at(trail) is None


def test_a_line_that_was_changed_or_taken_out_is_found(trail):
    first, second = trail.read_bytes().splitlines(keepends=True)
    trail.write_bytes(first.replace(b"reject", b"accept") + second)
    assert broken_at(trail) == 2
    trail.write_bytes(second)
    assert broken_at(trail) == 1


def test_the_models_that_read_are_named_with_their_hash(tmp_path):
    model = tmp_path / "models" / "tiny" / "inference.onnx"
    model.parent.mkdir(parents=True)
    model.write_bytes(b"")
    append_audit(tmp_path, REPORT, event="check", at="2025-09-01", models=tmp_path / "models")
    assert json.loads((tmp_path / "audit.jsonl").read_bytes())["models"]["tiny"].startswith("e3b0c442")

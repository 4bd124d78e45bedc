"""Folders of dossiers, found and scored from earlier results."""

from __future__ import annotations

import json

import pytest

from dossier.config import Settings
from dossier.errors import UsageError
from dossier.model.wire import record_to_json
from dossier.policy import load_policy
from dossier.score import check_dossier, find_dossiers, load_results
from tests.score.builders import read_document, record_of, true_document, value

TRUTH = {
    "upload": "材料.zip",
    "strength": "office",
    "submitted": "2025-08-29",
    "documents": [true_document(fields={"publisher": "某公司", "phone": "0351"})],
}


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")


@pytest.fixture
def dossier(tmp_path):
    folder = tmp_path / "dossiers" / "one"
    write(folder / "truth.json", TRUTH)
    return folder


def now(folder):
    return check_dossier(folder, policy=load_policy(), settings=Settings(), created="2025-09-01T09:00:00+08:00")


def test_a_folder_of_dossiers_stands_for_each_of_them(tmp_path, dossier):
    write(tmp_path / "dossiers" / "two" / "truth.json", TRUTH)
    (tmp_path / "dossiers" / "other").mkdir()
    assert find_dossiers([tmp_path / "dossiers"]) == [dossier, tmp_path / "dossiers" / "two"]


def test_a_dossier_stands_for_itself_and_only_once(tmp_path, dossier):
    assert find_dossiers([dossier, tmp_path / "dossiers"]) == [dossier]


def test_a_folder_without_any_truth_is_refused(tmp_path):
    with pytest.raises(UsageError, match=r"没有 truth\.json"):
        find_dossiers([tmp_path])


def test_a_dossier_whose_upload_is_missing_is_refused(dossier):
    with pytest.raises(UsageError, match=r"材料\.zip 不存在"):
        now(dossier)


def test_a_dossier_whose_upload_is_not_named_is_refused(dossier):
    write(dossier / "truth.json", TRUTH | {"upload": ""})
    with pytest.raises(UsageError, match="不存在"):
        now(dossier)


def test_results_that_are_not_there_are_refused(tmp_path, dossier):
    with pytest.raises(UsageError, match="无法读取"):
        load_results(dossier, tmp_path)


@pytest.mark.parametrize(("content", "message"), [("{", "不是 JSON"), ({"format": "dossier-record/1"}, "内容不对")])
def test_a_record_that_is_broken_is_refused(tmp_path, dossier, content, message):
    write(tmp_path / "results" / "one" / "record.json", content)
    with pytest.raises(UsageError, match=message) as refused:
        load_results(dossier, tmp_path / "results")
    assert "dossier check" in refused.value.hint


def test_a_sound_record_without_its_report_is_refused(tmp_path, dossier):
    record = record_of(read_document(fields={"publisher": value("某公司")}))
    write(tmp_path / "results" / "one" / "record.json", record_to_json(record))
    with pytest.raises(UsageError, match=r"report\.json"):
        load_results(dossier, tmp_path / "results")

"""Files of corrections: what can be used as it is, and what is said of the others."""

import json

import pytest

from dossier.errors import DossierError
from dossier.model import Correction
from dossier.policy import load_corrections
from dossier.policy.checks import value_problem

ENTRY = {"document": "d05", "field": "period", "value": {"start": "2025-08-04", "end": "2025-08-08"}}


@pytest.fixture
def load(tmp_path):
    def write_and_load(*entries: dict, **top: object):
        path = tmp_path / "更正.json"
        content = {"format": "dossier-corrections/1", "by": "李审核", "at": "2025-09-01", "corrections": entries} | top
        path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        return load_corrections(path)

    return write_and_load


def test_who_and_when_may_be_said_once_for_all_entries_or_anew_in_each(load):
    own = {"document": "d02", "kind": "id_card", "by": "王复核", "at": "2025-09-02T10:00:00+08:00", "note": "见原件"}
    assert load(ENTRY, own).entries == (
        Correction("d05", "period", ENTRY["value"], "李审核", "2025-09-01"),
        Correction("d02", None, "id_card", "王复核", "2025-09-02T10:00:00+08:00", "见原件"),
    )


def test_an_entry_that_nobody_filled_in_changes_nothing_and_is_counted(load):
    corrections = load(
        {"document": "d01", "field": "name", "read": "张三", "rules": ["CON-01"], "place": "第1页"}, ENTRY
    )
    assert len(corrections.entries) == 1
    assert corrections.open == 1


def test_null_is_an_answer_the_place_is_blank(load):
    (correction,) = load({"document": "d01", "field": "former_name", "value": None}).entries
    assert correction.value is None


@pytest.mark.parametrize(
    ("entry", "top", "said"),
    [
        (ENTRY, {"by": ""}, "第1条没有写明由谁"),
        (ENTRY, {"at": ""}, "第1条没有写明由谁"),
        ({"document": "d05", "value": 1}, {}, "第1条没有写明更正的栏目"),
        ({"document": "5", "field": "name", "value": "张三"}, {}, "corrections/0/document"),
        ({"document": "d05", "field": "name", "kind": "pledge"}, {}, "格式不对"),
        (ENTRY, {"format": "dossier-record/1"}, "格式不对"),
        (ENTRY, {"at": "昨天"}, "格式不对"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_by_entry(load, entry, top, said):
    with pytest.raises(DossierError, match=said):
        load(entry, **top)


def test_a_file_that_is_no_json_is_told_by_line(tmp_path):
    path = tmp_path / "更正.json"
    path.write_text('{"format": ', encoding="utf-8")
    with pytest.raises(DossierError, match="第1行"):
        load_corrections(path)


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("publicity_notice", "period", {"start": "2025-02-30", "end": "2025-03-05"}),
        ("publicity_notice", "period", {"start": "2025-02-03", "end": "月底"}),
        ("publicity_notice", "period", "2025-02-03"),
        ("review_form", "birth_date", "1986-13-01"),
        ("publicity_result", "sealed", "有"),
        ("review_form", "name", 3),
        ("review_form", "no_such_field", "张三"),
        ("no_such_kind", "name", "张三"),
    ],
)
def test_a_value_of_another_type_or_place_is_told(kind, field, value):
    assert value_problem(kind, field, value)


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("publicity_notice", "period", {"start": "2025-02-28", "end": "2025-03-06"}),
        ("id_card", "valid", {"start": "2015-03-02", "end": "长期"}),
        ("publicity_result", "sealed", False),
        ("review_form", "name", None),
    ],
)
def test_a_value_of_the_fields_type_or_none_will_do(kind, field, value):
    assert value_problem(kind, field, value) == ""

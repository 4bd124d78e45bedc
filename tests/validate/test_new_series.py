"""A series that does not exist, added as one file and nothing else, and a dossier judged under it."""

import json
import shutil
from pathlib import Path

import pytest
from record_builder import add, applying, document, drop, messages, outcome

from dossier.model import Outcome
from dossier.policy import Policy, load_policy
from dossier.policy.demand_table import level_demands
from dossier.policy.resources import schema_file
from dossier.validate import validate

CODE = "glaciology"
COMMON = "../common/"
SERIES = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": f"https://dossier.example/schemas/series/{CODE}.schema.json",
    "title": "冰川观测专业人员职称系列",
    "description": "虚构的系列，用于说明增加系列不用改程序。",
    "x-series": CODE,
    "x-number": 90,
    "x-name": "冰川观测专业人员",
    "x-aliases": ["冰川观测"],
    "x-source": "虚构",
    "x-verified": False,
    "x-titles": {"associate_senior": ["高级冰川师"], "intermediate": ["冰川师"], "assistant": ["助理冰川师"]},
    "x-new-specialties": [],
    "x-qualification": {
        "source": "虚构",
        "verified": [],
        "levels": {"intermediate": {"exam": True}, "associate_senior": {"bachelor": 6, "with_exam": True}},
    },
    "x-licences": [{"name": "高寒作业证", "fits": ""}],
    "x-continuing-education": {"unit": "学时", "total": 90, "professional": 60, "verified": False},
    "allOf": [
        {"$ref": COMMON + "every-series.schema.json"},
        {
            "if": {"$ref": COMMON + "conditions.schema.json#/$defs/associate_senior"},
            "then": {"$ref": COMMON + "examination.schema.json"},
        },
        {
            "properties": {
                "documents": {
                    "title": "高寒作业证",
                    "contains": {
                        "properties": {
                            "kind": {"const": "licence"},
                            "fields": {
                                "properties": {
                                    "kind": {"properties": {"value": {"type": "string", "pattern": "高寒"}}}
                                },
                                "required": ["kind"],
                            },
                        },
                        "required": ["kind", "fields"],
                    },
                    "x-defect": "LIC-01",
                    "x-message": "申报冰川观测职称须有高寒作业证，卷宗内没有",
                }
            }
        },
        {
            "properties": {
                "application": {
                    "properties": {
                        "title": {
                            "properties": {
                                "value": {
                                    "type": ["string", "null"],
                                    "pattern": "^(?:高级|助理)?冰川师$",
                                    "x-defect": "TTL-07",
                                    "x-message": "申报职称不是冰川观测系列的职称名称",
                                }
                            }
                        }
                    }
                }
            }
        },
    ],
}


@pytest.fixture(scope="module")
def law(tmp_path_factory: pytest.TempPathFactory) -> Policy:
    """The policy with one more file in `series/`."""
    root = Path(shutil.copytree(schema_file(), tmp_path_factory.mktemp("law") / "schemas"))
    text = json.dumps(SERIES, ensure_ascii=False, indent=2)
    (root / "series" / f"{CODE}.schema.json").write_text(text, encoding="utf-8")
    return load_policy(str(root / "policies" / "shanxi-2025.json"))


@pytest.fixture
def observer(record):
    """A dossier in order that applies for 高级冰川师."""
    papers = (
        document("d90", "exam_result", {}, (), "考试合格证明"),
        document("d91", "licence", {"kind": "高寒作业证"}, (), "高寒作业证"),
    )
    return applying(add(record, *papers), series=CODE, level="associate_senior", title="高级冰川师")


def test_its_titles_and_names_are_known(law):
    assert law.find_title("高级冰川师") == [(CODE, "associate_senior")]
    assert law.find_series("冰川观测系列") == CODE
    assert list(law.series)[-1] == CODE


def test_a_dossier_in_order_has_no_defect_under_it(law, observer):
    demanded = law.demands.codes(CODE)
    assert [d for d in validate(observer, law).defects if d.rule in demanded] == []


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("licence", "LIC-01"),
        ("exam_result", "LIC-03"),
        ("diploma", "EDU-01"),
        ("title_certificate", "TTL-01"),
        ("summary_form", "FRM-11"),
    ],
)
def test_what_its_file_demands_and_what_all_series_demand_is_missed(kind, code, law, observer):
    assert outcome(code, observer, law) is Outcome.PASS
    assert outcome(code, drop(observer, kind), law) is Outcome.FAIL


def test_the_words_of_its_file_are_the_words_of_the_defect(law, observer):
    assert messages("LIC-01", validate(drop(observer, "licence"), law)) == [
        "申报冰川观测职称须有高寒作业证，卷宗内没有"
    ]
    assert outcome("TTL-07", applying(observer, title="高级工程师"), law) is Outcome.FAIL


def test_the_table_shows_it(law):
    row = level_demands(law, law.series[CODE], "associate_senior")
    assert "高寒作业证" in row.documents
    assert "考试合格证明" in row.documents
    assert row.qualification == "本科6年；须考试合格"
    assert row.verified is False

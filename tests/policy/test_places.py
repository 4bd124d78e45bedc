"""Where units and schools belong, and which post goes with which title."""

import json

import pytest

from dossier.policy import load_policy
from dossier.policy.resources import read_schema

POLICY = load_policy()


def test_the_home_province_is_that_of_the_office_that_issued_the_notice():
    assert POLICY.places.home == "山西"


@pytest.mark.parametrize(
    ("issuer", "where"),
    [
        ("山西省人力资源和社会保障厅", ""),
        ("陕西省人力资源和社会保障厅", "外省（陕西）"),
        ("新疆生产建设兵团", "外省（新疆）"),
        ("国网山西省电力公司", "中央单位"),
        ("中国人民解放军某部政治部", "中央单位"),
        ("人力资源和社会保障部、财政部", ""),
        ("沁川县职称改革领导组", ""),
    ],
)
def test_issuers_are_placed_by_word_lists_and_unknown_ones_not_at_all(issuer, where):
    assert POLICY.places.issuer_elsewhere(issuer) == where


@pytest.mark.parametrize(
    ("school", "abroad"),
    [
        ("美国某大学", True),
        ("澳门大学", True),
        ("香港科技大学(广州)", False),
        ("晋东理工大学", False),
        ("X University", None),
    ],
)
def test_schools_abroad_are_known_by_word_lists(school, abroad):
    assert POLICY.places.school_abroad(school) is abroad


def test_no_word_stands_in_two_lists_that_say_opposite_things():
    lists = read_schema("places.json")
    assert not {*lists["national_examiners"]} & {*lists["central_bodies"]}


def test_a_pack_elsewhere_may_bring_its_own_lists(tmp_path):
    from dossier.policy.resources import schema_file

    for part in ("rules.json", "documents.json"):
        (tmp_path / part).write_bytes(schema_file(part).read_bytes())
    (tmp_path / "series").symlink_to(schema_file("series"))
    (tmp_path / "policies").mkdir()
    for path in schema_file("policies").glob("shanxi-2025*"):
        (tmp_path / "policies" / path.name).write_bytes(path.read_bytes())
    own = read_schema("places.json") | {"provinces": ["某省", "山西"]}
    (tmp_path / "places.json").write_text(json.dumps(own), encoding="utf-8")
    policy = load_policy(str(tmp_path / "policies" / "shanxi-2025.json"))
    assert policy.places.issuer_elsewhere("某省人力资源和社会保障厅") == "外省（某省）"


@pytest.mark.parametrize(
    ("post", "title", "fits"),
    [
        ("工程师（专业技术九级）", "工程师", True),
        ("专业技术岗位", "工程师", True),
        ("总工程师", "工程师", True),
        ("助理工程师", "工程师", False),
        ("工程师", "高级工程师", False),
        ("工程师", "工程师（机械）", True),
        ("中学一级教师", "一级教师", True),
        ("二级演员", "二级演员", True),
        ("工程师", "政工师", False),
    ],
)
def test_a_post_is_held_with_a_title_of_its_level(post, title, fits):
    assert POLICY.titles.may_be_post_of(post, title) is fits


def test_levels_a_series_does_not_have_are_no_steps():
    museum, engineering = POLICY.series["museum"], POLICY.series["engineering"]
    assert museum.steps("technician", "intermediate") == 2
    assert museum.steps("technician", "assistant") == 1
    assert engineering.steps("assistant", "associate_senior") == 2
    assert engineering.steps("senior", "intermediate") < 0

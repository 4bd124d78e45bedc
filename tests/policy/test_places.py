"""Where units and schools belong, and which post goes with which title."""

import json
from dataclasses import replace

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
        ("西安市人力资源和社会保障局", "外省（陕西）"),
        ("大同市人力资源和社会保障局", ""),
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


@pytest.mark.parametrize(
    ("name", "home", "named", "away", "central"),
    [
        ("山西沁岳集团有限公司", True, True, False, False),
        ("长治市第二中学", True, True, False, False),
        ("三晋某出版社有限责任公司", True, True, False, False),
        ("中国华垣能源集团有限公司太原分公司", False, True, False, True),
        ("天下大同文化有限公司", False, False, False, False),
        ("河北砺远建设集团有限公司", False, False, True, False),
        ("武汉恒拓重工有限公司", False, False, True, False),
        ("香港某有限公司", False, False, False, False),
        ("山西省气象局", True, True, False, True),
        ("某某公司商务部", False, False, False, False),
        ("恒岳集团有限公司", False, False, False, False),
    ],
)
def test_a_name_tells_where_a_unit_is_as_far_as_the_lists_know(name, home, named, away, central):
    places = POLICY.places
    told = (places.at_home(name), places.names_home(name), places.elsewhere(name), places.like_central(name))
    assert told == (home, named, away, central)


def test_what_is_elsewhere_follows_from_the_province_of_the_pack():
    neighbour = replace(POLICY.places, home="陕西")
    assert neighbour.at_home("西安市教育局")
    assert neighbour.elsewhere("太原市教育局")


def test_every_city_lies_in_a_province_that_is_listed():
    lists = read_schema("places.json")
    assert set(lists["cities"]) <= set(lists["provinces"])
    assert set(lists["special_regions"]) <= set(lists["provinces"])
    assert set(lists["word_cities"]) <= {city for cities in lists["cities"].values() for city in cities}

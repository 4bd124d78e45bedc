import json
import re

import pytest

from dossier.errors import PolicyError
from dossier.policy import load_policy
from dossier.policy.demand_table import demand_table
from dossier.policy.demands import series_defects

LEVELS = ("senior", "associate_senior", "intermediate", "assistant", "technician")


def test_all_national_series_are_there_in_their_order(policy):
    assert [series.number for series in policy.series.values()] == list(range(1, 28))


def test_every_title_of_every_series_is_found_at_its_level(policy):
    for series in policy.series.values():
        assert set(series.titles) <= set(LEVELS)
        for level, titles in series.titles.items():
            for title in titles:
                assert (series.code, level) in policy.find_title(title)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("高级工程师", [("engineering", "associate_senior")]),
        ("正高级工程师", [("engineering", "senior")]),
        (" 高 级 工 程 师 ", [("engineering", "associate_senior")]),
        ("高级工程师（副高级）", [("engineering", "associate_senior")]),
        ("高级工程师(道路桥梁)", [("engineering", "associate_senior")]),
        ("高级工程师任职资格", [("engineering", "associate_senior")]),
        ("教授级高级工程师", [("engineering", "senior")]),
        ("小学高级教师", [("school_teacher", "intermediate")]),
        ("小学高级教师（副高级）", [("school_teacher", "associate_senior")]),
        ("一级演员", [("arts", "senior")]),
        ("四级数字音频制作师", [("arts", "assistant")]),
        ("初级司法鉴定人（物证类）", [("legal_service", "assistant")]),
        ("会计员", [("accounting", "technician")]),
        ("高级记者", [("news", "senior")]),
    ],
)
def test_a_title_is_found_as_it_is_written(policy, written, found):
    assert policy.find_title(written) == found


def test_a_title_of_several_series_is_found_in_each(policy):
    assert {code for code, _ in policy.find_title("讲师")} == {
        "higher_education",
        "technician_college",
        "vocational_school",
    }


@pytest.mark.parametrize(
    "written",
    ["高级", "副高级", "", "工程师（高级）", "高级工程帅", "见习工程师", "五级演员", "高级工程师、高级经济师"],
)
def test_what_is_no_title_is_found_nowhere(policy, written):
    assert policy.find_title(written) == []


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("工程", "engineering"),
        ("工程系列", "engineering"),
        ("工程技术人员", "engineering"),
        ("工程技术系列", "engineering"),
        ("工程系列职称", "engineering"),
        ("工 程 职 称 系 列", "engineering"),
        ("中小学教师系列", "school_teacher"),
        ("公共法律服务", "legal_service"),
        ("图书资料系列", "library"),
        ("高校教师", "higher_education"),
    ],
)
def test_a_series_is_found_by_its_full_or_well_known_name(policy, written, code):
    assert policy.find_series(written) == code


@pytest.mark.parametrize("written", ["", "系列", "教师", "科研", "技术", "政工系列", "工程管理", "工程、经济"])
def test_an_unclear_name_of_a_series_is_none(policy, written):
    assert policy.find_series(written) is None


def test_every_series_is_found_by_its_own_name(policy):
    for code, series in policy.series.items():
        assert policy.find_series(series.zh) == policy.find_series(series.zh + "系列") == code


def test_no_short_name_stands_for_two_series(policy):
    names = [name for series in policy.series.values() for name in series.aliases]
    assert len(names) == len(set(names))


def test_only_engineering_has_verified_rows(policy):
    verified = {code: series.verified_levels for code, series in policy.series.items() if series.verified_levels}
    assert verified == {"engineering": {"intermediate", "associate_senior"}}
    assert policy.series["engineering"].qualification["associate_senior"] == {"doctor": 2, "master": 5, "bachelor": 5}


def test_new_specialties_are_those_of_the_notice(policy):
    new = {code: series.new_specialties for code, series in policy.series.items() if series.new_specialties}
    assert new == {"engineering": ("网络安全和信息化",), "legal_service": ("司法鉴定人",)}
    assert all(specialty in policy.clauses["560-2"] for specialties in new.values() for specialty in specialties)


def test_every_series_says_where_its_titles_come_from(policy):
    for series in policy.series.values():
        assert all((series.source, series.schema["title"], series.schema["description"]))
        assert series.verified is not ("未经核实" in series.source)


def test_what_every_series_demands_are_rules_with_messages(policy):
    for series in policy.series.values():
        due = {
            "TTL-07",
            "FRM-01",
            "FRM-02",
            "FRM-09",
            "FRM-11",
            "IDN-01",
            "EDU-01",
            "TTL-01",
            "CED-01",
            "EMP-01",
            "ACH-13",
        }
        due |= {"LIC-01"} if series.licences else set()
        due |= {"LIC-03"} if any(row.get("with_exam") for row in series.qualification.values()) else set()
        assert policy.demands.codes(series.code) == due
        assert json.dumps(series.schema).count('"x-defect"') == json.dumps(series.schema).count('"x-message"')


def test_a_doctor_needs_no_title_exactly_where_the_table_says_so(policy):
    for row in demand_table(policy):
        years = row.series.qualification.get(row.level, {})
        held = [name for name in row.documents if name.startswith("现职称证书")]
        if row.level in ("assistant", "technician") or years.get("exam"):
            assert held == []
        else:
            assert held == ["现职称证书（博士不要求）" if years["doctor"] == 0 else "现职称证书"]


def test_an_examination_is_demanded_exactly_where_the_table_says_so(policy):
    for row in demand_table(policy):
        needed = row.series.qualification.get(row.level, {}).get("with_exam", False)
        assert ("考试合格证明" in row.documents) is needed


def test_a_licence_serves_exactly_the_titles_it_fits(policy):
    for series in policy.series.values():
        for title in (title for titles in series.titles.values() for title in titles):
            fitting = [name for name, fits in series.licences.items() if re.search(fits, title)]
            assert bool(lacking(series, title)) is bool(fitting)
            for name in series.licences:
                assert bool(lacking(series, title, name)) is (bool(fitting) and name not in fitting), (title, name)


def lacking(series, title, *licences):
    """Defects of LIC-01 of a dossier with these licences."""
    papers = [{"kind": "licence", "title": "证书", "fields": {"kind": {"value": name}}} for name in licences]
    bare = {"application": {"title": {"value": title}}, "applicant": {}, "documents": papers}
    return unmet(bare, series, "LIC-01")


def unmet(record, series, *rules):
    """The defects under a series that are of these rules."""
    return [defect for defect in series_defects(record, series) if defect.rule in rules]


def applied(record, title):
    record["application"]["title"]["value"] = title
    return record


def test_a_title_listed_for_a_series_is_never_its_defect(policy, record):
    for series in policy.series.values():
        for titles in series.titles.values():
            for title in titles:
                for written in (title, title + "任职资格", title + "（某专业）"):
                    assert unmet(applied(record, written), series, "TTL-07") == []


def test_titles_of_a_pattern_are_never_a_defect(policy, record):
    for title in ("一级演员", "二级演奏员", "三级舞台监督", "四级作曲"):
        assert unmet(applied(record, title), policy.series["arts"], "TTL-07") == []


@pytest.mark.parametrize("title", ["高级", "高级经济师", "工程师（高级）", "高工", "五级演员"])
def test_another_title_is_the_defect_ttl_07(policy, record, title):
    [defect] = unmet(applied(record, title), policy.series["engineering"], "TTL-07")
    assert (defect.rule, defect.path) == ("TTL-07", ("application", "title", "value"))
    assert "工程技术人员" in defect.message


def test_a_title_and_its_schema_agree_on_what_is_a_title(policy, record):
    engineering = policy.series["engineering"]
    for written in (
        "高级工程师（正高级）",
        "助理工程师（初级）",
        "技术员",
        "工程师（中级）职称",
        "高级工程师（高级）",
        "总工程师",
    ):
        known = any(code == "engineering" for code, _ in policy.find_title(written))
        assert known is (unmet(applied(record, written), engineering, "TTL-07") == [])


@pytest.mark.parametrize("title", [None, "absent"])
def test_a_title_that_was_not_read_is_not_judged(policy, record, title):
    if title is None:
        record["application"]["title"] = {"value": None, "reason": "unreadable"}
    else:
        del record["application"]["title"]
    assert unmet(record, policy.series["engineering"], "TTL-07") == []


@pytest.mark.parametrize(
    ("kinds", "route", "rules"),
    [
        (["review_form", "id_card"], None, []),
        (["id_card"], None, ["FRM-01"]),
        (["review_form"], None, ["IDN-01"]),
        (["initial_form", "id_card"], None, ["FRM-01"]),
        (["initial_form", "id_card"], ["ordinary"], ["FRM-01"]),
        (["initial_form", "id_card"], ["initial"], []),
        (["review_form", "id_alternative"], ["initial"], []),
        (["initial_form", "id_card"], ["postdoc"], []),
        (["id_card"], ["initial"], ["FRM-01"]),
        ([], None, ["FRM-01", "IDN-01"]),
    ],
)
def test_every_series_demands_a_form_and_an_identity_paper(policy, record, kinds, route, rules):
    record["documents"] = [{"kind": kind} for kind in kinds]
    record["application"].pop("route")
    if route:
        record["application"]["route"] = {"value": route}
    for code in ("engineering", "arts", "audit"):
        assert [defect.rule for defect in unmet(record, policy.series[code], "FRM-01", "IDN-01")] == rules


@pytest.mark.parametrize(
    "damage",
    [
        lambda schema: schema.pop("x-qualification"),
        lambda schema: schema.update({"x-series": "other"}),
        lambda schema: schema.update({"x-titles": ["工程师"]}),
        lambda schema: schema.update({"x-title-patterns": {"senior": "("}}),
        lambda schema: schema["allOf"].append({"x-defect": "ZZZ-99", "x-message": "没有这条"}),
    ],
)
def test_a_damaged_series_is_a_policy_error_that_names_it(law, change, damage):
    change(law / "series" / "engineering.schema.json", damage)
    with pytest.raises(PolicyError, match=re.compile("engineering")):
        load_policy(str(law / "policies" / "shanxi-2025.json"))

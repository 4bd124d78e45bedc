"""SPC-02 to SPC-04, and how names of specialties are compared."""

import pytest
from offices import committee, related, table, with_office
from record_builder import applying, bare_record, change, messages, outcome, read, unread

from dossier.model import Outcome, Value
from dossier.policy import Scope
from dossier.validate import validate
from dossier.validate.likeness import Likeness
from dossier.validate.terms import compare_terms, nearest

FAIL, UNDECIDED, PASS, AWAY = Outcome.FAIL, Outcome.UNDECIDED, Outcome.PASS, Outcome.NOT_APPLICABLE
NEW = "网络安全和信息化"


@pytest.fixture
def record():
    """Nothing is said of studies but what a test says."""
    return bare_record()


@pytest.mark.parametrize(
    ("a", "b", "likeness"),
    [
        ("机械工程", "机械工程专业", Likeness.SAME),
        ("道路与桥梁工程", "道路、桥梁工程", Likeness.SAME),
        ("机械工程(智能制造方向)", "机械工程", Likeness.RELATED),
        ("计算机科学与技术", "计算机技术", Likeness.RELATED),
        ("土木工程", "士木工程", Likeness.UNCLEAR),
        ("", "机械", Likeness.UNCLEAR),
        ("机械工程", "土木工程", Likeness.DIFFERENT),
        ("会计学", "审计学", Likeness.DIFFERENT),
        ("汉语言文学", "机械设计制造及其自动化", Likeness.DIFFERENT),
        ("工程管理", "技术", Likeness.DIFFERENT),
    ],
)
def test_two_names_of_specialties_stand_to_each_other(a, b, likeness):
    assert compare_terms(a, b) is likeness
    assert compare_terms(b, a) is likeness


def test_the_nearest_of_several_names_is_found():
    assert nearest("机械", ["土木工程", "机械工程", "机械"]) == (Likeness.SAME, "机械")
    assert nearest("机械", []) == (Likeness.DIFFERENT, "")


@pytest.mark.parametrize(
    ("specialty", "series", "expected"),
    [
        (NEW, "engineering", UNDECIDED),
        (NEW, "economics", FAIL),
        (f"电子信息（{NEW}）", "economics", UNDECIDED),
        (f"电子信息（{NEW}）", "engineering", UNDECIDED),
        ("机械工程", "engineering", AWAY),
        ("信息化", "engineering", AWAY),
        (None, "engineering", AWAY),
    ],
)
def test_a_new_specialty_belongs_to_its_series_and_its_own_committee(specialty, series, expected, record, policy):
    assert outcome("SPC-02", applying(record, specialty=specialty, series=series), policy) is expected


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (Scope("engineering", (), (NEW,)), PASS),
        (Scope("engineering", (), ("网络安全和信息化建设",)), UNDECIDED),
        (Scope("engineering", (), ("机械",)), FAIL),
        (Scope("engineering"), FAIL),
    ],
)
def test_a_registered_committee_must_list_the_new_specialty(scope, expected, record, policy):
    office = with_office(policy, committees=(committee(scope),))
    assert outcome("SPC-02", applying(record, specialty=NEW), office) is expected


@pytest.mark.parametrize(
    ("named", "expected"), [(f"省{NEW}专业高级评审委员会", PASS), ("省工程系列高级评审委员会", UNDECIDED)]
)
def test_without_a_register_the_name_of_the_committee_speaks(named, expected, record, policy):
    applied = applying(record, specialty=NEW, committee=Value(named, named, method="stated", confidence=1.0))
    assert outcome("SPC-02", applied, policy) is expected


def test_a_title_that_names_the_new_specialty_tells_it(record, policy):
    applied = applying(record, series="legal_service", title="副高级司法鉴定人（物证类）", specialty="物证类")
    office = with_office(policy, committees=(committee(Scope("legal_service", (), ("公证员",))),))
    assert outcome("SPC-02", applied, office) is FAIL


@pytest.mark.parametrize(
    ("specialty", "expected"),
    [
        ("工商管理", PASS),
        ("人力资源", UNDECIDED),
        ("采购", FAIL),
        (read("采购", 0.5), UNDECIDED),
        (unread(), UNDECIDED),
        (None, UNDECIDED),
    ],
)
def test_the_specialty_must_be_in_the_table_of_the_office(specialty, expected, record, policy):
    office = with_office(policy, specialties=(table("economics", "工商管理", "人力资源管理"),))
    assert outcome("SPC-03", applying(record, series="economics", specialty=specialty), office) is expected


@pytest.mark.parametrize(
    ("level", "expected"), [("senior", FAIL), ("associate_senior", FAIL), ("intermediate", AWAY), (unread(), FAIL)]
)
def test_a_table_holds_for_its_levels(level, expected, record, policy):
    office = with_office(policy, specialties=(table("engineering", "机械", levels=("senior", "associate_senior")),))
    assert outcome("SPC-03", applying(record, specialty="建筑", level=level), office) is expected


@pytest.mark.parametrize(
    ("series", "level", "expected"),
    [
        ("engineering", "senior", AWAY),
        ("economics", "senior", UNDECIDED),
        ("economics", "associate_senior", UNDECIDED),
        ("economics", "intermediate", AWAY),
        (unread(), "senior", AWAY),
    ],
)
def test_without_a_table_only_high_titles_in_economics_are_left_open(series, level, expected, record, policy):
    applied = applying(record, series=series, level=level, specialty="工商管理")
    assert outcome("SPC-03", applied, policy) is expected


@pytest.mark.parametrize(
    ("specialty", "title", "expected"),
    [
        ("司法鉴定人", "副高级司法鉴定人", PASS),
        ("法医病理", "副高级司法鉴定人", UNDECIDED),
        ("法律顾问", "二级公证员", UNDECIDED),
        ("法律顾问", None, UNDECIDED),
    ],
)
def test_the_table_of_a_series_alone_never_rejects(specialty, title, expected, record, policy):
    applied = applying(record, series="legal_service", specialty=specialty, title=title)
    assert outcome("SPC-03", applied, policy) is expected


def test_an_unknown_series_is_open_only_where_a_table_is_loaded(record, policy):
    office = with_office(policy, specialties=(table("economics", "工商管理"),))
    assert outcome("SPC-03", applying(record, series=unread(), specialty="工商管理"), office) is UNDECIDED


FIELD = related("机械类", ("机械工程", "机械制造"), ("机械设计制造及其自动化", "车辆工程"))


@pytest.mark.parametrize(
    ("major", "specialty", "expected"),
    [
        ("车辆工程", "机械工程", PASS),
        ("机械工程", "机械工程", PASS),
        ("汉语言文学", "机械工程", FAIL),
        ("机械电子", "机械工程", UNDECIDED),
        (unread(), "机械工程", UNDECIDED),
        (None, "机械工程", UNDECIDED),
        (read("汉语言文学", 0.5), "机械工程", UNDECIDED),
        ("车辆工程", unread(), UNDECIDED),
        ("车辆工程", "建筑工程", AWAY),
    ],
)
def test_the_major_must_share_a_field_with_the_specialty(major, specialty, expected, record, policy):
    office = with_office(policy, related=(FIELD,))
    applied = applying(change(record, "diploma", major=major), specialty=specialty)
    assert outcome("SPC-04", applied, office) is expected


def test_one_of_several_majors_is_enough(record, policy):
    office = with_office(policy, related=(FIELD,))
    studied = change(change(record, "diploma", major="汉语言文学"), "review_form", major="车辆工程")
    assert outcome("SPC-04", applying(studied, specialty="机械工程"), office) is PASS


def test_without_a_table_of_related_majors_nothing_is_compared(record, policy):
    assert validate(record, policy).not_applicable["SPC-04"] == "未加载相近专业表"


def test_the_defect_names_major_and_specialty(record, policy):
    office = with_office(policy, related=(FIELD,))
    applied = applying(change(record, "diploma", major="汉语言文学"), specialty="机械工程")
    said = ["所学专业为汉语言文学，申报专业为机械工程，不属于相近专业"]
    assert messages("SPC-04", validate(applied, office)) == said

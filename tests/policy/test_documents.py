import re

import pytest

from dossier.policy import kinds_named
from dossier.text import squeeze

TYPES = {"text", "name", "date", "month", "period", "int", "number", "id_number", "org", "bool", "list"}


def test_all_kinds_are_there(policy):
    assert len(policy.kinds) == 48
    assert {"review_form", "publicity_notice", "publicity_photo", "publicity_result", "unknown"} <= set(policy.kinds)


def test_no_title_names_two_kinds(policy):
    titles = [squeeze(title) for kind in policy.kinds.values() for title in kind.titles]
    assert len(titles) == len(set(titles))


def test_the_initial_form_has_the_fields_of_the_review_form(policy):
    assert policy.kinds["initial_form"].fields == policy.kinds["review_form"].fields


def test_fields_that_must_be_filled_exist_and_have_labels(policy):
    for kind in policy.kinds.values():
        assert all(kind.fields[name].labels for name in kind.filled)


def test_every_field_has_a_type_that_readers_know(policy):
    for kind in policy.kinds.values():
        for spec in kind.fields.values():
            assert spec.type in TYPES or re.fullmatch(r"list\[.+\]|\S+( \| \S+)+", spec.type)


def test_labels_and_titles_are_written_as_they_are_compared(policy):
    for kind in policy.kinds.values():
        labels = [label for spec in kind.fields.values() for label in spec.labels]
        assert all(text == text.strip() and "\u3000" not in text for text in (*kind.titles, *labels))


@pytest.mark.parametrize(
    ("kind", "field", "labels"),
    [
        ("review_form", "employer", ["工作单位", "单位(全称)"]),
        ("review_form", "school", ["毕业院校", "何年何月毕业于何院校何专业"]),
        ("review_form", "title", ["申报职称", "拟评专业技术资格"]),
        ("publicity_notice", "period", ["公示期", "公示起止时间", "公示起止日期"]),
        ("publicity_notice", "venue", ["公示地点", "张贴地点", "公示范围"]),
        ("publicity_notice", "phone", ["监督电话", "举报电话", "监督举报电话"]),
        ("id_card", "id_number", ["公民身份号码"]),
    ],
)
def test_labels_that_real_forms_use_are_known(policy, kind, field, labels):
    assert set(labels) <= set(policy.kinds[kind].fields[field].labels)


def test_the_code_lists_cover_what_a_record_may_hold(policy):
    assert set(policy.codes["publicity_items"]) == {"conditions_and_procedure", "application_materials", "unit_opinion"}
    assert {"ordinary", "initial", "postdoc", "recommendation"} <= set(policy.codes["routes"])
    assert all(name for names in policy.codes.values() for name in names.values())


@pytest.mark.parametrize(
    ("entry", "kind"),
    [("副主任医师资格证书", "title_certificate"), ("主管护师资格证", "title_certificate"), ("医师资格证书", "licence")],
)
def test_a_title_in_a_catalogue_is_no_licence_whose_name_it_ends_with(policy, entry, kind):
    assert kinds_named(entry, policy.kinds) == {kind}


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ("高级教师电子证书打印件", "title_certificate"),
        ("内网截图（推荐意见）", "publicity_photo"),
        ("宣传栏照片（单位鉴定意见）", "publicity_photo"),
        ("续聘文件（2023年）", "appointment"),
        ("作品播出证明", "achievement"),
        ("优秀运动员输送证明", "achievement"),
        ("优秀教师证书", "award"),
        ("办公楼大厅张贴照片", "publicity_photo"),
        ("宣传栏照片1", "publicity_photo"),
        ("工作群截图", "publicity_photo"),
        ("农业丰收奖证书", "award"),
        ("兽医师资格证书", "title_certificate"),
        ("执业兽医师资格证书", "licence"),
        ("公示及照片", "publicity_photo"),
    ],
)
def test_an_entry_of_a_catalogue_is_known_by_what_offices_call_it(policy, entry, kind):
    assert kinds_named(entry, policy.kinds) == {kind}


def test_an_entry_names_every_paper_of_a_publication_it_lists(policy):
    named = kinds_named("公示、公示照片、公示情况证明", policy.kinds)
    assert named == {"publicity_notice", "publicity_photo", "publicity_result"}

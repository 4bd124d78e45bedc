"""The unit's and the superior's places of a form under the headings offices give them; licences; credits; titles."""

from __future__ import annotations

import pytest

from tests.extract.pages import Table, Title, page

FORM = Title("专业技术职务任职资格评审表")


@pytest.mark.parametrize(
    "head", ["表五 卫生院意见（单位鉴定意见）", "表五 中心推荐意见", "五、幼儿园意见", "表5 单位意见"]
)
def test_the_units_opinion_stands_under_a_heading_numbered_as_a_table(document, head):
    found = document(
        page(
            FORM,
            Table([["姓名", "张三", "性别", "女"]]),
            head,
            "该同志工作踏实，材料经审核属实，同意推荐申报副主任医师。",
            "院长签字：武建功",
            "2025年9月12日",
            "表六 县级卫生健康主管部门意见",
            "同意推荐。",
            "负责人签字：石玉斌",
        )
    )
    assert found.get("unit_opinion").value == "该同志工作踏实，材料经审核属实，同意推荐申报副主任医师。"
    assert found.get("superior_opinion").value == "同意推荐。"


def test_the_range_of_a_licence_goes_before_its_class(document):
    shown = page(Title("医师执业证书"), "姓名：张三", "执业类别：临床", "执业范围：全科医学专业")
    assert document(shown).get("scope").value == "全科医学专业"


def test_credits_in_a_sentence_are_each_years_sum(document):
    said = "兹有张三同志参加继续医学教育取得学分：2022年26学分，2023年27.5学分，各年度均达到25学分的要求。"
    years = document(page(Title("继续教育证明"), said)).get("years").value
    assert [(one["year"], one["total"], one["unit"]) for one in years] == [(2022, 26, "学分"), (2023, 27.5, "学分")]


def test_a_current_title_is_without_the_month_it_was_taken_in(document):
    shown = page(
        Title("申报高级专业技术职务人员情况一览表"), Table([["姓名", "张三"], ["现任专业技术职务", "讲师2018.12取得"]])
    )
    assert document(shown).get("current_title").value == "讲师"


def test_the_ground_of_a_form_is_no_subject(document):
    shown = page(Title("教育部学历证书电子注册备案表"), Table([["姓名", "张三"], ["专业", "学信网样表"]]))
    major = document(shown).get("major")
    assert major is None or major.value is None

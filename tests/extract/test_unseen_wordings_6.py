"""Headings counted by letters, hours in cards and strips, titles beside notes, years with specks."""

from __future__ import annotations

import pytest

from tests.extract.pages import At, Gap, Table, Title, page

UNIT = "汾州样本学校"
FORM = page(Title("专业技术职务任职资格评审表"), Table([["姓名", "张三", "工作单位", UNIT]]))


def of_kind(record, kind):
    return next(one for one in record.documents if one.kind == kind)


@pytest.mark.parametrize("heading", ["H单位意见", "陆 单位意见", "#单位意见", "七、单位意见"])
def test_an_opinion_is_found_below_its_heading_however_it_is_counted(dossier, heading):
    opinion = "该同志工作踏实，经研究，同意推荐申报高级工程师。"
    shown = page(Title("职称申报评审表"), "姓名：张三", heading, opinion, "负责人：李四", "2025年9月18日")
    assert of_kind(dossier(shown), "review_form").get("unit_opinion").value == opinion


def test_a_value_may_begin_with_a_word_that_labels_something_elsewhere(dossier):
    shown = page(Title("职称申报评审表"), At(60, 120, "申报专业"), At(180, 120, "计算机软件"))
    assert of_kind(dossier(shown), "review_form").get("specialty").value == "计算机软件"


def test_hours_in_cards_are_those_of_the_year_at_their_head(dossier):
    cards = [
        [
            f"{year}年\n公需科目30学时\n专业科目{hours}学时\n总学时{30 + hours}"
            for year, hours in ((2023, 62), (2024, 70))
        ]
    ]
    record = dossier(FORM, page(Title("继续教育证明"), "张三近两年学习情况如下：", Table(cards), number=2))
    years = of_kind(record, "continuing_education").get("years").value
    assert [(one["year"], one["public"], one["professional"], one["total"]) for one in years] == [
        (2023, 30, 62, 92),
        (2024, 30, 70, 100),
    ]


@pytest.mark.parametrize("head", ["公共必修课", "公共科目", "公需科目"])
def test_common_subjects_have_more_than_one_name(dossier, head):
    rows = [["年度", "2023", "2024"], [head, "30", "32"], ["学科专业", "62", "60"], ["当年合计", "92", "92"]]
    record = dossier(FORM, page(Title("继续教育学时证明"), Table(rows), number=2))
    years = of_kind(record, "continuing_education").get("years").value
    assert [(one["public"], one["professional"]) for one in years] == [(30, 62), (32, 60)]


def test_a_title_no_larger_than_the_form_is_told_beside_its_year(dossier):
    rows = [["姓名", "张三", "岗位", "教师"], ["个人总结", "认真备课。", "考核结果", "合格"]]
    heads = (At(60, 60, "事业单位工作人员年度考核登记表", 16), At(420, 62, "年度2023"), Gap(60))
    shown = page(*heads, Table(rows), number=2)
    assert of_kind(dossier(FORM, shown), "annual_assessment").get("grade").value == "合格"


def test_a_speck_among_the_figures_of_a_year_is_no_point(dossier):
    rows = [["姓名", "张三", "年度", "202.3"], ["岗位", "教师", "考核结果", "合格"]]
    record = dossier(FORM, page(Title("职工年度考核登记表"), Table(rows), number=2))
    assert of_kind(record, "annual_assessment").get("year").value == 2023

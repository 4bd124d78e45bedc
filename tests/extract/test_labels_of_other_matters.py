"""Labels and titles that say the same of something else: when a licence was got, a college's opinion, 促进企业."""

from __future__ import annotations

import pytest

from tests.extract.pages import Right, Table, Title, page

TITLE = Title("专业技术职务任职资格评审表")
FORM = page(TITLE, Table([["姓名", "张三", "工作单位", "汾州样本大学"]]))
OF_COLLEGE = "经学院教授委员会逐项评议，同意推荐。\n院长：赵六\n2025年9月1日"
OF_UNIVERSITY = "同意推荐申报教授。\n负责人：李四\n2025年9月18日"


def form_of(record):
    return next(one for one in record.documents if one.kind == "review_form")


@pytest.mark.parametrize(
    "row",
    [
        ["最高学历", "本科", "何时取得", "2008年7月"],
        ["执业资格", "一级建造师", "何时取得", "2018年7月"],
        ["职业资格", "一级建造师", "何时获得", "2018年7月"],
    ],
)
def test_when_a_licence_or_a_degree_was_got_is_not_when_the_title_was(dossier, row):
    rows = [["姓名", "张三", "性别", "男"], row, ["现任专业技术职务", "工程师", "取得时间", "2015年10月"]]
    assert form_of(dossier(page(TITLE, Table(rows)))).get("current_title_date").value == "2015-10"


def test_when_it_was_got_is_said_of_the_title_before_it(dossier):
    rows = [["姓名", "张三", "性别", "男"], ["现聘职务", "讲师", "何时取得", "2015年12月"]]
    assert form_of(dossier(page(TITLE, Table(rows)))).get("current_title_date").value == "2015-12"


@pytest.mark.parametrize("head", ["课题名称", "论文题目"])
def test_the_type_of_a_work_is_no_way_of_applying(dossier, head):
    shown = page(TITLE, Table([["姓名", "张三", "性别", "男"], [head, "课堂提问", "类型", "省级课题"]]))
    assert form_of(dossier(shown)).get("route") is None


def test_the_type_beside_the_person_is_the_way_of_applying(dossier):
    shown = page(TITLE, Table([["姓名", "张三", "出生日期", "1980年1月1日", "类型", "正常申报"]]))
    assert form_of(dossier(shown)).get("route").value == "正常申报"


def test_a_colleges_opinion_is_not_the_universitys(dossier):
    shown = page(Table([["学院意见", OF_COLLEGE], ["学校意见", OF_UNIVERSITY]]), number=2)
    form = form_of(dossier(FORM, shown))
    assert form.get("unit_opinion").value == "同意推荐申报教授。"
    assert form.get("opinion_date").value == "2025-09-18"


def test_a_colleges_opinion_counts_where_the_form_has_no_other(dossier):
    shown = page(Table([["学院意见", OF_COLLEGE]]), number=2)
    assert form_of(dossier(FORM, shown)).get("unit_opinion").value == "经学院教授委员会逐项评议，同意推荐。"


def test_an_authoritys_opinion_does_not_fill_the_units_empty_place(dossier):
    above = "局党组审核，同意上报。\n负责人：李四\n2025年9月18日"
    shown = page(Table([["单位意见", ""], ["局意见", above]], height=90), number=2)
    opinion = form_of(dossier(FORM, shown)).get("unit_opinion")
    assert (opinion.value, opinion.reason) == (None, "blank")


@pytest.mark.parametrize(
    "title",
    [
        "关于促进企业科技创新若干措施的通知",
        "关于推进企业技术改造的通知",
        "引进企业高层次人才协议",
        "关于改进企业管理的决定",
    ],
)
def test_a_notice_on_enterprises_sends_nobody_into_one(dossier, title):
    notice = page(Title(title), "各有关单位：", "现将有关事项通知如下，请遵照执行。", Right("2023年5月6日"), number=2)
    assert "secondment" not in {one.kind for one in dossier(FORM, notice).documents}


@pytest.mark.parametrize("title", ["教师驻企工作协议", "关于选派教师进企锻炼的通知", "关于张三同志下企实践的决定"])
def test_a_paper_that_sends_a_teacher_into_an_enterprise_is_told_by_its_title(dossier, title):
    paper = page(Title(title), "张三同志：", "经研究，选派你到样本公司工作。", Right("2023年5月6日"), number=2)
    assert "secondment" in {one.kind for one in dossier(FORM, paper).documents}


def test_a_form_that_counts_posts_is_no_approval_of_posts(dossier):
    rows = [
        ["姓名", "张三", "出生年月", "1980年1月"],
        ["岗位类别", "专技", "核定数", "12"],
        ["空缺数", "2", "学历", "本科"],
    ]
    assert {one.kind for one in dossier(page(Table(rows))).documents}.isdisjoint({"statement"})

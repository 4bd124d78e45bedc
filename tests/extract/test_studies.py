"""Forms that list several studies, and labels whose values stand below them."""

from __future__ import annotations

import pytest

from tests.extract.pages import At, Table, Title, page

FORM = [["姓名", "张三", "性别", "男"], ["工作单位", "某某设计院", "申报职称", "高级工程师"]]
HEADS = ["类别", "毕业时间", "毕业院校", "所学专业", "学历（学位）"]
FIRST = ["全日制", "2006.7", "北方水利专科学校", "水利工程", "大学专科"]
SECOND = ["在职", "2011.1", "华中水利水电大学", "水利水电工程", "大学本科（工学学士）"]


@pytest.mark.parametrize("rows", [[FIRST, SECOND], [SECOND, FIRST]])
def test_of_two_studies_the_higher_one_is_the_applicants(document, rows):
    form = document(page(Title("专业技术职务任职资格评审表"), Table(FORM), Table([HEADS, *rows])))
    names = ("education", "degree", "school", "major", "graduated")
    read = [form.get(name).value for name in names]
    assert read == ["大学本科", "工学学士", "华中水利水电大学", "水利水电工程", "2011-01"]


def test_of_two_studies_of_one_level_the_later_one_counts(value):
    later = ["在职", "2015.6", "华东理工大学", "环境工程", "大学本科"]
    form = page(Title("专业技术职务任职资格评审表"), Table(FORM), Table([HEADS, SECOND, later]))
    assert value("school", form) == "华东理工大学"


def test_the_heads_of_a_history_of_studies_fill_no_empty_place(document):
    rows = [["毕业院校", "关中样例大学", "所学专业", ""]]
    history = [["教育经历（起止）", "学校、专业", "学历、学位"], ["2005/9-2009/6", "河东样例大学 历史学", "本科、学士"]]
    form = document(page(Title("专业技术职务任职资格评审表"), Table(FORM), Table(rows), Table(history)))
    assert not form.get("major").known


def test_a_value_in_larger_print_may_stand_a_little_lower_below_its_label(value):
    rows = [At(50, 215, "工作单位", 8), At(302, 215, "单位性质", 8)]
    rows += [At(50, 242, "沁漳市妇幼保健院（沁漳市儿童医院）", 11), At(302, 242, "事业单位", 11)]
    form = page(Title("专业技术人员职称评审表"), "姓名：张三\t申报职称：主管护师", *rows)
    assert value("employer", form) == "沁漳市妇幼保健院（沁漳市儿童医院）"

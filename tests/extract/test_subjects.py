"""Whose value it is where labels read alike: by what stands before them on their row."""

from __future__ import annotations

import pytest

from tests.extract.pages import Right, Table, Title, page

FORM = Title("职称评审表")
ROW = [["姓名", "张三", "现任专业技术职务", "工程师"]]


def read(document, *items):
    found = document(page(FORM, Table(ROW), *items))
    return lambda name: found.get(name).value if found.get(name) is not None else None


def test_the_time_of_an_administrative_office_is_not_the_titles(document):
    field = read(document, Table([["行政职务", "副科长", "任职时间", "2022.3"]]), Table([["聘任时间", "2018.7"]]))
    assert field("appointed_since") == "2018-07"


def test_the_time_of_a_degree_is_not_the_titles(document):
    field = read(
        document, Table([["最高学位", "硕士", "授予时间", "2014.6"]]), Table([["任职资格取得时间", "2018.11"]])
    )
    assert field("current_title_date") == "2018-11"


def test_the_time_of_the_title_itself_is_read_whatever_stands_further_left(document):
    field = read(document, Table([["学历", "本科", "现职称", "工程师", "取得时间", "2018.11"]]))
    assert field("current_title_date") == "2018-11"


def test_the_school_of_the_highest_education_goes_before_that_of_the_first(document):
    rows = [["第一学历", "本科", "毕业院校", "汾州师范学院"], ["最高学历", "研究生", "毕业院校", "并州大学"]]
    assert read(document, Table(rows))("school") == "并州大学"


def test_the_first_education_is_read_where_there_is_no_other(document):
    assert read(document, Table([["第一学历", "本科", "毕业院校", "汾州师范学院"]]))("school") == "汾州师范学院"


@pytest.mark.parametrize(
    ("boxes", "ticked"),
    [
        ("正常□ 破格□ 转评☑ 基层□", "转评"),
        ("□正常 □破格 ☑转评 □基层", "转评"),
        ("正常 □破格 ☑转评", "转评"),
        ("○ 正常 ● 转评 ○ 直报", "转评"),
    ],
)
def test_the_box_that_belongs_to_an_option_ticks_it(document, boxes, ticked):
    assert read(document, Table([["申报途径", boxes]]))("route") == ticked


def test_a_sentence_about_studies_is_parted_into_its_fields(document):
    said = "2011年7月毕业于晋中医药大学中医学专业，五年制"
    field = read(document, Table([["何时何校何专业毕业", said]], widths=[130, 320]))
    assert (field("graduated"), field("school"), field("major")) == ("2011-07", "晋中医药大学", "中医学")


def test_labels_without_anything_between_them_share_their_place(document):
    field = read(document, Table([["最高学历学位：博士研究生/工学博士"]]))
    assert (field("education"), field("degree")) == ("博士研究生", "工学博士")


def test_a_word_whose_letters_are_set_apart_is_one_word(document):
    found = document(page(FORM, Table([["姓名", "张三", "现任职称", "馆　　　员"]])))
    assert found.get("current_title").value == "馆员"


def test_a_day_the_opinion_speaks_of_does_not_date_it(document):
    field = read(
        document,
        "三、单位综合推荐意见",
        "材料于2025年8月4日至8月8日在公告栏公示，无异议，同意推荐。",
        Right("单位（公章）"),
        Right("2025年8月11日"),
    )
    assert field("opinion_date") == "2025-08-11"


def test_an_opinion_inside_a_box_is_read_without_its_own_label(document):
    field = read(
        document, "▍单位意见", Table([["审核意见：材料真实，同意申报。\n审核时间：2025-09-01 15:20:33"]], height=60)
    )
    assert (field("unit_opinion"), field("opinion_date")) == ("材料真实，同意申报。", "2025-09-01")


@pytest.mark.parametrize(
    ("cell", "name"), [("欧阳建\n国", "欧阳建国"), ("司徒\n婉清", "司徒婉清"), ("阿依努尔·买\n买提", "阿依努尔·买买提")]
)
def test_a_name_that_its_cell_broke_is_whole(document, cell, name):
    assert document(page(FORM, Table([["姓名", cell, "性别", "男"]], height=44))).get("name").value == name


def test_a_university_is_no_education(document):
    found = document(page(FORM, Table([["姓名", "张三", "学历", "并州大学"]])))
    assert found.get("education").confidence < 0.85


def test_a_time_in_brackets_is_no_part_of_a_title_or_an_education(document):
    rows = [["姓名", "张三", "现有职称", "工程师（2019-12 取得）"], ["最高学历", "研究生（2017-03）", "性别", "男"]]
    found = document(page(FORM, Table(rows, widths=[80, 140, 80, 150])))
    read = [found.get(name).value for name in ("current_title", "current_title_date", "education")]
    assert read == ["工程师", "2019-12", "研究生"]


@pytest.mark.parametrize("title", ["专业技术人员职称评审（认定）表", "高级专业技术职务评审申报书"])
def test_a_form_of_several_uses_is_a_review_form(document, title):
    assert document(page(Title(title), Table([["姓名", "张三", "现职称", "工程师"]]))).kind == "review_form"

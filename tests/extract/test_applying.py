"""Who applies for which title, by sentences of many offices."""

from __future__ import annotations

import pytest

from dossier.extract.applying import applying


@pytest.fixture
def said(titles):
    return lambda text: [(one.name, one.title) for one in applying(text, titles)]


@pytest.mark.parametrize(
    "sentence",
    [
        "我院主管护师毋秀兰今年报副主任护师。",
        "研究决定推荐毋秀兰申报副主任护师。",
        "公司质检部毋秀兰(主管护师)拟申报2025年度护理专业副主任护师职称。",
        "我院毋秀兰老师(现为主管护师),今年申报副主任护师。",
        "关于职称申报有关事项的公示中心拟推荐毋秀兰同志申报副主任护师。",
    ],
)
def test_a_sentence_tells_who_applies_whatever_stands_before_the_name(said, sentence):
    assert said(sentence) == [("毋秀兰", "副主任护师")]


def test_each_of_several_has_the_title_behind_the_own_verb(said):
    text = "推荐乜晓岚申报主任技师、甄宝库申报副主任医师、裘望舒申报副主任技师。"
    assert said(text) == [("乜晓岚", "主任技师"), ("甄宝库", "副主任医师"), ("裘望舒", "副主任技师")]


def test_a_list_with_titles_in_brackets_needs_no_known_surname(said):
    text = "对敖瑞雪(教授)第五明(教授)、墨玉(副教授)3名推荐人选进行了公示"
    assert said(text) == [("敖瑞雪", "教授"), ("第五明", "教授"), ("墨玉", "副教授")]


def test_titles_in_brackets_are_held_where_the_text_goes_on_with_the_ones_applied_for(said):
    text = "阴书雁(副编审)、车正轩(编辑)两位同志分别申报编审、副编审。"
    assert said(text) == [("阴书雁", "编审"), ("车正轩", "副编审")]
    text = "訾远山(高级工程师)拟申报正高级工程师,墨玉(工程师)拟申报高级工程师。"
    assert said(f"我院{text}") == [("訾远山", "正高级工程师"), ("墨玉", "高级工程师")]


@pytest.mark.parametrize(
    "text",
    [
        "本人申报高级工程师的材料真实。",
        "张三、李四两位申报高级工程师。",
        "经济师申报高级经济师的条件。",
        "现将申报高级教师的条件、评审的办法步骤公布。",
    ],
)
def test_words_before_the_verb_that_are_no_name_are_none(said, text):
    assert [name for name, _ in said(text) if name not in ("张三", "李四")] == []


def test_titles_of_chinese_medicine_are_read_whole(said):
    assert said("推荐纪怀远申报主任中医师。") == [("纪怀远", "主任中医师")]


@pytest.mark.parametrize(
    "text",
    [
        "张三同志,男,汉族,本科、学士,申报高级工程师。",
        "张三,男,汉族、中共党员、申报高级工程师。",
        "根据省人力资源和社会保障厅、省教育厅申报高级教师文件,",
        "经个人申请、科室推荐、资格审查、综合评议申报主任医师人员如下:",
        "我院内科、外科、妇产科晋升主任医师人员名单",
        "异议受理人:人事科王明,申报副主任医师的材料可到人事科查阅。",
        "请各部门通知、督促申报高级工程师的人员",
    ],
)
def test_other_words_in_lists_before_the_verb_are_no_persons(said, text):
    assert [name for name, _ in said(text) if name != "张三"] == []


@pytest.mark.parametrize("lead", ["现对", "现就", "现将", "同意推荐", "经研究,同意"])
def test_words_before_a_name_with_brackets_are_no_part_of_it(said, lead):
    text = f"{lead}王芳(主管护师)、李强(主管护师)2人申报副主任护师的材料进行公示。"
    assert said(text) == [("王芳", "副主任护师"), ("李强", "副主任护师")]


def test_several_titles_behind_one_verb_are_taken_in_turn(said):
    found = said("王芳(主管护师)、李强(副主任医师)拟申报副主任护师、主任医师。")
    assert found == [("王芳", "副主任护师"), ("李强", "主任医师")]

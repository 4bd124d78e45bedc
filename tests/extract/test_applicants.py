"""Whom a notice or certificate speaks of, and the title each applies for."""

from __future__ import annotations

import pytest

from dossier.extract.applicant_tables import first_title
from dossier.extract.applicants import read_applicants
from dossier.extract.sentences import Prose
from tests.extract.pages import Table, Title, layout, prose


@pytest.fixture
def people(titles):
    """Items of a page → [(name, title)]."""

    def read(*items, known=()) -> list[tuple[str, str | None]]:
        found = read_applicants(prose(*items), [layout(*items)], titles, known)
        return [] if found is None else [(one["name"], one["title"]) for one in found.value]

    return read


@pytest.mark.parametrize(
    "sentence",
    [
        "现将张三同志申报高级工程师的材料予以公示。",
        "我单位张三同志拟申报高级工程师职称。",
        "经研究，推荐张三申报高级工程师。",
        "兹有我公司职工张三申报高级工程师任职资格。",
        "公示对象：张三，申报职称：高级工程师",
        "申报人：张三 申报高级工程师",
    ],
)
def test_a_person_is_read_from_prose_with_the_title(people, sentence):
    assert people(sentence) == [("张三", "高级工程师")]


@pytest.mark.parametrize("name", ["欧阳修远", "樊砚秋", "阿依古丽·买买提", "张三丰"])
def test_names_of_two_to_four_characters_and_with_a_dot_are_names(people, name):
    assert people(f"现将{name}同志申报高级工程师的材料予以公示。") == [(name, "高级工程师")]


def test_the_current_title_is_not_the_one_applied_for(people):
    assert people("张三同志，现任工程师，申报高级工程师。") == [("张三", "高级工程师")]


def test_several_persons_of_one_sentence_are_all_read(people):
    found = people("1.张三同志申报高级工程师；", "2.李四同志申报工程师。")
    assert found == [("张三", "高级工程师"), ("李四", "工程师")]


@pytest.mark.parametrize("counted", ["两位同志", "两名同志", "二人", "两位老师"])
def test_a_number_that_counts_the_persons_is_no_part_of_the_last_name(people, counted):
    found = people(f"现将张三、李四{counted}申报高级工程师的材料予以公示。", known=("张三",))
    assert [name for name, _ in found] == ["张三", "李四"]


def test_a_list_one_person_a_row_is_read(people):
    assert people("张三 拟申报高级工程师", "李四 拟申报工程师") == [("张三", "高级工程师"), ("李四", "工程师")]


def test_a_table_with_heads_above_gives_everybody(people):
    table = Table([["序号", "姓名", "申报职称"], ["1", "张三", "高级工程师"], ["2", "李四", "工程师"]])
    assert people(Title("公示"), table) == [("张三", "高级工程师"), ("李四", "工程师")]


def test_a_table_with_labels_beside_gives_the_one(people):
    table = Table([["姓名", "张三"], ["申报职称", "高级工程师"]], widths=[100, 355])
    assert people(Title("公示情况证明"), table) == [("张三", "高级工程师")]


def test_a_table_without_titles_gives_names_alone(people):
    assert people(Table([["序号", "姓名"], ["1", "张三"], ["2", "李四"]])) == [("张三", None), ("李四", None)]


def test_a_name_the_dossier_gives_elsewhere_is_found_though_its_surname_is_rare(people):
    assert people("亓官明同志材料公示。", known=("亓官明",)) == [("亓官明", None)]


def test_the_contact_person_is_no_applicant(people):
    assert people("现将张三同志申报高级工程师的材料予以公示。", "联系人：李四", "监督电话：6789012") == [
        ("张三", "高级工程师")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "现将申报条件和程序予以公示。",
        "现将单位鉴定意见予以公示。",
        "同意推荐其申报高级工程师。",
        "对全体申报人员的材料进行了公示。",
    ],
)
def test_words_that_are_no_names_give_nobody(people, sentence):
    assert people(sentence) == []


def test_a_person_named_twice_comes_once_with_the_title(people):
    assert people("张三同志工作认真。", "张三同志申报高级工程师。") == [("张三", "高级工程师")]


def test_of_titles_that_begin_together_the_longest_is_meant():
    assert first_title("正高级工程师任职资格", {"工程师", "高级工程师", "正高级工程师"}) == "正高级工程师"


def test_a_text_without_a_title_has_none():
    assert first_title("有关材料", {"工程师"}) is None


@pytest.mark.parametrize(
    "row",
    [
        "公示人员：张三（高级工程师）、阿依古丽·买买提（工程师）、李四（工程师）",
        "公示人员：张三（高级工程师）\t阿依古丽·买买提（工程师）\t李四（工程师）",
    ],
)
def test_names_with_titles_in_brackets_are_all_read_in_their_order(people, row):
    assert people(row, known=("李四",)) == [
        ("张三", "高级工程师"),
        ("阿依古丽·买买提", "工程师"),
        ("李四", "工程师"),
    ]


def test_names_with_titles_right_behind_them_are_all_read_where_one_is_known(people):
    found = people("公示人员：张三高级工程师、李四工程师", known=("张三",))
    assert found == [("张三", "高级工程师"), ("李四", "工程师")]


def test_a_table_without_rules_gives_everybody(people):
    rows = ("序号\t姓名\t拟申报职称", "1\t张三\t高级工程师", "2\t李四\t工程师")
    assert people(Title("公示"), *rows) == [("张三", "高级工程师"), ("李四", "工程师")]


def test_a_name_that_may_be_a_known_one_misread_is_not_sure(titles):
    rows = ("公示对象：翟赞，申报副教授",)
    found = read_applicants(prose(*rows), [layout(*rows)], titles, ("翟赟",))
    assert found.confidence <= 0.8


def test_words_that_begin_a_row_are_no_names_though_a_title_is_applied_for_behind_them(people):
    rows = ("在单位门口公告栏", "和本单位内网对张三同志申报高级工程师的", "评审条件和程序进行了公示。")
    assert people(*rows) == [("张三", "高级工程师")]


def test_people_behind_other_words_of_an_enumeration_are_all_read(people):
    row = "按照有关要求，张三、李四、王五等3人申报高级工程师相关材料经公示无异议。"
    assert [name for name, _ in people(row, known=("李四",))] == ["张三", "李四", "王五"]


def test_the_title_in_the_applicants_row_goes_before_one_behind_a_head_of_the_table(titles):
    table = Table([["序号", "姓名", "现职称", "申报职称"], ["1", "向明", "一级教师", "高级教师"]])
    laid = layout(Title("职称申报公示"), table)
    read = read_applicants(Prose([laid.flow]), [laid], titles, ["向明"])
    assert read.value == [{"name": "向明", "title": "高级教师"}]


def test_a_schools_name_at_the_head_of_a_notice_is_nobodys(titles):
    laid = layout(Title("孟家桥小学职称申报公示"), "学校对向明老师申报高级教师的鉴定意见如下：同意。")
    read = read_applicants(Prose([laid.flow]), [laid], titles, ["向明"])
    assert [one["name"] for one in read.value] == ["向明"]


@pytest.mark.parametrize(
    ("sentence", "ending"),
    [
        ("现将张三、李四等同志申报高级工程师的材料予以公示。", "等"),
        ("现将张三、李四（高级工程师）等申报人员的材料予以公示。", "等"),
        ("现将张三、李四等2名同志申报高级工程师的材料予以公示。", ""),
        ("现将张三、李四申报高级工程师的材料予以公示。", ""),
    ],
)
def test_words_that_leave_some_out_stay_with_the_list(titles, sentence, ending):
    found = read_applicants(prose(sentence), [layout(sentence)], titles, ())
    assert found is not None
    assert found.raw == f"张三、李四{ending}"


@pytest.mark.parametrize(
    ("names", "sure"),
    [
        (["张三", "李四", "王五"], True),
        (["张三", "马", "王五"], False),
        (["张三", "李四", "马"], False),
        (["马", "李四", "王五"], False),
        (["张三", "李*四", "王五"], False),
    ],
)
def test_a_numbered_row_whose_name_was_not_read_leaves_the_list_unsure(titles, names, sure):
    rows = [[str(number), name, "高级工程师"] for number, name in enumerate(names, 1)]
    table = Table([["序号", "姓名", "申报职称"], *rows])
    found = read_applicants(prose(Title("公示"), table), [layout(Title("公示"), table)], titles, ())
    assert found is not None
    assert (found.confidence >= 0.85) is sure


@pytest.mark.parametrize(
    "rows",
    [
        [["16", "张三"], ["17", "李四"]],
        [["1", "张三"], ["2", "李四"], ["备注", "共两人"]],
        [["1", "张三"], ["2", "李四"], ["合计", "2人"]],
    ],
)
def test_lists_that_go_on_without_numbers_or_end_in_notes_lose_nobody(titles, rows):
    page = (Table([["序号", "姓名"], *rows]), "3.公示时间为五个工作日。")
    found = read_applicants(prose(*page), [layout(*page)], titles, ())
    assert found is not None
    assert found.confidence >= 0.85


@pytest.mark.parametrize("head", ["拟申报", "拟晋升职称", "拟评"])
def test_beside_the_title_held_the_one_applied_for_counts(people, head):
    rows = [["序号", "姓名", "现职称", head], ["1", "张三", "工程师", "高级工程师"]]
    assert people(Title("公示"), Table(rows)) == [("张三", "高级工程师")]


def test_the_title_held_is_never_the_one_applied_for(people):
    rows = [["姓名", "现任职称", "去向"], ["张三", "工程师", "见附件"]]
    assert people(Title("公示"), Table(rows)) == [("张三", None)]


def test_a_table_with_its_heads_on_the_left_lists_a_person_a_column(people):
    rows = [["姓名", "张三", "李四"], ["现任职务", "工程师", "助理工程师"], ["申报职务", "高级工程师", "工程师"]]
    assert people("现将申报材料予以公示。", Table(rows)) == [("张三", "高级工程师"), ("李四", "工程师")]


def test_the_board_on_which_a_list_hung_is_no_person(people):
    said = ("我中心在二楼", "宣传栏公示了张三（申报高级工程师）、李四（申报工程师）的材料。")
    assert people(*said) == [("张三", "高级工程师"), ("李四", "工程师")]


def test_a_notice_opens_with_the_applicant_and_applies_at_the_end_of_the_sentence(people):
    row = "蒯丽云同志，女，1981年生，大学本科，现在采编部工作，拟申报图书资料系列副研究馆员。"
    assert people(Title("公告"), row) == [("蒯丽云", "副研究馆员")]


def test_the_beginning_of_a_company_is_no_person(people):
    found = people(Title("霍泽智造科技有限公司职称申报公示"), "研发中心冉启航（助理工程师）拟申报工程师职称。")
    assert found == [("冉启航", "工程师")]


def test_a_title_of_no_series_keeps_another_persons_title_from_being_shared(people):
    assert people("揭东升申报高级工程师，楚雨荷申报政工师。", known=("楚雨荷",)) == [
        ("揭东升", "高级工程师"),
        ("楚雨荷", None),
    ]


@pytest.mark.parametrize(
    "text", ["现将张建国、李玉兰等申报副研究员的材料公示", "我校教师李玉兰、王刚两位同志分别申报教授和讲师"]
)
def test_a_known_name_is_never_swallowed_by_letters_around_it(people, text):
    assert "李玉兰" in [name for name, _ in people(text, known=("李玉兰",))]


def test_whom_to_turn_to_is_no_applicant(people):
    rows = [
        "现将张三申报高级工程师的材料公示。",
        "如有异议，请于公示期内与我单位人事科",
        "李红同志联系，电话0351-1234567。",
    ]
    assert people(*rows) == [("张三", "高级工程师")]

"""Which place a label means: groups of rows, heads over columns, values below, places that several fields share."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.extract.fields import all_labels, find_labels, read_labelled
from dossier.extract.layout import lay_out
from dossier.extract.plausible import Plausible
from dossier.model import Box, Line, Page, Value
from tests.extract.pages import At, Gap, Table, page

UNIT = "山西晋原勘察设计有限公司"


@pytest.fixture
def read(policy, context):
    """(items of a page) → the labelled fields of a review form, by what they should look like."""

    def fields(*items) -> dict[str, Value]:
        shown = items[0] if isinstance(items[0], Page) else page(*items)
        kind, labels = policy.kinds["review_form"], all_labels(policy.kinds)
        found = find_labels(kind, [lay_out(shown)], labels, policy.other_labels)
        return read_labelled(kind, found, Plausible(kind, policy, context.title_pattern, labels))

    return fields


def ruled(*cells: tuple[float, float, float, float, str]) -> Page:
    """A page of ruled cells (left, top, right, bottom, text)."""
    boxes = [Box(*cell[:4]) for cell in cells]
    lines = []
    for box, (*_, text) in zip(boxes, cells, strict=True):
        for index, row in enumerate(text.split("\n")):
            place = Box(box.x0 + 4, box.y0 + 4 + 15 * index, box.x0 + 4 + 12 * len(row), box.y0 + 16 + 15 * index)
            lines += [Line(row, place, 0.98)] if row else []
    return Page("样例.pdf", 1, 595, 842, "ocr", "0" * 64, tuple(lines), tuple(boxes))


def test_the_heading_of_a_group_of_rows_is_no_label_of_its_own(read):
    found = read(
        ruled(
            (60, 100, 90, 160, "现\n职\n称"),
            (90, 100, 250, 130, "现任专业技术职务"),
            (250, 100, 400, 130, "取得时间"),
            (90, 130, 250, 160, "工程师"),
            (250, 130, 400, 160, "2017.11"),
            (60, 160, 90, 220, "拟\n申\n报"),
            (90, 160, 250, 190, "申报专业技术资格"),
            (90, 190, 250, 220, "高级工程师"),
        )
    )
    assert found["current_title"].value == "工程师"
    assert found["current_title_date"].value == "2017-11"
    assert found["title"].value == "高级工程师"


@pytest.mark.parametrize(("said", "sure"), [("高级数字技术工程师", True), ("见附件", False)])
def test_what_a_digital_engineer_is_called_looks_like_a_title(read, said, sure):
    assert (read(Table([["现职称", said]]))["current_title"].confidence > 0.6) is sure


def test_a_head_no_list_knows_is_no_value_of_the_label_before_it(read):
    found = read(Table([["资格取得时间", "聘任时间", "批复机构"], ["2017.11", "2018.03", "某市职改办"]]))
    assert found["appointed_since"].value == "2018-03"


def test_below_a_head_over_two_columns_the_first_one_s_value_stands(read):
    found = read(
        ruled(
            (60, 100, 300, 130, "现任专业技术职务"),
            (60, 130, 180, 160, "名称"),
            (180, 130, 300, 160, "取得时间"),
            (60, 160, 180, 190, "工程师"),
            (180, 160, 300, 190, "2017.11"),
        )
    )
    assert found["current_title"].value == "工程师"


def test_studies_at_work_count_before_those_before_it(read):
    found = read(
        ruled(
            (60, 100, 120, 160, "学历"),
            (120, 100, 200, 130, "全日制教育"),
            (200, 100, 300, 130, "大学专科"),
            (120, 130, 200, 160, "在职教育"),
            (200, 130, 300, 160, "大学本科"),
        )
    )
    assert found["education"].value == "大学本科"


def test_studies_at_work_that_were_none_leave_those_before_it(read):
    found = read(
        ruled(
            (60, 100, 120, 160, "学历"),
            (120, 100, 200, 130, "全日制教育"),
            (200, 100, 300, 130, "大学专科"),
            (120, 130, 200, 160, "在职教育"),
            (200, 130, 300, 160, ""),
        )
    )
    assert found["education"].value == "大学专科"


@pytest.mark.parametrize(
    "written", ["汾川大学 环境工程", "汾川大学、环境工程", "汾川大学\n环境工程", "汾川大学环境工程"]
)
def test_school_and_subject_in_one_place_are_told_apart(read, written):
    found = read(Table([["毕业院校及专业", written]], widths=[120, 300]))
    assert (found["school"].value, found["major"].value) == ("汾川大学", "环境工程")


def test_labels_joined_by_a_stroke_share_a_place(read):
    found = read(Table([["性别/民族", "男/汉族", "学历、学位", "大学本科\n工学学士"]]))
    assert (found["sex"].value, found["ethnicity"].value) == ("男", "汉族")
    assert (found["education"].value, found["degree"].value) == ("大学本科", "工学学士")


def test_when_and_where_somebody_graduated_share_a_place(read):
    found = read(Table([["何时何校何专业毕业", "2008年7月 汾川大学 环境工程"]], widths=[120, 335]))
    assert (found["graduated"].value, found["school"].value) == ("2008-07", "汾川大学")
    assert found["major"].value == "环境工程"


def test_labels_stand_above_their_values_in_cards_side_by_side(read):
    found = read(
        page(
            At(60, 100, "工作单位", 8),
            At(60, 110, UNIT, 10),
            At(60, 138, "学历", 8),
            At(60, 148, "大学本科", 10),
            At(300, 99, "某县第一中学", 10),
            At(300, 139, "申报专业", 8),
            At(300, 149, "环境工程", 10),
        )
    )
    assert (found["employer"].value, found["education"].value) == (UNIT, "大学本科")
    assert found["specialty"].value == "环境工程"


def test_rows_of_pairs_are_not_read_downward(read):
    found = read(page("工作单位\t" + UNIT, "派遣员工\t张三", "申报专业\t环境工程"))
    assert (found["employer"].value, found["specialty"].value) == (UNIT, "环境工程")


def test_a_value_that_does_not_look_right_is_not_sure(read):
    found = read(Table([["性别", "工程师"]]))
    assert found["sex"].confidence < 0.85


def test_a_state_is_no_employer(read):
    found = read("状态：单位已审核", Gap(20), "所在单位：" + UNIT)
    assert found["employer"].value == UNIT


def test_the_units_of_a_history_are_not_the_employer(read):
    rows = [["起止时间", "单位", "职务"], ["2001.07-2008.06", "某县第一中学", "教师"]]
    assert "employer" not in read(page(Table(rows)))


def test_a_label_joined_to_one_that_is_not_read_shares_its_place(read):
    assert read(Table([["工作单位及职务", UNIT + " 工程师"]], widths=[120, 320]))["employer"].value == UNIT


@pytest.mark.parametrize(
    ("label", "name"), [("毕北学校", "school"), ("参加工件时间", "work_since"), ("工作单仕", "employer")]
)
def test_a_label_with_one_letter_misread_is_still_known(read, label, name):
    value = {"school": "汾川大学", "work_since": "2006-09", "employer": UNIT}[name]
    assert read(Table([[label, value]], widths=[120, 320]))[name].value == value


def test_a_value_one_letter_from_another_kind_s_label_is_a_value(read):
    assert read(Table([["申报系列", "农业系列"]]))["series"].value == "农业系列"


def test_a_day_is_read_where_the_time_of_day_stands_behind_it(document):
    found = document(page("社会保险个人参保证明", "姓名：张三", "打印日期\t2025-08-08\t16:03:51"))
    assert found.get("date").value == "2025-08-08"


def test_parts_of_a_joined_label_are_short_for_labels(read):
    found = read(Table([["毕业院校、专业及时间", "汾川大学 土木工程 2006.7"]], widths=[150, 300]))
    assert (found["school"].value, found["major"].value) == ("汾川大学", "土木工程")
    assert found["graduated"].value == "2006-07"


def test_a_short_label_of_two_fields_goes_with_the_field_before_it_and_is_not_sure(read):
    found = read("毕业院校：汾川大学\t专业：土木工程", "申报系列：工程系列\t专业：岩土工程")
    assert (found["major"].value, found["specialty"].value) == ("土木工程", "岩土工程")
    assert found["major"].confidence < 0.85


def test_words_of_two_fields_that_cannot_be_parted_are_not_sure(read):
    found = read(Table([["申报职称及申报专业", "高级工程师岩土工程"]], widths=[150, 300]))
    assert found["title"].confidence < 0.85


@pytest.mark.parametrize("written", ["/", "—", "——", "无"])
def test_a_stroke_alone_says_that_there_is_nothing(read, written):
    found = read(Table([["曾用名", written, "性别", "男"]]))["former_name"]
    assert found.value == "无"


def test_a_stroke_in_the_place_of_a_day_is_neither_a_day_nor_an_empty_place(read):
    assert read(Table([["出生年月", "/"]]))["birth_date"].reason == "ambiguous"


def test_below_a_label_in_its_cell_all_rows_are_the_value(read):
    assert read(Table([["单位\n山西晋原勘察设\n计有限公司"]], widths=[150]))["employer"].value == UNIT


def test_where_the_ruling_between_two_opinions_was_lost_each_is_on_its_own_height(read):
    found = read(
        ruled(
            (60, 100, 100, 200, "单位意见"),
            (60, 200, 100, 300, "主管部门意见"),
            (100, 100, 500, 300, "该同志符合条件，同意推荐。"),
        )
    )
    assert found["unit_opinion"].value == "该同志符合条件，同意推荐。"
    assert found["superior_opinion"].reason == "blank"


def test_an_opinion_whose_box_was_not_found_stands_on_its_labels_height(read):
    shown = ruled((60, 60, 120, 240, "单位意见"), (60, 242, 120, 410, "主管部门意见"))
    lines = (
        Line("经考核合格，同意推荐申报。", Box(142, 72, 300, 84), 0.98),
        Line("同意上报。", Box(142, 260, 202, 272), 0.98),
    )
    fields = read(replace(shown, lines=(*shown.lines, *lines)))
    assert fields["unit_opinion"].value == "经考核合格，同意推荐申报。"
    assert fields["superior_opinion"].value == "同意上报。"


def test_a_value_whose_box_was_not_found_stands_right_behind_its_label(read):
    shown = ruled((60, 60, 120, 84, "工作单位"), (60, 86, 120, 180, "工作简历"), (121, 86, 500, 180, "无"))
    fields = read(replace(shown, lines=(*shown.lines, Line(UNIT, Box(126, 66, 282, 78), 0.98))))
    assert fields["employer"].value == UNIT


def test_a_label_at_the_end_of_a_cell_that_lost_a_ruling_is_that_of_the_cell_beside(read):
    shown = ruled(
        (60, 60, 120, 90, "姓名"), (121, 60, 300, 90, ""), (301, 60, 400, 90, "女"), (401, 60, 460, 90, "民族")
    )
    lines = (Line("穆清和", Box(150, 66, 186, 78), 0.98), Line("性 别", Box(240, 66, 276, 78), 0.98))
    fields = read(replace(shown, lines=(*shown.lines, *lines)))
    assert fields["name"].value == "穆清和"
    assert fields["sex"].value == "女"

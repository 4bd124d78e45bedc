"""Labels announce values: beside them, below them, behind them in the same run; or an empty place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.extract.fields import all_labels, find_labels, read_labelled
from dossier.extract.layout import lay_out
from dossier.extract.readers import unknown
from dossier.model import Box, Page, Period, Value
from dossier.policy import Policy
from tests.extract.pages import At, Gap, Table, Title, page, place_of


@pytest.fixture
def read(policy: Policy):
    """(kind, items of a page) → its labelled fields."""

    def fields(kind: str, *items) -> dict[str, Value]:
        shown = items[0] if len(items) == 1 and isinstance(items[0], Page) else page(*items)
        found = find_labels(policy.kinds[kind], [lay_out(shown)], all_labels(policy.kinds), policy.other_labels)
        return read_labelled(policy.kinds[kind], found)

    return fields


FORM = Table(
    [["姓名", "张三", "性别", "男"], ["出生年月", "1986年3月", "工作单位", "山西晋原勘察设计有限公司"]],
    widths=[70, 130, 70, 185],
)


def test_a_value_stands_in_the_cell_to_the_right_of_its_label(read):
    found = read("review_form", FORM)
    assert {name: found[name].value for name in ("name", "sex", "birth_date", "employer")} == {
        "name": "张三",
        "sex": "男",
        "birth_date": "1986-03",
        "employer": "山西晋原勘察设计有限公司",
    }


def test_a_value_has_the_place_it_stands_at(read):
    shown = page(FORM)
    assert read("review_form", shown)["name"].box == place_of(shown, "张三").rounded()


def test_a_value_stands_in_the_cell_below_where_labels_head_a_column(read):
    found = read("review_form", Table([["姓名", "性别", "出生年月"], ["张三", "男", "1986年3月"]]))
    assert (found["name"].value, found["sex"].value, found["birth_date"].value) == ("张三", "男", "1986-03")


def test_label_and_value_in_one_cell_are_told_apart_by_the_colon(read):
    found = read("review_form", Table([["姓名：张三", "性别：男"]]))
    assert (found["name"].value, found["sex"].value) == ("张三", "男")


@pytest.mark.parametrize("label", ["姓名", "姓　名", "姓 名", "姓名：", "姓名:", "姓名*", "姓·名"])
def test_a_label_is_known_however_it_is_spaced(read, label):
    assert read("review_form", Table([[label, "张三"]]))["name"].value == "张三"


@pytest.mark.parametrize("written", ["姓名：张三", "姓名:张三", "姓　名：张三", "姓、名：张三", "姓名： 张三"])
def test_a_value_stands_behind_the_colon_of_a_row(read, written):
    assert read("review_form", written)["name"].value == "张三"


def test_full_width_labels_and_digits_are_the_same(read):
    assert read("review_form", "出生年月：１９８６年３月")["birth_date"].value == "1986-03"


def test_a_hint_in_brackets_is_part_of_the_label(read):
    assert (
        read("review_form", Table([["学历（全日制）", "大学本科"]], widths=[120, 335]))["education"].value == "大学本科"
    )


def test_the_next_label_ends_a_value_of_a_row(read):
    found = read("review_form", "姓名：张三 性别：男 出生年月：1986年3月")
    assert (found["name"].value, found["sex"].value, found["birth_date"].value) == ("张三", "男", "1986-03")


def test_a_label_of_another_kind_ends_a_value_too(read):
    assert read("review_form", "姓名：张三 签发机关：某县公安局")["name"].value == "张三"


def test_a_label_no_kind_reads_ends_a_value_too(read):
    assert read("review_form", "姓名：张三\t政治面貌：群众")["name"].value == "张三"


def test_values_stand_under_a_row_of_several_labels(read):
    found = read("review_form", "姓名\t性别\t出生年月", "张三\t男\t1986年3月")
    assert (found["name"].value, found["sex"].value, found["birth_date"].value) == ("张三", "男", "1986-03")


def test_a_value_that_wrapped_stands_beside_the_middle_of_its_label(read):
    rows = [(100, "姓名", "张三"), (140, "工作单位", None), (180, "性别", "男")]
    beside = [At(200, y, value) for y, _, value in rows if value]
    wrapped = [At(200, 132.5, "山西晋原勘察设计"), At(200, 147.5, "有限公司")]
    found = read("review_form", page(*(At(70, y, label) for y, label, _ in rows), *beside, *wrapped))
    assert {name: found[name].value for name in ("name", "employer", "sex")} == {
        "name": "张三",
        "employer": "山西晋原勘察设计有限公司",
        "sex": "男",
    }


def test_rows_of_other_labels_are_no_value_that_wrapped(read):
    shown = page(
        At(70, 100, "姓名"), At(200, 100, "张三"), At(70, 112, "工作单位"), At(70, 124, "性别"), At(200, 124, "男")
    )
    assert not read("review_form", shown)["employer"].known


def test_a_value_missing_under_a_row_of_labels_is_not_taken_from_its_neighbour(read):
    shown = page(
        At(70, 100, "姓名"),
        At(200, 100, "性别"),
        At(330, 100, "出生年月"),
        At(70, 124, "张三"),
        At(330, 124, "1986年3月"),
    )
    found = read("review_form", shown)
    assert (found["name"].value, found["birth_date"].value) == ("张三", "1986-03")
    assert not found["sex"].known


def test_an_empty_cell_behind_a_label_is_blank(read):
    found = read("review_form", Table([["姓名", ""]], widths=[70, 385]))["name"]
    assert (found.value, found.reason) == (None, "blank")
    assert found.box == Box(140, 60, 525, 90)


@pytest.mark.parametrize("written", ["____", "　　　", "————", "年　月　日"])
def test_a_place_that_waits_to_be_filled_in_is_blank(read, written):
    assert read("review_form", Table([["出生年月", written]]))["birth_date"].reason == "blank"


def test_an_empty_row_behind_a_label_is_blank(read):
    assert read("review_form", "姓名：______\t性别：男")["name"].reason == "blank"


def test_a_label_that_is_not_on_the_page_leaves_its_field_out(read):
    assert "name" not in read("review_form", Table([["性别", "男"]]))


def test_handwriting_in_an_empty_cell_is_unreadable_and_not_blank(read):
    shown = page(Table([["姓名", ""]], widths=[70, 385]))
    shown = replace(shown, marks=(Box(160, 65, 230, 85),))
    assert read("review_form", shown)["name"].reason == "unreadable"


def test_handwriting_elsewhere_leaves_an_empty_cell_blank(read):
    shown = page(Table([["姓名", ""]], widths=[70, 385]))
    shown = replace(shown, marks=(Box(160, 265, 230, 285),))
    assert read("review_form", shown)["name"].reason == "blank"


def test_words_of_the_wrong_type_are_kept_as_raw(read):
    found = read("review_form", Table([["出生年月", "详见身份证"]]))["birth_date"]
    assert (found.value, found.reason, found.raw) == (None, "ambiguous", "详见身份证")


def test_of_two_places_the_one_that_can_be_read_wins(read):
    assert read("review_form", Table([["姓名", ""]]), "姓名：张三")["name"].value == "张三"


def test_of_two_places_filled_in_the_first_wins(read):
    assert read("review_form", "姓名：张三", "姓名：李四")["name"].value == "张三"


def test_a_surer_place_wins_over_an_earlier_one(read):
    shown = page("姓名：张二", "姓名：张三")
    lines = (replace(shown.lines[0], confidence=0.6), shown.lines[1])
    assert read("review_form", replace(shown, lines=lines))["name"].value == "张三"


def test_a_word_in_prose_is_no_label(read):
    assert "name" not in read(
        "review_form", "请申报人核对姓名性别等信息后再行提交，以免影响后续各项评审工作的正常进行。"
    )


def test_a_numbered_heading_announces_the_box_below(read):
    found = read("review_form", "六、单位意见", Table([["该同志符合申报条件，同意推荐。"]], height=90))
    assert found["unit_opinion"].value == "该同志符合申报条件，同意推荐。"


def test_a_numbered_heading_announces_the_rows_below_where_there_is_no_box(read):
    found = read("review_form", "六、单位推荐意见", "该同志符合申报条件，同意推荐。", "七、主管部门意见", "同意。")
    assert found["unit_opinion"].value == "该同志符合申报条件，同意推荐。"


def test_a_heading_with_nothing_below_is_blank(read):
    found = read("review_form", "六、单位推荐意见", "七、主管部门意见", "同意。")
    assert found["unit_opinion"].reason == "blank"


def test_an_opinion_fills_its_cell_to_the_next_opinion(read):
    cell = "单位推荐意见：\n同意推荐。\n主管部门意见：\n同意上报。"
    found = read("review_form", Table([[cell]], height=150))
    assert found["unit_opinion"].value == "同意推荐。"
    assert found["superior_opinion"].value == "同意上报。"


def test_a_place_filled_in_with_a_label_s_word_is_not_a_value(read):
    found = read("review_form", Table([["姓名", "性别"], ["张三", "男"]]))
    assert (found["name"].value, found["sex"].value) == ("张三", "男")


def test_a_period_behind_a_label_is_a_period(read):
    found = read("publicity_notice", "公示时间：2025年8月4日至2025年8月8日")
    assert found["period"].value == Period("2025-08-04", "2025-08-08")


def test_a_label_far_above_announces_nothing(read):
    found = read("review_form", "姓名\t性别", Gap(200), "张三\t男")
    assert not found["name"].known


def test_what_is_not_there_says_where_it_was_looked_for():
    found = unknown("blank", "样例.pdf", 3, Box(1.04, 2, 3, 4))
    assert (found.file, found.page, found.box, found.known) == ("样例.pdf", 3, Box(1.0, 2, 3, 4), False)


def test_a_label_within_a_longer_word_ends_no_value(document):
    form = page(Title("专业技术资格评审表"), "申报系列工艺美术专业人员\t申报专业漆器制作", "申报职称高级工艺美术师")
    assert document(form).get("series").value == "工艺美术专业人员"
    assert document(form).get("specialty").value == "漆器制作"

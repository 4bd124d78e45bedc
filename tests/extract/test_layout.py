"""Lines of a page put in order: rows, cells, and text that knows where each character stands."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.extract.layout import BREAK, GAP, lay_out, stacked
from dossier.extract.level import level
from dossier.extract.rows import rows_of
from dossier.model import Box, Line, Page
from tests.extract.pages import SIZE, At, Table, Title, extent, layout, page, place_of


def texts(rows) -> list[str]:
    return [row.text for row in rows]


def leaning(original: Page, degrees: float) -> Page:
    """The page as a scanner that holds it askew sees it; boxes stay axis-parallel."""

    def moved(box: Box) -> Box:
        drop = math.tan(math.radians(degrees)) * box.cx
        return Box(box.x0, box.y0 + drop, box.x1, box.y1 + drop)

    lines = tuple(Line(line.text, moved(line.box), line.confidence) for line in original.lines)
    return Page("斜.pdf", 1, 595.0, 842.0, "ocr", "", lines=lines, cells=tuple(map(moved, original.cells)))


def test_rows_come_from_top_to_bottom_whatever_the_order_of_the_lines():
    upright = page("第一行", "第二行", "第三行")
    shuffled = Page("a", 1, 595.0, 842.0, "ocr", "", lines=upright.lines[::-1])
    assert texts(lay_out(shuffled).rows) == ["第一行", "第二行", "第三行"]


def test_runs_wider_apart_than_a_character_are_told_by_a_gap():
    assert layout("姓名：张三\t性别：男").rows[0].text == f"姓名:张三{GAP}性别:男"


def test_runs_that_touch_are_one_text():
    near = layout(At(70, 100, "山西晋原"), At(70 + extent("山西晋原") + 3, 100, "勘察设计"))
    assert near.rows[0].text == "山西晋原勘察设计"


def test_lines_of_one_row_may_stand_some_points_higher_or_lower():
    assert texts(layout(At(70, 100, "左"), At(300, 104, "右")).rows) == [f"左{GAP}右"]


def test_two_lines_of_print_close_below_one_another_are_two_rows():
    assert texts(layout(At(70, 100, "上一行的文字"), At(70, 113, "下一行的文字")).rows) == [
        "上一行的文字",
        "下一行的文字",
    ]


def test_a_line_belongs_to_the_cell_it_stands_in_and_to_no_row():
    found = layout("表前", Table([["姓名", "张三"]]), "表后")
    assert [cell.text for cell in found.cells] == ["姓名", "张三"]
    assert texts(found.rows) == ["表前", "表后"]


def test_a_line_belongs_to_the_smallest_of_nested_cells():
    nested = page(Table([["姓名", "张三"]]))
    frame = Box.around(nested.cells).grown(20)
    found = lay_out(Page("a", 1, 595.0, 842.0, "text", "", lines=nested.lines, cells=(frame, *nested.cells)))
    assert {cell.text for cell in found.cells} == {"姓名", "张三", ""}


def test_everything_is_read_by_height_with_table_rows_from_left_to_right():
    found = layout("表前", Table([["姓名", "张三"], ["性别", "男"]]), "表后")
    assert found.flow.text.split(BREAK) == ["表前", "姓名", "张三", "性别", "男", "表后"]


@pytest.mark.parametrize("degrees", [-0.6, -0.3, 0.3, 0.6])
def test_cells_of_a_slightly_leaning_table_keep_their_rows(degrees):
    table = page(Table([[f"{row}{column}" for column in "甲乙丙丁"] for row in "一二三四"]))
    found = lay_out(leaning(table, degrees))
    assert [cell.text for cell in found.cells] == [f"{row}{column}" for row in "一二三四" for column in "甲乙丙丁"]


@pytest.mark.parametrize("degrees", [-3.0, -1.0, 1.0, 3.0])
def test_a_page_that_leans_is_laid_out_as_if_it_did_not(degrees):
    table = page(Table([[f"{row}{column}" for column in "甲乙丙丁"] for row in "一二三四"]), skew=0.0)
    turned = level(Page("a", 1, 595.0, 842.0, "ocr", "", lines=table.lines, cells=table.cells, skew=-degrees))
    back = level(Page("a", 1, 595.0, 842.0, "ocr", "", lines=turned.lines, cells=turned.cells, skew=degrees))
    for before, after in zip(table.lines, back.lines, strict=True):
        assert after.box == pytest.approx(before.box, abs=0.01)
    assert [cell.text for cell in lay_out(back).cells][:4] == ["一甲", "一乙", "一丙", "一丁"]


def test_the_cell_to_the_right_and_the_cell_below_are_neighbours():
    found = layout(Table([["姓名", "张三"], ["性别", "男"]]))
    name = found.cells[0]
    assert found.right_of(name).text == "张三"
    assert found.below(name).text == "性别"


def test_the_last_cells_of_a_table_have_no_neighbours():
    last = layout(Table([["姓名", "张三"], ["性别", "男"]])).cells[-1]
    found = layout(Table([["姓名", "张三"], ["性别", "男"]]))
    last = found.cells[-1]
    assert found.right_of(last) is None
    assert found.below(last) is None


def test_a_cell_that_spans_two_columns_is_below_both():
    found = layout(Table([["起", "止"]], widths=[200, 255]), Table([["合计"]], widths=[455]))
    moved = lay_out(
        Page(
            "a",
            1,
            595.0,
            842.0,
            "text",
            "",
            lines=found.page.lines,
            cells=(Box(70, 60, 270, 90), Box(270, 60, 525, 90), Box(70, 90, 525, 120)),
        )
    )
    assert moved.below(moved.cells[0]).box == moved.below(moved.cells[1]).box == Box(70, 90, 525, 120)


def test_a_part_of_a_line_has_its_share_of_the_line_s_box():
    (row,) = layout("姓名：张三丰").rows
    spot = row.spot(3, 6)
    assert (spot.text, spot.box.x0, spot.box.x1) == ("张三丰", 70 + 3 * SIZE, 70 + 6 * SIZE)


def test_a_place_over_two_lines_holds_both():
    found = layout("上半句", "下半句")
    spot = found.flow.spot()
    assert spot.box == Box.around([place_of(found.page, "上半句"), place_of(found.page, "下半句")])


def test_a_place_is_as_sure_as_its_least_sure_line():
    lines = (Line("张", Box(70, 100, 82, 112), 0.99), Line("三", Box(83, 100, 95, 112), 0.61))
    found = lay_out(Page("a", 1, 595.0, 842.0, "ocr", "", lines=lines))
    assert found.rows[0].spot().confidence == 0.61


def test_prose_has_no_white_space_and_still_knows_its_places():
    found = layout("公 示 时 间\t2025年", "8月4日")
    assert found.flow.prose.text == "公示时间2025年8月4日"
    at = found.flow.prose.text.index("8月")
    assert found.flow.prose.spot(at, at + 4).box == place_of(found.page, "8月4日")


def test_brackets_and_colons_are_half_width_in_a_flow():
    assert layout("单位（公章）：").rows[0].text == "单位(公章):"


def test_an_empty_page_has_an_empty_flow():
    assert layout().flow.text == ""
    assert layout().flow.spot() is None


def test_flows_stacked_keep_one_owner_a_character():
    rows = layout("甲", "乙乙").rows
    both = stacked(rows)
    assert both.text == f"甲{BREAK}乙乙"
    assert len(both.owners) == len(both.text)
    assert texts(both.rows()) == ["甲", "乙乙"]


def test_a_title_over_two_lines_stays_two_rows():
    assert texts(layout(Title("山西省晋原公司"), Title("职称评审公示")).rows) == ["山西省晋原公司", "职称评审公示"]


WORDS = st.text(st.sampled_from("公示姓名（）：张三年月1２ 　"), min_size=1, max_size=12)


@given(st.lists(st.tuples(WORDS, st.integers(0, 500), st.integers(0, 800)), max_size=12))
def test_no_character_is_lost_and_each_one_knows_its_line(runs):
    lines = tuple(Line(text, Box(x, y, x + extent(text), y + 12), 0.9) for text, x, y in runs)
    found = lay_out(Page("a", 1, 595.0, 842.0, "ocr", "", lines=lines))
    assert len(found.flow.text) == len(found.flow.owners)
    for character, owner in zip(found.flow.text, found.flow.owners, strict=True):
        assert (owner is None) == (character in GAP + BREAK)
    assert sum(len(row) for row in rows_of(lines)) == len(lines)


def test_a_row_is_cut_at_its_gaps_and_each_run_keeps_its_place():
    first, second = layout("姓名：穆清和\t性别：女").flow.runs()
    assert (first.text, second.text) == ("姓名:穆清和", "性别:女")
    assert first.spot().box.x1 < second.spot().box.x0


@pytest.mark.parametrize(
    "mark", ["复印件与原件一致", "与原件核对无误", "此件与原件相符", "经核对与原件一致", "本复印件与原件核对一致。"]
)
def test_the_mark_that_a_copy_agrees_is_no_part_of_the_document(mark):
    found = layout(
        At(70, 100, "准予毕业"), At(300, 500, mark), At(310, 516, "核对人：相里静2025.08.01"), At(70, 520, "校长")
    )
    assert texts(found.rows) == ["准予毕业", "校长"]
    assert len(found.page.lines) == 4


def test_a_sentence_about_copies_and_a_day_far_from_a_mark_stay():
    pledge = "本人提交的全部材料真实有效，复印件与原件一致，如有虚假愿承担责任。"
    found = layout(At(70, 100, pledge), At(300, 500, "与原件一致"), At(300, 640, "2009年7月1日"))
    assert [row[:4] for row in texts(found.rows)] == ["本人提交", "2009"]


def test_characters_in_two_boxes_that_overlap_are_read_once():
    first, second = At(70, 100, "毕业院校的校名:"), At(70 + extent("毕业院校的校"), 100, "名:晋岭大学")
    assert texts(layout(first, second).rows) == ["毕业院校的校名:晋岭大学"]
    assert (
        texts(layout(At(70, 100, "第11"), At(70 + extent("第11") + 8, 100, "1班")).rows)[0].replace(GAP, "")
        == "第111班"
    )


def test_a_character_that_only_the_second_look_at_a_line_saw_belongs_to_the_next_line():
    first, second = At(70, 100, "司法鉴定人"), At(70 + extent("司法鉴定人"), 100, "人执业证")
    shown = page(first, second)
    seen = replace(shown.lines[0], raw="司法鉴定")
    assert texts(lay_out(replace(shown, lines=(seen, shown.lines[1]))).rows) == ["司法鉴定人执业证"]
    assert texts(lay_out(shown).rows) == ["司法鉴定人人执业证"]


def test_a_box_whose_side_cuts_through_a_text_is_no_cell():
    heading = [Line("教", Box(70, 100, 85, 115), 0.98), Line("师资格证书", Box(85, 99, 160, 114), 0.98)]
    found = lay_out(Page("a", 1, 595.0, 842.0, "ocr", "", lines=tuple(heading), cells=(Box(85, 80, 400, 120),)))
    assert found.cells == ()
    assert texts(found.rows) == ["教师资格证书"]


@pytest.mark.parametrize(
    "label",
    [Box(20, 100, 66, 112), Box(20, 92, 69, 104), Box(20, 97, 69, 115)],
    ids=["apart from the table", "on another baseline", "in larger print"],
)
def test_a_text_beside_a_table_does_not_unmake_its_cells(label):
    cell = Box(70, 90, 200, 120)
    lines = (Line("附件一", label, 0.98), Line("姓名", Box(71, 100, 95, 112), 0.98))
    assert [one.box for one in lay_out(Page("a", 1, 595.0, 842.0, "ocr", "", lines=lines, cells=(cell,))).cells] == [
        cell
    ]


def test_words_aslant_again_and_again_are_a_watermark_and_no_text():
    marks = [At(70, 60 + 120 * n, "学历认证") for n in range(3)]
    shown = page("专业：中国现当代文学", *marks)
    aslant = tuple(
        replace(line, box=Box(line.box.x0, line.box.y0, line.box.x0 + 70, line.box.y0 + 50))
        if line.text == "学历认证"
        else line
        for line in shown.lines
    )
    assert "学历认证" not in lay_out(replace(shown, lines=aslant)).flow.text
    assert "学历认证" in lay_out(replace(shown, lines=aslant[:2])).flow.text
    assert "学历认证" in lay_out(shown).flow.text


def test_a_column_whose_rulings_were_lost_is_cut_where_those_of_the_others_go():
    whole = page(Table([["姓名", "张三", "性别"], ["单位", "某某中学", "状态"], ["起止", "2024", "地点"]]))
    first = [cell for cell in whole.cells if cell.x0 == whole.cells[0].x0]
    joined = replace(whole, cells=(Box.around(first), *(cell for cell in whole.cells if cell not in first)))
    assert [cell.text for cell in lay_out(joined).cells] == [cell.text for cell in lay_out(whole).cells]


def test_a_heading_in_two_lines_beside_two_rows_stays_one():
    whole = page(Table([["毕业时间\n及专业", "2010年7月", "甲"], ["", "某某专业", "乙"]]))
    head = Box.around([whole.cells[0], whole.cells[3]])
    joined = replace(whole, cells=(head, *whole.cells[1:3], *whole.cells[4:]))
    assert lay_out(joined).cells[0].text == "毕业时间及专业"

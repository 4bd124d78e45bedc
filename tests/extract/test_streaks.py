"""Streaks of a copier through a page: what they cut is read as one."""

from dossier.extract.layout import lay_out
from dossier.model import Box, Line
from tests.extract.pages import HEIGHT, WIDTH, page


def _lines(*rows: tuple[float, str, str]) -> tuple[Line, ...]:
    """Rows of two runs that touch at x = 200."""
    cut = []
    for y, left, right in rows:
        cut.append(Line(left, Box(200 - 12 * len(left), y, 200, y + 12), 0.98))
        cut.append(Line(right, Box(201, y, 201 + 12 * len(right), y + 12), 0.98))
    return tuple(cut)


def test_a_streak_down_a_page_makes_no_columns() -> None:
    halves = (Box(20, 20, 200, HEIGHT - 20), Box(201, 20, WIDTH - 20, HEIGHT - 20))
    laid = lay_out(page(lines=_lines((100, "外观设计名", "称:首饰盒"), (130, "设计", "人:张三")), cells=halves))
    assert [row.text for row in laid.flow.rows()] == ["外观设计名称:首饰盒", "设计人:张三"]


def test_a_streak_through_a_table_leaves_its_cells_whole() -> None:
    rows = (Box(100, 95, 198, 120), Box(202, 95, 300, 120)), (Box(100, 120, 198, 145), Box(202, 120, 300, 145))
    laid = lay_out(page(lines=_lines((100, "学历", "类别"), (126, "普通", "全日制")), cells=tuple(sum(rows, ()))))
    assert [cell.text for cell in laid.cells] == ["学历类别", "普通全日制"]


def test_a_word_that_fills_one_cell_to_its_side_does_not_join_it_to_the_next() -> None:
    cells = (Box(100, 95, 199, 120), Box(200, 95, 300, 120), Box(100, 120, 199, 145), Box(200, 120, 300, 145))
    own = (Line("姓名", Box(105, 126, 129, 138), 0.98), Line("张三", Box(205, 126, 229, 138), 0.98))
    laid = lay_out(page(lines=(*_lines((100, "身份证号", "出生年月")), *own), cells=cells))
    assert [cell.text for cell in laid.cells] == ["身份证号", "出生年月", "姓名", "张三"]

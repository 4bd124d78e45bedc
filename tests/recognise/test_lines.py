"""Lines: cut at borders, columns of characters laid out as rows, put into reading order."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model.geometry import Box
from dossier.recognise.engine import Reading
from dossier.recognise.lines import Piece, column_as_row, crop, cut_at_borders
from dossier.recognise.reader import in_reading_order


def test_a_line_is_cut_where_a_border_runs_through_it():
    cells = [Box(0, 0, 100, 40), Box(100, 0, 200, 40)]
    assert cut_at_borders(Box(40, 10, 160, 30), cells) == [Box(40, 10, 100, 30), Box(100, 10, 160, 30)]


def test_a_line_that_only_touches_a_border_stays_whole():
    cells = [Box(0, 0, 100, 40), Box(100, 0, 200, 40)]
    assert cut_at_borders(Box(98, 10, 160, 30), cells) == [Box(98, 10, 160, 30)]


def test_borders_of_other_rows_do_not_cut():
    assert cut_at_borders(Box(40, 10, 160, 30), [Box(0, 50, 100, 90)]) == [Box(40, 10, 160, 30)]


def test_squares_between_the_strokes_of_a_large_heading_do_not_cut_it():
    assert cut_at_borders(Box(40, 10, 160, 40), [Box(80, 14, 100, 36)]) == [Box(40, 10, 160, 40)]


@given(st.lists(st.floats(5, 295), max_size=6), st.floats(0, 100), st.floats(20, 300))
def test_parts_of_a_line_never_overlap_and_never_leave_it(borders, x0, width):
    box = Box(x0, 10, x0 + width, 22)
    edges = [0.0, *sorted(borders), 300.0]
    parts = cut_at_borders(box, [Box(a, 0, b, 40) for a, b in pairwise(edges)])
    assert all(box.x0 <= part.x0 < part.x1 <= box.x1 for part in parts)
    assert all(left.x1 <= right.x0 for left, right in pairwise(parts))


@pytest.mark.parametrize("box", [Box(-5, -5, 3, 3), Box(95, 45, 400, 300), Box(50, 20, 50, 20)])
def test_a_crop_is_never_empty(box):
    assert min(crop(np.zeros((50, 100, 3), np.uint8), box).shape[:2]) > 0


def test_characters_one_below_the_other_are_set_side_by_side(drawing):
    sheet = drawing.Sheet(40, 120)
    for i, character in enumerate("鉴定意见"):
        sheet.text(10, 8 + 26 * i, character, 16)
    row = column_as_row(sheet.pixels[:, 15:75])
    assert row.shape[1] > 2.5 * row.shape[0]


def test_pieces_are_read_row_by_row():
    def piece(text, x, y):
        return Piece(Box(x, y, x + 50, y + 12), Reading(text))

    pieces = [piece("丙", 10, 40), piece("乙", 200, 11), piece("甲", 10, 10), piece("丁", 200, 42)]
    assert [p.reading.text for p in in_reading_order(pieces)] == ["甲", "乙", "丙", "丁"]

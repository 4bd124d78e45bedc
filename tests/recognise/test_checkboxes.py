"""Check boxes on drawn pages: what is in them, and where they go in the lines that were read."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from dossier.model.geometry import Box
from dossier.recognise.checkboxes import find_check_boxes, with_check_boxes
from dossier.recognise.engine import Reading
from dossier.recognise.lines import Piece
from dossier.recognise.view import View

DPI = 200.0
SIDE = 26
"""Pixels: 9.4 points."""


@pytest.fixture
def sheet() -> View:
    return View(np.full((700, 1200, 3), 245, np.uint8), DPI)


def draw(view: View, x: int, y: int, inside: str = "", side: int = SIDE, thick: int = 2) -> Box:
    """A check box with its upper left corner at (x, y): empty, with a tick, a cross, a small square, or filled."""
    image, ink = view.image, (30, 30, 30)
    cv2.rectangle(image, (x, y), (x + side, y + side), ink, thick)
    if inside == "tick":
        points = [(x + 4, y + side // 2), (x + side // 2 - 2, y + side - 4), (x + side + 6, y - 6)]
        cv2.polylines(image, [np.array(points, np.int32)], False, ink, 4, cv2.LINE_AA)
    if inside == "cross":
        cv2.line(image, (x + 3, y + 3), (x + side - 3, y + side - 3), ink, 3)
        cv2.line(image, (x + 3, y + side - 3), (x + side - 3, y + 3), ink, 3)
    if inside == "square":
        inset = side // 4
        cv2.rectangle(image, (x + inset, y + inset), (x + side - inset, y + side - inset), ink, -1)
    if inside == "filled":
        cv2.rectangle(image, (x, y), (x + side, y + side), ink, -1)
    return Box(float(x), float(y), float(x + side), float(y + side))


def piece(text: str, x0: float, y0: float, x1: float, y1: float) -> Piece:
    """A line whose characters stand evenly in its box."""
    count = len(text)
    return Piece(Box(x0, y0, x1, y1), Reading(text, (0.99,) * count, tuple((i + 0.5) / count for i in range(count))))


@pytest.mark.parametrize(
    ("inside", "state"),
    [("", "empty"), ("tick", "ticked"), ("cross", "ticked"), ("square", "ticked"), ("filled", "filled")],
)
@pytest.mark.parametrize("side", [17, 26, 38])
def test_a_box_is_as_full_as_the_picture_shows(sheet, inside, state, side):
    box = draw(sheet, 300, 200, inside, side)
    (found,) = find_check_boxes(sheet)
    assert found.state == state
    assert found.box.within(box.grown(4)) == 1
    assert box.within(found.box.grown(4)) == 1


@pytest.mark.parametrize("side", range(17, 36))
def test_a_frame_one_pixel_thin_is_enough(sheet, side):
    draw(sheet, 300, 200, side=side, thick=1)
    assert [found.state for found in find_check_boxes(sheet)] == ["empty"]


def test_a_tick_drawn_by_hand_may_run_out_of_its_box(sheet):
    draw(sheet, 300, 200)
    cv2.line(sheet.image, (304, 214), (312, 222), (40, 40, 40), 4)
    cv2.line(sheet.image, (312, 222), (330, 196), (40, 40, 40), 4)
    (found,) = find_check_boxes(sheet)
    assert found.state == "ticked"


@pytest.mark.parametrize("side", [10, 60])
def test_squares_of_other_sizes_are_no_check_boxes(sheet, side):
    draw(sheet, 300, 200, side=side)
    assert find_check_boxes(sheet) == []


def test_a_rectangle_and_a_circle_are_no_check_boxes(sheet):
    cv2.rectangle(sheet.image, (100, 100), (160, 126), (30, 30, 30), 2)
    cv2.circle(sheet.image, (300, 113), 13, (30, 30, 30), 2)
    assert find_check_boxes(sheet) == []


def test_a_box_before_a_line_is_put_before_its_text(sheet):
    box = draw(sheet, 300, 200, "tick")
    (woven,) = with_check_boxes(sheet, [piece("未收到异议", 336, 196, 490, 232)], [])
    assert woven.reading.text == "☑未收到异议"
    assert len(woven.reading.scores) == len(woven.reading.centres) == 6
    assert woven.box.x0 <= box.x0 + 1
    assert woven.raw == "未收到异议"


def test_a_box_behind_its_option_is_put_behind_it(sheet):
    draw(sheet, 340, 200, "cross")
    (woven,) = with_check_boxes(sheet, [piece("是否属实：是", 160, 196, 335, 232)], [])
    assert woven.reading.text == "是否属实：是☑"


def test_between_two_options_a_box_belongs_to_the_one_it_stands_closer_to(sheet):
    draw(sheet, 400, 200)
    before, behind = piece("☑是", 300, 196, 360, 232), piece("否", 432, 196, 460, 232)
    texts = [p.reading.text for p in with_check_boxes(sheet, [before, behind], [])]
    assert texts == ["☑是", "□否"]


def test_a_box_the_models_left_out_within_a_line_is_put_at_its_place(sheet):
    draw(sheet, 404, 200, "filled")
    line = Piece(Box(300, 196, 600, 232), Reading("甲乙丙丁", (0.9,) * 4, (0.06, 0.18, 0.55, 0.67)))
    (woven,) = with_check_boxes(sheet, [line], [])
    assert woven.reading.text == "甲乙■丙丁"


def test_a_small_square_read_as_an_empty_box_is_ticked(sheet):
    draw(sheet, 303, 200, "square")
    (woven,) = with_check_boxes(sheet, [piece("□同意推荐", 300, 196, 480, 232)], [])
    assert woven.reading.text == "☑同意推荐"


@pytest.mark.parametrize("text", ["☑同意", "■同意", "√同意"])
def test_a_box_the_models_read_as_ticked_stays_as_they_read_it(sheet, text):
    draw(sheet, 307, 200, "tick")
    (woven,) = with_check_boxes(sheet, [piece(text, 300, 196, 408, 232)], [])
    assert woven.reading.text == text


@pytest.mark.parametrize("text", ["单位门口公告", "单位田地公告", "一二国四五六"])
def test_a_character_that_looks_like_a_box_stays_a_character(sheet, text):
    draw(sheet, 377, 201, "cross", side=24)
    (woven,) = with_check_boxes(sheet, [piece(text, 300, 196, 516, 232)], [])
    assert woven.reading.text == text


def test_a_part_of_a_large_character_is_no_box(sheet):
    draw(sheet, 300, 200, side=18)
    (woven,) = with_check_boxes(sheet, [piece("通知", 290, 180, 400, 240)], [])
    assert woven.reading.text == "通知"


def test_alone_in_a_cell_a_box_is_a_line_of_its_own(sheet):
    draw(sheet, 300, 200, "tick")
    (alone,) = with_check_boxes(sheet, [], [Box(280, 180, 400, 250)])
    assert alone.reading.text == "☑"


def test_alone_outside_any_cell_a_square_is_nothing(sheet):
    draw(sheet, 300, 200, "filled")
    assert with_check_boxes(sheet, [], [Box(280, 180, 900, 650)]) == []


def test_a_crossed_box_may_be_a_third_higher_than_wide(sheet):
    corners = [(200, 200), (222, 231)]
    cv2.rectangle(sheet.image, *corners, (30, 30, 30), 2)
    cv2.line(sheet.image, *corners, (30, 30, 30), 2)
    cv2.line(sheet.image, (200, 231), (222, 200), (30, 30, 30), 2)
    assert [found.state for found in find_check_boxes(sheet)] == ["ticked"]

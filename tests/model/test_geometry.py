"""Boxes: what they share, and what lies within them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model import Box

edges = st.tuples(*[st.integers(0, 500)] * 4)
boxes = edges.map(lambda e: Box(min(e[0], e[2]), min(e[1], e[3]), max(e[0], e[2]) + 1, max(e[1], e[3]) + 1))


@given(boxes, boxes)
def test_what_two_boxes_share_does_not_depend_on_their_order(a, b):
    assert a.intersection(b) == b.intersection(a) <= min(a.area, b.area)


@given(boxes)
def test_a_box_lies_wholly_within_itself(box):
    assert box.within(box) == box.overlap_x(box) == box.overlap_y(box) == 1


@given(boxes, boxes)
def test_shares_lie_between_nothing_and_all(a, b):
    assert 0 <= a.within(b) <= 1
    assert 0 <= a.overlap_x(b) <= 1
    assert 0 <= a.overlap_y(b) <= 1


@given(st.lists(boxes, min_size=1, max_size=5))
def test_the_box_around_boxes_holds_them_all(several):
    around = Box.around(several)
    assert all(box.within(around) == 1 for box in several)


def test_boxes_apart_share_nothing():
    assert Box(0, 0, 10, 10).intersection(Box(20, 0, 30, 10)) == 0
    assert Box(0, 0, 10, 10).overlap_x(Box(20, 0, 30, 10)) == 0


def test_a_box_without_area_lies_within_nothing():
    assert Box(5, 5, 5, 9).within(Box(0, 0, 10, 10)) == 0


def test_a_box_grows_on_every_side_and_scales_from_the_corner():
    assert Box(10, 20, 30, 40).grown(1, 2) == Box(9, 18, 31, 42)
    assert Box(10, 20, 30, 40).scaled(2) == Box(20, 40, 60, 80)
    assert Box(1.04, 2.06, 3, 4).rounded() == Box(1.0, 2.1, 3, 4)


def test_no_boxes_have_no_box_around_them():
    with pytest.raises(ValueError):
        Box.around([])

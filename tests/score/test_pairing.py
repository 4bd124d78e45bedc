"""Which box is which."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dossier.model import Box
from dossier.score.pairing import pair

HERE, RIGHT = Box(0, 0, 100, 100), Box(300, 0, 400, 100)
BOXES = st.lists(
    st.builds(
        lambda x, y, w, h: Box(x, y, x + w, y + h),
        st.integers(0, 500), st.integers(0, 500), st.integers(1, 200), st.integers(1, 200),
    ),
    max_size=6,
)  # fmt: skip


def test_boxes_that_overlap_are_paired_whatever_their_order():
    assert pair([HERE, RIGHT], [RIGHT.grown(5), HERE.grown(5)]) == {0: 1, 1: 0}


def test_the_greater_overlap_pairs_first():
    assert pair([HERE, Box(50, 0, 150, 100)], [Box(48, 0, 148, 100)]) == {1: 0}


def test_a_box_that_touches_nothing_is_paired_only_when_near_is_enough():
    beside = Box(100, 0, 190, 100)
    assert pair([HERE], [beside]) == {}
    assert pair([HERE], [beside], near=True) == {0: 0}


def test_what_lies_further_than_the_longer_side_is_another_thing():
    assert pair([HERE], [Box(101, 0, 201, 100)], near=True) == {}


def test_what_has_no_box_is_paired_with_nothing():
    assert pair([HERE], [None], near=True) == {}


@given(BOXES, BOXES, st.booleans())
def test_nothing_is_paired_twice(true, found, near):
    pairs = pair(true, found, near=near)
    assert len(set(pairs.values())) == len(pairs)
    assert all(i < len(true) and j < len(found) for i, j in pairs.items())


@given(BOXES)
def test_boxes_are_paired_with_themselves_in_full(boxes):
    pairs = pair(boxes, boxes)
    assert all(boxes[i] == boxes[j] for i, j in pairs.items())
    assert len(pairs) == len(boxes)

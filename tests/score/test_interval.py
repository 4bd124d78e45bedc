"""The interval of a share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.score import Share, wilson

COUNTS = st.integers(1, 100_000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


@given(COUNTS)
def test_the_interval_holds_the_share_and_stays_between_0_and_1(count):
    hits, of = count
    low, high = wilson(hits, of)
    assert 0 <= low <= hits / of <= high <= 1


@given(COUNTS, st.integers(2, 50))
def test_the_interval_shrinks_as_more_is_looked_at(count, times):
    (low, high), (nearer_low, nearer_high) = wilson(*count), wilson(count[0] * times, count[1] * times)
    assert nearer_high - nearer_low < high - low


@given(COUNTS)
def test_hits_and_misses_are_mirror_images(count):
    hits, of = count
    low, high = wilson(hits, of)
    assert wilson(of - hits, of) == pytest.approx((1 - high, 1 - low))


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"), [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (81, 263, 0.2553, 0.3662)]
)
def test_the_interval_is_that_of_the_literature(hits, of, low, high):
    """81 of 263: Newcombe 1998, Statistics in Medicine 17, 857-872, table I, method 3."""
    assert wilson(hits, of) == pytest.approx((low, high), abs=5e-5)


def test_nothing_says_nothing():
    assert wilson(0, 0) == (0.0, 1.0)
    assert Share(0, 0).value is None
    assert str(Share(0, 0)) == "–"


def test_a_share_is_written_with_interval_and_number():
    assert str(Share(791, 812)) == "97.4 % (96.1–98.3) n=812"

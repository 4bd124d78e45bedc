"""The vote over the letters of a ring: what is skipped, doubted or agreed on."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model import UNCLEAR
from dossier.recognise.engine import Reading
from dossier.recognise.ring_text import DOUBTED, _text_band, cleaned, vote

UNIT = "云山县第二样例学校"


def reading(text: str, score: float = 0.98, without: str = "") -> Reading:
    """The text at even distances, without one of its letters."""
    kept = [(c, (i + 0.5) / len(text)) for i, c in enumerate(text) if c != without]
    return Reading("".join(c for c, _ in kept), (score,) * len(kept), tuple(place for _, place in kept))


def test_what_all_readings_say_is_sure():
    said = vote([reading(UNIT)] * 4)
    assert said.text == UNIT
    assert said.confidence > 0.95


def test_a_letter_that_one_reading_skips_is_not_lost():
    said = vote([reading(UNIT), reading(UNIT), reading(UNIT), reading(UNIT, without="县")])
    assert said.text == UNIT


def test_a_letter_that_all_readings_skip_leaves_a_hole_and_a_doubt():
    said = vote([reading(UNIT, without="县")] * 4)
    assert said.text == UNIT.replace("县", "")
    assert said.confidence <= DOUBTED


@pytest.mark.parametrize("other", ["云由县第二样例学校", "云曲县第二样例学校"])
def test_a_letter_on_which_readings_differ_is_in_doubt(other):
    assert vote([reading(UNIT), reading(UNIT), reading(other), reading(other)]).confidence <= DOUBTED


def unrolled_ring(letters, top, pale=()):
    """A ring laid flat: its line, and letters as two thirds of ink, each 80 by 70 pixels, 100 apart."""
    flat = np.full((218, 1460), 255, np.uint8)
    flat[0:14] = 0
    for i in letters:
        for left in range(160 + 100 * i, 240 + 100 * i, 12):
            flat[top : top + 70, left : left + 8] = 165 if i in pale else 0
    return flat


def test_pale_letters_belong_to_the_text_and_bold_ones_do_not_pass_for_the_ring():
    band = _text_band(unrolled_ring(range(9), 30, pale=(0, 1, 2)), 340)
    assert (band.top, band.bottom, band.whole) == (30, 100, True)
    assert band.right - band.left >= 870


def test_ink_beside_the_text_leaves_it_in_doubt():
    assert not _text_band(unrolled_ring((0, 1, 2, 3, 6, 7), 50), 340).whole


def test_each_letter_that_was_not_read_clearly_has_its_place():
    whole, lacking = reading(UNIT), reading(UNIT, without="县")
    assert vote([whole] * 4).clear == UNIT
    assert vote([lacking] * 4).clear == UNIT.replace("县", UNCLEAR)
    assert vote([whole, whole, lacking, lacking]).clear == UNIT.replace("县", UNCLEAR)


def test_nothing_read_is_no_text():
    assert vote([Reading(""), Reading("")]) == vote([])
    assert vote([]).text == ""


def test_spaces_the_star_and_the_number_of_the_seal_are_left_out():
    assert cleaned(Reading("★云山县 学校1499", (0.9,) * 11, tuple(i / 11 for i in range(11)))).text == "云山县学校"


@given(st.lists(st.sampled_from("甲乙丙丁戊己庚辛"), min_size=2, max_size=28))
def test_agreeing_readings_are_said_again_whatever_their_length(letters):
    text = "".join(letters)
    assert vote([reading(text)] * 3).text == text

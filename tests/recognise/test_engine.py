"""The engine: what its batches hold, and that the real models say what is printed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.recognise.engine import BATCH_PIXELS, HEIGHT, RARE, Reading, _batches, _Decoder
from dossier.recognise.rare_letters import pairs


@given(st.lists(st.integers(48, 3200), max_size=80))
def test_every_crop_is_in_one_batch_and_no_batch_is_too_large(widths):
    batches = _batches(widths)
    assert sorted(i for batch in batches for i in batch) == list(range(len(widths)))
    for batch in batches:
        assert len(batch) == 1 or len(batch) * max(widths[i] for i in batch) * HEIGHT <= BATCH_PIXELS


def test_frames_are_decoded_into_characters_with_their_place_and_best_probability():
    frames = np.full((8, 4), 0.01, np.float32)
    for column, (character, probability) in enumerate(
        [(0, 0.9), (1, 0.6), (1, 0.95), (0, 0.9), (1, 0.7), (2, 0.8), (0, 0.9), (3, 0.5)]
    ):
        frames[column, character] = probability
    reading = _Decoder(("", "甲", "乙", "丙"))(frames, 64)
    assert reading.text == "甲甲乙丙"
    assert reading.scores == pytest.approx((0.95, 0.7, 0.8, 0.5))
    assert reading.centres == pytest.approx((2 / 8, 4.5 / 8, 5.5 / 8, 7.5 / 8))
    assert reading.weakest == pytest.approx(0.5)


def test_an_empty_reading_has_no_confidence():
    assert (Reading("").confidence, Reading("").weakest) == (0, 0)


@pytest.mark.ocr
def test_each_crop_gets_its_own_text_in_the_order_given(drawing, engine):
    texts = ["公示情况证明", "甲", "2025年8月11日", "山西样例机械制造股份有限公司人力资源部", "149900199105091578"]
    crops = []
    for text in texts:
        sheet = drawing.Sheet(20 + 14 * len(text), 26)
        sheet.text(8, 4, text, 13)
        crops.append(sheet.pixels)
    assert [reading.text for reading in engine.recognise(crops)] == texts
    assert [reading.text for reading in engine.recognise(crops, small=True)] == texts


@pytest.mark.ocr
def test_the_places_of_characters_are_where_they_are_printed(drawing, engine):
    sheet = drawing.Sheet(140, 26)
    sheet.text(8, 4, "申报高级工程师", 13)
    (reading,) = engine.recognise([sheet.pixels])
    assert reading.centres == pytest.approx([(8 + 6.5 + 13 * i) / 140 for i in range(7)], abs=0.035)


@pytest.mark.ocr
def test_rare_characters_are_known_to_be_unknown(engine):
    assert engine.reads("王")
    assert not engine.reads("䶮")


def _frames(*rows: dict[int, float]) -> np.ndarray:
    """Probabilities of an alphabet of four letters, a row a frame; what is not given is the blank's."""
    frames = np.zeros((len(rows), 4), np.float32)
    for frame, row in zip(frames, rows, strict=True):
        for letter, share in row.items():
            frame[letter] = share
        frame[0] = 1 - sum(row.values())
    return frames


def test_a_rare_letter_is_believed_from_a_lower_probability_than_the_common_one_it_is_read_as():
    decode = _Decoder(("", "逢", "逄", "景"), pairs("逢逄"))
    read = decode(_frames({1: 0.9, 2: 0.05}, {}, {3: 0.98}), 24)
    assert (read.text, read.scores[0] <= RARE) == ("逄景", True)
    assert decode(_frames({1: 0.97, 2: 0.002}, {}, {3: 0.98}), 24).text == "逢景"


def test_beside_a_letter_of_running_text_the_rare_one_has_to_be_likelier():
    decode = _Decoder(("", "元", "亓", "五"), pairs("元亓"))
    assert decode(_frames({3: 0.9}, {}, {1: 0.9, 2: 0.05}), 24).text == "五元"
    assert decode(_frames({3: 0.9}, {}, {1: 0.6, 2: 0.3}), 24).text == "五亓"


def test_a_pair_of_which_the_model_knows_but_one_letter_changes_nothing():
    read = _Decoder(("", "仇", "志", "鹏"), pairs("仇仉"))(_frames({1: 0.9}, {2: 0.9}), 16)
    assert (read.text, read.scores[0]) == ("仇志", pytest.approx(0.9))

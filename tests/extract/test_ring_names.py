"""Ring texts against the names a dossier prints. The names are invented."""

from __future__ import annotations

import pytest

from dossier.extract.ring_names import RESEMBLES, VERIFIED, verified, without_misreadings
from dossier.model import Box, Seal

BUREAU = "云陉县教育局"
FACTORY = "山西沁岳重工装备有限公司"


def ring(text, clear="", *readings, confidence=0.7, **changes):
    known = {"shape": "round", "state": "red", "confidence": confidence, "readings": (text, *readings)} | changes
    return Seal(Box(300, 600, 410, 710), text=text, clear=clear, **known)


def said(seal, **names):
    found = verified(seal, names)
    return found.text, found.confidence


def test_a_rare_character_that_was_misread_is_the_printed_one():
    assert said(ring("云隆县教育局", "云□县教育局"), 云陉县教育局=2) == (BUREAU, VERIFIED)


def test_a_rare_character_of_a_name_printed_once_is_shown_and_left_open():
    assert said(ring("云隆县教育局", "云□县教育局"), 云陉县教育局=1) == (BUREAU, 0.7)
    assert said(ring("云隆县教育局", "云□县教育局", BUREAU), 云陉县教育局=1) == (BUREAU, VERIFIED)


def test_a_letter_that_was_clearly_read_and_differs_is_never_taken_from_print():
    seal = ring("云隆县教育局", "云隆县教育局", confidence=0.95)
    assert said(seal, 云陉县教育局=9) == ("云隆县教育局", RESEMBLES)
    other = ring("河东大学", "河东大学", confidence=0.95)
    assert verified(other, {BUREAU: 9}) == other


def test_a_clear_text_that_lacks_the_first_letter_of_a_printed_name_is_not_sure():
    seal = ring("陉县教育局", "陉县教育局", confidence=0.99)
    assert said(seal, 云陉县教育局=2)[1] <= RESEMBLES


def test_a_common_character_that_nobody_read_is_not_taken_from_print():
    assert said(ring("云丘县教育局", "云□县教育局"), 云平县教育局=9)[1] <= RESEMBLES


@pytest.mark.parametrize(
    ("text", "clear", "printed"),
    [
        ("河东市第一医院", "河东市第□医院", "河东市第二医院"),
        ("河东市第医院", "河东市第□医院", "河东市第二医院"),
        ("河东县教育局", "河东□教育局", "河东市教育局"),
        ("山西沁岳重工装备有限公司", "山西沁岳重工装备有限公司", "山西沁岳重工装备有限公司吕梁分公司"),
        ("山西沁岳重工装备有限公司吕梁分公司", "山西沁岳重工装备有限公司吕□分公司", "山西沁岳重工装备有限公司"),
    ],
)
def test_what_tells_units_apart_must_have_been_read(text, clear, printed):
    assert verified(ring(text, clear), {printed: 20}).confidence < 0.85


def test_two_printed_names_that_fit_about_equally_leave_it_open():
    seal = ring("云县教育局", "云□县教育局")
    assert said(seal, 云陉县教育局=3, 云岫县教育局=3) == ("云县教育局", 0.7)


def test_doubtful_letters_are_sure_once_the_name_they_spell_is_printed():
    seal = ring(FACTORY, "山西沁□重工装备有限□司", confidence=0.6)
    assert said(seal, **{FACTORY: 1}) == (FACTORY, VERIFIED)
    assert said(seal) == (FACTORY, 0.6)


def test_half_a_name_is_never_sure():
    assert said(ring("重工装备", "重工装备", confidence=0.8), **{FACTORY: 30})[1] <= RESEMBLES


def test_a_text_that_only_resembles_a_name_shows_it_and_stays_open():
    seal = ring("山西沁岳重二装备有限公司", confidence=0.75)
    assert said(seal, **{FACTORY: 30})[0] == FACTORY
    assert said(seal, **{FACTORY: 30})[1] <= RESEMBLES


def test_grey_square_and_unread_seals_are_left_as_they_are():
    for changes in ({"state": "grey"}, {"shape": "square"}, {"state": "unreadable"}):
        seal = ring("云隆县教育局", "云□县教育局", **changes)
        assert verified(seal, {BUREAU: 5}) == seal


def test_a_misreading_of_a_name_printed_many_times_is_no_name_of_its_own():
    counted = {"云陉县第二中学校": 23, "云隆县第二中学校": 2, "云陉县第一中学校": 2}
    assert without_misreadings(counted) == {"云陉县第二中学校": 23, "云陉县第一中学校": 2}

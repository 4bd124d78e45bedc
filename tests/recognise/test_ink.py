"""Red ink vanishes from black print, and shows without it."""

import numpy as np

from dossier.recognise.ink import redness, seal_ink, without_red, without_stamps

WHITE, RED, BLACK, BLACK_UNDER_RED = (245, 245, 245), (60, 50, 215), (30, 30, 30), (15, 15, 35)
PATCHES = np.array([[WHITE, RED, BLACK, BLACK_UNDER_RED]], np.uint8)


def test_red_turns_white_and_black_stays_black_under_it():
    paper, red, black, under = without_red(PATCHES)[0]
    assert paper == red == 255
    assert black == under == 0


def test_redness_is_of_red_ink_alone():
    paper, red, black, under = redness(PATCHES)[0]
    assert red > 120
    assert max(paper, black, under) < 30


def test_stamps_are_painted_over_as_paper():
    painted = without_stamps(np.repeat(np.repeat(PATCHES[:, [0, 0, 0, 1, 2]], 8, axis=0), 8, axis=1))[0]
    assert painted[8 * 3] == painted[0]
    assert painted[-1] < 60


def test_seal_ink_shows_red_dark_and_black_not_darker_than_paper_nearby():
    crop = np.full((60, 60, 3), WHITE, np.uint8)
    crop[10:30, 10:50] = RED
    crop[40:50, 10:50] = BLACK
    both, blotted, _ = seal_ink(crop)
    assert both[20, 30] < 60
    assert both[55, 5] > 240
    assert blotted[45, 30] == 255

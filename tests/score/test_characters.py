"""How much of a printed text the lines have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from dossier.score.characters import characters_read, characters_there

WORDS = st.text(alphabet="山西沁岳重工", max_size=9)


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("工作单位：山西沁岳重工（盖章）", 6),
        ("山西心岳重工", 5),
        ("山西岳重工", 5),
        ("山西沁沁岳重工", 5),
        ("山西", 2),
        ("", 0),
        ("甲乙丙丁戊己庚辛", 0),
    ],
)
def test_each_character_put_in_left_out_or_changed_costs_one(line, read):
    assert characters_read("山西沁岳重工", line) == read


@given(WORDS, WORDS)
def test_the_stretch_that_is_nearest_is_taken(text, line):
    stretches = {line[i:j] for i in range(len(line) + 1) for j in range(i, len(line) + 1)}
    assert characters_read(text, line) == len(text) - min(Levenshtein.distance(text, one) for one in stretches)


@given(WORDS, WORDS, WORDS)
def test_what_stands_around_the_text_costs_nothing(before, text, after):
    assert characters_read(text, before + text + after) == len(text)


@pytest.mark.parametrize(("lines", "there"), [("山西沁岳重工", 6), ("重工山西沁岳", 6), ("山山山西", 2), ("", 0)])
def test_of_a_table_the_characters_are_counted_in_whatever_order_its_cells_are_read(lines, there):
    assert characters_there("山西沁岳重工", lines) == there

"""No empty boxes on paper: every character either prints or is shown by its code."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from dossier.errors import SetupError
from dossier.report import fonts
from dossier.report.fonts import DRAWN, code_points, covered, font_files, printable


@pytest.mark.parametrize("name", ["䶮", "赟", "犇", "㛃", "𠮷", "𬭊", "𫟦", "阿卜杜拉·买买提"])
def test_rare_characters_of_names_print_as_they_are(name):
    assert printable(name) == name


@pytest.mark.parametrize("text", ["☑无异议 ☐有异议", "〔2025〕560号", "“三公示”……", "①②③", "é", "Ⅳ级"])
def test_the_signs_of_office_texts_print_as_they_are(text):
    assert printable(text) == text


@pytest.mark.parametrize(
    ("character", "code"), [("\ue000", "[U+E000]"), ("😀", "[U+1F600]"), ("\U000323b0", "[U+323B0]")]
)
def test_a_character_that_no_font_has_is_shown_by_its_code(character, code):
    assert printable(f"张{character}三") == f"张{code}三"


def test_invisible_characters_vanish_and_line_breaks_become_blanks():
    assert printable("张\u200b三\ufe00\n太原\t市\x00") == "张三 太原 市"


def test_a_letter_with_a_separate_accent_is_composed():
    assert printable("Jose\u0301") == "José"


@given(st.text())
def test_everything_that_is_printed_has_a_glyph(text):
    assert all(c == " " or c in DRAWN or ord(c) in covered() for c in printable(text))


@given(st.text())
def test_making_printable_twice_changes_nothing_more(text):
    assert printable(printable(text)) == printable(text)


@pytest.mark.parametrize("path", font_files(), ids=lambda path: path.name)
def test_the_coverage_read_from_a_font_is_what_the_font_draws(path):
    font = ImageFont.truetype(str(path), 24)
    missing = bytes(font.getmask("\U0010fffd"))
    points = set(code_points(path))
    sample = [chr(c) for c in (*range(0x4E00, 0x9FFF, 997), *range(0xE000, 0xE010), 0x20BB7, 0x4DAE, 0x2611)]
    for character in sample:
        drawn = bytes(font.getmask(character)) != missing
        assert drawn == (ord(character) in points), f"U+{ord(character):04X}"


def test_every_common_character_is_covered():
    gb2312 = {bytes((high, low)).decode("gb2312") for high in range(0xB0, 0xD7) for low in range(0xA1, 0xFA)}
    assert {c for c in gb2312 if ord(c) not in covered()} == set()


def test_characters_the_template_draws_are_visible_signs():
    assert all(unicodedata.category(character) == "So" for character in DRAWN)


def test_a_missing_font_package_is_said_in_words(monkeypatch):
    monkeypatch.setattr(fonts, "_FONT_FILES", (("no_such_font_package", "a.otf"),))
    monkeypatch.delitem(sys.modules, "no_such_font_package", raising=False)
    with pytest.raises(SetupError, match="no_such_font_package"):
        font_files()


def test_a_missing_font_file_is_said_in_words(monkeypatch):
    monkeypatch.setattr(fonts, "_FONT_FILES", (("manimgx_fonts_cjk", "gone.ttc"),))
    with pytest.raises(SetupError, match=r"gone\.ttc"):
        font_files()

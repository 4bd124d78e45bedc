"""Traditional characters among simplified ones."""

from hypothesis import given
from hypothesis import strategies as st

from dossier.extract.one_script import misread_traditional


def test_a_traditional_character_among_simplified_ones_was_misread():
    wrong = misread_traditional("結題证書 课题名称：运动员间歇训练监测研究 经专家组评审，准予结题。")
    assert "結題证書".translate(wrong) == "结题证书"


def test_a_page_in_traditional_characters_stays_as_it_is():
    assert misread_traditional("學位證書 茲證明該生修業期滿成績及格，授予工學學士學位。香港大學") == {}


def test_letters_of_names_stay_as_they_are_registered():
    assert misread_traditional("李昇、宋喆、王堃同志经评审认定为工程师，特发此证。") == {}


@given(st.text())
def test_only_single_letters_are_put_right_and_only_once(text):
    wrong = misread_traditional(text)
    assert all(len(one) == 1 for one in wrong.values())
    assert text.translate(wrong).translate(misread_traditional(text.translate(wrong))) == text.translate(wrong)

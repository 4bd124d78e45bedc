"""Which lines are read twice, and which of two readings is believed."""

import pytest

from dossier.model.geometry import Box
from dossier.recognise.engine import Reading
from dossier.recognise.lines import Piece
from dossier.recognise.second_pass import matters, settle


class Alphabet:
    """Stands for an engine whose small alphabet lacks a few rare characters."""

    def reads(self, character: str) -> bool:
        return character not in "佴䶮"


def reading(text: str, *scores: float) -> Reading:
    return Reading(text, scores if len(scores) == len(text) else (scores[0] if scores else 0.99,) * len(text))


def piece(text: str, score: float = 0.99, **fields) -> Piece:
    return Piece(Box(0, 0, 100, 12), reading(text, score), **fields)


@pytest.mark.parametrize(
    "text", ["2025年8月11日", "149900199001011234", "王样", "二〇二五年八月一日", "负责人：尉迟样", "编号 14A-0092"]
)
def test_figures_dates_and_possible_names_are_read_twice(text):
    assert matters(piece(text, 0.97))


@pytest.mark.parametrize("text", ["2025年8月11日", "王样", "负责人：尉迟样"])
def test_figures_and_names_are_read_once_where_every_character_is_sure(text):
    assert not matters(piece(text, 0.995))
    assert matters(Piece(Box(0, 0, 9, 9), reading(text, *[0.999] * (len(text) - 1), 0.85)))


@pytest.mark.parametrize("text", ["姓名", "性 别", "工作单位：", "我单位对申报人员的材料进行了认真审核"])
def test_labels_and_running_text_that_read_well_are_not_read_twice(text):
    assert not matters(piece(text))


@pytest.mark.parametrize("text", ["仇志鹏", "同志：仇志鹏，男", "完成人 斜思远"])
def test_a_line_with_what_the_small_alphabet_says_for_letters_it_lacks_is_read_twice(text):
    assert matters(piece(text, 0.999))


def test_a_doubtful_line_or_character_is_read_twice():
    assert matters(piece("我单位对申报人员的材料进行了审核", 0.9))
    assert matters(Piece(Box(0, 0, 9, 9), reading("材料齐全情况属实", 1, 1, 1, 1, 1, 1, 1, 0.5)))


def test_stamped_lines_were_read_twice_already():
    assert not matters(piece("2025年8月11日", stamped=True))


def test_two_equal_readings_keep_the_greater_confidence():
    assert settle(reading("公示 结果", 0.7), reading("公示结果", 0.98), Alphabet()).confidence == pytest.approx(0.98)
    assert settle(reading("公示结果", 0.99), reading("公示结果", 0.8), Alphabet()).confidence >= 0.99


def test_an_identity_number_with_a_right_check_digit_wins():
    right, wrong = "149900199105091578", "149900199105091518"
    assert settle(reading(right, 0.9), reading(wrong, 0.99), Alphabet()).text == right
    assert settle(reading(wrong, 0.99), reading(right, 0.9), Alphabet()).text == right


def test_a_day_of_the_calendar_wins_over_no_day():
    assert settle(reading("2025年8月11日"), reading("2025年18月11日"), Alphabet()).text == "2025年8月11日"


def test_two_different_days_go_to_a_person():
    settled = settle(reading("2025年8月11日"), reading("2025年8月17日"), Alphabet())
    assert settled.text == "2025年8月17日"
    assert settled.confidence <= 0.8


def test_two_different_names_go_to_a_person():
    assert settle(reading("全景昊", 0.95), reading("仝景昊", 0.98), Alphabet()).confidence <= 0.8


def test_a_character_the_small_model_doubted_is_believed_of_the_larger_one():
    settled = settle(reading("全景昊", 0.55, 0.99, 0.99), reading("仝景昊", 0.99), Alphabet())
    assert (settled.text, settled.confidence > 0.95) == ("仝景昊", True)


def test_a_character_the_small_model_cannot_know_is_believed_of_the_larger_one():
    settled = settle(reading("饵思源", 0.95), reading("佴思源", 0.97), Alphabet())
    assert (settled.text, settled.confidence > 0.95) == ("佴思源", True)


def test_a_rare_character_the_larger_model_doubts_goes_to_a_person():
    assert settle(reading("饵思源", 0.95), reading("佴思源", 0.5, 0.99, 0.99), Alphabet()).confidence <= 0.8


def test_a_rare_letter_is_hardly_ever_read_where_a_common_one_is_printed():
    settled = settle(reading("昝毓敏", 0.9), reading("智毓敏", 0.95), Alphabet())
    assert (settled.text, settled.confidence <= 0.8) == ("昝毓敏", True)
    assert settle(reading("杞关文件", 0.6, 0.99, 0.99, 0.99), reading("相关文件", 0.99), Alphabet()).text == "相关文件"


def test_a_difference_in_dashes_and_brackets_is_none():
    settled = settle(reading("2023.01一2024.10(主持)", 0.97), reading("2023.01—2024.10（主持）", 0.99), Alphabet())
    assert settled.confidence > 0.95


def test_a_first_reading_survives_when_the_second_is_empty_but_loses_confidence():
    settled = settle(reading("甲", 0.95), Reading(""), Alphabet())
    assert (settled.text, settled.confidence) == ("甲", 0.8)

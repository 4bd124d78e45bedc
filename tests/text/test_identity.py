from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.text import check_character, id_number_facts, id_number_problem, mask_id

births = st.dates(date(1900, 1, 1), date(2020, 12, 31))
orders = st.integers(0, 999)


def number(region: str, birth: date, order: int) -> str:
    first = f"{region}{birth:%Y%m%d}{order:03}"
    return first + check_character(first)


@given(st.sampled_from(["149900", "810000", "820000", "830000"]), births, orders)
def test_a_sound_number_has_no_problem_and_gives_birth_date_and_sex(region, birth, order):
    sound = number(region, birth, order)
    assert id_number_problem(sound) is None
    assert id_number_facts(sound) == (birth.isoformat(), "男" if order % 2 else "女")


@given(births, orders, st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_always_found(birth, order, place, shift):
    sound = number("149900", birth, order)
    wrong = sound[:place] + str((int(sound[place]) + shift) % 10) + sound[place + 1 :]
    if wrong[0] != "9":
        assert id_number_problem(wrong) is not None
        assert id_number_facts(wrong) is None


@given(births, orders, st.integers(0, 15))
def test_two_neighbours_exchanged_are_always_found(birth, order, place):
    sound = number("149900", birth, order)
    wrong = sound[:place] + sound[place + 1] + sound[place] + sound[place + 2 :]
    if wrong != sound:
        assert id_number_problem(wrong) is not None


@pytest.mark.parametrize(
    "sound", ["810000199001010019", "830000198506300029", "911124198108030024", "914033199001010013"]
)
def test_residence_permits_and_the_2023_permanent_residence_card_are_checked_alike(sound):
    assert id_number_problem(sound) is None
    assert id_number_problem(sound[:17] + ("1" if sound[17] != "1" else "2")) is not None


def test_a_permanent_residence_card_gives_no_sex():
    assert id_number_facts("911124198108030024") == ("1981-08-03", "")


def test_a_number_of_a_district_founded_after_the_birth_is_sound():
    assert id_number_problem("140105198804120038") is None


@pytest.mark.parametrize(
    "written", ["11010519491231002x", "１１０１０５１９４９１２３１００２Ｘ", " 110105 19491231 002X "]
)
def test_width_case_and_blanks_do_not_matter(written):
    assert id_number_problem(written) is None


def test_fifteen_digits_are_judged_by_their_birth_date_alone():
    assert id_number_problem("149900880412003") is None
    assert id_number_facts("149900880412003") == ("1988-04-12", "男")
    assert "880432" in (id_number_problem("149900880432003") or "")


@pytest.mark.parametrize(
    "other", ["H12345678", "M1234567801", "12345678", "E12345678", "CAN110081080310", "149900********0038"]
)
def test_permits_passports_old_cards_and_masked_numbers_are_not_judged(other):
    assert id_number_problem(other) is None
    assert id_number_facts(other) is None


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("14990019880412003", "17位"),
        ("1499001988041200388", "19位"),
        ("149900198813120038", "19881312"),
        ("149900198802300038", "19880230"),
        ("14990019880412003?", "不允许的字符"),
        ("", "不允许的字符"),
    ],
)
def test_the_problem_says_what_is_wrong(wrong, said):
    assert said in (id_number_problem(wrong) or "")


def test_a_wrong_check_character_is_named_with_the_right_one():
    assert id_number_problem("140105198804120039") == "校验码应为8，实为9"


@pytest.mark.parametrize(
    ("full", "masked"),
    [
        ("140105198804120038", "140105********0038"),
        ("149900880412003", "149900*****2003"),
        ("H12345678", "H1*****78"),
        ("123", "***"),
    ],
)
def test_a_masked_number_keeps_its_ends_only(full, masked):
    assert mask_id(full) == masked
    assert mask_id(masked) == masked


@given(st.text(max_size=24))
def test_any_text_can_be_asked_about_and_masked(text):
    problem = id_number_problem(text)
    assert problem is None or problem
    assert mask_id(mask_id(text)) == mask_id(text)

"""When what was read is what stands there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model import Period
from dossier.score.compare import dates, plain_text, same

DAYS = st.dates().map(lambda day: day.isoformat())
SCALARS = st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | DAYS


def nested(scalars: st.SearchStrategy) -> st.SearchStrategy:
    return st.recursive(
        scalars,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
        max_leaves=8,
    )


SAID = nested(SCALARS)
JSON = nested(SCALARS | st.none())
SENTENCE = "该同志任现职以来工作扎实业绩突出申报材料真实有效符合申报条件同意推荐申报"


@pytest.mark.parametrize(
    ("want", "got"),
    [
        ("高级工程师", "高级 工程师"),
        ("晋人社〔2025〕1号", "晋人社[2025]1号"),
        ("0351-5550117", "0351—5550117"),
        ("ABC(1)", "ＡＢＣ（１）"),
        (2024, "2024"),
        ("2024", 2024),
    ],
)
def test_width_white_space_dashes_and_brackets_do_not_matter(want, got):
    assert same(want, got)


@pytest.mark.parametrize(("want", "got"), [("樊砚秋", "樊观秋"), ("工程师", ""), ("工程师", None), (2024, 2025)])
def test_another_text_or_none_is_wrong(want, got):
    assert not same(want, got)


def test_a_text_of_30_characters_must_be_read_to_the_last():
    assert not same(SENTENCE[:30], SENTENCE[:29] + "某")


def test_a_longer_text_may_differ_in_a_tenth():
    assert len(SENTENCE) > 30
    assert same(SENTENCE, SENTENCE[:-3] + "某某某")
    assert not same(SENTENCE, SENTENCE[:-6] + "某某某某某某")


def test_a_very_long_text_is_as_like_as_a_long_one():
    assert same(SENTENCE * 8, SENTENCE * 8 + "某")


@pytest.mark.parametrize(
    ("want", "got", "right"),
    [
        ("2025-08", "2025-08", True),
        ("2025-08", "2025-08-11", True),
        ("2025-08-11", "2025-08", False),
        ("2025-08-11", "2025年8月11日", False),
        ("2025-08-11", True, False),
    ],
)
def test_a_date_is_right_when_it_begins_with_the_one_wanted(want, got, right):
    assert same(want, got) is right


@pytest.mark.parametrize(
    "got",
    [
        Period("2025-08-11", "2025-08-15"),
        {"start": "2025-08-11", "end": "2025-08-15"},
        {"from": "2025-08-11", "to": "2025-08-15"},
        ["2025-08-11", "2025-08-15"],
        "2025-08-11/2025-08-15",
        "2025-08-11..2025-08-15",
    ],
)
def test_a_period_may_be_written_in_any_of_its_forms(got):
    assert same("2025-08-11..2025-08-15", got)


@pytest.mark.parametrize(
    "got", [Period("2025-08-11", "2025-08-16"), "2025-08-11", {"start": None, "end": "2025-08-15"}, []]
)
def test_a_period_with_another_end_or_without_one_is_wrong(got):
    assert not same("2025-08-11..2025-08-15", got)


def test_a_card_without_end_is_valid_for_long():
    assert same("2020-05-06..长期", Period("2020-05-06", "长期"))
    assert not same("2020-05-06..长期", Period("2020-05-06", "2040-05-06"))


def test_yes_is_not_no():
    assert same(True, True)
    assert same(False, "false")
    assert not same(False, True)
    assert not same(True, 1)


def test_the_order_matters_only_where_a_list_has_one():
    assert same(["a", "b"], ["b", "a"], "items")
    assert not same(["a", "b"], ["b", "a"], "authors")


def test_a_list_with_one_more_or_one_less_is_wrong():
    assert not same(["a"], ["a", "b"], "items")
    assert not same(["a", "b"], ["a"])
    assert not same(["a"], "a")


def test_of_a_row_only_what_is_wanted_is_compared():
    assert same([{"year": 2024, "hours": None}], [{"year": "2024", "unit": "学时"}])
    assert not same([{"year": 2024}], [{"unit": "学时"}])
    assert not same({"year": 2024}, "2024")


@given(SAID)
def test_whatever_is_said_is_the_same_as_itself(content):
    assert same(content, content)


@given(JSON, JSON)
def test_any_two_values_can_be_compared(want, got):
    assert same(want, got) in (True, False)


@given(DAYS, DAYS)
def test_a_period_gives_its_two_days(start, end):
    assert dates(f"{start}..{end}") == dates(Period(start, end)) == [start, end]


@given(st.text(), st.text(alphabet=" \t\n\u3000\u00a0"))
def test_plain_text_has_no_white_space(text, space):
    assert not any(character.isspace() for character in plain_text(space.join(text)))

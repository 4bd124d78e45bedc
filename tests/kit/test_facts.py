"""The kit's facts hold to the contract of record.json and agree with one another."""

import datetime
import json
from pathlib import Path

import chinese_calendar
import pytest

from tests.kit import packing, paper, piles, recorded, typefaces
from tests.kit.facts import numbers
from tests.kit.facts.makers import MAKERS, facts_of
from tests.kit.facts.world import world

CONTRACT = json.loads((Path(__file__).parents[2] / "schemas/documents.json").read_text("utf-8"))["documents"]
UNDRAWN = {"portrait", "unknown"}
SAME_FIELDS = {"initial_form": "review_form"}


def test_every_kind_of_the_contract_has_facts_and_a_name_for_files():
    assert set(MAKERS) == set(CONTRACT) - UNDRAWN == set(packing.NAMES)


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_facts_use_the_field_names_of_the_contract(kind):
    known = set(CONTRACT[SAME_FIELDS.get(kind, kind)]["fields"])
    drawn = {name for seed in range(12) for facts in facts_of(kind, world(seed)) for name in facts.fields}
    assert drawn
    assert drawn <= known


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_each_kind_is_drawn_by_every_hand(kind):
    assert [hand for hand in paper.hands_of(kind) if hand != "fourth"] == [
        "first",
        "fresh",
        "held_out",
        "second",
        "third",
    ]


def test_every_kind_comes_up_in_three_dossiers_in_a_row():
    drawn = {kind for number in range(3, 6) for kind in piles.kinds_of(number)}
    assert drawn | {"review_form", "id_card", "initial_form"} >= set(MAKERS) - {"id_alternative", "work_permit"}


def test_the_slice_reads_every_kind_of_its_dossiers():
    numbers = [number for number, _ in recorded.SLICE]
    assert {kind for number in numbers for kind in piles.share_of(number)} == {
        kind for number in numbers for kind in piles.kinds_of(number)
    } - {"catalogue"}


def test_facts_are_the_same_in_every_run():
    assert world(7) == world(7)
    assert [f.fields for f in facts_of("paper", world(7))] == [f.fields for f in facts_of("paper", world(7))]


def test_publicity_lasts_at_least_five_working_days_and_results_come_after_it():
    for seed in range(60):
        for event in world(seed)["events"]:
            start, end, issued = (datetime.date.fromisoformat(event[name]) for name in ("start", "end", "issued"))
            days = [start + datetime.timedelta(n) for n in range((end - start).days + 1)]
            assert sum(map(chinese_calendar.is_workday, days)) == event["days"] >= 5
            assert issued > end


def test_the_three_items_are_publicised_once_each():
    for seed in range(60):
        items = [item for event in world(seed)["events"] for item in event["items"]]
        assert items == ["conditions_and_procedure", "application_materials", "unit_opinion"]


def test_an_identity_number_is_of_no_region_and_tells_birth_and_sex():
    number = numbers.identity(datetime.date(1988, 4, 12), "女", 3)
    assert number.startswith("14990019880412")
    assert int(number[16]) % 2 == 0
    assert numbers.identity(datetime.date(1988, 4, 12), "男", 3)[16] in "13579"


def test_the_packaged_typefaces_suffice():
    assert all(pair[0] == pair[1] for pair in typefaces.chosen(3, None).values())


def test_every_hand_draws_every_kind_before_long():
    drawn = {(hand, facts.kind) for number in range(12) for hand, facts in piles.pile(number)[1]}
    often = set(MAKERS) - {"initial_form", "id_alternative", "work_permit", "employment_contract", "social_insurance"}
    assert {(hand, kind) for kind in often for hand in ("first", "second", "held_out")} <= drawn


def test_dossiers_from_a_hundred_on_are_drawn_by_hands_that_draw_none_below():
    early = {hand for number in range(16) for hand, _ in piles.pile(number)[1]}
    assert early == {"first", "second", "held_out"}
    for hand, first in piles.ALONE.items():
        assert {hand} == {hand for number in range(first, first + 6) for hand, _ in piles.pile(number)[1]}


@pytest.mark.parametrize("first", piles.ALONE.values())
def test_a_hand_that_draws_alone_draws_every_kind_before_long(first):
    (hand,) = (hand for hand, number in piles.ALONE.items() if number == first)
    own = {kind for kind in MAKERS if hand in paper.hands_of(kind)}
    assert len(own) >= 24
    assert {facts.kind for number in range(first, first + 6) for _, facts in piles.pile(number)[1]} == own

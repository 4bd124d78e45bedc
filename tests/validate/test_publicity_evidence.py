"""PUB-17 to PUB-21."""

from dataclasses import replace

import pytest
from record_builder import (
    ITEMS,
    NAME,
    NUMBER,
    add,
    add_pages,
    change,
    change_both,
    document,
    drop,
    listed,
    messages,
    outcome,
    page,
    publication,
    read,
    unread,
)

from dossier.model import Outcome, Period
from dossier.validate import validate


@pytest.mark.parametrize(
    ("kind", "day", "expected"),
    [
        ("publicity_notice", "2025-08-10", Outcome.PASS),
        ("publicity_notice", "2025-08-11", Outcome.PASS),
        ("publicity_notice", "2025-08-12", Outcome.FAIL),
        ("unit_opinion", "2025-08-11", Outcome.PASS),
        ("unit_opinion", "2025-08-12", Outcome.FAIL),
        ("publicity_result", "2025-08-19", Outcome.PASS),
        ("publicity_result", "2025-08-20", Outcome.FAIL),
        ("publicity_result", "2025-08-21", Outcome.PASS),
        ("publicity_notice", "2025-09", Outcome.PASS),
        ("publicity_notice", unread(), Outcome.PASS),
    ],
)
def test_dates_that_contradict_each_other_are_advised_upon(kind, day, expected, record, policy):
    assert outcome("PUB-17", change(record, kind, date=day), policy) is expected


def test_the_opinion_may_be_later_than_a_publication_that_does_not_show_it(record, policy):
    later = change(change_both(record, items=ITEMS[:2]), "unit_opinion", date="2025-08-25")
    assert outcome("PUB-17", later, policy) is Outcome.PASS


@pytest.mark.parametrize(
    ("stated", "words", "expected"),
    [
        (8, "共8个工作日", Outcome.PASS),
        (7, "共7个工作日", Outcome.PASS),
        (10, "共10天", Outcome.PASS),
        (10, "共10个工作日", Outcome.FAIL),
        (5, "共5天", Outcome.FAIL),
    ],
)
def test_a_stated_number_of_days_must_be_one_that_can_be_counted(stated, words, expected, record, policy):
    changed = change(record, "publicity_notice", stated_days=read(stated, raw=words))
    assert outcome("PUB-17", changed, policy) is expected


def test_dates_are_not_compared_with_an_unknown_period_or_calendar(record, policy):
    assert outcome("PUB-17", change_both(record, period=unread()), policy) is Outcome.NOT_APPLICABLE
    beyond = change_both(record, period=Period("2027-03-01", "2027-03-12"))
    beyond = change(change(beyond, "publicity_notice", stated_days=3), "publicity_result", date="2027-03-15")
    assert outcome("PUB-17", beyond, policy) is Outcome.PASS


def test_every_publication_needs_a_photo(record, policy):
    assert outcome("PUB-18", record, policy) is Outcome.PASS
    bare = drop(record, "publicity_photo")
    assert outcome("PUB-18", bare, policy) is Outcome.FAIL
    assert outcome("PUB-18", add_pages(bare, page("x.jpg", may_be=("publicity_photo",))), policy) is Outcome.UNDECIDED


def test_a_photo_that_belongs_to_no_publication_is_left_to_a_person(record, policy):
    loose = document("d50", "publicity_photo", {"items": unread()})
    assert outcome("PUB-18", add(drop(record, "publicity_photo"), loose), policy) is Outcome.UNDECIDED


def test_of_two_copies_of_a_notice_one_may_be_the_photo(record, policy):
    bare = drop(record, "publicity_photo")
    copy = document("d50", "publicity_notice", {"items": ITEMS})
    events = tuple({**one, "documents": [*one["documents"], "d50"]} for one in bare.publicity)
    twice = replace(add(bare, copy), publicity=events)
    assert outcome("PUB-18", twice, policy) is Outcome.UNDECIDED


def test_one_photo_may_show_two_publications(record, policy):
    first = change_both(record, items=ITEMS[:2])
    both = add(first, *publication(2, photo=False, items=ITEMS[2:]), as_event=True)
    assert outcome("PUB-18", both, policy) is Outcome.PASS


@pytest.mark.parametrize(
    ("shown", "part"),
    [
        ({"period": Period("2024-08-12", "2024-08-16")}, "2024年8月12日"),
        ({"date": "2025-08-10"}, "2025年8月10日"),
        ({"date": "2025-08-21"}, "2025年8月21日"),
        ({"text": "公示 公示对象：石敬安 申报高级工程师"}, NAME),
    ],
)
def test_a_photo_of_something_else_is_advised_upon(shown, part, record, policy):
    assert part in messages("PUB-19", validate(change(record, "publicity_photo", **shown), policy))[0]


def test_whom_notice_and_result_both_name_is_named_once(record, policy):
    shown = change(record, "publicity_photo", text="公示 公示对象：石敬安 申报高级工程师")
    assert messages("PUB-19", validate(shown, policy))[0].count(NAME) == 1


@pytest.mark.parametrize(
    "shown",
    [
        {"date": "2025-08-11"},
        {"date": "2025-08-20"},
        {"date": "2025-08"},
        {"period": unread()},
        {"items": ITEMS[:1]},
        {"text": f"公示对象：{NAME}"},
        {"text": "评审条件和程序"},
    ],
)
def test_a_photo_that_shows_part_of_the_notice_passes(shown, record, policy):
    assert outcome("PUB-19", change(record, "publicity_photo", **shown), policy) is Outcome.PASS


def test_a_photo_with_more_items_than_the_notice_is_advised_upon(record, policy):
    assert outcome("PUB-19", change_both(record, items=ITEMS[:2]), policy) is Outcome.FAIL
    assert outcome("PUB-19", drop(record, "publicity_photo"), policy) is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("phone", "expected"),
    [
        ("0351-5550120", Outcome.PASS),
        (None, Outcome.FAIL),
        (unread("blank", 0.95), Outcome.FAIL),
        (unread(), Outcome.UNDECIDED),
    ],
)
def test_a_notice_without_a_phone_is_advised_upon(phone, expected, record, policy):
    assert outcome("PUB-20", change(record, "publicity_notice", phone=phone), policy) is expected


def test_without_a_notice_there_is_no_phone_to_look_for(record, policy):
    assert outcome("PUB-20", drop(record, "publicity_notice"), policy) is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("kind", "shown"),
    [("publicity_notice", {"complete_numbers": [NUMBER]}), ("publicity_photo", {"text": f"郭远舟 {NUMBER}"})],
)
def test_a_complete_identity_number_on_the_board_is_advised_upon_and_never_repeated(kind, shown, record, policy):
    judgement = validate(change(record, kind, **shown), policy)
    finding = next(f for f in judgement.defects if f.rule == "PUB-21")
    everything = finding.message + "".join(place.text for place in finding.locations)
    assert NUMBER not in everything
    assert "149900********" in finding.message


def test_numbers_that_are_no_identity_numbers_may_be_shown(record, policy):
    assert outcome("PUB-21", change(record, "publicity_photo", text="编号 123456789012345678"), policy) is Outcome.PASS
    assert outcome("PUB-21", change(record, "publicity_notice", complete_numbers=[]), policy) is Outcome.PASS


def test_advice_never_holds_a_dossier_back(record, policy):
    advised = change(record, "publicity_notice", phone=None, date="2025-08-12", complete_numbers=[NUMBER])
    judgement = validate(advised, policy)
    assert {"PUB-17", "PUB-20", "PUB-21"} <= {finding.rule for finding in judgement.defects}
    assert judgement.decision == "accept"


def test_no_publicity_rule_but_the_three_items_speaks_where_there_is_no_publicity(record, policy):
    bare = listed(drop(record, "publicity_notice", "publicity_photo", "publicity_result"))
    judgement = validate(replace(bare, publicity=()), policy)
    assert {f.rule for f in judgement.defects} == {"PUB-01", "PUB-02", "PUB-03"}
    assert judgement.decision == "reject"

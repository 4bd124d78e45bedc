"""PUB-04, PUB-05, PUB-16, PUB-22."""

from dataclasses import replace

import pytest
from record_builder import (
    EMPLOYER,
    ITEMS,
    PERIOD,
    add,
    applying,
    change,
    change_both,
    document,
    doubts,
    drop,
    event,
    messages,
    outcome,
    page,
    publication,
    read,
    seal,
    unread,
)

from dossier.model import Outcome, Period, Quality
from dossier.policy import WorkCalendar
from dossier.validate import publicity_facts, validate


def published(record, start, end):
    """The dossier with this period, its other dates moved out of the way."""
    moved = change_both(record, period=Period(start, end))
    moved = change(moved, "publicity_photo", period=Period(start, end))
    return applying(change(moved, "publicity_result", date="2026-12-01"), submitted="2026-12-02")


VECTORS = [
    ("2025-08-04", "2025-08-08", 5, 4),
    ("2025-07-05", "2025-07-11", 5, 5),
    ("2025-09-26", "2025-10-09", 5, 4),
    ("2025-09-29", "2025-10-08", 2, 1),
    ("2025-04-28", "2025-05-06", 4, 3),
    ("2025-05-30", "2025-06-05", 4, 3),
    ("2025-01-24", "2025-02-06", 5, 4),
    ("2026-02-13", "2026-02-25", 4, 3),
    ("2026-04-03", "2026-04-09", 4, 3),
    ("2026-09-18", "2026-09-24", 6, 5),
    ("2024-09-13", "2024-09-20", 5, 4),
    ("2024-09-29", "2024-10-09", 4, 3),
]


@pytest.mark.parametrize(("start", "end", "inclusive", "exclusive"), VECTORS)
def test_official_working_days_decide_and_not_weekdays(start, end, inclusive, exclusive, record, policy):
    moved = published(record, start, end)
    judgement = validate(moved, policy)
    assert bool(messages("PUB-04", judgement)) == (inclusive < 5)
    assert bool(messages("PUB-05", judgement)) == (inclusive >= 5 > exclusive)
    fact = publicity_facts(moved, policy)["unit_opinion"]
    assert (fact["days_inclusive"], fact["days_exclusive"]) == (inclusive, exclusive)


@pytest.mark.parametrize(
    ("end", "expected"),
    [("2025-08-14", Outcome.FAIL), ("2025-08-15", Outcome.PASS), ("2025-08-18", Outcome.PASS)],
)
def test_four_days_are_too_few_five_and_six_are_not(end, expected, record, policy):
    assert outcome("PUB-04", published(record, "2025-08-11", end), policy) is expected


@pytest.mark.parametrize(
    ("end", "expected"),
    [("2025-08-14", Outcome.PASS), ("2025-08-15", Outcome.FAIL), ("2025-08-18", Outcome.PASS)],
)
def test_exactly_five_days_with_the_first_are_advised_upon(end, expected, record, policy):
    assert outcome("PUB-05", published(record, "2025-08-11", end), policy) is expected


def test_the_message_names_items_dates_and_the_count(record, policy):
    judgement = validate(published(record, "2025-04-28", "2025-05-06"), policy)
    said = messages("PUB-04", judgement)[0]
    for part in ("评审条件和程序", "2025年4月28日", "2025年5月6日", "4个工作日"):
        assert part in said


def test_a_year_without_an_official_calendar_is_never_guessed(record, policy):
    beyond = published(record, "2027-03-01", "2027-03-12")
    assert outcome("PUB-04", beyond, policy) is Outcome.UNDECIDED
    assert publicity_facts(beyond, policy)["unit_opinion"]["days_inclusive"] is None


def test_a_calendar_file_makes_a_later_year_known(record, policy):
    known = replace(policy, calendar=WorkCalendar(years=(2027,)))
    assert outcome("PUB-04", published(record, "2027-03-01", "2027-03-05"), known) is Outcome.PASS
    assert outcome("PUB-04", published(record, "2027-03-01", "2027-03-04"), known) is Outcome.FAIL


def test_a_policy_may_leave_the_first_day_out(record, policy):
    strict = replace(
        policy,
        parameters={**policy.parameters, "count_first_day": replace(policy.parameters["count_first_day"], value=False)},
    )
    assert outcome("PUB-04", published(record, "2025-08-11", "2025-08-15"), strict) is Outcome.FAIL
    assert outcome("PUB-04", published(record, "2025-08-11", "2025-08-18"), strict) is Outcome.PASS
    assert outcome("PUB-05", published(record, "2025-08-11", "2025-08-15"), strict) is Outcome.NOT_APPLICABLE


def test_notice_and_result_that_differ_are_left_to_a_person(record, policy):
    other = change(record, "publicity_result", period=Period("2025-08-11", "2025-08-14"))
    judgement = validate(other, policy)
    assert not messages("PUB-04", judgement)
    assert "不一致" in doubts("PUB-04", judgement)[0]


def test_a_doubtful_reading_gives_way_to_a_certain_one(record, policy):
    doubtful = read(Period("2025-08-11", "2025-08-14"), 0.7)
    assert outcome("PUB-04", change(record, "publicity_result", period=doubtful), policy) is Outcome.PASS


@pytest.mark.parametrize(
    ("confidence", "expected"), [(0.84, Outcome.UNDECIDED), (0.85, Outcome.FAIL), (0.86, Outcome.FAIL)]
)
def test_a_short_period_rejects_only_where_it_was_read_surely(confidence, expected, record, policy):
    short = change_both(record, period=read(Period("2025-08-11", "2025-08-14"), confidence))
    assert outcome("PUB-04", short, policy) is expected


def test_a_sufficient_period_read_with_great_doubt_is_no_pass(record, policy):
    assert outcome("PUB-04", change_both(record, period=read(PERIOD, 0.5)), policy) is Outcome.UNDECIDED
    assert outcome("PUB-04", change_both(record, period=read(PERIOD, 0.7)), policy) is Outcome.PASS


def test_one_compliant_event_is_enough_for_an_item(record, policy):
    short = published(record, "2025-08-11", "2025-08-14")
    again = add(short, *publication(2, period=Period("2025-09-01", "2025-09-08")), as_event=True)
    judgement = validate(again, policy)
    assert "PUB-04" in judgement.passed
    assert publicity_facts(again, policy)["unit_opinion"]["event"] == 1


def test_events_never_add_up(record, policy):
    short = change_both(record, period=Period("2025-08-11", "2025-08-14"))
    again = add(short, *publication(2, period=Period("2025-08-18", "2025-08-20")), as_event=True)
    assert len(messages("PUB-04", validate(again, policy))) == 2


def test_an_event_answers_only_for_items_that_no_compliant_event_covers(record, policy):
    short = published(record, "2025-08-11", "2025-08-14")
    again = add(short, *publication(2, period=Period("2025-09-01", "2025-09-08"), items=ITEMS[:2]), as_event=True)
    said = messages("PUB-04", validate(again, policy))
    assert len(said) == 1
    assert said[0].startswith("单位鉴定意见的公示期")


def test_a_short_event_is_open_while_another_may_turn_out_compliant(record, policy):
    short = published(record, "2025-08-11", "2025-08-14")
    again = add(
        short, *publication(2, period=Period("2025-09-01", "2025-09-08"), publisher=unread(), seal_text=unread())
    )
    again = replace(
        again,
        documents=tuple(replace(d, seals=()) if d.id.startswith("d2") else d for d in again.documents),
        publicity=(*again.publicity, event([d for d in again.documents if d.id.startswith("d2")])),
    )
    judgement = validate(again, policy)
    assert not messages("PUB-04", judgement)
    assert "另有一次公示" in doubts("PUB-04", judgement)[0]


def test_the_cycle_and_the_submission_bound_the_period(record, policy):
    assert outcome("PUB-16", record, policy) is Outcome.PASS
    assert outcome("PUB-16", change_both(record, period=Period("2024-08-12", "2024-08-20")), policy) is Outcome.FAIL


@pytest.mark.parametrize(
    ("submitted", "expected"),
    [("2025-08-19", Outcome.FAIL), ("2025-08-20", Outcome.PASS), ("2025-08-21", Outcome.PASS)],
)
def test_a_period_that_ends_after_submission_is_a_defect(submitted, expected, record, policy):
    assert outcome("PUB-16", applying(record, submitted=submitted), policy) is expected


def test_without_a_submission_date_the_end_of_the_period_stays_open(record, policy):
    undated = applying(record, submitted=None)
    assert outcome("PUB-16", undated, policy) is Outcome.UNDECIDED
    last_year = change_both(undated, period=Period("2024-08-12", "2024-08-20"))
    assert outcome("PUB-16", last_year, policy) is Outcome.FAIL


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2024-12-23", "2024-12-31", Outcome.FAIL),
        ("2024-12-25", "2025-01-08", Outcome.UNDECIDED),
        ("2025-01-02", "2025-01-09", Outcome.PASS),
    ],
)
def test_a_period_before_the_cycle_fails_and_one_across_its_border_is_open(start, end, expected, record, policy):
    assert outcome("PUB-16", change_both(record, period=Period(start, end)), policy) is expected


def test_without_a_cycle_nothing_is_outside_it(record, policy):
    parameters = {**policy.parameters, "cycle": replace(policy.parameters["cycle"], value=None)}
    assert outcome("PUB-16", record, replace(policy, parameters=parameters)) is Outcome.UNDECIDED


def test_a_period_outside_the_cycle_needs_a_period(record, policy):
    assert outcome("PUB-16", change_both(record, period=unread()), policy) is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("period", "said"),
    [
        (Period("2025-08-20", "2025-08-11"), "早于起始日期"),
        (Period("2025-06-23", "2025-06-31"), "不存在"),
        (read(None, 0.95, reason="ambiguous", raw="2025年6月23日至2025年6月31日"), "不存在"),
        (unread("blank"), "未填写"),
        (None, "未写明"),
        (Period("2025-08-11", ""), "没有截止日期"),
    ],
)
def test_a_period_that_is_none_is_a_defect(period, said, record, policy):
    if isinstance(period, object) and getattr(period, "reason", None) == "blank":
        period = replace(period, confidence=0.95)
    judgement = validate(change_both(record, period=period), policy)
    assert said in messages("PUB-22", judgement)[0]
    assert not messages("PUB-04", judgement)
    assert "PUB-04" in judgement.not_applicable


@pytest.mark.parametrize("period", [unread(), unread("ambiguous"), read(Period("2025-08", "2025-08"))])
def test_a_period_that_cannot_be_read_to_the_day_is_left_to_a_person(period, record, policy):
    assert outcome("PUB-04", change_both(record, period=period), policy) is Outcome.UNDECIDED


def test_an_illegible_period_is_open_and_a_legible_one_passes(record, policy):
    assert outcome("PUB-22", change_both(record, period=unread()), policy) is Outcome.UNDECIDED
    assert outcome("PUB-22", record, policy) is Outcome.PASS


def test_a_period_that_was_not_found_on_a_poor_page_is_open(record, policy):
    bare = change_both(record, period=None)
    poor = replace(
        bare,
        pages=tuple(
            page(p.file, p.page, p.kind, quality=Quality(problem="页面模糊")) if p.file == "d101.pdf" else p
            for p in bare.pages
        ),
    )
    assert outcome("PUB-22", poor, policy) is Outcome.UNDECIDED


def test_an_end_can_be_derived_from_a_number_of_working_days(record, policy):
    opened = read(None, 0.95, reason="ambiguous", raw="自2025年8月11日起公示5个工作日")
    derived = change_both(record, period=opened)
    assert outcome("PUB-22", derived, policy) is Outcome.PASS
    assert publicity_facts(derived, policy)["unit_opinion"]["end"] == "2025-08-15"


def test_an_end_in_a_year_without_calendar_is_not_derived(record, policy):
    opened = read(None, 0.95, reason="ambiguous", raw="自2027年8月9日起公示5个工作日")
    assert outcome("PUB-04", change_both(record, period=opened), policy) is Outcome.UNDECIDED


def test_a_photo_alone_does_not_say_that_no_period_was_stated(record, policy):
    alone = drop(change_both(record, period=None), "publicity_notice", "publicity_result")
    assert outcome("PUB-22", alone, policy) is Outcome.UNDECIDED


def test_one_result_for_two_publications_does_not_contradict_either_notice(record, policy):
    first = publication(1, items=ITEMS[:2])[:2]
    second = publication(2, items=ITEMS[2:], period=Period("2025-08-21", "2025-08-28"))
    whole = {
        "items": ITEMS,
        "period": Period("2025-08-11", "2025-08-28"),
        "outcome": "no_objection",
        "date": "2025-08-29",
    }
    more = {"sealed": True, "seal_text": EMPLOYER, "publisher": EMPLOYER, "venue": ["conspicuous_place"]}
    result = document("d900", "publicity_result", {**whole, **more}, (seal(),), "公示情况证明")
    bare = drop(record, "publicity_notice", "publicity_photo", "publicity_result")
    shared = add(bare, *first, *second[:2], result)
    shared = replace(shared, publicity=(event([*first, result]), event([*second[:2], result])))
    judgement = validate(shared, policy)
    assert judgement.decision == "accept"
    assert "PUB-11" in judgement.passed

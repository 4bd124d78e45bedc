"""IDN-03, IDN-04."""

import pytest
from record_builder import (
    NUMBER,
    add,
    applying,
    change,
    document,
    doubts,
    drop,
    messages,
    outcome,
    read,
    unread,
)

from dossier.model import Outcome, Period
from dossier.validate import validate

WRONG = NUMBER[:-1] + ("0" if NUMBER[-1] != "0" else "1")


def everywhere(record, number):
    for kind in ("review_form", "summary_form", "id_card", "title_certificate"):
        record = change(record, kind, id_number=number)
    return record


def test_a_wrong_check_digit_is_one_defect_with_every_place_and_no_complete_number(record, policy):
    judgement = validate(everywhere(record, WRONG), policy)
    findings = [f for f in judgement.defects if f.rule == "IDN-03"]
    assert len(findings) == 1
    assert len(findings[0].locations) == 4
    assert WRONG not in findings[0].message + "".join(place.text for place in findings[0].locations)
    assert judgement.decision == "return"


@pytest.mark.parametrize(
    "number",
    [NUMBER, "810000199001010019", "830000198506300029", "911124198108030024", "14990019491231005X", "149900491231002"],
)
def test_sound_numbers_of_every_kind_pass(number, record, policy):
    assert outcome("IDN-03", everywhere(record, number), policy) is Outcome.PASS


@pytest.mark.parametrize("number", ["14990019881312003X", "149900880431001", NUMBER[:-1]])
def test_a_birth_date_that_does_not_exist_or_a_lost_digit_is_a_defect(number, record, policy):
    assert outcome("IDN-03", everywhere(record, number), policy) is Outcome.FAIL


def test_the_birth_date_inside_the_number_is_not_given_away(record, policy):
    said = messages("IDN-03", validate(everywhere(record, "149900198813120038"), policy))[0]
    assert "1988" not in said


@pytest.mark.parametrize(("confidence", "expected"), [(0.84, Outcome.UNDECIDED), (0.85, Outcome.FAIL)])
def test_a_number_read_without_certainty_is_left_to_a_person(confidence, expected, record, policy):
    assert outcome("IDN-03", everywhere(record, read(WRONG, confidence)), policy) is expected


def test_a_sound_number_elsewhere_makes_a_similar_one_look_misread(record, policy):
    judgement = validate(change(record, "title_certificate", id_number=WRONG), policy)
    assert not messages("IDN-03", judgement)
    assert "识别误差" in doubts("IDN-03", judgement)[0]
    printed = change(record, "title_certificate", id_number=read(WRONG, 1.0, method="text"))
    assert outcome("IDN-03", printed, policy) is Outcome.FAIL


@pytest.mark.parametrize("number", ["149900********0030", "H12345678", "无"])
def test_masked_numbers_and_travel_permits_have_no_check_digit(number, record, policy):
    assert outcome("IDN-03", change(record, "title_certificate", id_number=number), policy) is Outcome.PASS


def test_a_passport_is_not_checked(record, policy):
    foreign = document("d60", "id_alternative", {"id_number": "12345678", "document_type": "护照"}, (), "护照")
    only = add(drop(record, "id_card", "review_form", "summary_form", "title_certificate"), foreign)
    assert outcome("IDN-03", only, policy) is Outcome.NOT_APPLICABLE


def test_an_illegible_number_is_open_and_a_blank_one_another_rules_concern(record, policy):
    assert outcome("IDN-03", change(record, "id_card", id_number=unread()), policy) is Outcome.UNDECIDED
    assert outcome("IDN-03", change(record, "id_card", id_number=unread("blank")), policy) is Outcome.PASS


@pytest.mark.parametrize(
    ("submitted", "expected"),
    [("2025-09-09", Outcome.PASS), ("2025-09-10", Outcome.PASS), ("2025-09-11", Outcome.FAIL)],
)
def test_a_card_must_be_valid_on_the_day_of_submission(submitted, expected, record, policy):
    card = change(record, "id_card", valid=Period("2005-09-10", "2025-09-10"))
    assert outcome("IDN-04", applying(card, submitted=submitted), policy) is expected


@pytest.mark.parametrize(
    ("valid", "expected"),
    [
        (Period("2018-01-01", "长期"), Outcome.PASS),
        (Period("2005-09", "2025-08"), Outcome.FAIL),
        (Period("2005-09", "2025-09"), Outcome.UNDECIDED),
        (Period("2005-09", "2025-10"), Outcome.PASS),
        (read(Period("2005-03-01", "2025-03-01"), 0.8), Outcome.UNDECIDED),
        (read(Period("2018-01-01", "2038-01-01"), 0.5), Outcome.UNDECIDED),
        (read(Period("2018-01-01", "2038-13-01")), Outcome.UNDECIDED),
        (unread(), Outcome.UNDECIDED),
        (None, Outcome.UNDECIDED),
    ],
)
def test_the_end_of_validity_decides(valid, expected, record, policy):
    assert outcome("IDN-04", change(record, "id_card", valid=valid), policy) is expected


def test_without_a_submission_date_validity_stays_open_unless_it_is_unlimited(record, policy):
    undated = applying(record, submitted=None)
    assert outcome("IDN-04", undated, policy) is Outcome.UNDECIDED
    unlimited = change(undated, "id_card", valid=Period("2018-01-01", "长期"))
    assert outcome("IDN-04", unlimited, policy) is Outcome.PASS


def test_an_old_card_beside_a_new_one_is_no_defect(record, policy):
    old = document("d61", "id_card", {"valid": Period("2005-03-01", "2025-03-01")})
    assert outcome("IDN-04", add(record, old), policy) is Outcome.PASS


def test_the_two_sides_of_a_card_may_lie_apart(record, policy):
    front = change(record, "id_card", valid=None)
    back = document("d62", "id_card", {"valid": Period("2018-01-01", "2038-01-01")})
    assert outcome("IDN-04", add(front, back), policy) is Outcome.PASS


def test_without_an_identity_paper_there_is_no_validity(record, policy):
    assert outcome("IDN-04", drop(record, "id_card"), policy) is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(("confidence", "expected"), [(0.97, Outcome.NOT_APPLICABLE), (0.6, Outcome.UNDECIDED)])
def test_the_term_of_a_card_whose_back_is_surely_missing_is_left_to_the_rule_that_says_so(
    confidence, expected, record, policy
):
    front = change(record, "id_card", valid=None, sides=read(["front"], confidence))
    assert outcome("IDN-04", front, policy) is expected

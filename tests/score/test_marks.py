"""Seals and signatures."""

from __future__ import annotations

import pytest

from dossier.model import Box, Page
from tests.score.builders import (
    BOX,
    EMPLOYER,
    FILE,
    SEAL_BOX,
    observed,
    read_document,
    record_of,
    seal,
    true_document,
    truth_of,
)


def truth_with(state="red", **changes):
    one = {"file": FILE, "page": 1, "box": SEAL_BOX, "text": EMPLOYER, "sub_text": "", "shape": "round", "state": state}
    return truth_of(true_document(seals=[one | changes]))


def one_seal(state, *found):
    (one,) = observed("seal", truth_with(state), record_of(read_document(seals=found)))
    return one


def test_a_red_seal_is_right_when_its_text_was_read():
    one = one_seal("red", seal("山西沁岳重工装备 有限公司"))
    assert one.right
    assert (one.outcome, one.how, one.covered) == ("read", "red", True)


@pytest.mark.parametrize("state", ["red", "grey"])
def test_a_seal_that_was_not_found_is_missed(state):
    one = one_seal(state)
    assert not one.right
    assert one.outcome == "missed"


@pytest.mark.parametrize(
    ("state", "found", "outcome", "right"),
    [
        ("red", {"text": "别家"}, "wrong", False),
        ("red", {"text": "别家", "confidence": 0.84}, "undecided", False),
        ("red", {"text": "", "confidence": 0.0, "state": "unreadable"}, "undecided", False),
        ("red", {"text": EMPLOYER, "confidence": 0.5}, "read", True),
        ("red", {"text": "别家", "state": "grey"}, "wrong", False),
        ("grey", {"text": "别家"}, "wrong", False),
        ("grey", {"text": "别家", "state": "grey"}, "undecided", True),
        ("grey", {"text": "", "state": "unreadable"}, "undecided", True),
        ("grey", {"text": "别家", "confidence": 0.84}, "undecided", True),
        ("grey", {"text": EMPLOYER, "state": "grey"}, "read", True),
    ],
)
def test_a_red_seal_must_be_read_and_a_grey_one_may_be_left_open(state, found, outcome, right):
    one = one_seal(state, seal(**found))
    assert (one.outcome, one.right) == (outcome, right)
    assert one.confidently_wrong is (outcome == "wrong")


def test_a_seal_somewhat_beside_the_place_is_the_same_and_one_far_away_is_not():
    assert one_seal("red", seal(box=Box(350, 705, 460, 815))).outcome == "read"
    assert one_seal("red", seal(box=Box(50, 50, 160, 160))).outcome == "missed"


def test_two_seals_on_a_page_are_each_compared_with_their_own():
    right = {"file": FILE, "page": 1, "box": [100, 600, 210, 710], "text": "某局", "state": "red"}
    left = right | {"box": SEAL_BOX, "text": EMPLOYER}
    record = record_of(read_document(seals=[seal("某局", box=Box(105, 600, 215, 710)), seal()]))
    assert all(one.right for one in observed("seal", truth_of(true_document(seals=[left, right])), record))


def test_a_page_tells_the_seals_that_no_document_of_the_record_has():
    page = Page(FILE, 1, 595, 842, "ocr", "0" * 64, seals=(seal(),))
    assert observed("seal", truth_with(), record_of(), pages=[page])[0].outcome == "read"
    record = record_of(read_document(seals=[seal("别家")]))
    assert observed("seal", truth_with(), record, pages=[page])[0].outcome == "wrong"


def signature_read_as(state, box=BOX, page=1):
    true = {"file": FILE, "page": 1, "box": BOX, "state": "signed", "name": "郭远舟"}
    found = {"place": "applicant", "state": state, "name": None, "file": FILE, "page": page, "box": box}
    record = record_of(read_document(signatures=(found,)))
    (one,) = observed("signature", truth_of(true_document(signatures=[true])), record)
    return one


def test_a_signature_is_right_when_its_state_is():
    assert signature_read_as("signed").right
    one = signature_read_as("empty")
    assert not one.right
    assert (one.want, one.got) == ("signed", "empty")


@pytest.mark.parametrize(("box", "page"), [([100, 300, 220, 314], 1), (None, 1), (BOX, 2)])
def test_a_signature_elsewhere_is_another_signature(box, page):
    one = signature_read_as("signed", box, page)
    assert not one.right
    assert one.got is None


def test_a_record_without_signatures_has_missed_them():
    true = {"file": FILE, "page": 1, "box": BOX, "state": "empty"}
    (one,) = observed("signature", truth_of(true_document(signatures=[true])), record_of(read_document()))
    assert not one.right

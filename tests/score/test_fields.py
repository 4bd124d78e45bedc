"""Values, blanks and boxes: what is observed of fields."""

from __future__ import annotations

import pytest

from dossier.model import Box
from dossier.validate.case import CERTAIN
from tests.score.builders import BOX, FILE, observed, read_document, record_of, true_document, truth_of, value

PLACES = {"publisher": [{"file": FILE, "page": 1, "box": BOX, "text": "某公司", "how": "prose"}]}
TRUTH = truth_of(true_document(fields={"publisher": "某公司"}, places=PLACES))


def field_of(content, confidence=0.97, truth=TRUTH):
    (one,) = observed("field", truth, record_of(read_document(fields={"publisher": value(content, confidence)})))
    return one


def test_a_field_read_right_and_surely():
    one = field_of("某公司")
    assert one.right
    assert one.covered
    assert not one.confidently_wrong
    assert (one.kind, one.field, one.how, one.strength) == ("publicity_notice", "publisher", "prose", "office")
    assert one.confidence == 0.97


@pytest.mark.parametrize(("confidence", "covered"), [(CERTAIN - 0.01, False), (CERTAIN, True), (CERTAIN + 0.01, True)])
def test_a_value_is_covered_from_the_confidence_that_can_carry_a_defect(confidence, covered):
    one = field_of("别家", confidence)
    assert not one.right
    assert one.covered is one.confidently_wrong is covered
    assert (one.want, one.got) == ("某公司", "别家")


def test_a_field_without_a_value_is_wrong_but_not_confidently():
    one = field_of(None)
    assert not one.right
    assert not one.covered
    assert one.confidence is None


def test_a_field_of_a_document_that_was_not_found_is_wrong():
    (one,) = observed("field", TRUTH, record_of(read_document("pledge", fields={"publisher": value("某公司")})))
    assert not one.right
    assert (one.got, one.confidence, one.file, one.page) == (None, None, FILE, 1)


def test_of_several_documents_of_the_kind_the_one_with_most_of_the_pages_is_compared():
    truth = truth_of(true_document(pages=[1, 2], fields={"publisher": "某公司"}))
    less = read_document(pages=[2, 3, 4], fields={"publisher": value("别家")})
    more = read_document(pages=[1, 2], fields={"publisher": value("某公司")})
    assert observed("field", truth, record_of(less, more))[0].right


def test_layout_and_whether_it_was_held_out_go_with_every_observation():
    truth = truth_of(true_document(fields={"publisher": "某公司"}, layout="third", held_out=True))
    one = field_of("某公司", truth=truth)
    assert (one.layout, one.held_out, one.how) == ("third", True, "label")


@pytest.mark.parametrize(("how", "page", "under"), [("prose", 1, True), ("seal", 1, False), ("prose", 2, False)])
def test_a_field_that_a_seal_lies_over_is_under_it(how, page, under):
    place = {"file": FILE, "page": page, "box": BOX, "text": "2025年8月29日", "how": how}
    stamp = {
        "file": FILE,
        "page": 1,
        "box": [BOX[2] - 20, *BOX[1:2], BOX[2] + 90, BOX[3] + 90],
        "text": "",
        "state": "red",
    }
    document = true_document(pages=[1, 2], fields={"date": "2025-08-29"}, places={"date": [place]}, seals=[stamp])
    (one,) = observed("field", truth_of(document), record_of(read_document()))
    assert one.under_seal is under


def test_an_empty_place_is_right_when_nothing_was_read_there():
    truth = truth_of(true_document(blank=["phone"]))
    for fields in ({}, {"phone": value(None, 0.9, reason="blank")}):
        assert observed("blank", truth, record_of(read_document(fields=fields)))[0].right


def test_a_value_for_an_empty_place_is_wrong_and_confidently_if_it_is_sure():
    truth = truth_of(true_document(blank=["phone"]))
    (one,) = observed("blank", truth, record_of(read_document(fields={"phone": value("0351")})))
    assert one.confidently_wrong
    assert one.got == "0351"


def test_a_document_that_was_not_found_proves_no_empty_place():
    assert observed("blank", truth_of(true_document(blank=["phone"])), record_of()) == []


@pytest.mark.parametrize(
    ("box", "right"),
    [
        (Box(*BOX), True),
        (Box(210, 205, 400, 220), True),
        (Box(220, 200, 300, 214), False),
        (None, False),
    ],
)
def test_the_box_of_a_value_is_right_when_it_meets_the_place(box, right):
    read = value("某公司", box=box)
    (one,) = observed("place", TRUTH, record_of(read_document(fields={"publisher": read})))
    assert one.right is right


def test_a_box_on_another_page_is_wrong():
    read = value("某公司", page=2)
    assert not observed("place", TRUTH, record_of(read_document(fields={"publisher": read})))[0].right


def test_any_of_several_places_will_do():
    places = {"publisher": [PLACES["publisher"][0], PLACES["publisher"][0] | {"page": 2, "box": [0, 0, 50, 50]}]}
    truth = truth_of(true_document(fields={"publisher": "某公司"}, places=places))
    read = value("某公司", page=2, box=Box(10, 10, 60, 20))
    assert observed("place", truth, record_of(read_document(fields={"publisher": read})))[0].right


@pytest.mark.parametrize("content", ["别家", None])
def test_the_box_of_a_value_that_is_wrong_is_not_looked_at(content):
    assert observed("place", TRUTH, record_of(read_document(fields={"publisher": value(content)}))) == []


def test_a_field_without_a_known_place_has_no_box_to_look_at():
    truth = truth_of(true_document(fields={"publisher": "某公司"}))
    assert observed("place", truth, record_of(read_document(fields={"publisher": value("某公司")}))) == []

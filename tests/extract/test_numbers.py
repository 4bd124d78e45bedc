"""A number whose check character is wrong is sure where several papers print it alike, and a misreading is not."""

from __future__ import annotations

import pytest

from dossier.extract.layout import lay_out
from dossier.extract.numbers import with_agreed_numbers
from dossier.extract.readers import UNPROVEN, read_value
from dossier.model import Box, Document, Line, Page, PageRef, Value

WRONG = "149900198804120031"
"""Its check character is not that of its first 17 digits."""


def paper(kind: str, number: str, page: int, confidence: float = UNPROVEN) -> Document:
    value = Value(number, number, "a.pdf", page, Box(70, 100, 200, 112), "ocr", confidence)
    return Document(f"d{page:02}", kind, kind, (PageRef("a.pdf", page),), {"id_number": value})


def confidences(*documents: Document) -> list[float]:
    return [document.fields["id_number"].confidence for document in with_agreed_numbers(documents)]


def test_a_wrong_number_read_alike_on_two_pages_is_sure():
    assert confidences(paper("id_card", WRONG, 1), paper("review_form", WRONG, 2)) == [0.9, 0.9]


def test_a_wrong_number_of_one_place_stays_open():
    assert confidences(paper("id_card", WRONG, 1)) == [UNPROVEN]
    assert confidences(paper("id_card", WRONG, 1), paper("review_form", WRONG, 1)) == [UNPROVEN] * 2


def test_a_number_read_differently_each_time_stays_open():
    assert confidences(paper("id_card", WRONG, 1), paper("review_form", WRONG[:-1] + "2", 2)) == [UNPROVEN] * 2


def test_an_unclear_reading_does_not_confirm_another():
    assert confidences(paper("id_card", WRONG, 1), paper("review_form", WRONG, 2, 0.5)) == [UNPROVEN, 0.5]


@pytest.mark.parametrize(("method", "confidence"), [("text", 1.0), ("ocr", UNPROVEN)])
def test_what_a_text_layer_says_is_not_misread(method: str, confidence: float):
    box = Box(70, 100, 200, 112)
    page = Page("a.pdf", 1, 595.0, 842.0, method, "0" * 64, lines=(Line(WRONG, box, 1.0, method),))
    assert read_value("id_number", lay_out(page).flow, box).confidence == confidence

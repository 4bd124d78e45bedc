"""Kinds, documents and characters: what is observed of pages."""

from __future__ import annotations

import pytest

from dossier.model import Box, Line, Page
from dossier.score.reading import true_file
from tests.score.builders import BOX, FILE, observed, read_document, record_of, summary, true_document, truth_of


def page(*lines: tuple[str, float], number: int = 1) -> Page:
    """A page with these texts, each at this height."""
    placed = tuple(Line(text, Box(100, y, 300, y + 12), 0.99) for text, y in lines)
    return Page(FILE, number, 595, 842, "ocr", "0" * 64, placed)


def place(printed: str, **changes: object) -> dict[str, object]:
    return {"file": FILE, "page": 1, "box": BOX, "text": printed, "how": "label"} | changes


def test_each_page_of_a_document_is_one_observation_of_its_kind():
    pages = [summary(1, "publicity_notice"), summary(2, "unknown")]
    first, second = observed("kind", truth_of(true_document(pages=[1, 2])), record_of(pages=pages))
    assert first.right
    assert not second.right
    assert (second.want, second.got, second.file, second.page) == ("publicity_notice", "unknown", FILE, 2)


def test_a_page_without_a_kind_of_its_own_has_that_of_its_document():
    record = record_of(read_document(), pages=[summary(1, "")])
    assert observed("kind", truth_of(true_document()), record)[0].right


def test_a_page_that_was_never_read_is_of_the_wrong_kind():
    (one,) = observed("kind", truth_of(true_document()), record_of())
    assert not one.right
    assert one.got is None


def test_a_document_is_right_with_exactly_its_pages():
    truth = truth_of(true_document(pages=[1, 2]))
    assert observed("grouping", truth, record_of(read_document(pages=[2, 1])))[0].right


@pytest.mark.parametrize("pages", [[1], [1, 2, 3]])
def test_a_document_with_a_page_more_or_less_is_wrong(pages):
    (one,) = observed("grouping", truth_of(true_document(pages=[1, 2])), record_of(read_document(pages=pages)))
    assert not one.right
    assert one.got == [f"{FILE}#{number}" for number in pages]


def test_a_document_with_a_page_of_a_file_the_truth_does_not_know_is_wrong():
    truth = truth_of(true_document())
    more = [*read_document().pages, *read_document(file="别的.pdf").pages]
    strange = read_document()
    strange = type(strange)(strange.id, strange.kind, strange.title, tuple(more))
    assert not observed("grouping", truth, record_of(strange))[0].right


def test_the_right_pages_as_another_kind_are_wrong():
    (one,) = observed("grouping", truth_of(true_document()), record_of(read_document("publicity_result")))
    assert not one.right
    assert one.got is None


@pytest.mark.parametrize("name", ["03公示.pdf", "材料.zip!03公示.pdf", "材料.zip/03公示.pdf", "材料\\03公示.pdf"])
def test_a_file_may_be_named_with_its_archive_or_folder(name):
    assert true_file({FILE, "公示.pdf"}, name) == FILE


def test_a_file_of_another_name_is_none_of_the_truth():
    assert true_file({FILE}, "103公示.pdf") is None


def test_of_files_of_the_same_name_the_longest_path_that_fits_is_meant():
    assert true_file({"scan.pdf", "b/scan.pdf"}, "upload/b/scan.pdf") == "b/scan.pdf"


def test_characters_are_counted_on_the_pages_given_only():
    truth = truth_of(true_document(places={"employer": [place("山西沁岳重工")]}))
    assert observed("characters", truth, record_of()) == []
    (one,) = observed("characters", truth, record_of(), pages=[page(("单位：山西心岳重工", 201))])
    assert (one.hits, one.of, one.field) == (5, 6, "employer")
    assert not one.right


def test_the_lines_that_meet_the_box_are_read_as_one():
    truth = truth_of(true_document(places={"employer": [place("山西沁岳 重工装备")]}))
    lines = page(("山西沁岳", 195), ("重工装备", 208), ("有限公司", 400))
    (one,) = observed("characters", truth, record_of(), pages=[lines])
    assert (one.hits, one.of, one.got) == (8, 8, "山西沁岳重工装备")


def test_a_text_where_no_line_was_found_has_no_character_read():
    truth = truth_of(true_document(places={"employer": [place("山西沁岳重工")]}))
    (one,) = observed("characters", truth, record_of(), pages=[page()])
    assert (one.hits, one.of) == (0, 6)


@pytest.mark.parametrize("change", [{"how": "seal"}, {"how": "photo"}, {"text": ""}, {"box": None}, {"page": 2}])
def test_seals_photos_and_places_without_text_box_or_page_have_no_characters(change):
    truth = truth_of(true_document(places={"employer": [place("山西沁岳重工", **change)]}))
    assert observed("characters", truth, record_of(), pages=[page(("山西沁岳重工", 201))]) == []

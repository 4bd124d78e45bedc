"""A person's corrections in a record: the value, what follows from it, and what stays beside it."""

from __future__ import annotations

import pytest

from dossier.errors import UsageError
from dossier.extract import Statement, corrected
from dossier.model import Correction, Period
from dossier.model.wire import record_from_json, record_to_json
from dossier.policy.checks import validate_record_json
from tests.extract.pages import Right, Title, page, seal

UNIT = "晋原市自来水有限公司"
STATEMENT = Statement("2025-08-29")


def notice(start: str = "2025年8月4日"):
    body = "现将张三同志申报工程师的评审条件和程序、个人申报材料、单位鉴定意见在单位公告栏予以公示。"
    return page(
        Title("公示"), body, f"公示时间：{start}至2025年8月8日", Right(UNIT), Right("2025年8月4日"), file="公示.pdf"
    )


def result():
    body = "我单位于2025年8月4日至8月8日对张三同志申报工程师的个人申报材料进行了公示，公示期间未收到异议。"
    return page(
        Title("公示情况证明"),
        body,
        Right(UNIT),
        Right("2025年8月11日"),
        file="证明.pdf",
        seals=(seal(450, 200, "晋原"),),
    )


@pytest.fixture
def correct(dossier, policy):
    """The record of these pages with corrections, each (document, field, value)."""

    def with_corrections(*pages, to):
        entries = [
            Correction(document, field, value, "李审核", "2025-09-01", "对照原件") for document, field, value in to
        ]
        return corrected(dossier(*pages), entries, policy, STATEMENT)

    return with_corrections


def test_a_corrected_value_is_certain_and_keeps_its_place(correct):
    period = {"start": "2025-08-04", "end": "2025-08-11"}
    value = correct(notice(), to=[("d01", "period", period)]).documents[0].fields["period"]
    assert value.value == Period("2025-08-04", "2025-08-11")
    assert (value.method, value.confidence, value.reason) == ("corrected", 1.0, None)
    assert (value.file, value.page) == ("公示.pdf", 1)
    assert value.box is not None


def test_the_reading_is_kept_beside_the_correction_with_who_and_when(correct):
    period = {"start": "2025-08-04", "end": "2025-08-11"}
    (entry,) = correct(notice(), to=[("d01", "period", period)]).corrections
    assert entry["before"]["value"] == {"start": "2025-08-04", "end": "2025-08-08"}
    assert entry["value"] == period
    assert (entry["by"], entry["at"], entry["note"]) == ("李审核", "2025-09-01", "对照原件")


def test_what_follows_from_a_value_follows_from_the_corrected_one(correct):
    period = {"start": "2025-08-04", "end": "2025-08-11"}
    (event,) = correct(notice(), to=[("d01", "period", period)]).publicity
    assert event["period"].value == Period("2025-08-04", "2025-08-11")


def test_a_field_that_was_not_read_at_all_is_placed_on_the_documents_first_page(correct):
    value = correct(notice(), to=[("d01", "phone", "0351-0000000")]).documents[0].fields["phone"]
    assert (value.value, value.file, value.page) == ("0351-0000000", "公示.pdf", 1)


def test_null_says_that_the_place_is_blank(correct):
    value = correct(notice(), to=[("d01", "publisher", None)]).documents[0].fields["publisher"]
    assert (value.value, value.reason) == (None, "blank")


def test_who_looked_at_the_seal_outweighs_every_reading_of_it(correct):
    document = correct(result(), to=[("d01", "seal_text", UNIT)]).documents[0]
    assert document.fields["seal_text"].value == UNIT
    assert document.fields["sealed"].value is True
    assert document.seals == ()


def test_a_page_that_a_person_told_leaves_nothing_open(correct, dossier):
    blurred = page("一二三四", "五六七八", file="照片.jpg")
    before = dossier(blurred)
    record = correct(blurred, to=[("d01", None, "publicity_photo"), ("d01", "text", "公示")])
    assert before.documents[0].kind == "unknown"
    assert record.documents[0].kind == record.pages[0].kind == "publicity_photo"
    assert record.pages[0].may_be == ()
    assert record.pages[0].seen
    assert record.documents[0].title != before.documents[0].title


def test_a_corrected_record_is_valid_and_goes_through_json(correct):
    period = {"start": "2025-08-04", "end": "2025-08-11"}
    record = correct(notice(), result(), to=[("d01", "period", period), ("d02", "sealed", True), ("d02", "date", None)])
    data = record_to_json(record)
    assert validate_record_json(data) == []
    assert record_to_json(record_from_json(data)) == data


@pytest.mark.parametrize(
    ("correction", "said"),
    [
        (("d09", "period", None), "没有编号 d09"),
        (("d01", "colour", "红"), "没有 colour 这个栏目"),
        (("d01", "period", "八月"), "不是 period"),
        (("d01", None, "no_such_kind"), "没有材料种类"),
    ],
)
def test_a_correction_of_what_is_not_there_names_itself(correct, correction, said):
    with pytest.raises(UsageError, match=f"更正第1条.*{said}"):
        correct(notice(), to=[correction])

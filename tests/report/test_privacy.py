"""Identity numbers do not leave the record."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model import Place, Value
from dossier.report import cover_pdf, mask_text, original_names, to_json, write_reports
from dossier.report.privacy import known_numbers
from dossier.text import check_character, mask_id

ID_NUMBER = "149900199003071234"
DIPLOMA = "101121201205001234"


def test_the_applicants_number_is_masked_everywhere(record, judged, finding, report_of):
    place = Place("02身份证.jpg", 1, None, f"公民身份号码{ID_NUMBER}", 0.99)
    report = report_of(record, judged(finding("IDN-03", f"号码{ID_NUMBER}校验不通过", place)))
    assert ID_NUMBER not in to_json(report)
    assert report["applicant"]["id_number"] == "149900********1234"
    assert "149900********1234" in report["defects"][0]["message"]


def test_a_diploma_number_stays_whole(clean_report):
    diploma = next(entry for entry in clean_report["certificates"] if entry["kind"] == "diploma")
    assert diploma["number"] == DIPLOMA


@pytest.mark.parametrize("number", ["H12345678", "E98765432", "CHN110190010101"])
def test_a_number_of_another_kind_is_masked_where_the_record_knows_it(record, judgement, report_of, number):
    foreign = replace(record, applicant={**record.applicant, "id_number": Value(number, number)})
    report = report_of(foreign, judgement)
    assert number not in to_json(report)
    assert report["applicant"]["id_number"] == mask_id(number)


def test_a_number_in_a_file_name_is_masked_and_the_picture_still_found(record, judged, finding, report_of, tmp_path):
    name = f"李晓峰{ID_NUMBER}.pdf"
    holding = replace(record, files=({**record.files[0], "name": name},))
    report = report_of(holding, judged(finding("IDN-03", "校验不通过", Place(name, 1, None))))
    asked: list[str] = []
    write_reports(report, tmp_path, lambda file, page, box: asked.append(file), original_names(holding))
    assert ID_NUMBER not in to_json(report)
    assert asked == [name]
    assert ID_NUMBER not in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_a_short_number_inside_a_longer_one_is_left_alone():
    assert mask_text("校验值ab12345678cd，证件12345678", {"12345678"}) == "校验值ab12345678cd，证件12****78"


def test_a_long_number_is_masked_even_where_letters_touch_it():
    assert ID_NUMBER not in mask_text(f"scan{ID_NUMBER}v2.pdf", {ID_NUMBER})


def test_the_names_of_ordinary_files_need_no_translation(record):
    assert original_names(record) == {}


def test_the_cover_of_a_report_cannot_tell_the_number(clean_report):
    assert ID_NUMBER.encode() not in cover_pdf(clean_report)


def test_masked_numbers_and_short_texts_are_not_taken_for_numbers(record):
    odd = replace(record, documents=(), applicant={"id_number": Value("149900********1234", "号码：12")})
    assert known_numbers(odd) == frozenset()


@given(st.dates(datetime.date(1930, 1, 1), datetime.date(2010, 12, 31)), st.integers(0, 999))
def test_every_valid_number_in_a_text_is_masked(born, order):
    first = f"149900{born:%Y%m%d}{order:03}"
    number = first + check_character(first)
    assert mask_text(f"张三（{number}），") == f"张三（{mask_id(number)}），"


@given(st.dates(datetime.date(1930, 1, 1), datetime.date(2000, 12, 31)), st.integers(0, 9999))
def test_a_mistyped_number_of_a_grown_person_is_masked_too(born, tail):
    number = f"149900{born:%Y%m%d}{tail:04}"
    assert number not in mask_text(f"号码{number}。")


@pytest.mark.parametrize(
    "text",
    [
        "证书编号101121201205001234",
        "专利号ZL201710601862.3",
        "电话0351-12345678901",
        "统一社会信用代码91140100MA0ABCDE1X",
        "2025年8月4日至8月8日",
        "校验值abcdef149900199003071234567890",
    ],
)
def test_other_numbers_stay_whole(text):
    assert mask_text(text) == text


@given(st.text())
def test_masking_twice_changes_nothing_more(text):
    assert mask_text(mask_text(text)) == mask_text(text)

"""The cover sheet as a Word file: what the PDF says, in a form that an office can edit."""

from __future__ import annotations

import io
from dataclasses import replace

import cv2
import docx
import numpy as np
import pytest
import zxingcpp

from dossier.model import Outcome
from dossier.report import cover_docx
from dossier.report.cover import cover_texts
from dossier.report.digest import qr_text


def text_of(document: bytes) -> str:
    opened = docx.Document(io.BytesIO(document))
    parts = (opened.element.body, opened.sections[0].footer._element)
    return "".join(node.text or "" for part in parts for node in part.iter() if node.tag.endswith("}t"))


def texts(value):
    if isinstance(value, str):
        return {value}
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return set().union(*(texts(item) for item in items))


@pytest.fixture
def reject_report(record, judged, finding, report_of):
    findings = [finding(rule) for rule in ("PUB-03", "PUB-04", "CON-01")]
    judgement = judged(*findings, finding("PUB-13", "印文识别把握不足", outcome=Outcome.UNDECIDED))
    return report_of(record, replace(judgement, consulted={"PUB-04": ("count_first_day",)}))


def test_the_word_file_says_everything_the_pdf_says(reject_report):
    said = text_of(cover_docx(reject_report))
    sheet = {name: value for name, value in cover_texts(reject_report).items() if name != "created"}
    assert [text for text in texts(sheet) if text not in said] == []


def test_every_finding_has_its_clause_its_remedy_and_who_acts(reject_report):
    said = text_of(cover_docx(reject_report))
    for entry in (*reject_report["defects"], *reject_report["undecided"]):
        assert all(entry[name] in said for name in ("rule", "title", "message", "citation", "remedy"))
    assert "用人单位" in said
    assert "八、严格职称申报“三公示”制度" in said


def test_a_parameter_that_no_text_says_is_marked(reject_report, clean_report):
    assert "未经核实的参数：" in text_of(cover_docx(reject_report))
    assert "未经核实的参数：" not in text_of(cover_docx(clean_report))


def test_the_verdict_is_ticked_and_no_other(reject_report):
    said = text_of(cover_docx(reject_report))
    assert "☑ 不予接收" in said
    assert said.count("☑") == 1


def test_the_qr_code_of_the_word_file_holds_number_and_digest(reject_report):
    opened = docx.Document(io.BytesIO(cover_docx(reject_report)))
    [picture] = [part.blob for part in opened.part.package.iter_parts() if part.content_type == "image/png"]
    image = cv2.imdecode(np.frombuffer(picture, np.uint8), cv2.IMREAD_COLOR)
    assert [found.text for found in zxingcpp.read_barcodes(image)] == [qr_text(reject_report)]


def test_the_same_report_gives_the_same_word_file(reject_report):
    assert cover_docx(reject_report) == cover_docx(reject_report)


def test_nothing_from_a_dossier_is_markup_in_the_word_file(record, judged, finding, report_of):
    message = "公示<w:p>&{{ number }}{% if %}\x07期"
    said = text_of(cover_docx(report_of(record, judged(finding("PUB-03", message)))))
    assert "公示<w:p>&{{ number }}{% if %}期" in said


def test_a_report_of_an_earlier_version_still_gives_a_sheet(reject_report):
    older = {name: value for name, value in reject_report.items() if name != "clauses"}
    older["defects"] = [{k: v for k, v in one.items() if k != "unverified"} for one in older["defects"]]
    assert "PUB-03" in text_of(cover_docx(older))

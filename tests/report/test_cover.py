"""The review cover sheet: what it says, and that it can be put in a file as it is."""

from __future__ import annotations

import io
from dataclasses import replace

import cv2
import numpy as np
import pdfplumber
import pytest
import typst
import zxingcpp
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.model import Application, Decision, Outcome, Place, Record, Value
from dossier.report import cover_pdf, cover_png
from dossier.report import typeset as typeset_module
from dossier.report.cover import LONGEST_MESSAGE, cover_data
from dossier.report.digest import qr_text

RARE = "䶮赟犇㛃𠮷"


def text_of(pdf: bytes) -> str:
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return "".join("".join(c["text"] for c in page.chars) for page in document.pages)


def pages_of(pdf: bytes) -> int:
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return len(document.pages)


@pytest.fixture
def reject_report(record, judged, finding, report_of):
    findings = [finding(rule) for rule in ("PUB-03", "PUB-04", "PUB-12", "CON-01")]
    return report_of(record, judged(*findings, finding("PUB-13", "印文识别把握不足", outcome=Outcome.UNDECIDED)))


def test_a_clean_sheet_is_one_a4_page(clean_report):
    with pdfplumber.open(io.BytesIO(cover_pdf(clean_report))) as document:
        [page] = document.pages
        assert (round(page.width), round(page.height)) == (595, 842)


def test_the_sheet_says_who_what_and_how_it_ended(clean_report):
    text = text_of(cover_pdf(clean_report))
    for said in (
        "职称申报材料审核封面",
        clean_report["number"],
        clean_report["digest"],
        "李晓峰",
        "山西云岭智能装备有限公司",
        "工程技术人员",
        "机械工程",
        "副高级",
        "高级工程师",
        "2025年9月10日",
        "2025年8月4日",
        "149900********1234",
        "未加载评委会登记册或未说明申报的评委会，无法确定",
        "晋人社厅函〔2025〕560号第七条",
        "晋人社厅函〔2025〕560号《关于做好2025年度全省职称评审工作的通知》",
        clean_report["software"],
        "审核人",
        "复核人",
        "单位盖章",
        "机器预审，人工决定",
    ):
        assert said in text, said


def test_every_finding_is_on_the_sheet_with_rule_and_clause(reject_report):
    text = text_of(cover_pdf(reject_report))
    for entry in (*reject_report["defects"], *reject_report["undecided"]):
        assert entry["rule"] in text
        assert entry["title"] in text
    assert "560号第八条" in text


def test_exactly_the_verdict_is_ticked(reject_report):
    chosen = [option["word"] for option in cover_data(reject_report)["verdict"] if option["chosen"]]
    assert chosen == ["不予接收"]


def test_a_person_is_offered_every_decision_but_more_checking(clean_report):
    assert cover_data(clean_report)["decisions"] == ["可以接收", "退回补正", "不予接收"]


def test_open_points_are_never_graded(reject_report):
    assert {row["severity"] for row in cover_data(reject_report)["undecided"]} == {"核验"}


def test_the_same_report_gives_the_same_bytes(reject_report):
    first = cover_pdf(reject_report)
    typeset_module._fonts.cache_clear()
    assert cover_pdf(dict(reversed(reject_report.items()))) == first


def test_the_sheet_is_fit_for_the_archive(clean_report):
    pdf = cover_pdf(clean_report)
    assert b"pdfaid:part" in pdf
    assert b"/FontFile" in pdf


def test_the_printed_qr_code_holds_number_and_digest(clean_report):
    [png] = cover_png(clean_report, ppi=150)
    image = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_GRAYSCALE)
    assert [code.text for code in zxingcpp.read_barcodes(image)] == [qr_text(clean_report)]


def test_rare_characters_of_a_name_print(record, judgement, report_of):
    named = replace(record, applicant={**record.applicant, "name": Value(RARE)})
    assert RARE in text_of(cover_pdf(report_of(named, judgement)))


def test_a_character_that_no_font_has_prints_as_its_code(record, judgement, report_of):
    named = replace(record, applicant={**record.applicant, "name": Value("张\ue815")})
    assert "张[U+E815]" in text_of(cover_pdf(report_of(named, judgement)))


def test_a_check_box_in_a_text_is_drawn(record, judgement, report_of):
    publisher = Value("☑山西云岭智能装备有限公司")
    ticked = replace(record, publicity=({**record.publicity[0], "publisher": publisher},))
    assert pages_of(cover_pdf(report_of(ticked, judgement))) == 1


def test_an_unprintable_character_would_stop_the_printing(clean_report, monkeypatch):
    monkeypatch.setattr("dossier.report.cover.printable", lambda text: text)
    with pytest.raises(typst.TypstError, match="PDF/A"):
        cover_pdf({**clean_report, "applicant": {"name": "张\ue815"}})


MARKUP = '#panic("x") $x$ *粗* _斜_ `a` = 标题 // 注 /* <a> @b \\ #[ ]] " 张三'


def test_markup_in_a_dossier_stays_text(record, judged, finding, report_of):
    report = report_of(
        replace(record, applicant={**record.applicant, "employer": Value(MARKUP)}),
        judged(finding("PUB-03", MARKUP, Place(MARKUP, 1))),
    )
    assert MARKUP.replace(" ", "") in text_of(cover_pdf(report)).replace(" ", "")


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_any_text_can_be_printed(clean_report, text):
    assert cover_pdf({**clean_report, "applicant": {"name": text, "employer": text}}).startswith(b"%PDF")


def test_an_empty_record_still_gives_a_sheet(judgement, report_of):
    empty = Record(Application("shanxi-2025"), {}, (), (), {}, ())
    text = text_of(cover_pdf(report_of(empty, replace(judgement, decision=Decision.REVIEW, passed=()))))
    assert "（未识别）" in text
    assert "未识别出申报材料。" in text


def test_an_unread_seal_is_not_called_missing(record, judgement, report_of):
    event = {**record.publicity[0], "sealed": Value(None, reason="unreadable"), "seal_text": Value(None)}
    rows = cover_data(report_of(replace(record, publicity=(event,)), judgement))["publicity"]
    assert {row["seal"] for row in rows} == {"待核验"}


@pytest.mark.parametrize(
    ("sealed", "seal_text", "shown"),
    [
        (True, "山西云岭智能装备有限公司", "有，印文同公示单位"),
        (True, "山西晋阳机械有限公司", "山西晋阳机械有限公司"),
        (True, None, "有，印文未识别"),
        (False, None, "无"),
    ],
)
def test_the_seal_is_shown_as_it_was_read(record, judgement, report_of, sealed, seal_text, shown):
    event = {**record.publicity[0], "sealed": Value(sealed), "seal_text": Value(seal_text)}
    rows = cover_data(report_of(replace(record, publicity=(event,)), judgement))["publicity"]
    assert rows[0]["seal"] == shown


@pytest.mark.parametrize("length", [LONGEST_MESSAGE - 1, LONGEST_MESSAGE, LONGEST_MESSAGE + 1])
def test_only_a_message_beyond_the_limit_is_cut_and_says_so(record, judged, finding, report_of, length):
    [row] = cover_data(report_of(record, judged(finding("PUB-03", "长" * length))))["defects"]
    assert row["message"].endswith("（全文见报告）") == (length > LONGEST_MESSAGE)
    assert row["message"].count("长") == min(length, LONGEST_MESSAGE)


def test_materials_of_one_kind_are_counted_together(clean_report):
    materials = {name: (copies, pages) for name, copies, pages in cover_data(clean_report)["materials"]}
    assert materials["年度考核登记表"] == ("2", "4")
    assert materials["评审表"] == ("1", "8")


def test_thirty_defects_flow_on_to_further_pages_and_none_is_lost(record, judged, finding, report_of, policy):
    codes = list(policy.rules)[:30]
    report = report_of(record, judged(*(finding(code, f"具体情形{i:02}号") for i, code in enumerate(codes))))
    pdf = cover_pdf(report)
    text = text_of(pdf)
    assert pages_of(pdf) == 2
    assert all(code in text and f"具体情形{i:02}号" in text for i, code in enumerate(codes))


def test_the_signatures_stand_on_the_first_page_however_long_the_lists(record, judged, finding, report_of, policy):
    report = report_of(record, judged(*(finding(code) for code in list(policy.rules)[:60])))
    with pdfplumber.open(io.BytesIO(cover_pdf(report))) as document:
        where = ["复核人" in (page.extract_text() or "") for page in document.pages]
    assert where[0]
    assert not any(where[1:])


def test_nothing_runs_off_the_paper(record, judged, finding, report_of):
    long = "很长的文件名_" + "abcdefghij" * 12 + ".pdf"
    report = report_of(
        replace(record, applicant={"name": Value("长" * 60), "employer": Value("A" * 300)}),
        judged(finding("FIL-01", f"文件“{long}”无法打开", Place(long, 3))),
    )
    with pdfplumber.open(io.BytesIO(cover_pdf(report))) as document:
        for page in document.pages:
            assert max(c["x1"] for c in page.chars) <= page.width - 40

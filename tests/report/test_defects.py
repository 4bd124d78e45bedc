"""defects.xlsx: one row for every defect and open point, and everything else that was judged."""

from __future__ import annotations

from dataclasses import replace

import openpyxl
import pytest

from dossier.model import Outcome, Place
from dossier.report.defects import write_defects


@pytest.fixture
def report(record, judged, finding, report_of):
    judgement = judged(
        finding("PUB-04", "共4个工作日", Place("03公示.pdf", 1, None, "公示时间", 0.97), Place("03公示.pdf", 4)),
        finding("IDN-03", "=1+1\x07看不清", Place("02身份证.jpg", 1), outcome=Outcome.UNDECIDED),
    )
    return report_of(record, replace(judgement, consulted={"PUB-04": ("count_first_day",)}))


@pytest.fixture
def book(report, policy, tmp_path):
    write_defects(tmp_path / "defects.xlsx", report, policy.rule_titles)
    return openpyxl.load_workbook(tmp_path / "defects.xlsx")


def rows(sheet) -> list[dict[str, object]]:
    head, *others = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in others]


def test_a_defect_has_everything_a_person_needs_in_its_row(book, report):
    row, entry = rows(book["问题清单"])[0], report["defects"][0]
    assert (row["规则"], row["问题"], row["级别"], row["结果"]) == ("PUB-04", entry["title"], "拒收", "不符合")
    assert (row["说明"], row["依据"], row["怎么改"]) == ("共4个工作日", entry["citation"], entry["remedy"])
    assert row["责任方"] == "用人单位"
    assert (row["文件"], row["页"], row["识别文字"], row["识别把握"]) == ("03公示.pdf", 1, "公示时间", 0.97)
    assert row["其他位置"] == "03公示.pdf 第4页"
    assert "count_first_day = true" in row["未经核实的参数"]


def test_an_open_point_is_a_row_and_no_text_becomes_a_formula(book):
    row = rows(book["问题清单"])[1]
    assert (row["结果"], row["说明"]) == ("人工核验", "=1+1看不清")
    assert book["问题清单"]["F3"].data_type == "s"


def test_rules_that_passed_or_did_not_apply_are_listed_with_the_reason(book, report):
    listed = {row["规则"]: row for row in rows(book["通过和不适用"])}
    assert set(listed) == {*report["passed"], *(one["rule"] for one in report["not_applicable"])}
    assert (listed["SPC-01"]["结果"], listed["SPC-01"]["原因"]) == ("不适用", "未加载评委会名册")
    assert listed["PUB-05"]["问题"]


def test_the_clauses_are_quoted(book):
    assert [row["条文"][:10] for row in rows(book["条文"])] == ["八、严格职称申报“三"]


def test_the_sheets_are_ready_to_print_and_to_filter(book):
    sheet = book["问题清单"]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.freeze_panes == "D2"
    assert sheet.auto_filter.ref == "A1:O3"
    assert sheet.print_title_rows == "$1:$1"

"""The report on a terminal."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from dossier.model import Outcome, Place, Value
from dossier.report import terminal_lines


def shown(report, width: int = 160) -> str:
    console = Console(file=io.StringIO(), width=width)
    for line in terminal_lines(report):
        console.print(line)
    return console.file.getvalue()


@pytest.fixture
def reject_report(record, judged, finding, report_of):
    return report_of(
        record,
        judged(
            finding("PUB-03", "没有公示单位鉴定意见", Place("03公示.pdf", 1)),
            finding("PUB-13", "印文看不清", outcome=Outcome.UNDECIDED),
        ),
    )


def test_the_verdict_and_the_number_come_first(reject_report):
    first, second, *_ = shown(reject_report).splitlines()
    assert "李晓峰" in first
    assert second.startswith("不予接收")
    assert reject_report["number"] in second


def test_a_defect_shows_code_message_place_clause_and_remedy(reject_report):
    text = shown(reject_report)
    assert "拒收 PUB-03 单位鉴定意见未公示：没有公示单位鉴定意见" in text
    assert "位置：03公示.pdf 第1页" in text
    assert "依据：晋人社厅函〔2025〕560号第八条" in text
    assert "怎么改（用人单位）：补充公示后重新提交" in text


def test_an_open_point_is_not_shown_as_a_defect(reject_report):
    text = shown(reject_report)
    assert "人工核验 PUB-13" in text
    assert "如属实，怎么改（用人单位）" in text


def test_the_three_items_are_shown_with_their_working_days(clean_report):
    text = shown(clean_report)
    assert all(item in text for item in ("评审条件和程序", "个人申报材料", "单位鉴定意见"))
    assert "2025年8月4日至2025年8月8日" in text


def test_square_brackets_of_a_dossier_are_not_markup(record, judged, finding, report_of):
    odd = replace(record, applicant={**record.applicant, "employer": Value("[bold]某[/bold]单位[/]")})
    report = report_of(odd, judged(finding("PUB-03", "见附件[1][/red]", Place("[a].pdf", 1))))
    text = shown(report)
    assert "[bold]某[/bold]单位[/]" in text
    assert "见附件[1][/red]" in text
    assert "[a].pdf" in text


def test_our_own_failures_are_shown_with_advice(record, judgement, report_of):
    failed = replace(judgement, failures=({"stage": "read", "what": "第3页未能读取", "hint": "重新扫描"},))
    assert "系统问题 read：第3页未能读取 重新扫描" in shown(report_of(record, failed))


def test_a_narrow_terminal_loses_nothing_of_a_message(reject_report):
    assert "没有公示单位鉴定意见" in shown(reject_report, width=40).replace("\n", "")

"""Certificates of results that tell in a table whether anybody objected, and words that are no names."""

from __future__ import annotations

import pytest

from dossier.extract.outcome import read_outcome
from dossier.extract.wording import NOT_A_NAME
from tests.extract.pages import Right, Table, Title, page, prose
from tests.extract.test_unseen_wordings_6 import FORM, of_kind

HEAD = ["次", "公示内容", "起止时间", "收到异议", "投诉举报"]
PERIODS = {"评审条件和程序": "2025年7月28日至8月1日", "个人申报材料": "2025年8月4日至8月8日"}


def outcome(dossier, *answers: tuple[str, str], said: str = "特此说明。"):
    rows = [
        [number, item, period, *answer]
        for number, (item, period), answer in zip("一二", PERIODS.items(), answers, strict=True)
    ]
    sheet = page(
        Title("公示情况汇总表"),
        "申报人：张三 申报职称：高级教练",
        Table([HEAD, *rows]),
        said,
        Right("平槐市体育学校"),
        Right("2025年8月18日"),
        number=2,
    )
    return of_kind(dossier(FORM, sheet), "publicity_result").get("outcome")


@pytest.mark.parametrize("none", ["无", "0", "没有", "0件"])
def test_a_head_received_objections_is_answered_by_the_rows_below_it(none, dossier):
    read = outcome(dossier, (none, none), (none, none), said="以上两次公示均满五个工作日，群众无反映，特此说明。")
    assert (read.value, read.confidence >= 0.9) == ("no_objection", True)


@pytest.mark.parametrize("some", ["有", "1件", "2"])
def test_one_answer_of_the_rows_that_there_was_something_is_an_objection(some, dossier):
    assert outcome(dossier, ("无", "无"), ("无", some)).value == "objection"


def test_rows_and_sentences_that_disagree_are_left_to_a_person(dossier):
    said = "公示期间收到1件举报。"
    assert outcome(dossier, ("无", "无"), ("无", "无"), said=said).reason == "ambiguous"
    assert outcome(dossier, ("无", "无"), ("无", "见附件"), said="特此说明。").reason == "ambiguous"


@pytest.mark.parametrize("said", ["受理异议总行纪委办公室,内线6119", "受理投诉举报人事科", "受理异议电话5550842"])
def test_who_takes_objections_in_is_no_objection(said):
    read = read_outcome(prose("我行公示了申报材料。", said))
    assert read.value != "objection"


@pytest.mark.parametrize("said", ["公示期间受理举报1件", "公示期间受理了关于张三的举报", "公示期间受理异议两件"])
def test_what_was_taken_in_is_an_objection(said):
    assert read_outcome(prose("我行公示了申报材料。", said)).value == "objection"


@pytest.mark.parametrize("word", ["经过宣", "从个人", "药农所"])
def test_words_of_sentences_are_no_names(word):
    assert NOT_A_NAME.search(word)

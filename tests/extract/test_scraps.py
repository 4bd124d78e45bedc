"""Scraps beside what is read: specks, figures of a seal, labels set downwards, print that shows through."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.pages import At, Gap, Right, Table, Title, page, seal

OPINIONS = (
    Title("专业技术职务任职资格评审表"),
    Table([["姓名", "张三", "申报职称", "高级工程师"]]),
    Gap(30),
    "单位推荐意见",
    "经审核，材料真实有效，经公示无异议，同意推荐其申报高级工程师职称。",
    "单位负责人：李四",
)


@pytest.mark.parametrize("scrap", ["93", "蓬"])
def test_a_scrap_beside_the_head_of_an_opinion_hides_none_of_what_stands_below_it(document, scrap):
    head = page(*OPINIONS, Gap(90))
    y = max(line.box.y1 for line in head.lines) + 90
    below = [At(70, y, "主管部门意见"), At(70, y + 26, "经审核，同意推荐。"), At(70, y + 110, "经办（签字）：")]
    x = 40 if scrap == "蓬" else 330
    shown = page(*OPINIONS, *below, At(x, y + 2, scrap, 10))
    stamps = (seal(400, y - 90, "某某学院"), seal(400, y + 70, "某某县教育局"))
    found = document(replace(shown, seals=stamps))
    assert found.get("superior_opinion").value == "经审核，同意推荐。"
    assert (found.get("unit_seal_text").value, found.get("superior_signed").value) == ("某某学院", True)


def test_a_speck_before_a_year_or_a_month_is_no_part_of_it(value, document):
    rows = [["登记年度", "公需科目", "专业科目", "合计"], ["2020.", "32", "64", "96"], [".2021", "32", "64", "96"]]
    years = value("years", page(Title("继续教育学时证明"), Table(rows)))
    assert [year["year"] for year in years] == [2020, 2021]
    form = page(Title("专业技术职务任职资格评审表"), Table([["毕业院校", "某某大学", "毕业时间", ". 2010.7"]]))
    assert document(form).get("graduated").value == "2010-07"


def test_print_that_shows_through_beside_an_addressee_is_no_part_of_it(value):
    letter = page(
        Title("关于委托评审工程系列高级职称的函"),
        "山西省人力资源和社会保障厅：\t高系野工审平升委干关",
        "现委托贵厅对我单位1名专业技术人员进行职称评审。",
        Right("某某能源集团有限公司人力资源部"),
        Right("2025年5月12日"),
    )
    assert value("addressee", letter) == "山西省人力资源和社会保障厅"


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("公示期间，收到异议件，收到投诉举报件。两人均无异议。", "no_objection"),
        ("公示期间，收到异议件，收到投诉举报件。", None),
        ("公示期间收到异议2件。", "objection"),
        ("公示期间收到举报人来信反映其论文抄袭。对其他人员无异议。", "objection"),
        ("公示期间收到举报件，经查不实。其他人员无异议。", None),
    ],
)
def test_a_count_of_complaints_that_was_not_read_is_no_objection(value, said, outcome):
    shown = page(Title("公示结果证明"), f"个人申报材料于2025年9月1日至9月9日张贴公示。{said}", Right("某某中学"))
    assert value("outcome", shown) == outcome


def test_letters_that_print_like_figures_are_figures_within_a_date(value):
    rows = ("公示时间：2025年6月9日至6月16日，未收到任何异议。", "出具日期：202S年6月17日")
    assert value("date", page(Title("公示情况证明"), *rows)) == "2025-06-17"


def test_entries_of_a_list_may_be_followed_by_ticks_and_preceded_by_specks(value):
    rows = (
        "一、.职称评审表....1页",
        "2 毕业证书\t1页\t有",
        "3.年度考核表(2020-2024,共5份)\t5页\t有",
        "9-聘书\t共3张",
        "5 公示\t1页.",
    )
    entries = value("entries", page(Title("申报材料目录"), *rows))
    assert [(entry["title"], entry["pages"]) for entry in entries] == [
        ("职称评审表", 1),
        ("毕业证书", 1),
        ("年度考核表(2020-2024,共5份)", 5),
        ("聘书", 3),
        ("公示", 1),
    ]


def test_authors_among_whom_print_shows_through_are_read_from_a_known_name_on_and_not_surely(dossier):
    form = page(
        Title("专业技术职务任职资格评审表"), Table([["姓名", "訾书禾", "申报职称", "高级工程师"]]), file="表.pdf"
    )
    rows = ("第8期\t2022年6月\tNo.8 2022.06", Title("大倾角煤层综采工艺研究"), Title("突瓶艺訾书禾,訾予安", 12))
    rest = ("摘要 针对存在的问题，提出改进措施。", "关键词 综采；优化", "文章编号 1978-2772(2022)06-0040-05")
    record = dossier(form, page(*rows, *rest, file="论文.pdf"))
    (paper,) = (document for document in record.documents if document.kind == "paper")
    assert paper.get("authors").value == ["訾书禾", "訾予安"]
    assert paper.get("authors").confidence < 0.8

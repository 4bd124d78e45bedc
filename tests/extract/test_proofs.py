"""Proofs and recognitions with options: the one ticked, and the one whose tick was not read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.pages import Right, Table, Title, page, seal

UNIT = "晋岭精工机械有限公司"


def postdoc(option: str):
    rows = [
        ["姓名", "穆清和", "进站时间", "2024年4月12日"],
        ["设站单位", "晋岭大学博士后科研工作站", "在站方式", option],
    ]
    return page(Title("博士后在站证明"), Table(rows, widths=[70, 160, 70, 155]))


@pytest.mark.parametrize(
    ("option", "full"),
    [("☑全职 □在职", True), ("□全职 ☑在职", False), ("全职", True), ("非全职", False)],
)
def test_full_time_is_what_is_ticked_or_said(document, option, full):
    found = document(postdoc(option))
    assert found.get("full_time").value is full
    assert (found.get("entered").value, found.get("station").value) == ("2024-04-12", "晋岭大学博士后科研工作站")


def test_an_option_beside_empty_boxes_is_chosen_but_not_surely(document):
    shown = page(Title("博士后在站证明"), "姓名：穆清和", "全脱产（全职）在站\t\t□在职（非全脱产）在站")
    found = document(shown).get("full_time")
    assert (found.value, found.confidence) == (True, 0.8)


def test_options_that_are_all_empty_say_nothing(document):
    assert (
        document(postdoc("□全职 □在职")).get("full_time") is None
        or not document(postdoc("□全职 □在职")).get("full_time").known
    )


OPTIONS = "□创新型中小企业\t\t制造业单项冠军企业"


def recognised(options: str, **more):
    return page(
        Title("企业认定登记表"), f"企业名称：{UNIT}", "专精特新认定类别", options, Right("晋岭省工业和信息化厅"), **more
    )


def test_a_class_whose_tick_was_not_read_is_not_sure(document):
    found = document(recognised(OPTIONS)).get("category")
    assert (found.value, found.confidence) == ("single_champion", 0.8)


def test_a_tick_of_a_symbol_font_is_sure(document):
    found = document(recognised(OPTIONS.replace("制造", "(cid:0)制造"))).get("category")
    assert found.value == "single_champion"
    assert found.confidence > 0.9


def test_a_recognition_in_sentences_names_its_enterprise(document):
    shown = page(
        Title("专精特新中小企业证书"),
        f"{UNIT}：",
        "经审核，认定你公司为专精特新中小企业，有效期自2023年7月1日至2026年6月30日。",
        Right("晋岭省工业和信息化厅"),
    )
    found = document(replace(shown, seals=(seal(430, 300, "晋岭省工业和信息化厅"),)))
    read = {name: found.get(name).value for name in ("enterprise", "category", "issuer")}
    assert read == {"enterprise": UNIT, "category": "specialised_sme", "issuer": "晋岭省工业和信息化厅"}


@pytest.mark.parametrize("words", ["调往", "调入"])
def test_who_signs_a_notice_of_transfer_is_not_who_moves(document, words):
    shown = page(
        Title("调动通知"),
        f"经研究，同意你单位穆清和同志由云台县机械厂{words}{UNIT}工作。",
        "承办人：白若水\t签发人：晁思齐",
        "（骑缝处盖章）",
    )
    assert document(shown).get("name").value == "穆清和"


def test_when_and_where_postdoctoral_work_began_is_read_from_sentences(document):
    words = "穆清和，女，于二〇二四年六月二十六日进入晋岭大学博士后科研工作站从事博士后研究工作。该同志系全脱产人员。"
    found = document(page(Title("博士后在站证明"), words))
    assert (found.get("entered").value, found.get("station").value) == ("2024-06-26", "晋岭大学博士后科研工作站")


def test_the_unit_addressed_is_the_one_left(document):
    words = f"根据工作需要，同意穆清和同志由你单位调入{UNIT}工作。"
    found = document(page(Title("商调函"), "云台县方德技术服务有限公司：", words))
    assert (found.get("from").value, found.get("to").value) == ("云台县方德技术服务有限公司", UNIT)


def test_the_company_named_alone_is_the_one_recognised(document):
    rows = (Title(UNIT), "通过", Title("晋岭省专精特新中小企业"), Right("晋岭省工业和信息化厅"), Right("2022年7月1日"))
    assert document(page(*rows)).get("enterprise").value == UNIT

"""Names weighed against each other, and what an identity card's number says of the rest of the card."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.extract.layout import lay_out
from dossier.model import Box, Line
from tests.extract.pages import Right, Table, Title, page


def card(name: str = "穆清和", sex: str = "女", born: str = "1986年3月5日", **more):
    return page(
        f"姓名 {name}",
        f"性别 {sex} 民族 汉",
        f"出生 {born}",
        "住址 山西省晋岭市云台县迎春街8号",
        "公民身份号码 149900198603050029",
        file="身份证.pdf",
        **more,
    )


def conduct(name: str, **more):
    return page(Title("无违纪处分证明"), f"姓名：{name}", "未受到任何党纪政务处分。", file="证明.pdf", **more)


def names(record) -> dict[str, float]:
    return {document.kind: document.get("name").confidence for document in record.documents}


def test_a_name_the_card_states_surely_is_sure_elsewhere(dossier):
    assert names(dossier(card(), conduct("穆清和", confidence=0.7)))["conduct"] == 0.9


def test_a_name_that_lost_its_rare_character_is_not_sure(dossier):
    assert names(dossier(card("穆赟"), conduct("穆赞")))["conduct"] == 0.8


def test_another_name_in_common_characters_stays_another_name(dossier):
    assert names(dossier(card("穆清和"), conduct("穆清河")))["conduct"] == 0.98


def test_what_the_number_repeats_is_sure_and_what_it_contradicts_is_not(document):
    sure = document(card(confidence=0.8))
    assert (sure.get("birth_date").confidence, sure.get("sex").confidence) == (0.97, 0.97)
    doubtful = document(card(sex="男", born="1986年8月5日"))
    assert (doubtful.get("birth_date").confidence, doubtful.get("sex").confidence) == (0.8, 0.8)


def test_a_number_whose_check_character_is_wrong_is_not_sure(document):
    wrong = card()
    lines = tuple(replace(line, text=line.text.replace("0029", "0028")) for line in wrong.lines)
    assert document(replace(wrong, lines=lines)).get("id_number").confidence < 0.85


def test_a_part_of_a_line_on_which_both_readings_agree_is_not_in_doubt():
    shown = page("学生穆清和，于二〇〇四年六月")
    (line,) = shown.lines
    disputed = replace(line, raw="学生穆清和，于二〇四年六月", confidence=0.79)
    (row,) = lay_out(replace(shown, lines=(disputed,))).rows
    assert row.spot(2, 5).confidence == 0.9
    assert row.spot(7, 12).confidence == 0.79


def test_words_before_a_name_of_several_parts_are_no_part_of_it(dossier):
    record = dossier(card("卓玛·央金"), conduct("兹聘请卓玛·央金"))
    assert next(d for d in record.documents if d.kind == "conduct").get("name").value == "卓玛·央金"


def test_a_name_that_lost_its_surname_in_a_place_wide_enough_for_it_is_the_known_one(dossier):
    narrow = dossier(card("仝景昊"), conduct("景昊"))
    assert next(d for d in narrow.documents if d.kind == "conduct").get("name").value == "景昊"
    sheet = page(Title("无违纪处分证明"), Table([["姓名", ""]]), "未受到任何党纪政务处分。", file="证明.pdf")
    lost = Line("景昊", Box(205.0, sheet.cells[1].y0 + 8, 241.0, sheet.cells[1].y0 + 20), 0.98)
    wide = dossier(card("仝景昊"), replace(sheet, lines=(*sheet.lines, lost)))
    assert next(d for d in wide.documents if d.kind == "conduct").get("name").value == "仝景昊"


def form(name: str, **more):
    rows = [["姓名", name, "性别", "男"], ["工作单位", "晋岭市云台中学", "申报职称", "工程师"]]
    return page(Title("专业技术职务任职资格评审表"), Table(rows), file="评审表.pdf", **more)


def test_a_rare_surname_is_read_as_the_known_one_where_people_are_listed(dossier):
    proof = page(Title("应用证明"), "项目名称：某煤矿统计模型研究", "主要完成人：逢建勋、狄小军", file="证明.pdf")
    achievement = dossier(form("逄建勋"), proof).documents[-1]
    assert achievement.get("members").value == ["逄建勋", "狄小军"]
    assert "冯建勋" not in dossier(form("冯建勋"), proof).documents[-1].get("members").value


def test_a_list_with_a_name_that_may_be_the_applicant_s_misread_is_not_sure(dossier):
    proof = page(Title("应用证明"), "项目名称：某煤矿统计模型研究", "主要完成人：于赛、狄小军", file="证明.pdf")
    assert dossier(form("于骞"), proof).documents[-1].get("members").confidence <= 0.8


def test_the_other_reading_of_a_line_settles_a_name_with_a_rare_letter(dossier):
    shown = conduct("穆赛")
    lines = tuple(replace(line, raw=line.text.replace("赛", "骞")) for line in shown.lines)
    assert dossier(card("穆骞"), replace(shown, lines=lines)).documents[-1].get("name").value == "穆骞"
    unread = dossier(card("穆骞"), shown).documents[-1].get("name")
    assert (unread.value, unread.confidence) == ("穆赛", 0.8)


def test_a_work_of_the_arts_is_named_with_its_genre(document):
    labelled = page(Title("获奖证书"), "作品：漆屏《某某图》", "作者：张三", "在某博览会评选中荣获金奖")
    assert document(labelled).get("title").value == "漆屏《某某图》"
    said = page(Title("获奖证书"), "张三同志：", "你的作品漆盘《某某晓》荣获第三届大赛二等奖。")
    assert document(said).get("title").value == "漆盘《某某晓》"


def test_whoever_signs_a_catalogue_is_no_entry_of_it(document):
    rows = [["材料名称", "页数"], ["1.毕业证书", "1"], ["2.身份证", "2"], ["申报人：张三", "2025"]]
    entries = document(page(Title("申报材料目录"), Table(rows))).get("entries").value
    assert [one["title"] for one in entries] == ["毕业证书", "身份证"]


def test_a_name_with_a_common_letter_for_its_rare_one_is_the_known_name(dossier):
    notice = page(
        Title("公示"),
        "现有雪樵、宓然两位同志分别申报副研究馆员、馆员。",
        "公示时间：2025年9月8日至9月16日",
        file="公示.pdf",
    )
    paper = page(
        Title("论文首页"), Title("壁画颜料研究", 16), "亿雪樵", "摘要：本文研究", "关键词：壁画", file="论文.pdf"
    )
    record = dossier(card("仉雪樵"), conduct("仇雪樵"), notice, paper)
    told = {document.kind: document for document in record.documents}
    name = told["conduct"].get("name")
    assert (name.value, name.confidence, name.method) == ("仉雪樵", 0.8, "derived")
    assert [one["name"] for one in told["publicity_notice"].get("applicants").value] == ["仉雪樵", "宓然"]
    assert told["paper"].get("authors").value == ["仉雪樵"]


def test_a_name_that_differs_in_a_common_letter_stays_what_it_is(dossier):
    record = dossier(card("仉雪樵"), conduct("仉雪桥"))
    assert next(iter(record.of_kind("conduct"))).get("name").value == "仉雪桥"


def test_a_unit_with_a_common_letter_for_its_rare_one_is_the_known_unit(dossier):
    form = page(
        Title("专业技术职务任职资格评审表"),
        Table([["姓名", "仉雪樵"], ["工作单位", "浍川职业技术学院"], ["申报职称", "讲师"]]),
        file="评审表.pdf",
    )
    notice = page(Title("公示"), "现将仉雪樵申报讲师的材料公示。", Right("法川职业技术学院"), file="公示.pdf")
    record = dossier(form, notice)
    assert next(iter(record.of_kind("publicity_notice"))).get("publisher").value == "浍川职业技术学院"


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ("仝力", "要全力做好高级工程师的申报"),
        ("仝文明", "精神文明、物质文明建设"),
        ("卞江", "沿下江段推进"),
        ("仝国", "全国高级工程师"),
    ],
)
def test_words_that_hold_the_letters_of_a_name_stay_words(dossier, known, said):
    record = dossier(card(known), page(Title("公示"), f"{said}。现将李强申报高级工程师的材料公示。", file="公示.pdf"))
    applicants = next(iter(record.of_kind("publicity_notice"))).get("applicants").value
    assert [one["name"] for one in applicants] == ["李强"]

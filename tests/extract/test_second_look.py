"""Words that other wordings made values of, or took for no values: hours in notices, chosen options, crafts, feet."""

from __future__ import annotations

import pytest

from dossier.extract.form_heads import heads_a_part
from dossier.extract.kinds.promises import handwriting_places
from dossier.policy import kinds_listed
from tests.extract.pages import Right, Table, Title, layout, page
from tests.extract.test_unseen_wordings_6 import FORM, UNIT, of_kind

ITEMS = "公示内容：评审条件和程序、个人申报材料、单位鉴定意见"


def _notice(*rows):
    return page(Title("关于职称申报人员的公示"), ITEMS, *rows, "联系电话：0351-2345678", Right(UNIT), number=2)


@pytest.mark.parametrize(
    "rows",
    [
        [Table([["起始时间", "2025年8月4日", "上午8:30"], ["截止时间", "2025年8月8日", "下午6:00"]])],
        ["公示时间：\t8月4日上午8:30", "至\t8月8日下午6:00"],
        [Table([["公示时间", "2025年8月4日\n上午8:30"], ["至", "2025年8月8日\n下午6:00"]])],
    ],
)
def test_hours_in_the_rows_of_a_notice_make_no_picture_of_it(rows, dossier):
    assert "publicity_notice" in [one.kind for one in dossier(FORM, _notice(*rows)).documents]


@pytest.mark.parametrize("said", ["有异议者请于2025年8月18日下午5:00前反映。", "评议会于2025年7月20日下午3:00召开。"])
def test_an_hour_in_a_sentence_is_not_when_a_picture_was_taken(said, dossier):
    shown = page("公示现场照片", Title("公示", 16), said, ITEMS, "公示时间：2025年8月4日至8月8日", number=2)
    assert of_kind(dossier(FORM, shown), "publicity_photo").get("date") is None


@pytest.mark.parametrize("opinion", ["一、同意推荐申报", "（一）同意推荐", "★同意推荐"])
def test_an_opinion_behind_a_number_is_an_opinion(opinion, dossier):
    shown = page(
        Title("专业技术职务任职资格评审表"),
        Table([["姓名", "张三"], ["单位意见", ""]][:1]),
        Table([["单位意见"], [opinion]]),
    )
    assert of_kind(dossier(shown), "review_form").get("unit_opinion").value == opinion


def test_a_filled_box_before_an_option_chooses_it(dossier):
    rows = [["姓名", "年度", "考核结果"], ["张三", "2023", "■合格"]]
    assert (
        of_kind(dossier(page(Title("年度考核登记表"), Table(rows))), "annual_assessment").get("grade").value == "合格"
    )


def test_headings_of_parts_are_told_from_what_is_said_or_chosen():
    assert all(map(heads_a_part, ["■ 工作自述", "三、现任职务", "学历信息", "四、单位推荐意见"]))
    assert not any(map(heads_a_part, ["●正常申报", "■全日制", "一、工程师", "一、条件二、材料三、意见", "■是"]))


@pytest.mark.parametrize(
    "credits", ["由王五任导演、李四任编剧、张三担任舞美设计", "由王五总导演、李四编剧、张三副导演"]
)
def test_the_word_before_a_craft_belongs_to_no_name(credits, dossier):
    shown = page(Title("业绩证明"), f"话剧《样本》于2023年首演，{credits}。", Right(UNIT), number=2)
    assert of_kind(dossier(FORM, shown), "achievement").get("members").value == ["王五", "李四", "张三"]


@pytest.mark.parametrize("more", ["、赵六和张三主演，公演30场", "，于2023年首演，张三负责灯光设计"])
def test_credits_that_go_on_are_not_sure_to_be_all(more, dossier):
    shown = page(Title("业绩证明"), f"话剧《样本》由王五编剧、李四导演{more}。", Right(UNIT), number=2)
    assert of_kind(dossier(FORM, shown), "achievement").get("members").confidence <= 0.6


def test_a_prize_that_names_the_applicant_elsewhere_has_no_sure_list_without_him(dossier):
    said = "汾州样本学校王五、李四设计的《样本》由张三导演，荣获一等奖。"
    shown = page(Title("获奖证书"), said, Right("样本教育局"), Right("2023年5月1日"), number=2)
    assert of_kind(dossier(FORM, shown), "award").get("recipients").confidence <= 0.6


@pytest.mark.parametrize(
    "rows",
    [
        ["王五", "李四", "张三", "本标准首次发布"],
        ["王五\t李四", "张三\t赵六"],
        ["王五（样本第一研究院）", "张三（样本第二研究院）"],
    ],
)
def test_drafters_end_where_the_rows_of_names_end(rows, dossier):
    cover = page(Title("山西省地方标准"), "DB14/T 2716-2023", Title("矿用压力变送器校准规范"), number=2)
    record = dossier(FORM, cover, page("前言", "主要起草人：", *rows, number=3))
    assert "张三" in of_kind(record, "standard").get("drafters").value


HEADS = ["公示内容", "起止时间", "收到异议（件）", "投诉举报（件）"]
PERIOD = "2025年8月4日至8月8日"


@pytest.mark.parametrize(
    ("answer", "foot"),
    [("0", []), ("无", [["经办人", "李四", "审核人", "王五"]]), ("未收到异议", []), ("没有", [["备注", "", "", ""]])],
)
def test_a_table_without_complaints_may_have_long_heads_and_a_foot(answer, foot, dossier):
    rows = [[item, PERIOD, answer, answer] for item in ("评审条件和程序", "个人申报材料")]
    shown = page(Title("公示情况汇总表"), Table([HEADS, *rows, *foot]), "特此说明。", Right(UNIT), number=2)
    assert of_kind(dossier(FORM, shown), "publicity_result").get("outcome").value == "no_objection"


def test_two_titles_behind_two_names_are_not_both_the_first(dossier):
    said = "张三、李四2人申报高级教师（张三）和一级教师（李四）。"
    people = of_kind(dossier(FORM, _notice(said, "公示时间：2025年8月4日至8月8日")), "publicity_notice").get(
        "applicants"
    )
    assert {"name": "李四", "title": "高级教师"} not in people.value


def test_whoever_is_said_to_work_where_he_came_to_did_not_leave_it(dossier):
    said = f"张三，经研究同意调入{UNIT}，现工作于{UNIT}。"
    shown = page(Title("人事调动通知"), said, Right("样本县教育局"), Right("2020年5月6日"), number=2)
    moved = of_kind(dossier(FORM, shown), "mobility")
    assert (moved.get("from"), moved.get("to").value) == (None, UNIT)


@pytest.mark.parametrize("row", ["手写签名并按手印", "本人亲笔签名，不得代签。"])
def test_a_word_on_how_to_sign_is_no_place_to_sign(row):
    assert not list(handwriting_places([layout(row)]))


@pytest.mark.parametrize("entry", ["最佳导演证书", "特聘教授证书", "客座研究员证书", "一等奖导演证书"])
def test_prizes_and_guests_hold_no_certificate_of_a_title(entry, policy):
    assert "title_certificate" not in kinds_listed(entry, policy)

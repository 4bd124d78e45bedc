"""What a notice or a certificate says of a publication: items, period, days, place, outcome, telephone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.extract.items import read_items
from dossier.extract.outcome import read_outcome
from dossier.extract.publicity import read_annex, read_complete_numbers, read_period, read_phone, read_stated_days
from dossier.extract.venues import read_venue
from dossier.model import Period
from dossier.text import check_character
from tests.extract.pages import Right, Table, Title, page, prose

CONDITIONS, MATERIALS, OPINION = "conditions_and_procedure", "application_materials", "unit_opinion"
ALL = [CONDITIONS, MATERIALS, OPINION]


def items(*rows: str):
    found = read_items(prose(*rows), None)
    return None if found is None else found.value


def venue(*rows: str):
    found = read_venue(prose(*rows), None)
    return None if found is None else found.value


def outcome(*rows: str):
    found = read_outcome(prose(*rows))
    return None if found is None else found.value


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("现将评审条件和程序予以公示。", [CONDITIONS]),
        ("现将申报条件、申报程序予以公示。", [CONDITIONS]),
        ("现将职称评审条件及程序予以公示。", [CONDITIONS]),
        ("现将推荐条件与推荐程序进行公示。", [CONDITIONS]),
        ("现将评审标准及评审程序予以公示。", [CONDITIONS]),
        ("现将张三同志的个人申报材料予以公示。", [MATERIALS]),
        ("现将张三同志的申报材料予以公示。", [MATERIALS]),
        ("现将张三同志的业绩材料予以公示。", [MATERIALS]),
        ("现将本人全部申报材料予以公示。", [MATERIALS]),
        ("现将张三同志的单位鉴定意见予以公示。", [OPINION]),
        ("现将单位推荐意见予以公示。", [OPINION]),
        ("现将单位对张三同志的考核鉴定意见张榜公布。", [OPINION]),
        ("现将评审条件和程序、个人申报材料、单位鉴定意见予以公示。", ALL),
        ("现将单位鉴定意见、评审条件和程序、个人申报材料予以公示。", ALL),
        ("我单位已将申报材料和单位鉴定意见在公告栏进行了公示。", [MATERIALS, OPINION]),
    ],
)
def test_items_are_known_by_any_of_their_wordings(sentence, expected):
    assert items(sentence) == expected


def test_a_notice_that_names_no_item_has_none():
    assert items("现将张三同志予以公示。") is None


def test_an_item_that_is_only_the_legal_basis_is_not_published():
    assert items("根据职称评审条件和程序的有关规定，现将张三同志的个人申报材料予以公示。") == [MATERIALS]


@pytest.mark.parametrize(
    "sentence",
    [
        "按照要求对评审条件和程序、个人申报材料、单位鉴定意见进行了公示。",
        "根据晋人社厅函〔2025〕560号文件要求，现将评审条件和程序、个人申报材料、单位鉴定意见予以公示。",
        "按规定公示评审条件和程序、个人申报材料、单位鉴定意见。",
    ],
)
def test_items_behind_a_legal_basis_are_published(sentence):
    assert items(sentence) == ALL


def test_an_item_to_be_published_later_is_not_published():
    assert items("现将个人申报材料予以公示，单位鉴定意见将另行公示。") == [MATERIALS]


def test_an_item_in_a_sentence_on_complaints_is_not_published():
    assert items("现将个人申报材料予以公示。如对单位鉴定意见有异议，请向人力资源部反映。") == [MATERIALS]


def test_items_behind_their_label_count_and_nothing_else():
    assert items("公示内容：个人申报材料", "公示时间：2025年8月4日至8月8日", "监督：评审条件和程序见省厅网站。") == [
        MATERIALS
    ]


def test_items_in_a_numbered_list_all_count():
    assert items("公示内容：", "1.评审条件和程序；", "2.个人申报材料；", "3.单位鉴定意见。") == ALL


def test_items_in_a_sentence_broken_over_rows_count():
    assert items("现将张三同志的评审条", "件和程序、个人申报材", "料、单位鉴定意见予以", "公示。") == ALL


def test_items_beside_their_label_in_a_table_count(value):
    shown = page(
        Title("公示"), Table([["公示内容", "个人申报材料、单位鉴定意见"], ["公示对象", "张三"]], widths=[90, 365])
    )
    assert value("items", shown) == [MATERIALS, OPINION]


def test_the_place_of_the_items_is_where_they_are_named():
    shown = prose("为做好职称工作，", "现将个人申报材料予以公示。")
    assert read_items(shown, None).box.y0 == 84.0


@pytest.mark.parametrize(
    "sentence",
    [
        "公示时间：2025年8月4日至2025年8月8日",
        "公示期：2025年8月4日至8日",
        "公示期限为2025年8月4日—8月8日，共5个工作日。",
        "自2025年8月4日起至2025年8月8日止予以公示。",
        "公示时间：2025.08.04-2025.08.08",
        "公示从2025年8月4日开始，至8月8日结束。",
        "二〇二五年八月四日至二〇二五年八月八日公示五个工作日。",
    ],
)
def test_a_period_is_read_however_it_is_written(policy, sentence):
    assert read_period(prose(sentence), None, policy.calendar).value == Period("2025-08-04", "2025-08-08")


@pytest.mark.parametrize("signed", ["2025年8月4日", "二〇二五年八月四日"])
def test_a_period_without_a_year_takes_the_only_year_of_the_page(policy, signed):
    found = read_period(prose("公示时间：8月4日至8月8日", signed), None, policy.calendar)
    assert found.value == Period("2025-08-04", "2025-08-08")


def test_a_period_without_a_year_on_a_page_of_two_years_is_not_guessed(policy):
    found = read_period(prose("依据2024年文件，公示时间：8月4日至8月8日", "2025年12月4日"), None, policy.calendar)
    assert found is None or not found.known


def test_a_period_in_the_month_of_the_day_at_the_foot_is_of_its_year(policy):
    found = read_period(prose("依据2024年文件，公示时间：8月4日至8月8日", "2025年8月4日"), None, policy.calendar)
    assert found.value == Period("2025-08-04", "2025-08-08")


def test_of_several_periods_the_one_beside_the_word_counts(policy):
    career = "该同志2010年7月1日至2025年7月1日在我单位从事勘察设计工作，历任助理工程师、工程师等职，业绩突出。"
    text = career + "公示时间为2025年8月4日至8月8日。"
    assert read_period(prose(text), None, policy.calendar).value == Period("2025-08-04", "2025-08-08")


def test_five_working_days_from_a_monday_end_on_friday(policy):
    found = read_period(prose("自2025年8月4日起公示5个工作日。"), None, policy.calendar)
    assert (found.value, found.method) == (Period("2025-08-04", "2025-08-08"), "derived")


def test_working_days_over_a_weekend_end_the_week_after(policy):
    found = read_period(prose("公示期为自2025年8月7日起5个工作日。"), None, policy.calendar)
    assert found.value == Period("2025-08-07", "2025-08-13")


def test_working_days_over_a_holiday_end_after_it(policy):
    found = read_period(prose("自2025年9月29日起公示5个工作日。"), None, policy.calendar)
    assert found.value == Period("2025-09-29", "2025-10-11")


def test_working_days_beyond_the_official_calendar_are_not_guessed(policy):
    assert read_period(prose("自2035年8月4日起公示5个工作日。"), None, policy.calendar) is None


@given(day=st.dates(min_value=date(2020, 1, 1), max_value=date(2025, 12, 1)), length=st.integers(0, 40))
def test_a_period_written_out_is_read_as_itself(policy_calendar, day, length):
    end = day + timedelta(days=length)
    text = f"公示时间：{day.year}年{day.month}月{day.day}日至{end.year}年{end.month}月{end.day}日"
    assert read_period(prose(text), None, policy_calendar).value == Period(day.isoformat(), end.isoformat())


@pytest.fixture(scope="module")
def policy_calendar(policy):
    return policy.calendar


def test_a_label_without_a_period_is_ambiguous_and_shows_its_place(policy):
    found = read_period(prose("公示时间：见公告栏"), None, policy.calendar)
    assert (found.value, found.reason) == (None, "ambiguous")


def test_a_page_that_says_nothing_of_a_period_leaves_it_out(policy):
    assert read_period(prose("公示期间未收到异议。"), None, policy.calendar) is None


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("共5个工作日", 5),
        ("为期五个工作日", 5),
        ("（7个工作日）", 7),
        ("公示不少于5个工作日", None),
        ("公示满5个工作日", None),
        ("公示五天", None),
    ],
)
def test_stated_days_are_the_number_written_and_no_bound(sentence, days):
    found = read_stated_days(prose(sentence))
    assert (None if found is None else found.value) == days


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("公示地点：单位公告栏", ["conspicuous_place"]),
        ("公示方式：在单位显著位置张贴", ["conspicuous_place"]),
        ("公示地点：办公楼一层大厅公示栏", ["conspicuous_place"]),
        ("公示方式：单位内部网站", ["internal_website"]),
        ("公示平台：单位OA系统", ["internal_website"]),
        ("公示网址：单位官网", ["public_website"]),
        ("公示方式：公司微信工作群", ["other"]),
        ("公示地点：单位公告栏及内部网站", ["conspicuous_place", "internal_website"]),
        ("现将有关材料在我单位公示栏予以公示。", ["conspicuous_place"]),
        ("我单位已于公告栏和内网进行了公示。", ["conspicuous_place", "internal_website"]),
        ("现予公示。", None),
    ],
)
def test_the_place_of_publication_is_read_as_codes(sentence, expected):
    assert venue(sentence) == expected


@pytest.mark.parametrize(
    "instruction",
    [
        "如有异议，请通过微信公众号反映。",
        "公示期间如有异议，请到公司大厅意见箱投递。",
        "对公示内容有异议的，可发送邮件或在OA系统留言。",
        "欢迎通过官网留言反映。",
    ],
)
def test_a_way_to_complain_is_no_place_of_publication(instruction):
    assert venue("现予公示。", instruction) is None


def test_an_office_for_complaints_is_no_place_of_publication():
    assert venue("公示地点：单位公告栏", "受理地点：办公楼三层人力资源部", "联系方式：微信12345") == [
        "conspicuous_place"
    ]


def test_a_place_beside_its_label_in_a_table_counts(value):
    shown = page(Title("公示"), Table([["公示地点", "单位公告栏"], ["监督方式", "微信群"]], widths=[90, 365]))
    assert value("venue", shown) == ["conspicuous_place"]


@pytest.mark.parametrize(
    "sentence",
    [
        "公示期间未收到任何异议。",
        "公示期内，未接到任何单位和个人的异议。",
        "公示期满无异议。",
        "公示期间没有收到投诉举报。",
        "截至目前，未收到群众反映。",
        "公示期间无人提出异议。",
        "公示无异议。",
        "均未收到不同意见。",
        "☑无异议 □有异议",
        "■无异议　□有异议",
        "√无异议 □有异议",
        "有无异议：无",
        "异议情况：无",
        "公示期间收到异议0件。",
        "收到投诉举报情况：无。",
        "公示期间未收到异议，欢迎继续监督。",
        "公示期间没有收到任何单位和个人提出的异议。",
    ],
)
def test_no_objection_is_read_however_it_is_said(sentence):
    assert outcome(sentence) == "no_objection"


@pytest.mark.parametrize(
    "sentence",
    [
        "公示期间收到异议1件。",
        "公示期间接到群众举报两起，已转纪检部门核实。",
        "公示期间有职工提出异议。",
        "公示期间收到关于张三同志的实名举报。",
        "□无异议 ☑有异议",
        "有无异议：有",
        "是否收到异议：是",
        "公示期间收到异议1件，经核实不属实，此外未收到其他异议。",
        "公示期间接到对申报人业绩材料的投诉。",
    ],
)
def test_an_objection_is_read_however_it_is_said(sentence):
    assert outcome(sentence) == "objection"


@pytest.mark.parametrize(
    "sentence",
    [
        "如有异议，请于公示期内反映。",
        "公示期间如收到异议，我单位将及时核查。",
        "特此证明。",
        "对公示有异议者，请实名反映。",
    ],
)
def test_an_instruction_is_no_outcome(sentence):
    assert outcome("我单位对张三同志进行了公示。", sentence) == "not_stated"


def test_two_boxes_without_a_tick_are_left_to_a_person():
    found = read_outcome(prose("公示期间：", "□无异议 □有异议"))
    assert (found.value, found.reason) == (None, "ambiguous")


def test_an_answer_in_the_next_cell_is_an_outcome(value):
    table = Table([["公示对象", "张三"], ["有无异议", "无"], ["备注", ""]], widths=[90, 365])
    assert value("outcome", page(Title("公示情况证明"), table)) == "no_objection"


def test_a_title_that_says_so_is_an_outcome():
    assert outcome("公示无异议证明", "兹证明张三同志的申报材料已公示。") == "no_objection"


def test_an_outcome_broken_over_rows_is_read():
    assert outcome("公示期间未收到任何单", "位和个人的异", "议。") == "no_objection"


def test_an_empty_page_says_nothing_of_an_outcome():
    assert outcome() is None


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("监督电话：0351-6789012", "0351-6789012"),
        ("联系电话：03516789012", "0351-6789012"),
        ("监督举报电话：（0351）6789012", "0351-6789012"),
        ("联系人：李四 电话：13903510000", "13903510000"),
        ("监督电话：6789012", "6789012"),
    ],
)
def test_a_telephone_number_stands_behind_its_label(sentence, number):
    assert read_phone(prose(sentence)).value == number


def test_a_telephone_number_does_not_run_on_into_the_date_below():
    assert read_phone(prose("监督电话：6789012", "2025年8月4日")).value == "6789012"


def test_a_number_that_nothing_announces_is_no_telephone():
    assert read_phone(prose("材料共13903510000份")) is None


def test_an_identity_number_is_no_telephone():
    assert read_phone(prose("举报人身份证149900198603151234")) is None


NUMBER = "14990019860315123"
NUMBER += check_character(NUMBER)


def test_a_complete_identity_number_on_a_notice_is_found():
    assert read_complete_numbers(prose(f"张三，身份证号{NUMBER}")).value == [NUMBER]


@pytest.mark.parametrize(
    "shown", ["149900********1234", NUMBER[:-1] + ("0" if NUMBER[-1] != "0" else "1"), f"{NUMBER}9"]
)
def test_a_masked_or_wrong_number_is_no_complete_one(shown):
    assert read_complete_numbers(prose(f"张三，身份证号{shown}")) is None


@pytest.mark.parametrize("sentence", ["附件：申报人员名单", "附件1：推荐人员汇总表", "人员名单附后", "名单见附件"])
def test_a_list_the_notice_points_to_is_found(sentence):
    assert read_annex(prose(sentence)) is not None


def test_a_notice_that_points_to_no_list_has_none():
    assert read_annex(prose("现将张三同志的申报材料予以公示。")) is None


def test_an_empty_box_before_the_objection_alone_means_the_other_answer_was_ticked():
    found = read_outcome(prose("公示结果：公示期间未收到任何异议\t□收到异议（另附材料）"))
    assert found.value == "no_objection"
    assert found.confidence <= 0.8


def test_both_answers_side_by_side_without_a_tick_go_to_a_person():
    found = read_outcome(prose("公示结果：公示期间未收到任何异议\t收到异议（另附材料）"))
    assert (found.value, found.reason) == (None, "ambiguous")


def test_items_behind_empty_boxes_are_not_published():
    found = read_items(prose("公示内容：", "☑评审条件和程序 □个人申报材料 □单位鉴定意见"), None)
    assert found.value == ["conditions_and_procedure"]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("评审条件和程序 □个人申报材料 □单位鉴定意见", [CONDITIONS]),
        ("□评审条件和程序 个人申报材料 □单位鉴定意见", [MATERIALS]),
        ("□评审条件和程序 □个人申报材料 单位鉴定意见", [OPINION]),
    ],
)
def test_an_item_without_a_box_among_empty_ones_was_ticked_and_is_not_sure(row, expected):
    found = read_items(prose("二、公示内容", row, "三、公示时间"), None)
    assert (found.value, found.confidence) == (expected, 0.8)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("单位鉴定意见另行公示。现将个人申报材料予以公示。",), [MATERIALS]),
        (("现将评审条件和程序、个人申报材料予以公示，单位鉴定意见未公示。",), [CONDITIONS, MATERIALS]),
        (("关于申报材料的公示", "现将张三同志的单位鉴定意见予以公示。"), [OPINION]),
        (("经审核申报材料，现将评审条件和程序予以公示。",), [CONDITIONS]),
        (("现将有关内容公示如下：", "1.评审条件和程序；", "2.个人申报材料；", "3.单位鉴定意见。"), ALL),
        (("我单位已按规定对张三同志进行了“三公示”。",), ALL),
        (("根据三公示的有关规定，现予公示。",), None),
    ],
)
def test_only_what_is_published_here_counts(rows, expected):
    assert items(*rows) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("公示方式：本单位内部网站（协同办公首页公告栏）发布", ["internal_website"]),
        ("公示方式：单位内网、公告栏", ["conspicuous_place", "internal_website"]),
        ("公示地点：办公区公告栏", ["conspicuous_place"]),
        ("公示方式：网上办事大厅", None),
        ("公示方式：□张榜 ☑单位内部网站 □微信群", ["internal_website"]),
        ("公示方式：未在内部网站发布，在单位公告栏张贴", ["conspicuous_place"]),
        ("公示地点：单位大门口宣传橱窗；企业微信", ["conspicuous_place", "other"]),
    ],
)
def test_a_board_on_a_page_is_no_board_and_boxes_choose(sentence, expected):
    assert venue(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "公示期间未有任何单位或个人提出异议。",
        "公示期内，未收到对张三同志申报材料的异议。",
        "异议情况：□有 ☑无",
        "有无异议：有□ 无☑",
        "公示期间收到书面异议0件。",
        "公示期间反映意见及处理情况：无",
        "公示期间未发现影响申报的问题。",
        "无异议（√） 有异议（ ）",
    ],
)
def test_nothing_received_is_no_objection_in_any_wording(sentence):
    assert outcome(sentence) == "no_objection"


@pytest.mark.parametrize("sentence", ["公示期间群众的异议另见附件。", "公示期间未有异议之外的反映人身份。"])
def test_words_of_complaint_that_are_not_understood_are_left_to_a_person(sentence):
    found = read_outcome(prose("我单位对张三同志进行了公示。", sentence))
    assert found is None or found.value != "not_stated"


def test_a_footnote_below_a_table_does_not_swallow_the_outcome_above_it():
    assert outcome("公示结果", "公示期间无异议", "备注", "如有异议请另附材料") == "no_objection"


def test_a_day_without_a_year_takes_the_year_of_a_stamp(policy):
    found = read_period(prose("公示时间：8月4日至8月8日", "2025.08.05 10:21"), None, policy.calendar)
    assert found.value == Period("2025-08-04", "2025-08-08")


def test_a_list_below_the_heading_of_the_contents_is_read_to_its_end():
    assert items(
        "一、公示内容",
        "（一）2025年度中小学教师高级职称评审条件和推荐评审程序；",
        "（二）段峪川同志的个人申报材料（教龄、任教学科、课时、考核、课",
        "题、论文、获奖等）；",
        "（三）学校对段峪川同志的鉴定意见。",
        "二、公示期限",
        "2025年9月22日至2025年9月29日，共7个工作日。",
    ) == [CONDITIONS, MATERIALS, OPINION]


@pytest.mark.parametrize(
    "rows",
    [
        ("现将任职评审条件（学历资历、工作量、业绩成果）和评审程序予以公示。",),
        ("现将评审条件和程序（含申报人员须提交的业绩成果要求）予以公示。",),
    ],
)
def test_what_an_item_is_made_of_in_brackets_is_no_other_item(rows):
    assert items(*rows) == [CONDITIONS]


def test_a_whole_item_in_brackets_behind_another_is_doubted():
    found = read_items(prose("现将张三同志的个人申报材料（含评审表、单位鉴定意见）予以公示。"), None)
    assert MATERIALS in found.value
    assert found.confidence <= 0.8


@pytest.mark.parametrize(
    "said",
    [
        "公司对张三形成的鉴定意见如下：遵章守纪，申报材料属实，同意推荐。",
        "单位推荐意见为：该同志符合评审条件，所报个人申报材料真实有效，同意推荐申报。",
    ],
)
def test_what_an_opinion_says_of_the_materials_does_not_publish_them(said):
    assert items(said, "现予公示。公示时间：2025年9月26日至9月30日") == [OPINION]


def test_items_that_head_an_enumeration_count_and_what_stands_below_them_does_not():
    rows = (
        "经个人申请、集体研究，拟推荐张三同志申报高级农艺师，现予公示。",
        "（一）评审条件与程序：按2025年度条件执行，程序为个人申报、单位审核；",
        "（二）个人申报材料：评审表、学历、业绩，原件备查；",
        "（三）单位鉴定意见：专业扎实，申报材料属实，同意推荐。",
    )
    assert items(*rows) == ALL


def test_an_item_below_the_heading_of_another_only_is_doubted():
    rows = (
        "现予公示：",
        "1.评审条件和程序：个人提交申报材料、单位审核、评委会评审；",
        "2.单位鉴定意见：同意推荐。",
    )
    found = read_items(prose(*rows), None)
    assert {CONDITIONS, OPINION} <= set(found.value)
    assert found.confidence <= 0.8


def test_a_notice_may_ask_in_its_labels_and_answer_beside_them(document):
    rows = [
        ["谁申报", "张三，申报高级教师"],
        ["公示什么", "一、张三的个人申报材料全套；\n二、学校的单位鉴定意见（“教学认真，同意推荐”）。"],
        ["在哪里", "教学楼入口公示栏"],
        ["多长时间", "2025年8月4日至2025年8月12日"],
        ["向谁反映", "校办公室王老师0351-5559034"],
    ]
    found = document(page(Title("公示"), "全体教职工：", Table(rows, (80, 380), 44), Right("汾州样本中学")))
    assert found.kind == "publicity_notice"
    assert found.get("items").value == [MATERIALS, OPINION]
    assert [one["name"] for one in found.get("applicants").value] == ["张三"]
    assert found.get("period").value == Period("2025-08-04", "2025-08-12")
    assert found.get("venue").value == ["conspicuous_place"]
    assert found.get("phone").value == "0351-5559034"


def test_a_notice_headed_as_an_announcement_names_nobody_by_its_first_words(document):
    text = "根据上级安排，学校开展2025年职称申报工作，现将评审条件和程序公布在办公楼公示栏。"
    found = document(page(Title("公告"), text, "公布期：2025年8月4日至2025年8月12日", Right("汾州样本中学")))
    assert (found.kind, found.get("items").value, found.get("applicants")) == ("publicity_notice", [CONDITIONS], None)


def test_the_day_below_a_table_of_days_signs_a_result(dossier):
    table = Table([["公示事项", "起止日期"], ["申报材料", "2025年9月8日至\n2025年9月16日"]])
    rows = ["公示期内没有收到异议。特此报告。", Right("样例小学"), Right("2025年9月17日")]
    record = dossier(page(Title("公示结果报告"), table, *rows))
    assert record.documents[0].get("date").value == "2025-09-17"


def test_items_may_be_listed_below_how_many_they_are():
    rows = (
        "现将以下三方面内容一并公示：",
        "（一）高级工程师的评审条件和评审程序；",
        "（二）张三的个人申报材料；",
        "（三）公司对张三的鉴定意见：技术水平高，同意推荐。",
    )
    assert items(*rows) == ALL


def test_entries_below_what_announces_them_are_all_published(document):
    shown = page(
        Title("关于职称申报有关事项的公示"),
        "按照规定，现公示以下内容：",
        "1.评审条件和程序（见文件摘录）；",
        "2.个人申报材料（原件可查阅）；",
        "3.单位鉴定意见（见名单末栏）。",
        "公示时间为2025年10月9日至2025年10月16日。",
        Right("晋中样例机械有限公司"),
        Right("2025年10月9日"),
    )
    assert document(shown).get("items").value == ALL


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("现在办公楼前公示。", "办公楼前"),
        ("于2025年8月4日至8月8日在局机关进行了公示。", "局机关"),
        ("通过单位电子屏进行公示。", "单位电子屏"),
    ],
)
def test_a_place_no_list_knows_is_a_place_and_not_sure(sentence, place):
    found = read_venue(prose(sentence), None)
    assert found is not None
    assert (found.value, found.raw) == (["other"], place)
    assert found.confidence <= 0.6


@pytest.mark.parametrize(
    "sentence",
    [
        "现予以公示。",
        "在本单位进行公示。",
        "在全体职工范围内进行了公示。",
        "于2025年8月4日至8月8日公示。",
        "在公示期内公示材料齐全。",
        "如有异议，请在公示期间向办公室反映。",
    ],
)
def test_a_time_or_the_unit_alone_is_no_place(sentence):
    assert venue(sentence) is None


@pytest.mark.parametrize(
    "sentence", ["公示结束，未发现问题。", "经公示，群众满意，同意上报。", "公示期间没有任何问题。"]
)
def test_words_that_may_mean_that_nobody_objected_are_left_to_a_person(sentence):
    assert outcome(sentence) is None


def test_a_step_of_the_procedure_is_no_item_published():
    steps = "申报程序为个人申报、科室初审、材料公示、领导班子推荐、推荐意见公示、上级审核。"
    assert items("现将评审条件和程序、个人申报材料予以公示。", steps) == [CONDITIONS, MATERIALS]
    assert items("现将评审条件和程序、单位推荐意见予以公示。", steps) == [CONDITIONS, OPINION]


@pytest.mark.parametrize("end", ["。", "：", ""])
def test_numbered_items_that_head_a_paragraph_each_are_published(end):
    rows = (
        "现就以下三方面内容一并公示。",
        f"一、评审条件和程序{end or '。'}按现行评审条件执行，员工申请后由委员会评议。",
        f"二、个人申报材料{end or '。'}学历、业绩、论文等原件存人力部，公示期内均可查阅。",
        f"三、单位推荐意见{end or '。'}见下表。",
    )
    assert items(*rows) == ALL


def test_the_letter_o_of_an_office_system_may_be_read_as_a_nought():
    assert venue("公示期间在公司一层公告栏和0A系统公示。") == ["conspicuous_place", "internal_website"]


def test_numbered_items_on_rows_of_their_own_are_published():
    heads = ("一、评审条件和程序", "按现行评审条件执行。", "二、个人申报材料", "学历、业绩、论文等存人力部备查。")
    assert items("现将有关事项公示。", *heads, "三、公示时间：2025年8月4日至8月8日") == [CONDITIONS, MATERIALS]


@pytest.mark.parametrize(
    "rows",
    [
        [
            "现对如下事项进行公示：",
            "（1）测绘专业职称评审条件、评审程序；",
            "（2）张文、李武二人的个人申报材料；",
            "（3）中心出具的单位鉴定意见。",
        ],
        ["现公示：一、建设工程专业职称评审条件及程序；二、下表人员的申报材料；三、", "公司对下表人员的鉴定意见。"],
        [
            "公示内容包括三项：一是高级职称评审条件和程序；二",
            "是两位同志的个人申报材料；三是中心对两位同志的推荐鉴定意见。",
        ],
        ["依规将“评审条件和程序、个人申报材料、单位鉴定意见”三项内容公之于众。"],
        [
            "现就以下内容进行集中公示：",
            "1.条件和程序：晋升高级职称的条件、评审程序；",
            "2.个人材料：三名同志提交的申报材料；",
            "3.单位意见：中心对三名同志的考核鉴定意见。",
        ],
        [
            "现把高级教师的申报条件、评审的办法步骤，茹老师本人报送的全部材料，还有学校对她的鉴定意见，一起贴在校门口",
            "公示栏里。",
        ],
        [
            "有关情况向社会公示：",
            "（一）评审条件、评审程序；",
            "（二）张三同志个人申报材料目录及主要内容；",
            "（三）我馆鉴定意见：张三同志业务熟练，同意推荐。",
        ],
    ],
)
def test_the_three_items_are_read_from_the_lists_of_many_offices(rows):
    assert items(*rows) == ALL


def test_items_in_the_rows_of_a_table_are_all_read(value):
    rows = [
        ["序号", "公示事项", "公示载体"],
        ["1", "职称申报条件、评审程序", "OA附件1（政策文件）"],
        ["2", "本人全部申报材料", "OA附件2（扫描件）"],
        ["3", "单位考核推荐意见", "OA附件3"],
    ]
    lead = "现就以下信息在OA系统“人事公示”板块公开："
    assert value("items", page(Title("关于职称申报“三公示”的通告"), lead, Table(rows, [40, 180, 180]))) == ALL


@pytest.mark.parametrize(
    "title",
    [
        "关于公示我院2025年职称申报人员有关材料的通知",
        "关于2025年职称申报“三公示”的通告",
        "关于出版系列职称申报材料公示的启事",
    ],
)
def test_a_notice_is_known_by_the_titles_offices_give_it(document, title):
    shown = page(Title(title), "现将评审条件和程序、个人申报材料予以公示。", "公示时间：2025年8月4日至8月8日")
    assert document(shown).kind == "publicity_notice"


def test_a_bare_certificate_that_nobody_objected_is_the_result(document):
    text = [
        "兹证明我院张三同志申报副主任医师，其评审条件和程序、个人申报材料及医院鉴定意见，",
        "已于2025年11月3日至11月7日在我院大厅公示栏张榜公示。公示期内无异议。",
        "特此证明。",
    ]
    shown = document(page(Title("证明"), *text, Right("某某医院"), Right("2025年11月10日")))
    assert (shown.kind, shown.get("outcome").value) == ("publicity_result", "no_objection")


def test_below_the_bare_head_of_a_notice_stands_what_is_published_and_no_other_title(document):
    text = "经考核，我院对张三同志鉴定如下：医德良好。同意推荐其申报主任中医师。"
    shown = document(page(Title("公示（三）"), Title("单位鉴定意见", 18), text, "公示时间：10月15日至10月22日"))
    assert shown.kind == "publicity_notice"


def test_a_period_may_begin_and_end_in_words_of_its_own(value):
    shown = page(Title("公示"), "公示期限五个工作日，9月24日开始，9月29日结束。", Right("2025年9月23日"))
    assert value("period", shown) == Period("2025-09-24", "2025-09-29")


def test_a_count_of_days_may_stand_behind_the_word(value):
    assert value("stated_days", page(Title("公示"), "公示期限：2025.08.11～2025.08.18，其间工作日6天。")) == 6


def test_a_telephone_of_a_person_who_takes_remarks_is_read(value):
    assert value("phone", page(Title("公示"), "意见反馈：人事行政部钱女士13100000415")) == "13100000415"


def test_an_objection_is_told_with_what_came_of_looking_into_it():
    rows = [
        "期间收到1条反映，说下乡支援时间不够。经院务会调阅派遣单、考勤表，并向受援卫生室核对，",
        "反映不属实，已当面说明。除此之外无其他异议。",
    ]
    found = read_outcome(prose(*rows))
    assert (found.value, "反映不属实" in found.raw) == ("objection", True)
    assert "属实" not in read_outcome(prose("公示期间收到1人反映，正在了解。")).raw


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["公示第四天，纪检办接到通防区职工来电一件，反映项目排名与实际不符。", "其余4人未接到反映。"], "objection"),
        (["10月23日收到匿名信一封，称设计系他人代做。除此之外再无别的意见。"], "objection"),
        (["其余4人未接到反映。"], None),
        (["条件和程序公布后没有意见。10月20日，一名职工书面提出代表作标注有误，", "后自愿撤回。"], None),
        (["干部群众一致没有异议。"], "no_objection"),
        (["没有人说不行。"], "no_objection"),
        (["公示期间收到咨询电话一个，未收到异议。"], "no_objection"),
    ],
)
def test_complaints_are_told_in_many_words(rows, expected):
    assert outcome(*rows) == expected


EVERYDAY = (
    ["公示硬杠杠和评审流程、3人交上来的申报材料、公司写的推荐鉴定，全套贴在食堂门口。"],
    [
        "各系列参评的资格尺度以及从报名、答辩到投票的办事步骤公示；",
        "四名同志自行填报的表册公示；",
        "集团对四名同志作出的考察评语公示。",
    ],
    ["公示评选标准、评选章程、个人申报卷宗、艺委会给二位写的推荐评语。"],
)


@pytest.mark.parametrize("rows", EVERYDAY)
def test_the_items_are_known_in_everyday_words(rows):
    assert items(*rows) == ALL


def test_an_item_that_a_notice_hints_at_in_other_words_is_not_surely_missing():
    hinted = read_items(prose("现将张三同志的个人申报材料公示，站里的考评也贴在旁边。"), None)
    assert (hinted.value, hinted.confidence <= 0.8) == ([MATERIALS], True)
    unsaid = read_items(prose("现将张三同志的个人申报材料公示。"), None)
    assert (unsaid.value, unsaid.confidence > 0.9) == ([MATERIALS], True)


def test_what_is_sent_to_a_group_is_published_there_from_the_day_it_was_sent(document):
    rows = [
        "条件和程序、个人申报材料和站里写的推荐鉴定，以上全部发在“一家人”微信群里，请大家看，",
        "10月16号发，10月23号截止。",
    ]
    shown = document(page(Title("公示"), *rows, Right("某某种子站"), Right("2025年10月16日")))
    assert shown.get("venue").value == ["other"]
    assert shown.get("period").value == Period("2025-10-16", "2025-10-23")

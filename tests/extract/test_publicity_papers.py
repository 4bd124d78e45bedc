"""Notices, results, opinions and the letters around them, in wordings and layouts that no list names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.model import Box, Period
from tests.extract.pages import At, Right, Table, Title, page, seal

UNIT, DAY = "晋岭重型机械有限公司", "2025年9月16日"
SIGNED = (Right(UNIT), Right(DAY))


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("unit_opinion", "关于沈一航同志的综合评价意见"),
        ("unit_opinion", "单位考核推荐情况表"),
        ("unit_opinion", "用人单位评价意见书"),
        ("publicity_result", "职称申报公示情况一览"),
        ("publicity_result", "公示反馈表"),
        ("secondment", "教师赴企业实践锻炼派遣函"),
        ("catalogue", "档案袋内材料登记"),
        ("catalogue", "装袋清单"),
        ("exceptional_case", "破格申报情况说明"),
        ("mobility", "员工流动审批表"),
    ],
)
def test_a_paper_is_told_by_a_title_no_list_names(document, kind, title):
    assert document(page(Title(title), "沈一航同志现任我公司工程师。", *SIGNED)).kind == kind


def test_the_person_who_opens_a_paragraph_is_whom_a_proof_is_about(value):
    body = "沈一航同志（身份证号149900198603120013）系我公司职工，未受过党纪、政务处分。"
    assert value("name", page(Title("党风廉政情况鉴定"), "", body, *SIGNED)) == "沈一航"


def test_what_begins_a_broken_row_is_no_person(document):
    rows = ("经我公司本年度职称评议推荐小组讨论并经票决，认为技术中心机械室设计人员沈", "文斌同志符合条件。")
    read = document(page(Title("单位推荐意见"), *rows, *SIGNED)).get("name")
    assert read is None or read.value != "文斌"


def test_refusing_to_recommend_somebody_is_no_recommendation(value):
    body = "经小组审议，不同意推荐其参加本年度高级经济师评审。"
    assert value("agrees", page(Title("单位推荐意见"), body, *SIGNED)) is False


def test_the_last_row_of_a_name_that_a_cell_breaks_is_no_unit(value):
    table = Table([["盖章", "晋岭农村商业银行股份\n有限公司", "时间", "2025年4月18日"]], widths=[60, 200, 60, 120])
    assert value("employer", page(Title("单位推荐意见表"), "同意推荐。", table)) != "有限公司"


@pytest.mark.parametrize(
    "rows",
    [
        [["序号", "材料名称", "页次"], ["1", "评审表", "1-10"], ["2", "身份证", "11"], ["3", "考核表", "12-16"]],
        [
            ["序号", "材料名称", "起页", "止页"],
            ["1", "评审表", "1", "10"],
            ["2", "身份证", "11", "11"],
            ["3", "考核表", "12", "16"],
        ],
    ],
)
def test_a_page_between_the_ranges_of_a_catalogue_is_one_page(value, rows):
    entries = value("entries", page(Title("材料目录"), Table(rows)))
    assert [entry["pages"] for entry in entries] == [10, 1, 5]


def test_a_period_with_hours_is_no_stamp_of_a_camera(document):
    period = "公示时段：2025年9月22日8:00起，至2025年9月26日18:00止"
    assert document(page(Title("公示"), "公示对象：沈一航", period, *SIGNED)).kind == "publicity_notice"


def test_complaints_that_were_counted_are_objections(value):
    body = "公示期间共收到3条实名意见，经核查部分成立；其余人员未收到异议。"
    assert value("outcome", page(Title("公示结果报告"), body, *SIGNED)) == "objection"


def test_the_title_borne_is_not_the_one_applied_for(value):
    rows = ("公示对象：沈一航（技术中心 经济师）", "申报资格：高级经济师", "公示时间：2025年9月22日至9月26日")
    assert value("applicants", page(Title("公示"), *rows, *SIGNED)) == [{"name": "沈一航", "title": "高级经济师"}]


def test_words_before_a_comma_are_no_applicant(value):
    body = "按照省厅安排，沈一航同志拟申报高级经济师，经本人申请，现予以公示。"
    assert [one["name"] for one in value("applicants", page(Title("公示"), body, *SIGNED))] == ["沈一航"]


def test_a_heading_behind_a_signed_letter_begins_another_paper(dossier):
    letter = page(Title("关于委托评审的函"), "山西省水利厅：", "特委托贵厅代为评审。", *SIGNED)
    other = page(Title("教师赴企业实践锻炼派遣函"), "晋岭智算有限公司：", "派出沈一航到贵公司工作。", *SIGNED, number=2)
    assert [one.kind for one in dossier(letter, other).documents] == ["commission_letter", "secondment"]


def test_a_unit_spoken_to_is_named_where_the_letter_is_addressed(value):
    rows = ("晋岭智算有限公司：", "现派出沈一航同志到贵公司研发部从事技术研发工作。")
    assert value("enterprise", page(Title("选派函"), *rows, Right("河东师范学院"), Right(DAY))) == "晋岭智算有限公司"


def test_a_proof_with_an_identity_number_is_no_identity_card(document):
    body = "兹有我辖区居民沈一航（公民身份号码：149900198603120013），原名沈航，沈航与沈一航系同一人。"
    assert document(page(Title("证明"), body, "特此证明。", *SIGNED)).kind == "name_change_proof"


def test_no_letter_and_no_call_is_no_objection(value):
    assert value("outcome", page(Title("公示结果说明"), "公示期内无来信、来电、来访。", *SIGNED)) == "no_objection"


POSTED = (
    "本公司今年参加职称评审的职工共两人，姓名、所报资格和公司鉴定意见列在下面。",
    "评审条件和程序（工程系列评审条件摘要、公司推荐办法）、每人的申报表和证明材料，同时张挂于此。",
    Table(
        [
            ["姓名", "所在部门", "现资格", "所报资格", "单位鉴定意见"],
            ["樊立群", "生产技术部", "工程师", "高级工程师", "九票同意，推荐"],
            ["祝，彦", "客服中心", "无", "助理工程师", "九票同意，推荐"],
        ],
        widths=[70, 90, 80, 90, 125],
    ),
    "张挂处：公司办公楼一楼大厅公开栏",
    "张挂起止：2025年8月25日起，9月2日止，计7个工作日",
    Right("岢阳市恒暖热力有限责任公司"),
    Right("2025年8月25日"),
)


def test_what_is_posted_in_an_office_s_own_words_is_published(document):
    found = document(page(Title("2025年职称申报公示"), *POSTED))
    assert found.get("items").value == ["conditions_and_procedure", "application_materials", "unit_opinion"]
    assert found.get("period").value == Period("2025-08-25", "2025-09-02")
    assert found.get("applicants").value == [
        {"name": "樊立群", "title": "高级工程师"},
        {"name": "祝彦", "title": "助理工程师"},
    ]


def test_the_first_sentence_of_a_notice_is_no_letterhead(document):
    said = (
        "今年中小学教师职称评审开始了。高级教师的评审条件和评审程序全文贴在本通知后面。",
        "时间：2025年4月25日到4月30日。",
        Right("2025年4月24日"),
    )
    found = document(page(Title("公示"), *said, seals=(seal(440, 300, "岢阳县实验中学", confidence=0.98),)))
    assert found.get("publisher").value == "岢阳县实验中学"
    assert found.get("items").value == ["conditions_and_procedure"]


def test_what_was_made_of_a_seal_s_ring_is_no_part_of_the_unit_beside_it(document):
    shown = page(
        Title("公示"),
        "现将申报材料公示如下。公示时间：2025年4月25日至5月7日。",
        "公示地点：教学楼一层大厅公示栏。",
        "监督电话：0394-4471120。",
        At(330, 300, "湖阳县实验中", 18),
        At(428, 330, "岢阳县实验中学"),
        At(440, 354, "2025年4月24日"),
    )
    lines = [
        replace(line, box=Box(330, 300, 444, 356), confidence=0.16) if "湖阳" in line.text else line
        for line in shown.lines
    ]
    assert document(replace(shown, lines=tuple(lines))).get("publisher").value == "岢阳县实验中学"


def test_items_with_dashes_behind_a_call_for_opinions_are_published(document):
    shown = page(
        Title("公示"),
        "依照职称申报“三公示”制度，把下列三项内容公开，听取大家意见：",
        "①评审条件和程序——统计系列、工程系列评审条件全文及申报流程；",
        "②个人申报材料——两人的评审表、证书、业绩佐证（隐去身份证号）；",
        "③ 单位鉴定意见——两人均符合条件，公司同意推荐。",
        "公示期 2025年9月22日—2025年9月28日",
    )
    found = document(shown).get("items")
    assert found.value == ["conditions_and_procedure", "application_materials", "unit_opinion"]
    assert found.confidence > 0.9


def test_the_number_of_a_notice_names_nobody(document):
    said = "本年度我公司有澹台雪宁（拟申报高级统计师）、巫启航（拟申报工程师）两位同事申报职称，现公示申报材料。"
    shown = page(At(220, 60, "云杉数科〔2025〕人字18号"), Title("关于申报2025年度职称人员的公示"), said)
    named = [one["name"] for one in document(shown).get("applicants").value]
    assert named == ["澹台雪宁", "巫启航"]


def test_people_listed_below_their_titles_apply_for_these(document):
    shown = page(
        Title("申报职称人员公示"),
        "中心推荐小组已逐一审议并形成鉴定意见，现一并公布如下：",
        "一、申报正高级农艺师二人：邰长河、仲孙芸；",
        "二、申报高级农艺师四人：逢景和、厍向东、晏平、鄂晓岚；",
        "公示自2025年10月20日起至10月28日止，七个工作日。",
    )
    applicants = document(shown).get("applicants").value
    assert {"name": "逢景和", "title": "高级农艺师"} in applicants
    assert {"name": "邰长河", "title": "正高级农艺师"} in applicants


def test_a_subject_behind_a_title_is_nobody(document):
    shown = page(Title("公示"), "现将郏景和申报高级农艺师的申报材料公示如下。申报专业及职称：高级农艺师：作物栽培；")
    assert [one["name"] for one in document(shown).get("applicants").value] == ["郏景和"]


def test_the_title_held_is_not_the_one_applied_for(document):
    said = "胥宏图工程师，破格申报高级工程师；丛立新助理工程师，申报工程师。三人的申报材料放在人力资源部，现予公示。"
    assert document(page(Title("公示"), said)).get("applicants").value == [
        {"name": "胥宏图", "title": "高级工程师"},
        {"name": "丛立新", "title": "工程师"},
    ]


def test_a_page_of_the_office_s_site_with_three_items_in_its_heading_is_publicity(document):
    shown = page(
        Title("职称申报“三公示”（评审条件和程序、个人申报材料、单位鉴定意见）"),
        "公示期限：2025年10月9日-2025年10月17日，共8个工作日。",
        "公示对象：胥宏图（破格申报高级工程师）、丛立新（申报工程师）。",
        "单位鉴定意见：材料真实，符合条件，同意推荐。",
    )
    assert document(shown).kind in ("publicity_notice", "publicity_photo")


def test_a_commission_in_a_sentence_names_whom_and_in_what_series(document):
    found = document(
        page(
            Title("关于委托开展高级职称评审的函"),
            "山西省人力资源和社会保障厅：",
            "拟委托贵省开展下列人员的职称评审：郏景和，农业技术系列农艺专业，申报副高级职称（高级农艺师）。",
            Right("中国华夏旱作农业研究院人事局"),
            Right("2025年11月5日"),
        )
    )
    read = (found.get("names").value, found.get("series").value, found.get("level").value)
    assert read == (["郏景和"], "农业技术系列", "副高级")


def test_a_notice_headed_in_brackets_with_items_by_the_stems_is_one(document):
    shown = page(
        Title("告示"),
        Title("（职称申报三公示）", 14),
        "全校教职工：",
        "今年我校有三名教师申报职称：祁守田申报高级讲师，竺清扬申报讲师。学校把下面三样材料一并公示：",
        "甲、技工院校教师评审条件和评审程序；",
        "乙、三名教师的个人申报材料；",
        "丙、学校对三名教师的单位鉴定意见（一致同意推荐）。",
        "公示时间：2025年9月15日至9月22日，六个工作日。",
    )
    found = document(shown)
    assert found.kind == "publicity_notice"
    assert found.get("items").value == ["conditions_and_procedure", "application_materials", "unit_opinion"]

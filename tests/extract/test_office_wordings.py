"""What offices write in their own words: notices told by what they say, lists of any numbering, people in tables."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.extract.announcing import announced
from dossier.extract.applicants import read_applicants
from dossier.extract.items import read_items
from dossier.extract.layout import lay_out
from dossier.extract.outcome import read_outcome
from dossier.extract.sentences import Prose
from dossier.model import Box, Period
from tests.extract.pages import Right, Table, Title, layout, page, prose, seal

CONDITIONS, MATERIALS, OPINION = "conditions_and_procedure", "application_materials", "unit_opinion"
ALL = [CONDITIONS, MATERIALS, OPINION]
OPEN_NOTICE = (
    "各车间、部门员工：",
    "公司熔炼车间张三今年申报铸造专业工程师，按规定公开下面几样：",
    "(1)市人社局发的评审通知，里面有申报要哪些条件、怎么评；",
    "(2)张三交的材料（评审表、毕业证、社保清单等复印件）；",
    "(3)公司给他写的推荐意见。",
    "以上均贴在一车间门口公告栏，从2025年9月29日起贴到10月9日。",
    "谁有不同看法，可打0354-5550722。",
)


def test_a_notice_is_told_by_what_it_says_whatever_it_is_headed(document):
    shown = page(Title("职称申报公开事项"), *OPEN_NOTICE, Right("某某铸造有限公司"), Right("2025年9月29日"))
    read = document(shown)
    assert read.kind == "publicity_notice"
    assert read.get("items").value == ALL
    assert read.get("period").value == Period("2025-09-29", "2025-10-09")


def test_what_speaks_of_an_application_without_publishing_it_is_no_notice():
    rows = [row for row in OPEN_NOTICE if "公开" not in row and "贴" not in row]
    assert announced([layout(*rows).flow]) is None


def test_a_page_that_says_that_nobody_objected_is_a_result():
    assert announced([layout(*OPEN_NOTICE, "公示期间未收到异议。").flow]) == "publicity_result"


@pytest.mark.parametrize(
    "rows",
    [
        ["现贴出：①申报标准和考评流程；②两人交来的申报表、证书等全套资料；③院方写的评语和推荐意见。"],
        [
            "现就有关内容张贴公布，请全院职工对照评议。",
            "（一）省里下发的申报条件、评审程序；",
            "（二）二人的业绩成果和佐证材料；",
            "（三）医院推荐委员会对二人的考核推荐结论。",
        ],
        [
            "将下列事项一次张榜：",
            "甲、评审文件：《专业人员职称评审条件》以及我馆《推荐办法》；",
            "乙、参评材料：榜上各人的履历、证书；",
            "丙、推荐结论：馆党委的综合鉴定。",
        ],
        [
            "下列材料自2025年9月1日起至9月5日公示5个工作日：",
            "1.评审实施方案（含任职条件，申报、答辩各步程序）；",
            "2.张三的评审表内容及业绩支撑材料；",
            "3.系部师德考核鉴定和学院推荐意见。",
        ],
    ],
)
def test_items_are_read_from_lists_however_they_are_numbered(rows):
    assert read_items(prose(*rows), None).value == ALL


def test_a_list_with_two_of_the_items_publishes_two():
    rows = ["现将下列事项公示：", "1.申报条件、评审程序；", "2.张三的业绩成果和佐证材料。"]
    assert read_items(prose(*rows), None).value == [CONDITIONS, MATERIALS]


def test_a_print_of_an_office_system_is_the_notice_itself_and_what_a_browser_shows_its_picture(dossier):
    body = ["现将评审条件和程序、个人申报材料予以公示。", "公示时间：2025-08-18至2025-08-22，5个工作日。"]
    head = ["发布单位：某某煤矿", "发布时间：2025-08-18 08:05", "浏览：536"]
    printed = page(
        "协同办公平台 通知公告 打印人：组织人事部 2025-09-01 09:22", Title("【公示】申报人员填报内容"), *head, *body
    )
    shown = page(
        "oa.example.cn/notice/list?id=20250818", Title("【公示】申报人员填报内容"), *head, *body, file="截图.pdf"
    )
    assert [one.kind for one in dossier(printed, shown).documents] == ["publicity_notice", "publicity_photo"]


def test_a_file_named_as_any_statement_is_does_not_outweigh_the_title_of_a_result(document):
    text = "我矿于8月4日至8日公示了评审条件和程序，公示期间未收到异议。"
    shown = page(Title("关于张三同志职称申报公示的情况说明"), text, Right("某某煤矿"), file="06 情况说明.pdf")
    assert document(shown).kind == "publicity_result"


def test_a_list_on_the_next_page_is_the_notices(dossier):
    first = page(Title("张榜公示"), "现将评审文件、参评材料张榜。", "榜列人员见下页名单。", Right("2025年10月9日"))
    rows = [
        ["姓名", "部门", "现任职称", "推荐申报"],
        ["张三", "陈列部", "副研究馆员", "研究馆员"],
        ["李四", "社教部", "馆员", "副研究馆员"],
    ]
    second = page(Title("2025年推荐申报人员名单"), Table(rows), number=2)
    (notice,) = dossier(first, second).documents
    assert notice.get("applicants").value == [
        {"name": "张三", "title": "研究馆员"},
        {"name": "李四", "title": "副研究馆员"},
    ]


def test_a_table_of_titles_held_alone_tells_no_title_applied_for(titles):
    rows = [["姓名", "现任职称", "推荐去向"], ["张三", "馆员", "报评"], ["李四", "助理馆员", "报评"]]
    shown = layout(Title("推荐申报人员名单"), Table(rows))
    read = read_applicants(prose(Title("推荐申报人员名单"), Table(rows)), [shown], titles, [])
    assert [one["title"] for one in read.value] == [None, None]


@pytest.mark.parametrize("word", ["步骤", "文件", "平槐职"])
def test_words_of_what_is_published_are_no_names(titles, word):
    rows = [
        f"{'申报标准和' if word != '平槐职' else ''}{word}{'业技术学院' if word == '平槐职' else ''}申报副教授人选公示"
    ]
    read = read_applicants(prose(*rows), [layout(*rows)], titles, [])
    assert read is None or word not in [one["name"] for one in read.value]


def test_whom_to_tell_of_objections_is_no_objection():
    assert read_outcome(prose("张榜期满。", "受理异议：站办公室0358-5550129")).value != "objection"


def test_a_signed_remark_that_reports_something_is_an_objection():
    said = "9月18日，校长室收到本校教师实名书面意见一份，反映张三证书与当年文件名单不符。"
    assert read_outcome(prose(said)).value == "objection"


def test_a_bare_specialty_behind_the_series_is_the_one_applied_for(value):
    rows = [
        ["姓名", "张三", "学历", "本科"],
        ["系列", "工程", "专业", "林业"],
        ["现职称", "工程师", "申报职称", "高级工程师"],
    ]
    assert value("specialty", page(Title("高级职称评审简表"), Table(rows))) == "林业"


def test_a_bare_specialty_behind_ones_studies_is_not_the_one_applied_for(value):
    rows = [
        ["姓名", "张三", "学历", "本科"],
        ["毕业院校", "某某大学", "专业", "林学"],
        ["申报职称", "高级工程师", "系列", "工程"],
    ]
    assert value("specialty", page(Title("高级职称评审简表"), Table(rows))) is None


def test_a_teachers_form_means_where_they_work_by_school(document):
    rows = [
        ["姓名", "张三", "性别", "男"],
        ["学校", "某某县第二小学", "参加工作", "1994年8月"],
        ["毕业学校", "某某师范大学", "专业", "汉语言文学"],
        ["申报职称", "高级教师", "申报学科", "小学语文"],
    ]
    read = document(page(Title("中小学教师职称申报表"), Table(rows)))
    assert (read.get("employer").value, read.get("school").value) == ("某某县第二小学", "某某师范大学")


@pytest.mark.parametrize("unit", ["沁源口县公安局", "某河口市水利局"])
def test_a_mouth_in_the_name_of_a_place_is_no_box(value, unit):
    rows = [["姓名", "张三", "单位", unit], ["现职称", "工程师", "申报职称", "高级工程师"]]
    assert value("employer", page(Title("高级职称评审简表"), Table(rows))) == unit


def test_the_innermost_of_cells_that_lie_within_one_another_is_the_neighbour():
    shown = page(Table([["申报职称", "高级工程师"]]))
    label, cell = sorted(shown.cells, key=lambda box: box.x0)[:2]
    wide = cell._replace(x1=cell.x1 + 200, y1=cell.y1 + 120)
    read = lay_out(shown.__class__(**{**shown.__dict__, "cells": (label, wide, cell)}))
    assert read.right_of(next(one for one in read.cells if one.text == "申报职称")).text == "高级工程师"


FORM = page(
    Title("职称评审表"),
    Table([["姓名", "张三", "性别", "男"], ["工作单位", "某某公司", "申报职称", "工程师"]]),
    file="表.pdf",
)


def test_among_people_named_behind_each_grade_the_applicants_is_the_one_before_the_name(dossier):
    told = page(
        Title("关于2022年度管理及技术人员考核结果的通报"),
        "一、优秀（2人）：李四、王五。",
        "二、合格（31人）：赵六、孙七等，名单略。",
        "三、基本合格（2人）：净水一厂张三、管网所周八。上述二人扣发绩效。",
        Right("某某公司"),
        Right("2023年2月3日"),
        file="通报.pdf",
    )
    (read,) = [one for one in dossier(FORM, told).documents if one.kind == "annual_assessment"]
    assert [read.get(name).value for name in ("name", "year", "grade")] == ["张三", 2022, "基本合格"]


def test_of_a_table_of_people_with_a_column_a_year_the_applicants_row_is_read(dossier):
    rows = [
        ["序号", "姓名", "2023年度", "2024年度"],
        ["1", "李四", "优秀", "合格"],
        ["2", "张三", "合格", "优秀"],
    ]
    told = page(Title("年度考核等次确认表"), Table(rows), Right("某某公司"), file="确认.pdf")
    read = [one for one in dossier(FORM, told).documents if one.kind == "annual_assessment"]
    assert [(one.get("name").value, one.get("year").value, one.get("grade").value) for one in read] == [
        ("张三", 2023, "合格"),
        ("张三", 2024, "优秀"),
    ]


def test_hours_are_those_of_the_sum_below_the_courses_of_a_year(value):
    rows = [
        ["年度", "培训项目", "公需", "专业", "小计"],
        ["2023", "公需科目学习", "30", "", "30"],
        ["", "水文预报研修", "", "62", "62"],
        ["", "2023合计", "30", "62", "92"],
        ["2024", "公需科目学习", "32", "", "32"],
        ["", "测验培训", "", "60", "60"],
        ["", "2024合计", "32", "60", "92"],
    ]
    years = value("years", page(Title("专业技术人员继续教育学时汇总表"), "姓名：张三", Table(rows)))
    assert [(one["year"], one["public"], one["professional"], one["total"]) for one in years] == [
        (2023, 30, 62, 92),
        (2024, 32, 60, 92),
    ]


def test_a_registration_holds_from_its_day_until_the_one_behind_valid_until(value):
    shown = page(
        Title("注册监理工程师注册执业证书"),
        "姓名：张三",
        "注册日期：2022年03月23日",
        "有效期至：2025年03月22日",
        "注册编号：14009631",
    )
    assert value("valid", shown) == Period("2022-03-23", "2025-03-22")


def test_of_several_registrations_the_newest_holds(value):
    rows = [
        ["次序", "注册日期", "有效期至"],
        ["1", "2020年5月20日", "2024年5月19日"],
        ["2", "2024年5月20日", "2028年5月19日"],
    ]
    shown = page(Title("一级造价工程师注册证书"), "姓名：张三", "证书编号：11201400006183", Table(rows))
    assert value("valid", shown) == Period("2024-05-20", "2028-05-19")


def test_the_first_registration_alone_tells_no_period(value):
    shown = page(Title("护士执业证书"), "姓名：张三", "首次注册日期：2006年3月16日", "首次注册有效期至：2008年5月12日")
    assert value("valid", shown) is None


def test_a_name_that_the_card_alone_has_otherwise_is_the_summarys(dossier):
    card = page(
        Title("居民身份证", 12), "姓名 间若霏", "性别 女 民族 汉", "公民身份号码 149900198707104246", file="身份证.pdf"
    )
    rows = [["姓名", "阎若霏", "学历", "本科"], ["现职称", "一级教师", "申报职称", "高级教师"]]
    summary = page(Title("高级职称评审简表"), Table(rows), file="简表.pdf")
    sheets = [
        page(Title(f"{year}年度考核登记表"), Table([["姓名", "阎若霏"], ["考核等次", "合格"]]), file=f"{year}.pdf")
        for year in (2021, 2022)
    ]
    assert dossier(card, summary, *sheets).applicant["name"].value == "阎若霏"


def test_a_cover_with_the_papers_of_its_issue_is_a_cover(value):
    cover = page(
        Title("样例临床杂志"), "2020年3月", "第36卷第3期", "要目", "某病的疗效观察", "ISSN 1998-6270", "CN 14-1267/R"
    )
    assert value("parts", cover) == ["cover"]


def test_a_licence_of_a_patent_goes_on_with_its_next_article(dossier):
    first = page(
        Title("专利实施许可合同"),
        "许可方（甲方）：某公司",
        "第四条技术服务",
        "甲方委派两人指导，时间不少于十个工作日。",
    )
    second = page("第五条保密", "双方负有保密义务。", "第六条争议的解决", "协商不成的，提交人民法院处理。", number=2)
    assert [one.kind for one in dossier(first, second).documents] == ["patent_use"]


def test_an_unsealed_notice_with_a_seal_elsewhere_keeps_its_kind(document):
    shown = page(
        Title("公告（二）"), *OPEN_NOTICE, Right("某某铸造有限公司"), seals=(seal(400, 400, "某某铸造有限公司"),)
    )
    assert document(shown).kind == "publicity_notice"


@pytest.mark.parametrize(("known", "sure"), [("宓向荣", True), ("仇志刚", False)])
def test_a_name_read_in_doubt_lowers_a_list_where_it_may_be_a_known_one(titles, known, sure):
    rows = [["姓名", "申报职称"], ["柏立群", "高级工程师"], ["仉志刚", "工程师"]]
    shown = page(Title("申报人员名单"), Table(rows))
    lines = tuple(replace(line, confidence=0.7) if line.text == "仉志刚" else line for line in shown.lines)
    read = lay_out(replace(shown, lines=lines))
    found = read_applicants(Prose([read.flow]), [read], titles, [known])
    assert (found.confidence >= 0.85) is sure


def test_a_cell_that_ran_into_one_of_the_row_above_is_parted_as_the_cells_beside_it(document):
    shown = page(
        Title("职称评审表"),
        Table(
            [
                ["姓名", "张三", "性别", "男"],
                ["申报专业", "给水排水", "学历", "大学本科"],
                ["单位意见", "同意推荐张三同志申报高级工程师。", "", ""],
                ["本人签名", "", "", ""],
            ]
        ),
    )
    row = next(line.box.cy for line in shown.lines if line.text == "学历")
    label = next(
        box for box in shown.cells if box.contains(box.cx, row) and box.x0 > 280 and box.width < 200 and box.x1 < 460
    )
    opinion = [box for box in shown.cells if box.y0 >= label.y1 - 2 and box.x0 > 150][:3]
    merged = Box(min(box.x0 for box in opinion), label.y0, max(box.x1 for box in opinion), opinion[0].y1)
    cells = tuple(box for box in shown.cells if box is not label and box not in opinion)
    read = document(replace(shown, cells=(*cells, merged)))
    assert read.get("education").value == "大学本科"
    assert read.get("unit_opinion").value.startswith("同意推荐")

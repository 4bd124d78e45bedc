"""Tables and ticked options: catalogues, hours of study, insurance months, yearly grades, summary forms."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.model import Box, Line
from tests.extract.pages import At, Right, Table, Title, page, seal

UNIT = "山西晋原勘察设计有限公司"


def catalogue(*rows):
    return page(Title("申报材料目录"), Table(rows, widths=[50, 250, 80]))


def test_a_catalogue_gives_its_titles_and_their_pages(value):
    shown = catalogue(["序号", "材料名称", "页数"], ["1", "评审表", "4"], ["2", "毕业证书", "1页"])
    assert value("entries", shown) == [{"title": "评审表", "pages": 4}, {"title": "毕业证书", "pages": 1}]


def test_the_pages_of_a_catalogue_may_be_given_from_and_to(value):
    shown = catalogue(["序号", "材料名称", "页码"], ["1", "评审表", "1-4"], ["2", "毕业证书", "5-5"])
    assert [entry["pages"] for entry in value("entries", shown)] == [4, 1]


def test_where_each_row_gives_its_first_page_the_next_row_tells_how_many_it_takes(value):
    shown = catalogue(["序号", "材料名称", "页码"], ["1", "评审表", "1"], ["2", "毕业证书", "5"])
    assert [entry["pages"] for entry in value("entries", shown)] == [4, None]


def test_the_sum_of_the_pages_tells_how_many_the_last_row_takes(value):
    rows = Table([["序号", "材料名称", "页码"], ["1", "评审表", "1"], ["2", "毕业证书", "5"]], widths=[50, 250, 80])
    assert [e["pages"] for e in value("entries", page(Title("申报材料目录"), rows, "共2项，共计6页"))] == [4, 2]


def test_a_catalogue_goes_on_over_a_page_under_the_same_headings(value):
    first = catalogue(["序号", "材料名称", "页数"], ["1", "评审表", "4"], ["2", "毕业证书", "1"])
    second = page(Table([["3", "聘书", "2"], ["4", "合计", "7"]], widths=[50, 250, 80]), number=2)
    assert [entry["title"] for entry in value("entries", first, second)] == ["评审表", "毕业证书", "聘书"]


@pytest.mark.parametrize(
    "rows",
    [
        ("一、评审表……………4页", "二、毕业证书……………1页"),
        ("1.评审表\t共4页", "2.毕业证书\t共1页"),
        ("(1)评审表 ...... 1-4", "(2)毕业证书 ...... 5-5"),
    ],
)
def test_a_catalogue_may_be_a_list_with_leaders(value, rows):
    shown = page(Title("申报材料目录"), *rows)
    assert value("entries", shown) == [{"title": "评审表", "pages": 4}, {"title": "毕业证书", "pages": 1}]


def test_a_catalogue_with_fewer_rows_than_it_says_is_not_sure(document):
    rows = Table([["序号", "材料名称", "页数"], ["1", "评审表", "4"], ["2", "毕业证书", "1"]], widths=[50, 250, 80])
    assert document(page(Title("申报材料目录"), rows, "以上材料共3项")).get("entries").confidence < 0.85


def test_the_head_of_the_numbers_may_run_into_the_next_one(value):
    shown = page(Title("申报材料目录"), "序号材料名称\t页数", "1评审表\t4", "2毕业证书\t1")
    assert [entry["title"] for entry in value("entries", shown)] == ["评审表", "毕业证书"]


def test_years_in_a_title_do_not_make_it_a_date(value):
    shown = page(Title("申报材料目录"), "09毕业证书\t1页", "10年度考核证明(2020、2021、2022年度)\t3页", "11聘书\t1页")
    assert [(entry["title"][:6], entry["pages"]) for entry in value("entries", shown)][1] == ("年度考核证明", 3)


def test_the_sum_below_a_catalogue_is_no_entry(value):
    shown = catalogue(["序号", "材料名称", "页数"], ["1", "评审表", "4"], ["", "合计", "4"])
    assert [entry["title"] for entry in value("entries", shown)] == ["评审表"]


def test_a_catalogue_without_rules_is_read_by_its_columns(value):
    shown = page(Title("申报材料目录"), "序号\t材料名称\t页数", "1\t评审表\t4", "2\t毕业证书\t1")
    assert value("entries", shown) == [{"title": "评审表", "pages": 4}, {"title": "毕业证书", "pages": 1}]


def test_hours_of_study_are_read_by_year(value):
    rows = [["年度", "公需科目", "专业科目", "合计", "证书编号"], ["2022", "30", "60", "90", "20221400000001"]]
    shown = page(Title("继续教育学时证明"), "姓名：张三", Table(rows))
    (year,) = value("years", shown)
    assert year == {
        "year": 2022,
        "total": 90,
        "public": 30,
        "professional": 60,
        "unit": "学时",
        "certificate_number": "20221400000001",
    }


STUDY = "张三同志参加2023年度专业技术人员继续教育，其中公需科目30学时，专业科目60学时，共计90学时。"


def test_a_certificate_of_one_year_says_its_hours_in_a_sentence(value):
    (year,) = value("years", page(Title("继续教育合格证书"), "证书编号：20231400000001", STUDY))
    assert (year["year"], year["public"], year["professional"], year["total"]) == (2023, 30, 60, 90)
    assert year["certificate_number"] == "20231400000001"


def test_years_in_chinese_numerals_have_each_their_sentence(value):
    rows = (
        "二〇二二年公需科目31学时、专业科目62学时，共计93学时；",
        "二〇二三年公需科目30学时、专业科目61学时，共计91学时。",
    )
    years = value("years", page(Title("继续教育学时证明"), "兹证明张三完成专业技术人员继续教育：", *rows))
    assert [(year["year"], year["total"]) for year in years] == [(2022, 93), (2023, 91)]


def test_the_one_number_of_a_certificate_for_several_years_is_that_of_each(value):
    rows = [["项目", "2022年", "2023年"], ["公需科目", "30", "32"], ["专业科目", "60", "66"], ["总学时", "90", "98"]]
    years = value("years", page(Title("继续教育学时证明"), Table(rows), "证书编号：JX2023-0011"))
    assert [year["certificate_number"] for year in years] == ["JX2023-0011"] * 2


def test_every_year_may_have_its_own_sentence(value):
    years = value("years", page(Title("继续教育合格证书"), STUDY, STUDY.replace("2023", "2022")))
    assert [(year["year"], year["total"]) for year in years] == [(2022, 90), (2023, 90)]


def test_the_years_may_be_columns(value):
    rows = [["项目", "2022年", "2023年"], ["公需科目", "30", "32"], ["专业科目", "60", "66"], ["总学时", "90", "98"]]
    years = value("years", page(Title("继续教育学时证明"), "姓名：张三", Table(rows)))
    assert [(year["year"], year["public"], year["professional"], year["total"]) for year in years] == [
        (2022, 30, 60, 90),
        (2023, 32, 66, 98),
    ]


def test_a_number_in_a_cell_over_the_rows_of_its_year_is_that_years(value):
    """The year and the number stand in cells over the three rows of the year."""
    head = ["年度", "课程", "科目类别", "学时", "合格证编号"]
    parts = [("公共服务", "公需", "30"), ("教学法", "专业", "61"), ("合计", "", "91")]
    rows = [["", *parts[n % 3], ""] for n in range(6)]
    shown = page(Title("继续教育学时证明"), Table([head, *rows], height=30.0))
    left, right = ([cell for cell in shown.cells if abs(cell.x0 - x) < 1][1:] for x in (70.0, shown.cells[4].x0))
    over = [Box.around(column[at : at + 3]) for column in (left, right) for at in (0, 3)]
    written = zip(("2022", "2023", "FZ2022-01", "FZ2023-01"), over, strict=True)
    lines = [Line(text, Box(box.x0 + 4, box.cy - 6, box.x0 + 60, box.cy + 6), 0.98) for text, box in written]
    cells = [cell for cell in shown.cells if cell not in [*left, *right]]
    years = value("years", replace(shown, cells=(*cells, *over), lines=(*shown.lines, *lines)))
    assert [(year["year"], year["total"], year["certificate_number"]) for year in years] == [
        (2022, 91, "FZ2022-01"),
        (2023, 91, "FZ2023-01"),
    ]


def test_hours_of_courses_are_added_up_by_year_and_subject(value):
    rows = [
        ["年度", "课程名称", "科目类别", "学时"],
        ["2023", "公共服务", "公需科目", "30"],
        ["2023", "岩土工程", "专业科目", "40"],
        ["2023", "测绘新技术", "专业科目", "24"],
    ]
    (year,) = value("years", page(Title("继续教育学时证明"), "姓名：张三", Table(rows)))
    assert (year["public"], year["professional"], year["total"]) == (30, 64, 94)


def test_a_total_that_is_not_written_is_the_sum_of_both_parts(value):
    rows = [["年度", "公需科目", "专业科目"], ["2022", "30", "60"]]
    assert value("years", page(Title("继续教育学时证明"), "姓名：张三", Table(rows)))[0]["total"] == 90


def test_a_total_that_is_not_the_sum_is_not_sure(document):
    rows = [["年度", "公需科目", "专业科目", "合计"], ["2022", "30", "60", "80"]]
    assert document(page(Title("继续教育学时证明"), "姓名：张三", Table(rows))).get("years").confidence < 0.85


def test_credits_are_credits_though_a_rule_speaks_of_hours(value):
    rows = [["年度", "公需科目（学分）", "专业科目（学分）", "合计"], ["2022", "30", "60", "90"]]
    note = "说明：每年继续教育不少于90学时。"
    assert value("years", page(Title("继续教育学分证明"), "姓名：张三", Table(rows), note))[0]["unit"] == "学分"


def test_parts_of_the_hours_may_be_headed_as_parts(value):
    rows = [["年度", "总学时", "其中：公需", "其中：专业"], ["2022年", "95", "30", "65"]]
    (year,) = value("years", page(Title("继续教育证明"), "姓名：张三", Table(rows)))
    assert (year["total"], year["public"], year["professional"]) == (95, 30, 65)


def test_the_employer_that_a_sentence_names_is_whole(value):
    said = "兹证明张三，参保单位为某某智造科技有限公司，在我市参加企业职工基本养老保险，目前状态为正常缴费。"
    assert value("employer", page(Title("参保证明"), said)) == "某某智造科技有限公司"


def test_the_months_of_a_list_may_be_headed_as_the_period_they_are_of(value):
    rows = [["所属期", "基数(元)", "养老"], ["2025-01", "5000", "√"], ["2025-02", "5000", "√"]]
    assert value("months", page(Title("社会保险权益记录单"), "姓名：张三", Table(rows))) == ["2025-01", "2025-02"]


def test_the_paid_months_are_those_of_the_column(value):
    rows = [["缴费年月", "缴费基数", "单位缴费"], ["202501", "5000", "800"], ["2025-02", "5000", "800"]]
    shown = page(Title("社会保险个人参保证明"), "姓名：张三", Table(rows))
    assert value("months", shown) == ["2025-01", "2025-02"]


def assessment(grade, *rows):
    widths = [90, 140, 90, 140]
    table = Table([["姓名", "张三", "工作单位", UNIT], *rows], widths=widths)
    return page(Title("2024年度考核登记表"), table, Table([["考核等次", grade]], widths=[90, 370]))


def test_the_year_of_an_assessment_is_in_its_title(value):
    assert value("year", assessment("合格")) == 2024


@pytest.mark.parametrize("grade", ["□优秀☑合格□基本合格□不合格", "□优秀合格□基本合格□不合格"])
def test_the_grade_is_the_ticked_option_or_the_only_one_without_its_box(value, grade):
    assert value("grade", assessment(grade)) == "合格"


def test_a_lost_tick_is_less_certain_than_a_tick(document):
    assert document(assessment("□优秀合格□基本合格□不合格")).get("grade").confidence < 0.9


@pytest.mark.parametrize("grade", ["□优秀□合格□基本合格□不合格", "优秀合格", "☑优秀合格□基本合格"])
def test_options_that_stand_alike_give_no_grade(document, grade):
    assert not document(assessment(grade)).get("grade").known


def test_the_only_sound_identity_number_of_a_summary_form_is_the_applicant_s(value):
    shown = page(Title("申报人员情况一览表"), "姓名：张三", Table([["1984.5", "149900198405041682", "2007.6"]]))
    assert value("id_number", shown) == "149900198405041682"


def test_headings_in_two_rows_head_the_same_table(value):
    rows = [["登记年度", "学习时间(学时)", "合格证书编号"]]
    wide = [["", "公需科目", "专业科目", "当年累计", ""], ["2022", "30", "60", "90", "20221400000001"]]
    shown = page(
        Title("继续教育学时证明"),
        "姓名：张三",
        Table(rows, widths=[80, 240, 130], height=20),
        Table(
            wide,
            widths=[80, 80, 80, 80, 130],
            height=20,
        ),
    )
    (year,) = value("years", shown)
    assert (year["year"], year["public"], year["professional"], year["total"]) == (2022, 30, 60, 90)


def test_a_grade_is_read_beside_a_label_that_was_misread(value):
    shown = page(Title("2024年度考核登记表"), Table([["考亥等次", f"优秀\n{UNIT}"]], widths=[90, 370]))
    assert value("grade", shown) == "优秀"


def insurance(*items):
    return page(Title("社会保险个人参保证明"), "姓名：张三\t身份证号：149900198405041682", *items)


INSURED_HEAD = ["序号", "姓名", "社会保障号码", "本单位缴费起止年月", "缴费状态"]
INSURED_ROWS = [
    ["1", "李四", "149900********1687", "2016-04~2025-09", "暂停缴费"],
    ["2", "张三", "149900198405041682", "2012-08~2025-09", "正常缴费"],
    ["3", "王五", "149900********0926", "2018-03~2025-09", "正常缴费"],
]


def of_several(dossier, rows):
    form = page(Title("专业技术职务任职资格评审表"), Table([["姓名", "张三", "工作单位", UNIT]]))
    paper = page(
        Title("社会保险参保证明（单位职工名单）"),
        f"单位名称：{UNIT}",
        Table([INSURED_HEAD, *rows], widths=[40, 70, 140, 130, 80]),
        number=2,
    )
    return next(one for one in dossier(form, paper).documents if one.kind == "social_insurance")


def test_of_several_insured_the_applicants_own_row_is_read(dossier):
    found = of_several(dossier, INSURED_ROWS)
    assert {name: found.get(name).value for name in ("name", "id_number", "status")} == {
        "name": "张三",
        "id_number": "149900198405041682",
        "status": "正常缴费",
    }
    assert (found.get("period").value.start, found.get("period").value.end) == ("2012-08", "2025-09")


def test_a_list_of_insured_without_the_applicant_tells_nothing_of_anyone(dossier):
    found = of_several(dossier, [INSURED_ROWS[0], INSURED_ROWS[2]])
    assert [found.get(name).value for name in ("name", "id_number", "period", "status")] == [None] * 4


def test_a_month_that_was_not_paid_is_left_out(value):
    rows = [["缴费年月", "缴费基数", "到账标志"], ["202501", "5000", "已到账"], ["202502", "5000", "未到账"]]
    assert value("months", insurance(Table(rows))) == ["2025-01"]


def test_specks_before_the_heads_of_months_do_not_hide_the_list(value):
    rows = [["费款所属期", "缴费基数", "·费款所属期", "缴费基数"], ["202501", "5000", "202502", "5000"]]
    assert value("months", insurance(Table(rows))) == ["2025-01", "2025-02"]


def test_specks_in_the_headings_of_a_second_block_leave_it_a_block(value):
    rows = [["序号", "费款所属期", "序号", "、费款所属期"], ["1", "202501", "2", "202502"]]
    assert value("months", insurance(Table(rows))) == ["2025-01", "2025-02"]


def test_years_and_months_may_make_a_table_of_ticks(value):
    rows = [["年份", *(f"{month}月" for month in range(1, 13))], ["2024", *["√"] * 3, *["—"] * 9]]
    shown = insurance(Table(rows, widths=[50, *[34] * 12]))
    assert value("months", shown) == ["2024-01", "2024-02", "2024-03"]


INSURED = (
    "兹有" + UNIT + "职工张三，身份证号149900198405041682，在云泽市参加企业职工基本养老保险，"
    "缴费期间为2025年1月至2025年3月，缴费状态为参保缴费。经核对，2025年1、2、3月均已按时足额缴费。"
)


def test_an_insurance_certificate_may_be_sentences(document):
    found = document(page(Title("参保证明"), INSURED))
    assert {name: found.get(name).value for name in ("name", "id_number", "employer", "region", "status")} == {
        "name": "张三",
        "id_number": "149900198405041682",
        "employer": UNIT,
        "region": "云泽市",
        "status": "参保缴费",
    }
    assert found.get("months").value == ["2025-01", "2025-02", "2025-03"]
    assert (found.get("period").value.start, found.get("period").value.end) == ("2025-01", "2025-03")


def test_the_office_of_a_city_says_which_city(value):
    shown = insurance(Table([["经办机构", "云泽市社会保险管理服务中心"]], widths=[120, 300]))
    assert value("region", shown) == "云泽市"


@pytest.mark.parametrize(
    "grade",
    [
        "优秀□　合格☑　基本合格□　不合格□",
        "优秀（ ）合格（√）基本合格（ ）不合格（ ）",
        "□优秀　■合格　□基本合格　□不合格",
        "○优秀　●合格　○不合格",
    ],
)
def test_a_grade_may_be_ticked_in_many_ways(value, grade):
    assert value("grade", assessment(grade)) == "合格"


@pytest.mark.parametrize("said", ["经考核，确定为合格等次。", "同意定为合格。", "合格等次"])
def test_a_grade_may_be_said_in_a_sentence(value, said):
    assert value("grade", assessment(said)) == "合格"


def test_what_is_no_grade_is_not_read_as_one(document):
    assert not document(assessment("按规定执行")).get("grade").known


def test_unit_and_post_share_a_place(value):
    rows = [["姓名", "张三"], ["单位及职务", f"{UNIT} 高级工程师"], ["考核等次", "合格"]]
    shown = page(Title("2024年度考核登记表"), Table(rows, widths=[100, 340]))
    assert value("employer", shown) == UNIT


def test_a_catalogue_whose_first_rows_were_lost_is_not_sure(document):
    shown = catalogue(["序号", "材料名称", "页数"], ["3", "聘书", "2"], ["4", "论文", "3"])
    assert document(shown).get("entries").confidence < 0.85


def test_the_heading_of_a_group_of_materials_is_no_entry(value):
    rows = [
        ["序号", "材料名称", "页数"],
        ["一", "基本材料", ""],
        ["1", "评审表", "4"],
        ["二", "业绩材料", ""],
        ["1", "论文", "3"],
    ]
    assert value("entries", catalogue(*rows)) == [{"title": "评审表", "pages": 4}, {"title": "论文", "pages": 3}]


def test_leaders_below_the_heads_of_a_list_are_no_part_of_its_figures(value):
    rows = ("材料名称\t页数", "一、\t评审表\t.4页", "二、毕业证书...\t1页", "三、聘书\t.2页")
    assert [entry["pages"] for entry in value("entries", page(Title("申报材料目录"), *rows))] == [4, 1, 2]


def test_leaders_read_as_letters_belong_to_no_title_and_the_word_year_to_one(value):
    rows = ("1.评审表....om\t..共4页", "2.年度考核登记表 ……mmo 共2页", "3.毕业证书\t…共 1页")
    shown = page(Title("材料清单"), "材料名称\t\t\t页数", *rows)
    assert value("entries", shown) == [
        {"title": "评审表", "pages": 4},
        {"title": "年度考核登记表", "pages": 2},
        {"title": "毕业证书", "pages": 1},
    ]


def test_a_grade_parted_from_its_row_of_boxes_is_not_the_one_given(document):
    rows = [["姓名", "张三", "单位", UNIT], ["考核等次", "优秀", "☑合格 □基本合格 □不合格", ""]]
    found = document(page(Title("2024年度考核登记表"), Table(rows, widths=[70, 90, 200, 90])))
    assert found.get("grade").value != "优秀"


@pytest.mark.parametrize(("closing", "sure"), [("合计 50学时", True), ("合计 80学时", False), ("", False)])
def test_hours_added_up_from_courses_are_sure_where_the_total_is_written(document, closing, sure):
    heads = ["年度", "科目", "课程名称", "学时"]
    rows = [["2024", "公需科目", "公共课", "20"], ["2024", "专业科目", "甲", "10"], ["2024", "专业科目", "乙", "20"]]
    found = document(page(Title("继续教育学时证明"), Table([heads, *rows]), closing))
    assert found.get("years").value[0]["total"] == 50
    assert (found.get("years").confidence >= 0.85) is sure


def test_a_state_of_insurance_ends_without_the_full_stop(value):
    shown = page(Title("社会保险参保证明"), Table([["姓名", "张三"], ["缴费状态", "正常缴费。"]]))
    assert value("status", shown) == "正常缴费"


def test_credits_parted_into_classes_are_read_by_their_total(value):
    rows = [
        ["年度", "Ⅰ类学分", "Ⅱ类学分", "总学分", "审验结果"],
        ["2021年", "8", "20", "28", "合格"],
        ["2022年", "10.5", "21", "31.5", "合格"],
    ]
    years = value("years", page(Title("继续教育证明"), "经审核取得学分如下：", Table(rows)))
    assert [(year["year"], year["total"], year["unit"]) for year in years] == [(2021, 28, "学分"), (2022, 31.5, "学分")]


def test_an_assessment_may_be_a_letter_of_one_sentence(document):
    said = "张三同志系山西恒岳智能装备股份有限公司研发中心职工，在我单位2020年度考核中，考核结果为：合格。"
    found = document(page(Title("年度考核证明"), said, "特此证明。"))
    read = {name: found.get(name).value for name in ("name", "employer", "year", "grade")}
    assert read == {"name": "张三", "employer": "山西恒岳智能装备股份有限公司", "year": 2020, "grade": "合格"}


def test_the_note_that_lists_the_grades_decides_on_none(document):
    rows = [["姓名", "张三"], ["主管领导", "建议评定等次为合格。"], ["考亥等次", "合格"]]
    note = "注：本表一式两份。考核等次分为优秀、合格、基本合格、不合格。"
    assert document(page(Title("2021年度考核登记表"), Table(rows), note)).get("grade").value == "合格"
    assert document(page(Title("2021年度考核登记表"), Table(rows[:1]), note)).get("grade") is None


def test_months_of_a_list_run_into_the_next_year(value):
    paid = "经核对，2024年11、12、1、2、3月均已按时足额缴费。"
    shown = page(Title("参保缴费凭证"), "兹有职工张三，身份证号149900198603151234，参加养老保险。", paid)
    assert value("months", shown) == ["2024-11", "2024-12", "2025-01", "2025-02", "2025-03"]


def by_years(heads, *rows, more=()):
    """A table of the hours of years whose first heading spans the rows of a group's heading and of the years."""
    return page(
        Title("专业技术人员继续教育学时证明"), Table([heads, *rows], widths=[90, *[75] * (len(heads) - 1)]), *more
    )


YEARS = ["项目", "2021年", "2022年", "2023年"]
PARTS = [["公需科目", "32", "32", "32"], ["专业科目", "64", "64", "64"], ["总学时", "96", "96", "96"]]


def test_a_heading_over_two_rows_does_not_tear_the_row_of_a_table_that_leans(value):
    shown = by_years(YEARS, *PARTS)
    heads = [cell for cell in shown.cells if cell.y0 == shown.cells[0].y0]
    spanning = heads[0]._replace(y0=heads[0].y0 - 28.5)
    leaning = [cell._replace(y0=cell.y0 - drop, y1=cell.y1 - drop) for drop, cell in enumerate(heads[1:])]
    cells = (spanning, *leaning, *shown.cells[len(heads) :])
    assert [year["year"] for year in value("years", replace(shown, cells=cells))] == [2021, 2022, 2023]


def test_a_column_of_hours_whose_year_was_not_read_is_a_doubt(document):
    lost = document(by_years(["项目", "2021年", "Z0Z2年", "2023年"], *PARTS)).get("years")
    assert [year["year"] for year in lost.value] == [2021, 2023]
    assert lost.confidence < 0.85


@pytest.mark.parametrize("head", ["合计", "备注"])
def test_a_column_of_sums_is_no_year_that_was_not_read(document, head):
    rows = [[*row, "96"] for row in PARTS]
    assert document(by_years([*YEARS, head], *rows)).get("years").confidence > 0.85


ROWS = ["序号", "年度", "公需科目", "专业科目", "合计"]


def test_a_speck_behind_a_year_is_no_part_of_it(value):
    shown = by_years(ROWS, ["1", "2021.", "32", "64", "96"], ["2", "2022", "32", "64", "96"])
    assert [year["year"] for year in value("years", shown)] == [2021, 2022]


@pytest.mark.parametrize("year", ["", "2O2l", "二年"])
def test_a_row_of_hours_whose_year_was_not_read_is_a_doubt(document, year):
    lost = document(by_years(ROWS, ["1", "2021", "32", "64", "96"], ["2", year, "32", "64", "96"])).get("years")
    assert [year["year"] for year in lost.value] == [2021]
    assert lost.confidence < 0.85


def test_the_row_of_sums_is_no_year_that_was_not_read(document):
    shown = by_years(ROWS, ["1", "2021", "32", "64", "96"], ["合计", "", "32", "64", "96"])
    assert document(shown).get("years").confidence > 0.85


def test_a_speck_before_the_number_of_an_entry_does_not_lose_it(value):
    listed = ("O\t一、评审表\t4页", "二、毕业证书\t1页")
    assert [entry["title"] for entry in value("entries", page(Title("申报材料目录"), *listed))] == [
        "评审表",
        "毕业证书",
    ]


def test_a_speck_among_the_letters_of_a_heading_is_no_part_of_it(value):
    shown = catalogue(["序号", "材料名.称", "页数"], ["1", "评审表", "4"], ["2", "毕业证书", "1"])
    assert [entry["title"] for entry in value("entries", shown)] == ["评审表", "毕业证书"]


def test_a_list_of_papers_keeps_those_of_a_year_and_those_with_a_colon(value):
    rows = [
        "1、评审表\t1-3",
        "2、2020年度考核登记表\t4—4",
        "3、论文：渠道防渗\t5一9",
        "4、公示一：评审条件和程序\t10-10",
    ]
    assert value("entries", page(Title("申报材料目录"), *rows)) == [
        {"title": "评审表", "pages": 3},
        {"title": "2020年度考核登记表", "pages": 1},
        {"title": "论文:渠道防渗", "pages": 5},
        {"title": "公示一:评审条件和程序", "pages": 1},
    ]


def test_years_come_in_their_order_whichever_way_the_table_goes(value):
    rows = [["年度", "专业科目学时", "公需科目学时", "总学时"], ["2024", "64", "30", "94"], ["2023", "68", "30", "98"]]
    years = value("years", page(Title("继续教育学时证明"), "姓名：张三", Table(rows)))
    assert [year["year"] for year in years] == [2023, 2024]


def test_a_number_of_an_office_s_own_kind_is_that_of_each_year(value):
    rows = [["年度", "2023", "2024"], ["公需科目", "30", "30"], ["专业科目", "60", "62"], ["年度合计", "90", "92"]]
    shown = page(Title("专业技术人员继续教育证书"), "姓名张三\t编号晋继教〔2025〕0417", Table(rows))
    assert {year["certificate_number"] for year in value("years", shown)} == {"晋继教〔2025〕0417"}


def test_the_same_heads_below_each_of_several_groups_make_no_blocks(value):
    rows = [
        ["年度", "公需科目", "", "专业科目", "", "年度合计"],
        ["", "学时", "结果", "学时", "结果", ""],
        ["2023", "30", "合格", "66", "合格", "96"],
        ["2024", "32", "合格", "62", "合格", "94"],
    ]
    years = value("years", page(Title("继续教育学时登记表"), "姓名：张三", Table(rows, widths=[60] * 6)))
    assert [(year["year"], year["total"]) for year in years] == [(2023, 96), (2024, 94)]


def test_hours_whose_ruling_was_lost_stand_each_in_its_own_column(value):
    rows = [["年度", "专业科目学时", "公需科目学时", "总学时"], ["2023", "68", "30", "98"], ["2024", "62", "30", "92"]]
    shown = page(Title("继续教育学时证明"), "姓名：张三", Table(rows))
    last = sorted(shown.cells, key=lambda cell: (cell.y0, cell.x0))[-4:]
    joined = Box(last[1].x0, last[1].y0, last[2].x1, last[1].y1)
    kept = tuple(cell for cell in shown.cells if cell not in last[1:3])
    years = value("years", replace(shown, cells=(*kept, joined)))
    assert [(year["year"], year["professional"], year["public"]) for year in years] == [(2023, 68, 30), (2024, 62, 30)]


def test_a_unit_that_certifies_its_own_employee_s_year_is_the_employer(value):
    said = f"兹有我单位{UNIT}职工张三，在2020年度考核中经部门评议，考核结果为合格。"
    assert value("employer", page(Title("年度考核证明"), said)) == UNIT


def test_hours_read_line_by_line_without_gaps_are_parted_as_their_heads_are(value):
    card = page(
        Title("专业技术人员继续教育证书"),
        "姓名：张三",
        "年度公需专业合计审验",
        "2021 30学時62学时92学时",
        "2022 32学时60学时 92学时",
    )
    assert [
        tuple(row[name] for name in ("year", "public", "professional", "total")) for row in value("years", card)
    ] == [
        (2021, 30, 62, 92),
        (2022, 32, 60, 92),
    ]


def test_a_certificate_s_bare_number_is_that_of_its_year(value):
    card = page(
        Title("专业技术人员继续教育合格证书"),
        "张三同志于2020年度参加继续教育学习，完成公需科目30学时、专业科目60学时，共计90学时，经考核合格。",
        Right("2020年12月18日"),
        "编号：TZJ2020-00613",
    )
    assert value("years", card)[0]["certificate_number"] == "TZJ2020-00613"


def test_a_sentence_names_unit_and_state_without_the_words_around_them(document):
    said = "兹证明张三，社会保障号149900198405041682，在缴费单位汾州样例有限公司参加基本养老保险，"
    found = document(page(Title("社会保险缴费证明"), said, "目前缴费状态：正常缴费。近一年缴费明细如下："))
    assert found.get("employer").value == "汾州样例有限公司"
    assert found.get("status").value == "正常缴费"


PAID = [
    ["年月", "单位缴费", "个人缴费", "到账"],
    ["202501", "1040.00", "520.00", "是"],
    ["202502", "1040.00", "520.00", "是"],
]


@pytest.mark.parametrize(
    ("row", "sure"),
    [(["", "1104.00", "552.00", "是"], False), (["合计", "2080.00", "1040.00", ""], True), (["", "", "", ""], True)],
)
def test_a_row_of_payments_whose_month_was_not_read_makes_the_list_a_doubt(document, row, sure):
    months = document(page(Title("个人参保证明"), "姓名：张三", Table([*PAID, row]))).get("months")
    assert months.value == ["2025-01", "2025-02"]
    assert (months.confidence > 0.85) is sure


def test_the_office_that_seals_says_where_one_is_insured(value):
    proof = page(Title("个人参保证明"), "姓名：张三", Table(PAID), seals=(seal(400, 500, OFFICE, clear=OFFICE + "□"),))
    assert value("region", proof) == "汾泽市"


OFFICE = "汾泽市社会保险中心"


def test_a_figure_beside_several_rows_whose_ruling_was_lost_stands_in_its_own_column(value):
    head = ["年度", "培训名称", "公需科目", "专业科目", "合计学时"]
    rows = [head, ["2023", "线上培训", "30", "60", "90"], ["2024", "案例研修；公需\n网课", "30", "64", "94"]]
    shown = page(Title("继续教育证书"), "姓名：张三", Table(rows, widths=[60, 150, 60, 60, 60], height=50))
    last = sorted(shown.cells, key=lambda cell: (cell.y0, cell.x0))[-5:]
    above, below = (next(line for line in shown.lines if word in line.text) for word in ("案例", "网课"))
    middle = (above.box.y0 + below.box.y1) / 2

    def centred(line):
        box = line.box
        half = (box.y1 - box.y0) / 2
        inside = last[2].x0 < box.x0 and box.cy > last[2].y0
        return replace(line, box=Box(box.x0, middle - half, box.x1, middle + half)) if inside else line

    shown = replace(shown, lines=tuple(map(centred, shown.lines)))
    joined = Box(last[1].x0, last[1].y0, last[2].x1, last[1].y1)
    kept = tuple(cell for cell in shown.cells if cell not in last[1:3])
    years = value("years", replace(shown, cells=(*kept, joined)))
    assert [(year["year"], year["public"], year["professional"]) for year in years] == [(2023, 30, 60), (2024, 30, 64)]


def test_below_a_subject_its_hours_are_read_and_not_its_result(value):
    book = page(
        Title("继续教育学时登记册"),
        At(80, 120, "年度"),
        At(185, 104, "公需科目"),
        At(330, 104, "专业科目"),
        *(At(x, 128, text) for x, text in zip((150, 225, 300, 370), ("学时", "结果") * 2, strict=True)),
        At(450, 128, "合计"),
        *(At(x, 160, text) for x, text in zip((80, 152, 225, 302, 370, 450), ROW, strict=True)),
    )
    cells = [Box(130, 98, 276, 122), Box(278, 98, 423, 122)]
    book = replace(book, cells=(*cells, *(Box(x, 124, x + 72, 148) for x in (130, 203, 277, 351))))
    (year,) = value("years", book)
    assert (year["year"], year["public"], year["professional"], year["total"]) == (2020, 30, 66, 96)


ROW = ("2020年", "30", "合格", "66", "合格", "96学时")


COURSES = [
    ["序号", "课程名称", "课程类别", "学时"],
    ["1", "全省专业技术人员公需科目网络培训", "公需", "30"],
    ["2", "供热系统节能与智能调控", "专业", "24"],
    ["3", "直埋管道设计施工要点", "专业", "36"],
]


def test_a_sheet_of_courses_is_of_the_year_at_its_head(value):
    foot = [["合计", "公需30学时，专业60学时", "90"]]
    tables = (Table(COURSES, widths=[50, 250, 75, 80]), Table(foot, widths=[50, 325, 80]))
    shown = page(Title("继续教育学时证明"), "证明编号：KYZJ2020110482\t学年：2020年", "姓名：张三", *tables)
    assert value("years", shown) == [
        {
            "year": 2020,
            "total": 90,
            "public": 30,
            "professional": 60,
            "unit": "学时",
            "certificate_number": "KYZJ2020110482",
        }
    ]


def points(*rows, foot="合计 29.5学分"):
    table = Table([["类别", "项目名称", "授予学分"], *rows], widths=[110, 235, 110])
    sums = Table([["I类小计9.5学分", "Ⅱ类小计20.0学分", foot]], widths=[110, 235, 110])
    title = Title("卫生专业技术人员继续教育证明")
    return page(title, "打印编号：GYCME21-09426\t姓名：张三\t学分年度：2021年", table, sums)


def test_points_of_a_year_are_the_sum_at_the_foot_of_its_sheet(document):
    rows = ["I类", "国家级培训《骨科手术护理新进展》", "6.0"], ["Ⅱ类", "论文1篇、院内讲座", ".20.0"]
    found = document(points(["I类", "省级研讨班", "3.5"], *rows)).get("years")
    assert (found.value[0]["year"], found.value[0]["total"], found.confidence > 0.9) == (2021, 29.5, True)
    lacking = document(points(*rows)).get("years")
    assert (lacking.value[0]["total"], lacking.confidence > 0.9) == (29.5, True)


def test_points_that_exceed_the_sum_at_the_foot_are_not_sure(document):
    found = document(points(["I类", "某某培训", "6.0"], ["Ⅱ类", "讲座", "25"])).get("years")
    assert (found.value[0]["total"], found.confidence <= 0.6) == (31, True)


ON_A_BASE = [["缴费年月", "缴费基数", "个人缴费", "缴费标志"], ["2025年4月", "7302", "584.16", "已缴"]]


def test_a_speck_within_a_month_loses_none(value):
    assert value("months", insurance(Table([*ON_A_BASE, ["2025.年5月", "7302", "584.16", "已缴"]]))) == [
        "2025-04",
        "2025-05",
    ]


def test_a_row_of_sums_without_its_month_leaves_the_list_in_doubt(document):
    found = document(insurance(Table([*ON_A_BASE, ["年", "7302", "584.16", "已缴"]]))).get("months")
    assert (found.value, found.confidence <= 0.6) == (["2025-04"], True)


def test_grades_below_years_are_those_of_the_years(dossier):
    rows = [
        ["年度", "2020", "2021", "2022"],
        ["考核等次", "合格", "优秀", "合格"],
        ["民主测评", "88.4", "95.2", "89.0"],
    ]
    shown = page(Title("年度考核证明"), "姓名：张三", Table(rows))
    read = [(one.get("year").value, one.get("grade").value) for one in dossier(shown).documents]
    assert read == [(2020, "合格"), (2021, "优秀"), (2022, "合格")]


def test_hours_that_stand_below_one_another_beside_a_year_are_the_year_s(value):
    rows = [
        ["年度", "学习内容", "公需科目", "专业科目", "全年合计"],
        ["2020年", "公需课网络学习\n线上研修", "30", "", "92"],
        ["2021年", "公需课网络学习\n全国研修班", "30", "", "98"],
    ]
    shown = page(Title("继续教育学时登记"), "姓名：张三", Table(rows, widths=[60, 150, 80, 80, 80], height=44))
    lower = [Line(figure, Box(392, y, 408, y + 12), 0.99) for figure, y in (("62", 0.0), ("68", 0.0))]
    tall = [cell for cell in shown.cells if cell.x0 == shown.cells[0].x0][1:]
    moved = [
        replace(line, box=Box(line.box.x0, cell.y1 - 14, line.box.x1, cell.y1 - 2))
        for line, cell in zip(lower, tall, strict=True)
    ]
    read = value("years", replace(shown, lines=(*shown.lines, *moved)))
    assert [(one["year"], one["public"], one["professional"], one["total"]) for one in read] == [
        (2020, 30, 62, 92),
        (2021, 30, 68, 98),
    ]


def test_a_year_beside_its_label_is_no_head_of_the_courses_below(value):
    rows = [
        ("学习年度", "2021年", ""),
        ("科目类别", "学习内容", "学时"),
        ("公需科目", "2021年度全市公需课", "30"),
        ("专业科目", "金属塑性成形仿真", "66"),
        ("合", "公需30专业66", "96"),
    ]
    columns = (57, 163, 471)
    placed = [At(columns[at], 76 + 22 * n, row[at]) for n, row in enumerate(rows) for at in range(3) if row[at]]
    (year,) = value("years", page(Title("继续教育学时证明"), *placed))
    assert (year["year"], year["public"], year["professional"], year["total"]) == (2021, 30, 66, 96)

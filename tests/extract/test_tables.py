"""Tables and ticked options: catalogues, insurance months, yearly grades, summary forms."""

from __future__ import annotations

import pytest

from tests.extract.pages import Table, Title, page, seal

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


def test_a_state_of_insurance_ends_without_the_full_stop(value):
    shown = page(Title("社会保险参保证明"), Table([["姓名", "张三"], ["缴费状态", "正常缴费。"]]))
    assert value("status", shown) == "正常缴费"


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


def test_a_unit_that_certifies_its_own_employee_s_year_is_the_employer(value):
    said = f"兹有我单位{UNIT}职工张三，在2020年度考核中经部门评议，考核结果为合格。"
    assert value("employer", page(Title("年度考核证明"), said)) == UNIT


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

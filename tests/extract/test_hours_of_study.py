"""Hours of study: by year, by subject, by course, in sentences and sheets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.extract.kinds.courses import by_courses
from dossier.model import Box, Line
from tests.extract.pages import At, Right, Table, Title, layout, page


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


@pytest.mark.parametrize(("closing", "sure"), [("合计 50学时", True), ("合计 80学时", False), ("", False)])
def test_hours_added_up_from_courses_are_sure_where_the_total_is_written(document, closing, sure):
    heads = ["年度", "科目", "课程名称", "学时"]
    rows = [["2024", "公需科目", "公共课", "20"], ["2024", "专业科目", "甲", "10"], ["2024", "专业科目", "乙", "20"]]
    found = document(page(Title("继续教育学时证明"), Table([heads, *rows]), closing))
    assert found.get("years").value[0]["total"] == 50
    assert (found.get("years").confidence >= 0.85) is sure


def test_credits_parted_into_classes_are_read_by_their_total(value):
    rows = [
        ["年度", "Ⅰ类学分", "Ⅱ类学分", "总学分", "审验结果"],
        ["2021年", "8", "20", "28", "合格"],
        ["2022年", "10.5", "21", "31.5", "合格"],
    ]
    years = value("years", page(Title("继续教育证明"), "经审核取得学分如下：", Table(rows)))
    assert [(year["year"], year["total"], year["unit"]) for year in years] == [(2021, 28, "学分"), (2022, 31.5, "学分")]


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


def sheet(file, year, *rows):
    table = Table([["课程名称", "课程类别", "学时"], *rows], widths=[250, 75, 80])
    return layout(Title("专业技术人员继续教育登记表"), f"年度：{year}年\t姓名：张三", table, file=file)


def test_sheets_in_files_of_their_own_keep_their_years():
    first = sheet("一.pdf", 2021, ["全省公需科目", "公需", "30"], ["管道设计", "专业", "60"])
    second = sheet("二.pdf", 2022, ["全省公需科目", "公需", "32"], ["焊接工艺", "专业", "64"])
    assert [(one.year, one.hours["public"], one.hours["professional"]) for one in by_courses([first, second])] == [
        (2021, 30, 60),
        (2022, 32, 64),
    ]


def test_the_year_of_a_sheet_s_days_does_not_reach_a_sheet_headed_by_another():
    dated = [["时间", "课程名称", "课程类别", "学时"], ["2021年3月2日", "管道设计", "专业", "60"]]
    first = layout(
        Title("专业技术人员继续教育登记表"), "年度：2021年", Table(dated, widths=[100, 200, 75, 80]), file="一.pdf"
    )
    second = sheet("二.pdf", 2022, ["焊接工艺", "专业", "64"])
    assert [(one.year, one.hours["professional"]) for one in by_courses([first, second])] == [(2021, 60), (2022, 64)]

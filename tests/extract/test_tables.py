"""Tables and ticked options: catalogues, hours of study, insurance months, yearly grades, summary forms."""

from __future__ import annotations

import pytest

from tests.extract.pages import Table, Title, page

UNIT = "山西晋原勘察设计有限公司"


def catalogue(*rows):
    return page(Title("申报材料目录"), Table(rows, widths=[50, 250, 80]))


def test_a_catalogue_gives_its_titles_and_their_pages(value):
    shown = catalogue(["序号", "材料名称", "页数"], ["1", "评审表", "4"], ["2", "毕业证书", "1页"])
    assert value("entries", shown) == [{"title": "评审表", "pages": 4}, {"title": "毕业证书", "pages": 1}]


def test_the_pages_of_a_catalogue_may_be_given_from_and_to(value):
    shown = catalogue(["序号", "材料名称", "页码"], ["1", "评审表", "1-4"], ["2", "毕业证书", "5-5"])
    assert [entry["pages"] for entry in value("entries", shown)] == [4, 1]


def test_a_single_page_number_of_a_catalogue_is_not_a_count(value):
    shown = catalogue(["序号", "材料名称", "页码"], ["1", "评审表", "1"], ["2", "毕业证书", "5"])
    assert [entry["pages"] for entry in value("entries", shown)] == [None, None]


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


def test_sentences_about_two_years_are_left_alone(value):
    shown = page(Title("继续教育合格证书"), STUDY, STUDY.replace("2023", "2022"))
    assert value("years", shown) is None


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

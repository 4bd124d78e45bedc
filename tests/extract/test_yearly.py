"""Proofs of several years' assessments become one document a year."""

from __future__ import annotations

import pytest

from tests.extract.pages import Right, Table, Title, page

UNIT = "山西晋原勘察设计有限公司"


def graded(record) -> list[tuple[object, object]]:
    return [(document.get("year").value, document.get("grade").value) for document in record.documents]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("张三同志2022年度考核等次为优秀，2023年度考核等次为合格。", [(2022, "优秀"), (2023, "合格")]),
        ("张三同志2021年至2023年年度考核均为合格。", [(2021, "合格"), (2022, "合格"), (2023, "合格")]),
        ("张三同志2021、2022年度考核为合格，2023年度考核为优秀。", [(2021, "合格"), (2022, "合格"), (2023, "优秀")]),
    ],
)
def test_a_proof_of_several_years_is_one_document_a_year(dossier, text, years):
    record = dossier(page(Title("年度考核证明"), text, Right(UNIT), Right("2025年8月1日")))
    assert graded(record) == years
    assert len({document.id for document in record.documents}) == len(years)


def test_the_years_may_be_the_rows_of_a_table(dossier):
    rows = [["年度", "考核等次", "备注"], ["2022", "优秀", ""], ["2023年", "合格", ""]]
    assert graded(dossier(page(Title("年度考核结果证明"), Table(rows), Right(UNIT)))) == [
        (2022, "优秀"),
        (2023, "合格"),
    ]


def test_a_form_that_says_its_year_is_of_that_year(dossier):
    rows = [["姓名", "张三", "考核等次", "合格"], ["个人总结", "2022年度考核为优秀，2023年度考核为合格。", "", ""]]
    assert graded(dossier(page(Title("2024年度考核登记表"), Table(rows)))) == [(2024, "合格")]


def test_two_grades_for_one_year_make_no_documents(dossier):
    text = "张三同志2022年度考核为优秀，2022年度考核为合格，2023年度考核为合格。"
    assert len(dossier(page(Title("年度考核证明"), text, Right(UNIT))).documents) == 1


def test_the_unit_below_a_forms_title_is_the_persons_and_one_that_signs_a_notice_is_less_sure(dossier):
    table = Table([["被考核人", "年度", "岗位", "等次"], ["向明", "2022", "设计师", "合格"]])
    form = dossier(page(Title("员工年度考核评定表"), "样例漆艺有限公司", table)).documents[0]
    assert (form.get("employer").value, form.get("employer").confidence) == ("样例漆艺有限公司", 0.98)
    notice = page(
        Title("年度考核结果通知书"), "向明同志：", "经考核，你2022年度考核结果确定为优秀等次。", Right("样例县第一小学")
    )
    told = dossier(notice).documents[0].get("employer")
    assert told.value == "样例县第一小学"
    assert told.confidence <= 0.8


def test_grades_of_years_in_chinese_figures_are_those_of_the_years(dossier):
    said = "该同志二〇二〇年度、二〇二一年度考核合格，二〇二二年度考核优秀。"
    shown = page(Title("年度考核证明"), "姓名：张三", said)
    read = [(one.get("year").value, one.get("grade").value) for one in dossier(shown).documents]
    assert read == [(2020, "合格"), (2021, "合格"), (2022, "优秀")]

"""Rows of a list of materials are no titles; names of units: different numbers, who pays for another."""

from __future__ import annotations

import pytest

from tests.extract.pages import At, Right, Table, Title, page

FORM = page(Title("专业技术职务任职资格评审表"), Table([["姓名", "张三", "工作单位", "汾州市第一样本中学"]]))


@pytest.mark.parametrize("note", ["3", "5-7", "1份"])
def test_a_row_of_a_list_of_materials_heads_no_paper(dossier, note):
    rows = [["序号", "材料名称", "页码"], ["1", "职称申报表", "1"], ["2", "居民身份证", "3"]]
    first = page(Title("申报材料目录"), Table(rows), number=2)
    named = ("学位证书", "职称证书", "年度考核登记表")
    listed = [(At(70, 60 + 24 * i, name), At(300, 60 + 24 * i, note)) for i, name in enumerate(named)]
    record = dossier(FORM, first, page(*(one for row in listed for one in row), number=3))
    assert {one.kind for one in record.documents} == {"review_form", "catalogue"}


@pytest.mark.parametrize(
    ("head", "signs", "read"),
    [
        ("汾州市第十一样本中学", "汾州市第一样本中学", "汾州市第一样本中学"),
        ("汾州样本机械有限公司分公司", "汾州样本机械有限公司", "汾州样本机械有限公司"),
        ("汾州市样本机械有限公司", "汾州市样本机有限公司", "汾州市样本机械有限公司"),
    ],
)
def test_a_signature_is_completed_from_the_letterhead_unless_that_is_another_unit(dossier, head, signs, read):
    said = "兹聘任张三同志为一级教师，聘期自2018年9月1日至2021年8月31日。"
    letter = page(Title(head, 22), Title("聘书"), said, Right(signs), Right("2018年9月1日"), number=2)
    appointment = next(one for one in dossier(FORM, letter).documents if one.kind == "appointment")
    assert appointment.get("employer").value == read


@pytest.mark.parametrize(
    "said",
    [
        "由山西样本人力资源有限公司代缴",
        "由我校委托山西样本人力资源有限公司统一代缴",
        "由本单位委托山西样本人力资源有限公司代缴",
    ],
)
def test_who_pays_is_named_without_the_words_that_commission_it(dossier, said):
    told = page(
        Title("情况说明"),
        f"张三同志系我校教师，其养老保险{said}。",
        Right("汾州市第一样本中学"),
        Right("2025年8月20日"),
        number=2,
    )
    statement = next(one for one in dossier(FORM, told).documents if one.kind == "statement")
    assert statement.get("parties").value == ["汾州市第一样本中学", "山西样本人力资源有限公司"]

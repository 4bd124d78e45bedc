"""Certificates named for the title they prove are told from the licences whose names they end with."""

from __future__ import annotations

import pytest

from tests.extract.pages import Table, Title, page

FORM = page(Title("专业技术职务任职资格评审表"), Table([["姓名", "张三", "工作单位", "汾州样本学校"]]))


def kind_of(dossier, title):
    shown = page(
        Title(title), "姓名：张三", "专业：机械", "签发日期：2015年12月1日", "证书编号：20151400001", file="2.pdf"
    )
    return dossier(FORM, shown).documents[-1].kind


@pytest.mark.parametrize(
    "title",
    [
        "一级教师任职资格证书",
        "一级教师资格证书",
        "高级教师资格证书",
        "主管护师资格证书",
        "副主任医师资格证书",
        "主治医师任职资格证书",
        "副教授任职资格证书",
        "工程师电子证书",
        "中级会计师电子证书",
    ],
)
def test_a_certificate_named_for_a_title_proves_the_title(dossier, title):
    assert kind_of(dossier, title) == "title_certificate"


@pytest.mark.parametrize(
    "title",
    [
        "教师资格证书",
        "高级中学教师资格证书",
        "高等学校教师资格证书",
        "医师资格证书",
        "执业药师资格证书",
        "监理工程师电子证书",
        "注册会计师电子证书",
        "一级建造师电子证书",
    ],
)
def test_a_certificate_that_licenses_a_profession_proves_no_title(dossier, title):
    assert kind_of(dossier, title) != "title_certificate"

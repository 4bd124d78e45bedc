"""Notices that list the works of many: the applicant's own row."""

from __future__ import annotations

import pytest

from tests.extract.pages import Right, Table, Title, page

FORM = page(
    Title("专业技术职务任职资格评审表"),
    Table([["姓名", "张三", "性别", "男"], ["申报职称", "高级工程师", "现职称", "工程师"]]),
)
HEADS = ["编号", "课题名称", "主持人", "课题组成员", "研究起止"]
ROWS = [
    ["01", "社区心理帮扶路径", "李四", "李四、佘丽萍", "2021.05-2022.04"],
    ["02", "遗产管理人制度下的\n公证服务研究", "张三", "仝志刚、卢雨禾", "2021.05-2022.11"],
    ["03", "法律援助案件质量评估", "师建业", "师建业、卫东霞", "2021.06-2022.06"],
]


def project(dossier, *rows):
    shown = page(
        Title("关于2021年度课题立项的通知"),
        "各有关单位：",
        "经评议，下列课题准予立项，请按时完成。",
        Table([HEADS, *rows], widths=[40, 160, 60, 120, 95], height=36),
        Right("汾州市司法局"),
        file="b.pdf",
    )
    return next(one for one in dossier(FORM, shown).documents if one.kind == "project")


def test_of_a_list_of_projects_the_applicants_own_is_read(dossier):
    read = project(dossier, *ROWS)
    assert read.get("title").value == "遗产管理人制度下的公证服务研究"
    assert read.get("members").value == ["张三", "仝志刚", "卢雨禾"]
    assert (read.get("period").value.start, read.get("period").value.end) == ("2021-05", "2022-11")


def test_a_list_of_projects_without_the_applicant_is_nobodys(dossier):
    read = project(dossier, ROWS[0], ROWS[2])
    assert (read.get("title").value, read.get("title").reason) == (None, "ambiguous")


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("在2022年度工作中成绩突出，被评为全市司法行政系统先进工作者。", "全市司法行政系统先进工作者"),
        ("荣获2023年度先进个人称号，特发此证。", "2023年度先进个人"),
        ("经研究，授予优秀共产党员荣誉称号。", "优秀共产党员"),
    ],
)
def test_an_honour_is_named_without_quotation_marks_as_well(document, said, title):
    assert document(page(Title("荣誉证书"), "张三同志：", said, Right("汾州市司法局"))).get("title").value == title


def test_a_prize_is_no_honour(document):
    read = document(page(Title("获奖证书"), "张三同志：", "在教学竞赛中荣获二等奖，特发此证。", Right("汾州市教育局")))
    assert (read.get("title") and read.get("title").value, read.get("grade").value) == (None, "二等奖")


def test_a_letter_says_what_the_applicant_wrote_and_as_what(dossier):
    letter = page(
        Title("业绩证明"),
        "张三同志系我处业务二部主任。2023年由其作为第一执笔人起草的《证据保全办证指引》，已印发执行。",
        "特此证明。",
        Right("汾州市司法局"),
        file="b.pdf",
    )
    read = next(one for one in dossier(FORM, letter).documents if one.kind == "achievement")
    assert (read.get("title").value, read.get("role").value) == ("《证据保全办证指引》", "第一执笔人")

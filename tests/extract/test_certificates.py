"""Diplomas and degrees in running text, numbers of certificates, labels in two languages."""

from __future__ import annotations

import pytest

from tests.extract.pages import Right, Title, page


def diploma(*rows: str):
    return page(Title("毕业证书"), *rows)


def test_a_diploma_says_who_studied_what_where_and_until_when(document):
    found = document(
        diploma(
            "学生穆清和，性别女，一九八六年三月五日生，于二〇〇四年九月至二〇〇八年七月在本校土木工程专业四年制本科学习，修完教学计划规定的全部课程，成绩合格，准予毕业。",
            "校名：晋岭工程学院　　校（院）长：白若水",
            "证书编号：991231200805012345",
            "二〇〇八年七月一日",
        )
    )
    read = {name: found.get(name).value for name in ("name", "sex", "major", "education", "graduated", "school")}
    assert read == {
        "name": "穆清和",
        "sex": "女",
        "major": "土木工程",
        "education": "本科",
        "graduated": "2008-07",
        "school": "晋岭工程学院",
    }
    assert found.get("certificate_number").value == "991231200805012345"


@pytest.mark.parametrize(
    ("words", "level"),
    [("攻读会计学专业硕士研究生", "硕士研究生"), ("参加汉语言文学专业专科学习", "专科"), ("脱产学习普通本科", "本科")],
)
def test_the_level_is_told_by_the_words_of_the_diploma(document, words, level):
    assert document(diploma(f"学生穆清和，男，在我校{words}，准予毕业。")).get("education").value == level


def degree(*rows: str):
    return page(Title("学士学位证书"), *rows)


def test_the_degree_is_what_was_granted_and_not_the_committee(document):
    found = document(
        degree(
            "穆清和，女，1986年3月5日生。在晋岭工程学院完成了规定的学业，经审核符合学位条例的规定，授予工学学士学位。",
            "校长白若水　学位评定委员会主席白若水",
            "证书编号：9912342008123456二〇〇八年七月一日",
        )
    )
    assert found.get("degree").value == "工学学士"
    assert found.get("name").value == "穆清和"
    assert found.get("school").value == "晋岭工程学院"


def test_the_day_of_a_degree_is_not_the_day_of_birth(document):
    found = document(degree("穆清和，女，1986年3月5日生，授予理学学士学位。", "证书编号：9912342008123456"))
    date = found.get("date")
    assert date is None or date.value != "1986-03-05"


def test_the_date_that_signs_a_degree_is_its_date(document):
    found = document(degree("穆清和，女，1986年3月5日生，授予理学学士学位。", Right("二〇〇八年七月一日")))
    assert found.get("date").value == "2008-07-01"


def test_the_number_of_a_certificate_ends_where_chinese_words_go_on(document):
    found = document(
        page(Title("专业技术资格证书"), "姓名：穆清和", "证书编号：晋职20181234567发证日期：2018年12月1日")
    )
    assert found.get("certificate_number").value == "晋职20181234567"


def test_the_heading_of_a_certificate_is_no_label(document):
    found = document(page(Title("专业技术资格证书"), "姓名：穆清和", "资格名称：工程师"))
    assert found.get("title").value == "工程师"


def test_a_label_repeated_in_english_is_one_label(document):
    found = document(page(Title("专业技术等级证书"), "姓名 Name：穆清和", "证书编号 Certificate No.：S201234567890"))
    assert found.get("name").value == "穆清和"
    assert found.get("certificate_number").value == "S201234567890"


def test_an_address_ends_before_the_number_of_the_card(document):
    found = document(
        page(
            "姓名 穆清和",
            "性别 女 民族 汉",
            "出生 1986年3月5日",
            "住址 山西省晋岭市云台县迎春街8号",
            "公民身份号码 149900198603050021",
        )
    )
    assert found.get("address").value == "山西省晋岭市云台县迎春街8号"

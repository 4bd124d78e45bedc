"""Diplomas and degrees in running text, numbers of certificates, labels in two languages."""

from __future__ import annotations

import pytest

from tests.extract.pages import Right, Table, Title, page, seal


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


ORDINARY = (
    "学生穆清和，性别男，一九七五年四月十四日生，于一九九三年九月至一九九七年七月在本校临床医学专业"
    "五年制本科学习，修完教学计划规定的全部课程，成绩合格，准予毕业。"
)
GRADUATE = (
    "研究生穆清和，性别男，1980年1月2日生，于2003年9月至2006年6月在环境工程专业学习，学制三年，"
    "修完硕士研究生培养计划规定的全部课程，成绩合格，毕业论文答辩通过，准予毕业。"
)
SELF_TAUGHT = (
    "穆清和，男，身份证号149900198603050038，参加会计（独立本科段）专业高等教育自学考试，全部课程成绩合格，"
    "准予毕业。主考学校：晋岭财经大学。2009年6月30日"
)
PARTY_SCHOOL = (
    "学员穆清和，性别男，于1998年9月至2001年6月在中共晋岭省委党校经济管理专业本科班学习，修业期满，准予毕业。"
)
OLD = "学生穆清和，系晋岭省云台县人，现年二十二岁，于一九八三年九月入本校机械系机械制造专业学习，修业四年，准予毕业。"
UPGRADED = "学生穆清和，性别女，于2008年2月至2010年7月在本校网络教育学院会计学专业专科起点本科学习，准予毕业。"
TECHNICAL = "学生穆清和性别男，于一九九一年九月至一九九五年七月在本校机电技术专业四年制学习，准予毕业。"


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ((ORDINARY,), {"major": "临床医学", "education": "本科", "graduated": "1997-07", "sex": "男"}),
        ((GRADUATE,), {"major": "环境工程", "education": "硕士研究生", "graduated": "2006-06"}),
        ((SELF_TAUGHT,), {"education": "本科", "school": "晋岭财经大学", "sex": "男"}),
        ((PARTY_SCHOOL,), {"major": "经济管理", "education": "本科", "school": "中共晋岭省委党校"}),
        ((OLD, Right("一九八七年七月五日")), {"major": "机械制造", "graduated": "1987-07"}),
        ((UPGRADED,), {"major": "会计学", "education": "本科", "graduated": "2010-07"}),
        ((TECHNICAL, "校名：云台县中等专业学校"), {"major": "机电技术", "school": "云台县中等专业学校"}),
    ],
)
def test_diplomas_of_all_kinds_of_schooling_are_read(document, rows, wanted):
    found = document(diploma(*rows))
    assert {name: found.get(name).value if found.get(name) else None for name in wanted} == wanted
    assert found.get("name").value == "穆清和"


def test_a_diploma_that_speaks_of_two_levels_is_not_sure_of_either(document):
    found = document(diploma("学生穆清和，男，在我校会计专业学习，本科专科，准予毕业。"))
    assert found.get("education").confidence < 0.85


@pytest.mark.parametrize(
    ("row", "number"),
    [
        ("证书编号：9912 3120 0805 0123 45", "991231200805012345"),
        ("证书编号：991231200805012345\t8", "991231200805012345"),
        ("毕业证书编号（No.）：991231200805012345", "991231200805012345"),
        ("编号：晋教毕字第20341号", "晋教毕字第20341号"),
    ],
)
def test_the_number_of_a_diploma_is_whole_and_no_more(document, row, number):
    found = document(diploma(ORDINARY, row))
    assert found.get("certificate_number").value == number


def test_a_number_broken_at_the_end_of_a_row_goes_on_in_the_next(document):
    found = document(diploma(ORDINARY, "证书编号：9912312008", "05012345"))
    assert found.get("certificate_number").value == "991231200805012345"


def test_a_number_of_another_year_makes_both_unsure(document):
    found = document(diploma(ORDINARY, "证书编号：991231200805012345"))
    assert (found.get("graduated").confidence, found.get("certificate_number").confidence) == (0.8, 0.8)


@pytest.mark.parametrize("year", ["二〇四", "二四"])
def test_figures_lost_in_the_year_are_found_in_the_number(document, year):
    words = f"学生穆清和，男，于二〇〇一年九月至{year}年六月在本校会计学专业本科学习，准予毕业。"
    found = document(diploma(words, "证书编号：991231200405012345"))
    assert found.get("graduated").value == "2004-06"


def test_the_school_may_be_named_by_its_seal_alone(document):
    shown = page(Title("毕业证书"), ORDINARY, seals=(seal(430, 600, "晋岭工程学院"),))
    assert document(shown).get("school").value == "晋岭工程学院"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("授予工学学士学位。", "工学学士"),
        ("授予工程硕士专业学位。", "工程硕士"),
        ("经本校学位评定委员会审核，符合国家学位授予的有关规定，授予农学博士学位。", "农学博士"),
        ("符合《中华人民共和国学位法》规定，授予法律硕士学位。", "法律硕士"),
    ],
)
def test_degrees_of_all_kinds_are_read(document, words, name):
    assert document(degree("穆清和，女，1986年3月5日生。" + words)).get("degree").value == name


VERIFIED = {
    "name": "穆清和",
    "school": "晋岭工程学院",
    "major": "土木工程",
    "education": "本科",
    "graduated": "2008-07-01",
    "certificate_number": "991231200805012345",
    "verification_code": "A7K29MQ4TX5RB8HD",
}


def verified(found) -> dict[str, object]:
    return {name: found.get(name).value if found.get(name) else None for name in VERIFIED}


def test_a_verification_with_its_values_below_the_labels_is_read(document):
    shown = page(
        Title("教育部学历证书电子注册备案表"),
        "姓名\t性别\t出生日期",
        "穆清和\t女\t1986年3月5日",
        "院校名称\t专业\t层次",
        "晋岭工程学院\t土木工程\t本科",
        "毕（结）业日期\t学习形式\t学历类别",
        "2008年7月1日\t普通全日制\t普通高等教育",
        "证书编号",
        "991231200805012345",
        "在线验证码",
        "A7K29MQ4TX5RB8HD",
    )
    assert verified(document(shown)) == VERIFIED


def test_a_verification_in_sentences_is_read(document):
    shown = page(
        Title("中国高等教育学历认证报告"),
        "报告编号：20258812345\t在线验证码：A7K29MQ4TX5RB8HD",
        "经核查，穆清和，女，1986年3月5日生，于2004年9月1日至2008年7月1日在晋岭工程学院土木工程专业普通全日制本科学习，"
        "学制四年，证书编号：991231200805012345，该学历证书真实有效。",
        "本报告有效期至2026年3月24日。",
    )
    found = document(shown)
    assert verified(found) == VERIFIED
    assert found.get("valid_until").value == "2026-03-24"


def test_the_type_of_schooling_is_not_its_level(document):
    rows = [["姓名", "穆清和", "学历类别", "普通高等教育"], ["层次", "专科（高职）", "学习形式", "函授"]]
    shown = page(Title("教育部学历证书电子注册备案表"), Table(rows))
    assert document(shown).get("education").value == "专科"


@pytest.mark.parametrize("name", ["李喆", "穆清和"])
def test_the_label_behind_a_short_name_is_no_part_of_it(document, name):
    shown = page(Title("教育部学历证书电子注册备案表"), f"姓名\t{name}", "性别\t女", "出生日期\t1986年3月5日")
    assert document(shown).get("name").value == name


def test_a_code_with_a_letter_that_may_be_a_figure_is_not_sure(document):
    shown = page(Title("教育部学历证书电子注册备案表"), "姓名：穆清和", "在线验证码：A7K29MQ4TXORB8HD")
    assert document(shown).get("verification_code").confidence < 0.85


def test_a_day_beside_the_label_is_not_the_number_below_it(document):
    found = document(degree("穆清和，女，授予医学学士学位。", "学位证书编号：\t2010年6月30日", "9912342010091306"))
    assert found.get("certificate_number").value == "9912342010091306"

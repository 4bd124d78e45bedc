"""Decisions that appoint several people: the applicant's own row."""

from __future__ import annotations

import pytest

from tests.extract.pages import Right, Table, Title, page

UNIT = "汾州师范学院"
FORM = page(Title("专业技术职务任职资格评审表"), Table([["姓名", "张三", "工作单位", UNIT]]))
TERM = "聘期三年，2022年1月1日至2024年12月31日。"
SIGNED = (Right(UNIT), Right("2021年12月27日"), f"{UNIT}办公室\t2021年12月27日印发")


def appointed(dossier, *items, form=FORM):
    record = dossier(form, page(Title("关于聘任李四等同志专业技术职务的通知"), *items, number=2))
    return next(one for one in record.documents if one.kind == "appointment")


SAID = f"经研究，决定聘任李四等同志担任相应专业技术职务（名单见附件）。{TERM}"


@pytest.mark.parametrize(
    "people",
    [
        Table([["序号", "姓名", "部门", "聘任职务"], ["1", "李四", "文学院", "教授"], ["2", "张三", "数学院", "讲师"]]),
        Table([["姓名", "现职称", "受聘职务"], ["李四", "副教授", "教授"], ["张三", "助教", "讲师"]]),
        Table([["姓名", "聘任岗位", "姓名", "聘任岗位"], ["李四", "教授", "张三", "讲师"]]),
        "李四\t教授\t张三\t讲师",
        "聘任李四同志为教授，聘任张三同志为讲师。",
        "教授（1人）：李四。讲师（2人）：王五、张三。",
        "聘任李四为教授，张三、王五为讲师。",
        "续聘李四为教授，续聘张三（数学院）、王五（文学院）为讲师，赵六（外语学院）为助教。",
        "续聘李四为教授，续聘张三（数学院）王五（文学院）为讲师，赵六（外语学院）为助教。",
    ],
)
def test_of_people_appointed_the_applicants_own_title_is_taken(dossier, people):
    found = appointed(dossier, SAID, people, *SIGNED)
    assert (found.get("name").value, found.get("title").value) == ("张三", "讲师")
    assert found.get("employer").value == UNIT


def test_a_list_of_people_without_the_applicant_names_nobody(dossier):
    found = appointed(dossier, SAID, Table([["姓名", "聘任职务"], ["李四", "教授"], ["王五", "讲师"]]), *SIGNED)
    assert (found.get("name").value, found.get("title").value) == (None, None)


def test_a_list_of_people_names_nobody_while_the_applicant_is_unknown(dossier):
    people = Table([["姓名", "聘任职务"], ["李四", "教授"], ["张三", "讲师"]])
    found = appointed(dossier, SAID, people, *SIGNED, form=page(Title("专业技术职务任职资格评审表")))
    assert (found.get("name").value, found.get("title").value) == (None, None)


def test_a_decision_whose_sentences_appoint_one_after_the_other_is_read_by_the_applicants(dossier):
    record = dossier(
        FORM,
        page(
            Title("关于李四等五名同志专业技术职务聘任的通知"),
            "经处务会研究并公示，决定聘任：",
            "李四同志为副教授；",
            "张三、王五同志为讲师；",
            "赵六同志为助教。",
            TERM.replace("聘期", "以上同志聘期"),
            *SIGNED,
            number=2,
        ),
    )
    found = next(one for one in record.documents if one.kind == "appointment")
    assert (found.get("name").value, found.get("title").value) == ("张三", "讲师")


def test_another_title_on_the_applicants_row_without_heads_leaves_it_open(dossier):
    found = appointed(dossier, SAID, "李四\t副教授\t教授", "张三\t助教\t讲师", *SIGNED)
    assert (found.get("name").value, found.get("title").value) == ("张三", None)


def test_the_office_that_prints_a_decision_does_not_issue_it(dossier):
    found = appointed(dossier, "张三同志：", TERM, *SIGNED)
    assert found.get("employer").value == UNIT


def test_a_unit_on_a_row_of_the_list_is_where_one_works_not_who_appoints(dossier):
    record = dossier(
        FORM,
        page(
            Title("专业技术职务聘任审批表"),
            "填报单位：汾州市教育局",
            Table([["姓名", "单位", "聘任职务", "聘期"], ["张三", "实验中学", "讲师", "2014.4.1-2017.3.31"]]),
            Table([["李四", "城关中学", "讲师", "2014.4.1-2017.3.31"]]),
            "同意聘任。\t2014.3.28",
            number=2,
        ),
    )
    found = next(one for one in record.documents if one.kind == "appointment")
    assert found.get("employer").value == "汾州市教育局"


def test_the_post_in_brackets_behind_a_title_is_no_part_of_it(dossier):
    contract = page(
        Title("事业单位岗位聘用合同书"),
        f"甲方（聘用单位）：{UNIT}",
        "乙方（受聘人员）：张三",
        "一、甲方聘用乙方在专业技术岗位工作，岗位名称：讲师（中级十级）。",
        number=2,
    )
    found = next(one for one in dossier(FORM, contract).documents if one.kind == "appointment")
    assert found.get("title").value == "讲师"


def test_the_term_a_sentence_states_is_told_from_an_earlier_one_it_mentions(document):
    contract = page(
        Title("岗位聘用合同"),
        "甲方（聘用单位）：晋岭市云台中学",
        "乙方（受聘人）：张三",
        "二、聘期自2018年1月1日至2027年12月31日。期满经考核合格的可以续聘。",
        "（2015年1月至2017年12月聘期合同已存档。）",
    )
    assert (document(contract).get("period").value.start, document(contract).get("period").value.end) == (
        "2018-01-01",
        "2027-12-31",
    )

"""Lists of several people and of several appointments: the applicant's own row, the latest one."""

from __future__ import annotations

import pytest

from tests.extract.pages import Right, Table, Title, page

FORM = page(Title("专业技术职务任职资格评审表"), Table([["姓名", "张三", "工作单位", "汾州师范学院"]]))
HEADS = ["姓名", "工作单位", "学历", "现职称", "拟评职称"]
PEOPLE = [["李四", "并州大学", "本科", "讲师", "副教授"], ["张三", "汾州师范学院", "研究生", "助教", "讲师"]]


def of_kind(record, kind):
    return next(one for one in record.documents if one.kind == kind)


@pytest.mark.parametrize("first", [True, False])
def test_of_a_list_of_applicants_the_own_row_is_read(dossier, first):
    listing = page(Title("职称评审推荐人员花名册"), Table([HEADS, *PEOPLE]), number=1 if first else 2, file="b.pdf")
    pages = (listing, FORM) if first else (FORM, listing)
    found = of_kind(dossier(*pages), "summary_form")
    read = [found.get(name).value for name in ("name", "employer", "education", "current_title", "title")]
    assert read == ["张三", "汾州师范学院", "研究生", "助教", "讲师"]


def test_a_list_of_applicants_is_open_where_the_applicant_is_not_on_it(dossier):
    others = [["李四", "并州大学", "本科", "讲师", "副教授"], ["王五", "汾州大学", "本科", "助教", "讲师"]]
    found = of_kind(
        dossier(FORM, page(Title("人员花名册"), Title("职称评审人员花名册"), Table([HEADS, *others]), number=2)),
        "summary_form",
    )
    assert (found.get("name").value, found.get("title").value) == (None, None)


def test_the_latest_of_several_appointments_counts(dossier):
    rows = [["聘任职务", "聘任起止时间"], ["助教", "2014.12—2019.12"], ["讲师", "2020.01—2025.12"]]
    proof = page(Title("聘用证明"), "兹证明张三同志历次聘任情况如下：", Table(rows), Right("汾州师范学院"), number=2)
    found = of_kind(dossier(FORM, proof), "appointment")
    assert (found.get("title").value, found.get("period").value.start) == ("讲师", "2020-01")


@pytest.mark.parametrize("title", ["关于张三同志任职的通知", "任职通知", "关于聘任张三等二名同志职务的批复"])
def test_a_decision_to_appoint_is_known_by_its_title(dossier, title):
    said = "聘张三同志为讲师，聘期三年（2020年1月1日—2022年12月31日）。"
    record = dossier(FORM, page(Title(title), said, Right("汾州师范学院"), Right("2020年1月3日"), number=2))
    assert record.documents[1].kind == "appointment"


def test_of_groups_with_their_departments_the_nearest_title_counts(dossier):
    rows = [["教授", "李四（文学院）王五（数学院）"], ["讲师", "张三（物理学院）赵六（化学院）"]]
    said = "经研究，决定聘任以下人员："
    record = dossier(FORM, page(Title("关于聘任专业技术人员的决定"), said, Table(rows, widths=[100, 350]), number=2))
    assert record.documents[1].get("title").value == "讲师"


def test_a_decision_is_dated_and_signed_before_its_annex(dossier):
    said = "经研究，聘用李四等2名同志到相应专业技术岗位，聘期3年。"
    decision = page(
        Title("关于李四等2人专业技术岗位聘用的通知"), said, Right("汾州师范学院"), Right("2024年6月27日"), number=2
    )
    heads = ["姓名", "单位", "拟聘岗位", "聘用起始时间"]
    rows = [["李四", "文学院", "教授", "2024.7.1"], ["张三", "数学学院", "讲师", "2024.7.1"]]
    annex = page("附件：", "聘用人员名册", Table([heads, *rows]), number=3)
    found = of_kind(dossier(FORM, decision, annex), "appointment")
    read = [found.get(name).value for name in ("name", "title", "employer", "date")]
    assert read == ["张三", "讲师", "汾州师范学院", "2024-06-27"]


def test_the_latest_word_on_an_assessment_decides_not_what_was_proposed(dossier):
    rows = [["部门意见", "建议评为优秀。"], ["考核组织意见", "经研究，确定为合格。"]]
    record = dossier(FORM, page(Title("2022年度考核登记表"), Table([["姓名", "张三"]]), Table(rows), number=2))
    assert of_kind(record, "annual_assessment").get("grade").value == "合格"


def test_a_grade_whose_label_proposes_it_is_not_the_grade(dossier):
    rows = [["部门评语", "建议等次：优秀。"], ["考核组织评语", "审定等次：合格。"]]
    record = dossier(
        FORM, page(Title("教职工年度考核表"), Table([["姓名", "张三", "年度", "2022"]]), Table(rows), number=2)
    )
    assert of_kind(record, "annual_assessment").get("grade").value == "合格"


def test_the_form_of_an_appointment_is_of_the_unit_above_its_table_and_no_office_that_signs_it(dossier):
    head = ["序号", "姓名", "资格名称", "聘任岗位", "聘期"]
    rows = [head, ["1", "李四", "讲师", "讲师", "2020.01.01-2022.12.31"]]
    rows += [["2", "张三", "讲师", "讲师", "2020.01.01-2022.12.31"]]
    signed = Table([["人力\n资源部", "拟同意。", "院务会", "同意聘任。"]], widths=[60, 160, 60, 160])
    above = "单位：汾州师范学院\t\t2019.12.27"
    form = page(Title("专业技术岗位聘任审批表"), above, Table(rows, widths=[40, 60, 80, 80, 180]), signed, number=2)
    found = next(one for one in dossier(FORM, form).documents if one.kind == "appointment")
    assert (found.get("employer").value, found.get("date").value) == ("汾州师范学院", "2019-12-27")

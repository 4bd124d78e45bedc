"""Results of yearly assessments made known for several people, and grades as committees write them."""

from __future__ import annotations

import pytest

from tests.extract.pages import Right, Table, Title, page

UNIT = "汾州样本学校"
FORM = page(Title("专业技术职务任职资格评审表"), Table([["姓名", "张三", "工作单位", UNIT]]))
HEAD = ["序号", "姓名", "岗位", "考核等次"]
SIGNED = (Right(UNIT), Right("2024年1月18日"))


def assessed(dossier, *items, title="2023年度教职工考核结果"):
    record = dossier(FORM, page(Title(title), *items, number=2))
    return next(one for one in record.documents if one.kind == "annual_assessment")


@pytest.mark.parametrize(
    "rows",
    [
        [HEAD, ["1", "李四", "教师", "合格"], ["2", "张三", "教师", "优秀"], ["3", "王五", "办公室", "合格"]],
        [["姓名", "部门", "考核结果"], ["王五", "办公室", "合格等次"], ["张三", "一年级", "优秀等次"]],
    ],
)
def test_of_people_assessed_the_applicants_own_row_is_read(dossier, rows):
    found = assessed(dossier, "经考核领导小组评定，年度考核等次如下：", Table(rows), *SIGNED)
    read = {name: found.get(name).value for name in ("name", "year", "grade", "employer")}
    assert read == {"name": "张三", "year": 2023, "grade": "优秀", "employer": UNIT}


def test_a_list_set_in_two_blocks_side_by_side_is_read_block_by_block(dossier):
    head = ["序号", "姓名", "等次"]
    rows = [[*head, *head], ["1", "李四", "合格", "3", "王五", "合格"], ["2", "赵六", "合格", "4", "张三", "优秀"]]
    found = assessed(dossier, "现将考核结果通报如下：", Table(rows, widths=[40, 80, 80, 40, 80, 80]), *SIGNED)
    assert (found.get("name").value, found.get("grade").value) == ("张三", "优秀")


def test_a_list_of_people_assessed_without_the_applicant_tells_nothing_of_anyone(dossier):
    rows = [HEAD, ["1", "李四", "教师", "合格"], ["2", "王五", "办公室", "优秀"]]
    found = assessed(dossier, Table(rows), *SIGNED)
    assert (found.get("name").value, found.get("grade").value) == (None, None)


def test_the_unit_below_the_title_is_the_employer_and_an_authority_that_signs_is_not(dossier):
    rows = [HEAD, ["1", "李四", "教师", "合格"], ["2", "张三", "教师", "合格"]]
    signed = (Right("汾州市教育局"), Right("2024年1月18日"))
    assert assessed(dossier, f"\t（{UNIT}）", Table(rows), *signed).get("employer").value == UNIT
    assert assessed(dossier, Table(rows), *signed).get("employer") is None


@pytest.mark.parametrize("written", ["确定为（合格）等次。", "经考核，评定为“合格”等次。", "考核结果为：合格。"])
def test_a_grade_may_stand_in_brackets_or_quotation_marks(dossier, written):
    rows = [["姓名", "张三", "单位", UNIT], ["考核委员会意见", written, "", ""]]
    found = assessed(dossier, Table(rows), title="2023年度考核登记表")
    assert found.get("grade").value == "合格"

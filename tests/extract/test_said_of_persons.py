"""What proofs, pledges, forms and certificates say of a person and a unit in sentences and below opinions."""

from __future__ import annotations

import pytest

from tests.extract.pages import Gap, Right, Table, Title, page

UNIT = "汾州市融合传媒中心"


def test_a_proof_of_a_work_names_it_with_its_makers_and_the_applicants_part(dossier):
    form = page(Title("专业技术职务任职资格评审表"), Table([["姓名", "张三", "工作单位", UNIT]]))
    said = (
        "系列报道《大河上下》由我单位组织采写，于2023年3月至2023年5月刊播。"
        "主创人员：张三、李四，其中张三为第一作者，独立采写三篇。"
    )
    proof = page(Title("作品刊播证明"), said, Right(UNIT), Right("2025年8月4日"), file="2.pdf")
    (found,) = (one for one in dossier(form, proof).documents if one.kind == "achievement")
    read = {name: found.get(name).value for name in ("title", "members", "role")}
    assert read == {"title": "《大河上下》", "members": ["张三", "李四"], "role": "第一作者，独立采写三篇"}


@pytest.mark.parametrize(
    "said",
    [f"我是{UNIT}的张三，申报主任记者。", f"我叫张三，在{UNIT}工作，今年申报主任记者。", f"本人系{UNIT}职工张三。"],
)
def test_a_pledge_says_in_a_sentence_where_one_works(value, said):
    assert value("employer", page(Title("诚信承诺书"), said, Gap(60), "承诺人：张三", "2025年8月4日")) == UNIT


def test_units_that_were_merged_into_another_are_the_parties_of_a_statement(value):
    said = f"2019年4月，汾州日报社、汾州广播电视台整合组建{UNIT}，人员由中心承接。"
    assert value("parties", page(Title("关于单位整合更名的情况说明"), said)) == ["汾州日报社", UNIT]


def test_the_superiors_place_may_be_headed_by_its_name_alone(document):
    opinions = [
        ["八、单位鉴定意见", "张三同志工作认真，同意推荐申报主任记者。\n中心主任（签字）：王五\n2025年8月4日"],
        ["九、主管部门", "情况属实，同意报送。\n部领导（签字）：李四\n2025年8月20日"],
    ]
    shown = document(
        page(
            Title("专业技术职务任职资格评审表"),
            Table([["姓名", "张三", "工作单位", UNIT]]),
            Table(opinions, (110, 340), 110),
        )
    )
    assert shown.get("superior_opinion").value == "情况属实，同意报送。"
    assert shown.get("unit_signed").raw == "王五"


def test_the_name_of_the_authority_is_no_opinion(document):
    rows = [["姓名", "张三", "工作单位", UNIT], ["主管部门", "汾州市委宣传部", "单位性质", "事业单位"]]
    shown = document(page(Title("专业技术职务任职资格评审表"), Table(rows)))
    assert shown.get("superior_opinion") is None


def test_the_office_at_the_foot_of_a_certificate_granted_it_not_the_committee_that_judged(value):
    rows = [["姓名", "张三"], ["职称名称", "中级教练"], ["评审组织", "体育系列中级职称评审委员会"]]
    shown = page(Title("职称电子证书"), Table(rows), Gap(40), Right("汾州市人力资源和社会保障局"))
    assert value("issuer", shown) == "汾州市人力资源和社会保障局"


def test_an_honour_bears_the_name_of_the_honour(value):
    shown = page(
        Title("荣誉证书"), "张三同志：", "在备战工作中成绩突出，被授予“优秀教练员”称号。", Right("汾州市体育局")
    )
    assert value("title", shown) == "优秀教练员"

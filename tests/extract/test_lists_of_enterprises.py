"""Notices that list enterprises: the applicant's own with a note behind it, and one whose name was taken away."""

from __future__ import annotations

from tests.extract.pages import Right, Table, Title, page

OWN, OTHER = "汾州样本机械有限公司", "甲乙机械有限公司"
FORM = page(Title("专业技术职务任职资格评审表"), Table([["姓名", "张三", "工作单位", OWN]]))
ISSUER = Right("山西省工业和信息化厅")


def enterprise(dossier, *items):
    record = dossier(FORM, page(*items, ISSUER, file="2.pdf"))
    return next(one for one in record.documents if one.kind == "enterprise_qualification").get("enterprise")


def test_the_own_enterprise_is_found_in_a_list_with_a_note_behind_it(dossier):
    rows = [["序号", "企业名称"], ["1", f"{OWN}（汾州市）"], ["2", OTHER]]
    assert enterprise(dossier, Title("专精特新中小企业名单"), Table(rows)).value == OWN


def test_a_list_without_the_own_enterprise_names_no_other(dossier):
    rows = [["序号", "企业名称"], ["1", "丙丁电子有限公司（汾州市）"], ["2", OTHER]]
    assert not enterprise(dossier, Title("专精特新中小企业名单"), Table(rows)).known


def test_an_enterprise_that_lost_the_name_is_not_said_to_hold_it(dossier):
    title = Title("关于专精特新企业的通知")
    said = f"认定{OTHER}等2家企业为专精特新中小企业，取消{OWN}等3家企业的专精特新中小企业资格。"
    value = enterprise(dossier, title, said)
    assert value is None or value.value != OWN
    named = f"认定{OTHER}、{OWN}等2家企业为专精特新中小企业。"
    assert enterprise(dossier, title, named).value == OWN

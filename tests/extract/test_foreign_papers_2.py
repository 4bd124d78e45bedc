"""Papers of foreigners and degrees from abroad: heads that are no countries, words that are no names, days of issue."""

from __future__ import annotations

import pytest

from dossier.extract.kinds.foreigners import person_in
from tests.extract.pages import Right, Table, Title, page

FORM = page(Title("专业技术职务任职资格评审表"), Table([["姓名", "朴俊浩", "工作单位", "汾州样本有限公司"]]))


def of_kind(record, kind):
    return next(one for one in record.documents if one.kind == kind)


@pytest.mark.parametrize("head", ["国籍或地区", "国籍及地区", "国籍/地区", "国籍"])
@pytest.mark.parametrize("next_head", ["国籍信息", "国籍代码"])
def test_a_head_is_no_country(dossier, head, next_head):
    rows = [["姓名", "LIND ANNA", head, "德国"], ["出生日期", "1980-01-01", next_head, "276"]]
    passport = page(Title("护照"), "护照号码：C01234567", Table(rows), number=2)
    assert of_kind(dossier(FORM, passport), "id_alternative").get("nationality").value == "德国"


@pytest.mark.parametrize("row", ["韩国 KOREA", "许可 PERMIT", "江苏 JIANGSU", "应聘 APPLY"])
def test_chinese_beside_latin_letters_is_no_sure_name(dossier, row):
    permit = page(Title("外国人工作许可证"), row, "工作单位：汾州样本有限公司", number=2)
    name = of_kind(dossier(FORM, permit), "work_permit").get("name")
    assert name is None or name.confidence <= 0.6


def test_the_applicants_name_beside_latin_letters_is_found_among_other_words(dossier):
    permit = page(Title("外国人工作许可证"), "韩国 KOREA", "朴俊浩 PARK JUNHO", "工作单位：汾州样本有限公司", number=2)
    name = of_kind(dossier(FORM, permit), "work_permit").get("name")
    assert (name.value, name.confidence) == ("朴俊浩", 0.98)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("SMITH JOHN F", "SMITH JOHN F"),
        ("KUMAR, M", "KUMAR, M"),
        ("LIND ANNA / F", "LIND ANNA"),
        ("LIND ANNA / 女", "LIND ANNA"),
        ("LIND ANNA (F)", "LIND ANNA"),
        ("LIND ANNA 女F", "LIND ANNA"),
    ],
)
def test_an_initial_is_part_of_a_name_and_the_sex_is_not(text, name):
    assert person_in(text) == name


VERIFICATION = Title("国外学历学位认证书")
STUDIED = "张三，男，1990年1月1日生，在英国样本大学学习，获得该校理学硕士学位证书。经核查，该校系英国正规高等学校。"


def test_the_day_a_verification_is_issued_is_not_the_day_of_the_degree(dossier):
    issued = "本认证书由教育部留学服务中心于2019年5月6日颁发。"
    record = dossier(FORM, page(VERIFICATION, STUDIED, issued, number=2))
    assert of_kind(record, "education_verification").get("graduated") is None


@pytest.mark.parametrize("said", ["于2018年7月13日颁发的理学硕士学位证书", "于2018年7月13日授予理学硕士学位"])
def test_the_day_a_degree_is_granted_ends_the_studies(dossier, said):
    told = f"张三，男，1990年1月1日生，提交的由英国样本大学{said}，经核查属实。"
    record = dossier(FORM, page(VERIFICATION, told, number=2))
    assert of_kind(record, "education_verification").get("graduated").value[:7] == "2018-07"


@pytest.mark.parametrize(
    ("said", "full_time"),
    [("从事不脱产在职博士后研究", False), ("全职从事博士后研究，无兼职", True), ("系在职博士后，不脱产", False)],
)
def test_who_does_not_leave_his_post_is_no_full_time_researcher(dossier, said, full_time):
    told = f"兹证明张三同志自2020年3月1日进站，{said}。"
    record = dossier(FORM, page(Title("博士后在站证明"), told, Right("山西样本大学"), number=2))
    assert of_kind(record, "postdoc").get("full_time").value is full_time

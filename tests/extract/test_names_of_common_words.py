"""Given names that are words elsewhere: 文博, 金榜, 存根, 三省."""

from __future__ import annotations

import pytest

from tests.extract.pages import Right, Table, Title, page

UNIT = "汾州样本学校"


@pytest.mark.parametrize("name", ["王文博", "李金榜", "郭存根", "张民主", "赵三省"])
def test_a_given_name_may_be_a_word_of_notices_and_forms(dossier, name):
    form = page(Title("专业技术职务任职资格评审表"), Table([["姓名", name, "工作单位", UNIT]]))
    notice = page(
        Title("职称申报公示"),
        f"根据有关规定，现将{name}同志申报高级工程师的材料予以公示。",
        "公示时间：2025年4月7日至2025年4月14日",
        Right(UNIT),
        Right("2025年4月7日"),
        number=2,
    )
    record = dossier(form, notice)
    assert record.applicant["name"].value == name
    (applicants,) = (one.get("applicants") for one in record.documents if one.kind == "publicity_notice")
    assert [one["name"] for one in applicants.value] == [name]


@pytest.mark.parametrize("words", ["文博系列", "张榜", "张榜公示", "荣誉榜", "存根", "经民主", "山西省"])
def test_words_of_notices_are_no_persons(value, words):
    assert value("name", page(Title("专业技术职务任职资格评审表"), Table([["姓名", words, "工作单位", UNIT]]))) is None

"""Forms whose pairs run on in one row, and opinions under the name of what kind of unit gives them."""

from __future__ import annotations

import pytest

from tests.extract.pages import Table, Title, page

SIGNED = "2025年9月19日"


def test_pairs_that_run_on_in_one_row_end_where_the_next_label_begins(document):
    rows = ("姓名甘棠性别男出生年月1983.11民族汉族", "单位性质民营企业参加工作时间 2006.7")
    found = document(page(Title("职称评审表"), *rows, "申报资格工程师申报方式正常申报"))
    read = {name: found.get(name).value for name in ("birth_date", "ethnicity", "employer_type", "work_since")}
    assert read == {"birth_date": "1983-11", "ethnicity": "汉族", "employer_type": "民营企业", "work_since": "2006-07"}


@pytest.mark.parametrize("head", ["剧院意见", "剧团意见", "报社推荐意见", "本馆意见", "支行审核意见"])
def test_an_opinion_is_the_unit_s_whatever_kind_of_unit_heads_it(document, head):
    opinion = f"同意推荐申报二级演员。\n院长：牛慕白\n{SIGNED}"
    rows = [["姓名", "甘棠", "申报职称", "二级演员"], [head, opinion, "本人签名", "甘棠"]]
    table = Table(rows, height=90)
    found = document(page(Title("职称申报评审表"), table))
    assert found.get("unit_opinion").value == "同意推荐申报二级演员。"
    assert found.get("opinion_date").value == "2025-09-19"


def test_a_page_that_opens_with_the_applicant_s_signature_ends_the_form_before_it(dossier):
    first = page(Title("职称评审表"), "姓名 甘棠", "申报资格 工程师", "业绩摘要", "主持工艺改进。")
    second = page("申报人签名：甘棠", "单位推荐意见", "甘棠同志成绩突出，同意推荐申报工程师。", SIGNED, number=2)
    (form,) = dossier(first, second).documents
    assert (form.kind, len(form.pages)) == ("review_form", 2)
    assert form.get("unit_opinion").value == "甘棠同志成绩突出，同意推荐申报工程师。"


def test_the_post_held_is_the_present_title_where_it_is_a_title(document):
    rows = [["姓名", "甘棠", "现聘职务", "讲师"], ["何时取得", "2015年12月", "申报职称", "副教授"]]
    found = document(page(Title("职称评审表"), Table(rows)))
    assert (found.get("current_title").value, found.get("current_title_date").value) == ("讲师", "2015-12")

"""Publication told in other words: posters, letters to colleagues, posts of an office system, a bare 证明 of what was
posted; items in lists of other forms; places, days and annexes of a notice."""

from __future__ import annotations

import pytest

from dossier.extract.items import read_items
from dossier.extract.publicity import read_annex, read_stated_days
from dossier.extract.venues import read_venue
from tests.extract.pages import Gap, Right, Table, Title, page, prose
from tests.extract.test_unseen_wordings_6 import FORM, UNIT, of_kind

ALL = ["conditions_and_procedure", "application_materials", "unit_opinion"]
SIGNED = (Gap(30), Right(UNIT), Right("2025年9月1日"))


def items(*rows: str) -> list[str] | None:
    value = read_items(prose(*rows), None)
    return value.value if value is not None and value.known else None


def venue(*rows: str) -> list[str] | None:
    value = read_venue(prose(*rows), None)
    return value.value if value is not None and value.known else None


# Which paper it is


def test_a_bare_certificate_of_what_was_posted_is_that_of_the_result(dossier):
    said = (
        "张三同志申报高级教师的评审条件和程序、申报材料、单位鉴定意见，"
        "2025年9月1日到9月5日在校门口公示栏张贴，群众无反映。"
    )
    shown = page(Title("证明"), said, Gap(30), Right(UNIT), Right("2025年9月8日"), number=2)
    found = of_kind(dossier(FORM, shown), "publicity_result")
    assert found.get("outcome").value == "no_objection"
    assert found.get("items").value == ALL


def test_a_bare_certificate_of_what_was_posted_is_no_notice_where_it_tells_no_outcome(dossier):
    said = "兹有张三同志申报高级教师的评审条件和程序、申报材料、单位鉴定意见，于2025年9月1日至9月5日在公示栏张贴。"
    record = dossier(FORM, page(Title("证明"), said, *SIGNED, number=2))
    assert of_kind(record, "publicity_result").get("outcome").value == "not_stated"
    assert not [one for one in record.documents if one.kind == "publicity_notice"]


@pytest.mark.parametrize("head", ["公示榜", "公示牌", "公示信", "关于张三同志申报高级教师的公示信"])
def test_a_notice_has_more_than_one_name(dossier, head):
    rows = (
        "校内张三申报高级教师，特将：",
        "一、评审条件与评审步骤",
        "二、本人的申报表及证书",
        "三、学校的鉴定评语",
        "榜示于教学楼门口公告栏，供全体教师监督。",
        "榜示之期：2025年9月1日至2025年9月5日，计五个工作日。",
    )
    found = of_kind(dossier(FORM, page(Title(head), *rows, *SIGNED, number=2)), "publicity_notice")
    assert found.get("items").value == ALL
    assert found.get("venue").value == ["conspicuous_place"]
    assert (found.get("period").value.start, found.get("period").value.end) == ("2025-09-01", "2025-09-05")
    assert found.get("stated_days").value == 5


def test_what_an_office_system_printed_out_is_the_notice_itself(dossier):
    rows = [
        ["公示事项A", "评审条件和程序：评审条件全文，学校推荐工作流程"],
        ["公示事项B", "个人申报材料：评审表、论文、考核结果"],
        ["公示事项C", "单位鉴定意见：学校出具的鉴定意见"],
        ["公示期", "2025年9月1日至2025年9月5日"],
        ["公示渠道", "本系统公示栏（内部网络）"],
    ]
    head = "汾州样本学校办公系统 / 公告　打印：人事处 李四　2025/09/08 10:12"
    shown = page(head, Title("职称申报校内公示"), Table(rows, (90, 340)), *SIGNED, number=2)
    found = of_kind(dossier(FORM, shown), "publicity_notice")
    assert found.get("items").value == ALL


# What is published


@pytest.mark.parametrize(
    "rows",
    [
        ("公示", "申报人业绩材料、任职资格条件、评议推荐意见及推荐程序一并公示。"),
        ("公示", "张三申报，公示三样内容：评审条件和程序（附件1）；本人申报材料（附件2）；学校鉴定意见（附件3）。"),
        ("公示", "张三申报高级教师，公示三项：评审条件和程序；本人申报材料；学校鉴定意见。", "公示期：5天"),
        (
            "关于张三申报高级教师的三公示",
            "WHO 张三，申报高级教师。",
            "WHAT ①评审条件与程序 ②个人申报材料 ③学校鉴定意见",
            "WHEN 2025-09-01~2025-09-05",
        ),
        (
            "关于张三的公示信",
            "大家可以看到的有：高级教师的评审条件，以及从报名到评审的程序；张三的申报材料，包括论文；",
            "学校为他写的鉴定意见。",
        ),
        ("公示", "请各位到公告栏前查阅以下内容：评审条件和程序；张三的申报材料；学校鉴定意见。"),
        ("公示", "公示内容一：评审条件和程序", "公示内容二：个人申报材料", "公示内容三：单位鉴定意见"),
    ],
)
def test_items_are_taken_from_lists_of_many_forms(rows):
    assert items(*rows) == ALL


def test_a_list_of_what_may_be_seen_claims_no_item_that_it_lacks():
    said = "大家可以看到的有：高级教师的评审条件和程序；张三的申报材料。"
    assert items("关于张三的公示信", said) == ALL[:2]


def test_an_item_told_with_two_words_of_its_own_is_one_item():
    said = "（一）评审标准条件和推荐工作程序；（二）个人申报的全部材料；（三）委员会的鉴定意见。"
    value = read_items(prose("公示", "现就下列事项进行公示：", said), None)
    assert value.value == ALL
    assert value.confidence > 0.9


def test_an_opinion_between_conditions_and_procedure_is_an_item_of_its_own():
    assert items("公示", "现将评审标准、考核推荐意见和推荐程序予以公示。") == [ALL[0], ALL[2]]


def test_days_beside_an_item_in_a_table_are_no_text_below_it(dossier):
    rows = [
        ["次", "公示内容", "起止时间", "收到异议"],
        ["一", "评审条件和程序", "2025年9月1日至9月5日", "无"],
        ["二", "个人申报材料", "2025年9月8日至9月12日", "无"],
        ["三", "单位鉴定意见", "2025年10月13日至10月17日", "无"],
    ]
    shown = page(Title("三公示情况汇总表"), Table(rows), "以上三次公示，群众无反映。", *SIGNED)
    assert of_kind(dossier(shown), "publicity_result").get("items").value == ALL


def test_annexes_named_among_the_materials_end_no_list():
    said = "二、公示内容：评审政策（条件、流程）；个人资料（申报信息和业绩附件）；单位意见（公司推荐意见）。"
    assert items("公示", said, "三、公示时间：2025年9月1日至9月5日。") == ALL


@pytest.mark.parametrize("said", ["申报须知、张三提交的材料、学校的推荐意见", "评审条件和程序、代表作、学校的推荐意见"])
def test_an_item_that_is_perhaps_told_in_other_words_is_not_surely_missing(said):
    value = read_items(prose("公示", f"现将{said}予以公示。"), None)
    assert value.value != ALL
    assert value.confidence < 0.9


# Where


@pytest.mark.parametrize("said", ["门户网站内网", "官方网站（内网）", "集团网站内网"])
def test_the_inner_part_of_a_site_is_no_public_one(said):
    assert venue("公示", f"科研楼大厅公示栏张榜，同时在院{said}公示。") == ["conspicuous_place", "internal_website"]


def test_a_site_that_all_can_see_is_still_told():
    assert venue("公示", "在单位门户网站和内网同时公示。") == ["internal_website", "public_website"]


def test_a_department_of_the_internet_is_no_place():
    assert venue("关于工业互联网事业部张三的公示", "WHERE 公司内网首页置顶（需登录）") == ["internal_website"]


@pytest.mark.parametrize("place", ["行政楼一层公示区", "科研楼电梯厅"])
def test_a_place_that_all_pass_is_a_board(place):
    assert venue("公示", f"以上材料在{place}和法院专网公示。") == ["conspicuous_place", "internal_website"]


def test_a_sentence_that_states_the_place_is_read_to_its_end(dossier):
    said = ("公示时间为2025年9月1日至9月5日。公示地点为一号门橱窗、", "办公楼大厅，电子版同步登载于学校内网。")
    shown = page(Title("公示"), "现将张三的申报材料公示如下。", *said, *SIGNED, number=2)
    found = of_kind(dossier(FORM, shown), "publicity_notice").get("venue")
    assert found.value == ["conspicuous_place", "internal_website"]


# How long, and the list beside it


@pytest.mark.parametrize(
    ("said", "days"),
    [("公示期9天，从9月1日到9月9日。", 9), ("公示期限为七天。", 7), ("公示时间共5个自然日。", 5)],
)  # fmt: skip
def test_days_of_the_calendar_may_be_stated_too(said, days):
    assert read_stated_days(prose("公示", said)).value == days


@pytest.mark.parametrize(
    "said", ["公示期7天以上。", "公示期不少于7天。", "公示期10日至14日。", "公示期5天内如有异议请反映。"]
)
def test_a_bound_is_no_number_of_days(said):
    assert read_stated_days(prose("公示", said)) is None


def test_an_annex_ends_with_the_name_of_the_list():
    shown = prose("公示", "附件", "2025年度申报推荐人员名册", "序号 姓名 单位", "1 张三 样本学校")
    assert read_annex(shown).value == "2025年度申报推荐人员名册"


def test_a_list_in_an_annex_may_name_a_title_of_no_series(dossier):
    rows = [
        ["序号", "姓名", "现职务", "申报职务"],
        ["1", "张三", "讲师", "高级讲师"],
        ["2", "李四", "政工师", "高级政工师"],
    ]
    shown = page(Title("公示"), "现将下列人员的申报材料予以公示。", Table(rows), *SIGNED, number=2)
    people = of_kind(dossier(FORM, shown), "publicity_notice").get("applicants").value
    assert people[1] == {"name": "李四", "title": "高级政工师"}


def test_a_title_that_is_perhaps_misread_is_none(dossier):
    rows = [
        ["序号", "姓名", "现职务", "申报职务"],
        ["1", "张三", "讲师", "高级丁程师"],
        ["2", "李四", "讲师", "技术人员"],
    ]
    shown = page(Title("公示"), "现将下列人员的申报材料予以公示。", Table(rows), *SIGNED, number=2)
    people = of_kind(dossier(FORM, shown), "publicity_notice").get("applicants").value
    assert [one["title"] for one in people] == [None, None]


def test_a_unit_is_named_behind_its_label_without_a_colon(dossier):
    shown = page(Title("公示"), "发布机构 汾州样本学校", "现将张三的申报材料在公示栏公示。", number=2)
    assert of_kind(dossier(FORM, shown), "publicity_notice").get("publisher").value == UNIT

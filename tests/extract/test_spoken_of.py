"""What a notice only speaks of is not published by it, and what a report only mentions is no objection."""

from __future__ import annotations

import pytest

from dossier.extract.announcing import announced
from dossier.extract.items import read_items
from dossier.extract.outcome import read_outcome
from dossier.extract.publicity import read_period
from dossier.model import Period
from tests.extract.pages import Table, Title, layout, page, prose

CONDITIONS, MATERIALS, OPINION = "conditions_and_procedure", "application_materials", "unit_opinion"
FORM = page(
    Title("职称评审表"),
    Table([["姓名", "张三", "性别", "男"], ["工作单位", "某某公司", "申报职称", "工程师"]]),
    file="表.pdf",
)
TWO = "现将评审条件和程序、单位鉴定意见予以公示。"


@pytest.mark.parametrize(
    "said",
    [
        "反映问题须实名并附佐证材料。",
        "反映人须提供佐证资料和联系方式。",
        "公示要求：反映情况应附佐证材料。",
        "公示期内，提交的举报材料须署实名。",
        "以书面形式递交的材料，须署实名。",
    ],
)
def test_what_those_who_object_hand_in_publishes_no_materials(said):
    assert MATERIALS not in read_items(prose(TWO, said), None).value


@pytest.mark.parametrize(
    "said",
    [
        "向单位意见箱投递书面意见。",
        "张贴于单位意见箱旁。",
        "公示结束后由单位出具单位意见。",
        "公示无异议的，由单位考核组提出考核意见。",
        "各年度考核评语附后。",
    ],
)
def test_an_opinion_yet_to_be_written_and_a_box_for_opinions_publish_none(said):
    read = read_items(prose("现将评审条件和程序、个人申报材料予以公示。", said), None)
    assert OPINION not in read.value


@pytest.mark.parametrize(
    "rows",
    [
        ["现将评审条件和程序公示。", "公示后工作安排：", "1、收取个人申报材料；", "2、出具单位鉴定意见；", "3、上报。"],
        [
            "现将评审条件和程序公示。",
            "公示要求：",
            "1.各科室不得遮挡；",
            "2.个人申报材料由人事科保管；",
            "3.单位意见在期满后签署。",
        ],
    ],
)
def test_a_list_of_steps_or_rules_publishes_nothing(rows):
    assert read_items(prose(*rows), None).value == [CONDITIONS]


@pytest.mark.parametrize(
    "said", ["依据评审文件，现将张三申报材料及单位鉴定意见公示。", "按照《评审办法》公示张三的申报材料及单位鉴定意见。"]
)
def test_a_document_that_is_cited_publishes_no_conditions(said):
    assert CONDITIONS not in read_items(prose(said), None).value


@pytest.mark.parametrize(
    "said",
    [
        "收到张明申报材料1份，经公示未收到不同意见，未反映问题。",
        "公示期间收到申报材料1份，称已按要求补齐。公示期间无异议。",
        "公示期内收到群众表扬意见2条，称赞其工作，无异议。",
        "公示期间接到上级意见1份，说明公示符合要求，无人提出异议。",
    ],
)
def test_papers_that_were_handed_in_are_no_objection(said):
    read = read_outcome(prose(said))
    assert read is None or read.value != "objection"


@pytest.mark.parametrize(
    "said",
    [
        "受理反映部门职工张三评审材料问题的来信1封。",
        "收到教师实名书面意见一份，反映张三证书不符。",
        "受理举报人李四的投诉1件，经查失实。",
    ],
)
def test_a_complaint_that_was_taken_is_an_objection_or_left_to_a_person(said):
    assert read_outcome(prose(said)).value in ("objection", None)


def test_a_period_of_training_is_not_that_of_the_publication(policy):
    said = "培训自2025年8月1日始，8月20日结束。现将申报材料公示，自2025年9月8日至9月12日。"
    assert read_period(prose(said), None, policy.calendar).value == Period("2025-09-08", "2025-09-12")


@pytest.mark.parametrize(
    "rows",
    [
        ["本人申报高级工程师，2019年至2024年公开发表论文2篇，个人业绩突出，未收到客户投诉。"],
        ["会议讨论了评审条件，公开征求意见，无人提出异议。会期2025年3月1日至3月3日。"],
        ["推荐意见：主持项目公开招标，2020年3月1日至2024年5月1日，项目质量无投诉。"],
    ],
)
def test_a_paper_that_publishes_nothing_is_no_proof_of_a_publication(rows):
    assert announced([layout(*rows).flow]) is None


def test_hours_of_a_year_without_a_sum_are_not_lost(value):
    rows = [
        ["年度", "项目", "公需科目", "专业科目", "合计"],
        ["2020", "网络学习", "30", "60", "90"],
        ["2021", "网络学习", "30", "30", "60"],
        ["", "2021合计", "30", "60", "90"],
    ]
    years = value("years", page(Title("专业技术人员继续教育学时汇总表"), "姓名：张三", Table(rows)))
    assert 2020 in [one["year"] for one in years]


def test_a_row_of_other_figures_below_years_is_no_hours(value):
    rows = [["2020年", "2021年", "2022年"], ["1", "2", "3"]]
    assert value("years", page(Title("继续教育合格证明"), "姓名：张三", Table(rows))) is None


@pytest.mark.parametrize(
    "said",
    [
        ["注册日期：2020年6月1日", "有效期至：2025年5月31日", "继续教育合格，有效期至2026年12月31日"],
        ["首次注册日期：2010年6月2日", "有效期至：2014年6月1日", "发证日期：2024年3月2日"],
        ["批准日期：2008年6月1日", "有效期至：2027年6月9日"],
    ],
)
def test_a_licence_whose_days_belong_to_different_things_has_no_sure_period(document, said):
    read = document(page(Title("注册监理工程师注册执业证书"), "姓名：张三", *said)).get("valid")
    assert read is None or not read.known or read.confidence <= 0.8


def test_a_man_whose_name_is_part_of_anothers_is_not_on_the_list(dossier):
    told = page(
        Title("关于2022年度考核结果的通报"), "一、优秀：李四、王五。", "二、合格：张三丰、赵六、李七。", file="通报.pdf"
    )
    (read,) = [one for one in dossier(FORM, told).documents if one.kind == "annual_assessment"]
    assert read.get("grade") is None or not read.get("grade").known


def test_a_table_of_others_by_year_tells_nothing_of_anyone(dossier):
    rows = [
        ["姓名", "2021年", "2022年", "2023年"],
        ["李四", "合格", "不合格", "优秀"],
        ["王五", "合格", "合格", "优秀"],
    ]
    told = page(Title("年度考核等次确认表"), Table(rows), file="确认.pdf")
    read = [one for one in dossier(FORM, told).documents if one.kind == "annual_assessment"]
    assert [one.get("name").value for one in read] == [None]


def test_the_forms_name_stands_against_papers_of_a_namesake(dossier):
    form = page(
        Title("职称评审表"),
        Table([["姓名", "王伟", "性别", "男"], ["工作单位", "某某公司", "申报职称", "工程师"]]),
        file="表.pdf",
    )
    sheets = [
        page(Title(f"{year}年度考核登记表"), Table([["姓名", "王玮"], ["考核等次", "合格"]]), file=f"{year}.pdf")
        for year in (2021, 2022, 2023)
    ]
    assert dossier(form, *sheets).applicant["name"].value == "王伟"

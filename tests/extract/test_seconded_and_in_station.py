"""Papers of teachers sent to enterprises and of postdocs in their station."""

from __future__ import annotations

import pytest

from dossier.model import Period
from tests.extract.pages import Right, Table, Title, page

SCHOOL, DAY = "河东师范学院", "2023年8月21日"
HEADS = ["姓名", "所在学科", "入企单位", "职务"]
SENT = [
    HEADS,
    ["李守成", "电气工程", "晋岭开关有限公司", "科技副总"],
    ["沈一航", "材料工程", "晋岭锻压有限公司", "科技副总"],
]
ORDER = (Title("关于选派工科教师到企业任职的通知"), "各二级学院：", "决定选派下列教师到企业任职。名单如下：")
TERM = "选派时间：2023年9月1日至2026年8月31日。"


def sent(dossier, applicant):
    form = page(Title("专业技术职务任职资格评审表"), Table([["姓名", applicant, "工作单位", SCHOOL]]))
    record = dossier(form, page(*ORDER, Table(SENT), TERM, Right(SCHOOL), Right(DAY), number=2))
    return next(one for one in record.documents if one.kind == "secondment")


def test_of_a_list_of_people_who_are_sent_the_applicants_own_row_is_read(dossier):
    read = sent(dossier, "沈一航")
    assert read.get("name").value == "沈一航"
    assert read.get("enterprise").value == "晋岭锻压有限公司"
    assert read.get("period").value == Period("2023-09-01", "2026-08-31")


def test_of_a_list_without_the_applicant_no_row_is_read(dossier):
    read = sent(dossier, "周文远")
    assert read.get("name").value is None
    assert read.get("enterprise").value is None


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("技术开发（委托）合同", "achievement"),
        ("技术服务合同书", "achievement"),
        ("关于下达博士后研究项目的通知", "project"),
        ("关于同意设立博士后科研工作站的批复", "statement"),
        ("博士后进站通知", "postdoc"),
        ("博士后研究人员进站备案表", "postdoc"),
    ],
)
def test_a_title_tells_the_kind(document, title, kind):
    assert document(page(Title(title), "有关事项如下。", Right(SCHOOL), Right(DAY))).kind == kind


def test_an_announcement_of_conditions_and_procedure_is_a_notice_whoever_applies(document):
    said = (
        "现将2025年入企教师申报职称的评审条件和评审程序公布，请各位教师监督。",
        "条件：高校选派到企业工作满一年的工科教师。",
        "以上内容在公示栏张贴，自2025年6月30日起至2025年7月7日，举报电话：0351-5550001。",
    )
    assert document(page(Title("公告"), *said, Right(SCHOOL), Right("2025年6月30日"))).kind == "publicity_notice"


@pytest.mark.parametrize("met", ["符合申报条件", "均达到规定的评审条件", "具备推荐条件"])
def test_conditions_that_applicants_meet_are_not_published_with_their_papers(value, met):
    said = f"经审核，沈一航等3名教师{met}，学校拟推荐其申报。现将3人的个人申报材料以及单位鉴定意见予以公示。"
    when = "公示时间：2025年7月14日起至2025年7月21日"
    notice = page(Title("公示"), "全校教职工：", said[:30], said[30:], when, Right(SCHOOL), Right("2025年7月14日"))
    assert value("items", notice) == ["application_materials", "unit_opinion"]


def test_the_station_a_postdoc_is_employed_by_is_the_employer_and_gives_its_opinion(value):
    form = (
        Title("专业技术职务考核认定表"),
        Table(
            [
                ["设站（工作）单位", "山西晋岭材料有限公司"],
                ["认定专业", "材料工程"],
                ["设站单位考核意见", "考核合格，同意认定。"],
            ]
        ),
    )
    assert value("employer", page(*form)) == "山西晋岭材料有限公司"
    assert value("specialty", page(*form)) == "材料工程"
    assert value("unit_opinion", page(*form)) == "考核合格，同意认定。"


def test_the_rank_of_a_post_may_stand_in_brackets_behind_its_title(value):
    said = "第二条 甲方聘用乙方在讲师（专业技术十级）岗位工作，从事教学任务。"
    assert value("title", page(Title("事业单位岗位聘用合同书"), "乙方（受聘人）：沈一航", said)) == "讲师"


def test_the_end_of_a_summary_that_speaks_of_journals_is_no_cover(dossier):
    begun = page(Title("业务工作总结"), "沈一航", *["完成试验研究，建立模型，提出改进意见。"] * 24)
    said = "在国内期刊发表论文一篇。参与标准起草。指导青年技术人员。改进生产线。完成全部试验。"
    ended = page(said[:24], said[24:], Right("2025年10月12日"), number=2)
    assert [one.kind for one in dossier(begun, ended).documents] == ["work_summary"]


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("关于下达博士后研究项目的通知", "你申报的“碳纤维预氧化行为研究”已列入集团年度研究项目。"),
        ("应用证明", "沈一航老师主持完成的“碳纤维预氧化行为研究”，在我公司生产线应用。"),
    ],
)
def test_a_work_is_named_in_quotation_marks_behind_who_did_it(value, title, said):
    assert value("title", page(Title(title), said, Right(SCHOOL), Right(DAY))) == "碳纤维预氧化行为研究"

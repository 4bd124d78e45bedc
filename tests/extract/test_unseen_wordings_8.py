"""Opinions under other heads, joint labels with a cell each, pages behind covers, letters to whom they are about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.extract.publicity import read_phone, read_stated_days
from dossier.extract.venues import read_venue
from dossier.model import Page
from tests.extract.pages import At, Gap, Right, Table, Title, layout, page, prose
from tests.extract.test_unseen_wordings_6 import FORM, UNIT, of_kind
from tests.extract.test_works import read

OPINION = "该同志作风扎实，经研究，同意推荐申报高级工程师。"


def test_a_committee_and_the_unit_give_one_opinion_below_a_joint_heading(dossier):
    shown = page(
        Title("职称申报评审表"),
        "姓名：张三",
        "五、学术委员会初议和单位鉴定意见",
        OPINION,
        "负责人：李四",
        "2025年9月18日",
    )
    form = of_kind(dossier(shown), "review_form")
    assert form.get("unit_opinion").value == OPINION
    assert form.get("opinion_date").value == "2025-09-18"


@pytest.mark.parametrize("head", ["意见", "设站单位", "用人单位"])
def test_an_opinion_stands_beside_a_bare_head_or_its_giver(dossier, head):
    rows = [["姓名", "张三"], [head, f"{OPINION}\n院长：李四\n2025年9月18日"]]
    shown = page(Title("职称申报评审表"), Table(rows, widths=(80, 375)))
    assert of_kind(dossier(shown), "review_form").get("unit_opinion").value == OPINION


def test_of_two_bare_heads_neither_is_taken_for_the_units_opinion(dossier):
    rows = [["姓名", "张三"], ["意见", OPINION], ["意见", "同意申报，报评委会审定。"]]
    shown = page(Title("职称申报评审表"), Table(rows, widths=(80, 375)))
    opinion = of_kind(dossier(shown), "review_form").get("unit_opinion")
    assert opinion is None or not opinion.known


def test_a_tutors_agreement_is_not_the_units_opinion(dossier):
    rows = [["姓名", "张三"], ["意见", "同意推荐申报，合作导师：李四"]]
    shown = page(Title("职称申报评审表"), Table(rows, widths=(80, 375)))
    opinion = of_kind(dossier(shown), "review_form").get("unit_opinion")
    assert opinion is None or not opinion.known


def test_the_day_below_an_opinion_without_a_box_is_the_opinions(dossier):
    shown = page(
        Title("职称申报评审表"),
        "1.姓名：张三",
        f"15.单位意见：{OPINION}",
        Right("单位负责人：李四"),
        Right("单位（章）"),
        Right("2025/10/20"),
    )
    assert of_kind(dossier(shown), "review_form").get("opinion_date").value == "2025-10-20"


@pytest.mark.parametrize("studies", [["本科", "工学学士"], ["本科/工学学士"]])
def test_a_joint_label_has_a_cell_or_a_part_of_one_for_each_value(dossier, studies):
    rows = [["姓名", "张三"], ["学历/学位", *studies]]
    tables = [Table([row], widths=(80, *[375 / (len(row) - 1)] * (len(row) - 1))) for row in rows]
    form = of_kind(dossier(page(Title("职称申报评审表"), *tables)), "review_form")
    assert (form.get("education").value, form.get("degree").value) == ("本科", "工学学士")
    assert form.get("degree").confidence >= 0.9


def test_a_mark_read_as_a_letter_is_no_value(dossier):
    shown = page(Title("职称申报评审表"), Table([["姓名", "张三"], ["所学专业", ""]], widths=(80, 375)), Gap(30))
    beside = page(At(160, 138, "t"), At(230, 138, "采矿工程"))
    mark, value = beside.lines
    shown = replace(shown, lines=(*shown.lines, replace(mark, confidence=0.5), value))
    assert of_kind(dossier(shown), "review_form").get("major").value == "采矿工程"


def test_a_units_nature_in_brackets_is_not_part_of_its_name(dossier):
    shown = page(Title("职称申报评审表"), "姓名：张三", "工作单位：汾州样本纤维有限公司（民营企业）")
    form = of_kind(dossier(shown), "review_form")
    assert form.get("employer").value == "汾州样本纤维有限公司"
    assert form.get("employer_type").value == "民营企业"


def test_a_title_stands_behind_a_head_of_posts_beside_when_it_was_got(dossier):
    rows = [["姓名", "张三", "民族", "汉"], ["现任职务", "讲师", "取得时间", "2012年12月"]]
    assert (
        of_kind(dossier(page(Title("职称申报评审表"), Table(rows))), "review_form").get("current_title").value == "讲师"
    )


def test_a_post_alone_is_no_title_held(dossier):
    rows = [["姓名", "张三", "民族", "汉"], ["现任职务", "讲师", "联系电话", "13800000001"]]
    title = of_kind(dossier(page(Title("职称申报评审表"), Table(rows))), "review_form").get("current_title")
    assert title is None or not title.known


def pen(shown: Page, text: str) -> Page:
    return replace(
        shown, lines=tuple(replace(one, handwritten=0.95) if text in one.text else one for one in shown.lines)
    )


def test_who_makes_a_vow_signs_it(dossier):
    said = f"本人张三，{UNIT}一级教师，申报高级教师。谨此承诺：所交材料真实无讹。"
    shown = page(Title("个人承诺书"), said, Gap(60), Right("立诺人张三"), Right("二〇二五年九月二日"), number=2)
    pledge = of_kind(dossier(FORM, pen(shown, "立诺人")), "pledge")
    assert pledge.get("signed").value is True
    assert pledge.get("employer").value == UNIT


def test_no_treatment_under_discipline_is_a_clean_record(dossier):
    said = "经查阅档案，张三同志在站期间没有受过党纪、政务及学术道德处理，无未结案件。"
    shown = page(Title("无处分证明"), said, Right(UNIT), Right("2025年11月18日"), number=2)
    assert of_kind(dossier(FORM, shown), "conduct").get("under_discipline").value is False


@pytest.mark.parametrize(
    "said",
    [
        "于一九九八年九月三日由“张小军”变更为现名张三。",
        "原籍登记姓名张小军，1999年10月因误写经申请更正为张三，特此证明。",
    ],
)
def test_a_register_tells_the_name_before_it_was_corrected(said):
    values = read("name_change_proof", layout(Title("更名证明"), said))
    assert values["former_name"].value == "张小军"


@pytest.mark.parametrize(
    ("said", "conclusion"),
    [
        ("核实结论：举报内容不属实，不影响张三同志申报。", "举报内容不属实，不影响张三同志申报"),
        ("查阅底稿，张三为第一完成人。据此认定：异议不成立，可以继续申报。", "异议不成立，可以继续申报"),
    ],
)
def test_an_inquiry_ends_with_what_it_found(said, conclusion):
    values = read("objection_report", layout(Title("调查核实报告"), said, Right(UNIT), Right("2025年10月21日")))
    assert values["conclusion"].value == conclusion


@pytest.mark.parametrize(
    ("said", "end", "unit"),
    [
        (
            "现将你由汾州路桥集团有限公司桥梁分公司调至汾州路桥集团有限公司晋南分公司任项目总工程师。",
            "to",
            "汾州路桥集团有限公司晋南分公司",
        ),
        ("因工作需要，拟调你单位张三同志到汾州样本研究总院北区分院工作。", "to", "汾州样本研究总院北区分院"),
        ("您自汾州农林大学毕业后申请到我院从事研究，决定录用，由汾州样本研究院与您签订协议。", "from", "汾州农林大学"),
        ("您自汾州农林大学毕业后申请到我院从事研究，决定录用，由汾州样本研究院与您签订协议。", "to", "汾州样本研究院"),
    ],
)
def test_a_transfer_names_where_somebody_comes_from_and_goes(said, end, unit):
    assert read("mobility", layout(Title("通知"), "张三同志：", said), names=("张三",))[end].value == unit


def test_a_schools_office_signs_for_the_school():
    said = "经研究，选派你到汾州样本风电有限公司工作两年（2023年10月8日至2025年10月7日）。"
    shown = layout(
        Title("关于选派教师入企的通知"), "张三同志：", said, Right("汾州工程学院人事处"), Right("2023年9月22日")
    )
    assert read("secondment", shown, names=("张三",))["school"].value == "汾州工程学院"


def test_a_day_in_figures_tells_when_somebody_entered_a_station():
    said = "张三女士，1994-11-23生，2023-09-11进入汾州样本研究院博士后科研工作站，至开具之日仍在站。"
    assert read("postdoc", layout(Title("在站说明"), said), names=("张三",))["entered"].value == "2023-09-11"


def test_a_letter_names_everybody_it_is_about_though_its_title_names_one(dossier):
    said = "特委托贵会评审张三、李四、王五三人的工程技术人员系列高级职称，请予支持。"
    shown = page(
        Title("关于委托评审张三等三名同志高级职称的函", 14), "山西省样本专业高级职称评审委员会：", said, number=2
    )
    letter = of_kind(dossier(FORM, shown), "commission_letter")
    assert letter.get("names").value == ["张三", "李四", "王五"]


def test_the_letterhead_names_the_office_of_whose_signature_a_seal_left_a_piece():
    shown = layout(
        Title("汾州市人力资源和社会保障局"),
        "汾州市样本评审委员会：",
        "现推荐张三同志，请依规评审。",
        Right("会保障局"),
        Right("2025年11月24日"),
    )
    assert read("authority_recommendation", shown)["issuer"].value == "汾州市人力资源和社会保障局"


def test_whom_a_short_letter_is_to_does_not_sign_it():
    shown = layout(Title("推荐函"), "汾州市样本评审委员会：", "现推荐张三同志。", Right("2025年11月24日"))
    issuer = read("authority_recommendation", shown).get("issuer")
    assert issuer is None or not issuer.known


def test_a_unit_before_the_place_for_its_seal_signs():
    shown = layout(
        Title("推荐函"), "现推荐张三同志，请依规评审。", Right("汾州市样本局（盖章）："), Right("2025年11月24日")
    )
    assert read("authority_recommendation", shown)["issuer"].value == "汾州市样本局"


def test_a_leader_stands_before_the_members_on_one_row():
    values = read("project", layout(Title("结题证书"), "主持人：张三课题组成员：李四、王五"), names=("张三",))
    assert values["members"].value == ["张三", "李四", "王五"]


def test_an_offices_name_cut_off_within_usual_words_is_completed_without_certainty():
    shown = layout(Title("推荐函"), "现推荐张三同志，请依规评审。", Right("汾州市人力资源和社"))
    issuer = read("authority_recommendation", shown)["issuer"]
    assert issuer.value == "汾州市人力资源和社会保障局"
    assert issuer.confidence < 0.9


def test_a_table_of_hours_goes_with_the_cover_before_it(dossier):
    cover = page(Title("专业技术人员"), Title("继续教育证书"), "姓名 张三", "证号 YC-0418", file="1.jpg", number=1)
    rows = [
        ["年", "学习内容", "公需", "专业", "合计"],
        ["2023", "网课", "28", "62", "90"],
        ["2024", "研修", "32", "64", "96"],
    ]
    hours = page(Title("学习登记", 13), Table(rows), "单位：学时。", file="2.jpg", number=1)
    years = of_kind(dossier(FORM, cover, hours), "continuing_education").get("years").value
    assert [(one["year"], one["total"]) for one in years] == [(2023, 90), (2024, 96)]


def test_months_in_strips_are_paid_where_a_mark_stands_below():
    rows = [
        ["月份", "24.11", "24.12", "25.01"],
        ["实缴", "√", "V", "√"],
        ["月份", "25.02", "25.03", ""],
        ["实缴", "√", "欠", ""],
    ]
    values = read("social_insurance", layout(Title("社会保险缴费证明"), Table(rows)))
    assert values["months"].value == ["2024-11", "2024-12", "2025-01", "2025-02"]
    assert values["months"].confidence >= 0.9


def test_months_of_a_strip_are_not_sure_where_a_mark_was_not_read():
    rows = [["月份", "24.11", "24.12"], ["实缴", "√", ""]]
    months = read("social_insurance", layout(Title("社会保险缴费证明"), Table(rows)))["months"]
    assert (months.value, months.confidence < 0.9) == (["2024-11"], True)


def test_plain_words_say_that_nobody_objected(dossier):
    said = "我厂张三申报高级工程师，评审条件程序、个人申报材料、单位鉴定意见从2025年8月21日到8月28日在宣传栏贴了。"
    shown = page(Title("公示情况说明"), said, "这几天没有人提不同意见。", Right(UNIT), Right("2025年8月30日"), number=2)
    assert of_kind(dossier(FORM, shown), "publicity_result").get("outcome").value == "no_objection"


def test_a_work_is_told_with_its_kind_behind_its_name():
    said = "你的作品《样本听泉》挂屏在汾州市第六届作品展中荣获银奖。"
    assert read("award", layout(Title("获奖证书"), "张三：", said))["title"].value == "《样本听泉》挂屏"


def test_a_subtitle_belongs_to_the_title_above_it():
    shown = layout(
        Title("样本渠口迁移与分水旧规", 12),
        Title("——以样本渠为例", 10),
        Title("张三", 10),
        "摘要：本文以碑刻与渠册互证。",
        "关键词：碑刻",
    )
    title = read("paper", shown, names=("张三",))["title"].value
    assert title.replace("--", "——") == "样本渠口迁移与分水旧规——以样本渠为例"


def test_contents_may_be_headed_with_the_month_they_came_out(dossier):
    cover = page(Title("样本地方史志"), "二〇二一年第二期", "ISSN 1004-7395 CN 14-1154/K", number=2)
    contents = page(Title("目次（2021年4月出刊）"), "渠口迁移与分水旧规/张三……14", "旧志辑佚/李四……22", number=3)
    assert of_kind(dossier(FORM, cover, contents), "paper").get("parts").value == ["cover", "contents"]


def test_a_number_may_have_an_extension():
    assert read_phone(prose("监督电话：0351-6047712转806。")).value == "0351-6047712转806"


def test_days_are_told_as_full_behind_a_period_in_the_same_sentence():
    said = "以上条件与程序，自八月二十五日至八月二十九日（2025年）在门厅张榜，满五个工作日。"
    assert read_stated_days(prose(said)).value == 5
    assert read_stated_days(prose("公示须满五个工作日。")) is None


def test_days_told_without_weekends_are_working_days():
    said = "贴在门口，2025年8月21日起，8月28日止（除去星期六、星期日，整6天）。"
    assert read_stated_days(prose(said)).value == 6


def test_steps_drawn_with_arrows_name_no_venue():
    said = "本人递交（7月21日）→评议→张贴名单和鉴定意见→报集团。评审条件和评审程序挂在公司内网公示，计五个工作日。"
    assert read_venue(prose(said), None).value == ["internal_website"]
    assert read_venue(prose("申报→评议→在公告栏公示→上报。"), None).value == ["conspicuous_place"]


def test_an_assessment_is_not_of_whom_it_is_written_to():
    shown = layout(
        Title("年度考核证明"),
        "汾州市社会科学界联合会：",
        "我中心张三同志2024年度考核等次为合格。",
        Right("汾州流域历史研究中心"),
        Right("二〇二五年九月一日"),
    )
    assert read("annual_assessment", shown, names=("张三",))["employer"].value == "汾州流域历史研究中心"


def test_the_letter_that_grants_a_project_tells_who_leads_it():
    said = "你申报的课题样本河流域碑刻整理与研究，经评审列为2019年度重点课题，由你主持，研究期限2019年6月至2022年6月。"
    values = read("project", layout(Title("立项通知书"), "张三同志：", said), names=("张三",))
    assert values["title"].value == "样本河流域碑刻整理与研究"
    assert (values["members"].value, values["role"].value) == (["张三"], "主持人")


def test_a_proof_of_an_article_tells_its_authors_and_the_applicants_share():
    said = "兹证明关于样本古渠保护利用的建议一文由张三、李四撰写（张三第一执笔），刊于本会要报2024年第7期。"
    values = read("achievement", layout(Title("业绩证明"), said), names=("张三",))
    assert values["title"].value == "关于样本古渠保护利用的建议"
    assert (values["members"].value, values["role"].value) == (["张三", "李四"], "第一执笔")


def test_a_unit_that_uses_a_result_names_it():
    said = "我中心自2023年春季起，在作业中采用张三等同志完成的样本山区安全航线划设与验证成果。两年来未发生偏航。"
    values = read("achievement", layout(Title("应用证明"), said), names=("张三",))
    assert values["title"].value == "样本山区安全航线划设与验证"


def test_a_degrees_number_without_a_label_is_told_by_its_year():
    said = "张三，女，在本院雕塑专业完成本科学业，经审核授予艺术学学士学位。"
    shown = (Title("学士学位证书"), said, Right("汾州美术学院"), Right("二〇一四年六月二十五日"))
    assert read("degree", layout(*shown, "1950442014000631"))["certificate_number"].value == "1950442014000631"
    assert "certificate_number" not in read("degree", layout(*shown, "1950442013000631"))


def test_an_occupation_stands_in_brackets_below_the_title():
    rows = [["姓名", "张三"], ["等级", "中级"], ["编号", "2-02-10-2022-SZ41-00317"]]
    shown = layout(Title("专业技术等级证书"), Title("（物联网工程技术人员）", 12), Table(rows))
    values = read("digital_engineer", shown)
    assert values["occupation"].value == "物联网工程技术人员"
    assert (values["grade"].value, values["certificate_number"].value) == ("中级", "2-02-10-2022-SZ41-00317")


def test_a_mouth_of_a_river_is_no_box():
    values = read("achievement", layout(Title("项目验收报告"), "一、项目名称：汾河滩口至渡头段航行图编制"))
    assert values["title"].value == "汾河滩口至渡头段航行图编制"

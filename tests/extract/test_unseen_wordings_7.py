"""Licences in two languages, contents headed with their issue, gains told whole, steps drawn with arrows."""

from __future__ import annotations

import pytest

from tests.extract.pages import At, Right, Table, Title, page
from tests.extract.test_unseen_wordings_6 import FORM, UNIT, of_kind


def test_a_licence_with_its_translation_is_read_by_numbered_labels(dossier):
    rows = [("III 编号", "P149900-0022"), ("IV 姓名", "张三ZHANG SAN"), ("XII 类别", "多发陆地")]
    pairs = [
        mark
        for i, (label, value) in enumerate(rows)
        for mark in (At(60, 90 + 24 * i, label), At(180, 90 + 24 * i, value))
    ]
    shown = page(Title("民用航空器驾驶员执照 CIVIL AVIATION PILOT LICENCE"), *pairs, number=2)
    found = of_kind(dossier(FORM, shown), "licence")
    assert found.get("kind").value == "民用航空器驾驶员执照"
    assert (found.get("number").value, found.get("name").value) == ("P149900-0022", "张三")


def test_contents_headed_with_journal_issue_and_day_belong_to_the_paper(dossier):
    cover = page(Title("样本通用技术"), "2023·6", "ISSN 1009-4725 CN 14-1263/V", number=2)
    contents = page(
        Title("《样本通用技术》二〇二三年第六期（6月15日出版）目次"),
        "山区作业风切变的应对/张三……21",
        "小机队疲劳风险管理/李四……25",
        "热部件图像的归档/王五……30",
        number=3,
    )
    found = of_kind(dossier(FORM, cover, contents), "paper")
    assert found.get("parts").value == ["cover", "contents"]
    assert found.get("published").value == "2023-06"


def test_an_author_with_a_rare_surname_stays_behind_the_one_known(dossier):
    body = page(
        Title("高温芯片的温漂补偿方法"),
        "作者：张三，佴思远",
        "摘要：结合多年实践作了总结，提出若干建议，供同行参考。",
        "关键词：温漂；补偿",
        number=2,
    )
    assert of_kind(dossier(FORM, body), "paper").get("authors").value == ["张三", "佴思远"]


def test_what_stands_at_the_label_of_a_gain_is_read_whole(dossier):
    rows = [["专利名称", "一种封装结构"], ["经济效益", "2024年应用该产品销售收入960万元，利税150万元。"]]
    shown = page(Title("专利成果转化证明"), Table(rows), Right(UNIT), Right("2025年3月18日"), number=2)
    found = of_kind(dossier(FORM, shown), "patent_use")
    assert found.get("benefit").value == "2024年应用该产品销售收入960万元，利税150万元。"


def test_an_examination_is_named_in_the_sentence_of_who_took_it(dossier):
    said = "张三于2024年6月参加高级经济专业技术资格考试（工商管理专业），成绩达到国家合格标准，特此证明。"
    shown = page(Title("成绩合格证明"), said, Right("2024年8月12日"), number=2)
    assert of_kind(dossier(FORM, shown), "exam_result").get("exam").value == "高级经济专业技术资格考试"


def test_a_committee_that_held_a_contest_issues_its_award(dossier):
    shown = page(
        Title("荣誉证书"),
        "张三同志：",
        "你完成的“作业航线划设”获2023年度成果一等奖。",
        Right("汾州市创新大赛组委会"),
        Right("2024年4月26日"),
        number=2,
    )
    assert of_kind(dossier(FORM, shown), "award").get("issuer").value == "汾州市创新大赛组委会"


@pytest.mark.parametrize(
    "steps", ["本人递交→飞行部核对→总支会→张贴名单和鉴定意见→报市局。", "递交→核对→评议→公示单位推荐意见→上报。"]
)
def test_steps_drawn_with_arrows_publish_nothing_themselves(dossier, steps):
    notice = page(
        Title("职称申报公示"),
        "现将评审条件和评审程序公示如下。",
        steps,
        "公示时间：2025年7月14日至7月18日，在单位公告栏张贴。",
        Right(UNIT),
        Right("2025年7月14日"),
        number=2,
    )
    assert of_kind(dossier(FORM, notice), "publicity_notice").get("items").value == ["conditions_and_procedure"]


def test_who_signs_beside_the_unit_is_no_part_of_its_name(dossier):
    rows = [["公示事项", "评审条件、评审程序"], ["收到意见", "没有异议"], ["核签", "\n\n"]]
    signed = (At(302, 164, "李四"), At(380, 164, "山西汾州通用有限责任公司"), At(380, 182, "2025年7月21日"))
    shown = page(Title("公示情况说明"), Table(rows), *signed, number=2)
    publisher = of_kind(dossier(FORM, shown), "publicity_result").get("publisher")
    assert publisher.value == "山西汾州通用有限责任公司"


@pytest.mark.parametrize(
    "heading", ["样本通用技术月刊2023年8月10日出版目次", "《样本通用技术》2024年2月目录", "目次（2021年4月出刊）"]
)
def test_contents_are_told_by_a_heading_that_tells_the_issue(dossier, heading):
    entries = ("山区作业风切变的应对\t张三\t561", "09 小机队疲劳风险管理\t李四", "热部件图像的归档王五（31）")
    cover = page(Title("样本通用技术"), "2023年第8期", "ISSN 1009-4725 CN 14-1263/V", number=2)
    contents = page(heading, *entries, number=3)
    assert of_kind(dossier(FORM, cover, contents), "paper").get("parts").value == ["cover", "contents"]


@pytest.mark.parametrize(
    "summary",
    [
        "〔提要〕下乡演出场地小、装台时间短，本文介绍三种折叠景片。",
        "目的：制定筛查方法。方法：按三项评分。结果：红区伤病率为绿区的3.4倍。",
    ],
)
def test_a_page_with_a_summary_in_other_marks_or_steps_is_the_body(dossier, summary):
    rows = ["牵头换装剧场吊杆编号和限位，立下先验杆后挂景的规矩。"] * 12
    cover = page(Title("样本舞台艺术"), "2023年第8期", "ISSN 1009-4725 CN 14-1263/V", number=2)
    body = page(Title("演出景片的折叠结构"), "张三", summary, *rows, number=3)
    assert of_kind(dossier(FORM, cover, body), "paper").get("parts").value == ["cover", "body"]


def test_a_title_misread_in_traditional_characters_is_known(dossier):
    told = ("课题名称：间歇训练监测研究", "主持人：张三", "起止时间：2022.03-2024.03", "经专家组评审，准予结题。")
    shown = page(Title("結題证書"), *told, Right("2024年4月9日"), number=2)
    found = of_kind(dossier(FORM, shown), "project")
    assert found.get("title").value == "间歇训练监测研究"


def test_options_none_of_which_is_seen_ticked_are_no_value(dossier):
    rows = [["姓名", "张三", "工作单位", UNIT], ["学历", "□大专 大学本科 研究生", "学位", "工学学士"]]
    form = of_kind(dossier(page(Title("专业技术职务任职资格评审表"), Table(rows))), "review_form")
    assert not form.get("education").known


@pytest.mark.parametrize("label", ["何时毕业于何院校、所学专业", "何时何校何专业毕业", "何年毕业于何校何专业"])
def test_one_cell_may_tell_when_where_and_in_what_someone_graduated(dossier, label):
    rows = [["姓名", "张三", "工作单位", UNIT], [label, "2008年7月毕业于并州样本学院，运动训练专业", "学历", "本科"]]
    form = of_kind(dossier(page(Title("专业技术职务任职资格评审表"), Table(rows))), "review_form")
    found = [form.get(name).value for name in ("graduated", "school", "major")]
    assert found == ["2008-07", "并州样本学院", "运动训练"]


def test_the_year_of_a_card_may_stand_in_its_middle(dossier):
    cards = [
        [f"公需科目\n{public}学时\n{year}年\n专业科目{hours}学时"]
        for year, public, hours in ((2023, 32, 60), (2024, 30, 64))
    ]
    record = dossier(FORM, page(Title("继续教育学时证明"), Table(cards), number=2))
    years = of_kind(record, "continuing_education").get("years").value
    assert [(one["year"], one["public"], one["professional"], one["total"]) for one in years] == [
        (2023, 32, 60, 92),
        (2024, 30, 64, 94),
    ]


def test_a_summary_form_is_for_the_title_its_heading_names(dossier):
    rows = [["姓名", "张三", "学历", "本科"], ["工作单位", UNIT, "现职称", "畜牧师"]]
    shown = page(Title("推荐评审高级畜牧师资格人员情况综合表"), Table(rows), number=2)
    assert of_kind(dossier(FORM, shown), "summary_form").get("title").value == "高级畜牧师"


def test_an_appointment_right_behind_the_name_may_tell_the_department_in_brackets(dossier):
    told = ("经研究决定，聘任下列同志担任相应专业技术职务：", "张三记者（经济新闻部）；", "李四主任编辑（总编室）；")
    shown = page(
        Title("关于专业技术职务聘任的决定"),
        *told,
        "聘期三年，自2019年1月1日至2021年12月31日。",
        Right(UNIT),
        Right("2018年12月28日"),
        number=2,
    )
    assert of_kind(dossier(FORM, shown), "appointment").get("title").value == "记者"


def test_who_received_a_list_is_no_entry_of_it(dossier):
    rows = [["序号", "材料名称", "页数"], ["1", "评审表", "3"], ["2", "身份证", "1"], ["3", "毕业证书", "1"]]
    shown = page(Title("申报材料目录"), Table(rows), "申报人：张三", "核收：李四", number=2)
    entries = of_kind(dossier(FORM, shown), "catalogue").get("entries").value
    assert [one["title"] for one in entries] == ["评审表", "身份证", "毕业证书"]


def test_a_small_certificate_in_a_frame_is_known_by_its_title(dossier):
    below = "姓名 张三\n新闻单位 样本日报社\n记者证号 K14010000000062\n有效期限 2025.02.01至2030.01.31"
    frames = Table([["\n\n\n国家样本署监制"], [below]])
    shown = page(frames, At(120, 66, "新闻记者证", 24), number=2)
    assert of_kind(dossier(FORM, shown), "licence").get("number").value == "K14010000000062"


def test_a_body_without_a_summary_is_known_by_the_contents_that_list_it(dossier):
    cover = page(Title("样本新闻实务"), "2023年第8期", "ISSN 1009-4725 CN 14-1263/V", number=2)
    contents = page("本期目录", "主题报道的留白李四/04", "经济报道中的数字与人张三/17", "版式的呼吸王五/22", number=3)
    rows = ["整理口述史录音一百八十小时，供编委会存档，稿件坚持三方求证。"] * 12
    body = page("17 样本新闻实务", Title("经济报道中的数字与人"), "张三", "一、从一张表说起", *rows, number=4)
    found = of_kind(dossier(FORM, cover, contents, body), "paper")
    assert found.get("parts").value == ["cover", "contents", "body"]
    assert (found.get("title").value, found.get("authors").value) == ("经济报道中的数字与人", ["张三"])


def test_a_department_in_brackets_behind_the_unit_is_no_part_of_its_name(dossier):
    rows = [["姓名", "张三", "年度", "2023"], ["单位", f"{UNIT}（语文教研组）", "考核结果", "合格"]]
    shown = page(Title("年度考核登记表"), Table(rows), number=2)
    assert of_kind(dossier(FORM, shown), "annual_assessment").get("employer").value == UNIT


def test_a_title_before_the_person_who_applies_for_it_is_hers(dossier):
    told = (
        "我校申报高级教师的张三、申报一级教师的李四，其个人申报材料于2025年9月22日到9月28日公示完毕，没有人投诉举报。"
    )
    shown = page(Title("公示结果证明"), told, Right(UNIT), Right("2025年9月29日"), number=2)
    people = of_kind(dossier(FORM, shown), "publicity_result").get("applicants").value
    assert [(one["name"], one["title"]) for one in people] == [("张三", "高级教师"), ("李四", "一级教师")]


def test_counted_fields_run_on_in_one_row_without_colons(dossier):
    rows = (
        "1. 姓名 张三 2. 性别 女 3. 民族 汉",
        "4. 工作单位 汾州样本学校5. 参加工作时间 1997年8月",
        "6.申报系列中小学教师7.申报职称高级教师",
    )
    form = of_kind(dossier(page(Title("职称评审表"), *rows)), "review_form")
    assert [form.get(name).value for name in ("name", "sex", "ethnicity")] == ["张三", "女", "汉"]
    assert (form.get("employer").value, form.get("work_since").value) == (UNIT, "1997-08")
    assert (form.get("series").value, form.get("title").value) == ("中小学教师", "高级教师")


@pytest.mark.parametrize(
    "days", ["公示期：9月8日（星期一）起，至9月15日（星期一）止，计6个工作日。", "公示期：9月8日至9月15日。"]
)
def test_the_year_of_a_publication_is_that_of_the_day_at_the_foot(dossier, days):
    told = ("现将下列内容公布。", "个人申报材料：2009年毕业，2019年11月取得资格，2020年1月聘任。", days)
    shown = page(Title("关于张三同志申报职称的公示"), *told, Right(UNIT), Right("2025年9月8日"), number=2)
    period = of_kind(dossier(FORM, shown), "publicity_notice").get("period").value
    assert (period.start, period.end) == ("2025-09-08", "2025-09-15")


def test_a_word_of_the_heading_above_does_not_take_a_period_away(dossier):
    told = (
        "现将个人申报材料公示如下。",
        "时间、地点与受理",
        "自2025年9月22日至2025年9月28日，共6个工作日；张贴在公告栏。",
    )
    shown = page(Title("职称申报公示"), *told, Right(UNIT), Right("2025年9月22日"), number=2)
    period = of_kind(dossier(FORM, shown), "publicity_notice").get("period").value
    assert (period.start, period.end) == ("2025-09-22", "2025-09-28")


def test_a_day_before_the_word_is_no_field_of_a_degree(dossier):
    told = ("张三，男，1983年6月生，在并州样本大学完成了本科学习计划，业已毕业。", "二〇〇六年七月一日", "学士学位")
    shown = page(Title("学士学位证书"), *told, "编号：1906142006000418", number=2)
    degree = of_kind(dossier(FORM, shown), "degree").get("degree")
    assert degree is None or "日" not in str(degree.value)


def test_who_is_of_a_unit_is_no_part_of_its_name(dossier):
    told = "兹证明张三系山西汾州种猪有限责任公司职工，现聘畜牧师。其2022年度考核合格，2023年度考核优秀。"
    shown = page(Title("年度考核证明"), told, Right("山西汾州种猪有限责任公司"), Right("2025年8月14日"), number=2)
    assert of_kind(dossier(FORM, shown), "annual_assessment").get("employer").value == "山西汾州种猪有限责任公司"


def test_a_licence_in_one_half_of_an_upright_page_is_known_by_the_title_in_its_frame(dossier):
    frame = Table([["\n\n中华人民共和国\n\n\n证书编码：110140111000731\n签发日期：2011年03月24日\n", ""]])
    beside = [
        At(320, 60 + 26 * i, one)
        for i, one in enumerate(("姓名：张三", "执业类别：临床", "执业范围：内科专业", "主要执业机构：样本医院"))
    ]
    shown = page(frame, At(70, 120, "医师执业证书", 22), *beside, number=2)
    record = dossier(FORM, shown)
    assert any(one.kind == "licence" for one in record.documents)

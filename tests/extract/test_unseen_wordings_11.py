"""Forms with headed parts, account pages and groups of talk, articles in columns, contracts that go on, letters that
speak in the first person."""

from __future__ import annotations

import pytest

from dossier.extract.form_heads import heads_a_part, is_head
from dossier.extract.one_script import in_one_script
from dossier.extract.photo import looks_like_photo
from dossier.model import Period
from dossier.policy import kinds_listed
from tests.extract.pages import At, Gap, Right, Table, Title, layout, page
from tests.extract.test_unseen_wordings_6 import FORM, UNIT, of_kind

# Forms


@pytest.mark.parametrize("heading", ["■ 现职称信息", "三、现任职务", "(二)聘任情况", "学历信息", "◆ 代表作自述"])
def test_the_heading_of_the_next_part_of_a_form_is_no_value(dossier, heading):
    shown = page(
        Title("专业技术职称评审表"),
        At(60, 120, "毕业学校"),
        At(180, 120, "汾州大学"),
        At(60, 148, "所学专业"),
        At(180, 148, "机械设计"),
        At(56, 164, heading),
        At(60, 186, "现任专业技术职务"),
        At(180, 186, "工程师"),
    )
    assert of_kind(dossier(shown), "review_form").get("major").value == "机械设计"


@pytest.mark.parametrize("heading", ["■ 现职称信息", "基本信息", "四、学历学位情况"])
def test_headings_of_parts_are_told(heading):
    assert heads_a_part(heading)
    assert is_head(heading)


@pytest.mark.parametrize("value", ["电子信息", "地理信息", "图书情报与档案管理", "机械设计"])
def test_what_one_studied_heads_no_part(value):
    assert not heads_a_part(value)
    assert not is_head(value)


@pytest.mark.parametrize("text", ["■正常申报□破格申报", "一、二年级", "一、主持课题一项；二、发表论文两篇。"])
def test_filled_boxes_grades_and_sentences_head_no_part(text):
    assert not heads_a_part(text)


def test_a_heading_in_a_cell_below_is_no_value(dossier):
    rows = [
        ["学历", "本科", "所学专业", "机械设计"],
        ["三、现任职务情况", "", "", ""],
        ["现职称", "工程师", "聘任时间", "2020年1月"],
    ]
    shown = page(Title("专业技术职称评审表"), Table(rows))
    assert of_kind(dossier(shown), "review_form").get("major").value == "机械设计"


@pytest.mark.parametrize("series", ["中等职业学校教师", "高等学校教师", "中小学校教师", "技工院校教师"])
def test_a_school_within_the_name_of_a_series_is_no_label(dossier, series):
    shown = page(Title("教师职称评审表"), "姓名张三", f"申报系列{series}", "申报专业烹饪", "毕业学校汾州大学")
    assert of_kind(dossier(shown), "review_form").get("series").value == series


def test_a_speck_before_a_label_hides_it_not(dossier):
    rows = ["项目名称", "　　某炉余热回收技术改造", ".主要完成人", "　　张三、李四、王五", "本人作用", "　　项目负责人"]
    shown = page(Title("验收报告"), *rows, Right("2022年3月25日"), number=2)
    assert of_kind(dossier(FORM, shown), "achievement").get("members").value == ["张三", "李四", "王五"]


# Pictures of what was published

POSTED = ("现将张三老师申报高级讲师的评审条件和程序、个人申报材料、单位鉴定意见公示。",)


@pytest.mark.parametrize(
    "around",
    [
        ("18:22\t5G 76%", "阅读 214\t赞 37\t在看 6"),
        ("原创 某校园 2025-09-08 11:05", "写留言"),
        ("<\t职工之家(126)", "2025年9月8日上午11:08"),
        ("‹某某中心教职工(38)", "昨天 18:20"),
    ],
)
def test_an_account_page_and_a_group_of_talk_are_pictures(around):
    assert looks_like_photo(layout(around[0], *POSTED, *around[1:]), 0.0)


@pytest.mark.parametrize("said", ["公示期间每天上午8:30至11:30可查阅。", "阅读材料请到人事科。", "截至8月12日上午8:30"])
def test_hours_of_work_and_reading_make_no_picture(said):
    assert not looks_like_photo(layout(Title("公示"), *POSTED, said, "发布日期：2025年8月4日"), 0.0)


def test_the_time_above_a_talk_is_the_picture_s_date(dossier):
    shown = page("<\t职工之家(126)", "2025年9月8日上午11:08", *POSTED, "公示时间：9月8日至9月12日", number=2)
    found = of_kind(dossier(FORM, shown), "publicity_photo")
    assert found.get("date").value == "2025-09-08"
    assert found.get("items").value == ["conditions_and_procedure", "application_materials", "unit_opinion"]


def test_the_title_applied_for_is_not_one_that_a_condition_names(dossier):
    rows = [
        ["1", "评审条件", "本科毕业任助理工程师满4年；年度考核合格。"],
        ["2", "个人申报材料", "张三，女，2016年本科毕业。2017年12月取得助理工程师。"],
        ["3", "单位鉴定意见", "该同志懂工艺，同意推荐申报工程师。"],
        ["", "公示时间", "2025年10月13日至2025年10月20日"],
    ]
    heads = (Title("公示"), Title("（中级职称申报·三公示）", 13))
    shown = page(*heads, Table(rows, (40, 100, 300)), Right(UNIT), Right("2025年10月13日"), number=2)
    found = of_kind(dossier(FORM, shown), "publicity_notice")
    assert found.get("applicants").value == [{"name": "张三", "title": "工程师"}]


def test_a_telephone_number_of_a_place_that_begins_with_nought_is_unsure(dossier):
    shown = page(Title("公示"), *POSTED, "监督电话：0350-0617742", Right(UNIT), Right("2025年9月8日"), number=2)
    assert of_kind(dossier(FORM, shown), "publicity_notice").get("phone").confidence < 0.9


# Appointments


def test_a_contract_that_goes_on_names_its_parties_in_a_sentence_and_its_terms_in_a_table(dossier):
    rows = [["续签岗位", "工程师（专业技术九级）"], ["续签期限", "2022年1月1日至2026年12月31日"]]
    said = f"甲方{UNIT}与乙方张三于2018年12月27日签订的岗位聘用合同已经期满。双方同意按下列条件续签："
    shown = page(
        Title("岗位聘用合同续签书"), said, Table(rows), "甲方（公章）\t乙方（签名）", Right("2021年12月28日"), number=2
    )
    found = of_kind(dossier(FORM, shown), "appointment")
    assert found.get("employer").value == UNIT
    assert found.get("title").value.startswith("工程师")
    assert found.get("period").value == Period("2022-01-01", "2026-12-31")


def test_those_said_to_be_appointed_stand_in_rows_below_each_behind_their_title(dossier):
    shown = page(
        Title("关于聘任专业技术职务的通知"),
        "各科室：",
        "经研究，下列同志受聘专业技术职务，聘期2020年1月1日至2022年12月31日：",
        "工程师　李四（制作中心）",
        "助理工程师　张三（综合科）",
        "会计师　王五（财务科）",
        Right(UNIT),
        Right("2020年1月3日"),
        number=2,
    )
    found = of_kind(dossier(FORM, shown), "appointment")
    assert found.get("name").value == "张三"
    assert found.get("title").value == "助理工程师"


def test_a_unit_in_traditional_characters_on_a_page_of_few_words_was_misread():
    shown = page(Title("聘书"), "兹聘任张三同志为制作中心录音师，聘期三年。", Right("汾陽市廣播電視台"))
    assert "汾阳市广播电视台" in [line.text for line in in_one_script(shown).lines]


def test_a_name_in_traditional_characters_stays():
    shown = page(Title("聘书"), "兹聘任下列同志为制作中心录音师，聘期三年。", Right("張國棟"))
    assert "張國棟" in [line.text for line in in_one_script(shown).lines]


# Works


def _columns(byline: str):
    """The first page of an article in two columns whose abstract stands in the left one."""
    left = ["盐碱滩地城市绿化树种", "的耐盐分级", byline, "（汾州样本学校）", "【摘要】对四十六个树种做三年对照试验。"]
    right = [
        "图集编成以后养护工照着做，",
        "修剪下来的枝条就地粉碎覆盖，",
        "吨，少浇水两成。成活率提高，",
        "中心的实验室",
        "升级为中心。",
    ]
    marks = [At(60, 60 + 24 * i, text, 13 if i < 2 else 10) for i, text in enumerate(left)]
    marks += [At(330, 72 + 24 * i, text, 10) for i, text in enumerate(right)]
    marks += [At(60, 190 + 18 * i, "主持城区口袋公园方案先看老人走", 10) for i in range(8)]
    marks += [At(330, 190 + 18 * i, "碱滩地做土壤改良试验六年筛出树", 10) for i in range(8)]
    return page(*marks, number=3)


COVER = page(Title("样本园林学报"), "2021年第6期", "ISSN 1673-2812 CN 14-1342/S", number=2)


def test_the_head_of_an_article_is_read_in_its_own_column(dossier):
    found = of_kind(dossier(FORM, COVER, _columns("张三　李四")), "paper")
    assert found.get("title").value == "盐碱滩地城市绿化树种的耐盐分级"
    assert found.get("authors").value == ["张三", "李四"]


def test_a_row_that_holds_a_sentence_is_no_title(dossier):
    body = page(
        "年少买有机肥，少浇水两成。试验六年，", "张三　李四", "【摘要】对四十六个树种做三年对照试验。", number=3
    )
    found = of_kind(dossier(FORM, COVER, body), "paper")
    assert not found.get("title") or not found.get("title").known


def test_a_project_whose_title_quotes_a_word_is_named_in_full(dossier):
    said = "汾州市教育科学规划课题《中职面点“校中店”教学模式研究》，主持人张三，成员：张三、李四，经鉴定准予结题。"
    shown = page(Title("课题结题证书"), said, Right("汾州市教育局"), Right("2022年7月8日"), number=2)
    assert of_kind(dossier(FORM, shown), "project").get("title").value == "中职面点“校中店”教学模式研究"


def test_a_prize_names_those_who_made_a_work_and_the_work_with_its_genre(dossier):
    said = "张三、李四录制的广播剧《汾水渡》荣获汾州市2022年度广播电视节目技术质量奖一等奖。"
    shown = page(Title("获奖证书"), said, Right("汾州市广播电视协会"), Right("2022年10月28日"), number=2)
    found = of_kind(dossier(FORM, shown), "award")
    assert found.get("recipients").value == ["张三", "李四"]
    assert found.get("title").value == "广播剧《汾水渡》"


@pytest.mark.parametrize(
    ("said", "title"), [("中餐面点", "中餐面点赛项"), ("中数控车工", None), ("数控车工", "数控车工赛项")]
)
def test_the_contest_one_s_pupils_won_is_what_a_prize_is_for(dossier, said, title):
    text = f"在样例省职业学校技能大赛{said}赛项中，您辅导的选手获一等奖，特颁此证。"
    shown = page(Title("荣誉证书"), "张三老师：", text, Right("样例省技能大赛组委会"), Right("2023年7月15日"), number=2)
    found = of_kind(dossier(FORM, shown), "award").get("title")
    assert (found.value if found else None) == title


def test_a_proof_says_what_somebody_was_in_words_of_the_studio(dossier):
    said = [
        "成果名称：广播剧《汾水渡》录音",
        "主要完成人：张三、李四",
        "张三担任录音师、混音师（第一），完成全剧混音。",
    ]
    shown = page(Title("业绩证明"), *said, "特此证明。", Right(UNIT), Right("2025年5月19日"), number=2)
    role = of_kind(dossier(FORM, shown), "achievement").get("role").value
    assert role.replace("(", "（").replace(")", "）") == "录音师、混音师（第一）"


@pytest.mark.parametrize(
    "gain",
    ["每班测温用时由40分钟减到12分钟，全年少报废醋醅21吨", "苗木成活率提高31个百分点，节省补植费用186万元"],
)
def test_what_a_patent_s_use_brought_is_read_with_a_sum_or_without(dossier, gain):
    said = f"我厂2024年4月购置该装置36把，{gain}，效果良好。"
    shown = page(Title("专利应用证明"), said, Right("某县酿造厂"), Right("2025年8月28日"), number=2)
    assert of_kind(dossier(FORM, shown), "patent_use").get("benefit").value.replace(",", "，") == gain


def test_a_use_that_tells_no_change_has_no_gain(dossier):
    shown = page(Title("专利应用证明"), "我厂2024年4月购置该装置36把，效果良好。", Right("某县酿造厂"), number=2)
    assert of_kind(dossier(FORM, shown), "patent_use").get("benefit") is None


# Pledges


@pytest.mark.parametrize(
    "said",
    [
        "我，张三，汾州市电视台录音科工作人员，承诺所交作品均属本人创作。",
        "承诺人张三，单位汾州市电视台。我提供的所有表格都是真实的。",
        "本人张三，系汾州市电视台在编职工，保证所交材料真实。",
    ],
)
def test_a_pledge_names_the_unit_behind_the_name(dossier, said):
    shown = page(Title("承诺书"), said, Gap(40), "承诺人：张三", Right("2025年5月26日"), number=2)
    assert of_kind(dossier(FORM, shown), "pledge").get("employer").value == "汾州市电视台"


def test_a_part_of_a_unit_is_no_unit_in_a_pledge(dossier):
    said = "承诺人张三，单位人事处。我提供的所有表格都是真实的。"
    shown = page(Title("承诺书"), said, Gap(40), "承诺人：张三", Right("2025年5月26日"), number=2)
    found = of_kind(dossier(FORM, shown), "pledge").get("employer")
    assert found is None or found.value != "人事处"


# The list of materials


@pytest.mark.parametrize("entry", ["三级录音师证书", "工程师电子证", "一级播音员主持人职称证（复印件）"])
def test_an_entry_that_certifies_a_title_is_the_certificate_of_it(policy, entry):
    assert kinds_listed(entry, policy) == {"title_certificate"}


@pytest.mark.parametrize("entry", ["二级建造师注册证书", "三级健康管理师证书", "录音棚改造图纸", "培训结业证书"])
def test_an_entry_that_certifies_something_else_is_no_certificate_of_a_title(policy, entry):
    assert "title_certificate" not in kinds_listed(entry, policy)

"""Booklets with a page of instructions, articles told by their contents alone, lists in an annex, letters in more
words of offices."""

from __future__ import annotations

import pytest

from dossier.extract.sentences import org_name
from dossier.model import Period
from dossier.text import find_periods
from tests.extract.pages import At, Right, Table, Title, page, seal
from tests.extract.test_unseen_wordings_6 import FORM, UNIT, of_kind


def test_a_booklet_goes_on_behind_the_page_that_tells_of_its_use(dossier):
    cover = page(Title("继续教育证书"), Right("汾州市人力资源和社会保障局制"), number=2)
    owner = page("姓名：张三", "说明", "1.本证一人一册，逐年登记。", "2.每年参加学习不少于90学时。", number=3)
    rows = [["年度", "公需科目", "专业科目", "学时合计"], ["2022", "41", "50", "91"], ["2023", "30", "62", "92"]]
    found = of_kind(dossier(FORM, cover, owner, page(Table(rows), number=4)), "continuing_education")
    assert found.get("name").value == "张三"
    assert [(row["year"], row["professional"]) for row in found.get("years").value] == [(2022, 50), (2023, 62)]


@pytest.mark.parametrize("said", ["从2021年3月1日算起，到2024年2月28日为止", "自2021年3月1日起算，至2024年2月28日止"])
def test_a_term_counted_from_a_day_is_a_period(said):
    assert [period for period, _, _ in find_periods(said)] == [Period("2021-03-01", "2024-02-28")]


@pytest.mark.parametrize("signs", ["汾州市工业学院院长张三", "汾州市工业学院院长: 张三", "汾州市工业学院"])
def test_a_unit_is_named_where_its_head_signs_beside_it(signs):
    assert org_name(signs) == "汾州市工业学院"


def _two_columns(number: int):
    """The first page of an article whose title stands in the left of two columns."""
    left = ["湖区冬泳救护的分级", "响应办法", "张三，李四", "目的：拟定分级。方法：按水温评分。结果：用时缩短。"]
    right = ["员在岸边待命，每小时轮换。", "救护员备足热饮，", "并与卫生院约定转运。", "此后三年没有事故。"]
    rows = zip(left, right, strict=True)
    marks = [
        mark
        for i, (one, other) in enumerate(rows)
        for mark in (At(60, 90 + 24 * i, one, 10), At(320, 90 + 24 * i, other, 10))
    ]
    return page(*marks, number=number)


def _contents(*entries: str, number: int = 3):
    return page(Title("样本水上运动2024年第2期目次"), *entries, number=number)


COVER = page(Title("样本水上运动"), "2024年第2期", "ISSN 1008-8156 CN 14-1352/R", number=2)


def test_an_article_in_columns_is_told_by_the_contents_of_its_issue(dossier):
    contents = _contents("船桨养护札记\t王五\t12", "湖区冬泳救护的分级响应办法\t张三，李四18", "水温记录\t赵六\t25")
    found = of_kind(dossier(FORM, COVER, contents, _two_columns(4)), "paper")
    assert found.get("title").value == "湖区冬泳救护的分级响应办法"
    assert found.get("authors").value == ["张三", "李四"]
    assert found.get("authors").confidence >= 0.9


def test_an_article_that_the_contents_list_and_no_page_shows_is_unsure(dossier):
    contents = _contents("〔救护〕船桨养护札记\t张三（12）", "〔记录〕水温记录\t赵六（25）", "〔其他〕岸线\t王五（30）")
    found = of_kind(dossier(FORM, COVER, contents, _two_columns(4)), "paper")
    assert found.get("title").value == "船桨养护札记"
    assert found.get("authors").confidence < 0.9


def test_no_article_is_told_where_the_contents_list_two_of_the_applicant(dossier):
    contents = _contents("船桨养护札记\t张三\t12", "湖区冬泳救护的分级响应办法\t张三\t18", "水温记录\t赵六\t25")
    found = of_kind(dossier(FORM, COVER, contents, _two_columns(4)), "paper")
    assert not found.get("title") or found.get("title").value != "船桨养护札记"


def test_a_work_is_told_by_what_somebody_designed(dossier):
    said = "我队自2023年5月起使用市文化集团张三设计的“一车两用流动戏台”，共三台，去年演出一百场。"
    shown = page(Title("应用证明"), said, "特此证明。", Right("汾州市晋剧队"), Right("2025年8月20日"), number=2)
    found = of_kind(dossier(FORM, shown), "achievement")
    assert found.get("title").value == "一车两用流动戏台"
    assert found.get("members").value == ["张三"]


def test_the_name_of_a_play_is_the_title_of_an_achievement(dossier):
    shown = page(Title("业绩证明"), "剧目（成果名称）：古装戏《汾水渡》灯光设计", "主要完成人：张三、李四", number=2)
    assert of_kind(dossier(FORM, shown), "achievement").get("title").value == "古装戏《汾水渡》灯光设计"


def test_an_award_names_people_behind_their_unit_and_the_play_they_designed(dossier):
    shown = page(
        Title("荣誉证书"),
        "汾州市晋剧院张三、李四、王五：",
        "你们担任设计的古装戏《汾水渡》在汾州市第三届戏剧展演中获得灯光奖一等奖。",
        Right("汾州市戏剧家协会"),
        Right("2023年11月18日"),
        number=2,
    )
    found = of_kind(dossier(FORM, shown), "award")
    assert found.get("recipients").value == ["张三", "李四", "王五"]
    assert found.get("title").value == "古装戏《汾水渡》"


def test_a_letter_to_who_asked_for_a_project_tells_its_title_and_leader(dossier):
    shown = page(
        Title("课题立项通知书"),
        "张三同志：",
        "你申报的《湖区冬泳救护分级研究》经评审批准立项，编号HY2022-04。",
        "课题组成员：张三、李四。",
        Right("汾州市体育局"),
        Right("2022年3月9日"),
        number=2,
    )
    found = of_kind(dossier(FORM, shown), "project")
    assert found.get("title").value == "湖区冬泳救护分级研究"
    assert found.get("role").value == "主持人"


@pytest.mark.parametrize(
    ("said", "gain"),
    [
        (
            "共五台。两年来每班准备时间由30分钟降到9分钟，材料费用每年减少2.4万元，学生反映方便。",
            "每班准备时间由30分钟降到9分钟，材料费用每年减少2.4万元",
        ),
        (
            "在我院使用三台，累计训练患者305人次，复发率由18%降至7%，增加康复收入12.5万元。",
            "累计训练患者305人次，复发率由18%降至7%，增加康复收入12.5万元",
        ),
    ],
)
def test_a_gain_in_saved_costs_or_income_is_read_with_its_effects(dossier, said, gain):
    shown = page(Title("专利应用证明"), f"专利“一种夹具”{said}", Right("某县医院"), Right("2025年6月20日"), number=2)
    assert of_kind(dossier(FORM, shown), "patent_use").get("benefit").value.replace(",", "，") == gain


@pytest.mark.parametrize(
    "said",
    [
        "汾州市图书馆并转评审委员会：|本人张三，系汾州市图书馆古籍修复中心工作人员，承诺所交材料真实。",
        "我是张三，在汾州市图书馆做古籍修复工作，承诺所交材料真实。",
    ],
)
def test_a_pledge_names_the_unit_it_is_addressed_to_or_where_one_works(dossier, said):
    shown = page(Title("个人承诺书"), *said.split("|"), "承诺人：张三", Right("2025年7月28日"), number=2)
    assert of_kind(dossier(FORM, shown), "pledge").get("employer").value == "汾州市图书馆"


def test_a_table_whose_heads_are_items_publishes_them_and_no_part_of_a_unit_applies(dossier):
    rows = [
        ["姓名", "张三", "系部", "机电工程系"],
        ["现职称", "讲师", "申报职称", "副教授"],
        ["个人申报材料", "本科，工学学士；主持课题一项，发表论文两篇，近五年考核合格。"],
        ["单位鉴定意见", "教学认真，同意推荐申报副教授，党委会研究通过。"],
        ["公示期限", "2025年7月28日至2025年8月4日，6个工作日"],
    ]
    notice = page(Title("张三同志申报副教授公示表"), Table(rows), Right(UNIT), Right("2025年7月28日"), number=2)
    found = of_kind(dossier(FORM, notice), "publicity_notice")
    assert found.get("items").value == ["application_materials", "unit_opinion"]
    assert [person["name"] for person in found.get("applicants").value] == ["张三"]


def test_a_list_in_an_annex_that_is_called_a_survey_belongs_to_the_notice(dossier):
    notice = page(
        Title("关于职称申报的公示"),
        "现将今年的评审条件和程序、两名申报人的个人申报材料、单位鉴定意见一并公示（详见附件各栏）。",
        "公示时间：2025年8月11日至2025年8月18日。",
        "附件：汾州市图书馆2025年度职称申报情况一览",
        Right(UNIT),
        Right("2025年8月11日"),
        file="公示.pdf",
        number=1,
    )
    rows = [["姓名", "申报职称", "现职称"], ["张三", "副研究馆员", "馆员"], ["李四", "馆员", "助理馆员"]]
    annex = page("附件", Title("汾州市图书馆2025年度职称申报情况一览"), Table(rows), file="公示.pdf", number=2)
    found = of_kind(dossier(FORM, notice, annex), "publicity_notice")
    assert len(found.pages) == 2
    assert found.get("annex").value == "汾州市图书馆2025年度职称申报情况一览"
    assert [(one["name"], one["title"]) for one in found.get("applicants").value] == [
        ("张三", "副研究馆员"),
        ("李四", "馆员"),
    ]


@pytest.mark.parametrize(
    ("readings", "local"), [(("浍东市交通局", "桧东市交通局"), True), (("浍东市交通局", "矿务局"), False)]
)
def test_a_superior_seal_in_doubt_shows_a_local_unit_where_each_reading_does(dossier, readings, local):
    opinion = seal(60, 350, readings[0], confidence=0.66, readings=readings)
    form = page(
        Title("专业技术职称评审表"),
        "姓名：张三",
        "工作单位：云岭交通技师学院",
        "单位性质：事业单位",
        seals=(opinion,),
        number=1,
    )
    shown = dossier(form).applicant.get("employer_affiliation")
    assert (shown.value == "local") is local


def _catalogue(counts: list[str]):
    """A catalogue photographed askew: each count stands lower beside its title than the one above."""
    titles = ["评审表", "承诺书", "工作总结", "身份证", "毕业证书", "学位证书", "聘书", "考核表"]
    marks = [At(70, 110, "序号"), At(120, 110, "材料名称"), At(480, 110, "页数")]
    for i, (title, count) in enumerate(zip(titles, counts, strict=True)):
        marks += [At(75, 140 + 22 * i, str(i + 1)), At(120, 140 + 22 * i, title)]
        marks += [At(486, 138 + 23.6 * i, count)] if count else []
    return page(Title("申报材料目录"), *marks, number=2)


def test_counts_beside_rows_that_lie_askew_are_those_of_the_rows_in_their_order(dossier):
    entries = of_kind(dossier(FORM, _catalogue(["3", "1", "4", "1", "1", "2", "2", "5"])), "catalogue").get("entries")
    assert [entry["pages"] for entry in entries.value] == [3, 1, 4, 1, 1, 2, 2, 5]


def test_no_count_is_passed_on_where_one_was_not_read(dossier):
    entries = of_kind(dossier(FORM, _catalogue(["3", "1", "4", "", "1", "2", "2", "5"])), "catalogue").get("entries")
    assert entries.value[3]["pages"] is None


def test_an_item_whose_text_is_yet_to_come_heads_no_entry_of_a_table(dossier):
    rows = [
        ["姓名", "张三", "申报职称", "副教授"],
        ["个人申报材料", "本科，工学学士；主持课题一项，发表论文两篇，近五年考核合格。"],
        ["单位鉴定意见", "待公示期满后由学校研究填写，届时另行张榜。"],
        ["公示期限", "2025年7月28日至2025年8月4日"],
    ]
    notice = page(Title("张三同志申报副教授公示表"), Table(rows), Right(UNIT), Right("2025年7月28日"), number=2)
    items = of_kind(dossier(FORM, notice), "publicity_notice").get("items")
    assert "unit_opinion" not in (items.value or ()) or items.confidence < 0.9

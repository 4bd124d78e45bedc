"""Certificates and works whose wording stands in sentences, or whose labels are joined to others."""

import pytest

from dossier.extract.context import Context
from dossier.extract.fields import all_labels, find_labels, read_labelled
from dossier.extract.group import Draft
from dossier.extract.kinds import READERS
from dossier.extract.kinds.teams import read_team
from dossier.model import Value
from dossier.policy import load_policy
from tests.extract.pages import At, Right, Table, Title, layout, page

POLICY = load_policy("shanxi-2025")


def read(kind: str, *rows: str | Title | Table, titles: frozenset[str] = frozenset()) -> dict[str, Value]:
    spec = POLICY.kinds[kind]
    draft = Draft(kind, "", [layout(*rows)])
    found = find_labels(spec, draft.layouts, all_labels(POLICY.kinds), POLICY.other_labels)
    values = read_labelled(spec, found)
    return {**values, **READERS[kind](draft, values, found, Context(POLICY, titles))}


def test_a_label_joined_to_one_of_another_matter_is_not_the_field() -> None:
    values = read(
        "title_certificate",
        Title("专业技术职务任职资格证"),
        "毕业院校及专业:汾北大学\t机械电子工程",
        "专业:机械设计制造",
    )
    assert values["specialty"].value == "机械设计制造"


def test_the_economic_committee_does_not_lose_its_first_letter_and_does_not_stand_for_the_office() -> None:
    values = read(
        "title_certificate",
        Title("职称证书"),
        Table([["评委会名称", "汾北省经济系列高级职称评审委员会"], ["批准日期", "2023-11-05"]]),
        Table([["核发机关", "汾北省人力资源和社会保障厅"]]),
    )
    assert values["issuer"].value == "汾北省人力资源和社会保障厅"


def test_a_day_right_before_the_committees_judgement_is_the_titles_day() -> None:
    values = read(
        "title_certificate",
        Title("职称证书"),
        "经汾北市中级职称评审委员会2020年11月26日评审,确认陈小月同志取得小学语文学科一级教师职称。",
        "汾北市人力资源和社会保障局",
        "2020年12月30日",
        titles=frozenset({"一级教师"}),
    )
    assert values["date"].value == "2020-11-26"
    assert (values["name"].value, values["specialty"].value) == ("陈小月", "小学语文")


def test_a_licences_holder_is_read_from_its_sentence() -> None:
    values = read("licence", Title("教师资格证书"), "陈小月,女,汉族,1996年10月22日生。", "资格种类:高级中学教师资格")
    assert values["name"].value == "陈小月"


def test_a_teachers_qualification_tells_the_certificate_whose_title_was_not_read() -> None:
    values = read(
        "licence", Title("证照详情"), "姓名:陈小月", "资格种类:高级中学教师资格", "证书编号:20191234567890123"
    )
    assert values["kind"].value == "教师资格证书"


def test_of_several_periods_of_a_licence_none_is_sure() -> None:
    values = read(
        "licence",
        Title("注册证书"),
        Table([["注册专业", "有效期"], ["建筑工程", "2022-11-02至2025-11-01"], ["市政工程", "2024-01-15至2027-01-14"]]),
    )
    assert "valid" not in values or values["valid"].confidence < 0.85


def test_who_leads_a_project_in_a_sentence_is_its_first_member() -> None:
    values = read("project", Title("结题证书"), "陈小月主持的课题《山地育苗》,准予结题。", "课题组成员:郝大为、穆青")
    assert values["members"].value == ["陈小月", "郝大为", "穆青"]
    said = read("project", Title("结项证明"), "兹证明由高远主持、边疆、谷雨参加的科研项目已完成。")
    assert said["members"].value == ["高远", "边疆", "谷雨"]


def test_several_persons_counted_behind_their_names_share_a_prize() -> None:
    values = read(
        "award",
        Title("获奖证书"),
        "陈小月、郝大为两位老师:",
        "你们撰写的论文《量感的培养》在2021年优秀成果评选活动中荣获一等奖。",
    )
    assert values["recipients"].value == ["陈小月", "郝大为"]
    assert values["title"].value == "量感的培养"


def test_a_journals_letter_says_the_paper_and_whom_it_addresses_unsurely() -> None:
    values = read(
        "paper",
        Title("论文录用通知"),
        "尊敬的陈小月、郝大为同志:",
        "您投寄我刊的论文《填方边坡变形监测》拟安排在《岩土汇刊》2025年第6期发表。",
        "《岩土汇刊》编辑部",
    )
    assert values["title"].value == "填方边坡变形监测"
    assert values["journal"].value == "岩土汇刊"
    assert values["authors"].confidence < 0.85


def test_an_enumeration_broken_within_a_name_is_one_list_and_one_cut_short_is_unsure() -> None:
    flow = layout(Table([["李小四、王五、陈小\n月、赵六"]], widths=(200,))).cells[0].flow
    team = read_team(flow)
    assert team is not None
    assert team.names == ["李小四", "王五", "陈小月", "赵六"]
    cut = read_team(layout("李小四、王五、卜一2019.01-2021.12").flow)
    assert cut is not None
    assert not cut.sure


def test_who_edited_a_book_that_won_a_prize_shares_it_and_its_class_stands_behind_the_name_of_the_prize() -> None:
    values = read(
        "award",
        Title("获奖证书"),
        "图书《汾河上的渡口》荣获第九届样例优秀图书奖二等奖。",
        "责任编辑：张三、李四",
        "汾北省出版工作者协会",
        "2024年6月12日",
    )
    assert values["recipients"].value == ["张三", "李四"]
    assert values["grade"].value == "二等奖"


def test_a_title_whose_row_ends_within_quotation_marks_goes_on_behind_it() -> None:
    said = ("张三同志在我社担任责任编辑的主要图书如下（项目名称：“表", "里山河”地方文化系列）：")
    values = read("achievement", Title("业绩证明"), *said)
    assert values["title"].value == "“表里山河”地方文化系列"


def test_a_letter_says_that_someone_wrote_first() -> None:
    spec = POLICY.kinds["achievement"]
    draft = Draft("achievement", "", [layout(Title("证明"), "张三同志在该指引编写中担任第一执笔人。")])
    context = Context(POLICY, frozenset(), names=frozenset({"张三"}))
    found = find_labels(spec, draft.layouts, all_labels(POLICY.kinds), POLICY.other_labels)
    assert READERS["achievement"](draft, {}, found, context)["role"].value == "第一执笔人"


def test_a_project_named_before_a_clause_with_a_rule_in_it_has_its_title(document):
    said = (
        "由岢阳市恒暖热力有限责任公司承担的市住建科技计划项目“换热站无人值守监控平台建设”，已完成任务书规定的研究内容。"
    )
    assert document(page(Title("结题证书"), said, "主持人：樊立群")).get("title").value == "换热站无人值守监控平台建设"


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("“城西片区大温差供热改造”项目被评为岢阳市职工技术创新成果二等奖。", "城西片区大温差供热改造"),
        ("裴若兰同志在皋阳市护理技能竞赛“手术室无菌技术操作”项目中获一等奖。", "手术室无菌技术操作"),
    ],
)
def test_a_prize_for_what_opens_its_sentence_or_was_shown_in_a_contest(document, said, title):
    assert document(page(Title("获奖证书"), said, Right("岢阳市总工会"))).get("title").value == title


def test_members_go_on_in_the_next_row_though_the_mark_between_was_not_read(document):
    shown = page(
        Title("科研课题立项通知书"),
        At(70, 150, "你单位申报的课题“手术体位压力性损伤分级预防”经评审准予立项。"),
        At(70, 174, "主持人：裴若兰。课题资助经费两万元。课题组成员：裴若兰、晏素云"),
        At(70, 198, "苑冬梅、弓彩霞。研究起止时间：2020年6月至2022年12月。"),
    )
    assert document(shown).get("members").value == ["裴若兰", "晏素云", "苑冬梅", "弓彩霞"]

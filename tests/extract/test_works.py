"""Papers, books, patents, standards, prizes, projects and licences: what is read where labels alone do not do."""

from dataclasses import replace

import pytest

from dossier.extract.context import Context
from dossier.extract.fields import all_labels, find_labels, read_labelled
from dossier.extract.group import Draft
from dossier.extract.kinds import READERS
from dossier.extract.kinds.teams import read_team
from dossier.extract.layout import lay_out
from dossier.model import Value
from dossier.policy import load_policy
from tests.extract.pages import At, Right, Table, Title, layout, page

POLICY = load_policy("shanxi-2025")


def read(kind: str, *pages: object, names: tuple[str, ...] = ()) -> dict[str, Value]:
    spec = POLICY.kinds[kind]
    draft = Draft(kind, "", list(pages))
    found = find_labels(spec, draft.layouts, all_labels(POLICY.kinds), POLICY.other_labels)
    values = read_labelled(spec, found)
    return {**values, **READERS[kind](draft, values, found, Context(POLICY, frozenset(), names))}


FIRST_PAGE = (
    "2022年第3期\t北方水利通讯",
    Title("灌区渠道衬砌冻胀破坏的观测与防治"),
    Title("郭怀远,宋立,欧阳青", 12),
    Title("(汾南县水利站,山西 030000)", 9),
    "摘要:以汾南灌区为对象,观测了三个冬季。",
    "关键词:渠道;冻胀",
    "文中所述渠段长四公里。",
    "参考文献",
)
IMPRINT = (
    Title("北方水利通讯"),
    "主管单位:北方水利学会",
    "主办单位:北方水利学会",
    "编辑出版:北方水利通讯编辑部",
    "国际标准刊号:ISSN 1234-5679",
    "国内统一刊号:CN 14-1001/TV",
    "出版日期:2022年6月",
    "定价:12.00元",
)


def test_the_head_of_a_papers_first_page_gives_its_title_and_its_authors_in_their_order() -> None:
    values = read("paper", layout(*FIRST_PAGE))
    assert values["title"].value == "灌区渠道衬砌冻胀破坏的观测与防治"
    assert values["authors"].value == ["郭怀远", "宋立", "欧阳青"]


@pytest.mark.parametrize("byline", ["郭怀远(汾南县水利站 山西)", "文/郭怀远 汾南县水利站", "郭怀远"])
def test_authors_are_read_with_the_unit_beside_their_names(byline: str) -> None:
    rows = (Title("灌区渠道衬砌冻胀破坏的观测与防治"), Title(byline, 12), "【内容提要】以汾南灌区为对象。")
    values = read("paper", layout(*rows), names=("郭怀远",))
    assert (values["title"].value, values["authors"].value) == ("灌区渠道衬砌冻胀破坏的观测与防治", ["郭怀远"])


def test_the_imprint_of_a_journal_gives_its_name_numbers_and_month() -> None:
    values = read("paper", layout(*IMPRINT), layout(*FIRST_PAGE, number=2))
    assert values["journal"].value == "北方水利通讯"
    assert (values["issn"].value, values["cn"].value) == ("1234-5679", "14-1001/TV")
    assert values["published"].value == "2022-06"


def test_the_parts_of_a_paper_are_told_by_what_their_pages_hold() -> None:
    index = layout("来源期刊\t北方水利通讯 2022", "检索时间:2025-01-02", number=3)
    values = read("paper", layout(*IMPRINT), layout(*FIRST_PAGE, number=2), index)
    assert values["parts"].value == ["copyright", "body", "index"]


def test_a_notice_of_acceptance_is_no_other_part_of_a_paper() -> None:
    values = read("paper", layout(Title("稿件录用通知"), "郭怀远同志:来稿拟刊于《北方水利通讯》2026年第1期。"))
    assert values["parts"].value == ["acceptance_letter"]


CIP = ("图书在版编目(CIP)数据", "渠道养护手册/宋立,郭怀远主编.一太原:汾水出版社,2019.4", "版次\t2019年4月第1版")


def test_cataloguing_data_give_a_books_title_and_authors() -> None:
    values = read("book", layout(*CIP))
    assert values["title"].value == "渠道养护手册"
    assert values["authors"].value == ["宋立", "郭怀远"]
    assert values["published"].value == "2019-04"
    assert values["parts"].value == ["copyright"]


@pytest.mark.parametrize(("number", "sure"), [("978-7-302-51128-2", False), ("978-7-302-51128-1", True)])
def test_a_book_number_with_a_wrong_check_digit_is_unsure(number: str, sure: bool) -> None:
    value = read("book", layout(*CIP, f"ISBN {number}"))["isbn"]
    assert value.value == number
    assert (value.confidence > 0.85) is sure


def test_a_granted_patent_and_a_received_application_are_told_apart() -> None:
    granted = read("patent", layout(Title("实用新型专利证书"), "发明人:宋立;郭怀远", "授权公告日:2021年3月5日"))
    received = read("patent", layout(Title("专利申请受理通知书"), "申请人:汾南县水利站"))
    assert granted["stage"].value == "granted"
    assert granted["inventors"].value == ["宋立", "郭怀远"]
    assert received["stage"].value == "application"


def test_the_gain_from_a_patents_use_is_read_without_the_labels_around_it() -> None:
    values = read("patent_use", layout("该技术投用后", "累计节约电费34.5万元。"))
    assert values["benefit"].value == "累计节约电费34.5万元"


def test_a_standards_cover_gives_number_name_and_day_of_issue() -> None:
    cover = layout(
        Title("山西省地方标准", 26),
        "DB14/T 877-2021",
        Title("渠道冻胀监测规程", 24),
        "2021-03-01 发布\t2021-06-01 实施",
    )
    values = read("standard", cover, layout("本文件主要起草人:宋立、郭怀远。", number=2))
    assert values["standard_number"].value == "DB14/T 877-2021"
    assert values["title"].value == "渠道冻胀监测规程"
    assert values["date"].value == "2021-03-01"
    assert values["drafters"].value == ["宋立", "郭怀远"]


def test_an_honour_names_its_person_in_running_text() -> None:
    page = layout(
        Title("荣誉证书"), "宋立同志:荣获先进个人称号,特发此证。", Right("汾南县水利局"), Right("2023年5月1日")
    )
    values = read("award", page)
    assert values["recipients"].value == ["宋立"]
    assert (values["issuer"].value, values["date"].value) == ("汾南县水利局", "2023-05-01")


def test_members_in_a_column_and_the_applicants_role_beside_the_name_are_read() -> None:
    table = Table([["序号", "姓名", "分工"], ["1", "宋立", "项目负责人"], ["2", "郭怀远", "技术骨干"]])
    values = read("achievement", layout(Title("项目验收报告"), table), names=("宋立",))
    assert values["members"].value == ["宋立", "郭怀远"]
    assert values["role"].value == "项目负责人"


def test_the_largest_line_that_ends_like_a_certificate_names_the_licence() -> None:
    assert read("licence", layout(Title("注册测绘师资格证书"), "姓名:宋立"))["kind"].value == "注册测绘师资格证书"
    beside = layout("中华人民共和国\t姓名 宋立", "公证员执业证\t性别 女")
    assert read("licence", beside)["kind"].value == "公证员执业证"


def test_a_digital_engineers_grade_below_its_label_is_read() -> None:
    values = read("digital_engineer", layout("职业名称 Occupation\t专业技术等级 Level", "区块链工程技术人员\t高级"))
    assert values["grade"].value == "高级"
    assert values["occupation"].value == "区块链工程技术人员"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("宋立;郭怀远", ["宋立", "郭怀远"]),
        ("1.宋立 2.郭怀远", ["宋立", "郭怀远"]),
        ("阿依·古丽、宋立", ["阿依·古丽", "宋立"]),
    ],
)
def test_names_are_parted_by_any_mark(text: str, names: list[str]) -> None:
    team = read_team(layout(text).flow)
    assert team is not None
    assert team.names == names
    assert team.sure


def test_names_without_marks_that_could_be_parted_in_two_ways_are_unsure() -> None:
    team = read_team(layout("宋立白郭怀远").flow)
    assert team is not None
    assert team.value().confidence < 0.85


def test_a_name_one_character_off_the_applicants_is_unsure() -> None:
    team = read_team(layout("宋怀运、郭立").flow, ("宋怀远",))
    assert team is not None
    assert not team.sure


def test_words_that_are_no_names_give_no_team() -> None:
    assert read_team(layout("详见附件材料").flow) is None


def test_letters_read_for_digits_of_a_patents_number_are_put_right_by_its_check_digit() -> None:
    values = read("patent", layout(Title("发明专利证书"), "专利号：ZL 20I7 1 O601862.3", "授权公告日：2019年3月1日"))
    assert values["patent_number"].value == "ZL201710601862.3"
    assert values["patent_number"].confidence >= 0.85


def test_a_patents_number_with_a_wrong_check_digit_is_unsure() -> None:
    values = read("patent", layout(Title("发明专利证书"), "专利号：ZL 2017 1 0601862.4", "授权公告日：2019年3月1日"))
    assert values["patent_number"].confidence < 0.85


def test_the_date_below_is_not_taken_for_the_number_applied_for() -> None:
    page = layout(
        Title("专利申请受理通知书"), At(80, 200, "申请号"), At(80, 230, "申请日"), At(200, 201, "2017 1 0601862.3")
    )
    assert read("patent", page)["patent_number"].value.replace(" ", "") == "201710601862.3"


@pytest.mark.parametrize(
    ("printed", "title"),
    [("种矿用检测装置", "一种矿用检测装置"), ("种子处理装置", "种子处理装置"), ("一种取样器", "一种取样器")],
)
def test_the_stroke_lost_at_the_head_of_an_inventions_name_is_put_back(printed: str, title: str) -> None:
    values = read("patent", layout(Title("发明专利证书"), f"发明名称：{printed}", "授权公告日：2019年3月1日"))
    assert values["title"].value == title


def test_the_gain_is_read_whole_though_its_sentence_wraps() -> None:
    sentence = "该技术结构合理、运行可靠，在我公司生产现场全面投入使用，自应用以来新增销售收入500万元，新增利润60万元。"
    values = read("patent_use", layout(Title("专利应用证明"), sentence))
    assert values["benefit"].value == "自应用以来新增销售收入500万元，新增利润60万元"


def test_a_label_before_several_names_is_nobodys_role() -> None:
    page = layout(Title("项目验收报告"), "主要完成人：宋立、郭怀远", "项目负责人：郭怀远")
    assert "role" not in read("achievement", page, names=("宋立",))


def test_a_place_in_a_ranking_is_no_role_where_a_role_is_stated() -> None:
    page = layout(Title("项目验收报告"), "本人排名：第2完成人", "本人作用：技术负责人")
    assert read("achievement", page, names=("宋立",))["role"].value == "技术负责人"


def test_what_a_sentence_says_the_applicant_acted_as_is_the_role() -> None:
    page = layout(Title("业绩证明"), "宋立同志在该项目中担任技术负责人，工作突出。")
    assert read("achievement", page, names=("宋立",))["role"].value == "技术负责人"


def test_what_this_comrade_led_is_the_role() -> None:
    page = layout(Title("业绩证明"), "兹证明宋立为我单位职工，该同志主持完成一号井通风系统改造。")
    assert read("achievement", page, names=("宋立",))["role"].value == "主持完成"


def test_a_summary_names_its_author_below_the_title_and_has_its_characters_counted() -> None:
    values = read("work_summary", layout(Title("专业技术工作总结"), Title("宋立", 12), "本人长期从事某某工作。"))
    assert values["name"].value == "宋立"
    assert values["characters"].value == 21


def test_a_stated_number_of_characters_goes_before_a_count() -> None:
    values = read("work_summary", layout(Title("述职报告"), "本人完成任务。", "已录入3086字/限5000字"))
    assert values["characters"].value == 3086


def test_a_misread_rare_character_is_put_right_by_the_name_the_dossier_knows() -> None:
    page = layout(Title("发明专利证书"), "发明人：宋赞、郭怀远", "授权公告日：2019年3月1日")
    assert read("patent", page, names=("宋赟",))["inventors"].value == ["宋赟", "郭怀远"]


def test_a_name_with_a_character_that_often_stands_for_another_is_unsure() -> None:
    page = layout(Title("发明专利证书"), "发明人：宋赞、郭怀远", "授权公告日：2019年3月1日")
    assert read("patent", page)["inventors"].confidence < 0.85


def test_a_journals_coloured_cover_is_a_cover() -> None:
    bars = Table([["", ""]], widths=[90, 90])
    cover = layout("ISSN 1711-7119\tCN 14-1306/G4", bars, Title("某某学刊", 44), "2023年第2期")
    assert read("paper", cover)["parts"].value == ["cover"]


@pytest.mark.parametrize("row", ["张三1,2,李四2*", "张三①，李四②", "张三1　李四2", "张三†，李四#"])
def test_marks_of_affiliation_are_no_part_of_names_and_no_names(row):
    team = read_team(layout(row).flow.rows()[0])
    assert team is not None
    assert team.names == ["张三", "李四"]


def test_the_number_of_an_issue_is_no_month():
    values = read("paper", layout("题名：某问题的研究与应用", "作者：张三", "刊期：2022年第3期"))
    assert not values["published"].known


def test_the_title_above_the_authors_outweighs_a_column_of_search_results():
    found = layout("学术文献检索平台", "题名：某问题的研究与应张三;李四;王", "被引：3", "下载：126")
    head = layout(Title("某问题的研究与应用"), "张三，李四，王五", "摘要：针对某问题。", "关键词：某")
    assert read("paper", head, found)["title"].value == "某问题的研究与应用"
    assert read("paper", found)["title"].confidence < 0.85


def found_papers(row: str, *more: At):
    """A platform's list of one paper, its columns headed; the row begins under the first heading."""
    heads = (At(90, 100, "题名"), At(210, 100, "作者"), At(330, 100, "来源"), At(430, 100, "下载"))
    return layout("学术文献检索平台", *heads, At(90, 124, row, 10), At(330, 124, "某学报"), At(430, 124, "126"), *more)


def test_title_and_authors_that_ran_into_one_line_are_parted_at_their_headings():
    values = read("paper", found_papers("某矿区综采工艺的分析研究尉迟某某；郝某"))
    assert values["title"].value == "某矿区综采工艺的分析研究"
    assert values["authors"].value == ["尉迟某某", "郝某"]


def test_a_line_below_two_headings_is_not_parted_where_other_words_than_names_would_follow():
    values = read("paper", found_papers("某矿区综采工艺的分析研究及其应用前景"))
    assert values["title"].value == "某矿区综采工艺的分析研究及其应用前景"
    assert "authors" not in values or not values["authors"].known


def test_a_stain_beside_the_authors_is_none_of_them():
    head = layout(Title("某问题的研究与应用"), "张三，李四", "摘要：针对某问题。")
    stained = [
        replace(line, box=line.box._replace(x0=300, x1=400), text="某一斜县", confidence=0.5)
        for line in head.page.lines
        if line.text.startswith("张三")
    ]
    page = lay_out(replace(head.page, lines=(*head.page.lines, *stained)))
    assert read("paper", page)["authors"].value == ["张三", "李四"]


def test_the_class_of_a_prize_is_told_from_its_name():
    values = read("award", layout(Title("获奖证书"), "获奖项目：某技术研究", "获奖等级：科学技术进步奖一等奖"))
    assert values["grade"].value == "一等奖"


def test_one_person_of_a_prize_that_has_a_place_for_several_is_not_sure():
    rows = (Title("获奖证书"), "主要完成人：", "张三同志：荣获科学技术进步奖二等奖，特发此证。")
    values = read("award", layout(*rows), names=("张三",))
    assert "recipients" not in values or values["recipients"].confidence < 0.85


CARD = ("姓名 张三", "性别 男 民族 汉", "出生 1986年3月15日", "住址 某省某市某路1号", "公民身份号码 149900198603151234")
OTHER = (
    "姓名 李四",
    "性别 女 民族 土家",
    "出生 1990年1月2日",
    "住址 某省某市某路2号",
    "公民身份号码 149900199001021246",
)


def test_of_two_persons_cards_on_one_page_nothing_is_sure():
    values = read("id_card", layout(*CARD, *OTHER))
    assert values["id_number"].known
    assert all(value.confidence < 0.85 for value in values.values())
    assert read("id_card", layout(*CARD))["address"].confidence >= 0.85


@pytest.mark.parametrize(("row", "people"), [("民族 汉出", "汉"), ("民族 土家", "土家"), ("民族 维吾尔", "维吾尔")])
def test_a_people_is_read_letter_for_letter(row, people):
    values = read("id_card", layout("姓名 张三", f"性别 男 {row}", "公民身份号码 149900198603151234"))
    assert values["ethnicity"].value == people


@pytest.mark.parametrize(
    ("row", "role"),
    [
        ("本人作用：主持人（第一完成人）", "主持人（第一完成人）"),
        ("本人作用：技术负责人(第一)", "技术负责人（第一）"),
        ("担任角色：项目技术负责人", "项目技术负责人"),
        ("担任角色：主持人", "主持人"),
    ],
)
def test_a_role_is_read_with_the_place_in_brackets_behind_it(row, role):
    achievement = read("achievement", layout(Title("验收报告"), "项目名称：减速装置优化", row, "特此证明。"))
    assert achievement["role"].value == role


def test_a_digital_engineers_grade_behind_its_label_is_read() -> None:
    shown = layout(Title("专业技术等级证书"), "姓名：窦清妍", "职业名称：大数据工程技术人员", "专业技术等级：初级")
    values = read("digital_engineer", shown)
    assert (values["grade"].value, values["occupation"].value) == ("初级", "大数据工程技术人员")


def test_a_project_is_led_by_whom_a_label_of_its_own_names() -> None:
    page = layout(Title("结题证书"), "课题名称：县域实验的开发与应用", "课题主持人：郭怀远", "课题组成员：宋立、欧阳青")
    assert read("project", page)["members"].value == ["郭怀远", "宋立", "欧阳青"]


def test_a_project_named_in_the_sentence_that_grants_it_has_its_title() -> None:
    page = layout(Title("课题立项通知书"), "郭怀远同志：", "您申报的课题《县域实验的开发与应用》经评审，批准立项。")
    assert read("project", page)["title"].value == "县域实验的开发与应用"


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("本人作用：主持，排名第一", "主持，排名第一"),
        ("本人作用：负责人，排名第一。", "负责人，排名第一"),
        ("本人排名：第一", "第一"),
        ("本人角色：主演，饰柳青娘", "主演，饰柳青娘"),
    ],
)
def test_the_applicant_s_part_is_what_its_label_announces(said, role):
    shown = layout(Title("业绩证明"), "成果名称：灌区渠道改造", "主要完成人：张三、李四", said, Right("2025年7月18日"))
    assert read("achievement", shown, names=("张三",))["role"].value == role


def test_the_state_before_a_certificate_s_name_is_no_part_of_it():
    assert read("licence", layout(Title("中华人民共和国教师资格证书"), "姓名：张三"))["kind"].value == "教师资格证书"


def test_a_show_in_which_a_person_is_honoured_is_what_the_prize_is_for():
    shown = layout(Title("获奖证书"), "张三同志：", "在全省展演中，您在《汾水长歌》中的表演荣获优秀表演奖。")
    found = read("award", shown, names=("张三",))
    assert (found["title"].value, found["grade"].value) == ("汾水长歌", "优秀表演奖")


def test_a_title_within_a_sentence_is_read_to_its_comma():
    shown = layout(Title("业绩证明"), "兹证明双方共建，成果名称：校园共建实训基地，起止时间：2021年3月至2024年6月。")
    assert read("achievement", shown)["title"].value == "校园共建实训基地"


def test_the_scope_of_a_licence_is_not_its_class():
    shown = layout(Title("医师执业证书"), "执业类别：临床", "执业范围：内科专业")
    assert read("licence", shown)["scope"].value == "内科专业"


def test_a_gain_may_be_written_in_chinese_figures():
    said = "已在我公司产品中实施，累计销售二百一十六台，新增产值一千七百余万元。"
    assert read("patent_use", layout(Title("专利应用证明"), said))["benefit"].value == (
        "累计销售二百一十六台，新增产值一千七百余万元"
    )


def test_a_letter_tells_work_part_term_and_members_in_sentences(dossier):
    record = dossier(
        page(Title("专业技术职务任职资格评审表"), Table([["姓名", "张三", "性别", "女"]])),
        page(
            Title("业绩证明"),
            "张三同志自2019年3月至2024年12月负责我院家庭医生签约与慢病管理服务工作，任团队长。",
            "团队成员（张三、侯爱珍、吉小军）。",
            number=2,
        ),
    )
    found = next(one for one in record.documents if one.kind == "achievement")
    assert found.get("title").value == "家庭医生签约与慢病管理服务"
    assert found.get("role").value == "团队长"
    assert found.get("members").value == ["张三", "侯爱珍", "吉小军"]
    assert (found.get("period").value.start, found.get("period").value.end) == ("2019-03", "2024-12")


def test_a_name_with_a_misread_surname_does_not_end_an_enumeration(document):
    found = document(page(Title("业绩证明"), "项目名称：某某展览策划", "主要完成人：张三、洗国柱、王五"))
    assert found.get("members").value == ["张三", "洗国柱", "王五"]
    assert found.get("members").confidence < 0.8


def test_a_prize_addresses_those_who_did_the_work(document):
    found = document(
        page(
            Title("获奖证书"), "聂春生、张三、屈雅楠：", "你们完成的《课程群建设与实践》荣获2024年校级教学成果二等奖。"
        )
    )
    assert found.get("recipients").value == ["聂春生", "张三", "屈雅楠"]


def test_a_book_that_is_honoured_is_what_the_prize_is_for(document):
    found = document(page(Title("荣誉证书"), "张三同志：", "您的著作《馆藏青铜器纹饰》被评为社会科学优秀成果二等奖。"))
    assert found.get("title").value == "馆藏青铜器纹饰"


def test_what_a_notice_says_the_applicant_takes_on_is_the_part(document):
    rows = Table([["项目名称", "野外课堂在教学中的实践"], ["本人承担", "主持人（排名第一）"]])
    assert document(page(Title("教学改革创新项目立项通知书"), rows)).get("role").value == "主持人（排名第一）"


@pytest.mark.parametrize(
    ("rows", "title", "role"),
    [
        (
            "兹有向明老师，自2020年9月至2024年7月担任我镇五校语文联片教研活动牵头人，组织集体备课四十次。",
            "五校语文联片教研",
            "牵头人",
        ),
        (
            "向明于2019年1月至2025年8月在我公司主持推光漆器技艺传承班，为授课师傅（主讲），先后带徒十一人。",
            "推光漆器技艺传承班",
            "授课师傅（主讲）",
        ),
    ],
)
def test_a_bare_proof_of_what_someone_leads_is_an_achievement(dossier, rows: str, title: str, role: str) -> None:
    record = dossier(page(Title("证明"), rows, "特此证明。", Right("样例公司"), Right("2025年9月3日")))
    assert [document.kind for document in record.documents] == ["achievement"]
    assert record.documents[0].get("title").value == title
    read_as = read("achievement", layout(Title("证明"), rows), names=("向明",))
    assert str(read_as["role"].value).replace("(", "（").replace(")", "）") == role


def test_numbers_of_units_part_the_authors_behind_whose_names_they_stand() -> None:
    rows = (
        Title("灌区渠道衬砌冻胀破坏的观测与防治"),
        Title("郭怀远1宋立2", 12),
        "摘要:以汾南灌区为对象,观测了三个冬季。",
    )
    values = read("paper", layout(*rows))
    assert (values["title"].value, values["authors"].value) == ("灌区渠道衬砌冻胀破坏的观测与防治", ["郭怀远", "宋立"])


def test_a_journals_name_stands_before_how_often_it_comes_out_and_not_in_a_papers_text() -> None:
    imprint = layout("北方水利通讯（双月刊）\t2022年第6期", "主编：宋立", "ISSN 1234-5679 CN 14-1001/TV")
    body = layout(*FIRST_PAGE, "编印《渠道养护手册》。", "培训中讲解《渠道养护手册》。", number=2)
    assert read("paper", imprint, body)["journal"].value == "北方水利通讯"


def test_a_list_of_members_goes_before_the_label_of_its_leader() -> None:
    table = Table(
        [["课题名称", "羊病净化技术示范"], ["主持人", "宋立"], ["课题组成员", "宋立、库玉明、郭怀远、幸福军"]]
    )
    assert read("project", layout(table))["members"].value == ["宋立", "库玉明", "郭怀远", "幸福军"]


def test_an_enumeration_may_begin_with_a_rare_surname() -> None:
    values = read("award", layout(Title("奖励证书"), "获奖者：库玉明、宋立、郭怀远"), names=("宋立",))
    assert values["recipients"].value == ["库玉明", "宋立", "郭怀远"]
    assert values["recipients"].confidence < 0.85


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("宋立主持在我镇推广该项技术，面积八千亩。", "主持人"),
        ("三、乙方指派宋立为项目负责人，全面负责技术和质量。", "项目负责人"),
        ("宋立同志系我站职工。该同志担任项目负责人，效果良好。", "项目负责人"),
        ("宋立同志2017年以来在我社担任责任编辑的主要图书如下：", "责任编辑"),
    ],
)
def test_a_proof_that_lists_nobody_names_whose_part_it_tells(said: str, role: str) -> None:
    values = read("achievement", layout(Title("应用证明"), "成果名称：红脂大小蠹综合防控技术", said), names=("宋立",))
    assert (values["members"].value, values["role"].value) == (["宋立"], role)


def test_one_of_several_whom_a_proof_names_is_not_all_its_members() -> None:
    said = "该项目由郭怀远、宋立主持完成。"
    assert "members" not in read("achievement", layout(Title("应用证明"), said), names=("宋立",))


def test_of_those_whom_a_prize_names_the_whole_list_counts_and_not_its_first_author() -> None:
    rows = ("闾丘松年、鹿庭芳：", "你们的作品荣获文创设计大赛二等奖。（第一作者：闾丘松年）")
    assert read("award", layout(Title("获奖证书"), *rows))["recipients"].value == ["闾丘松年", "鹿庭芳"]


@pytest.mark.parametrize(
    "told",
    [
        "布设像控点效率提高约四成，节约外业费用9.6万元",
        "单组试件安装时间由25分钟缩短到9分钟，累计检测4600组，节约人工约36万元",
        "减少支架用钢量62吨，缩短安装工期18天，节约成本约71万元",
    ],
)
def test_the_gain_from_a_patents_use_has_what_it_saved_besides_money(told: str) -> None:
    assert read("patent_use", layout(f"我单位使用该产品。使用期间{told}。"))["benefit"].value == told


def test_a_letter_that_looks_like_a_box_stays_in_its_word(document):
    title = "煤矿能耗统计口径衔接研究"
    assert document(page(Title("结题证书"), f"课题名称：{title}", "课题负责人：张三")).get("title").value == title

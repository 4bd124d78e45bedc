"""What whole dossiers of other hands taught: booklets, votes, names in lists, tables whose rulings were lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.extract.headlines import title_lines
from dossier.extract.kinds.schooling import school_in
from dossier.extract.parts import parts_of
from dossier.extract.sentences import org_name
from dossier.extract.venues import read_venue
from dossier.model import Box
from tests.extract.pages import At, Gap, Right, Table, Title, layout, page, prose
from tests.extract.test_group import shape


def booklet(number, *items):
    return page(*items, file="学时登记册.pdf", number=number)


def test_a_booklet_is_its_cover_its_first_page_and_its_table(dossier):
    plate = Table([["专业技术人员\n继续教育证书\n(学时登记册)"]], widths=[200], height=90)
    rows = [["年度", "公需科目", "专业科目", "合计"], ["2023年", "30", "62", "92"]]
    inside = Table([["姓名", "张三"], ["工作单位", "某某中心"], ["证书编号", "HHJX-0671"]])
    record = dossier(
        booklet(1, Gap(100), plate, Gap(300), "某某研究院印制"),
        booklet(2, Gap(60), inside),
        booklet(3, Title("继续教育学时登记"), Table(rows)),
    )
    assert shape(record) == [("continuing_education", 3)]
    (year,) = record.documents[0].get("years").value
    assert (year["total"], year["certificate_number"]) == (92, "HHJX-0671")


def test_the_rows_in_the_plate_of_a_cover_may_be_its_title():
    cover = layout(Gap(100), Table([["继续教育证书\n(学时登记册)"]], widths=[200], height=60), Gap(300), "某某院印制")
    assert "继续教育证书" in [line.text for line in title_lines(cover)]


def test_the_title_of_a_card_that_lies_across_may_stand_in_its_second_half(dossier):
    shown = page("姓名：张三\t性别：女", "从业类别：播音主持", Gap(150), At(330, 400, "播音员主持人证", 20))
    (document,) = dossier(replace(shown, width=842.0, height=595.0)).documents
    assert document.kind == "licence"
    assert dossier(shown).documents[0].kind == "unknown"


@pytest.mark.parametrize(
    ("votes", "agrees"),
    [
        ("同意11票，不同意0票，弃权0票。该同志业绩突出，同意推荐申报高级工程师。", True),
        ("经研究，不同意推荐。", False),
        ("同意2票，不同意7票。", False),
    ],
)
def test_a_count_of_votes_is_no_refusal(value, votes, agrees):
    assert value("agrees", page(Title("单位推荐意见"), f"张三同志：{votes}", Right("某某有限公司"))) is agrees


def test_a_title_whose_first_letter_was_a_single_stroke_is_whole_again_where_another_paper_names_it(dossier):
    rows = [["姓名", "张三"], ["现职称", "级教师"], ["申报职称", "高级教师"]]
    form = page(Title("专业技术职务任职资格评审表"), Table(rows), file="表.pdf")
    held = [["姓名", "张三"], ["专业技术资格", "一级教师"], ["授予时间", "2019年12月20日"]]
    other = page(Title("专业技术资格证书"), Table(held), file="证.pdf")
    alone, beside = dossier(form).documents[0], dossier(form, other).documents[0]
    assert (alone.get("current_title").value, beside.get("current_title").value) == ("级教师", "一级教师")
    assert beside.get("current_title").confidence <= 0.8


def test_a_form_s_employer_is_the_unit_without_the_department_one_works_in(dossier):
    form = page(
        Title("专业技术职务任职资格评审表"),
        Table([["姓名", "张三"], ["工作单位", "涧河市广播电视台总编室"]]),
        file="表.pdf",
    )
    opinion = page(
        Title("单位推荐意见"),
        "同意推荐张三同志申报。",
        Right("涧河市广播电视台"),
        Right("2025年8月1日"),
        file="意见.pdf",
    )
    assert dossier(form, opinion).documents[0].get("employer").value == "涧河市广播电视台"
    party = page(
        Title("专业技术职务任职资格评审表"),
        Table([["姓名", "张三"], ["工作单位", "涧河市广播电视台组织部"]]),
        file="表.pdf",
    )
    assert dossier(party, opinion).documents[0].get("employer").value == "涧河市广播电视台组织部"


def test_inventors_parted_by_semicolons_are_all_read(value):
    shown = page(Title("实用新型专利证书"), "发明人：浦存志;麦穗;呼延亮;燕小六", "专利号：ZL 2023 2 0781462.6")
    assert value("inventors", shown) == ["浦存志", "麦穗", "呼延亮", "燕小六"]


@pytest.mark.parametrize(
    ("read", "name"),
    [
        ("程有限公司山西平岳建设第六工程有限公司", "山西平岳建设第六工程有限公司"),
        ("山西平岳山西平岳建设有限公司", "山西平岳建设有限公司"),
        ("太原理工大学附属太原中学", "太原理工大学附属太原中学"),
    ],
)
def test_a_unit_behind_a_piece_of_its_own_name_is_named_once(read, name):
    assert org_name(read) == name


def test_a_standard_s_number_may_be_spaced(value):
    cover = page("ICS 65.020.20", Title("DB 1499"), Title("样定市地方标准"), Right("DB 1499/T 126—2022"))
    cover = replace(cover, lines=(*cover.lines, *page(Gap(200), Title("膜侧播种技术规程")).lines))
    assert str(value("standard_number", cover)).replace("—", "-") == "DB 1499/T 126-2022"


@pytest.mark.parametrize("signed", ["培养单位 晋岭样例农业大学", "学校名称：晋岭样例农业大学"])
def test_a_label_that_ran_into_a_school_s_name_is_no_part_of_it(signed):
    assert school_in(signed) == "晋岭样例农业大学"


def test_of_several_appointed_together_each_has_the_title_behind_the_last(dossier):
    card = page(Title("居民身份证"), "姓名 张三", "性别 男 民族 汉", "公民身份号码 149900198407120019", file="证.pdf")
    said = "经研究，聘任：王五、张三、李四三名同志任农艺师；赵六、钱七两名同志任助理农艺师。"
    decision = page(Title("关于聘任王五等五人专业技术职务的通知"), "各处室：", said, Right("某某试验中心"))
    found = {document.kind: document for document in dossier(card, decision).documents}["appointment"]
    assert (found.get("name").value, found.get("title").value) == ("张三", "农艺师")


def test_where_a_notice_can_be_seen_may_be_headed_as_a_question():
    found = read_venue(
        prose("三、在哪里看", "校内办公门户“人事公告”栏目；行政楼北门公告栏。", "四、有意见怎么提"), None
    )
    assert set(found.value) == {"internal_website", "conspicuous_place"}


def test_a_broadcasting_station_is_no_way_of_publishing():
    found = read_venue(prose("某某市广播电视台公示期内，全文挂在台内部网站公示。"), None)
    assert found.value == ["internal_website"]


@pytest.mark.parametrize(
    "said",
    [
        "现将张三申报副主任医师、云小婉申报副主任护师的个人申报材料公示如下。",
        "内科中心张三（申报副主任医师）、护理部云小婉（申报副主任护师）的个人申报材料。",
    ],
)
def test_each_person_listed_with_what_is_applied_for_is_an_applicant(value, said):
    read = value("applicants", page(Title("关于个人申报材料的公示"), said, "公示时间：2025年8月4日至8月8日"))
    assert [(one["name"], one["title"]) for one in read] == [("张三", "副主任医师"), ("云小婉", "副主任护师")]


def test_hours_behind_what_brackets_tell_of_a_subject_are_the_subject_s(value):
    said = "张三同志于2020年度参加继续教育，其中公需科目30学时，专业科目（钢结构施工等）62学时，合计92学时。"
    (year,) = value("years", page(Title("继续教育合格证书"), said, "证书编号：YLJS-2020-1745"))
    assert (year["public"], year["professional"], year["total"]) == (30, 62, 92)


def test_a_platform_s_result_with_volume_issue_and_pages_is_an_index():
    rows = (
        "样例文库 检索>结果1条",
        "桁架整体提升施工技术",
        "张三；《样例建筑施工》2022,44(04),6-10",
        "被引：5 下载：221",
    )
    assert parts_of("paper", layout(*rows)) == ["index"]


def test_a_value_in_the_column_of_the_values_above_it_needs_no_box(value):
    shown = page(
        Title("医师执业证书"),
        Table([["姓名", "张三"], ["执业范围", "妇产科专业"], ["主要执业机构", "某某市妇幼保健院"]], widths=[110, 270]),
    )
    lost = max(shown.cells, key=lambda cell: (cell.y0, cell.x0))
    below = page(Gap(130), Table([["发证机关", ""]], widths=[110, 270]))
    label = min(below.cells, key=lambda cell: cell.x0)
    y = max(cell.y1 for cell in shown.cells) - label.y0
    moved = [replace(line, box=Box(line.box.x0, line.box.y0 + y, line.box.x1, line.box.y1 + y)) for line in below.lines]
    cells = [cell for cell in shown.cells if cell != lost]
    cells += [Box(label.x0, label.y0 + y, label.x1, label.y1 + y)]
    centred = [
        replace(line, box=Box(300.0, line.box.y0, 300.0 + line.box.width, line.box.y1))
        if "保健院" in line.text
        else line
        for line in shown.lines
    ]
    assert value("unit", replace(shown, lines=(*centred, *moved), cells=tuple(cells))) == "某某市妇幼保健院"


def test_everybody_a_book_s_cover_names_as_an_editor_is_an_author(dossier):
    rows = (
        Gap(100),
        Title("现代仪器分析实验"),
        Gap(60),
        "主编 卞长青",
        "副主编 张三 李四",
        Gap(200),
        "晋东样例大学出版社",
    )
    colophon = ("图书在版编目（CIP）数据", "ISBN 978-7-5377-1234-9", "责任编辑：王五", "版次：2021年8月第1版")
    record = dossier(page(*rows), page(*colophon, number=2))
    book = next(document for document in record.documents if document.kind == "book")
    assert book.get("authors").value == ["卞长青", "张三", "李四"]


def test_those_who_completed_a_work_may_be_listed_in_a_sentence_s_brackets(document):
    said = "张三同志参加我库组织的“晋西谷黍种质收集”工作，为第二完成人（完成人依次为郏志远、张三、李四），属实。"
    found = document(page(Title("业绩证明"), said, Right("某某种质资源库"), Right("2024年1月15日")))
    assert found.get("title").value == "晋西谷黍种质收集"
    assert found.get("members").value == ["郏志远", "张三", "李四"]


def test_an_opinion_on_the_acceptance_of_a_project_is_a_paper_of_the_project(dossier):
    said = "专家组对张三主持的“旱地谷子栽培技术集成”课题（2018.03—2021.12）进行现场验收，同意通过验收。"
    (document,) = dossier(page(Title("课题验收意见书"), said, Right("2022年1月12日"))).documents
    assert (document.kind, document.get("title").value) == ("project", "旱地谷子栽培技术集成")


def test_the_class_of_a_periodical_s_number_is_a_letter(value):
    cover = page("ISSN 1674-2079\tCN 14-1355/06", Title("样例分析科学"), "2021 第5期 第37卷（双月刊）")
    assert value("cn", cover) == "14-1355/O6"


@pytest.mark.parametrize(
    "said", ["教师王明（申报一级教师）、张三（申报高级教师）的材料", "5楼东侧推荐张三申报高级教师的材料"]
)
def test_no_person_is_made_of_a_title_s_end_or_of_a_place(value, said):
    read = value(
        "applicants", page(Title("关于个人申报材料的公示"), f"现将{said}予以公示。", "公示时间：2025年8月4日至8月8日")
    )
    assert not {"师王明", "楼东侧"} & {one["name"] for one in read or []}


def test_those_who_take_part_without_a_name_are_no_members(document):
    said = "张三同志主持“社区普法”工作，参加人员包括干部、职工、党员。"
    assert document(page(Title("业绩证明"), said, Right("某某司法所"))).get("members") is None


def test_a_title_with_its_month_in_brackets_keeps_the_month(document):
    rows = [["姓名", "张三"], ["现任专业技术职务及取得时间", "高级工程师（2019年12月，山西省人社厅）"]]
    found = document(page(Title("专业技术职务任职资格评审表"), Table(rows, widths=[180, 280])))
    assert (found.get("current_title").value, found.get("current_title_date").value) == ("高级工程师", "2019-12")

"""Papers as offices of the press and publishing print them: framed certificates, grouped cells, prizes for works."""

from __future__ import annotations

import pytest

from dossier.extract.applicants import read_applicants
from dossier.extract.layout import lay_out
from dossier.model import Box
from tests.extract.pages import At, Right, Table, Title, layout, page, prose, seal
from tests.extract.test_publicity import ALL, items
from tests.extract.test_works import read

UNIT = "汾河文苑出版社有限责任公司"
LICENCE = (
    "姓名：张三",
    f"单位：{UNIT}",
    "注册类别：图书",
    "证书编号：S140000000000001",
    "有效期：2024.01.01-2026.12.31",
)


def test_the_border_around_all_of_a_certificate_is_no_cell(document) -> None:
    found = document(page(Title("责任编辑证书"), *LICENCE, cells=(Box(40, 40, 555, 400),)))
    assert (found.kind, found.get("kind").value) == ("licence", "责任编辑证书")
    assert (found.get("unit").value, found.get("number").value) == (UNIT, "S140000000000001")


def test_a_box_around_a_few_lines_stays_a_cell() -> None:
    assert len(lay_out(page("同意推荐。", "负责人：李四", cells=(Box(40, 40, 555, 200),))).cells) == 1


@pytest.mark.parametrize("name", ["播音员主持人证", "新闻记者证", "律师执业证", "责任编辑证书"])
def test_the_heading_of_a_licence_says_what_it_is(name: str) -> None:
    values = read("licence", layout(Title("中华人民共和国"), Title(name), "姓名：张三"))
    assert values["kind"].value == name


def group(*cells: tuple[str, float, float, float, float]):
    """A page with a form's cells: (text, x0, y0, x1, y1)."""
    lines = [At(x0 + 4, y0 + 6, text) for text, x0, y0, *_ in cells]
    return page(*lines, cells=tuple(Box(*box) for _, *box in cells))


def test_an_education_beside_a_label_of_two_rows_is_no_blank(document) -> None:
    cells = (
        ("姓名", 60, 230, 130, 258),
        ("张三", 130, 230, 230, 258),
        ("#最高学历", 60, 260, 130, 316),
        ("大学本科", 130, 260, 230, 288),
        ("毕业院校", 230, 260, 300, 288),
        ("汾北大学", 300, 260, 440, 288),
        ("所学专业播音与主持艺术", 130, 288, 300, 316),
        ("毕业时间", 300, 288, 370, 316),
        ("2008.07", 370, 288, 440, 316),
    )
    shown = group(*cells)
    head = page(Title("专业技术职务任职资格评审表"))
    found = document(type(shown)(**{**shown.__dict__, "lines": (*head.lines, *shown.lines)}))
    assert (found.get("education").value, found.get("school").value) == ("大学本科", "汾北大学")


def test_a_heading_of_two_opinions_takes_neither_from_the_cell_beside_its_own_label(document) -> None:
    form = Table(
        [["单位鉴定意见", "同意推荐申报。"], ["主管部门意见", "经审核，同意推荐上报。"]], widths=[90, 365], height=120
    )
    found = document(page(Title("职称评审表"), "七、单位意见、主管部门意见", form))
    assert found.get("unit_opinion").value == "同意推荐申报。"
    assert found.get("superior_opinion").value == "经审核，同意推荐上报。"


def test_items_of_a_list_may_point_at_annexes() -> None:
    said = (
        "现对我社申报人员的下列三项内容集中公示：①评审条件和程序（见附件一）；②申报人个人申报材料（人事科备查）；"
        "③单位鉴定意见（见附件二）。"
    )
    assert items(said, "附件：1.评审条件和程序") == ALL


@pytest.mark.parametrize("name", ["李四", "眭小岚"])
def test_people_of_each_title_may_have_their_own_sentence(titles, name: str) -> None:
    rows = ("申报副编审人员：张三（副编审）、王五（副编审）。", f"申报编辑人员：{name}（编辑）。")
    found = read_applicants(prose(*rows), [layout(*rows)], titles, ["张三"])
    assert found is not None
    assert {"name": name, "title": "编辑"} in found.value


def test_sorts_of_insurance_are_no_people(document) -> None:
    rows = Table(
        [["姓名", "张三", "社会保障号", "149900198705260738"]]
        + [["险种", "首次参保", "缴费起止年月", "缴费状态"]]
        + [[sort, "2013-08", "2013-08至2025-07", "正常缴费"] for sort in ("养老保险", "失业保险", "工伤保险")]
    )
    found = document(page(Title("社会保险个人权益记录单"), rows))
    assert found.get("name").value == "张三"
    assert found.get("id_number").value == "149900198705260738"


def test_the_number_by_which_a_years_hours_are_verified_is_its_certificates() -> None:
    heads = ["年度", "公需科目", "专业科目", "合计", "验证编号"]
    values = read(
        "continuing_education",
        layout(Title("继续教育学时证明"), Table([heads, ["2023", "30", "60", "90", "JX2023001"]])),
    )
    assert values["years"].value[0]["certificate_number"] == "JX2023001"


def test_a_prize_for_a_book_names_book_editors_and_class() -> None:
    values = read(
        "award",
        layout(
            Title("荣誉证书"),
            "书名：《汾北方志丛刊》（12册）",
            "责任编辑：张三　李四",
            "荣获第八届汾北优秀图书奖一等奖。",
            Right("汾北省出版工作者协会"),
            Right("2020年10月16日"),
        ),
        names=("张三",),
    )
    assert (values["recipients"].value, values["grade"].value) == (["张三", "李四"], "一等奖")
    assert values["title"].value == "《汾北方志丛刊》（12册）"


def test_a_work_with_a_short_name_is_a_prizes_title() -> None:
    said = "你播音的广播作品《守夜人》荣获2021年度汾北市广播电视作品二等奖。"
    values = read("award", layout(Title("荣誉证书"), "张三同志：", said), names=("张三",))
    assert (values["title"].value, values["grade"].value) == ("守夜人", "二等奖")


def test_a_work_in_quotation_marks_and_the_part_taken_in_it() -> None:
    said = (
        "兹证明我社张三同志，自2019年1月至2025年5月在“汾北方志整理出版工程”中担任责任编辑（第一责编），主要图书如下："
    )
    values = read("achievement", layout(Title("业绩证明"), said), names=("张三",))
    assert values["title"].value == "汾北方志整理出版工程"
    assert values["role"].value.replace("(", "（").replace(")", "）") == "责任编辑（第一责编）"


def test_the_board_of_degrees_seals_for_its_school(document) -> None:
    rows = ("张三，男，1987年5月26日生。在汾北大学中国史学科（专业）已通过硕士学位的课程考试，授予历史学硕士学位。",)
    stamp = seal(450, 400, "汾北大学学位评定委员会")
    found = document(page(Title("硕士学位证书"), *rows, Right("2013年6月28日"), seals=(stamp,)))
    assert found.get("school").value == "汾北大学"


def test_a_post_is_no_title_where_another_column_is_that_of_titles(dossier) -> None:
    people = Table(
        [["姓名", "聘任职务", "岗位等级"], ["李四", "记者", "专技九级"], ["张三", "级播音员主持人", "专技九级"]]
    )
    form = page(Title("专业技术职务任职资格评审表"), Table([["姓名", "张三"]]))
    decision = page(Title("关于李四等同志聘任的通知"), "决定聘任李四等2名同志，名单如下：", people, number=2)
    found = next(one for one in dossier(form, decision).documents if one.kind == "appointment")
    assert found.get("title").value is None


def test_a_unit_under_a_seal_is_spelled_as_the_letterhead_does(document) -> None:
    shown = page(Title(UNIT), Title("关于聘任专业技术职务的通知", 16), "决定聘任张三为编辑。", Right("2018年12月25日"))
    signed = page(At(380, 300, "汾河文苑出版社有限费任公司"), confidence=0.74).lines
    found = document(type(shown)(**{**shown.__dict__, "lines": (*shown.lines[:-1], *signed, *shown.lines[-1:])}))
    assert found.get("employer").value == UNIT


def test_the_large_print_of_a_cover_that_the_contents_repeat_is_the_journal() -> None:
    cover = layout(
        At(90, 99, "ISSN 1004-7311", 9),
        At(370, 99, "CN 14-1177/G2", 9),
        At(164, 210, "汾北编校", 48),
        At(220, 304, "2021年第9期", 15),
    )
    contents = layout("汾北编校 2021年第9期（月刊）", "目 录 CONTENTS", "重读《汾北金石略》/李四（57）")
    assert read("paper", cover, contents)["journal"].value == "汾北编校"


@pytest.mark.parametrize("pages", ["2“", "2¬", "2’"])
def test_a_speck_behind_a_number_of_pages_is_none_of_it(dossier, pages: str) -> None:
    record = dossier(
        page(Title("材料目录"), Table([["序号", "材料名称", "页数"], ["1", "评审表", pages], ["2", "简表", "1"]]))
    )
    found = next(one for one in record.documents if one.kind == "catalogue")
    assert found.get("entries").value[0]["pages"] == 2


def test_a_unit_named_in_brackets_ends_with_them(document):
    said = "本人（沈一航，单位：山西云杉数科技术有限公司）已阅知申报须知。现承诺：填报内容真实。"
    assert document(page(Title("个人承诺书"), said)).get("employer").value == "山西云杉数科技术有限公司"


def test_an_examination_has_the_day_its_result_was_published(document):
    said = "成绩公布日期：2023年9月12日。本证明自公布之日起五年内参加评审有效，有效期至2028年9月11日。"
    found = document(page(Title("考试成绩合格证明"), "沈一航参加2023年度高级统计师资格考试。", said))
    assert (found.get("date").value, found.get("valid_until").value) == ("2023-09-12", "2028-09-11")


def test_the_agency_that_keeps_the_file_is_the_superior(document):
    place = Table([["人事代理机构（主管部门）意见：\n档案由我中心代理，经审核同意推荐。\n负责人签字：\n"]], height=120)
    shown = page(Title("职称评审表"), Table([["用人单位意见：\n同意推荐。\n"]], height=120), place)
    assert document(shown).get("superior_opinion").value == "档案由我中心代理，经审核同意推荐。"

"""Two pages on one sheet are read as two; a folded certificate or a wide form stays one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.model import Box, Page, Quality
from tests.extract.pages import HEIGHT, WIDTH, At, Gap, Right, Table, Title, page, place_of, seal
from tests.extract.test_group import FORM_1, FORM_2, FORM_3, NOTICE, shape

PLEDGE = (
    Title("诚信承诺书"),
    "本人张三，申报高级工程师职称，承诺所提交的材料真实有效。",
    "如有不实，愿承担相应责任。",
    Right("承诺人：张三"),
)
DEGREE = (
    Title("学士学位证书"),
    "张三，男，1986年3月15日生。在某某大学完成了工程管理专业学习计划，成绩合格，授予工学学士学位。",
    "证书编号：1000042009000123",
    Right("二〇〇九年六月三十日"),
)
DIPLOMA = (
    Title("普通高等学校毕业证书"),
    "学生张三，性别男，1986年3月15日生，于2005年9月至2009年6月在本校工程管理专业四年制本科学习，准予毕业。",
    "证书编号：100001200905000123",
    Right("二〇〇九年六月三十日"),
)
SUMMARY = [f"本人在第{n}个项目中承担勘察设计工作，完成报告并通过验收，积累了较多经验。" for n in range(1, 13)]


def beside(left: Page, right: Page, number: int = 1, shift: float = 0.0) -> Page:
    """Both pages on one sheet; the right one lies `shift` points further right."""

    def moved(box: Box) -> Box:
        return Box(box.x0 + left.width + shift, box.y0, box.x1 + left.width + shift, box.y1)

    return replace(
        left,
        number=number,
        width=left.width + right.width + shift,
        lines=left.lines + tuple(replace(line, box=moved(line.box)) for line in right.lines),
        cells=left.cells + tuple(map(moved, right.cells)),
        seals=left.seals + tuple(replace(one, box=moved(one.box)) for one in right.seals),
    )


def test_two_documents_on_one_sheet_are_two_on_the_same_page(dossier):
    record = dossier(beside(page(*NOTICE), page(*PLEDGE)))
    assert [(d.kind, d.pages) for d in record.documents] == [
        ("publicity_notice", (("样例.pdf", 1),)),
        ("pledge", (("样例.pdf", 1),)),
    ]
    assert [(p.page, p.kind, p.width) for p in record.pages] == [(1, "publicity_notice", 2 * WIDTH)]


def test_values_and_seals_of_the_right_half_lie_where_the_sheet_shows_them(dossier):
    right = page(*DIPLOMA, seals=(seal(450, 300, "某某大学"),))
    record = dossier(beside(page(*NOTICE), right))
    diploma = record.documents[1]
    number = diploma.fields["certificate_number"]
    line = place_of(right, "100001200905000123")
    assert (number.value, number.page) == ("100001200905000123", 1)
    assert WIDTH + line.x0 <= number.box.x0 < number.box.x1 <= WIDTH + line.x1 + 0.1
    (ref, stamped), *_ = diploma.seals
    assert ref == ("样例.pdf", 1)
    assert stamped.box.cx == pytest.approx(WIDTH + 450)
    assert record.documents[0].seals == ()


def test_places_are_right_on_a_leaning_sheet(dossier):
    record = dossier(replace(beside(page(*NOTICE), page(*DIPLOMA)), skew=1.0))
    box = next(d for d in record.documents if d.kind == "diploma").fields["certificate_number"].box
    assert box.x0 > WIDTH
    assert abs(box.y0 - place_of(page(*DIPLOMA), "100001200905000123").y0) < 2


def test_a_diploma_and_a_degree_on_one_glass_are_two(dossier):
    assert shape(dossier(beside(page(*DIPLOMA), page(*DEGREE), shift=60))) == [("diploma", 1), ("degree", 1)]


def test_two_papers_of_one_kind_are_two(dossier):
    assert shape(dossier(beside(page(*DIPLOMA), page(*DIPLOMA)))) == [("diploma", 1), ("diploma", 1)]


def test_pages_of_a_form_side_by_side_are_one_document_on_its_sheets(dossier):
    first, second = beside(page(*FORM_1), page(*FORM_2)), beside(page(*FORM_3), page("附：说明"), number=2)
    assert [(d.kind, d.pages) for d in dossier(first, second).documents] == [
        ("review_form", (("样例.pdf", 1), ("样例.pdf", 2)))
    ]


def test_what_only_the_right_half_of_a_form_shows_lies_on_its_sheet(dossier):
    right = page(*FORM_2, "隶属关系：省属")
    record = dossier(beside(page(*FORM_1), right))
    shown = record.applicant["employer_affiliation"]
    assert shown.page == 1
    assert shown.box.x0 > WIDTH


def test_what_begins_on_the_left_goes_on_on_the_right(document):
    left, right = page(Title("专业技术工作总结"), "姓名：张三", *SUMMARY), page(*SUMMARY, Right("张三"))
    assert document(beside(left, right)).kind == "work_summary"


def test_sheets_folded_into_one_another_are_read_in_the_order_of_the_booklet(dossier):
    def numbered(number: int, *items) -> Page:
        return page(*items, At(290, 800, f"- {number} -"))

    outer = beside(numbered(4, *SUMMARY), numbered(1, Title("专业技术工作总结"), *SUMMARY))
    inner = beside(numbered(2, *SUMMARY), numbered(3, *SUMMARY), number=2)
    record = dossier(outer, inner)
    assert [(d.kind, d.pages) for d in record.documents] == [("work_summary", (("样例.pdf", 1), ("样例.pdf", 2)))]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ((Gap(100), "照片", "（加盖钢印）", "持证人签名：", "证书编号：20231400012"), DIPLOMA),
        (
            (Title("专业技术职务任职资格证书"), "姓名：张三", "性别：男", "出生年月：1986年3月", "工作单位：某公司"),
            ("资格名称：工程师", "专业：岩土工程", "授予时间：2016年12月2日", "评审组织：某市工程中级评委会"),
        ),
        ((Title("荣誉证书", 40), Gap(100), "某市人民政府"), (Title("荣誉证书"), "张三同志被评为2020年先进工作者。")),
    ],
    ids=["photo beside text", "one certificate on two leaves", "cover beside text"],
)
def test_a_folded_certificate_is_one_document(dossier, left, right):
    assert len(dossier(beside(page(*left), page(*right))).documents) == 1


def test_a_table_across_the_middle_is_one_page(dossier):
    wide = Table([["姓名", "张三", "申报职称", "高级工程师"]] * 8, widths=[200, 350, 200, 300], x=70)
    form = replace(page(At(380, 40, "申报人员情况一览表", 20), Gap(20), wide), width=2 * WIDTH)
    assert shape(dossier(form)) == [("summary_form", 1)]


def test_a_title_across_the_middle_is_one_page(dossier):
    sheet = beside(page(*NOTICE), page(*PLEDGE))
    across = page(At(WIDTH - 150, 20, "申报材料汇总粘贴页（正反面）", 22)).lines
    assert len(dossier(replace(sheet, lines=across + sheet.lines)).documents) == 1


def test_a_photograph_of_a_board_with_two_notices_is_one_photograph(dossier):
    board = replace(beside(page(*NOTICE), page(*NOTICE)), quality=Quality(scene=0.4))
    assert len(dossier(board).documents) == 1


def test_a_letter_and_its_stub_are_one_document(dossier):
    letter = (
        Title("行政介绍信"),
        "兹有张三同志，因工作调动，由某市勘察院转往某省勘察设计院工作，请予接洽并办理有关手续。",
        Right("2021年3月5日"),
    )
    stub = (Title("行政介绍信"), Right("（存根）"), *letter[1:])
    assert len(dossier(beside(page(*stub), page(*letter))).documents) == 1


def test_an_upright_page_is_never_cut(dossier):
    sheet = beside(page(*NOTICE), page(*PLEDGE))
    assert len(dossier(replace(sheet, height=2 * HEIGHT)).documents) == 1


def test_a_form_whose_numbered_sections_go_on_beside_is_two_pages(document):
    left = page(At(60, 55, "七、单位意见"), At(70, 90, "该同志业绩突出，同意推荐申报。"), At(200, 150, "2025年9月5日"))
    right = page(At(20, 55, "八、主管部门意见"), At(30, 90, "同意上报评审。"), At(180, 150, "2025年9月29日"))
    sheet = beside(
        replace(left, cells=(Box(55, 72, 580, 400),), seals=(seal(260, 150, "甲单位"),)),
        replace(right, cells=(Box(12, 72, 545, 400),)),
        number=2,
    )
    found = document(page(*FORM_1), sheet)
    assert found.get("unit_opinion").value == "该同志业绩突出，同意推荐申报。"
    assert (found.get("opinion_date").value, found.get("unit_sealed").value) == ("2025-09-05", True)
    assert found.get("superior_opinion").value == "同意上报评审。"


def test_the_back_of_a_form_beside_its_cover_belongs_to_the_form(document):
    back = page(Title("填表须知"), "一、本表双面印制，对折装订。", "二、用黑色签字笔填写，字迹要工整。")
    cover = page(
        Gap(6),
        Title("专业技术职务任职资格评审表"),
        Gap(4),
        "工作单位：某某设计有限公司",
        "姓名：张三",
        "申报资格：高级工程师",
    )
    form = document(beside(back, cover))
    assert (form.kind, form.title, form.fields["name"].value) == ("review_form", "专业技术职务任职资格评审表", "张三")

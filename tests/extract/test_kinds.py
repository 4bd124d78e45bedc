"""Documents read whole: review forms, identity cards, opinions, pledges, reports, notices and their results."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.model import Box, Period
from tests.extract.pages import At, Gap, Right, Table, Title, page, place_of, seal

UNIT = "山西晋原勘察设计有限公司"
FORM = (
    Title("专业技术职务任职资格评审表"),
    Table([["姓名", "张三", "性别", "男"], ["工作单位", UNIT, "申报职称", "高级工程师"]], widths=[80, 190, 70, 115]),
)


def form(*rows: list[str], **fields):
    return page(*FORM, Table(rows, widths=[100, 355], height=140), **fields)


def test_the_opinion_of_the_form_is_its_text_without_who_signs_it(document):
    cell = f"该同志业绩突出，同意推荐申报。\n负责人签字：李四\n{UNIT}\n2025年8月11日"
    found = document(form(["单位推荐意见", cell]))
    assert found.get("unit_opinion").value == "该同志业绩突出，同意推荐申报。"
    assert found.get("opinion_date").value == "2025-08-11"
    assert (found.get("unit_signed").value, found.get("unit_signed").reason) == (None, "ambiguous")


def test_an_opinion_left_empty_is_blank_and_neither_signed_nor_sealed(document):
    found = document(form(["单位推荐意见", "\n负责人签字：\n（盖章）　年　月　日"]))
    assert found.get("unit_signed").value is False
    assert found.get("unit_sealed").value is False
    assert not found.get("unit_opinion").known


def test_an_opinion_cell_with_nothing_in_it_is_blank(document):
    found = document(form(["单位推荐意见", ""]))
    assert (found.get("unit_opinion").value, found.get("unit_opinion").reason) == (None, "blank")


def test_a_seal_on_the_opinion_seals_it(document):
    shown = form(["单位推荐意见", "同意推荐。"])
    cell = next(box for box in shown.cells if box.contains(*_middle(place_of(shown, "同意推荐"))))
    found = document(replace(shown, seals=(seal(cell.x1 - 80, cell.cy, UNIT),)))
    assert (found.get("unit_sealed").value, found.get("unit_seal_text").value) == (True, UNIT)


def test_a_seal_on_another_page_does_not_seal_the_opinion(document):
    first = form(["单位推荐意见", "同意推荐。"])
    second = page(Table([["主管部门意见", "同意。"]], widths=[100, 355]), number=2, seals=(seal(300, 90, UNIT),))
    assert document(first, second).get("unit_sealed").value is False


def test_the_superior_s_opinion_is_told_from_the_unit_s(document):
    found = document(form(["单位推荐意见", "同意推荐。"], ["主管部门意见", "同意上报。"]))
    assert (found.get("unit_opinion").value, found.get("superior_opinion").value) == ("同意推荐。", "同意上报。")


def test_the_head_of_another_opinion_is_no_opinion(document):
    found = document(form(["单位推荐意见", "同意推荐。"], ["主管部门意见", "专业评议组意见"]))
    assert found.get("unit_opinion").value == "同意推荐。"
    assert (found.get("superior_opinion").value, found.get("superior_signed")) == (None, None)


def test_words_right_below_a_label_do_not_leave_its_place_blank(document):
    noise, opinion = At(420, 300, "99376299411", 12), At(72, 318, "经审核，同意推荐。", 12)
    found = document(
        page(Title("职称评审表"), "单位推荐意见", "同意推荐。", At(72, 300, "主管部门意见", 12), noise, opinion)
    )
    said = found.get("superior_opinion")
    assert said.value == "经审核，同意推荐。" or said.reason == "unreadable"


def test_a_seal_in_the_cell_above_is_not_the_superior_s(document):
    rows = [["基层单见", "经审核，同意推荐其申报高级教师职称。"], ["主管部门意见", "\n\n\n负责人签字："]]
    shown = page(Title("职称评审表"), Table(rows, widths=[60, 395], height=150))
    above, place = (cell for cell in shown.cells if cell.width > 300)
    mark = seal(430, above.y1 - 44, "榆陉县第二中学校")
    found = document(replace(shown, seals=(mark,)))
    assert mark.box.y1 > place.y0
    assert found.get("superior_signed").value is False


def test_a_speck_beside_the_head_of_an_opinion_hides_none_of_it(document):
    shown = page(
        Title("职称评审表"),
        At(60, 200, "单位推荐意见"),
        At(60, 225, "经审核情况属实，同意推荐。"),
        At(60, 300, "主管部门意见"),
        At(440, 304, "1"),
        At(60, 325, "经审核，同意推荐。"),
        At(60, 420, "经办（签字）："),
        At(440, 430, "石泾县教育局"),
        seals=(seal(440, 400, "石泾县教育局"),),
    )
    found = document(shown)
    assert found.get("superior_opinion").value == "经审核，同意推荐。"
    assert found.get("superior_signed").value is True


def test_the_superior_s_place_left_empty_is_blank(document):
    found = document(form(["单位推荐意见", "同意推荐。"], ["主管部门意见", ""]))
    assert found.get("superior_opinion").reason == "blank"
    assert found.get("superior_signed").value is False


@pytest.mark.parametrize(("above", "signed"), [(30, False), (-30, True)])
def test_a_seal_between_two_opinions_belongs_to_the_place_that_holds_most_of_it(document, above, signed):
    shown = form(["单位推荐意见", "同意推荐。" + "\n" * 6], ["主管部门意见", ""])
    middle = place_of(shown, "主管部门意见")
    cell = next(box for box in shown.cells if box.contains(*_middle(middle)))
    found = document(replace(shown, seals=(seal(cell.x1 + 120, cell.y0 - above, UNIT),)))
    assert found.get("superior_signed").value is signed


def test_the_applicant_s_signature_on_the_form_is_found(document):
    shown = page(*FORM, "本人承诺以上内容属实。", "本人签名：张三")
    assert document(shown).get("applicant_signature").reason == "ambiguous"
    label = place_of(shown, "本人签名")
    pen = Box(label.x1 + 4, label.y0 - 6, label.x1 + 70, label.y1 + 6)
    assert document(replace(shown, marks=(pen,))).get("applicant_signature").value is True
    assert document(page(*FORM, "本人签名：")).get("applicant_signature").value is False


def test_values_of_all_pages_of_a_form_are_read(document):
    second = page(Table([["学历", "大学本科"], ["毕业院校", "某某大学"]], widths=[100, 355]), number=2)
    found = document(page(*FORM), second)
    assert (found.get("name").value, found.get("education").value) == ("张三", "大学本科")
    assert found.get("education").page == 2


CARD = (
    "姓名 张三",
    "性别 男 民族 汉",
    "出生 1986年3月15日",
    "住址 某省某市某区某街道",
    At(110, 156, "某小区1号楼2单元301室"),
    Gap(40),
    "公民身份号码 149900198603151232",
)
BACK = ("中华人民共和国", "居民身份证", "签发机关 某市公安局某分局", "有效期限 2015.03.02-2035.03.02")


def test_the_front_of_a_card_is_read(document):
    found = document(page(*CARD))
    expected = {"name": "张三", "sex": "男", "ethnicity": "汉", "birth_date": "1986-03-15", "sides": ["front"]}
    assert {name: found.get(name).value for name in expected} == expected


def test_an_address_over_several_rows_is_one(value):
    assert value("address", page(*CARD)) == "某省某市某区某街道某小区1号楼2单元301室"


def test_the_number_of_a_card_is_no_part_of_its_address(value):
    shown = page("姓名 张三", "性别 男 民族 汉", "住址 某省某市某区1号", "公民身份号码 149900198603151232")
    assert value("address", shown) == "某省某市某区1号"


def test_the_back_of_a_card_is_read(document):
    found = document(page(*BACK))
    assert found.get("valid").value == Period("2015-03-02", "2035-03-02")
    assert found.get("authority").value == "某市公安局某分局"
    assert found.get("sides").value == ["back"]


def test_a_card_may_be_valid_for_ever(value):
    assert value("valid", page(*BACK[:3], "有效期限 2015.03.02-长期")) == Period("2015-03-02", "长期")


def test_both_sides_on_one_page_are_both_sides(value):
    assert value("sides", page(*CARD, *BACK)) == ["front", "back"]


@pytest.mark.parametrize(
    ("sentence", "agrees"),
    [
        ("同意推荐张三同志申报高级工程师。", True),
        ("经研究，同意其参评。", True),
        ("符合申报条件，特此推荐。", True),
        ("符合条件，予以推荐。", True),
        ("不同意推荐张三同志申报。", False),
        ("经研究，暂不推荐。", False),
        ("张三同志工作认真负责。", False),
    ],
)
def test_an_opinion_agrees_or_refuses(document, sentence, agrees):
    found = document(page(Title("单位推荐意见"), sentence, Right(UNIT), Right("2025年8月11日")))
    assert found.kind == "unit_opinion"
    assert found.get("agrees").value is agrees


def test_an_opinion_says_whom_it_is_about_and_who_gives_it(document):
    body = "张三同志申报高级工程师，我单位同意推荐。"
    found = document(
        page(Title("单位推荐意见"), body, Right(UNIT), Right("2025年8月11日"), seals=(seal(450, 170, UNIT),))
    )
    read = {name: found.get(name).value for name in ("name", "employer", "date", "sealed", "seal_text")}
    assert read == {"name": "张三", "employer": UNIT, "date": "2025-08-11", "sealed": True, "seal_text": UNIT}


def test_a_pledge_is_signed_or_not(document):
    def pledge(*rows):
        return document(page(Title("个人诚信承诺书"), "本人承诺所交材料真实。", *rows, "2025年8月1日"))

    signed = pledge("承诺人签名：张三")
    assert (signed.get("signed").value, signed.get("date").value, signed.get("name").value) == (
        None,
        "2025-08-01",
        "张三",
    )
    assert signed.get("signed").reason == "ambiguous"
    assert pledge("承诺人签名：").get("signed").value is False


def test_a_report_on_an_objection_has_its_conclusion(document):
    body = "收到举报后我单位成立调查组，经调查核实，举报内容不属实。"
    found = document(page(Title("关于公示异议调查核实情况的报告"), body, Right(UNIT), Right("2025年8月20日")))
    assert "不属实" in found.get("conclusion").value
    assert (found.get("publisher").value, found.get("date").value) == (UNIT, "2025-08-20")


NOTICE = (
    Title("公示"),
    "现将张三同志申报高级工程师的评审条件和程序、个人申报材料、单位鉴定意见在单位公告栏予以公示。",
    "公示时间：2025年8月4日至2025年8月8日，共5个工作日。",
    "如有异议，请向人力资源部反映。监督电话：0351-6789012",
    Right(UNIT),
    Right("2025年8月4日"),
)


def test_a_notice_is_read_whole(document):
    found = document(page(*NOTICE, seals=(seal(450, 220, UNIT),)))
    assert found.kind == "publicity_notice"
    assert {name: value.value for name, value in found.fields.items()} == {
        "items": ["conditions_and_procedure", "application_materials", "unit_opinion"],
        "applicants": [{"name": "张三", "title": "高级工程师"}],
        "period": Period("2025-08-04", "2025-08-08"),
        "stated_days": 5,
        "venue": ["conspicuous_place"],
        "publisher": UNIT,
        "phone": "0351-6789012",
        "sealed": True,
        "seal_text": UNIT,
        "date": "2025-08-04",
    }


def test_every_value_of_a_notice_shows_a_place_on_its_page(document):
    found = document(page(*NOTICE, seals=(seal(450, 220, UNIT),), file="03公示.pdf", number=2))
    for name, value in found.fields.items():
        assert (value.file, value.page) == ("03公示.pdf", 2), name
        assert value.box is not None, name
        assert value.box.within(Box(0, 0, 595, 842)) > 0.99, name


def test_a_result_is_read_whole(document):
    body = "我单位于2025年8月4日至8月8日在公告栏对张三同志申报高级工程师的个人申报材料进行了公示，公示期间未收到异议。"
    found = document(
        page(Title("公示情况证明"), body, Right(UNIT), Right("2025年8月11日"), seals=(seal(450, 220, UNIT),))
    )
    assert {name: value.value for name, value in found.fields.items()} == {
        "items": ["application_materials"],
        "applicants": [{"name": "张三", "title": "高级工程师"}],
        "period": Period("2025-08-04", "2025-08-08"),
        "venue": ["conspicuous_place"],
        "outcome": "no_objection",
        "publisher": UNIT,
        "sealed": True,
        "seal_text": UNIT,
        "date": "2025-08-11",
    }


@pytest.mark.parametrize(
    ("caption", "day"),
    [
        ("拍摄时间：2025年8月4日", "2025-08-04"),
        ("发布时间：2025-08-05", "2025-08-05"),
        ("2025-08-06 09:31", "2025-08-06"),
        ("25/08/07 10:02", "2025-08-07"),
    ],
)
def test_a_photograph_has_the_day_it_was_taken(document, caption, day):
    found = document(page(*NOTICE, "公示栏照片", caption))
    assert found.kind == "publicity_photo"
    assert found.get("date").value == day


def test_a_photograph_without_a_date_has_none(document):
    found = document(page(*NOTICE[:3], "公示栏照片"))
    assert found.get("date") is None


def _middle(box: Box) -> tuple[float, float]:
    return box.cx, box.cy


def test_a_pledge_says_in_a_sentence_whom_its_writer_works_for(value):
    text = "我是山西晋原勘察设计有限公司职工张三，申报2025年度高级工程师资格。我承诺："
    shown = page(Title("个人诚信承诺书"), text, "承诺人：张三", "2025年8月4日")
    assert value("employer", shown) == UNIT
    text = "本人张三，工作单位山西晋原勘察设计有限公司，申报高级工程师。所填表格均真实可靠。"
    assert value("employer", page(Title("个人诚信承诺书"), text, "承诺人：张三", "2025年8月4日")) == UNIT


@pytest.mark.parametrize(("day", "read"), [("25/8/8", "2025-08-08"), ("日期：25.8.12", "2025-08-12"), ("3.8.12", None)])
def test_a_day_by_which_someone_signs_may_have_a_year_of_two_figures(value, day, read):
    assert value("date", page(Title("个人承诺书"), "我承诺所填信息真实。", "承诺人：张三", day)) == read


def test_a_letter_in_sentences_says_who_recommends_in_what_office_and_why(document):
    read = document(
        page(
            Title("署名举荐意见"),
            "本人李四，现任山西晋原勘察设计有限公司董事长，现署名举荐张三同志申报高级工程师。",
            "男，1972年6月生。该同志具有突出的技术创新能力，取得原创性科技成果。",
            "本人与被举荐人无亲属关系，对举荐内容的真实性负责，如有不实，愿意承担相应责任。",
            "举荐人（亲笔签名）：李四",
            "日期：2025年8月4日",
        )
    )
    assert read.kind == "recommendation_letter"
    assert read.fields["enterprise"].value == UNIT
    assert read.fields["recommender_role"].value == "董事长"
    assert read.fields["grounds"].value == "该同志具有突出的技术创新能力,取得原创性科技成果。"


@pytest.mark.parametrize("office", ["董事长、总经理", "总经理兼董事长", "总经理、研发团队技术带头人"])
def test_all_offices_of_a_recommender_are_read(value, office):
    said = f"本人李四，现任山西晋原勘察设计有限公司{office}，现署名举荐张三同志申报高级工程师。"
    assert value("recommender_role", page(Title("署名举荐意见"), said, "举荐人（亲笔签名）：李四")) == office


def test_grounds_of_several_sentences_are_read_whole(value):
    said = "该同志具有突出的技术创新能力。该同志取得原创性科技成果。为企业作出重大贡献。"
    shown = page(Title("署名举荐意见"), "现举荐张三同志。", said, "本人与被举荐人无亲属关系。", "举荐人：李四")
    assert value("grounds", shown) == said


def test_a_scrap_of_a_seal_below_the_signing_unit_is_not_the_unit(value):
    signed = (Right(UNIT), Right("设计有限公司"), Right("2025年8月11日"))
    assert value("publisher", page(Title("公示情况证明"), "公示期间未收到异议。", *signed)) == UNIT


@pytest.mark.parametrize(("row", "sure"), [("2025/06/2", False), ("2025/06/21", True)])
def test_a_day_that_may_have_lost_a_digit_is_not_sure(document, row, sure):
    shown = page(Title("公示情况证明"), "公示期间未收到异议。", Right(UNIT), Right(row))
    assert (document(shown).fields["date"].confidence >= 0.85) is sure


def test_the_day_copies_were_printed_does_not_sign_a_notice(document):
    rows = ("现将张三同志申报高级工程师的个人申报材料予以公示。", Right(UNIT))
    read = document(page(Title("公示"), *rows, Right("2025年8月4日"), "党委组织部\t2025年8月5日印发"))
    assert (read.fields["publisher"].value, read.fields["date"].value) == (UNIT, "2025-08-04")


def test_an_item_above_the_label_beside_it_is_published(value):
    shown = page(
        Title("公示情况证明"),
        At(200, 120, "评审条件和程序"),
        At(70, 132, "公示内容"),
        At(200, 148, "个人申报材料"),
        At(70, 180, "公示结果"),
        At(200, 180, "公示期间未收到任何异议"),
    )
    assert value("items", shown) == ["conditions_and_procedure", "application_materials"]


def test_an_item_alone_above_the_row_of_the_label_leaves_the_items_in_doubt(document):
    shown = page(
        Title("公示情况证明"),
        At(200, 120, "评审条件和程序"),
        At(70, 142, "公示内容"),
        At(200, 142, "个人申报材料"),
        At(70, 180, "公示结果"),
        At(200, 180, "公示期间未收到任何异议"),
    )
    assert document(shown).fields["items"].confidence < 0.85


def test_a_ticked_item_above_the_row_of_the_label_leaves_the_items_in_doubt(document):
    shown = page(
        Title("公示情况证明"),
        At(200, 120, "■评审条件和程序"),
        At(70, 142, "公示内容"),
        At(200, 142, "■个人申报材料"),
        At(70, 180, "公示结果"),
        At(200, 180, "公示期间未收到任何异议"),
    )
    assert document(shown).fields["items"].confidence < 0.85


def test_items_without_boxes_or_anything_between_them_are_not_sure(document):
    shown = page(
        Title("关于申报职称人员的公示"),
        "二、公示内容",
        "评审条件和程序  个人申报材料  单位鉴定意见",
        "三、公示时间",
        "2025年6月20日起至2025年6月26日止，共5个工作日。",
    )
    assert document(shown).fields["items"].confidence < 0.85


def test_materials_that_are_uploaded_with_a_form_are_not_published_by_it(value):
    shown = page(
        Title("公示情况证明"),
        "我单位对单位鉴定意见进行了公示，公示期间未收到任何异议。",
        "备注：公示期不少于5个工作日，本表随申报材料一并上传。",
    )
    assert value("items", shown) == ["unit_opinion"]


def test_opinions_headed_side_by_side_stand_each_in_its_own_box(document):
    shown = page(
        Title("职称评审表"),
        At(70, 120, "七、单位意见"),
        At(330, 120, "八、主管部门意见"),
        At(80, 150, "同意推荐申报。"),
        At(340, 150, "同意上报。"),
    )
    cells = (Box(65, 138, 300, 300), Box(320, 138, 560, 300))
    found = document(replace(shown, cells=cells))
    assert (found.get("unit_opinion").value, found.get("superior_opinion").value) == ("同意推荐申报。", "同意上报。")


@pytest.mark.parametrize("label", ["教育局意见", "县农业农村局审核意见", "卫生健康行政部门意见", "人社局意见"])
def test_an_office_above_the_unit_is_told_by_its_name(document, label):
    shown = page(
        Title("职称评审表"),
        Table([["单位推荐意见", "同意推荐。2025年9月8日"], [label, "情况属实。2025年10月20日"]], [120, 330]),
    )
    found = document(shown)
    assert found.get("opinion_date").value == "2025-09-08"
    assert found.get("superior_opinion").value.startswith("情况属实。")


def test_a_head_of_any_house_signs_below_the_opinion(document):
    shown = page(
        Title("职称评审表"), "八、单位鉴定意见", "该同志业绩突出，同意推荐申报", "院长签字：李四\t公章", "2025年10月9日"
    )
    assert document(shown).get("unit_opinion").value == "该同志业绩突出，同意推荐申报"


def test_contents_that_list_the_papers_of_an_application_are_its_catalogue(document):
    rows = ["评审表\t1-3", "身份证复印件\t4-4", "毕业证书\t5-5", "聘书\t6-7", "年度考核登记表\t8-8", "工作总结\t9-9"]
    found = document(page(Title("目录"), *(f"{number}、{row}" for number, row in enumerate(rows, 1))))
    assert found.kind == "catalogue"
    assert [entry["pages"] for entry in found.get("entries").value] == [3, 1, 1, 2, 1, 1]


def test_the_short_label_of_a_cover_is_the_specialty_applied_for(document):
    cover = page(
        Title("专业技术资格评审表"),
        "单位：甲市医院",
        "姓名：张三",
        "专业：心血管内科",
        "现有资格：副主任医师",
        "申报资格：主任医师",
    )
    assert document(cover).get("specialty").value == "心血管内科"
    assert document(cover).get("major") is None


def test_titles_of_a_series_that_are_given_by_a_pattern_are_titles(document):
    found = document(
        page(
            Title("聘任书"), "张三同志：", "经研究，聘任您为我院演出一团二级演员，聘期为2021年1月1日至2023年12月31日。"
        )
    )
    assert found.get("title").value == "二级演员"


def test_a_salutation_to_all_employees_is_no_applicant(document):
    found = document(page(Title("职称申报公示"), "全院职工：", "现将张三同志的个人申报材料予以公示。"))
    assert [one["name"] for one in found.get("applicants").value] == ["张三"]


def test_an_office_of_which_a_seal_hides_the_place_is_left_open(document):
    found = document(
        page(
            Title("职称证书"),
            "姓名：张三",
            "资格名称：副主任医师",
            "授予时间：2018年12月22日",
            "批准机关：和社会保障厅",
        )
    )
    assert found.get("issuer").reason == "ambiguous"


@pytest.mark.parametrize(("sure", "issuer"), [(0.77, "汾阳市教育局"), (0.98, "阳市教育局")])
def test_a_name_cut_by_a_seal_is_whole_where_the_seal_says_it(document, sure, issuer):
    shown = page(Title("荣誉证书"), "张三老师被评为优秀指导教师。", Right("阳市教育局"), Right("2023年11月16日"))
    lines = tuple(replace(line, confidence=sure) if line.text == "阳市教育局" else line for line in shown.lines)
    found = document(replace(shown, lines=lines, seals=(seal(480, 150, "汾阳市教育局", confidence=0.99),)))
    assert found.get("issuer").value == issuer


@pytest.mark.parametrize("label", ["签名：", "签　字：", "签名（手写）："])
def test_a_promise_on_the_form_may_be_signed_behind_a_bare_label(document, label):
    shown = page(*FORM, "本人承诺所填内容真实，如有虚假，责任自负。", label)
    place = place_of(shown, label[:1])
    pen = Box(place.x1 + 4, place.y0 - 6, place.x1 + 70, place.y1 + 6)
    assert document(shown).get("applicant_signature").value is False
    assert document(replace(shown, marks=(pen,))).get("applicant_signature").value is True


def test_one_place_for_an_opinion_is_not_the_authoritys_as_well(document):
    shown = page(
        Title("专业技术资格评审表"),
        "姓名：张三",
        "呈报单位意见",
        "张三同志工作扎实，能够解决生产中的一般技术问题，经核对证",
        "件无误，符合申报条件，同意推荐。",
        "单位负责人：",
        "评审组织意见",
    )
    read = document(shown)
    assert read.get("unit_opinion").value.startswith("张三同志工作扎实")
    assert read.get("superior_signed") is None or read.get("superior_signed").value is not False
